// Life: what happened to an entry of the demo world and how many days ago, so that its history reads like that of a real one.
import type { Outcome } from '../register-kit/remarks.ts'
import type { Values } from './values.ts'

/** The DPO's test: outcome and words, and what the owner answered to them (left out: still open). */
export type Test = { readonly outcome: Outcome; readonly note?: string; readonly answer?: string }
export type Remark = { readonly field: string | null; readonly body: string; readonly answer?: string }

/** A later version: what it changes, why, and how far it came. */
export type Change = {
  /** Days ago that the change was proposed. */
  readonly on: number
  readonly why: string
  readonly values: Values
  readonly stage: 'draft' | 'offered' | 'tested' | 'active'
  readonly test?: Test
}

export type Life = {
  readonly stage: 'draft' | 'offered' | 'tested' | 'active'
  /** Days ago that it was made. */
  readonly created: number
  /** Who wrote it; the process owner unless said otherwise. */
  readonly by?: 'officer'
  readonly test?: Test
  readonly remarks?: readonly Remark[]
  readonly changes?: readonly Change[]
  /** Days ago that it was looked at again. */
  readonly reviewed?: readonly number[]
  readonly ended?: { readonly on: number; readonly reason: string }
}

type More = Omit<Life, 'stage' | 'created'>

export const draft = (created: number, more: More = {}): Life => ({ stage: 'draft', created, ...more })
/** Offered to the DPO, not tested yet. */
export const offered = (created: number, more: More = {}): Life => ({ stage: 'offered', created, ...more })
/** Tested by the DPO, not in force yet. */
export const tested = (created: number, test: Test, more: More = {}): Life => ({ stage: 'tested', created, test, ...more })
export const active = (created: number, more: More = {}): Life => ({ stage: 'active', created, ...more })
