// Norm evidence: how the findings on entries in force, in one register or several, say how a norm of a policy stands.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { loadProfiles, type Norm, type Profile } from '../src/policy/profiles.ts'
import { countEvidence, type EvidenceCounts, normEvidence } from '../src/register-kit/norm-evidence.ts'
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

/** Counts per register: `{ processors: [...] }`. */
const counted = (entries: Readonly<Record<string, readonly AnyEntry[]>>): EvidenceCounts => Object.fromEntries(measured.map((one) =>
  [one.register.key, countEvidence(one, (entries[one.register.key] ?? []).map(({ input, rules }) => ({ input: { ...input }, rules })))]))
const ofAll = (id: string, entries: Readonly<Record<string, readonly AnyEntry[]>>, from: Profile = heemstede, known = settings) => {
  const found = normEvidence(from, measured, counted(entries), known).find(({ norm }) => norm.id === id)
  assert.ok(found, id)
  return found
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
    assert.deepEqual(found.figures, [{ register: 'processing-activities', entries: 2, rules: [{ rule: 'processor-own-basis', severity: 'attention', entries: 1 }] }])
  })

  it('M-22: a conflict shows even before there is an entry', () => {
    assert.equal(of('M-22', [], profile('ict-nml')).status, 'conflicts')
  })

  it('gives the gravest rules first, and then those on most entries', () => {
    const { figures } = of('H-07', [bad('review-overdue', 'sources-missing', 'measures-missing', 'name-missing'), bad('sources-missing')])
    assert.deepEqual(figures[0]?.rules.map(({ rule, entries }) => [rule, entries]), [['name-missing', 1], ['measures-missing', 1], ['sources-missing', 2], ['review-overdue', 1]])
  })

  it('can’t measure a norm whose register, rules or entries this release doesn’t know', () => {
    const [first] = heemstede.norms
    for (const part of [{ register: 'processing-activities', over: 'all', rules: ['gone'] }, { register: 'processing-activities', over: 'gone', rules: ['name-missing'] }, { register: 'gone', over: 'all', rules: ['name-missing'] }]) {
      const norm: Norm = { ...first!, evidence: { kind: 'findings', in: [part] } }
      assert.equal(normEvidence({ ...heemstede, norms: [norm] }, measured, counted({ 'processing-activities': [bad('name-missing')] }), settings)[0]?.status, 'not_measurable')
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

  it('H-43: keeps the figures of each register apart', () => {
    const { figures } = ofAll('H-43', { ...everything, processors: [processor, { ...processor, rules: ['guarantee-expired', 'agreement-missing'] }] })
    assert.deepEqual(figures, [
      { register: 'processing-activities', entries: 1, rules: [] }, { register: 'systems', entries: 1, rules: [] },
      { register: 'processors', entries: 2, rules: [{ rule: 'agreement-missing', severity: 'serious', entries: 1 }, { rule: 'guarantee-expired', severity: 'attention', entries: 1 }] },
      { register: 'agreements', entries: 1, rules: [] },
    ])
  })

  it('adds up what is counted in batches', () => {
    const [one] = measured
    const entry = (...rules: string[]) => ({ input: { ...exemplaryController }, rules })
    const counts = countEvidence(one!, [entry('name-missing')], countEvidence(one!, [entry('name-missing'), entry()]))
    assert.deepEqual([counts.all?.entries, counts.all?.entriesWith.get('name-missing'), counts.police?.entries], [3, 2, 0])
  })

  it('P-12: stands by the setting that it asks for', () => {
    const ipmarketing = profile('ipmarketing-2018')
    assert.equal(ofAll('P-12', {}, ipmarketing).status, 'not_met')
    assert.equal(ofAll('P-12', {}, ipmarketing, { allowed_networks: true }).status, 'met')
  })
})
