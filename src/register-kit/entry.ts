// Entry: the shapes in which an entry of any register travels: its input, its own columns, the proposal beside it, and the labels its values are read with.
import type { Words } from '../ground/words.ts'
import type { KeptDeadline } from './deadlines/kept-deadline.ts'
import type { BaseTarget } from './field-types.ts'

/** Input of any register, before its own type is known. */
export type AnyInput = Record<string, unknown>

/** What the kit must know of a state, however a register calls it. */
export type Stage = 'draft' | 'in_review' | 'active' | 'ended'

export type SystemRow = {
  id: string
  status: string
  revision: number
  version: number
  created_at: Date
  created_by: string | null
  updated_at: Date
  updated_by: string | null
  reviewed_on: string | null
  review_due_on: string | null
  ended_on: string | null
  imported_by: string | null
  findings_blocking: number
  findings_serious: number
  findings_attention: number
}

export type Proposal = { readonly status: 'draft' | 'in_review'; readonly revision: number; readonly baseVersion: number; readonly input: AnyInput; readonly createdAt: Date; readonly createdBy: string | null; readonly updatedAt: Date; readonly updatedBy: string | null }

export type Entry = {
  readonly id: string
  readonly system: SystemRow
  /** What is in force (or drafted, while it never was). */
  readonly input: AnyInput
  readonly proposal: Proposal | undefined
  /** Of a register that declares deadlines: all of the entry, the oldest first. */
  readonly deadlines?: readonly KeptDeadline[]
}

/** `label` is in the language of whoever asked for the lookups. */
export type Term = { readonly key: string; readonly words: Words; readonly label: string; readonly marks: readonly string[]; readonly isActive: boolean; readonly validFrom: string | null; readonly validUntil: string | null; readonly note: string | null; readonly citation: string | null; readonly term: string | null; readonly disposal: string | null }

/** What values may point at, within one organisation. */
export type Lookups = {
  readonly terms: ReadonlyMap<string, ReadonlyMap<string, Term>>
  /** By target: departments, persons and the like, and entries of registers by the register's key. */
  readonly references: Readonly<Record<BaseTarget, Labels>> & { readonly [register: string]: Labels | undefined }
}

export type Labels = ReadonlyMap<string, { readonly label: string; readonly isActive: boolean }>
