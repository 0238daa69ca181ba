// Read section: what a sent form says of the questions of a section, and which of that somebody changed.
import { createHash } from 'node:crypto'
import { readTypedDate } from '../page-kit/typed-dates.ts'
import type { Item } from './item.ts'
import { type Part, questionsIn } from './layout.ts'
import { answerName, seenName } from './section-view.tsx'
import type { AnswerValue } from './sheet.ts'

export type SentAnswer = { readonly address: string; readonly item: Item; readonly value: AnswerValue; /** The revision that the person saw. */ readonly seen: number }

/** Answers that somebody changed; a picture has a form of its own. */
export function changedAnswers(part: Part, entries: readonly (readonly [string, string])[]): SentAnswer[] {
  const sent = Map.groupBy(entries, ([name]) => name)
  return questionsIn(part).flatMap(({ item, address }) => {
    const values = sent.get(answerName(address))?.map(([, value]) => value)
    if (!values || item.types.includes('image')) return []
    const value = valueOf(item, values)
    const [revision, digest] = (sent.get(seenName(address))?.[0]?.[1] ?? '0.').split('.', 2) as [string, string]
    return digestOf(value) === digest ? [] : [{ address, item, value, seen: Number(revision) || 0 }]
  })
}

/** For the hidden field beside an answer. */
export function seenOf(revision: number, value: AnswerValue | undefined): string {
  return `${revision}.${digestOf(value)}`
}

export function valueOf(item: Item, sent: readonly string[]): AnswerValue {
  const texts = sent.map((text) => text.replace(/\r\n?/g, '\n'))
  if (['checkbox_option', 'multiselect_scrollable', 'multiselect_option'].some((type) => item.types.some((one) => one === type))) return texts.filter((text) => text !== '')
  const [text = ''] = texts
  if (item.valueType === 'boolean|null' && text === 'null') return null
  if (item.types.includes('date') && text !== '') return readTypedDate(text) ?? text
  return text
}

/** Nothing is nothing, however it is kept; spaces and line ends at the edges a browser may change by itself. */
function digestOf(value: AnswerValue | undefined): string {
  const text = value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? '' : typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : JSON.stringify(value)
  return text === '' ? '' : createHash('sha256').update(text).digest('base64url').slice(0, 12)
}
