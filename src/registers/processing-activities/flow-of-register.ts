// Flow of register: the flow map of what an actor may see of the whole register, per department or per processing, whatever the size of the register.
import { type RawBuilder, sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { AnyInput, Lookups } from '../../register-kit/entry.ts'
import { loadLookupsFor } from '../../register-kit/lookups.ts'
import { loadEntries } from '../../register-kit/store.ts'
import { fields } from './declaration.ts'
import { busiestEntries, type Cells, countCells, departmentCounts } from './flow-cells.ts'
import { type FlowMap, type FlowNode, nodeId } from './flow-model.ts'
import { asInput, flowOfCells } from './flow-of-cells.ts'
import { type FlowEntry, flowOfEntries, processingPoint } from './flow-of-entries.ts'
import { flowAddress, flowConditions, type FlowQuery, type Grouping } from './flow-query.ts'
import { registeredMarks } from './flow-registered.ts'
import { memoryOf } from './flow-remembered.ts'
import { mapLimits, restOf } from './flow-shorten.ts'
import { viaCondition } from './flow-via.ts'
import { processingActivities } from './register.ts'

export type RegisterFlow = {
  readonly map: FlowMap
  readonly per: Grouping
  /** Processings that the actor may see and the filters let through. */
  readonly total: number
  /** Words of the point that the map is about, where it is about one. */
  readonly via: string | undefined
  /** Some of the rarest flows aren't counted, because there are too many different ones. */
  readonly isCut: boolean
}

/** So many processings stand on a map one by one, with all that their entries say. */
const fewProcessings = mapLimits.processing + 1
const smallCells = 15_000

/** The whole map; the caller shortens it to what a picture holds. `base` is the address of the organisation's pages (`/duinrade`). */
export async function flowOfRegister(scope: Scope, query: FlowQuery, base: string): Promise<RegisterFlow> {
  const today = dayOf(scope.now)
  const via = query.via === undefined ? undefined : await viaCondition(scope, query.via, { today, base })
  const conditions = flowConditions(scope, query, via?.condition)
  const memory = await memoryOf(scope, conditions)
  const counts = await memory('departments', () => departmentCounts(scope, conditions), ({ length }) => length <= 1000)
  const total = counts.reduce((sum, { entries }) => sum + entries, 0)
  const per = query.per ?? (total <= fewProcessings || query.department || query.via ? 'processing' : 'department')
  const about = { per, total, via: via?.words }
  if (per === 'processing' && total <= fewProcessings) return { ...about, map: await fewEntries(scope, query, conditions, base), isCut: false }
  const { cells, groups } = await memory(per, async () => {
    const groups = per === 'department' ? counts.slice(0, mapLimits.processing).map(({ key }) => key) : await busiestEntries(scope, conditions, mapLimits.processing)
    return { groups, cells: await countCells(scope, conditions, per === 'department' ? 'department' : 'id', groups) }
  }, (outcome) => outcome.cells.cells.length <= smallCells)
  const lookups = await loadLookupsFor(scope, fields, [...inputsOf(cells), ...counts.map(({ key }) => ({ department: key }))])
  const names = { lookups, today, base, marked: await registeredMarks(scope, lookups) }
  const nodes = per === 'department'
    ? groups.map((key) => departmentNode(key, counts.find((one) => one.key === key)!.entries, query, names))
    : await processingNodes(scope, groups.flatMap((id) => id ?? []), names)
  const hidden = per === 'department' ? counts.length - groups.length : total - groups.length
  return { ...about, map: flowOfCells(cells, nodes, hidden > 0 ? restOf('processing', hidden, othersWords(per, hidden)) : undefined, names, query), isCut: cells.isCut }
}

/** Ids and names of the processings that the filters let through, by name: what stands behind "en 214 andere". */
export async function processingsShown(scope: Scope, query: FlowQuery, base: string, page: { from: number; size: number }): Promise<{ id: string; name: string }[]> {
  const via = query.via === undefined ? undefined : await viaCondition(scope, query.via, { today: dayOf(scope.now), base })
  const found = await sql<{ id: string; name: string }>`
    select t.id, coalesce(t.name, ${t('Zonder naam', 'Without a name')}) as name from processing_activity t
    where ${flowConditions(scope, query, via?.condition)} order by t.sort_name, t.id limit ${page.size} offset ${page.from}`.execute(scope.tx)
  return found.rows
}

/** Every department with its number of processings, as points of the map. */
export async function departmentsShown(scope: Scope, query: FlowQuery, base: string): Promise<FlowNode[]> {
  const via = query.via === undefined ? undefined : await viaCondition(scope, query.via, { today: dayOf(scope.now), base })
  const counts = await departmentCounts(scope, flowConditions(scope, query, via?.condition))
  const lookups = await loadLookupsFor(scope, fields, counts.map(({ key }) => ({ department: key })))
  return counts.map(({ key, entries }) => departmentNode(key, entries, query, { lookups, base }))
}

async function fewEntries(scope: Scope, query: FlowQuery, conditions: RawBuilder<unknown>, base: string): Promise<FlowMap> {
  const found = await sql<{ id: string }>`select t.id from processing_activity t where ${conditions} order by t.sort_name, t.id limit ${fewProcessings}`.execute(scope.tx)
  const entries = await entriesOf(scope, found.rows.map(({ id }) => id))
  const lookups = await loadLookupsFor(scope, fields, entries.map(({ input }) => input))
  return flowOfEntries(entries, { lookups, today: dayOf(scope.now), base, marked: await registeredMarks(scope, lookups) }, query)
}

async function processingNodes(scope: Scope, ids: readonly string[], names: { lookups: Lookups; today: string; base: string }): Promise<FlowNode[]> {
  const entries = await entriesOf(scope, ids)
  const lookups = await loadLookupsFor(scope, fields, entries.map(({ input }) => ({ department: input.department, data_categories: input.data_categories })))
  return entries.map((entry) => {
    const point = processingPoint(entry, { ...names, lookups })
    return { ...point, id: nodeId(point), column: 'processing', marks: point.marks ?? [], entries: 1 }
  })
}

async function entriesOf(scope: Scope, ids: readonly string[]): Promise<FlowEntry[]> {
  const stored = await loadEntries(scope.tx, processingActivities, scope.organisation.id, ids, { visibleTo: scope.actor })
  return stored.map(({ system, input }) => ({ id: system.id, status: system.status, input }))
}

function departmentNode(key: string | null, entries: number, query: FlowQuery, { lookups, base }: { lookups: Lookups; base: string }): FlowNode {
  return {
    id: `processing:${key ?? '?'}`, kind: 'processing', column: 'processing', entries, marks: key === null ? ['unnamed'] : [],
    words: key === null ? t('Zonder afdeling', 'Without a department') : lookups.references.department.get(key)?.label ?? t('Onbekende afdeling', 'Unknown department'),
    href: key === null ? undefined : flowAddress(`${base}/verwerkingen/gegevensstromen`, query, { department: key, per: 'processing' }),
  }
}

function othersWords(per: Grouping, hidden: number): string {
  const [nl, en] = [hidden.toLocaleString('nl-NL'), hidden.toLocaleString('en-GB')]
  return per === 'department' ? t(`en ${nl} andere afdelingen`, `and ${en} other departments`) : t(`en ${nl} andere verwerkingen`, `and ${en} other processing activities`)
}

function inputsOf({ cells, transfers }: Cells): AnyInput[] {
  return [asInput(cells, transfers.map(({ country }) => country))]
}
