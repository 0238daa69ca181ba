// Make tasks: the actions of an assessment as tasks, each with its owner and day, so that they come in somebody's work and in the reminders (art. 35 lid 7 onder d AVG).
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry } from '../../register-kit/perform.ts'
import { tasks } from '../tasks/register.ts'
import { type AssessmentInput, registerKey } from './declaration.ts'
import { activitiesOf } from './tell-activities.ts'

/** The actions with their tasks; what has one keeps it. What nobody was named for is the owner's. */
export async function makeTasks(scope: Scope, entry: Pick<Entry, 'id'>, input: AssessmentInput): Promise<AssessmentInput['actions']> {
  const system: Scope = { ...scope, actor: { kind: 'system', task: `${registerKey}:${entry.id}` } }
  const [processing] = await activitiesOf(scope, input)
  const made: AssessmentInput['actions'] = []
  for (const row of input.actions) {
    if (row.task !== null || row.action === null) { made.push(row); continue }
    const description = `Actie uit ${input.number ?? ''} ${input.name ?? ''}.`.replace(/\s+/g, ' ').trim()
    const task = await createEntry(system, tasks, { ...emptyInput(tasks.fields), name: row.action, description, owner: row.owner ?? input.owner, department: input.department, due_on: row.due_on, processing: processing ?? null, recurrence: 'once' })
    made.push({ ...row, owner: row.owner ?? input.owner, task })
  }
  return made
}

/** Names of tasks of these actions that are still to be done. */
export async function openTasks({ organisation, tx }: Pick<Scope, 'organisation' | 'tx'>, { actions }: Pick<AssessmentInput, 'actions'>): Promise<string[]> {
  const ids = actions.flatMap(({ task }) => task === null ? [] : [task])
  if (ids.length === 0) return []
  const { rows } = await sql<{ name: string }>`select name from task where organisation_id = ${organisation.id} and id = any(${ids}::uuid[]) and status = 'open' order by due_on nulls last, id`.execute(tx)
  return rows.map(({ name }) => name)
}
