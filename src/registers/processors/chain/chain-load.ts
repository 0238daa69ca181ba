// Chain load: the chain of an organisation from the database, and remembered while no processor has changed; it holds no names of persons.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { dayOf } from '../../../ground/clock.ts'
import type { Scope } from '../../../ground/scope.ts'
import { processors } from '../register.ts'
import { type ChainGraph, chainGraph, type ChainLink, type Raw } from './chain-graph.ts'

/** Organisations whose chain is held at once: some megabytes each at the very largest. */
const most = 12
const remembered = new Map<string, ChainGraph>()

/** What the actor may see, by name. Whatever changes an entry writes its own row, and so its `xmin`; a new day or agreement makes a new chain too. */
export async function chainOf(scope: Scope): Promise<ChainGraph> {
  const today = dayOf(scope.now)
  const { sql: words, parameters } = sql`${processors.visible(scope.actor)}`.compile(scope.tx)
  const { rows: [state] } = await sql`
    select (select array[count(*), sum(t.xmin::text::bigint), max(t.xmin::text::bigint)]::text[] from processor t where t.organisation_id = ${scope.organisation.id}) as processors,
      (select array[count(*), sum(a.xmin::text::bigint)]::text[] from processor_agreement a where a.organisation_id = ${scope.organisation.id} and a.sub_processing = 'general') as agreements`.execute(scope.tx)
  const digest = createHash('sha256').update(JSON.stringify([scope.organisation.id, today, words, parameters, state])).digest('base64url')
  const graph = remembered.get(digest) ?? await load(scope, today)
  remembered.delete(digest)
  remembered.set(digest, graph)
  for (const oldest of [...remembered.keys()].slice(0, Math.max(0, remembered.size - most))) remembered.delete(oldest)
  return graph
}

type LinkRow = Omit<ChainLink, 'key' | 'engager'> & { readonly entry: string }

async function load(scope: Scope, today: string): Promise<ChainGraph> {
  const { id } = scope.organisation
  const heads = await sql<{ id: string; name: string | null; country: string | null; department: string | null }>`
    select t.id, t.name, t.country, t.department from processor t where t.organisation_id = ${id} and t.status = 'active' and ${processors.visible(scope.actor)} order by t.sort_name, t.id`.execute(scope.tx)
  const links = await sql<LinkRow>`
    select entry_id as entry, name, service, country, engaged_by, consent, since_on::text as since_on, stopped_on::text as stopped_on, instrument, transfer_consent_on::text as transfer_consent_on
    from processor_sub_processors where organisation_id = ${id} order by entry_id, position`.execute(scope.tx)
  const guarantees = await sql<{ entry: string; until: string | null }>`select entry_id as entry, valid_until_on::text as until from processor_guarantees where organisation_id = ${id} and kind is not null`.execute(scope.tx)
  const general = await sql<{ id: string }>`
    select distinct processor as id from processor_agreement where organisation_id = ${id} and status = 'active' and sub_processing = 'general' and processor is not null and (starts_on is null or starts_on <= ${today}) and (ends_on is null or ends_on >= ${today})`.execute(scope.tx)
  const eea = await sql<{ key: string }>`select key from catalogue_term where organisation_id = ${id} and catalogue = 'country' and 'eea' = any(marks)`.execute(scope.tx)
  const inEea = new Set(eea.rows.map(({ key }) => key))
  const [linksOf, guaranteesOf, generally] = [Map.groupBy(links.rows, ({ entry }) => entry), Map.groupBy(guarantees.rows, ({ entry }) => entry), new Set(general.rows.map((row) => row.id))]
  const raw = heads.rows.map((head): Raw => ({
    id: head.id, name: head.name ?? '', country: head.country, department: head.department, isGeneral: generally.has(head.id), guarantees: (guaranteesOf.get(head.id) ?? []).map(({ until }) => until), links: linksOf.get(head.id) ?? [],
  }))
  return chainGraph(raw, today, (country) => inEea.has(country))
}
