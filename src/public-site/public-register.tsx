// Public register: what an organisation does with personal data, for citizens: no cookies, no JavaScript, nothing from elsewhere.
import { Hono, type Context } from 'hono'
import { sql } from 'kysely'
import { sayDay } from '../ground/clock.ts'
import { isId } from '../ground/ids.ts'
import { fold } from '../ground/letters.ts'
import { NotFound } from '../ground/refusals.ts'
import { inScope, type Scope } from '../ground/scope.ts'
import { say } from '../ground/words.ts'
import { DescriptionList, ValueList } from '../page-kit/document.tsx'
import { Section } from '../page-kit/form.tsx'
import { TextInput } from '../page-kit/inputs.tsx'
import { PublicPage } from '../page-kit/layout.tsx'
import type { House } from '../people/house.ts'
import { findOrganisation } from '../people/organisations.ts'
import { sayValue } from '../register-kit/say-value.ts'
import { lookupsOf, type Version } from '../register-kit/versions.ts'
import type { Fields } from '../register-kit/field-types.ts'
import { type ActivityInput, type FieldKey, fields, registerKey, sections } from '../registers/processing-activities/declaration.ts'

const pageSize = 50

type PublicRow = { id: string; version: number; status: string; activatedAt: Date; name: string; department: string | null; summary: string | null; police: boolean }

export function publicRegisterRoutes(house: House): Hono {
  const app = new Hono()
  const inPublic = async <T,>(c: Context, work: (scope: Scope) => Promise<T>): Promise<T> => {
    const found = await findOrganisation(house.database, house.master, c.req.param('slug') ?? '')
    if (!found) throw new NotFound('Deze organisatie kennen wij niet.')
    return inScope(house.database, { organisation: found.organisation, actor: { kind: 'public' }, now: house.clock() }, work)
  }

  app.get('/openbaar/:slug', (c) => c.redirect(`/openbaar/${c.req.param('slug')}/verwerkingen`, 302))

  app.get('/openbaar/:slug/verwerkingen', (c) => inPublic(c, async (scope) => {
    const words = (c.req.query('q') ?? '').trim().slice(0, 200)
    const page = Math.min(Math.max(1, Math.trunc(Number(c.req.query('pagina') ?? '1')) || 1), 1000)
    const rows = await publicRows(scope, words, page)
    const contact = await publicContact(scope)
    c.header('cache-control', 'public, max-age=60')
    return c.html(<RegisterPage scope={scope} words={words} page={page} rows={rows} contact={contact} />)
  }))

  app.get('/openbaar/:slug/verwerkingen/:id', (c) => inPublic(c, (scope) => entryPage(c, scope, undefined)))
  app.get('/openbaar/:slug/verwerkingen/:id/versies/:version', (c) => inPublic(c, (scope) => entryPage(c, scope, c.req.param('version'))))

  async function entryPage(c: Context, scope: Scope, wanted: string | undefined) {
    const id = c.req.param('id') ?? ''
    if (!isId(id) || (wanted !== undefined && !/^\d{1,6}$/.test(wanted))) throw new NotFound(gone)
    const versions = await publicVersions(scope, id)
    const version = wanted === undefined ? versions[0] : versions.find((one) => one.version === Number(wanted))
    if (!version) throw new NotFound(gone)
    c.header('cache-control', 'public, max-age=60')
    c.header('link', `<${house.config.publicUrl}/openbaar/${scope.organisation.slug}/verwerkingen/${id}/versies/${version.version}>; rel="canonical"`)
    return c.html(<EntryPage scope={scope} id={id} publicUrl={house.config.publicUrl} version={version} versions={versions} contact={await publicContact(scope)} />)
  }
  return app
}

const gone = 'Deze verwerking staat niet (meer) in het openbare register.'

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

type Contact = { address: string | null; email: string | null; phone: string | null; dpo: string | null; website: string | null }

async function publicContact(scope: Scope): Promise<Contact> {
  const row = await scope.tx.selectFrom('organisation').select(['contact_address as address', 'contact_email as email', 'contact_phone as phone', 'dpo_contact as dpo', 'website']).where('id', '=', scope.organisation.id).executeTakeFirstOrThrow()
  return row
}

function RegisterPage({ scope, words, page, rows, contact }: { scope: Scope; words: string; page: number; rows: readonly PublicRow[]; contact: Contact }) {
  const { slug, name } = scope.organisation
  const base = `/openbaar/${slug}/verwerkingen`
  const shown = rows.slice(0, pageSize)
  const at = (number: number) => `${base}?${new URLSearchParams({ ...(words ? { q: words } : {}), pagina: String(number) })}`
  return (
    <PublicPage heading="Register van verwerkingen" organisation={name} lead={<p>Hier leest u wat {name} met persoonsgegevens doet, waarom dat mag en hoe lang gegevens bewaard blijven.</p>} footer={<ContactBlock contact={contact} />}>
      <search>
        <form method="get" action={base} class="wb-filters__search">
          <TextInput name="q" label="Zoek in het register" type="search" value={words} />
          <button class="utrecht-button utrecht-button--primary-action wb-button" type="submit"><span>Zoeken</span></button>
        </form>
      </search>
      {shown.length === 0
        ? <p>{words === '' ? 'Er staan nog geen verwerkingen in het openbare register.' : <>Niets gevonden voor “{words}”. <a href={base}>Toon alles</a></>}</p>
        : <ul class="wb-public-list">{shown.map((row) => (
          <li>
            <a href={`${base}/${row.id}`}>{row.name}</a>{row.police && ' (politiegegevens)'}
            {row.summary && <p>{row.summary}</p>}
            <p class="wb-subtle">{[row.department, `versie ${row.version} van ${sayDay(row.activatedAt)}`].filter(Boolean).join(' · ')}</p>
          </li>
        ))}</ul>}
      <nav aria-label="Pagina’s">
        {page > 1 && <a href={at(page - 1)} rel="prev">Vorige pagina</a>} {rows.length > pageSize && <a href={at(page + 1)} rel="next">Volgende pagina</a>}
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
      heading={input.name ?? ''} organisation={name} crumbs={[{ words: 'Register van verwerkingen', href: base }]} footer={<ContactBlock contact={contact} />}
      lead={<p>{input.public_summary}{!isLatest && <> Dit is een oudere versie. <a href={`${base}/${id}`}>Lees wat nu geldt</a>.</>}</p>}
    >
      {sections.filter((section) => section.key !== 'police' || input.regime === 'police' || input.received_from_police === true).map((section) => {
        const shown = section.fields.filter((key) => isPublic(key) && sayValue(fields[key], input[key], lookups).length > 0)
        return shown.length === 0 ? null : (
          <Section heading={say(section.words)} id={section.key}>
            <DescriptionList terms={shown.map((key) => ({ term: say(fields[key].words), description: <Said values={sayValue(fields[key], input[key], lookups)} /> }))} />
          </Section>
        )
      })}
      <Section heading="Uw rechten" id="rechten">
        <p>U mag vragen welke gegevens wij van u hebben, en ze laten verbeteren, wissen of beperken. U mag ook bezwaar maken (art. 15 tot en met 22 AVG). Neem daarvoor contact met ons op. Komt u er met ons niet uit? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens (art. 77 AVG).</p>
      </Section>
      <Section heading="Versies" id="versies">
        <ul>{versions.map((one) => <li>{one.version === version.version ? <strong>Versie {one.version}</strong> : <a href={`${base}/${id}/versies/${one.version}`}>Versie {one.version}</a>}, van kracht sinds {sayDay(one.activatedAt)}</li>)}</ul>
        <p class="wb-subtle">Vast adres van deze versie: {publicUrl}{base}/{id}/versies/{version.version}</p>
      </Section>
    </PublicPage>
  )
}

function Said({ values }: { values: readonly string[] }) {
  return values.length === 1 ? <>{values[0]}</> : <ValueList values={values} />
}

function ContactBlock({ contact }: { contact: Contact }) {
  const lines: (readonly [string, string | null])[] = [['Functionaris gegevensbescherming', contact.dpo], ['Adres', contact.address], ['E-mail', contact.email], ['Telefoon', contact.phone], ['Website', contact.website]]
  const known = lines.filter(([, value]) => value !== null)
  return known.length === 0 ? <p>Vragen over uw gegevens? Neem contact op met de organisatie.</p> : <dl class="wb-contact">{known.map(([term, value]) => <div><dt>{term}</dt><dd>{value}</dd></div>)}</dl>
}

const publicSectionNames: ReadonlySet<FieldKey> = new Set(['name', 'public_summary'])

function isPublic(key: FieldKey): boolean {
  // The name is the heading and the summary the lead: no need to say them twice.
  return !publicSectionNames.has(key) && (fields as Fields)[key]!.isPublic !== false
}
