// Statement routes: where citizens read the privacy statement, its older versions, what changed, and the notice to which a form links.
import { type Context, Hono } from 'hono'
import { Temporal } from 'temporal-polyfill'
import { dayOf, sayDay } from '../ground/clock.ts'
import { isId } from '../ground/ids.ts'
import { NotFound } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { currentLanguage, t } from '../ground/words.ts'
import { PublicPage } from '../page-kit/layout.tsx'
import { readTypedDate } from '../page-kit/typed-dates.ts'
import type { House } from '../people/house.ts'
import { TextComparison } from '../register-kit/web/text-comparison.tsx'
import { wholeText } from './pieces.ts'
import { ContactBlock, publicScope } from './public-frame.tsx'
import { mustBeOpen } from './site-frame.ts'
import { AskingPage, FullStatementPage, NoStatementPage, NoticePage, type StatementShown, StatementPage } from './statement-pages.tsx'
import { statementPdf } from './statement-pdf.ts'
import { siteFacts } from './statement-source.ts'
import { currentStatement, noticesOf, type PublishedNotice, type Statement, statementOf, statementOn, type StatementVersion, statementVersions } from './statements.ts'

export function statementRoutes(house: House): Hono {
  const app = new Hono()
  const at = '/openbaar/:slug/privacyverklaring'

  const show = (c: Context, page: (shown: StatementShown) => Response | Promise<Response>, options: { entryId?: string | undefined; withNotices?: boolean } = {}) => publicScope(house, c, async (scope) => {
    await mustBeOpen(scope)
    const versions = await open(scope)
    const statement = await wanted(c, scope, versions)
    cached(c)
    if (!statement) return c.html(<NoStatementPage site={await siteFacts(scope)} />)
    const notices = options.withNotices === false ? [] : await noticesOf(scope, statement.version, { isForPublic: true, ...(options.entryId ? { entryId: options.entryId } : {}) })
    return page({ site: await siteFacts(scope), statement, notices, versions, publicUrl: house.config.publicUrl })
  })
  const ofOne = (c: Context, page: (shown: StatementShown & { notice: PublishedNotice }) => Response | Promise<Response>) => {
    const entryId = c.req.param('id') ?? ''
    if (!isId(entryId)) throw gone()
    return show(c, (shown) => {
      const [notice] = shown.notices
      if (!notice) throw gone()
      return page({ ...shown, notice })
    }, { entryId })
  }

  for (const from of [at, `${at}/versies/:version`]) {
    app.get(from, (c) => show(c, (shown) => c.html(<StatementPage {...shown} />)))
    app.get(`${from}/volledig`, (c) => show(c, (shown) => c.html(<FullStatementPage {...shown} />)))
    app.get(`${from}/verwerkingen/:id`, (c) => ofOne(c, (shown) => c.html(<NoticePage {...shown} />)))
  }
  app.get('/openbaar/:slug/uitleg/:id', (c) => ofOne(c, (shown) => c.html(<AskingPage {...shown} />)))

  app.get(`${at}/versies/:version/pdf`, async (c) => {
    let found: StatementShown | undefined
    const answer = await show(c, (shown) => { found = shown; return c.body(null) })
    if (!found) return answer
    // Outside the transaction: setting takes a while.
    const pdf = await statementPdf(c.req.param('slug'), found.statement, found.notices, house.clock())
    return c.body(Buffer.from(pdf), 200, { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="privacyverklaring-versie-${found.statement.version}.pdf"`, 'cache-control': 'public, max-age=60', 'vary': 'cookie' })
  })

  app.get(`${at}/vergelijken`, (c) => publicScope(house, c, async (scope) => {
    await mustBeOpen(scope)
    const versions = await open(scope)
    const right = versions.find(({ version }) => String(version) === c.req.query('naar')) ?? versions[0]
    const left = versions.find(({ version }) => String(version) === c.req.query('van')) ?? versions.find(({ version }) => right && version < right.version) ?? right
    if (!left || !right) throw gone()
    const site = await siteFacts(scope)
    const [one, other] = [await textOf(scope, left.version), await textOf(scope, right.version)]
    cached(c)
    return c.html(
      <PublicPage
        heading={t(`Wat veranderde: versie ${left.version} en ${right.version}`, `What changed: version ${left.version} and ${right.version}`)} organisation={site.name} footer={<ContactBlock contact={site.contact} />}
        crumbs={[{ words: t('Privacyverklaring', 'Privacy statement'), href: `${site.base}/privacyverklaring` }]} lead={right.changeNote ? <p lang="nl">{right.changeNote}</p> : undefined}
      >
        <TextComparison left={one} right={other} level={2} />
      </PublicPage>)
  }))

  app.get(`${at}/op-dag`, (c) => publicScope(house, c, async (scope) => {
    await mustBeOpen(scope)
    const typed = c.req.query('dag') ?? ''
    const day = readTypedDate(typed)
    const versions = await open(scope)
    const found = day && isDay(day) && day <= dayOf(scope.now) ? await statementOn(scope, day) : undefined
    // What was taken back isn't shown any more, also not by its day.
    if (found && versions.some(({ version }) => version === found.version)) return c.redirect(`/openbaar/${scope.organisation.slug}/privacyverklaring/versies/${found.version}`, 303)
    throw new NotFound(!day || !isDay(day) ? t('Vul een bestaande dag in, bijvoorbeeld 22-11-2026.', 'Fill in a day that exists, for example 22-11-2026.')
      : found ? t('De versie van die dag is teruggenomen en staat niet meer op deze site. Vraag er gerust naar.', 'The version of that day was taken back and is no longer on this site. Feel free to ask for it.')
        : t(`Op ${sayDay(day)} stond hier geen privacyverklaring.`, `On ${sayDay(day)} there was no privacy statement here.`))
  }))

  return app
}

const gone = () => new NotFound(t('Deze tekst staat niet (meer) op deze site.', 'This text isn’t on this site (any more).'))
const open = async (scope: Scope): Promise<StatementVersion[]> => (await statementVersions(scope)).filter(({ takenBackAt }) => takenBackAt === null)

async function wanted(c: Context, scope: Scope, versions: readonly StatementVersion[]): Promise<Statement | undefined> {
  const version = c.req.param('version')
  if (version === undefined) return currentStatement(scope)
  if (!versions.some((one) => String(one.version) === version)) throw gone()
  return statementOf(scope, Number(version))
}

/** Everything that a version says to the public, in the reader's language. */
async function textOf(scope: Scope, version: number): Promise<string> {
  const statement = await statementOf(scope, version)
  const notices = await noticesOf(scope, version, { isForPublic: true })
  const language = currentLanguage()
  return wholeText(statement?.content[language].pieces ?? [], notices.map(({ content }) => ({ ...content, pieces: content[language].pieces })))
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

function cached(c: Context): void {
  c.header('cache-control', 'public, max-age=60')
  c.header('vary', 'cookie')
}
