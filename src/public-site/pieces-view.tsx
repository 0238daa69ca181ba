// Pieces view: what is said to citizens, as a page shows it: headings with an address, sentences and lists, each in its language.
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { renderMarkdown } from '../documents/markdown.ts'
import type { Part, Piece, Run } from './pieces.ts'

/** `level`: that of the headings; `within` goes before their ids, where a page holds several. */
export function PiecesView({ pieces, level = 2, within = '' }: { pieces: readonly Piece[]; level?: 2 | 3 | 4; within?: string }) {
  const Heading = `h${level}` as const
  return (
    <>
      {pieces.map(({ key, heading, isOwn, parts }) => (
        <section>
          <Heading class={level === 2 ? 'utrecht-heading-2' : 'utrecht-heading-3'} id={`${within}${key}`} lang={isOwn ? 'nl' : undefined}>{heading}</Heading>
          <PartsView parts={parts} level={level} />
        </section>
      ))}
    </>
  )
}

export function PartsView({ parts, level = 2 }: { parts: readonly Part[]; level?: number }) {
  return <>{parts.map((part) => <PartView part={part} level={level} />)}</>
}

function PartView({ part, level }: { part: Part; level: number }): Child {
  switch (part.kind) {
    case 'text': return <p><Runs runs={part.runs} /></p>
    case 'list': return <ul class="wb-list">{part.items.map((item) => <li><Runs runs={item} /></li>)}</ul>
    case 'own': return <div lang={part.language}>{raw(withoutIds(renderMarkdown(part.markdown, Math.min(level + 1, 6)).html))}</div>
  }
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return <>{runs.map((run) => typeof run === 'string' ? run : 'own' in run ? <span lang="nl">{run.own}</span> : <a class="utrecht-link utrecht-link--html-a" href={run.href}>{run.words}</a>)}</>
}

/** Several texts stand on one page, and each would count its headings from one; their numbers are left out too. */
function withoutIds(html: string): string {
  return html.replace(/(<h\d)\sid="deel-[\d-]+">(?:\d+(?:\.\d+)*\s)?/g, '$1>')
}
