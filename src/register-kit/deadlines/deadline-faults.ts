// Deadline faults: what can't be right in the deadlines that a register declares, each said with its key. Pure.
import { type Clock, lengthOf } from '../../calendar/duration.ts'
import { legalTerms } from '../../calendar/legal-terms.ts'
import { regimes } from '../../calendar/regimes.ts'
import { clocks, parameterNames } from '../../policy/profile.ts'
import type { DeadlineDeclaration, DeclaredTerm } from '../deadline-declaration.ts'
import type { Fields } from '../field-types.ts'
import type { Lifecycle } from '../register.ts'

type Declared = { readonly fields: Fields; readonly lifecycle: Lifecycle; readonly deadlines?: Readonly<Record<string, DeadlineDeclaration>> | undefined }

export function deadlineFaults({ fields, lifecycle, deadlines = {} }: Declared): string[] {
  return Object.entries(deadlines).flatMap(([key, deadline]) => [
    ...(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(key) ? [] : ["isn't snake_case"]), ...(isSaid(deadline.words) ? [] : ['has no words in both languages']),
    ...startFaults(deadline, fields, lifecycle), ...endFaults(deadline, fields, lifecycle),
    ...termFaults('its term', deadline.term), ...(deadline.extension ? termFaults('its extension', deadline.extension) : []), ...ceilingFaults(deadline),
  ].map((fault) => `deadline “${key}” ${fault}`))
}

function startFaults({ startsAt, appliesTo }: DeadlineDeclaration, fields: Fields, { verbs }: Lifecycle): string[] {
  if (startsAt === 'created') return appliesTo ? ['starts with the entry and applies to some only: let it start at a field'] : []
  if ('verb' in startsAt) return Object.hasOwn(verbs, startsAt.verb) ? [] : [`starts at step “${startsAt.verb}”, which isn't there`]
  const field = Object.hasOwn(fields, startsAt.field) ? fields[startsAt.field] : undefined
  return !field ? [`starts at field “${startsAt.field}”, which isn't there`] : field.type === 'date' || field.type === 'moment' ? [] : [`starts at field “${startsAt.field}”, which holds no date`]
}

function endFaults({ endsBy: { verbs = [], statuses = [], field } }: DeadlineDeclaration, fields: Fields, lifecycle: Lifecycle): string[] {
  return [
    ...(verbs.length + statuses.length === 0 && field === undefined ? ['has no end'] : []),
    ...verbs.flatMap((verb) => Object.hasOwn(lifecycle.verbs, verb) ? [] : [`ends by step “${verb}”, which isn't there`]),
    ...statuses.flatMap((status) => Object.hasOwn(lifecycle.statuses, status) ? [] : [`ends in status “${status}”, which isn't there`]),
    ...(field === undefined || Object.hasOwn(fields, field) ? [] : [`ends by field “${field}”, which isn't there`]),
  ]
}

function termFaults(what: string, { parameter, fallback, regime, citation }: DeclaredTerm): string[] {
  return [
    ...(Object.hasOwn(regimes, regime) ? [] : [`(${what}) knows no regime “${String(regime)}”`]),
    ...(parameter === undefined || parameterNames.includes(parameter) ? [] : [`(${what}) goes by parameter “${String(parameter)}”, which no policy has`]),
    ...(isDuration(fallback.duration) ? [] : [`(${what}) lasts “${fallback.duration}”, which is no duration`]), ...(isClock(fallback.clock) ? [] : [`(${what}) runs on clock “${String(fallback.clock)}”, which isn't there`]),
    ...(citation.trim() === '' ? [`(${what}) cites nothing`] : []),
  ]
}

function ceilingFaults({ ceiling, extension }: DeadlineDeclaration): string[] {
  const known = (key: string) => legalTerms.some((one) => one.key === key && one.status === 'in_force')
  return [
    ...[ceiling?.term, ceiling?.extension].flatMap((key) => key === undefined || known(key) ? [] : [`has ceiling “${key}”, which the law doesn't give`]),
    ...(ceiling && extension && ceiling.extension === undefined ? ['may be extended, but its ceiling doesn’t say how far'] : []),
  ]
}

function isDuration(duration: string): boolean {
  try {
    return Boolean(lengthOf(duration))
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const isClock = (clock: Clock) => clocks.includes(clock)
/** A declaration in a hurry may lack words altogether, whatever its type says. */
const isSaid = (words: DeadlineDeclaration['words'] | undefined) => (words?.nl ?? '').trim() !== '' && (words?.en ?? '').trim() !== ''
