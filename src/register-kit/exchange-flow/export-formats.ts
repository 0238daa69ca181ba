// Export formats: how the entries of a list become a file: spreadsheets, JSON, PDF, and what a register adds of its own.
import { Readable } from 'node:stream'
import { divideRegister } from '../../documents/document-size.ts'
import { renderPdf } from '../../documents/render-pdf.ts'
import { textBlocks } from '../../documents/text-blocks.ts'
import { dayOf, sayDay } from '../../ground/clock.ts'
import { TooLarge } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { currentLanguage, say, t, type Words } from '../../ground/words.ts'
import type { AnyInput } from '../entry.ts'
import { isWholeText } from '../field-types.ts'
import { writeJson } from '../exchange/write-json.ts'
import { odsType, writeOds } from '../exchange/write-ods.ts'
import { csvType, writeCsv, writeXlsx, xlsxType } from '../exchange/write-table.ts'
import { storedZip } from '../../ground/zip-writer.ts'
import { loadLookupsFor } from '../lookups.ts'
import type { Register } from '../register.ts'
import { amountOf } from '../register-words.ts'
import { sayValue } from '../say-value.ts'
import { toWire } from '../wire.ts'
import { exportColumns, exportedEntries, exportRows } from './export-table.ts'

export type ExportWish = {
  readonly scope: Scope
  readonly register: Register
  readonly ids: readonly string[]
  /** Hears every input that is read, for the access records. */
  readonly seen: (inputs: readonly AnyInput[]) => void
  readonly publicUrl: string
}

export type ExportFormat = {
  readonly key: string
  readonly words: Words
  readonly hint: Words
  write(wish: ExportWish): Promise<{ readonly body: Readable; readonly type: string; readonly extension: string }>
}

const spreadsheet = (key: string, type: string, words: Words, hint: Words, write: typeof writeOds): ExportFormat => ({
  key, words, hint,
  write: async ({ scope, register, ids, seen }) => ({ type, extension: key, body: write(exportColumns(register), exportRows(scope, register, ids, seen), register.words.many.nl) }),
})

/** The formats of every register, the first as the usual one. */
export const formats: readonly ExportFormat[] = [
  spreadsheet('xlsx', xlsxType, { nl: 'Excel (.xlsx)', en: 'Excel (.xlsx)' }, { nl: 'Om in te lezen of te bewerken in Excel.', en: 'To read or edit in Excel.' }, writeXlsx),
  spreadsheet('ods', odsType, { nl: 'OpenDocument (.ods)', en: 'OpenDocument (.ods)' }, { nl: 'De open standaard van de overheid, voor onder meer LibreOffice.', en: 'The open standard of the government, for LibreOffice and others.' }, writeOds),
  spreadsheet('csv', csvType, { nl: 'CSV (.csv)', en: 'CSV (.csv)' }, { nl: 'Voor andere programma’s, en voor teksten die te lang zijn voor een cel van Excel.', en: 'For other programs, and for texts too long for a cell of Excel.' }, (columns, rows) => writeCsv(columns, rows)),
  {
    key: 'json', words: { nl: 'JSON (.json)', en: 'JSON (.json)' }, hint: { nl: 'Zoals programma’s het lezen: gelijk aan de API.', en: 'As programs read it: equal to the API.' },
    write: async ({ scope, register, ids, seen }) => ({
      type: 'application/json', extension: 'json', body: writeJson(records(scope, register, ids, seen), { register: register.key, exportedAt: scope.now, organisation: scope.organisation.slug }),
    }),
  },
  {
    key: 'pdf', words: { nl: 'PDF (.pdf)', en: 'PDF (.pdf)' }, hint: { nl: 'Om te lezen, af te drukken of te bewaren; ook voor een schermlezer.', en: 'To read, print or keep; for a screen reader too.' },
    write: writePdf,
  },
]

async function* records(scope: Scope, register: Register, ids: readonly string[], seen: ExportWish['seen']): AsyncGenerator<object> {
  for await (const entries of exportedEntries(scope, register, ids)) {
    seen(entries.map(({ input }) => input))
    for (const { system, input } of entries) yield toWire(register, system, input, undefined)
  }
}

/** More than fits in the parts of one export anyhow; stops before everything is read. */
const mostInPdf = 10_000

async function writePdf({ scope, register, ids, seen }: ExportWish): Promise<{ body: Readable; type: string; extension: string }> {
  if (ids.length > mostInPdf) throw new TooLarge(t(`In een PDF passen hoogstens ${mostInPdf.toLocaleString('nl-NL')} inschrijvingen. Filter de lijst, of kies Excel, ODS, CSV of JSON.`, `A PDF holds at most ${mostInPdf.toLocaleString('en-GB')} entries. Filter the list, or choose Excel, ODS, CSV or JSON.`))
  const entries = []
  for await (const batch of exportedEntries(scope, register, ids)) {
    const inputs = batch.map(({ input }) => input)
    seen(inputs)
    const lookups = await loadLookupsFor(scope, register.fields, inputs)
    for (const { system, input } of batch) {
      entries.push({
        title: String(input[register.named.title] ?? ''), number: String(input[register.named.number.field] ?? ''), status: say(register.lifecycle.statuses[system.status]!.words),
        sections: register.sections.map((section) => ({
          heading: say(section.words),
          texts: section.fields.flatMap((key) => isWholeText(register.fields[key]!) && input[key] !== null ? [textBlocks(String(input[key]))] : []),
          fields: section.fields.flatMap((key) => {
            if (isWholeText(register.fields[key]!)) return []
            const values = sayValue(register.fields[key]!, input[key], lookups)
            return values.length > 0 ? [{ label: say(register.fields[key]!.words), values }] : []
          }),
        })).filter(({ fields, texts }) => fields.length + texts.length > 0),
      })
    }
  }
  const heading = say(register.words.many)
  const language = currentLanguage()
  const parts = divideRegister({ organisation: scope.organisation.name, heading, lead: amountOf(register, entries.length), made: sayDay(scope.now), language, entries })
  const files: Uint8Array[] = []
  for (const part of parts) files.push(await renderPdf('register', part, { title: `${heading} – ${scope.organisation.name}`, language, day: dayOf(scope.now) }))
  if (files.length === 1) return { body: Readable.from([files[0]!]), type: 'application/pdf', extension: 'pdf' }
  return { body: Readable.from([storedZip(files.map((bytes, index) => ({ name: t(`deel-${index + 1}.pdf`, `part-${index + 1}.pdf`), bytes: Buffer.from(bytes) })))]), type: 'application/zip', extension: 'zip' }
}
