// Workbooks in: starts the thread that reads an XLSX or ODS, chooses the sheet, and hands its rows on a chunk at a time.
import { Worker } from 'node:worker_threads'
import { TooLarge } from '../../ground/refusals.ts'
import { currentLanguage, t } from '../../ground/words.ts'
import { refuse } from './file-kind.ts'
import { findHeadingRow } from './heading-row.ts'
import type { KnownField } from './recognise-headings.ts'
import { type Limits, megabytes, type Notice, type RowSource, type SheetInfo, type TableRow } from './table.ts'
import type { Answer, Preview, Question, Task } from './workbook-worker.ts'

/** @throws Invalid, TooLarge as the thread found them, and when it ran out of time or memory. */
export async function openWorkbook(path: string, { fields, sheet, limits }: { fields: readonly KnownField[]; sheet: string | undefined; limits: Limits }): Promise<RowSource> {
  const thread = startThread({ path, limits, sheet, language: currentLanguage() }, limits)
  try {
    const opened = await thread.next()
    if (opened.kind !== 'opened') throw new Error('The workbook thread answered out of turn')
    const chosen = chooseSheet(opened.sheets, opened.previews, fields, sheet)
    const notices = sheetNotices(opened.sheets, chosen)
    return { kind: opened.format, encoding: null, separator: null, sheets: opened.sheets, sheet: chosen, notices, rows: rowsOf(thread, chosen, notices), close: thread.close }
  } catch (error) {
    await thread.close()
    throw error
  }
}

async function* rowsOf(thread: Thread, sheet: string, notices: Notice[]): AsyncGenerator<TableRow, undefined> {
  thread.ask({ ask: 'choose', sheet })
  for (;;) {
    const answer = await thread.next()
    if (answer.kind !== 'rows') throw new Error('The workbook thread answered out of turn')
    notices.push(...answer.notices)
    // The next chunk is made while this one is being used; never more than one ahead.
    if (!answer.isLast) thread.ask({ ask: 'more' })
    yield* answer.rows
    if (answer.isLast) return
  }
}

function chooseSheet(sheets: readonly SheetInfo[], previews: readonly Preview[], fields: readonly KnownField[], wanted: string | undefined): string {
  if (wanted !== undefined && !previews.some(({ name }) => name === wanted)) throw refuse(t(`Er is geen blad “${wanted}”. De bladen zijn: ${named(sheets)}.`, `There is no sheet “${wanted}”. The sheets are: ${named(sheets)}.`))
  if (previews.length === 0) {
    throw refuse(t('Alle bladen in dit bestand zijn verborgen. Maak het blad met het register zichtbaar, sla het bestand op en kies het opnieuw.', 'All sheets in this file are hidden. Make the sheet with the register visible, save the file and choose it again.'))
  }
  const scored = previews.map(({ name, rows }) => ({ name, score: (findHeadingRow(rows, fields)?.score ?? -1) + (rows.length > 0 ? 0.1 : 0) }))
  return scored.reduce((one, other) => (other.score > one.score ? other : one)).name
}

function sheetNotices(sheets: readonly SheetInfo[], chosen: string): Notice[] {
  const hidden = sheets.filter((sheet) => sheet.isHidden && sheet.name !== chosen)
  const visible = sheets.filter((sheet) => !sheet.isHidden && sheet.name !== chosen)
  const notices: Notice[] = []
  if (visible.length > 0) {
    notices.push({ row: null, message: t(`Blad “${chosen}” is gelezen. Het bestand heeft nog meer bladen: ${named(visible)}. Kies een ander blad als daar het register staat.`,
      `Sheet “${chosen}” was read. The file has more sheets: ${named(visible)}. Choose another sheet if the register stands there.`) })
  }
  if (hidden.length > 0) notices.push({ row: null, message: t(`Verborgen en niet gelezen: ${named(hidden)}.`, `Hidden and not read: ${named(hidden)}.`) })
  return notices
}

function named(sheets: readonly SheetInfo[]): string {
  return sheets.map(({ name }) => `“${name}”`).join(', ')
}

type Thread = { next(): Promise<Exclude<Answer, { kind: 'refused' }>>; ask(question: Question): void; close(): Promise<void> }

// Node runs the thread's TypeScript itself, so the loader of the main thread is left out. What went wrong is put in words by who waits for an answer, in whose language.
function startThread(task: Task, limits: Limits): Thread {
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), { workerData: task, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: limits.memoryMegabytes } })
  const answers: Answer[] = []
  let failure: (() => Error) | null = null
  let wake: () => void = () => {}
  const fail = (because: () => Error) => {
    failure ??= because
    wake()
  }
  worker.on('message', (answer: Answer) => {
    answers.push(answer)
    wake()
  })
  worker.on('error', (error: Error & { code?: string }) => fail(() => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(limits) : error)))
  worker.on('exit', () => fail(() => new Error('The workbook thread stopped before it was done')))
  return {
    async next() {
      const timer = setTimeout(() => fail(() => tooSlow(limits)), limits.seconds * 1000)
      try {
        while (answers.length === 0 && !failure) await new Promise<void>((resolve) => { wake = resolve })
      } finally {
        clearTimeout(timer)
      }
      const answer = answers.shift()
      if (!answer) throw failure!()
      if (answer.kind === 'refused') throw answer.isTooLarge ? new TooLarge(answer.message) : refuse(answer.message)
      return answer
    },
    ask: (question) => worker.postMessage(question),
    async close() {
      await worker.terminate()
    },
  }
}

function tooMuch(limits: Limits): TooLarge {
  const most = megabytes(limits.memoryMegabytes * 1024 * 1024)
  return new TooLarge(t(`Het lezen van dit bestand vraagt meer dan ${most} geheugen. ${less()}`, `Reading this file takes more than ${most} of memory. ${less()}`))
}

function tooSlow(limits: Limits): TooLarge {
  return new TooLarge(t(`Het lezen van dit bestand duurt langer dan ${limits.seconds} seconden. ${less()}`, `Reading this file takes longer than ${limits.seconds} seconds. ${less()}`))
}

function less(): string {
  return t('Sla alleen het blad met het register op, of sla het op als CSV.', 'Save only the sheet with the register, or save it as CSV.')
}
