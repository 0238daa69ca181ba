// Processing facts: what the register of processing activities says of those that a request is about, for the list of an access answer (art. 15 lid 1 AVG; H-28, N-20).
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { AnyInput, Entry } from '../../register-kit/entry.ts'
import { loadLookupsFor } from '../../register-kit/lookups.ts'
import { sayValue } from '../../register-kit/say-value.ts'
import { loadEntries } from '../../register-kit/store.ts'
import { registerOf } from '../../register-kit/tied-registers.ts'
import type { MergeValues } from './fill-letter.ts'

/** Merge field by the register's own field. */
const asked = { purposes: 'purposes', data_categories: 'data_categories', data_recipients: 'recipients', transfers: 'transfers', retention: 'retention_rules', sources: 'sources' } as const

/** Nothing where the case names no processing activity, or none that the writer may see: then the letter has gaps. */
export async function processingFacts(scope: Scope, { input }: Entry): Promise<MergeValues> {
  const register = registerOf('processing-activities')
  const rows = Array.isArray(input.processings) ? input.processings as readonly AnyInput[] : []
  const ids = [...new Set(rows.flatMap(({ processing }) => typeof processing === 'string' ? [processing] : []))]
  if (!register || ids.length === 0) return {}
  const found = (await loadEntries(scope.tx, register, scope.organisation.id, ids, { visibleTo: scope.actor })).map((one) => one.input as AnyInput)
  const lookups = await loadLookupsFor(scope, register.fields, found)
  const facts = Object.entries(asked).map(([name, key]) => {
    const field = register.fields[key]
    const said = field ? [...new Set(found.flatMap((one) => sayValue(field, one[key], lookups, { bare: true })))] : []
    // No transfer recorded is an answer; no recipient or term recorded is a gap.
    return [name, said.length > 0 ? said : name === 'transfers' && found.length > 0 ? t('Nee.', 'No.') : null] as const
  })
  return { ...Object.fromEntries(facts), automated_decisions: computerDecides(found) }
}

function computerDecides(found: readonly AnyInput[]): string | null {
  if (found.length === 0 || found.some(({ automated_decisions }) => automated_decisions === null || automated_decisions === undefined)) return null
  const deciding = found.filter(({ automated_decisions }) => automated_decisions === true)
  if (deciding.length === 0) return t('Nee. Een mens neemt de besluiten.', 'No. A human takes the decisions.')
  const logic = deciding.map(({ automated_logic }) => automated_logic)
  return logic.every((one) => typeof one === 'string' && one !== '') ? `${t('Ja.', 'Yes.')} ${logic.join(' ')}` : null
}
