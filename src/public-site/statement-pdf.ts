// Statement PDF: a version of the privacy statement with all its notices as a PDF/UA, made once for all who ask.
import type { EntryDocument } from '../documents/document-shapes.ts'
import { assertFits } from '../documents/document-size.ts'
import { renderPdf } from '../documents/render-pdf.ts'
import { dayOf, sayDay } from '../ground/clock.ts'
import { currentLanguage, t } from '../ground/words.ts'
import { paperBlocks } from './pieces.ts'
import type { PublishedNotice, Statement } from './statements.ts'

/** Whoever asks for the same again gets the same: one made PDF, or the one that is being made. */
const made = new Map<string, Promise<Uint8Array>>()
const mostKept = 20

export function statementPdf(slug: string, statement: Statement, notices: readonly PublishedNotice[], now: Date): Promise<Uint8Array> {
  const language = currentLanguage()
  const key = [slug, statement.digest.toString('base64url'), language, ...notices.map(({ entryId }) => entryId)].join(' ')
  const known = made.get(key)
  if (known) return known
  const document = documentOf(statement, notices, now)
  assertFits(document)
  const rendering = renderPdf('entry', document, { title: `${t('Privacyverklaring', 'Privacy statement')} – ${statement.content.organisation}`, language, day: dayOf(statement.publishedAt) })
  made.set(key, rendering)
  rendering.catch(() => made.delete(key))
  if (made.size > mostKept) made.delete(made.keys().next().value!)
  return rendering
}

function documentOf({ version, publishedAt, content }: Statement, notices: readonly PublishedNotice[], now: Date): EntryDocument {
  const language = currentLanguage()
  const heading = t('Privacyverklaring', 'Privacy statement')
  return {
    organisation: content.organisation, heading, lead: '', made: sayDay(now), language, tables: [],
    entry: {
      title: heading, number: t(`versie ${version}`, `version ${version}`), status: t(`gepubliceerd op ${sayDay(publishedAt)}`, `published on ${sayDay(publishedAt)}`),
      sections: [
        { heading: t('In het algemeen', 'In general'), fields: [], texts: [paperBlocks(content[language].pieces)] },
        ...notices.map(({ content: { name, summary, [language]: { pieces } } }) => ({ heading: name, fields: [], texts: [[...(summary ? [{ kind: 'paragraph' as const, text: summary }] : []), ...paperBlocks(pieces)]] })),
      ],
    },
  }
}
