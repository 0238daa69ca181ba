// Known evidence: whether what a norm is measured by exists in this release: registers, rules, kinds of entries, fields, deadlines, roles, and rules of rooms.
import type { z } from 'zod'
import { roles } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
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
    case 'reviewed': return inEntries(part, known, ({ isReviewed }) => isReviewed === false ? [{ path: ['register'], reason: t(`Het register “${part.register}” kent geen herziening.`, `The register “${part.register}” knows no review.`) }] : [])
    case 'in_force': return inEntries(part, known)
    case 'recent': return inEntries(part, known, ({ fields }) => [
      ...(fields && !(own(fields, part.field)?.isDay) ? [{ path: ['field'], reason: t(`Het veld “${part.field}” bestaat niet in “${part.register}”, of is geen datum.`, `The field “${part.field}” doesn’t exist in “${part.register}”, or is no date.`) }] : []),
      ...(isTerm(part.within) ? [] : [{ path: ['within'], reason: t(`“${part.within}” is geen duur en geen parameter.`, `“${part.within}” is no duration and no parameter.`) }]),
    ])
    case 'closed_within_term': return inRegister(part.register, known, ({ deadlines }) => deadlines === undefined || deadlines.includes(part.deadline) ? []
      : [{ path: ['deadline'], reason: t(`De termijn “${part.deadline}” bestaat niet in “${part.register}”. Kies een van: ${deadlines.join(', ') || '(geen)'}.`, `The deadline “${part.deadline}” doesn’t exist in “${part.register}”. Choose one of: ${deadlines.join(', ') || '(none)'}.`) }])
    case 'roles_filled': return part.roles.flatMap((role, place) => (roles as readonly string[]).includes(role) ? [] : [{ path: ['roles', place], reason: t(`De rol “${role}” bestaat niet. Kies een van: ${roles.join(', ')}.`, `The role “${role}” doesn’t exist. Choose one of: ${roles.join(', ')}.`) }])
    case 'rule': return inRule(part, known)
    case 'setting':
    case 'manual': return []
  }
}

type Entries = Extract<EvidencePart, { kind: 'in_force' | 'reviewed' | 'recent' }>

function inFindings(part: Extract<EvidencePart, { kind: 'findings' }>['in'][number], known: KnownEvidence): EvidenceFault[] {
  return inRegister(part.register, known, ({ rules, populations }) => [
    ...overFaults(part.over, populations),
    ...part.rules.flatMap((rule, place) => rules.includes(rule) ? [] : [{ path: ['rules', place], reason: t(`De regel “${rule}” bestaat niet.`, `The rule “${rule}” doesn’t exist.`) }]),
  ])
}

function inEntries({ register, over, where = {} }: Entries, known: KnownEvidence, more: (register: KnownRegister) => EvidenceFault[] = () => []): EvidenceFault[] {
  return inRegister(register, known, (found) => [
    ...overFaults(over, found.populations),
    ...Object.entries(where).flatMap(([field, values]) => {
      if (!found.fields) return []
      const { values: allowed } = own(found.fields, field) ?? {}
      if (!allowed) return [{ path: ['where', field], reason: t(`Het veld “${field}” bestaat niet in “${register}”, of is geen keuze.`, `The field “${field}” doesn’t exist in “${register}”, or is no choice.`) }]
      return values.flatMap((value, place) => allowed.includes(value) ? [] : [{ path: ['where', field, place], reason: t(`De waarde “${String(value)}” bestaat niet. Kies een van: ${allowed.join(', ')}.`, `The value “${String(value)}” doesn’t exist. Choose one of: ${allowed.join(', ')}.`) }])
    }),
    ...more(found),
  ])
}

function inRegister(key: string, { registers }: KnownEvidence, check: (register: KnownRegister) => EvidenceFault[]): EvidenceFault[] {
  const found = own(registers, key)
  return found ? check(found) : [{ path: ['register'], reason: t(`Het register “${key}” bestaat niet.`, `The register “${key}” doesn’t exist.`) }]
}

function overFaults(over: string, populations: readonly string[]): EvidenceFault[] {
  return populations.includes(over) ? [] : [{ path: ['over'], reason: t(`De groep “${over}” bestaat niet. Kies een van: ${populations.join(', ')}.`, `The group “${over}” doesn’t exist. Choose one of: ${populations.join(', ')}.`) }]
}

function inRule(part: Extract<EvidencePart, { kind: 'rule' }>, { rules = {} }: KnownEvidence): EvidenceFault[] {
  const shape = own(rules, part.rule)
  if (!shape) return [{ path: ['rule'], reason: t(`De regel “${part.rule}” bestaat niet. Kies een van: ${Object.keys(rules).join(', ') || '(geen)'}.`, `The rule “${part.rule}” doesn’t exist. Choose one of: ${Object.keys(rules).join(', ') || '(none)'}.`) }]
  const parsed = shape.safeParse(part.with)
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => ({ path: ['with', ...path], reason: t('Deze waarde past niet bij de regel.', 'This value doesn’t fit the rule.') }))
}

/** Whether it is a duration or the name of a parameter. */
function isTerm(text: string): boolean {
  return (parameterNames as readonly string[]).includes(text) || /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?$/.test(text)
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
