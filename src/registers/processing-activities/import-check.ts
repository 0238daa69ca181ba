// Import check: every staged row read and compared with the register, and what it would become written beside it. Changes nothing in the register.
import { Refused } from '../../ground/refusals.ts'
import { fold } from '../../ground/letters.ts'
import type { Scope } from '../../ground/scope.ts'
import { say } from '../../ground/words.ts'
import { inPlace, type JobHouse, type JobPlace } from '../../people/job-scope.ts'
import { changesBetween } from '../../register-kit/changes.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { loadLookups } from '../../register-kit/lookups.ts'
import { putQuestions, readDecisions } from '../../register-kit/exchange-flow/decisions.ts'
import { type CheckedRow, type Outcome, readStaged, type StagedRow, writeChecked } from '../../register-kit/exchange-flow/import-rows.ts'
import { type ImportRun, moveRun, readRun, tellProgress } from '../../register-kit/exchange-flow/import-runs.ts'
import { namesIn } from '../../register-kit/exchange-flow/names.ts'
import { applyPatch, type Patch } from '../../register-kit/exchange-flow/patch.ts'
import { makeRowReader, type RowMessage } from '../../register-kit/exchange-flow/read-row.ts'
import { type Finder, makeFinder } from '../../register-kit/exchange-flow/value-finder.ts'
import { loadEntries } from '../../register-kit/store.ts'
import { sql } from 'kysely'
import { type ActivityInput, type FieldKey, fields, registerKey } from './declaration.ts'
import { importChoices, type ImportChoices, keyWords } from './import-choices.ts'
import { noteFieldOf, rowsReaders } from './import-texts.ts'
import { loadDomains } from './import-values.ts'
import { processingActivities } from './register.ts'

const batch = 250

/** What a new entry starts from, before its row is laid over it. */
export function startOf(choices: ImportChoices): ActivityInput {
  return { ...emptyInput(fields), role: choices.role, regime: choices.regime, department: choices.department }
}

/** Checks all rows, a batch in each transaction, so that progress shows and memory stays flat. Stops quietly when somebody cancelled. */
export async function checkImport(house: JobHouse, place: JobPlace, importId: string): Promise<void> {
  const { run, check } = await inPlace(house, place, async (scope) => {
    const found = await readRun(scope, registerKey, importId)
    return { run: found, check: found.status === 'checking' ? await openCheck(scope, found) : undefined }
  })
  if (!check) return
  let after = -1
  for (let done = 0; ;) {
    const rows = await inPlace(house, place, async (scope) => {
      const staged = await readStaged(scope, importId, after, batch)
      await writeChecked(scope, importId, await checkRows(scope, check, staged))
      return staged
    })
    if (rows.length === 0) break
    after = rows.at(-1)!.number
    done += rows.length
    if (!(await tellProgress(house.database, place.organisation.id, importId, 'checking', done, house.clock()))) return
  }
  await inPlace(house, place, async (scope) => {
    await putQuestions(scope, importId, check.finder.questions())
    await moveRun(scope, importId, ['checking'], 'ready', { progress: run.rowCount, counts: check.counts })
  })
}

type Check = {
  readonly choices: ImportChoices
  readonly start: ActivityInput
  readonly finder: Finder
  readonly read: ReturnType<typeof makeRowReader>
  readonly existing: Existing
  /** Key and number of the rows so far, to the row that had it first. */
  readonly keysSeen: Map<string, number>
  readonly numbersSeen: Map<string, number>
  readonly counts: { created: number; updated: number; unchanged: number; refused: number }
}

async function openCheck(scope: Scope, run: ImportRun): Promise<Check> {
  const choices = importChoices.parse(run.choices)
  if (!choices.columns.includes('name') && choices.key !== 'number') throw new Refused('Kies eerst welke kolom de naam van de verwerking is.')
  const lookups = await loadLookups(scope, fields)
  const finder = makeFinder(await loadDomains(scope, lookups), await readDecisions(scope))
  return {
    choices, start: startOf(choices), finder, existing: await loadExisting(scope, choices.key), keysSeen: new Map(), numbersSeen: new Map(), counts: { created: 0, updated: 0, unchanged: 0, refused: 0 },
    read: makeRowReader({ fields, headings: run.headings, choices, lookups, names: namesIn(lookups), finder, rowsReaders, noteFieldOf }),
  }
}

type Known = { readonly id: string; readonly status: string }
type Existing = { readonly byKey: ReadonlyMap<string, readonly Known[]>; readonly byNumber: ReadonlyMap<string, string> }

// A few letters for each entry: 100,000 of them are some tens of megabytes, far less than asking once per row costs in time.
async function loadExisting(scope: Scope, key: ImportChoices['key']): Promise<Existing> {
  const found = await sql<Known & { number: string | null; name: string; department: string | null }>`
    select id, status, number, sort_name as name, department from processing_activity where organisation_id = ${scope.organisation.id}`.execute(scope.tx)
  const byKey = new Map<string, Known[]>()
  for (const { id, status, number, name, department } of found.rows) {
    const letters = keyOf(key, { number, name, department })
    if (letters !== null) byKey.set(letters, [...byKey.get(letters) ?? [], { id, status }])
  }
  return { byKey, byNumber: new Map(found.rows.flatMap(({ id, number }) => number === null ? [] : [[number, id]])) }
}

function keyOf(key: ImportChoices['key'], value: { number: unknown; name: unknown; department: unknown }): string | null {
  const name = typeof value.name === 'string' && value.name !== '' ? fold(value.name) : null
  if (key === 'number') return typeof value.number === 'string' && value.number !== '' ? value.number : null
  if (key === 'name') return name
  return key === 'name_department' && name !== null ? `${name}\n${typeof value.department === 'string' ? value.department : ''}` : null
}

type Draft = { row: StagedRow; patch: Patch; messages: RowMessage[]; known: Known | undefined }

async function checkRows(scope: Scope, check: Check, rows: readonly StagedRow[]): Promise<CheckedRow[]> {
  const drafts = rows.map((row) => draftOf(check, row))
  const entries = await loadEntries(scope.tx, processingActivities, scope.organisation.id, drafts.flatMap(({ known }) => known ? [known.id] : []))
  const byId = new Map(entries.map((entry) => [entry.system.id, entry]))
  const proposals = await loadProposals(scope, [...byId.keys()])
  return drafts.map(({ row, patch, messages, known }) => {
    const entry = known && byId.get(known.id)
    const outcome = outcomeOf(check, patch, messages, entry && { status: entry.system.status, input: entry.input, proposal: proposals.get(entry.system.id) })
    check.counts[countNames[outcome]]++
    return { number: row.number, outcome, messages, entryId: entry?.system.id ?? null, patch: outcome === 'refuse' || outcome === 'unchanged' ? null : patch }
  })
}

const countNames = { create: 'created', update: 'updated', unchanged: 'unchanged', refuse: 'refused' } as const satisfies Record<Outcome, string>

function draftOf(check: Check, row: StagedRow): Draft {
  const { patch, messages } = check.read(row.cells, row.read)
  const refuse = (field: FieldKey, message: string) => messages.push({ level: 'refuse', column: columnOf(check, field), message })
  const { name, number, department } = { ...check.start, ...patch.set } as ActivityInput
  const key = keyOf(check.choices.key, { name, number, department })
  const found = key === null ? [] : check.existing.byKey.get(key) ?? []
  if (key !== null) {
    const earlier = check.keysSeen.get(key)
    if (earlier !== undefined) refuse(check.choices.key === 'number' ? 'number' : 'name', `Rij ${earlier} en rij ${row.number} hebben dezelfde ${keyWords[check.choices.key!]}. Rij ${earlier} wordt gebruikt; maak van deze rij een andere of haal haar weg.`)
    else check.keysSeen.set(key, row.number)
  } else if (check.choices.key === 'number') {
    messages.push({ level: 'note', column: columnOf(check, 'number'), message: 'Zonder nummer wordt deze rij bij een volgende import niet herkend.' })
  }
  if (found.length > 1) refuse(check.choices.key === 'number' ? 'number' : 'name', `Het register heeft ${found.length} verwerkingen met deze ${keyWords[check.choices.key!]}. Kies een andere manier van herkennen, bijvoorbeeld op nummer.`)
  if (number !== null) {
    const earlier = check.numbersSeen.get(number)
    const holder = check.existing.byNumber.get(number)
    if (earlier !== undefined && check.choices.key !== 'number') refuse('number', `Rij ${earlier} en rij ${row.number} hebben hetzelfde nummer ${number}. Elke verwerking heeft een eigen nummer.`)
    else if (holder !== undefined && holder !== found[0]?.id) refuse('number', `Nummer ${number} is al van een andere verwerking in het register.`)
    if (earlier === undefined) check.numbersSeen.set(number, row.number)
  }
  return { row, patch, messages, known: found.length === 1 ? found[0] : undefined }
}

type Present = { readonly status: string; readonly input: ActivityInput; readonly proposal: { status: string; input: ActivityInput } | undefined }

/** What the row becomes; adds to its messages why it is refused or what follows from it. */
function outcomeOf(check: Check, patch: Patch, messages: RowMessage[], entry: Present | undefined): Outcome {
  const base = entry?.input ?? check.start
  const input = applyPatch(base, patch)
  if (entry && !messages.some(({ level }) => level === 'refuse') && changesBetween(fields, base, input).length === 0) return 'unchanged'
  const refuse = (message: string, field?: FieldKey) => messages.push({ level: 'refuse', column: field ? columnOf(check, field) : null, message })
  if (input.name === null || input.name === '') refuse('De naam van de verwerking ontbreekt.', 'name')
  for (const field of Object.keys(patch.notes) as FieldKey[]) {
    const declared = fields[field]
    const length = String(input[field] ?? '').length
    if (declared.type === 'longText' && length > declared.most) refuse(`“${say(declared.words)}” wordt te lang: ${length.toLocaleString('nl-NL')} tekens, er passen er ${declared.most.toLocaleString('nl-NL')}.`, field)
  }
  if (entry?.status === 'in_review' || entry?.proposal?.status === 'in_review') refuse('Deze verwerking ligt ter toetsing bij de FG. Neem haar eerst terug, of wacht de toets af.')
  if (entry?.status === 'ended') refuse('Deze verwerking is beëindigd en wordt niet meer gewijzigd.')
  if (messages.some(({ level }) => level === 'refuse')) return 'refuse'
  if (!entry) return 'create'
  if (entry.proposal && changesBetween(fields, entry.proposal.input, applyPatch(entry.proposal.input, patch)).length === 0) return 'unchanged'
  return 'update'
}

async function loadProposals(scope: Scope, ids: readonly string[]): Promise<Map<string, { status: string; input: ActivityInput }>> {
  if (ids.length === 0) return new Map()
  const found = await sql<{ id: string; status: string; input: ActivityInput }>`select entry_id as id, status, input from entry_proposal
    where organisation_id = ${scope.organisation.id} and register = ${registerKey} and entry_id = any(${ids}::uuid[])`.execute(scope.tx)
  return new Map(found.rows.map(({ id, ...proposal }) => [id, proposal]))
}

function columnOf(check: Pick<Check, 'choices'>, field: FieldKey): number | null {
  const column = check.choices.columns.indexOf(field)
  return column < 0 ? null : column
}
