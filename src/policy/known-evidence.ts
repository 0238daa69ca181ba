// Known evidence: whether what a norm is measured by exists in this release: registers, rules, kinds of entries, fields, deadlines, roles, and rules of rooms.
import type { z } from 'zod'
import { roles } from '../ground/scope.ts'
import { type Evidence, type EvidencePart, partsOf } from './evidence.ts'
import { parameterNames } from './profile.ts'

export type KnownField = {
  /** Values that a norm may name in `where`; undefined: the field holds text, dates or figures, of which no norm names one. */
  readonly values?: readonly (string | boolean)[]
  /** A day, so that a norm may ask how long ago it was. */
  readonly isDay?: boolean
}

export type KnownRegister = {
  readonly rules: readonly string[]
  readonly populations: readonly string[]
  readonly fields?: Readonly<Record<string, KnownField>>
  /** Entries are looked at again by a term. */
  readonly isReviewed?: boolean
  /** Kinds of deadlines that its entries have. */
  readonly deadlines?: readonly string[]
}

export type KnownEvidence = {
  readonly registers: Readonly<Record<string, KnownRegister>>
  /** Rules that rooms bring by name, with the shape of what they ask. */
  readonly rules?: Readonly<Record<string, z.ZodType>>
}

/** `path` begins inside the evidence. */
export type EvidenceFault = { readonly path: readonly PropertyKey[]; readonly reason: string }

/** What a norm leans on, and doesn't exist. */
export function unknownIn(evidence: Evidence, known: KnownEvidence): EvidenceFault[] {
  return partsOf(evidence).flatMap((part, place) => unknownInPart(part, known).map(({ path, reason }) => ({ path: evidence.kind === 'all' ? ['of', place, ...path] : path, reason })))
}

function unknownInPart(part: EvidencePart, known: KnownEvidence): EvidenceFault[] {
  switch (part.kind) {
    case 'findings': return part.in.flatMap((one, place) => inFindings(one, known).map(({ path, reason }) => ({ path: ['in', place, ...path], reason })))
    case 'reviewed': return inEntries(part, known, ({ isReviewed }) => isReviewed === false ? [{ path: ['register'], reason: `Het register “${part.register}” kent geen herziening.` }] : [])
    case 'in_force': return inEntries(part, known)
    case 'recent': return inEntries(part, known, ({ fields }) => [
      ...(fields && !(own(fields, part.field)?.isDay) ? [{ path: ['field'], reason: `Het veld “${part.field}” bestaat niet in “${part.register}”, of is geen datum.` }] : []),
      ...(isTerm(part.within) ? [] : [{ path: ['within'], reason: `“${part.within}” is geen duur en geen parameter.` }]),
    ])
    case 'closed_within_term': return inRegister(part.register, known, ({ deadlines }) => deadlines === undefined || deadlines.includes(part.deadline) ? []
      : [{ path: ['deadline'], reason: `De termijn “${part.deadline}” bestaat niet in “${part.register}”. Kies een van: ${deadlines.join(', ') || '(geen)'}.` }])
    case 'roles_filled': return part.roles.flatMap((role, place) => (roles as readonly string[]).includes(role) ? [] : [{ path: ['roles', place], reason: `De rol “${role}” bestaat niet. Kies een van: ${roles.join(', ')}.` }])
    case 'rule': return inRule(part, known)
    case 'setting':
    case 'manual': return []
  }
}

type Entries = Extract<EvidencePart, { kind: 'in_force' | 'reviewed' | 'recent' }>

function inFindings(part: Extract<EvidencePart, { kind: 'findings' }>['in'][number], known: KnownEvidence): EvidenceFault[] {
  return inRegister(part.register, known, ({ rules, populations }) => [
    ...overFaults(part.over, populations),
    ...part.rules.flatMap((rule, place) => rules.includes(rule) ? [] : [{ path: ['rules', place], reason: `De regel “${rule}” bestaat niet.` }]),
  ])
}

function inEntries({ register, over, where = {} }: Entries, known: KnownEvidence, more: (register: KnownRegister) => EvidenceFault[] = () => []): EvidenceFault[] {
  return inRegister(register, known, (found) => [
    ...overFaults(over, found.populations),
    ...Object.entries(where).flatMap(([field, values]) => {
      if (!found.fields) return []
      const { values: allowed } = own(found.fields, field) ?? {}
      if (!allowed) return [{ path: ['where', field], reason: `Het veld “${field}” bestaat niet in “${register}”, of is geen keuze.` }]
      return values.flatMap((value, place) => allowed.includes(value) ? [] : [{ path: ['where', field, place], reason: `De waarde “${String(value)}” bestaat niet. Kies een van: ${allowed.join(', ')}.` }])
    }),
    ...more(found),
  ])
}

function inRegister(key: string, { registers }: KnownEvidence, check: (register: KnownRegister) => EvidenceFault[]): EvidenceFault[] {
  const found = own(registers, key)
  return found ? check(found) : [{ path: ['register'], reason: `Het register “${key}” bestaat niet.` }]
}

function overFaults(over: string, populations: readonly string[]): EvidenceFault[] {
  return populations.includes(over) ? [] : [{ path: ['over'], reason: `De groep “${over}” bestaat niet. Kies een van: ${populations.join(', ')}.` }]
}

function inRule(part: Extract<EvidencePart, { kind: 'rule' }>, { rules = {} }: KnownEvidence): EvidenceFault[] {
  const shape = own(rules, part.rule)
  if (!shape) return [{ path: ['rule'], reason: `De regel “${part.rule}” bestaat niet. Kies een van: ${Object.keys(rules).join(', ') || '(geen)'}.` }]
  const parsed = shape.safeParse(part.with)
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => ({ path: ['with', ...path], reason: 'Deze waarde past niet bij de regel.' }))
}

/** Whether it is a duration or the name of a parameter. */
function isTerm(text: string): boolean {
  return (parameterNames as readonly string[]).includes(text) || /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?$/.test(text)
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
