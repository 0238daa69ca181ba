import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OrganisationKind } from '../../ground/scope.ts'
import type { Settings } from './declaration.ts'
import { isTooiUri, settingFaults } from './rules.ts'

const profiles = [{ key: 'strict', title: 'Streng', second_factor: 'required' as const }, { key: 'free', title: 'Vrij', second_factor: 'as_policy_says' as const }]
const base: Settings = {
  name: 'Gemeente Duinrade', tooi_uri: null, contact_address: null, contact_email: null, contact_phone: null, website: null, dpo_contact: null, profile: 'strict', second_factor_required: true,
}

const cases: [says: string, before: Partial<Settings>, after: Partial<Settings>, at: string[]][] = [
  ['nothing changed', {}, {}, []],
  ['no name', {}, { name: null }, ['name']],
  ['good contact', {}, { contact_email: 'privacy@sub.duinrade.example', contact_phone: '+31 (0)23 000 00 00', website: 'https://www.duinrade.example/privacy' }, []],
  ['bad contact, every fault at once', {}, { contact_email: 'privacy@duinrade', contact_phone: 'bel maar', website: 'javascript:alert(1)' }, ['contact_email', 'contact_phone', 'website']],
  ['a site without encryption', {}, { website: 'http://www.duinrade.example' }, ['website']],
  ['a short number', {}, { contact_phone: '14 023' }, []],
  ['an unknown profile', {}, { profile: 'nieuw' }, ['profile']],
  ['M-10: the profile asks for the second step', {}, { second_factor_required: false }, ['second_factor_required']],
  ['M-10: without an answer it is off', {}, { second_factor_required: null }, ['second_factor_required']],
  ['M-10: without a profile the default asks for it', { profile: null }, { profile: null, second_factor_required: false }, ['second_factor_required']],
  ['P-12: the profile leaves the choice', { profile: 'free' }, { profile: 'free', second_factor_required: false }, []],
  ['profile and second step changed together', {}, { profile: 'free', second_factor_required: false }, []],
  ['back to a strict profile while it is off', { profile: 'free', second_factor_required: false }, { profile: 'strict', second_factor_required: false }, ['second_factor_required']],
  ['a demo, where it was off, may change the rest', { second_factor_required: false }, { second_factor_required: false, name: 'Anders' }, []],
  ['a TOOI address that isn\'t one', {}, { tooi_uri: 'gm0397' }, ['tooi_uri']],
]

for (const [says, before, after, at] of cases) {
  test(`settings: ${says}`, () => assert.deepEqual(settingFaults({ ...base, ...after }, { ...base, ...before }, 'municipality', profiles).map((fault) => fault.at), at))
}

const addresses: [text: string, kind: OrganisationKind, is: boolean][] = [
  ['https://identifier.overheid.nl/tooi/id/gemeente/gm0344', 'municipality', true],
  ['https://identifier.overheid.nl/tooi/id/gemeente/gm344', 'municipality', false],
  ['http://identifier.overheid.nl/tooi/id/gemeente/gm0344', 'municipality', false],
  ['https://identifier.overheid.nl/tooi/id/gemeente/gm0344?x', 'municipality', false],
  ['https://identifier.overheid.nl/tooi/id/waterschap/ws0155', 'municipality', false],
  ['https://identifier.overheid.nl/tooi/id/waterschap/ws0155', 'joint_body', true],
  ['https://identifier.overheid.nl.example/tooi/id/waterschap/ws0155', 'joint_body', false],
]

test('TOOI addresses', () => {
  for (const [text, kind, is] of addresses) assert.equal(isTooiUri(text, kind), is, `${text} for a ${kind}`)
})
