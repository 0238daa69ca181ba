// Past events: the history of persons, roles, networks and tokens, in words that people read.
import type { Child } from 'hono/jsx'
import { sayDay, sayMoment } from '../ground/clock.ts'
import { say, t, type Words } from '../ground/words.ts'
import { History } from '../page-kit/history.tsx'
import type { Change, PastEvent } from './history.ts'
import { isRole, roleWords } from './roles.ts'

/** `naming`: each event also says whom it happened to. */
export function PastEvents({ events, label, naming }: { events: readonly PastEvent[]; label: string; naming?: boolean }): Child {
  if (events.length === 0) return <p>{t('Er is nog niets gebeurd.', 'Nothing has happened yet.')}</p>
  return (
    <History
      label={label}
      happenings={events.map((event) => ({
        at: event.at.toISOString(), when: sayMoment(event.at), who: sayActor(event), note: <Told event={event} />,
        what: [verbWords[event.verb] ? say(verbWords[event.verb]!) : event.verb, naming && event.subject].filter(Boolean).join(': '),
        changes: event.changes.filter((change) => !isPlain(event, change))
          .map((change) => ({ field: sayField(change.field), before: sayChanged(change, change.before), after: sayChanged(change, change.after) })),
      }))}
    />
  )
}

/** Why it was done, and what came or went with it. */
function Told({ event }: { event: PastEvent }): Child {
  const plain = event.changes.filter((change) => isPlain(event, change)).toSorted((one, other) => fieldOrder.indexOf(one.field) - fieldOrder.indexOf(other.field))
  const facts = plain.map((change) => `${sayField(change.field)}: ${sayChanged(change, change.after ?? change.before)}`).join(' · ')
  return <>{facts && <p>{facts}</p>}{event.note && <p>{event.note}</p>}</>
}

/** Something that came or went as a whole needs no comparison of before and after. */
function isPlain({ verb }: PastEvent, { before }: Change): boolean {
  return before === null || ['end_role', 'disallow_network', 'revoke_token'].includes(verb)
}

const verbWords: Record<string, Words> = {
  add: { nl: 'Toegevoegd', en: 'Added' },
  change: { nl: 'Gegevens gewijzigd', en: 'Details changed' },
  grant_role: { nl: 'Rol gegeven', en: 'Role given' },
  change_role: { nl: 'Rol gewijzigd', en: 'Role changed' },
  end_role: { nl: 'Rol beëindigd', en: 'Role ended' },
  close: { nl: 'Toegang uitgezet', en: 'Access turned off' },
  reopen: { nl: 'Toegang weer aangezet', en: 'Access turned on again' },
  invite: { nl: 'Link gemaakt om mee te doen', en: 'Link made to join' },
  join: { nl: 'Account gekoppeld', en: 'Account linked' },
  reset_link: { nl: 'Link gemaakt voor een nieuw wachtwoord', en: 'Link made for a new password' },
  recovery_link: { nl: 'Link gemaakt voor een nieuw wachtwoord en een nieuwe tweede stap', en: 'Link made for a new password and a new second step' },
  chose_password: { nl: 'Nieuw wachtwoord gekozen met de link', en: 'New password chosen with the link' },
  recovered: { nl: 'Nieuw wachtwoord gekozen met de link, en de tweede stap gewist', en: 'New password chosen with the link, and the second step reset' },
  remove_second_factor: { nl: 'Tweede stap gewist', en: 'Second step reset' },
  unlink_provider: { nl: 'Koppeling met de inlogdienst verbroken', en: 'Link with the sign-in service broken' },
  end_session: { nl: 'Sessie beëindigd', en: 'Session ended' },
  allow_network: { nl: 'Netwerk toegestaan', en: 'Network allowed' },
  disallow_network: { nl: 'Netwerk weggehaald', en: 'Network taken away' },
  make_token: { nl: 'Token gemaakt', en: 'Token made' },
  revoke_token: { nl: 'Token ingetrokken', en: 'Token revoked' },
}

const fieldWords: Record<string, Words> = {
  name: { nl: 'Naam', en: 'Name' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  department: { nl: 'Afdeling', en: 'Department' },
  job_function: { nl: 'Functie', en: 'Job function' },
  role: { nl: 'Rol', en: 'Role' },
  roles: { nl: 'Rollen', en: 'Roles' },
  registers: { nl: 'Registers', en: 'Registers' },
  may_write: { nl: 'Mag wijzigen', en: 'May change' },
  valid_from: { nl: 'Vanaf', en: 'From' },
  valid_until: { nl: 'Tot en met', en: 'Until' },
  expires_on: { nl: 'Werkt tot en met', en: 'Works until' },
  is_active: { nl: 'Toegang', en: 'Access' },
  network: { nl: 'Netwerk', en: 'Network' },
}

/** In which order they are told. */
const fieldOrder = Object.keys(fieldWords)

function sayField(field: string): string {
  const words = fieldWords[field]
  return words ? say(words) : field
}

function sayChanged({ field }: Change, value: Change['before']): string | undefined {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'boolean') return value ? t('Ja', 'Yes') : t('Nee', 'No')
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return sayDay(value)
  if (field === 'role' || field === 'roles') return value.split(', ').map((role) => (isRole(role) ? say(roleWords[role]) : role)).join(', ')
  return field === 'registers' && value === '*' ? t('Alle', 'All') : value
}

function sayActor({ actor, task }: PastEvent): string {
  if (actor !== null) return actor
  return task === null || task.startsWith('token:') ? t('Een programma', 'A program') : 'Waarborg'
}
