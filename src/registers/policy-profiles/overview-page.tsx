// Overview page: the policy profile in force, what stands beside it (a draft, versions to come), and every version that was adopted.
import { sayDay, sayMoment } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'
import { Alert, EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { Button, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Details } from '../../page-kit/document.tsx'
import { FieldRow, Form, Section } from '../../page-kit/form.tsx'
import { History } from '../../page-kit/history.tsx'
import { Select } from '../../page-kit/inputs.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { PolicyInForce } from '../../policy/in-force.ts'
import type { HistoryEvent } from '../../register-kit/history.ts'
import type { Draft } from './draft.ts'
import { sayRef } from './profile-refs.ts'
import { ProfileView } from './profile-view.tsx'
import type { Version } from './versions.ts'

export type OverviewProps = {
  base: string; policy: PolicyInForce | undefined; versions: readonly Version[]; inForce: Version | undefined; today: string; draft: Draft | undefined; mayEdit: boolean
  /** How a norm stands, for who may see that. */
  normHref: ((id: string) => string) | undefined
  choices: readonly { value: string; label: string }[]; events: readonly HistoryEvent[]
}

export function OverviewPage({ base, policy, versions, inForce, today, draft, mayEdit, normHref, choices, events }: OverviewProps) {
  const coming = versions.filter(({ validFrom }) => validFrom > today)
  return (
    <>
      {inForce && <p><StatusBadge tone="positive">{t('Geldt nu', 'Holds now')}</StatusBadge> {t(`Eigen versie ${inForce.number}, sinds ${sayDay(inForce.validFrom)}.`, `Own version ${inForce.number}, since ${sayDay(inForce.validFrom)}.`)}</p>}
      {draft && (
        <Alert heading={draft.proposedAt ? t('Een nieuwe versie wacht op vaststelling', 'A new version waits to be adopted') : t('Er wordt aan een nieuwe versie gewerkt', 'A new version is being worked on')}>
          <p>{draft.proposedAt ? t(`Voorgelegd op ${sayMoment(draft.proposedAt)} door ${draft.proposedBy ?? ''}.`, `Submitted on ${sayMoment(draft.proposedAt)} by ${draft.proposedBy ?? ''}.`)
            : t(`Laatst gewijzigd op ${sayMoment(draft.changedAt)} door ${draft.changedBy ?? ''}.`, `Last changed on ${sayMoment(draft.changedAt)} by ${draft.changedBy ?? ''}.`)} <Link href={`${base}/concept`}>{t('Bekijk het concept', 'View the draft')}</Link></p>
        </Alert>
      )}
      {coming.map(({ number, validFrom }) => <Alert heading={t(`Eigen versie ${number} geldt vanaf ${sayDay(validFrom)}`, `Own version ${number} holds from ${sayDay(validFrom)}`)}>
        <Link href={`${base}/versie/versie-${number}`}>{t('Bekijk deze versie', 'View this version')}</Link>
      </Alert>)}
      {mayEdit && !draft && <StartForm base={base} choices={choices} />}
      {policy ? <ProfileView profile={policy.profile} normHref={normHref} /> : (
        <EmptyState heading={t('Er geldt nog geen beleidsprofiel', 'No policy profile holds yet')} icon="flag">
          {t('Begin een concept uit een meegeleverd profiel, of laat een beheerder bij Organisatie een profiel kiezen.', 'Begin a draft from a shipped profile, or have an administrator choose a profile at Organisation.')}
        </EmptyState>
      )}
      <Section heading={t('Eigen versies', 'Own versions')} id="versies">
        <Table<Version>
          caption={t('Vastgestelde versies', 'Adopted versions')} captionHidden rows={versions} isMarked={({ id }) => id === inForce?.id}
          empty={<p>{t('Uw organisatie volgt het profiel zoals het is meegeleverd.', 'Your organisation follows the profile as shipped.')}</p>}
          columns={[
            { key: 'number', header: t('Versie', 'Version'), names: true, cell: ({ number, id }) => <><Link href={`${base}/versie/versie-${number}`}>{t(`Versie ${number}`, `Version ${number}`)}</Link> {id === inForce?.id && <StatusBadge tone="positive">{t('geldt nu', 'holds now')}</StatusBadge>}</> },
            { key: 'from', header: t('Geldt vanaf', 'Holds from'), oneLine: true, cell: ({ validFrom }) => sayDay(validFrom) },
            { key: 'adopted', header: t('Vastgesteld', 'Adopted'), cell: ({ adoptedAt, adoptedBy }) => `${sayMoment(adoptedAt)}, ${adoptedBy}` },
            { key: 'proposed', header: t('Voorgelegd', 'Submitted'), cell: ({ proposedAt, proposedBy }) => `${sayMoment(proposedAt)}, ${proposedBy}` },
            { key: 'note', header: t('Wat er veranderde', 'What changed'), cell: ({ note, basedOn }) => <>{note}<br /><span class="wb-subtle">{t('gemaakt uit', 'made from')} {sayRef(basedOn)}</span></> },
          ]}
        />
      </Section>
      {events.length > 0 && (
        <Details summary={t('Geschiedenis', 'History')}>
          <History happenings={events.map(({ at, personName, task, verb, note }) => ({ at: at.toISOString(), when: sayMoment(at), who: personName ?? task ?? '', what: sayVerb(verb), note }))} />
        </Details>
      )}
    </>
  )
}

function StartForm({ base, choices }: { base: string; choices: readonly { value: string; label: string }[] }) {
  return (
    <Details summary={t('Wijziging voorbereiden', 'Prepare a change')}>
      <p>{t('U begint een concept uit wat nu geldt, of uit een ander profiel. Het concept geldt pas als iemand anders het vaststelt.', 'You begin a draft from what holds now, or from another profile. The draft holds only once somebody else adopts it.')}</p>
      <Form action={`${base}/concept`} defaultAction="start">
        <FieldRow><Select name="van" label={t('Begin met', 'Begin with')} choices={choices} value={choices[0]?.value ?? ''} empty={null} width="full" /></FieldRow>
        <Button look="primary">{t('Concept maken', 'Make the draft')}</Button>
      </Form>
    </Details>
  )
}

/** Links beside the heading. */
export function OverviewActions({ base }: { base: string }) {
  return (
    <>
      <ButtonLink href={`${base}/vergelijken`} icon="list">{t('Vergelijken', 'Compare')}</ButtonLink>
      <ButtonLink href={`${base}/versie/huidig/bestand`} icon="download" download>{t('Als YAML', 'As YAML')}</ButtonLink>
    </>
  )
}

function sayVerb(verb: string): string {
  const words: Readonly<Record<string, string>> = {
    draft: t('concept gemaakt', 'draft made'), change: t('concept gewijzigd', 'draft changed'), propose: t('ter vaststelling voorgelegd', 'submitted for adoption'), withdraw: t('teruggenomen', 'taken back'),
    drop: t('concept weggegooid', 'draft thrown away'), adopt: t('vastgesteld', 'adopted'),
  }
  return words[verb] ?? verb
}
