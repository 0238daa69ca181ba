// Exemplary processing activities, invented: a controller's, a processor's and a police one, without a single finding. For tests and the demo world.
import { emptyInput } from '../../register-kit/field-types.ts'
import type { RuleContext } from '../../register-kit/rules.ts'
import { type ActivityInput, fields } from './declaration.ts'
import { catalogueTerms } from './rules.fixtures-terms.ts'

/** An entry in which nobody filled in anything. */
export const emptyActivity: ActivityInput = emptyInput(fields)

/** A reference for tests; whoever stores an example puts real ids in place of these. */
export const exampleIds = {
  body: '019a0000-0000-7000-8000-000000000001',
  department: '019a0000-0000-7000-8000-000000000002',
  person: '019a0000-0000-7000-8000-000000000003',
  participant: '019a0000-0000-7000-8000-000000000004',
  processor: '019a0000-0000-7000-8000-000000000005',
  system: '019a0000-0000-7000-8000-000000000006',
} as const

/** A municipality on an ordinary day; the shipped catalogues answer for the terms. */
export const exampleContext: RuleContext = {
  organisationKind: 'municipality', today: '2026-11-22', stage: 'active', reviewDueOn: '2027-05-01', isImported: false, hasOpenRemarks: false, term: catalogueTerms,
}

/** Special assistance: special data, the citizen service number, a processor, terms of the selection list. */
export const exemplaryController: ActivityInput = {
  ...emptyActivity,
  name: 'Aanvragen bijzondere bijstand', role: 'controller', regime: 'gdpr', public_or_private: 'public', task: 'Inkomensondersteuning',
  description: 'Inwoners met een laag inkomen vragen hulp bij bijzondere kosten. Een consulent beoordeelt de aanvraag, vraagt zo nodig bewijs op en neemt een besluit.',
  controller_body: exampleIds.body, department: exampleIds.department, owner: exampleIds.person, is_cross_team: false,
  purposes: [
    { purpose: 'Beoordelen of een inwoner recht heeft op bijzondere bijstand', kind: 'main', compatibility: null },
    { purpose: 'Betalen van de toegekende bijstand aan de inwoner', kind: 'sub', compatibility: 'De betaling volgt rechtstreeks uit het besluit op de aanvraag.' },
  ],
  proportionality: 'Zonder inzicht in inkomen en kosten is het recht niet vast te stellen. De gegevens blijven beperkt tot de gevraagde kosten.',
  subsidiarity: 'Inkomen wordt waar mogelijk via Suwinet bekeken, zodat de inwoner geen bankafschriften hoeft te sturen.',
  surplus_data: 'Wij vernietigen wat niet nodig is en laten dat de inwoner weten.',
  legal_bases: [{ basis: 'public-task', law: 'participatiewet', article: 'art. 35', explanation: 'Het college verleent bijzondere bijstand.' }],
  sector_rules: [{ law: 'wet-suwi', aspect: 'secrecy', rule: 'Gegevens uit Suwinet alleen voor deze taak.' }],
  subject_categories: ['residents', 'benefit-recipients'],
  data_categories: ['name-address', 'bsn', 'bank-account', 'income', 'health'],
  special_exceptions: [{ exception: 'uavg-30-1', national_article: 'art. 30 lid 1 UAVG', explanation: 'Medische kosten tonen soms een aandoening.' }],
  bsn_law: 'participatiewet', bsn_necessity: 'Het BSN voorkomt verwisseling bij Suwinet en bij de betaling.',
  sources: ['data-subject', 'suwinet'],
  recipients: [{ recipient: 'own-department', name: null, what: 'Financiën, voor de betaling' }],
  processors: [{ processor: null, name: 'Voorbeeldsoft BV', service: 'Uitkeringensysteem', agreement: 'in_force', agreement_on: '2024-03-01' }],
  retention_rules: [{ applies_to: 'Dossier bijzondere bijstand', source: 'selection_list', selection: '8.1', law: null, term: 'P10Y', starts_at: 'Na het einde van de bijstand', disposal: 'destroy', explanation: null }],
  is_erasure_possible: true,
  stores: [{ system: null, name: 'Uitkeringensysteem', kind: 'central', is_portable: false, is_encrypted: true }],
  measures: ['access-control', 'multi-factor', 'logging'], measures_note: 'Toegang per rol, inloggen in twee stappen en controle op het gebruik.',
  automated_decisions: false, profiling: false, big_data: false, tracking: false, camera: false, dashboard: false, algorithm: false, ai_act_class: 'none',
  pre_dpia_outcome: 'dpia_required', pre_dpia_on: '2025-02-03', pre_dpia_note: 'Gedaan vóór Waarborg; het rapport ligt in het dossier.', dpia_status: 'done', dpia_on: '2025-06-16',
  is_published: true, public_summary: 'Vraagt u bijzondere bijstand aan? Dan bekijken wij uw inkomen en kosten om te beslissen of u geld krijgt.',
}

/** A service desk that a service organisation runs for its participants. */
export const exemplaryProcessor: ActivityInput = {
  ...emptyActivity,
  name: 'Servicedesk voor deelnemers', role: 'processor', regime: 'gdpr', public_or_private: 'public',
  description: 'Medewerkers van deelnemers melden storingen en vragen. De servicedesk lost ze op of stuurt ze door naar een beheerder.',
  department: exampleIds.department, owner: exampleIds.person,
  purposes: [{ purpose: 'Oplossen van storingen en vragen van medewerkers van deelnemers', kind: 'main', compatibility: null }],
  subject_categories: ['system-users'], data_categories: ['name', 'user-account', 'technical'],
  processors: [{ processor: null, name: 'Meldsysteem Noord BV', service: 'Meldsysteem', agreement: 'in_force', agreement_on: '2025-01-15' }],
  stores: [{ system: null, name: 'Meldsysteem', kind: 'central', is_portable: false, is_encrypted: true }],
  measures: ['access-control', 'encryption-in-transit'],
  participants: [{ participant: exampleIds.participant, categories: 'Meldingen opnemen, oplossen en rapporteren' }], service: 'service-desk',
}

/** Enforcement by special investigating officers under the Police Data Act. */
export const exemplaryPolice: ActivityInput = {
  ...emptyActivity,
  name: 'Handhaving openbare ruimte door boa’s', role: 'controller', regime: 'police', public_or_private: 'public',
  description: 'Buitengewoon opsporingsambtenaren maken proces-verbaal op van overtredingen in de openbare ruimte en sturen dat naar het CJIB.',
  controller_body: exampleIds.body, department: exampleIds.department, owner: exampleIds.person,
  purposes: [{ purpose: 'Opsporen en bestraffen van overtredingen in de openbare ruimte', kind: 'main', compatibility: null }],
  proportionality: 'Alleen de gegevens die in het proces-verbaal horen, worden opgenomen.',
  subsidiarity: 'Een waarschuwing gaat voor; pas bij herhaling volgt een proces-verbaal.',
  subject_categories: ['suspects', 'witnesses'], data_categories: ['name-address', 'birth-date', 'bsn', 'criminal'],
  sources: ['observation', 'data-subject'],
  recipients: [{ recipient: 'cjib', name: null, what: 'Het proces-verbaal' }],
  retention_rules: [{ applies_to: 'Processen-verbaal', source: 'sector_law', selection: null, law: 'art. 8 en 14 Wpg', term: 'P5Y', starts_at: 'Na de eerste verwerking', disposal: 'destroy', explanation: null }],
  stores: [{ system: null, name: 'Boa-systeem', kind: 'central', is_portable: true, is_encrypted: true }],
  measures: ['access-control', 'logging'],
  profiling: false, automated_decisions: false, camera: false, algorithm: false,
  police_basis: 'daily-police-task', police_authoriser: 'Teammanager handhaving', police_logging: true, police_audit_on: '2025-05-20',
  pre_dpia_outcome: 'dpia_required', pre_dpia_on: '2024-11-04', pre_dpia_note: 'Gedaan vóór Waarborg; het rapport ligt in het dossier.', dpia_status: 'done', dpia_on: '2025-03-10',
  bsn_law: 'wabb', is_published: true, public_summary: 'Onze boa’s schrijven een proces-verbaal als u een regel overtreedt.',
}
