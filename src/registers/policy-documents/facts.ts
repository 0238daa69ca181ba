// Facts: what the rules on a document need to know beside its fields: its level for those under it, adoption, publication and reading.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { isInForce, readAdoptions } from './adoptions.ts'
import { inCircles } from './tree.ts'

export type Standing = {
  readonly isInCircle: boolean
  /** Adoptions that were not taken back. */
  readonly adoptions: number
  readonly isInForce: boolean
  /** Bodies that are bound by an earlier version only. */
  readonly behind: readonly string[]
  readonly isPublished: boolean
  readonly reading: { readonly dueOn: string; readonly aim: number; readonly asked: number; readonly read: number; readonly isClosed: boolean } | undefined
}

/** By document id, for its own rules. */
export async function standings(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const today = dayOf(scope.now)
  const circles = await inCircles(scope, ids)
  const adoptions = Map.groupBy((await readAdoptions(scope, ids)).filter(({ revokedOn }) => revokedOn === null), ({ documentId }) => documentId)
  const { rows } = await sql<{ id: string; version: number; isPublished: boolean; dueOn: string | null; aim: number; asked: number; read: number; isClosed: boolean }>`
    select d.id, d.version, exists (select from policy_publication b where b.organisation_id = d.organisation_id and b.document_id = d.id and b.version = d.version) as "isPublished",
      c.due_on as "dueOn", c.aim, c.closed_at is not null as "isClosed", coalesce(r.asked, 0)::int as asked, coalesce(r.read, 0)::int as read
    from policy_document d
      left join lateral (select * from policy_campaign c where c.organisation_id = d.organisation_id and c.document_id = d.id order by c.started_at desc, c.id desc limit 1) c on true
      left join lateral (select count(*) as asked, count(r.acknowledged_at) as read from policy_reader r join person p on p.organisation_id = r.organisation_id and p.id = r.person_id
        where r.organisation_id = d.organisation_id and r.campaign_id = c.id and (p.is_active or r.acknowledged_at is not null)) r on true
    where d.organisation_id = ${scope.organisation.id} and d.id = any(${ids}::uuid[])`.execute(scope.tx)
  return new Map(rows.map(({ id, version, isPublished, dueOn, aim, asked, read, isClosed }): [string, Standing] => {
    const own = adoptions.get(id) ?? []
    const current = new Set(own.filter((one) => one.version === version).map(({ bodyKey }) => bodyKey))
    return [id, {
      isInCircle: circles.has(id), adoptions: own.length, isInForce: own.some((one) => isInForce(one, today)), isPublished,
      behind: own.filter((one) => one.version < version && isInForce(one, today) && !current.has(one.bodyKey)).map(({ body }) => body).toSorted(),
      reading: dueOn === null ? undefined : { dueOn, aim, asked, read, isClosed },
    }]
  }))
}

/** By document id, for the rules of those that hang under it. */
export async function levelsOf(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await sql<{ id: string; level: string | null }>`select id, level from policy_document where organisation_id = ${scope.organisation.id} and id = any(${ids}::uuid[])`.execute(scope.tx)
  return new Map(rows.map(({ id, level }) => [id, level]))
}

/** Governing bodies without a privacy policy in force today. `none`: no body at all has one, nor has that of a participant. */
export async function bodiesWithoutPolicy(scope: Scope): Promise<{ readonly none: boolean; readonly bodies: readonly string[] }> {
  const today = dayOf(scope.now)
  const { rows } = await sql<{ key: string }>`
    select distinct a.body_key as key from policy_adoption a join policy_document d on d.organisation_id = a.organisation_id and d.id = a.document_id
    where a.organisation_id = ${scope.organisation.id} and d.kind = 'privacy_policy' and a.in_force_from <= ${today} and (a.in_force_until is null or a.in_force_until >= ${today})`.execute(scope.tx)
  const bound = new Set(rows.map(({ key }) => key))
  const bodies = await scope.tx.selectFrom('governing_body').select(['id', 'name']).where('organisation_id', '=', scope.organisation.id).where('is_active', '=', true).orderBy('position').execute()
  return { none: bound.size === 0, bodies: bodies.flatMap(({ id, name }) => bound.has(`body:${id}`) ? [] : [name]) }
}
