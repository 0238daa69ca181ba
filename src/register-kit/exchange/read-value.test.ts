// Cell values, tested: a table per kind of value, as people in town halls write them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDay } from './read-day.ts'
import { readDuration, readRetention } from './read-duration.ts'
import { readCount, readYesNo } from './read-value.ts'

type Outcome = 'sure' | 'doubt' | 'fault'
const outcome = ({ fault, doubt }: { fault?: string; doubt?: string }): Outcome => (fault ? 'fault' : doubt ? 'doubt' : 'sure')

const days: [text: string, value: string | null, outcome?: Outcome][] = [
  ['31-12-2025', '2025-12-31'], ['31/12/2025', '2025-12-31'], ['31.12.2025', '2025-12-31'], ['31.12.25', '2025-12-31'], ['31-12-25', '2025-12-31'], ["31-12-'25", '2025-12-31'],
  ['2025-12-31', '2025-12-31'], ['2025/12/31', '2025-12-31'], ['20251231', '2025-12-31'], ['1-2-2025', '2025-02-01'], ['01/02/2025', '2025-02-01'], ['1 2 2025', '2025-02-01'],
  ['31 december 2025', '2025-12-31'], ['31 dec. 2025', '2025-12-31'], ['31 dec 2025', '2025-12-31'], ['31-dec-2025', '2025-12-31'], ['31-dec-25', '2025-12-31'], ['1 mrt 2024', '2024-03-01'], ['1e maart 2024', '2024-03-01'],
  ['December 31, 2025', '2025-12-31'], ['31 May 2025', '2025-05-31'], ['31st of October 2025', '2025-10-31'], ['woensdag 31 december 2025', '2025-12-31'], ['wo 31-12-2025', '2025-12-31'],
  ['per 1 januari 2025', '2025-01-01'], ['m.i.v. 1-1-2025', '2025-01-01'], ['vanaf 25-05-2018', '2018-05-25'], ['31-12-2025 00:00', '2025-12-31'], ['31-12-2025 14:30:00', '2025-12-31'], ['2025-12-31T00:00:00Z', '2025-12-31'], ['2025-12-31T23:15:00.000+01:00', '2025-12-31'],
  ['46022', '2025-12-31', 'doubt'], ['46022.5', '2025-12-31', 'doubt'], ['43245', '2018-05-25', 'doubt'], [' 31-12-2025 ', '2025-12-31'], ['31\u00a0december\u00a02025', '2025-12-31'], ['29-02-2024', '2024-02-29'], ['1-1-99', '1999-01-01'], ['1-1-79', '2079-01-01'],
  ['', null], ['n.v.t.', null], ['onbekend', null], ['-', null], ['nog niet bekend', null],
  ['12/31/2025', null, 'fault'], ['31-02-2025', null, 'fault'], ['29-02-2025', null, 'fault'], ['32-01-2025', null, 'fault'], ['0-1-2025', null, 'fault'], ['2025', null, 'fault'], ['december 2025', null, 'fault'], ['12-2025', null, 'fault'],
  ['12345', null, 'fault'], ['99999', null, 'fault'], ['volgend jaar', null, 'fault'], ['Q4 2025', null, 'fault'], ['31 brumaire 2025', null, 'fault'], ['1-1-0025', null, 'fault'], ["'; drop table x; --", null, 'fault'], ['31-12-2025 en 1-1-2026', null, 'fault'],
]
for (const [text, value, wanted = 'sure'] of days) test(`day: ${JSON.stringify(text)} → ${value} (${wanted})`, () => {
  const reading = readDay(text)
  assert.equal(reading.value, value)
  assert.equal(outcome(reading), wanted)
})

test('a day that can’t be read says which notations can', () => {
  assert.match(readDay('12/31/2025').fault!, /maand vooraan.*31-12-2025, 31 december 2025 of 2025-12-31/)
})

const answers: [text: string, value: boolean | null, outcome?: Outcome][] = [
  ['ja', true], ['Ja', true], ['JA ', true], ['j', true], ['x', true], ['X', true], ['1', true], ['✓', true], ['✔', true], ['true', true], ['WAAR', true], ['yes', true], ['wel', true], ['ja.', true], ['☒', true],
  ['nee', false], ['Neen', false], ['n', false], ['0', false], ['false', false], ['ONWAAR', false], ['no', false], ['geen', false], ['☐', false],
  ['', null], ['  ', null], ['n.v.t.', null], ['nvt', null], ['onbekend', null], ['?', null], ['-', null], ['N/A', null],
  ['Ja, zie bijlage', true, 'doubt'], ['Nee (nog niet)', false, 'doubt'], ['ja - wifitracking', true, 'doubt'],
  ['misschien', null, 'fault'], ['janee', null, 'fault'], ['2', null, 'fault'], ['zie bijlage', null, 'fault'],
]
for (const [text, value, wanted = 'sure'] of answers) test(`yes or no: ${JSON.stringify(text)} → ${value} (${wanted})`, () => {
  const reading = readYesNo(text)
  assert.equal(reading.value, value)
  assert.equal(outcome(reading), wanted)
})

const counts: [text: string, value: number | null, outcome?: Outcome][] = [
  ['1000', 1000], ['1.000', 1000], ['1 000', 1000], ['1,000', 1000], ['12.345.678', 12_345_678], ['0', 0], ['7,0', 7], ['250 personen', 250], ['', null], ['onbekend', null],
  ['ca. 1.000', 1000, 'doubt'], ['±500', 500, 'doubt'], ['> 10.000', 10_000, 'doubt'], ['meer dan 50', 50, 'doubt'],
  ['1,5', null, 'fault'], ['10-20', null, 'fault'], ['-5', null, 'fault'], ['1e3', null, 'fault'], ['veel', null, 'fault'], ['99999999999999999999', null, 'fault'], ['1.00.000', null, 'fault'],
]
for (const [text, value, wanted = 'sure'] of counts) test(`count: ${JSON.stringify(text)} → ${value} (${wanted})`, () => {
  const reading = readCount(text)
  assert.equal(reading.value, value)
  assert.equal(outcome(reading), wanted)
})

const durations: [text: string, value: string | null, outcome?: Outcome][] = [
  ['5 jaar', 'P5Y'], ['5 Jaar', 'P5Y'], ['7 jr', 'P7Y'], ['7 jr.', 'P7Y'], ['5jaar', 'P5Y'], ['vijf jaar', 'P5Y'], ['6 mnd', 'P6M'], ['6 maanden', 'P6M'], ['18 mnd.', 'P18M'], ['4 weken', 'P4W'], ['28 dagen', 'P28D'], ['72 uur', 'PT72H'],
  ['1 jaar', 'P1Y'], ['één jaar', 'P1Y'], ['een half jaar', 'P6M'], ['half jaar', 'P6M'], ['anderhalf jaar', 'P18M'], ['1,5 jaar', 'P18M'], ['2 jaar en 6 maanden', 'P2Y6M'], ['P5Y', 'P5Y'], ['p6m', 'P6M'], ['PT72H', 'PT72H'], ['5 years', 'P5Y'], ['6 months', 'P6M'],
  ['maximaal 5 jaar', 'P5Y'], ['max. 4 weken', 'P4W'], ['20 (twintig) jaar', 'P20Y'], ['V7', 'P7Y'], ['110 jaar', 'P110Y'], ['', null], ['n.v.t.', null],
  ['5 jaar na beëindiging', 'P5Y', 'doubt'], ['minimaal 5 jaar', 'P5Y', 'doubt'], ['5 jaar, financieel 7 jaar', 'P5Y', 'doubt'],
  ['zo lang als nodig', null, 'fault'], ['nihil', null, 'fault'], ['onbeperkt', null, 'fault'], ['5', null, 'fault'], ['wettelijke termijn', null, 'fault'], ['1,3 maanden', null, 'fault'], ['jaarlijks', null, 'fault'],
]
for (const [text, value, wanted = 'sure'] of durations) test(`duration: ${JSON.stringify(text)} → ${value} (${wanted})`, () => {
  const reading = readDuration(text)
  assert.equal(reading.value, value)
  assert.equal(outcome(reading), wanted)
})

type Retention = [text: string, term: string | null, startsAt: string | null, disposal: 'destroy' | 'keep_permanently' | null, rest: string, outcome?: Outcome]
const retentions: Retention[] = [
  ['5 jaar na beëindiging', 'P5Y', 'beëindiging', null, ''],
  ['5 jaar na beëindiging van het dienstverband', 'P5Y', 'beëindiging van het dienstverband', null, ''],
  ['2 jaar na bereiken AOW-leeftijd', 'P2Y', 'bereiken AOW-leeftijd', null, ''],
  ['7 jaar na afloop van het boekjaar', 'P7Y', 'afloop van het boekjaar', null, ''],
  ['15 jaar vanaf de laatste wijziging', 'P15Y', 'de laatste wijziging', null, ''],
  ['6 maanden na afhandeling, daarna vernietigen', 'P6M', 'afhandeling', 'destroy', ''],
  ['Vernietigen na 5 jaar', 'P5Y', null, 'destroy', ''],
  ['V 5 jaar', 'P5Y', null, 'destroy', ''],
  ['V7', 'P7Y', null, 'destroy', ''],
  ['Bewaartermijn: 10 jaar', 'P10Y', null, null, ''],
  ['5 years after end of contract', 'P5Y', 'end of contract', null, ''],
  ['onbeperkt', null, null, 'keep_permanently', ''],
  ['Blijvend bewaren', null, null, 'keep_permanently', ''],
  ['Blijvend te bewaren', null, null, 'keep_permanently', ''],
  ['B', null, null, 'keep_permanently', ''],
  ['Permanent (Archiefwet)', null, null, 'keep_permanently', 'Permanent (Archiefwet)'],
  ['zo lang als nodig', null, null, null, 'zo lang als nodig', 'fault'],
  ['Niet langer dan noodzakelijk', null, null, null, 'Niet langer dan noodzakelijk', 'fault'],
  ['nihil', null, null, null, 'nihil', 'fault'],
  ['Conform Selectielijst 2020, resultaat 11.1', null, null, null, 'Conform Selectielijst 2020, resultaat 11.1', 'fault'],
  ['5 jaar conform Selectielijst', 'P5Y', null, null, '5 jaar conform Selectielijst', 'doubt'],
  ['5 jaar (dossier); 7 jaar (financieel)', 'P5Y', null, null, '5 jaar (dossier); 7 jaar (financieel)', 'doubt'],
  ['Camerabeelden 4 weken', 'P4W', null, null, 'Camerabeelden 4 weken', 'doubt'],
  ['minimaal 5 jaar', 'P5Y', null, null, '', 'doubt'],
]
for (const [text, term, startsAt, disposal, rest, wanted = 'sure'] of retentions) test(`retention: ${JSON.stringify(text)}`, () => {
  const reading = readRetention(text)
  assert.deepEqual(reading.value, { term, startsAt, disposal, rest })
  assert.equal(outcome(reading), wanted)
})
