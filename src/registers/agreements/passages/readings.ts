// Readings: each time that a document of an agreement was read beside the checklist: how far it is, what was found, and what became of what was decided before.
import { sql } from 'kysely'
import type { PieceKind, Unreadable } from '../../../document-reading/document-text.ts'
import { sealJson, unsealJson } from '../../../case-kit/collection/sealed-content.ts'
import { newId } from '../../../ground/ids.ts'
import { Refused } from '../../../ground/refusals.ts'
import { personOf, type Scope } from '../../../ground/scope.ts'
import { t } from '../../../ground/words.ts'
import type { Attachment } from '../../../register-kit/collaboration/attachments.ts'
import type { ChecklistKey } from '../checklist.ts'
import type { Passage } from './find-passages.ts'

type ReadingState = 'waiting' | 'reading' | 'read' | 'unreadable' | 'failed'
export type Reading = {
  readonly id: string
  readonly entryId: string
  readonly fileId: string | null
  readonly name: string
  readonly sha256: Buffer
  readonly state: ReadingState
  readonly because: Unreadable | null
  readonly stoppedAt: number | null
  readonly format: 'pdf' | 'docx' | 'odt' | null
  readonly places: number | null
  readonly done: number
  readonly ocrPages: readonly number[]
  readonly picturePages: readonly number[]
  readonly askedBy: string | null
  readonly askedById: string | null
  readonly askedAt: Date
}

/** Readings of an agreement, newest first. */
export async function readingsOf(scope: Scope, entryId: string): Promise<Reading[]> {
  return read(scope, sql`r.entry_id = ${entryId}`)
}

export async function readingById(scope: Scope, id: string): Promise<Reading | undefined> {
  return (await read(scope, sql`r.id = ${id}`))[0]
}

async function read(scope: Scope, which: ReturnType<typeof sql>): Promise<Reading[]> {
  const { rows } = await sql<Reading>`
    select r.id, r.entry_id as "entryId", r.file_id as "fileId", r.name, r.sha256, r.state, r.because, r.stopped_at as "stoppedAt", r.format, r.places, r.done, r.ocr_pages as "ocrPages", r.picture_pages as "picturePages",
      p.name as "askedBy", r.asked_by as "askedById", r.asked_at as "askedAt"
    from agreement_reading r left join person p on p.organisation_id = r.organisation_id and p.id = r.asked_by
    where r.organisation_id = ${scope.organisation.id} and ${which} order by r.id desc limit 50`.execute(scope.tx)
  return rows
}

export function isUnderWay({ state }: Pick<Reading, 'state'>): boolean {
  return state === 'waiting' || state === 'reading'
}

const readable: readonly string[] = ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.oasis.opendocument.text', 'application/x-ole-storage', 'application/msword']

/** Of an attachment, whether it may hold the text of an agreement. What can't be read after all says why once it is tried. */
export function mayHoldAgreement({ contentType }: Pick<Attachment, 'contentType'>): boolean {
  return readable.includes(contentType)
}

/** Begins a reading of an attachment; the caller asks for the job. @throws Refused while another is under way */
export async function beginReading(scope: Scope, entryId: string, attachment: Attachment): Promise<string> {
  // Two people at once: the second waits here and then sees the first.
  await sql`select from processor_agreement where organisation_id = ${scope.organisation.id} and id = ${entryId} for update`.execute(scope.tx)
  if ((await readingsOf(scope, entryId)).some(isUnderWay)) throw new Refused(t('Er wordt al een document van deze overeenkomst gelezen. Wacht tot dat klaar is.', 'A document of this agreement is being read already. Wait until that is done.'))
  const id = newId()
  await scope.tx.insertInto('agreement_reading').values({
    organisation_id: scope.organisation.id, id, entry_id: entryId, file_id: attachment.fileId, name: attachment.name, sha256: Buffer.from(attachment.sha256, 'hex'), asked_by: personOf(scope.actor), asked_at: scope.now,
  }).execute()
  return id
}

export async function markProgress(scope: Scope, id: string, done: number, places: number | null): Promise<void> {
  await scope.tx.updateTable('agreement_reading').set({ state: 'reading', done, places }).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('state', 'in', ['waiting', 'reading']).execute()
}

export type Ending = { readonly state: 'failed' } | { readonly state: 'unreadable'; readonly because: Unreadable; readonly stoppedAt: number | null }

export async function endReading(scope: Scope, id: string, ending: Ending): Promise<void> {
  const more = ending.state === 'unreadable' ? { because: ending.because, stopped_at: ending.stoppedAt } : {}
  await scope.tx.updateTable('agreement_reading').set({ state: ending.state, ...more }).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('state', 'in', ['waiting', 'reading']).execute()
}

export type Outcome = {
  readonly format: 'pdf' | 'docx' | 'odt'
  readonly kinds: readonly { readonly place: number; readonly kind: PieceKind }[]
  readonly passages: readonly Passage[]
  readonly former: readonly Former[]
}

/** Keeps what was found. @returns false when the reading had ended already, or its file was removed meanwhile */
export async function keepOutcome(scope: Scope, reading: Reading, { format, kinds, passages, former }: Outcome): Promise<boolean> {
  const organisation_id = scope.organisation.id
  const pages = (kind: PieceKind) => kinds.filter((one) => one.kind === kind).map(({ place }) => place)
  const ended = await sql`
    update agreement_reading set state = 'read', format = ${format}, places = ${kinds.length}, done = ${kinds.length}, read_at = ${scope.now}, ocr_pages = ${pages('ocr')}::int[], picture_pages = ${pages('picture')}::int[]
    where organisation_id = ${organisation_id} and id = ${reading.id} and state in ('waiting', 'reading') and file_id is not null`.execute(scope.tx)
  if (ended.numAffectedRows !== 1n) return false
  const positions = new Map<string, number>()
  const rows = passages.map((passage) => {
    const position = positions.get(passage.key) ?? 0
    positions.set(passage.key, position + 1)
    const { key, place, isStrong, heading, quote, words } = passage
    return { organisation_id, reading_id: reading.id, item_key: key, position, file_id: reading.fileId!, place, is_strong: isStrong, content: sealJson(scope.organisation, passagePlace(reading.id, key, position), { heading, quote, words }) }
  })
  if (rows.length > 0) await scope.tx.insertInto('agreement_passage').values(rows).execute()
  const before = former.map(({ key, decisionId, state, place, quote }) => ({ organisation_id, reading_id: reading.id, item_key: key, decision_id: decisionId, state, place, content: sealJson(scope.organisation, formerPlace(reading.id, key), { quote }) }))
  if (before.length > 0) await scope.tx.insertInto('agreement_former').values(before).execute()
  return true
}

/** What was proposed, per point of the checklist. */
export async function passagesOf(scope: Scope, readingId: string): Promise<ReadonlyMap<string, readonly Passage[]>> {
  const rows = await scope.tx.selectFrom('agreement_passage').select(['item_key', 'position', 'place', 'is_strong', 'content']).where('organisation_id', '=', scope.organisation.id).where('reading_id', '=', readingId).orderBy('item_key').orderBy('position').execute()
  const found = new Map<string, Passage[]>()
  for (const { item_key: key, position, place, is_strong: isStrong, content } of rows) {
    const sealed = unsealJson<Pick<Passage, 'heading' | 'quote' | 'words'>>(scope.organisation, passagePlace(readingId, key, position), content)
    found.set(key, [...found.get(key) ?? [], { key: key as ChecklistKey, place, isStrong, ...sealed }])
  }
  return found
}

export type Former = {
  readonly key: string
  readonly decisionId: string
  /** `none`: it was decided on without a passage. */
  readonly state: 'same' | 'changed' | 'gone' | 'none'
  readonly place: number | null
  /** As it stands in the newer document. */
  readonly quote: string | null
}

/** What became of the passages of the document before, per point. */
export async function formerOf(scope: Scope, readingId: string): Promise<ReadonlyMap<string, Former>> {
  const rows = await scope.tx.selectFrom('agreement_former').select(['item_key', 'decision_id', 'state', 'place', 'content']).where('organisation_id', '=', scope.organisation.id).where('reading_id', '=', readingId).execute()
  return new Map(rows.map(({ item_key: key, decision_id: decisionId, state, place, content }) =>
    [key, { key, decisionId, state: state as Former['state'], place, ...unsealJson<{ quote: string | null }>(scope.organisation, formerPlace(readingId, key), content) }]))
}

function passagePlace(readingId: string, key: string, position: number): string {
  return `agreement-passage:${readingId}:${key}:${position}`
}

function formerPlace(readingId: string, key: string): string {
  return `agreement-former:${readingId}:${key}`
}
