// Published line: a checkpoint as it is kept outside the database, on one line; who has an old one can tell that the log was rewritten or cut off.
import { type Checkpoint, checkpointDigest } from './texts.ts'

export type PublishedLine = { readonly organisationId: string; readonly sequence: number; readonly madeAt: string; readonly total: number; /** Hex SHA-256 of the checkpoint's text. */ readonly digest: string; /** Base64. */ readonly signature: string }

const shape = /^waarborg-log 1 ([0-9a-f-]{36}) (\d{1,10}) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (\d{1,15}) ([0-9a-f]{64}) ([A-Za-z0-9+/]{86}==)$/

/** Format, organisation, number, moment, records in all, digest of the text, signature. */
export function publishedLine(organisationId: string, checkpoint: Checkpoint): string {
  return `waarborg-log 1 ${organisationId} ${checkpoint.sequence} ${checkpoint.madeAt.toISOString()} ${checkpoint.recordsTotal} ${checkpointDigest(organisationId, checkpoint).toString('hex')} ${checkpoint.signature.toString('base64')}`
}

export function readPublishedLine(line: string): PublishedLine | undefined {
  const [, organisationId, sequence, madeAt, total, digest, signature] = shape.exec(line.trim()) ?? []
  if (!organisationId || !sequence || !madeAt || !total || !digest || !signature) return undefined
  return { organisationId, sequence: Number(sequence), madeAt, total: Number(total), digest, signature }
}
