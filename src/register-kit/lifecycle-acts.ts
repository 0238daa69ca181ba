// Lifecycle acts: what lifecycles share: making, changing within one's own departments with a version for each change, reviewing, ending, removing.
import { dayOf } from '../ground/clock.ts'
import { Invalid } from '../ground/refusals.ts'
import type { Role, Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { changesBetween } from './changes.ts'
import type { Entry, AnyInput, SystemRow } from './entry.ts'
import { longText } from './field-types.ts'
import { mayDo } from './lifecycle.ts'
import { refuseTakenNumber } from './numbers.ts'
import type { Register, Outcome, Step, Verb, Work } from './register.ts'
import { refuseUnfit } from './perform.ts'
import { nextReview } from './review-due.ts'
import { freezeVersions } from './versions.ts'

/** The new input as it may be kept: fit, with its number, in a department that the actor may give it to. @throws Invalid */
export async function changedInput({ scope, register, entry, values }: Step): Promise<AnyInput> {
  refuseUnfit(scope, register, values, entry.input)
  const number = register.named.number.field
  await refuseTakenNumber(scope, register, values[number], entry.id)
  refuseForeignDepartment(scope, register, entry, values)
  return { ...values, [number]: values[number] ?? entry.input[number] }
}

/** Reviewed today, and due again after the term of the organisation's policy; nothing for a register without reviews. */
export async function reviewedNow(scope: Scope, register: Register): Promise<Partial<SystemRow>> {
  return register.reviewBy === undefined ? {} : { reviewed_on: dayOf(scope.now), ...await nextReview(scope, register) }
}

/** Freezes this input as the next version of the step's entry. @returns its number, for the outcome */
export async function nextVersion({ scope, register, entry, lookups }: Step, input: AnyInput, note: string | null = null): Promise<number> {
  const version = entry.system.version + 1
  await freezeVersions(scope, register, [{ id: entry.id, version, input, note }], lookups)
  return version
}

/** The input as the next version; nothing where it says what was there. */
export async function asNextVersion(step: Step, input: AnyInput): Promise<Outcome> {
  return changesBetween(step.register.fields, step.entry.input, input).length === 0 ? {} : { input, system: { version: await nextVersion(step, input) } }
}

export function createVerb(roles: readonly Role[], said: Pick<Verb, 'words' | 'done'> = { words: { nl: 'Aanmaken', en: 'Create' }, done: { nl: 'aangemaakt', en: 'created' } }): Verb {
  return { ...said, roles, when: () => true, offered: 'no' }
}

export function importVerb(roles: readonly Role[] = ['privacy_officer']): Verb {
  return { words: { nl: 'Importeren', en: 'Import' }, done: { nl: 'geïmporteerd', en: 'imported' }, roles, when: () => true, offered: 'no' }
}

/** Changes what is in force directly, with a version for each change. */
export function changeVerb(roles: readonly Role[], when: (work: Work) => boolean = (work) => work.stage === 'active'): Verb {
  return { words: { nl: 'Wijzigen', en: 'Change' }, done: { nl: 'gewijzigd', en: 'changed' }, roles, when, offered: 'edit', act: async (step) => asNextVersion(step, await changedInput(step)) }
}

/** Changes what isn't in force yet: no version is made of what was only being prepared. */
export function changeDraftVerb(roles: readonly Role[], when: (work: Work) => boolean): Verb {
  return { ...changeVerb(roles, when), act: async (step): Promise<Outcome> => ({ input: await changedInput(step) }) }
}

const note = { note: longText('Toelichting', 'Note', { most: 10_000 }) }

/** Somebody looked at an active entry and found it right (H-07: yearly). */
export function reviewVerb(roles: readonly Role[]): Verb {
  return {
    words: { nl: 'Jaarlijks nagekeken', en: 'Reviewed' }, done: { nl: 'nagekeken', en: 'reviewed' }, roles, when: (work) => work.stage === 'active', offered: 'form', resource: 'reviews', fields: note,
    explain: { nl: 'U verklaart dat u dit hebt nagekeken en dat het klopt. De volgende keer nakijken is over een jaar, of zo vaak als uw beleid zegt. Klopt er iets niet? Wijzig het dan eerst.', en: 'You state that you have looked at this and that it is right. The next review is in a year, or as often as your policy says. Is something wrong? Change it first.' },
    act: async ({ scope, register, values }): Promise<Outcome> => ({ note: values.note as string | null, system: await reviewedNow(scope, register) }),
  }
}

export function endVerb(roles: readonly Role[], words: Pick<Verb, 'words' | 'done' | 'explain'>, ended: string): Verb {
  return {
    ...words, roles, when: (work) => work.stage === 'active' && work.proposal === 'none', offered: 'form', isDanger: true, resource: 'endings',
    fields: { reason: longText('Waarom, en wat gebeurt er met de gegevens?', 'Why, and what happens to the data?', { most: 10_000 }) }, required: ['reason'],
    act: ({ scope, values }): Outcome => ({ note: values.reason as string, system: { status: ended, ended_on: dayOf(scope.now), review_due_on: null } }),
  }
}

/** Removes what never was in force. Its history stays. */
export function removeVerb(roles: readonly Role[]): Verb {
  return {
    words: { nl: 'Concept verwijderen', en: 'Remove draft' }, done: { nl: 'verwijderd', en: 'removed' }, roles, when: (work) => work.stage === 'draft', offered: 'form', isDanger: true,
    explain: { nl: 'Het concept verdwijnt uit het register. De geschiedenis van wie wat deed, blijft bewaard.', en: 'The draft disappears from the register. The history of who did what is kept.' },
    act: (): Outcome => ({ isRemoved: true }),
  }
}

/** Removes what was made by mistake, whatever became of it. Its history stays. */
export function removeMistakeVerb(roles: readonly Role[] = ['privacy_officer']): Verb {
  return {
    words: { nl: 'Verwijderen', en: 'Remove' }, done: { nl: 'verwijderd', en: 'removed' }, roles, when: () => true, offered: 'form', isDanger: true,
    explain: { nl: 'Alleen voor wat per vergissing is aangemaakt: het verdwijnt uit het register. De geschiedenis van wie wat deed, blijft bewaard.', en: 'Only for what was made by mistake: it disappears from the register. The history of who did what is kept.' },
    act: (): Outcome => ({ isRemoved: true }),
  }
}

/** An owner keeps entries within the own departments; only who serves the whole organisation moves them elsewhere. */
function refuseForeignDepartment(scope: Scope, register: Register, entry: Entry, input: AnyInput): void {
  const { department } = register.named
  if (department === undefined || input[department] === entry.input[department] || mayDo(register, scope.actor, 'change', input[department] as string | null)) return
  throw new Invalid([{ at: department, message: t('U kunt dit alleen aan uw eigen afdeling geven. Vraag de privacy officer om het te verplaatsen.', 'You can give this to your own department only. Ask the privacy officer to move it.') }])
}
