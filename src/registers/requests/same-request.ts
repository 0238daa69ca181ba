// Same request: whether two requests are the same one twice, or one that somebody makes again; said with why. What follows is weighed by people: nothing is refused by itself (art. 12 lid 5 AVG; H-62).
import type { Words } from '../../ground/words.ts'

export type ComparedRequest = {
  readonly right: string | null
  readonly subject_name: string | null
  readonly subject_email: string | null
  readonly subject_birth_date: string | null
  /** ISO moment. */
  readonly received_at: string | null
  readonly subject_reference?: string | null
}

export type Sameness = {
  /** duplicate: sent twice; repeated: asked again; other: the same person asks something else; none: another person, or not to be said. */
  readonly kind: 'duplicate' | 'repeated' | 'other' | 'none'
  readonly why: readonly Words[]
  readonly citation: string
}

const day = 86_400_000
const none: Sameness = { kind: 'none', why: [], citation: 'art. 12 lid 5 AVG' }

/** `days`: within how many the same right asked again is a duplicate rather than a repetition; `again`: how long a repetition is worth saying. */
export function sameRequest(one: ComparedRequest, other: ComparedRequest, { days = 14, again = 365 }: { days?: number; again?: number } = {}): Sameness {
  const person = samePerson(one, other)
  if (!person || one.received_at === null || other.received_at === null) return none
  const apart = Math.abs(Date.parse(one.received_at) - Date.parse(other.received_at)) / day
  if (Number.isNaN(apart) || apart > again) return none
  const since: Words = { nl: `${Math.floor(apart)} dagen na elkaar`, en: `${Math.floor(apart)} days apart` }
  if (one.right === null || one.right !== other.right) return { ...none, kind: 'other', why: [person, { nl: 'een ander recht', en: 'another right' }, since] }
  const right: Words = { nl: 'hetzelfde recht', en: 'the same right' }
  return apart <= days ? { ...none, kind: 'duplicate', why: [person, right, since] } : { ...none, kind: 'repeated', why: [person, right, since] }
}

/** The likest of the earlier ones: a duplicate before a repetition, the latest first. */
export function likestRequest<R extends ComparedRequest>(one: ComparedRequest, others: readonly R[], options?: { days?: number; again?: number }): { readonly request: R; readonly sameness: Sameness } | undefined {
  const order: readonly Sameness['kind'][] = ['duplicate', 'repeated', 'other']
  return others.map((request) => ({ request, sameness: sameRequest(one, request, options) })).filter(({ sameness }) => sameness.kind !== 'none')
    .toSorted((a, b) => order.indexOf(a.sameness.kind) - order.indexOf(b.sameness.kind) || String(b.request.received_at).localeCompare(String(a.request.received_at)))[0]
}

/** A name alone names too many: an address, a birth date or a customer number must agree too, and none may differ. */
function samePerson(one: ComparedRequest, other: ComparedRequest): Words | undefined {
  const [email, birth, reference] = [agree(foldedMail(one.subject_email), foldedMail(other.subject_email)), agree(one.subject_birth_date, other.subject_birth_date), agree(folded(one.subject_reference), folded(other.subject_reference))]
  const name = sameName(one.subject_name, other.subject_name)
  if (birth === false || reference === false || name === false) return undefined
  if (email === true) return { nl: name ? 'dezelfde naam en hetzelfde e-mailadres' : 'hetzelfde e-mailadres', en: name ? 'the same name and e-mail address' : 'the same e-mail address' }
  if (reference === true && name) return { nl: 'dezelfde naam en hetzelfde klantnummer', en: 'the same name and customer number' }
  return birth === true && name ? { nl: 'dezelfde naam en geboortedatum', en: 'the same name and date of birth' } : undefined
}

/** Undefined where one of them isn't known. */
function agree(one: string | null | undefined, other: string | null | undefined): boolean | undefined {
  return one && other ? one === other : undefined
}

/** The same words in whatever order, or with initials for first names; undefined where one isn't known. */
function sameName(one: string | null, other: string | null): boolean | undefined {
  const [first, second] = [wordsOf(one), wordsOf(other)]
  if (first.length === 0 || second.length === 0) return undefined
  if (first.toSorted().join(' ') === second.toSorted().join(' ')) return true
  const surname = first.at(-1) === second.at(-1) ? first.at(-1)! : undefined
  return surname !== undefined && surname.length > 2 && first[0]![0] === second[0]![0] && (first[0]!.length === 1 || second[0]!.length === 1 || first[0] === second[0])
}

const prefixes = new Set(['van', 'de', 'der', 'den', 'het', 'ten', 'ter', 'te', 'op', 'in', 't', 'la', 'le', 'el', 'al', 'von', 'dhr', 'mevr', 'mw', 'heer', 'mevrouw', 'drs', 'ir', 'mr', 'ing', 'dr'])

function wordsOf(name: string | null): string[] {
  return (folded(name) ?? '').split(/[^\p{L}\d]+/u).filter((word) => word !== '' && !prefixes.has(word))
}

/** Without capitals and accents: somebody writes their own name in more than one way. */
function folded(text: string | null | undefined): string | null {
  return text ? text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim() : null
}

/** What stands behind a plus is the same box. */
function foldedMail(email: string | null): string | null {
  return folded(email)?.replace(/\+[^@]*@/, '@') ?? null
}
