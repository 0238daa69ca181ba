import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inLanguage } from '../../ground/words.ts'
import { readRows, readTyped } from './log-lines.ts'
import { markOf, personOf, readSubject, readSubjects } from './subject-marks.ts'

const today = '2026-11-22'
const key = Buffer.alloc(32, 7)
const mark = (line: string) => {
  const subject = readSubject(line)
  assert.ok('kind' in subject, line)
  return markOf(key, subject).toString('hex')
}
const rows = (...cells: string[][]) => inLanguage('nl', () => readRows(cells.map((one, index) => ({ number: index + 1, cells: one })), today))

test('one person has one mark, however the number or name is written, and another has another', () => {
  assert.equal(mark('123456782'), mark(' 1234.56.782 '))
  assert.equal(mark('Jansen, A. ; 31-12-1980'), mark('a jansen;1980-12-31'))
  assert.equal(mark('Jansen, A.; 31-12-1980'), markOf(key, personOf('A. JANSEN', '1980-12-31')).toString('hex'))
  assert.equal(mark('K-2041'), mark('k-2041'))
  assert.equal(new Set([mark('123456782'), mark('111222333'), mark('A Jansen; 31-12-1980'), mark('A Jansen; 30-12-1980'), mark('B Jansen; 31-12-1980'), mark('K-2041')]).size, 6)
  const one = readSubject('123456782')
  assert.ok('kind' in one)
  assert.notEqual(markOf(Buffer.alloc(32, 8), one).toString('hex'), mark('123456782'), 'another organisation makes another mark')
})

test('what can’t be a person is a fault with its line, and isn’t repeated', () => {
  const { subjects, faults } = readSubjects('123456782\r\n\n123456789\nJansen; gisteren\n; 31-12-1980\nK\nA; 1-1-1990; x\n123456782')
  assert.equal(subjects.length, 1)
  assert.deepEqual(faults.map(({ line }) => line), [3, 4, 5, 6, 7])
  assert.ok(!JSON.stringify(faults).includes('123456789') && !JSON.stringify(faults).includes('gisteren'))
})

test('a single disclosure: the number of people follows from who is named', () => {
  const read = (more: object) => inLanguage('nl', () => readTyped({ on: '2026-11-20', what: 'Adres', people: '', subjects: '', note: '', ...more }, today))
  assert.equal(read({ subjects: '123456782\nK-1' }).line?.people, 2)
  assert.equal(read({ people: '12.000' }).line?.people, 12_000)
  for (const [more, at] of [[{}, 'people'], [{ people: '0' }, 'people'], [{ people: '1', subjects: '123456782\nK-1' }, 'people'], [{ people: '1', on: '2026-11-23' }, 'on'], [{ people: '1', on: '31-2-2026' }, 'on'], [{ people: '1', what: ' ' }, 'what'], [{ people: '1', subjects: '123456789' }, 'subjects']] as const) {
    const { line, faults } = read(more)
    assert.equal(line, undefined)
    assert.deepEqual(faults.map((fault) => fault.at), [at], JSON.stringify(more))
  }
})

test('a file: headings in any order or none, every fault with its line, and nothing kept of a file with one', () => {
  const good = rows(['Persoon', 'Datum', 'Gegevens'], ['123456782', '20-11-2026', 'Adres'], ['', '', ''], ['', '2026-11-19', 'Adres'])
  assert.deepEqual(good.faults, [])
  assert.deepEqual(good.lines.map(({ on, people, subjects }) => [on, people, subjects.length]), [['2026-11-20', 1, 1], ['2026-11-19', 1, 0]])
  assert.equal(rows(['20-11-2026', 'Adres', '14', '', 'Maandelijks']).lines[0]?.note, 'Maandelijks')
  const bad = rows(['datum', 'gegevens', 'aantal'], ['20-11-2026', 'Adres', '3'], ['morgen', 'Adres', '3'], ['20-11-2026', '', 'veel'])
  assert.deepEqual(bad.lines, [])
  assert.deepEqual(bad.faults.map(({ row }) => row), [3, 4, 4])
  assert.deepEqual(rows().faults.map(({ row }) => row), [0])
  assert.deepEqual(rows(['datum', 'gegevens']).faults.map(({ row }) => row), [0], 'headings only')
})
