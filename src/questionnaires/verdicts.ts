// Verdicts: what the rules of a questionnaire itself make of the answers: scores, and which assessments are required or recommended and why.
import type { Verdict } from './item.ts'
import { evaluate, type Expression, parseExpression, type Value } from './expression.ts'
import { askedAnswers } from './layout.ts'
import type { AnswerValue, Sheet } from './sheet.ts'

export type Judged = { readonly id: string; readonly level: 'required' | 'recommended'; readonly words: string; readonly reasons: readonly { readonly id: string; readonly words: string }[] }

/** Scores by their keys; an expression that gives none leaves its key out. */
export function scoresOf(sheet: Sheet): Readonly<Record<string, number>> {
  return scored(sheet, askedAnswers(sheet))
}

/** What the questionnaire’s own rules say now, the highest level of each assessment; in the order of the form. */
export function judgedOf(sheet: Sheet): Judged[] {
  const asked = askedAnswers(sheet)
  const scores = scored(sheet, asked)
  const answer = answerFrom(asked)
  return sheet.definition.verdicts.flatMap((verdict) => judge(verdict, (text, names) => evaluate(parsed(text), { answer, names: { scores, ...names } })) ?? [])
}

function judge({ id, levels }: Verdict, ask: (text: string, names?: Readonly<Record<string, Value>>) => Value): Judged | undefined {
  for (const { level, expression, result, criteria } of levels) {
    const met = criteria.filter((one) => Boolean(ask(one.expression)))
    if (ask(expression, { criteria: Object.fromEntries(met.map((one) => [one.id, true])) })) return { id, level, words: result, reasons: met.map((one) => ({ id: one.id, words: one.explanation })) }
  }
  return undefined
}

function scored(sheet: Sheet, asked: ReadonlyMap<string, AnswerValue>): Record<string, number> {
  const answer = answerFrom(asked)
  return Object.fromEntries(sheet.definition.items.flatMap(({ calculations }) => calculations).flatMap(({ scoreKey, expression, scores }) => {
    const value = evaluate(parsed(expression), { answer, names: {} })
    const met = scores.find(({ when }) => evaluate(parsed(when), { answer, names: { [scoreKey]: value } }))
    return met ? [[scoreKey, met.value] as const] : []
  }))
}

function answerFrom(asked: ReadonlyMap<string, AnswerValue>): (id: string) => Value {
  return (id) => {
    const value = asked.get(id) ?? asked.get(`${id}[0]`) ?? null
    return typeof value === 'string' || Array.isArray(value) ? value as Value : null
  }
}

const expressions = new Map<string, Expression>()

function parsed(text: string): Expression {
  const found = expressions.get(text) ?? parseExpression(text)
  expressions.set(text, found)
  return found
}
