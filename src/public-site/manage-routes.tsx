// Manage routes: where officers see how their public site stands, choose what is public, preview and compare, publish, and take back.
import { type Context, Hono } from 'hono'
import { recordAccess } from '../access-record/record.ts'
import { isId } from '../ground/ids.ts'
import { Conflict, type Fault, Invalid, NotFound } from '../ground/refusals.ts'
import { hasRole } from '../ground/scope.ts'
import { currentLanguage, t } from '../ground/words.ts'
import { type PageProps, Page } from '../page-kit/layout.tsx'
import type { House } from '../people/house.ts'
import { onlyFor, type PeopleEnv, scopeOf } from '../people/with-scope.ts'
import { rawFromInput } from '../register-kit/form-state.ts'
import { rawFromForm } from '../register-kit/form-values.ts'
import { readHistory } from '../register-kit/history.ts'
import { parseInput } from '../register-kit/parse.ts'
import { overseers } from '../register-kit/visibility.ts'
import { TextComparison } from '../register-kit/web/text-comparison.tsx'
import { AskingSnippets } from './manage-asking.tsx'
import { ManagePage } from './manage-page.tsx'
import { TakeBackForm, VersionShown } from './manage-parts.tsx'
import { wholeText } from './pieces.ts'
import { forgetSite } from './site-frame.ts'
import { changeSite, readSite, siteFields, siteKey, type SiteSettings, undoSite } from './site-settings.ts'
import { draftOf } from './statement-draft.ts'
import { gather } from './statement-source.ts'
import { currentStatement, noticesOf, publishStatement, statementOf, statementVersions, takeBack } from './statements.ts'

type Visit = Context<PeopleEnv>
const noLookups = { terms: new Map(), references: { department: new Map(), governing_body: new Map(), person: new Map(), participant: new Map() } }

/** `/:slug/openbare-site`; `withScope` has run before. */
export function manageSiteRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const base = (c: Visit) => `/${c.get('who').organisation.slug}/openbare-site`
  app.use('*', async (c, next) => {
    onlyFor(c.get('who'), t('wie toezicht houdt op privacy', 'those who watch over privacy'), ...overseers)
    if (c.req.method !== 'GET') onlyFor(c.get('who'), t('de privacy officer of de beheerder', 'the privacy officer or the administrator'), 'privacy_officer', 'administrator')
    await next()
  })

  app.get('/', (c) => overview(c))
  app.post('/', async (c) => {
    const sent = await entriesOf(c)
    const raw = rawFromForm(siteFields, sent)
    const revision = Number(sent.findLast(([name]) => name === 'revision')?.[1])
    return attempt(c, { raw }, async () => {
      const { input, faults } = parseInput(siteFields, raw, noLookups)
      if (faults.length > 0) throw new Invalid(faults)
      await scopeOf(c, house, (scope) => changeSite(scope, input as SiteSettings, revision))
      forgetSite(c.get('who').organisation.slug)
      return 'opgeslagen'
    })
  })
  app.post('/ongedaan', (c) => attempt(c, {}, async () => {
    await scopeOf(c, house, undoSite)
    forgetSite(c.get('who').organisation.slug)
    return 'ongedaan'
  }))
  app.post('/publiceren', async (c) => {
    const sent = await entriesOf(c)
    const note = noteOf(sent)
    return attempt(c, { note: note ?? '' }, async () => {
      await scopeOf(c, house, (scope) => publishStatement(scope, note))
      return 'gepubliceerd'
    })
  })

  app.get('/terugnemen/:version', (c) => takeBackPage(c, []))
  app.post('/terugnemen/:version', async (c) => {
    const note = noteOf(await entriesOf(c))
    try {
      await scopeOf(c, house, (scope) => takeBack(scope, versionOf(c), note))
    } catch (error) {
      if (error instanceof Invalid) return takeBackPage(c, error.faults, 400)
      throw error
    }
    return c.redirect(`${base(c)}?gedaan=teruggenomen`, 303)
  })

  app.get('/voorbeeld', (c) => scopeOf(c, house, async (scope) => {
    const draft = draftOf(await gather(scope))
    return page(c, t('Voorbeeld van de privacyverklaring', 'Preview of the privacy statement'), <VersionShown content={draft.content} notices={draft.notices} language={currentLanguage()} />, t('Zo zou zij er nu uitzien. Er is nog niets gepubliceerd.', 'This is what it would look like now. Nothing has been published yet.'))
  }))
  app.get('/verschil', (c) => scopeOf(c, house, async (scope) => {
    const out = await currentStatement(scope)
    const draft = draftOf(await gather(scope))
    const language = currentLanguage()
    const before = out ? wholeText(out.content[language].pieces, (await noticesOf(scope, out.version, { isForPublic: false })).map(({ content }) => ({ ...content, pieces: content[language].pieces }))) : ''
    const now = wholeText(draft.content[language].pieces, draft.notices.map(({ content }) => ({ ...content, pieces: content[language].pieces })))
    return page(c, t('Wat er verandert als u publiceert', 'What changes when you publish'), <TextComparison left={before} right={now} level={2} />, out ? t(`Vergeleken met versie ${out.version}, die nu op de site staat.`, `Compared with version ${out.version}, which is on the site now.`) : t('Er staat nog niets op de site.', 'Nothing is on the site yet.'))
  }))
  app.get('/versies/:version', (c) => scopeOf(c, house, async (scope) => {
    const found = await statementOf(scope, versionOf(c))
    if (!found) throw new NotFound()
    return page(c, t(`Privacyverklaring, versie ${found.version}`, `Privacy statement, version ${found.version}`), <VersionShown content={found.content} notices={await noticesOf(scope, found.version, { isForPublic: false })} language={currentLanguage()} />,
      found.takenBackAt ? t('Deze versie is teruggenomen en staat niet meer op de site.', 'This version was taken back and is no longer on the site.') : undefined)
  }))
  app.get('/uitleg', (c) => scopeOf(c, house, async (scope) => {
    const out = await currentStatement(scope)
    const wanted = c.req.query('verwerking') ?? ''
    const notices = out ? await noticesOf(scope, out.version, { isForPublic: true }) : []
    const chosen = isId(wanted) ? notices.find(({ entryId }) => entryId === wanted) : undefined
    return page(c, t('Uitleg bij het vragen van gegevens', 'Explanation when data are asked for'),
      <AskingSnippets notices={notices} chosen={chosen} here={`${base(c)}/uitleg`} address={(id) => `${house.config.publicUrl}/openbaar/${scope.organisation.slug}/uitleg/${id}`} />,
      t('Vraagt u ergens gegevens, op papier of op een website? Zet deze uitleg erbij (art. 13 AVG). De link blijft kloppen, ook na een nieuwe versie.', 'Do you ask for data somewhere, on paper or on a website? Put this explanation beside it (art. 13 GDPR). The link stays right, also after a new version.'))
  }))

  async function attempt(c: Visit, form: Form, act: () => Promise<string>): Promise<Response> {
    try {
      return c.redirect(`${base(c)}?gedaan=${await act()}`, 303)
    } catch (error) {
      if (error instanceof Invalid) return overview(c, { ...form, faults: error.faults }, 400)
      if (error instanceof Conflict) return overview(c, { ...form, faults: [{ at: '', message: t('Iemand anders was u voor. Kijk wat er nu staat en probeer het opnieuw.', 'Somebody else was before you. Look at what stands here now and try again.') }] }, 409)
      throw error
    }
  }

  function overview(c: Visit, form: Form = {}, status: 200 | 400 | 409 = 200) {
    return scopeOf(c, house, async (scope) => {
      const inForce = await readSite(scope)
      const draft = draftOf(await gather(scope))
      const [out, versions, events] = [await currentStatement(scope), await statementVersions(scope), await readHistory(scope, siteKey, scope.organisation.id, { limit: 50 })]
      await recordAccess(scope, { name: 'Openbare site bekeken', subjects: [...new Set(events.flatMap(({ personId }) => personId ?? []))].map((id) => ({ type: 'person', id })) })
      const mayChange = hasRole(scope.actor, 'privacy_officer', 'administrator')
      return page(c, t('Openbare site', 'Public site'), (
        <ManagePage
          slug={scope.organisation.slug} base={base(c)} mayChange={mayChange} revision={inForce.revision} raw={form.raw ?? rawFromInput(siteFields, inForce.settings)} faults={form.faults ?? []} note={form.note ?? ''}
          draft={draft} out={out} versions={versions} events={events} publicUrl={house.config.publicUrl}
        />
      ), t('Wat inwoners over u lezen: u kiest wat openbaar is, en publiceert de privacyverklaring.', 'What citizens read about you: you choose what is public, and publish the privacy statement.'), { failed: (form.faults ?? []).length > 0, flash: flashOf(c.req.query('gedaan')) }, status)
    })
  }

  function takeBackPage(c: Visit, faults: readonly Fault[], status: 200 | 400 = 200) {
    return scopeOf(c, house, async (scope) => {
      const found = await statementOf(scope, versionOf(c))
      if (!found || found.takenBackAt) throw new NotFound()
      const before = (await statementVersions(scope)).find(({ version, takenBackAt }) => version < found.version && takenBackAt === null)
      return page(c, t(`Versie ${found.version} terugnemen`, `Take back version ${found.version}`), <TakeBackForm action={`${base(c)}/terugnemen/${found.version}`} cancel={base(c)} faults={faults} before={before?.version} />, undefined, { failed: faults.length > 0, narrow: true }, status)
    })
  }

  function page(c: Visit, heading: string, content: PageProps['children'], lead?: string, more: Partial<Pick<PageProps, 'failed' | 'flash' | 'narrow'>> = {}, status: 200 | 400 | 409 = 200) {
    const isOverview = c.req.path === base(c)
    return c.html(<Page {...house.frame(c, c.get('who'))} {...more} heading={heading} crumbs={isOverview ? [] : [{ words: t('Openbare site', 'Public site'), href: base(c) }]} lead={lead && <p>{lead}</p>}>{content}</Page>, status)
  }

  return app
}

type Form = { readonly raw?: Readonly<Record<string, unknown>>; readonly note?: string; readonly faults?: readonly Fault[] }

async function entriesOf(c: Visit): Promise<(readonly [string, string])[]> {
  return [...await c.req.formData().catch(() => new FormData())].flatMap(([name, value]) => typeof value === 'string' ? [[name, value] as const] : [])
}

function noteOf(sent: readonly (readonly [string, string])[]): string | null {
  const note = sent.findLast(([name]) => name === 'note')?.[1].trim() ?? ''
  if (note.length > 2000) throw new Invalid([{ at: 'note', message: t('Dit is te lang: hooguit 2.000 tekens.', 'This is too long: 2,000 signs at most.') }])
  return note === '' ? null : note
}

function versionOf(c: Visit): number {
  const wanted = c.req.param('version') ?? ''
  if (!/^\d{1,6}$/.test(wanted)) throw new NotFound()
  return Number(wanted)
}

function flashOf(done: string | undefined): PageProps['flash'] {
  const words = {
    opgeslagen: t('Opgeslagen.', 'Saved.'), ongedaan: t('De laatste wijziging is ongedaan gemaakt.', 'The last change has been undone.'), gepubliceerd: t('De privacyverklaring is gepubliceerd.', 'The privacy statement has been published.'),
    teruggenomen: t('De versie is teruggenomen.', 'The version has been taken back.'),
  }[done ?? '']
  return words === undefined ? undefined : { tone: 'ok', words }
}
