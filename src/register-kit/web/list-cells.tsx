// List cells: how a state, findings, a due review and the value of any field are drawn where there is little room.
import type { Child } from 'hono/jsx'
import { stateOf } from '../../calendar/state.ts'
import { dayOf, sayMoment, sayShortDay } from '../../ground/clock.ts'
import { say, t } from '../../ground/words.ts'
import { Badge, StatusBadge } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import type { Column } from '../../page-kit/table.tsx'
import type { Lookups } from '../entry.ts'
import { stageOf } from '../lifecycle.ts'
import { type Sort, sortsOf } from '../list-address.ts'
import type { ListRow } from '../list-query.ts'
import type { Register } from '../register.ts'
import { sayValue } from '../say-value.ts'
import { StateOfDeadline } from './deadline-panel.tsx'
import { columnWords } from './list-words.ts'

export function StatusOf({ register, status, proposal }: { register: Register; status: string; proposal?: 'draft' | 'in_review' | null }) {
  const declared = register.lifecycle.statuses[status]
  return (
    <>
      <StatusBadge tone={declared?.tone}>{declared ? say(declared.words) : status}</StatusBadge>
      {proposal && <> <Badge tone="info">{proposal === 'draft' ? t('voorstel in concept', 'draft proposal') : t('voorstel in toetsing', 'proposal in review')}</Badge></>}
    </>
  )
}

/** How many findings, gravest first; the words stand with the figure so that colour isn't needed. */
export function FindingCounts({ blocking, serious, attention }: { blocking: number; serious: number; attention: number }) {
  if (blocking + serious + attention === 0) return <Badge tone="positive">{t('geen', 'none')}</Badge>
  const isMore = blocking + serious > 0
  return (
    <span class="wb-inline">
      {blocking > 0 && <Badge tone="negative">{blocking} {t('ontbreekt', 'missing')}</Badge>}
      {serious > 0 && <Badge tone="warning">{serious} {t('ernstig', 'serious')}</Badge>}
      {attention > 0 && <span class="wb-subtle">{isMore ? '+' : ''}{attention}<span class={isMore ? 'wb-hidden' : undefined}> {t('aandacht', 'attention')}</span></span>}
    </span>
  )
}

/** The columns of a list: the title as a link, then those that were chosen. */
export function listColumns({ register, base, columns, address, now }: { register: Register; base: string; columns: readonly string[]; address: (change: Record<string, string>) => string; now: Date }): Column<ListRow>[] {
  const sorts = sortsOf(register)
  const today = dayOf(now)
  const sortHref = (sort: Sort) => sorts.includes(sort) ? (direction: string) => address({ sorteer: sort, volgorde: direction }) : undefined
  const cellsOf = (name: string): Omit<Column<ListRow>, 'key' | 'header'> => {
    switch (name) {
      case 'status': return { cell: (row) => <StatusOf register={register} status={row.status} proposal={row.proposal} /> }
      case 'findings': return { cell: (row) => <FindingCounts {...row} />, sortHref: sortHref('findings'), firstDirection: 'desc' }
      case 'review_due_on': return { cell: (row) => <ReviewDue day={stageOf(register, row.status) === 'active' ? row.review_due_on : null} today={today} />, sortHref: sortHref('review_due_on'), oneLine: true }
      case 'due_at': return { cell: (row) => <NextDeadline register={register} deadline={row.deadline} now={now} />, sortHref: sortHref('due_at'), oneLine: true }
      case 'updated_at': return { cell: (row) => sayShortDay(row.updated_at), sortHref: sortHref('updated_at'), firstDirection: 'desc', oneLine: true }
      case register.named.number.field: return { cell: (row) => row.number, oneLine: true }
      default: return { cell: (row) => valueCell(register, name, row), oneLine: ['date', 'moment'].includes(register.fields[name]?.type ?? ''), numeric: register.fields[name]?.type === 'number' }
    }
  }
  return [
    { key: 'name', header: say(register.fields[register.named.title]!.words), names: true, sortHref: sortHref('name'), cell: (row) => <Link href={`${base}/${row.id}`}>{row.title}</Link> },
    ...columns.map((name) => ({ key: name, header: columnWords(register, name), ...cellsOf(name) })),
  ]
}

const noLookups: Lookups = { terms: new Map(), references: { department: new Map(), governing_body: new Map(), person: new Map(), participant: new Map() } }
const mostLetters = 140

function valueCell(register: Register, name: string, row: ListRow): Child {
  const field = register.fields[name]!
  if (field.type === 'date' && typeof row.values[name] === 'string') return sayShortDay(row.values[name])
  const label = row.labels[name] ?? sayValue(field, field.type === 'terms' ? [] : row.values[name], noLookups).join(', ')
  return label === '' ? none() : label.length > mostLetters ? `${label.slice(0, mostLetters)}…` : label
}

function ReviewDue({ day, today }: { day: string | null; today: string }) {
  if (day === null) return none()
  return day < today ? <StatusBadge tone="warning">{sayShortDay(day)} ({t('te laat', 'overdue')})</StatusBadge> : <>{sayShortDay(day)}</>
}

/** The end of the first deadline; of several, with what it is for. */
function NextDeadline({ register, deadline, now }: { register: Register; deadline: ListRow['deadline']; now: Date }) {
  if (!deadline) return none()
  const { kind, dueOn, isSuspended, isExtended } = deadline
  const dueAt = new Date(deadline.dueAt)
  const state = stateOf({ dueAt, metAt: null, lapsedAt: null, suspendedAt: isSuspended ? new Date(0) : null, extendedAt: isExtended ? dueAt : null }, now)
  const declared = Object.entries(register.deadlines ?? {})
  const words = declared.length > 1 && declared.find(([key]) => key === kind)?.[1].words
  const end = dueOn === null ? sayMoment(dueAt) : sayShortDay(dueOn)
  return <>{state === 'running' ? end : <><StateOfDeadline state={state} />{state !== 'suspended' && <> {end}</>}</>}{words && <span class="wb-subtle"> {say(words)}</span>}</>
}

function none(): Child {
  return <span class="wb-subtle">–</span>
}
