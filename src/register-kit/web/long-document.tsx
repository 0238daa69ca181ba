// Long document: a text with headings as people read it: numbered sections with a place of their own, and a table of contents before them.
import { raw } from 'hono/html'
import { type Heading, renderMarkdown } from '../../documents/markdown.ts'
import { t } from '../../ground/words.ts'

/** `from`: the level of its highest headings on the page. */
export function LongDocument({ text, from = 3 }: { text: string; from?: number }) {
  const { html, headings } = renderMarkdown(text, from)
  return (
    <div class="wb-text">
      {headings.length > 2 && <Contents headings={headings} />}
      <div lang="nl">{raw(html)}</div>
    </div>
  )
}

function Contents({ headings }: { headings: readonly Heading[] }) {
  return (
    <nav class="wb-text__contents" aria-label={t('Inhoud', 'Contents')}>
      <ul lang="nl">{headings.map(({ number, title, anchor, depth }) => <li class={depth > 1 ? 'wb-text__deeper' : undefined}><a href={`#${anchor}`}>{number} {title}</a></li>)}</ul>
    </nav>
  )
}
