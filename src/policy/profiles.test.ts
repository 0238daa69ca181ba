import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { Invalid } from '../ground/refusals.ts'
import { inLanguage } from '../ground/words.ts'
import { exceeds } from './ceilings.ts'
import { parameterNames } from './profile.ts'
import { clockOf, loadProfiles, parameter, readProfile, readProfiles } from './profiles.ts'

const good = `key: proef
title: Proef
version: '1'
source: Proef
adopted: [{body: college, on: 2026-01-01}]
second_factor: required
parameters: {review_every: P1Y}
norms:
  - id: H-07
    text: Er is een register van verwerkingen.
    src: '4.1'
    article: art. 30 lid 1 AVG
    principle: insight
    role: dpo
    capability: REG-PROC
    evidence: {kind: findings, in: [{register: proefregister, rules: [name-missing]}]}
`
const norm = good.slice(good.indexOf('  - id'))
const known = { registers: { proefregister: { rules: ['name-missing'], populations: ['all'] } } }
const swap = (from: string, to: string): string => {
  assert.ok(good.includes(from), `the good profile holds ${from}`)
  return good.replace(from, to)
}

describe('the profiles of this release', () => {
  const profiles = loadProfiles()
  const profile = (key: string) => profiles.find((one) => one.key === key)!

  it('are five, each read without an error', () => {
    assert.deepEqual(profiles.map(({ key }) => key), ['gemeente-heemstede-2026', 'gemeente-nieuwegein-2018', 'ict-nml', 'ict-wbw-2022', 'ipmarketing-2018'])
  })

  it('keep the parameters of each policy (H-07, H-27, N-40, M-15, W-12, P-11, P-13)', () => {
    const heemstede = profile('gemeente-heemstede-2026')
    assert.equal(parameter(heemstede, 'review_every'), 'P1Y')
    assert.equal(parameter(heemstede, 'dpia_review_every'), 'P3Y')
    assert.equal(parameter(heemstede, 'rectify_within'), 'P4W')
    assert.equal(parameter(profile('gemeente-nieuwegein-2018'), 'review_every'), undefined)
    assert.equal(parameter(profile('ict-wbw-2022'), 'extend_by_max'), 'P8W')
    assert.equal(parameter(profile('ipmarketing-2018'), 'answer_within'), 'P2D')
    assert.equal(clockOf(profile('ipmarketing-2018'), 'answer_within'), 'working')
    assert.equal(clockOf(profile('ict-nml'), 'report_authority_within'), 'elapsed')
    assert.equal(clockOf(profile('gemeente-nieuwegein-2018'), 'processor_breach_notice'), 'elapsed')
    assert.equal(clockOf(heemstede, 'decide_within'), 'calendar')
    assert.equal(clockOf(heemstede, 'court_term'), undefined)
  })

  it('name no parameter that no policy sets, save how often there is a privacy meeting (H-52)', () => {
    const set = new Set(profiles.flatMap(({ parameters }) => Object.keys(parameters)))
    assert.deepEqual(parameterNames.filter((name) => !set.has(name)), ['meeting_every'])
  })

  it('ask for a second step at sign-in unless the policy says otherwise (M-10, P-12)', () => {
    assert.deepEqual(profiles.filter(({ second_factor }) => second_factor !== 'required').map(({ key }) => key), ['ipmarketing-2018'])
  })
})

describe('a bad profile', () => {
  const cases: readonly [title: string, text: string, faults: readonly (readonly [line: number, path: string, reason: RegExp])[]][] = [
    ['no YAML', 'key: [\n', [[2, '', /geldige YAML/]]],
    ['empty', '', [[1, '', /Hier hoort een groep/]]],
    ['a list', '- a\n- b\n', [[1, '', /Hier hoort een groep/]]],
    ['a key that stands there twice', swap('title: Proef', 'title: Proef\ntitle: Nog een'), [[3, '', /twee keer/]]],
    ['an unknown key', `${good}kleur: blauw\n`, [[17, 'kleur', /hoort hier niet/]]],
    ['a missing title', swap('title: Proef\n', ''), [[1, 'title', /ontbreekt/]]],
    ['a number for a version', swap(`'1'`, '1'), [[3, 'version', /tekst/]]],
    ['sections in a circle', good.replace('norms:', 'sections: [{key: a, title: A, within: c}, {key: b, title: B, within: a}, {key: c, title: C, within: b}]\nnorms:'),
      [[8, 'sections.0.within', /a hangt via c onder zichzelf/], [8, 'sections.1.within', /onder zichzelf/], [8, 'sections.2.within', /onder zichzelf/]]],
    ['a section within itself', good.replace('norms:', 'sections: [{key: a, title: A, within: a}]\nnorms:'), [[8, 'sections.0.within', /onder zichzelf/]]],
    ['a section that stands there twice', good.replace('norms:', 'sections: [{key: a, title: A}, {key: a, title: B}]\nnorms:'), [[8, 'sections.1.key', /twee keer/]]],
    ['a section within one that isn’t there', good.replace('norms:', 'sections: [{key: a, title: A, within: z}]\nnorms:'), [[8, 'sections.0.within', /z bestaat niet/]]],
    ['a norm in a section that isn’t there', swap('role: dpo', 'section: z\n    role: dpo'), [[14, 'norms.0.section', /z bestaat niet/]]],
    ['a norm that sets a parameter of which the profile says nothing', swap('role: dpo', 'parameters: [rto]\n    role: dpo'), [[14, 'norms.0.parameters.0', /niets over rto/]]],
    ['an unknown role that works on it too', swap('role: dpo', 'role: dpo\n    also: [fg]'), [[15, 'norms.0.also.0', /process_owner/]]],
    ['another name than the file', swap('key: proef', 'key: anders'), [[1, 'key', /naam van het bestand/]]],
    ['a key with spaces', swap('key: proef', 'key: Een Proef'), [[1, 'key', /kleine letters/]]],
    ['a bad date', swap('2026-01-01', '1 januari'), [[5, 'adopted.0.on', /geen datum/]]],
    ['an unknown second factor', swap('second_factor: required', 'second_factor: soms'), [[6, 'second_factor', /required, as_policy_says/]]],
    ['a parameter that is unknown', swap('review_every', 'review_evry'), [[7, 'parameters.review_evry', /hoort hier niet/]]],
    ['a duration in words', swap('P1Y', 'een jaar'), [[7, 'parameters.review_every', /geen duur/]]],
    ['an unknown clock', swap('review_every: P1Y', 'rto: {duration: PT16H, clock: zon}'), [[7, 'parameters.rto.clock', /calendar, elapsed, working/]]],
    ['a term longer than the law', swap('review_every: P1Y', 'decide_within: P6W'), [[7, 'parameters.decide_within', /art\. 12 lid 3 AVG/]]],
    ['73 hours to report a breach', swap('review_every: P1Y', 'report_authority_within: PT73H'), [[7, 'parameters.report_authority_within', /art\. 33 lid 1 AVG/]]],
    ['no norms', good.slice(0, good.indexOf('norms:')), [[1, 'norms', /ontbreekt/]]],
    ['an empty list of norms', good.slice(0, good.indexOf('norms:')) + 'norms: []\n', [[8, 'norms', /ten minste/]]],
    ['a norm twice', good + norm, [[17, 'norms.1.id', /H-07 staat er twee keer/]]],
    ['a norm without an id', swap('  - id: H-07\n    text', '  - text'), [[9, 'norms.0.id', /ontbreekt/]]],
    ['a bad norm id', swap('id: H-07', 'id: H7'), [[9, 'norms.0.id', /zoals H-07/]]],
    ['an unknown principle', swap('principle: insight', 'principle: inzicht'), [[13, 'norms.0.principle', /lawful_and_careful/]]],
    ['an unknown role', swap('role: dpo', 'role: fg'), [[14, 'norms.0.role', /process_owner/]]],
    ['an unknown capability', swap('capability: REG-PROC', 'capability: REGISTER'), [[15, 'norms.0.capability', /REG-PROC/]]],
    ['an unknown kind of evidence', swap('kind: findings', 'kind: gevoel'), [[16, 'norms.0.evidence.kind', /past hier niet|Kies een van/]]],
    ['an unknown rule', swap('rules: [name-missing]', 'rules: [name-missing, naam-weg]'), [[16, 'norms.0.evidence.in.0.rules.1', /naam-weg/]]],
    ['an unknown register', swap('register: proefregister', 'register: dromen'), [[16, 'norms.0.evidence.in.0.register', /dromen/]]],
    ['an unknown kind of entries', swap('register: proefregister', 'register: proefregister, over: blauw'), [[16, 'norms.0.evidence.in.0.over', /blauw.*all/]]],
    ['evidence in no register at all', swap('in: [{register: proefregister, rules: [name-missing]}]', 'in: []'), [[16, 'norms.0.evidence.in', /ten minste/]]],
    ['an unknown setting', swap('{kind: findings, in: [{register: proefregister, rules: [name-missing]}]}', '{kind: setting, setting: zon}'), [[16, 'norms.0.evidence.setting', /allowed_networks/]]],
    ['a norm twice, a wrong duration and an unknown role at once', swap('P1Y', 'jaarlijks').replace('role: dpo', 'role: fg') + norm,
      [[7, 'parameters.review_every', /geen duur/], [14, 'norms.0.role', /Kies/], [17, 'norms.1.id', /H-07 staat er twee keer/]]],
    ['several errors at once', swap('title: Proef\n', '').replace('role: dpo', 'role: fg').replace('principle: insight', 'principle: x'),
      [[1, 'title', /ontbreekt/], [12, 'norms.0.principle', /Kies/], [13, 'norms.0.role', /Kies/]]],
  ]
  for (const [title, text, wanted] of cases) {
    it(`${title} is refused at its line`, () => {
      const { profile, faults } = readProfile('proef.yaml', text, known)
      assert.equal(profile, undefined)
      assert.deepEqual(faults.map(({ line, path }) => [line, path]), wanted.map(([line, path]) => [line, path]), JSON.stringify(faults))
      faults.forEach((fault, index) => {
        assert.match(fault.reason, wanted[index]![2])
        assert.equal(fault.file, 'proef.yaml')
        assert.ok(fault.column >= 1)
      })
    })
  }

  it('reads the good one that the bad ones were made from', () => {
    const { profile, faults } = readProfile('proef.yaml', good, known)
    assert.deepEqual(faults, [])
    assert.equal(profile?.norms[0]?.id, 'H-07')
  })

  const hostile: readonly [title: string, text: string, line: number, reason: RegExp][] = [
    ['references to references', ['a: &a [x,x,x]', ...'bcdefgh'.split('').map((letter, place) => `${letter}: &${letter} [${Array(9).fill(`*${'abcdefg'[place]}`).join(',')}]`)].join('\n'), 1, /Verwijzingen/],
    ['one harmless reference', swap('title: Proef', 'title: &naam Proef'), 2, /Verwijzingen/],
    ['a tag of a program', swap('title: Proef', 'title: !!js/function "() => 1"'), 2, /Labels/],
    ['a tag that YAML knows', swap('title: Proef', 'title: !!binary UHJvZWY='), 2, /Labels/],
    ['a directive', `%TAG ! tag:x,2000:\n---\n${good}`, 1, /Labels/],
    ['two documents', `${good}---\n${good}`, 17, /geldige YAML/],
    ['groups in groups without end', swap('adopted: [{body: college, on: 2026-01-01}]', `adopted: ${'['.repeat(500)}`), 5, /in elkaar/],
    ['a key that is a group', swap('title: Proef', '{a: b}: Proef'), 1, /sleutel is hier een woord/],
    ['a file without end', `${good}# ${'x'.repeat(100)}\n`.repeat(600), 1, /te groot/],
    ['a line without end', swap('title: Proef', `title: ${'a: '.repeat(2000)}`), 2, /regel is te lang/],
    ['very many parts', '- - - - - - - - - -\n'.repeat(5000), 2500, /te veel onderdelen/],
    ['keys of the language itself', swap('title: Proef', 'title: Proef\n__proto__: {isAdmin: true}'), 3, /hoort hier niet/],
  ]
  for (const [title, text, line, reason] of hostile) {
    it(`${title}: refused at its line, at once`, () => {
      const before = performance.now()
      const { profile, faults } = readProfile('proef.yaml', text, known)
      assert.equal(profile, undefined)
      assert.match(faults[0]!.reason, reason)
      assert.equal(faults[0]!.line, line)
      assert.ok(performance.now() - before < 20_000, 'no text holds up the house')
    })
  }

  it('says what is wrong in the language of who reads', () => {
    const { faults } = inLanguage('en', () => readProfile('proef.yaml', swap('P1Y', 'a year'), known))
    assert.match(faults[0]!.reason, /isn’t a duration/)
  })
})

describe('a folder of profiles', () => {
  it('loads nothing when one file is wrong, and says everything that is wrong in all of them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'profiles-'))
    try {
      writeFileSync(join(folder, 'proef.yaml'), good)
      assert.deepEqual(loadProfiles(folder, known).map(({ key }) => key), ['proef'])
      writeFileSync(join(folder, 'tweede.yaml'), swap('key: proef', 'key: tweede').replace('role: dpo', 'role: fg'))
      writeFileSync(join(folder, 'derde.yaml'), 'key: [')
      const { profiles, faults } = readProfiles(folder, known)
      assert.deepEqual([profiles.length, [...new Set(faults.map(({ file }) => file))]], [1, ['derde.yaml', 'tweede.yaml']])
      assert.throws(() => loadProfiles(folder, known), (error: unknown) => {
        assert.ok(error instanceof Invalid)
        assert.match(error.message, /tweede\.yaml:14:11 norms\.0\.role: Kies een van/)
        assert.match(error.message, /derde\.yaml:1:/)
        return true
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('ceilings of the law', () => {
  for (const [duration, ceiling, outcome] of [
    ['P1M', 'P1M', false], ['P4W', 'P1M', false], ['P28D', 'P1M', false], ['P30D', 'P1M', true], ['P2M', 'P1M', true], ['P1M1D', 'P1M', true], ['P8W', 'P2M', false], ['P2M', 'P2M', false],
    ['P9W', 'P2M', true], ['PT72H', 'PT72H', false], ['P3D', 'PT72H', false], ['PT72H1M', 'PT72H', true], ['P1Y', 'P2M', true], ['P1M4W', 'P2M', false],
  ] as const) {
    it(`${duration} ${outcome ? 'exceeds' : 'stays within'} ${ceiling}`, () => assert.equal(exceeds(duration, ceiling), outcome))
  }
})
