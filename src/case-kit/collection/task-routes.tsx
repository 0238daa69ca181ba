// Task routes: the page of one collection task, for the colleague who is asked and for whoever keeps the case; everybody else finds nothing there.
import { Hono } from 'hono'
import { recordAccess } from '../../access-record/record.ts'
import { dayOf } from '../../ground/clock.ts'
import { mostFileBytes, type FilePlace } from '../../ground/files.ts'
import { isId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotAllowed, NotFound } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { ButtonLink } from '../../page-kit/buttons.tsx'
import { StatusBadge } from '../../page-kit/alerts.tsx'
import { Page } from '../../page-kit/layout.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { readForm, type Visit } from '../../register-kit/collaboration/visit.tsx'
import { loadEntry } from '../../register-kit/perform.ts'
import { answerTask, type AnswerForm } from './answering.ts'
import { CheckSection } from './check-section.tsx'
import { askAgain, type CheckForm, checkTask } from './checking.ts'
import { AskedSection, DeliverySection, nothingTyped } from './delivery.tsx'
import { mayKeep } from './keeping.ts'
import { addTaskFile, dropTaskFile, readTaskFile, readTaskFiles } from './task-files.ts'
import { isOpen } from './task-rules.ts'
import { stateOfTask } from './task-words.ts'
import { actOnTask, readTask, type Task } from './tasks.ts'
import { collectionOf } from './tied-collections.ts'
import { sentFile, takeFile } from './upload-file.ts'

type Standing = { readonly task: Task; readonly isAsked: boolean; readonly isKeeper: boolean }
type Wanted = 'either' | 'asked' | 'keeper'
type Typed = { readonly answer?: AnswerForm; readonly check?: Partial<CheckForm>; readonly faults?: readonly Fault[] }

/** Under `/:slug`, after `withScope`. */
export function taskRoutes(house: House, maxUploadBytes: number): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const most = Math.min(maxUploadBytes, mostFileBytes)
  const place = (c: Visit): FilePlace => ({ database: house.database, organisation: c.get('who').organisation })
  const on = <T,>(c: Visit, wanted: Wanted, work: (scope: Scope, standing: Standing) => Promise<T>) => scopeOf(c, house, async (scope) => work(scope, await standingOf(scope, taskId(c), wanted)))
  const back = (c: Visit) => c.redirect(`/${c.get('who').organisation.slug}/ophalen/${taskId(c)}`, 303)
  const show = (c: Visit, typed: Typed = {}, status: 200 | 400 | 409 | 413 = 200) => on(c, 'either', async (scope, standing) => {
    await recordAccess(scope, { name: 'Gegevensvraag bekeken', subjects: [{ type: 'subject', id: standing.task.entryId }] })
    return c.html(await page(c, scope, standing, typed, status !== 200), status)
  })
  /** Does something and shows the page again where it is refused, with what was typed. */
  const change = async (c: Visit, wanted: Wanted, typed: Typed, work: (scope: Scope, standing: Standing) => Promise<void>) => {
    try {
      await on(c, wanted, work)
      return back(c)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return show(c, { ...typed, faults: error.faults }, 400)
    }
  }

  app.get('/ophalen/:task', (c) => show(c))
  app.post('/ophalen/:task/opgepakt', (c) => change(c, 'asked', {}, async (scope, { task }) => actOnTask(scope, task, 'accept')))
  app.post('/ophalen/:task/bestanden', async (c) => {
    await on(c, 'asked', async () => undefined)
    const end = await takeFile(c.req.raw, place(c), house.clock(), maxUploadBytes, (file) => on(c, 'asked', async (scope, { task }) => addTaskFile(scope, mustBeOpen(task).id, file)))
    return end.isTaken ? back(c) : show(c, { faults: end.faults }, end.status)
  })
  app.post('/ophalen/:task/nagekeken', async (c) => {
    await on(c, 'keeper', async () => undefined)
    const end = await takeFile(c.req.raw, place(c), house.clock(), maxUploadBytes, (file) => on(c, 'keeper', async (scope, { task }) => addTaskFile(scope, task.id, file, { isCleaned: true })))
    return end.isTaken ? back(c) : show(c, { faults: end.faults }, end.status)
  })
  app.get('/ophalen/:task/bestanden/:file', (c) => on(c, 'either', async (scope, { task }) => {
    const file = await readTaskFile(scope, task.id, c.req.param('file'))
    await recordAccess(scope, { name: 'Aangeleverd bestand gedownload', subjects: [{ type: 'subject', id: task.entryId }] })
    return sentFile(place(c), file)
  }))
  app.post('/ophalen/:task/bestanden/:file/weg', (c) => change(c, 'asked', {}, async (scope, { task }) => dropTaskFile(scope, await readTaskFile(scope, mustBeOpen(task).id, c.req.param('file')))))
  app.post('/ophalen/:task/antwoord', async (c) => {
    const form = await readForm(c)
    const answer = { outcome: form.one('outcome'), note: form.one('note'), data: form.one('data') }
    return change(c, 'asked', { answer }, async (scope, { task }) => { await answerTask(scope, task.id, answer) })
  })
  app.post('/ophalen/:task/nakijken', async (c) => {
    const form = await readForm(c)
    const check = { others: form.one('others'), given: form.all('given'), isPortable: form.one('portable') !== '' }
    return change(c, 'keeper', { check }, async (scope, { task }) => checkTask(scope, task.id, check))
  })
  app.post('/ophalen/:task/opnieuw', async (c) => {
    const due = (await readForm(c)).one('due')
    return change(c, 'keeper', {}, async (scope, { task }) => askAgain(scope, task.id, due))
  })
  app.post('/ophalen/:task/intrekken', (c) => change(c, 'keeper', {}, async (scope, { task }) => actOnTask(scope, task, 'withdraw')))

  async function page(c: Visit, scope: Scope, { task, isAsked, isKeeper }: Standing, typed: Typed, failed: boolean) {
    const files = await readTaskFiles(scope, [task.id])
    const base = `/${scope.organisation.slug}/ophalen/${task.id}`
    const { words, tone } = stateOfTask(task)
    const shared = { task, files, base, maxBytes: most, faults: typed.faults ?? [] }
    const register = collectionOf(task.register)?.register
    return (
      <Page
        {...house.frame(c, c.get('who'))} heading={t(`Gegevens van ${task.aboutName}`, `Data of ${task.aboutName}`)} failed={failed} narrow
        lead={<p><StatusBadge tone={tone}>{words}</StatusBadge>{task.asked.number !== null && <> {task.asked.number}</>}</p>}
        actions={isKeeper && register && <ButtonLink href={`/${scope.organisation.slug}/${register.path}/${task.entryId}#ophalen`}>{t('Naar de zaak', 'To the case')}</ButtonLink>}
      >
        <AskedSection task={task} today={dayOf(scope.now)} />
        {isAsked && (isOpen(task) || !isKeeper) && <DeliverySection {...shared} today={dayOf(scope.now)} typed={typed.answer ?? nothingTyped} />}
        {isKeeper && <CheckSection {...shared} faults={isAsked && isOpen(task) ? [] : shared.faults} typed={typed.check ?? {}} />}
      </Page>
    )
  }

  return app
}

function taskId(c: Visit): string {
  const id = c.req.param('task') ?? ''
  if (!isId(id)) throw new NotFound()
  return id
}

/** @throws NotFound for whoever is neither asked nor keeps the case, NotAllowed for the other's part */
async function standingOf(scope: Scope, id: string, wanted: Wanted): Promise<Standing> {
  const task = await readTask(scope, id, { lock: true })
  const isAsked = task.personId !== null && task.personId === personOf(scope.actor)
  const isKeeper = await keeps(scope, task)
  if (!isAsked && !isKeeper) throw new NotFound()
  if ((wanted === 'asked' && !isAsked) || (wanted === 'keeper' && !isKeeper)) throw new NotAllowed(wanted === 'asked' ? t('Dit antwoord geeft wie om de gegevens is gevraagd.', 'This is answered by whoever was asked for the data.') : t('Dit doet wie de zaak behandelt.', 'This is for whoever handles the case.'))
  return { task, isAsked, isKeeper }
}

async function keeps(scope: Scope, task: Task): Promise<boolean> {
  const tied = collectionOf(task.register)
  if (!tied) return false
  try {
    return mayKeep(scope, tied.register, tied.options, await loadEntry(scope, tied.register, task.entryId))
  } catch (error) {
    if (error instanceof NotFound) return false
    throw error
  }
}

/** @throws Invalid once it was answered or withdrawn */
export function mustBeOpen(task: Task): Task {
  if (!isOpen(task)) throw new Invalid([{ at: 'file', message: t('Dit is al beantwoord, of niet meer nodig.', 'This was answered already, or is no longer needed.') }])
  return task
}
