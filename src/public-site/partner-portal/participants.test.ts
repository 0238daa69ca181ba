// The portal of participants: each finds its own services, register, instructions, breaches and documents, and nothing of another participant by any page or guessed id.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { program } from '../../../test/support/api.ts'
import { visitorFrom, type Visitor } from '../../../test/support/outside.ts'
import { readPdf } from '../../../test/support/pdf.ts'
import { publicUrl } from '../../../test/support/people.ts'
import { product, type Tenant, tenant } from '../../../test/support/product.ts'
import { plain, type Visitor as Colleague, visitorOf } from '../../../test/support/register-visitor.ts'
import { endInvitation, listInvitations } from '../../case-kit/intake/portal-invitations.ts'
import { newId } from '../../ground/ids.ts'
import { openContent } from '../../people/mail.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry, loadEntry, perform } from '../../register-kit/perform.ts'
import { breaches } from '../../registers/breaches/register.ts'
import { instructions } from '../../registers/instructions/register.ts'
import { processingActivities } from '../../registers/processing-activities/register.ts'
import { services } from '../../registers/service-catalogue/register.ts'

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

describe('what participants may see of us (W-02)', () => {
  let house: Tenant
  let officer: Colleague
  let app: Awaited<ReturnType<typeof product>>['app']
  const party: Record<'a' | 'b', { id: string; instruction: string; document: string; who: Visitor }> = { a: { id: newId(), instruction: '', document: '', who: undefined! }, b: { id: newId(), instruction: '', document: '', who: undefined! } }
  const names = { a: 'Gemeente Aardappel', b: 'Gemeente Bietenveld' }
  const base = () => `/openbaar/${house.slug}/portaal`

  /** By invitation and mailed code, as people come in. */
  async function comesIn(which: 'a' | 'b', ip: string): Promise<Visitor> {
    const email = `contact-${which}@${house.slug}.example`
    const invited = await officer.send('/beheer/portaal/uitnodigingen', { party: `participant:${party[which].id}`, name: `Contact ${which}`, email, language: 'nl' })
    assert.equal(invited.status, 303, plain(await invited.clone().text()).slice(0, 800))
    const mails = () => house.scoped(async ({ tx, organisation }) => (await tx.selectFrom('mail_message').select(['id', 'content']).where('organisation_id', '=', organisation.id).orderBy('id').execute()).map(({ id, content }) => openContent(house.organisation, id, content!)).filter(({ outside }) => outside?.to === email))
    const link = (await mails())[0]!.link!.path
    const who = visitorFrom(app, ip)
    await who.send(link, { _action: 'code' })
    const code = /code is ([a-z0-9-]{9})/.exec(JSON.stringify((await mails()).at(-1)!.lines))![1]!
    assert.equal((await who.send(link, { _action: 'open', code })).status, 303)
    return who
  }

  before(async () => {
    ({ app } = await product())
    house = await tenant({ kind: 'service_organisation', profile: 'ict-wbw-2022' })
    officer = await visitorOf(house, 'Dirk Dienst', ['privacy_officer', 'administrator'])
    for (const which of ['a', 'b'] as const) {
      const { id } = party[which]
      await house.scoped(({ tx, organisation }) => tx.insertInto('participant').values({ organisation_id: organisation.id, id, name: names[which], kind: 'municipality', contact: `privacy@${which}.example` }).execute())
    }
    const row = (which: 'a' | 'b', categories: string) => ({ participant: party[which].id, categories })
    await house.scoped(async (scope) => {
      const make = (name: string, participants: { participant: string; categories: string }[]) => createEntry(scope, processingActivities, { ...emptyInput(processingActivities.fields), name, role: 'processor', regime: 'gdpr', participants, data_categories: ['name'] })
      const [both, onlyB, draft] = [await make('Back-ups maken', [row('a', 'Kopieën voor A'), row('b', 'Kopieën voor B')]), await make('Alleen voor B', [row('b', 'Iets van B')]), await make('Nog een concept', [row('a', 'Concept voor A')])]
      await scope.tx.updateTable('processing_activity').set({ status: 'active' }).where('organisation_id', '=', house.organisation.id).where('id', 'in', [both, onlyB]).execute()
      assert.ok(draft)
      const taking = (which: 'a' | 'b') => ({ participant: party[which].id, since_on: '2025-01-01', until_on: null, agreement: `VO-${which.toUpperCase()}-7`, agreement_on: '2025-01-01', agreement_until_on: null })
      await createEntry(scope, services, { ...emptyInput(services.fields), name: 'Back-updienst', participants: [taking('a'), taking('b')], processings: [{ processing: both, note: null }], note: 'GEHEIM-DIENST' })
      await createEntry(scope, services, { ...emptyInput(services.fields), name: 'Dienst van B', participants: [taking('b')] })
      for (const which of ['a', 'b'] as const) {
        party[which].instruction = await createEntry(scope, instructions, { ...emptyInput(instructions.fields), name: `Instructie van ${which.toUpperCase()}`, participant: party[which].id, kind: 'change', instruction: 'Doe dit.', received_on: '2026-11-01', means: 'letter', given_by: 'Directeur', note: 'GEHEIM-NOTITIE' })
        const told = await createEntry(scope, breaches, { ...emptyInput(breaches.fields), name: `Lek bij ${which.toUpperCase()}`, channel: 'colleague', language: 'nl', role: 'processor', participant: party[which].id, received_at: '2026-11-01T09:00:00.000Z', controller_told_note: `Verteld aan ${which.toUpperCase()}` })
        await scope.tx.updateTable('breach').set({ controller_told_at: new Date('2026-11-01T10:00:00Z'), controller_told_note: `Verteld aan ${which.toUpperCase()}` }).where('organisation_id', '=', house.organisation.id).where('id', '=', told).execute()
      }
      await createEntry(scope, breaches, { ...emptyInput(breaches.fields), name: 'Nog niet verteld', channel: 'colleague', language: 'nl', role: 'processor', participant: party.a.id, received_at: '2026-11-02T09:00:00.000Z' })
    })
    for (const which of ['a', 'b'] as const) {
      const form = new FormData()
      form.set('description', `Rapport voor ${which.toUpperCase()}`)
      form.set('file', new File([new Uint8Array(pdf)], `rapport-${which}.pdf`, { type: 'application/pdf' }))
      const headers = { origin: publicUrl, host: new URL(publicUrl).host, cookie: [...officer.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
      const added = await app.request(`${publicUrl}/${house.slug}/deelnemers/${party[which].id}/bijlagen`, { method: 'POST', body: form, headers }, { incoming: { socket: { remoteAddress: '10.1.1.1' } } })
      assert.equal(added.status, 303, plain(await added.clone().text()).slice(0, 800))
      party[which].document = /bijlage-([0-9a-f-]{36})/.exec(added.headers.get('location')!)![1]!
      party[which].who = await comesIn(which, `203.0.113.${which === 'a' ? 31 : 32}`)
    }
  })

  test('each finds its own on every page, and nothing of the other, nor what is a note or a draft of ours', async () => {
    for (const [which, other] of [['a', 'b'], ['b', 'a']] as const) {
      const { who } = party[which]
      const home = plain(await who.text(base()))
      for (const part of ['Diensten en register', 'Instructies', 'Datalekken die wij u vertelden', 'Stukken voor u']) assert.ok(home.includes(part), part)
      const pages = (await Promise.all(['register', 'instructies', `instructies/${party[which].instruction}`, 'datalekken', 'stukken', 'instructies/nieuw'].map((path) => who.text(`${base()}/${path}`)))).join('\n')
      const [mine, theirs] = [which.toUpperCase(), other.toUpperCase()]
      for (const own of [`Kopieën voor ${mine}`, `VO-${mine}-7`, `Instructie van ${mine}`, `Verteld aan ${mine}`, `rapport-${which}.pdf`]) assert.ok(pages.includes(own), `${which} misses ${own}`)
      for (const hidden of [names[other], party[other].id, party[other].instruction, party[other].document, `voor ${theirs}`, `VO-${theirs}-7`, `Instructie van ${theirs}`, `Verteld aan ${theirs}`, `rapport-${other}`, 'GEHEIM', 'Dirk Dienst', 'Concept voor', 'Nog niet verteld']) assert.ok(!pages.includes(hidden), `${which} sees ${hidden}`)
      assert.equal(pages.includes('Alleen voor B'), which === 'b')
      assert.equal(pages.includes('Dienst van B'), which === 'b')
    }
  })

  test('ids of another participant are not found, by page, by form and by file; nor is anything without an invitation, or after it has ended', async () => {
    const { who } = party.a
    const [theirs, stranger] = [party.b, visitorFrom(app, '203.0.113.33')]
    for (const path of [`instructies/${theirs.instruction}`, `stukken/${theirs.document}`, `stukken/${newId()}`, 'instructies/niets', 'register/exe', 'stukken/niets']) assert.equal((await who.get(`${base()}/${path}`)).status, 404, path)
    for (const [path, fields] of [['antwoord', { outcome: 'kept', answer: 'Ja' }], ['intrekken', { reason: 'Weg ermee' }]] as const) assert.equal((await who.send(`${base()}/instructies/${theirs.instruction}/${path}`, fields)).status, 404, path)
    assert.equal((await house.scoped((scope) => loadEntry(scope, instructions, theirs.instruction))).system.status, 'received')
    for (const path of ['register', 'register/json', 'instructies', 'datalekken', 'stukken', `stukken/${party.a.document}`]) assert.equal((await stranger.get(`${base()}/${path}`)).status, 403, path)
    assert.equal((await who.get(`/openbaar/${(await tenant()).slug}/portaal/register`)).status, 403, 'of another organisation')
    const api = await program(house)
    for (const path of [`/${house.slug}/instructions/${theirs.instruction}`, `/${house.slug}/services`]) assert.ok([401, 403].includes((await who.get(`/api/v1${path}`)).status), 'a portal opens no API')
    assert.equal((await api.call('GET', `/${house.slug}/services`)).status, 200)
  })

  test('the register as a file holds only the own, in every format, for the participant as for us; it is of nobody else’s', async () => {
    const { who } = party.a
    const texts: string[] = []
    for (const format of ['pdf', 'docx', 'odt', 'csv', 'json']) {
      const [theirs, ours] = [await who.get(`${base()}/register/${format}`), await officer.get(`/${house.slug}/deelnemers/${party.a.id}/register/${format}`)]
      assert.deepEqual([theirs.status, ours.status], [200, 200], format)
      assert.match(theirs.headers.get('content-disposition')!, new RegExp(`attachment; filename="verwerkersregister-.*\\.${format}"`))
      const bytes = Buffer.from(await theirs.arrayBuffer())
      texts.push(format === 'pdf' ? JSON.stringify(await readPdf(bytes)) : bytes.toString('utf8'))
    }
    const [asPdf, , , csv, json] = texts as [string, string, string, string, string]
    for (const text of [asPdf, csv, json]) {
      assert.ok(text.includes('Back-ups maken') && text.includes('Kopieën voor A'))
      for (const hidden of [names.b, 'Kopieën voor B', 'Alleen voor B', 'VO-B-7', 'Dienst van B', 'Concept voor A', party.b.id]) assert.ok(!text.includes(hidden), hidden)
    }
    const read = JSON.parse(json) as { processing: { categories: string }[]; services: { name: string }[]; controller: { name: string } }
    assert.deepEqual([read.controller.name, read.processing.map(({ categories }) => categories), read.services.map(({ name }) => name)], [names.a, ['Kopieën voor A'], ['Back-updienst']])
    const employee = await visitorOf(house, 'Eva Elders', ['employee'])
    for (const path of ['', `/${party.a.id}`, `/${party.a.id}/register`, `/${party.a.id}/register/json`]) assert.equal((await employee.get(`/${house.slug}/deelnemers${path}`)).status, 403, path)
    const elsewhere = await visitorOf(await tenant(), 'Ans Anders', ['privacy_officer'])
    for (const path of ['', '/register', '/register/json']) assert.ok([403, 404].includes((await elsewhere.get(`/${house.slug}/deelnemers/${party.a.id}${path}`)).status), path)
    assert.match(plain(await officer.page('/deelnemers')), /Gemeente Aardappel 1 op orde 1 1 1/)
  })

  test('an instruction by the portal lands in the register with its service, its state is mailed without a word of it, and an objection is answered there', async () => {
    const { who } = party.a
    const typed = { title: 'Kopieën drie weken bewaren', kind: 'change', text: 'Niet langer dan drie weken.', service: 'Back-updienst', due_on: '', given_by: 'CISO' }
    assert.equal((await who.send(`${base()}/instructies/nieuw`, { ...typed, given_by: '' })).status, 400)
    const sent = await who.send(`${base()}/instructies/nieuw`, typed)
    assert.equal(sent.status, 303, plain(await sent.clone().text()).slice(0, 800))
    const id = sent.headers.get('location')!.split('/').at(-1)!
    const { input } = await house.scoped((scope) => loadEntry(scope, instructions, id))
    assert.deepEqual([input.participant, input.means, input.given_by, input.service !== null], [party.a.id, 'portal', 'CISO', true])
    assert.equal((await officer.send(`/instructies/${id}/stap/object`, { objection: 'Drie weken is te kort.', objection_article: 'art. 32 lid 1 AVG' })).status, 303)
    const mails = await house.scoped(async ({ tx, organisation }) => (await tx.selectFrom('mail_message').select(['id', 'content']).where('organisation_id', '=', organisation.id).orderBy('id', 'desc').limit(1).execute()).map((mail) => openContent(house.organisation, mail.id, mail.content!)))
    assert.equal(mails[0]!.outside!.to, `contact-a@${house.slug}.example`)
    assert.doesNotMatch(JSON.stringify(mails[0]), /drie weken|Drie weken/)
    assert.match(plain(await who.text(`${base()}/instructies/${id}`)), /denkt dat deze instructie niet mag Drie weken is te kort/)
    assert.equal((await who.send(`${base()}/instructies/${id}/antwoord`, { outcome: 'withdrawn', answer: 'Dan niet.' })).status, 303)
    assert.equal((await house.scoped((scope) => loadEntry(scope, instructions, id))).system.status, 'withdrawn')
  })

  test('once the invitation has ended, its session opens nothing from that moment on', async () => {
    const mine = (await house.scoped(listInvitations)).find(({ partyId }) => partyId === party.a.id)!
    await house.scoped((scope) => endInvitation(scope, mine.id))
    for (const path of ['register', 'register/pdf', 'instructies', 'stukken']) assert.equal((await party.a.who.get(`${base()}/${path}`)).status, 403, path)
    assert.equal((await party.b.who.get(`${base()}/register`)).status, 200)
    await house.scoped((scope) => perform(scope, instructions, 'acknowledge', party.a.instruction, {}))
  })
})
