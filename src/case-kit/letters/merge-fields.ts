// Merge fields: what a letter may say of a case by itself: the organisation, the days that matter, the way to object or complain, and every field of the case's own register.
import { dayOf, sayDay } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t, type Words } from '../../ground/words.ts'
import type { AnyInput, Entry } from '../../register-kit/entry.ts'
import { loadLookupsFor } from '../../register-kit/lookups.ts'
import type { Register } from '../../register-kit/register.ts'
import { sayValue } from '../../register-kit/say-value.ts'
import type { MergeValues } from './fill-letter.ts'
import { complaintWords, remedyWords } from './remedy.ts'

/** Words for the merge fields of a case, in the present language. */
export async function mergeValues(scope: Scope, register: Register, entry: Entry, addressee: string | null): Promise<MergeValues> {
  const { organisation, tx, now, actor } = scope
  const about = await tx.selectFrom('organisation').select(['name', 'contact_address', 'contact_email', 'contact_phone', 'dpo_contact', 'website']).where('id', '=', organisation.id).executeTakeFirstOrThrow()
  const reach = [about.contact_email, about.contact_phone].filter((one) => one !== null).join(', ')
  return {
    ...await ofEntry(scope, register, entry),
    ...daysOf(entry, now),
    organisation: about.name, today: sayDay(dayOf(now)), number: String(entry.input[register.named.number.field] ?? ''),
    salutation: addressee ? t(`Beste ${addressee},`, `Dear ${addressee},`) : t('Geachte heer of mevrouw,', 'Dear Sir or Madam,'),
    closing: [t('Met vriendelijke groet,', 'Yours sincerely,'), ...(actor.kind === 'person' ? [`${actor.name}  `] : []), about.name].join('\n\n').replace('  \n\n', '  \n'),
    contact: reach === '' ? null : t(`Neem dan contact met ons op: ${reach}. Noem het nummer dat boven deze brief staat.`, `Then contact us: ${reach}. Mention the number at the top of this letter.`),
    dpo_contact: about.dpo_contact,
    remedy: remedyWords(organisation.kind, { organisation: about.name, address: about.contact_address, email: about.contact_email }),
    complaint_authority: complaintWords(),
  }
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
export function fieldLabel(register: Register, field: string): string {
  const declared = register.fields[field] ?? register.fields[field.replace(/_on$/, '_at')]
  const words = letterFields[field] ?? declared?.words
  return words ? say(words).replace(/[[\]{}]/g, '') : field.replaceAll('_', ' ')
}

export const letterFields: Readonly<Record<string, Words>> = {}

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
function daysOf({ deadlines = [] }: Entry, now: Date): MergeValues {
  const running = deadlines.findLast(({ metAt, lapsedAt }) => metAt === null && lapsedAt === null) ?? deadlines.at(-1)
  if (!running) return {}
  const due = running.dueOn ?? dayOf(running.dueAt)
  const suspended = running.suspensions.findLast(({ until }) => until === null)
  return {
    due_on: sayDay(due), extension_reason: running.extensionReason, suspended_on: sayDay(dayOf(running.suspendedAt ?? now)), suspension_reason: suspended?.reason ?? null,
    first_due_on: sayDay(dayOf(new Date(running.firstDueAt.getTime() - 1))),
  }
}

