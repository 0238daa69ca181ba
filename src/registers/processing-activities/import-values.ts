// Import values: the lists in which texts of a file are looked up: catalogues, people and bodies, and the fixed choices with how registers write them.
import { type Mark, marks } from '../../catalogues/catalogue.ts'
import { termsOf } from '../../catalogues/tenant-terms.ts'
import type { Scope } from '../../ground/scope.ts'
import { fold } from '../../ground/letters.ts'
import type { Lookups } from '../../register-kit/entry.ts'
import type { ReferenceTarget } from '../../register-kit/field-types.ts'
import { cataloguesOf } from '../../register-kit/lookups.ts'
import type { Domain, Values } from '../../register-kit/exchange-flow/value-finder.ts'
import { fields, type FieldKey } from './declaration.ts'

export async function loadDomains(scope: Scope, lookups: Lookups): Promise<Map<Domain, Values>> {
  const domains = new Map<Domain, Values>()
  for (const catalogue of cataloguesOf(fields)) {
    domains.set(catalogue, { terms: (await termsOf(scope, catalogue)).map((term) => ({ ...term, synonyms: [...term.synonyms], marks: marks.filter((mark: Mark) => term.marks.includes(mark)) })) })
  }
  for (const target of Object.keys(lookups.references) as ReferenceTarget[]) {
    const terms = [...lookups.references[target]].filter(([, { isActive }]) => isActive).map(([key, { label }]) => ({ key, label: { nl: label, en: label }, synonyms: otherNames(target, label), marks: [] }))
    domains.set(`reference:${target}`, { terms, exactOnly: true })
  }
  for (const key of Object.keys(fields) as FieldKey[]) {
    const field = fields[key]
    if (field.type !== 'choice') continue
    domains.set(`choice:${key}`, { terms: field.choices.map((choice) => ({ key: choice.key, label: choice.words, synonyms: choiceNames[key]?.[choice.key] ?? [], marks: [] })) })
  }
  return domains
}

function otherNames(target: ReferenceTarget, label: string): string[] {
  return target === 'governing_body' ? bodyNames.find(([name]) => fold(label) === name)?.[1] ?? [] : []
}

// Registers rarely write a body's name in full.
const bodyNames: readonly (readonly [string, string[]])[] = [
  ['college van burgemeester en wethouders', ['college', 'het college', 'college van b&w', 'college van b en w', 'college b&w', 'b&w', 'b en w', 'burgemeester en wethouders', 'het college van burgemeester en wethouders', 'college van burgemeester & wethouders']],
  ['burgemeester', ['de burgemeester']],
  ['gemeenteraad', ['de gemeenteraad', 'raad', 'de raad']],
  ['ambtenaar van de burgerlijke stand', ['ambtenaar burgerlijke stand', 'abs']],
  ['inspecteur belastingen', ['inspecteur', 'heffingsambtenaar', 'de heffingsambtenaar', 'inspecteur artikel 231 gemeentewet']],
  ['ontvanger invordering', ['ontvanger', 'invorderingsambtenaar', 'de invorderingsambtenaar']],
]

const choiceNames: Partial<Record<FieldKey, Readonly<Record<string, string[]>>>> = {
  role: {
    controller: ['verantwoordelijke', 'zelfstandig verantwoordelijke', 'zelfstandig verwerkingsverantwoordelijke', 'vv', 'nee'],
    joint_controller: ['gezamenlijk verantwoordelijke', 'gezamenlijke verwerkingsverantwoordelijke', 'gezamenlijk verantwoordelijk', 'gezamenlijk', 'medeverantwoordelijke', 'ja'],
    processor: ['bewerker'],
  },
  regime: { gdpr: ['algemene verordening gegevensbescherming', 'avg register', 'nee'], police: ['wpg', 'wet politiegegevens', 'politiegegevens'] },
  public_or_private: { public: ['publiek', 'publiekrechtelijk', 'overheidstaak'], private: ['privaat', 'privaatrechtelijk', 'private'] },
  pre_dpia_outcome: { dpia_required: ['ja', 'verplicht', 'dpia nodig', 'nodig'], dpia_advised: ['aangeraden', 'aanbevolen'], not_required: ['nee', 'niet verplicht', 'geen dpia nodig', 'niet nodig'] },
  dpia_status: { none: ['nee', 'geen', 'niet', 'nog niet'], in_progress: ['in uitvoering', 'lopend', 'gestart', 'in behandeling'], done: ['ja', 'afgerond', 'gereed', 'klaar', 'voltooid'] },
  ai_act_class: { none: ['geen', 'nee', 'geen ai'], minimal: ['minimaal', 'laag risico'], high: ['hoog'], transparency: ['beperkt risico', 'transparantie'] },
}
