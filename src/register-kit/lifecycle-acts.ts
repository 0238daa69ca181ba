// Lifecycle acts: what the ready lifecycles share: changing within one's own departments, reviewing, ending, removing.
import { dayOf } from '../ground/clock.ts'
import { Invalid } from '../ground/refusals.ts'
import type { Role, Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import type { Entry, AnyInput, SystemRow } from './entry.ts'
import { longText } from './field-types.ts'
import { mayDo } from './lifecycle.ts'
import { refuseTakenNumber } from './numbers.ts'
import type { Register, Outcome, Step, Verb } from './register.ts'
import { refuseUnfit } from './perform.ts'
import { nextReview } from './review-due.ts'

/** The new input as it may be kept: fit, with its number, in a department that the actor may give it to. @throws Invalid */
export async function changedInput({ scope, register, entry, values }: Step): Promise<AnyInput> {
  refuseUnfit(scope, register, values)
  const number = register.named.number.field
  await refuseTakenNumber(scope, register, values[number], entry.id)
  refuseForeignDepartment(scope, register, entry, values)
  return { ...values, [number]: values[number] ?? entry.input[number] }
}

/** Reviewed today, and due again after the term of the organisation's policy; nothing for a register without reviews. */
export async function reviewedNow(scope: Scope, register: Register): Promise<Partial<SystemRow>> {
  return register.reviewBy === undefined ? {} : { reviewed_on: dayOf(scope.now), ...await nextReview(scope, register) }
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

/** An owner keeps entries within the own departments; only who serves the whole organisation moves them elsewhere. */
function refuseForeignDepartment(scope: Scope, register: Register, entry: Entry, input: AnyInput): void {
  const { department } = register.named
  if (department === undefined || input[department] === entry.input[department] || mayDo(register, scope.actor, 'change', input[department] as string | null)) return
  throw new Invalid([{ at: department, message: t('U kunt dit alleen aan uw eigen afdeling geven. Vraag de privacy officer om het te verplaatsen.', 'You can give this to your own department only. Ask the privacy officer to move it.') }])
}
