// Text scan: finds in free text what names or numbers a person (BSN, IBAN, e-mail, telephone …), so that whoever writes can be asked to take it out.
import { say, type Words } from '../ground/words.ts'
import { isBsn, isIban } from './person-numbers.ts'

export const scanKinds = ['bsn', 'iban', 'email', 'phone', 'licence_plate', 'date_of_birth', 'document_number'] as const
export type ScanKind = (typeof scanKinds)[number]

/** Where it stands: `text.slice(from, to)`. What was found isn't repeated here, so that a finding may be kept. */
export type ScanFinding = { readonly kind: ScanKind; readonly from: number; readonly to: number }

export const scanWords: Readonly<Record<ScanKind, Words>> = {
  bsn: { nl: 'een BSN', en: 'a BSN (citizen service number)' },
  iban: { nl: 'een rekeningnummer', en: 'a bank account number' },
  email: { nl: 'een e-mailadres', en: 'an e-mail address' },
  phone: { nl: 'een telefoonnummer', en: 'a telephone number' },
  licence_plate: { nl: 'een kenteken', en: 'a licence plate' },
  date_of_birth: { nl: 'een geboortedatum', en: 'a date of birth' },
  document_number: { nl: 'een nummer van een identiteitsbewijs', en: 'a number of an identity document' },
}

/** Everything found, in the order of the text and without overlap. Never throws; linear in the length of the text. */
export function scanText(text: string): readonly ScanFinding[] {
  const plain = plainText(text)
  const taken: ScanFinding[] = []
  // What is surest goes first: the digits of an IBAN are no telephone number.
  for (const find of [emails, ibans, plates, births, documents, numbers]) {
    for (const found of find(plain)) if (!taken.some(({ from, to }) => found.from < to && from < found.to)) taken.push(found)
  }
  return taken.toSorted((one, other) => one.from - other.from)
}

/** One sentence that asks the writer to take them out, in both languages; undefined when nothing was found. */
export function scanRequest(findings: readonly Pick<ScanFinding, 'kind'>[]): Words | undefined {
  const kinds = scanKinds.filter((kind) => findings.some((found) => found.kind === kind))
  if (kinds.length === 0) return undefined
  const list = (language: keyof Words, and: string) => kinds.map((kind) => scanWords[kind][language]).join(', ').replace(/, ([^,]*)$/, ` ${and} $1`)
  return {
    nl: `In uw tekst staat waarschijnlijk ${list('nl', 'en')}: haal dat weg, want het is hier niet nodig.`,
    en: `Your text seems to hold ${list('en', 'and')}: please take it out, because it isn’t needed here.`,
  }
}

/** As `scanRequest`, in the language of who reads; '' when nothing was found. */
export function sayScan(findings: readonly Pick<ScanFinding, 'kind'>[]): string {
  const words = scanRequest(findings)
  return words ? say(words) : ''
}

/** The text with what was found blocked out: as long as before, so that places in it still hold. */
export function masked(text: string, findings: readonly ScanFinding[] = scanText(text)): string {
  return findings.toReversed().reduce((left, { from, to }) => left.slice(0, from) + '█'.repeat(to - from) + left.slice(to), text)
}

/** Other spaces, dashes and digits as the plain ones, each of one character, so that places stay true. */
function plainText(text: string): string {
  return text.replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ').replace(/[\u2010-\u2015\u2212]/g, '-').replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}

const at = (kind: ScanKind, from: number, length: number): ScanFinding => ({ kind, from, to: from + length })

/** An address of a desk names nobody. */
const desks = /^(info|post|contact|gemeente|privacy|fg|dpo|ciso|security|servicedesk|helpdesk|support|noreply|no-reply|administratie|secretariaat|klachten|datalek|datalekken|hr|personeelszaken|office|mail)@/i

function emails(text: string): ScanFinding[] {
  return [...text.matchAll(/(?<![\w.%+-])[\w.%+-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,62}[a-z\d])?\.){1,8}[a-z]{2,24}(?![\w-])/gi)].filter(([found]) => !desks.test(found)).map((found) => at('email', found.index, found[0].length))
}

function ibans(text: string): ScanFinding[] {
  return [...text.matchAll(/(?<![a-z\d])[a-z]{2}\d{2}/gi)].flatMap(({ index }) => {
    const [rest = ''] = /^[a-z\d](?:[ .]?[a-z\d]){13,43}/i.exec(text.slice(index, index + 64)) ?? []
    // As short as a country has it: what follows may be the next word.
    for (let length = 15; length <= rest.length; length += 1) {
      const part = rest.slice(0, length)
      if (/[a-z\d]$/i.test(part) && !/^[a-z\d]/i.test(text.slice(index + length)) && isIban(part)) return [at('iban', index, length)]
    }
    return []
  })
}

/** The Dutch forms, with their dashes: three groups of letters or digits, six in all. */
const plateForms = /(?<![\w-])(?:[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|[A-Z]{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d{2}-[A-Z]|[A-Z]-\d{2}-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d)(?![\w-])/g
const plateAsked = /(?:kenteken|nummerplaat|licen[cs]e plate|number plate)(?:nummer)?(?: is| van| of)?[ :]{1,3}([a-z\d]{6}|[a-z\d]{1,3}[- ][a-z\d]{1,3}[- ][a-z\d]{1,3})(?![\w-])/gi

function plates(text: string): ScanFinding[] {
  const asked = [...text.matchAll(plateAsked)].filter(([, plate = '']) => /\d/.test(plate) && /[a-z]/i.test(plate) && plate.replace(/[- ]/g, '').length === 6)
  return [...[...text.matchAll(plateForms)].map((found) => at('licence_plate', found.index, found[0].length)), ...asked.map((found) => at('licence_plate', found.index + found[0].length - found[1]!.length, found[1]!.length))]
}

const months = 'jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|march|mar|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|aug(?:ustus|ust)?|sep(?:tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
/** Only where the words before it say so: every other date in a report says when something happened. */
const birthAsked = new RegExp(`(?:geboren|geboortedatum|geb\\.?|geb\\.?\\s?datum|date of birth|birth date|birthday|dob|born)[ :(]{0,3}(?:is|op|on|in)?[ :(]{0,3}(\\d{1,2}[-/. ]\\d{1,2}[-/. ](?:19|20)?\\d{2}|(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2} (?:${months})\\.? (?:19|20)?\\d{2}|(?:${months})\\.? \\d{1,2},? (?:19|20)\\d{2})(?!\\d)`, 'gi')

function births(text: string): ScanFinding[] {
  return [...text.matchAll(birthAsked)].map((found) => at('date_of_birth', found.index + found[0].length - found[1]!.length, found[1]!.length))
}

/** Two letters, six letters or digits, a digit (passport, identity card), or the ten digits of a driving licence; where the words before it say what it is. */
const documentAsked = /(?:paspoort|identiteitskaart|identiteitsbewijs|id-kaart|rijbewijs|verblijfsdocument|document|passport|identity card|id card|driving licen[cs]e|driver’s license)(?:nummer|nr\.?| nummer| number| nr\.?| no\.?)?(?: is| van| of| met| with)?(?: nummer| number| nr\.?)?[ :]{1,3}([a-np-z]{2}[a-np-z\d]{6}\d|\d{10})(?!\w)/gi

function documents(text: string): ScanFinding[] {
  return [...text.matchAll(documentAsked)].filter(([, number = '']) => /\d.*\d/.test(number)).map((found) => at('document_number', found.index + found[0].length - found[1]!.length, found[1]!.length))
}

/** What numbers a case, a firm or a sum, not a person. */
const otherNumber = /(?:zaak|zaaknummer|zaaknr\.?|dossier|dossiernummer|kenmerk|referentie|referentienummer|factuur|factuurnummer|order|ordernummer|melding|meldingsnummer|kvk|kvk-nummer|rsin|case|case number|reference|invoice|ticket)[ :#.]{1,3}$|[€$£] ?$|\beur(?:o)? $/i

function numbers(text: string): ScanFinding[] {
  return [...text.matchAll(/(?<![\p{L}\d_/-])\+?\d(?:[ .\-/()]{0,2}\d){7,}(?![\p{L}\d_])/gu)].flatMap(({ 0: run, index }) => {
    if (otherNumber.test(text.slice(Math.max(0, index - 30), index))) return []
    if (isPhone(run)) return [text[index - 1] === '(' && run.includes(')') ? at('phone', index - 1, run.length + 1) : at('phone', index, run.length)]
    const after = text.slice(index + run.length, index + run.length + 8)
    if (/^,\d\d(?!\d)|^ ?(?:euro|eur)\b/i.test(after)) return []
    // Nine digits in groups, or a list of them with spaces between.
    if (/^\d(?:[ .-]?\d){8}$/.test(run)) return isBsn(run.replace(/\D/g, '')) ? [at('bsn', index, run.length)] : []
    return [...run.matchAll(/(?<![^ ])\d{9}(?![^ ])/g)].filter(([number]) => isBsn(number)).map((found) => at('bsn', index + found.index, 9))
  })
}

/** A Dutch number of ten digits (no 0800, 0900 or 14 …, which are desks), or one of another country with its +. */
function isPhone(run: string): boolean {
  const digits = run.replace(/\D/g, '')
  if (run.startsWith('+') || /^00[1-9]/.test(digits)) return digits.length >= 9 && digits.length <= 17
  return /^0[1-9]\d{8}$/.test(digits) && !/^0(800|900|906|909)/.test(digits)
}
