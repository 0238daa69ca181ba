// Citations: reads articles of law out of free text (`art. 6 lid 1 sub e AVG`, `6.1.e`, `6(1)(e)`), and what is left of the text without them.

/** An article as cited; what wasn't written is undefined. `letter` is also `alinea 2` for a second paragraph without a letter. */
export type Citation = { readonly article: string; readonly paragraph: string | undefined; readonly letter: string | undefined; readonly law: CitedLaw | undefined }
export type CitedLaw = 'avg' | 'uavg' | 'wpg'

const laws: Readonly<Record<string, CitedLaw>> = { avg: 'avg', gdpr: 'avg', uavg: 'uavg', wpg: 'wpg' }
const ordinals: Readonly<Record<string, string>> = { eerste: '1', tweede: '2', derde: '3', vierde: '4' }
const joints = new Set(['lid', 'leden', 'sub', 'onder', 'letter', 'onderdeel', 'aanhef', 'paragraph', 'point', 'ev'])
const heads = new Set(['art', 'artt', 'artikel', 'artikelen', 'arts', 'article', 'articles'])

/** Reads words (from `wordsOf`) and gives the articles cited and the words that are no part of a citation; a law's own name stays in the rest. */
export function readCitations(words: readonly string[]): { citations: Citation[]; rest: string[] } {
  const citations: Citation[] = []
  const rest: string[] = []
  let at = 0
  while (at < words.length) {
    const headed = heads.has(words[at]!)
    const found = citationAt(words, headed ? at + 1 : at, headed)
    if (!found) {
      if (!headed) rest.push(words[at]!)
      at += 1
      continue
    }
    citations.push(...found.citations)
    at = found.next
  }
  return { citations, rest }
}

/** Does a citation point at the article of a term? What either side leaves out doesn't count against it. */
export function isPartOf(cited: Citation, whole: Citation): boolean {
  return cited.article === whole.article
    && (cited.law === undefined || whole.law === undefined || cited.law === whole.law)
    && (cited.paragraph === undefined || whole.paragraph === undefined || cited.paragraph === whole.paragraph)
    && (cited.letter === undefined || whole.letter === undefined || cited.letter === whole.letter)
}

export function isSameArticle(cited: Citation, whole: Citation): boolean {
  return isPartOf(cited, whole) && cited.paragraph === whole.paragraph && cited.letter === whole.letter
}

function citationAt(words: readonly string[], start: number, headed: boolean): { citations: Citation[]; next: number } | undefined {
  let at = start
  let wasJoined = headed
  const skipJoints = () => {
    // `aanhef en onder b`: the `en` belongs to the citation.
    while (joints.has(words[at] ?? '') || (words[at] === 'en' && joints.has(words[at + 1] ?? '') && words[at - 1] === 'aanhef')) {
      wasJoined = true
      at += 1
    }
  }
  const article = words[at]
  if (article === undefined || !/^\d{1,3}$/.test(article)) return undefined
  at += 1
  skipJoints()
  let paragraph: string | undefined
  const next = ordinals[words[at] ?? ''] ?? words[at]
  if (next !== undefined && /^\d{1,2}$/.test(next)) {
    paragraph = next
    at += 1
    skipJoints()
  }
  const letters: string[] = []
  if (/^[a-z]$/.test(words[at] ?? '')) {
    letters.push(words[at]!)
    at += 1
    // `sub c en e`: both letters belong to the same paragraph.
    for (;;) {
      const joint = /^(?:en|of|jo|and|or)$/.test(words[at] ?? '') ? 1 : 0
      const after = at + joint + (joints.has(words[at + joint] ?? '') ? 1 : 0)
      if (after === at || !/^[a-z]$/.test(words[after] ?? '') || /^\d/.test(words[after + 1] ?? '')) break
      letters.push(words[after]!)
      at = after + 1
    }
  } else if (ordinals[words[at] ?? ''] && words[at + 1]?.startsWith('alinea')) {
    letters.push(`alinea ${ordinals[words[at]!]}`)
    at += 2
  }
  // Deeper numbering of other laws (`2.3.1`, `7:446`) is swallowed: nothing here knows it.
  while (headed && (/^\d{1,4}$/.test(words[at] ?? '') || joints.has(words[at] ?? '') || (words[at] === 'en' && /^(?:\d|lid$|onder$|sub$)/.test(words[at + 1] ?? '')))) at += 1
  const law = laws[words[at] ?? '']
  // A bare number is no citation: `2 jaar`, `48 uur`. It needs `art.`, a letter behind a paragraph, or a law behind it.
  if (!wasJoined && law === undefined && !(paragraph !== undefined && letters.length > 0)) return undefined
  if (letters.length === 0) return { citations: [{ article, paragraph, letter: undefined, law }], next: at }
  return { citations: letters.map((letter) => ({ article, paragraph, letter, law })), next: at }
}
