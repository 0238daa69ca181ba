// Package door: a private link and a code that was told apart from it open the answer package for its person, a few times and until a day.
import { createHash, timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { sayDay } from '../../ground/clock.ts'
import { callerAddress, limitRate } from '../../ground/http-guards.ts'
import { type Fault, NotFound } from '../../ground/refusals.ts'
import { inScope, type Organisation, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { ErrorSummary, Form, SubmitBar } from '../../page-kit/form.tsx'
import { TextInput } from '../../page-kit/inputs.tsx'
import { PublicPage } from '../../page-kit/layout.tsx'
import { beginAttempt, endAttempt, watchAddress } from '../../people/attempts.ts'
import type { House } from '../../people/house.ts'
import { findOrganisation } from '../../people/organisations.ts'
import { plainCode } from '../../people/tokens.ts'
import { saySize } from '../../register-kit/collaboration/attachments-part.tsx'
import { idInSecret, isProved } from '../collection/private-address.ts'
import { sentFile } from '../collection/upload-file.ts'
import { answerHeading } from '../log-answers/answer-words.ts'
import { AnswerView } from '../log-answers/answer-view.tsx'
import { type AnswerPackage, countDownload, gone, isFetchable, isLogReadable, readPackage, readPackedLog } from './packages.ts'

const perMinute = 30

/** `/openbaar/:slug/pakket/:secret`; before the pages of an organisation. */
export function packageDoor(house: House): Hono {
  const app = new Hono()
  const root = '/openbaar/:slug/pakket/:secret'
  for (const path of [root, `${root}/logboek`]) app.use(path, limitRate({ trustedProxies: house.config.trustedProxies, sessionOf: () => undefined, perAddress: perMinute }))

  async function on<T>(c: Context, isOpen: typeof isFetchable, work: (scope: Scope, found: AnswerPackage) => Promise<T>): Promise<T> {
    const found = await findOrganisation(house.database, house.master, c.req.param('slug') ?? '')
    const secret = c.req.param('secret') ?? ''
    const id = idInSecret(secret)
    if (!found || id === undefined || !isProved(found.organisation, 'package', secret)) throw gone()
    return inScope(house.database, { organisation: found.organisation, actor: { kind: 'public' }, now: house.clock() }, async (scope) => {
      const one = await readPackage(scope, id).catch((error: unknown) => { throw error instanceof NotFound ? gone() : error })
      if (!isOpen(one, scope.now)) throw gone()
      return work(scope, one)
    })
  }

  const privately = (c: Context) => {
    c.header('cache-control', 'no-store')
    c.header('referrer-policy', 'no-referrer')
  }
  const show = (c: Context, isOpen: typeof isFetchable, faults: readonly Fault[] = []) => on(c, isOpen, async (scope, one) => {
    privately(c)
    return c.html(<CodePage organisation={scope.organisation.name} one={one} isLog={isOpen === isLogReadable} action={c.req.path} faults={faults} />, faults.length > 0 ? 400 : 200)
  })
  const opened = async (c: Context, isOpen: typeof isFetchable): Promise<{ id: string; organisation: Organisation } | undefined> => {
    const typed = (await c.req.formData().catch(() => new FormData())).get('code')
    const { id, code, organisation } = await on(c, isOpen, async (scope, one) => ({ id: one.id, code: one.code ?? '', organisation: scope.organisation }))
    // Counted before the code is looked at, and outside any transaction: guesses side by side are all counted.
    const watches = [{ key: `package:${id}`, free: 4 }, watchAddress(callerAddress(c, house.config.trustedProxies))]
    await beginAttempt(house.database, house.clock(), watches)
    if (typeof typed !== 'string' || !isSame(plainCode(typed), plainCode(code))) return undefined
    await endAttempt(house.database, watches)
    return { id, organisation }
  }
  const wrong = (): Fault[] => [{ at: 'code', message: t('Deze code klopt niet. Kijk goed naar de letters en cijfers.', 'This code isn’t right. Look closely at the letters and digits.') }]

  app.get(root, (c) => show(c, isFetchable))
  app.post(root, async (c) => {
    const found = await opened(c, isFetchable)
    if (!found) return show(c, isFetchable, wrong())
    const file = await on(c, isFetchable, (scope) => countDownload(scope, found.id))
    return sentFile({ database: house.database, organisation: found.organisation }, { ...file, name: t('gegevens.zip', 'data.zip'), contentType: 'application/zip' })
  })

  // The same code opens the answer from the access log as a page: for who can't open a zip file, or reads by screen reader.
  app.get(`${root}/logboek`, (c) => show(c, isLogReadable))
  app.post(`${root}/logboek`, async (c) => {
    const found = await opened(c, isLogReadable)
    if (!found) return show(c, isLogReadable, wrong())
    return on(c, isLogReadable, async (scope) => {
      privately(c)
      return c.html(<PublicPage heading={answerHeading()} organisation={scope.organisation.name}><AnswerView answer={await readPackedLog(scope, found.id)} /></PublicPage>)
    })
  })
  return app
}

function CodePage({ organisation, one, isLog, action, faults }: { organisation: string; one: AnswerPackage; isLog: boolean; action: string; faults: readonly Fault[] }) {
  const left = one.mostDownloads - one.downloads
  return (
    <PublicPage
      heading={isLog ? answerHeading() : one.toName === null ? t('Uw gegevens ophalen', 'Fetch your data') : t('Gegevens ophalen', 'Fetch data')} organisation={organisation} failed={faults.length > 0}
      lead={<p>{isLog ? t('Vul de code in die u apart hebt gekregen.', 'Fill in the code that you were given separately.') : t('Vul de code in die u apart hebt gekregen. Daarna krijgt u een zipbestand met de gegevens.', 'Fill in the code that you were given separately. Then you get a zip file with the data.')}</p>}
    >
      <ErrorSummary faults={faults} />
      <Form action={action}>
        <TextInput name="code" label={t('Code', 'Code')} hint={t('Acht letters en cijfers, bijvoorbeeld ab2d-ef4g.', 'Eight letters and digits, for instance ab2d-ef4g.')} autocomplete="one-time-code" maxlength={20} width="short" error={faults.find(({ at }) => at === 'code')?.message} />
        <SubmitBar primary={isLog ? t('Lezen', 'Read') : t('Ophalen', 'Fetch')} />
      </Form>
      {!isLog && <p class="wb-subtle">{t(`Het bestand is ${saySize(one.size ?? 0)}. Ophalen kan tot ${sayDay(one.endsAt)}, nog ${left} keer.`, `The file is ${saySize(one.size ?? 0)}. It can be fetched until ${sayDay(one.endsAt)}, ${left} more ${left === 1 ? 'time' : 'times'}.`)}</p>}
    </PublicPage>
  )
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return other !== '' && timingSafeEqual(digest(one), digest(other))
}
