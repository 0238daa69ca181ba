// Watch: persons to watch over more closely, kept sealed: by what applications name them, and how people call them.
import { z } from 'zod'
import { newId } from '../../ground/ids.ts'
import { dayOf } from '../../ground/clock.ts'
import { deriveKey, seal, unseal } from '../../ground/keys.ts'
import { logPseudonym } from '../../ground/log-keys.ts'
import { NotFound } from '../../ground/refusals.ts'
import { type Organisation, personOf, type Scope } from '../../ground/scope.ts'
import { identifierKinds, type Identifier, namesOf } from '../asking/identifier.ts'

const sealedShape = z.object({ label: z.string(), identifier: z.object({ kind: z.enum(identifierKinds), value: z.string(), type: z.string() }) })

export type Watch = { readonly id: string; readonly label: string; readonly identifier: Identifier; readonly reason: string; readonly untilOn: string | null; readonly madeAt: Date; readonly madeBy: string }

/** So many at most: a list of everybody watches over nobody. */
export const mostWatches = 500

export async function keepWatch(scope: Scope, { label, identifier, reason, untilOn }: Pick<Watch, 'label' | 'identifier' | 'reason' | 'untilOn'>): Promise<string> {
  const id = newId()
  await scope.tx.insertInto('access_watch').values({
    organisation_id: scope.organisation.id, id, sealed: seal(sealingKey(scope.organisation), id, JSON.stringify({ label, identifier })), reason, until_on: untilOn, made_at: scope.now, made_by: personOf(scope.actor)!,
  }).execute()
  return id
}

/** Over those that run now. */
export async function readWatches(scope: Pick<Scope, 'organisation' | 'tx' | 'now'>): Promise<Watch[]> {
  const rows = await scope.tx.selectFrom('access_watch as w').innerJoin('person as p', (join) => join.onRef('p.organisation_id', '=', 'w.organisation_id').onRef('p.id', '=', 'w.made_by'))
    .select(['w.id', 'w.sealed', 'w.reason', 'w.until_on', 'w.made_at', 'p.name']).where('w.organisation_id', '=', scope.organisation.id).where('w.ended_at', 'is', null)
    .where((where) => where.or([where('w.until_on', 'is', null), where('w.until_on', '>=', dayOf(scope.now))])).orderBy('w.id').limit(mostWatches).execute()
  return rows.map(({ id, sealed, reason, until_on, made_at, name }) => ({ id, ...sealedShape.parse(JSON.parse(unseal(sealingKey(scope.organisation), id, sealed).toString())), reason, untilOn: until_on, madeAt: made_at, madeBy: name }))
}

/** Over for good: what was sealed goes with it. */
export async function endWatch(scope: Scope, id: string): Promise<void> {
  const found = await scope.tx.selectFrom('access_watch').select('id').where('organisation_id', '=', scope.organisation.id).where('id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound()
  await scope.tx.updateTable('access_watch').set({ ended_at: scope.now, ended_by: personOf(scope.actor), sealed: Buffer.alloc(0) }).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('ended_at', 'is', null).execute()
}

/** Hex of every pseudonym, under every key, and of which watch. */
export function watchedUnder({ organisation }: Pick<Scope, 'organisation'>, watches: readonly Pick<Watch, 'id' | 'identifier'>[], types: readonly string[]): Map<string, string> {
  return new Map(organisation.logKeys.all().flatMap((key) => watches.flatMap(({ id, identifier }) => namesOf(identifier, types).map((name) => [logPseudonym(key, name.type, name.id).toString('hex'), id] as const))))
}

function sealingKey(organisation: Organisation): Buffer {
  return deriveKey(organisation.key, 'log watch')
}
