// Visit: what every page of this register shares: its address, its frame, its trail, and how a request is read.
import type { Context } from 'hono'
import { isId } from '../../ground/ids.ts'
import { Invalid, NotAllowed, NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say } from '../../ground/words.ts'
import { recordAccess } from '../../access-record/record.ts'
import { type Crumb, Page, type PageProps } from '../../page-kit/layout.tsx'
import type { House } from '../../people/house.ts'
import type { PeopleEnv } from '../../people/with-scope.ts'
import type { ActivityInput } from './declaration.ts'
import { mayDo, type Verb, verbs } from './lifecycle.ts'
import type { Activity } from './perform.ts'

export type Visit = Context<PeopleEnv>

/** Address of the register (`/duinrade/verwerkingen`). */
export function baseOf(c: Visit): string {
  return `/${c.get('who').organisation.slug}/verwerkingen`
}

/** A page in the organisation's frame; `?gedaan=<verb>` says on it what was just done. */
export function showPage(c: Visit, house: House, props: Omit<PageProps, 'organisation' | 'homeHref' | 'navigation'>, status: 200 | 400 | 409 = 200) {
  const done = c.req.query('gedaan')
  const flash = done && Object.hasOwn(verbs, done) ? { tone: 'ok' as const, words: `De verwerking is ${say(verbs[done as Verb].done)}.` } : undefined
  return c.html(<Page {...house.frame(c, c.get('who'))} flash={flash} {...props} />, status)
}

export function toRegister(c: Visit): Crumb {
  return { words: 'Verwerkingen', href: baseOf(c) }
}

export function toEntry(c: Visit, activity: Activity): Crumb[] {
  return [toRegister(c), { words: activity.input.name ?? '', href: `${baseOf(c)}/${activity.id}` }]
}

/** The id in the address. @throws NotFound when it is none */
export function entryId(c: Visit): string {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw new NotFound('Deze verwerking bestaat niet, of u mag haar niet zien.')
  return id
}

/** The texts of a sent form, in order. @throws Invalid when it can't be read */
export async function textEntries(c: Visit): Promise<(readonly [string, string])[]> {
  const form = await c.req.formData().catch(() => { throw new Invalid([], 'Dit formulier is niet te lezen. Open de pagina opnieuw en verstuur het nog eens.') })
  return [...form.entries()].flatMap(([name, value]) => typeof value === 'string' ? [[name, value] as const] : [])
}

/** Whoever may not do it learns so before the form is filled in, not after. */
export function mustBeAllowed(scope: Scope, verb: Verb, department: string | null): void {
  if (!mayDo(scope.actor, verb, department)) throw new NotAllowed(`Uw rol staat “${say(verbs[verb].words).toLowerCase()}” hier niet toe.`)
}

/** Leaves the access records for the persons that an entry names. */
export async function recordPersons(scope: Scope, input: ActivityInput, name: string): Promise<void> {
  await recordAccess(scope, { name, subjects: [input.owner, input.coordinating_owner].flatMap((id) => id ? [{ type: 'person' as const, id }] : []) })
}
