// Similar questions: answered ones that share words with what somebody is about to ask.
import { fold } from '../../ground/letters.ts'
import type { Scope } from '../../ground/scope.ts'
import { listEntries, type ListRow, readListQuery } from '../../register-kit/list-query.ts'
import { questions } from './register.ts'

const most = 5
const looked = 6
/** Long words that say nothing of the matter. */
const empty = new Set(['deze', 'voor', 'naar', 'welke', 'waar', 'waarom', 'wanneer', 'hoelang', 'moet', 'moeten', 'mogen', 'kunnen', 'worden', 'wordt', 'gegevens', 'persoonsgegevens', 'iemand', 'zonder', 'over', 'niet', 'mijn', 'onze', 'onder', 'heeft', 'hebben', 'with', 'what', 'when', 'where', 'that', 'this', 'data', 'personal', 'from', 'have', 'about', 'somebody'])

/** The words of a text by which another may be recognised, the longest first. Pure. */
export function tellingWords(text: string): string[] {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 3 && !empty.has(word) && (word.length >= 4 || /\d|^(bsn|avg|wpg|woo|fg)$/.test(word)))
  return [...new Set(words)].toSorted((one, other) => other.length - one.length).slice(0, looked)
}

/** Shared questions with the most words in common; two at least, where there are two. */
export async function similarQuestions(scope: Scope, text: string): Promise<ListRow[]> {
  const words = tellingWords(text)
  const found = new Map<string, { row: ListRow; count: number }>()
  for (const word of words) {
    const { query } = readListQuery(questions, new URLSearchParams({ q: word, status: 'published' }))
    const { rows } = await listEntries(scope, questions, { ...query, columns: ['answer', 'sources'], size: 50 })
    for (const row of rows) found.set(row.id, { row, count: (found.get(row.id)?.count ?? 0) + 1 })
  }
  return [...found.values()].filter(({ count }) => count >= Math.min(2, words.length)).toSorted((one, other) => other.count - one.count).slice(0, most).map(({ row }) => row)
}
