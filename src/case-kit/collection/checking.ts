// Checking: before anything goes to the person somebody looks whether it holds data of others, and says what is given (art. 15 lid 4 AVG; H-29).
import { dayOf } from '../../ground/clock.ts'
import { type Fault, Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { readTypedDate } from '../../page-kit/typed-dates.ts'
import { decideFiles, readTaskFiles } from './task-files.ts'
import { type Others, othersChoices } from './task-rules.ts'
import { actOnTask, readTask } from './tasks.ts'
import { tellAsked } from './tell.ts'

export type CheckForm = { readonly others: string; readonly given: readonly string[]; readonly isPortable: boolean }

/** Files that aren't `given` stay here. @throws Invalid */
export async function checkTask(scope: Scope, id: string, form: CheckForm): Promise<void> {
  const task = await readTask(scope, id, { lock: true })
  const files = await readTaskFiles(scope, [id])
  const given = files.filter((file) => form.given.includes(file.id))
  const others = othersChoices.find((one) => one === form.others)
  const faults: Fault[] = []
  if (!others) faults.push({ at: 'others', message: t('Zeg of er gegevens van anderen in staan, en wat u daarmee deed.', 'Say whether it holds data of others, and what you did about it.') })
  if (others === 'anonymised' && files.length > 0 && task.answer?.data === null && !given.some(({ isCleaned }) => isCleaned)) {
    faults.push({ at: 'given', message: t('Voeg de versie toe waarin gegevens van anderen onleesbaar zijn, en kies die.', 'Add the version in which data of others are unreadable, and choose that one.') })
  }
  if (others === 'withheld' && files.length > 0 && given.length === files.length) faults.push({ at: 'given', message: t('U zegt dat er iets hier blijft, maar u kiest alle bestanden.', 'You say that something stays here, but you choose all files.') })
  if (faults.length > 0) throw new Invalid(faults)
  await decideFiles(scope, id, given.map((file) => file.id))
  await actOnTask(scope, task, 'check', { others: others satisfies Others | undefined as Others, isPortable: form.isPortable })
}

/** Asks the same again, by a new day: something was missing, or wasn't what was asked. @throws Invalid */
export async function askAgain(scope: Scope, id: string, typed: string): Promise<void> {
  const dueOn = readTypedDate(typed)
  if (dueOn === null || dueOn < dayOf(scope.now)) throw new Invalid([{ at: 'due', message: t('Vul een dag in die nog niet voorbij is.', 'Fill in a day that hasn’t passed.') }])
  await actOnTask(scope, await readTask(scope, id, { lock: true }), 'ask_again', { dueOn })
  await decideFiles(scope, id, [])
  await tellAsked(scope, await readTask(scope, id), 'again')
}
