// Activity page: how much each processing activity was used, by week or month; and what was logged under an activity that the register doesn't know.
import { resolveActivities } from '../../access-record/known-activity.ts'
import { dayAfter, dayOf, sayShortDay } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Alert, EmptyState } from '../../page-kit/alerts.tsx'
import { Tabs } from '../../page-kit/progress.tsx'
import { type Column, Table } from '../../page-kit/table.tsx'
import type { House } from '../../people/house.ts'
import { ActivityName } from './answer-parts.tsx'
import { countsByPeriod } from './day-counts.ts'
import { logBase, logPage, type Visit } from './log-page.tsx'

/** The most used ones; the others are counted in one row. */
const mostRows = 100

type Row = { readonly activity: string; readonly total: number; readonly by: ReadonlyMap<string, number> }

export async function activityPage(c: Visit, house: House, scope: Scope) {
  const by = c.req.query('per') === 'week' ? 'week' : 'month'
  const counts = await countsByPeriod(scope, by, dayAfter(dayOf(scope.now), by === 'week' ? '-P11W' : '-P11M'))
  const periods = [...new Set(counts.map(({ period }) => period))]
  const rows = rowsOf(counts)
  const known = await resolveActivities(scope, rows.map(({ activity }) => activity))
  const unknown = rows.filter(({ activity }) => activity !== '' && !known.get(activity))
  const here = `${logBase(c)}/verwerkingen`
  const { slug } = scope.organisation
  const columns: Column<Row>[] = [
    { key: 'activity', header: t('Verwerking', 'Processing activity'), names: true, cell: ({ activity }) => activity === '' ? t('overige', 'others') : <ActivityName slug={slug} text={activity} known={known.get(activity)} /> },
    ...periods.map((period): Column<Row> => ({ key: period, header: by === 'week' ? sayShortDay(period) : period.slice(0, 7), numeric: true, cell: (row) => row.by.get(period) ?? '–' })),
    { key: 'total', header: t('Samen', 'In all'), numeric: true, cell: ({ total }) => total },
  ]
  return logPage(c, house, {
    heading: t('Gebruik per verwerking', 'Use by processing activity'), lead: <p>{t('Hoeveel regels er bij elke verwerking uit het register zijn vastgelegd.', 'How many records were logged with each processing activity of the register.')}</p>,
    children: (
      <>
        <Tabs label={t('Periode', 'Period')} tabs={[{ words: t('Per maand', 'By month'), href: here, current: by === 'month' }, { words: t('Per week', 'By week'), href: `${here}?per=week`, current: by === 'week' }]} />
        {unknown.length > 0 && (
          <Alert tone="warning" heading={unknown.length === 1 ? t('Eén verwerking staat niet in het register', 'One processing activity isn’t in the register') : t(`${unknown.length} verwerkingen staan niet in het register`, `${unknown.length} processing activities aren’t in the register`)}>
            <p>{t('Gegevens gebruiken voor iets wat niet in het register staat, mag niet (art. 30 lid 1 AVG). Leg de verwerking vast, of laat de applicatie het nummer uit het register sturen.', 'Using data for something that isn’t in the register isn’t allowed (art. 30(1) GDPR). Record the activity, or have the application send the number of the register.')}</p>
          </Alert>
        )}
        <Table<Row> caption={t('Regels per verwerking', 'Records by processing activity')} captionHidden narrow="scroll" rows={rows} columns={columns} isMarked={({ activity }) => activity !== '' && !known.get(activity)}
          empty={<EmptyState heading={t('Nog geen regels geteld', 'No records counted yet')} icon="list">{t('Een keer per uur wordt geteld wat erbij kwam.', 'Once an hour what came in is counted.')}</EmptyState>} />
      </>
    ),
  })
}

function rowsOf(counts: readonly { readonly period: string; readonly activity: string; readonly records: number }[]): Row[] {
  const rows = [...Map.groupBy(counts, ({ activity }) => activity)].map(([activity, ofIt]): Row => ({ activity, total: ofIt.reduce((sum, { records }) => sum + records, 0), by: new Map(ofIt.map(({ period, records }) => [period, records])) }))
  const sorted = rows.toSorted((one, other) => other.total - one.total)
  const rest = sorted.slice(mostRows)
  if (rest.length === 0) return sorted
  const by = new Map<string, number>()
  for (const row of rest) for (const [period, records] of row.by) by.set(period, (by.get(period) ?? 0) + records)
  return [...sorted.slice(0, mostRows).filter(({ activity }) => activity !== ''), { activity: '', total: rest.reduce((sum, { total }) => sum + total, 0), by }]
}
