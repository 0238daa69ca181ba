// List filters: the panel with everything a list can be filtered on, drawn only when it is open, and the active filters in words.
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { CheckboxGroup } from '../../page-kit/choices.tsx'
import { FieldRow } from '../../page-kit/form.tsx'
import { Select, TextInput } from '../../page-kit/inputs.tsx'
import type { ActiveFilter } from '../../page-kit/table.tsx'
import type { Lookups } from '../entry.ts'
import type { CellField, Fields } from '../field-types.ts'
import { formState } from '../form-state.ts'
import { hasProposals } from '../lifecycle.ts'
import { filtersFor } from '../list-address.ts'
import type { ListQuery } from '../list-query.ts'
import { loadLookupsFor } from '../lookups.ts'
import type { Register } from '../register.ts'
import { sayCell } from '../say-value.ts'
import { resolveReferences } from '../typed-references.ts'
import { columnWords, deadlineWords, filterCell, filterWords, labelIn, proposalWords, reviewWords, ruleWords, severityWords, statusWords } from './list-words.ts'

/** What the open panel offers, or only the labels of what is filtered on; never the name of an entry that the actor may not see. */
export async function filterLookups(scope: Scope, register: Register, query: ListQuery, isOpen: boolean): Promise<Lookups> {
  const fields: Fields = Object.fromEntries(filtersFor(register, scope.actor).map((filter) => [filter.path, filterCell(register, filter)]))
  const { raw } = await resolveReferences(scope, fields, query.chosen, {})
  return isOpen ? (await formState(scope, fields, {}, [], [raw])).lookups : loadLookupsFor(scope, fields, [raw])
}

export function FilterFields({ register, scope, query, lookups }: { register: Register; scope: Scope; query: ListQuery; lookups: Lookups }) {
  const all = t('Alle', 'All')
  return (
    <>
      <CheckboxGroup name="status" label="Status" values={query.status} choices={statusWords(register)} columns />
      <FieldRow>
        {filtersFor(register, scope.actor).map((filter) => {
          const field = filterCell(register, filter)
          const shared = { name: filter.path, label: filterWords(register, filter), value: query.chosen[filter.path] }
          const choices = choicesOf(field, lookups, shared.value)
          return choices.length > 0 ? <Select {...shared} choices={choices} empty={all} /> : <></>
        })}
        {register.deadlines !== undefined && <Select name="termijn" label={t('Termijn', 'Deadline')} value={query.deadline} choices={deadlineWords()} empty={all} />}
        {register.reviewBy !== undefined && <Select name="controle" label={t('Nakijken', 'Review')} value={query.review} choices={reviewWords()} empty={all} />}
      </FieldRow>
      <FieldRow>
        {Object.keys(register.rules).length > 0 && (
          <>
            <Select name="ernst" label={columnWords(register, 'findings')} value={query.severity} choices={severityWords()} empty={all} />
            <Select name="bevinding" label={t('Soort bevinding', 'Kind of finding')} value={query.rule} choices={ruleWords(register)} empty={all} />
          </>
        )}
        {hasProposals(register) && <Select name="voorstel" label={t('Voorstel', 'Proposal')} value={query.proposal} choices={proposalWords()} empty={all} />}
      </FieldRow>
      {query.imported && <TextInput name="import" label={t('Import', 'Import')} value={query.imported} readonly />}
    </>
  )
}

/** Each filter that is on, with the address without it. */
export function activeFilters(register: Register, scope: Scope, query: ListQuery, lookups: Lookups, address: (change: Record<string, undefined>) => string): ActiveFilter[] {
  const shown: [name: string, label: string, value: string | undefined][] = [
    ['q', t('Woorden', 'Words'), query.words || undefined],
    ['status', 'Status', query.status.map((status) => labelIn(statusWords(register), status)).join(', ') || undefined],
    ...filtersFor(register, scope.actor).map((filter): [string, string, string | undefined] => [filter.path, filterWords(register, filter), sayChosen(filterCell(register, filter), query.chosen[filter.path], lookups)]),
    ['termijn', t('Termijn', 'Deadline'), labelIn(deadlineWords(), query.deadline)],
    ['controle', t('Nakijken', 'Review'), labelIn(reviewWords(), query.review)],
    ['ernst', columnWords(register, 'findings'), labelIn(severityWords(), query.severity)],
    ['bevinding', t('Bevinding', 'Finding'), query.rule && labelIn(ruleWords(register), query.rule)],
    ['voorstel', t('Voorstel', 'Proposal'), labelIn(proposalWords(), query.proposal)],
    ['import', t('Import', 'Import'), query.imported && t('alleen uit deze import', 'only from this import')],
  ]
  return shown.flatMap(([name, label, value]) => value ? [{ label, value, removeHref: address({ [name]: undefined }) }] : [])
}

function sayChosen(field: CellField, value: string | undefined, lookups: Lookups): string | undefined {
  if (value === undefined) return undefined
  return sayCell(field, field.type === 'yesNo' ? value === 'yes' : value, lookups) || t('onbekend', 'unknown')
}

function choicesOf(field: CellField, lookups: Lookups, chosen: string | undefined): { value: string; label: string }[] {
  switch (field.type) {
    case 'yesNo': return [true, false].map((value) => ({ value: value ? 'yes' : 'no', label: sayCell(field, value, lookups) }))
    case 'choice': return field.choices.map(({ key }) => ({ value: key, label: sayCell(field, key, lookups) }))
    case 'term': return [...lookups.terms.get(field.catalogue)?.values() ?? []].map(({ key, label }) => ({ value: key, label }))
    // A value that is filtered on but isn't offered (ended, or beyond the first thousand) stays the filter.
    case 'reference': {
      const offered = lookups.references[field.to] ?? new Map<string, { label: string }>()
      return [...[...offered].map(([value, { label }]) => ({ value, label })), ...(chosen === undefined || offered.has(chosen) ? [] : [{ value: chosen, label: t('(zoals nu)', '(as now)') }])]
    }
    default: return []
  }
}
