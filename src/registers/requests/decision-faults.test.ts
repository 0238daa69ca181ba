import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { termBy } from '../../register-kit/deadlines/deadline-term.ts'
import { loadProfiles } from '../../policy/profiles.ts'
import { remediesFor } from '../../case-kit/remedies.ts'
import { type DecisionDraft, decisionFaults } from './decision-faults.ts'
import { considerations, exceptions, exceptionsFor, refutedGrounds } from './exceptions.ts'
import { casesOf, conditionsOf, type ProcessingFacts } from './grounds.ts'
import { type RightKey, rightKeys, rightOf, rightOutcomes, rights, rightsElsewhere } from './rights.ts'

const empty: DecisionDraft = { outcome: null, case: null, grounds: [], reasons: null }
const reasons = 'Omdat wij de gegevens nog nodig hebben voor uw uitkering.'
const weighing = 'Het belang van de andere bewoner weegt zwaarder dan een volledige kopie.'
const answered = Object.fromEntries(Object.keys(considerations).map((key) => [key, 'Gewogen en vastgelegd.']))
const limited: Partial<DecisionDraft> = { outcome: 'partial', grounds: ['uavg_d'], reasons, isEssenceIntact: true, isNecessary: true, isProportionate: true, considerations: answered }
const facts = (change: Partial<ProcessingFacts>): ProcessingFacts => ({ bases: ['consent'], isAutomated: true, isProvidedBySubject: true, ...change })

/** What a draft lacks, as `part` or `part (attention)`. */
const cases: readonly (readonly [norm: string, what: string, right: RightKey, draft: Partial<DecisionDraft>, ...at: string[]])[] = [
  ['M-14', 'nothing chosen', 'access', {}, 'outcome'],
  ['M-14', 'granted needs no reasons', 'access', { outcome: 'granted' }],
  ['H-27', 'no data are an answer too', 'access', { outcome: 'nothing_held' }],
  ['W-12', 'refused without ground or reasons', 'access', { outcome: 'refused' }, 'grounds', 'reasons'],
  ['H-29', 'the rights of others, with their weighing', 'access', { outcome: 'partial', grounds: ['rights_of_others'], reasons, weighing }],
  ['H-29', 'the rights of others without weighing', 'access', { outcome: 'partial', grounds: ['rights_of_others'], reasons }, 'weighing'],
  ['H-29', 'too much work is no ground', 'access', { outcome: 'refused', grounds: ['administrative_burden'], reasons }, 'grounds'],
  ['H-29', 'too much work beside a ground is none either', 'access', { outcome: 'refused', grounds: ['administrative_burden', 'excessive'], reasons, weighing }, 'grounds'],
  ['H-62', 'excessive must be proved', 'access', { outcome: 'refused', grounds: ['excessive'], reasons }, 'weighing'],
  ['H-62', 'excessive, proved', 'access', { outcome: 'not_taken_up', grounds: ['excessive'], reasons, weighing }],
  ['M-13', 'somebody unknown isn’t refused but not taken up', 'access', { outcome: 'refused', grounds: ['not_identified'], reasons, weighing }, 'grounds'],
  ['M-13', 'somebody unknown', 'access', { outcome: 'not_taken_up', grounds: ['not_identified'], reasons, weighing }],
  ['H-30', 'rectification names its case', 'rectification', { outcome: 'granted' }, 'case'],
  ['H-30', 'rectification of wrong data', 'rectification', { outcome: 'granted', case: 'inaccurate' }],
  ['H-30', 'refused because the data are right', 'rectification', { outcome: 'refused', grounds: ['case_not_met'], reasons }],
  ['H-34', 'erasure names its case', 'erasure', { outcome: 'granted' }, 'case'],
  ['H-34', 'a case of another right', 'erasure', { outcome: 'granted', case: 'inaccurate' }, 'case'],
  ['H-34', 'the sixth case, that the policy lacks', 'erasure', { outcome: 'granted', case: 'child_service' }],
  ['H-34', 'kept for a legal duty that isn’t named', 'erasure', { outcome: 'refused', case: 'not_needed', grounds: ['legal_duty'], reasons }, 'law'],
  ['H-34', 'kept for a legal duty', 'erasure', { outcome: 'refused', case: 'not_needed', grounds: ['legal_duty'], reasons, law: 'art. 52 Algemene wet inzake rijksbelastingen' }],
  ['H-33', 'restriction names its case', 'restriction', { outcome: 'granted' }, 'case'],
  ['H-33', 'restriction while an objection is pending', 'restriction', { outcome: 'granted', case: 'objection_pending' }],
  ['H-35', 'portability of a public task is refused by 20(3)', 'portability', { outcome: 'refused', grounds: ['portability_public_task'], reasons, law: 'art. 7 Participatiewet', processing: facts({ bases: ['public_task'] }) }],
  ['H-35', 'granting what isn’t demanded is looked at', 'portability', { outcome: 'granted', processing: facts({ bases: ['public_task'] }) }, 'outcome (attention)'],
  ['H-35', 'refusing though every condition holds', 'portability', { outcome: 'refused', grounds: ['case_not_met'], reasons, processing: facts({}) }, 'grounds (attention)'],
  ['H-31', 'going on needs compelling grounds, weighed', 'objection', { outcome: 'refused', grounds: ['compelling_grounds'], reasons }, 'weighing'],
  ['H-31', 'going on, weighed', 'objection', { outcome: 'refused', grounds: ['compelling_grounds'], reasons, weighing }],
  ['P-18', 'marketing is never refused', 'marketing', { outcome: 'refused', grounds: ['compelling_grounds'], reasons, weighing }, 'outcome'],
  ['P-18', 'marketing stops', 'marketing', { outcome: 'granted' }],
  ['H-62', 'a computer’s decision is seen by a person first', 'automated', { outcome: 'granted' }, 'isSeenByPerson'],
  ['H-62', 'seen by a person', 'automated', { outcome: 'granted', isSeenByPerson: true }],
  ['H-36', 'art. 41 UAVG names no art. 22', 'automated', { ...limited, outcome: 'refused' }, 'grounds'],
  ['H-36', 'a ground of the ten, wholly weighed', 'access', limited],
  ['H-36', 'without the essence', 'access', { ...limited, isEssenceIntact: null }, 'isEssenceIntact'],
  ['H-36', 'not necessary', 'access', { ...limited, isNecessary: false }, 'isNecessary'],
  ['H-36', 'not proportionate', 'access', { ...limited, isProportionate: false }, 'isProportionate'],
  ['H-36', 'without one consideration', 'access', { ...limited, considerations: { ...answered, risks: ' ' } }, 'considerations'],
  ['H-36', 'without any consideration', 'access', { ...limited, considerations: {} }, ...Array.from({ length: 8 }, () => 'considerations')],
  ['H-36', 'a ground beside a grant', 'access', { outcome: 'granted', grounds: ['uavg_a'] }, 'grounds', 'isEssenceIntact', 'isNecessary', 'isProportionate', ...Array.from({ length: 8 }, () => 'considerations')],
  ['H-36', 'a ground that the law doesn’t know', 'access', { outcome: 'refused', grounds: ['constructor'], reasons }, 'grounds'],
  ['H-09', 'an interest of the Wpg', 'police_access', { outcome: 'refused', grounds: ['police_interest'], reasons, weighing, isNecessary: true, isProportionate: true }],
  ['H-09', 'the grounds of the UAVG don’t hold for police data', 'police_access', { ...limited }, 'grounds'],
  ['N-19', 'the population register has its own law, for public bodies', 'access', { outcome: 'not_taken_up', grounds: ['municipal_records'], reasons, organisationKind: 'firm' }, 'grounds'],
]

describe('what a decision on a request lacks (art. 12 lid 4 en 5, 15 tot en met 23 AVG; art. 41 UAVG)', () => {
  for (const [norm, what, right, draft, ...at] of cases) {
    test(`${norm}: ${right}: ${what}`, () => assert.deepEqual(decisionFaults(right, { ...empty, ...draft }).map((one) => one.severity === 'blocking' ? one.at : `${one.at} (attention)`), at))
  }

  test('H-29: too much work is answered with the grounds to name in its place', () => {
    const [fault] = decisionFaults('access', { ...empty, outcome: 'refused', grounds: ['administrative_burden'], reasons })
    assert.deepEqual([fault!.norms, fault!.citation], [['H-29'], 'art. 12 lid 5 en art. 15 lid 4 AVG; art. 41 lid 1 onder i UAVG'])
    assert.deepEqual(refutedGrounds.administrative_burden.instead.map((key) => exceptions[key].citation), ['art. 12 lid 5 AVG', 'art. 15 lid 4 en art. 20 lid 4 AVG', 'art. 41 lid 1 onder i UAVG'])
  })

  test('for every draft: no throw, words in both languages, and a decided grant without grounds is never blocked by reasons', () => {
    const draft: fc.Arbitrary<DecisionDraft> = fc.record({
      outcome: fc.option(fc.constantFrom(...rightOutcomes)), case: fc.option(fc.string()), grounds: fc.array(fc.oneof(fc.string(), fc.constantFrom(...Object.keys(exceptions), '__proto__')), { maxLength: 3 }), reasons: fc.option(fc.string()),
    })
    fc.assert(fc.property(fc.constantFrom(...rightKeys), draft, (right, one) => {
      for (const { words, citation } of decisionFaults(right, one)) assert.ok(words.nl && words.en && /^(art\.|overweging) /.test(citation), citation)
    }))
  })
})

describe('the rights of the five policies (H-27 to H-36, N-19, M-12, W-12, P-18 to P-21)', () => {
  const has = (norm: string) => rightKeys.filter((key) => rightOf(key).norms.includes(norm))

  test('N-19: nine rights; M-12: ten; W-12: six', () => {
    assert.deepEqual([...has('N-19'), ...rightsElsewhere.filter(({ norms }) => norms.includes('N-19')).map(({ key }) => key)], ['information', 'access', 'rectification', 'erasure', 'restriction', 'recipients', 'portability', 'objection', 'marketing', 'automated', 'complaint', 'damages'])
    // Marketing is a part of objection (art. 21), so ten rights.
    assert.equal(has('M-12').filter((key) => key !== 'marketing').length + rightsElsewhere.filter(({ norms }) => norms.includes('M-12')).length, 10)
    assert.deepEqual(has('W-12'), ['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection'])
    assert.deepEqual(['H-27', 'H-30', 'H-31', 'H-33', 'H-34', 'H-35', 'P-18', 'P-19', 'P-20', 'P-21'].filter((norm) => has(norm).length === 0), [])
  })

  test('each has cases and exceptions to choose from, and a way on for whoever disagrees', () => {
    assert.deepEqual([casesOf('erasure').length, casesOf('restriction').length, casesOf('rectification').length, casesOf('access').length], [6, 4, 2, 0])
    for (const key of rightKeys) {
      for (const outcome of rightOf(key).outcomes) {
        assert.ok(remediesFor('municipality', rightOf(key).remedy, outcome === 'nothing_held' ? 'refused' : outcome).length >= 2)
        if (outcome === 'refused' || outcome === 'not_taken_up') assert.ok(exceptionsFor(key, outcome).length > 0 || key.startsWith('police'), `${key} ${outcome}`)
      }
    }
    assert.equal(exceptionsFor('erasure', 'refused').filter(({ citation }) => citation.startsWith('art. 17 lid 3')).length, 6)
    assert.equal(exceptionsFor('access', 'refused').filter(({ citation }) => citation.startsWith('art. 41 lid 1')).length, 10)
    assert.deepEqual(exceptionsFor('marketing', 'not_taken_up').map(({ key }) => key), ['unfounded', 'excessive', 'not_identified', 'not_entitled', 'deceased', 'not_ours'])
  })

  test('the clock of each: a month, four weeks for rectification at Heemstede, two months or eight weeks more, six and four weeks for police data', () => {
    const policy = (key: string) => ({ profile: loadProfiles().find((one) => one.key === key)!, versionId: null, version: '1' })
    const term = (right: RightKey, profile: string, part: 'term' | 'extension' = 'term') => termBy(policy(profile), rightOf(right).clock[part]!).term.duration
    assert.deepEqual([term('access', 'gemeente-heemstede-2026'), term('rectification', 'gemeente-heemstede-2026'), term('access', 'gemeente-heemstede-2026', 'extension')], ['P1M', 'P4W', 'P2M'])
    assert.deepEqual([term('access', 'ict-wbw-2022'), term('access', 'ict-wbw-2022', 'extension'), term('rectification', 'ict-nml'), term('information', 'gemeente-nieuwegein-2018')], ['P1M', 'P8W', 'P1M', 'P1M'])
    assert.deepEqual([term('police_access', 'gemeente-heemstede-2026'), term('police_access', 'gemeente-heemstede-2026', 'extension'), term('police_correction', 'gemeente-heemstede-2026'), rights.police_correction.clock.extension], ['P6W', 'P4W', 'P4W', null])
  })

  test('conditions: portability by consent or contract and a computer; objection by public task, interest or marketing (H-31, H-35, P-18)', () => {
    const holds = (right: RightKey, change: Partial<ProcessingFacts>) => conditionsOf(right, facts(change)).map((one) => one.holds)
    assert.deepEqual([holds('portability', {}), holds('portability', { bases: ['public_task', 'legal_obligation'] }), holds('portability', { isAutomated: false, bases: ['contract'] }), holds('portability', { bases: null })], [[true, true, true], [false, true, true], [true, false, true], [null, true, true]])
    assert.deepEqual([holds('objection', {}), holds('objection', { bases: ['public_task'] }), holds('objection', { bases: ['consent'], isMarketing: true }), holds('objection', { bases: null })], [[false], [true], [true], [null]])
    assert.deepEqual([holds('automated', { isDecidedByComputer: true }), holds('automated', {}), holds('access', {})], [[true], [null], []])
  })
})
