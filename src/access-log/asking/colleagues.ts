// Colleagues: whose name belongs to a pseudonym of the access log, for the people of this organisation; anybody else gets a short code.
import { sql } from 'kysely'
import { employeeKind } from '../../access-record/subject-name.ts'
import { type LogKey, logPseudonym } from '../../ground/log-keys.ts'
import type { Scope } from '../../ground/scope.ts'

export type Colleague = { readonly id: string; readonly name: string }

/** By hex of the pseudonym: the people of the organisation who stand under one of these, under whichever key. */
export async function colleaguesBehind(scope: Pick<Scope, 'organisation' | 'tx'>, pseudonyms: Iterable<Buffer | null>): Promise<Map<string, Colleague>> {
  const wanted = new Set([...pseudonyms].flatMap((one) => one === null ? [] : [one.toString('hex')]))
  if (wanted.size === 0) return new Map()
  const known = await knownPeople(scope)
  return new Map([...wanted].flatMap((hex) => {
    const colleague = known.map((people) => people.get(hex)).find((one) => one !== undefined)
    return colleague === undefined ? [] : [[hex, colleague] as const]
  }))
}

/** Under which pseudonyms this colleague acts: as the product names them, and by the address that other applications may send. */
export async function actorsOf(scope: Pick<Scope, 'organisation' | 'tx'>, personId: string): Promise<Buffer[]> {
  const row = await scope.tx.selectFrom('person').select(['id', 'email']).where('organisation_id', '=', scope.organisation.id).where('id', '=', personId).executeTakeFirst()
  return row ? scope.organisation.logKeys.all().flatMap((key) => namesFor(row).map(({ kind, id }) => logPseudonym(key, kind, id))) : []
}

/** By key: hex of a pseudonym, and whose. Made once; a new or changed person makes it anew. */
export async function knownPeople({ organisation, tx }: Pick<Scope, 'organisation' | 'tx'>): Promise<ReadonlyMap<string, Colleague>[]> {
  const keys = organisation.logKeys.all()
  const { rows: [now] } = await sql<{ mark: string }>`select count(*) || ' ' || coalesce(sum(hashtextextended(id || ' ' || email || ' ' || name, 0)), 0) as mark from person where organisation_id = ${organisation.id}`.execute(tx)
  const stale = keys.filter((key) => made.get(key)?.mark !== now!.mark)
  if (stale.length > 0) {
    const people = await tx.selectFrom('person').select(['id', 'email', 'name']).where('organisation_id', '=', organisation.id).execute()
    for (const key of stale) made.set(key, { mark: now!.mark, people: new Map(people.flatMap((person) => namesFor(person).map(({ kind, id }) => [logPseudonym(key, kind, id).toString('hex'), { id: person.id, name: person.name }] as const))) })
  }
  return keys.map((key) => made.get(key)!.people)
}

/** Gone with the key itself, so that destroying it leaves nothing here. */
const made = new WeakMap<LogKey, { readonly mark: string; readonly people: ReadonlyMap<string, Colleague> }>()

function namesFor({ id, email }: { id: string; email: string }): { kind: string; id: string }[] {
  return [{ kind: 'person', id }, ...[...new Set([email, email.toLowerCase()])].flatMap((address) => [{ kind: employeeKind, id: address }, { kind: 'email', id: address }])]
}

/** Eight signs by which people tell apart whom they can't name. */
export function shortCode(pseudonym: Buffer): string {
  return pseudonym.toString('hex').slice(0, 8).toUpperCase()
}
