// Answering: what whoever was asked says: delivered, nothing there, or not given and why; and what must be there before it counts as such.
import { type Fault, Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { readTaskFiles } from './task-files.ts'
import type { TaskAct } from './task-rules.ts'
import { actOnTask, readTask, type Task } from './tasks.ts'

export type AnswerForm = { readonly outcome: string; readonly note: string; readonly data: string }

const outcomes: Readonly<Record<string, TaskAct>> = { delivered: 'deliver', nothing: 'find_nothing', refused: 'refuse' }
const mostNote = 5000
const mostData = 50_000

/** @throws Invalid, Refused when it was answered or withdrawn meanwhile */
export async function answerTask(scope: Scope, id: string, form: AnswerForm): Promise<Task> {
  const task = await readTask(scope, id, { lock: true })
  const files = await readTaskFiles(scope, [id])
  const [note, data] = [form.note.trim(), form.data.trim()]
  const act = Object.hasOwn(outcomes, form.outcome) ? outcomes[form.outcome] : undefined
  const faults: Fault[] = []
  if (!act) faults.push({ at: 'outcome', message: t('Kies wat uw antwoord is.', 'Choose what your answer is.') })
  if (note.length > mostNote || note.includes('\0')) faults.push({ at: 'note', message: t('De toelichting heeft hoogstens 5000 tekens.', 'The note has at most 5,000 characters.') })
  if (data.length > mostData || data.includes('\0')) faults.push({ at: 'data', message: t('De gegevens hebben hoogstens 50.000 tekens. Stuur een bestand als het er meer zijn.', 'The data have at most 50,000 characters. Send a file if there are more.') })
  if (act === 'deliver' && files.length === 0 && data === '') faults.push({ at: 'data', message: t('U levert nog niets aan. Voeg een bestand toe, of schrijf de gegevens hier op.', 'You deliver nothing yet. Add a file, or write the data here.') })
  if (act === 'find_nothing' && (files.length > 0 || data !== '')) faults.push({ at: 'outcome', message: t('U hebt gegevens aangeleverd. Haal die weg, of kies “Dit zijn de gegevens”.', 'You delivered data. Take these away, or choose “These are the data”.') })
  if (act === 'refuse' && note === '') faults.push({ at: 'note', message: t('Schrijf op waarom u de gegevens niet aanlevert, en op welke grond.', 'Write why you don’t deliver the data, and on what ground.') })
  if (faults.length > 0) throw new Invalid(faults)
  await actOnTask(scope, task, act!, { answer: { note: note === '' ? null : note, data: data === '' ? null : data } })
  return task
}

/** `Naam: waarde`, one a line, as pairs; a line without a colon belongs to the one before it. What people typed in is data too (art. 15 lid 3 AVG). */
export function dataPairs(data: string | null): { readonly name: string; readonly value: string }[] {
  const pairs: { name: string; value: string }[] = []
  for (const line of (data ?? '').split(/\r?\n/).map((one) => one.trim()).filter(Boolean)) {
    const [, name, value] = /^([^:]{1,100}):\s*(.*)$/.exec(line) ?? []
    const last = pairs.at(-1)
    if (name !== undefined) pairs.push({ name: name.trim(), value: value ?? '' })
    else if (last) last.value = [last.value, line].filter(Boolean).join('\n')
    else pairs.push({ name: '', value: line })
  }
  return pairs
}
