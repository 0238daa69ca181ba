// Fixtures: files of the State's form with every question of a questionnaire filled in, made from its definition.
import type { Definition, Item } from '../item.ts'
import { type Json, type JsonObject, outputSchema } from './shape.ts'

/** One pixel. */
export const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Every question answered, every repeated group three times with a gap in its numbers, an empty one, and keys that nobody knows. */
export function exampleFile({ urn, version, items, sections }: Definition): JsonObject {
  const answers: Record<string, Json> = {}
  const indices = [0, 2, 5]
  const answer = (item: Item, index: number | null): JsonObject => ({ value: valueFor(item, index), lastEditedAt: `2026-03-${10 + (index ?? 0)}T09:30:15.25${index ?? 0}Z`, ...(index === 2 ? { lastEditedBy: 'Een collega', reviewState: { round: 2, tags: ['a', null] } } : {}) })
  for (const item of items.filter(({ isGroup }) => !isGroup)) {
    if (item.repeats === null) answers[item.id] = answer(item, null)
    else if (item.parent?.isRepeatable) {
      const group = (answers[item.parent.id] ??= [...indices.map((index) => ({ _index: index })), { _index: 7, note: 'leeg, en toch bewaard' }]) as Record<string, Json>[]
      for (const element of group) if (element._index !== 7) element[item.id] = answer(item, element._index as number)
    } else for (const index of indices) answers[`${item.id}[${index}]`] = answer(item, index)
  }
  answers['2.99'] = { value: 'Een vraag die er niet is', lastEditedAt: '2026-01-01T00:00:00.000Z' }
  return {
    $schema: outputSchema, exportedFrom: { tool: 'anders', build: 41.5 },
    metadata: { urn: `${urn}:${version}`, createdAt: '2026-04-12T12:17:47.759Z', createdBy: { name: 'Een collega', email: 'collega@voorbeeld.example' }, completedTasks: sections.slice(0, 3).map(({ id }) => id), batch: 7 }, answers,
  }
}

function valueFor(item: Item, index: number | null): Json {
  const has = (type: string) => item.types.some((one) => one === type)
  const first = item.options[0]?.value
  if (has('image')) return index === 5 ? 'https://voorbeeld.example/plaat.png' : { data: `data:image/png;base64,${pixel}`, title: `Plaat ${index}`, source: 'eigen werk' }
  if (has('date')) return '2026-05-01'
  if (has('checkbox_option') || has('multiselect_scrollable')) return item.options.length > 0 ? item.options.slice(0, 2).map(({ value }) => String(value)) : []
  if (has('radio_option') || has('select_option')) return item.valueType === 'boolean|null' && index === null ? null : String(first)
  return `Antwoord op ${item.id}\nmet “tekens” & <haken>, 🙂${index === null ? '' : ` (${index})`}`
}
