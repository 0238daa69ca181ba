// Task rules: when an answer is asked for, what may happen to a task in which state, and from when it is late; tables without a database.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dataPairs } from './answering.ts'
import { idInSecret, isProved, secretOf } from './private-address.ts'
import { emailIn, ledTo } from './proposals.ts'
import { isLate, mayHappen, type TaskAct, taskActs, type TaskState, taskStates, usualDueOn } from './task-rules.ts'

describe('collection tasks', () => {
  test('are asked for in a week, but before the case itself must be answered (H-27)', () => {
    const cases: readonly (readonly [today: string, caseDueOn: string | null, dueOn: string])[] = [
      ['2026-11-02', null, '2026-11-09'], ['2026-11-02', '2026-12-02', '2026-11-09'], ['2026-11-27', '2026-12-02', '2026-12-01'], ['2026-12-01', '2026-12-02', '2026-12-01'],
      ['2026-12-02', '2026-12-02', '2026-12-02'], ['2026-12-09', '2026-12-02', '2026-12-09'],
    ]
    for (const [today, caseDueOn, dueOn] of cases) assert.equal(usualDueOn(today, caseDueOn), dueOn, `${today} ${caseDueOn}`)
  })

  test('go from asked to answered to checked, and no other way (H-29)', () => {
    const possible: Readonly<Record<TaskState, readonly TaskAct[]>> = {
      asked: ['accept', 'deliver', 'find_nothing', 'refuse', 'withdraw'], accepted: ['deliver', 'find_nothing', 'refuse', 'withdraw'],
      delivered: ['check', 'ask_again'], nothing_found: ['check', 'ask_again'], refused: ['ask_again'], withdrawn: [],
    }
    for (const state of taskStates) assert.deepEqual(taskActs.filter((act) => mayHappen(act, { state, checkedAt: null })), taskActs.filter((act) => possible[state].includes(act)), state)
    assert.deepEqual(taskActs.filter((act) => mayHappen(act, { state: 'delivered', checkedAt: new Date() })), ['ask_again'])
  })

  test('are late from the day after, for as long as they are open', () => {
    const task = { state: 'asked' as TaskState, dueOn: '2026-11-10' }
    assert.deepEqual([isLate(task, '2026-11-10'), isLate(task, '2026-11-11'), isLate({ ...task, state: 'accepted' }, '2026-11-11'), isLate({ ...task, state: 'refused' }, '2026-11-11')], [false, true, true, false])
  })

  test('are proposed from what an activity points at, each once', () => {
    assert.deepEqual(ledTo({ department: 'd', owner: 'o', stores: [{ system: 's' }, { system: 's' }, { system: null, name: 'Kast' }], processors: [{ processor: 'p' }], participants: [{ participant: 'm' }] }),
      [{ party: 'department', aboutId: 'd', owner: 'o' }, { party: 'system', aboutId: 's' }, { party: 'processor', aboutId: 'p' }, { party: 'participant', aboutId: 'm' }])
    assert.deepEqual(ledTo({}), [])
    const texts: readonly (readonly [string | null, string | null])[] = [['privacy@bedrijf.example', 'privacy@bedrijf.example'], ['Team privacy <privacy@bedrijf.example>, tel. 070', 'privacy@bedrijf.example'], ['bel ons', null], [null, null], ['a@b', null]]
    for (const [text, email] of texts) assert.equal(emailIn(text), email)
  })

  test('may be answered by typing: one value a line', () => {
    assert.deepEqual(dataPairs('Klantnummer: 1234\r\nAdres: Dorpsstraat 1\nLekhoven\n\n'), [{ name: 'Klantnummer', value: '1234' }, { name: 'Adres', value: 'Dorpsstraat 1\nLekhoven' }])
    assert.deepEqual([dataPairs(null), dataPairs('losse tekst')], [[], [{ name: '', value: 'losse tekst' }]])
  })
})

test('a private link holds for one row, one kind and one version, in one organisation', () => {
  const [mine, theirs] = [{ key: Buffer.alloc(32, 1) }, { key: Buffer.alloc(32, 2) }]
  const id = '019ab5d4-7d1e-7b54-9a60-3f1d2f8f2b11'
  const secret = secretOf(mine, 'collection', id)
  assert.equal(idInSecret(secret), id)
  assert.ok(isProved(mine, 'collection', secret))
  assert.deepEqual([isProved(theirs, 'collection', secret), isProved(mine, 'package', secret), isProved(mine, 'collection', secret, 2), isProved(mine, 'collection', `${id}.${'A'.repeat(43)}`), isProved(mine, 'collection', '')], [false, false, false, false, false])
  for (const broken of ['', id, `${id}.`, `x.${secret.split('.')[1]}`, `${secret}x`, `${id}.${'é'.repeat(43)}`]) assert.equal(idInSecret(broken), undefined)
})
