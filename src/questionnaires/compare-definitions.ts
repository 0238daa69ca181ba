// Compare definitions: what an upgrade of a questionnaire means for answers that were given: which questions are new, gone, or ask something else.
import type { Definition, Item } from './item.ts'
import { plainWords } from './description.ts'

export type Rewording = { readonly from: Item; readonly to: Item; readonly what: readonly ('words' | 'description' | 'options' | 'kind' | 'condition')[] }
export type Difference = { readonly added: readonly Item[]; readonly gone: readonly Item[]; readonly reworded: readonly Rewording[] }

/** By stable id, questions only; a group counts through its questions. */
export function compareDefinitions(before: Definition, after: Definition): Difference {
  const questions = ({ items }: Definition) => items.filter(({ isGroup }) => !isGroup)
  return {
    added: questions(after).filter(({ id }) => !isQuestion(before, id)),
    gone: questions(before).filter(({ id }) => !isQuestion(after, id)),
    reworded: questions(after).flatMap((to) => {
      const from = before.byId.get(to.id)
      const what = from && !from.isGroup ? whatDiffers(from, to) : []
      return from && what.length > 0 ? [{ from, to, what }] : []
    }),
  }
}

function isQuestion({ byId }: Definition, id: string): boolean {
  return byId.get(id)?.isGroup === false
}

function whatDiffers(from: Item, to: Item): Rewording['what'] {
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  return [
    ...(plainWords(from.words) === plainWords(to.words) ? [] : ['words' as const]),
    ...(plainWords(from.description ?? '') === plainWords(to.description ?? '') ? [] : ['description' as const]),
    ...(isSame(from.options, to.options) && from.optionsFrom === to.optionsFrom ? [] : ['options' as const]),
    ...(isSame(from.types, to.types) && from.repeats?.id === to.repeats?.id ? [] : ['kind' as const]),
    ...(isSame(from.conditions, to.conditions) ? [] : ['condition' as const]),
  ]
}
