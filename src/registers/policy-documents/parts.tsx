// Parts: what the pages of this register have beyond what its declaration gives: decisions, publication, reading, the tree.
import { recordAccess } from '../../access-record/record.ts'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../../page-kit/buttons.tsx'
import type { Entry } from '../../register-kit/entry.ts'
import { mayDo, stageOf } from '../../register-kit/lifecycle.ts'
import { AdoptionSection } from './adoption-section.tsx'
import { isInForce, readAdoptions } from './adoptions.ts'
import { lastCampaign, progressOf, waitingReaders } from './campaigns.ts'
import { bodiesWithoutPolicy } from './facts.ts'
import { keepingRoutes } from './keeping-routes.tsx'
import { PublicationSection } from './publication-section.tsx'
import { readAnnouncement, readPublications } from './publications.ts'
import { ReadingSection } from './reading-section.tsx'
import { policyDocuments } from './register.ts'

/** For `registerDoors`. */
export const policyDocumentParts = {
  routes: keepingRoutes,
  listActions: (scope: Scope) => (
    <>
      <ButtonLink href={`/${scope.organisation.slug}/beleid/boom`}>{t('Als boom', 'As a tree')}</ButtonLink>
      <ButtonLink href={`/${scope.organisation.slug}/beleid/lezen`}>{t('Wat ik moet lezen', 'What I must read')}</ButtonLink>
    </>
  ),
  notice: async (scope: Scope) => {
    const { none } = await bodiesWithoutPolicy(scope)
    return none && (
      <Alert tone="warning" heading={t('Er is geen privacybeleid van kracht', 'No privacy policy is in force')}>
        <p>{t('Geen enkel orgaan heeft een privacybeleid dat vandaag geldt. Leg vast welk beleid is vastgesteld, en door wie.', 'No body has a privacy policy that holds today. Record which policy was adopted, and by whom.')}</p>
      </Alert>
    )
  },
  actions: (scope: Scope, entry: Entry) => entry.system.version > 0 && <ButtonLink look="subtle" icon="download" download href={`/${scope.organisation.slug}/beleid/${entry.id}/versies/${entry.system.version}/pdf`}>PDF</ButtonLink>,
  opening, related: sections,
}

/** For whom the document holds today, before its long text. */
async function opening(scope: Scope, entry: Entry) {
  if (entry.system.version === 0) return null
  const holding = (await readAdoptions(scope, [entry.id])).filter((one) => isInForce(one, dayOf(scope.now)))
  const campaign = await lastCampaign(scope, entry.id)
  return (
    <p>
      {holding.length === 0
        ? <strong>{t('Dit document geldt vandaag voor niemand.', 'This document holds for nobody today.')}</strong>
        : <>{t('Geldt nu voor', 'Holds now for')} {holding.map(({ body, version }, index) => <>{index > 0 && ', '}{body} ({t('versie', 'version')} {version})</>)}.</>}
      {' '}<Link href="#geldt-voor">{t('Besluiten', 'Decisions')}</Link> · <Link href="#openbaar">{t('Publicatie', 'Publication')}</Link>{campaign && <> · <Link href="#gelezen">{t('Wie het las', 'Who read it')}</Link></>}
    </p>
  )
}

async function sections(scope: Scope, entry: Entry) {
  if (entry.system.version === 0) return null
  const { slug } = scope.organisation
  const base = `/${slug}/beleid/${entry.id}`
  const department = entry.input.department as string | null
  const isActive = stageOf(policyDocuments, entry.system.status) === 'active'
  const [mayAdopt, mayKeep] = [isActive && mayDo(policyDocuments, scope.actor, 'adopt', department), isActive && mayDo(policyDocuments, scope.actor, 'ask_reading', department)]
  const campaign = await lastCampaign(scope, entry.id)
  const waiting = campaign && mayKeep ? await waitingReaders(scope, campaign.id) : []
  if (waiting.length > 0) await recordAccess(scope, { name: 'Bekeken wie een beleidsdocument nog moet lezen', subjects: waiting.map(({ id }) => ({ type: 'person', id })) })
  return (
    <>
      <AdoptionSection adoptions={await readAdoptions(scope, [entry.id])} now={scope.now} revokeHref={mayAdopt ? (id) => `${base}/vaststelling-terugnemen?besluit=${id}` : undefined} />
      <PublicationSection
        publications={await readPublications(scope, entry.id)} announced={await readAnnouncement(scope, entry.id, entry.system.version)} version={entry.system.version}
        publicHref={`/openbaar/${slug}/beleid/${entry.id}`} removeAction={mayKeep ? `${base}/publicatie-weghalen` : undefined}
      />
      {campaign && <ReadingSection campaign={campaign} progress={await progressOf(scope, campaign.id)} version={entry.system.version} now={scope.now} keeping={mayKeep ? { waiting, base } : undefined} />}
    </>
  )
}
