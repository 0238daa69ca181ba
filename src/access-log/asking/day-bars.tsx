// Day bars: how much was logged on each day as a row of bars, with the same figures in a table.
import { sayDay, sayShortDay } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'
import { Details } from '../../page-kit/document.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { DayCount } from './day-counts.ts'

const [bar, gap, high] = [12, 4, 72]

/** `days` in order, a day without records included. */
export function DayBars({ days, label }: { days: readonly DayCount[]; label: string }) {
  const most = Math.max(1, ...days.map(({ records }) => records))
  const width = days.length * (bar + gap)
  const total = days.reduce((sum, { records }) => sum + records, 0)
  const busiest = days.reduce((one, other) => other.records > one.records ? other : one, days[0]!)
  return (
    <figure class="wb-trend">
      <div class="wb-trend__region" role="group" aria-label={label} tabindex={0}>
        <svg class="wb-trend__drawing" width={width} height={high + 1} viewBox={`0 0 ${width} ${high + 1}`} role="img"
          aria-label={`${label}: ${t(`${total} in ${days.length} dagen; de meeste op ${sayShortDay(busiest.day)}: ${busiest.records}.`, `${total} in ${days.length} days; most on ${sayShortDay(busiest.day)}: ${busiest.records}.`)}`}>
          {days.map(({ records }, place) => {
            const tall = records === 0 ? 1 : Math.max(2, Math.round(high * records / most))
            return <rect class="wb-trend__bar wb-trend__bar--info" x={place * (bar + gap) + 0.5} y={high - tall + 0.5} width={bar} height={tall} />
          })}
        </svg>
      </div>
      <Details summary={t('Als tabel', 'As a table')}>
        <Table<DayCount> caption={label} captionHidden rows={days.toReversed()} columns={[
          { key: 'day', header: t('Dag', 'Day'), names: true, cell: ({ day }) => sayDay(day) },
          { key: 'records', header: t('Regels', 'Records'), numeric: true, cell: ({ records }) => records },
          { key: 'subjects', header: t('Waarvan over een persoon', 'Of which about a person'), numeric: true, cell: ({ subjects }) => subjects },
          { key: 'failed', header: t('Mislukt', 'Failed'), numeric: true, cell: ({ failed }) => failed },
        ]} />
      </Details>
    </figure>
  )
}
