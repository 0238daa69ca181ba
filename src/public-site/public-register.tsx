// Public register: what an organisation does with personal data, for citizens: no cookies, no JavaScript, nothing from elsewhere.
import { Hono, type Context } from 'hono'
import { sql } from 'kysely'
import { sayDay } from '../ground/clock.ts'
import { isId } from '../ground/ids.ts'
import { fold } from '../ground/letters.ts'
import { NotFound } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { Link } from '../page-kit/buttons.tsx'
import { DescriptionList, ValueList } from '../page-kit/document.tsx'
import { Section } from '../page-kit/form.tsx'
import { TextInput } from '../page-kit/inputs.tsx'
import { PublicPage } from '../page-kit/layout.tsx'
import type { House } from '../people/house.ts'
import { sayValue } from '../register-kit/say-value.ts'
import { lookupsOf, type Version } from '../register-kit/versions.ts'
import type { Fields } from '../register-kit/field-types.ts'
import { ContactBlock, type Contact, publicContact, publicScope } from './public-frame.tsx'
import { mustBeOpen } from './site-frame.ts'
import { type ActivityInput, type FieldKey, fields, registerKey, sections } from '../registers/processing-activities/declaration.ts'

const pageSize = 50

type PublicRow = { id: string; version: number; status: string; activatedAt: Date; name: string; department: string | null; summary: string | null; police: boolean }

export function publicRegisterRoutes(house: House): Hono {
  const app = new Hono()
  const inPublic = <T,>(c: Context, work: (scope: Scope) => Promise<T>) => publicScope(house, c, async (scope) => {
    await mustBeOpen(scope, 'register')
    return work(scope)
  })

  app.get('/openbaar/:slug/verwerkingen', (c) => inPublic(c, async (scope) => {
    const words = (c.req.query('q') ?? '').trim().slice(0, 200)
    const page = Math.min(Math.max(1, Math.trunc(Number(c.req.query('pagina') ?? '1')) || 1), 1000)
    const rows = await publicRows(scope, words, page)
    const contact = await publicContact(scope)
    c.header('cache-control', 'public, max-age=60')
    c.header('vary', 'cookie')
    return c.html(<RegisterPage scope={scope} words={words} page={page} rows={rows} contact={contact} />)
  }))

  app.get('/openbaar/:slug/verwerkingen/:id', (c) => inPublic(c, (scope) => entryPage(c, scope, undefined)))
  app.get('/openbaar/:slug/verwerkingen/:id/versies/:version', (c) => inPublic(c, (scope) => entryPage(c, scope, c.req.param('version'))))

  async function entryPage(c: Context, scope: Scope, wanted: string | undefined) {
    const id = c.req.param('id') ?? ''
    if (!isId(id) || (wanted !== undefined && !/^\d{1,6}$/.test(wanted))) throw new NotFound(gone())
    const versions = await publicVersions(scope, id)
    const version = wanted === undefined ? versions[0] : versions.find((one) => one.version === Number(wanted))
    if (!version) throw new NotFound(gone())
    c.header('cache-control', 'public, max-age=60')
    c.header('vary', 'cookie')
    c.header('link', `<${house.config.publicUrl}/openbaar/${scope.organisation.slug}/verwerkingen/${id}/versies/${version.version}>; rel="canonical"`)
    return c.html(<EntryPage scope={scope} id={id} publicUrl={house.config.publicUrl} version={version} versions={versions} contact={await publicContact(scope)} />)
  }
  return app
}

const gone = () => t('Deze verwerking staat niet (meer) in het openbare register.', 'This processing activity isn’t in the public register (any more).')

/** Active, published entries by their latest frozen version; what is being changed doesn't show. Fetches one more than a page. */
async function publicRows(scope: Scope, words: string, page: number): Promise<PublicRow[]> {
  const matches = words === '' ? sql`true` : sql.join(fold(words).split(' ').filter(Boolean).map((word) => sql`position(${word} in v.letters) > 0`), sql` and `)
  const result = await sql<PublicRow>`
    select * from (
      select t.id, t.status, e.version, e.activated_at as "activatedAt", e.snapshot->'input'->>'name' as name,
        e.snapshot->'references'->'department'->>(e.snapshot->'input'->>'department') as department,
        e.snapshot->'input'->>'public_summary' as summary, e.snapshot->'input'->>'regime' = 'police' as police, t.sort_name,
        translate(lower(concat_ws(' ', e.snapshot->'input'->>'name', e.snapshot->'input'->>'public_summary', e.snapshot->'input'->>'description', e.snapshot->>'terms', e.snapshot->'input'->>'purposes')), 'àáâäèéêëìíîïòóôöùúûüç', 'aaaaeeeeiiiioooouuuuc') as letters
      from processing_activity t join entry_version e on e.organisation_id = t.organisation_id and e.register = ${registerKey} and e.entry_id = t.id and e.version = t.version
      where t.organisation_id = ${scope.organisation.id} and t.status = 'active' and (e.snapshot->'input'->>'is_published')::boolean
    ) v where ${matches} order by v.sort_name, v.id limit ${pageSize + 1} offset ${(page - 1) * pageSize}`.execute(scope.tx)
  return result.rows
}

/** All versions of an entry that were public; none when what is in force isn't. */
async function publicVersions(scope: Scope, id: string): Promise<Version[]> {
  const result = await sql<Version>`
    select e.version, e.schema_version as "schemaVersion", e.snapshot, e.digest, e.activated_at as "activatedAt", e.activated_by as "activatedBy", e.note
    from entry_version e join processing_activity t on t.organisation_id = e.organisation_id and t.id = e.entry_id
    where e.organisation_id = ${scope.organisation.id} and e.register = ${registerKey} and e.entry_id = ${id} and t.status in ('active', 'ended') and t.is_published
      and (e.snapshot->'input'->>'is_published')::boolean
    order by e.version desc`.execute(scope.tx)
  return result.rows
}

function title(): string {
  return t('Register van verwerkingen', 'Register of processing activities')
}

function RegisterPage({ scope, words, page, rows, contact }: { scope: Scope; words: string; page: number; rows: readonly PublicRow[]; contact: Contact }) {
  const { slug, name } = scope.organisation
  const base = `/openbaar/${slug}/verwerkingen`
  const shown = rows.slice(0, pageSize)
  const at = (number: number) => `${base}?${new URLSearchParams({ ...(words ? { q: words } : {}), pagina: String(number) })}`
  return (
    <PublicPage heading={title()} organisation={name} lead={<p>{t(`Hier leest u wat ${name} met persoonsgegevens doet, waarom dat mag en hoe lang gegevens bewaard blijven.`, `Here you read what ${name} does with personal data, why that is allowed and how long data are kept. What the organisation itself wrote is in Dutch.`)}</p>} footer={<ContactBlock contact={contact} />}>
      <search>
        <form method="get" action={base} class="wb-filters__search">
          <TextInput name="q" label={t('Zoek in het register', 'Search the register')} type="search" value={words} />
          <button class="utrecht-button utrecht-button--primary-action wb-button" type="submit"><span>{t('Zoeken', 'Search')}</span></button>
        </form>
      </search>
      {shown.length === 0
        ? <p>{words === '' ? t('Er staan nog geen verwerkingen in het openbare register.', 'No processing activities stand in the public register yet.') : <>{t('Niets gevonden voor', 'Nothing found for')} “{words}”. <Link href={base}>{t('Toon alles', 'Show everything')}</Link></>}</p>
        : <ul class="wb-public-list">{shown.map((row) => (
          <li>
            <Link href={`${base}/${row.id}`}>{row.name}</Link>{row.police && ` (${t('politiegegevens', 'police data')})`}
            {row.summary && <p lang="nl">{row.summary}</p>}
            <p class="wb-subtle">{[row.department, t(`versie ${row.version} van ${sayDay(row.activatedAt)}`, `version ${row.version} of ${sayDay(row.activatedAt)}`)].filter(Boolean).join(' · ')}</p>
          </li>
        ))}</ul>}
      <nav aria-label={t('Pagina’s', 'Pages')}>
        {page > 1 && <a class="utrecht-link utrecht-link--html-a" href={at(page - 1)} rel="prev">{t('Vorige pagina', 'Previous page')}</a>} {rows.length > pageSize && <a class="utrecht-link utrecht-link--html-a" href={at(page + 1)} rel="next">{t('Volgende pagina', 'Next page')}</a>}
      </nav>
    </PublicPage>
  )
}

function EntryPage({ scope, id, publicUrl, version, versions, contact }: { scope: Scope; id: string; publicUrl: string; version: Version; versions: readonly Version[]; contact: Contact }) {
  const { slug, name } = scope.organisation
  const base = `/openbaar/${slug}/verwerkingen`
  const input = version.snapshot.input as ActivityInput
  const lookups = lookupsOf(version.snapshot)
  const isLatest = version.version === versions[0]!.version
  return (
    <PublicPage
      heading={input.name ?? ''} organisation={name} crumbs={[{ words: title(), href: base }]} footer={<ContactBlock contact={contact} />}
      lead={<p><span lang="nl">{input.public_summary}</span>{!isLatest && <> {t('Dit is een oudere versie.', 'This is an older version.')} <Link href={`${base}/${id}`}>{t('Lees wat nu geldt', 'Read what holds now')}</Link>.</>}</p>}
    >
      {sections.filter((section) => section.key !== 'police' || input.regime === 'police' || input.received_from_police === true).map((section) => {
        const shown = section.fields.filter((key) => isPublic(key) && sayValue(fields[key], input[key], lookups).length > 0)
        return shown.length === 0 ? null : (
          <Section heading={say(section.words)} id={section.key}>
            <DescriptionList terms={shown.map((key) => ({ term: say(fields[key].words), description: <Said values={sayValue(fields[key], input[key], lookups)} isTyped={isTyped(key)} /> }))} />
          </Section>
        )
      })}
      <Section heading={t('Uw rechten', 'Your rights')} id="rechten">
        <p>{t('U mag vragen welke gegevens wij van u hebben, en ze laten verbeteren, wissen of beperken. U mag ook bezwaar maken (art. 15 tot en met 22 AVG). Lees bij uw rechten hoe dat gaat. Komt u er met ons niet uit? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens (art. 77 AVG).',
          'You may ask which data we have about you, and have them corrected, erased or restricted. You may also object (art. 15 to 22 GDPR). Your rights tell how that goes. If we can’t settle it together, you can lodge a complaint with the Dutch Data Protection Authority, the Autoriteit Persoonsgegevens (art. 77 GDPR).')} <Link href={`/openbaar/${slug}/rechten`}>{t('Uw rechten', 'Your rights')}</Link></p>
      </Section>
      <Section heading={t('Versies', 'Versions')} id="versies">
        <ul>{versions.map((one) => <li>{one.version === version.version ? <strong>{t('Versie', 'Version')} {one.version}</strong> : <Link href={`${base}/${id}/versies/${one.version}`}>{t('Versie', 'Version')} {one.version}</Link>}, {t('van kracht sinds', 'in force since')} {sayDay(one.activatedAt)}</li>)}</ul>
        <p class="wb-subtle">{t('Vast adres van deze versie', 'Fixed address of this version')}: {publicUrl}{base}/{id}/versies/{version.version}</p>
      </Section>
    </PublicPage>
  )
}

// What the organisation typed is Dutch, whatever language the page is in.
function Said({ values, isTyped }: { values: readonly string[]; isTyped: boolean }) {
  const said = isTyped ? values.map((value) => <span lang="nl">{value}</span>) : values
  return said.length === 1 ? <>{said[0]}</> : <ValueList values={said} />
}

function isTyped(key: FieldKey): boolean {
  return ['text', 'longText'].includes(fields[key].type)
}

const publicSectionNames: ReadonlySet<FieldKey> = new Set(['name', 'public_summary'])

function isPublic(key: FieldKey): boolean {
  // The name is the heading and the summary the lead: no need to say them twice.
  return !publicSectionNames.has(key) && (fields as Fields)[key]!.isPublic !== false
}
