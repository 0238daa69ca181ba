// Entries and labels for tests of flow maps, invented; the shipped catalogues give the terms.
import { loadCatalogues } from '../../catalogues/load.ts'
import type { Lookups, Term } from '../../register-kit/entry.ts'
import { type ActivityInput } from './declaration.ts'
import type { FlowEntry } from './flow-of-entries.ts'
import { emptyActivity } from './rules.fixtures.ts'

const labels = (...pairs: readonly (readonly [string, string])[]) => new Map(pairs.map(([id, label]) => [id, { label, isActive: true }]))

export const ids = { system: '019a0000-0000-7000-8000-0000000000a1', processor: '019a0000-0000-7000-8000-0000000000a2', burgerzaken: '019a0000-0000-7000-8000-0000000000a3', one: '019a0000-0000-7000-8000-000000000001', two: '019a0000-0000-7000-8000-000000000002' } as const

export const lookups: Lookups = {
  terms: new Map(loadCatalogues().map(({ catalogue, terms }) => [catalogue, new Map(terms.map((term): [string, Term] => [term.key, {
    key: term.key, words: term.label, label: term.label.nl, marks: term.marks, isActive: true, validFrom: term.validFrom ?? null, validUntil: term.validUntil ?? null, note: null, citation: null, term: null, disposal: null,
  }]))])),
  references: {
    department: labels([ids.burgerzaken, 'Burgerzaken']), governing_body: labels(), person: labels(), participant: labels(),
    systems: labels([ids.system, 'Zaaksysteem Vlier']), processors: labels([ids.processor, 'Boomvalk Software B.V.']),
  },
}

export const names = { lookups, today: '2026-11-22', base: '/duinrade' } as const

export function entry(input: Partial<ActivityInput>, id: string = ids.one, status = 'active'): FlowEntry {
  return { id, status, input: { ...emptyActivity, name: 'Aanvragen bijzondere bijstand', ...input } }
}

export const store = (name: string | null, rest: Partial<ActivityInput['stores'][number]> = {}): ActivityInput['stores'][number] => ({ system: null, name, kind: null, is_portable: null, is_encrypted: null, ...rest })
export const to = (recipient: string | null, name: string | null = null, what: string | null = null): ActivityInput['recipients'][number] => ({ recipient, name, what })
export const by = (name: string | null, rest: Partial<ActivityInput['processors'][number]> = {}): ActivityInput['processors'][number] => ({ processor: null, name, service: null, agreement: 'in_force', agreement_on: null, ...rest })
export const abroad = (country: string | null, recipient: string | null, instrument: string | null = null): ActivityInput['transfers'][number] => ({ country, recipient, instrument, explanation: null })
