import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Field } from '../../register-kit/field-types.ts'
import { findingsOf, type RuleContext, sayFinding } from '../../register-kit/rules.ts'
import { type ActivityInput, fields } from './declaration.ts'
import { mentionsProfiling } from './rules-attention.ts'
import { namesLaw } from './rules-ground.ts'
import { purposeAndMeans } from './purpose-and-means.ts'
import type { AssessedHere } from './rules-oversight.ts'
import { isVague } from './rules-purpose.ts'
import { emptyActivity, exampleContext, exampleIds, exemplaryController, exemplaryPolice, exemplaryProcessor } from './rules.fixtures.ts'
import { ruleBook, ruleKeys, ruleOf, type RuleKey } from './rules.ts'

type Row<K extends keyof ActivityInput> = ActivityInput[K] extends (infer R)[] ? R : never
type Case = { readonly entry: Partial<ActivityInput>; readonly on?: Partial<RuleContext>; readonly of?: ActivityInput; readonly details?: readonly string[] }
type Cases = { readonly fires: readonly [Case, ...Case[]]; readonly silent: readonly [Case, ...Case[]] }

/** A change of the exemplary controller (or of another entry), on an ordinary day unless said. */
const when = (entry: Partial<ActivityInput>, on: Partial<RuleContext> = {}, details?: readonly string[]): Case => ({ entry, on, ...(details ? { details } : {}) })
const processor = (entry: Partial<ActivityInput> = {}, on: Partial<RuleContext> = {}): Case => ({ entry, of: exemplaryProcessor, on: { organisationKind: 'service_organisation', ...on } })
const police = (entry: Partial<ActivityInput> = {}, on: Partial<RuleContext> = {}): Case => ({ entry, of: exemplaryPolice, on })

const purpose = (row: Partial<Row<'purposes'>> = {}): Row<'purposes'> => ({ purpose: 'Beoordelen van aanvragen van inwoners', kind: 'main', compatibility: null, ...row })
const basis = (key: string | null, row: Partial<Row<'legal_bases'>> = {}): Row<'legal_bases'> => ({ basis: key, law: null, article: null, explanation: null, ...row })
const hired = (row: Partial<Row<'processors'>> = {}): Row<'processors'> => ({ processor: null, name: 'Voorbeeldsoft BV', service: 'Hosting', agreement: 'in_force', agreement_on: '2024-03-01', ...row })
const transfer = (country: string | null, instrument: string | null, row: Partial<Row<'transfers'>> = {}): Row<'transfers'> => ({ country, instrument, recipient: 'Voorbeeld', explanation: null, ...row })
const keep = (row: Partial<Row<'retention_rules'>> = {}): Row<'retention_rules'> =>
  ({ applies_to: 'Dossier', source: 'sector_law', selection: null, law: 'art. 52 AWR', term: 'P7Y', starts_at: 'Na het boekjaar', disposal: 'destroy', explanation: null, ...row })
const recipient = (key: string | null, row: Partial<Row<'recipients'>> = {}): Row<'recipients'> => ({ recipient: key, name: null, what: null, ...row })
const exception = (key: string, row: Partial<Row<'special_exceptions'>> = {}): Row<'special_exceptions'> => ({ exception: key, national_article: null, explanation: null, ...row })
const partner = (row: Partial<Row<'joint_controllers'>> = {}): Row<'joint_controllers'> => ({ name: 'Gemeente Lekhoven', contact: 'privacy@lekhoven.example', arrangement: 'Wij informeren, zij melden.', ...row })
const store = (row: Partial<Row<'stores'>> = {}): Row<'stores'> => ({ system: null, name: 'Zaaksysteem', kind: 'central', is_portable: false, is_encrypted: true, ...row })

/** What the registers of systems and processors say of every entry in them. */
const registerSays = (facts: Readonly<Record<string, unknown>>): Partial<RuleContext> => ({ fact: (_register, _id, key) => facts[key], label: () => 'Voorbeeldsoft BV' })
const firm = { organisationKind: 'firm' } as const
const serviceOrganisation = { organisationKind: 'service_organisation' } as const
const consent = { legal_bases: [basis('consent')] }
const interest: Partial<ActivityInput> = { legal_bases: [basis('legitimate-interest')], public_or_private: 'private' }
const weighed = 'Wij wegen het belang van een veilig netwerk af; dit is bedrijfsvoering, geen publieke taak.'
const council: Partial<ActivityInput> = { name: 'Opname van raadsvergaderingen', description: 'De griffie neemt elke raadsvergadering op in beeld en geluid en zet de opname op de website.' }
const gb = (validUntil: string): RuleContext['term'] => (catalogue, key) => {
  const term = exampleContext.term(catalogue, key)
  return catalogue === 'country' && key === 'GB' && term ? { ...term, validUntil } : term
}
const retired: RuleContext['term'] = (catalogue, key) => {
  const term = exampleContext.term(catalogue, key)
  return catalogue === 'sector-law' && key === 'participatiewet' && term ? { ...term, isActive: false } : term
}

/** What the register of assessments says of the activity. */
const assessed = (more: Partial<AssessedHere>): Partial<RuleContext> => ({ ownFact: () => ({ hasPreDpia: false, hasDpia: false, isRunning: false, waits: false, isRefused: false, basis: null, ...more }) })
const wasSo = purposeAndMeans(exemplaryController)

const cases: Record<RuleKey, Cases> = {
  // completeness
  'name-missing': { fires: [when({ name: null }), when({ name: '  ' }), processor({ name: null })], silent: [when({ name: 'X' })] },
  'role-missing': { fires: [when({ role: null })], silent: [when({ role: 'joint_controller' }), processor()] },
  'regime-missing': { fires: [when({ regime: null })], silent: [police()] },
  'controller-missing': { fires: [when({ controller_body: null }), police({ controller_body: null })], silent: [processor({ controller_body: null })] },
  'department-missing': { fires: [when({ department: null }), processor({ department: null })], silent: [when({ department: exampleIds.department })] },
  'owner-missing': { fires: [when({ owner: null })], silent: [when({ owner: exampleIds.person })] },
  'coordinating-owner-missing': { fires: [when({ is_cross_team: true })], silent: [when({ is_cross_team: true, coordinating_owner: exampleIds.person }), when({ is_cross_team: null })] },
  'description-short': { fires: [when({ description: null }), when({ description: 'Wij doen bijstand.' })], silent: [when({ description: 'Inwoners vragen hulp en een consulent beslist daarover.' })] },
  'purposes-missing': { fires: [when({ purposes: [] }), when({ purposes: [purpose({ purpose: ' ' })] }), processor({ purposes: [] })], silent: [when({ purposes: [purpose()] })] },
  'legal-basis-missing': { fires: [when({ legal_bases: [] }), when({ legal_bases: [basis(null)] }), when({ role: null, legal_bases: [] })], silent: [processor({ legal_bases: [] }), police({ legal_bases: [] })] },
  'subjects-missing': { fires: [when({ subject_categories: [] })], silent: [when({ subject_categories: ['residents'] })] },
  'data-missing': { fires: [when({ data_categories: [] }), processor({ data_categories: [] })], silent: [when({ data_categories: ['name'] })] },
  'recipients-missing': { fires: [when({ recipients: [], processors: [] })], silent: [when({ recipients: [], processors: [hired()] }), processor({ recipients: [], processors: [] })] },
  'measures-missing': { fires: [when({ measures: [], measures_note: null }), processor({ measures: [] })], silent: [when({ measures: [] }), when({ measures_note: null })] },
  'sources-missing': { fires: [when({ sources: [] })], silent: [processor({ sources: [] })] },
  'proportionality-missing': { fires: [when({ proportionality: null })], silent: [processor({ proportionality: null })] },
  'subsidiarity-missing': { fires: [when({ subsidiarity: '' })], silent: [processor({ subsidiarity: null })] },
  'surplus-unsettled': { fires: [when({ surplus_data: null })], silent: [when({ surplus_data: null, sources: ['brp'] }), when({ surplus_data: null }, firm)] },
  'council-recording-not-kept': { fires: [when(council)], silent: [when({ ...council, retention_rules: [keep({ disposal: 'keep_permanently' })] }), when({ ...council, name: 'Verslag raadsvergadering', description: 'De griffie schrijft een verslag van elke raadsvergadering.' })] },
  'council-recording-not-announced': { fires: [when(council)], silent: [when({ ...council, is_announced: true }), when(council, firm)] },

  // purposes
  'purpose-vague': { fires: [when({ purposes: [purpose({ purpose: 'Bedrijfsvoering' })] }, {}, ['Bedrijfsvoering'])], silent: [when({ purposes: [purpose()] }), when({ purposes: [] })] },
  'compatibility-missing': { fires: [when({ purposes: [purpose(), purpose({ kind: 'side', purpose: 'Onderzoek naar armoede in de wijk' })] }, {}, ['Onderzoek naar armoede in de wijk'])], silent: [when({ purposes: [purpose(), purpose({ kind: 'sub', compatibility: 'Volgt eruit.' })] })] },
  'main-purpose-missing': { fires: [when({ purposes: [purpose({ kind: null }), purpose({ kind: null })] })], silent: [when({ purposes: [purpose({ kind: null })] })] },
  'main-purposes-many': { fires: [when({ purposes: [purpose(), purpose()] })], silent: [when({ purposes: [purpose(), purpose({ kind: null })] })] },
  'further-use-unassessed': { fires: [when({ further_use: 'Ook voor het armoedeonderzoek. Advies van de FG gevraagd.' })], silent: [when({ further_use: 'Armoedeonderzoek: getoetst en verenigbaar, met advies van de FG.' }), when({ further_use: null })] },
  'further-use-unadvised': { fires: [when({ further_use: 'Armoedeonderzoek, getoetst en verenigbaar.' })], silent: [when({ further_use: 'Armoedeonderzoek: getoetst, met advies van de FG.' })] },

  // legal basis
  'consent-unexplained': { fires: [when(consent)], silent: [when({ ...consent, consent_note: 'De wet eist toestemming.' }), when({ consent_note: null })] },
  'consent-not-free': {
    fires: [when({ ...consent, consent_note: 'Handig.' }, {}, ['Uitkeringsgerechtigden']), when({ ...consent, subject_categories: ['employees'] }, firm, ['Medewerkers'])],
    silent: [when({ ...consent, consent_note: 'Weigeren heeft geen gevolgen.' }), when({ ...consent, subject_categories: ['residents'] }), when({ ...consent, subject_categories: ['applicants'] }, firm)],
  },
  'consent-for-service': { fires: [when({ ...consent, subject_categories: ['customers'] }, firm)], silent: [when({ ...consent, subject_categories: ['customers'] }), when({ ...consent, subject_categories: ['customers'], purposes: [purpose({ purpose: 'Versturen van de nieuwsbrief aan klanten' })] }, firm), when({ legal_bases: [basis('consent'), basis('contract')], subject_categories: ['customers'] }, firm)] },
  'interest-unweighed': { fires: [when(interest), when(interest, firm)], silent: [when({ ...interest, interests_note: weighed })] },
  'interest-public-unexplained': { fires: [when({ ...interest, interests_note: 'Ons belang weegt zwaarder.' })], silent: [when({ ...interest, interests_note: weighed }), when({ ...interest, interests_note: 'Ons belang weegt zwaarder.' }, firm), when(interest)] },
  'interest-within-public-task': { fires: [when({ ...interest, public_or_private: 'public' })], silent: [when(interest), when({ ...interest, public_or_private: 'public' }, firm)] },
  'basis-without-law': { fires: [when({ legal_bases: [basis('public-task', { article: 'art. 5 lid 2' })] }, {}, ['Taak van algemeen belang of openbaar gezag']), when({ legal_bases: [basis('legal-obligation')] })], silent: [when({ legal_bases: [basis('public-task', { article: 'Participatiewet art. 35' })] }), when({ legal_bases: [basis('contract')] }), police({ legal_bases: [basis('public-task')] })] },
  'basis-without-article': { fires: [when({ legal_bases: [basis('public-task', { law: 'participatiewet' })] }, {}, ['Participatiewet']), when({ legal_bases: [basis('public-task', { article: 'Participatiewet' })] })], silent: [when({}), when({ legal_bases: [basis('public-task')] })] },
  'law-expired': { fires: [when({}, { term: retired })], silent: [when({})] },
  'contract-for-public-task': { fires: [when({ legal_bases: [basis('contract')] })], silent: [when({ legal_bases: [basis('contract')], public_or_private: 'private' }), when({ legal_bases: [basis('contract')], subject_categories: ['employees'] }), when({ legal_bases: [basis('contract')] }, firm)] },
  'service-agreement-as-basis': { fires: [when({ legal_bases: [basis('contract')] }, serviceOrganisation), when({ legal_bases: [basis('contract', { explanation: 'Dienstverleningsovereenkomst' })], subject_categories: ['employees'] }, serviceOrganisation)], silent: [when({ legal_bases: [basis('contract')], subject_categories: ['employees'] }, serviceOrganisation), when({ legal_bases: [basis('contract')] })] },
  'vital-interest-alone': { fires: [when({ legal_bases: [basis('vital-interest')] })], silent: [when({ legal_bases: [basis('vital-interest'), basis('public-task')] }), when({ legal_bases: [] })] },
  'public-task-by-firm': { fires: [when({}, firm)], silent: [when({})] },
  'police-law-under-gdpr': { fires: [when({ sector_rules: [{ law: 'wpg', aspect: null, rule: 'Opsporing' }] }), when({ legal_bases: [basis('public-task', { law: 'wpg' })] })], silent: [when({ sector_rules: [{ law: 'wpg', aspect: null, rule: 'x' }], received_from_police: true }), police()] },
  'sector-rule-empty': { fires: [when({ sector_rules: [{ law: 'archiefwet', aspect: 'retention', rule: null }] }, {}, ['Archiefwet'])], silent: [when({ sector_rules: [] })] },
  'processor-own-basis': { fires: [processor({ legal_bases: [basis('contract')] })], silent: [processor(), when({})] },

  // data
  'special-unexcepted': { fires: [when({ special_exceptions: [] }, {}, ['Gegevens over gezondheid']), when({ special_exceptions: [exception('criminal-general')] })], silent: [when({}), processor({ data_categories: ['health'] }), police({ data_categories: ['health'] }), when({ special_exceptions: [], data_categories: ['name'] })] },
  'exception-unneeded': { fires: [when({ data_categories: ['name'] })], silent: [when({}), when({ special_exceptions: [], data_categories: ['name'] })] },
  'criminal-unexcepted': { fires: [when({ data_categories: ['criminal'] }, {}, ['Strafrechtelijke gegevens'])], silent: [when({ data_categories: ['criminal'], special_exceptions: [exception('criminal-general')] }), police()] },
  'criminal-exception-unneeded': { fires: [when({ special_exceptions: [exception('criminal-general')] })], silent: [when({})] },
  'exception-without-law': { fires: [when({ special_exceptions: [exception('substantial-public-interest')] }, {}, ['Zwaarwegend algemeen belang'])], silent: [when({ special_exceptions: [exception('substantial-public-interest', { national_article: 'art. 9 Wmo' })] }), when({ special_exceptions: [exception('explicit-consent')] })] },
  'explicit-consent-unexplained': { fires: [when({ special_exceptions: [exception('explicit-consent')] })], silent: [when({ special_exceptions: [exception('explicit-consent', { explanation: 'Formulier, weigeren mag.' })] }), when({})] },
  'special-kind-unnamed': { fires: [when({ data_categories: ['special-unspecified'] })], silent: [when({ data_categories: ['health'] })] },
  'bsn-without-law': { fires: [when({ bsn_law: null })], silent: [when({ bsn_law: 'wabb' }), when({ bsn_law: null }, firm), when({ bsn_law: null, data_categories: ['name'] }), processor({ data_categories: ['bsn'] })] },
  'bsn-by-firm': { fires: [when({ bsn_law: null }, firm), when({ bsn_law: 'wabb' }, firm), when({ bsn_law: 'awb' }, firm)], silent: [when({ bsn_law: 'wet-lb' }, firm), when({ bsn_law: 'wabb' })] },
  'bsn-law-doubtful': { fires: [when({ bsn_law: 'archiefwet' }, {}, ['Archiefwet'])], silent: [when({ bsn_law: 'wabb' }), when({ bsn_law: null })] },
  'bsn-unexplained': { fires: [when({ bsn_necessity: null })], silent: [when({ bsn_necessity: null, data_categories: ['name'] })] },
  'bsn-law-unneeded': { fires: [when({ data_categories: ['name'] })], silent: [when({}), when({ data_categories: ['name'], bsn_law: null })] },
  'identity-copy-unexplained': { fires: [when({ data_categories: ['identity-document-copy'] })], silent: [when({ data_categories: ['identity-document-copy'], data_note: 'De Wet op de loonbelasting eist een kopie.' }), when({ data_categories: ['identity-document'] })] },
  'minors-unmentioned': { fires: [when({ subject_categories: ['minors'] }), when({ subject_categories: ['pupils'] })], silent: [when({ subject_categories: ['minors'], proportionality: 'Bij kinderen vragen wij minder.' }), when({ subject_categories: ['residents'] })] },
  'subjects-too-broad': { fires: [when({ subject_categories: ['all-of-the-above'] })], silent: [when({})] },
  'data-bought': { fires: [when({ sources: ['data-broker'] }, firm)], silent: [when({ sources: ['data-broker'], sources_note: 'Adressen van Voorbeeld BV.' }, firm)] },
  'police-special-unexplained': { fires: [police({ data_categories: ['health'] })], silent: [police({ data_categories: ['health'], data_note: 'Letsel hoort in het proces-verbaal.' }), when({})] },

  // sharing
  'recipient-unnamed': { fires: [when({ recipients: [recipient('third-parties')] }), when({ recipients: [recipient(null)] })], silent: [when({ recipients: [recipient('third-parties', { name: 'Stichting Leergeld' })] }), when({ recipients: [recipient('uwv')] })] },
  'recipient-public-unexplained': { fires: [when({ recipients: [recipient('public')] })], silent: [when({ recipients: [recipient('public', { what: 'Alleen het besluit, zonder namen' })] })] },
  'processor-unlisted': { fires: [when({ recipients: [recipient('ict-provider')], processors: [] }, {}, ['ICT-dienstverlener'])], silent: [when({ recipients: [recipient('ict-provider')] }), when({ recipients: [recipient('uwv')], processors: [] })] },
  'processor-nameless': { fires: [when({ processors: [hired(), hired({ name: ' ' })] }, {}, ['rij 2'])], silent: [when({ processors: [hired()] })] },
  'agreement-missing': { fires: [when({ processors: [hired({ agreement: 'none' })] }, {}, ['Voorbeeldsoft BV']), when({ processors: [hired({ agreement: null })] }), processor({ processors: [hired({ agreement: 'none' })] })], silent: [when({ processors: [] }), when({ processors: [hired({ agreement: 'ended' })] })] },
  'agreement-in-preparation': { fires: [when({ processors: [hired({ agreement: 'in_preparation' })] })], silent: [when({ processors: [hired()] })] },
  'agreement-ended': { fires: [when({ processors: [hired({ agreement: 'ended' })] })], silent: [when({ processors: [hired()] })] },
  'agreement-not-yet-in-force': { fires: [when({ processors: [hired({ agreement_on: '2026-11-23' })] })], silent: [when({ processors: [hired({ agreement_on: '2026-11-22' })] }), when({ processors: [hired({ agreement: 'in_preparation', agreement_on: '2027-01-01' })] })] },
  'agreement-undated': { fires: [when({ processors: [hired({ agreement_on: null })] })], silent: [when({ processors: [hired({ agreement: 'none', agreement_on: null })] })] },
  'agreement-not-in-register': {
    fires: [when({ processors: [hired({ processor: exampleIds.processor, name: null })] }, registerSays({ agreements: 0 }), ['Voorbeeldsoft BV'])],
    silent: [when({ processors: [hired({ processor: exampleIds.processor })] }, registerSays({ agreements: 1 })), when({ processors: [hired({ processor: exampleIds.processor })] }), when({ processors: [hired()] }, registerSays({ agreements: 0 }))],
  },
  'processor-ended': {
    fires: [when({ processors: [hired({ processor: exampleIds.processor })] }, registerSays({ agreements: 1, stage: 'ended' }), ['Voorbeeldsoft BV'])],
    silent: [when({ processors: [hired({ processor: exampleIds.processor })] }, registerSays({ agreements: 1, stage: 'active' }))],
  },
  'joint-controllers-missing': { fires: [when({ role: 'joint_controller' }), when({ role: 'joint_controller', joint_controllers: [partner({ name: null })] })], silent: [when({ role: 'joint_controller', joint_controllers: [partner()] })] },
  'joint-arrangement-missing': { fires: [when({ role: 'joint_controller', joint_controllers: [partner({ arrangement: null })] }, {}, ['Gemeente Lekhoven'])], silent: [when({ role: 'joint_controller', joint_controllers: [partner({ arrangement: null })], covenant: 'Convenant 2025' }), when({ role: 'joint_controller', joint_controllers: [partner()] })] },
  'joint-contact-missing': { fires: [when({ role: 'joint_controller', joint_controllers: [partner({ contact: null })] })], silent: [when({ role: 'joint_controller', joint_controllers: [partner()] })] },
  'joint-role-unmarked': { fires: [when({ joint_controllers: [partner()] })], silent: [when({ role: 'joint_controller', joint_controllers: [partner()] }), when({ joint_controllers: [] })] },
  'cooperation-without-covenant': { fires: [when({ recipients: [recipient('safety-house')] }, {}, ['Zorg- en Veiligheidshuis'])], silent: [when({ recipients: [recipient('safety-house')], covenant: 'Convenant Veiligheidshuis' }), when({ recipients: [recipient('uwv')] })] },
  'participants-missing': { fires: [processor({ participants: [] })], silent: [when({ participants: [] })] },
  'participant-categories-missing': { fires: [processor({ participants: [{ participant: exampleIds.participant, categories: null }] })], silent: [processor()] },
  'service-missing': { fires: [processor({ service: null })], silent: [when({ service: null })] },
  'participants-content-as-controller': { fires: [when({ participants: [{ participant: exampleIds.participant, categories: 'Beheer' }] }, serviceOrganisation), when({ data_categories: ['communication-content'] }, serviceOrganisation)], silent: [processor(), when({ data_categories: ['communication-content'] }), when({}, serviceOrganisation)] },

  // transfers
  'transfer-country-missing': { fires: [when({ transfers: [transfer(null, 'standard-clauses')] }, {}, ['Voorbeeld']), when({ transfers: [transfer(null, null, { recipient: null })] }, {}, ['rij 1'])], silent: [when({ transfers: [transfer('US', 'standard-clauses')] })] },
  'transfer-recipient-missing': { fires: [when({ transfers: [transfer('US', 'standard-clauses', { recipient: null })] })], silent: [when({ transfers: [transfer('US', 'standard-clauses')] })] },
  'transfer-unsafeguarded': { fires: [when({ transfers: [transfer('IN', null)] }, {}, ['India']), when({ transfers: [transfer('GB', null)] })], silent: [when({ transfers: [transfer('DE', null)] }), when({ transfers: [transfer('IN', 'standard-clauses')] }), police({ transfers: [transfer('IN', null)] })] },
  'transfer-adequacy-unfounded': { fires: [when({ transfers: [transfer('IN', 'adequacy-decision')] }), when({ transfers: [transfer('BR', 'adequacy-decision')] }, { today: '2025-01-01' })], silent: [when({ transfers: [transfer('GB', 'adequacy-decision')] }), when({ transfers: [transfer('DE', 'adequacy-decision')] })] },
  'transfer-adequacy-expired': { fires: [when({ transfers: [transfer('GB', 'adequacy-decision')] }, { term: gb('2026-11-21') })], silent: [when({ transfers: [transfer('GB', 'adequacy-decision')] }, { term: gb('2026-11-22') }), when({ transfers: [transfer('GB', 'standard-clauses')] }, { term: gb('2026-11-21') })] },
  'transfer-adequacy-expiring': { fires: [when({ transfers: [transfer('GB', 'adequacy-decision')] }, { term: gb('2026-11-22') }), when({ transfers: [transfer('GB', 'adequacy-decision')] }, { term: gb('2027-02-20') })], silent: [when({ transfers: [transfer('GB', 'adequacy-decision')] }, { term: gb('2027-02-21') }), when({ transfers: [transfer('GB', 'adequacy-decision')] })] },
  'transfer-adequacy-partial': { fires: [when({ transfers: [transfer('US', 'adequacy-decision')] })], silent: [when({ transfers: [transfer('US', 'adequacy-decision', { explanation: 'Staat op de DPF-lijst' })] }), when({ transfers: [transfer('CH', 'adequacy-decision')] })] },
  'transfer-adequacy-unused': { fires: [when({ transfers: [transfer('CH', 'standard-clauses')] })], silent: [when({ transfers: [transfer('CH', 'adequacy-decision')] }), when({ transfers: [transfer('US', 'standard-clauses')] }), when({ transfers: [transfer('GB', 'standard-clauses')] }, { term: gb('2026-11-21') })] },
  'transfer-within-eea': { fires: [when({ transfers: [transfer('DE', null)] }), when({ transfers: [transfer('NO', 'standard-clauses')] })], silent: [when({ transfers: [transfer('CH', 'adequacy-decision')] })] },
  'transfer-derogation-unexplained': { fires: [when({ transfers: [transfer('IN', 'derogation-legal-claims')] })], silent: [when({ transfers: [transfer('IN', 'derogation-legal-claims', { explanation: 'Eén zaak' })] }), when({ transfers: [transfer('IN', 'standard-clauses')] })] },
  'transfer-derogation-public-task': { fires: [when({ transfers: [transfer('IN', 'derogation-consent')] })], silent: [when({ transfers: [transfer('IN', 'derogation-consent')], public_or_private: 'private' }), when({ transfers: [transfer('IN', 'derogation-consent')] }, firm), when({ transfers: [transfer('IN', 'derogation-public-interest')] })] },
  'transfer-unassessed': { fires: [when({ transfers: [transfer('IN', 'standard-clauses')] })], silent: [when({ transfers: [transfer('IN', 'standard-clauses', { explanation: 'DTIA gedaan' })] }), when({ transfers: [transfer('US', 'standard-clauses')] })] },
  'transfer-suspected': { fires: [when({ processors: [hired({ name: 'Mailpost Inc.' })] }, {}, ['Mailpost Inc.']), when({ recipients: [recipient('third-parties', { name: 'Hulpdesk', what: 'Kantoor in India' })] })], silent: [when({ processors: [hired({ name: 'Mailpost Inc.' })], transfers: [transfer('US', 'adequacy-decision')] }), when({ processors: [hired({ name: 'Incasso BV' })] })] },

  // retention
  'retention-missing': { fires: [when({ retention_rules: [] }), police({ retention_rules: [] })], silent: [processor({ retention_rules: [] })] },
  'retention-vague': { fires: [when({ retention_rules: [keep({ term: null, disposal: null, explanation: 'Zolang als nodig' })] }), when({ retention_rules: [keep({ applies_to: 'Niet langer dan noodzakelijk', term: null })] })], silent: [when({ retention_rules: [keep({ explanation: 'Zo lang is nodig voor de belasting' })] })] },
  'retention-term-missing': { fires: [when({ retention_rules: [keep({ term: null })] }, {}, ['Dossier'])], silent: [when({ retention_rules: [keep({ term: null, source: 'selection_list', selection: '8.1' })] }), when({ retention_rules: [keep({ term: null, disposal: 'keep_permanently' })] })] },
  'retention-contradictory': { fires: [when({ retention_rules: [keep({ disposal: 'keep_permanently' })] })], silent: [when({ retention_rules: [keep({ disposal: 'keep_permanently', term: null })] })] },
  'retention-source-missing': { fires: [when({ retention_rules: [keep({ source: null })] })], silent: [when({ retention_rules: [keep()] })] },
  'retention-own-unexplained': { fires: [when({ retention_rules: [keep({ source: 'own' })] })], silent: [when({ retention_rules: [keep({ source: 'own', explanation: 'De manager besloot dit om klachten te kunnen afhandelen.' })] })] },
  'retention-law-missing': { fires: [when({ retention_rules: [keep({ law: null })] })], silent: [when({ retention_rules: [keep()] }), when({})] },
  'selection-result-missing': { fires: [when({ retention_rules: [keep({ source: 'selection_list' })] })], silent: [when({})] },
  'selection-term-differs': { fires: [when({ retention_rules: [keep({ source: 'selection_list', selection: '8.1' })] }), when({ retention_rules: [keep({ source: 'selection_list', selection: '8.1', term: 'P10Y', disposal: 'keep_permanently' })] })], silent: [when({}), when({ retention_rules: [keep({ source: 'selection_list', selection: '8.1', term: 'P120M' })] }), when({ retention_rules: [keep({ selection: '8.1' })] })] },
  'selection-list-by-firm': { fires: [when({}, firm)], silent: [when({ retention_rules: [keep()] }, firm)] },
  'retention-start-missing': { fires: [when({ retention_rules: [keep({ starts_at: null })] })], silent: [when({ retention_rules: [keep({ starts_at: null, term: null, disposal: 'keep_permanently' })] })] },
  'retention-disposal-missing': { fires: [when({ retention_rules: [keep({ disposal: null })] })], silent: [when({ retention_rules: [keep()] })] },
  'retention-permanent-unfounded': { fires: [when({ retention_rules: [keep({ source: 'own', disposal: 'keep_permanently', term: null })] })], silent: [when({ retention_rules: [keep({ disposal: 'keep_permanently', term: null })] })] },
  'erasure-unanswered': { fires: [when({ is_erasure_possible: null })], silent: [police(), processor()] },
  'erasure-impossible-unexplained': { fires: [when({ is_erasure_possible: false })], silent: [when({ is_erasure_possible: false, erasure_note: 'Wettelijke plicht, art. 17 lid 3 onder b AVG' })] },

  // extra attention
  'profiling-unmarked': { fires: [when({ further_use: 'Getoetst met FG: we maken een risicoprofiel.' }), when({ data_categories: ['profile'] }), when({ profiling: null, description: 'Het systeem geeft elke aanvrager een risicoscore en sorteert daarop.' })], silent: [when({ profiling: true, description: 'Het systeem geeft een risicoscore.' }), when({ description: 'Er is geen profilering; een consulent beoordeelt elke aanvraag.' })] },
  'profiling-unexplained': { fires: [when({ profiling: true })], silent: [when({ profiling: true, profiling_note: 'Op leeftijd, voor de uitnodiging.' })] },
  'visitors-profiled': { fires: [when({ profiling: true, subject_categories: ['website-visitors'] })], silent: [when({ subject_categories: ['website-visitors'] }), when({ profiling: true })] },
  'automated-unmarked': { fires: [when({ description: 'Aanvragen onder de honderd euro worden automatisch toegekend.' })], silent: [when({ automated_decisions: true, description: 'Het systeem neemt een geautomatiseerd besluit.' }), when({ description: 'Er is geen geautomatiseerd besluit: een consulent beslist.' })] },
  'automated-logic-missing': { fires: [when({ automated_decisions: true })], silent: [when({ automated_decisions: true, automated_logic: 'Bedrag onder de grens: toegekend.' })] },
  'automated-unfounded': { fires: [when({ automated_decisions: true, ...interest })], silent: [when({ automated_decisions: true }), when(interest), police({ automated_decisions: true })] },
  'automated-by-profiling': { fires: [when({ automated_decisions: true, profiling: true })], silent: [when({ automated_decisions: true }), when({ automated_decisions: true, profiling: true, legal_bases: [basis('contract')] })] },
  'automated-on-special-data': { fires: [when({ automated_decisions: true })], silent: [when({ automated_decisions: true, special_exceptions: [exception('explicit-consent')] }), when({ automated_decisions: true, data_categories: ['name'] })] },
  'tracking-traceable': { fires: [when({ tracking: true }), when({ big_data: true, is_not_traceable: false })], silent: [when({ tracking: true, is_not_traceable: true }), when({})] },
  'tracking-unannounced': { fires: [when({ tracking: true }), when({ big_data: true, is_announced: false })], silent: [when({ tracking: true, is_announced: true })] },
  'camera-unmarked': { fires: [when({ camera: null, data_categories: ['camera-images'] })], silent: [when({ camera: false, data_categories: ['camera-images'] }), when({ ...council, camera: null, data_categories: ['camera-images'] })] },
  'camera-protocol-missing': { fires: [when({ camera: true })], silent: [when({ camera: true, camera_note: 'Cameraprotocol 2025' })] },
  'dashboard-purpose-missing': { fires: [when({ dashboard: true })], silent: [when({ dashboard: true, dashboard_purpose: 'Sturen op doorlooptijd, vastgesteld door het MT' }), when({ dashboard: false })] },
  'dashboard-audience-missing': { fires: [when({ dashboard: true })], silent: [when({ dashboard: true, dashboard_audience: 'Teammanager' })] },
  'algorithm-unmarked': { fires: [when({ automated_decisions: true }), when({ ai_act_class: 'minimal' })], silent: [when({ ai_act_class: 'minimal', algorithm: true }), when({})] },
  'algorithm-unregistered': { fires: [when({ algorithm: true })], silent: [when({ algorithm: true, algorithm_uri: 'https://algoritmes.example/1' }), when({ algorithm: true }, firm)] },
  'ai-class-missing': { fires: [when({ algorithm: true, ai_act_class: null })], silent: [when({ algorithm: true }), when({ ai_act_class: null })] },
  'ai-prohibited': { fires: [when({ ai_act_class: 'prohibited' }), processor({ ai_act_class: 'prohibited' })], silent: [when({ ai_act_class: 'high' })] },
  'ai-rights-unassessed': { fires: [when({ ai_act_class: 'high' })], silent: [when({ ai_act_class: 'high', iama_outcome: 'Aanvaardbaar, met menselijk toezicht' }), when({ ai_act_class: 'high' }, firm)] },
  'system-ended': {
    fires: [when({ stores: [store({ system: exampleIds.system })] }, registerSays({ stage: 'ended' }), ['Voorbeeldsoft BV'])],
    silent: [when({ stores: [store({ system: exampleIds.system })] }, registerSays({ stage: 'active' })), when({ stores: [store()] }, registerSays({ stage: 'ended' }))],
  },
  'stores-missing': { fires: [when({ stores: [] })], silent: [when({ stores: [store()] })] },
  'store-scattered': { fires: [when({ stores: [store({ kind: 'spreadsheet', name: 'Lijst.xlsx' })] }, {}, ['Lijst.xlsx']), when({ stores: [store({ kind: 'decentral' })] })], silent: [when({ stores: [store({ kind: 'paper' })] })] },
  'store-unencrypted': { fires: [when({ stores: [store({ is_portable: true, is_encrypted: null })] })], silent: [when({ stores: [store({ is_portable: true })] }), when({ stores: [store({ is_encrypted: false })] })] },

  // oversight
  'pre-dpia-missing': { fires: [when({ pre_dpia_outcome: null }), when({ pre_dpia_outcome: null }, { isImported: true }), police({ pre_dpia_outcome: null })], silent: [processor({ pre_dpia_outcome: null })] },
  'pre-dpia-undated': { fires: [when({ pre_dpia_on: null }), when({ pre_dpia_on: '2026-11-23' })], silent: [when({ pre_dpia_on: '2026-11-22' }), when({ pre_dpia_outcome: null, pre_dpia_on: null })] },
  'pre-dpia-doubtful': { fires: [when({ pre_dpia_outcome: 'not_required', pre_dpia_note: null })], silent: [when({ pre_dpia_outcome: 'not_required', pre_dpia_note: 'Klein en kort.' }), when({ pre_dpia_outcome: 'not_required', subject_categories: ['residents'] })] },
  'pre-dpia-unexplained': {
    fires: [when({ pre_dpia_note: null }), when({ pre_dpia_on: null }), when({ pre_dpia_note: null }, assessed({ hasPreDpia: false }))],
    silent: [when({ pre_dpia_outcome: null, pre_dpia_note: null }), when({ pre_dpia_note: null }, assessed({ hasPreDpia: true })), processor({ pre_dpia_outcome: 'not_required' })],
  },
  'dpia-outstanding': { fires: [when({ dpia_status: 'in_progress' }), when({ dpia_status: null }), when({}, assessed({ isRunning: true }))], silent: [when({}), when({}, assessed({ isRunning: true, hasDpia: true })), when({ pre_dpia_outcome: 'not_required', dpia_status: null })] },
  'dpia-unexplained': {
    fires: [when({ dpia_on: null }), when({ pre_dpia_note: null })], silent: [when({ dpia_on: null }, assessed({ hasDpia: true })), when({ pre_dpia_outcome: 'not_required', dpia_on: null }), when({ dpia_status: 'none', dpia_on: null })],
  },
  'consultation-waits': { fires: [when({}, assessed({ waits: true }))], silent: [when({}), when({}, assessed({}))] },
  'assessment-refused': { fires: [when({}, assessed({ isRefused: true }))], silent: [when({}), when({}, assessed({}))] },
  'assessment-outgrown': {
    fires: [when({}, assessed({ basis: { ...wasSo, purposes: wasSo.purposes.slice(1) } })), when({ profiling: true }, assessed({ basis: wasSo })), when({ stores: [store(), store({ name: 'Nieuw systeem' })] }, assessed({ basis: wasSo }))],
    silent: [when({}), when({}, assessed({ basis: wasSo })), when({ purposes: [purpose({ purpose: ' beoordelen of een inwoner recht heeft, op BIJZONDERE bijstand!' })] }, assessed({ basis: wasSo }))],
  },
  'dpia-advice-unanswered': { fires: [when({ pre_dpia_outcome: 'dpia_advised', dpia_status: 'none', pre_dpia_note: null })], silent: [when({ pre_dpia_outcome: 'dpia_advised', dpia_status: 'in_progress' }), when({ pre_dpia_outcome: 'dpia_advised', dpia_status: 'none', pre_dpia_note: 'Klein.' })] },
  'dpia-undated': { fires: [when({ dpia_on: null })], silent: [when({ dpia_status: 'in_progress', dpia_on: null })] },
  'dpia-outdated': { fires: [when({ dpia_on: '2023-11-21' })], silent: [when({ dpia_on: '2023-11-22' }), when({ dpia_status: 'none', dpia_on: '2019-01-01' })] },
  'imported-as-active': { fires: [when({}, { isImported: true })], silent: [when({}, { isImported: true, stage: 'draft' }), when({})] },
  'review-overdue': { fires: [when({}, { reviewDueOn: '2026-11-21' }, ['2026-11-21'])], silent: [when({}, { reviewDueOn: '2026-11-22' }), when({}, { reviewDueOn: null }), when({}, { reviewDueOn: '2026-01-01', stage: 'draft' })] },
  'remarks-open': { fires: [when({}, { hasOpenRemarks: true })], silent: [when({}, { hasOpenRemarks: undefined })] },
  'police-basis-missing': { fires: [police({ police_basis: null })], silent: [when({ police_basis: null })] },
  'police-authoriser-missing': { fires: [police({ police_authoriser: null })], silent: [when({ police_authoriser: null })] },
  'police-profiling-unanswered': { fires: [police({ profiling: null })], silent: [police({ profiling: false }), when({ profiling: null })] },
  'police-logging-missing': { fires: [police({ police_logging: false }), police({ police_logging: null })], silent: [when({ police_logging: null })] },
  'police-audit-missing': { fires: [police({ police_audit_on: null })], silent: [when({ police_audit_on: null })] },
  'police-audit-old': { fires: [police({ police_audit_on: '2022-11-21' })], silent: [police({ police_audit_on: '2022-11-22' })] },
  'police-basis-under-gdpr': { fires: [when({ police_basis: 'daily-police-task' })], silent: [police()] },
  'received-under-police-regime': { fires: [police({ received_from_police: true })], silent: [when({ received_from_police: true }), police({ received_from_police: false })] },
  'received-unmarked': { fires: [when({ sources: ['police'] })], silent: [when({ sources: ['police'], received_from_police: false }), when({ sources: ['police'] }, firm), police({ sources: ['police'] })] },
  'received-purpose-missing': { fires: [when({ received_from_police: true })], silent: [when({ received_from_police: true, police_provision_purpose: 'Openbare orde' }), when({ received_from_police: false })] },
  'received-secrecy-unmarked': { fires: [when({ received_from_police: true }), when({ received_from_police: true, police_secrecy: false })], silent: [when({ received_from_police: true, police_secrecy: true })] },
  'publication-undecided': { fires: [when({ is_published: null })], silent: [when({ is_published: null }, firm), processor({ is_published: null })] },
  'summary-missing': { fires: [when({ public_summary: null })], silent: [when({ is_published: false, public_summary: null })] },
  'not-published-unexplained': { fires: [when({ is_published: false })], silent: [when({ is_published: false, not_published_reason: 'Toont hoe wij fraude opsporen.' }), when({ is_published: false }, firm)] },
}

const ask = ({ entry, on, of }: Case) => findingsOf(ruleBook, { ...(of ?? exemplaryController), ...entry }, { ...exampleContext, ...on })

describe('each rule finds what is wrong and leaves alone what isn’t', () => {
  for (const key of ruleKeys) {
    const { fires, silent } = cases[key]
    it(`${key} (${ruleBook[key].norms.join(', ')}; ${ruleBook[key].citation})`, () => {
      assert.ok(fires.length > 0 && silent.length > 0, 'both kinds of case')
      for (const one of fires) {
        const found = ask(one).filter(({ rule }) => rule === key)
        assert.ok(found.length > 0, `fires on ${JSON.stringify(one.entry)} ${JSON.stringify(one.on)}`)
        if (one.details) assert.deepEqual(found.map(({ detail }) => detail), one.details)
        for (const finding of found) assert.deepEqual([finding.field, finding.severity], [ruleBook[key].field, ruleBook[key].severity])
      }
      for (const one of silent) assert.deepEqual(ask(one).filter(({ rule }) => rule === key), [], `is silent on ${JSON.stringify(one.entry)} ${JSON.stringify(one.on)}`)
    })
  }

  it('has a case of both kinds for every rule, over 150 in all', () => {
    assert.deepEqual(Object.keys(cases).sort(), [...ruleKeys].sort())
    assert.ok(Object.values(cases).reduce((sum, { fires, silent }) => sum + fires.length + silent.length, 0) > 150)
  })
})

describe('the findings as a whole', () => {
  it('are none for the exemplary controller, processor and police entry (H-07, H-09, W-03)', () => {
    assert.deepEqual(ask({ entry: {} }), [])
    assert.deepEqual(ask(processor()), [])
    assert.deepEqual(ask(police()), [])
  })

  it('block an empty entry on all that must be there before it may come into force (H-15)', () => {
    const blocking = findingsOf(ruleBook, emptyActivity, exampleContext).filter(({ severity }) => severity === 'blocking').map(({ rule }) => rule)
    assert.deepEqual(blocking, ['name-missing', 'role-missing', 'controller-missing', 'department-missing', 'purposes-missing', 'legal-basis-missing', 'subjects-missing', 'data-missing', 'retention-missing', 'pre-dpia-missing'])
  })

  it('stand with the gravest first', () => {
    const severities = findingsOf(ruleBook, emptyActivity, exampleContext).map(({ severity }) => ['blocking', 'serious', 'attention'].indexOf(severity))
    assert.deepEqual(severities, severities.toSorted((one, other) => one - other))
  })

  it('are none once the activity has ended', () => assert.deepEqual(findingsOf(ruleBook, emptyActivity, { ...exampleContext, stage: 'ended' }), []))

  it('name the value in the sentence that people read', () => {
    const [finding] = ask(when({ purposes: [purpose({ purpose: 'Bedrijfsvoering' })] })).filter(({ rule }) => rule === 'purpose-vague')
    assert.equal(finding && sayFinding(ruleBook, finding), 'Dit doel is te vaag. (Bedrijfsvoering)')
  })
})

describe('the rule book', () => {
  it('knows a rule by a key from elsewhere, and none by a key that isn’t one', () => {
    assert.equal(ruleOf('name-missing')?.field, 'name')
    assert.equal(ruleOf('toString'), undefined)
    assert.equal(ruleOf('gone'), undefined)
  })
})

describe('a vague purpose (N-01)', () => {
  for (const [text, outcome] of [
    ['administratie', true], ['Dienstverlening', true], ['Diverse doeleinden', true], ['Overige taken van de afdeling', true], ['Bedrijfsvoering', true], ['Uitvoering wettelijke taak', true],
    ['Uitvoeren van de publiekrechtelijke taak', true], ['Algemene dienstverlening', true], ['Wmo', true], ['n.v.t.', true], ['Nader te bepalen', true], ['Persoonsgegevens verwerken', true],
    ['Salarisbetaling aan medewerkers', false], ['Verlenen van een omgevingsvergunning', false], ['Heffen en innen van gemeentelijke belastingen', false], ['Registratie van huwelijken', false],
    ['Behandelen van bezwaarschriften', false], ['Uitvoering van de Jeugdwet', false], ['Beheer van het netwerk en opsporen van storingen', false],
  ] as const) it(`“${text}” is ${outcome ? 'vague' : 'clear enough'}`, () => assert.equal(isVague(text), outcome))
})

describe('a text that mentions profiling (N-23)', () => {
  for (const [text, outcome] of [
    ['We maken risicoprofielen van aanvragers', true], ['Er vindt profilering plaats', true], ['Het model voorspelt verzuim', true], ['scoring van aanvragen', true],
    ['Er vindt geen profilering plaats', false], ['zonder risicoscore', false], ['Een profielfoto op het intranet', false], ['Het gebruikersprofiel in het systeem', false], ['Sporthal en scoreformulier', false],
  ] as const) it(`“${text}”: ${outcome ? 'yes' : 'no'}`, () => assert.equal(mentionsProfiling(text), outcome))
})

describe('an article that names its law (H-13)', () => {
  for (const [text, outcome] of [['art. 35 Participatiewet', true], ['Wmo 2015, artikel 2.3.2', true], ['artikel 5 lid 2 onder a', false], ['art. 8 t/m 14', false], ['', false]] as const) {
    it(`“${text}”: ${outcome ? 'yes' : 'no'}`, () => assert.equal(namesLaw(text), outcome))
  }
})

describe('for any input of the right shape', () => {
  const keysOf = (catalogue: string): string[] => ({
    'legal-basis': ['consent', 'contract', 'legal-obligation', 'public-task', 'legitimate-interest', 'vital-interest'], 'data-category': ['health', 'criminal', 'bsn', 'name', 'profile'],
    'subject-category': ['minors', 'employees', 'customers', 'residents'], country: ['US', 'GB', 'DE', 'IN'], 'transfer-instrument': ['adequacy-decision', 'standard-clauses', 'derogation-consent'],
    'selection-list': ['8.1', '11.1.5'], 'sector-law': ['wpg', 'wabb', 'awb'], recipient: ['public', 'third-parties', 'ict-provider'], 'special-exception': ['explicit-consent', 'criminal-general'],
  })[catalogue] ?? []
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', ' ', 'Bedrijfsvoering', 'risicoprofiel', 'P1Y', '2024-02-29', '\u0000'))
  const valueOf = (field: Field): fc.Arbitrary<unknown> => {
    if (field.type === 'yesNo') return fc.constantFrom(true, false, null)
    if (field.type === 'choice') return fc.constantFrom(null, ...field.choices.map(({ key }) => key))
    if (field.type === 'date') return fc.option(fc.oneof(fc.constantFrom('2024-02-29', '0001-01-01', '9999-12-31', '2026-11-22'), fc.string()), { nil: null })
    if (field.type === 'term') return fc.option(fc.oneof(fc.constantFrom('onbekend', ...keysOf(field.catalogue)), fc.string()), { nil: null })
    if (field.type === 'terms') return fc.array(fc.oneof(fc.constantFrom('onbekend', ...keysOf(field.catalogue)), fc.string()), { maxLength: 4 })
    if (field.type === 'rows') return fc.array(recordOf(field.columns), { maxLength: 3 })
    return fc.option(text, { nil: null })
  }
  const recordOf = (shape: Readonly<Record<string, Field>>) => fc.record(Object.fromEntries(Object.entries(shape).map(([key, field]) => [key, valueOf(field)])))
  const isActivity = (value: object): value is ActivityInput => Object.keys(fields).every((key) => key in value)
  const activity = recordOf(fields).filter(isActivity)
  const context = fc.record({
    organisationKind: fc.constantFrom('municipality', 'joint_body', 'service_organisation', 'firm'), status: fc.constantFrom('draft', 'in_review', 'active', 'ended'),
    reviewDueOn: fc.constantFrom(null, '2026-01-01', '2030-01-01'), isImported: fc.boolean(), hasOpenRemarks: fc.boolean(),
  } as const)

  it('findings never throw, are the same twice, leave the input as it was, and name each value once', () => {
    fc.assert(fc.property(activity, context, (entry, around) => {
      const before = JSON.stringify(entry)
      const full = { ...exampleContext, ...around }
      const found = findingsOf(ruleBook, entry, full)
      assert.deepEqual(findingsOf(ruleBook, entry, full), found)
      assert.equal(JSON.stringify(entry), before)
      assert.equal(new Set(found.map(({ rule, detail }) => `${rule}\n${detail}`)).size, found.length)
      assert.ok(found.every((finding) => sayFinding(ruleBook, finding) !== ''))
    }), { numRuns: 400 })
  })

  it('findings never throw when no catalogue knows a term', () => {
    fc.assert(fc.property(activity, (entry) => { findingsOf(ruleBook, entry, { ...exampleContext, term: () => undefined }) }), { numRuns: 200 })
  })
})
