// Definition check: whether everything that a definition points at is there: questions, options, scores, pictures; what isn't is said before anybody fills it in.
import { existsSync } from 'node:fs'
import { mentionsOf, parseExpression } from './expression.ts'
import type { Definition, Item } from './item.ts'

const choiceTypes = ['select_option', 'multiselect_scrollable', 'multiselect_option', 'checkbox_option', 'radio_option'] as const

/** Faults in English, for whoever makes the release; none when it can be used. */
export function checkDefinition(definition: Definition): string[] {
  const ids = new Set(definition.items.map(({ id }) => id))
  const scoreKeys = new Set(definition.items.flatMap(({ calculations }) => calculations.map(({ scoreKey }) => scoreKey)))
  return [
    ...definition.items.filter((item) => definition.byId.get(item.id) !== item).map(({ id }) => `${id} is there twice`),
    ...definition.items.flatMap((item) => faultsOf(item, definition).map((fault) => `${item.id}: ${fault}`)),
    ...definition.items.flatMap(({ id, calculations }) => calculations.flatMap((one) => [
      ...expressionFaults(one.expression, ids, new Set()), ...one.scores.flatMap(({ when }) => expressionFaults(when, ids, new Set([one.scoreKey]))),
    ].map((fault) => `${id}: ${fault}`))),
    ...definition.verdicts.flatMap(({ id, levels }) => levels.flatMap(({ expression, criteria }) => {
      const scores = [...scoreKeys].map((key) => `scores.${key}`)
      return [
        ...expressionFaults(expression, ids, new Set([...scores, ...criteria.map((one) => `criteria.${one.id}`)])),
        ...criteria.flatMap((one) => expressionFaults(one.expression, ids, new Set(scores))),
      ].map((fault) => `${id}: ${fault}`)
    })),
  ]
}

function faultsOf(item: Item, { byId }: Definition): string[] {
  const isChoice = choiceTypes.some((type) => item.types.includes(type))
  const pointsAt = [...item.conditions.map(({ id }) => id), ...(item.optionsFrom === null ? [] : [item.optionsFrom]), ...(item.mappedFrom === null ? [] : [item.mappedFrom])]
  return [
    ...pointsAt.filter((id) => !byId.has(id)).map((id) => `there is no ${id}`),
    ...(isChoice && item.options.length === 0 && item.optionsFrom === null ? ['there is nothing to choose from'] : []),
    ...(!item.isGroup && item.children.length > 0 ? ['a question holds questions'] : []),
    ...item.conditions.flatMap(({ id, operator, value }) => {
      const source = byId.get(id)
      const isKnown = !source || operator === 'any' || source.options.length === 0 || source.options.some((option) => option.value === value)
      return isKnown ? [] : [`${String(value)} is no answer to ${id}`]
    }),
    ...item.sources.filter(({ file }) => !/^[\w.-]+\.png$/.test(file) || !existsSync(new URL(`./data/${file}`, import.meta.url))).map(({ file }) => `there is no picture ${file}`),
  ]
}

function expressionFaults(text: string, ids: ReadonlySet<string>, names: ReadonlySet<string>): string[] {
  try {
    const mentioned = mentionsOf(parseExpression(text))
    return [...mentioned.questions.filter((id) => !ids.has(id)).map((id) => `it looks at ${id}, which isn’t there`), ...mentioned.names.filter((name) => !names.has(name)).map((name) => `it looks at ${name}, which isn’t known`)]
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}
