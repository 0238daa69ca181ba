// Board: all norms of the policy in force with how they stand, since when, and the measures tied to them; filtered and grouped as an address says.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { type PolicyInForce, profileInForce } from '../../policy/in-force.ts'
import { principleKeys } from '../../policy/principles.ts'
import type { Norm, Profile } from '../../policy/profiles.ts'
import { partsOf } from '../../policy/evidence.ts'
import type { NormStatus } from '../../register-kit/norm-evidence.ts'
import type { NormEvidence } from '../../register-kit/norms/figures.ts'
import { measureNorms } from '../../register-kit/norms/measure-norms.ts'
import { say } from '../../ground/words.ts'
import { capabilityWords, chapterOf, sayPrinciple, sayResponsible, statuses } from './norm-words.ts'
import { sinceWhen } from './snapshots.ts'

export type BoardNorm = NormEvidence & { readonly since: string | undefined; readonly measures: number }
export type Board = { readonly policy: PolicyInForce; readonly norms: readonly BoardNorm[] }

/** Undefined where the organisation follows no policy. */
export async function loadBoard(scope: Scope, only?: (norm: Norm) => boolean): Promise<Board | undefined> {
  const policy = await profileInForce(scope)
  if (!policy) return undefined
  const evidence = await measureNorms(scope, policy.profile, only)
  const [since, measures] = [await sinceWhen(scope, evidence), await openMeasures(scope)]
  return { policy, norms: evidence.map((one) => ({ ...one, since: since.get(one.norm.id), measures: measures.get(one.norm.id) ?? 0 })) }
}

async function openMeasures(scope: Scope): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ norm: string; measures: number }>`
    select n.norm, count(distinct n.entry_id)::int as measures from improvement_measure_norms n join improvement_measure m on m.organisation_id = n.organisation_id and m.id = n.entry_id
    where n.organisation_id = ${scope.organisation.id} and n.norm is not null and m.status <> 'closed' group by n.norm`.execute(scope.tx)
  return new Map(rows.map(({ norm, measures }) => [norm, measures]))
}

export const views = ['beginsel', 'hoofdstuk', 'rol', 'onderdeel'] as const
export type View = (typeof views)[number]

/** What an address asks of the board; what isn't understood is left out. */
export type BoardQuery = { readonly view: View; readonly status?: NormStatus | undefined; readonly by: Readonly<Partial<Record<View, string>>>; readonly proof?: 'gemeten' | 'verklaard' | undefined; readonly measures?: 'met' | 'zonder' | undefined; readonly words: string }

export function readBoardQuery(address: string): BoardQuery {
  const given = new URL(address).searchParams
  const one = <T extends string>(name: string, allowed: readonly T[]) => allowed.find((value) => value === given.get(name))
  return {
    view: one('weergave', views) ?? 'beginsel', status: one('status', statuses), proof: one('bewijs', ['gemeten', 'verklaard']), measures: one('maatregelen', ['met', 'zonder']),
    by: Object.fromEntries(views.flatMap((view) => given.get(view) ? [[view, given.get(view)!.slice(0, 100)]] : [])), words: (given.get('q') ?? '').trim().slice(0, 100),
  }
}

/** The address of the board with some of the query changed; undefined takes a part away. */
export function boardAddress(base: string, query: BoardQuery, change: Readonly<Record<string, string | undefined>> = {}): string {
  const now: Record<string, string | undefined> = {
    weergave: query.view === 'beginsel' ? undefined : query.view, status: query.status, ...query.by, bewijs: query.proof, maatregelen: query.measures, q: query.words || undefined, ...change,
  }
  const text = new URLSearchParams(Object.entries(now).flatMap(([name, value]) => value === undefined ? [] : [[name, value]])).toString()
  return text === '' ? base : `${base}?${text}`
}

/** Whether a person must judge the norm, at least in part. */
export function isStated({ evidence }: Norm): boolean {
  return partsOf(evidence).some(({ kind }) => kind === 'manual')
}

export function matches(profile: Profile, one: BoardNorm, query: BoardQuery): boolean {
  const { norm } = one
  const words = query.words.toLowerCase()
  return (query.status === undefined || one.status === query.status)
    && views.every((view) => query.by[view] === undefined || keyIn(profile, norm, view) === query.by[view])
    && (query.proof === undefined || isStated(norm) === (query.proof === 'verklaard'))
    && (query.measures === undefined || (one.measures > 0) === (query.measures === 'met'))
    && (words === '' || `${norm.id} ${norm.text} ${norm.article} ${norm.src}`.toLowerCase().includes(words))
}

/** The gravest first, then in the order of the policy. */
export function inOrder(norms: readonly BoardNorm[]): BoardNorm[] {
  return norms.toSorted((one, other) => statuses.indexOf(one.status) - statuses.indexOf(other.status))
}

export type Group = { readonly key: string; readonly words: string; readonly norms: readonly BoardNorm[] }

/** Norms in the groups of a view, in the order of the policy or of the law; each group the gravest first. */
export function groupsOf(profile: Profile, norms: readonly BoardNorm[], view: View): Group[] {
  const groups = new Map<string, BoardNorm[]>()
  for (const one of norms) {
    const key = keyIn(profile, one.norm, view)
    groups.set(key, [...groups.get(key) ?? [], one])
  }
  const order: readonly string[] = view === 'beginsel' ? principleKeys : view === 'hoofdstuk' ? profile.sections.map(({ key }) => key) : []
  const keys = [...new Set([...order.filter((key) => groups.has(key)), ...groups.keys()])]
  return keys.map((key) => ({ key, words: wordsFor(profile, groups.get(key)![0]!.norm, view), norms: inOrder(groups.get(key)!) }))
}

export function keyIn(profile: Profile, norm: Norm, view: View): string {
  switch (view) {
    case 'beginsel': return norm.principle
    case 'hoofdstuk': return chapterOf(profile, norm).key
    case 'rol': return norm.role
    case 'onderdeel': return norm.capability
  }
}

export function wordsFor(profile: Profile, norm: Norm, view: View): string {
  switch (view) {
    case 'beginsel': return sayPrinciple(norm.principle)
    case 'hoofdstuk': return chapterOf(profile, norm).title
    case 'rol': return sayResponsible(norm.role)
    case 'onderdeel': return say(capabilityWords[norm.capability])
  }
}
