// Layout: the frames around every page: for people who are signed in, for citizens, and for signing in, setting up and errors.
import type { Child } from 'hono/jsx'
import { raw } from 'hono/html'
import { currentLanguage } from '../ground/words.ts'
import { assetUrl } from './assets.ts'
import { Icon, type IconName } from './icons.tsx'
import { currentReader, type PublicSite, type SiteLink } from './reader.ts'
import { text } from './texts.ts'
import { LanguageSwitch, ViewSwitch } from './view-switch.tsx'

export type NavigationItem = { words: string; href: string; icon?: IconName; current?: boolean; count?: number; countWords?: string }
/** `fold`: the section stands under its words, opened or closed by the reader. */
export type NavigationSection = { words?: string; fold?: 'open' | 'closed'; items: readonly NavigationItem[] }
export type Crumb = { words: string; href: string }
export type Flash = { tone: Tone; words: string }
export type Tone = 'info' | 'ok' | 'warning' | 'error'

type Head = {
  /** The h1, and the first part of the document's title. */
  heading: string
  /** Name of the organisation; the last part of the title before the product. */
  organisation?: string
  /** The form on this page was refused: the title then starts with `Fout: `. */
  failed?: boolean
}

export type PageProps = Head & {
  organisation: string
  /** Where the organisation's name leads. */
  homeHref: string
  navigation: readonly NavigationSection[]
  crumbs?: readonly Crumb[]
  /** GET form for finding; `json` is the address that answers the search island (see islands/search.ts). */
  search?: { action: string; json?: string; value?: string }
  /** Who is signed in, and the links of the account menu. `signOut` is a POST form. */
  account?: { name: string; detail?: string; links: readonly { words: string; href: string }[]; signOut?: { action: string; hidden?: Record<string, string> } }
  /** Line above the header, for instance that this is a demo world. */
  banner?: Child
  flash?: Flash
  /** Under the h1: one or two sentences, badges. */
  lead?: Child
  /** Beside the h1: links and buttons. */
  actions?: Child
  footer?: Child
  /** Names of islands beyond the kit's own, as given to registerIsland. */
  islands?: readonly string[]
  /** Seconds after which a browser without JavaScript loads the page anew (long work). */
  refreshSeconds?: number
  /** Narrower measure for forms and text. */
  narrow?: boolean
  children?: Child
}

/** A whole document for people who are signed in. */
export function Page(props: PageProps) {
  return (
    <Document head={props} style="app.css" scripts={['app.js', ...(props.islands ?? []).map((name) => `${name}.js`)]} refreshSeconds={props.refreshSeconds}>
      <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">{text('skip')}</a>
      {props.banner && <div class="wb-banner" role="region" aria-label={text('info')}><p>{props.banner}</p></div>}
      <header class="wb-header">
        <a class="wb-brand" href={props.homeHref}>
          <Mark />
          <span class="wb-brand__words"><span class="wb-brand__product">{text('product')}</span> <span class="wb-brand__organisation">{props.organisation}</span></span>
        </a>
        {props.search && <SearchBox {...props.search} />}
        <div class="wb-header__end">
          <LanguageSwitch />
          {props.account && <AccountMenu {...props.account} />}
        </div>
      </header>
      <Letterhead />
      <div class="wb-frame">
        <Navigation sections={props.navigation} />
        <main class="wb-main" id="inhoud" tabindex={-1}>
          {props.crumbs && props.crumbs.length > 0 && <Crumbs crumbs={props.crumbs} />}
          <div class="wb-head">
            <div class="wb-head__words">
              <h1 class="utrecht-heading-1">{props.heading}</h1>
              {props.lead && <div class="wb-lead">{props.lead}</div>}
            </div>
            {props.actions && <div class="wb-head__actions">{props.actions}</div>}
          </div>
          {props.flash && <FlashMessage {...props.flash} />}
          <div class={props.narrow ? 'wb-content wb-content--narrow' : 'wb-content'}>{props.children}</div>
        </main>
      </div>
      <footer class="wb-footer">{props.footer && <div>{props.footer}</div>}<ViewSwitch /></footer>
    </Document>
  )
}

/**
 * A whole document for citizens: no menu of the product, no JavaScript, no cookies. Within a public site (`currentReader().site`) it has that site's navigation and foot;
 * else `home` is the one link in its header. `description` is what a search engine shows;
 */
export function PublicPage(props: Head & { organisation: string; home?: SiteLink; crumbs?: readonly Crumb[]; description?: string; lead?: Child; footer?: Child; children?: Child }) {
  const site = currentReader()?.site
  return (
    <Document head={props} style="public.css" scripts={[]} description={props.description} isHidden={site?.isHiddenFromSearch}>
      <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">{text('skip')}</a>
      <header class="wb-public-header">
        <div class="wb-public-measure">
          <p class="wb-public-header__organisation"><Logo />{site ? <a class="wb-public-header__name" href={site.home}>{props.organisation}</a> : props.organisation}</p>
          {site ? <LanguageSwitch /> : props.home && <a class="wb-public-header__home" href={props.home.href}>{props.home.words}</a>}
        </div>
        {site && <SiteNavigation {...site} />}
      </header>
      <Letterhead />
      <main class="wb-public-measure wb-public-main" id="inhoud" tabindex={-1}>
        {props.crumbs && props.crumbs.length > 0 && <Crumbs crumbs={props.crumbs} />}
        <h1 class="utrecht-heading-1">{props.heading}</h1>
        {props.lead && <div class="wb-lead">{props.lead}</div>}
        <div class="wb-content">{props.children}</div>
      </main>
      <footer class="wb-public-footer"><div class="wb-public-measure">{props.footer ?? props.organisation}{site && <SiteLinks links={site.footer} />}<ViewSwitch /></div></footer>
    </Document>
  )
}

function SiteNavigation({ navigation }: PublicSite) {
  const here = (currentReader()?.address ?? '').replace(/[?#].*/, '')
  return (
    <nav class="wb-public-nav" aria-label={text('mainMenu')}>
      <ul class="wb-public-measure wb-public-nav__list">
        {navigation.map(({ words, href }) => <li><a class="wb-public-nav__link" href={href} aria-current={here === href ? 'page' : here.startsWith(`${href}/`) ? 'true' : undefined}>{words}</a></li>)}
      </ul>
    </nav>
  )
}

function SiteLinks({ links }: { links: readonly SiteLink[] }) {
  return <nav class="wb-public-footer__links" aria-label={text('aboutSite')}><ul>{links.map(({ words, href }) => <li><a class="utrecht-link utrecht-link--html-a" href={href}>{words}</a></li>)}</ul></nav>
}

/** A whole document with one card in the middle: signing in, setting up, errors. */
export function PlainPage(props: Head & { banner?: Child; flash?: Flash; lead?: Child; wide?: boolean; footer?: Child; children?: Child }) {
  return (
    <Document head={props} style="app.css" scripts={['app.js']}>
      <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">{text('skip')}</a>
      {props.banner && <div class="wb-banner" role="region" aria-label={text('info')}><p>{props.banner}</p></div>}
      <div class="wb-plain">
        <header class="wb-plain__header">
          <Mark />
          <span class="wb-brand__words"><span class="wb-brand__product">{text('product')}</span>{props.organisation && <> <span class="wb-brand__organisation">{props.organisation}</span></>}</span>
        </header>
        <main class={props.wide ? 'wb-plain__card wb-plain__card--wide' : 'wb-plain__card'} id="inhoud" tabindex={-1}>
          <h1 class="utrecht-heading-1">{props.heading}</h1>
          {props.lead && <div class="wb-lead">{props.lead}</div>}
          {props.flash && <FlashMessage {...props.flash} />}
          <div class="wb-content">{props.children}</div>
        </main>
        <footer class="wb-plain__footer">{props.footer && <div>{props.footer}</div>}<ViewSwitch /></footer>
      </div>
    </Document>
  )
}

function Document({ head, style, scripts, refreshSeconds, description, isHidden, children }: {
  head: Head; style: string; scripts: readonly string[]; refreshSeconds?: number; description?: string | undefined; isHidden?: boolean | undefined; children?: Child
}) {
  const { scheme = 'device', houseStyle } = currentReader() ?? {}
  const title = [head.heading, head.organisation, text('product')].filter(Boolean).join(' – ')
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={currentLanguage()} class="voorbeeld-theme" data-scheme={scheme}>
        <head>
          <meta charset="utf-8" />
          <title>{head.failed ? `${text('errorTitle')}: ${title}` : title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          {description && <meta name="description" content={description} />}
          {isHidden && <meta name="robots" content="noindex" />}
          <meta name="color-scheme" content={scheme === 'device' ? 'light dark' : scheme} />
          <link rel="stylesheet" href={assetUrl(style)} />
          {houseStyle?.stylesheet && <link rel="stylesheet" href={houseStyle.stylesheet} />}
          <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
          {refreshSeconds && <noscript><meta http-equiv="refresh" content={String(refreshSeconds)} /></noscript>}
          {scripts.map((script) => <script type="module" src={assetUrl(script)}></script>)}
        </head>
        <body class="wb-body">{children}</body>
      </html>
    </>
  )
}

/** The organisation's logo, or else the product's mark. */
function Mark() {
  return currentReader()?.houseStyle?.logo ? <Logo /> : <span class="wb-brand__mark"><Icon name="shield" large /></span>
}

// Always beside the organisation's name, so it needs no words of its own.
function Logo() {
  const logo = currentReader()?.houseStyle?.logo
  return logo ? <img class="wb-logo" src={logo} alt="" /> : <></>
}

// What stands above a page on paper, where the header falls away.
function Letterhead() {
  const letterhead = currentReader()?.houseStyle?.letterhead
  return letterhead ? <div class="wb-letterhead" aria-hidden="true"><Logo />{letterhead}</div> : <></>
}

function SearchBox({ action, json, value }: { action: string; json?: string; value?: string }) {
  return (
    <wb-search class="wb-search" data-json={json} data-nothing={text('searchNothing')} data-results={text('searchResults')}>
      <form role="search" method="get" action={action}>
        <label class="wb-hidden" for="zoekveld">{text('search')}</label>
        <span class="wb-search__icon"><Icon name="search" /></span>
        <input class="wb-search__input" id="zoekveld" type="search" name="q" value={value} placeholder={text('searchHint')} autocomplete="off" aria-keyshortcuts="/" />
        <kbd class="wb-search__key" aria-hidden="true">/</kbd>
        <button class="wb-hidden" type="submit" tabindex={-1}>{text('search')}</button>
      </form>
    </wb-search>
  )
}

function AccountMenu({ name, detail, links, signOut }: NonNullable<PageProps['account']>) {
  return (
    <details class="wb-account" data-menu>
      <summary class="wb-account__button">
        <Icon name="person" /><span class="wb-account__name">{name}</span><Icon name="down" />
        <span class="wb-hidden">{text('account')}</span>
      </summary>
      <div class="wb-account__panel">
        <p class="wb-account__who"><strong>{name}</strong>{detail && <><br /><span class="wb-subtle">{detail}</span></>}</p>
        {links.length > 0 && <ul class="wb-account__links">{links.map((link) => <li><a href={link.href}>{link.words}</a></li>)}</ul>}
        {signOut && (
          <form method="post" action={signOut.action}>
            {Object.entries(signOut.hidden ?? {}).map(([field, content]) => <input type="hidden" name={field} value={content} />)}
            <button class="wb-account__out" type="submit">{text('signOut')}</button>
          </form>
        )}
      </div>
    </details>
  )
}

// One list for both sizes: behind "Menu" on a phone, beside the page where there is room.
function Navigation({ sections }: { sections: readonly NavigationSection[] }) {
  return (
    <nav class="wb-nav" aria-label={text('mainMenu')}>
      <details class="wb-nav__fold"><summary class="wb-nav__summary"><Icon name="menu" /> {text('menu')}</summary></details>
      <div class="wb-nav__sections">
        {sections.map((section) => section.words && section.fold ? (
          <details class="wb-nav__section" open={section.fold === 'open'}>
            <summary class="wb-nav__title">{section.words}<Icon name="down" /></summary>
            <NavigationItems items={section.items} />
          </details>
        ) : (
          <div class="wb-nav__section">
            {section.words && <p class="wb-nav__title">{section.words}</p>}
            <NavigationItems items={section.items} />
          </div>
        ))}
      </div>
    </nav>
  )
}

function NavigationItems({ items }: { items: NavigationSection['items'] }) {
  return (
    <ul class="wb-nav__list">
      {items.map((item) => (
        <li>
          <a class="wb-nav__link" href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.icon && <Icon name={item.icon} />}
            <span class="wb-nav__words">{item.words}</span>
            {item.count !== undefined && item.count > 0 && (
              <span class="wb-count">{item.count}{item.countWords && <span class="wb-hidden"> {item.countWords}</span>}</span>
            )}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav class="wb-crumbs" aria-label={text('trail')}>
      <ol class="wb-crumbs__list">
        {crumbs.map((crumb) => <li class="wb-crumbs__item"><a class="utrecht-link utrecht-link--html-a" href={crumb.href}>{crumb.words}</a></li>)}
      </ol>
    </nav>
  )
}

function FlashMessage({ tone, words }: Flash) {
  return (
    <div class={`wb-flash wb-flash--${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon name={tone} /><p>{words}</p>
    </div>
  )
}
