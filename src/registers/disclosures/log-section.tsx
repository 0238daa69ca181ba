// Log section: at the page of a disclosure what went out, how many times and about how many people, and the way to write down more.
import { dayOf, sayDay } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Alert, EmptyState } from '../../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { Section } from '../../page-kit/form.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { Entry } from '../../register-kit/entry.ts'
import { mayDo } from '../../register-kit/lifecycle.ts'
import { type DisclosureInput, notYet, objectionsTo } from './decision.ts'
import { fields } from './declaration.ts'
import { countLog, readLog } from './log.ts'
import { disclosures } from './register.ts'

const shownAtOnce = 25

/** What comes next, in a line: a decision, the protocol, or the first data. */
export function disclosureOpening(scope: Scope, entry: Entry) {
  const input = entry.input as DisclosureInput
  const today = dayOf(scope.now)
  if (entry.system.status === 'requested') {
    const open = objectionsTo(input, { organisationKind: scope.organisation.kind, today, isSensitive: () => false }).length
    return <p>{open === 0 ? t('Alles wat u voor een besluit nodig hebt, staat er. Wijs toe of weiger.', 'Everything you need for a decision is there. Grant or refuse.') : t(`Voor een besluit moeten nog ${open} dingen duidelijk zijn. Ze staan hieronder bij de velden.`, `${open} things must become clear before a decision. They stand below at the fields.`)}</p>
  }
  if (entry.system.status !== 'granted') return null
  const waiting = notYet(input, today)
  return waiting.length === 0
    ? <p>{t('Verstrekken mag. Leg elke keer vast wat er wegging.', 'Disclosing is allowed. Record each time what went out.')}</p>
    : <Alert tone="warning" heading={t('Nog niet verstrekken', 'Don’t disclose yet')}><ul class="wb-list">{waiting.map(({ message }) => <li>{say(message)}</li>)}</ul></Alert>
}

export async function logSection(scope: Scope, entry: Entry) {
  if (entry.system.status === 'requested' || entry.system.status === 'refused') {
    const { lines } = await countLog(scope, entry.id)
    if (lines === 0) return null
  }
  const base = `/${scope.organisation.slug}/${disclosures.path}`
  const [counted, rows] = [await countLog(scope, entry.id), await readLog(scope, entry.id, shownAtOnce)]
  const mayLog = entry.system.status === 'granted' && mayDo(disclosures, scope.actor, 'log', entry.input.department as string | null, entry.input)
  return (
    <Section
      id="logboek" heading={t('Wat is verstrekt', 'What was disclosed')}
      lead={counted.lines === 0 ? undefined : t(`${counted.lines} keer, over samen ${counted.people} mensen; het laatst op ${sayDay(counted.last!)}.`, `${counted.lines} times, about ${counted.people} people together; last on ${sayDay(counted.last!)}.`)}
    >
      {mayLog && (
        <ButtonGroup>
          <ButtonLink icon="plus" href={`${base}/${entry.id}/verstrekt`}>{t('Verstrekking vastleggen', 'Log a disclosure')}</ButtonLink>
          <ButtonLink icon="upload" href={`${base}/${entry.id}/inlezen`}>{t('Bestand inlezen', 'Read in a file')}</ButtonLink>
          <ButtonLink look="subtle" icon="search" href={`${base}/ontvangers`}>{t('Zoek op persoon', 'Search by person')}</ButtonLink>
        </ButtonGroup>
      )}
      <Table
        caption={t('Verstrekkingen', 'Disclosures')} captionHidden rows={rows} empty={<EmptyState heading={t('Er is nog niets verstrekt', 'Nothing was disclosed yet')} icon="upload" />}
        columns={[
          { key: 'on', header: t('Op', 'On'), names: true, oneLine: true, cell: (row) => sayDay(row.on) },
          { key: 'what', header: t('Gegevens', 'Data'), cell: (row) => <span lang="nl">{row.what}</span> },
          { key: 'recipient', header: t('Aan', 'To'), cell: (row) => <span lang="nl">{row.recipient}</span> },
          { key: 'ground', header: t('Grond', 'Ground'), cell: (row) => say(fields.ground.choices.find(({ key }) => key === row.ground)!.words) },
          { key: 'people', header: t('Mensen', 'People'), numeric: true, cell: (row) => String(row.people) },
          { key: 'told', header: t('Daarna verteld', 'Told later'), numeric: true, cell: (row) => (row.told === 0 ? '–' : String(row.told)) },
        ]}
      />
      {counted.lines > rows.length && <p class="wb-subtle">{t(`De laatste ${rows.length} staan hier.`, `The last ${rows.length} stand here.`)}</p>}
    </Section>
  )
}
