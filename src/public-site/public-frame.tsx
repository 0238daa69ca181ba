// Public frame: what the pages for citizens share: whose they are, without anybody signed in, and whom to ask.
import type { Context } from 'hono'
import { dayOf } from '../ground/clock.ts'
import { NotFound } from '../ground/refusals.ts'
import { inScope, type Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import type { House } from '../people/house.ts'
import { findOrganisation } from '../people/organisations.ts'
import { appointmentInForce } from '../registers/dpo-appointments/actions.ts'

/** Does work for the public in the organisation of the address (`:slug`). @throws NotFound */
export async function publicScope<T>(house: House, c: Context, work: (scope: Scope) => Promise<T>): Promise<T> {
  const found = await findOrganisation(house.database, house.master, c.req.param('slug') ?? '')
  if (!found) throw new NotFound(t('Deze organisatie kennen wij niet.', 'We don’t know this organisation.'))
  return inScope(house.database, { organisation: found.organisation, actor: { kind: 'public' }, now: house.clock() }, work)
}

export type Contact = { address: string | null; email: string | null; phone: string | null; dpo: string | null; website: string | null }

/** How the DPO is reached comes from the appointment in force, once that is published (art. 37 lid 7 AVG); else from the organisation's settings. */
export async function publicContact(scope: Scope): Promise<Contact> {
  const row = await scope.tx.selectFrom('organisation').select(['contact_address as address', 'contact_email as email', 'contact_phone as phone', 'dpo_contact as dpo', 'website']).where('id', '=', scope.organisation.id).executeTakeFirstOrThrow()
  const appointment = await appointmentInForce(scope)
  const isPublished = appointment !== undefined && appointment.publishedOn !== null && appointment.publishedOn <= dayOf(scope.now)
  return { ...row, dpo: (isPublished && [appointment.email, appointment.phone].filter(Boolean).join(', ')) || row.dpo }
}

export function ContactBlock({ contact }: { contact: Contact }) {
  const lines: (readonly [string, string | null])[] = [
    [t('Functionaris gegevensbescherming', 'Data protection officer'), contact.dpo], [t('Adres', 'Address'), contact.address], [t('E-mail', 'E-mail'), contact.email],
    [t('Telefoon', 'Telephone'), contact.phone], [t('Website', 'Website'), contact.website],
  ]
  const known = lines.filter(([, value]) => value !== null)
  return known.length === 0 ? <p>{t('Vragen over uw gegevens? Neem contact op met de organisatie.', 'Questions about your data? Contact the organisation.')}</p> : <dl class="wb-contact">{known.map(([term, value]) => <div><dt>{term}</dt><dd>{value}</dd></div>)}</dl>
}
