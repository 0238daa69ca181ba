// Packages: the rows of answer packages: asked for, made by a job, fetched a few times until a day, then destroyed with every byte; and who fetched them when.
import { sql } from 'kysely'
import { recordAccess } from '../../access-record/record.ts'
import { addDays, startOfDay } from '../../calendar/days.ts'
import { dayOf } from '../../ground/clock.ts'
import { eraseFiles } from '../../ground/files.ts'
import { newId } from '../../ground/ids.ts'
import { Conflict, NotFound, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { type Language, t } from '../../ground/words.ts'
import { newTypedCode } from '../../people/tokens.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { sealJson, unsealJson } from '../collection/sealed-content.ts'
import { answerFileCount } from '../log-answers/answer-files.ts'
import type { LogAnswer } from '../log-answers/log-answer.ts'
import type { PackageContent, PackageKind } from './package-content.ts'

export type PackageState = 'waiting' | 'making' | 'ready' | 'failed' | 'destroyed'
export type AnswerPackage = {
  readonly id: string; readonly register: string; readonly entryId: string; readonly kind: PackageKind; readonly state: PackageState; readonly language: Language
  readonly toName: string | null; readonly consentOn: string | null; readonly consentNote: string | null
  readonly fileId: string | null; readonly size: number | null; readonly done: number; readonly parts: number; readonly askedAt: Date; readonly askedBy: string | null
  readonly madeAt: Date | null; readonly endsAt: Date; readonly mostDownloads: number; readonly downloads: number; readonly destroyedAt: Date | null; readonly code: string | null
  /** The answer from the access log that goes along. */
  readonly logAnswerId: string | null
}
export type NewPackage = { readonly register: string; readonly entryId: string; readonly content: PackageContent; readonly days: number; readonly mostDownloads: number; readonly toName: string | null; readonly consentOn: string | null; readonly consentNote: string | null }

export const usualDays = 30
export const usualDownloads = 5

export async function orderPackage(scope: Scope, { register, entryId, content, days, mostDownloads, toName, consentOn, consentNote }: NewPackage): Promise<string> {
  const id = newId()
  await scope.tx.insertInto('answer_package').values({
    organisation_id: scope.organisation.id, id, register, entry_id: entryId, kind: content.kind, state: 'waiting', language: content.language, content: sealJson(scope.organisation, contentPlace(id), content),
    code: sealJson(scope.organisation, codePlace(id), newTypedCode(2)), to_name: toName, consent_on: consentOn, consent_note: consentNote, log_answer_id: content.log?.id ?? null, parts: 3 + (content.log ? answerFileCount : 0) + content.sources.reduce((sum, { files }) => sum + files.length, 0),
    next_attempt_at: scope.now, asked_at: scope.now, asked_by: personOf(scope.actor), ends_at: startOfDay(addDays(dayOf(scope.now), days + 1)), most_downloads: mostDownloads,
  }).execute()
  await writeHistory(scope, register, [{ entryId, verb: toName === null ? 'package_order' : 'package_order_to', note: toName === null ? null : [toName, consentOn, consentNote].join(', ') }])
  return id
}

/** Newest first. */
export function readPackages(scope: Scope, register: string, entryId: string): Promise<AnswerPackage[]> {
  return read(scope, sql`p.register = ${register} and p.entry_id = ${entryId}`)
}

/** @throws NotFound */
export async function readPackage(scope: Scope, id: string): Promise<AnswerPackage> {
  const [found] = await read(scope, sql`p.id = ${id}`)
  if (!found) throw gone()
  return found
}

/** Whether it can be fetched at this moment by somebody with link and code. */
export function isFetchable({ state, endsAt, downloads, mostDownloads }: AnswerPackage, now: Date): boolean {
  return state === 'ready' && endsAt > now && downloads < mostDownloads
}

/** Whether the person may read its answer from the access log now: as long as the package is there, however often it was fetched. */
export function isLogReadable({ state, endsAt, toName, logAnswerId }: AnswerPackage, now: Date): boolean {
  return state === 'ready' && endsAt > now && toName === null && logAnswerId !== null
}

/** That answer as it was packed. The reading is written in the history. @throws NotFound while it isn't released, or no longer */
export async function readPackedLog(scope: Scope, id: string): Promise<LogAnswer> {
  const one = await readPackage(scope, id)
  const row = isLogReadable(one, scope.now) ? await scope.tx.selectFrom('answer_package').select('content').where('organisation_id', '=', scope.organisation.id).where('id', '=', id).executeTakeFirst() : undefined
  const log = row?.content ? unsealJson<PackageContent>(scope.organisation, contentPlace(id), row.content).log : undefined
  if (!log) throw gone()
  await recordAccess(scope, { name: 'Antwoord uit het logboek gelezen door de persoon', subjects: [{ type: 'subject', id: one.entryId }] })
  await writeHistory(scope, one.register, [{ entryId: one.entryId, verb: 'log_answer_read' }])
  return log.answer
}

/** Counts a download before it begins: two at once can't share the last one. @throws NotFound when it can't be fetched (any more) */
export async function countDownload(scope: Scope, id: string): Promise<{ readonly fileId: string; readonly size: number }> {
  const { rows } = await sql<{ fileId: string; size: number; register: string; entryId: string }>`
    update answer_package set downloads = downloads + 1 where organisation_id = ${scope.organisation.id} and id = ${id} and state = 'ready' and ends_at > ${scope.now} and downloads < most_downloads
    returning file_id as "fileId", size, register, entry_id as "entryId"`.execute(scope.tx)
  const found = rows[0]
  if (!found) throw gone()
  await noteDownload(scope, id)
  await writeHistory(scope, found.register, [{ entryId: found.entryId, verb: 'package_fetch' }])
  return found
}

/** A colleague's look is noted, and doesn't count as one of the person's. */
export async function noteDownload(scope: Scope, id: string): Promise<void> {
  await scope.tx.insertInto('package_download').values({ organisation_id: scope.organisation.id, id: newId(), package_id: id, at: scope.now, person_id: personOf(scope.actor) }).execute()
}

export async function readDownloads(scope: Scope, id: string): Promise<{ readonly at: Date; readonly by: string | null }[]> {
  const { rows } = await sql<{ at: Date; by: string | null }>`select d.at, p.name as by from package_download d left join person p on p.organisation_id = d.organisation_id and p.id = d.person_id
    where d.organisation_id = ${scope.organisation.id} and d.package_id = ${id} order by d.id desc limit 100`.execute(scope.tx)
  return rows
}

/** The same content once more, with a new link, code and term: for somebody who came too late. @throws Refused when it was destroyed */
export async function renewPackage(scope: Scope, id: string): Promise<string> {
  const row = await scope.tx.selectFrom('answer_package').select(['register', 'entry_id', 'content', 'most_downloads', 'to_name', 'consent_on', 'consent_note']).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw gone()
  if (row.content === null) throw new Refused(t('Dit pakket is vernietigd. Maak een nieuw pakket.', 'This package was destroyed. Make a new one.'))
  await destroyPackage(scope, id)
  const content = unsealJson<PackageContent>(scope.organisation, contentPlace(id), row.content)
  return orderPackage(scope, { register: row.register, entryId: row.entry_id, content, days: usualDays, mostDownloads: row.most_downloads, toName: row.to_name, consentOn: row.consent_on, consentNote: row.consent_note })
}

/** Takes the file away with every byte, and what it was made of; that it was there stays. @throws Conflict when it was destroyed already */
export async function destroyPackage(scope: Scope, id: string): Promise<void> {
  const { rows } = await sql<{ fileId: string | null; register: string; entryId: string }>`
    with old as (select id, file_id from answer_package where organisation_id = ${scope.organisation.id} and id = ${id} and state <> 'destroyed' for update)
    update answer_package p set state = 'destroyed', destroyed_at = ${scope.now}, content = null, code = null, file_id = null, next_attempt_at = null from old
    where p.organisation_id = ${scope.organisation.id} and p.id = old.id returning old.file_id as "fileId", p.register, p.entry_id as "entryId"`.execute(scope.tx)
  const found = rows[0]
  if (!found) throw new Conflict()
  if (found.fileId !== null) await eraseFiles(scope, [found.fileId])
  await writeHistory(scope, found.register, [{ entryId: found.entryId, verb: 'package_destroy' }])
}

/** Destroys what nobody can fetch any more. @returns how many */
export async function destroyEnded(scope: Scope): Promise<number> {
  const { rows } = await sql<{ id: string }>`select id from answer_package where organisation_id = ${scope.organisation.id} and state <> 'destroyed' and ends_at <= ${scope.now} order by ends_at limit 200`.execute(scope.tx)
  for (const { id } of rows) await destroyPackage(scope, id)
  return rows.length
}

export const contentPlace = (id: string) => `answer-package:${id}`
export const codePlace = (id: string) => `answer-package-code:${id}`
export const gone = () => new NotFound(t('Dit pakket is er niet (meer). Vraag om een nieuwe link bij wie u het bericht stuurde.', 'This package isn’t there (any more). Ask for a new link from whoever sent you the message.'))

async function read(scope: Scope, which: ReturnType<typeof sql>): Promise<AnswerPackage[]> {
  const { rows } = await sql<Omit<AnswerPackage, 'code'> & { sealedCode: Buffer | null }>`
    select p.id, p.register, p.entry_id as "entryId", p.kind, p.state, p.language, p.to_name as "toName", p.consent_on as "consentOn", p.consent_note as "consentNote", p.file_id as "fileId", p.size, p.done, p.parts,
      p.asked_at as "askedAt", a.name as "askedBy", p.made_at as "madeAt", p.ends_at as "endsAt", p.most_downloads as "mostDownloads", p.downloads, p.destroyed_at as "destroyedAt", p.code as "sealedCode", p.log_answer_id as "logAnswerId"
    from answer_package p left join person a on a.organisation_id = p.organisation_id and a.id = p.asked_by
    where p.organisation_id = ${scope.organisation.id} and ${which} order by p.id desc limit 100`.execute(scope.tx)
  return rows.map(({ sealedCode, ...row }) => ({ ...row, code: sealedCode === null ? null : unsealJson<string>(scope.organisation, codePlace(row.id), sealedCode) }))
}
