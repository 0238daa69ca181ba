// Import write: the checked rows into the register, all in one transaction or not at all.
//
// A row that is recognised changes a draft. An active entry that only imports have touched is changed in place, as its next version: nobody tested it, so there is nothing to guard.
// Any other active entry gets a proposal beside it, because what people tested and activated doesn't change without them.
import { sql } from 'kysely'
import { dayAfter, dayOf } from '../../ground/clock.ts'
import { Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { inPlace, type JobHouse, type JobPlace } from '../../people/job-scope.ts'
import { changesBetween } from '../../register-kit/changes.ts'
import type { Lookups } from '../../register-kit/entry.ts'
import { countBySeverity } from '../../register-kit/findings.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { loadLookups } from '../../register-kit/lookups.ts'
import { addProposal, changeProposal, readProposal } from '../../register-kit/proposals.ts'
import { putSearch } from '../../register-kit/search-text.ts'
import { insertEntries, loadEntries, type Stored, updateEntries } from '../../register-kit/store.ts'
import { freezeVersions } from '../../register-kit/versions.ts'
import { type CheckedRow, readChecked } from '../../register-kit/exchange-flow/import-rows.ts'
import { moveRun, readRun, tellProgress } from '../../register-kit/exchange-flow/import-runs.ts'
import { applyPatch } from '../../register-kit/exchange-flow/patch.ts'
import { type NewEntry, newEntry, settleNew } from './actions.ts'
import { type ActivityInput, fields, registerKey } from './declaration.ts'
import { startOf } from './import-check.ts'
import { importChoices, type ImportChoices } from './import-choices.ts'
import { refreshFindings, ruleContext, sortName } from './perform.ts'
import { processingActivities } from './register.ts'
import { reviewEvery } from './review-term.ts'
import { findingsOf } from './rules.ts'

const batch = 250

export type WriteOptions = { /** Called after each batch with the number of rows so far; a throw undoes everything. */ readonly onBatch?: (rows: number) => void | Promise<void> }

/**
 * Writes a confirmed import. Safe to run again: a run that isn't being written is left alone, and one that broke off left nothing.
 * @throws Refused when the run was cancelled meanwhile; nothing is written then.
 */
export async function writeImport(house: JobHouse, place: JobPlace, importId: string, options: WriteOptions = {}): Promise<void> {
  const isOurs = await inPlace(house, place, async (scope) => (await readRun(scope, registerKey, importId)).status === 'writing')
  if (!isOurs) return
  await inPlace(house, place, async (scope) => {
    // The first row is the lock: a second worker with the same job finds it held and leaves.
    const lock = await sql`select from import_row where organisation_id = ${scope.organisation.id} and import_id = ${importId} order by row_number limit 1 for update skip locked`.execute(scope.tx)
    if (lock.rows.length === 0) return
    const choices = importChoices.parse((await readRun(scope, registerKey, importId)).choices)
    const lookups = await loadLookups(scope, fields)
    let after = -1
    for (let done = 0; ;) {
      const rows = await readChecked(scope, importId, { outcomes: ['create', 'update'], after, limit: batch })
      if (rows.length === 0) break
      await createRows(scope, importId, choices, rows.filter(({ outcome }) => outcome === 'create'), lookups)
      await updateRows(scope, importId, rows.filter(({ outcome }) => outcome === 'update'), lookups)
      after = rows.at(-1)!.number
      done += rows.length
      await options.onBatch?.(done)
      if (!(await tellProgress(house.database, place.organisation.id, importId, 'writing', done, house.clock()))) throw new Refused('Deze import is gestopt; er is niets gewijzigd.')
    }
    await moveRun(scope, importId, ['writing'], 'done', { finishedAt: scope.now })
  })
}

async function createRows(scope: Scope, importId: string, choices: ImportChoices, rows: readonly CheckedRow[], lookups: Lookups): Promise<void> {
  if (rows.length === 0) return
  const isActive = choices.status === 'active'
  const system = isActive
    ? { status: 'active', version: 1, imported_by: importId, review_due_on: dayAfter(dayOf(scope.now), reviewEvery(scope.organisation.profile)) }
    : { status: 'draft' }
  const entries = rows.map(({ patch }) => counted(scope, newEntry(scope, applyPatch(startOf(choices), patch!), system), lookups))
  await insertEntries(scope.tx, processingActivities, scope.organisation.id, entries)
  if (isActive) await freezeVersions(scope, processingActivities, entries.map((entry) => ({ id: entry.system.id, version: 1, input: entry.input, note: 'overgenomen bij de import, zonder toets' })), lookups)
  await settleNew(scope, entries, 'import', importId, lookups)
  const ids = rows.map(({ number }, index) => ({ number, id: entries[index]!.system.id }))
  await sql`update import_row r set entry_id = n.id from jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) n (number integer, id uuid)
    where r.organisation_id = ${scope.organisation.id} and r.import_id = ${importId} and r.row_number = n.number`.execute(scope.tx)
}

// Counted before they are inserted: counting afterwards would write every row of the table twice.
function counted(scope: Scope, entry: NewEntry, lookups: Lookups): NewEntry {
  const { blocking, serious, attention } = countBySeverity(findingsOf(entry.input, ruleContext(scope, entry.system, lookups)))
  return { ...entry, system: { ...entry.system, findings_blocking: blocking, findings_serious: serious, findings_attention: attention } }
}

async function updateRows(scope: Scope, importId: string, rows: readonly CheckedRow[], lookups: Lookups): Promise<void> {
  if (rows.length === 0) return
  const ids = rows.map(({ entryId }) => entryId!)
  const entries = new Map((await loadEntries(scope.tx, processingActivities, scope.organisation.id, ids, { lock: true })).map((entry) => [entry.system.id, entry]))
  const untouched = await onlyImported(scope, ids)
  const changed: { entry: Stored<typeof fields>; input: ActivityInput; version: number }[] = []
  for (const { number, entryId, patch } of rows) {
    const entry = entries.get(entryId!)
    // Removed, ended or offered for review since the check: the check's promise no longer holds, so nothing at all is written.
    if (!entry || !['draft', 'active'].includes(entry.system.status)) throw new Refused(`Het register is intussen gewijzigd: rij ${number} kan niet meer worden ingelezen. Controleer het bestand opnieuw.`)
    const input = applyPatch(entry.input, patch!)
    const kept = { ...input, number: input.number ?? entry.input.number }
    if (entry.system.status === 'draft') changed.push({ entry, input: kept, version: 0 })
    else if (untouched.has(entry.system.id)) changed.push({ entry, input: kept, version: entry.system.version + 1 })
    else await propose(scope, importId, entry, patch!, number)
  }
  const written = changed.map(({ entry, input, version }) => ({
    id: entry.system.id, input, version, changes: changesBetween(fields, entry.input, input),
    system: { ...entry.system, revision: entry.system.revision + 1, ...(version > 0 ? { version } : {}), updated_at: scope.now, updated_by: personOf(scope.actor), sort_name: sortName(input) },
  })).filter(({ changes }) => changes.length > 0)
  await updateEntries(scope.tx, processingActivities, scope.organisation.id, written.map(({ id, input, version, changes, system }) => ({
    system: { id, revision: system.revision, updated_at: system.updated_at, updated_by: system.updated_by, sort_name: system.sort_name, ...(version > 0 ? { version } : {}) }, input, changed: changes.map(({ field }) => field),
  })))
  await freezeVersions(scope, processingActivities, written.filter(({ version }) => version > 0).map(({ id, input, version }) => ({ id, version, input, note: 'bijgewerkt bij een import' })), lookups)
  await writeHistory(scope, registerKey, written.map(({ id, changes, system }) => ({ entryId: id, verb: 'import', changes, revision: system.revision })), importId)
  await putSearch(scope, processingActivities, written, lookups)
  await refreshFindings(scope, written, lookups)
}

/** Active entries of which every event is an import's. */
async function onlyImported(scope: Scope, ids: readonly string[]): Promise<Set<string>> {
  const found = await sql<{ id: string }>`select t.id from processing_activity t where t.organisation_id = ${scope.organisation.id} and t.id = any(${ids}::uuid[]) and t.status = 'active' and t.imported_by is not null
    and not exists (select from history_event e where e.organisation_id = t.organisation_id and e.register = ${registerKey} and e.entry_id = t.id and e.cause_id is null)
    and not exists (select from entry_proposal p where p.organisation_id = t.organisation_id and p.register = ${registerKey} and p.entry_id = t.id)`.execute(scope.tx)
  return new Set(found.rows.map(({ id }) => id))
}

async function propose(scope: Scope, importId: string, entry: Stored<typeof fields>, patch: NonNullable<CheckedRow['patch']>, number: number): Promise<void> {
  const present = await readProposal(scope, processingActivities, entry.system.id)
  if (present?.status === 'in_review') throw new Refused(`Het register is intussen gewijzigd: het voorstel bij rij ${number} ligt ter toetsing. Controleer het bestand opnieuw.`)
  const base = (present?.input as ActivityInput | undefined) ?? entry.input
  const input = applyPatch(base, patch)
  const changes = changesBetween(fields, base, input)
  if (changes.length === 0) return
  const revision = entry.system.revision + 1
  if (present) await changeProposal(scope, processingActivities, entry.system.id, { status: 'draft', revision, input })
  else await addProposal(scope, processingActivities, entry.system.id, { baseVersion: entry.system.version, input, revision })
  await updateEntries(scope.tx, processingActivities, scope.organisation.id, [{ system: { id: entry.system.id, revision, updated_at: scope.now, updated_by: personOf(scope.actor) }, input: entry.input, changed: [] }])
  await writeHistory(scope, registerKey, [{ entryId: entry.system.id, verb: 'import', changes, revision, note: present ? 'voorstel' : 'nieuw voorstel' }], importId)
}
