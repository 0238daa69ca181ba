// Subject marks: whom a disclosure was about, as marks under the organisation's own key: the same person is found again, and nobody can read who it was (art. 19 en 32 AVG).
import { isBsn } from '../../case-kit/person-numbers.ts'
import { pseudonym } from '../../ground/keys.ts'
import { fold } from '../../ground/letters.ts'
import type { Words } from '../../ground/words.ts'
import { readTypedDate } from '../../page-kit/typed-dates.ts'

/** A person as somebody types one: a citizen service number, a name with a date of birth, or a customer number. `text`: in one spelling. */
export type Subject = { readonly kind: 'bsn' | 'person' | 'reference'; readonly text: string }
export type SubjectFault = { readonly line: number; readonly message: Words }

export const mostSubjects = 5000

/** One person a line: `123456782`, `Jansen, A.; 31-12-1980` or `K-2041`. Lines that can't be read are faults, and nothing of them is repeated. Pure. */
export function readSubjects(typed: string): { readonly subjects: readonly Subject[]; readonly faults: readonly SubjectFault[] } {
  const subjects = new Map<string, Subject>()
  const faults: SubjectFault[] = []
  typed.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (line.trim() === '') return
    const read = readSubject(line)
    if ('kind' in read) subjects.set(`${read.kind} ${read.text}`, read)
    else faults.push({ line: index + 1, message: read })
  })
  return { subjects: [...subjects.values()], faults }
}

/** One person as typed. @returns what is wrong instead, without repeating it */
export function readSubject(line: string): Subject | Words {
  const digits = line.replace(/[\s.-]/g, '')
  if (/^\d{8,9}$/.test(digits)) {
    const bsn = digits.padStart(9, '0')
    return isBsn(bsn) ? { kind: 'bsn', text: bsn } : { nl: 'Dit is geen burgerservicenummer: de elfproef klopt niet.', en: 'This is no citizen service number: its proof doesn’t come out.' }
  }
  const [name, birth, ...rest] = line.split(';')
  if (birth !== undefined) {
    const born = readTypedDate(birth)
    if (rest.length > 0 || born === null || letters(name!) === '') return { nl: 'Schrijf de naam, een puntkomma en de geboortedatum, zoals “Naam; 31-12-1980”.', en: 'Write the name, a semicolon and the date of birth, such as “Name; 31-12-1980”.' }
    return { kind: 'person', text: `${letters(name!)}|${born}` }
  }
  const reference = line.replace(/\s+/g, ' ').trim()
  if (reference.length < 2 || reference.length > 200) return { nl: 'Een kenmerk heeft 2 tot 200 tekens.', en: 'A reference has 2 to 200 characters.' }
  return { kind: 'reference', text: fold(reference) }
}

/** By name and date of birth, however the words of the name stand: `Jansen, A.` is `A. Jansen`. */
export function personOf(name: string, birthDate: string): Subject {
  return { kind: 'person', text: `${letters(name)}|${birthDate}` }
}

/** 32 bytes that only this organisation can make of this person. */
export function markOf(organisationKey: Buffer, { kind, text }: Subject): Buffer {
  return pseudonym(organisationKey, `disclosed-${kind}`, text)
}

function letters(name: string): string {
  return fold(name).split(/[^\p{L}\p{N}]+/u).filter(Boolean).toSorted().join(' ')
}
