// Public policies: what an organisation adopted and published, for citizens: each version as it was frozen, for whom it holds, and what changed (H-49, M-17, N-55, W-16).
import { Hono, type Context } from 'hono'
import { sayDay } from '../ground/clock.ts'
import { isId } from '../ground/ids.ts'
import { NotFound } from '../ground/refusals.ts'
import { t } from '../ground/words.ts'
import { Alert } from '../page-kit/alerts.tsx'
import { Link } from '../page-kit/buttons.tsx'
import { Section } from '../page-kit/form.tsx'
import { PublicPage } from '../page-kit/layout.tsx'
import type { House } from '../people/house.ts'
import { LongDocument } from '../register-kit/web/long-document.tsx'
import { TextComparison } from '../register-kit/web/text-comparison.tsx'
import { lines } from '../register-kit/web/field-value.tsx'
import { sayTerm } from '../registers/policy-documents/adoption-section.tsx'
import { ContactBlock, type Contact, publicContact, publicScope } from './public-frame.tsx'
import { mustBeOpen } from './site-frame.ts'
import { type PublicPolicy, type PublishedVersion, publishedPolicies, publishedPolicy, sayKind } from './published-policies.ts'

export function publicPolicyRoutes(house: House): Hono {
  const app = new Hono()

  app.get('/openbaar/:slug/beleid', (c) => publicScope(house, c, async (scope) => {
    await mustBeOpen(scope, 'policies')
    cached(c)
    return c.html(<ListPage organisation={scope.organisation} policies={await publishedPolicies(scope)} contact={await publicContact(scope)} />)
  }))

  const show = (c: Context, wanted: string | undefined) => publicScope(house, c, async (scope) => {
    await mustBeOpen(scope, 'policies')
    const policy = await found(c, (id) => publishedPolicy(scope, id))
    const version = wanted === undefined ? policy.versions[0] : policy.versions.find((one) => String(one.version) === wanted)
    if (!version) throw gone()
    cached(c)
    c.header('link', `<${house.config.publicUrl}${base(scope.organisation.slug)}/${policy.id}/versies/${version.version}>; rel="canonical"`)
    return c.html(<PolicyPage organisation={scope.organisation} policy={policy} version={version} publicUrl={house.config.publicUrl} contact={await publicContact(scope)} />)
  })
  app.get('/openbaar/:slug/beleid/:id', (c) => show(c, undefined))
  app.get('/openbaar/:slug/beleid/:id/versies/:version', (c) => show(c, c.req.param('version')))

  app.get('/openbaar/:slug/beleid/:id/vergelijken', (c) => publicScope(house, c, async (scope) => {
    await mustBeOpen(scope, 'policies')
    const policy = await found(c, (id) => publishedPolicy(scope, id))
    const of = (wanted: string | undefined) => policy.versions.find((one) => String(one.version) === wanted)
    const right = of(c.req.query('naar')) ?? policy.versions[0]!
    const left = of(c.req.query('van')) ?? policy.versions.find((one) => one.version < right.version) ?? right
    cached(c)
    return c.html(<ComparePage organisation={scope.organisation} policy={policy} left={left} right={right} contact={await publicContact(scope)} />)
  }))

  return app
}

const base = (slug: string) => `/openbaar/${slug}/beleid`
const gone = () => new NotFound(t('Dit document staat niet (meer) op deze pagina.', 'This document isn’t on this page (any more).'))

async function found(c: Context, read: (id: string) => Promise<PublicPolicy | undefined>): Promise<PublicPolicy> {
  const id = c.req.param('id') ?? ''
  const policy = isId(id) ? await read(id) : undefined
  if (!policy) throw gone()
  return policy
}

function cached(c: Context): void {
  c.header('cache-control', 'public, max-age=60')
  c.header('vary', 'cookie')
}

type Organisation = { readonly slug: string; readonly name: string }

function ListPage({ organisation: { slug, name }, policies, contact }: { organisation: Organisation; policies: readonly PublicPolicy[]; contact: Contact }) {
  return (
    <PublicPage
      heading={t('Ons beleid', 'Our policy')} organisation={name} footer={<ContactBlock contact={contact} />}
      lead={<p>{t(`Hier leest u welk beleid ${name} heeft vastgesteld over persoonsgegevens, en wat er in elke versie is veranderd.`, `Here you read which policy ${name} has adopted on personal data, and what changed in each version. The documents themselves are in Dutch.`)}</p>}
    >
      {policies.length === 0
        ? <p>{t('Er is nog geen beleid gepubliceerd.', 'No policy has been published yet.')}</p>
        : (
          <ul class="wb-public-list">
            {policies.map(({ id, versions: [latest] }) => (
              <li>
                <Link href={`${base(slug)}/${id}`}><span lang="nl">{latest!.title}</span></Link>
                {latest!.summary && <p lang="nl">{latest!.summary}</p>}
                <p class="wb-subtle">{[sayKind(latest!.kind), t(`versie ${latest!.version}, gepubliceerd op ${sayDay(latest!.publishedOn)}`, `version ${latest!.version}, published on ${sayDay(latest!.publishedOn)}`)].filter(Boolean).join(' · ')}</p>
              </li>
            ))}
          </ul>
        )}
    </PublicPage>
  )
}

function PolicyPage({ organisation: { slug, name }, policy, version, publicUrl, contact }: { organisation: Organisation; policy: PublicPolicy; version: PublishedVersion; publicUrl: string; contact: Contact }) {
  const address = `${base(slug)}/${policy.id}`
  const [latest] = policy.versions
  const others = policy.holding.filter((one) => one.version !== version.version)
  return (
    <PublicPage
      heading={version.title} organisation={name} crumbs={[{ words: t('Ons beleid', 'Our policy'), href: base(slug) }]} footer={<ContactBlock contact={contact} />}
      lead={<p>{version.summary && <span lang="nl">{version.summary} </span>}{t(`Versie ${version.version}, gepubliceerd op ${sayDay(version.publishedOn)}.`, `Version ${version.version}, published on ${sayDay(version.publishedOn)}.`)}</p>}
    >
      {policy.endedOn !== null && <Alert tone="warning"><p>{t(`Dit document is ingetrokken op ${sayDay(policy.endedOn)}.`, `This document was withdrawn on ${sayDay(policy.endedOn)}.`)}</p></Alert>}
      {version !== latest && <Alert><p>{t('Dit is een oudere versie.', 'This is an older version.')} <Link href={address}>{t('Lees de nieuwste', 'Read the newest')}</Link></p></Alert>}
      <Section heading={t('Voor wie het geldt', 'For whom it holds')} id="geldt-voor">
        {version.adoptions.length === 0
          ? <p>{t('Geen orgaan is aan deze versie gebonden.', 'No body is bound by this version.')}</p>
          : <ul class="wb-list">{version.adoptions.map((one) => <li><span lang="nl">{one.body}</span>: {t(`besluit van ${sayDay(one.adoptedOn)}`, `decision of ${sayDay(one.adoptedOn)}`)}{one.decisionNumber && ` (${one.decisionNumber})`}, {t('geldt', 'holds')} {sayTerm(one)}</li>)}</ul>}
        {others.length > 0 && <p>{t('Voor anderen geldt een andere versie', 'For others another version holds')}: {others.map(({ body, version: held }, index) => <>{index > 0 && ', '}<span lang="nl">{body}</span> ({t('versie', 'version')} {held})</>)}.</p>}
      </Section>
      <Section heading={t('De tekst', 'The text')} id="tekst"><LongDocument text={version.text} /></Section>
      <Section heading={t('Versies', 'Versions')} id="versies">
        <ul class="wb-list">
          {policy.versions.map((one, index) => {
            const before = policy.versions[index + 1]
            return (
              <li>
                {one === version ? <strong>{t('Versie', 'Version')} {one.version}</strong> : <Link href={`${address}/versies/${one.version}`}>{t('Versie', 'Version')} {one.version}</Link>}, {t('gepubliceerd op', 'published on')} {sayDay(one.publishedOn)}
                {one.changeNote && <>: <span lang="nl">{lines(one.changeNote)}</span></>}
                {before && <> <Link href={`${address}/vergelijken?van=${before.version}&naar=${one.version}`}>{t(`Vergelijk met versie ${before.version}`, `Compare with version ${before.version}`)}</Link></>}
              </li>
            )
          })}
        </ul>
        <p class="wb-subtle">{t('Vast adres van deze versie', 'Fixed address of this version')}: {publicUrl}{address}/versies/{version.version}</p>
      </Section>
    </PublicPage>
  )
}

function ComparePage({ organisation: { slug, name }, policy, left, right, contact }: { organisation: Organisation; policy: PublicPolicy; left: PublishedVersion; right: PublishedVersion; contact: Contact }) {
  return (
    <PublicPage
      heading={t(`Wat veranderde: versie ${left.version} en ${right.version}`, `What changed: version ${left.version} and ${right.version}`)} organisation={name}
      crumbs={[{ words: t('Ons beleid', 'Our policy'), href: base(slug) }, { words: right.title, href: `${base(slug)}/${policy.id}` }]} footer={<ContactBlock contact={contact} />}
      lead={right.changeNote ? <p lang="nl">{lines(right.changeNote)}</p> : undefined}
    >
      <TextComparison left={left.text} right={right.text} level={2} />
    </PublicPage>
  )
}
