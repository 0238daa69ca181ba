// Case forms: every way in of every register of cases, at its own public address (`/openbaar/<slug>/datalek`): questions, files, looking it over, sending.
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { dropReceived, type FilePlace } from '../ground/files.ts'
import { type Fault, Invalid, Refused } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { Alert } from '../page-kit/alerts.tsx'
import { Link } from '../page-kit/buttons.tsx'
import { PublicPage } from '../page-kit/layout.tsx'
import { currentReader, forReader } from '../page-kit/reader.ts'
import { applyRowAction, isRowAction } from '../page-kit/row-actions.ts'
import type { House } from '../people/house.ts'
import { readSignedMoment, signedMoment } from '../case-kit/intake/doubts.ts'
import { formKeysOf, rememberForm } from '../case-kit/intake/form-cookie.ts'
import { addFile, filesOf, removeFile } from '../case-kit/intake/form-files.ts'
import { beginForm, findForm, type FormKey, type OpenForm, saveAnswers, type WayIn } from '../case-kit/intake/forms.ts'
import { startingAnswers } from '../case-kit/intake/identity.ts'
import { fieldsAsked, readAnswers } from '../case-kit/intake/questions.ts'
import type { WholeForm } from '../case-kit/intake/read-sent.ts'
import { sendForm } from '../case-kit/intake/send.ts'
import { readSentNote, sentNote } from '../case-kit/intake/sent-note.ts'
import type { CaseRegister } from '../case-kit/outside.ts'
import { statusPath, statusTokenOf } from '../case-kit/status-links/links.ts'
import type { AnyInput } from '../register-kit/entry.ts'
import { formState } from '../register-kit/form-state.ts'
import { rawFromForm } from '../register-kit/form-values.ts'
import { ClosedPage, DonePage, FilesPage, type FormView, QuestionsPage, ReviewPage } from './case-form-pages.tsx'
import { readSentForm, type SentForm } from './case-form-request.ts'
import { after, before, nameOf, type Step, stepNamed, stepsOf } from './case-form-steps.ts'
import { asSystem, type FormVisitor, formVisitor } from './case-form-visitor.ts'
import type { OutsideLimits } from './outside-limits.ts'
import { keptAMoment } from './kept-a-moment.ts'
import { outsideTurn, rushTurn } from './outside-turn.ts'
import { type Contact, ContactBlock, publicContact } from './public-frame.tsx'

type Status = 200 | 400 | 403

/** Stand in a page that is kept a moment where something of each visitor's own comes. */
const [openingMark, numberMark, tokenMark, noteMark] = ['moment-of-opening', 'number-of-message', 'token-of-link', 'note-of-sending']

export function caseFormRoutes(house: House, registers: readonly CaseRegister[], limits: OutsideLimits): Hono {
  const app = new Hono()
  for (const cases of registers) for (const intake of cases.intakes) formRoutes(app, house, limits, { cases, intake })
  return app
}

/** Requests of these forms that may bring files: free of the ordinary limit on bodies, since they have their own. */
export function isFormUpload(registers: readonly CaseRegister[]): (c: Context) => boolean {
  const paths = new Set(registers.flatMap(({ intakes }) => intakes.filter(({ files }) => files).map(({ path }) => path)))
  return (c) => {
    const path = /^\/openbaar\/[a-z][a-z0-9-]+\/([a-z/-]+)$/.exec(c.req.path)?.[1]
    return c.req.method === 'POST' && path !== undefined && paths.has(path)
  }
}

function formRoutes(app: Hono, house: House, limits: OutsideLimits, wayIn: WayIn): void {
  const { intake } = wayIn
  const steps = stepsOf(wayIn)
  const pattern = `/openbaar/:slug/${intake.path}`
  const baseOf = ({ organisation }: FormVisitor) => `/openbaar/${organisation.slug}/${intake.path}`

  const firstPages = keptAMoment<string>()
  const donePages = keptAMoment<string>()
  const contacts = keptAMoment<Contact>()

  app.get(pattern, async (c) => {
    const visitor = await visit(c)
    if (!visitor.isOpen) return closed(c, visitor, false)
    const isNobody = !visitor.isKnown && formKeysOf(c, house).length === 0
    // The page that everybody gets who hasn't begun is drawn once for a rush of them; only its signed moment is theirs.
    if (isNobody && /^(\?stap=[a-z0-9]{1,10})?$/.test(new URL(c.req.url).search)) {
      const { language, scheme, address } = currentReader()!
      const opening = signedMoment(visitor.organisation, house.clock())
      return c.html((await firstPages([language, scheme, address, visitor.organisation.id].join(' '), async () => (await firstPage(c, visitor, openingMark)).text())).replace(openingMark, opening))
    }
    return firstPage(c, visitor)
  })

  function firstPage(c: Context, visitor: FormVisitor, opening?: string): Promise<Response> {
    return asSystem(house, visitor.organisation, async (scope) => {
      const found = await findForm(scope, wayIn, formKeysOf(c, house))
      const form = found?.state === 'draft' ? found : undefined
      const wanted = stepNamed(steps, c.req.query('stap'))
      // Without anything filled in there is nothing to look over.
      const step = form || wanted.kind === 'all' ? wanted : steps.all[0]!
      const notice = c.req.query('verlopen') === '1' ? expired() : c.req.query('k') === '1' && !form ? noCookie() : undefined
      return showStep(c, scope, visitor, form, step, { raw: form?.raw ?? startingAnswers(wayIn.cases.register.fields, visitor.visit, visitor.colleague), faults: [], notice, ...(opening && !form ? { opening } : {}) })
    })
  }

  app.post(pattern, async (c) => {
    await limits.take(c, 'page')
    const visitor = await visit(c)
    const place: FilePlace = { database: house.database, organisation: visitor.organisation }
    const sent = await readSentForm(c, place, house.clock())
    const action = sent.entries.findLast(([name]) => name === '_action')?.[1] ?? 'stay'
    const step = stepNamed(steps, valueOf(sent, '_stap'))
    if (action === 'send' && step.kind === 'review' && visitor.isOpen) return send(c, visitor, { step, keys: formKeysOf(c, house) })
    const whole = action === 'send' && step.kind === 'all' && visitor.isOpen ? await wholeForm(c, visitor, sent) : undefined
    if (whole) {
      const answer = await send(c, visitor, { step, keys: [], whole }).catch((error: unknown) => {
        // Kept as a draft below, where it is said what is wrong.
        if (error instanceof Invalid) return undefined
        throw error
      })
      if (answer) return answer
    }
    const kept = await asSystem(house, visitor.organisation, (scope) => keep(c, scope, visitor, step, sent, action)).catch(async (error: unknown) => {
      for (const { id } of sent.files) await dropReceived(place, id)
      throw error
    })
    const { form, isNew, wasLost, faults } = kept
    if (isNew) rememberForm(c, house, form.key)
    const keys = [form.key]
    // Whoever may not come in (any more) loses nothing: what was typed waits for them in this browser.
    if (!visitor.isOpen) return closed(c, visitor, true)
    if (faults.length > 0) return asSystem(house, visitor.organisation, (scope) => showStep(c, scope, visitor, form, step, { raw: form.raw, faults }, 400))
    const to = (next: Step, more = '') => c.redirect(`${baseOf(visitor)}?stap=${nameOf(next)}${more}${isNew ? '&k=1' : ''}`, 303)
    if (wasLost) return to(steps.all[0]!, '&verlopen=1')
    switch (action) {
      case 'next': return asSystem(house, visitor.organisation, async (scope) => {
        const read = await readAnswers(scope, step.asked, form.raw)
        return read.faults.length > 0 ? showStep(c, scope, visitor, form, step, { raw: form.raw, faults: read.faults }, 400) : to(after(steps, step))
      })
      case 'send': return step.kind === 'all' ? send(c, visitor, { step, keys }) : to(step)
      case 'back': return to(before(steps, step) ?? steps.all[0]!)
      case 'all': return to({ kind: 'all', asked: steps.asked })
      case 'one': return to(steps.all[0]!)
      default: return to(step)
    }
  })

  app.get(`${pattern}/verstuurd`, async (c) => {
    const visitor = await visit(c)
    const { organisation: { slug } } = visitor
    const note = c.req.query('bericht') ?? ''
    const said = readSentNote(visitor.organisation, note, formKeysOf(c, house))
    const sent = said ? { ...said, note: `bericht=${note}` } : await asSystem(house, visitor.organisation, async (scope) => {
      const form = await findForm(scope, wayIn, formKeysOf(c, house))
      return form && form.state !== 'draft' ? { key: form.key, number: form.number ?? '', hasReceipt: false, note: '' } : undefined
    })
    if (!sent) return c.redirect(baseOf(visitor), 303)
    const draw = (number: string, token: string) => page(c, visitor, {
      heading: say(intake.words.heading),
      children: <DonePage
        intake={intake} number={number} publicUrl={house.config.publicUrl} path={statusPath(slug, token)} sentTo={sent.hasReceipt}
        isColleague={visitor.colleague !== undefined} home={visitor.colleague ? `/${slug}` : `/openbaar/${slug}`}
      />,
    })
    const token = statusTokenOf(sent.key.token)
    if (visitor.isKnown) return draw(sent.number, token)
    // As with the first page: drawn once for a rush, with each one's own number and link put in.
    const reader = currentReader()!
    const drawn = await donePages([reader.language, reader.scheme, visitor.organisation.id, sent.hasReceipt].join(' '), () =>
      forReader({ ...reader, address: `${c.req.path}?${noteMark}` }, async () => (await draw(numberMark, tokenMark)).text()))
    return c.html(drawn.replaceAll(numberMark, sent.number).replaceAll(tokenMark, token).replaceAll(noteMark, sent.note))
  })

  async function visit(c: Context): Promise<FormVisitor> {
    c.header('cache-control', 'no-store')
    return formVisitor(c, house, intake)
  }

  /** Puts what was sent with what the browser sent before; begins a form where there is none. */
  async function keep(c: Context, scope: Scope, visitor: FormVisitor, step: Step, sent: SentForm, action: string): Promise<{ form: OpenForm; isNew: boolean; wasLost: boolean; faults: readonly Fault[] }> {
    const entries = isRowAction(action) ? applyRowAction(sent.entries, action).flatMap(([name, value]) => typeof value === 'string' ? [[name, value] as const] : []) : sent.entries
    const raw = step.kind === 'review' ? {} : rawFromForm(fieldsAsked(step.asked), entries)
    const opened = readSignedMoment(scope.organisation, valueOf(sent, '_sinds') ?? '', scope.now)
    const marks = (valueOf(sent, 'website') ?? '') === '' ? {} : { isTrapped: true }
    const found = await findForm(scope, wayIn, formKeysOf(c, house), { lock: true })
    if (found?.state === 'draft') return { ...await keepFiles(scope, await saveAnswers(scope, found, raw, marks), sent, action), isNew: false, wasLost: false }
    if (!visitor.isKnown) await limits.take(c, 'form')
    const start = startingAnswers(wayIn.cases.register.fields, visitor.visit, visitor.colleague)
    const form = await beginForm(scope, wayIn, opened ?? scope.now, { raw: { ...start, ...raw }, marks: { ...marks, ...(opened ? {} : { isUnsigned: true }) } })
    return { ...await keepFiles(scope, form, sent, action), isNew: true, wasLost: valueOf(sent, '_bezig') === '1' }
  }

  async function keepFiles(scope: Scope, form: OpenForm, { files, faults }: SentForm, action: string): Promise<{ form: OpenForm; faults: readonly Fault[] }> {
    const removed = /^remove-file:(\d{1,4})$/.exec(action)?.[1]
    if (removed) await removeFile(scope, form.key.id, Number(removed))
    const all = [...faults]
    for (const file of files) {
      if (!intake.files) break
      try {
        await addFile(scope, form.key.id, file)
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        all.push({ at: 'file', message: error.message })
      }
    }
    return { form, faults: all }
  }

  /** What was filled in and sent on one page by somebody who hadn't begun: it needn't be a draft first. Undefined for all others. */
  async function wholeForm(c: Context, visitor: FormVisitor, sent: SentForm): Promise<WholeForm | undefined> {
    const opening = valueOf(sent, '_sinds') ?? ''
    const begunAt = readSignedMoment(visitor.organisation, opening, house.clock())
    if (!begunAt || sent.files.length > 0 || sent.faults.length > 0 || (valueOf(sent, 'website') ?? '') !== '' || valueOf(sent, '_bezig') === '1') return undefined
    if (formKeysOf(c, house).length > 0 && await asSystem(house, visitor.organisation, (scope) => findForm(scope, wayIn, formKeysOf(c, house))).then((form) => form?.state === 'draft')) return undefined
    if (!visitor.isKnown) await limits.take(c, 'form')
    const start = startingAnswers(wayIn.cases.register.fields, visitor.visit, visitor.colleague)
    return { raw: { ...start, ...rawFromForm(fieldsAsked(steps.asked), sent.entries) }, marks: {}, begunAt, opening }
  }

  /** From the page where everything was looked over, or from the one with all questions; there, what holds more than is needed is looked over first. @throws Invalid for a whole form with a fault */
  async function send(c: Context, visitor: FormVisitor, { step, keys, whole }: { readonly step: Step; readonly keys: readonly FormKey[]; readonly whole?: WholeForm }): Promise<Response | undefined> {
    const { organisation, visit: portal } = visitor
    const base = baseOf(visitor)
    try {
      const sent = await (whole ? rushTurn : outsideTurn)(() => sendForm(house, organisation, wayIn, { keys, isTrusted: visitor.isKnown, isDirect: step.kind === 'all', ...(portal ? { visit: portal } : {}), ...(whole ? { whole } : {}) }))
      if (sent.state === 'look') return whole ? undefined : c.redirect(`${base}?stap=nakijken`, 303)
      if (sent.state === 'gone') return c.redirect(`${base}?verlopen=1`, 303)
      if (whole) rememberForm(c, house, sent.form.key)
      return c.redirect(`${base}/verstuurd?bericht=${sentNote(organisation, sent)}`, 303)
    } catch (error) {
      if (!(error instanceof Invalid) || whole) throw error
      return asSystem(house, organisation, async (scope) => {
        const form = await findForm(scope, wayIn, keys)
        return showStep(c, scope, visitor, form, step, { raw: form?.raw ?? {}, faults: error.faults }, 400)
      })
    }
  }

  async function showStep(c: Context, scope: Scope, visitor: FormVisitor, form: OpenForm | undefined, step: Step, shown: { raw: AnyInput; faults: readonly Fault[]; notice?: Child; opening?: string }, status: Status = 200): Promise<Response> {
    const view: FormView = {
      base: baseOf(visitor), intake, steps, step, files: form ? await filesOf(scope, form.key.id) : [], faults: shown.faults, isBegun: form !== undefined, openedAt: shown.opening ?? signedMoment(scope.organisation, form?.begunAt ?? scope.now),
    }
    const failed = shown.faults.length > 0
    if (step.kind === 'review') {
      const read = await readAnswers(scope, steps.asked, shown.raw)
      const faults = failed ? shown.faults : read.faults
      return page(c, visitor, { heading: t('Klopt dit?', 'Is this right?'), failed, lead: <p>{say(intake.words.heading)}. {t('Kijk na wat u invulde, en verstuur het dan.', 'Look over what you filled in, and then send it.')}</p>, children: <>{shown.notice}<ReviewPage view={{ ...view, faults }} input={read.input} lookups={read.lookups} /></> }, status)
    }
    const questions = steps.all.filter(({ kind }) => kind !== 'review').length
    const place = step.kind === 'question' ? step.place : questions
    return page(c, visitor, {
      heading: say(intake.words.heading), failed,
      lead: (
        <>
          {(step.kind === 'all' || place === 1) && <p>{say(intake.words.lead)}</p>}
          {step.kind !== 'all' && <p class="wb-subtle">{t(`Vraag ${place} van ${questions}`, `Question ${place} of ${questions}`)}</p>}
        </>
      ),
      children: <>{shown.notice}{step.kind === 'files' ? <FilesPage view={view} /> : <QuestionsPage view={view} state={await formState(scope, fieldsAsked(step.asked), shown.raw, shown.faults)} />}</>,
    }, status)
  }

  async function closed(c: Context, visitor: FormVisitor, isKept: boolean): Promise<Response> {
    const { slug } = visitor.organisation
    return page(c, visitor, {
      heading: say(intake.words.heading),
      children: <ClosedPage intake={intake} slug={slug} base={baseOf(visitor)} isKept={isKept} others={<OtherDoor cases={wayIn.cases} slug={slug} />} />,
    }, 403)
  }

  async function page(c: Context, { organisation, colleague }: FormVisitor, shown: { heading: string; failed?: boolean; lead?: Child; children: Child }, status: Status = 200): Promise<Response> {
    const { heading, failed, lead, children } = shown
    const crumbs = colleague ? [{ words: t('Terug naar Waarborg', 'Back to Waarborg'), href: `/${organisation.slug}` }] : []
    const contact = await contacts(organisation.id, () => asSystem(house, organisation, publicContact))
    return c.html(<PublicPage heading={heading} organisation={organisation.name} failed={failed} lead={lead} footer={<ContactBlock contact={contact} />} crumbs={crumbs}>{children}</PublicPage>, status)
  }
}

/** Whoever finds a door shut isn't sent away: anybody can tell of a breach, and make a request (M-16). */
function OtherDoor({ cases, slug }: { cases: CaseRegister; slug: string }) {
  const open = cases.intakes.find(({ door }) => door === 'public')
  return open ? <p>{t('U kunt ook het formulier gebruiken dat voor iedereen is:', 'You can also use the form that is for everybody:')} <Link href={`/openbaar/${slug}/${open.path}`}>{say(open.words.heading)}</Link></p> : <></>
}

function expired(): Child {
  return <Alert tone="warning" heading={t('Uw formulier was verlopen', 'Your form had expired')}><p>{t('Wij bewaren een formulier een dag. Wat u daarvoor invulde, is gewist; wat u net typte, staat er nog. Vul de rest opnieuw in.', 'We keep a form for a day. What you filled in before is erased; what you typed just now is still there. Fill in the rest anew.')}</p></Alert>
}

function noCookie(): Child {
  return <Alert tone="warning" heading={t('Uw browser bewaart niets voor dit formulier', 'Your browser keeps nothing for this form')}><p>{t('Zet cookies voor deze site aan: één kleine cookie bewaart wat u invult, en volgt u niet. Lukt dat niet? Bel of mail ons dan.', 'Allow cookies for this site: one small cookie keeps what you fill in, and doesn’t follow you. Doesn’t that work? Then call or mail us.')}</p></Alert>
}

function valueOf({ entries }: SentForm, name: string): string | undefined {
  return entries.findLast(([key]) => key === name)?.[1]
}
