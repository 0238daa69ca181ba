// Tables: rows of entries, with sorting by links, keyset paging and filters that stand in the address.
import type { Child } from 'hono/jsx'
import { Icon } from './icons.tsx'
import { fieldId } from './field.tsx'
import { text } from './texts.ts'

export type Direction = 'asc' | 'desc'
export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => Child
  /** Figures: to the right, with digits of equal width. */
  numeric?: boolean
  /** The cell that names the row; usually holds its link. */
  names?: boolean
  /** Address that sorts by this column in the given direction; without it the column can't be sorted. */
  sortHref?: (direction: Direction) => string
  /** Direction of the first click. */
  firstDirection?: Direction
  /** Keeps its text on one line (dates, codes). */
  oneLine?: boolean
  /** Holds a box to tick: no wider than that, with its header for screen readers only. */
  tick?: boolean
}

export type TableProps<Row> = {
  caption: string
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  sort?: { key: string; direction: Direction }
  /** Shown in place of the table when there are no rows. */
  empty?: Child
  /** On a phone: `cards` folds each row into a card, `scroll` lets the table scroll in its own region. */
  narrow?: 'cards' | 'scroll'
  /** Class-free marking of a row, for instance one that was just changed. */
  isMarked?: (row: Row) => boolean
}

export function Table<Row>({ caption, captionHidden, columns, rows, sort, empty, narrow = 'cards', isMarked }: TableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>
  const cards = narrow === 'cards'
  // Folding into cards takes the table's own meaning away in some browsers; the roles give it back.
  const role = (name: string) => (cards ? name : undefined)
  const captionId = fieldId(`tabel-${caption}`)
  return (
    <div class={cards ? 'wb-table-region wb-table-region--cards' : 'wb-table-region'} role="region" aria-labelledby={captionId} tabindex={0}>
      <table class="utrecht-table utrecht-table--html-table wb-table" role={role('table')}>
        <caption class={captionHidden ? 'wb-hidden' : 'wb-table__caption'} id={captionId}>{caption}</caption>
        <thead role={role('rowgroup')}>
          <tr role={role('row')}>{columns.map((column) => <HeaderCell column={column} sort={sort} role={role('columnheader')} />)}</tr>
        </thead>
        <tbody role={role('rowgroup')}>
          {rows.map((row) => (
            <tr role={role('row')} class={isMarked?.(row) ? 'wb-table__row--marked' : undefined}>
              {columns.map((column) => {
                const classes = [column.numeric && 'wb-table__cell--numeric', column.tick && 'wb-table__cell--tick', column.oneLine && 'wb-table__cell--one-line', column.names && 'wb-table__cell--names'].filter(Boolean).join(' ') || undefined
                return column.names
                  ? <th scope="row" role={role('rowheader')} class={classes} data-label={column.header}>{column.cell(row)}</th>
                  : <td role={role('cell')} class={classes} data-label={column.header}>{cards ? <div>{column.cell(row)}</div> : column.cell(row)}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function HeaderCell<Row>({ column, sort, role }: { column: Column<Row>; sort: TableProps<Row>['sort']; role?: string }) {
  const direction = sort?.key === column.key ? sort.direction : undefined
  const next = direction === 'asc' ? 'desc' : direction === 'desc' ? 'asc' : column.firstDirection ?? 'asc'
  return (
    <th scope="col" role={role} class={column.numeric ? 'wb-table__cell--numeric' : column.tick ? 'wb-table__cell--tick' : undefined} aria-sort={direction && (direction === 'asc' ? 'ascending' : 'descending')}>
      {column.sortHref
        ? <a class="wb-sort" href={column.sortHref(next)}>{column.header}<span class={direction ? 'wb-sort__mark' : 'wb-sort__mark wb-sort__mark--off'}><Icon name={(direction ?? next) === 'asc' ? 'up' : 'down'} /></span></a>
        : column.tick ? <span class="wb-hidden">{column.header}</span> : column.header}
    </th>
  )
}

/** Keyset paging: where the previous and next page are, and what is shown now (`51–100 van meer dan 1.000`). */
export function Pagination({ previous, next, words, sizes }: { previous?: string; next?: string; words?: string; sizes?: readonly { words: string; href: string; current?: boolean }[] }) {
  return (
    <nav class="wb-pages" aria-label={text('pages')}>
      {words && <p class="wb-pages__words">{words}</p>}
      {sizes && <ul class="wb-pages__sizes">{sizes.map((size) => <li><a href={size.href} aria-current={size.current ? 'true' : undefined}>{size.words}</a></li>)}</ul>}
      <div class="wb-pages__links">
        {previous ? <a class="wb-pages__link" href={previous} rel="prev"><Icon name="left" />{text('previous')}</a> : <span class="wb-pages__link wb-pages__link--off"><Icon name="left" />{text('previous')}</span>}
        {next ? <a class="wb-pages__link" href={next} rel="next">{text('next')}<Icon name="right" /></a> : <span class="wb-pages__link wb-pages__link--off">{text('next')}<Icon name="right" /></span>}
      </div>
    </nav>
  )
}

export type ActiveFilter = { label: string; value: string; removeHref: string; lang?: 'nl' | undefined }

/** Filters as a GET form; `children` are its fields, or `openHref` is where they are. Each active filter is a link that takes it away. `hidden` keeps sort and size. */
export function FilterBar({ action, active, clearHref, hidden, search, open, openHref, children }: {
  action: string
  active: readonly ActiveFilter[]
  clearHref: string
  hidden?: Record<string, string> | readonly (readonly [name: string, value: string])[]
  /** The box for words, beside the button that opens the rest. */
  search?: { name: string; value: string; label: string }
  open?: boolean
  /** Where the fields are drawn, when they aren't here: a long list of choices is made only for whoever asks. */
  openHref?: string
  children?: Child
}) {
  return (
    <search class="wb-filters">
      <form method="get" action={action}>
        {(isPairs(hidden) ? hidden : Object.entries(hidden ?? {})).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        {search && (
          <div class="wb-filters__search">
            <label class="wb-hidden" for={fieldId(search.name)}>{search.label}</label>
            <input class="utrecht-textbox utrecht-textbox--html-input wb-input" type="search" id={fieldId(search.name)} name={search.name} value={search.value} placeholder={search.label} autocomplete="off" />
            <button class="utrecht-button utrecht-button--secondary-action wb-button" type="submit"><Icon name="search" /><span>{text('search')}</span></button>
          </div>
        )}
        {openHref && <a class="wb-filters__open" href={openHref}><Icon name="filter" />{text('filters')}{active.length > 0 && <span class="wb-count">{active.length}</span>}</a>}
        {children && (
          <details class="wb-filters__more" open={open}>
            <summary><Icon name="filter" />{text('filters')}{active.length > 0 && <span class="wb-count">{active.length}</span>}</summary>
            <div class="wb-filters__fields">{children}<button class="utrecht-button utrecht-button--primary-action wb-button" type="submit"><span>{text('applyFilters')}</span></button></div>
          </details>
        )}
      </form>
      {active.length > 0 && (
        <div class="wb-chips">
          <p class="wb-hidden">{text('activeFilters')}</p>
          <ul class="wb-chips__list">
            {active.map((filter) => <li><a class="wb-chip" href={filter.removeHref}><span class="wb-hidden">{text('removeFilter')}: </span><span>{filter.label}: <strong lang={filter.lang}>{filter.value}</strong></span><Icon name="cross" /></a></li>)}
          </ul>
          <a class="utrecht-link utrecht-link--html-a" href={clearHref}>{text('clearFilters')}</a>
        </div>
      )}
    </search>
  )
}

function isPairs(hidden: unknown): hidden is readonly (readonly [string, string])[] {
  return Array.isArray(hidden)
}
