// Article shape: what each standard article of an agreement is.
import type { ChecklistKey } from '../checklist.ts'
import type { AgreementFacts } from './agreement-facts.ts'

export type StandardArticle = {
  /** Stable: wording of people is kept under it. */
  readonly key: string
  readonly heading: string
  /** Points of the checklist that it covers. */
  readonly covers: readonly ChecklistKey[]
  /** In Markdown. */
  body(facts: AgreementFacts): string
}
