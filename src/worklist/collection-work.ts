// Collection work: data that the actor was asked to look up for a case (H-27, W-12).
import { personOf } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { numberWords } from '../case-kit/collection/task-number.ts'
import { tasksFor } from '../case-kit/collection/tasks.ts'
import type { WorkSource } from './work-item.ts'

export const collectionSource: WorkSource = {
  path: 'gegevens', words: { nl: 'Gegevens ophalen', en: 'Collecting data' },
  async items(scope) {
    const me = personOf(scope.actor)
    const tasks = me === null ? [] : await tasksFor(scope, me)
    return tasks.map((task) => ({
      key: `collection:${task.id}`, words: say(numberWords(task)), plain: numberWords(task), href: `/${scope.organisation.slug}/ophalen/${task.id}`, register: task.register, due: task.dueOn,
      changedAt: task.askedAt, icon: 'upload' as const, detail: [t('Gegevens aanleveren', 'Deliver data'), task.asked.number].filter(Boolean).join(' · '),
    }))
  },
}
