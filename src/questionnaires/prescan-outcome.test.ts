// Pre-scan outcome: cases of when a DPIA is required, recommended or not, by the law and by the form; and the form's own scores as they are meant.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { definitionOf } from './definition.ts'
import { apNames, criterionNames, type Facts, outcomeOf, requiredBy } from './prescan-outcome.ts'
import type { AnswerValue, Sheet } from './sheet.ts'
import { judgedOf, scoresOf } from './verdicts.ts'

const nothing: Facts = { apItems: [], criteria: [], hasSpecialData: false, hasCriminalData: false, isNewLaw: false, isScoreHigh: false, isComplete: true }
const [evaluation, automated, monitoring, , large] = criterionNames as [string, string, string, string, string]
const sheetOf = (answers: Record<string, AnswerValue>): Sheet => ({ definition: definitionOf('prescan'), answers: new Map(Object.entries(answers)), copies: [] })
const all = new Set(['0', '1', '2', '3', '4', '5', '6', '7'])

describe('H-15 N-33 the law’s rules', () => {
  const cases: [string, Partial<Facts>, 'required' | 'recommended' | 'not_required' | 'undecided', string | undefined][] = [
    ['nothing', {}, 'not_required', 'art. 35 lid 1 AVG'],
    ['nothing, and not everything answered', { isComplete: false }, 'undecided', 'art. 35 lid 1 AVG'],
    ['evaluating and deciding automatically', { criteria: [evaluation, automated] }, 'required', 'art. 35 lid 3 onder a AVG'],
    ['special data on a large scale', { criteria: [large], hasSpecialData: true }, 'required', 'art. 35 lid 3 onder b AVG'],
    ['criminal data on a large scale', { criteria: [large], hasCriminalData: true }, 'required', 'art. 35 lid 3 onder b AVG'],
    ['special data, not on a large scale', { hasSpecialData: true }, 'not_required', undefined],
    ['cameras that monitor on a large scale', { criteria: [monitoring], apItems: ['Cameratoezicht'] }, 'required', 'art. 35 lid 3 onder c AVG'],
    ['one kind on the AP’s list', { apItems: ['Zwarte lijsten'] }, 'required', 'art. 35 lid 4 AVG; Stcrt. 2019, 64418, nummer 2'],
    ['one criterion', { criteria: [large] }, 'recommended', 'art. 35 lid 1 AVG; WP248 rev.01, paragraaf III.B'],
    ['one criterion, though not everything was answered', { criteria: [large], isComplete: false }, 'recommended', undefined],
    ['two criteria', { criteria: [large, monitoring] }, 'required', 'art. 35 lid 1 AVG; WP248 rev.01, paragraaf III.B'],
    ['new legislation', { isNewLaw: true }, 'required', 'Pre-scan DPIA 2.0, vraag 0.1'],
    ['a high score', { isScoreHigh: true, isComplete: false }, 'required', 'Pre-scan DPIA 2.0, risicoscore'],
    ['what isn’t on the list', { apItems: ['Verzonnen'] }, 'not_required', undefined],
  ]
  for (const [name, more, level, citation] of cases) {
    test(name, () => {
      const outcome = requiredBy({ ...nothing, ...more })
      assert.equal(outcome.level, level)
      if (citation !== undefined) assert.ok(outcome.reasons.some((one) => one.citation === citation), JSON.stringify(outcome.reasons))
      assert.ok(outcome.reasons.length > 0 && outcome.reasons.every(({ words, citation: source }) => words.nl !== '' && words.en !== '' && source !== ''))
    })
  }

  test('each of the seventeen kinds and every pair of the nine criteria asks for a DPIA', () => {
    assert.deepEqual([apNames.length, criterionNames.length], [17, 9])
    for (const name of apNames) assert.equal(requiredBy({ ...nothing, apItems: [name] }).level, 'required', name)
    for (const one of criterionNames) for (const other of criterionNames) assert.equal(requiredBy({ ...nothing, criteria: one === other ? [one] : [one, other] }).level, one === other ? 'recommended' : 'required')
  })
})

describe('H-15 a pre-scan as it is filled in', () => {
  test('the form’s items are those of the law', () => {
    const names = (id: string) => definitionOf('prescan').byId.get(id)!.options.map(({ value }) => String(value).split(': ').slice(1).join(': ')).toSorted()
    assert.deepEqual(names('3.1'), [...apNames].toSorted())
    assert.deepEqual(names('4.1'), [...criterionNames].toSorted())
  })

  const cases: [string, Record<string, AnswerValue>, ReadonlySet<string>, 'required' | 'recommended' | 'not_required' | 'undecided', string[]][] = [
    ['empty', {}, new Set(), 'undecided', []],
    ['every part done, nothing chosen', {}, all, 'not_required', []],
    ['an item of the AP’s list', { '3.1': ['Lijst AP: Cameratoezicht'] }, new Set(), 'required', []],
    ['a hidden answer counts for nothing', { '1.2.1': 'false', '1.2.2': ['Categorie bijzondere persoonsgegevens: Gegevens over gezondheid'], '4.1': ['Lijst EDPB: Grootschalige gegevensverwerkingen'] }, all, 'recommended', []],
    ['health data on a large scale', { '1.2.1': 'true', '4.1': ['Lijst EDPB: Grootschalige gegevensverwerkingen'] }, all, 'required', []],
    ['a transfer under contract clauses', { '2.1.1': 'true', '2.1.3': 'Buiten EER', '2.1.6': 'Standaard contractsbepaling (SCC)' }, all, 'not_required', ['DTIA']],
    ['a service for children, and a risky algorithm', { '7.1.1': 'true', '7.1.2': 'true', '6.1.1': 'true', '6.1.2': 'true' }, all, 'not_required', ['KIA', 'IAMA']],
    ['many risks that together count for more than four', {
      '1.3.1': 'true', '1.3.2': ['Categorie gevoelige persoonsgegevens: Surfgedrag'], '1.4.1': ['Categorie betrokkenen: Kinderen jonger dan 16 jaar', 'Categorie betrokkenen: Medewerkers/bewindspersonen'], '1.5.1': 'true', '1.5.3': 'Continu',
    }, all, 'required', []],
  ]
  for (const [name, answers, completed, level, others] of cases) {
    test(name, () => {
      const outcome = outcomeOf(sheetOf(answers), completed)
      assert.deepEqual([outcome.level, outcome.others.map(({ id }) => id)], [level, others], JSON.stringify(outcome.reasons))
    })
  }

  test('scores: each as the form means it', () => {
    const scores = (answers: Record<string, AnswerValue>) => scoresOf(sheetOf(answers))
    assert.equal(scores({ '1.4.1': ['Categorie betrokkenen: Kinderen jonger dan 16 jaar', 'Categorie betrokkenen: Andere kwetsbare groepen (gehandicapten, minderheden, etc.)'] }).betrokkenen, 2, 'the weights are found though the form’s file names them otherwise')
    assert.equal(scores({ '5.1.1': 'true', '5.1.2': ['Basisregistratie: Basisregistratie Personen (BRP)'] }).basisregistratie, 1)
    assert.equal(scores({ '0.5.1': 'true', '2.1.1': 'true', '2.1.3': 'Buiten EER' }).internationale_doorgifte, 2)
    assert.equal(scores({ '2.1.1': 'true' }).internationale_doorgifte, 1)
    assert.equal(scores({ '7.1.1': 'true', '7.1.2': 'true' }).digitaledienst_minderjarig, 2)
    assert.equal(scores({ '7.1.1': 'true', '7.1.2': 'false', '7.1.3': 'true' }).digitaledienst_minderjarig, 0)
    assert.equal(scores({}).bewaartermijn, 0)
    assert.deepEqual(judgedOf(sheetOf({ '4.1': ['Lijst EDPB: Koppelen van datasets'] })).map(({ id, level, words }) => [id, level, words]), [['DPIA', 'recommended', 'DPIA aanbevolen']])
  })
})
