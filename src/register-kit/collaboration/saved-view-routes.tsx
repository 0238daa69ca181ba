// Saved view routes: keeping a list under a name, and the page where views are renamed, shared, brought up to date and removed.
import { Hono } from 'hono'
import { type Fault, Invalid, Refused } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Badge, EmptyState } from '../../page-kit/alerts.tsx'
import { Button, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Confirm, ErrorSummary, Section } from '../../page-kit/form.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import type { Collaboration } from './book.ts'
import { changeView, mayEdit, readView, readViews, refilterView, removeView, type SavedView, saveView, type ViewInput } from './saved-views.ts'
import { lapsedIn, manageAddress, ViewForm } from './saved-views-part.tsx'
import { viewAddress, viewText } from './view-parameters.ts'
import { type Failing, idIn, readForm, type SentForm, showPage, trail, type Visit } from './visit.tsx'

type Typed = { readonly input: ViewInput; readonly faults: readonly Fault[] }

/** Pages under `/:slug/<register>`; `withScope` has run before. Mount before the register's own `/:id`. */
export function savedViewRoutes(house: House, collaboration: Pick<Collaboration, 'book' | 'understand'>): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const { book, understand } = collaboration
  const base = (scope: Scope) => `/${scope.organisation.slug}/${book.path}`
  const understood = (text: string) => new URLSearchParams(viewText(understand(new URLSearchParams(text.slice(0, 10_000))).parameters))
  const onView = <T,>(c: Visit, work: (scope: Scope, view: SavedView) => Promise<T>) => scopeOf(c, house, async (scope) => work(scope, await readView(scope, book.key, idIn(c, 'view'))))

  app.get('/weergaven', (c) => scopeOf(c, house, (scope) => manage(c, scope, understood(c.req.query('nu') ?? ''))))
  app.post('/weergaven', async (c) => {
    const form = await readForm(c)
    const present = understood(form.one('parameters'))
    return orShow(form, () => scopeOf(c, house, async (scope) => c.redirect(viewAddress(base(scope), present, await saveView(scope, book.key, inputOf(form), present)), 303)),
      (typed, status) => scopeOf(c, house, (scope) => manage(c, scope, present, typed, status)))
  })
  app.get('/weergaven/:view', (c) => onView(c, (scope, view) => showView(c, scope, view, understood(c.req.query('nu') ?? ''))))
  app.post('/weergaven/:view', async (c) => {
    const form = await readForm(c)
    const present = understood(form.one('parameters'))
    return orShow(form, () => onView(c, async (scope, view) => {
      await changeView(scope, book.key, view, mayEdit(scope.actor, view) ? inputOf(form) : { ...view, isDefault: inputOf(form).isDefault })
      return c.redirect(manageAddress(base(scope), viewText(present)), 303)
    }), (typed, status) => onView(c, (scope, view) => showView(c, scope, view, present, typed, status)))
  })
  app.post('/weergaven/:view/filters', async (c) => {
    const form = await readForm(c)
    const present = understood(form.one('parameters'))
    return orShow(form, () => onView(c, async (scope, view) => {
      await refilterView(scope, view, present)
      return c.redirect(viewAddress(base(scope), present, view.id), 303)
    }), ({ faults }, status) => onView(c, (scope, view) => showView(c, scope, view, present, { input: view, faults }, status)))
  })
  app.get('/weergaven/:view/verwijderen', (c) => onView(c, async (scope, view) => showPage(c, house, {
    heading: t('Weergave verwijderen', 'Remove view'), crumbs: trail(scope, book), narrow: true, lead: <p>{view.name}</p>,
    children: (
      <Confirm
        action={`${base(scope)}/weergaven/${view.id}/verwijderen`} button={t('Verwijderen', 'Remove')} danger cancel={{ words: t('Annuleren', 'Cancel'), href: `${base(scope)}/weergaven` }}
        consequences={[view.isShared ? t('Niemand in uw organisatie kan deze weergave dan nog kiezen.', 'Nobody in your organisation can choose this view any more.') : t('U kunt deze weergave dan niet meer kiezen.', 'You can’t choose this view any more.'), t('Aan wat in de lijst staat, verandert niets.', 'Nothing in the list itself changes.')]}
      />
    ),
  })))
  app.post('/weergaven/:view/verwijderen', (c) => onView(c, async (scope, view) => {
    await removeView(scope, view)
    return c.redirect(`${base(scope)}/weergaven`, 303)
  }))
  return app

  async function orShow(form: SentForm, work: () => Promise<Response>, show: (typed: Typed, status: Failing) => Promise<Response>): Promise<Response> {
    try {
      return await work()
    } catch (error) {
      const faults = error instanceof Invalid ? error.faults : error instanceof Refused ? [{ at: 'viewName', message: error.message }] : undefined
      if (!faults) throw error
      return show({ input: inputOf(form), faults }, error instanceof Refused ? 409 : 400)
    }
  }

  async function manage(c: Visit, scope: Scope, present: URLSearchParams, typed?: Typed, status: Failing = 200) {
    const views = await readViews(scope, book.key)
    const now = viewText(present)
    return showPage(c, house, {
      heading: t('Weergaven', 'Views'), crumbs: trail(scope, book), narrow: true,
      lead: <p>{t(`Bewaarde filters van de lijst “${say(book.words.many)}”.`, `Kept filters of the list “${say(book.words.many)}”.`)}</p>,
      children: (
        <>
          <ErrorSummary faults={typed?.faults ?? []} />
          {views.length === 0
            ? (
              <EmptyState heading={t('Nog geen weergaven', 'No views yet')} icon="filter" action={<ButtonLink href={base(scope)}>{t('Naar de lijst', 'To the list')}</ButtonLink>}>
                <p>{t('Zet in de lijst de filters die u vaak gebruikt, en kies “Deze weergave bewaren”.', 'Set the filters that you often use in the list, and choose “Keep this view”.')}</p>
              </EmptyState>
            )
            : (
              <Table
                caption={t('Weergaven van deze lijst', 'Views of this list')} captionHidden rows={views} columns={[
                  { key: 'name', header: t('Naam', 'Name'), names: true, cell: (view) => <ViewName view={view} scope={scope} /> },
                  { key: 'whose', header: t('Voor wie', 'For whom'), cell: (view) => view.isShared ? (view.isOwn ? t('gedeeld', 'shared') : t(`gedeeld door ${view.by}`, `shared by ${view.by}`)) : t('alleen u', 'you alone') },
                  { key: 'change', header: t('Aanpassen', 'Adjust'), cell: (view) => <ViewLinks view={view} scope={scope} now={now} /> },
                ]}
              />
            )}
          {(now !== '' || typed) && (
            <Section heading={t('Huidige lijst bewaren', 'Keep the present list')} id="nieuw" side={<Link href={now === '' ? base(scope) : `${base(scope)}?${now}`}>{t('Terug naar de lijst', 'Back to the list')}</Link>}>
              <ViewForm action={`${base(scope)}/weergaven`} present={now} actor={scope.actor} input={typed?.input ?? { name: '', isShared: false, isDefault: false }} faults={typed?.faults ?? []} button={t('Bewaren', 'Keep')} />
            </Section>
          )}
        </>
      ),
    }, status)
  }

  function ViewName({ view, scope }: { view: SavedView; scope: Scope }) {
    const lapsed = lapsedIn(view.parameters, understand)
    return (
      <>
        <Link href={viewAddress(base(scope), understand(view.parameters).parameters, view.id)}>{view.name}</Link>
        {view.isDefault && <> <Badge tone="positive">{t('de lijst opent hiermee', 'the list opens with this')}</Badge></>}
        {lapsed.length > 0 && <p class="wb-subtle wb-small">{t('Niet meer bekend in deze lijst', 'Not known in this list any more')}: {lapsed.join(', ')}.</p>}
      </>
    )
  }

  function ViewLinks({ view, scope, now }: { view: SavedView; scope: Scope; now: string }) {
    const href = `${base(scope)}/weergaven/${view.id}`
    const which = <span class="wb-hidden"> {view.name}</span>
    return (
      <span class="wb-quiet-links">
        <a href={manageAddress(base(scope), now, view.id)}>{t('wijzigen', 'change')}{which}</a>
        {mayEdit(scope.actor, view) && <> · <a href={`${href}/verwijderen`}>{t('verwijderen', 'remove')}{which}</a></>}
      </span>
    )
  }

  async function showView(c: Visit, scope: Scope, view: SavedView, present: URLSearchParams, typed?: Typed, status: Failing = 200) {
    const isMine = mayEdit(scope.actor, view)
    const now = viewText(present)
    const href = `${base(scope)}/weergaven/${view.id}`
    return showPage(c, house, {
      heading: view.name, crumbs: [...trail(scope, book), { words: t('Weergaven', 'Views'), href: manageAddress(base(scope), now) }], narrow: true,
      lead: isMine ? undefined : <p>{t('Deze weergave is gedeeld door een collega. U kunt kiezen of de lijst er bij u mee opent.', 'A colleague shared this view. You can choose whether the list opens with it for you.')}</p>,
      children: (
        <>
          <ErrorSummary faults={typed?.faults ?? []} />
          <ViewForm action={href} present={now} actor={scope.actor} input={typed?.input ?? view} faults={typed?.faults ?? []} button={t('Opslaan', 'Save')} onlyDefault={!isMine} />
          {isMine && (now !== '' || lapsedIn(view.parameters, understand).length > 0) && (
            <Section heading={t('Filters', 'Filters')} id="filters">
              <p>{t('De weergave houdt de filters die zij heeft. U kunt ze vervangen door wat de lijst nu laat zien.', 'The view keeps the filters it has. You can replace them by what the list shows now.')}</p>
              <form method="post" action={`${href}/filters`}><input type="hidden" name="parameters" value={now} /><Button>{t('Filters vervangen door die van nu', 'Replace the filters by the present ones')}</Button></form>
            </Section>
          )}
        </>
      ),
    }, status)
  }
}

function inputOf(form: SentForm): ViewInput {
  return { name: form.one('viewName'), isShared: form.one('isShared') === 'yes', isDefault: form.one('isDefault') === 'yes' }
}
