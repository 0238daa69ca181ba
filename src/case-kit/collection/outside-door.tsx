// Outside door: a private link by which a processor or participant without an account reads what is asked of it, and delivers; nothing else of the case stands behind it.
import { type Context, Hono } from 'hono'
import { dayOf } from '../../ground/clock.ts'
import { mostFileBytes } from '../../ground/files.ts'
import { limitRate } from '../../ground/http-guards.ts'
import { type Fault, Invalid, NotFound } from '../../ground/refusals.ts'
import { inScope, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { PublicPage } from '../../page-kit/layout.tsx'
import type { House } from '../../people/house.ts'
import { findOrganisation } from '../../people/organisations.ts'
import { answerTask, type AnswerForm } from './answering.ts'
import { AskedSection, DeliverySection, nothingTyped } from './delivery.tsx'
import { idInSecret, isProved } from './private-address.ts'
import { addTaskFile, dropTaskFile, readTaskFile, readTaskFiles } from './task-files.ts'
import { mustBeOpen } from './task-routes.tsx'
import { actOnTask, readTask, type Task } from './tasks.ts'
import { sentFile, takeFile } from './upload-file.ts'

/** Asked from one address in a minute: more than people do, less than guessing needs. */
const perMinute = 120
/** So long after the day an answered question is still there to read; then the link leads nowhere. */
const shownDays = 90

/** `/openbaar/:slug/ophalen/:secret`; before the pages of an organisation. */
export function collectionDoor(house: House, maxUploadBytes: number): Hono {
  const app = new Hono()
  const root = '/openbaar/:slug/ophalen/:secret'
  app.use(`${root}/*`, limitRate({ trustedProxies: house.config.trustedProxies, sessionOf: () => undefined, perAddress: perMinute }))

  async function on<T>(c: Context, work: (scope: Scope, task: Task) => Promise<T>): Promise<T> {
    const found = await findOrganisation(house.database, house.master, c.req.param('slug') ?? '')
    const secret = c.req.param('secret') ?? ''
    const id = idInSecret(secret)
    if (!found || id === undefined) throw gone()
    return inScope(house.database, { organisation: found.organisation, actor: { kind: 'public' }, now: house.clock() }, async (scope) => {
      const task = await asked(scope, id, secret)
      return work(scope, task)
    })
  }
  const place = async (c: Context) => ({ database: house.database, organisation: (await findOrganisation(house.database, house.master, c.req.param('slug') ?? ''))!.organisation })
  const back = (c: Context) => c.redirect(`/openbaar/${c.req.param('slug')}/ophalen/${c.req.param('secret')}`, 303)
  const show = (c: Context, typed: { answer?: AnswerForm; faults?: readonly Fault[] } = {}, status: 200 | 400 | 409 | 413 = 200) => on(c, async (scope, task) => {
    c.header('cache-control', 'no-store')
    c.header('referrer-policy', 'no-referrer')
    return c.html(await page(scope, task, c.req.param('secret')!, typed, status !== 200), status)
  })
  const change = async (c: Context, answer: AnswerForm | undefined, work: (scope: Scope, task: Task) => Promise<void>) => {
    try {
      await on(c, work)
      return back(c)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return show(c, { answer, faults: error.faults }, 400)
    }
  }

  app.get(root, (c) => show(c))
  app.post(`${root}/opgepakt`, (c) => change(c, undefined, (scope, task) => actOnTask(scope, task, 'accept')))
  app.post(`${root}/bestanden`, async (c) => {
    await on(c, async () => undefined)
    const end = await takeFile(c.req.raw, await place(c), house.clock(), maxUploadBytes, (file) => on(c, (scope, task) => addTaskFile(scope, mustBeOpen(task).id, file)))
    return end.isTaken ? back(c) : show(c, { faults: end.faults }, end.status)
  })
  // What was sent can be looked at by whoever sent it while the question is open; not any more when somebody else may have taken over the mailbox.
  app.get(`${root}/bestanden/:file`, (c) => on(c, async (scope, task) => sentFile(await place(c), await readTaskFile(scope, mustBeOpen(task).id, c.req.param('file')!))))
  app.post(`${root}/bestanden/:file/weg`, (c) => change(c, undefined, async (scope, task) => dropTaskFile(scope, await readTaskFile(scope, mustBeOpen(task).id, c.req.param('file')!))))
  app.post(`${root}/antwoord`, async (c) => {
    const form = await c.req.formData().catch(() => new FormData())
    const one = (name: string) => { const value = form.get(name); return typeof value === 'string' ? value : '' }
    const answer = { outcome: one('outcome'), note: one('note'), data: one('data') }
    return change(c, answer, async (scope, task) => { await answerTask(scope, task.id, answer) })
  })

  async function page(scope: Scope, task: Task, secret: string, typed: { answer?: AnswerForm; faults?: readonly Fault[] }, failed: boolean) {
    const { name, slug } = scope.organisation
    const files = task.state === 'asked' || task.state === 'accepted' ? await readTaskFiles(scope, [task.id]) : []
    const isOver = task.state !== 'asked' && task.state !== 'accepted'
    const shared = { task, files, base: `/openbaar/${slug}/ophalen/${secret}`, today: dayOf(scope.now), maxBytes: Math.min(maxUploadBytes, mostFileBytes), faults: typed.faults ?? [], typed: typed.answer ?? nothingTyped }
    return (
      <PublicPage heading={t(`${name} vraagt gegevens`, `${name} asks for data`)} organisation={name} failed={failed} lead={<p>{t(`Aan: ${task.aboutName}.`, `To: ${task.aboutName}.`)} {task.asked.number !== null && t(`Kenmerk: ${task.asked.number}.`, `Reference: ${task.asked.number}.`)}</p>}>
        {!isOver && <AskedSection task={task} today={shared.today} />}
        <DeliverySection {...shared} />
      </PublicPage>
    )
  }

  return app
}

/** @throws NotFound, in the same words whatever is wrong */
async function asked(scope: Scope, id: string, secret: string): Promise<Task> {
  const task = await readTask(scope, id, { lock: true }).catch((error: unknown) => {
    throw error instanceof NotFound ? gone() : error
  })
  if (task.personId !== null || !isProved(scope.organisation, 'collection', secret, task.linkVersion)) throw gone()
  if (task.answeredAt !== null && scope.now.getTime() - task.answeredAt.getTime() > shownDays * 86_400_000) throw gone()
  return task
}

const gone = () => new NotFound(t('Deze link werkt niet (meer). Vraag om een nieuwe bij wie u het bericht stuurde.', 'This link doesn’t work (any more). Ask for a new one from whoever sent you the message.'))

