// Bad input: what people, browsers and attackers send that isn't as it should be is met with an answer, and nothing typed is lost.
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { connect as connectTo, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { parse as parseCsv } from 'csv-parse/sync'
import { openDatabase } from '../src/ground/database.ts'
import { newId } from '../src/ground/ids.ts'
import { migrate } from '../src/ground/migrations.ts'
import { startDatabase } from '../src/ground/postgres.ts'
import { createAccount } from '../src/people/accounts.ts'
import { createOrganisation } from '../src/people/organisations.ts'
import { hashPassword } from '../src/people/passwords.ts'
import { addPerson } from '../src/people/persons.ts'
import { guarded } from '../src/register-kit/exchange/cell-guard.ts'
import { loadEntries } from '../src/register-kit/store.ts'
import { processingActivities } from '../src/registers/processing-activities/register.ts'
import { makeApp } from '../src/web.tsx'
import { activityForm, plainText, saveActivity, takeStep, type Person } from './support/filled-tenant.ts'
import { escaped, hostileTexts, requestAs } from './support/hostile.ts'
import { browser, goodPassword } from './support/people.ts'
import { product, tenant, type Tenant } from './support/product.ts'
import { fastSettings, temporaryFolder } from './support/server.ts'

let house: Tenant
let officer: Person
let dpo: Person
let owner: Person
let list: string

// Made when the first part begins: all files of a run share one clock, and another file may have moved it meanwhile.
let made: Promise<void> | undefined
const ready = () => made ??= make()

async function make(): Promise<void> {
  house = await tenant()
  officer = await house.person('Petra Privacy', 'privacy_officer', 'administrator')
  dpo = await house.person('Frits Gegevens', 'dpo')
  owner = await house.person('Olga Eigenaar', { role: 'process_owner', departmentId: house.departments.burgerzaken })
  list = `/${house.slug}/verwerkingen`
}

const page = async (path: string, person = officer) => (await person.get(path)).text()
const entries = () => house.scoped(async (scope) => (await scope.tx.selectFrom('processing_activity').select('id').where('organisation_id', '=', scope.organisation.id).execute()).length)
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' }

describe('SQL, HTML and formulas in every text field', () => {
  before(ready)
  const texts = hostileTexts()
  const revised = new Map([...texts].map(([name, text]) => [name, text.replace('x', 'y')]))
  const name = texts.get('name')!
  let id: string

  before(async () => {
    id = await saveActivity(officer, house, activityForm(house, Object.fromEntries(texts)))
    await takeStep(officer, house, id, 'submit')
    await takeStep(dpo, house, id, 'advise', { outcome: 'agreed', note: name })
    await takeStep(officer, house, id, 'remark', { body: name, field: 'name' })
    const remark = /id="opmerking-([0-9a-f-]{36})"/.exec(await page(`${list}/${id}`))![1]!
    assert.equal((await owner.post(`${list}/${id}/opmerkingen/${remark}`, { [`answer-${remark}`]: name })).status, 303)
    await takeStep(owner, house, id, 'activate', { note: name })
  })

  const markup = (html: string) => [...html.matchAll(/<script>[xy]\d+|alert\(/g)].map(({ index }) => html.slice(Math.max(0, index - 80), index + 40))

  test('is kept as it was typed', async () => {
    const stored = await house.scoped((scope) => loadEntries(scope.tx, processingActivities, house.organisation.id, [id]))
    const input = stored[0]!.input as Record<string, unknown>
    for (const [path, text] of texts) {
      const [field, , column] = path.split('.')
      const value = column === undefined ? input[field!] : (input[field!] as Record<string, unknown>[])[0]![column]
      assert.equal(value, text, path)
    }
    assert.ok(texts.size >= 50, `${texts.size} fields`)
  })

  test('comes back escaped on the entry, with every text there', async () => {
    const html = await page(`${list}/${id}`)
    assert.deepEqual(markup(html), [])
    for (const [path, text] of texts) assert.ok(html.includes(escaped(text)), path)
  })

  test('comes back escaped in the list, search, history, steps and findings', async () => {
    for (const path of ['', `?q=${encodeURIComponent(name)}`, '/bevindingen', '/nakijken', `/${id}/geschiedenis`, `/${id}/geschiedenis?veld=name`, `/${id}/versies/1`, `/${id}/stap/remark`, `/${id}/stap/review`, '/export', `/export?q=${encodeURIComponent(name)}`]) {
      const response = await officer.get(list + path)
      assert.equal(response.status, 200, path)
      assert.deepEqual(markup(await response.text()), [], path)
    }
    for (const path of ['', '/zoeken', `/zoeken?q=${encodeURIComponent(name)}`, '/zoeken?q=script']) assert.deepEqual(markup(await page(`/${house.slug}${path}`)), [], path)
    assert.ok((await page(`/${house.slug}/zoeken?q=script`)).includes(escaped(name)))
    const found = await (await officer.get(`/${house.slug}/zoeken.json?q=script`)).json() as { results: { words: string }[] }
    assert.ok(found.results.some(({ words }) => words === name), 'JSON carries the text itself')
  })

  test('comes back escaped on the form and when two versions are compared', async () => {
    await takeStep(officer, house, id, 'propose')
    const form = await page(`${list}/${id}/wijzigen`)
    assert.deepEqual(markup(form), [])
    for (const [path, text] of texts) assert.ok(form.includes(escaped(text)), path)
    const revision = /name="revision" value="(\d+)"/.exec(form)![1]!
    const saved = await officer.post(`${list}/${id}/wijzigen`, activityForm(house, { ...Object.fromEntries(revised), revision }))
    assert.equal(saved.status, 303, await plainText(saved))
    for (const path of [`/${id}/vergelijken?van=nu&naar=voorstel`, `/${id}?weergave=voorstel`, `/${id}/geschiedenis`, `/${id}/vergelijken?van=${encodeURIComponent(name)}&naar=1`]) {
      const html = await page(list + path)
      assert.deepEqual(markup(html), [], path)
    }
    assert.ok((await page(`${list}/${id}/vergelijken?van=nu&naar=voorstel`)).includes(escaped(revised.get('description')!)))
  })

  test('comes back escaped on the public pages', async () => {
    const { app } = await product()
    for (const path of ['', `?q=${encodeURIComponent(name)}`, `/${id}`, `/${id}/versies/1`]) {
      const response = await app.request(`http://waarborg.test/openbaar/${house.slug}/verwerkingen${path}`)
      assert.equal(response.status, 200, path)
      const html = await response.text()
      assert.deepEqual(markup(html), [], path)
      if (!path.startsWith('?')) assert.ok(html.includes(escaped(name)), path)
    }
  })

  test('goes into a file as text: formulas can’t run, and the texts are whole', async () => {
    const csv = await page(`${list}/export/bestand?formaat=csv`)
    const rows = parseCsv(csv, { bom: true, delimiter: csv.includes(';') ? ';' : ',', relax_column_count: true }) as string[][]
    const cells = rows.flat()
    for (const path of ['name', 'number', 'description', 'task', 'public_summary', 'further_use']) assert.ok(cells.includes(guarded(texts.get(path)!)), path)
    assert.deepEqual(cells.filter((cell) => /^[=@+]/.test(cell)), [])
  })

  test('the tables are all still there', async () => {
    const people = await house.scoped((scope) => scope.tx.selectFrom('person').select('name').where('organisation_id', '=', scope.organisation.id).execute())
    assert.ok(people.length >= 3)
  })
})

describe('text that no database or page can hold', () => {
  before(ready)
  test('NUL bytes, lone surrogates and other control characters are left out; the rest is kept', async () => {
    const body = new URLSearchParams(activityForm(house, {}) as Record<string, string>)
    body.delete('subject_categories')
    body.delete('data_categories')
    const raw = `${body.toString().replace(/name=[^&]*/, 'name=Nul%00len%01+en%ED%A0%80+h%C3%A9lft%F0%9F%98%80')}`
    const response = await requestAs(officer, `${list}/nieuw`, { method: 'POST', body: raw, headers: urlencoded })
    assert.equal(response.status, 303, await plainText(response))
    const shown = await page(response.headers.get('location')!)
    assert.match(shown, /Nullen en\uFFFD+ hélft😀/)
  })

  test('a NUL byte or a broken body to any form or address is no fault of ours', async () => {
    const nul = 'a%00b'
    const every = ['name', 'email', 'password', 'verder', 'code', 'note', 'body', 'reason', 'outcome', 'field', 'department', 'departmentId', 'parent', 'functionName', 'bodyName', 'participantName', 'participantKind',
      'participantContact', 'address', 'phone', 'dpoContact', 'website', 'role', 'validFrom', 'network', 'networkNote', 'issuer', 'clientId', 'label', 'key', 'revision', 'kept', 'purpose'].map((name) => `${name}=${nul}`).join('&')
    const { app } = await product()
    const id = await saveActivity(officer, house, activityForm(house, { name: 'Nul in een stap' }))
    const run = newId()
    await house.scoped(({ tx, organisation, now }) => tx.insertInto('import_run').values({
      organisation_id: organisation.id, id: run, register: 'processing-activities', status: 'mapping', file_name: 'x.csv', file_digest: Buffer.from('x'), created_by: officer.personId, created_at: now,
    }).execute())
    const paths = [...new Set(app.routes.filter(({ method, path }) => method === 'POST' && !path.includes('*') && !/uitloggen|sessies|wachtwoord/.test(path)).map(({ path }) => path))]
    for (const path of paths) {
      const address = path.replace(':slug', house.slug).replace('/import/:id', `/import/${run}`).replace('verwerkingen/:id', `verwerkingen/${id}`).replace(':verb', 'remark').replace(':catalogue', 'purpose').replace(/:\w+/g, () => newId())
      for (const [type, body] of [['application/json', '{}'], ['multipart/form-data; boundary=x', 'rubbish'], [urlencoded['content-type'], every]] as const) {
        const response = await requestAs(officer, address, { method: 'POST', body, headers: { 'content-type': type } })
        assert.ok(response.status < 500, `${type} to ${address}: ${response.status} ${await plainText(response)}`)
      }
    }
    for (const address of [`${list}?q=${nul}&bevinding=${nul}&grondslag=${nul}&na=${nul}&afdeling=${nul}`, `/${house.slug}/zoeken?q=${nul}`, `/openbaar/${house.slug}/verwerkingen?q=${nul}`, `/openbaar/${nul}/verwerkingen`, `/${nul}/verwerkingen`,
      `/${house.slug}/verwerkingen/${nul}`, `${list}/nieuw?bewaard=${nul}`, `/inloggen?verder=${nul}`, `/assets/${nul}`]) {
      const response = await requestAs(officer, address)
      assert.ok(response.status < 500, `${address}: ${response.status}`)
    }
  })
})

describe('too much', () => {
  before(ready)
  test('a body of more than a megabyte is refused with a page in Dutch', async () => {
    const response = await officer.post(`${list}/nieuw`, activityForm(house, { name: 'Groot', description: 'x'.repeat(1024 * 1024) }))
    assert.equal(response.status, 413)
    assert.match(await response.text(), /te groot om te versturen: hoogstens 1 MB/)
  })

  test('without a length in the header it is refused too', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(64 * 1024))
    let left = 40
    const body = new ReadableStream({ pull(controller) { if (left-- > 0) controller.enqueue(chunk); else controller.close() } })
    const response = await requestAs(officer, `${list}/nieuw`, { method: 'POST', body, headers: urlencoded, duplex: 'half' } as RequestInit)
    assert.equal(response.status, 413)
  })

  test('300 rows in one group: said at the field, and all of them come back', async () => {
    const rows = Object.fromEntries(Array.from({ length: 300 }, (_row, index) => [`purposes.${index}.purpose`, `Doel nummer ${index}`]))
    const response = await officer.post(`${list}/nieuw`, activityForm(house, { name: 'Veel doelen', ...rows }))
    assert.equal(response.status, 400)
    const html = await response.text()
    assert.match(html, /Er kunnen hooguit 200 regels in; dit zijn er 300/)
    for (const number of [0, 150, 299]) assert.ok(html.includes(`Doel nummer ${number}<`), String(number))
  })

  test('a text that is too long for its field comes back whole, with how much too long it is', async () => {
    const long = 'Lange naam '.repeat(60).trim()
    const response = await officer.post(`${list}/nieuw`, activityForm(house, { name: long }))
    assert.equal(response.status, 400)
    const html = await response.text()
    assert.match(html, new RegExp(`te lang: ${long.length} tekens, er passen er 200`))
    assert.ok(html.includes(long))
  })

  test('very long addresses, words and cursors are read as far as they mean something', async () => {
    for (const query of [`q=${'woord+'.repeat(20_000)}`, `na=${'A'.repeat(50_000)}`, `status=${'x'.repeat(50_000)}`, `${'status=draft&'.repeat(5_000)}`, `na=${Buffer.from(JSON.stringify(['x'.repeat(30_000), newId()])).toString('base64url')}`,
      `sorteer=findings&na=${Buffer.from(JSON.stringify([1e300, newId()])).toString('base64url')}`, `sorteer=findings&na=${Buffer.from(JSON.stringify(['9999999999', newId()])).toString('base64url')}`,
      `sorteer=updated_at&na=${Buffer.from(JSON.stringify([8.64e15, newId()])).toString('base64url')}`, `sorteer=updated_at&na=${Buffer.from(JSON.stringify([-8.64e15, newId()])).toString('base64url')}`,
      `sorteer=review_due_on&na=${Buffer.from(JSON.stringify(['2026-02-31', newId()])).toString('base64url')}`, `sorteer=name&na=${Buffer.from(JSON.stringify(['a\u0000b', newId()])).toString('base64url')}`,
      `aantal=${'9'.repeat(400)}`, 'pagina=1e308']) {
      const started = performance.now()
      assert.equal((await officer.get(`${list}?${query}`)).status, 200, query.slice(0, 90))
      assert.ok(performance.now() - started < 10_000, `${query.slice(0, 40)}: ${Math.round(performance.now() - started)} ms`)
    }
    assert.equal((await requestAs(undefined, `/openbaar/${house.slug}/verwerkingen?pagina=1e308&q=${'woord+'.repeat(5_000)}`)).status, 200)
  })
})

describe('requests that aren’t well made', () => {
  before(ready)
  test('fields that don’t exist change nothing; columns that don’t exist are named', async () => {
    const response = await officer.post(`${list}/nieuw`, activityForm(house, { name: 'Met onbekend veld', status: 'active', organisation_id: newId(), __proto__: 'x', 'constructor.prototype': 'x', version: '9' }))
    assert.equal(response.status, 303, await plainText(response))
    const id = /verwerkingen\/([0-9a-f-]{36})/.exec(response.headers.get('location')!)![1]!
    const row = await house.scoped((scope) => scope.tx.selectFrom('processing_activity').select(['status', 'version']).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).executeTakeFirstOrThrow())
    assert.deepEqual(row, { status: 'draft', version: 0 })
    const unknown = await officer.post(`${list}/nieuw`, activityForm(house, { 'purposes.0.secret': 'x' }))
    assert.equal(unknown.status, 400)
    assert.match(await unknown.text(), /Dit veld bestaat niet/)
  })

  test('a body of another kind than a form, or a broken one, is the sender’s fault and says so', async () => {
    const before = await entries()
    const broken: readonly (readonly [string, string | undefined, string | undefined])[] = [
      ['JSON', '{"name":"x"}', 'application/json'], ['plain text', 'name=x', 'text/plain'], ['nothing', undefined, undefined], ['no kind', 'name=x', ''],
      ['multipart without boundary', '--x\r\n', 'multipart/form-data'], ['multipart cut off', '--x\r\ncontent-disposition: form-data; name="name"\r\n\r\nhalf', 'multipart/form-data; boundary=x'],
      ['multipart of rubbish', 'rubbish', 'multipart/form-data; boundary=x'], ['XML', '<name>x</name>', 'application/xml'],
    ]
    const id = await saveActivity(officer, house, activityForm(house, { name: 'Blijft zoals het is' }))
    for (const [title, body, type] of broken) {
      for (const path of ['/nieuw', `/${id}/wijzigen`, `/${id}/stap/remark`]) {
        const response = await requestAs(officer, list + path, { method: 'POST', body, headers: type === undefined ? {} : { 'content-type': type } })
        assert.ok(response.status >= 400 && response.status < 500, `${title} to ${path}: ${response.status}`)
      }
    }
    assert.equal(await entries(), before + 1)
  })

  test('signs that aren’t rightly encoded are no fault of ours', async () => {
    for (const path of [`${list}?q=%E0%A4%A`, `${list}?q=%`, `${list}/%E0%A4%A`, `/%ff%fe/verwerkingen`, `/openbaar/%c3%28/verwerkingen`, `/openbaar/${house.slug}/verwerkingen?q=%E0%A4%A`, '/%', `/${house.slug}/zoeken?q=%ff`]) {
      const response = await requestAs(officer, path)
      assert.ok([200, 303, 400, 404].includes(response.status), `${path}: ${response.status}`)
    }
    const response = await requestAs(officer, `${list}/nieuw`, { method: 'POST', body: 'name=%E0%A4%A&department=%zz', headers: urlencoded })
    assert.ok(response.status < 500, String(response.status))
  })

  test('an id that is none is not found', async () => {
    for (const id of ['1', 'x', '..%2f..%2fetc%2fpasswd', `'; drop table person; --`, '00000000-0000-0000-0000-000000000000', newId(), `${newId()}x`]) {
      for (const path of ['', '/wijzigen', '/geschiedenis', '/vergelijken', '/versies/1', '/stap/submit']) {
        assert.equal((await requestAs(officer, `${list}/${encodeURIComponent(decodeURIComponent(id))}${path}`)).status, 404, `${id}${path}`)
      }
      assert.equal((await requestAs(undefined, `/openbaar/${house.slug}/verwerkingen/${encodeURIComponent(id)}`)).status, 404, id)
    }
    const id = await saveActivity(officer, house, activityForm(house, { name: 'Versies' }))
    for (const version of ['0', '-1', '1e3', '99999999999', 'x', '1.5']) assert.equal((await officer.get(`${list}/${id}/versies/${version}`)).status, 404, version)
    for (const verb of ['constructor', '__proto__', 'create', 'import', 'change', 'X']) assert.equal((await officer.get(`${list}/${id}/stap/${verb}`)).status, 404, verb)
  })

  test('other methods than the page knows do nothing', async () => {
    const id = await saveActivity(officer, house, activityForm(house, { name: 'Alleen lezen' }))
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'POST', 'PROPFIND']) {
      const response = await requestAs(officer, `${list}/${id}`, { method })
      assert.ok([404, 405].includes(response.status), `${method}: ${response.status}`)
    }
    assert.equal((await requestAs(officer, `${list}/${id}`, { method: 'HEAD' })).status, 200)
    assert.equal((await officer.get(`${list}/${id}`)).status, 200)
  })

  test('a change that another site’s page asks for is refused', async () => {
    const before = await entries()
    const body = new URLSearchParams({ name: 'Vervalst', department: house.departments.burgerzaken }).toString()
    const foreign: readonly Record<string, string>[] = [
      { origin: 'https://kwaad.example' }, { origin: 'null' }, { origin: 'http://waarborg.test.kwaad.example' }, { origin: 'http://kwaad.waarborg.test' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'none' },
    ]
    for (const headers of foreign) {
      const response = await requestAs(officer, `${list}/nieuw`, { method: 'POST', body, headers: { ...urlencoded, ...headers } })
      assert.equal(response.status, 403, JSON.stringify(headers))
      assert.match(await response.text(), /kwam niet van een pagina van Waarborg zelf/)
    }
    const { app } = await product()
    const silent = await app.request(`http://waarborg.test${list}/nieuw`, { method: 'POST', body, headers: { ...urlencoded, cookie: [...officer.cookies].map((pair) => pair.join('=')).join('; ') } })
    assert.equal(silent.status, 403, 'a form without any word of where it comes from')
    assert.equal(await entries(), before)
  })
})

describe('a session that ends in mid-form', () => {
  before(ready)
  async function ended(person: Person): Promise<void> {
    const { database } = await product()
    await database.updateTable('session').set({ ended_at: new Date() }).where('account_id', '=', person.accountId).execute()
  }

  test('sign-in comes first, then everything typed stands there again, rows and checkboxes too, and can be saved', async () => {
    const person = await house.person('Sanne Sessie', 'privacy_officer')
    await person.get(`${list}/nieuw`)
    const typed = activityForm(house, {
      name: 'Getypt voor de sessie eindigde', description: 'Een lang verhaal. '.repeat(200).trim(), 'purposes.1.purpose': 'Tweede doel', 'purposes.1.kind': 'sub', 'purposes.2.purpose': '<b>Derde</b> doel',
      subject_categories: ['', 'residents', 'employees'], camera: 'yes', is_published: 'no', pre_dpia_on: '31-02-2026',
    })
    await ended(person)
    const sent = await person.post(`${list}/nieuw`, typed)
    assert.equal(sent.status, 303)
    const door = sent.headers.get('location')!
    assert.match(door, new RegExp(`^/${house.slug}/inloggen\\?verder=`))
    const doorPage = await page(door, person)
    assert.match(doorPage, /Wat u had ingevuld is bewaard/)
    const onward = new URL(door, 'http://waarborg.test').searchParams.get('verder')!
    const back = await person.post(`/${house.slug}/inloggen`, { email: person.email, password: goodPassword, verder: onward })
    assert.equal(back.status, 303)
    const form = await page(back.headers.get('location')!, person)
    assert.match(form, /Wat u typte is bewaard/)
    for (const words of ['value="Getypt voor de sessie eindigde"', 'Een lang verhaal. Een lang verhaal.', 'Tweede doel', '&lt;b&gt;Derde&lt;/b&gt; doel', 'value="31-02-2026"']) assert.ok(form.includes(words), words)
    for (const [name, value] of [['subject_categories', 'residents'], ['subject_categories', 'employees'], ['data_categories', 'contact'], ['camera', 'yes'], ['is_published', 'no']]) {
      assert.ok([...form.matchAll(/<input[^>]*>/g)].some(([input]) => input.includes(`name="${name}"`) && input.includes(`value="${value}"`) && /\schecked/.test(input)), `${name} = ${value}`)
    }
    assert.match(form, /<option value="sub" selected/)

    const kept = /name="kept" value="([^"]+)"/.exec(form)![1]!
    const saved = await person.post(`${list}/nieuw`, { ...typed, pre_dpia_on: '28-02-2026', kept })
    assert.equal(saved.status, 303, await plainText(saved))
    const shown = await page(saved.headers.get('location')!, person)
    for (const words of ['Getypt voor de sessie eindigde', 'Tweede doel', '&lt;b&gt;Derde&lt;/b&gt; doel']) assert.ok(shown.includes(words), words)
    const { database } = await product()
    assert.deepEqual(await database.selectFrom('kept_form').select('id').where('account_id', '=', person.accountId).execute(), [], 'once saved it is kept no longer')
  })

  test('what was typed shows to nobody else', async () => {
    const person = await house.person('Sanne Tweede', 'privacy_officer')
    await ended(person)
    const door = (await person.post(`${list}/nieuw`, activityForm(house, { name: 'Alleen voor Sanne' }))).headers.get('location')!
    const onward = new URL(door, 'http://waarborg.test').searchParams.get('verder')!
    assert.doesNotMatch(await page(onward), /Alleen voor Sanne/)
  })

  test('a step that was sent too late comes back as well', async () => {
    const id = await saveActivity(officer, house, activityForm(house, { name: 'Opmerking in de lucht' }))
    const person = await house.person('Sanne Derde', 'privacy_officer')
    await person.get(`${list}/${id}/stap/remark`)
    await ended(person)
    const door = (await person.post(`${list}/${id}/stap/remark`, { body: 'Deze opmerking mag niet weg.' })).headers.get('location')!
    const onward = new URL(door, 'http://waarborg.test').searchParams.get('verder')!
    const back = await person.post(`/${house.slug}/inloggen`, { email: person.email, password: goodPassword, verder: onward })
    assert.match(await page(back.headers.get('location')!, person), /Deze opmerking mag niet weg\./)
  })

  test('an answer to a remark comes back too, also one that is too long', async () => {
    const id = await saveActivity(officer, house, activityForm(house, { name: 'Antwoord in de lucht' }))
    await takeStep(dpo, house, id, 'remark', { body: 'Waarom?' })
    const person = await house.person('Sanne Vierde', 'privacy_officer')
    const remark = /id="opmerking-([0-9a-f-]{36})"/.exec(await page(`${list}/${id}`, person))![1]!
    const address = `${list}/${id}/opmerkingen/${remark}`
    const long = await person.post(address, { [`answer-${remark}`]: `Begin ${'x'.repeat(10_001)}` })
    assert.equal(long.status, 400)
    assert.match(await long.text(), />Begin xxx/)
    await ended(person)
    const door = (await person.post(address, { [`answer-${remark}`]: 'Dit antwoord mag niet weg.' })).headers.get('location')!
    const onward = new URL(door, 'http://waarborg.test').searchParams.get('verder')!
    const back = await person.post(`/${house.slug}/inloggen`, { email: person.email, password: goodPassword, verder: onward })
    assert.match(await page(back.headers.get('location')!, person), />Dit antwoord mag niet weg\./)
  })
})

describe('a database that goes away and comes back', () => {
  before(ready)
  const folder = temporaryFolder()
  after(() => rmSync(folder, { recursive: true, force: true }))

  test('says so in Dutch with 503, and works again without a restart', { timeout: 330_000 }, async () => {
    const place = { dataFolder: join(folder, 'data'), keysFolder: join(folder, 'keys'), databaseUrl: undefined, databaseAppUrl: undefined }
    let running = await startDatabase(place, { settings: fastSettings, mayExit: true })
    // The server comes back on another port; the product keeps the address it has.
    let port: number | undefined = Number(new URL(running.appUrl).port)
    const open = new Set<Socket>()
    const gate = createServer((socket) => {
      if (port === undefined) return void socket.destroy()
      const onward = connectTo(port, '127.0.0.1')
      for (const [one, other] of [[socket, onward], [onward, socket]] as const) {
        open.add(one)
        one.on('error', () => other.destroy()).on('close', () => { open.delete(one); other.destroy() }).pipe(other)
      }
    })
    await new Promise<void>((done) => { gate.listen(0, '127.0.0.1', done) })
    const address = new URL(running.appUrl)
    address.port = String((gate.address() as AddressInfo).port)
    const database = openDatabase(address.href, { connections: 3, mayExit: true })
    try {
      await migrate(running)
      const { deps, masterKey } = await product()
      const app = makeApp({ ...deps, database })
      const made = await createOrganisation(database, masterKey, { name: 'Gemeente Weg', slug: 'gemeente-weg', kind: 'municipality', secondFactorRequired: false }, async (scope) => {
        const accountId = await createAccount(scope.tx, new Date(), { email: 'weg@voorbeeld.example', passwordHash: await hashPassword(goodPassword) })
        return addPerson(scope, { name: 'Wil Weg', email: 'weg@voorbeeld.example', accountId, roles: [{ role: 'privacy_officer' }] })
      })
      assert.ok(made)
      const visitor = browser(app, { ip: '192.0.2.77' })
      assert.equal((await visitor.post('/inloggen', { email: 'weg@voorbeeld.example', password: goodPassword })).status, 303)
      assert.equal((await visitor.get('/gemeente-weg/verwerkingen')).status, 200)

      port = undefined
      await running.stop()
      for (const ask of [() => visitor.get('/gemeente-weg/verwerkingen'), () => visitor.post('/gemeente-weg/verwerkingen/nieuw', { name: 'In het niets' }), () => visitor.get('/openbaar/gemeente-weg/verwerkingen'), () => visitor.get('/inloggen')]) {
        const response = await ask()
        assert.equal(response.status, 503)
        assert.equal(response.headers.get('retry-after'), '5')
        const html = await response.text()
        assert.match(html, /De database is even niet bereikbaar/)
        assert.match(html, /<html lang="nl"/)
        assert.doesNotMatch(html, /ECONN|postgres|at file:/i)
      }
      assert.equal((await visitor.get('/health/live')).status, 200, 'the process itself is well')

      running = await startDatabase(place, { settings: fastSettings, mayExit: true })
      port = Number(new URL(running.appUrl).port)
      assert.equal((await visitor.get('/gemeente-weg/verwerkingen')).status, 200)
      assert.equal((await visitor.post('/gemeente-weg/verwerkingen/nieuw', { name: 'Weer terug' })).status, 303)
      assert.doesNotMatch(await (await visitor.get('/gemeente-weg/verwerkingen')).text(), /In het niets/)
    } finally {
      await database.destroy()
      for (const socket of open) socket.destroy()
      await new Promise((done) => { gate.close(done) })
      await running.stop()
    }
  })
})

test('what was typed on a management page when the session ended is shown to its owner after signing in, without secrets', async () => {
  const house = await tenant()
  const officer = await house.person('Ada Beheer', 'administrator')
  const { database } = await product()
  await database.updateTable('session').set({ ended_at: new Date() }).where('account_id', '=', officer.accountId).execute()
  await officer.get(`/${house.slug}/beheer/personen/nieuw`)
  const late = await officer.post(`/${house.slug}/beheer/personen/nieuw`, { name: 'Nieuwe Collega', email: 'collega@voorbeeld.example', role: 'employee', password: 'geheim-woord' })
  assert.equal(late.status, 303)
  const onward = new URL(late.headers.get('location')!, 'http://waarborg.test').searchParams.get('verder')!
  const back = await officer.post('/inloggen', { email: officer.email, password: goodPassword, verder: onward })
  const landed = await (await officer.get(back.headers.get('location')!)).text()
  const link = /href="(\/account\/bewaard\?bewaard=[^"]+)"/.exec(landed)?.[1]
  assert.ok(link, 'the page leads to what was typed')
  const shown = await (await officer.get(link)).text()
  assert.match(shown, /Nieuwe Collega/)
  assert.match(shown, /collega@voorbeeld\.example/)
  assert.doesNotMatch(shown, /geheim-woord/)
  const other = await house.person('Iemand Anders', 'administrator')
  assert.doesNotMatch(await (await other.get(link)).text(), /Nieuwe Collega/)
})

test('an upload by somebody who isn’t signed in is read no further than an ordinary form', async () => {
  const { app } = await product()
  const house = await tenant()
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({ pull: (controller) => {
    sent += 65_536
    if (sent > 50_000_000) controller.close()
    else controller.enqueue(new Uint8Array(65_536))
  } })
  const request = new Request(`http://waarborg.test/${house.slug}/verwerkingen/import`, { method: 'POST', body: endless, duplex: 'half', headers: { origin: 'http://waarborg.test', 'content-type': 'multipart/form-data; boundary=x' } } as RequestInit)
  const answer = await app.fetch(request, { incoming: { socket: { remoteAddress: '192.0.2.7' } } })
  assert.equal(answer.status, 303)
  assert.ok(sent < 3_000_000, `${sent} bytes were read`)
})
