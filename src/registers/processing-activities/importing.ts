// Importing: how registers of processing activities in the wild are understood: their running text, their words for choices, and where leftovers go.
import type { Importing } from '../../register-kit/exchange-flow/importing.ts'
import type { FieldKey } from './declaration.ts'
import { rowsReaders } from './import-texts.ts'

const noteFields: Partial<Record<FieldKey, FieldKey>> = {
  subject_categories: 'data_note', data_categories: 'data_note', special_exceptions: 'data_note', bsn_law: 'bsn_necessity', sources: 'sources_note', measures: 'measures_note', stores: 'measures_note',
  is_erasure_possible: 'erasure_note', retention_rules: 'erasure_note', automated_decisions: 'automated_logic', profiling: 'profiling_note', camera: 'camera_note',
  dashboard: 'dashboard_purpose', pre_dpia_outcome: 'pre_dpia_note', pre_dpia_on: 'pre_dpia_note', dpia_status: 'pre_dpia_note', dpia_on: 'pre_dpia_note', is_published: 'not_published_reason',
}

const choiceNames: Partial<Record<FieldKey, Readonly<Record<string, readonly string[]>>>> = {
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

export const importing: Importing = {
  rowsReaders, noteFields, noteField: 'description', choiceNames, starts: ['role', 'regime', 'department'],
  // Their rows keep the words of the file themselves.
  keepsOwnText: ['recipients', 'legal_bases', 'special_exceptions', 'transfers', 'participants'],
  example: {
    name: 'Aanvragen bijzondere bijstand', number: 'SD-001', role: 'Verwerkingsverantwoordelijke', regime: 'AVG', description: 'Inwoners vragen bijzondere bijstand aan; wij beoordelen de aanvraag en betalen uit.',
    purposes: 'Beoordelen van de aanvraag\nUitbetalen van de bijstand', legal_bases: 'Taak van algemeen belang of openbaar gezag; artikel 35 Participatiewet', subject_categories: 'Inwoners',
    data_categories: 'NAW-gegevens; Burgerservicenummer; Financiële gegevens', recipients: 'Belastingdienst', retention_rules: '10 jaar na afhandeling van de aanvraag', transfers: 'nee', measures: 'Strikte toegangscontrole; Logging van gebruik',
  },
}
