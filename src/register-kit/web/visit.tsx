// Visit: what every page of a register shares: its address, its frame, its trail, and how a request is read.
import type { Context } from 'hono'
import { isId } from '../../ground/ids.ts'
import { Invalid, NotAllowed, NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { type Crumb, type Flash, Page, type PageProps } from '../../page-kit/layout.tsx'
import type { House } from '../../people/house.ts'
import type { PeopleEnv } from '../../people/with-scope.ts'
import type { AnyInput, Entry } from '../entry.ts'
import { mayDo } from '../lifecycle.ts'
import { recordReading } from '../reading.ts'
import type { Register, Work } from '../register.ts'
import { capital } from '../register-words.ts'

export type Visit = Context<PeopleEnv>
export type Status = 200 | 400 | 409

/** Address of the register (`/duinrade/systemen`). */
export function baseOf(c: Visit, register: Register): string {
  return `/${c.get('who').organisation.slug}/${register.path}`
}

/** A page in the organisation's frame; `?gedaan=<verb>` says on it what was just done. */
export function showPage(c: Visit, house: House, register: Register, props: Omit<PageProps, 'organisation' | 'homeHref' | 'navigation'>, status: Status = 200) {
  return c.html(<Page {...house.frame(c, c.get('who'))} flash={flashOf(c, register)} {...props} />, status)
}

function flashOf(c: Visit, register: Register): Flash | undefined {
  const done = c.req.query('gedaan')
  const verb = done !== undefined && Object.hasOwn(register.lifecycle.verbs, done) ? register.lifecycle.verbs[done] : undefined
  return verb && { tone: 'ok', words: `${capital(say(verb.done))}.` }
}

export function toRegister(c: Visit, register: Register): Crumb {
  return { words: say(register.words.many), href: baseOf(c, register) }
}

export function toEntry(c: Visit, register: Register, entry: Entry): Crumb[] {
  return [toRegister(c, register), { words: titleOf(register, entry.input), href: `${baseOf(c, register)}/${entry.id}` }]
}

export function titleOf(register: Register, input: AnyInput): string {
  return (input[register.named.title] as string | null | undefined) ?? t('Zonder naam', 'Without a name')
}

/** The id in the address. @throws NotFound when it is none */
export function entryId(c: Visit, register: Register): string {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw new NotFound(t(`Dit bestaat niet, of u mag het niet zien (${register.words.one.nl}).`, `This doesn’t exist, or you may not see it (${register.words.one.en}).`))
  return id
}

/** The texts of a sent form, in order. @throws Invalid when it can't be read */
export async function textEntries(c: Visit): Promise<(readonly [string, string])[]> {
  const form = await c.req.formData().catch(() => {
    throw new Invalid([], t('Dit formulier is niet te lezen. Open de pagina opnieuw en verstuur het nog eens.', 'This form can’t be read. Open the page again and send it once more.'))
  })
  return [...form.entries()].flatMap(([name, value]) => typeof value === 'string' ? [[name, value] as const] : [])
}

/** Whoever may not do it learns so before the form is filled in, not after. */
export function mustBeAllowed(scope: Scope, register: Register, verb: string, { department, input }: Work): void {
  if (mayDo(register, scope.actor, verb, department, input)) return
  const { words } = register.lifecycle.verbs[verb]!
  throw new NotAllowed(t(`Uw rol staat “${words.nl.toLowerCase()}” hier niet toe.`, `Your role doesn’t allow “${words.en.toLowerCase()}” here.`))
}

/** Leaves the access records for the persons that an entry names. `act` is kept in Dutch, as every access record is. */
export async function recordPersons(scope: Scope, register: Register, input: AnyInput, act: string): Promise<void> {
  await recordReading(scope, register.fields, [input], `${capital(register.words.one.nl)} ${act}`)
}
