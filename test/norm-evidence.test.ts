// Norm evidence: how the findings on entries in force, in one register or several, say how a norm of a policy stands.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { loadProfiles, type Norm, type Profile } from '../src/policy/profiles.ts'
import { partsOf } from '../src/policy/evidence.ts'
import { populationsOf } from '../src/register-kit/norm-evidence.ts'
import { evidenceFor, type PartFigures, type RegisterFigures, standingOf, worst } from '../src/register-kit/norms/figures.ts'
import { ageOf } from '../src/register-kit/norms/statements.ts'
import { findingsOf } from '../src/register-kit/rules.ts'
import { exemplaryAgreement } from '../src/registers/agreements/rules.fixtures.ts'
import type { ActivityInput } from '../src/registers/processing-activities/declaration.ts'
import { exampleContext, exemplaryController, exemplaryPolice, exemplaryProcessor } from '../src/registers/processing-activities/rules.fixtures.ts'
import { ruleBook, type RuleKey } from '../src/registers/processing-activities/rules.ts'
import { exemplaryProcessor as goodProcessor } from '../src/registers/processors/rules.fixtures.ts'
import { exemplarySystem } from '../src/registers/systems/rules.fixtures.ts'
import { measured } from '../src/tied-rooms.ts'

const profile = (key: string): Profile => {
  const found = loadProfiles().find((one) => one.key === key)
  assert.ok(found)
  return found
}
const heemstede = profile('gemeente-heemstede-2026')
type Entry = { readonly input: ActivityInput; readonly rules: readonly RuleKey[] }
type AnyEntry = { readonly input: object; readonly rules: readonly string[] }
const good: Entry = { input: exemplaryController, rules: [] }
const bad = (...rules: RuleKey[]): Entry => ({ input: exemplaryController, rules })
const settings = { allowed_networks: false }

/** What the rules of a norm count over these entries, as the database would: `{ processors: [...] }`. */
function counted(norm: Norm, entries: Readonly<Record<string, readonly AnyEntry[]>>, known: typeof settings): PartFigures[] {
  return partsOf(norm.evidence).map((part): PartFigures => {
    if (part.kind === 'setting') return { part, counted: { isSet: known[part.setting] } }
    if (part.kind !== 'findings') return { part, counted: undefined } as PartFigures
    return { part, counted: part.in.flatMap(({ register: key, over, rules }): RegisterFigures[] => {
      const one = measured.find(({ register }) => register.key === key)
      const wanted = rules.filter((rule) => one && Object.hasOwn(one.register.rules, rule))
      if (!one || !Object.hasOwn(one.populations, over) || wanted.length === 0) return []
      const concerned = (entries[key] ?? []).filter(({ input, rules: found }) => over === 'all' || populationsOf(one, { ...input }, found).includes(over))
      const withRule = (rule: string) => concerned.filter(({ rules: found }) => found.includes(rule)).length
      const having = (which: readonly string[]) => concerned.filter(({ rules: found }) => found.some((rule) => which.includes(rule))).length
      const severity = (rule: string) => one.register.rules[rule]!.severity
      return [{
        register: key, entries: concerned.length, grave: having(wanted.filter((rule) => severity(rule) !== 'attention')), found: having(wanted),
        rules: wanted.filter((rule) => withRule(rule) > 0).map((rule) => ({ rule, severity: severity(rule), entries: withRule(rule) })),
      }]
    }) }
  })
}
const ofAll = (id: string, entries: Readonly<Record<string, readonly AnyEntry[]>>, from: Profile = heemstede, known = settings) => {
  const norm = from.norms.find((one) => one.id === id)
  assert.ok(norm, id)
  return evidenceFor(norm, counted(norm, entries, known))
}
const of = (id: string, entries: readonly Entry[], from?: Profile) => ofAll(id, { 'processing-activities': entries }, from)

describe('evidence for a norm', () => {
  const withDashboard = { ...exemplaryController, dashboard: true }
  const cases: readonly [title: string, id: string, entries: readonly Entry[], status: string, from?: Profile][] = [
    ['entries without findings', 'H-07', [good, good], 'met'],
    ['zero entries are never met', 'H-07', [], 'not_measurable'],
    ['a blocking finding', 'H-07', [good, bad('retention-missing')], 'not_met'],
    ['a serious finding', 'H-07', [bad('measures-missing'), good], 'not_met'],
    ['only points of attention', 'H-07', [bad('review-overdue'), good], 'attention'],
    ['a finding that belongs to another norm', 'H-07', [bad('dashboard-purpose-missing')], 'met'],
    ['no dashboard, nothing to measure', 'H-22', [good, good], 'not_measurable'],
    ['a dashboard in order', 'H-22', [{ input: withDashboard, rules: [] }], 'met'],
    ['a dashboard without purpose', 'H-22', [{ input: withDashboard, rules: ['dashboard-purpose-missing'] }], 'attention'],
    ['no police entry', 'H-09', [good], 'not_measurable'],
    ['a police entry in order, beside another with a finding of the same rule', 'H-09', [{ input: exemplaryPolice, rules: [] }, bad('profiling-unmarked')], 'met'],
    ['a police entry without authoriser', 'H-09', [{ input: exemplaryPolice, rules: ['police-authoriser-missing'] }], 'not_met'],
    ['police data received, without purpose', 'H-26', [{ input: { ...exemplaryController, received_from_police: true }, rules: ['received-purpose-missing'] }], 'not_met'],
    ['no council recording', 'H-25', [good], 'not_measurable'],
    ['no new use', 'H-12', [good], 'not_measurable'],
    ['a norm that a person judges', 'H-06', [good], 'not_measurable'],
    ['nobody asked for consent', 'N-04', [good], 'not_measurable', profile('gemeente-nieuwegein-2018')],
    ['only own processing', 'W-03', [good], 'not_measurable', profile('ict-wbw-2022')],
    ['a processor’s entry in order', 'W-03', [{ input: exemplaryProcessor, rules: [] }], 'met', profile('ict-wbw-2022')],
  ]
  for (const [title, id, entries, status, from] of cases) it(`${id}: ${title} > ${status}`, () => assert.equal(of(id, entries, from).status, status))

  it('W-07: a norm that conflicts with law says so, and keeps its figures', () => {
    const found = of('W-07', [{ input: exemplaryProcessor, rules: ['processor-own-basis', 'processor-own-basis'] }, good], profile('ict-wbw-2022'))
    assert.equal(found.status, 'conflicts')
    assert.deepEqual(found.parts[0]?.counted, [{ register: 'processing-activities', entries: 2, grave: 0, found: 1, rules: [{ rule: 'processor-own-basis', severity: 'attention', entries: 1 }] }])
  })

  it('M-22: a conflict shows even before there is an entry', () => {
    assert.equal(of('M-22', [], profile('ict-nml')).status, 'conflicts')
  })

  it('can’t measure a norm whose register, rules or entries this release doesn’t know', () => {
    const [first] = heemstede.norms
    for (const part of [{ register: 'processing-activities', over: 'all', rules: ['gone'] }, { register: 'processing-activities', over: 'gone', rules: ['name-missing'] }, { register: 'gone', over: 'all', rules: ['name-missing'] }]) {
      const norm: Norm = { ...first!, evidence: { kind: 'findings', in: [part] } }
      assert.equal(evidenceFor(norm, counted(norm, { 'processing-activities': [bad('name-missing')] }, settings)).status, 'not_measurable')
    }
  })

  it('stands for every measured norm from real findings, so that no norm is deaf to its own entries', () => {
    const broken: ActivityInput = { ...exemplaryController, name: null, further_use: 'Nieuw', dashboard: true, received_from_police: true, stores: [], profiling: true }
    const entry = { input: broken, rules: findingsOf(ruleBook, broken, exampleContext).map(({ rule }) => rule as RuleKey) }
    for (const id of ['H-07', 'H-12', 'H-22', 'H-26']) assert.notEqual(of(id, [entry]).status, 'met', id)
  })
})

describe('evidence over several registers', () => {
  const system = { input: exemplarySystem, rules: [] }
  const processor = { input: goodProcessor, rules: [] }
  const agreement = { input: exemplaryAgreement, rules: [] }
  const everything = { 'processing-activities': [good], systems: [system], processors: [processor], agreements: [agreement] }
  const wbw = profile('ict-wbw-2022')
  const nieuwegein = profile('gemeente-nieuwegein-2018')
  const cases: readonly [title: string, id: string, entries: Readonly<Record<string, readonly AnyEntry[]>>, status: string, from?: Profile][] = [
    ['all in order', 'H-24', everything, 'met'],
    ['nothing anywhere', 'H-24', {}, 'not_measurable'],
    ['only an activity without a processor', 'H-24', { 'processing-activities': [{ input: { ...exemplaryController, processors: [] }, rules: ['review-overdue'] }] }, 'not_measurable'],
    ['an activity that seems to leave its processor out', 'H-24', { 'processing-activities': [{ input: { ...exemplaryController, processors: [] }, rules: ['processor-unlisted'] }] }, 'attention'],
    ['a finding in the last of the registers', 'H-24', { ...everything, agreements: [agreement, { ...agreement, rules: ['ended-unnoticed'] }] }, 'not_met'],
    ['a finding on a processor', 'H-24', { ...everything, processors: [{ ...processor, rules: ['agreement-missing'] }] }, 'not_met'],
    ['only processors with sufficient guarantees', 'H-43', everything, 'met'],
    ['a guarantee that lapsed beside another', 'H-43', { ...everything, processors: [{ ...processor, rules: ['guarantee-expired'] }] }, 'attention'],
    ['a register that the norm doesn’t speak of', 'H-44', { ...everything, processors: [{ ...processor, rules: ['agreement-missing'] }] }, 'met'],
    ['no agreements', 'H-44', { ...everything, agreements: [] }, 'not_measurable'],
    ['a subject left out', 'H-44', { agreements: [{ ...agreement, rules: ['subjects-missing'] }] }, 'not_met'],
    ['the processor’s model without approval', 'H-45', { agreements: [{ ...agreement, rules: ['other-model-unapproved'] }] }, 'attention'],
    ['stores encrypted and named', 'N-36', everything, 'met', nieuwegein],
    ['a laptop without encryption in the register of systems', 'N-36', { ...everything, systems: [{ ...system, rules: ['portable-unencrypted'] }] }, 'not_met', nieuwegein],
    ['a sub-processor without consent', 'N-43', { processors: [{ ...processor, rules: ['sub-processor-without-consent'] }] }, 'not_met', nieuwegein],
    ['nobody to call at night', 'N-40', { processors: [{ ...processor, rules: ['out-of-hours-missing'] }] }, 'attention', nieuwegein],
    ['no amounts', 'N-45', { agreements: [{ ...agreement, rules: ['liability-missing'] }] }, 'attention', nieuwegein],
    ['no audit for two years', 'M-08', { processors: [{ ...processor, rules: ['audit-missing'] }] }, 'attention', profile('ict-nml')],
    ['paper only', 'M-10', { systems: [{ input: { ...exemplarySystem, kind: 'paper' }, rules: ['access-open'] }] }, 'not_measurable', profile('ict-nml')],
    ['access for everybody', 'M-10', { systems: [{ ...system, rules: ['access-open'] }] }, 'not_met', profile('ict-nml')],
    ['parties that can’t reach participants’ data', 'W-08', { processors: [{ input: { ...goodProcessor, reaches_participants: false }, rules: ['agreement-missing'] }] }, 'not_measurable', wbw],
    ['a party of which nobody says whether it can', 'W-08', { processors: [{ ...processor, rules: ['participants-chain'] }] }, 'attention', wbw],
    ['a norm that a person judges', 'W-15', everything, 'not_measurable', wbw],
  ]
  for (const [title, id, entries, status, from] of cases) it(`${id}: ${title} > ${status}`, () => assert.equal(ofAll(id, entries, from).status, status))

  it('P-12: stands by the setting that it asks for', () => {
    const ipmarketing = profile('ipmarketing-2018')
    assert.equal(ofAll('P-12', {}, ipmarketing).status, 'not_met')
    assert.equal(ofAll('P-12', {}, ipmarketing, { allowed_networks: true }).status, 'met')
  })
})

describe('how a norm stands by its figures', () => {
  const findings = { kind: 'findings', in: [{ register: 'x', over: 'all', rules: ['y'] }] } as const
  const inAll = (entries: number, grave: number, found: number, share?: number): PartFigures => ({ part: { ...structuredClone(findings), ...(share === undefined ? {} : { share }) } as never, counted: [{ register: 'x', entries, grave, found, rules: [] }] })
  const reviewed = (well: number, entries: number, share?: number): PartFigures => ({ part: { kind: 'reviewed', register: 'x', over: 'all', ...(share === undefined ? {} : { share }) }, counted: { entries, well } })
  const closed = (inTime: number, ended: number, late: number, share?: number): PartFigures => ({ part: { kind: 'closed_within_term', register: 'x', deadline: 'y', during: 'P1Y', ...(share === undefined ? {} : { share }) }, counted: { ended, inTime, late, since: '2026-01-01' } })
  const inForce = (entries: number, least: number): PartFigures => ({ part: { kind: 'in_force', register: 'x', over: 'all', least }, counted: { entries } })
  const recent = (latest: string | null): PartFigures => ({ part: { kind: 'recent', register: 'x', over: 'all', field: 'y', within: 'P1Y' }, counted: { entries: 1, latest, notBefore: '2025-11-22' } })
  const roles = (count: number, clashes: number): PartFigures => ({ part: { kind: 'roles_filled', roles: ['dpo', 'ciso'] }, counted: { holders: [{ role: 'dpo', count: 1 }, { role: 'ciso', count }], clashes } })
  const stated = (stands: 'met' | 'not_met' | 'attention', statedAt: string, today: string, validFor = 'P1Y'): PartFigures => {
    const statement = { id: 'x', norm: 'H-06', stands, text: 'x', document: null, validFor, statedAt: new Date(statedAt), statedBy: 'x', by: 'x', withdrawnAt: null, withdrawnByName: null, withdrawnReason: null }
    return { part: { kind: 'manual', valid_for: 'P1Y' }, counted: { statement, ...ageOf(statement, today) } }
  }
  const cases: readonly [title: string, figures: PartFigures, standing: string][] = [
    ['findings: none on ten', inAll(10, 0, 0), 'met'],
    ['findings: points of attention', inAll(10, 0, 3), 'attention'],
    ['findings: one grave, without a share', inAll(10, 1, 1), 'not_met'],
    ['findings: one grave of ten, where nine tenths suffice', inAll(10, 1, 1, 0.9), 'attention'],
    ['findings: two grave of ten, where nine tenths are asked', inAll(10, 2, 2, 0.9), 'not_met'],
    ['findings: over nothing', inAll(0, 0, 0, 0.9), 'not_measurable'],
    ['reviewed: all', reviewed(4, 4), 'met'],
    ['reviewed: one too late', reviewed(3, 4), 'not_met'],
    ['reviewed: one too late, where three quarters suffice', reviewed(3, 4, 0.75), 'attention'],
    ['reviewed: nothing to review', reviewed(0, 0), 'not_measurable'],
    ['closed within term: all', closed(5, 5, 0), 'met'],
    ['closed within term: one late', closed(4, 5, 0), 'not_met'],
    ['closed within term: one late, where four fifths suffice', closed(4, 5, 0, 0.8), 'attention'],
    ['closed within term: one runs late now, whatever went well', closed(5, 5, 1, 0.5), 'not_met'],
    ['closed within term: nothing ended', closed(0, 0, 0), 'not_measurable'],
    ['in force: as many as asked', inForce(2, 2), 'met'],
    ['in force: too few', inForce(1, 2), 'not_met'],
    ['in force: none, which is what the norm asks about', inForce(0, 1), 'not_met'],
    ['recent: on the last day that counts', recent('2025-11-22'), 'met'],
    ['recent: a day too old', recent('2025-11-21'), 'not_met'],
    ['recent: never', recent(null), 'not_met'],
    ['roles: all held', roles(1, 0), 'met'],
    ['roles: one held by nobody', roles(0, 0), 'not_met'],
    ['roles: held by somebody with a conflicting role', roles(1, 1), 'not_met'],
    ['statement: on its last day', stated('met', '2025-11-22T10:00:00Z', '2026-11-22'), 'met'],
    ['statement: a day past its term', stated('met', '2025-11-21T10:00:00Z', '2026-11-22'), 'attention'],
    ['statement: three months past its term', stated('met', '2025-08-22T10:00:00Z', '2026-11-22'), 'attention'],
    ['statement: longer past its term', stated('met', '2025-08-21T10:00:00Z', '2026-11-22'), 'not_measurable'],
    ['statement: that it isn’t met, past its term', stated('not_met', '2025-11-01T10:00:00Z', '2026-11-22'), 'not_met'],
    ['statement: none', { part: { kind: 'manual', valid_for: 'P1Y' }, counted: undefined }, 'not_measurable'],
    ['rule of a room that this release lacks', { part: { kind: 'rule', rule: 'x', with: {} }, counted: undefined }, 'not_measurable'],
  ]
  for (const [title, figures, standing] of cases) it(`${title} > ${standing}`, () => assert.equal(standingOf(figures), standing))

  it('of several the worst speaks, and what can’t be measured keeps the whole from being met', () => {
    assert.equal(worst(['met', 'not_measurable', 'attention', 'not_met']), 'not_met')
    assert.equal(worst(['met', 'not_measurable', 'attention']), 'attention')
    assert.equal(worst(['met', 'not_measurable']), 'not_measurable')
    assert.equal(worst(['met', 'met']), 'met')
    assert.equal(worst([]), 'not_measurable')
  })
})
