// Plain lifecycle: in use from the first moment, changed directly with a version for each change, ended and taken up again.
import type { Role } from '../ground/scope.ts'
import type { Words } from '../ground/words.ts'
import { changeVerb, createVerb, endVerb, importVerb, removeMistakeVerb, reviewedNow, reviewVerb } from './lifecycle-acts.ts'
import type { Lifecycle, Outcome } from './register.ts'

export type PlainWords = { readonly active: Words; readonly ended: Words; readonly end: Words; readonly endExplained: Words; readonly reopen: Words }

/** `edit` makes, changes and reviews; `end` ends, takes up again, and removes what was made by mistake. */
export function plainLifecycle(roles: { readonly edit: readonly Role[]; readonly end: readonly Role[]; readonly import: readonly Role[] }, words: PlainWords): Lifecycle {
  return {
    statuses: { active: { words: words.active, tone: 'positive', stage: 'active' }, ended: { words: words.ended, tone: 'neutral', stage: 'ended' } },
    start: 'active', inForce: 'active',
    verbs: {
      create: createVerb(roles.edit),
      import: importVerb(roles.import),
      change: changeVerb(roles.edit),
      review: reviewVerb(roles.edit),
      end: endVerb(roles.end, { words: words.end, done: { nl: 'beëindigd', en: 'ended' }, explain: words.endExplained }, 'ended'),
      reopen: {
        words: words.reopen, done: { nl: 'weer in gebruik genomen', en: 'taken up again' }, roles: roles.end, when: (work) => work.stage === 'ended', offered: 'button', resource: 'reopenings',
        act: async ({ scope, register }): Promise<Outcome> => ({ system: { status: 'active', ended_on: null, ...await reviewedNow(scope, register) } }),
      },
      remove: removeMistakeVerb(roles.end),
    },
  }
}
