// Life: what happened to an entry of the demo world and how many days ago, so that its history reads like that of a real one.
import type { Outcome } from '../register-kit/remarks.ts'
import type { Values } from './values.ts'

/** Who does something: the process owner of the entry's department, or the first person with the role. */
export type Doer = 'owner' | 'officer' | 'dpo' | 'ciso' | 'iso' | 'employee' | 'administrator'

/** The DPO's test: outcome and words, and what the owner answered to them (left out: still open). */
export type Test = { readonly outcome: Outcome; readonly note?: string; readonly answer?: string }
export type Remark = { readonly field: string | null; readonly body: string; readonly answer?: string }

/** A later version: what it changes, why, and how far it came. */
export type Change<V = Values> = {
  /** Days ago that the change was proposed. */
  readonly on: number
  readonly why: string
  readonly values: V
  readonly stage: 'draft' | 'offered' | 'tested' | 'active'
  readonly test?: Test
}

/** Of an entry that is tested before it comes into force. */
export type Life<V = Values> = {
  readonly stage: 'draft' | 'offered' | 'tested' | 'active'
  /** Days ago that it was made. */
  readonly created: number
  /** Who wrote it; the process owner unless said otherwise. */
  readonly by?: 'officer'
  readonly test?: Test
  readonly remarks?: readonly Remark[]
  readonly changes?: readonly Change<V>[]
  /** Days ago that it was looked at again. */
  readonly reviewed?: readonly number[]
  readonly ended?: { readonly on: number; readonly reason: string }
}

type More<V> = Omit<Life<V>, 'stage' | 'created'>

export const draft = <V = Values>(created: number, more: More<V> = {}): Life<V> => ({ stage: 'draft', created, ...more })
/** Offered to the DPO, not tested yet. */
export const offered = <V = Values>(created: number, more: More<V> = {}): Life<V> => ({ stage: 'offered', created, ...more })
/** Tested by the DPO, not in force yet. */
export const tested = <V = Values>(created: number, test: Test, more: More<V> = {}): Life<V> => ({ stage: 'tested', created, test, ...more })
export const active = <V = Values>(created: number, more: More<V> = {}): Life<V> => ({ stage: 'active', created, ...more })

/** Of an entry that is in use from the first moment. */
export type Kept<V> = {
  readonly created: number
  /** Who keeps it: makes, changes, reviews and ends. */
  readonly by: Doer
  readonly changes?: readonly { readonly on: number; readonly values: V }[]
  readonly reviewed?: readonly number[]
  readonly ended?: { readonly on: number; readonly reason: string }
}

export const kept = <V>(created: number, by: Doer, more: Omit<Kept<V>, 'created' | 'by'> = {}): Kept<V> => ({ created, by, ...more })
