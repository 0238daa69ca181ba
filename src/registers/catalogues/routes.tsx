// Routes: the addresses of the catalogues, for whoever oversees the register; privacy officer and administrator change them.
import { type Context, Hono } from 'hono'
import { recordAccess } from '../../access-record/record.ts'
import { loadCatalogues } from '../../catalogues/load.ts'
import type { TenantTerm } from '../../catalogues/difference.ts'
import { whyClosed } from '../../catalogues/own-terms.ts'
import { allTerms, catalogueDifference, seenAs, termsOf } from '../../catalogues/tenant-terms.ts'
import { readTermHistory, type TermHappening } from '../../catalogues/term-history.ts'
import { Conflict, type Fault, Invalid, NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t, type Words } from '../../ground/words.ts'
import { ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { Page, type PageProps } from '../../page-kit/layout.tsx'
import type { House } from '../../people/house.ts'
import { dropKeptForm, takeKeptForm } from '../../people/kept-forms.ts'
import { onlyFor, type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { acceptRelease, addTerm, changeTerm, mayManageCatalogues, setTermInUse } from './actions.ts'
import { CataloguePage, readTermQuery } from './catalogue-page.tsx'
import { DifferencePage } from './difference-page.tsx'
import { CatalogueOverview, countCatalogues } from './overview-page.tsx'
import { emptyTerm, TermActions, TermForm, TermPage, type TermValues, valuesOf } from './term-page.tsx'
import { countUses, fieldsWith } from './uses.ts'

type Visit = Context<PeopleEnv>

const done: Readonly<Record<string, Words>> = {
  toegevoegd: { nl: 'De waarde is toegevoegd.', en: 'The term has been added.' }, gewijzigd: { nl: 'De waarde is gewijzigd.', en: 'The term has been changed.' },
  uit: { nl: 'De waarde is buiten gebruik gezet. Verwerkingen die haar hebben, houden haar.', en: 'The term has been put out of use. Activities that have it keep it.' },
  in: { nl: 'De waarde is weer in gebruik.', en: 'The term is in use again.' }, niets: { nl: 'Er was niets gekozen.', en: 'Nothing was chosen.' },
}

/** Pages under `/:slug/catalogi`; `withScope` has run before. */
export function catalogueRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.use('*', async (c, next) => {
    onlyFor(c.get('who'), t('wie over het register gaat', 'those who look after the register'), 'dpo', 'privacy_officer', 'ciso', 'iso', 'process_owner', 'auditor', 'administrator')
    await next()
  })
  const base = (c: Visit) => `/${c.get('who').organisation.slug}/catalogi`
  const page = (c: Visit, props: Omit<PageProps, 'organisation' | 'homeHref' | 'navigation'>, status: 200 | 400 | 409 = 200) => {
    const what = c.req.query('gedaan') ?? ''
    const taken = /^overgenomen-(\d{1,5})$/.exec(what)?.[1]
    const said = Object.hasOwn(done, what) ? done[what] : undefined
    const words = taken ? takenOver(taken) : said && say(said)
    return c.html(<Page {...house.frame(c, c.get('who'))} flash={words ? { tone: what === 'niets' ? 'info' : 'ok', words } : undefined} {...props} />, status)
  }
  const home = (c: Visit) => ({ words: t('Catalogi', 'Catalogues'), href: base(c) })

  app.get('/', (c) => scopeOf(c, house, async (scope) => page(c, {
    heading: t('Catalogi', 'Catalogues'),
    lead: <p>{t('De lijsten waaruit u bij een verwerking kiest. Waarborg levert ze mee; u kunt eigen waarden toevoegen en waarden buiten gebruik zetten.',
      'The lists that you choose from in a processing activity. They come with Waarborg; you can add terms of your own and put terms out of use.')}</p>,
    children: <CatalogueOverview base={base(c)} catalogues={countCatalogues(await allTerms(scope), await catalogueDifference(scope))} mayManage={mayManageCatalogues(scope)} />,
  })))

  app.get('/verschil', (c) => scopeOf(c, house, async (scope) => page(c, {
    heading: t('Verschillen met deze uitgave', 'Differences with this release'), crumbs: [home(c)],
    lead: <p>{t('Wat deze uitgave van Waarborg anders heeft dan uw lijsten. U kiest wat u overneemt.', 'What this release of Waarborg has otherwise than your lists. You choose what you take over.')}</p>,
    children: <DifferencePage base={base(c)} difference={await catalogueDifference(scope)} mayManage={mayManageCatalogues(scope)} />,
  })))

  app.post('/verschil', async (c) => {
    const form = await formOf(c)
    const chosen = form.getAll('term').flatMap((value) => {
      const [, catalogue, key] = /^([a-z-]+)\/(.+)$/.exec(String(value)) ?? []
      return catalogue && key ? [{ catalogue, key }] : []
    })
    const all = form.getAll('_action').at(-1) === 'all'
    const taken = await scopeOf(c, house, (scope) => acceptRelease(scope, all ? 'all' : chosen))
    return c.redirect(`${base(c)}/verschil?gedaan=${taken === 0 ? 'niets' : `overgenomen-${taken}`}`, 303)
  })

  app.get('/:catalogue', (c) => scopeOf(c, house, async (scope) => {
    const catalogue = catalogueIn(c)
    const terms = await termsOf(scope, catalogue.catalogue, { retired: true })
    const events = await readTermHistory(scope, catalogue.catalogue, terms.map(({ key }) => key), 20)
    await recordHistory(scope, events)
    const mayManage = mayManageCatalogues(scope)
    return page(c, {
      heading: say(catalogue.title), crumbs: [home(c)],
      actions: mayManage && !whyClosed(catalogue.catalogue) && <ButtonGroup><ButtonLink look="primary" icon="plus" href={`${base(c)}/${catalogue.catalogue}/nieuw`}>{t('Eigen waarde toevoegen', 'Add an own term')}</ButtonLink></ButtonGroup>,
      children: <CataloguePage {...{ slug: scope.organisation.slug, base: base(c), catalogue, terms, uses: await countUses(scope, catalogue.catalogue), query: readTermQuery(new URL(c.req.url).searchParams), events, mayManage }} />,
    })
  }))

  app.get('/:catalogue/nieuw', async (c) => {
    onlyManagers(c)
    const { catalogue } = catalogueIn(c)
    const kept = await keptValues(c)
    return formPage(c, undefined, kept?.values ?? emptyTerm, [], kept ? { kept: kept.id } : {}, catalogue)
  })

  app.post('/:catalogue/nieuw', async (c) => {
    const { catalogue } = catalogueIn(c)
    const form = await formOf(c)
    const values = valuesFrom([...form])
    try {
      const key = await scopeOf(c, house, (scope) => addTerm(scope, catalogue, ownTerm(values)))
      await drop(c, form)
      return c.redirect(`${base(c)}/${catalogue}/${key}?gedaan=toegevoegd`, 303)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return formPage(c, undefined, values, error.faults, keptOf(form), catalogue)
    }
  })

  app.get('/:catalogue/:key', (c) => scopeOf(c, house, async (scope) => {
    const { term, terms } = await termIn(c, scope)
    const events = await readTermHistory(scope, term.catalogue, [term.key], 200)
    await recordHistory(scope, events)
    const isUsed = fieldsWith(term.catalogue).length > 0
    return page(c, {
      heading: say(term.label), crumbs: [home(c), toCatalogue(c)], actions: mayManageCatalogues(scope) && <TermActions here={termPath(c)} term={term} />,
      children: <TermPage slug={scope.organisation.slug} term={term} terms={terms} count={isUsed ? (await countUses(scope, term.catalogue)).get(term.key) ?? 0 : undefined} events={events} />,
    })
  }))

  app.post('/:catalogue/:key/stand', async (c) => {
    const stand = (await formOf(c)).get('stand')
    if (stand !== 'in' && stand !== 'uit') throw new NotFound()
    await scopeOf(c, house, (scope) => setTermInUse(scope, { catalogue: catalogueIn(c).catalogue, key: c.req.param('key') }, stand === 'in'))
    return c.redirect(`${termPath(c)}?gedaan=${stand}`, 303)
  })

  app.get('/:catalogue/:key/wijzigen', (c) => scopeOf(c, house, async (scope) => {
    onlyManagers(c)
    const { term } = await termIn(c, scope)
    const kept = await keptValues(c)
    return formPage(c, term, kept?.values ?? valuesOf(term), [], { seen: kept?.seen ?? seenAs(term), ...(kept ? { kept: kept.id } : {}) })
  }))

  app.post('/:catalogue/:key/wijzigen', async (c) => {
    const form = await formOf(c)
    const values = valuesFrom([...form])
    const seen = String(form.get('seen') ?? '')
    try {
      await scopeOf(c, house, (scope) => changeTerm(scope, { catalogue: catalogueIn(c).catalogue, key: c.req.param('key') }, ownTerm(values), seen))
      await drop(c, form)
      return c.redirect(`${termPath(c)}?gedaan=gewijzigd`, 303)
    } catch (error) {
      if (error instanceof Invalid) return scopeOf(c, house, async (scope) => formPage(c, (await termIn(c, scope)).term, values, error.faults, { seen, ...keptOf(form) }))
      if (!(error instanceof Conflict)) throw error
      return scopeOf(c, house, async (scope) => {
        const { term } = await termIn(c, scope)
        return formPage(c, term, values, [], { seen: seenAs(term), ...keptOf(form) }, term.catalogue, term)
      })
    }
  })

  function formPage(c: Visit, term: TenantTerm | undefined, values: TermValues, faults: readonly Fault[], hidden: Record<string, string>, catalogue = term!.catalogue, theirs?: TenantTerm) {
    const action = term ? `${termPath(c)}/wijzigen` : `${base(c)}/${catalogue}/nieuw`
    return page(c, {
      heading: term ? t(`${term.label.nl} wijzigen`, `Change ${term.label.en}`) : t('Eigen waarde toevoegen', 'Add an own term'), crumbs: [home(c), toCatalogue(c)], narrow: true, failed: faults.length > 0,
      children: whyClosed(catalogue) && !term
        ? <p>{whyClosed(catalogue)}</p>
        : <TermForm action={action} catalogue={catalogue} values={values} faults={faults} hidden={hidden} cancelHref={term ? termPath(c) : `${base(c)}/${catalogue}`} theirs={theirs} />,
    }, theirs ? 409 : faults.length > 0 ? 400 : 200)
  }

  function toCatalogue(c: Visit) {
    const { catalogue, title } = catalogueIn(c)
    return { words: say(title), href: `${base(c)}/${catalogue}` }
  }

  function termPath(c: Visit): string {
    return `${base(c)}/${catalogueIn(c).catalogue}/${encodeURIComponent(c.req.param('key') ?? '')}`
  }

  async function keptValues(c: Visit) {
    const kept = await takeKeptForm(c, house, c.get('who').actor.accountId)
    return kept && { values: valuesFrom(kept.fields), seen: kept.fields.find(([name]) => name === 'seen')?.[1], id: c.req.query('bewaard') ?? '' }
  }

  async function drop(c: Visit, form: FormData): Promise<void> {
    const { kept } = keptOf(form)
    if (kept) await dropKeptForm(house, kept, c.get('who').actor.accountId)
  }
  return app
}

function takenOver(count: string): string {
  return count === '1' ? t('1 waarde is overgenomen.', '1 term has been taken over.') : t(`${count} waarden zijn overgenomen.`, `${count} terms have been taken over.`)
}

function catalogueIn(c: Visit) {
  const found = loadCatalogues().find(({ catalogue }) => catalogue === c.req.param('catalogue'))
  if (!found) throw new NotFound(t('Deze catalogus bestaat niet.', 'This catalogue doesn’t exist.'))
  return found
}

async function termIn(c: Visit, scope: Scope): Promise<{ term: TenantTerm; terms: TenantTerm[] }> {
  const terms = await termsOf(scope, catalogueIn(c).catalogue, { retired: true })
  const term = terms.find(({ key }) => key === c.req.param('key'))
  if (!term) throw new NotFound(t('Deze waarde bestaat niet.', 'This term doesn’t exist.'))
  return { term, terms }
}

function onlyManagers(c: Visit): void {
  onlyFor(c.get('who'), t('privacy officers en beheerders', 'privacy officers and administrators'), 'privacy_officer', 'administrator')
}

function formOf(c: Visit): Promise<FormData> {
  return c.req.formData().catch(() => new FormData())
}

function valuesFrom(entries: readonly (readonly [string, FormDataEntryValue])[]): TermValues {
  const one = (name: string) => { const value = entries.find(([key]) => key === name)?.[1]; return typeof value === 'string' ? value : '' }
  return { label: one('label'), labelEn: one('labelEn'), note: one('note'), synonyms: one('synonyms'), marks: entries.flatMap(([name, value]) => name === 'marks' && typeof value === 'string' && value !== '' ? [value] : []) }
}

function ownTerm(values: TermValues) {
  return { ...values, synonyms: values.synonyms.split(/\r?\n/) }
}

function keptOf(form: FormData): Record<string, string> {
  const kept = form.get('kept')
  return typeof kept === 'string' && kept !== '' ? { kept } : {}
}

async function recordHistory(scope: Scope, events: readonly TermHappening[]): Promise<void> {
  const ids = new Set(events.flatMap(({ personId }) => personId ? [personId] : []))
  if (ids.size > 0) await recordAccess(scope, { name: 'Geschiedenis van een catalogus bekeken', subjects: [...ids].map((id) => ({ type: 'person', id })) })
}
