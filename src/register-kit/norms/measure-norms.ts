// Measure norms: how every norm of a policy stands in an organisation, by all kinds of evidence, in a few questions per register whatever the number of norms.
import { dayAfter, dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { listNetworks } from '../../people/networks.ts'
import { type RoleStandings, roleStandings } from '../../people/role-holders.ts'
import { type EvidencePart, partsOf } from '../../policy/evidence.ts'
import { type Norm, parameter, type ParameterName, type Profile, type SettingName } from '../../policy/profiles.ts'
import { canCount, countEntries, type Found, type Wanted } from './count-entries.ts'
import { countFindings, type FoundFindings, type WantedFindings } from './count-findings.ts'
import { countTerms, type FoundTerms, type WantedTerms } from './count-terms.ts'
import { evidenceFor, type NormEvidence, type PartFigures } from './figures.ts'
import { ageOf, lastStatements, type Statement } from './statements.ts'
import { measuredOf, normRuleOf } from './tied-measured.ts'

/** Over all of the scope's organisation, whoever asks: it gives figures, no entries. In the order of the profile; `only` narrows it to some norms. */
export async function measureNorms(scope: Scope, profile: Profile, only?: (norm: Norm) => boolean): Promise<NormEvidence[]> {
  const norms = only ? profile.norms.filter(only) : profile.norms
  const parts = norms.flatMap(({ evidence }) => partsOf(evidence))
  const known = await gather(scope, profile, parts)
  const evidence: NormEvidence[] = []
  for (const norm of norms) {
    const figures: PartFigures[] = []
    for (const part of partsOf(norm.evidence)) figures.push(await figuresOf(scope, norm, part, known))
    evidence.push(evidenceFor(norm, figures))
  }
  return evidence
}

type Known = {
  readonly profile: Profile
  readonly today: string
  readonly entries: (register: string, wanted: Wanted) => Found | undefined
  readonly findings: (register: string, wanted: WantedFindings) => FoundFindings | undefined
  readonly terms: (wanted: WantedTerms) => FoundTerms | undefined
  readonly roles: RoleStandings | undefined
  readonly settings: Readonly<Record<SettingName, boolean>>
  readonly statements: ReadonlyMap<string, Statement>
}

/** Everything that these rules ask, in as few questions as there are registers and kinds. */
async function gather(scope: Scope, profile: Profile, parts: readonly EvidencePart[]): Promise<Known> {
  const today = dayOf(scope.now)
  const has = (kind: EvidencePart['kind']) => parts.some((part) => part.kind === kind)
  const [entries, findings] = [new Map<string, Found>(), new Map<string, FoundFindings>()]
  const registers = new Set(parts.flatMap((part) => part.kind === 'findings' ? part.in.map(({ register }) => register) : 'register' in part ? [part.register] : []))
  for (const key of registers) {
    const measured = measuredOf(key)
    if (!measured) continue
    const { register, populations } = measured
    const wanted = parts.flatMap((part) => wantedEntries(part, key)).filter((one) => canCount(register, populations, one))
    for (const [place, found] of (await countEntries(scope, register, wanted)).entries()) entries.set(`${key} ${JSON.stringify(wanted[place])}`, found)
    const rules = parts.flatMap((part) => part.kind === 'findings' ? part.in.filter((one) => one.register === key && Object.hasOwn(populations, one.over)).map(asFindings) : [])
    for (const [place, found] of (await countFindings(scope, register, rules)).entries()) findings.set(`${key} ${JSON.stringify(rules[place])}`, found)
  }
  const terms = parts.flatMap((part) => part.kind === 'closed_within_term' && measuredOf(part.register) ? [asTerms(part, today)] : [])
  const countedTerms = await countTerms(scope, terms)
  return {
    profile, today,
    entries: (register, wanted) => entries.get(`${register} ${JSON.stringify(wanted)}`),
    findings: (register, wanted) => findings.get(`${register} ${JSON.stringify(wanted)}`),
    terms: (wanted) => countedTerms[terms.findIndex((one) => JSON.stringify(one) === JSON.stringify(wanted))],
    roles: has('roles_filled') ? await roleStandings(scope) : undefined,
    settings: { allowed_networks: has('setting') && (await listNetworks(scope)).length > 0 },
    statements: has('manual') ? await lastStatements(scope) : new Map(),
  }
}

async function figuresOf(scope: Scope, norm: Norm, part: EvidencePart, known: Known): Promise<PartFigures> {
  switch (part.kind) {
    case 'findings': return {
      part, counted: part.in.flatMap((one) => {
        const [all, found] = [known.entries(one.register, { over: one.over }), known.findings(one.register, asFindings(one))]
        return all && found ? [{ register: one.register, entries: all.entries, ...found }] : []
      }),
    }
    case 'reviewed': return { part, counted: known.entries(part.register, asEntries(part)) }
    case 'in_force': return { part, counted: known.entries(part.register, asEntries(part)) }
    case 'recent': {
      const [counted, within] = [known.entries(part.register, asEntries(part)), termOf(known.profile, part.within)]
      return { part, counted: counted && within !== undefined ? { ...counted, notBefore: dayAfter(known.today, `-${within}`) } : undefined }
    }
    case 'closed_within_term': {
      const wanted = asTerms(part, known.today)
      const counted = known.terms(wanted)
      return { part, counted: counted && { ...counted, since: wanted.since } }
    }
    case 'roles_filled': {
      const held = (role: string) => (known.roles?.counts as Readonly<Record<string, number>> | undefined)?.[role] ?? 0
      return { part, counted: { holders: part.roles.map((role) => ({ role, count: held(role) })), clashes: (known.roles?.clashes ?? []).filter((clash) => clash.held.some((role) => part.roles.includes(role))).length } }
    }
    case 'setting': return { part, counted: { isSet: known.settings[part.setting] } }
    case 'rule': return { part, counted: await normRuleOf(part.rule)?.measure(scope, part.with) }
    case 'manual': {
      const statement = known.statements.get(norm.id)
      return { part, counted: statement && { statement, ...ageOf(statement, known.today) } }
    }
  }
}

type Over = Extract<EvidencePart, { kind: 'reviewed' | 'in_force' | 'recent' }>

function wantedEntries(part: EvidencePart, register: string): Wanted[] {
  if (part.kind === 'findings') return part.in.filter((one) => one.register === register).map(({ over }) => ({ over }))
  return (part.kind === 'reviewed' || part.kind === 'in_force' || part.kind === 'recent') && part.register === register ? [asEntries(part)] : []
}

function asEntries(part: Over): Wanted {
  return { over: part.over, where: part.where, ...(part.kind === 'reviewed' ? { lookAt: 'review' } : part.kind === 'recent' ? { lookAt: { field: part.field } } : {}) }
}

const asFindings = ({ over, rules }: WantedFindings): WantedFindings => ({ over, rules })

function asTerms({ register, deadline, during }: Extract<EvidencePart, { kind: 'closed_within_term' }>, today: string): WantedTerms {
  return { register, deadline, since: dayAfter(today, `-${during}`) }
}

/** A duration, or a parameter of the profile; undefined where the policy is silent. */
function termOf(profile: Profile, within: string): string | undefined {
  return within.startsWith('P') ? within : parameter(profile, within as ParameterName)
}
