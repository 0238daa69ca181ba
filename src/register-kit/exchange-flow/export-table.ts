// Export table: entries as the rows of a spreadsheet: every field in words that an import reads back unchanged, and where each entry stands.
import type { Readable } from 'node:stream'
import { stateOf } from '../../calendar/state.ts'
import type { Scope } from '../../ground/scope.ts'
import { stateWords } from '../deadlines/deadline-words.ts'
import { type KeptDeadline, presentDeadlines, readDeadlines } from '../deadlines/kept-deadline.ts'
import type { AnyInput, Lookups, SystemRow } from '../entry.ts'
import { type WriteColumn, writeCsv } from '../exchange/write-table.ts'
import type { Register } from '../register.ts'
import { loadLookups, loadLookupsFor, mostOffered } from '../lookups.ts'
import { loadEntries } from '../store.ts'
import { addedHeadings } from './import-choices.ts'
import type { Book } from './importing.ts'
import { namesIn } from './names.ts'
import { cellsOf, columnsOf } from './own-notation.ts'

export function exportColumns(register: Register): WriteColumn[] {
  return [...columnsOf(register.fields), ...addedHeadings(register).map((heading) => ({ heading, kind: heading === 'Nakijken vóór' ? 'day' as const : 'text' as const }))]
}

export const entriesAtOnce = 250

export type Stored = { readonly system: SystemRow; readonly input: AnyInput }

/** Entries in the order of the ids, some at a time, so that memory stays flat. */
export async function* exportedEntries(scope: Scope, register: Register, ids: readonly string[]): AsyncGenerator<Stored[]> {
  for (let at = 0; at < ids.length; at += entriesAtOnce) yield await loadEntries(scope.tx, register, scope.organisation.id, ids.slice(at, at + entriesAtOnce))
}

/** Tells each batch to `seen`, for the access records. */
export async function* exportRows(scope: Scope, register: Register, ids: readonly string[], seen: (inputs: readonly AnyInput[]) => void): AsyncGenerator<string[]> {
  const all = await loadLookups(scope, register.fields)
  const isWhole = Object.values(all.references).every((labels) => (labels?.size ?? 0) < mostOffered)
  for await (const entries of exportedEntries(scope, register, ids)) {
    const inputs = entries.map(({ input }) => input)
    seen(inputs)
    // What has ended, or is one of very many, isn't among what can be chosen, but stands in entries.
    const used = await loadLookupsFor(scope, register.fields, inputs)
    const names = namesIn(isWhole ? { terms: all.terms, references: together(all.references, used.references) } : { terms: all.terms, references: used.references })
    const deadlines = register.deadlines ? await readDeadlines(scope, register, entries.map(({ system }) => system.id)) : []
    for (const { system, input } of entries) yield [...cellsOf(register.fields, input, names), ...systemCells(register, system), ...deadlineCells(scope, register, deadlines.filter(({ entryId }) => entryId === system.id))]
  }
}

function together(all: Lookups['references'], used: Lookups['references']): Lookups['references'] {
  const joined = Object.fromEntries(Object.entries({ ...all }).map(([target, labels]) => [target, new Map([...labels ?? [], ...used[target] ?? []])]))
  return { ...all, ...joined }
}

function systemCells({ lifecycle }: Register, system: SystemRow): string[] {
  return [system.id, lifecycle.statuses[system.status]?.words.nl ?? system.status, system.version > 0 ? String(system.version) : '', system.review_due_on ?? '']
}

/** The last day (or the moment) of each declared deadline, and where it stands; empty for one that never began. */
function deadlineCells({ now }: Scope, { deadlines = {} }: Register, kept: readonly KeptDeadline[]): string[] {
  const present = presentDeadlines(kept)
  return Object.keys(deadlines).flatMap((kind) => {
    const deadline = present.get(kind)
    return deadline ? [deadline.dueOn ?? deadline.dueAt.toISOString(), stateWords[stateOf(deadline, now)].nl] : ['', '']
  })
}

/** Headings and one invented row, to begin a register with. */
export function writeExample({ register, importing }: Book): Readable {
  return writeCsv(columnsOf(register.fields), [Object.keys(register.fields).map((key) => importing.example[key] ?? '')])
}
