// Cases of the rules on privacy meetings: when each fires, and when it doesn't.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyInput, type InputOf } from '../../register-kit/field-types.ts'
import { findingsOf, type RuleContext } from '../../register-kit/rules.ts'
import { fields } from './declaration.ts'
import type { Standing } from './facts.ts'
import { meetingRules } from './rules.ts'

type Meeting = InputOf<typeof fields>

const all: Standing = { isLast: true, every: 'P3M', seats: ['ciso', 'dpo', 'iso', 'privacy_officer'], chair: ['dpo'] }
const held: Partial<Meeting> = { kind: 'privacy', planned_on: '2026-08-20', held_on: '2026-08-20', minutes: 'Besproken.' }
const action = { action: 'Poster ophangen', owner: 'x', due_on: '2026-10-01', done_on: null, task: null }

function found(input: Partial<Meeting>, standing: Partial<Standing> = {}, more: Partial<RuleContext> = {}): string[] {
  const context: RuleContext = { organisationKind: 'municipality', today: '2026-11-22', stage: 'active', reviewDueOn: null, isImported: false, term: () => undefined, ownFact: () => ({ ...all, ...standing }), ...more }
  return findingsOf(meetingRules, { ...emptyInput(fields), ...input }, context).map(({ rule, detail }) => detail === '' ? rule : `${rule}: ${detail}`)
}

const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['the next one is due three months later, and that is past', found(held), ['next-meeting-overdue: 2026-11-20']],
  ['the policy wants one a half-year', found(held, { every: 'P6M' }), []],
  ['a later one is there', found(held, { isLast: false }), []],
  ['a meeting of a department makes no series', found({ ...held, kind: 'department' }, { seats: [], chair: [] }), []],
  ['planned for a day that is past', found({ kind: 'privacy', planned_on: '2026-11-20' }), ['not-held']],
  ['planned for a day to come', found({ kind: 'privacy', planned_on: '2026-11-23' }), []],
  ['no day at all', found({ kind: 'privacy' }), ['day-missing']],
  ['somebody else presides', found({ ...held, held_on: '2026-11-20' }, { chair: ['ciso'] }), ['chair-missing']],
  ['a firm without DPO: the privacy officer presides, and the DPO’s seat is empty', found({ ...held, held_on: '2026-11-20' }, { chair: ['privacy_officer'], seats: ['ciso', 'iso', 'privacy_officer'] }, { organisationKind: 'firm' }), ['seat-empty: FG']],
  ['two seats are empty', found({ ...held, held_on: '2026-11-20' }, { seats: ['dpo', 'iso'] }), ['seat-empty: privacy officer', 'seat-empty: CISO']],
  ['no minutes', found({ ...held, held_on: '2026-11-20', minutes: null }), ['minutes-missing']],
  ['an action is late', found({ ...held, held_on: '2026-11-20', actions: [action] }), ['action-late: Poster ophangen']],
  ['an action is done', found({ ...held, held_on: '2026-11-20', actions: [{ ...action, done_on: '2026-10-02' }] }), []],
  ['an action is done as a task', found({ ...held, held_on: '2026-11-20', actions: [{ ...action, task: 't' }] }, {}, { fact: (register, id, key) => register === 'tasks' && id === 't' && key === 'stage' ? 'ended' : undefined }), []],
  ['an action is a task that isn’t done', found({ ...held, held_on: '2026-11-20', actions: [{ ...action, task: 't' }] }, {}, { fact: () => 'active' }), ['action-late: Poster ophangen']],
  ['an action of nobody', found({ ...held, held_on: '2026-11-20', actions: [{ ...action, owner: null, due_on: '2026-12-01' }] }), ['action-unowned: Poster ophangen']],
  ['cancelled', found({ kind: 'privacy', planned_on: '2026-11-20' }, {}, { stage: 'ended' }), []],
]

for (const [name, given, wanted] of cases) test(`H-52: ${name}`, () => { assert.deepEqual(given, wanted) })
