// Policy sketch: how the policy documents of a demo organisation are written down.
import type { kinds, levels } from '../registers/policy-documents/declaration.ts'

/** A decision so many days ago, by an own body or by that of a participant. */
export type Decision = { readonly on: number; readonly body: string; readonly of?: string; readonly number?: string }
/** Numbers are days ago. */
export type Edition = {
  readonly made: number
  readonly text: string
  /** The first is the one by which the version comes into force; none yet: it lies with the DPO. */
  readonly adopted: readonly Decision[]
  /** What changed in this version. */
  readonly why?: string
  readonly published?: number
  readonly announced?: number
  /** Asked to be read, with the names of those who did. */
  readonly asked?: { readonly on: number; readonly within: string; readonly read: readonly string[] }
}
export type PolicySketch = {
  readonly title: string
  readonly kind: keyof typeof kinds
  readonly level: keyof typeof levels
  readonly audience?: 'public' | 'internal'
  /** Title of the document that it hangs under. */
  readonly under?: string
  readonly department: string
  readonly summary: string
  readonly editions: readonly [Edition, ...Edition[]]
  readonly evaluated?: { readonly on: number; readonly note: string }
  /** Rules that must find something; empty for an exemplary document. */
  readonly findings: readonly string[]
}
