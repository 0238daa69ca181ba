// Statement pages: the privacy statement for citizens: as a whole, per processing activity in plain words, in full to read or print, each older version, and what was said on a day (H-08, H-10, H-11, P-17).
import type { Child } from 'hono/jsx'
import { sayDay } from '../ground/clock.ts'
import { currentLanguage, t } from '../ground/words.ts'
import { Alert } from '../page-kit/alerts.tsx'
import { Link } from '../page-kit/buttons.tsx'
import { Details } from '../page-kit/document.tsx'
import { Form } from '../page-kit/form.tsx'
import { DateInput } from '../page-kit/inputs.tsx'
import { PublicPage } from '../page-kit/layout.tsx'
import { PartsView, PiecesView } from './pieces-view.tsx'
import { ContactBlock } from './public-frame.tsx'
import type { SiteFacts } from './shared-words.ts'
import type { PublishedNotice, Statement, StatementVersion } from './statements.ts'

export type StatementShown = {
  readonly site: SiteFacts; readonly statement: Statement; readonly notices: readonly PublishedNotice[]; /** Newest first, without those that were taken back. */ readonly versions: readonly StatementVersion[]
  readonly publicUrl: string
}

const base = (site: SiteFacts) => `${site.base}/privacyverklaring`
const title = () => t('Privacyverklaring', 'Privacy statement')
/** The newest has the short address; each version has one of its own. */
const addressOf = ({ site, statement, versions }: Pick<StatementShown, 'site' | 'statement' | 'versions'>) => statement.version === versions[0]?.version ? base(site) : `${base(site)}/versies/${statement.version}`

export function StatementPage(shown: StatementShown) {
  const { site, statement, notices } = shown
  const address = addressOf(shown)
  return (
    <PublicPage
      heading={title()} organisation={site.name} footer={<ContactBlock contact={site.contact} />} description={t(`Wat ${site.name} met persoonsgegevens doet, waarom dat mag en welke rechten u hebt.`, `What ${site.name} does with personal data, why that is allowed and which rights you have.`)}
      lead={<p>{t(`Wat ${site.name} met persoonsgegevens doet, waarom dat mag en welke rechten u hebt.`, `What ${site.name} does with personal data, why that is allowed and which rights you have. What the organisation itself wrote may be in Dutch.`)} {sayVersion(statement)}</p>}
    >
      <OlderNote shown={shown} />
      <div class="wb-public-text"><PiecesView pieces={statement.content[currentLanguage()].pieces} /></div>
      <section>
        <h2 class="utrecht-heading-2" id="verwerkingen">{t('Per onderwerp', 'By subject')}</h2>
        {notices.length === 0 ? <p>{t('Er staan geen verwerkingen in deze verklaring.', 'No processing activities stand in this statement.')}</p>
          : departmentsOf(notices).map(([department, of]) => <Details summary={`${department ?? t('Overig', 'Other')} (${of.length})`} open={notices.length <= 30}><NoticeList notices={of} address={address} /></Details>)}
      </section>
      <VersionsSection shown={shown} />
    </PublicPage>
  )
}

/** Everything on one page, to read through or to print. */
export function FullStatementPage(shown: StatementShown) {
  const { site, statement, notices } = shown
  return (
    <PublicPage
      heading={t('De hele privacyverklaring', 'The whole privacy statement')} organisation={site.name} crumbs={[{ words: title(), href: addressOf(shown) }]} footer={<ContactBlock contact={site.contact} />}
      lead={<p>{sayVersion(statement)}</p>}
    >
      <OlderNote shown={shown} />
      <div class="wb-public-text">
        <PiecesView pieces={statement.content[currentLanguage()].pieces} />
        {notices.map(({ entryId, content }) => (
          <section>
            <h2 class="utrecht-heading-2" id={`v-${entryId}`} lang="nl">{content.name}</h2>
            {content.summary && <p lang="nl">{content.summary}</p>}
            <PiecesView pieces={content[currentLanguage()].pieces.filter(({ key }) => !toldOnce.has(key))} level={3} within={`${entryId}-`} />
          </section>
        ))}
      </div>
    </PublicPage>
  )
}

/** What the statement itself tells already. */
const toldOnce = new Set(['fg', 'klacht', 'bezwaar', 'rechten'])

export function NoticePage({ notice, ...shown }: StatementShown & { notice: PublishedNotice }) {
  const { site, statement, publicUrl } = shown
  const { content, entryId } = notice
  const registerHref = `${site.base}/verwerkingen/${entryId}`
  return (
    <PublicPage
      heading={content.name} organisation={site.name} crumbs={[{ words: title(), href: addressOf(shown) }]} footer={<ContactBlock contact={site.contact} />} description={content.summary?.slice(0, 300)}
      lead={<p>{content.summary && <span lang="nl">{content.summary} </span>}{sayVersion(statement)}</p>}
    >
      <OlderNote shown={shown} path={`/verwerkingen/${entryId}`} />
      <div class="wb-public-text"><PiecesView pieces={content[currentLanguage()].pieces} /></div>
      <p>{t('Alles wat wij hierover vastleggen, staat in', 'Everything that we record on this is in')} <Link href={registerHref}>{t('ons register', 'our register')}</Link>.</p>
      <p class="wb-subtle">{t('Vast adres van deze uitleg', 'Fixed address of this explanation')}: {publicUrl}{site.base}/uitleg/{entryId}</p>
    </PublicPage>
  )
}

/** Short and layered, to link to where data are asked for (art. 13 lid 1 AVG; H-10, P-17). Always the newest. */
export function AskingPage({ notice, ...shown }: StatementShown & { notice: PublishedNotice }) {
  const { site, statement } = shown
  const { content, entryId } = notice
  const pieces = content[currentLanguage()].pieces
  const first = shownFirst.flatMap((wanted) => pieces.filter(({ key }) => key === wanted))
  return (
    <PublicPage
      heading={t('Wat wij met uw gegevens doen', 'What we do with your data')} organisation={site.name} crumbs={[{ words: title(), href: base(site) }]} footer={<ContactBlock contact={site.contact} />}
      lead={<p><span lang="nl">{content.name}</span>. {content[currentLanguage()].asking}</p>}
    >
      <div class="wb-public-text">
        <PiecesView pieces={first} />
        {pieces.filter(({ key }) => !shownFirst.includes(key)).map((piece) => <Details summary={piece.heading}><PartsView parts={piece.parts} /></Details>)}
        <p class="wb-subtle">{sayVersion(statement)} <Link href={`${base(site)}/verwerkingen/${entryId}`}>{t('Alles op één pagina', 'Everything on one page')}</Link></p>
      </div>
    </PublicPage>
  )
}

/** The first layer, in the order of the law; the rest unfolds. */
const shownFirst = ['verantwoordelijke', 'doelen', 'grondslag', 'verplicht', 'bewaartermijn', 'bezwaar', 'klacht']

/** There is nothing to read yet: says so, and where to ask. */
export function NoStatementPage({ site }: { site: SiteFacts }) {
  return (
    <PublicPage heading={title()} organisation={site.name} footer={<ContactBlock contact={site.contact} />}>
      <div class="wb-public-text">
        <p>{t(`${site.name} heeft hier nog geen privacyverklaring gepubliceerd. U hebt wel recht op uitleg over wat er met uw gegevens gebeurt (art. 13 en 14 AVG). Vraag het gerust.`, `${site.name} hasn’t published a privacy statement here yet. You do have a right to an explanation of what happens with your data (art. 13 and 14 GDPR). Feel free to ask.`)}</p>
        <p><Link href={`${site.base}/contact`}>{t('Zo bereikt u ons', 'How to reach us')}</Link> · <Link href={`${site.base}/rechten`}>{t('Lees welke rechten u hebt', 'Read which rights you have')}</Link></p>
      </div>
    </PublicPage>
  )
}

function sayVersion({ version, publishedAt }: Pick<Statement, 'version' | 'publishedAt'>): string {
  return t(`Versie ${version}, gepubliceerd op ${sayDay(publishedAt)}.`, `Version ${version}, published on ${sayDay(publishedAt)}.`)
}

function OlderNote({ shown, path = '' }: { shown: StatementShown; path?: string }): Child {
  const { site, statement, versions } = shown
  if (statement.version === versions[0]?.version) return <></>
  return <Alert><p>{t('Dit is een oudere versie. Zij geldt niet meer.', 'This is an older version. It no longer holds.')} <Link href={`${base(site)}${path}`}>{t('Lees wat nu geldt', 'Read what holds now')}</Link></p></Alert>
}

function NoticeList({ notices, address }: { notices: readonly PublishedNotice[]; address: string }) {
  return (
    <ul class="wb-public-list">
      {notices.map(({ entryId, content }) => (
        <li><Link href={`${address}/verwerkingen/${entryId}`}><span lang="nl">{content.name}</span></Link>{content.isPolice && ` (${t('politiegegevens', 'police data')})`}{content.summary && <p lang="nl">{content.summary}</p>}</li>
      ))}
    </ul>
  )
}

function departmentsOf(notices: readonly PublishedNotice[]): readonly (readonly [string | null, readonly PublishedNotice[]])[] {
  return [...Map.groupBy(notices, ({ content }) => content.department)].toSorted(([one], [other]) => one === null ? 1 : other === null ? -1 : one.localeCompare(other))
}

function VersionsSection({ shown }: { shown: StatementShown }) {
  const { site, statement, versions, publicUrl } = shown
  const own = `${base(site)}/versies/${statement.version}`
  return (
    <section>
      <h2 class="utrecht-heading-2" id="versies">{t('Lezen, bewaren en terugkijken', 'Reading, keeping and looking back')}</h2>
      <ul class="wb-list">
        <li><Link href={`${own}/volledig`}>{t('Alles op één pagina, om te lezen of te printen', 'Everything on one page, to read or print')}</Link></li>
        <li><Link href={`${own}/pdf`}>{t('Alles als pdf', 'Everything as a PDF')}</Link></li>
      </ul>
      <ul class="wb-list">
        {versions.map(({ version, publishedAt, changeNote }, index) => (
          <li>
            {version === statement.version ? <strong>{t('Versie', 'Version')} {version}</strong> : <Link href={`${base(site)}/versies/${version}`}>{t('Versie', 'Version')} {version}</Link>}, {sayDay(publishedAt)}{changeNote && <>: <span lang="nl">{changeNote}</span></>}
            {versions[index + 1] && <> <Link href={`${base(site)}/vergelijken?van=${versions[index + 1]!.version}&naar=${version}`}>{t(`Wat veranderde sinds versie ${versions[index + 1]!.version}`, `What changed since version ${versions[index + 1]!.version}`)}</Link></>}
          </li>
        ))}
      </ul>
      <Form action={`${base(site)}/op-dag`} method="get">
        <DateInput name="dag" label={t('Wat stond er op een dag?', 'What was said on a day?')} />
        <button class="utrecht-button utrecht-button--secondary-action wb-button" type="submit"><span>{t('Toon', 'Show')}</span></button>
      </Form>
      <p class="wb-subtle">{t('Vast adres van deze versie', 'Fixed address of this version')}: {publicUrl}{own}</p>
    </section>
  )
}
