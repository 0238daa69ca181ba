import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '../ground/ids.ts'
import { newOrganisationKey, unwrapOrganisationKey } from '../ground/keys.ts'
import { logKeysOf } from '../ground/log-keys.ts'
import { Conflict, Invalid, NotAllowed, NotFound, Refused } from '../ground/refusals.ts'
import { inScope, type Actor, type Role, type Scope } from '../ground/scope.ts'
import { testDatabase } from '../../test/support/database.ts'
import { compareCatalogues, type TenantTerm } from './difference.ts'
import { readTermHistory, termEntryId } from './term-history.ts'
import { loadCatalogues } from './load.ts'
import { acceptCatalogueDifference, addOwnTerm, catalogueDifference, changeOwnTerm, copyCatalogues, restoreTerm, retireTerm, seenAs, termsOf } from './tenant-terms.ts'

const shippedCount = loadCatalogues().reduce((sum, catalogue) => sum + catalogue.terms.length, 0)
const system: Actor = { kind: 'system', task: 'test' }
const personId = newId()

/** A new organisation, and a way to work in its scope. */
async function organisation(): Promise<<T>(work: (scope: Scope) => Promise<T>, actor?: Actor) => Promise<T>> {
  const { app, masterKey } = await testDatabase()
  const id = newId()
  const slug = `terms-${id.slice(-12)}`
  const wrapped = newOrganisationKey(masterKey, id)
  const who = { id, slug, name: slug, kind: 'municipality' as const, profile: null, key: unwrapOrganisationKey(masterKey, id, wrapped), logKeys: logKeysOf(masterKey, id) }
  await inScope(app, { organisation: who, actor: system }, (scope) =>
    sql`insert into organisation (id, slug, name, kind, key_wrapped, created_at) values (${id}, ${slug}, ${slug}, 'municipality', ${wrapped}, ${scope.now})`.execute(scope.tx))
  await inScope(app, { organisation: who, actor: system }, (scope) =>
    sql`insert into person (organisation_id, id, name, email, created_at) values (${id}, ${personId}, 'Test', 'test@voorbeeld.example', ${scope.now})`.execute(scope.tx))
  return (work, actor = system) => inScope(app, { organisation: who, actor }, work)
}

function person(role: Role): Actor {
  return { kind: 'person', personId, accountId: newId(), name: 'Test', assignments: [{ role, departmentIds: undefined }] }
}

test('a new organisation gets every shipped term with all it says, once, and the difference is then empty', async () => {
  const within = await organisation()
  assert.equal(await within(copyCatalogues), shippedCount)
  assert.equal(await within(copyCatalogues), 0)
  const health = (await within((scope) => termsOf(scope, 'data-category'))).find((term) => term.key === 'health')!
  assert.deepEqual([health.label.nl, health.marks, health.citation, health.origin, health.version, health.isActive], ['Gegevens over gezondheid', ['special', 'sensitive'], 'art. 9 lid 1 AVG', 'waarborg 2026-11', '2026-11', true])
  assert.ok(health.synonyms.includes('medische gegevens'))
  const britain = (await within((scope) => termsOf(scope, 'country'))).find((term) => term.key === 'GB')!
  assert.deepEqual([britain.validFrom, britain.validUntil], ['2021-06-28', '2031-12-27'])
  assert.deepEqual(await within(catalogueDifference), { added: [], changed: [], withdrawn: [] })
})

test('terms stand in the order of the file', async () => {
  const within = await organisation()
  await within(copyCatalogues)
  assert.deepEqual((await within((scope) => termsOf(scope, 'legal-basis'))).map((term) => term.key), ['consent', 'contract', 'legal-obligation', 'vital-interest', 'public-task', 'legitimate-interest'])
})

test('one organisation\'s own term is not there in another', async () => {
  const [here, there] = [await organisation(), await organisation()]
  await here(copyCatalogues)
  await there(copyCatalogues)
  const key = await here((scope) => addOwnTerm(scope, 'recipient', { label: 'Stichting De Brug' }))
  assert.equal(key, 'own-stichting-de-brug')
  assert.ok((await here((scope) => termsOf(scope, 'recipient'))).some((term) => term.key === key))
  assert.ok(!(await there((scope) => termsOf(scope, 'recipient', { retired: true }))).some((term) => term.key === key))
  await assert.rejects(there((scope) => retireTerm(scope, 'recipient', key)), NotFound)
})

test('an own term must have a name that isn\'t taken, and only the privacy officer and the administrator may add one', async () => {
  const within = await organisation()
  await within(copyCatalogues)
  const add = (label: string, actor?: Actor) => within((scope) => addOwnTerm(scope, 'purpose', { label }), actor)
  for (const label of ['', '  ', '...', 'x'.repeat(201), 'een; twee', 'een\ntwee', 'reclame EN werving']) await assert.rejects(add(label), Invalid, JSON.stringify(label))
  for (const role of ['employee', 'auditor', 'process_owner', 'dpo', 'ciso'] as const) await assert.rejects(add('Tuinfeest', person(role)), NotAllowed, role)
  await assert.rejects(within((scope) => addOwnTerm(scope, 'purpose', { label: 'Tuinfeest' }), { kind: 'public' }), NotAllowed)
  assert.equal(await add('Tuinfeest', person('privacy_officer')), 'own-tuinfeest')
  await assert.rejects(add('Tuinfeest', person('administrator')), Invalid)
  await assert.rejects(within((scope) => addOwnTerm(scope, 'nothing', { label: 'Iets' })), NotFound)
})

test('markup and SQL in a name stay text', async () => {
  const within = await organisation()
  const label = `<b>'), drop table catalogue_term --`
  const key = await within((scope) => addOwnTerm(scope, 'measure', { label, synonyms: ['a,b"{}', `'`] }))
  const [term] = await within((scope) => termsOf(scope, 'measure'))
  assert.deepEqual([term!.key, term!.label.nl, term!.synonyms], [key, label, ['a,b"{}', `'`]])
})

test('a retired term is no longer offered, can be asked for, and comes back', async () => {
  const within = await organisation()
  await within(copyCatalogues)
  await within((scope) => retireTerm(scope, 'legal-basis', 'vital-interest'))
  const keys = async (retired: boolean) => (await within((scope) => termsOf(scope, 'legal-basis', { retired }))).map((term) => term.key)
  assert.ok(!(await keys(false)).includes('vital-interest'))
  assert.ok((await keys(true)).includes('vital-interest'))
  assert.deepEqual(await within(catalogueDifference), { added: [], changed: [], withdrawn: [] })
  await within((scope) => restoreTerm(scope, 'legal-basis', 'vital-interest'))
  assert.ok((await keys(false)).includes('vital-interest'))
  await assert.rejects(within((scope) => retireTerm(scope, 'legal-basis', 'nothing')), NotFound)
})

test('a release that adds, changes and withdraws is shown first and taken over per term; own terms stay', async () => {
  const within = await organisation()
  await within(copyCatalogues)
  const own = await within((scope) => addOwnTerm(scope, 'service', { label: 'Bezorging' }))
  // As if an earlier release had been copied: one term lacked, one read otherwise, one is gone since.
  await within(async (scope) => {
    await sql`update catalogue_term set key = 'old-hosting' where catalogue = 'service' and key = 'hosting'`.execute(scope.tx)
    await sql`update catalogue_term set label_nl = 'Helpdesk', marks = '{technical}', origin = 'waarborg 2025-01', version = '2025-01' where catalogue = 'service' and key = 'service-desk'`.execute(scope.tx)
  })
  const difference = await within(catalogueDifference)
  assert.deepEqual(difference.added.map((one) => one.key), ['hosting'])
  assert.deepEqual(difference.withdrawn.map((one) => one.key), ['old-hosting'])
  assert.deepEqual(difference.changed.map((one) => [one.key, one.changes]), [['service-desk', [{ field: 'labelNl', before: 'Helpdesk', after: 'Servicedesk' }, { field: 'marks', before: ['technical'], after: [] }]]])

  await assert.rejects(within((scope) => acceptCatalogueDifference(scope, 'all'), person('employee')), NotAllowed)
  assert.equal(await within((scope) => acceptCatalogueDifference(scope, [{ catalogue: 'service', key: 'service-desk' }, { catalogue: 'service', key: own }, { catalogue: 'service', key: 'nothing' }])), 1)
  const half = await within(catalogueDifference)
  assert.deepEqual([half.added.length, half.changed.length, half.withdrawn.length], [1, 0, 1])
  assert.equal(await within((scope) => acceptCatalogueDifference(scope, 'all'), person('administrator')), 2)
  assert.deepEqual(await within(catalogueDifference), { added: [], changed: [], withdrawn: [] })

  const terms = await within((scope) => termsOf(scope, 'service', { retired: true }))
  const term = (key: string) => terms.find((one) => one.key === key)!
  assert.deepEqual([term('service-desk').label.nl, term('service-desk').origin, term('old-hosting').isActive, term('hosting').isActive, term(own).origin, term(own).isActive],
    ['Servicedesk', 'waarborg 2026-11', false, true, 'own', true])
})

test('an own term under the key of a shipped one is neither shown as a difference nor overwritten', () => {
  const service = loadCatalogues().find((catalogue) => catalogue.catalogue === 'service')!
  const first = service.terms[0]!
  const own: TenantTerm = {
    catalogue: 'service', key: first.key, label: { nl: 'Anders', en: 'Other' }, note: null, parent: null, marks: [], citation: null, law: null, term: null, disposal: null,
    validFrom: null, validUntil: null, position: 0, origin: 'own', version: 'own', synonyms: [], isActive: true,
  }
  assert.deepEqual(compareCatalogues([{ ...service, terms: [first] }], [own]), { added: [], changed: [], withdrawn: [] })
})

test('an own term can be changed by whoever saw it as it is; a shipped one can\'t, and a closed list takes none', async () => {
  const within = await organisation()
  await within(copyCatalogues)
  const officer = person('privacy_officer')
  const key = await within((scope) => addOwnTerm(scope, 'data-category', { label: 'Fietsnummer', marks: ['sensitive'] }), officer)
  const read = async () => (await within((scope) => termsOf(scope, 'data-category'))).find((term) => term.key === key)!
  const seen = seenAs(await read())
  const change = (term: Parameters<typeof changeOwnTerm>[3], mark = seen, of = key) => within((scope) => changeOwnTerm(scope, 'data-category', of, term, mark), officer)
  await assert.rejects(change({ label: 'Adres' }), Invalid)
  await assert.rejects(change({ label: 'Fietsnummer', marks: ['adequate'] }), Invalid)
  await assert.rejects(change({ label: 'Anders' }, seen, 'health'), Refused)
  await assert.rejects(change({ label: 'Anders' }, seen, 'nothing'), NotFound)
  await change({ label: 'Framenummer van de fiets', labelEn: 'Bicycle number', marks: ['sensitive'], synonyms: ['framenummer', ' framenummer ', ''] })
  const after = await read()
  assert.deepEqual([after.label, after.synonyms, after.origin], [{ nl: 'Framenummer van de fiets', en: 'Bicycle number' }, ['framenummer'], 'own'])
  await assert.rejects(change({ label: 'Te laat' }), Conflict)
  for (const closed of ['legal-basis', 'wpg-basis', 'special-exception', 'transfer-instrument', 'selection-list', 'country']) {
    await assert.rejects(within((scope) => addOwnTerm(scope, closed, { label: 'Eigen verzinsel' }), officer), Refused, closed)
  }
})

test('each change to a term leaves one event with who did it and what changed; doing it twice leaves none', async () => {
  const within = await organisation()
  await within(copyCatalogues)
  const officer = person('privacy_officer')
  const key = await within((scope) => addOwnTerm(scope, 'measure', { label: 'Waakhond' }), officer)
  const seen = seenAs((await within((scope) => termsOf(scope, 'measure'))).find((term) => term.key === key)!)
  await within((scope) => changeOwnTerm(scope, 'measure', key, { label: 'Waakhonden' }, seen), officer)
  await within((scope) => retireTerm(scope, 'measure', key), officer)
  await within((scope) => retireTerm(scope, 'measure', key), officer)
  await within((scope) => restoreTerm(scope, 'measure', key))
  const events = await within((scope) => readTermHistory(scope, 'measure', [key]))
  assert.deepEqual(events.map(({ verb, personName, task }) => [verb, personName, task]), [['restore', null, 'test'], ['retire', 'Test', null], ['change', 'Test', null], ['add', 'Test', null]])
  assert.deepEqual(events[2]!.changes, [{ field: 'labelEn', before: 'Waakhond', after: 'Waakhonden' }, { field: 'labelNl', before: 'Waakhond', after: 'Waakhonden' }])
  assert.deepEqual(await within((scope) => readTermHistory(scope, 'recipient', [key])), [])
  assert.match(termEntryId('measure', key), /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
