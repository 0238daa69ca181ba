// Profiles: reads the policy profiles from their folder. Every error is reported with file, line and reason, and with one error nothing is loaded.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { Invalid } from '../ground/refusals.ts'
import { ceilings, exceeds } from './ceilings.ts'
import { type KnownEvidence, unknownIn } from './known-evidence.ts'
import { type ParameterName, parameter, type Profile, profileSchema } from './profile.ts'

export type { SettingName } from './evidence.ts'
export { clockOf, parameter, type Norm, type ParameterName, type Profile } from './profile.ts'

/** Something wrong in a profile: line and column count from 1; `path` is `norms.3.id`, or '' for the file as a whole. */
export type ProfileFault = { readonly file: string; readonly line: number; readonly column: number; readonly path: string; readonly reason: string }

export const profileFolder = fileURLToPath(new URL('../../profiles/', import.meta.url))
let shipped: readonly Profile[] | undefined

/**
 * All profiles of a folder (that of this release unless said), in the order of their files; the release's own are read once.
 * @throws Invalid with every error of every file.
 */
export function loadProfiles(folder: string = profileFolder, known?: KnownEvidence): readonly Profile[] {
  if (folder === profileFolder && !known && shipped) return shipped
  const { profiles, faults } = readProfiles(folder, known)
  if (faults.length > 0) {
    throw new Invalid(faults.map((fault) => ({ at: placeOf(fault), message: fault.reason })),
      `De beleidsprofielen kloppen niet; er is niets geladen.\n${faults.map((fault) => `${placeOf(fault)}: ${fault.reason}`).join('\n')}`)
  }
  if (folder === profileFolder) shipped = profiles
  return profiles
}

/** Reads all `.yaml` files of a folder and gives what could be read beside everything that is wrong. */
export function readProfiles(folder: string, known?: KnownEvidence): { profiles: readonly Profile[]; faults: readonly ProfileFault[] } {
  const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)).sort()
  const read = files.map((name) => readProfile(name, readFileSync(join(folder, name), 'utf8'), known))
  return { profiles: read.flatMap(({ profile }) => profile ? [profile] : []), faults: read.flatMap(({ faults }) => faults) }
}

/** Reads one profile from text; `file` is its name, which must be its key. Never throws. */
export function readProfile(file: string, text: string, known?: KnownEvidence): { profile?: Profile; faults: readonly ProfileFault[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { schema: 'core', version: '1.2', lineCounter: lines, uniqueKeys: true, prettyErrors: false })
  const faultAt = (offset: number, path: string, reason: string): ProfileFault => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), path, reason }
  }
  const broken = [...document.errors, ...document.warnings]
  if (broken.length > 0) {
    return { faults: broken.map((error) => faultAt(error.pos[0], '', error.code === 'DUPLICATE_KEY' ? 'Deze sleutel staat er twee keer.' : `Dit is geen geldige YAML (${error.code}).`)) }
  }
  let data: unknown
  try {
    data = document.toJS({ maxAliasCount: 20 })
  } catch {
    return { faults: [faultAt(0, '', 'Dit bestand gebruikt te veel verwijzingen (aliassen), of een die niet bestaat.')] }
  }
  const parsed = profileSchema.safeParse(data, { error: say })
  if (!parsed.success) {
    return { faults: parsed.error.issues.flatMap(flatten).map(({ path, reason }) => faultAt(offsetOf(document, path), path.join('.'), reason)) }
  }
  const faults = checks(file, parsed.data, known).map(({ path, reason }) => faultAt(offsetOf(document, path), path.join('.'), reason))
  return faults.length > 0 ? { faults } : { profile: parsed.data, faults }
}

type Found = { path: PropertyKey[]; reason: string }

/** What the shape can't say: the name of the file, ids that stand there twice, rules that don't exist, terms beyond the law. */
function checks(file: string, profile: Profile, known: KnownEvidence | undefined): Found[] {
  const found: Found[] = []
  if (basename(file).replace(/\.ya?ml$/, '') !== profile.key) found.push({ path: ['key'], reason: `De sleutel is niet de naam van het bestand (${file}).` })
  const seen = new Set<string>()
  profile.norms.forEach(({ id, evidence }, index) => {
    if (seen.has(id)) found.push({ path: ['norms', index, 'id'], reason: `De norm ${id} staat er twee keer.` })
    seen.add(id)
    if (known) for (const { path, reason } of unknownIn(evidence, known)) found.push({ path: ['norms', index, 'evidence', ...path], reason })
  })
  for (const [name, ceiling] of Object.entries(ceilings)) {
    const value = parameter(profile, name as ParameterName)
    if (value !== undefined && exceeds(value, ceiling.duration)) found.push({ path: ['parameters', name], reason: `${value} is langer dan de wet toelaat: hoogstens ${ceiling.duration} (${ceiling.citation}).` })
  }
  return found
}

type Issue = z.core.$ZodIssue

/** Each unknown key gets a fault of its own, and the branches of a union speak for it. */
function flatten(issue: Issue): Found[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...issue.path, key], reason: `De sleutel “${key}” hoort hier niet.` }))
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.find((branch) => branch.every(({ code }) => code !== 'invalid_type')) ?? issue.errors[0]!
    return nearest.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] } as Issue))
  }
  return [{ path: [...issue.path], reason: issue.message }]
}

function say(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'Dit ontbreekt.' : `Hier hoort ${kinds[issue.expected] ?? issue.expected} te staan.`
  if (issue.code === 'invalid_value') return `Kies een van: ${issue.values.join(', ')}.`
  if (issue.code === 'too_small') return issue.origin === 'array' ? 'Hier hoort ten minste één regel te staan.' : 'Dit is leeg of te kort.'
  if (issue.code === 'invalid_union') return 'Deze waarde past hier niet.'
  return 'Deze waarde klopt niet.'
}

const kinds: Readonly<Record<string, string>> = { string: 'tekst', array: 'een lijst', object: 'een groep sleutels', record: 'een groep sleutels', number: 'een getal', boolean: 'ja of nee' }

const placeOf = ({ file, line, column, path }: ProfileFault): string => `${file}:${line}:${column}${path === '' ? '' : ` ${path}`}`

/** Where a path stands in the file; what isn't there is shown at the nearest thing around it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path[length - 1]) : undefined
    if (pair && isScalar(pair.key) && pair.key.range && length === path.length && (pair.value === null || pair.value === undefined)) return pair.key.range[0]
    const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] | null } | undefined
    if (node?.range) return node.range[0]!
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0]
  }
  return document.contents?.range?.[0] ?? 0
}
