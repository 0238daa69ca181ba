// Cell values: what a piece of text from a spreadsheet means as a yes or no, a whole number, or nothing at all.
import { t } from '../../ground/words.ts'
import { grouped } from './table.ts'

/** What was read. `fault` says why nothing could be; `doubt` says what a person should check. Both are sentences, in the reader’s language, without the field's name. */
export type Reading<T> = { readonly value: T | null; readonly fault?: string; readonly doubt?: string }

const nothing = new Set(['', '-', '--', '–', '—', '?', '.', 'nvt', 'n.v.t', 'n.v.t.', 'n.vt', 'niet van toepassing', 'onbekend', 'n.b.', 'nb', 'n.n.b.', 'nnb', 'nog niet bekend', 'not yet known', 'niet bekend', 'leeg', 'n/a', 'na', 'not applicable', 'unknown', 'none', 'null', 'tbd', 'nader te bepalen', 'ntb', 'n.t.b.'])

/** Whether people wrote, one way or another, that there is nothing here. */
export function saysNothing(text: string): boolean {
  return nothing.has(normal(text))
}

const yes = new Set(['ja', 'j', 'yes', 'y', 'waar', 'true', 'x', '1', '✓', '✔', '☑', '☒', 'v', 'aan', 'on', 'wel', 'jawel', '√'])
const no = new Set(['nee', 'n', 'neen', 'no', 'onwaar', 'false', '0', '✗', '✘', '☐', 'uit', 'off', 'geen', 'niet', 'nihil'])

/** `ja`, `x`, `✓`, `1` → true; `nee`, `0`, `geen` → false; empty, `n.v.t.`, `onbekend` → null. "Ja, zie bijlage" is true, in doubt. */
export function readYesNo(text: string): Reading<boolean> {
  if (saysNothing(text)) return { value: null }
  const plain = normal(text).slice(0, 200).replace(/[.!]+$/, '')
  if (yes.has(plain)) return { value: true }
  if (no.has(plain)) return { value: false }
  const start = /^(ja|nee|yes|no)\b(?=\s*[,;:.(\-–])/.exec(plain)
  if (start) {
    const value = yes.has(start[1]!)
    return { value, doubt: t(`“${short(text)}” is gelezen als ${value ? 'ja' : 'nee'}; de rest van de tekst past niet in dit veld.`, `“${short(text)}” was read as ${value ? 'yes' : 'no'}; the rest of the text doesn’t fit in this field.`) }
  }
  return { value: null, fault: t(`“${short(text)}” is geen ja of nee. Schrijf ja of nee, of laat de cel leeg.`, `“${short(text)}” isn’t yes or no. Write yes or no, or leave the cell empty.`) }
}

/** `1.000`, `1 000`, `1000` → 1000. `ca. 1.000` is read in doubt; `1,5`, `10-20` and negative numbers are faults. */
export function readCount(text: string): Reading<number> {
  if (saysNothing(text)) return { value: null }
  const plain = normal(text).slice(0, 200)
  const about = /^(?:ca\.?|circa|ongeveer|±|plusminus|±|~|>|<|>=|<=|≥|≤|meer dan|minder dan|minstens|minimaal|maximaal|max\.?|min\.?)\s*/.exec(plain)?.[0] ?? ''
  const number = plain.slice(about.length).replace(/\s*(?:personen|mensen|betrokkenen|stuks|per jaar|p\/?j|persons|people)$/, '')
  if (!/^(?:\d+|\d{1,3}(?:[.,\s\u00a0]\d{3})+)(?:[.,]0+)?$/.test(number)) {
    return { value: null, fault: t(`“${short(text)}” is geen heel getal. Schrijf alleen cijfers, bijvoorbeeld 1500.`, `“${short(text)}” isn’t a whole number. Write digits only, for instance 1500.`) }
  }
  const value = Number(number.replace(/[.,]0{1,2}$/, '').replace(/\D/g, ''))
  if (!Number.isSafeInteger(value)) return { value: null, fault: t(`“${short(text)}” is te groot voor een aantal.`, `“${short(text)}” is too large for a count.`) }
  return about === '' ? { value } : { value, doubt: t(`“${short(text)}” is gelezen als ${grouped(value)}.`, `“${short(text)}” was read as ${grouped(value)}.`) }
}

/** Lower case, single spaces, no spaces at the edges. */
export function normal(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[\s\u00a0]+/g, ' ').trim()
}

/** The text as a message may quote it. */
export function short(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain
}
