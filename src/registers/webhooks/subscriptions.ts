// Subscriptions: which program is told of what, and what an administrator does to one: make, change, pause, resume, remove, renew its secret.
import { sql } from 'kysely'
import { newId } from '../../ground/ids.ts'
import { seal, unseal } from '../../ground/keys.ts'
import { type Allowed, isAskable } from '../../ground/outbound.ts'
import { Conflict, type Fault, Invalid, NotFound, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { registerOf } from '../../register-kit/tied-registers.ts'
import { testRegister } from './event.ts'
import { newSecret } from './signature.ts'

export type SubscriptionInput = { readonly name: string; readonly target: string; readonly registers: readonly string[]; readonly verbs: readonly string[] }

export type Subscription = SubscriptionInput & {
  readonly id: string
  readonly status: 'active' | 'paused'
  readonly pausedBecause: 'person' | 'failures' | 'gone' | null
  readonly pausedAt: Date | null
  readonly failingSince: Date | null
  readonly previousUntil: Date | null
  readonly revision: number
  /** Messages that wait, and those that were given up. */
  readonly waiting: number
  readonly givenUp: number
  readonly lastAt: Date | null
}

/** Name of subscriptions in the history. */
export const historyKey = testRegister
export const mostSubscriptions = 20
export const overlapHours = 24

/** All subscriptions by name, or the one with this id. */
export async function listSubscriptions(scope: Scope, id?: string): Promise<Subscription[]> {
  const found = await sql<Subscription>`
    select s.id, s.name, s.target, s.registers, s.verbs, s.status, s.paused_because as "pausedBecause", s.paused_at as "pausedAt", s.failing_since as "failingSince",
      case when s.previous_until > ${scope.now} then s.previous_until end as "previousUntil", s.revision, d.*
    from webhook_subscription s
    cross join lateral (select
      (select count(*)::int from webhook_delivery where organisation_id = s.organisation_id and subscription_id = s.id and due_at is not null) as waiting,
      (select count(*)::int from webhook_delivery where organisation_id = s.organisation_id and subscription_id = s.id and state = 'given_up' and register <> ${testRegister}) as "givenUp",
      (select max(last_at) from (select last_at from webhook_delivery where organisation_id = s.organisation_id and subscription_id = s.id order by event_id desc limit 20) newest) as "lastAt") d
    where s.organisation_id = ${scope.organisation.id} and (${id ?? null}::uuid is null or s.id = ${id ?? null}) order by lower(s.name), s.id`.execute(scope.tx)
  return found.rows
}

/** @throws NotFound */
export async function findSubscription(scope: Scope, id: string): Promise<Subscription> {
  const [found] = await listSubscriptions(scope, id)
  if (!found) throw new NotFound()
  return found
}

/** Gives the id, and the secret, which is never shown again. @throws Invalid, Refused when there are too many */
export async function addSubscription(scope: Scope, input: SubscriptionInput, allow: Allowed): Promise<{ id: string; secret: string }> {
  refuseUnfit(input, allow)
  const { organisation, now } = scope
  const there = await scope.tx.selectFrom('webhook_subscription').select((count) => count.fn.countAll<number>().as('there')).where('organisation_id', '=', organisation.id).executeTakeFirstOrThrow()
  if (there.there >= mostSubscriptions) throw new Refused(t(`Er zijn al ${mostSubscriptions} webhooks. Verwijder er eerst een die u niet meer gebruikt.`, `There are ${mostSubscriptions} webhooks already. First remove one that you no longer use.`))
  const id = newId()
  const secret = newSecret()
  await scope.tx.insertInto('webhook_subscription').values({
    organisation_id: organisation.id, id, name: input.name, target: input.target, registers: [...input.registers], verbs: [...input.verbs], status: 'active',
    secret: sealed(scope, id, secret), created_at: now, created_by: personOf(scope.actor),
  }).execute()
  await note(scope, id, 'create', input)
  return { id, secret }
}

/** @throws Invalid, NotFound; Conflict when another administrator saved meanwhile */
export async function changeSubscription(scope: Scope, id: string, input: SubscriptionInput, revision: number, allow: Allowed): Promise<void> {
  const before = await findSubscription(scope, id)
  refuseUnfit(input, allow)
  // A new address begins with a clean slate.
  const slate = before.target === input.target ? {} : { failing_since: null, failures: 0, held_until: null }
  const changed = await scope.tx.updateTable('webhook_subscription').set({ name: input.name, target: input.target, registers: [...input.registers], verbs: [...input.verbs], revision: revision + 1, ...slate })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('revision', '=', revision).executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw new Conflict(t('Een andere beheerder heeft deze webhook intussen gewijzigd. Hieronder staat wat u typte. Slaat u opnieuw op, dan geldt dat.', 'Another administrator changed this webhook meanwhile. Below is what you typed. If you save again, that applies.'))
  await note(scope, id, 'change', input, before)
}

export async function pauseSubscription(scope: Scope, id: string, because: 'person' | 'failures' | 'gone' = 'person'): Promise<void> {
  const paused = await scope.tx.updateTable('webhook_subscription').set({ status: 'paused', paused_because: because, paused_at: scope.now })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('status', '=', 'active').executeTakeFirst()
  if (paused.numUpdatedRows === 0n) await findSubscription(scope, id)
  else await writeHistory(scope, historyKey, [{ entryId: id, verb: 'pause', note: because === 'person' ? null : because }])
}

/** Whoever resumes says that the target is well again: what still waited is sent at once. */
export async function resumeSubscription(scope: Scope, id: string): Promise<void> {
  const resumed = await scope.tx.updateTable('webhook_subscription').set({ status: 'active', paused_because: null, paused_at: null, failing_since: null, failures: 0, held_until: null })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('status', '=', 'paused').executeTakeFirst()
  if (resumed.numUpdatedRows === 0n) return void await findSubscription(scope, id)
  await scope.tx.updateTable('webhook_delivery').set({ due_at: scope.now })
    .where('organisation_id', '=', scope.organisation.id).where('subscription_id', '=', id).where('state', '=', 'waiting').where('due_at', '>', scope.now).execute()
  await writeHistory(scope, historyKey, [{ entryId: id, verb: 'resume' }])
}

/** Takes the subscription away with its messages; its history stays. */
export async function removeSubscription(scope: Scope, id: string): Promise<void> {
  const { name } = await findSubscription(scope, id)
  await scope.tx.deleteFrom('webhook_subscription').where('organisation_id', '=', scope.organisation.id).where('id', '=', id).execute()
  await writeHistory(scope, historyKey, [{ entryId: id, verb: 'remove', note: name }])
}

/** A new secret; the old one signs too for a day, so that the target can change over without missing a message. Gives the new one, once. */
export async function renewSecret(scope: Scope, id: string): Promise<string> {
  const secret = newSecret()
  const renewed = await sql`update webhook_subscription set previous_secret = secret, previous_until = ${new Date(scope.now.getTime() + overlapHours * 3_600_000)}, secret = ${sealed(scope, id, secret)}
    where organisation_id = ${scope.organisation.id} and id = ${id}`.execute(scope.tx)
  if (renewed.numAffectedRows === 0n) throw new NotFound()
  await writeHistory(scope, historyKey, [{ entryId: id, verb: 'renew_secret' }])
  return secret
}

/** Ends the overlap at once: for a secret that leaked. */
export async function withdrawOldSecret(scope: Scope, id: string): Promise<void> {
  const ended = await scope.tx.updateTable('webhook_subscription').set({ previous_secret: null, previous_until: null })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('previous_secret', 'is not', null).executeTakeFirst()
  if (ended.numUpdatedRows === 0n) await findSubscription(scope, id)
  else await writeHistory(scope, historyKey, [{ entryId: id, verb: 'withdraw_secret' }])
}

/** The secrets that sign now, the newest first; for sending only. */
export function openSecrets(key: Buffer, row: { id: string; secret: Buffer; previous_secret: Buffer | null; previous_until: Date | null }, now: Date): string[] {
  const open = (secret: Buffer) => unseal(key, purposeOf(row.id), secret).toString('utf8')
  return [open(row.secret), ...(row.previous_secret && row.previous_until && row.previous_until > now ? [open(row.previous_secret)] : [])]
}

function sealed(scope: Scope, id: string, secret: string): Buffer {
  return seal(scope.organisation.key, purposeOf(id), secret)
}

function purposeOf(id: string): string {
  return `webhook-secret:${id}`
}

function refuseUnfit(input: SubscriptionInput, allow: Allowed): void {
  const faults: Fault[] = []
  if (input.name === '' || input.name.length > 120) faults.push({ at: 'name', message: t('Geef de webhook een naam van hoogstens 120 tekens, bijvoorbeeld “Zaaksysteem”.', 'Give the webhook a name of at most 120 characters, for instance “Case system”.') })
  if (input.target.length > 1000 || !isAskable(input.target, allow)) {
    faults.push({ at: 'target', message: t('Vul een adres in dat begint met https:// en dat via het internet bereikbaar is. Een ander poortnummer of een adres in uw eigen netwerk moet de technisch beheerder eerst toestaan.', 'Fill in an address that begins with https:// and can be reached over the internet. Another port or an address in your own network must first be allowed by the technical administrator.') })
  }
  if (input.registers.some((key) => registerOf(key) === undefined)) faults.push({ at: 'registers', message: t('Kies registers uit de lijst.', 'Choose registers from the list.') })
  if (input.verbs.length > 100 || input.verbs.some((verb) => !/^[a-z][a-z0-9_]{0,39}$/.test(verb))) faults.push({ at: 'verbs', message: t('Kies gebeurtenissen uit de lijst.', 'Choose events from the list.') })
  if (faults.length > 0) throw new Invalid(faults)
}

async function note(scope: Scope, id: string, verb: string, after: SubscriptionInput, before?: SubscriptionInput): Promise<void> {
  const changes = (['name', 'target', 'registers', 'verbs'] as const).map((field) => ({ field, before: before?.[field] ?? null, after: after[field] }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
  await writeHistory(scope, historyKey, [{ entryId: id, verb, changes }])
}
