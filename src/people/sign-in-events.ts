// Sign-in events: what happened at the door, when and from where; append-only, for the administrator and for oneself.
import { newId } from '../ground/ids.ts'
import { type Database, inOrganisation, type Tx } from '../ground/database.ts'
import type { Scope } from '../ground/scope.ts'

export const eventWords = {
  signed_in: 'Ingelogd',
  password_wrong: 'Wachtwoord onjuist',
  waiting: 'Geweigerd: te veel pogingen',
  second_factor_passed: 'Tweede stap gezet',
  second_factor_wrong: 'Code onjuist',
  recovery_code_used: 'Herstelcode gebruikt',
  second_factor_set: 'Tweede stap ingesteld',
  second_factor_removed: 'Tweede stap gewist door een beheerder',
  recovery_codes_made: 'Nieuwe herstelcodes gemaakt',
  password_changed: 'Wachtwoord gewijzigd',
  signed_out: 'Uitgelogd',
  session_ended: 'Sessie beëindigd',
  joined: 'Uitnodiging aanvaard',
  provider_refused: 'Inloggen via de organisatie mislukt',
  network_refused: 'Geweigerd: netwerk niet toegestaan',
} as const
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
  return rows.map((row) => shown(row, row.name ?? 'onbekend', row.person_id))
}

/** One's own events, newest first. */
export async function ownSignIns(db: Database | Tx, accountId: string, limit = 20): Promise<ShownEvent[]> {
  const rows = await db.selectFrom('sign_in_event').select(['at', 'what', 'ip', 'device']).where('account_id', '=', accountId).orderBy('at', 'desc').limit(limit).execute()
  return rows.map((row) => shown(row, '', null))
}

function shown(row: { at: Date; what: string; ip: string; device: string }, who: string, personId: string | null): ShownEvent {
  return { at: row.at, what: eventWords[row.what as SignInEvent] ?? row.what, who, personId, ip: row.ip, device: row.device }
}

async function insert(db: Database | Tx, now: Date, origin: Origin, event: Noted): Promise<void> {
  await db.insertInto('sign_in_event').values({
    id: newId(), at: now, what: event.what, account_id: event.accountId ?? null, organisation_id: event.organisationId ?? null, ip: origin.ip, device: origin.device,
  }).execute()
}
