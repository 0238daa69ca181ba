// Saved views part: the row of views above a list, with what became of the one that was chosen, and the form to keep the present one.
import { isId } from '../../ground/ids.ts'
import type { Fault } from '../../ground/refusals.ts'
import type { Actor, Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { Button, Link } from '../../page-kit/buttons.tsx'
import { Checkbox } from '../../page-kit/choices.tsx'
import { Details } from '../../page-kit/document.tsx'
import { Form } from '../../page-kit/form.tsx'
import { TextInput } from '../../page-kit/inputs.tsx'
import { Tabs } from '../../page-kit/progress.tsx'
import type { Collaboration } from './book.ts'
import { mayEdit, mayShare, readViews, type SavedView, type ViewInput } from './saved-views.ts'
import { allEntriesAddress, isSameView, viewAddress, viewText } from './view-parameters.ts'

export type SavedViewsProps = {
  /** Address of the list. */
  readonly base: string
  readonly views: readonly (SavedView & { readonly href: string })[]
  /** What the list shows now, without what it doesn't understand. */
  readonly present: URLSearchParams
  /** The view in the address, if it is there (still). */
  readonly chosen: SavedView | undefined
  /** Names of filters of the chosen view that the list doesn't know any more. */
  readonly lapsed: readonly string[]
  readonly actor: Actor
}

/**
 * The views of a list. `redirect` is set where somebody opens the list by its bare address and has a view by default: go there instead.
 * `address` is the request's own.
 */
export async function loadSavedViews(scope: Scope, { book, understand }: Pick<Collaboration, 'book' | 'understand'>, address: string): Promise<{ redirect: string | undefined; shown: SavedViewsProps }> {
  const base = `/${scope.organisation.slug}/${book.path}`
  const asked = new URL(address).searchParams
  const understood = (parameters: URLSearchParams) => new URLSearchParams(viewText(understand(parameters).parameters))
  const views = (await readViews(scope, book.key)).map((view) => ({ ...view, href: viewAddress(base, understood(view.parameters), view.id) }))
  const wanted = asked.get('weergave') ?? ''
  const chosen = isId(wanted) ? views.find(({ id }) => id === wanted) : undefined
  return {
    redirect: asked.size === 0 ? views.find(({ isDefault }) => isDefault)?.href : undefined,
    shown: { base, views, present: understood(asked), chosen, lapsed: chosen ? lapsedIn(chosen.parameters, understand) : [], actor: scope.actor },
  }
}

export function SavedViews({ base, views, present, chosen, lapsed, actor }: SavedViewsProps) {
  // Filters may be clicked together to what a view holds: then that view is where one is.
  const current = chosen && isSameView(present, new URL(views.find(({ id }) => id === chosen.id)!.href, 'http://local').searchParams) ? chosen
    : views.find(({ href }) => isSameView(present, new URL(href, 'http://local').searchParams))
  const now = viewText(present)
  if (views.length === 0 && now === '') return <></>
  return (
    <div class="wb-stack">
      {lapsed.length > 0 && chosen && (
        <Alert tone="warning">
          <p>
            {t(`De weergave “${chosen.name}” gebruikt iets wat deze lijst niet (meer) kent: ${lapsed.join(', ')}. Dat is weggelaten.`, `The view “${chosen.name}” uses something that this list doesn’t know (any more): ${lapsed.join(', ')}. That was left out.`)}{' '}
            {mayEdit(actor, chosen) && <Link href={manageAddress(base, now, chosen.id)}>{t('Werk de weergave bij', 'Update the view')}</Link>}
          </p>
        </Alert>
      )}
      {views.length > 0 && (
        <Tabs
          label={t('Weergaven', 'Views')} tabs={[
            { words: t('Alles', 'All'), href: allEntriesAddress(base), current: current === undefined && now === '' },
            ...views.map((view) => ({ words: view.isShared ? t(`${view.name} (gedeeld)`, `${view.name} (shared)`) : view.name, href: view.href, current: view.id === current?.id })),
          ]}
        />
      )}
      {!current && now !== '' && (
        <Details summary={t('Deze weergave bewaren', 'Keep this view')}>
          <ViewForm action={`${base}/weergaven`} present={now} actor={actor} input={{ name: '', isShared: false, isDefault: false }} faults={[]} button={t('Bewaren', 'Keep')} />
        </Details>
      )}
      {views.length > 0 && <p class="wb-quiet-links"><a href={manageAddress(base, now)}>{t('Weergaven beheren', 'Manage views')}</a></p>}
    </div>
  )
}

/** Name, sharing and default of a view. `present` is what the list shows now, to be kept with it. */
export function ViewForm({ action, present, actor, input, faults, button, onlyDefault }: { action: string; present: string; actor: Actor; input: ViewInput; faults: readonly Fault[]; button: string; onlyDefault?: boolean }) {
  const fault = (at: string) => faults.find((one) => one.at === at)?.message
  return (
    <Form action={action} hidden={{ parameters: present }}>
      {!onlyDefault && <TextInput name="viewName" label={t('Naam', 'Name')} width="medium" maxlength={80} value={input.name} error={fault('viewName')} />}
      <Checkbox name="isDefault" label={t('De lijst hiermee openen', 'Open the list with this')} checked={input.isDefault} />
      {!onlyDefault && mayShare(actor) && <Checkbox name="isShared" label={t('Delen met de organisatie', 'Share with the organisation')} hint={t('Iedereen die de lijst ziet, kan deze weergave dan gebruiken. Ieder ziet alleen wat zijn of haar rol toelaat.', 'Everybody who sees the list can then use this view. Each sees only what the role allows.')} checked={input.isShared} error={fault('isShared')} />}
      <div class="wb-submit"><Button look="primary" name="_action" value="save">{button}</Button></div>
    </Form>
  )
}

/** The page where views, or this one, are renamed, shared, updated and removed; it remembers what the list shows now. */
export function manageAddress(base: string, present: string, view?: string): string {
  return `${base}/weergaven${view === undefined ? '' : `/${view}`}${present === '' ? '' : `?nu=${encodeURIComponent(present)}`}`
}

/** Names of parameters that a list leaves out, or whose value it doesn't know. */
export function lapsedIn(parameters: URLSearchParams, understand: Collaboration['understand']): string[] {
  const kept = understand(parameters)
  return [...new Set(parameters.keys())].filter((name) => !kept.parameters.has(name) || kept.ignored.includes(name))
}
