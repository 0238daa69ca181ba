// Notification of: what goes into a notification beside the breach itself: the organisation, who reports, the DPO, the processor and participant by name, and the words of catalogue terms.
import type { Scope } from '../../ground/scope.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { loadLookupsFor } from '../../register-kit/lookups.ts'
import { inLanguage } from '../../ground/words.ts'
import type { NotificationContext } from './notification-context.ts'
import { breaches } from './register.ts'
import type { BreachInput } from './step-kit.ts'

/** Whoever asks is taken to be who fills in the form. In Dutch, as the form is. */
export async function notificationOf(scope: Scope, { input }: Pick<Entry, 'input'>): Promise<NotificationContext> {
  const { tx, organisation, now } = scope
  const breach = input as BreachInput
  const about = await tx.selectFrom('organisation').select(['name', 'contact_address', 'contact_email', 'contact_phone', 'dpo_contact']).where('id', '=', organisation.id).executeTakeFirstOrThrow()
  const lookups = await inLanguage('nl', () => loadLookupsFor(scope, breaches.fields, [input]))
  const called = (target: string, id: string | null) => id === null ? null : lookups.references[target]?.get(id)?.label ?? null
  return {
    organisation: { name: about.name, kind: organisation.kind, address: about.contact_address, email: about.contact_email, phone: about.contact_phone },
    reporter: await reporterOf(scope), dpo: about.dpo_contact, processor: called('processors', breach.processor), participant: called('participant', breach.participant), number: breach.number, now,
    notification: breach.withdrawn_at !== null ? 'withdrawal' : breach.notified_at !== null ? 'follow_up' : 'first',
    label: (catalogue, key) => lookups.terms.get(catalogue)?.get(key)?.words.nl ?? key,
  }
}

async function reporterOf({ tx, organisation, actor }: Scope): Promise<NotificationContext['reporter']> {
  if (actor.kind !== 'person') return null
  const person = await tx.selectFrom('person as p').leftJoin('job_function as f', (join) => join.onRef('f.organisation_id', '=', 'p.organisation_id').onRef('f.id', '=', 'p.job_function_id'))
    .select(['p.name', 'p.email', 'f.name as function']).where('p.organisation_id', '=', organisation.id).where('p.id', '=', actor.personId).executeTakeFirst()
  return person ? { name: person.name, function: person.function, phone: null, email: person.email, isDpo: actor.assignments.some(({ role }) => role === 'dpo') } : null
}
