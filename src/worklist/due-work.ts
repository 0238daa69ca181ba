// Due work: terms that run for entries and that the actor can meet, because the entry or the step that meets them is theirs.
import { addDays, startOfDay, timeOfMoment } from '../calendar/days.ts'
import { dayOf, sayMoment } from '../ground/clock.ts'
import { personOf, type Scope } from '../ground/scope.ts'
import { say, type Words } from '../ground/words.ts'
import { type DueDeadline, dueDeadlines } from '../register-kit/deadlines/due-deadlines.ts'
import { mayDo } from '../register-kit/lifecycle.ts'
import { capital } from '../register-kit/register-words.ts'
import type { WorkItem, WorkSource } from './work-item.ts'

export const deadlineSource: WorkSource = {
  path: 'termijnen', words: { nl: 'Termijnen', en: 'Terms' },
  async items(scope, until) {
    const found = await dueDeadlines(scope, { until: startOfDay(addDays(until, 1)) })
    return found.filter((deadline) => isMine(scope, deadline)).map((deadline) => deadlineItem(scope, deadline))
  },
}

/** Whoever answers for the entry, or may take a step by which the term is met. */
function isMine({ actor }: Scope, { register, owner, department, steps }: DueDeadline): boolean {
  return (owner !== null && owner === personOf(actor)) || steps.some((step) => mayDo(register, actor, step, department))
}

export function deadlineItem({ organisation: { slug }, now }: Pick<Scope, 'organisation' | 'now'>, deadline: DueDeadline): WorkItem {
  const { id, register, entryId, title, number, words, citation, startedAt, dueOn, dueAt, state } = deadline
  return {
    key: `deadline:${id}`, words: `${say(words)}: ${title}`, plain: plainWords(words, register.words.one, number), isPlainByMail: true, href: `/${slug}/${register.path}/${entryId}`, register: register.key,
    due: dueOn ?? dayOf(dueAt), ...(dueOn === null ? { dueWords: sayMoment(dueAt), dueTime: timeOfMoment(dueAt) } : {}), isLate: state === 'late' || (dueOn !== null && dueOn < dayOf(now)), changedAt: startedAt, icon: 'calendar',
    detail: [capital(say(register.words.one)), number, citation].filter(Boolean).join(' · '),
  }
}

export function plainWords(lead: Words, one: Words, number: string | null): Words {
  return { nl: [`${lead.nl}: ${one.nl}`, number].filter(Boolean).join(' '), en: [`${lead.en}: ${one.en}`, number].filter(Boolean).join(' ') }
}
