// Letters: what other rooms ask of the letters of a case: begin one from a standard letter, list them, and what of them whoever brought the case may read.
import { sql } from 'kysely'
import { unseal } from '../../ground/keys.ts'
import { NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { inLanguage, type Language, say, type Words } from '../../ground/words.ts'
import { loadEntry } from '../../register-kit/perform.ts'
import type { Register } from '../../register-kit/register.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { fillLetter, type MergeValues } from './fill-letter.ts'
import { listFields } from './letter-check.ts'
import { insertLetter, type Letter, readLetters } from './letter-store.ts'
import { addresseeOf, fieldLabel, mergeValues } from './merge-fields.ts'
import { standardLetter } from './standard-letters.ts'

export type DraftOptions = {
  /** The case's own language where left out. */
  readonly language?: Language
  /** Words for merge fields that the case doesn't hold, or holds otherwise (`{ refusal_grounds: '…' }`). */
  readonly fields?: MergeValues
  readonly addressee?: string | null
  readonly address?: string | null
  readonly email?: string | null
  /** False for a letter that isn't for whoever brought the case, such as one to a recipient. */
  readonly isShownOutside?: boolean
}

/**
 * Begins a letter on a case as a draft, from a standard letter (see docs/letters.md for the keys); what isn't known stands in it as a gap that a colleague fills.
 * Nothing is sent: a colleague reads, finalises and sends it on the case's page. In the scope's transaction; stands in the entry's history.
 * @returns the letter's id @throws NotFound when the entry isn't there or the register has no such standard letter
 */
export async function draftLetter(scope: Scope, register: Register, entryId: string, templateKey: string, extra: DraftOptions = {}): Promise<string> {
  const template = standardLetter(templateKey)
  if (!template || template.register !== register.key) throw new NotFound()
  const entry = await loadEntry(scope, register, entryId)
  const isOurs = template.to === 'subject' || template.to === 'reporter'
  const receiver = isOurs ? addresseeOf(entry.input) : { name: null, address: null, email: null }
  const language = extra.language ?? (entry.input.language === 'en' && isOurs ? 'en' : 'nl')
  const fill = (text: string, values: MergeValues) => fillLetter(text, values, (field) => fieldLabel(register, field), template.isForList ? listFields : [])
  const id = await inLanguage(language, async () => {
    const addressee = extra.addressee === undefined ? receiver.name : extra.addressee
    const values = { ...await mergeValues(scope, register, entry, template, addressee), ...extra.fields }
    return insertLetter(scope, {
      register: register.key, entryId, template: template.key, language, isForList: template.isForList === true, isShownOutside: extra.isShownOutside ?? isOurs,
      addressee: template.isForList ? null : addressee, address: template.isForList ? null : extra.address === undefined ? receiver.address : extra.address, email: template.isForList ? null : extra.email === undefined ? receiver.email : extra.email,
      subject: fill(say(template.subject), values).slice(0, 200), body: fill(say(template.body), values), bsnReason: null,
    })
  })
  await writeHistory(scope, register.key, [{ entryId, verb: 'draft_letter', note: template.words.nl }])
  return id
}

/** All letters of a case, the newest first. Whoever may see the entry may ask; the caller has checked that. */
export function lettersOf(scope: Scope, register: Pick<Register, 'key'>, entryId: string): Promise<Letter[]> {
  return readLetters(scope, register.key, entryId)
}

export type OutsideLetter = { readonly id: string; readonly subject: string; readonly language: Language; readonly sentOn: Date; /** The very file that was sent. */ readonly pdf: () => Promise<Buffer> }

/** Letters of a case that were sent to whoever brought it, the newest first, for its status page: only those, as they were sent, never drafts or letters to others. */
export async function sentLettersForOutside(scope: Scope, register: Pick<Register, 'key'>, entryId: string): Promise<OutsideLetter[]> {
  const { rows } = await sql<{ id: string; version: number; subject: string; language: Language; sentOn: Date }>`
    select l.id, v.number as version, v.subject, l.language, min(s.at) as "sentOn"
    from letter l
      join letter_sending s on s.organisation_id = l.organisation_id and s.letter_id = l.id
      join letter_version v on v.organisation_id = l.organisation_id and v.letter_id = l.id and v.number = s.version
    where l.organisation_id = ${scope.organisation.id} and l.register = ${register.key} and l.entry_id = ${entryId} and l.is_shown_outside and not l.is_for_list and v.pdf is not null
    group by l.id, v.number, v.subject, l.language order by min(s.at) desc, l.id`.execute(scope.tx)
  return rows.map(({ version, ...row }) => ({ ...row, pdf: () => pdfOf(scope, row.id, version) }))
}

/** The printed file of a frozen version. @throws NotFound */
export async function pdfOf(scope: Scope, letterId: string, version: number): Promise<Buffer> {
  const row = await scope.tx.selectFrom('letter_version').select('pdf').where('organisation_id', '=', scope.organisation.id).where('letter_id', '=', letterId).where('number', '=', version).executeTakeFirst()
  if (!row?.pdf) throw new NotFound()
  return unseal(scope.organisation.key, pdfPurpose(letterId, version), row.pdf)
}

/** What the sealed file of a version is bound to, so that one can't be put in the place of another. */
export function pdfPurpose(letterId: string, version: number): string {
  return `letter:${letterId}:${version}`
}

/** For a register's `alsoDone`: what its history says of letters. */
export const letterHistory: Readonly<Record<string, Words>> = {
  draft_letter: { nl: 'brief begonnen', en: 'letter begun' },
  finalise_letter: { nl: 'brief definitief gemaakt', en: 'letter made final' },
  send_letter: { nl: 'brief verstuurd', en: 'letter sent' },
  withdraw_letter: { nl: 'brief ingetrokken', en: 'letter withdrawn' },
  return_letter: { nl: 'brief teruggekomen', en: 'letter came back' },
  settle_letter: { nl: 'onzekere verzending beslist', en: 'uncertain sending decided' },
  send_list: { nl: 'brief aan velen verstuurd', en: 'letter sent to many' },
  destroy_list: { nl: 'verzendlijst vernietigd', en: 'mailing list destroyed' },
}
