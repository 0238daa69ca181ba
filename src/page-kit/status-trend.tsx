// Status trend: how something stood day by day, as a small picture that is read out whole, with the same in a table. A day on which nobody looked is an empty place.
import { sayDay, sayShortDay } from '../ground/clock.ts'
import type { BadgeTone } from './alerts.tsx'
import { Details } from './document.tsx'
import { Table } from './table.tsx'
import { text } from './texts.ts'

/** `level` from 1 to 4: the height of the bar, so that colour isn't all. Null: nobody looked. */
export type TrendPoint = { readonly day: string; readonly state: { readonly words: string; readonly tone: BadgeTone; readonly level: number } | null }
type Run = { from: string; until: string; readonly words: string; readonly isGap: boolean }

const [bar, gap, high] = [6, 2, 40]

export function StatusTrend({ points, label }: { points: readonly TrendPoint[]; label: string }) {
  const runs = runsOf(points)
  const width = Math.max(points.length, 14) * (bar + gap)
  return (
    <figure class="wb-trend">
      <div class="wb-trend__region" role="group" aria-label={label} tabindex={0}>
        <svg class="wb-trend__drawing" width={width} height={high + 1} viewBox={`0 0 ${width} ${high + 1}`} role="img" aria-label={`${label}: ${runs.map(({ from, until, words }) => `${sayRun(from, until)} ${words.toLowerCase()}`).join('; ')}.`}>
          {points.map(({ state }, place) => {
            const tall = state === null ? high : (high / 4) * state.level
            return <rect class={state === null ? 'wb-trend__gap' : `wb-trend__bar wb-trend__bar--${state.tone}`} x={place * (bar + gap) + 0.5} y={high - tall + 0.5} width={bar} height={tall} />
          })}
        </svg>
      </div>
      <Details summary={text('asTable')}>
        <Table<Run> caption={label} captionHidden rows={runs} columns={[
          { key: 'when', header: text('period'), names: true, cell: ({ from, until }) => sayRun(from, until) },
          { key: 'state', header: text('state'), cell: ({ words, isGap }) => isGap ? <em>{words}</em> : words },
        ]} />
      </Details>
    </figure>
  )
}

/** Days that follow each other in one state, the first first. */
function runsOf(points: readonly TrendPoint[]): Run[] {
  const runs: Run[] = []
  for (const { day, state } of points) {
    const words = state?.words ?? text('notLooked')
    const last = runs.at(-1)
    if (last && last.words === words) last.until = day
    else runs.push({ from: day, until: day, words, isGap: state === null })
  }
  return runs
}

function sayRun(from: string, until: string): string {
  return from === until ? sayDay(from) : `${sayShortDay(from)} – ${sayShortDay(until)}`
}
