// Answer files: the answer from the access log as a document to read (PDF/UA), as CSV for a spreadsheet and as NDJSON for programs.
import { writeReport } from '../../documents/write-report.ts'
import type { ReportDocument } from '../../documents/report-shapes.ts'
import { dayOf, sayDay } from '../../ground/clock.ts'
import { inLanguage, type Language, t } from '../../ground/words.ts'
import type { TextPart } from '../../ground/zip-writer.ts'
import { writeCsv } from '../../register-kit/exchange/write-table.ts'
import { aboutLines, actHeads, answerHeading, answerLead, sayAct, sayActivity, withheldLines } from './answer-words.ts'
import { type LogAnswer, withheldCount } from './log-answer.ts'

/** A document that somebody reads; the rest stands in the files beside it. */
export const mostRead = 2_000

export async function answerFiles(answer: LogAnswer, { language, number }: { language: Language; number: string | null }): Promise<TextPart[]> {
  const pdf = await inLanguage(language, () => writeReport(answerDocument(answer, language, number), { day: dayOf(new Date(answer.madeAt)) }, 'pdf'))
  return inLanguage(language, () => [
    { name: t('logboek.pdf', 'log.pdf'), text: [pdf] },
    { name: t('logboek.csv', 'log.csv'), text: writeCsv([...actHeads(), t('Meer over deze verwerking', 'More on this activity')].map((heading) => ({ heading })), answer.acts.map((act) => [act.at, ...sayAct(act, answer.organisation).slice(1), linkOf(act, answer.site)])) as AsyncIterable<string | Uint8Array> },
    { name: t('logboek.ndjson', 'log.ndjson'), text: asLines(answer) },
  ])
}

/** How many files `answerFiles` gives. */
export const answerFileCount = 3

export function answerDocument(answer: LogAnswer, language: Language, number: string | null): ReportDocument {
  const shown = answer.acts.slice(0, mostRead)
  const more = answer.acts.length - shown.length
  return {
    organisation: answer.organisation, letterhead: null, accent: null, hasLogo: false, language, mark: null, title: answerHeading(), subtitle: null,
    facts: [{ label: t('Gemaakt op', 'Made on'), value: sayDay(new Date(answer.madeAt)) }, ...(number === null ? [] : [{ label: t('Uw verzoek', 'Your request'), value: number }])],
    blocks: [
      { kind: 'text', markdown: plainText(answerLead(answer)) },
      ...withheldLines(answer).map((line) => ({ kind: 'text', markdown: plainText(line) }) as const),
      ...(shown.length === 0 ? [] : [{ kind: 'table', caption: t('Elke keer dat uw gegevens zijn gebruikt', 'Each time that your data were used'), head: [...actHeads()], rows: shown.map((act) => [...sayAct(act, answer.organisation)]) } as const]),
      ...(more > 0 ? [{ kind: 'text', markdown: plainText(t(`De andere ${more} staan in de bestanden hiernaast.`, `The other ${more} are in the files beside this one.`)) } as const] : []),
      { kind: 'heading', level: 1, text: t('Over het logboek', 'About the log') },
      ...aboutLines(answer).map((line) => ({ kind: 'text', markdown: plainText(line) }) as const),
    ],
  }
}

/** The first line says what the file is; then one line an act, in stable English names. */
function* asLines(answer: LogAnswer): Generator<string> {
  const { organisation, madeAt, from, until, about, withheld } = answer
  yield `${JSON.stringify({ format: 'waarborg-log-answer', version: 1, organisation, madeAt, from, until, logSince: about.since, applications: about.applications, keepFor: about.keepFor, acts: answer.acts.length, withheld: withheldCount(answer), withheldBy: withheld })}\n`
  for (const act of answer.acts) yield `${JSON.stringify({ at: act.at, what: act.what, isFailed: act.isFailed, activity: act.activity === null ? null : sayActivity(act), activityUrl: linkOf(act, answer.site) || null, organisation, by: act.by })}\n`
}

function linkOf({ activity }: LogAnswer['acts'][number], site: string): string {
  return activity?.path ? `${site}${activity.path}` : ''
}

/** Signs of Markdown as they stand. */
function plainText(words: string): string {
  return words.replace(/[\\`*_[\]<>#|~]/g, '\\$&')
}
