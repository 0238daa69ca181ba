// Register mapping: which answer stands in which field of the register of processing activities, as data; so that nobody types twice what is known already.
import { readFileSync } from 'node:fs'
import type { DefinitionKey } from '../../../questionnaires/item.ts'

/** A column's words; one of several columns, the first that says something; what a key of a catalogue is called in the form; or always the same. */
export type Cell = { readonly column: string } | { readonly firstOf: readonly string[] } | { readonly joined: readonly string[] } | { readonly column: string; readonly as: Readonly<Record<string, string>> } | { readonly always: string | readonly string[] }
export type Mapped =
  | { readonly question: string; readonly field: string }
  /** As yes, when the field holds anything. */
  | { readonly question: string; readonly field: string; readonly isThere: true }
  | { readonly question: string; readonly field: string; readonly each: Cell }
  /** Each row, or each term of a list, becomes a copy of the group; `in` is the index of the copy around it. */
  | { readonly group: string; readonly in?: number; readonly field: string; readonly cells: Readonly<Record<string, Cell>> }

/** What the keys of our catalogues are called among the form's own options. */
const { bases, instruments } = JSON.parse(readFileSync(new URL('./form-options.json', import.meta.url), 'utf8')) as Readonly<Record<'bases' | 'instruments', Readonly<Record<string, string>>>>

/** The term itself, in a list of terms. */
export const term = 'term'
const always = (...roles: readonly string[]): Cell => ({ always: roles })

export const mapping: Readonly<Record<DefinitionKey, readonly Mapped[]>> = {
  dpia: [
    { question: '1.1', field: 'description' },
    { group: '2.1', field: 'data_categories', cells: { '2.1.1': { column: term } } },
    { question: '2.3', field: 'data_note' },
    { group: '3.1', field: 'name', cells: { '3.1.1': { column: 'name' } } },
    { group: '5.1.1', in: 0, field: 'purposes', cells: { '5.1.1': { column: 'purpose' } } },
    { group: '6.1.1', in: 0, field: 'controller_body', cells: { '6.1.1.1': { column: 'controller_body' }, '6.1.1.2': always('Verwerkingsverantwoordelijke') } },
    { group: '6.1.1', in: 0, field: 'joint_controllers', cells: { '6.1.1.1': { column: 'name' }, '6.1.1.2': always('Gezamenlijke verwerkingsverantwoordelijke') } },
    { group: '6.1.1', in: 0, field: 'processors', cells: { '6.1.1.1': { firstOf: ['processor', 'name'] }, '6.1.1.2': always('Verwerker'), '6.1.1.3': { column: 'service' } } },
    { group: '6.1.1', in: 0, field: 'recipients', cells: { '6.1.1.1': { firstOf: ['name', 'recipient'] }, '6.1.1.2': always('Ontvanger'), '6.1.1.3': { column: 'what' } } },
    { group: '8.1.1', in: 0, field: 'transfers', cells: { '8.1.1.1': { column: 'country' }, '8.1.1.2': { column: 'instrument', as: instruments }, '8.1.1.3': { column: 'explanation' } } },
    { group: '9.1.1', in: 0, field: 'legal_bases', cells: { '9.1.1.1': { column: 'law' }, '9.1.1.2': { column: 'article' } } },
    { group: '9.1.1', in: 0, field: 'sector_rules', cells: { '9.1.1.1': { column: 'law' }, '9.1.1.2': { column: 'rule' } } },
    { group: '10.1.1', in: 0, field: 'retention_rules', cells: { '10.1.1.1': { column: 'applies_to' }, '10.1.1.5': { joined: ['term', 'starts_at', 'law', 'explanation'] } } },
    { group: '11.1.1', in: 0, field: 'legal_bases', cells: { '11.1.1.1': { column: 'basis', as: bases }, '11.1.1.2': { joined: ['law', 'article', 'explanation'] } } },
    { question: '12.1.1', field: 'special_exceptions', isThere: true },
    { question: '12.3.1', field: 'bsn_law', isThere: true },
    { question: '14.1', field: 'subsidiarity' },
    { question: '14.2', field: 'proportionality' },
  ],
  prescan: [
    { question: '0.2', field: 'description' },
    { question: '0.3', field: 'purposes', each: { column: 'purpose' } },
    { question: '0.4', field: 'legal_bases', each: { column: 'basis', as: bases } },
    { question: '1.1.1', field: 'data_categories', isThere: true },
    { question: '1.2.1', field: 'special_exceptions', isThere: true },
    { question: '2.1.1', field: 'transfers', isThere: true },
    { question: '2.1.6', field: 'transfers', each: { column: 'instrument', as: instruments } },
    { question: '6.1.1', field: 'algorithm', isThere: true },
  ],
  iama: [
    { question: '1.1.1', field: 'description' },
    { question: '1.1.2', field: 'purposes', each: { column: 'purpose' } },
  ],
}
