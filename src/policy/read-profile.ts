// Read profile: a profile from text, or everything that is wrong with it, each with its place.
import type { z } from 'zod'
import { t } from '../ground/words.ts'
import type { KnownEvidence } from './known-evidence.ts'
import { type Profile, profileSchema } from './profile.ts'
import { type Found, profileChecks } from './profile-checks.ts'
import { readYamlText } from './yaml-text.ts'

/** Something wrong in a profile: line and column count from 1; `path` is `norms.3.id`, or '' for the file as a whole. */
export type ProfileFault = { readonly file: string; readonly line: number; readonly column: number; readonly path: string; readonly reason: string }

/** `file` is what the faults name; a profile that stands in a file of its own has the file's name as its key. Never throws. */
export function readProfile(file: string, text: string, known?: KnownEvidence, options: { key?: string } = { key: file.replace(/^.*\//, '').replace(/\.ya?ml$/, '') }): { profile?: Profile; faults: readonly ProfileFault[] } {
  const read = readYamlText(text)
  if ('faults' in read) return { faults: read.faults.map(({ line, column, reason }) => ({ file, line, column, path: '', reason })) }
  const { profile, found } = checkProfile(read.data, options.key, known)
  const faults = found.map(({ path, reason }) => ({ file, ...read.placeOf(path), path: path.join('.'), reason }))
    .toSorted((one, other) => one.line - other.line || one.column - other.column)
  return profile ? { profile, faults } : { faults }
}

/** The same checks on data that didn't come as text. */
export function checkProfile(data: unknown, key: string | undefined, known: KnownEvidence | undefined): { profile?: Profile; found: readonly Found[] } {
  const parsed = profileSchema.safeParse(data, { error: sayIssue })
  const found = [...(parsed.success ? [] : parsed.error.issues.flatMap(flatten)), ...profileChecks(data, key, known)]
  return parsed.success && found.length === 0 ? { profile: parsed.data, found } : { found }
}

/** Each unknown key gets a fault of its own, and the branches of a union speak for it. */
function flatten(issue: z.core.$ZodIssue): Found[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...issue.path, key], reason: t(`De sleutel “${key}” hoort hier niet.`, `The key “${key}” doesn’t belong here.`) }))
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.find((branch) => branch.every(({ code }) => code !== 'invalid_type')) ?? issue.errors[0]!
    return nearest.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue))
  }
  return [{ path: [...issue.path], reason: issue.message }]
}

function sayIssue(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type') return issue.input === undefined ? t('Dit ontbreekt.', 'This is missing.') : t(`Hier hoort ${kinds()[issue.expected] ?? issue.expected} te staan.`, `This must be ${kinds()[issue.expected] ?? issue.expected}.`)
  if (issue.code === 'invalid_value') return t(`Kies een van: ${issue.values.join(', ')}.`, `Choose one of: ${issue.values.join(', ')}.`)
  if (issue.code === 'too_small') return issue.origin === 'array' ? t('Hier hoort ten minste één regel te staan.', 'There must be at least one line here.') : t('Dit is leeg of te kort.', 'This is empty or too short.')
  if (issue.code === 'too_big') return t('Dit is te lang of te veel.', 'This is too long or too much.')
  if (issue.code === 'invalid_union') return t('Deze waarde past hier niet.', 'This value doesn’t fit here.')
  return t('Deze waarde klopt niet.', 'This value isn’t right.')
}

function kinds(): Readonly<Record<string, string>> {
  return {
    string: t('tekst', 'text'), array: t('een lijst', 'a list'), object: t('een groep sleutels', 'a group of keys'), record: t('een groep sleutels', 'a group of keys'),
    number: t('een getal', 'a number'), boolean: t('ja of nee', 'yes or no'),
  }
}
