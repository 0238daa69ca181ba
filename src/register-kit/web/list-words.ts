// List words: how the columns and filters of a list are called.
import { say, t } from '../../ground/words.ts'
import type { Choice } from '../../page-kit/inputs.tsx'
import type { CellField, Field } from '../field-types.ts'
import type { Filter, Register } from '../register.ts'
import { filterField } from '../tied-registers.ts'

export function columnWords(register: Register, name: string): string {
  switch (name) {
    case 'status': return 'Status'
    case 'findings': return t('Bevindingen', 'Findings')
    case 'review_due_on': return t('Nakijken vóór', 'Review before')
    case 'due_at': return t('Termijn', 'Deadline')
    case 'updated_at': return t('Gewijzigd', 'Changed')
    default: return say(register.fields[name]!.words)
  }
}

export function filterWords(register: Register, filter: Filter): string {
  return say(filter.words ?? filterField(register.fields, filter.field)!.words)
}

/** The field of a filter as a field of one value: a list of terms is filtered by one of them. */
export function filterCell(register: Register, filter: Filter): CellField {
  const field = filterField(register.fields, filter.field) as Exclude<Field, { type: 'rows' | 'choices' }>
  return field.type === 'terms' ? { ...field, type: 'term' } : field
}

export function statusWords(register: Register): Choice[] {
  return Object.entries(register.lifecycle.statuses).map(([value, { words }]) => ({ value, label: say(words) }))
}

export function severityWords(): Choice[] {
  return [
    { value: 'any', label: t('Met bevindingen', 'With findings') }, { value: 'none', label: t('Zonder bevindingen', 'Without findings') },
    { value: 'blocking', label: t('Ontbreekt iets', 'Something missing') }, { value: 'serious', label: t('Ernstig', 'Serious') }, { value: 'attention', label: t('Aandacht', 'Attention') },
  ]
}

export function reviewWords(): Choice[] {
  return [{ value: 'overdue', label: t('Te laat', 'Overdue') }, { value: 'soon', label: t('Binnen twee maanden', 'Within two months') }]
}

export function proposalWords(): Choice[] {
  return [{ value: 'draft', label: t('In concept', 'In draft') }, { value: 'in_review', label: t('In toetsing', 'In review') }]
}

export function deadlineWords(): Choice[] {
  return [{ value: 'late', label: t('Te laat', 'Late') }, { value: 'week', label: t('Deze week: binnen zeven dagen', 'This week: within seven days') }, { value: 'running', label: t('Loopt nog', 'Still running') }, { value: 'suspended', label: t('Staat stil', 'Standing still') }]
}

export function ruleWords(register: Register): Choice[] {
  return Object.entries(register.rules).map(([value, { words }]) => ({ value, label: say(words) }))
}

export function labelIn(choices: readonly Choice[], value: string | undefined): string | undefined {
  return choices.find((choice) => choice.value === value)?.label
}
