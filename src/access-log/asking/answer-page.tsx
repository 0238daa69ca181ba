// Answer page: the records that answer a question, by day, with what was asked and why, filters in the address, and what stays out because it is under secrecy.
import { countRecords, type LogQuestion } from '../../access-record/find.ts'
import { resolveActivities } from '../../access-record/known-activity.ts'
import { logStatuses } from '../../access-record/log-record.ts'
import { sayDay, sayMoment } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Alert, EmptyState } from '../../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Columns, DescriptionList, Details } from '../../page-kit/document.tsx'
import { Select } from '../../page-kit/inputs.tsx'
import { type ActiveFilter, FilterBar, Pagination, Table } from '../../page-kit/table.tsx'
import type { House } from '../../people/house.ts'
import { answer, employeeCounts, type EmployeeCounts, facetsOf, serviceOf } from './answer.ts'
import { type AnswerFilters, filtered, filterNames, placeText, readFilters, readPlace, withFilters } from './answer-filters.ts'
import { ActivityName, sayStatus, Timeline } from './answer-parts.tsx'
import { askedWords } from './ask-form.tsx'
import { caseOf } from './case-reference.ts'
import { colleaguesBehind, shortCode } from './colleagues.ts'
import { identifierWords } from './identifier.ts'
import { logBase, logPage, type Visit } from './log-page.tsx'
import { maySeeSecret } from './may-ask.ts'
import type { About, Question } from './question.ts'

export async function answerPage(c: Visit, house: House, scope: Scope, question: Question, asked: LogQuestion) {
  const address = new URL(c.req.url).searchParams
  const filters = readFilters(address)
  const base = `${logBase(c)}/vragen/${question.id}`
  const narrowed = filtered(asked, filters)
  const after = readPlace(address.get('na'))
  const { rows, next } = await answer(scope, narrowed, after ? { after } : {})
  const counts = question.about.kind === 'employee' && !after ? await countsOf(scope, asked) : undefined
  const secret = after ? undefined : secretWords(scope, counts?.secret ?? await countRecords(scope, { ...asked, secret: true }, mostSecret + 1))
  const { slug } = scope.organisation
  return logPage(c, house, {
    heading: say(askedWords[question.about.kind]), crumbs: [{ words: t('Vragen', 'Questions'), href: `${logBase(c)}/vragen` }],
    actions: <>
      <ButtonLink icon="download" download href={withFilters(`${base}/bestand`, filters, {}, { formaat: 'csv' })}>CSV</ButtonLink>
      <ButtonLink icon="download" download href={withFilters(`${base}/bestand`, filters, {}, { formaat: 'ndjson' })}>NDJSON</ButtonLink>
    </>,
    children: (
      <>
        <Asked question={question} about={await sayAbout(scope, question.about)} matter={question.reference === null ? undefined : await caseOf(scope, question.reference)} />
        {secret && <Alert>{secret}</Alert>}
        {counts && <EmployeeSummary scope={scope} counts={counts} slug={slug} />}
        {question.about.kind !== 'trace' && <Filters scope={scope} asked={asked} base={base} filters={filters} isOpen={address.has('filters')} />}
        {rows.length === 0
          ? <EmptyState heading={t('Niets gevonden', 'Nothing found')} icon="search"><p>{t('Binnen deze periode en filters staat er niets in het logboek. Controleer het soort nummer: een applicatie kan iemand ook onder een klantnummer vastleggen.', 'Within this period and these filters nothing stands in the log. Check the kind of number: an application may also record somebody under a client number.')}</p></EmptyState>
          : <Timeline rows={rows} slug={slug} shows={question.about.kind === 'subject' ? 'who' : question.about.kind === 'employee' ? 'whom' : 'both'} act={question.about.kind === 'trace' ? undefined : (trace) => `${base}/handeling/${trace}`} />}
        <Pagination previous={after && withFilters(base, filters)} next={next && withFilters(base, filters, {}, { na: placeText(next) })} />
      </>
    ),
  })
}

function Asked({ question, about, matter }: { question: Question; about: string; matter: { words: string; href?: string } | undefined }) {
  const { askedByName, askedAt, reason, fromOn, untilOn } = question
  return (
    <DescriptionList terms={[
      { term: t('Over', 'About'), description: <span lang="nl">{about}</span> },
      { term: t('Periode', 'Period'), description: `${fromOn === null ? t('vanaf het begin', 'from the beginning') : sayDay(fromOn)} – ${untilOn === null ? t('nu', 'now') : sayDay(untilOn)}` },
      { term: t('Gevraagd', 'Asked'), description: <><span lang="nl">{askedByName}</span>, {sayMoment(askedAt)}</> },
      { term: t('Waarom', 'Why'), description: <><span lang="nl">{reason}</span>{matter && <> ({matter.href ? <Link href={matter.href}>{matter.words}</Link> : matter.words})</>}</> },
    ]} />
  )
}

async function sayAbout(scope: Scope, about: About): Promise<string> {
  const nameOf = async (id: string) => (await scope.tx.selectFrom('person').select('name').where('organisation_id', '=', scope.organisation.id).where('id', '=', id).executeTakeFirst())?.name ?? t('een collega die er niet meer is', 'a colleague who is no longer here')
  if (about.kind === 'trace') return about.traceId
  if (about.kind === 'employee') return about.by === 'person' ? nameOf(about.value) : about.value
  const { kind, value, type } = about.identifier
  return kind === 'person' ? nameOf(value) : `${kind === 'other' ? type : say(identifierWords[kind])}: ${value}`
}

/** More are told as more than this. */
const mostSecret = 1000

/** For who sees them: how many of the records these are. For who doesn't: how many stay out. */
function secretWords(scope: Scope, count: number): string | undefined {
  if (count === 0) return undefined
  const many = count > mostSecret ? t('meer dan 1.000', 'more than 1,000') : String(count)
  return maySeeSecret(scope.actor) ? t(`Onder geheimhouding: ${many} hiervan. Vertel die niet verder aan wie het aangaat.`, `Under secrecy: ${many} of these. Don’t pass those on to whoever they are about.`)
    : t(`Weggelaten wegens geheimhouding: ${many}. De FG en de CISO kunnen ze zien.`, `Left out because of secrecy: ${many}. The DPO and the CISO can see them.`)
}

function countsOf(scope: Scope, { actors = [], from = new Date(0), until = new Date(scope.now.getTime() + 86_400_000), secret }: LogQuestion): Promise<EmployeeCounts> {
  return employeeCounts(scope, actors, { from, until, ...(secret === undefined ? {} : { secret }) })
}

function summaryWords({ people, records, isCut }: EmployeeCounts): string {
  return t(
    `Gegevens van ${people === 1 ? '1 persoon' : `${people} verschillende personen`}, in ${records === 1 ? '1 regel' : `${records} regels`}${isCut ? ' (van de laatste 10.000 handelingen)' : ''}.`,
    `Data of ${people === 1 ? '1 person' : `${people} different people`}, in ${records === 1 ? '1 record' : `${records} records`}${isCut ? ' (of the last 10,000 acts)' : ''}.`,
  )
}

async function EmployeeSummary({ scope, counts, slug }: { scope: Scope; counts: EmployeeCounts; slug: string }) {
  if (counts.records === 0) return null
  const known = await resolveActivities(scope, counts.activities.slice(0, 20).map(({ activity }) => activity))
  const figures = [{ key: 'people', header: t('Verschillende personen', 'Different people'), numeric: true, cell: ({ people }: { people: number }) => people }, { key: 'records', header: t('Regels', 'Records'), numeric: true, cell: ({ records }: { records: number }) => records }]
  return (
    <>
      <p><strong>{summaryWords(counts)}</strong></p>
      <Columns>
        <Table caption={t('Per verwerking', 'By processing activity')} rows={counts.activities.slice(0, 20)} columns={[{ key: 'activity', header: t('Verwerking', 'Processing activity'), names: true, cell: ({ activity }) => <ActivityName slug={slug} text={activity} known={known.get(activity)} /> }, ...figures]} />
        <Details summary={t('Per dag', 'By day')}>
          <Table caption={t('Per dag', 'By day')} captionHidden rows={counts.days.slice(0, 100)} columns={[{ key: 'day', header: t('Dag', 'Day'), names: true, cell: ({ day }) => sayDay(day) }, ...figures]} />
        </Details>
      </Columns>
    </>
  )
}

async function Filters({ scope, asked, base, filters, isOpen }: { scope: Scope; asked: LogQuestion; base: string; filters: AnswerFilters; isOpen: boolean }) {
  const seen = isOpen ? await facetsOf(scope, asked) : []
  const activities = await resolveActivities(scope, [...seen.map(({ activity }) => activity), ...(filters.activity ? [filters.activity] : [])])
  const colleagues = await colleaguesBehind(scope, [...seen.map(({ actor }) => actor), ...(filters.by ? [Buffer.from(filters.by, 'hex')] : [])])
  const nameOf = (hex: string) => colleagues.get(hex)?.name ?? shortCode(Buffer.from(hex, 'hex'))
  const titleOf = (text: string) => activities.get(text)?.title ?? text
  const choices = (values: readonly string[], label: (value: string) => string) => [...new Set(values)].filter((value) => value !== '').map((value) => ({ value, label: label(value), lang: 'nl' as const })).toSorted((one, other) => one.label.localeCompare(other.label)).slice(0, 200)
  const active: ActiveFilter[] = [
    ...(filters.by ? [{ label: t('Wie', 'Who'), value: nameOf(filters.by), removeHref: withFilters(base, filters, { by: undefined }), lang: 'nl' as const }] : []),
    ...(filters.activity ? [{ label: t('Verwerking', 'Processing activity'), value: titleOf(filters.activity), removeHref: withFilters(base, filters, { activity: undefined }), lang: 'nl' as const }] : []),
    ...(filters.service ? [{ label: t('Applicatie', 'Application'), value: filters.service, removeHref: withFilters(base, filters, { service: undefined }), lang: 'nl' as const }] : []),
    ...(filters.status ? [{ label: t('Uitkomst', 'Outcome'), value: sayStatus(filters.status), removeHref: withFilters(base, filters, { status: undefined }) }] : []),
  ]
  return (
    <FilterBar action={base} active={active} clearHref={base} open={isOpen} openHref={isOpen ? undefined : withFilters(base, filters, {}, { filters: 'ja' })}>
      {isOpen && (
        <>
          {asked.subjects && <Select name={filterNames.by} label={t('Wie', 'Who')} value={filters.by} empty={t('Iedereen', 'Everybody')} choices={choices(seen.flatMap(({ actor }) => actor ? [actor.toString('hex')] : []), nameOf)} />}
          <Select name={filterNames.activity} label={t('Verwerking', 'Processing activity')} value={filters.activity} empty={t('Alle', 'All')} choices={choices(seen.map(({ activity }) => activity), titleOf)} />
          <Select name={filterNames.service} label={t('Applicatie', 'Application')} value={filters.service} empty={t('Alle', 'All')} choices={choices(seen.map(serviceOf), (name) => name)} />
          <Select name={filterNames.status} label={t('Uitkomst', 'Outcome')} value={filters.status} empty={t('Alle', 'All')} choices={logStatuses.map((status) => ({ value: status, label: sayStatus(status) }))} />
        </>
      )}
    </FilterBar>
  )
}
