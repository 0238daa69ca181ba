// Pictures: images among the answers, each kept once, sealed, beside the answer that shows it; as a data URI on the way in and out of a file.
import { createHash } from 'node:crypto'
import { cleanPicture } from '../../../ground/image-metadata.ts'
import { deriveKey, seal, unseal } from '../../../ground/keys.ts'
import { Invalid, NotFound } from '../../../ground/refusals.ts'
import type { Organisation, Scope } from '../../../ground/scope.ts'
import { t } from '../../../ground/words.ts'
import type { FilePicture, FileValue, JsonObject } from '../../../questionnaires/national-file/shape.ts'
import type { AnswerValue, Picture } from '../../../questionnaires/sheet.ts'

export const mostPictureBytes = 10 * 1024 * 1024
const mostPictures = 100

const kinds: readonly (readonly [type: string, fits: (bytes: Buffer) => boolean])[] = [
  ['image/png', (bytes) => bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))],
  ['image/jpeg', (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ['image/gif', (bytes) => /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))],
  ['image/webp', (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'],
]

/** Keeps a picture that somebody chose, without what a camera wrote in it. @throws Invalid at `at` */
export async function keepPicture(scope: Scope, assessmentId: string, bytes: Buffer, at: string, about: Omit<Picture, 'picture'> = {}): Promise<Picture> {
  const type = kinds.find(([, fits]) => fits(bytes))?.[0]
  if (!type) throw new Invalid([{ at, message: t('Kies een afbeelding: PNG, JPEG, GIF of WebP.', 'Choose a picture: PNG, JPEG, GIF or WebP.') }])
  return { picture: await store(scope, assessmentId, type, cleanPicture(bytes), at), ...about }
}

/** Keeps a picture out of a file, exactly as it stands there. @throws Invalid at `at` when it is none */
export async function keepFilePicture(scope: Scope, assessmentId: string, { data, ...about }: FilePicture, at: string): Promise<Picture> {
  const [, type, encoded = ''] = /^data:(image\/[a-z]+);base64,([A-Za-z0-9+/]+={0,2})$/.exec(data) ?? []
  const bytes = Buffer.from(encoded, 'base64')
  const kind = kinds.find(([name]) => name === type)
  if (!kind || bytes.toString('base64') !== encoded || !kind[1](bytes)) {
    throw new Invalid([{ at: 'file', message: `${at}: ${t('Dit is geen afbeelding die bewaard kan worden: PNG, JPEG, GIF of WebP.', 'This is no picture that can be kept: PNG, JPEG, GIF or WebP.')}` }])
  }
  return { ...(about as Omit<Picture, 'picture'>), picture: await store(scope, assessmentId, kind[0], bytes, 'file') }
}

/** @throws NotFound */
export async function readPicture(scope: Scope, assessmentId: string, digest: string): Promise<{ readonly type: string; readonly bytes: Buffer }> {
  const row = await scope.tx.selectFrom('assessment_picture').select(['content_type', 'bytes']).where('organisation_id', '=', scope.organisation.id).where('assessment_id', '=', assessmentId).where('digest', '=', digest).executeTakeFirst()
  if (!row) throw new NotFound()
  return { type: row.content_type, bytes: unseal(keyOf(scope.organisation), digest, row.bytes) }
}

/** An answer as it stands in a file. */
export async function toFileValue(scope: Scope, assessmentId: string, value: AnswerValue): Promise<FileValue> {
  if (!isPicture(value)) return value as Exclude<FileValue, FilePicture>
  const { picture, ...about } = value
  const { type, bytes } = await readPicture(scope, assessmentId, picture)
  return { ...(about as JsonObject), data: `data:${type};base64,${bytes.toString('base64')}` }
}

export function isPicture(value: AnswerValue | undefined): value is Picture {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

async function store(scope: Scope, assessmentId: string, type: string, bytes: Buffer, at: string): Promise<string> {
  if (bytes.length > mostPictureBytes) throw new Invalid([{ at, message: t('Deze afbeelding is groter dan 10 MB. Maak haar kleiner.', 'This picture is larger than 10 MB. Make it smaller.') }])
  const digest = createHash('sha256').update(bytes).digest('hex')
  const { count } = await scope.tx.selectFrom('assessment_picture').select((e) => e.fn.countAll().as('count')).where('organisation_id', '=', scope.organisation.id).where('assessment_id', '=', assessmentId).executeTakeFirstOrThrow()
  if (Number(count) >= mostPictures) throw new Invalid([{ at, message: t(`Bij één vragenlijst passen ${mostPictures} afbeeldingen.`, `One questionnaire holds ${mostPictures} pictures.`) }])
  await scope.tx.insertInto('assessment_picture')
    .values({ organisation_id: scope.organisation.id, assessment_id: assessmentId, digest, content_type: type, size: bytes.length, bytes: seal(keyOf(scope.organisation), digest, bytes), at: scope.now })
    .onConflict((conflict) => conflict.doNothing()).execute()
  return digest
}

function keyOf({ key }: Pick<Organisation, 'key'>): Buffer {
  return deriveKey(key, 'assessment-pictures')
}
