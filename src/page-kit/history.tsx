// History: who changed what and when, and two versions beside each other.
import type { Child } from 'hono/jsx'
import { Icon } from './icons.tsx'
import { text } from './texts.ts'

export type Change = { field: string; before?: Child; after?: Child }
export type Happening = {
  /** ISO 8601 moment, for machines. */
  at: string
  /** The same moment in words. */
  when: string
  who: string
  what: string
  note?: Child
  changes?: readonly Change[]
}

/** What happened, newest first as given. */
export function History({ happenings, label }: { happenings: readonly Happening[]; label?: string }) {
  return (
    <ol class="wb-history" aria-label={label}>
      {happenings.map(({ at, when, who, what, note, changes }) => (
        <li class="wb-history__item">
          <p class="wb-history__what"><strong>{what}</strong></p>
          <p class="wb-history__who">{who} · <time datetime={at}>{when}</time></p>
          {note && <div class="wb-history__note">{note}</div>}
          {changes && changes.length > 0 && <dl class="wb-changes">{changes.map((change) => <ChangeRow {...change} />)}</dl>}
        </li>
      ))}
    </ol>
  )
}

function ChangeRow({ field, before, after }: Change) {
  return (
    <div class="wb-change">
      <dt>{field}</dt>
      <dd><span class="wb-hidden">{text('was')} </span><Old>{before}</Old> <span class="wb-hidden">{text('became')} </span><New>{after}</New></dd>
    </div>
  )
}

export type Difference = { field: string; left?: Child; right?: Child; changed: boolean }

/** Two versions, field by field; `leftWords` and `rightWords` name the versions. */
export function Comparison({ caption, leftWords, rightWords, differences }: { caption: string; leftWords: string; rightWords: string; differences: readonly Difference[] }) {
  return (
    <div class="wb-table-region" role="region" aria-label={caption} tabindex={0}>
      <table class="utrecht-table utrecht-table--html-table wb-table wb-comparison">
        <caption class="wb-table__caption">{caption}</caption>
        <thead><tr><th scope="col">{text('field')}</th><th scope="col">{leftWords}</th><th scope="col">{rightWords}</th></tr></thead>
        <tbody>
          {differences.map(({ field, left, right, changed }) => (
            <tr class={changed ? 'wb-comparison__row--changed' : undefined}>
              <th scope="row">{field}{changed && <span class="wb-comparison__mark"><Icon name="edit" />{text('changed')}</span>}</th>
              <td>{changed ? <Old>{left}</Old> : left || <Nothing />}</td>
              <td>{changed ? <New>{right}</New> : right || <Nothing />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Old({ children }: { children?: Child }) {
  return children ? <del>{children}</del> : <Nothing />
}

function New({ children }: { children?: Child }) {
  return children ? <ins>{children}</ins> : <Nothing />
}

function Nothing() {
  return <span class="wb-terms__none">{text('empty')}</span>
}
