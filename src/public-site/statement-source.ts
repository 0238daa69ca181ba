// Statement source: reads what a privacy statement is made of: frozen versions of the public register, the organisation's own texts, how it can be reached, and the terms of its policy.
import { sql } from 'kysely'
import { dayOf } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import { ceilings, exceeds } from '../policy/ceilings.ts'
import { profileInForce } from '../policy/in-force.ts'
import { parameter, type ParameterName } from '../policy/profiles.ts'
import { completed } from '../register-kit/field-types.ts'
import { lookupsOf, type Snapshot } from '../register-kit/versions.ts'
import { appointmentInForce } from '../registers/dpo-appointments/actions.ts'
import { type ActivityInput, fields as activityFields, registerKey } from '../registers/processing-activities/declaration.ts'
import { fields as textFields, type PublicText } from '../registers/public-texts/declaration.ts'
import type { NoticeSource } from './notice-words.ts'
import { publicContact } from './public-frame.tsx'
import type { RightTerms, SiteFacts } from './shared-words.ts'
import { publicBase } from './site-frame.ts'
import type { StatementSource } from './statement-words.ts'

type Frozen = { readonly id: string; readonly version: number; readonly snapshot: Snapshot; readonly department: string | null }
type KeptText = { readonly id: string; readonly revision: number; readonly text: PublicText }

/** What was read; nothing in it is in a language yet. */
export type Gathered = { readonly site: SiteFacts; readonly entries: readonly Frozen[]; readonly texts: readonly KeptText[]; readonly hasHidden: boolean; readonly isForOthers: boolean }

const mostEntries = 2000

export async function gather(scope: Scope): Promise<Gathered> {
  return { ...await gatherRest(scope), entries: await publicEntries(scope) }
}

/** The same without what the entries say: enough to see that something moved. */
export async function gatherLightly(scope: Scope): Promise<Omit<Gathered, 'entries'> & { readonly entries: readonly Pick<Frozen, 'id' | 'version'>[] }> {
  const { rows: entries } = await sql<{ id: string; version: number }>`select t.id, t.version from processing_activity t where ${isTold(scope)} order by t.sort_name, t.id limit ${mostEntries}`.execute(scope.tx)
  return { ...await gatherRest(scope), entries }
}

/** In force, in the public register, and our own to answer for. */
const isTold = (scope: Scope) => sql`t.organisation_id = ${scope.organisation.id} and t.status = 'active' and t.is_published and t.role is distinct from 'processor'`

/** For a list of addresses. */
export async function publicEntryIds(scope: Scope): Promise<string[]> {
  return (await gatherLightly(scope)).entries.map(({ id }) => id)
}

async function publicEntries(scope: Scope): Promise<readonly Frozen[]> {
  const { rows } = await sql<Frozen>`
    select t.id, e.version, e.snapshot, e.snapshot->'references'->'department'->>(e.snapshot->'input'->>'department') as department
    from processing_activity t join entry_version e on e.organisation_id = t.organisation_id and e.register = ${registerKey} and e.entry_id = t.id and e.version = t.version
    where ${isTold(scope)} order by t.sort_name, t.id limit ${mostEntries}`.execute(scope.tx)
  return rows
}

async function gatherRest(scope: Scope): Promise<Omit<Gathered, 'entries'>> {
  const organisation = scope.organisation.id
  const { rows: [beside] } = await sql<{ hasHidden: boolean; isForOthers: boolean }>`
    select coalesce(bool_or(t.is_published is not true and t.role is distinct from 'processor'), false) as "hasHidden", coalesce(bool_or(t.role = 'processor'), false) as "isForOthers"
    from processing_activity t where t.organisation_id = ${organisation} and t.status = 'active'`.execute(scope.tx)
  const texts = await scope.tx.selectFrom('public_text').selectAll().where('organisation_id', '=', organisation).where('status', '=', 'active').orderBy('rank').orderBy('sort_name').orderBy('id').execute()
  return { site: await siteFacts(scope), texts: texts.map((row) => ({ id: row.id, revision: row.revision, text: textOf(row) })), ...beside! }
}

function textOf(row: Readonly<Record<string, unknown>>): PublicText {
  return completed(textFields, Object.fromEntries(Object.keys(textFields).map((key) => [key, row[key] ?? null])))
}

export async function siteFacts(scope: Scope): Promise<SiteFacts> {
  const { organisation } = scope
  return {
    name: organisation.name, kind: organisation.kind, base: publicBase(organisation.slug), contact: await publicContact(scope), hasDpo: typeof (await appointmentInForce(scope))?.personId === 'string', terms: await rightTerms(scope), on: dayOf(scope.now),
  }
}

/** The terms of the policy in force; where it is silent or says more than the law allows, the law's. */
export async function rightTerms(scope: Scope): Promise<RightTerms> {
  const policy = await profileInForce(scope)
  const term = (name: ParameterName, fallback: string): string => {
    const own = policy && parameter(policy.profile, name)
    const most = ceilings[name]?.duration
    return own === undefined || (most !== undefined && exceeds(own, most)) ? fallback : own
  }
  const decide = term('decide_within', 'P1M')
  return { decide, extend: term('extend_by_max', 'P2M'), rectify: term('rectify_within', decide), profile: policy?.profile.title ?? null }
}

/** In the language of who reads now: the labels of a frozen version come out in it. */
export function noticeSources({ entries, texts }: Pick<Gathered, 'entries' | 'texts'>): NoticeSource[] {
  const beside = new Map(texts.flatMap(({ text }) => text.place === 'processing' && text.processing ? [[text.processing, text] as const] : []))
  return entries.map(({ id, version, snapshot }) => ({ id, version, input: completed(activityFields, snapshot.input) as ActivityInput, lookups: lookupsOf(snapshot), beside: beside.get(id) }))
}

export function statementSource(gathered: Gathered): StatementSource {
  return { notices: noticeSources(gathered), paragraphs: gathered.texts.map(({ text }) => text).filter(({ place }) => place === 'introduction' || place === 'section'), hasHidden: gathered.hasHidden, isForOthers: gathered.isForOthers }
}
