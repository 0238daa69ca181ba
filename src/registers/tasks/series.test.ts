// Series: a table of tasks that recur, and when the next is due.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf, type RuleContext } from '../../register-kit/rules.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { fields } from './declaration.ts'
import { taskRules } from './rules.ts'
import { type Every, nextDue } from './series.ts'

const cases: readonly (readonly [every: Every, dueOn: string | null, from: string | null, today: string, next: string, why: string])[] = [
  ['month', '2027-01-31', null, '2027-01-20', '2027-02-28', 'the last day where there is none'],
  ['month', '2027-02-28', '2027-01-31', '2027-02-28', '2027-03-31', 'a short month doesn’t shift the next'],
  ['month', '2027-02-28', null, '2027-02-01', '2027-03-28', 'the 28th stays the 28th'],
  ['quarter', '2027-03-31', null, '2027-03-10', '2027-06-30', 'quarter ends'], ['quarter', '2027-06-30', '2027-03-31', '2027-07-02', '2027-09-30', 'quarter ends'], ['quarter', '2027-09-30', '2027-03-31', '2027-09-30', '2027-12-31', 'quarter ends'],
  ['quarter', '2027-01-01', null, '2027-05-15', '2027-07-01', 'what was missed isn’t made up for'],
  ['quarter', '2027-04-01', null, '2027-01-05', '2027-07-01', 'done early: the one after'],
  ['half_year', '2027-08-31', null, '2027-08-31', '2028-02-29', 'half-year into a leap year'],
  ['year', '2028-02-29', null, '2028-02-29', '2029-02-28', 'leap day'], ['year', '2029-02-28', '2028-02-29', '2031-03-01', '2032-02-29', 'leap day again'],
  ['year', null, null, '2027-11-22', '2028-11-22', 'without a day: from today'],
  ['month', '2027-03-12', '2027-01-05', '2027-03-10', '2027-04-05', 'one that was moved doesn’t move the series'],
  ['month', '2027-01-10', '2027-06-05', '2027-01-10', '2027-06-05', 'a series that is yet to begin'],
]

for (const [every, dueOn, from, today, next, why] of cases) {
  test(`N-52: ${every} from ${from ?? dueOn ?? today}, due ${dueOn ?? 'never'}, done ${today}: ${next} (${why})`, () => assert.equal(nextDue(every, { dueOn, from, today }), next))
}

test('N-52 H-46: a task without a doer, a rhythm or a day is noticed, and so is one that is late; a whole one isn’t', () => {
  const context = { today: '2027-03-10', stage: 'active' } as RuleContext
  const found = (more: Partial<ReturnType<typeof emptyInput<typeof fields>>>) => findingsOf(taskRules as never, { ...emptyInput(fields), name: 'Taak', ...more }, context).map(({ rule }) => rule).toSorted()
  assert.deepEqual(found({}), ['doer-missing', 'due-missing', 'recurrence-missing'])
  assert.deepEqual(found({ role: 'dpo', recurrence: 'year', due_on: '2027-03-09' }), ['overdue'])
  assert.deepEqual(found({ owner: 'x', recurrence: 'once', due_on: '2027-03-10' }), [])
})
