// Published policies: what the public may read of policy documents: published versions, as they were frozen, with the decisions on them.
import { sql } from 'kysely'
import { dayOf } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import { say } from '../ground/words.ts'
import { type Adoption, isInForce, readAdoptions } from '../registers/policy-documents/adoptions.ts'
import { fields, registerKey } from '../registers/policy-documents/declaration.ts'

export type PublishedVersion = {
  readonly version: number; readonly title: string; readonly kind: string | null; readonly summary: string | null; readonly text: string; readonly publishedOn: string; readonly changeNote: string | null
  readonly adoptions: readonly Pick<Adoption, 'body' | 'adoptedOn' | 'decisionNumber' | 'inForceFrom' | 'inForceUntil'>[]
}
/** `versions`: the newest first, at least one. */
export type PublicPolicy = {
  readonly id: string; readonly endedOn: string | null
  /** Bodies that are bound today, with the version that binds them, whether that was published or not. */
  readonly holding: readonly { readonly body: string; readonly version: number }[]
  readonly versions: readonly PublishedVersion[]
}

/** Documents in force with their newest published version, the strategic ones first. */
export async function publishedPolicies(scope: Scope): Promise<PublicPolicy[]> {
  return gathered(await published(scope, null), [], dayOf(scope.now))
}

/** One document with every version that was published, also after it was withdrawn. */
export async function publishedPolicy(scope: Scope, id: string): Promise<PublicPolicy | undefined> {
  const adoptions = (await readAdoptions(scope, [id])).filter(({ revokedOn }) => revokedOn === null)
  return gathered(await published(scope, id), adoptions, dayOf(scope.now))[0]
}

export function sayKind(kind: string | null): string | undefined {
  const choice = fields.kind.choices.find(({ key }) => key === kind)
  return choice && say(choice.words)
}

type Row = Omit<PublishedVersion, 'adoptions'> & { readonly id: string; readonly endedOn: string | null }
const mostShown = 500

// A document that is no longer public is gone with all its versions: what was published by mistake must be.
async function published(scope: Scope, id: string | null): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select d.id, d.ended_on as "endedOn", b.version, b.published_on as "publishedOn", b.change_note as "changeNote",
      e.snapshot->'input'->>'title' as title, e.snapshot->'input'->>'kind' as kind, e.snapshot->'input'->>'summary' as summary, case when ${id}::uuid is null then '' else coalesce(e.snapshot->'input'->>'text', '') end as text
    from policy_document d join policy_publication b on b.organisation_id = d.organisation_id and b.document_id = d.id
      join entry_version e on e.organisation_id = b.organisation_id and e.register = ${registerKey} and e.entry_id = b.document_id and e.version = b.version
    where d.organisation_id = ${scope.organisation.id} and d.audience = 'public' and (d.id = ${id}::uuid or (${id}::uuid is null and d.status = 'active')) and d.status in ('active', 'ended')
    order by array_position(array['strategic', 'tactical', 'department'], d.level), d.sort_name, d.id, b.version desc limit ${mostShown}`.execute(scope.tx)
  return rows
}

function gathered(rows: readonly Row[], adoptions: readonly Adoption[], today: string): PublicPolicy[] {
  const byVersion = Map.groupBy(adoptions, ({ version }) => version)
  const holding = adoptions.filter((one) => isInForce(one, today)).map(({ body, version }) => ({ body, version }))
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, versions]) => ({
    id, endedOn: versions[0]!.endedOn, holding, versions: versions.map(({ id: _, endedOn: __, ...version }) => ({ ...version, adoptions: byVersion.get(version.version) ?? [] })),
  }))
}
