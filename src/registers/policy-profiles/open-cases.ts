// Open cases: what a new profile would change for work that runs, and for work that begins under it.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { say, type Words } from '../../ground/words.ts'
import type { PolicyInForce } from '../../policy/in-force.ts'
import { parameterWords, sayTerm } from '../../policy/parameter-words.ts'
import { clockOf, parameter, type ParameterName, type Profile } from '../../policy/profiles.ts'
import { parameterNames } from '../../policy/profile.ts'
import type { DeclaredTerm } from '../../register-kit/deadline-declaration.ts'
import { termBy } from '../../register-kit/deadlines/deadline-term.ts'
import { statusesAt } from '../../register-kit/lifecycle.ts'
import { usualReview } from '../../register-kit/review-due.ts'
import type { Register } from '../../register-kit/register.ts'
import { allRegisters } from '../../register-kit/tied-registers.ts'

/** A term that differs: `running` is how many keep the old one. */
export type ChangedTerm = { readonly register: Words; readonly what: Words; readonly now: string; readonly next: string; readonly running: number }
export type OpenCases = {
  /** Deadlines that run: each keeps its end. */
  readonly deadlines: readonly ChangedTerm[]
  /** Entries with a day on which they are looked at again: that day stays. */
  readonly reviews: readonly ChangedTerm[]
  /** Terms that differ and that no deadline or review is counted by: they hold from the day on which the version begins. */
  readonly others: readonly { readonly name: ParameterName; readonly now: string | undefined; readonly next: string | undefined }[]
}

export async function openCases(scope: Scope, now: Profile | undefined, next: Profile): Promise<OpenCases> {
  const changed = new Set(parameterNames.filter((name) => termOf(now, name) !== termOf(next, name)))
  const registers = allRegisters()
  const deadlines = await changedDeadlines(scope, registers, now, next, changed)
  const reviews = await changedReviews(scope, registers, now, next, changed)
  const used = new Set(registers.flatMap(({ reviewBy, deadlines: declared = {} }) => [reviewBy, ...Object.values(declared).flatMap(({ term, extension }) => [term.parameter, extension?.parameter])]))
  return { deadlines, reviews, others: [...changed].filter((name) => !used.has(name)).map((name) => ({ name, now: termOf(now, name), next: termOf(next, name) })) }
}

async function changedDeadlines(scope: Scope, registers: readonly Register[], now: Profile | undefined, next: Profile, changed: ReadonlySet<ParameterName>): Promise<ChangedTerm[]> {
  const touched = registers.flatMap((register) => Object.entries(register.deadlines ?? {}).flatMap(([kind, declared]) => {
    const terms: readonly (DeclaredTerm | undefined)[] = [declared.term, declared.extension]
    return terms.flatMap((term, place) => term?.parameter !== undefined && changed.has(term.parameter)
      ? [{ register, kind, term, what: place === 0 ? declared.words : parameterWords[term.parameter] }] : [])
  }))
  if (touched.length === 0) return []
  const { rows } = await sql<{ register: string; kind: string; running: number }>`
    select register, kind, count(*)::int as running from deadline
    where organisation_id = ${scope.organisation.id} and met_at is null and lapsed_at is null group by register, kind`.execute(scope.tx)
  return touched.map(({ register, kind, term, what }) => ({
    register: register.words.many, what, now: sayBy(now, term), next: sayBy(next, term), running: rows.find((row) => row.register === register.key && row.kind === kind)?.running ?? 0,
  }))
}

async function changedReviews(scope: Scope, registers: readonly Register[], now: Profile | undefined, next: Profile, changed: ReadonlySet<ParameterName>): Promise<ChangedTerm[]> {
  const found: ChangedTerm[] = []
  for (const register of registers) {
    const { reviewBy } = register
    if (reviewBy === undefined || !changed.has(reviewBy)) continue
    const { rows: [row] } = await sql<{ running: number }>`select count(*)::int as running from ${sql.table(register.table)} t
      where t.organisation_id = ${scope.organisation.id} and t.status = any(${statusesAt(register, 'active')}) and t.review_due_on is not null`.execute(scope.tx)
    found.push({ register: register.words.many, what: reviewing, now: termOf(now, reviewBy) ?? sayTerm(usualReview, 'calendar'), next: termOf(next, reviewBy) ?? sayTerm(usualReview, 'calendar'), running: row?.running ?? 0 })
  }
  return found
}

const reviewing: Words = { nl: 'opnieuw nakijken', en: 'reviewing again' }

function sayBy(profile: Profile | undefined, declared: DeclaredTerm): string {
  const policy: PolicyInForce | undefined = profile && { profile, versionId: null, version: profile.version }
  const { term } = termBy(policy, declared)
  return sayTerm(term.duration, term.clock)
}

function termOf(profile: Profile | undefined, name: ParameterName): string | undefined {
  const duration = profile && parameter(profile, name)
  return profile && duration !== undefined ? sayTerm(duration, clockOf(profile, name)) : undefined
}

/** Whether anything that runs or begins is touched. */
export function isTouched({ deadlines, reviews, others }: OpenCases): boolean {
  return deadlines.length + reviews.length + others.length > 0
}

/** `Verwerkingen: Verwerkingen nakijken` for one changed term. */
export function sayChanged({ register, what }: ChangedTerm): string {
  return `${say(register)}: ${say(what)}`
}
