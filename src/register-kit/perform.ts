// Perform: the one corridor for every change of an entry: visible > permitted > allowed now > done > history, search, deadlines, findings, neighbours.
import { sql } from 'kysely'
import type { Access } from '../access-record/record.ts'
import { fold } from '../ground/letters.ts'
import { Conflict, type Fault, Invalid, NotAllowed, NotFound, Refused } from '../ground/refusals.ts'
import { hasRole, personOf, type Scope } from '../ground/scope.ts'
import { inLanguage, say, t } from '../ground/words.ts'
import { newId } from '../ground/ids.ts'
import { announce } from './announce.ts'
import { changesBetween } from './changes.ts'
import { dropCollaboration } from './collaboration/drop-collaboration.ts'
import { dropDeadlines, keepDeadlines } from './deadlines/keep-deadlines.ts'
import { readDeadlines } from './deadlines/kept-deadline.ts'
import type { Entry, Lookups, AnyInput, SystemRow } from './entry.ts'
import { emptyInput, type Fields, type InputOf } from './field-types.ts'
import { writeHistory } from './history.ts'
import { refreshFindings, refreshNeighbours } from './keep-findings.ts'
import { hasProposals, mayDo, stageOf, workOf } from './lifecycle.ts'
import { loadLookupsFor } from './lookups.ts'
import { dropPopulations } from './norms/keep-populations.ts'
import { newNumber, refuseTakenNumber } from './numbers.ts'
import { readProposal } from './proposals.ts'
import type { Register, Outcome, Verb, Work } from './register.ts'
import { recordChange, subjectsOfVerb } from './reading.ts'
import { newOne, thisOne } from './register-words.ts'
import { nextReview } from './review-due.ts'
import { dropSearch, putSearch } from './search-text.ts'
import { deleteEntries, insertEntries, loadEntries, updateEntries } from './store.ts'
import { linksTo } from './tied-registers.ts'
import { freezeVersions } from './versions.ts'

export type PerformOptions = {
  /** The revision that the person saw; another one now is a Conflict. */
  readonly revision?: number
  /** The larger work that this is a part of, in history. */
  readonly causeId?: string
  /** Gathers what must be judged anew, for a caller with many entries that does so once at the end. */
  readonly later?: Later
}

/** Entries whose own findings are to be worked out, and those (with their inputs before and after) whose neighbours are to be looked at; and whose data were touched, for one access record of the whole. */
export type Later = { readonly judged: string[]; readonly ids: string[]; readonly inputs: AnyInput[]; readonly subjects: Access['subjects'][number][] }

/**
 * Does a verb on one entry in the scope's transaction, with what its form asked (parsed).
 * @throws NotFound when it isn't there or may not be seen, NotAllowed by role, Refused by state, Conflict when `revision` isn't the present one, Invalid by the verb itself.
 */
export async function perform(scope: Scope, register: Register, key: string, entryId: string, values: AnyInput = {}, options: PerformOptions = {}): Promise<void> {
  const entry = await loadEntry(scope, register, entryId, { lock: true })
  // With what it becomes, so that a version that is frozen on the way has the labels of new values.
  const lookups = await frozenLookups(scope, register, [entry.input, entry.proposal?.input ?? {}, values])
  const outcome = await actOn(scope, register, key, entry, values, lookups, options.revision)
  const subjects = subjectsOfVerb(register, key, [entry.input, entry.proposal?.input ?? {}, outcome.input ?? {}], values)
  if (options.later) options.later.subjects.push(...subjects)
  else await recordChange(scope, register, key, subjects)
  await settle(scope, register, key, entry, outcome, lookups, options)
}

/** The checks of a verb and its act, with nothing settled yet. For `perform`, and for a preview that takes back what the act wrote. @throws as perform */
export async function actOn(scope: Scope, register: Register, key: string, entry: Entry, values: AnyInput, lookups: Lookups, revision?: number): Promise<Outcome> {
  const verb = Object.hasOwn(register.lifecycle.verbs, key) ? register.lifecycle.verbs[key] : undefined
  if (!verb?.act) throw new NotFound()
  refuseWhatMayNot(scope, register, key, verb, workOf(register, entry))
  if (revision !== undefined && revision !== entry.system.revision) throw new Conflict()
  return await verb.act({ scope, register, entry, values, lookups }) ?? {}
}

async function settle(scope: Scope, register: Register, verb: string, entry: Entry, outcome: Outcome, before: Lookups, { causeId, later }: PerformOptions): Promise<void> {
  const { id } = entry
  const input = outcome.input ?? entry.input
  const lookups = outcome.input ? await frozenLookups(scope, register, [input]) : before
  const inForce = changesBetween(register.fields, entry.input, input)
  const changes = outcome.changes ?? inForce
  const revision = outcome.system?.revision ?? entry.system.revision + (changes.length > 0 ? 1 : 0)
  await writeHistory(scope, register.key, [{ entryId: id, verb, changes, revision: changes.length > 0 ? revision : null, note: outcome.note ?? null }], causeId ?? null)
  if (outcome.isRemoved) {
    await removeEntries(scope, register, [id])
  } else {
    const system = { ...outcome.system, id, revision, updated_at: scope.now, updated_by: personOf(scope.actor), ...(outcome.input ? { sort_name: sortName(register, input) } : {}) }
    await updateEntries(scope.tx, register, scope.organisation.id, [{ system, input, changed: inForce.map(({ field }) => field) }])
    if (inForce.length > 0) await putSearch(scope, register, [{ id, input }], lookups)
    await keepDeadlines(scope, register, verb, [{ id, before: { status: entry.system.status, input: entry.input }, after: { status: outcome.system?.status ?? entry.system.status, input } }])
    if (later) later.judged.push(id)
    else await refreshFindings(scope, register, [{ id, system: { ...entry.system, ...system }, input }], lookups)
  }
  await announce(scope, [{ register: register.key, entryId: id, verb, revision: changes.length > 0 ? revision : null, status: outcome.isRemoved ? 'removed' : outcome.system?.status ?? entry.system.status }])
  if (inForce.length === 0 && !outcome.isRemoved && (outcome.system?.status ?? entry.system.status) === entry.system.status) return
  if (!later) return refreshNeighbours(scope, register, [id], [entry.input, input])
  later.ids.push(id)
  later.inputs.push(entry.input, input)
}

/** A new entry. It may be incomplete; only the title is needed, so that it can be found again. Gives its id. */
export async function createEntry(scope: Scope, register: Register, input: AnyInput, { later }: Pick<PerformOptions, 'later'> = {}): Promise<string> {
  const { department } = register.named
  const roles = register.lifecycle.verbs.create!.roles
  if (!hasRole(scope.actor, ...roles) && scope.actor.kind !== 'system') throw new NotAllowed(t(`Uw rol staat niet toe dat u dit aanmaakt: ${newOne(register).toLowerCase()}.`, `Your role doesn’t let you make a ${newOne(register).toLowerCase()}.`))
  refuseUnfit(scope, register, input)
  if (!mayDo(register, scope.actor, 'create', department === undefined ? null : input[department] as string | null)) {
    if (department === undefined || scope.actor.kind === 'token') throw new NotAllowed()
    throw new Invalid([{ at: department, message: t('U kunt dit alleen aanmaken voor uw eigen afdeling. Kies die afdeling.', 'You can make this for your own department only. Choose that department.') }])
  }
  await refuseTakenNumber(scope, register, input[register.named.number.field])
  const entry = newEntry(scope, register, input, {}, await nextReview(scope, register))
  await insertEntries(scope.tx, register, scope.organisation.id, [entry])
  await settleNew(scope, register, [entry], 'create', { later })
  return entry.system.id
}

export type NewEntry = { system: SystemRow & { sort_name: string }; input: AnyInput }

/** The row of a new entry; a number is given where it has none. What begins as being in force is version 1, and is due for review as `review` (nextReview) says. */
export function newEntry(scope: Scope, register: Register, input: AnyInput, system: Partial<SystemRow> = {}, review: Partial<SystemRow> = {}): NewEntry {
  const who = personOf(scope.actor)
  const { number } = register.named
  const numbered = { ...input, [number.field]: input[number.field] ?? newNumber(number.prefix) }
  const status = system.status ?? register.lifecycle.start
  const isInForce = stageOf(register, status) === 'active'
  return {
    input: numbered,
    system: {
      id: newId(), status, revision: 1, version: isInForce ? 1 : 0, created_at: scope.now, created_by: who, updated_at: scope.now, updated_by: who,
      reviewed_on: null, review_due_on: null, ended_on: null, imported_by: null, findings_blocking: 0, findings_serious: 0, findings_attention: 0, ...(isInForce ? review : {}), ...system, sort_name: sortName(register, numbered),
    },
  }
}

/** History, versions, search, deadlines and findings of new entries. */
export async function settleNew(scope: Scope, register: Register, entries: readonly NewEntry[], verb: 'create' | 'import', cause: { readonly id?: string; readonly note?: string; readonly later?: Later } = {}): Promise<void> {
  const lookups = await frozenLookups(scope, register, entries.map(({ input }) => input))
  const nothing = emptyInput(register.fields)
  await writeHistory(scope, register.key, entries.map(({ system, input }) => ({ entryId: system.id, verb, revision: 1, changes: changesBetween(register.fields, nothing, input) })), cause.id ?? null)
  await freezeVersions(scope, register, entries.flatMap(({ system, input }) => system.version > 0 ? [{ id: system.id, version: system.version, input, note: cause.note }] : []), lookups)
  await putSearch(scope, register, entries.map(({ system, input }) => ({ id: system.id, input })), lookups)
  await keepDeadlines(scope, register, verb, entries.map(({ system, input }) => ({ id: system.id, after: { status: system.status, input } })))
  await announce(scope, entries.map(({ system }) => ({ register: register.key, entryId: system.id, verb, revision: 1, status: system.status })))
  const subjects = subjectsOfVerb(register, verb, entries.map(({ input }) => input))
  if (cause.later) cause.later.subjects.push(...subjects)
  else await recordChange(scope, register, verb, subjects)
  const ids = entries.map(({ system }) => system.id)
  if (cause.later) {
    cause.later.judged.push(...ids)
    cause.later.ids.push(...ids)
    cause.later.inputs.push(...entries.map(({ input }) => input))
  } else {
    await refreshFindings(scope, register, entries.map(({ system, input }) => ({ id: system.id, system, input, isNew: true })), lookups)
    await refreshNeighbours(scope, register, ids, entries.map(({ input }) => input))
  }
}

/** Takes entries away with their findings and search text; their history stays. The caller has checked that this may be done. @throws Refused when others point at them */
export async function removeEntries(scope: Scope, register: Register, ids: readonly string[]): Promise<void> {
  await refuseProposed(scope, register, ids)
  await dropSearch(scope, register, ids)
  await dropCollaboration(scope, register.key, ids)
  await dropDeadlines(scope, register, ids)
  await dropPopulations(scope, register, ids)
  await scope.tx.deleteFrom('finding').where('organisation_id', '=', scope.organisation.id).where('register', '=', register.key).where('entry_id', 'in', [...ids]).execute()
  try {
    await deleteEntries(scope.tx, register, scope.organisation.id, ids)
  } catch (error) {
    if ((error as { code?: string }).code !== '23503') throw error
    throw new Refused(t(`Er verwijst nog iets naar ${thisOne(register)}. Haal die verwijzing eerst weg.`, `Something still points at ${thisOne(register)}. Take that reference away first.`))
  }
}

/** A proposal must be able to come into force, and no foreign key watches over what it points at. @throws Refused */
async function refuseProposed(scope: Scope, register: Register, ids: readonly string[]): Promise<void> {
  for (const from of new Set(linksTo(register.key).map((link) => link.from))) {
    if (!hasProposals(from)) continue
    const found = await sql`select from entry_proposal where organisation_id = ${scope.organisation.id} and register = ${from.key} and entry_id <> all(${ids}::uuid[])
      and exists (select from unnest(${ids}::text[]) id where position(id in input::text) > 0) limit 1`.execute(scope.tx)
    if (found.rows.length > 0) throw new Refused(t(`Een voorstel in het register ${from.words.many.nl} verwijst nog naar ${thisOne(register)}. Haal die verwijzing eerst weg.`, `A proposal in the register ${from.words.many.en} still points at ${thisOne(register)}. Take that reference away first.`))
  }
}

/** One entry that the actor may see, with its proposal. @throws NotFound */
export async function loadEntry(scope: Scope, register: Register, entryId: string, options: { lock?: boolean } = {}): Promise<Entry> {
  const [stored] = await loadEntries(scope.tx, register, scope.organisation.id, [entryId], { ...options, visibleTo: scope.actor })
  if (!stored) throw new NotFound(t(`Dit bestaat niet, of u mag het niet zien (${say(register.words.one)}).`, `This doesn’t exist, or you may not see it (${say(register.words.one)}).`))
  const deadlines = register.deadlines && await readDeadlines(scope, register, [entryId])
  return { id: entryId, system: stored.system, input: stored.input, proposal: await readProposal(scope, register, entryId), ...(deadlines ? { deadlines } : {}) }
}

/** Refuses an input that can't be kept at all: without a title, or against the register's own check; `before` is what it takes the place of. @throws Invalid */
export function refuseUnfit({ organisation, now }: Pick<Scope, 'organisation' | 'now'>, register: Register, input: AnyInput, before?: AnyInput): void {
  const { title } = register.named
  const faults: Fault[] = input[title] === null || input[title] === undefined ? [{ at: title, message: t(`Vul “${register.fields[title]!.words.nl}” in.`, `Fill in “${register.fields[title]!.words.en}”.`) }] : []
  faults.push(...(register.check?.(input as InputOf<Fields>, { organisationKind: organisation.kind, now, before: before as InputOf<Fields> | undefined }) ?? []).map(({ at, message }) => ({ at, message: say(message) })))
  if (faults.length > 0) throw new Invalid(faults)
}

export function sortName(register: Register, input: AnyInput): string {
  return fold(String(input[register.named.title] ?? ''))
}

/** @throws NotAllowed by role, Refused by state */
export function refuseWhatMayNot(scope: Scope, register: Register, key: string, verb: Verb, work: Work): void {
  if (!mayDo(register, scope.actor, key, work.department, work.input)) throw new NotAllowed(t(`Uw rol staat “${verb.words.nl.toLowerCase()}” hier niet toe.`, `Your role doesn’t allow “${verb.words.en.toLowerCase()}” here.`))
  if (!verb.when(work)) throw new Refused(t(`“${verb.words.nl}” kan nu niet: ${thisOne(register)} is ${sayState(register, work)}.`, `“${verb.words.en}” isn’t possible now: ${thisOne(register)} is ${sayState(register, work)}.`))
}

function sayState(register: Register, work: Work): string {
  const status = say(register.lifecycle.statuses[work.status]?.words ?? { nl: work.status, en: work.status }).toLowerCase()
  if (work.proposal === 'in_review') return t(`${status}, met een voorstel in toetsing`, `${status}, with a proposal in review`)
  if (work.proposal === 'draft') return t(`${status}, met een voorstel in concept`, `${status}, with a draft proposal`)
  return status
}

/** What is kept for everybody (search text, snapshots) is said in Dutch, whoever acts; snapshots hold both languages of a term. */
export function frozenLookups(scope: Scope, register: Register, inputs: readonly AnyInput[]): Promise<Lookups> {
  return inLanguage('nl', () => loadLookupsFor(scope, register.fields, inputs))
}
