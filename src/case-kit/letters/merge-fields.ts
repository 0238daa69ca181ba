// Merge fields: what a letter may say of a case by itself: the organisation, the days that matter, the way to object or complain, and every field of the case's own register.
import { dayOf, sayDay } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import type { AnyInput, Entry } from '../../register-kit/entry.ts'
import { loadLookupsFor } from '../../register-kit/lookups.ts'
import type { Register } from '../../register-kit/register.ts'
import { sayValue } from '../../register-kit/say-value.ts'
import { type Place, remediesFor, remediesForComplaint, type RemedyRight } from '../remedies.ts'
import { fieldLabels } from './field-labels.ts'
import type { MergeValues } from './fill-letter.ts'
import { processingFacts } from './processing-facts.ts'
import type { StandardLetter } from './standard-letter.ts'

/** Words for the merge fields of a standard letter on a case, in the present language. */
export async function mergeValues(scope: Scope, register: Register, entry: Entry, template: Pick<StandardLetter, 'outcome'>, addressee: string | null): Promise<MergeValues> {
  const { organisation, tx, now, actor } = scope
  const about = await tx.selectFrom('organisation').select(['name', 'contact_address', 'contact_email', 'contact_phone', 'dpo_contact']).where('id', '=', organisation.id).executeTakeFirstOrThrow()
  const reach = [about.contact_email, about.contact_phone].filter((one) => one !== null).join(', ')
  const own = await ofEntry(scope, register, entry)
  const place: Place = { body: about.name, ...(about.contact_address ? { address: about.contact_address.replace(/\s*\n\s*/g, ', ') } : {}), ...(about.dpo_contact ? { dpo: about.dpo_contact } : {}), on: dayOf(now) }
  return {
    ...await processingFacts(scope, entry), ...own, ...daysOf(entry),
    refusal_grounds: own.grounds, erasure_case: own.decided_case, recipients_told: own.recipients,
    organisation: about.name, number: String(entry.input[register.named.number.field] ?? ''),
    salutation: greeting(addressee), closing: `${t('Met vriendelijke groet,', 'Yours sincerely,')}\n\n${actor.kind === 'person' ? `${actor.name}\\\n` : ''}${about.name}`,
    contact: reach === '' ? null : t(`Neem contact met ons op: ${reach}. Noem het nummer dat boven deze brief staat.`, `Contact us: ${reach}. Mention the number at the top of this letter.`),
    dpo_contact: about.dpo_contact,
    remedy: (register.key === 'complaints' ? remediesForComplaint(organisation.kind, place) : remediesFor(organisation.kind, rightOf(entry.input.right), template.outcome ?? 'refused', place)).map(({ words }) => say(words)).join('\n\n'),
  }
}

export function greeting(addressee: string | null): string {
  return addressee ? t(`Beste ${addressee},`, `Dear ${addressee},`) : t('Geachte heer of mevrouw,', 'Dear Sir or Madam,')
}

/** Whom a letter to whoever brought the case goes to: the representative where there is one. */
export function addresseeOf(input: AnyInput): { readonly name: string | null; readonly address: string | null; readonly email: string | null } {
  const one = (...keys: readonly string[]) => {
    for (const key of keys) if (typeof input[key] === 'string' && input[key].trim() !== '') return input[key].trim()
    return null
  }
  const isRepresented = one('representative_name') !== null
  return {
    name: one('representative_name', 'subject_name', 'reporter_name'),
    address: isRepresented ? one('representative_address') : one('subject_address', 'reporter_address'),
    email: isRepresented ? one('representative_email') : one('subject_email', 'reporter_email'),
  }
}

/** What belongs in the gap of a field, in the present language. */
export function fieldLabel(register: Pick<Register, 'fields'>, field: string): string {
  const words = fieldLabels[field] ?? (register.fields[field] ?? register.fields[field.replace(/_on$/, '_at')])?.words
  return words ? say(words).replace(/[[\]{}]/g, '') : field.replaceAll('_', ' ')
}

/** Each field of the register under its own key; a moment also as its day (`received_at` > `received_on`). What isn't filled in isn't known. */
async function ofEntry(scope: Scope, register: Register, { input }: Entry): Promise<MergeValues> {
  const lookups = await loadLookupsFor(scope, register.fields, [input])
  return Object.fromEntries(Object.entries(register.fields).flatMap(([key, field]): [string, MergeValues[string]][] => {
    const said = sayValue(field, input[key], lookups, { bare: true })
    const value = said.length === 0 ? null : said.length === 1 ? said[0]! : said
    return field.type === 'moment' && typeof input[key] === 'string' ? [[key, value], [key.replace(/_at$/, '_on'), sayDay(dayOf(new Date(input[key])))]] : [[key, value]]
  }))
}

/** The day of the deadline that runs, with its extension and standstill. */
function daysOf({ deadlines = [] }: Entry): MergeValues {
  const running = deadlines.find(({ metAt, lapsedAt }) => metAt === null && lapsedAt === null) ?? deadlines[0]
  if (!running) return {}
  const suspended = running.suspensions.findLast(({ until }) => until === null)
  return {
    due_on: sayDay(running.dueOn ?? dayOf(running.dueAt)), extension_reason: running.extensionReason,
    suspended_on: suspended ? sayDay(dayOf(new Date(suspended.from))) : null, suspension_reason: suspended?.reason ?? null,
  }
}

const remedyRights: readonly RemedyRight[] = ['information', 'access', 'rectification', 'erasure', 'restriction', 'recipients', 'portability', 'objection', 'automated', 'police_access', 'police_correction']

/** The right of a case, as the ways to go on know it; an objection to marketing is one to use. */
function rightOf(right: unknown): RemedyRight {
  if (right === 'marketing') return 'objection'
  return remedyRights.find((one) => one === right) ?? 'access'
}
