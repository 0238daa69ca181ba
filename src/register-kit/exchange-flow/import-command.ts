// Import command: the whole way of a file into the register without pages: recognise, check, tell, write; for the command line.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Jobs } from '../../ground/jobs.ts'
import { Refused } from '../../ground/refusals.ts'
import type { Organisation } from '../../ground/scope.ts'
import { inPlace, type JobHouse, type JobPlace } from '../../people/job-scope.ts'
import { openQuestions } from './decisions.ts'
import { dropStaged, readChecked } from './import-rows.ts'
import { broughtAsDrafts, type ImportRun, moveRun, readRun } from './import-runs.ts'
import { type ImportChoices, type KeyChoice, keyWords, proposeChoices, readChoices } from './import-choices.ts'
import { enqueueSweep, runStage } from './import-jobs.ts'
import { progressWords } from './import-pages.tsx'
import { sayMessage } from './import-preview-page.tsx'
import { receiveFile } from './import-receive.ts'
import type { Book } from './importing.ts'

export type CommandOrder = {
  readonly path: string
  readonly asActive: boolean
  /** Without it: by number when there is a column for it, else by name. */
  readonly key: KeyChoice | undefined
  readonly isDryRun: boolean
  readonly maxBytes: number
  readonly say: (line: string) => void
}

/** Imports a file in the name of the system. @throws Invalid, TooLarge for the file; Refused when it can't be read as a register. */
export async function importByCommand(house: JobHouse, organisation: Organisation, jobs: Jobs, book: Book, order: CommandOrder): Promise<{ created: number; updated: number; unchanged: number; refused: number }> {
  const actor = { kind: 'system' as const, task: 'import-command' }
  const place: JobPlace = { organisation, actor }
  const { say } = order
  const hash = createHash('sha256')
  await pipeline(createReadStream(order.path), hash)
  const id = await inPlace(house, place, async (scope) => {
    const made = await receiveFile(scope, book, { path: order.path, name: basename(order.path), sha256: hash.digest('hex') }, { maxBytes: order.maxBytes })
    await enqueueSweep(scope, jobs)
    return made
  })
  const state = () => inPlace(house, place, (scope) => readRun(scope, book.register.key, id))
  const stage = async (name: 'checking' | 'writing', words: string): Promise<ImportRun> => {
    const timer = setInterval(() => void state().then((run) => { if (run.status === name) say(`  ${words}: ${progressWords(run)}`) }, () => {}), 2_000)
    try {
      await runStage(house, name, organisation.id, actor, id)
    } finally {
      clearInterval(timer)
    }
    return state()
  }
  try {
    const read = await state()
    say(`${read.rowCount} rijen gelezen uit ${read.fileName}.`)
    for (const { message } of read.notices) say(`  ${message}`)
    const choices = choicesFor(book, read, order)
    const ignored = read.headings.filter((_, index) => choices.columns[index] === null)
    if (ignored.length > 0) say(`  Niet gelezen kolommen: ${ignored.map((heading) => `“${heading}”`).join(', ')}.`)
    say(`  Herkend aan: ${choices.key === null ? 'niets; elke rij is nieuw' : keyWords[choices.key].nl}.`)
    await inPlace(house, place, (scope) => moveRun(scope, id, ['mapping'], 'checking', { choices, progress: 0 }))
    const checked = await stage('checking', 'gecontroleerd')
    if (checked.status !== 'ready') throw new Refused(checked.failure ?? 'De controle van het bestand is gestopt.')
    await tellRefused(house, place, checked, say)
    say(`${order.isDryRun ? 'Zou worden' : 'Wordt'}: ${checked.created} nieuw, ${checked.updated} gewijzigd, ${checked.unchanged} ongewijzigd, ${checked.refused} geweigerd.`)
    if (order.isDryRun || checked.created + checked.updated === 0) {
      await giveUp(house, place, id)
      say(order.isDryRun ? 'Er is niets gewijzigd.' : 'Er was niets in te lezen.')
      return checked
    }
    await inPlace(house, place, (scope) => moveRun(scope, id, ['ready'], 'writing', { progress: 0 }))
    const written = await stage('writing', 'ingelezen')
    if (written.status !== 'done') throw new Refused(written.failure ?? 'Het inlezen is gestopt; er is niets gewijzigd.')
    const drafts = await inPlace(house, place, (scope) => broughtAsDrafts(scope, book.register, written))
    if (drafts > 0) say(`  Als concept binnengekomen, omdat de toets vooraf ontbreekt of niet af is: ${drafts}.`)
    say('Klaar. Ongedaan maken kan in het scherm, bij Importeren.')
    return written
  } catch (error) {
    await giveUp(house, place, id).catch(() => {})
    throw error
  }
}

/** A saved mapping for these very headings, else what is recognised without doubt. */
function choicesFor(book: Book, run: ImportRun, order: CommandOrder): ImportChoices {
  const { fields, named } = book.register
  const saved = typeof run.choices.mapping === 'string' ? readChoices(book, run.choices) : undefined
  const base = saved ?? proposeChoices(book, run.headings, { sureOnly: true })
  if (!base.columns.includes(named.title)) throw new Refused(`Geen kolom is zeker herkend als de naam. Noem de kop “${fields[named.title]!.words.nl}”, of importeer in het scherm en kies de kolommen zelf.`)
  if (order.key === 'number' && !base.columns.includes(named.number.field)) throw new Refused('Er is geen kolom met het nummer. Kies --key naam.')
  return { ...base, key: order.key ?? base.key, status: order.asActive ? 'active' : 'draft' }
}

async function tellRefused(house: JobHouse, place: JobPlace, run: ImportRun, say: (line: string) => void): Promise<void> {
  await inPlace(house, place, async (scope) => {
    const refused = await readChecked(scope, run.id, { outcomes: ['refuse'], limit: 50 })
    for (const { number, messages } of refused) for (const message of messages.filter(({ level }) => level === 'refuse')) say(`  Geweigerd: ${sayMessage(message, number, run.headings)}`)
    if (run.refused > refused.length) say(`  En nog ${run.refused - refused.length} geweigerde rijen.`)
    const { count } = await openQuestions(scope, run.id, { limit: 1 })
    if (count > 0) say(`  ${count} ${count === 1 ? 'tekst is' : 'teksten zijn'} niet zeker herkend en ${count === 1 ? 'komt' : 'komen'} in de toelichting. In het scherm kunt u kiezen wat ermee bedoeld is.`)
  })
}

async function giveUp(house: JobHouse, place: JobPlace, id: string): Promise<void> {
  await inPlace(house, place, async (scope) => {
    await moveRun(scope, id, ['mapping', 'checking', 'ready', 'writing'], 'cancelled', { finishedAt: scope.now })
    await dropStaged(scope, id)
  })
}
