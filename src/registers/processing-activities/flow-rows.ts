// Flow rows: a flow map in words: each flow one row, for the table beside the picture and for a spreadsheet.
import { dayOf } from '../../ground/clock.ts'
import { inScope, type Scope } from '../../ground/scope.ts'
import { sql } from 'kysely'
import { currentLanguage, inLanguage, type Language, t } from '../../ground/words.ts'
import type { House } from '../../people/house.ts'
import type { WriteColumn } from '../../register-kit/exchange/write-table.ts'
import { loadLookupsFor } from '../../register-kit/lookups.ts'
import { loadEntries } from '../../register-kit/store.ts'
import { fields } from './declaration.ts'
import type { FlowEdge, FlowMap, FlowNode } from './flow-model.ts'
import { flowOfEntries } from './flow-of-entries.ts'
import { flowConditions, type FlowQuery } from './flow-query.ts'
import { registeredMarks } from './flow-registered.ts'
import { viaCondition } from './flow-via.ts'
import { edgeWords, kindWords } from './flow-words.ts'
import { processingActivities } from './register.ts'

export type FlowRow = { readonly edge: FlowEdge; readonly from: FlowNode; readonly to: FlowNode; readonly words: string }

export function rowsOf(map: FlowMap): FlowRow[] {
  const nodeOf = new Map(map.nodes.map((node) => [node.id, node]))
  return map.edges.map((edge) => ({ edge, from: nodeOf.get(edge.from)!, to: nodeOf.get(edge.to)!, words: edgeWords(edge, nodeOf.get(edge.to)!) }))
}

export function sheetColumns(): WriteColumn[] {
  return [
    { heading: t('Nummer', 'Number') }, { heading: kindWords('processing'), width: 40 }, { heading: t('Van (soort)', 'From (kind)') }, { heading: t('Van', 'From'), width: 32 },
    { heading: t('Naar (soort)', 'To (kind)') }, { heading: t('Naar', 'To'), width: 32 }, { heading: t('Toelichting', 'Explanation'), kind: 'longText' },
  ]
}

type Described = Parameters<typeof flowOfEntries>[0][number] & { readonly input: { readonly number: string | null } }

/** The flows of each of these entries, as rows of a spreadsheet. */
export async function* sheetRows(scope: Scope, entries: readonly Described[], query: { outside: boolean }, base: string): AsyncGenerator<string[]> {
  const lookups = await loadLookupsFor(scope, fields, entries.map(({ input }) => input))
  const marked = await registeredMarks(scope, lookups)
  for (const entry of entries) {
    for (const { from, to, words } of rowsOf(flowOfEntries([entry], { lookups, today: dayOf(scope.now), base, marked }, query))) {
      yield [entry.input.number ?? '', entry.input.name ?? '', kindWords(from.kind), from.words, kindWords(to.kind), to.words, words]
    }
  }
}

const batch = 250

/**
 * The flows of every processing that the actor may see and the filters let through, by name. Each batch is read in a transaction of its own, so that
 * a slow reader of a long file holds no connection; what changes meanwhile is read as it then is.
 */
export function registerRows(house: House, who: Parameters<typeof inScope>[1], query: FlowQuery, base: string): AsyncGenerator<string[]> {
  // The rows are asked for when the answer is on its way, and nobody's language is known any more.
  return rowsIn(currentLanguage(), house, who, query, base)
}

async function* rowsIn(language: Language, house: House, who: Parameters<typeof inScope>[1], query: FlowQuery, base: string): AsyncGenerator<string[]> {
  let after: readonly [string, string] | undefined
  for (;;) {
    const rows = await inLanguage(language, () => inScope(house.database, { ...who, now: house.clock() }, async (scope) => {
      const found = await nextEntries(scope, query, base, after)
      const last = found.at(-1)
      after = last && [last.sort_name, last.id]
      const stored = await loadEntries(scope.tx, processingActivities, scope.organisation.id, found.map(({ id }) => id), { visibleTo: scope.actor })
      return Array.fromAsync(sheetRows(scope, stored.map(({ system, input }) => ({ id: system.id, status: system.status, input })), query, base))
    }))
    yield* rows
    if (after === undefined) return
  }
}

async function nextEntries(scope: Scope, query: FlowQuery, base: string, after: readonly [string, string] | undefined) {
  const via = query.via === undefined ? undefined : await viaCondition(scope, query.via, { today: dayOf(scope.now), base })
  const beyond = after ? sql`and (t.sort_name, t.id) > (${after[0]}::text collate "C", ${after[1]}::uuid)` : sql``
  const found = await sql<{ id: string; sort_name: string }>`
    select t.id, t.sort_name from processing_activity t where ${flowConditions(scope, query, via?.condition)} ${beyond} order by t.sort_name, t.id limit ${batch}`.execute(scope.tx)
  return found.rows
}

/** Name of a file with the flows (`gegevensstromen-duinrade-2026-11-22`). */
export function fileName(scope: Scope, extension: 'csv' | 'svg'): string {
  return `${t('gegevensstromen', 'data-flows')}-${scope.organisation.slug}-${dayOf(scope.now)}.${extension}`
}
