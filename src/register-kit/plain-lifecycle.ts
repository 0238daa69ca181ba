// Plain lifecycle: in use from the first moment, changed directly with a version for each change, ended and taken up again.
import type { Role } from '../ground/scope.ts'
import type { Words } from '../ground/words.ts'
import { changesBetween } from './changes.ts'
import { changedInput, endVerb, reviewedNow, reviewVerb } from './lifecycle-acts.ts'
import type { Lifecycle, Outcome, Step } from './register.ts'
import { freezeVersions } from './versions.ts'

export type PlainWords = { readonly active: Words; readonly ended: Words; readonly end: Words; readonly endExplained: Words; readonly reopen: Words }

/** `edit` makes, changes and reviews; `end` ends, takes up again, and removes what was made by mistake. */
export function plainLifecycle(roles: { readonly edit: readonly Role[]; readonly end: readonly Role[]; readonly import: readonly Role[] }, words: PlainWords): Lifecycle {
  return {
    statuses: { active: { words: words.active, tone: 'positive', stage: 'active' }, ended: { words: words.ended, tone: 'neutral', stage: 'ended' } },
    start: 'active', inForce: 'active',
    verbs: {
      create: { words: { nl: 'Aanmaken', en: 'Create' }, done: { nl: 'aangemaakt', en: 'created' }, roles: roles.edit, when: () => true, offered: 'no' },
      import: { words: { nl: 'Importeren', en: 'Import' }, done: { nl: 'geïmporteerd', en: 'imported' }, roles: roles.import, when: () => true, offered: 'no' },
      change: { words: { nl: 'Wijzigen', en: 'Change' }, done: { nl: 'gewijzigd', en: 'changed' }, roles: roles.edit, when: (work) => work.stage === 'active', offered: 'edit', act: change },
      review: reviewVerb(roles.edit),
      end: endVerb(roles.end, { words: words.end, done: { nl: 'beëindigd', en: 'ended' }, explain: words.endExplained }, 'ended'),
      reopen: {
        words: words.reopen, done: { nl: 'weer in gebruik genomen', en: 'taken up again' }, roles: roles.end, when: (work) => work.stage === 'ended', offered: 'button', resource: 'reopenings',
        act: async ({ scope, register }): Promise<Outcome> => ({ system: { status: 'active', ended_on: null, ...await reviewedNow(scope, register) } }),
      },
      remove: {
        words: { nl: 'Verwijderen', en: 'Remove' }, done: { nl: 'verwijderd', en: 'removed' }, roles: roles.end, when: () => true, offered: 'form', isDanger: true,
        explain: { nl: 'Alleen voor wat per vergissing is aangemaakt: het verdwijnt uit het register. De geschiedenis van wie wat deed, blijft bewaard.', en: 'Only for what was made by mistake: it disappears from the register. The history of who did what is kept.' },
        act: (): Outcome => ({ isRemoved: true }),
      },
    },
  }
}

async function change(step: Step): Promise<Outcome> {
  const { scope, register, entry, lookups } = step
  const input = await changedInput(step)
  if (changesBetween(register.fields, entry.input, input).length === 0) return {}
  const version = entry.system.version + 1
  await freezeVersions(scope, register, [{ id: entry.id, version, input }], lookups)
  return { input, system: { version } }
}
