// Statements: privacy statements as they were published: putting one out, taking one back, and reading what was said on a day (H-08, H-10, H-11). Older ones stay.
import { sql } from 'kysely'
import { insertRows } from '../ground/insert-rows.ts'
import { Conflict, Invalid, Refused } from '../ground/refusals.ts'
import { personOf, type Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { writeHistory } from '../register-kit/history.ts'
import { siteKey } from './site-settings.ts'
import { draftOf, type NoticeContent, type PublishedSources, type StatementContent } from './statement-draft.ts'
import { gather } from './statement-source.ts'

export type Statement = {
  readonly version: number; readonly publishedAt: Date; readonly publishedBy: string | null; readonly changeNote: string | null
  readonly sources: PublishedSources; readonly content: StatementContent; readonly digest: Buffer; readonly takenBackAt: Date | null; readonly takenBackNote: string | null
}
export type StatementVersion = Omit<Statement, 'content' | 'sources' | 'digest'>
export type PublishedNotice = { readonly entryId: string; readonly entryVersion: number; readonly content: NoticeContent }

/** Puts out what the register and the texts say now, as the next version. @returns its number. @throws Refused when nothing differs from what is out */
export async function publishStatement(scope: Scope, changeNote: string | null): Promise<number> {
  const draft = draftOf(await gather(scope))
  const last = await currentStatement(scope)
  if (last?.digest.equals(draft.digest)) throw new Refused(t(`Er is niets veranderd sinds versie ${last.version}.`, `Nothing has changed since version ${last.version}.`))
  const { rows: [{ version } = { version: 1 }] } = await sql<{ version: number }>`select coalesce(max(version), 0) + 1 as version from privacy_statement where organisation_id = ${scope.organisation.id}`.execute(scope.tx)
  const made = await scope.tx.insertInto('privacy_statement').values({
    organisation_id: scope.organisation.id, version, published_at: scope.now, published_by: personOf(scope.actor), change_note: changeNote, sources: JSON.stringify(draft.sources), content: JSON.stringify(draft.content), digest: draft.digest,
  }).onConflict((clash) => clash.doNothing()).executeTakeFirst()
  // Two at once: the other's stands.
  if (made.numInsertedOrUpdatedRows !== 1n) throw new Conflict()
  await insertRows(scope.tx, 'privacy_statement_notice', draft.notices.map(({ entryId, entryVersion, content }, position) => ({ organisation_id: scope.organisation.id, version, entry_id: entryId, entry_version: entryVersion, position, content })))
  await writeHistory(scope, siteKey, [{ entryId: scope.organisation.id, verb: 'publish', note: [t(`Versie ${version}`, `Version ${version}`), changeNote].filter(Boolean).join(': ') }])
  return version
}

/** Takes a version off the public pages; the one before it holds again. It stays here, with why. @throws Invalid without a reason; Conflict when it isn't there (any more) */
export async function takeBack(scope: Scope, version: number, note: string | null): Promise<void> {
  if (note === null) throw new Invalid([{ at: 'note', message: t('Schrijf op waarom u deze versie terugneemt.', 'Write down why you take this version back.') }])
  const taken = await scope.tx.updateTable('privacy_statement').set({ taken_back_at: scope.now, taken_back_by: personOf(scope.actor), taken_back_note: note })
    .where('organisation_id', '=', scope.organisation.id).where('version', '=', version).where('taken_back_at', 'is', null).executeTakeFirst()
  if (taken.numUpdatedRows !== 1n) throw new Conflict()
  await writeHistory(scope, siteKey, [{ entryId: scope.organisation.id, verb: 'take_back', note: `${t(`Versie ${version}`, `Version ${version}`)}: ${note}` }])
}

/** The newest that wasn't taken back. */
export async function currentStatement(scope: Scope): Promise<Statement | undefined> {
  return one(scope, sql`s.taken_back_at is null order by s.version desc`)
}

/** What stood on the page at the end of a day (`2026-11-22`), a version that was taken back later included. */
export async function statementOn(scope: Scope, day: string): Promise<Statement | undefined> {
  const end = sql`((${day}::date + 1)::timestamp at time zone 'Europe/Amsterdam')`
  return one(scope, sql`s.published_at < ${end} and (s.taken_back_at is null or s.taken_back_at >= ${end}) order by s.version desc`)
}

/** Also one that was taken back; whether that may be shown is the caller's. */
export async function statementOf(scope: Scope, version: number): Promise<Statement | undefined> {
  return one(scope, sql`s.version = ${version}`)
}

/** Newest first. */
export async function statementVersions(scope: Scope): Promise<StatementVersion[]> {
  const { rows } = await sql<StatementVersion>`select ${columns} from privacy_statement s left join person p on p.organisation_id = s.organisation_id and p.id = s.published_by
    where s.organisation_id = ${scope.organisation.id} order by s.version desc`.execute(scope.tx)
  return rows
}

/**
 * What a version says of each processing activity, in its order. For the public an entry that was taken out of the public register since falls out of older versions too:
 * what was made public by mistake must be gone.
 */
export async function noticesOf(scope: Scope, version: number, which: { readonly entryId?: string; readonly isForPublic: boolean }): Promise<PublishedNotice[]> {
  const { rows } = await sql<PublishedNotice>`
    select n.entry_id as "entryId", n.entry_version as "entryVersion", n.content from privacy_statement_notice n
    where n.organisation_id = ${scope.organisation.id} and n.version = ${version} and (${which.entryId ?? null}::uuid is null or n.entry_id = ${which.entryId ?? null})
      and (${!which.isForPublic} or exists (select from processing_activity t where t.organisation_id = n.organisation_id and t.id = n.entry_id and t.status in ('active', 'ended') and t.is_published))
    order by n.position`.execute(scope.tx)
  return rows
}

const columns = sql`s.version, s.published_at as "publishedAt", p.name as "publishedBy", s.change_note as "changeNote", s.taken_back_at as "takenBackAt", s.taken_back_note as "takenBackNote"`

async function one(scope: Scope, which: ReturnType<typeof sql>): Promise<Statement | undefined> {
  const { rows } = await sql<Statement>`select ${columns}, s.sources, s.content, s.digest from privacy_statement s left join person p on p.organisation_id = s.organisation_id and p.id = s.published_by
    where s.organisation_id = ${scope.organisation.id} and ${which} limit 1`.execute(scope.tx)
  return rows[0]
}
