// Export table: processing activities as the rows of a spreadsheet: every field in words that an import reads back unchanged, and where each entry stands.
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { recordAccess } from '../../access-record/record.ts'
import { newId } from '../../ground/ids.ts'
import type { Scope } from '../../ground/scope.ts'
import { say } from '../../ground/words.ts'
import type { SystemRow } from '../../register-kit/entry.ts'
import { csvType, type WriteColumn, writeCsv, writeXlsx, xlsxType } from '../../register-kit/exchange/write-table.ts'
import { namesIn } from '../../register-kit/exchange-flow/names.ts'
import { cellsOf, columnsOf } from '../../register-kit/exchange-flow/own-notation.ts'
import { loadLookups } from '../../register-kit/lookups.ts'
import { loadEntries } from '../../register-kit/store.ts'
import { fields, type Status, statuses } from './declaration.ts'
import { systemHeadings } from './import-choices.ts'
import { allActivityIds, type ListQuery } from './list-query.ts'
import { processingActivities } from './register.ts'

export type ExportFormat = 'csv' | 'xlsx'
export const exportTypes: Record<ExportFormat, string> = { csv: csvType, xlsx: xlsxType }

export const exportColumns: readonly WriteColumn[] = [...columnsOf(fields), ...systemHeadings.map((heading) => ({ heading, kind: heading === 'Nakijken vóór' ? 'day' as const : 'text' as const }))]

const batch = 250

/**
 * Writes what the actor may see of a list to `path`, a batch of entries at a time, and leaves the access record. Gives the number of entries.
 * @throws Refused when a text is longer than a cell of Excel can be.
 */
export async function writeExport(scope: Scope, query: ListQuery, format: ExportFormat, path: string): Promise<number> {
  const ids = await allActivityIds(scope, query)
  const persons = new Set<string>()
  const rows = exportRows(scope, ids, persons)
  const stream = format === 'csv' ? writeCsv(exportColumns, rows) : writeXlsx(exportColumns, rows, 'Verwerkingen')
  await pipeline(stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  await recordAccess(scope, { name: 'Verwerkingen geëxporteerd', subjects: [...persons].map((id) => ({ type: 'person', id })) })
  return ids.length
}

/** The export as a stream for an answer: written whole first, so that a fault is a message and never half a file. */
export async function streamExport(scope: Scope, query: ListQuery, format: ExportFormat, folder: string): Promise<ReadableStream<Uint8Array>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${newId()}.${format}`)
  try {
    await writeExport(scope, query, format, path)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  const file = createReadStream(path)
  file.once('close', () => void rm(path, { force: true }))
  return Readable.toWeb(file) as ReadableStream<Uint8Array>
}

async function* exportRows(scope: Scope, ids: readonly string[], persons: Set<string>): AsyncGenerator<string[]> {
  const names = namesIn(await loadLookups(scope, fields))
  for (let at = 0; at < ids.length; at += batch) {
    for (const { system, input } of await loadEntries(scope.tx, processingActivities, scope.organisation.id, ids.slice(at, at + batch))) {
      for (const id of [input.owner, input.coordinating_owner]) if (id) persons.add(id)
      yield [...cellsOf(fields, input, names), ...systemCells(system)]
    }
  }
}

function systemCells(system: SystemRow): string[] {
  return [system.id, say(statuses[system.status as Status]), system.version > 0 ? String(system.version) : '', system.review_due_on ?? '']
}

/** Headings and one invented row, to begin a register with. */
export function writeExample(): Readable {
  const example: Partial<Record<keyof typeof fields, string>> = {
    name: 'Aanvragen bijzondere bijstand', number: 'SD-001', role: 'Verwerkingsverantwoordelijke', regime: 'AVG', description: 'Inwoners vragen bijzondere bijstand aan; wij beoordelen de aanvraag en betalen uit.',
    purposes: 'Beoordelen van de aanvraag\nUitbetalen van de bijstand', legal_bases: 'Taak van algemeen belang of openbaar gezag; artikel 35 Participatiewet', subject_categories: 'Inwoners',
    data_categories: 'NAW-gegevens; Burgerservicenummer; Financiële gegevens', recipients: 'Belastingdienst', retention_rules: '10 jaar na afhandeling van de aanvraag', transfers: 'nee', measures: 'Strikte toegangscontrole; Logging van gebruik',
  }
  return writeCsv(columnsOf(fields), [Object.keys(fields).map((key) => example[key as keyof typeof fields] ?? '')])
}
