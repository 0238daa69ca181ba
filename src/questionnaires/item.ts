// Item: what a questionnaire is made of: sections, groups, questions and the rules among them; and the address under which an answer is kept.
import type { itemTypes, referenceTypes } from './definition-schema.ts'

export const definitionKeys = ['dpia', 'prescan', 'iama'] as const
export type DefinitionKey = (typeof definitionKeys)[number]
export type ItemType = (typeof itemTypes)[number]

/** A question, or a group of them. Its words are the State's own, in Dutch; a description may hold some HTML (description-html.ts). */
export type Item = {
  readonly id: string
  readonly words: string
  readonly description: string | null
  readonly types: readonly ItemType[]
  /** Holds other items and takes no answer itself. */
  readonly isGroup: boolean
  readonly isRepeatable: boolean
  readonly parent: Item | null
  readonly children: readonly Item[]
  /** The item at the top that it stands in. */
  readonly section: Item
  /** The nearest item that may be there several times, perhaps itself; its answers carry that one's index. */
  readonly repeats: Item | null
  readonly options: readonly { readonly value: string | boolean | null; readonly label: string }[]
  readonly valueType: string | null
  readonly defaultValue: string | number | boolean | null | readonly string[] | undefined
  readonly labelTemplate: string | null
  readonly itemName: string | null
  readonly hasOfficialId: boolean
  /** Asked by art. 27 AI-verordening too. */
  readonly isOfFria: boolean
  readonly isActionPoints: boolean
  readonly isActionPointSummary: boolean
  readonly conditions: readonly Condition[]
  /** Its options are the answers to this question. */
  readonly optionsFrom: string | null
  /** It is there as often as this question's group. */
  readonly mappedFrom: string | null
  readonly calculations: readonly Calculation[]
  /** Items of other questionnaires (by their key) that its answer may be taken over in. */
  readonly references: readonly { readonly key: DefinitionKey; readonly id: string; readonly type: (typeof referenceTypes)[number] }[]
  readonly sources: readonly { readonly file: string; readonly description: string | null }[]
}

export type Condition = { readonly id: string; readonly operator: 'equals' | 'contains' | 'any'; readonly value: string | boolean | number | null | undefined; readonly action: 'show' | 'hide' }
export type Calculation = { readonly scoreKey: string; readonly expression: string; readonly scores: readonly { readonly when: string; readonly value: number }[] }
export type Verdict = {
  readonly id: string
  readonly levels: readonly { readonly level: 'required' | 'recommended'; readonly expression: string; readonly result: string; readonly criteria: readonly { readonly id: string; readonly expression: string; readonly explanation: string }[] }[]
}

export type Definition = {
  readonly key: DefinitionKey
  readonly version: string
  /** Without the version: `urn:nl:dpia`. */
  readonly urn: string
  readonly name: string
  readonly description: string
  /** Questions are shown with their official numbers. */
  readonly prefixesIds: boolean
  readonly sections: readonly Item[]
  /** Every item, in the order of the form. */
  readonly items: readonly Item[]
  readonly byId: ReadonlyMap<string, Item>
  readonly verdicts: readonly Verdict[]
}

/** The address under which an answer is kept, as in the State's own files: `2.1.3`, or `2.1.3[4]` where it may be there several times. */
export function addressOf(id: string, index: number | null): string {
  return index === null ? id : `${id}[${index}]`
}

export function parseAddress(address: string): { readonly id: string; readonly index: number | null } {
  const match = /^(.+)\[(\d{1,6})\]$/.exec(address)
  return match ? { id: match[1]!, index: Number(match[2]) } : { id: address, index: null }
}

export function isDefinitionKey(key: string): key is DefinitionKey {
  return (definitionKeys as readonly string[]).includes(key)
}
