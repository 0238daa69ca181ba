// Restrictions and suppression: whose data aren't used meanwhile (art. 18 AVG) and who gets no marketing (art. 21 lid 3 AVG), kept as keyed pseudonyms: nobody reads a name or an address from them.
import { sql } from 'kysely'
import { newId } from '../../ground/ids.ts'
import { insertRows } from '../../ground/insert-rows.ts'
import { pseudonym } from '../../ground/keys.ts'
import { fold } from '../../ground/letters.ts'
import { personOf, type Scope } from '../../ground/scope.ts'

/** By what somebody is known; each is asked by itself. */
export type Known = { readonly email?: string | null; readonly phone?: string | null; readonly reference?: string | null; readonly name?: string | null; readonly birthDate?: string | null }

/** What identifies somebody enough to be matched: a name only together with a date of birth. As `kind:value`, folded. Pure. */
export function matchable({ email, phone, reference, name, birthDate }: Known): string[] {
  const filled = (kind: string, value: string | null | undefined) => (value ? [`${kind}:${value}`] : [])
  return [
    ...filled('email', email && email.normalize('NFKC').trim().toLowerCase()), ...filled('phone', phone && digitsOf(phone)), ...filled('reference', reference && fold(reference).replace(/\s+/g, '')),
    ...filled('person', name && birthDate ? `${fold(name).replace(/\s+/g, ' ').trim()} ${birthDate}` : null),
  ]
}

/** Marks somebody for these processing activities (none: all of them), from now until it is lifted. Who is marked already for this request stays so. */
export async function restrict(scope: Scope, entryId: string, known: Known, why: string, processings: readonly string[]): Promise<number> {
  await lift(scope, entryId)
  const rows = matchable(known).flatMap((one) => (processings.length === 0 ? [null] : [...new Set(processings)]).map((processing) => ({
    organisation_id: scope.organisation.id, id: newId(), subject: `\\x${hashOf(scope, 'restriction', one).toString('hex')}`, processing, why, entry_id: entryId, from_at: scope.now, until_at: null, marked_by: personOf(scope.actor),
  })))
  await insertRows(scope.tx, 'restriction', rows)
  return rows.length
}

export async function lift(scope: Scope, entryId: string): Promise<void> {
  await sql`update restriction set until_at = ${scope.now} where organisation_id = ${scope.organisation.id} and entry_id = ${entryId} and until_at is null`.execute(scope.tx)
}

/** Whether somebody's data may not be used at this moment, in this processing activity or (left out) in any. For whatever uses, changes or removes data: restricted data are kept and not used. */
export async function isRestricted(scope: Scope, known: Known, processing?: string): Promise<boolean> {
  const subjects = matchable(known).map((one) => hashOf(scope, 'restriction', one))
  if (subjects.length === 0) return false
  const found = await sql`select from restriction where organisation_id = ${scope.organisation.id} and subject = any(${subjects}::bytea[]) and from_at <= ${scope.now} and (until_at is null or until_at > ${scope.now})
    and (${processing ?? null}::uuid is null or processing is null or processing = ${processing ?? null}) limit 1`.execute(scope.tx)
  return found.rows.length > 0
}

/** Puts addresses and numbers on the list of whom no marketing goes to; what stands there stays. Gives how many were new. */
export async function suppress(scope: Scope, known: Pick<Known, 'email' | 'phone'>, entryId: string | null): Promise<number> {
  let added = 0
  for (const one of matchable({ email: known.email ?? null, phone: known.phone ?? null })) {
    const made = await scope.tx.insertInto('marketing_suppression').values({ organisation_id: scope.organisation.id, subject: hashOf(scope, 'suppression', one), kind: one.startsWith('email') ? 'email' : 'phone', entry_id: entryId, added_at: scope.now, added_by: personOf(scope.actor) })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'subject']).doNothing()).executeTakeFirst()
    added += Number(made.numInsertedOrUpdatedRows ?? 0n)
  }
  return added
}

/** Whether marketing may not go to this address or number. */
export async function isSuppressed(scope: Scope, addressOrNumber: string): Promise<boolean> {
  return (await suppressedAmong(scope, [addressOrNumber]))[0]!
}

/** The same for many, in their order: 10,000 at once is no trouble. */
export async function suppressedAmong(scope: Scope, typed: readonly string[]): Promise<boolean[]> {
  const subjects = typed.map((one) => matchable(one.includes('@') ? { email: one } : { phone: one }).map((match) => hashOf(scope, 'suppression', match))[0])
  const asked = subjects.flatMap((subject) => subject ? [subject] : [])
  const { rows } = await sql<{ subject: Buffer }>`select subject from marketing_suppression where organisation_id = ${scope.organisation.id} and subject = any(${asked}::bytea[])`.execute(scope.tx)
  const found = new Set(rows.map(({ subject }) => subject.toString('hex')))
  return subjects.map((subject) => subject !== undefined && found.has(subject.toString('hex')))
}

/** Takes somebody off the list who wants marketing again. */
export async function unsuppress(scope: Scope, addressOrNumber: string): Promise<boolean> {
  const subjects = matchable(addressOrNumber.includes('@') ? { email: addressOrNumber } : { phone: addressOrNumber }).map((one) => hashOf(scope, 'suppression', one))
  const { rows } = await sql`delete from marketing_suppression where organisation_id = ${scope.organisation.id} and subject = any(${subjects}::bytea[]) returning 1`.execute(scope.tx)
  return rows.length > 0
}

function hashOf({ organisation }: Pick<Scope, 'organisation'>, kind: string, value: string): Buffer {
  return pseudonym(organisation.key, kind, value)
}

/** A Dutch number by its nine last figures, however it was typed; another by all of its figures. */
function digitsOf(phone: string): string | null {
  const digits = phone.replace(/[^0-9]/g, '').replace(/^(00)?31(0)?(?=\d{9}$)/, '0')
  return digits.length < 6 ? null : digits
}
