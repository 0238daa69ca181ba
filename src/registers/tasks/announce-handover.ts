// Announce a handover: the mail to a colleague who gets a task for a time.
import { sayDay } from '../../ground/clock.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { inLanguage } from '../../ground/words.ts'
import { enqueueMail, type MailLine } from '../../people/mail.ts'
import type { Entry } from '../../register-kit/entry.ts'

/** Nobody is written to about what they did themselves. */
export async function announceHandover(scope: Scope, entry: Entry, { to, until, note }: { readonly to: string; readonly until: string | null; readonly note: string | null }): Promise<void> {
  if (to === personOf(scope.actor)) return
  const { slug } = scope.organisation
  const name = entry.input.name as string
  const by = scope.actor.kind === 'person' ? scope.actor.name : undefined
  const lines: MailLine[] = [
    by === undefined || by === '' ? { nl: 'U hebt een taak van een collega overgenomen.', en: 'You have taken over a colleague’s task.' } : { nl: `${by} heeft u een taak overgedragen.`, en: `${by} has handed you a task.` },
    { item: { nl: name, en: name }, path: `/${slug}/taken/${entry.id}` },
    ...(until === null ? [] : [{ nl: `Tot en met ${inLanguage('nl', () => sayDay(until))}.`, en: `Until ${inLanguage('en', () => sayDay(until))}.` }]),
    ...(note === null ? [] : [{ nl: `Bericht: ${note}`, en: `Note: ${note}` }]),
  ]
  await enqueueMail(scope, {
    personId: to, kind: 'delegation', subject: { nl: 'U hebt een taak gekregen', en: 'You have been given a task' }, lines,
    link: { words: { nl: 'Naar mijn werk', en: 'To my work' }, path: `/${slug}/mijn-werk` },
  })
}
