// Document: an entry that reads like a document: sections with terms and their descriptions, with room for findings beside them.
import type { Child } from 'hono/jsx'
import { text } from './texts.ts'

export type Term = {
  term: string
  /** Left out or empty: shown as "niet ingevuld". */
  description?: Child
  /** Makes the term reachable by a link (`#veld-...`). */
  id?: string
  /** Stands beside the description where there is room, else under it: findings, history of this field. */
  side?: Child
}

/** Terms with their descriptions. */
export function DescriptionList({ terms }: { terms: readonly Term[] }) {
  return (
    <dl class="wb-terms">
      {terms.map(({ term, description, id, side }) => (
        <div class={side ? 'wb-terms__row wb-terms__row--side' : 'wb-terms__row'} id={id}>
          <dt>{term}</dt>
          <dd>{isEmpty(description) ? <span class="wb-terms__none">{text('empty')}</span> : description}</dd>
          {side && <dd class="wb-terms__side">{side}</dd>}
        </div>
      ))}
    </dl>
  )
}

/** Several values of one field, as a plain list. */
export function ValueList({ values }: { values: readonly Child[] }) {
  return <ul class="wb-values">{values.map((value) => <li>{value}</li>)}</ul>
}

/** A page with a table of contents beside it on a wide screen, and above it on a narrow one. */
export function WithContents({ sections, children }: { sections: readonly { id: string; words: string; count?: number }[]; children?: Child }) {
  return (
    <div class="wb-document">
      <nav class="wb-toc" aria-label={text('onThisPage')}>
        <p class="wb-toc__title">{text('onThisPage')}</p>
        <ul>
          {sections.map(({ id, words, count }) => <li><a href={`#${id}`}>{words}{count ? <> <span class="wb-count">{count}</span></> : ''}</a></li>)}
        </ul>
      </nav>
      <div class="wb-document__body">{children}</div>
    </div>
  )
}

/** A quiet framed block, with or without a heading. */
export function Card({ heading, action, children }: { heading?: string; action?: Child; children?: Child }) {
  return (
    <section class="wb-card">
      {heading && <div class="wb-card__head"><h2 class="utrecht-heading-3">{heading}</h2>{action}</div>}
      {children}
    </section>
  )
}

/** Cards or blocks beside each other where there is room. */
export function Columns({ wide, children }: { wide?: boolean; children?: Child }) {
  return <div class={wide ? 'wb-columns wb-columns--main' : 'wb-columns'}>{children}</div>
}

/** Something that is folded away until asked for. */
export function Details({ summary, open, children }: { summary: string; open?: boolean; children?: Child }) {
  return (
    <details class="wb-details" open={open}>
      <summary>{summary}</summary>
      <div class="wb-details__body">{children}</div>
    </details>
  )
}

/** A code, key or address in its own field, easy to select; selecting copies it whole. */
export function CopyableCode({ label, children }: { label: string; children: string }) {
  return <div class="wb-copy"><span class="wb-copy__label">{label}</span><code class="wb-copy__code" tabindex={0}>{children}</code></div>
}

function isEmpty(content: Child | undefined): boolean {
  return content === undefined || content === null || content === '' || (Array.isArray(content) && content.length === 0)
}
