// Reading routes: what somebody was asked to read, the text as it was adopted, and one button: read and understood (P-06).
import { Hono } from 'hono'
import { dayOf, sayDay } from '../../ground/clock.ts'
import { NotFound } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Alert, EmptyState } from '../../page-kit/alerts.tsx'
import { Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { type Task, TaskList } from '../../page-kit/progress.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { refreshThese } from '../../register-kit/keep-findings.ts'
import { loadEntry } from '../../register-kit/perform.ts'
import { readVersions } from '../../register-kit/versions.ts'
import { LongDocument } from '../../register-kit/web/long-document.tsx'
import { baseOf, entryId, showPage, toRegister, type Visit } from '../../register-kit/web/visit.tsx'
import { acknowledge, type Campaign, lastCampaign, readerOf, readingsOf, type ToRead } from './campaigns.ts'
import { policyDocuments as register } from './register.ts'

export function readingRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()

  app.get('/lezen', (c) => scopeOf(c, house, async (scope) => {
    const readings = await readingsOf(scope, personOf(scope.actor) ?? '')
    const [open, done] = [readings.filter(({ acknowledgedAt }) => acknowledgedAt === null), readings.filter(({ acknowledgedAt }) => acknowledgedAt !== null)]
    return showPage(c, house, register, {
      heading: t('Te lezen', 'To read'), narrow: true, lead: <p>{t('Beleid dat u is gevraagd te lezen.', 'Policy that you were asked to read.')}</p>,
      flash: c.req.query('gelezen') === undefined ? undefined : { tone: 'ok', words: t('Bedankt. U hebt het gelezen en begrepen.', 'Thank you. You have read and understood it.') },
      children: (
        <>
          {open.length === 0 ? <EmptyState heading={t('U hebt niets meer te lezen', 'You have nothing left to read')} icon="check" /> : <TaskList tasks={open.map((one) => taskOf(c, one, scope))} />}
          {done.length > 0 && (
            <Section heading={t('Al gelezen', 'Read already')} id="al-gelezen">
              <ul class="wb-list">{done.map((one) => <li><a class="utrecht-link utrecht-link--html-a" href={`${baseOf(c, register)}/lezen/${one.documentId}`}>{one.title}</a>, {t('versie', 'version')} {one.version} ({sayDay(one.acknowledgedAt!)})</li>)}</ul>
            </Section>
          )}
        </>
      ),
    })
  }))

  app.get('/lezen/:id', (c) => scopeOf(c, house, async (scope) => {
    const id = entryId(c, register)
    const { campaign, reader } = await askedOf(scope, id)
    const mustSay = reader !== undefined && reader.acknowledgedAt === null && campaign!.closedAt === null
    // Who is asked reads the version that was asked, whatever came after it; anybody else what holds now.
    const version = mustSay ? campaign!.version : await currentVersion(scope, id, reader !== undefined)
    const [frozen] = await readVersions(scope, register, id, version)
    if (!frozen) throw new NotFound()
    const input = frozen.snapshot.input as { title: string; text: string | null }
    return showPage(c, house, register, {
      heading: input.title, crumbs: [toRegister(c, register), { words: t('Te lezen', 'To read'), href: `${baseOf(c, register)}/lezen` }], narrow: true,
      lead: <p>{t('Versie', 'Version')} {version}, {sayDay(frozen.activatedAt)}{mustSay && <>. {t(`Lees dit uiterlijk ${sayDay(campaign!.dueOn)}.`, `Read this by ${sayDay(campaign!.dueOn)}.`)}</>}</p>,
      children: (
        <>
          <LongDocument text={input.text ?? ''} from={2} />
          {mustSay && (
            <Form action={`${baseOf(c, register)}/lezen/${id}`}>
              <SubmitBar primary={t('Gelezen en begrepen', 'Read and understood')} cancel={{ words: t('Later lezen', 'Read later'), href: `${baseOf(c, register)}/lezen` }} />
            </Form>
          )}
          {reader?.acknowledgedAt && campaign!.version === version && <Alert tone="ok"><p>{t(`U hebt dit gelezen en begrepen op ${sayDay(reader.acknowledgedAt)}.`, `You read and understood this on ${sayDay(reader.acknowledgedAt)}.`)}</p></Alert>}
        </>
      ),
    })
  }))

  app.post('/lezen/:id', async (c) => {
    const id = entryId(c, register)
    await scopeOf(c, house, async (scope) => {
      await acknowledge(scope, id)
      await refreshThese(scope, register, [id])
    })
    return c.redirect(`${baseOf(c, register)}/lezen?gelezen`, 303)
  })

  return app
}

async function askedOf(scope: Scope, id: string): Promise<{ campaign?: Campaign; reader?: { acknowledgedAt: Date | null } }> {
  const person = personOf(scope.actor)
  const campaign = await lastCampaign(scope, id)
  return { campaign, reader: campaign && person !== null ? await readerOf(scope, campaign.id, person) : undefined }
}

/** @throws NotFound for whoever may not see the document and was never asked to read it */
async function currentVersion(scope: Scope, id: string, wasAsked: boolean): Promise<number> {
  if (!wasAsked) return (await loadEntry(scope, register, id)).system.version
  return (await scope.tx.selectFrom('policy_document').select('version').where('organisation_id', '=', scope.organisation.id).where('id', '=', id).executeTakeFirstOrThrow()).version
}

function taskOf(c: Visit, { documentId, title, version, dueOn }: ToRead, scope: Scope): Task {
  return { words: title, href: `${baseOf(c, register)}/lezen/${documentId}`, detail: t(`Versie ${version}`, `Version ${version}`), due: sayDay(dueOn), late: dueOn < dayOf(scope.now), icon: 'document' }
}
