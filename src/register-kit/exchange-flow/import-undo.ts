// Import undo: takes back what an import did to entries that nobody touched since; what people worked on afterwards stays and is listed.
import { sql } from 'kysely'
import { Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { inLanguage, t } from '../../ground/words.ts'
import { inPlace, type JobHouse, type JobPlace } from '../../people/job-scope.ts'
import { type Change, changesBetween } from '../changes.ts'
import { keepDeadlines } from '../deadlines/keep-deadlines.ts'
import type { AnyInput, Lookups } from '../entry.ts'
import { emptyValue } from '../field-types.ts'
import { refreshFindings, refreshNeighbours } from '../keep-findings.ts'
import { stageOf } from '../lifecycle.ts'
import { writeHistory } from '../history.ts'
import { loadLookups } from '../lookups.ts'
import { removeEntries, sortName } from '../perform.ts'
import { recordReading } from '../reading.ts'
import type { Register } from '../register.ts'
import { changeProposal, dropProposal } from '../proposals.ts'
import { putSearch } from '../search-text.ts'
import { loadEntries, updateEntries } from '../store.ts'
import { freezeVersions } from '../versions.ts'
import { moveRun, readRun, tellProgress } from './import-runs.ts'
import type { Book } from './importing.ts'

const batch = 250

/** Undoes a finished import in one transaction. Its history stays, and the undoing is added to it. */
export async function undoImport(house: JobHouse, place: JobPlace, { register }: Book, importId: string): Promise<void> {
  const isOurs = await inPlace(house, place, async (scope) => (await readRun(scope, register.key, importId)).status === 'undoing')
  if (!isOurs) return
  await inPlace(house, place, async (scope) => {
    const lookups = await inLanguage('nl', () => loadLookups(scope, register.fields))
    const events = (await importedEvents(scope, register, importId)).filter(({ isTouched }) => !isTouched)
    for (let at = 0; at < events.length; at += batch) {
      const part = events.slice(at, at + batch)
      await removeCreated(scope, register, importId, part.filter(({ isCreated }) => isCreated).map(({ entryId }) => entryId))
      await restoreChanged(scope, register, importId, part.filter(({ isCreated }) => !isCreated), lookups)
      if (!(await tellProgress(house.database, place.organisation.id, importId, 'undoing', at + part.length, house.clock()))) throw new Refused(t('Het ongedaan maken is gestopt; er is niets gewijzigd.', 'The undoing was stopped; nothing was changed.'))
    }
    await moveRun(scope, importId, ['undoing'], 'undone', { finishedAt: scope.now })
  })
}

type ImportedEvent = { id: string; entryId: string; isCreated: boolean; isTouched: boolean; note: string | null }

/** What the import did, per entry, and whether anybody (or another import) did something to that entry afterwards. */
async function importedEvents(scope: Scope, register: Register, importId: string): Promise<ImportedEvent[]> {
  const found = await sql<ImportedEvent>`
    select e.id, e.entry_id as "entryId", e.revision = 1 as "isCreated", e.note,
      exists (select from history_event l where l.organisation_id = e.organisation_id and l.register = e.register and l.entry_id = e.entry_id and l.id > e.id) as "isTouched"
    from history_event e where e.organisation_id = ${scope.organisation.id} and e.register = ${register.key} and e.cause_id = ${importId} and e.verb = 'import' order by e.id`.execute(scope.tx)
  return found.rows
}

/** How many entries an undo would take back, and which it would leave because somebody worked on them. */
export async function previewUndo(scope: Scope, { register }: Book, importId: string): Promise<{ removed: number; restored: number; left: { id: string; name: string }[] }> {
  const events = await importedEvents(scope, register, importId)
  const touched = events.filter(({ isTouched }) => isTouched).map(({ entryId }) => entryId)
  const left = await sql<{ id: string; name: string }>`select id, ${sql.ref(register.named.title)} as name from ${sql.table(register.table)} where organisation_id = ${scope.organisation.id} and id = any(${touched}::uuid[]) order by sort_name limit 200`.execute(scope.tx)
  const free = events.filter(({ isTouched }) => !isTouched)
  return { removed: free.filter(({ isCreated }) => isCreated).length, restored: free.filter(({ isCreated }) => !isCreated).length, left: left.rows }
}

async function removeCreated(scope: Scope, register: Register, importId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await recordUndone(scope, register, (await loadEntries(scope.tx, register, scope.organisation.id, ids)).map(({ input }) => input))
  await writeHistory(scope, register.key, ids.map((entryId) => ({ entryId, verb: 'remove', note: 'import ongedaan gemaakt' })), importId)
  await removeEntries(scope, register, ids)
}

async function restoreChanged(scope: Scope, register: Register, importId: string, events: readonly ImportedEvent[], lookups: Lookups): Promise<void> {
  if (events.length === 0) return
  const entries = new Map((await loadEntries(scope.tx, register, scope.organisation.id, events.map(({ entryId }) => entryId), { lock: true })).map((entry) => [entry.system.id, entry]))
  const before = await changesOf(scope, events.map(({ id }) => id))
  await recordUndone(scope, register, events.flatMap(({ id, entryId }) => {
    const input = entries.get(entryId)?.input
    return input ? [input, takenBack(register, input, before.get(id) ?? [])] : []
  }))
  for (const event of events) {
    const entry = entries.get(event.entryId)
    if (!entry) continue
    const revision = entry.system.revision + 1
    const stamp = { id: event.entryId, revision, updated_at: scope.now, updated_by: personOf(scope.actor) }
    const note = 'import ongedaan gemaakt'
    if (event.note !== null) {
      await restoreProposal(scope, register, event, before.get(event.id) ?? [], revision)
      await updateEntries(scope.tx, register, scope.organisation.id, [{ system: stamp, input: entry.input, changed: [] }])
      await writeHistory(scope, register.key, [{ entryId: event.entryId, verb: event.note === 'voorstel' ? 'change' : 'drop_proposal', revision, note }], importId)
      continue
    }
    const input = takenBack(register, entry.input, before.get(event.id) ?? [])
    const changes = changesBetween(register.fields, entry.input, input)
    // A version that was in force stays on record; what stood before it comes into force again as the next.
    const version = stageOf(register, entry.system.status) === 'active' ? entry.system.version + 1 : entry.system.version
    await updateEntries(scope.tx, register, scope.organisation.id, [{ system: { ...stamp, version, sort_name: sortName(register, input) }, input, changed: changes.map(({ field }) => field) }])
    if (version !== entry.system.version) await freezeVersions(scope, register, [{ id: event.entryId, version, input, note }], lookups)
    await writeHistory(scope, register.key, [{ entryId: event.entryId, verb: 'change', changes, revision, note }], importId)
    await putSearch(scope, register, [{ id: event.entryId, input }], lookups)
    await keepDeadlines(scope, register, 'change', [{ id: event.entryId, before: { status: entry.system.status, input: entry.input }, after: { status: entry.system.status, input } }])
    await refreshFindings(scope, register, [{ id: event.entryId, system: { ...entry.system, version }, input }], lookups)
    await refreshNeighbours(scope, register, [event.entryId], [entry.input, input])
  }
}

function recordUndone(scope: Scope, register: Register, inputs: readonly AnyInput[]): Promise<void> {
  return recordReading(scope, register.fields, inputs, `Import ongedaan gemaakt: ${register.words.many.nl}`)
}

async function restoreProposal(scope: Scope, register: Register, event: ImportedEvent, changes: readonly Change[], revision: number): Promise<void> {
  if (event.note !== 'voorstel') return dropProposal(scope, register, event.entryId)
  const found = await sql<{ input: AnyInput }>`select input from entry_proposal where organisation_id = ${scope.organisation.id} and register = ${register.key} and entry_id = ${event.entryId}`.execute(scope.tx)
  const input = found.rows[0]?.input
  if (input) await changeProposal(scope, register, event.entryId, { status: 'draft', revision, input: takenBack(register, input, changes) })
}

function takenBack({ fields }: Register, input: AnyInput, changes: readonly Change[]): AnyInput {
  return { ...input, ...Object.fromEntries(changes.flatMap(({ field, before }) => Object.hasOwn(fields, field) ? [[field, before ?? emptyValue(fields[field]!)]] : [])) }
}

async function changesOf(scope: Scope, eventIds: readonly string[]): Promise<Map<string, Change[]>> {
  const found = await sql<Change & { eventId: string }>`select event_id as "eventId", field, before, after from history_change
    where organisation_id = ${scope.organisation.id} and event_id = any(${eventIds}::uuid[])`.execute(scope.tx)
  const byEvent = new Map<string, Change[]>()
  for (const { eventId, ...change } of found.rows) byEvent.set(eventId, [...byEvent.get(eventId) ?? [], change])
  return byEvent
}
