// Signal routes: the list with its filters, one signal with the records behind it, explaining it, and the button that makes an incident of it.
import { Hono } from 'hono'
import { findRecords } from '../../access-record/find.ts'
import { addDays, startOfDay } from '../../calendar/days.ts'
import { sayDay, sayMoment } from '../../ground/clock.ts'
import { isId } from '../../ground/ids.ts'
import type { Fault } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t, type Words } from '../../ground/words.ts'
import { EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { DescriptionList } from '../../page-kit/document.tsx'
import { Confirm, ErrorSummary, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { Select, TextArea } from '../../page-kit/inputs.tsx'
import { FilterBar, Pagination, Table } from '../../page-kit/table.tsx'
import { faultAt, orFaults, readFields } from '../../people/form-input.ts'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { asRead } from '../asking/answer.ts'
import { Timeline } from '../asking/answer-parts.tsx'
import { colleaguesBehind, shortCode } from '../asking/colleagues.ts'
import { logBase, logPage, type Visit } from '../asking/log-page.tsx'
import { mayAsk, mayKeepWatch, maySeeSecret, maySetThresholds, mustAsk, mustReadLog } from '../asking/may-ask.ts'
import { recordSignalRead } from './record-reading.ts'
import { makeIncident } from './incident.ts'
import { signalKinds, signalWhy, signalWords } from './signal-rules.ts'
import { explainSignal, listSignals, others, readSignal, type Signal, type SignalState, signalStates } from './signals.ts'

const stateWords: Readonly<Record<SignalState, Words>> = { open: { nl: 'Open', en: 'Open' }, explained: { nl: 'Verklaard', en: 'Explained' }, incident: { nl: 'Incident', en: 'Incident' } }
const stateTones = { open: 'warning', explained: 'positive', incident: 'negative' } as const

/** `/logboek/signalen…`; to be mounted under `/:slug` after `withScope`. */
export function signalRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/logboek/signalen', (c) => scopeOf(c, house, (scope) => list(c, house, scope)))
  app.get('/logboek/signalen/:id', (c) => scopeOf(c, house, (scope) => one(c, house, scope)))
  app.post('/logboek/signalen/:id/verklaring', async (c) => {
    const typed = await readFields(c)
    const { faults } = await orFaults(() => scopeOf(c, house, (scope) => {
      mustAsk(scope.actor)
      return explainSignal(scope, c.req.param('id'), typed.one('explanation'))
    }))
    return faults ? scopeOf(c, house, (scope) => one(c, house, scope, { faults, explanation: typed.one('explanation') })) : c.redirect(`${logBase(c)}/signalen/${c.req.param('id')}`, 303)
  })
  app.post('/logboek/signalen/:id/incident', async (c) => {
    const breach = await scopeOf(c, house, async (scope) => {
      mustAsk(scope.actor)
      const signal = await readSignal(scope, c.req.param('id'), { lock: true })
      return signal.breachId ?? makeIncident(scope, signal)
    })
    return c.redirect(`/${c.get('who').organisation.slug}/datalekken/${breach}`, 303)
  })
  return app
}

async function list(c: Visit, house: House, scope: Scope) {
  mustReadLog(scope.actor)
  const kind = signalKinds.find((each) => each === c.req.query('soort'))
  const asked = c.req.query('stand') ?? 'open'
  const state = signalStates.find((each) => each === asked)
  const [, day, id] = /^(\d{4}-\d\d-\d\d)\.([0-9a-f-]{36})$/.exec(c.req.query('na') ?? '') ?? []
  const { rows, next } = await listSignals(scope, { ...(kind ? { kind } : {}), ...(state ? { state } : {}), ...(day && id && isId(id) ? { after: { day, id } } : {}) })
  const colleagues = await colleaguesBehind(scope, rows.map(({ actor }) => actor))
  const base = `${logBase(c)}/signalen`
  const href = (parts: { soort?: string; stand?: string; na?: string }) => `${base}?${new URLSearchParams({ ...(kind ? { soort: kind } : {}), stand: state ?? 'alle', ...parts })}`
  return logPage(c, house, {
    heading: t('Signalen', 'Signals'), lead: <p>{t('Gebruik van gegevens dat om een tweede blik vraagt. Een signaal is geen beschuldiging: vaak is er een goede verklaring.', 'Use of data that asks for a second look. A signal is no accusation: often there is a good explanation.')}</p>,
    actions: <>{mayKeepWatch(scope.actor) && <ButtonLink href={`${logBase(c)}/extra-opletten`}>{t('Extra opletten', 'Watch over')}</ButtonLink>}{maySetThresholds(scope.actor) && <ButtonLink href={`${base}/drempels`} icon="settings">{t('Drempels', 'Thresholds')}</ButtonLink>}</>,
    children: (
      <>
        <FilterBar action={base} clearHref={base} open={kind !== undefined || asked !== 'open'} active={[...(kind ? [{ label: t('Soort', 'Kind'), value: say(signalWords[kind]), removeHref: `${base}?stand=${state ?? 'alle'}` }] : []), ...(state ? [{ label: t('Stand', 'State'), value: say(stateWords[state]), removeHref: href({ stand: 'alle' }) }] : [])]}>
          <Select name="soort" label={t('Soort', 'Kind')} value={kind} empty={t('Alle', 'All')} choices={signalKinds.map((each) => ({ value: each, label: say(signalWords[each]) }))} />
          <Select name="stand" label={t('Stand', 'State')} value={state ?? 'alle'} empty={null} choices={[{ value: 'alle', label: t('Alle', 'All') }, ...signalStates.map((each) => ({ value: each, label: say(stateWords[each]) }))]} />
        </FilterBar>
        <Table<Signal>
          caption={t('Signalen', 'Signals')} captionHidden rows={rows} empty={<EmptyState heading={t('Geen signalen', 'No signals')} icon="ok">{t('Elke vijf minuten wordt gekeken naar wat erbij kwam, en elke nacht naar de hele dag.', 'Every five minutes what came in is looked at, and each night the whole day.')}</EmptyState>}
          columns={[
            { key: 'kind', header: t('Signaal', 'Signal'), names: true, cell: (row) => <Link href={`${base}/${row.id}`}>{say(signalWords[row.kind])}</Link> },
            { key: 'day', header: t('Dag', 'Day'), oneLine: true, cell: (row) => sayDay(row.day) },
            { key: 'who', header: t('Wie of wat', 'Who or what'), cell: (row) => <span lang="nl">{sayAbout(row, colleagues.get(row.actor?.toString('hex') ?? '')?.name)}</span> },
            { key: 'count', header: t('Aantal', 'Count'), numeric: true, cell: (row) => row.count },
            { key: 'state', header: t('Stand', 'State'), cell: (row) => <StatusBadge tone={stateTones[row.state]}>{say(stateWords[row.state])}</StatusBadge> },
          ]}
        />
        <Pagination next={next && href({ na: `${next.day}.${next.id}` })} />
      </>
    ),
  })
}

export function sayAbout({ kind, about, actor, details }: Pick<Signal, 'kind' | 'about' | 'actor' | 'details'>, name: string | undefined): string {
  if (actor !== null) return name ?? t(`medewerker ${shortCode(actor)}`, `employee ${shortCode(actor)}`)
  if (kind === 'silent_source') return String(details.service)
  if (about !== others) return about
  return kind === 'unknown_activity' ? t('nog meer verwerkingen', 'more activities') : t('nog meer medewerkers', 'more employees')
}

async function one(c: Visit, house: House, scope: Scope, { faults = [], explanation }: { faults?: readonly Fault[]; explanation?: string } = {}) {
  mustReadLog(scope.actor)
  const signal = await readSignal(scope, c.req.param('id') ?? '')
  const name = (await colleaguesBehind(scope, [signal.actor])).get(signal.actor?.toString('hex') ?? '')?.name
  const isAsker = mayAsk(scope.actor)
  const records = isAsker ? await recordsBehind(scope, signal) : []
  if (records.length > 0) await recordSignalRead(scope, signal)
  const here = `${logBase(c)}/signalen/${signal.id}`
  const { slug } = scope.organisation
  return logPage(c, house, {
    heading: say(signalWords[signal.kind]), failed: faults.length > 0, crumbs: [{ words: t('Signalen', 'Signals'), href: `${logBase(c)}/signalen` }],
    lead: <p>{say(signalWhy[signal.kind])}</p>,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <DescriptionList terms={[
          { term: t('Wie of wat', 'Who or what'), description: <span lang="nl">{sayAbout(signal, name)}</span> }, { term: t('Dag', 'Day'), description: sayDay(signal.day) },
          { term: signal.kind === 'volume' ? t('Verschillende personen', 'Different people') : t('Aantal regels', 'Number of records'), description: String(signal.count) },
          ...(signal.kind === 'volume' ? [{ term: t('Ter vergelijking', 'For comparison'), description: sayMiddles(signal) }] : []),
          ...(signal.kind === 'silent_source' ? [{ term: t('Laatste regel', 'Last record'), description: sayMoment(signal.lastAt) }] : [{ term: t('Tussen', 'Between'), description: `${sayMoment(signal.firstAt)} – ${sayMoment(signal.lastAt)}` }]),
          { term: t('Stand', 'State'), description: <><StatusBadge tone={stateTones[signal.state]}>{say(stateWords[signal.state])}</StatusBadge> {signal.settledAt && <>{sayMoment(signal.settledAt)}, <span lang="nl">{signal.settledBy}</span></>}</> },
          ...(signal.explanation === null ? [] : [{ term: t('Verklaring', 'Explanation'), description: <span lang="nl">{signal.explanation}</span> }]),
          ...(signal.breachId === null ? [] : [{ term: t('Datalek', 'Breach'), description: <Link href={`/${slug}/datalekken/${signal.breachId}`}>{t('Naar het datalek', 'To the breach')}</Link> }]),
        ]} />
        {isAsker && signal.breachId === null && (
          <>
            <Section heading={t('Er is een verklaring', 'There is an explanation')} id="verklaring">
              <Form action={`${here}/verklaring`}>
                <TextArea name="explanation" label={t('Hoe komt het', 'How it came')} hint={t('Bijvoorbeeld: de collega had dienst. Zonder namen van inwoners.', 'For instance: the colleague was on duty. Without names of residents.')} value={explanation ?? ''} error={faultAt(faults, 'explanation')} maxlength={2000} rows={3} />
                <SubmitBar primary={t('Verklaring vastleggen', 'Record the explanation')} />
              </Form>
            </Section>
            <Section heading={t('Er is geen verklaring', 'There is no explanation')} id="incident" lead={<p>{t('Dan is het misschien een datalek.', 'Then it may be a breach.')} <Link href={`${logBase(c)}/bij-een-incident`}>{t('Zo gebruikt u het logboek bij een incident', 'This is how you use the log in an incident')}</Link></p>}>
              <Confirm action={`${here}/incident`} button={t('Incident maken', 'Make an incident')} cancel={{ words: t('Terug naar de signalen', 'Back to the signals'), href: `${logBase(c)}/signalen` }} consequences={[t('Er komt een datalek in het register, met wat het logboek weet en zonder namen.', 'A breach is made in the register, with what the log knows and without names.'), t('Het signaal en het datalek verwijzen naar elkaar.', 'The signal and the breach point at each other.')]} />
            </Section>
          </>
        )}
        {records.length > 0 && <Section heading={t('Wat er is vastgelegd', 'What was logged')} id="regels" lead={<p class="wb-subtle">{t('De laatste honderd regels van die dag.', 'The last hundred records of that day.')}</p>}><Timeline rows={await asRead(scope, records)} slug={slug} shows="both" /></Section>}
      </>
    ),
  }, faults.length > 0 ? 400 : 200)
}

function sayMiddles({ details }: Signal): string {
  const say = (value: unknown) => Number(value) < 0 ? t('onbekend', 'unknown') : String(value)
  return t(`zelf, de laatste 30 dagen: ${say(details.own)}; anderen met hetzelfde werk: ${say(details.peers)} (het middelste aantal)`, `own last 30 days: ${say(details.own)}; others with the same work: ${say(details.peers)} (the middle number)`)
}

const mostShown = 100

async function recordsBehind(scope: Scope, { kind, day, actor, about }: Signal) {
  if (kind === 'silent_source' || (actor === null && about === others)) return []
  const question = { ...(actor ? { actors: [actor] } : { activity: about }), from: startOfDay(day), until: startOfDay(addDays(day, 1)), ...(maySeeSecret(scope.actor) ? {} : { secret: false }) }
  return (await findRecords(scope, question, { limit: mostShown })).records
}
