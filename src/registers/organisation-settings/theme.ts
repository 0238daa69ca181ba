// Theme: what an administrator chooses of the house style, checked, kept and noted in the history.
import { Conflict, type Fault, Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { currentLanguage, t, type Words } from '../../ground/words.ts'
import { readColour } from '../../page-kit/colour.ts'
import { contrastOnWhite, leastContrast } from '../../page-kit/house-style.ts'
import { digestOf, neutralTheme, readTheme, saveTheme, type Theme } from '../../people/house-styles.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { tidy } from '../../register-kit/parse.ts'
import { readLogo } from './logo.ts'

export const themeKey = 'organisation-theme'

export const themeWords: Readonly<Record<keyof Theme, Words>> = {
  accent: { nl: 'Accentkleur', en: 'Accent colour' },
  logo: { nl: 'Logo', en: 'Logo' },
  letterhead: { nl: 'Naam op briefpapier', en: 'Name on the letterhead' },
}

export type TypedTheme = {
  readonly accent: string
  readonly letterhead: string
  readonly removeLogo: boolean
  readonly file?: Buffer
  /** Digest of the theme that the form showed. */
  readonly seen: string
  readonly keptId?: string
}

const mostLetters = 120

/** @throws Invalid at the fields; Conflict when somebody else chose meanwhile. */
export async function changeTheme(scope: Scope, typed: TypedTheme): Promise<void> {
  const before = await readTheme(scope, { lock: true })
  const accent = readColour(typed.accent)
  const letterhead = tidy(typed.letterhead, false)
  const read = typed.file && readLogo(typed.file)
  const faults: Fault[] = [
    ...accentFaults(typed.accent),
    ...(letterhead.length > mostLetters ? [{ at: 'letterhead', message: t(`Deze naam is te lang: ${letterhead.length} tekens, er passen er ${mostLetters}.`, `This name is too long: ${letterhead.length} characters, of which ${mostLetters} fit.`) }] : []),
    ...(read?.fault ? [{ at: 'logo', message: read.fault }] : []),
  ]
  if (faults.length > 0) throw new Invalid(faults)
  if (typed.seen !== digestOf(before)) throw new Conflict()
  await keep(scope, before, { accent: accent ?? null, letterhead: letterhead || null, logo: read?.fault === undefined ? read?.logo ?? (typed.removeLogo ? null : undefined) : undefined })
}

/** Back to the product's own colours, without logo and letterhead. */
export async function dropTheme(scope: Scope): Promise<void> {
  await keep(scope, await readTheme(scope, { lock: true }), { accent: null, letterhead: null, logo: null })
}

export function accentFaults(typed: string): Fault[] {
  if (typed.trim() === '') return []
  const accent = readColour(typed)
  if (!accent) return [{ at: 'accent', message: t('Dit is geen kleur. Schrijf een # met zes cijfers of letters van a tot en met f, bijvoorbeeld #15538a.', 'This is no colour. Write a # with six digits or letters a to f, for example #15538a.') }]
  const found = contrastOnWhite(accent)
  return found >= leastContrast ? [] : [{ at: 'accent', message: t(
    `De kleur ${accent} heeft op wit een contrast van ${figure(found)} : 1. Voor leesbare woorden is ten minste ${figure(leastContrast)} : 1 nodig. Kies een donkerder kleur.`,
    `The colour ${accent} has a contrast of ${figure(found)} : 1 on white. Readable words need at least ${figure(leastContrast)} : 1. Choose a darker colour.`) }]
}

/** Rounded down: what falls short by a hair must not be shown as enough. */
function figure(contrast: number): string {
  return (Math.floor(contrast * 100) / 100).toLocaleString(currentLanguage() === 'nl' ? 'nl-NL' : 'en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 2 })
}

async function keep(scope: Scope, before: Theme, chosen: Parameters<typeof saveTheme>[1]): Promise<void> {
  await saveTheme(scope, chosen)
  const after = await readTheme(scope)
  const changes = (Object.keys(neutralTheme) as (keyof Theme)[]).filter((field) => before[field] !== after[field]).map((field) => ({ field, before: before[field], after: after[field] }))
  if (changes.length > 0) await writeHistory(scope, themeKey, [{ entryId: scope.organisation.id, verb: 'change', changes }])
}
