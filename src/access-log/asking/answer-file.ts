// Answer file: an answer from the access log as CSV or NDJSON: the same records in the same words, of which the pseudonyms stay inside.
import type { LogPlace, LogQuestion } from '../../access-record/find.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { writeCsv } from '../../register-kit/exchange/write-table.ts'
import { answer, type AnswerRow } from './answer.ts'

export const fileKinds = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson; charset=utf-8' } as const
export type FileKind = keyof typeof fileKinds

/** More than this is a question that should be narrower. */
const most = 50_000
const page = 1000

/** The whole file: it is read within the transaction that found it. @returns how many records, and whether there were more */
export async function answerFile(scope: Pick<Scope, 'organisation' | 'tx'>, question: LogQuestion, kind: FileKind): Promise<{ body: Buffer; count: number; isCut: boolean }> {
  const rows: AnswerRow[] = []
  let after: LogPlace | undefined
  do {
    const found = await answer(scope, question, { ...(after ? { after } : {}), limit: page })
    rows.push(...found.rows)
    after = found.next
  } while (after && rows.length < most)
  const body = kind === 'ndjson' ? Buffer.from(rows.map((row) => `${JSON.stringify(plain(row))}\n`).join('')) : await asCsv(rows)
  return { body, count: rows.length, isCut: after !== undefined }
}

function plain({ record, who, whom, service, activity }: AnswerRow) {
  return {
    startTime: record.startedAt.toISOString(), endTime: record.endedAt.toISOString(), who, dataSubject: whom, name: record.name, processingActivity: record.activity, processingActivityName: activity?.title ?? null,
    inRegister: activity !== undefined, service, status: record.status, secret: record.isSecret, traceId: record.traceId, spanId: record.spanId, parentSpanId: record.parentSpanId,
  }
}

async function asCsv(rows: readonly AnswerRow[]): Promise<Buffer> {
  const headings = [t('Begin', 'Start'), t('Einde', 'End'), t('Wie', 'Who'), t('Van wie', 'Whose data'), t('Handeling', 'Act'), t('Verwerking', 'Processing activity'), t('Naam in het register', 'Name in the register'), t('Applicatie', 'Application'), t('Uitkomst', 'Outcome'), t('Geheim', 'Secret'), 'trace_id', 'span_id', 'parent_span_id']
  const lines = rows.map(({ record, who, whom, service, activity }) => [
    record.startedAt.toISOString(), record.endedAt.toISOString(), who, whom, record.name, record.activity, activity?.title ?? '', service, record.status, record.isSecret ? t('ja', 'yes') : t('nee', 'no'), record.traceId, record.spanId, record.parentSpanId ?? '',
  ])
  const parts: Buffer[] = []
  for await (const part of writeCsv(headings.map((heading) => ({ heading })), lines)) parts.push(Buffer.from(part as string | Buffer))
  return Buffer.concat(parts)
}
