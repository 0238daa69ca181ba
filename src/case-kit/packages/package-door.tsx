// Package door: a private link and a code that was told apart from it open the answer package for its person, a few times and until a day.
import { createHash, timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { sayDay } from '../../ground/clock.ts'
import { callerAddress, limitRate } from '../../ground/http-guards.ts'
import { type Fault, NotFound } from '../../ground/refusals.ts'
import { inScope, type Scope } from '../../ground/scope.ts'
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
import { type AnswerPackage, countDownload, gone, isFetchable, readPackage } from './packages.ts'

const perMinute = 30

/** `/openbaar/:slug/pakket/:secret`; before the pages of an organisation. */
export function packageDoor(house: House): Hono {
  const app = new Hono()
  const root = '/openbaar/:slug/pakket/:secret'
  app.use(root, limitRate({ trustedProxies: house.config.trustedProxies, sessionOf: () => undefined, perAddress: perMinute }))

  async function on<T>(c: Context, work: (scope: Scope, found: AnswerPackage) => Promise<T>): Promise<T> {
    const found = await findOrganisation(house.database, house.master, c.req.param('slug') ?? '')
    const secret = c.req.param('secret') ?? ''
    const id = idInSecret(secret)
    if (!found || id === undefined || !isProved(found.organisation, 'package', secret)) throw gone()
    return inScope(house.database, { organisation: found.organisation, actor: { kind: 'public' }, now: house.clock() }, async (scope) => {
      const one = await readPackage(scope, id).catch((error: unknown) => { throw error instanceof NotFound ? gone() : error })
      if (!isFetchable(one, scope.now)) throw gone()
      return work(scope, one)
    })
  }

  const show = (c: Context, faults: readonly Fault[] = []) => on(c, async (scope, one) => {
    c.header('cache-control', 'no-store')
    c.header('referrer-policy', 'no-referrer')
    return c.html(<CodePage organisation={scope.organisation.name} one={one} action={`/openbaar/${scope.organisation.slug}/pakket/${c.req.param('secret')}`} faults={faults} />, faults.length > 0 ? 400 : 200)
  })

  app.get(root, (c) => show(c))
  app.post(root, async (c) => {
    const typed = (await c.req.formData().catch(() => new FormData())).get('code')
    const { id, code, organisation } = await on(c, async (scope, one) => ({ id: one.id, code: one.code ?? '', organisation: scope.organisation }))
    // Counted before the code is looked at, and outside any transaction: guesses side by side are all counted.
    const watches = [{ key: `package:${id}`, free: 4 }, watchAddress(callerAddress(c, house.config.trustedProxies))]
    await beginAttempt(house.database, house.clock(), watches)
    if (typeof typed !== 'string' || !isSame(plainCode(typed), plainCode(code))) return show(c, [{ at: 'code', message: t('Deze code klopt niet. Kijk goed naar de letters en cijfers.', 'This code isn’t right. Look closely at the letters and digits.') }])
    await endAttempt(house.database, watches)
    const file = await on(c, (scope) => countDownload(scope, id))
    return sentFile({ database: house.database, organisation }, { ...file, name: t('gegevens.zip', 'data.zip'), contentType: 'application/zip' })
  })
  return app
}

function CodePage({ organisation, one, action, faults }: { organisation: string; one: AnswerPackage; action: string; faults: readonly Fault[] }) {
  const left = one.mostDownloads - one.downloads
  return (
    <PublicPage
      heading={one.toName === null ? t('Uw gegevens ophalen', 'Fetch your data') : t('Gegevens ophalen', 'Fetch data')} organisation={organisation} failed={faults.length > 0}
      lead={<p>{t('Vul de code in die u apart hebt gekregen. Daarna krijgt u een zipbestand met de gegevens.', 'Fill in the code that you were given separately. Then you get a zip file with the data.')}</p>}
    >
      <ErrorSummary faults={faults} />
      <Form action={action}>
        <TextInput name="code" label={t('Code', 'Code')} hint={t('Acht letters en cijfers, bijvoorbeeld ab2d-ef4g.', 'Eight letters and digits, for instance ab2d-ef4g.')} autocomplete="one-time-code" maxlength={20} width="short" error={faults.find(({ at }) => at === 'code')?.message} />
        <SubmitBar primary={t('Ophalen', 'Fetch')} />
      </Form>
      <p class="wb-subtle">{t(`Het bestand is ${saySize(one.size ?? 0)}. Ophalen kan tot ${sayDay(one.endsAt)}, nog ${left} keer.`, `The file is ${saySize(one.size ?? 0)}. It can be fetched until ${sayDay(one.endsAt)}, ${left} more ${left === 1 ? 'time' : 'times'}.`)}</p>
    </PublicPage>
  )
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return other !== '' && timingSafeEqual(digest(one), digest(other))
}
