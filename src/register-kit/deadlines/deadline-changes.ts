// Deadline changes: what an act on an entry means for each of its deadlines: begun, counted anew, met, taken up again, lapsed. Pure.
import { addDays, startOfDay } from '../../calendar/days.ts'
import { dayOf } from '../../ground/clock.ts'
import type { AnyInput } from '../entry.ts'
import type { DeadlineDeclaration } from '../deadline-declaration.ts'
import type { KeptDeadline } from './kept-deadline.ts'

export type Standing = { readonly status: string; readonly isEnded: boolean; readonly input: AnyInput }

/** What was done to an entry; `before` is undefined for a new one. */
export type Act = { readonly verb: string; readonly before: Standing | undefined; readonly after: Standing; readonly now: Date }

export type DeadlineChange =
  /** A deadline that isn't there yet. */
  | { readonly what: 'begin'; readonly at: Date }
  /** Its beginning was put right: the same term from another moment. */
  | { readonly what: 'recount'; readonly at: Date }
  /** Its beginning was taken away: it never ran. */
  | { readonly what: 'drop' }
  | { readonly what: 'meet'; readonly at: Date; readonly by: 'verb' | 'status' | 'field' }
  | { readonly what: 'reopen' }
  | { readonly what: 'lapse' }

/** In the order in which they are carried out. */
export function deadlineChanges(declared: DeadlineDeclaration, act: Act, present: Pick<KeptDeadline, 'startedAt' | 'metAt' | 'metBy' | 'lapsedAt'> | undefined): DeadlineChange[] {
  if (declared.appliesTo?.(act.after.input) === false) return present && present.metAt === null ? [{ what: 'drop' }] : []
  const begun = beginning(declared, act, present)
  if (begun?.what === 'drop' || (!begun && !present)) return begun ? [begun] : []
  const standing = begun?.what === 'begin' ? { metAt: null, metBy: null, lapsedAt: null } : present!
  const ended = ending(declared, act, standing)
  return [...(begun ? [begun] : []), ...(ended ? [ended] : [])]
}

function beginning({ startsAt }: DeadlineDeclaration, { verb, before, after, now }: Act, present: Pick<KeptDeadline, 'startedAt' | 'metAt' | 'lapsedAt'> | undefined): DeadlineChange | undefined {
  if (startsAt === 'created') return before === undefined && !present ? { what: 'begin', at: now } : undefined
  if ('verb' in startsAt) {
    const isOpen = present !== undefined && present.metAt === null && present.lapsedAt === null
    return verb === startsAt.verb && !isOpen ? { what: 'begin', at: now } : undefined
  }
  const at = momentIn(after.input[startsAt.field])
  if (!present) return at ? { what: 'begin', at } : undefined
  if (before && before.input[startsAt.field] === after.input[startsAt.field]) return undefined
  if (!at) return { what: 'drop' }
  return at.getTime() === present.startedAt.getTime() ? undefined : { what: 'recount', at }
}

function ending({ endsBy }: DeadlineDeclaration, { verb, before, after, now }: Act, { metAt, metBy, lapsedAt }: Pick<KeptDeadline, 'metAt' | 'metBy' | 'lapsedAt'>): DeadlineChange | undefined {
  const { verbs = [], statuses = [], field } = endsBy
  const filled = field === undefined ? undefined : metIn(after.input[field], now)
  const isCorrected = metBy === 'field' && filled !== undefined && field !== undefined && before?.input[field] !== after.input[field]
  if (metAt !== null && !isCorrected) {
    const stillHolds = metBy === 'verb' || statuses.includes(after.status) || filled !== undefined
    return stillHolds ? undefined : after.isEnded ? { what: 'lapse' } : { what: 'reopen' }
  }
  // What the entry says of the day goes before the day on which it was said.
  if (filled) return { what: 'meet', at: filled, by: 'field' }
  if (verbs.includes(verb)) return { what: 'meet', at: now, by: 'verb' }
  if (statuses.includes(after.status)) return { what: 'meet', at: now, by: 'status' }
  if (after.isEnded) return lapsedAt === null ? { what: 'lapse' } : undefined
  return lapsedAt === null ? undefined : { what: 'reopen' }
}

/** The first moment of a day, or a moment itself; undefined for what is neither. */
function momentIn(value: unknown): Date | undefined {
  if (value instanceof Date) return value
  if (typeof value !== 'string') return undefined
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return startOfDay(value)
  return /^\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(Date.parse(value)) ? new Date(value) : undefined
}

/** When a field says that it was done: today is now, an earlier day its last moment, and a day to come hasn't been yet; what holds no day, now. */
function metIn(value: unknown, now: Date): Date | undefined {
  if (value === null || value === undefined || value === false || value === '' || (Array.isArray(value) && value.length === 0)) return undefined
  const at = momentIn(value)
  if (!at) return now
  if (typeof value === 'string' && value.length === 10) return value === dayOf(now) ? now : value > dayOf(now) ? undefined : new Date(startOfDay(addDays(value, 1)).getTime() - 1)
  return at > now ? undefined : at
}
