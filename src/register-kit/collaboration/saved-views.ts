// Saved views: lists as people like to see them, under a name: for oneself, or shared with the organisation by those who watch over it.
import { sql } from 'kysely'
import { isId, newId } from '../../ground/ids.ts'
import { Invalid, NotAllowed, NotFound, Refused } from '../../ground/refusals.ts'
import { type Actor, hasRole, type Role, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { mostParameterLetters, viewText } from './view-parameters.ts'

export const mostViews = 50
/** Who may give a view to everybody. */
export const sharers: readonly Role[] = ['privacy_officer', 'administrator', 'dpo']

export type SavedView = {
  readonly id: string
  readonly name: string
  readonly parameters: URLSearchParams
  readonly isShared: boolean
  readonly isOwn: boolean
  /** The list opens with it, for the actor. */
  readonly isDefault: boolean
  /** Who made it. */
  readonly by: string
}

export type ViewInput = { readonly name: string; readonly isShared: boolean; readonly isDefault: boolean }

/** The actor's own views and those that are shared, by name. */
export async function readViews(scope: Scope, register: string): Promise<SavedView[]> {
  const me = whoAsks(scope)
  const result = await sql<Omit<SavedView, 'parameters'> & { parameters: string }>`
    select v.id, v.name, v.parameters, v.is_shared as "isShared", v.person_id = ${me} as "isOwn", d.view_id is not null as "isDefault", p.name as by
    from saved_view v join person p on p.organisation_id = v.organisation_id and p.id = v.person_id
      left join saved_view_default d on d.organisation_id = v.organisation_id and d.register = v.register and d.person_id = ${me} and d.view_id = v.id
    where v.organisation_id = ${scope.organisation.id} and v.register = ${register} and (v.person_id = ${me} or v.is_shared)
    order by lower(v.name), v.id`.execute(scope.tx)
  return result.rows.map((row) => ({ ...row, parameters: new URLSearchParams(row.parameters) }))
}

/** @throws NotFound also for a colleague's own view */
export async function readView(scope: Scope, register: string, id: string): Promise<SavedView> {
  const found = isId(id) ? (await readViews(scope, register)).find((view) => view.id === id) : undefined
  if (!found) throw new NotFound(t('Deze weergave bestaat niet (meer).', 'This view doesn’t exist (any more).'))
  return found
}

export function mayShare(actor: Actor): boolean {
  return hasRole(actor, ...sharers)
}

/** One's own, and for those who may share also what is shared. */
export function mayEdit(actor: Actor, view: SavedView): boolean {
  return mayShare(actor) ? view.isOwn || view.isShared : view.isOwn && !view.isShared
}

/** Keeps a list under a name. Gives its id. @throws Invalid, Refused beyond fifty */
export async function saveView(scope: Scope, register: string, input: ViewInput, parameters: URLSearchParams): Promise<string> {
  const me = whoAsks(scope)
  // Two forms sent at once must not make the fifty-first: the person's own row is the turnstile.
  await sql`select from person where organisation_id = ${scope.organisation.id} and id = ${me} for update`.execute(scope.tx)
  const counted = await sql<{ count: number }>`select count(*) as count from saved_view where organisation_id = ${scope.organisation.id} and register = ${register} and person_id = ${me}`.execute(scope.tx)
  if (counted.rows[0]!.count >= mostViews) throw new Refused(t(`U hebt al ${mostViews} weergaven van deze lijst. Verwijder er eerst een.`, `You have ${mostViews} views of this list already. Remove one first.`))
  const accepted = await accept(scope, register, input, undefined)
  const id = newId()
  await scope.tx.insertInto('saved_view').values({
    organisation_id: scope.organisation.id, id, register, person_id: me, ...accepted, parameters: acceptParameters(parameters), created_at: scope.now, updated_at: scope.now,
  }).execute()
  await setDefault(scope, register, id, input.isDefault)
  return id
}

/** Renames, shares or stops sharing. Whoever else had it by default loses it when it isn't shared any more. @throws Invalid, NotAllowed */
export async function changeView(scope: Scope, register: string, view: SavedView, input: ViewInput): Promise<void> {
  // Who may only use a shared view still decides whether the own list opens with it.
  if (mayEdit(scope.actor, view)) {
    const accepted = await accept(scope, register, input, view)
    await scope.tx.updateTable('saved_view').set({ ...accepted, updated_at: scope.now }).where('organisation_id', '=', scope.organisation.id).where('id', '=', view.id).execute()
    if (!accepted.is_shared) await sql`delete from saved_view_default d using saved_view v where d.organisation_id = ${scope.organisation.id} and d.view_id = ${view.id}
      and v.organisation_id = d.organisation_id and v.id = d.view_id and d.person_id <> v.person_id`.execute(scope.tx)
    // A colleague's view that isn't shared any more is out of reach for whoever did this.
    if (!accepted.is_shared && !view.isOwn) return
  }
  await setDefault(scope, register, view.id, input.isDefault)
}

/** The view becomes what the list shows now. @throws Invalid, NotAllowed */
export async function refilterView(scope: Scope, view: SavedView, parameters: URLSearchParams): Promise<void> {
  refuseForeign(scope, view)
  await scope.tx.updateTable('saved_view').set({ parameters: acceptParameters(parameters), updated_at: scope.now }).where('organisation_id', '=', scope.organisation.id).where('id', '=', view.id).execute()
}

export async function removeView(scope: Scope, view: SavedView): Promise<void> {
  refuseForeign(scope, view)
  await scope.tx.deleteFrom('saved_view').where('organisation_id', '=', scope.organisation.id).where('id', '=', view.id).execute()
}

export async function setDefault(scope: Scope, register: string, viewId: string, isDefault: boolean): Promise<void> {
  const here = { organisation_id: scope.organisation.id, register, person_id: whoAsks(scope) }
  if (isDefault) {
    await scope.tx.insertInto('saved_view_default').values({ ...here, view_id: viewId })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'register', 'person_id']).doUpdateSet({ view_id: viewId })).execute()
  } else {
    await scope.tx.deleteFrom('saved_view_default').where('organisation_id', '=', here.organisation_id).where('register', '=', register).where('person_id', '=', here.person_id).where('view_id', '=', viewId).execute()
  }
}

function refuseForeign(scope: Scope, view: SavedView): void {
  if (!mayEdit(scope.actor, view)) throw new NotAllowed(t('Een gedeelde weergave wijzigt de privacy officer, de FG of de beheerder.', 'A shared view is changed by the privacy officer, the DPO or the administrator.'))
}

async function accept(scope: Scope, register: string, input: ViewInput, view: SavedView | undefined) {
  const name = input.name.replace(/\s+/g, ' ').trim()
  const fault = (message: string, at = 'viewName') => new Invalid([{ at, message }])
  if (name === '' || name.length > 80 || name.includes('\0')) throw fault(t('Geef de weergave een naam van hoogstens 80 tekens.', 'Give the view a name of at most 80 characters.'))
  // Whoever shared before and lost the role keeps the name; a new share needs the role.
  if (input.isShared && !mayShare(scope.actor)) throw fault(t('Delen met de organisatie kan de privacy officer, de FG of de beheerder.', 'The privacy officer, the DPO or the administrator can share with the organisation.'), 'isShared')
  const owner = view && !view.isOwn ? sql`(select person_id from saved_view where organisation_id = ${scope.organisation.id} and id = ${view.id})` : sql`${whoAsks(scope)}::uuid`
  const taken = await sql`select from saved_view where organisation_id = ${scope.organisation.id} and register = ${register} and lower(name) = lower(${name}) and id is distinct from ${view?.id ?? null}::uuid
    and is_shared = ${input.isShared} and (is_shared or person_id = ${owner})`.execute(scope.tx)
  if (taken.rows.length > 0) throw fault(input.isShared ? t(`Er is al een gedeelde weergave “${name}”. Kies een andere naam.`, `There is a shared view “${name}” already. Choose another name.`) : t(`U hebt al een weergave “${name}”. Kies een andere naam.`, `You have a view “${name}” already. Choose another name.`))
  return { name, is_shared: input.isShared }
}

function acceptParameters(parameters: URLSearchParams): string {
  const text = viewText(parameters)
  if (text.length > mostParameterLetters || text.includes('%00')) throw new Invalid([{ at: 'viewName', message: t('Deze lijst heeft te veel filters om te bewaren. Haal er een paar weg.', 'This list has too many filters to keep. Take a few away.') }])
  return text
}

function whoAsks({ actor }: Scope): string {
  if (actor.kind !== 'person') throw new NotAllowed()
  return actor.personId
}
