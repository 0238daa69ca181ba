// Import receive: from an uploaded file to staged rows; the file itself waits sealed until its columns are settled, so that another sheet can be chosen.
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '../../ground/ids.ts'
import { seal, unseal } from '../../ground/keys.ts'
import { NotAllowed, NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { roleWords } from '../../people/roles.ts'
import { openTable, type Table } from '../exchange/read-table.ts'
import type { TableRow } from '../exchange/table.ts'
import { dropStaged, stageRows } from './import-rows.ts'
import { type ImportRun, insertRun, moveRun } from './import-runs.ts'
import { listMappings, mappingFor } from './saved-mappings.ts'
import { knownFields, proposeChoices, readChoices } from './import-choices.ts'
import type { Book } from './importing.ts'
import { mayDo } from '../lifecycle.ts'

const batch = 500

export type Sent = { readonly path: string; readonly name: string; readonly sha256: string }
export type ReceiveOptions = { readonly sheet?: string; readonly headingRow?: number; readonly maxBytes?: number; /** Folder where the sealed file waits; without it, it isn't kept. */ readonly folder?: string }

/**
 * Reads a file into staged rows, in the scope's transaction: all of it or nothing. Gives the id of the import, which then waits for its mapping.
 * @throws Invalid or TooLarge with what is wrong with the file and what to do.
 */
export async function receiveFile(scope: Scope, book: Book, file: Sent, options: ReceiveOptions = {}): Promise<string> {
  const { register } = book
  assertMayImport(scope, book)
  const table = await openTable(file.path, { fields: knownFields(register), sheet: options.sheet, headingRow: options.headingRow, ...(options.maxBytes ? { limits: { bytes: options.maxBytes } } : {}) })
  try {
    const id = newId()
    const mapping = mappingFor(await listMappings(scope, register.key), table.headings)
    const kept = readChoices(book, mapping?.choices)
    const isFit = kept?.columns.length === table.headings.length
    const choices = isFit ? kept : proposeChoices(book, table.headings)
    await insertRun(scope, register.key, {
      id, fileName: file.name, sha256: file.sha256, sheet: table.sheet, sheets: table.sheets, headingRow: table.headingRows.at(-1) ?? null, headings: table.headings, rowCount: 0, notices: [],
      choices: { ...choices, ...(mapping && isFit ? { mapping: mapping.name } : {}) },
    })
    await stage(scope, id, table)
    if (options.folder) await keepFile(scope, options.folder, id, file.path)
    return id
  } finally {
    await table.close()
  }
}

/** Reads the kept file anew, with another sheet or another row of headings. @throws NotFound when the file isn't kept any more. */
export async function rereadFile(scope: Scope, book: Book, run: ImportRun, folder: string, wanted: { sheet?: string; headingRow?: number }): Promise<void> {
  const plain = join(folder, `${newId()}.upload`)
  await writeFile(plain, unseal(scope.organisation.key, run.id, await readFile(sealedPath(folder, run.id)).catch(() => {
    throw new NotFound(t('Het bestand is niet meer bewaard. Kies het bestand opnieuw.', 'The file isn’t kept any more. Choose it again.'))
  })), { mode: 0o600, flag: 'wx' })
  try {
    const table = await openTable(plain, { fields: knownFields(book.register), ...wanted })
    try {
      await dropStaged(scope, run.id)
      await moveRun(scope, run.id, ['mapping'], 'mapping', { headings: table.headings, sheet: table.sheet, headingRow: table.headingRows.at(-1) ?? null, notices: [], rowCount: 0, choices: proposeChoices(book, table.headings) })
      await stage(scope, run.id, table)
    } finally {
      await table.close()
    }
  } finally {
    await rm(plain, { force: true })
  }
}

export async function dropFile(folder: string, id: string): Promise<void> {
  await rm(sealedPath(folder, id), { force: true })
}

/** Takes files away that wait since before `moment`: of imports that nobody finished, or of uploads that broke off with the server. */
export async function sweepFiles(folder: string, moment: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    if (/\.(?:sealed|upload)$/.test(name) && ((await stat(path).catch(() => undefined))?.mtime ?? moment) < moment) await rm(path, { force: true })
  }
}

/** @throws NotAllowed */
export function assertMayImport(scope: Pick<Scope, 'actor'>, { register }: Book): void {
  const roles = register.lifecycle.verbs.import!.roles.map((role) => say(roleWords[role])).join(', ')
  if (!mayDo(register, scope.actor, 'import', null)) throw new NotAllowed(t(`Importeren is voorbehouden aan: ${roles}.`, `Importing is reserved for: ${roles}.`))
}

async function stage(scope: Scope, id: string, table: Table): Promise<void> {
  let waiting: TableRow[] = []
  let count = 0
  for await (const row of table.rows) {
    waiting.push(row)
    count++
    if (waiting.length === batch) {
      await stageRows(scope, id, waiting)
      waiting = []
    }
  }
  await stageRows(scope, id, waiting)
  await moveRun(scope, id, ['mapping'], 'mapping', { headings: table.headings, sheet: table.sheet, headingRow: table.headingRows.at(-1) ?? null, notices: table.notices.slice(0, 200), rowCount: count })
}

async function keepFile(scope: Scope, folder: string, id: string, path: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(sealedPath(folder, id), seal(scope.organisation.key, id, await readFile(path)), { mode: 0o600 })
}

function sealedPath(folder: string, id: string): string {
  return join(folder, `${id}.sealed`)
}
