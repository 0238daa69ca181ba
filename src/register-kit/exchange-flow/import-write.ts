// Import write: the checked rows into the register, all in one transaction or not at all.
//
// A row that is recognised changes a draft. An active entry that only imports have touched is changed in place, as its next version: nobody tested it, so there is nothing to guard.
// Any other active entry gets a proposal beside it, because what people tested and activated doesn't change without them.
import { sql } from 'kysely'
import { Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { inLanguage, t } from '../../ground/words.ts'
import { inPlace, type JobHouse, type JobPlace } from '../../people/job-scope.ts'
import { announce } from '../announce.ts'
import { changesBetween } from '../changes.ts'
import { keepDeadlines } from '../deadlines/keep-deadlines.ts'
import type { AnyInput, Lookups } from '../entry.ts'
import { loadFacts, ruleContext } from '../facts.ts'
import type { Fields } from '../field-types.ts'
import { countBySeverity } from '../findings.ts'
import { writeHistory } from '../history.ts'
import { refreshFindings, refreshNeighbours } from '../keep-findings.ts'
import { hasProposals, stageOf } from '../lifecycle.ts'
import { loadLookups } from '../lookups.ts'
import { type NewEntry, newEntry, settleNew, sortName } from '../perform.ts'
import { addProposal, changeProposal, readProposal } from '../proposals.ts'
import { recordChange, subjectsIn } from '../reading.ts'
import { nextReview } from '../review-due.ts'
import { putSearch } from '../search-text.ts'
import type { Register } from '../register.ts'
import { findingsOf } from '../rules.ts'
import { insertEntries, loadEntries, type Stored, updateEntries } from '../store.ts'
import { freezeVersions } from '../versions.ts'
import { type CheckedRow, readChecked } from './import-rows.ts'
import { moveRun, readRun, tellProgress } from './import-runs.ts'
import { applyPatch } from './patch.ts'
import { type ImportChoices, readChoices } from './import-choices.ts'
import { startOf } from './import-check.ts'
import type { Book } from './importing.ts'

const batch = 250

export type WriteOptions = { /** Called after each batch with the number of rows so far; a throw undoes everything. */ readonly onBatch?: (rows: number) => void | Promise<void> }

/**
 * Writes a confirmed import. Safe to run again: a run that isn't being written is left alone, and one that broke off left nothing.
 * @throws Refused when the run was cancelled meanwhile; nothing is written then.
 */
export async function writeImport(house: JobHouse, place: JobPlace, book: Book, importId: string, options: WriteOptions = {}): Promise<void> {
  const { register } = book
  const isOurs = await inPlace(house, place, async (scope) => (await readRun(scope, register.key, importId)).status === 'writing')
  if (!isOurs) return
  await inPlace(house, place, async (scope) => {
    // The first row is the lock: a second worker with the same job finds it held and leaves.
    const lock = await sql`select from import_row where organisation_id = ${scope.organisation.id} and import_id = ${importId} order by row_number limit 1 for update skip locked`.execute(scope.tx)
    if (lock.rows.length === 0) return
    const choices = readChoices(book, (await readRun(scope, register.key, importId)).choices)
    if (!choices) throw new Refused(t('De keuzes bij dit bestand passen niet meer bij het register. Controleer het opnieuw.', 'What was chosen for this file no longer fits the register. Check it again.'))
    const lookups = await inLanguage('nl', () => loadLookups(scope, register.fields))
    let after = -1
    for (let done = 0; ;) {
      const rows = await readChecked(scope, importId, { outcomes: ['create', 'update'], after, limit: batch })
      if (rows.length === 0) break
      await createRows(scope, book, importId, choices, rows.filter(({ outcome }) => outcome === 'create'), lookups)
      await updateRows(scope, register, importId, rows.filter(({ outcome }) => outcome === 'update'), lookups)
      after = rows.at(-1)!.number
      done += rows.length
      await options.onBatch?.(done)
      if (!(await tellProgress(house.database, place.organisation.id, importId, 'writing', done, house.clock()))) throw new Refused(t('Deze import is gestopt; er is niets gewijzigd.', 'This import was stopped; nothing was changed.'))
    }
    await moveRun(scope, importId, ['writing'], 'done', { finishedAt: scope.now })
  })
}

async function createRows(scope: Scope, book: Book, importId: string, choices: ImportChoices, rows: readonly CheckedRow[], lookups: Lookups): Promise<void> {
  if (rows.length === 0) return
  const { register } = book
  const { start, inForce } = register.lifecycle
  // Where every new entry is in force by itself, nothing is skipped by bringing it in so.
  const isUntested = choices.status === 'active' && start !== inForce
  const status = isUntested ? inForce : start
  const system = { status, ...(isUntested ? { imported_by: importId } : {}) }
  const review = await nextReview(scope, register)
  const wished = rows.map(({ patch }) => newEntry(scope, register, applyPatch(startOf(book, choices), patch!), system, review))
  const shut = isUntested ? await shutOut(scope, register, wished, lookups) : new Set<NewEntry>()
  const entries = await counted(scope, register, wished.map((entry) => shut.has(entry) ? newEntry(scope, register, entry.input, { id: entry.system.id }) : entry), lookups)
  await insertEntries(scope.tx, register, scope.organisation.id, entries)
  await settleNew(scope, register, entries, 'import', { id: importId, ...(isUntested ? { note: 'overgenomen bij de import, zonder toets' } : {}) })
  const ids = rows.map(({ number }, index) => ({ number, id: entries[index]!.system.id }))
  await sql`update import_row r set entry_id = n.id from jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) n (number integer, id uuid)
    where r.organisation_id = ${scope.organisation.id} and r.import_id = ${importId} and r.row_number = n.number`.execute(scope.tx)
}

/** Those that may not come into force, whatever the door: they are brought in as drafts. */
async function shutOut(scope: Scope, register: Register, entries: readonly NewEntry[], lookups: Lookups): Promise<Set<NewEntry>> {
  const { gate = [] } = register
  if (gate.length === 0) return new Set()
  const facts = await loadFacts(scope, register, entries.map(({ system, input }) => ({ id: system.id, input })))
  return new Set(entries.filter(({ system, input }) => findingsOf(register.rules, input, ruleContext(scope, register, { id: system.id, system }, lookups, facts)).some(({ rule }) => gate.includes(rule))))
}

// Counted before they are inserted: counting afterwards would write every row of the table twice.
async function counted(scope: Scope, register: Register, entries: readonly NewEntry[], lookups: Lookups): Promise<NewEntry[]> {
  const facts = await loadFacts(scope, register, entries.map(({ system, input }) => ({ id: system.id, input })))
  return entries.map((entry) => {
    const { system, input } = entry
    const { blocking, serious, attention } = countBySeverity(findingsOf(register.rules, input, ruleContext(scope, register, { id: system.id, system }, lookups, facts)))
    return { ...entry, system: { ...system, findings_blocking: blocking, findings_serious: serious, findings_attention: attention } }
  })
}

async function updateRows(scope: Scope, register: Register, importId: string, rows: readonly CheckedRow[], lookups: Lookups): Promise<void> {
  if (rows.length === 0) return
  const ids = rows.map(({ entryId }) => entryId!)
  const entries = new Map((await loadEntries(scope.tx, register, scope.organisation.id, ids, { lock: true })).map((entry) => [entry.system.id, entry]))
  const untouched = hasProposals(register) ? await onlyImported(scope, register, ids) : new Set(ids)
  const changed: { entry: Stored<Fields>; input: AnyInput; version: number }[] = []
  for (const { number, entryId, patch } of rows) {
    const entry = entries.get(entryId!)
    // Removed, ended or offered for review since the check: the check's promise no longer holds, so nothing at all is written.
    const stage = entry && stageOf(register, entry.system.status)
    if (!entry || (stage !== 'draft' && stage !== 'active')) throw new Refused(t(`Het register is intussen gewijzigd: rij ${number} kan niet meer worden ingelezen. Controleer het bestand opnieuw.`, `The register was changed meanwhile: row ${number} can’t be imported any more. Check the file again.`))
    const input: AnyInput = applyPatch(entry.input, patch!)
    const numbered = register.named.number.field
    const kept = { ...input, [numbered]: input[numbered] ?? entry.input[numbered] }
    if (stage === 'draft') changed.push({ entry, input: kept, version: 0 })
    else if (untouched.has(entry.system.id)) changed.push({ entry, input: kept, version: entry.system.version + 1 })
    else await propose(scope, register, importId, entry, patch!, number)
  }
  const written = changed.map(({ entry, input, version }) => ({
    id: entry.system.id, input, version, changes: changesBetween(register.fields, entry.input, input), before: entry.input,
    system: { ...entry.system, revision: entry.system.revision + 1, ...(version > 0 ? { version } : {}), updated_at: scope.now, updated_by: personOf(scope.actor), sort_name: sortName(register, input) },
  })).filter(({ changes }) => changes.length > 0)
  await updateEntries(scope.tx, register, scope.organisation.id, written.map(({ id, input, version, changes, system }) => ({
    system: { id, revision: system.revision, updated_at: system.updated_at, updated_by: system.updated_by, sort_name: system.sort_name, ...(version > 0 ? { version } : {}) }, input, changed: changes.map(({ field }) => field),
  })))
  await freezeVersions(scope, register, written.filter(({ version }) => version > 0).map(({ id, input, version }) => ({ id, version, input, note: 'bijgewerkt bij een import' })), lookups)
  await writeHistory(scope, register.key, written.map(({ id, changes, system }) => ({ entryId: id, verb: 'import', changes, revision: system.revision })), importId)
  await putSearch(scope, register, written, lookups)
  await keepDeadlines(scope, register, 'import', written.map(({ id, before, input, system: { status } }) => ({ id, before: { status, input: before }, after: { status, input } })))
  await refreshFindings(scope, register, written, lookups)
  await announce(scope, written.map(({ id, system }) => ({ register: register.key, entryId: id, verb: 'import', revision: system.revision, status: system.status })))
  await recordChange(scope, register, 'import', subjectsIn(register.fields, [...entries.values(), ...changed].map(({ input }) => input)))
  await refreshNeighbours(scope, register, written.map(({ id }) => id), written.flatMap(({ before, input }) => [before, input]))
}

/** Active entries of which every event is an import's. */
async function onlyImported(scope: Scope, register: Register, ids: readonly string[]): Promise<Set<string>> {
  const found = await sql<{ id: string }>`select t.id from ${sql.table(register.table)} t where t.organisation_id = ${scope.organisation.id} and t.id = any(${ids}::uuid[]) and t.status = ${register.lifecycle.inForce} and t.imported_by is not null
    and not exists (select from history_event e where e.organisation_id = t.organisation_id and e.register = ${register.key} and e.entry_id = t.id and e.cause_id is null)
    and not exists (select from entry_proposal p where p.organisation_id = t.organisation_id and p.register = ${register.key} and p.entry_id = t.id)`.execute(scope.tx)
  return new Set(found.rows.map(({ id }) => id))
}

async function propose(scope: Scope, register: Register, importId: string, entry: Stored<Fields>, patch: NonNullable<CheckedRow['patch']>, number: number): Promise<void> {
  const present = await readProposal(scope, register, entry.system.id)
  if (present?.status === 'in_review') throw new Refused(t(`Het register is intussen gewijzigd: het voorstel bij rij ${number} ligt ter toetsing. Controleer het bestand opnieuw.`, `The register was changed meanwhile: the proposal at row ${number} is in review. Check the file again.`))
  const base: AnyInput = present?.input ?? entry.input
  const input = applyPatch(base, patch)
  const changes = changesBetween(register.fields, base, input)
  if (changes.length === 0) return
  const revision = entry.system.revision + 1
  if (present) await changeProposal(scope, register, entry.system.id, { status: 'draft', revision, input })
  else await addProposal(scope, register, entry.system.id, { baseVersion: entry.system.version, input, revision })
  await updateEntries(scope.tx, register, scope.organisation.id, [{ system: { id: entry.system.id, revision, updated_at: scope.now, updated_by: personOf(scope.actor) }, input: entry.input, changed: [] }])
  await writeHistory(scope, register.key, [{ entryId: entry.system.id, verb: 'import', changes, revision, note: present ? 'voorstel' : 'nieuw voorstel' }], importId)
}
