// Flow of entries: the flow map of one processing, or of several, from what is filled in. Pure.
import { t } from '../../ground/words.ts'
import { sayCell } from '../../register-kit/say-value.ts'
import { type ActivityInput, fields } from './declaration.ts'
import { gatherFlows } from './flow-gather.ts'
import { type FlowMap, type FlowMark, keyOfName, type NodeDraft } from './flow-model.ts'
import { agreementWords, countryPoint, type FlowNames, processorPoint, recipientPoint, type Registered, safeguardWords, sourcePoint, subjectPoint, systemPoint } from './flow-points.ts'

export type FlowEntry = {
  readonly id: string
  readonly status: string
  readonly input: Pick<ActivityInput, 'name' | 'department' | 'subject_categories' | 'data_categories' | 'sources' | 'stores' | 'recipients' | 'processors' | 'transfers'>
}

type Gatherer = ReturnType<typeof gatherFlows>

/**
 * Points that are the same in several entries become one: by their id in a register, else by their folded name.
 * `outside`: of recipients and processors only those by which data leave the EEA.
 */
export function flowOfEntries(entries: readonly FlowEntry[], given: Omit<FlowNames, 'registered'>, options: { outside: boolean } = { outside: false }): FlowMap {
  const names = { ...given, registered: registeredIn(entries, given) }
  const gathered = gatherFlows()
  for (const entry of entries) addEntry(gathered, entry, names, options)
  return gathered.map()
}

/** A processing as a point by itself. */
export function processingPoint({ id, status, input }: FlowEntry, names: FlowNames): NodeDraft {
  return {
    kind: 'processing', key: id, words: input.name ?? t('Zonder naam', 'Without a name'), href: `${names.base}/verwerkingen/${id}`,
    detail: names.lookups.references.department.get(input.department ?? '')?.label, marks: [...dataMarks(input, names), ...(status === 'active' ? [] : ['not-active' as const])],
  }
}

function addEntry(to: Gatherer, entry: FlowEntry, names: FlowNames, { outside }: { outside: boolean }): void {
  const { id, input } = entry
  const { lookups } = names
  const here = to.point(id, processingPoint(entry, names))
  for (const key of input.subject_categories) to.flow(id, to.point(id, subjectPoint(key, names)), here)
  for (const key of input.sources) to.flow(id, to.point(id, sourcePoint(key, names)), here)
  for (const row of input.stores) {
    to.flow(id, here, to.point(id, systemPoint(row, names)), { words: storeWords(row, lookups) })
  }
  if (!outside) for (const row of input.recipients) to.flow(id, here, to.point(id, recipientPoint(row, names)), { words: row.what })
  if (!outside) for (const row of input.processors) to.flow(id, here, to.point(id, processorPoint(row, names)), { words: [row.service, agreementWords(row, names)].filter(Boolean).join('; ') })
  for (const row of input.transfers) if (!outside || countryPoint(row.country, names).marks?.includes('outside')) addTransfer(to, entry, here, row, names)
}

function storeWords(row: FlowEntry['input']['stores'][number], lookups: FlowNames['lookups']): string {
  const kind = row.kind && sayCell(fields.stores.columns.kind, row.kind, lookups)
  return [kind, row.is_encrypted === false && t('niet versleuteld', 'not encrypted'), row.is_portable && t('ook op laptop of telefoon', 'also on laptop or phone')].filter(Boolean).join(', ')
}

/** A transfer runs by way of whoever receives: one of the processors or recipients of the entry, or somebody who is named only here. */
function addTransfer(to: Gatherer, { id, input }: FlowEntry, here: string, row: FlowEntry['input']['transfers'][number], names: FlowNames): void {
  const key = keyOfName(row.recipient ?? '')
  const processor = input.processors.find((one) => labelsOf(one, names).includes(key))
  const via = row.recipient !== null && processor
    ? to.point(id, processorPoint(processor, names))
    : to.point(id, recipientPoint(input.recipients.find(({ name }) => name !== null && keyOfName(name) === key) ?? { name: row.recipient, recipient: null }, names))
  to.flow(id, here, via)
  const country = countryPoint(row.country, names)
  const isOutside = country.marks?.includes('outside') ?? false
  const marks: FlowMark[] = isOutside ? row.instrument === null ? ['outside', 'unsafeguarded'] : ['outside'] : []
  to.flow(id, via, to.point(id, country), { words: isOutside ? safeguardWords(row.instrument, names.lookups) : undefined, marks })
}

function labelsOf(row: FlowEntry['input']['processors'][number], { lookups }: FlowNames): string[] {
  return [row.name, row.processor && lookups.references.processors?.get(row.processor)?.label].flatMap((name) => name ? [keyOfName(name)] : [])
}

function dataMarks(input: FlowEntry['input'], { lookups }: FlowNames): FlowMark[] {
  const held = new Set(input.data_categories.flatMap((key) => lookups.terms.get('data-category')?.get(key)?.marks ?? []))
  return (['special', 'criminal', 'bsn'] as const).filter((mark) => held.has(mark))
}

/** Names under which registered systems and processors are known in these entries. */
function registeredIn(entries: readonly FlowEntry[], { lookups }: Omit<FlowNames, 'registered'>): Registered {
  const named = (register: 'systems' | 'processors', ids: readonly (string | null)[]) => new Map(ids.flatMap((id) => {
    const label = id === null ? undefined : lookups.references[register]?.get(id)?.label
    return id !== null && label ? [[keyOfName(label), id] as const] : []
  }))
  return {
    systems: named('systems', entries.flatMap(({ input }) => input.stores.map(({ system }) => system))),
    processors: named('processors', entries.flatMap(({ input }) => input.processors.map(({ processor }) => processor))),
  }
}
