// Handing out: a step of the division of tasks becomes tasks for whoever carries it out, so that they stand in those people's work (H-50 tot en met H-57).
import { t } from '../../ground/words.ts'
import { profileInForce } from '../../policy/in-force.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry } from '../../register-kit/perform.ts'
import type { Outcome, Step } from '../../register-kit/register.ts'
import { tasks } from '../tasks/register.ts'
import { type Assignee, holdersOf } from './assignees.ts'
import { parties, type Party, processes } from './declaration.ts'
import { normOf, type ResponsibilityInput } from './rules.ts'

type Values = { readonly department: string | null; readonly due_on: string | null; readonly about: string | null }
type TaskRole = 'privacy_officer' | 'dpo' | 'process_owner' | 'ciso' | 'iso'
/** For whom a task is: a person, or anybody with the role. */
type Doer = { readonly owner: string } | { readonly role: TaskRole }

/** One task for each who carries the step out; where nobody does, for whoever answers for it. */
export async function handOut({ scope, register, entry, values }: Step): Promise<Outcome> {
  const input = entry.input as ResponsibilityInput
  const { department, due_on, about } = values as Values
  const doing = (input.responsible.length > 0 ? input.responsible : input.accountable) as Party[]
  const place = department ?? input.department
  const holders = await holdersOf(scope, new Set(doing), place)
  const norm = input.process === null || input.process === 'other' ? null : normOf[input.process]
  const profile = norm === null ? undefined : (await profileInForce(scope))?.profile
  const from = t(`Uit de taakverdeling: ${processName(input)} (/${scope.organisation.slug}/${register.path}/${entry.id})`, `From the division of tasks: ${processName(input)} (/${scope.organisation.slug}/${register.path}/${entry.id})`)
  for (const doer of doersOf(doing, holders)) {
    await createEntry(scope, tasks, {
      ...emptyInput(tasks.fields), name: input.name, description: [about, from].filter(Boolean).join('\n\n'), department: place, due_on, recurrence: 'once',
      norm: profile?.norms.some(({ id }) => id === norm) ? norm : null, ...doer,
    })
  }
  return {}
}

/** A single holder gets the task; several with a role share one; others get one each. A party that nobody holds leaves it to the privacy officer. Pure. */
export function doersOf(doing: readonly Party[], holders: readonly Pick<Assignee, 'party' | 'holderId'>[]): Doer[] {
  const found = doing.flatMap((party): Doer[] => {
    const own = [...new Set(holders.flatMap((holder) => holder.party === party ? [holder.holderId] : []))]
    if (own.length === 1) return [{ owner: own[0]! }]
    return isTaskRole(party) ? [{ role: party }] : own.slice(0, 20).map((owner) => ({ owner }))
  })
  const once = [...new Map(found.map((doer) => [JSON.stringify(doer), doer])).values()]
  return once.length > 0 ? once : [{ role: 'privacy_officer' }]
}

function isTaskRole(party: Party): party is TaskRole {
  return party !== 'management' && party !== 'portfolio_holder' && party !== 'employee' && Object.hasOwn(parties, party)
}

function processName({ process, other_process, name }: ResponsibilityInput): string {
  return process === null ? name ?? '' : process === 'other' ? other_process ?? '' : t(processes[process][0], processes[process][1])
}
