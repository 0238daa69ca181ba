import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { OrganisationKind } from '../../ground/scope.ts'
import { type About, type DisclosureInput, groundOf, missingItems, notYet, objectionsTo } from './decision.ts'
import { exemplary, given } from './rules.fixtures.ts'

const today = '2026-11-22'
const about = (organisationKind: OrganisationKind = 'municipality'): About => ({ organisationKind, today, isSensitive: (category) => category === 'health' })
const entry = (more: Partial<DisclosureInput> = {}): DisclosureInput => ({ ...exemplary, ...more })
const at = (more: Partial<DisclosureInput>, kind?: OrganisationKind) => objectionsTo(entry(more), about(kind)).map((one) => one.at)
const oneOff = { kind: 'one_off', controllership: null, security: null, further_use: null, starts_on: null } as const
const noTask = { has_task: false } as const

describe('N-47 N-67 P-10: the ground, in the order of the policy', () => {
  const table: readonly (readonly [string, Partial<DisclosureInput>, OrganisationKind, string | undefined])[] = [
    ['a statutory task goes first, whatever else holds', { is_vital: true, is_concrete: true, has_consent: true, consent_on: today }, 'municipality', 'task'],
    ['a task without its law is none', { partner_basis: null }, 'municipality', undefined],
    ['danger in one case', { ...noTask, is_vital: true, is_concrete: true, has_consent: true, consent_on: today }, 'municipality', 'vital'],
    ['danger in general is no ground', { ...noTask, is_vital: true, is_concrete: false }, 'municipality', undefined],
    ['explicit consent comes last', { ...noTask, has_consent: true, consent_on: '2026-11-01' }, 'municipality', 'consent'],
    ['consent without a day can’t be shown', { ...noTask, has_consent: true }, 'municipality', undefined],
    ['nothing: refuse', noTask, 'municipality', undefined],
    ['a service organisation follows the same order', {}, 'service_organisation', 'task'],
    ['a firm: a partner’s task alone isn’t enough', {}, 'firm', undefined],
    ['a firm: the customer asks and consented in writing', { asked_by_customer: true, has_consent: true, is_consent_written: true, consent_on: '2026-11-01' }, 'firm', 'customer'],
    ['a firm: consent, but the customer didn’t ask', { has_consent: true, is_consent_written: true, consent_on: '2026-11-01' }, 'firm', undefined],
    ['a firm: asked, but only by word of mouth', { asked_by_customer: true, has_consent: true, is_consent_written: false, consent_on: '2026-11-01' }, 'firm', undefined],
    ['a firm that the law obliges', { own_basis: 'legal-obligation' }, 'firm', 'duty'],
  ]
  for (const [name, more, kind, expected] of table) test(name, () => assert.equal(groundOf(entry(more), kind), expected))
})

describe('N-17 N-46 N-47: what stands in the way of granting', () => {
  const table: readonly (readonly [string, Partial<DisclosureInput>, readonly string[], OrganisationKind?])[] = [
    ['nothing', {}, []],
    ['our own side comes first', { own_basis: null, purpose: null }, ['own_basis', 'purpose']],
    ['a public body has no legitimate interest for its task', { own_basis: 'legitimate-interest', own_law: null }, ['own_basis']],
    ['a public task names its law', { own_law: null }, ['own_law']],
    ['the purpose isn’t looked at', { compatibility: null }, ['compatibility']],
    ['the purposes don’t go together', { compatibility: 'incompatible' }, ['compatibility']],
    ['compatible asks all five factors', { compatibility: 'compatible', link: 'x', nature: 'x' }, ['context', 'consequences', 'safeguards']],
    ['compatible with all five weighed', { compatibility: 'compatible', link: 'x', context: 'x', nature: 'x', consequences: 'x', safeguards: 'x' }, []],
    ['secrecy isn’t looked at', { secrecy: null }, ['secrecy']],
    ['secrecy forbids', { secrecy: 'forbids' }, ['secrecy']],
    ['secrecy lifted without saying why', { secrecy: 'lifted' }, ['secrecy_note']],
    ['special data without an exception', { data: [{ ...given, category: 'health' }] }, ['special_exception']],
    ['special data that aren’t given', { data: [given, { ...given, category: 'health', is_given: false }] }, []],
    ['special data with an exception', { data: [{ ...given, category: 'health' }], special_exception: 'explicit-consent' }, []],
    ['the six items', { purpose: null, partner_basis: null, controllership: null, data: [], security: null, further_use: null, starts_on: null }, ['purpose', 'partner_basis', 'controllership', 'data', 'security', 'further_use', 'starts_on', 'has_task']],
    ['a single question asks less', { ...oneOff }, []],
    ['the recipient isn’t verified', { is_controller: false }, ['is_controller']],
    ['the recipient is verified tomorrow', { controller_checked_on: '2026-11-23' }, ['is_controller']],
    ['no ground', noTask, ['has_task']],
    ['a vital interest for a standing disclosure', { ...noTask, is_vital: true, is_concrete: true }, ['kind']],
    ['a vital interest for one case', { ...noTask, ...oneOff, is_vital: true, is_concrete: true }, []],
    ['a vital interest without a case', { ...noTask, ...oneOff, is_vital: true }, ['is_concrete']],
    ['the partner promises nothing', { undertakes: null }, ['undertakes']],
    ['data without an interest', { data: [{ ...given, interest: null }] }, ['data.0.interest']],
    ['nothing was chosen to be given', { data: [{ ...given, is_given: null }] }, ['data']],
    ['a firm without a request of the customer', {}, ['asked_by_customer'], 'firm'],
    ['consent that is still to come', { ...noTask, has_consent: true, consent_on: '2026-11-23' }, ['consent_on']],
  ]
  for (const [name, more, expected, kind] of table) test(name, () => assert.deepEqual(at(more, kind), expected))
  test('each objection says its article', () => assert.ok(objectionsTo(entry({ own_basis: null, has_task: false, data: [] }), about()).every(({ citation }) => citation.startsWith('art. '))))
  test('an empty request misses all it needs', () => assert.equal(missingItems(entry({ purpose: null, partner_basis: null, controllership: null, data: [], security: null, further_use: null, starts_on: null })).length, 7))
})

describe('N-47: nothing goes out before the protocol was acknowledged', () => {
  const table: readonly (readonly [string, Partial<DisclosureInput>, readonly string[]])[] = [
    ['all is there', {}, []],
    ['no policy of the partner', { policy_on: null }, ['policy_on']],
    ['sent, not acknowledged', { protocol_known_on: null }, ['protocol_known_on']],
    ['acknowledged tomorrow', { protocol_known_on: '2026-11-23' }, ['protocol_known_on']],
    ['before the start', { starts_on: '2026-11-23' }, ['starts_on']],
    ['after the end', { ends_on: '2026-11-21' }, ['ends_on']],
    ['a standing disclosure has no way around', { policy_on: null, protocol_sent_on: null, protocol_known_on: null, no_protocol: 'demand' }, ['policy_on', 'protocol_sent_on', 'protocol_known_on']],
    ['a single question that the law obliges to answer', { ...oneOff, protocol_known_on: null, no_protocol: 'demand' }, []],
    ['a single question of somebody in danger', { ...oneOff, protocol_known_on: null, no_protocol: 'vital', ground: 'vital' }, []],
    ['danger that isn’t the ground', { ...oneOff, protocol_known_on: null, no_protocol: 'vital' }, ['protocol_known_on']],
    ['a single question by consent', { ...oneOff, protocol_known_on: null, no_protocol: 'demand', ground: 'consent' }, ['protocol_known_on']],
  ]
  for (const [name, more, expected] of table) test(name, () => assert.deepEqual(notYet(entry(more), today).map((one) => one.at), expected))
})
