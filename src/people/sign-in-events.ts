// Sign-in events: what happened at the door, when and from where; kept for a year (sign-in-sweep.ts), for the administrator and for oneself.
import { newId } from '../ground/ids.ts'
import { type Database, inOrganisation, type Tx } from '../ground/database.ts'
import type { Scope } from '../ground/scope.ts'
import { say, t, type Words } from '../ground/words.ts'
import { sayDevice } from './device.ts'

export const eventWords = {
  signed_in: { nl: 'Ingelogd', en: 'Signed in' },
  signed_in_by_passkey: { nl: 'Ingelogd met een passkey', en: 'Signed in with a passkey' },
  password_wrong: { nl: 'Wachtwoord onjuist', en: 'Wrong password' },
  waiting: { nl: 'Geweigerd: te veel pogingen', en: 'Refused: too many attempts' },
  second_factor_passed: { nl: 'Tweede stap gezet', en: 'Second step taken' },
  second_factor_wrong: { nl: 'Code onjuist', en: 'Wrong code' },
  recovery_code_used: { nl: 'Herstelcode gebruikt', en: 'Recovery code used' },
  second_factor_set: { nl: 'Tweede stap ingesteld', en: 'Second step set up' },
  second_factor_removed: { nl: 'Tweede stap gewist door een beheerder', en: 'Second step removed by an administrator' },
  app_removed: { nl: 'App voor inlogcodes weggehaald', en: 'Authenticator app removed' },
  passkey_added: { nl: 'Passkey toegevoegd', en: 'Passkey added' },
  passkey_removed: { nl: 'Passkey weggehaald', en: 'Passkey removed' },
  passkey_refused: { nl: 'Passkey geweigerd', en: 'Passkey refused' },
  passkey_copied: { nl: 'Passkey geweigerd: de teller liep terug, misschien is er een kopie', en: 'Passkey refused: its counter ran back, there may be a copy' },
  recovery_codes_made: { nl: 'Nieuwe herstelcodes gemaakt', en: 'New recovery codes made' },
  password_changed: { nl: 'Wachtwoord gewijzigd', en: 'Password changed' },
  signed_out: { nl: 'Uitgelogd', en: 'Signed out' },
  session_ended: { nl: 'Sessie beëindigd', en: 'Session ended' },
  joined: { nl: 'Uitnodiging aanvaard', en: 'Invitation accepted' },
  provider_refused: { nl: 'Inloggen via de organisatie mislukt', en: 'Signing in through the organisation failed' },
  network_refused: { nl: 'Geweigerd: netwerk niet toegestaan', en: 'Refused: network not allowed' },
} as const satisfies Record<string, Words>
export type SignInEvent = keyof typeof eventWords

export type Origin = { ip: string; device: string }
type Noted = { what: SignInEvent; accountId?: string | null; organisationId?: string | null }

/** Writes one event, in the open transaction when handed one. With an organisation it is that organisation's; without, each of the account's may see it. */
export async function noteSignIn(database: Database | Tx, now: Date, origin: Origin, event: Noted): Promise<void> {
  if (event.organisationId && !database.isTransaction) await inOrganisation(database, event.organisationId, (tx) => insert(tx, now, origin, event))
  else await insert(database, now, origin, event)
}

export type ShownEvent = { at: Date; what: string; who: string; personId: string | null; ip: string; device: string }

/** The latest events of the organisation's persons, and of unknown people at its own sign-in page. */
export async function listSignIns(scope: Scope, limit = 200): Promise<ShownEvent[]> {
  const rows = await scope.tx.selectFrom('sign_in_event as e').leftJoin('person as p', 'p.account_id', 'e.account_id')
    .select(['e.at', 'e.what', 'e.ip', 'e.device', 'p.name', 'p.id as person_id'])
    .where((where) => where.or([where('p.id', 'is not', null), where.and([where('e.account_id', 'is', null), where('e.organisation_id', '=', scope.organisation.id)])]))
    .orderBy('e.at', 'desc').limit(limit).execute()
  return rows.map((row) => shown(row, row.name ?? t('onbekend', 'unknown'), row.person_id))
}

/** One's own events, newest first. */
export async function ownSignIns(db: Database | Tx, accountId: string, limit = 20): Promise<ShownEvent[]> {
  const rows = await db.selectFrom('sign_in_event').select(['at', 'what', 'ip', 'device']).where('account_id', '=', accountId).orderBy('at', 'desc').limit(limit).execute()
  return rows.map((row) => shown(row, '', null))
}

function shown(row: { at: Date; what: string; ip: string; device: string }, who: string, personId: string | null): ShownEvent {
  const words: Words | undefined = eventWords[row.what as SignInEvent]
  return { at: row.at, what: words ? say(words) : row.what, who, personId, ip: row.ip, device: sayDevice(row.device) }
}

async function insert(db: Database | Tx, now: Date, origin: Origin, event: Noted): Promise<void> {
  await db.insertInto('sign_in_event').values({
    id: newId(), at: now, what: event.what, account_id: event.accountId ?? null, organisation_id: event.organisationId ?? null, ip: origin.ip, device: origin.device,
  }).execute()
}
