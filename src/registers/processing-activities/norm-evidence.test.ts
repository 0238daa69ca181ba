import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { loadProfiles, type Profile } from '../../policy/profiles.ts'
import type { ActivityInput } from './declaration.ts'
import { countEvidence, normEvidence } from './norm-evidence.ts'
import { findingsOf } from '../../register-kit/rules.ts'
import { exampleContext, exemplaryController, exemplaryPolice, exemplaryProcessor } from './rules.fixtures.ts'
import { ruleBook, type RuleKey } from './rules.ts'

const profile = (key: string): Profile => {
  const found = loadProfiles().find((one) => one.key === key)
  assert.ok(found)
  return found
}
const heemstede = profile('gemeente-heemstede-2026')
type Entry = { readonly input: ActivityInput; readonly rules: readonly RuleKey[] }
const good: Entry = { input: exemplaryController, rules: [] }
const bad = (...rules: RuleKey[]): Entry => ({ input: exemplaryController, rules })
const of = (id: string, entries: readonly Entry[], from: Profile = heemstede) => {
  const found = normEvidence(from, countEvidence(entries)).find(({ norm }) => norm.id === id)
  assert.ok(found, id)
  return found
}

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
    assert.deepEqual(found.figures, { entries: 2, rules: [{ rule: 'processor-own-basis', severity: 'attention', entries: 1 }] })
  })

  it('M-22: a conflict shows even before there is an entry', () => {
    assert.equal(of('M-22', [], profile('ict-nml')).status, 'conflicts')
  })

  it('gives the gravest rules first, and then those on most entries', () => {
    const { figures } = of('H-07', [bad('review-overdue', 'sources-missing', 'measures-missing', 'name-missing'), bad('sources-missing')])
    assert.deepEqual(figures.rules.map(({ rule, entries }) => [rule, entries]), [['name-missing', 1], ['measures-missing', 1], ['sources-missing', 2], ['review-overdue', 1]])
  })

  it('leaves out norms that another register measures', () => {
    const [first, ...rest] = heemstede.norms
    const elsewhere: Profile = { ...heemstede, norms: [{ ...first!, evidence: { kind: 'findings', register: 'processors', over: 'all', rules: ['agreement-missing'] } }, ...rest] }
    assert.equal(normEvidence(elsewhere, countEvidence([good])).length, heemstede.norms.length - 1)
  })

  it('can’t measure a norm whose rules or entries this release doesn’t know', () => {
    const [first] = heemstede.norms
    for (const evidence of [{ kind: 'findings', register: 'processing-activities', over: 'all', rules: ['gone'] }, { kind: 'findings', register: 'processing-activities', over: 'gone', rules: ['name-missing'] }] as const) {
      const unknown: Profile = { ...heemstede, norms: [{ ...first!, evidence: { ...evidence, rules: [...evidence.rules] } }] }
      assert.equal(normEvidence(unknown, countEvidence([good]))[0]?.status, 'not_measurable')
    }
  })

  it('stands for every measured norm from real findings, so that no norm is deaf to its own entries', () => {
    const broken: ActivityInput = { ...exemplaryController, name: null, further_use: 'Nieuw', dashboard: true, received_from_police: true, stores: [], profiling: true }
    const entry = { input: broken, rules: findingsOf(ruleBook, broken, exampleContext).map(({ rule }) => rule as RuleKey) }
    for (const id of ['H-07', 'H-12', 'H-22', 'H-26']) assert.notEqual(of(id, [entry]).status, 'met', id)
  })
})
