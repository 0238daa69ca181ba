// Public arrangements: with whom an organisation decides together on the use of data, and the essence of what they agreed, for the people it is about (art. 26 lid 2 en 3 AVG).
import { Hono } from 'hono'
import { isId } from '../ground/ids.ts'
import { NotFound } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { say, t, type Words } from '../ground/words.ts'
import { DescriptionList } from '../page-kit/document.tsx'
import { Link } from '../page-kit/buttons.tsx'
import { Section } from '../page-kit/form.tsx'
import { PublicPage } from '../page-kit/layout.tsx'
import type { House } from '../people/house.ts'
import type { InputOf } from '../register-kit/field-types.ts'
import { sayCell } from '../register-kit/say-value.ts'
import { loadLookupsFor } from '../register-kit/lookups.ts'
import { loadEntries } from '../register-kit/store.ts'
import { lines } from '../register-kit/web/field-value.tsx'
import { fields } from '../registers/covenants/declaration.ts'
import { covenants } from '../registers/covenants/register.ts'
import { ContactBlock, type Contact, publicContact, publicScope } from './public-frame.tsx'
import { isPublicArrangement } from './published-parts.ts'
import { mustBeOpen, publicBase } from './site-frame.ts'

type Shown = { readonly id: string; readonly input: InputOf<typeof fields> }
const mostShown = 500

export function publicArrangementRoutes(house: House): Hono {
  const app = new Hono()
  app.get('/openbaar/:slug/samenwerkingen', (c) => publicScope(house, c, async (scope) => {
    await mustBeOpen(scope)
    c.header('cache-control', 'public, max-age=60')
    c.header('vary', 'cookie')
    return c.html(<ListPage organisation={scope.organisation} shown={await publicOnes(scope)} contact={await publicContact(scope)} />)
  }))
  app.get('/openbaar/:slug/samenwerkingen/:id', (c) => publicScope(house, c, async (scope) => {
    await mustBeOpen(scope)
    const id = c.req.param('id')
    const [found] = isId(id) ? await publicOnes(scope, id) : []
    if (!found) throw new NotFound(t('Deze samenwerking staat niet (meer) op deze pagina.', 'This cooperation isn’t on this page (any more).'))
    c.header('cache-control', 'public, max-age=60')
    c.header('vary', 'cookie')
    const lookups = await loadLookupsFor(scope, fields, [found.input])
    const said = (key: 'rights_by' | 'information_by' | 'breach_by') => (found.input[key] === null ? [] : [{ term: fields[key].words, description: sayCell(fields[key], found.input[key], lookups) }])
    return c.html(<OnePage organisation={scope.organisation} shown={found} duties={[...said('rights_by'), ...said('information_by'), ...said('breach_by')]} contact={await publicContact(scope)} />)
  }))
  return app
}

/** What the register itself shows to the public: in force, and meant for it. */
async function publicOnes(scope: Scope, id?: string): Promise<Shown[]> {
  const rows = await scope.tx.selectFrom('covenant as t').select('t.id').where(isPublicArrangement(scope)).$if(id !== undefined, (query) => query.where('t.id', '=', id!)).orderBy('t.sort_name').orderBy('t.id').limit(mostShown).execute()
  const found = await loadEntries(scope.tx, covenants, scope.organisation.id, rows.map((row) => row.id))
  const order = new Map(rows.map((row, index) => [row.id, index]))
  return found.map(({ system, input }) => ({ id: system.id, input: input as InputOf<typeof fields> })).toSorted((one, other) => order.get(one.id)! - order.get(other.id)!)
}

type Organisation = { readonly slug: string; readonly name: string }
const base = (slug: string) => `${publicBase(slug)}/samenwerkingen`
const partnersOf = ({ partners }: Shown['input']) => partners.flatMap(({ organisation }) => organisation ?? [])

function ListPage({ organisation: { slug, name }, shown, contact }: { organisation: Organisation; shown: readonly Shown[]; contact: Contact }) {
  return (
    <PublicPage
      heading={t('Met wie wij samen beslissen', 'With whom we decide together')} organisation={name} footer={<ContactBlock contact={contact} />}
      lead={<p>{t(`Soms beslist ${name} samen met anderen over het gebruik van uw gegevens. Hier leest u wat is afgesproken.`, `Sometimes ${name} decides on the use of your data together with others. Here you read what was agreed. The texts are in Dutch.`)}</p>}
    >
      {shown.length === 0
        ? <p>{t('Er staan hier nu geen samenwerkingen.', 'There are no cooperations here now.')}</p>
        : <ul class="wb-public-list">{shown.map(({ id, input }) => <li><Link href={`${base(slug)}/${id}`}><span lang="nl">{input.name}</span></Link><p class="wb-subtle" lang="nl">{partnersOf(input).join(', ')}</p></li>)}</ul>}
    </PublicPage>
  )
}

function OnePage({ organisation: { slug, name }, shown: { input }, duties, contact }: { organisation: Organisation; shown: Shown; duties: readonly { term: Words; description: string }[]; contact: Contact }) {
  return (
    <PublicPage
      heading={input.name ?? ''} organisation={name} crumbs={[{ words: t('Met wie wij samen beslissen', 'With whom we decide together'), href: base(slug) }]} footer={<ContactBlock contact={contact} />}
      lead={input.aim === null ? undefined : <p lang="nl">{input.aim}</p>}
    >
      <Section heading={t('Wat is afgesproken', 'What was agreed')} id="kern"><div lang="nl">{lines(input.essence ?? '')}</div></Section>
      <Section heading={t('Wie wat doet', 'Who does what')} id="wie">
        <DescriptionList terms={[{ term: t('Partners', 'Partners'), description: <span lang="nl">{[name, ...partnersOf(input)].join(', ')}</span> }, ...duties.map(({ term, description }) => ({ term: say(term), description }))]} />
      </Section>
      <Section heading={t('Uw rechten', 'Your rights')} id="rechten">
        {input.contact_point !== null && <p>{t('U kunt terecht bij', 'You can turn to')}: <span lang="nl">{input.contact_point}</span></p>}
        <p>{t('U mag zich ook bij elk van de partners melden (art. 26 lid 3 AVG).', 'You may also turn to each of the partners (art. 26(3) GDPR).')} <Link href={`${publicBase(slug)}/rechten`}>{t('Uw rechten', 'Your rights')}</Link></p>
      </Section>
    </PublicPage>
  )
}
