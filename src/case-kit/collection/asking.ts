// Asking: from what somebody filled in to collection tasks: one for each who is asked, with the same question, or every fault at once.
import { dayOf } from '../../ground/clock.ts'
import { isId } from '../../ground/ids.ts'
import { type Fault, Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { readTypedDate } from '../../page-kit/typed-dates.ts'
import { isMailAddress } from '../../people/mail-outside.ts'
import type { Entry } from '../../register-kit/entry.ts'
import type { Register } from '../../register-kit/register.ts'
import type { CollectionOptions } from './case-options.ts'
import { numberOf } from './keeping.ts'
import { keyOfTarget, type Target } from './proposals.ts'
import { ask, type NewTask, type Task } from './tasks.ts'
import { tellAsked } from './tell.ts'

/** As a form sends it. */
export type AskForm = { readonly who: readonly string[]; readonly question: string; readonly from: string; readonly until: string; readonly due: string; readonly finders: readonly string[]; readonly colleague: string; readonly email: string }

/** @throws Invalid */
export async function askFor(scope: Scope, register: Register, options: CollectionOptions, entry: Entry, targets: readonly Target[], form: AskForm): Promise<Task[]> {
  const faults: Fault[] = []
  const day = (at: string, typed: string): string | null => {
    const read = typed.trim() === '' ? null : readTypedDate(typed)
    if (read === null && typed.trim() !== '') faults.push({ at, message: t('Dit is geen bestaande datum. Schrijf bijvoorbeeld 30-11-2026.', 'This is no existing date. Write for instance 30-11-2026.') })
    return read
  }
  const chosen = targets.filter((target) => form.who.includes(keyOfTarget(target)))
  if (chosen.length === 0) faults.push({ at: 'who', message: t('Kies aan wie u gegevens vraagt.', 'Choose whom you ask for data.') })
  const question = form.question.trim()
  if (question === '' || question.length > 5000 || question.includes('\0')) faults.push({ at: 'question', message: t('Schrijf op welke gegevens u nodig hebt (hoogstens 5000 tekens).', 'Write which data you need (at most 5,000 characters).') })
  const [periodFrom, periodUntil, dueOn] = [day('from', form.from), day('until', form.until), day('due', form.due)]
  if (periodFrom !== null && periodUntil !== null && periodFrom > periodUntil) faults.push({ at: 'until', message: t('Het einde van de periode ligt vóór het begin.', 'The end of the period lies before its beginning.') })
  if (dueOn === null && !faults.some(({ at }) => at === 'due')) faults.push({ at: 'due', message: t('Vul in wanneer u de gegevens nodig hebt.', 'Fill in by when you need the data.') })
  else if (dueOn !== null && dueOn < dayOf(scope.now)) faults.push({ at: 'due', message: t('Deze dag is al voorbij.', 'This day has passed.') })
  const colleague = await colleagueOf(scope, form.colleague)
  if (form.colleague !== '' && colleague === null) faults.push({ at: 'colleague', message: t('Deze collega werkt hier niet (meer).', 'This colleague doesn’t work here (any more).') })
  const email = form.email.trim()
  if (email !== '' && !isMailAddress(email)) faults.push({ at: 'email', message: t('Dit is geen geldig e-mailadres. Vul één adres in.', 'This is no valid e-mail address. Fill in one address.') })
  const asked = chosen.map((target) => ({ target, ...contactOf(target, colleague, email) }))
  for (const { target } of asked.filter(({ personId, contactEmail }) => personId === null && contactEmail === null)) {
    faults.push(isInside(target) ? { at: 'colleague', message: t(`Kies een collega die dit voor “${target.aboutName}” doet.`, `Choose a colleague who does this for “${target.aboutName}”.`) } : { at: 'email', message: t(`Vul een e-mailadres in voor “${target.aboutName}”.`, `Fill in an e-mail address for “${target.aboutName}”.`) })
  }
  if (faults.length > 0) throw new Invalid(faults)
  const finders = (options.finders?.(entry) ?? []).filter(({ key }) => form.finders.includes(key)).map(({ words, value }) => ({ words, value }))
  const made: Task[] = []
  for (const { target, personId, contactEmail } of asked) {
    const task: NewTask = {
      register: register.key, entryId: entry.id, party: target.party, aboutId: target.aboutId, aboutName: target.aboutName, personId, contactEmail, language: 'nl',
      asked: { question, finders, number: numberOf(register, entry) }, periodFrom, periodUntil, dueOn: dueOn!,
    }
    const one = await ask(scope, task)
    await tellAsked(scope, one, 'asked')
    made.push(one)
  }
  return made
}

/** Departments and systems are asked of a colleague, the others by e-mail; who is chosen by hand goes before who was known. */
function contactOf(target: Target, colleague: string | null, email: string): { personId: string | null; contactEmail: string | null } {
  if (isInside(target)) return { personId: colleague ?? target.personId, contactEmail: null }
  return { personId: null, contactEmail: email === '' ? target.email : email }
}

function isInside({ party }: Pick<Target, 'party'>): boolean {
  return party === 'department' || party === 'system'
}

async function colleagueOf(scope: Scope, id: string): Promise<string | null> {
  if (!isId(id)) return null
  const row = await scope.tx.selectFrom('person').select('id').where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('is_active', '=', true).executeTakeFirst()
  return row?.id ?? null
}
