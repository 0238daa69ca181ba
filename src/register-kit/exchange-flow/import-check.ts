// Import check: every staged row read and compared with the register, and what it would become written beside it. Changes nothing in the register.
import { Refused } from '../../ground/refusals.ts'
import { fold } from '../../ground/letters.ts'
import type { OrganisationKind, Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { inPlace, type JobHouse, type JobPlace } from '../../people/job-scope.ts'
import { changesBetween } from '../changes.ts'
import type { AnyInput } from '../entry.ts'
import { completed, emptyInput, type Fields, type InputOf } from '../field-types.ts'
import { stageOf } from '../lifecycle.ts'
import { loadLookups } from '../lookups.ts'
import { putQuestions, readDecisions } from './decisions.ts'
import { type CheckedRow, type Outcome, readStaged, type StagedRow, writeChecked } from './import-rows.ts'
import { type ImportRun, moveRun, readRun, tellProgress } from './import-runs.ts'
import { namesIn } from './names.ts'
import { applyPatch, type Patch } from './patch.ts'
import { makeRowReader, type RowMessage } from './read-row.ts'
import { type Finder, makeFinder } from './value-finder.ts'
import { loadEntries } from '../store.ts'
import { sql } from 'kysely'
import { type ImportChoices, keyWords, readChoices } from './import-choices.ts'
import { type Book, noteFieldOf } from './importing.ts'
import { loadDomains } from './value-domains.ts'

const batch = 250

/** What a new entry starts from, before its row is laid over it. */
export function startOf({ register }: Book, choices: ImportChoices): AnyInput {
  return { ...emptyInput(register.fields), ...choices.starts }
}

/** Checks all rows, a batch in each transaction, so that progress shows and memory stays flat. Stops quietly when somebody cancelled. */
export async function checkImport(house: JobHouse, place: JobPlace, book: Book, importId: string): Promise<void> {
  const { run, check } = await inPlace(house, place, async (scope) => {
    const found = await readRun(scope, book.register.key, importId)
    return { run: found, check: found.status === 'checking' ? await openCheck(scope, book, found) : undefined }
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
  readonly book: Book
  readonly organisationKind: OrganisationKind
  readonly now: Date
  readonly choices: ImportChoices
  readonly start: AnyInput
  readonly finder: Finder
  readonly read: ReturnType<typeof makeRowReader>
  readonly existing: Existing
  /** Key and number of the rows so far, to the row that had it first. */
  readonly keysSeen: Map<string, number>
  readonly numbersSeen: Map<string, number>
  readonly counts: { created: number; updated: number; unchanged: number; refused: number }
}

async function openCheck(scope: Scope, book: Book, run: ImportRun): Promise<Check> {
  const { register: { fields, named }, importing: { rowsReaders } } = book
  const choices = readChoices(book, run.choices)
  if (!choices || (!choices.columns.includes(named.title) && choices.key !== 'number')) throw new Refused(t(`Kies eerst welke kolom “${fields[named.title]!.words.nl}” is.`, `First choose which column is “${fields[named.title]!.words.en}”.`))
  const lookups = await loadLookups(scope, fields)
  const finder = makeFinder(await loadDomains(scope, book, lookups), await readDecisions(scope))
  return {
    book, organisationKind: scope.organisation.kind, now: scope.now, choices, start: startOf(book, choices), finder, existing: await loadExisting(scope, book, choices.key), keysSeen: new Map(), numbersSeen: new Map(), counts: { created: 0, updated: 0, unchanged: 0, refused: 0 },
    read: makeRowReader({ fields, headings: run.headings, choices, lookups, names: namesIn(lookups), finder, rowsReaders, noteFieldOf: noteFieldOf(book) }),
  }
}

type Known = { readonly id: string; readonly status: string }
type Existing = { readonly byKey: ReadonlyMap<string, readonly Known[]>; readonly byNumber: ReadonlyMap<string, string> }

// A few letters for each entry: 100,000 of them are some tens of megabytes, far less than asking once per row costs in time.
async function loadExisting(scope: Scope, { register: { table, named } }: Book, key: ImportChoices['key']): Promise<Existing> {
  const found = await sql<Known & { number: string | null; name: string; department: string | null }>`
    select id, status, ${sql.ref(named.number.field)} as number, sort_name as name, ${named.department ? sql.ref(named.department) : sql`null`} as department from ${sql.table(table)} where organisation_id = ${scope.organisation.id}`.execute(scope.tx)
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
  const entries = await loadEntries(scope.tx, check.book.register, scope.organisation.id, drafts.flatMap(({ known }) => known ? [known.id] : []))
  const byId = new Map(entries.map((entry) => [entry.system.id, entry]))
  const proposals = await loadProposals(scope, check.book, [...byId.keys()])
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
  const { named } = check.book.register
  const refuse = (field: string, message: string) => messages.push({ level: 'refuse', column: columnOf(check, field), message })
  const values: AnyInput = { ...check.start, ...patch.set }
  const number = values[named.number.field] as string | null
  const name = values[named.title]
  const department = named.department === undefined ? null : values[named.department]
  const keyField = check.choices.key === 'number' ? named.number.field : named.title
  const key = keyOf(check.choices.key, { name, number, department })
  const found = key === null ? [] : check.existing.byKey.get(key) ?? []
  if (key !== null) {
    const earlier = check.keysSeen.get(key)
    if (earlier !== undefined) refuse(keyField, t(`Rij ${earlier} en rij ${row.number} zijn hetzelfde (${keyWords[check.choices.key!].nl}). Rij ${earlier} wordt gebruikt; maak van deze rij een andere of haal haar weg.`, `Row ${earlier} and row ${row.number} are the same (${keyWords[check.choices.key!].en}). Row ${earlier} is used; make this row another or take it out.`))
    else check.keysSeen.set(key, row.number)
  } else if (check.choices.key === 'number') {
    messages.push({ level: 'note', column: columnOf(check, named.number.field), message: t('Zonder nummer wordt deze rij bij een volgende import niet herkend.', 'Without a number this row isn’t recognised at a next import.') })
  }
  if (found.length > 1) refuse(keyField, t(`Het register heeft hier ${found.length} van (${keyWords[check.choices.key!].nl}). Kies een andere manier van herkennen, bijvoorbeeld op nummer.`, `The register has ${found.length} of these (${keyWords[check.choices.key!].en}). Choose another way of recognising, for instance by number.`))
  if (number !== null) {
    const earlier = check.numbersSeen.get(number)
    const holder = check.existing.byNumber.get(number)
    if (earlier !== undefined && check.choices.key !== 'number') refuse(named.number.field, t(`Rij ${earlier} en rij ${row.number} hebben hetzelfde nummer ${number}. Elk heeft een eigen nummer.`, `Row ${earlier} and row ${row.number} have the same number ${number}. Each has a number of its own.`))
    else if (holder !== undefined && holder !== found[0]?.id) refuse(named.number.field, t(`Nummer ${number} is al in gebruik in het register.`, `Number ${number} is already in use in the register.`))
    if (earlier === undefined) check.numbersSeen.set(number, row.number)
  }
  return { row, patch, messages, known: found.length === 1 ? found[0] : undefined }
}

type Present = { readonly status: string; readonly input: AnyInput; readonly proposal: { status: string; input: AnyInput } | undefined }

/** What the row becomes; adds to its messages why it is refused or what follows from it. */
function outcomeOf(check: Check, patch: Patch, messages: RowMessage[], entry: Present | undefined): Outcome {
  const { register } = check.book
  const { fields, named } = register
  const base = entry?.input ?? check.start
  const input = applyPatch(base, patch)
  if (entry && !messages.some(({ level }) => level === 'refuse') && changesBetween(fields, base, input).length === 0) return 'unchanged'
  const refuse = (message: string, field?: string) => messages.push({ level: 'refuse', column: field ? columnOf(check, field) : null, message })
  if (input[named.title] === null || input[named.title] === '') refuse(t(`“${fields[named.title]!.words.nl}” ontbreekt.`, `“${fields[named.title]!.words.en}” is missing.`), named.title)
  for (const { at, message } of register.check?.(input as InputOf<Fields>, { organisationKind: check.organisationKind, now: check.now, before: entry && (base as InputOf<Fields>) }) ?? []) refuse(say(message), at)
  for (const field of Object.keys(patch.notes)) {
    const declared = fields[field]!
    const length = String(input[field] ?? '').length
    if (declared.type === 'longText' && length > declared.most) refuse(t(`“${declared.words.nl}” wordt te lang: ${length.toLocaleString('nl-NL')} tekens, er passen er ${declared.most.toLocaleString('nl-NL')}.`, `“${declared.words.en}” becomes too long: ${length} characters; ${declared.most} fit.`), field)
  }
  const stage = entry && stageOf(register, entry.status)
  if (stage === 'in_review' || entry?.proposal?.status === 'in_review') refuse(t('Dit ligt ter toetsing. Neem het eerst terug, of wacht de toets af.', 'This is in review. Take it back first, or wait for the test.'))
  if (stage === 'ended') refuse(t('Dit is beëindigd en wordt niet meer gewijzigd.', 'This has ended and isn’t changed any more.'))
  if (messages.some(({ level }) => level === 'refuse')) return 'refuse'
  if (!entry) return 'create'
  if (entry.proposal && changesBetween(fields, entry.proposal.input, applyPatch(entry.proposal.input, patch)).length === 0) return 'unchanged'
  return 'update'
}

async function loadProposals(scope: Scope, { register }: Book, ids: readonly string[]): Promise<Map<string, { status: string; input: AnyInput }>> {
  if (ids.length === 0) return new Map()
  const found = await sql<{ id: string; status: string; input: AnyInput }>`select entry_id as id, status, input from entry_proposal
    where organisation_id = ${scope.organisation.id} and register = ${register.key} and entry_id = any(${ids}::uuid[])`.execute(scope.tx)
  return new Map(found.rows.map(({ id, status, input }) => [id, { status, input: completed(register.fields, input) }]))
}

function columnOf(check: Pick<Check, 'choices'>, field: string): number | null {
  const column = check.choices.columns.indexOf(field)
  return column < 0 ? null : column
}
