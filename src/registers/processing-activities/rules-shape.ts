// Rule shape: the few questions that most rules about a processing activity ask.
import { t } from '../../ground/words.ts'
import type { Rule as KitRule, RuleContext, RuleOutcome } from '../../register-kit/rules.ts'
import type { ActivityInput } from './declaration.ts'

/** A rule about a processing activity. */
export type Rule = KitRule<ActivityInput>
export type Rules = Readonly<Record<string, Rule>>

export const isFilled = (text: string | null | undefined): text is string => typeof text === 'string' && text.trim() !== ''

/** Duties of a controller (art. 30 lid 1 AVG) bind until an entry says that we are the processor. */
export const isController = (entry: ActivityInput): boolean => entry.role !== 'processor'
export const isProcessor = (entry: ActivityInput): boolean => entry.role === 'processor'
export const isPolice = (entry: ActivityInput): boolean => entry.regime === 'police'
export const isGdprController = (entry: ActivityInput): boolean => isController(entry) && !isPolice(entry)
export const isPublicBody = (context: RuleContext): boolean => context.organisationKind !== 'firm'

export const hasBasis = (entry: ActivityInput, ...keys: readonly string[]): boolean => entry.legal_bases.some(({ basis }) => basis !== null && keys.includes(basis))

export function hasMark(context: RuleContext, catalogue: string, key: string | null, mark: string): boolean {
  return key !== null && (context.term(catalogue, key)?.marks.includes(mark) ?? false)
}

/** Labels of the chosen terms that carry one of the marks. */
export function marked(context: RuleContext, catalogue: string, keys: readonly (string | null)[], ...wanted: readonly string[]): string[] {
  return keys.filter((key): key is string => key !== null && wanted.some((mark) => hasMark(context, catalogue, key, mark)))
    .map((key) => labelOf(context, catalogue, key))
}

export const labelOf = (context: RuleContext, catalogue: string, key: string): string => context.term(catalogue, key)?.label ?? key

/** All labels in one detail, so that the finding counts once. */
export const together = (labels: readonly string[]): RuleOutcome => labels.length > 0 && [labels.join(', ')]

/** Names the rows of a group for which something holds: by their own text, else by their place (`rij 2`). */
export function rowsWhere<R>(rows: readonly R[], name: (row: R) => string | null, holds: (row: R) => boolean): string[] {
  return rows.flatMap((row, index) => {
    if (!holds(row)) return []
    const own = name(row)
    return [isFilled(own) ? own.trim().slice(0, 200) : t(`rij ${index + 1}`, `row ${index + 1}`)]
  })
}

/** What people wrote about the activity, for rules that look for a word in it. */
export function proseOf(entry: ActivityInput): string {
  return [entry.name, entry.description, entry.task, entry.further_use, entry.data_note, ...entry.purposes.map(({ purpose }) => purpose)].filter(isFilled).join('\n')
}

/** The same day some years later, as text that compares as a day. */
export function yearsLater(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`
}
