// Passage words: how places in a document and the state of a reading are said.
import { t } from '../../../ground/words.ts'
import type { BadgeTone } from '../../../page-kit/alerts.tsx'
import type { Reading } from './readings.ts'

/** `Pagina 3`, or `Alinea 12` of a text document. */
export function sayPlace({ format }: Pick<Reading, 'format'>, place: number): string {
  return format === 'pdf' ? t(`Pagina ${place}`, `Page ${place}`) : t(`Alinea ${place}`, `Paragraph ${place}`)
}

/** `3–9, 12`. */
export function sayRanges(pages: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const page of pages) {
    const last = ranges.at(-1)
    if (last && page === last[1] + 1) last[1] = page
    else ranges.push([page, page])
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}

export function sayState({ state }: Pick<Reading, 'state'>): { readonly tone: BadgeTone; readonly words: string } {
  switch (state) {
    case 'waiting': return { tone: 'info', words: t('wacht', 'waiting') }
    case 'reading': return { tone: 'info', words: t('wordt gelezen', 'being read') }
    case 'read': return { tone: 'positive', words: t('gelezen', 'read') }
    case 'unreadable': return { tone: 'negative', words: t('niet te lezen', 'can’t be read') }
    case 'failed': return { tone: 'negative', words: t('niet gelukt', 'failed') }
  }
}

export function sayProgress({ done, places }: Pick<Reading, 'done' | 'places'>): string {
  return places === null ? (done === 0 ? t('Wacht op zijn beurt', 'Waiting for its turn') : t(`${done} alinea’s gelezen`, `${done} paragraphs read`)) : t(`${done} van ${places} pagina’s gelezen`, `${done} of ${places} pages read`)
}
