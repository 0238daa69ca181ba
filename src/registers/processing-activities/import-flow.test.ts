import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { importer, type Importer } from '../../../test/support/import-flow.ts'
import { unfriendlyRegister } from '../../../test/support/unfriendly-register.ts'
import { zipBomb } from '../../../test/support/workbooks.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { readHistory } from '../../register-kit/history.ts'
import { loadEntries } from '../../register-kit/store.ts'
import { nameOf } from '../../register-kit/exchange-flow/import-values-page.tsx'
import { writeImport } from '../../register-kit/exchange-flow/import-write.ts'
import { createEntry, perform } from '../../register-kit/perform.ts'
import { bookOf } from '../../register-kit/exchange-flow/importing.ts'
import { type ActivityInput, fields, registerKey } from './declaration.ts'
import { processingActivities } from './register.ts'

const csv = (...rows: string[][]) => rows.map((row) => row.map((cell) => /[;"\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell).join(';')).join('\r\n')

/** All entries of the organisation by name. */
async function entries(who: Importer) {
  return who.tenant.scoped(async (scope) => {
    const ids = await sql<{ id: string }>`select id from processing_activity where organisation_id = ${scope.organisation.id} order by sort_name`.execute(scope.tx)
    return new Map((await loadEntries(scope.tx, processingActivities, scope.organisation.id, ids.rows.map(({ id }) => id))).map((entry) => [entry.input.name, entry]))
  })
}

async function preview(who: Importer, id: string, filter = 'alles'): Promise<string> {
  return (await (await who.get(`${who.base}/import/${id}?toon=${filter}`)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

test('H-07, M-01: an unfriendly register of 500 rows goes in, and nothing of its text is lost', async () => {
  const who = await importer()
  const file = unfriendlyRegister(500)
  const id = await who.bring('register 2025.xlsx', file.bytes)
  await who.check(id, { faulty: 'note' })
  const run = await who.run(id)
  const refused = await preview(who, id, 'geweigerd')
  const expected = await who.tenant.scoped((scope) => sql<{ number: number; name: string }>`select row_number as number, cells->>2 as name from import_row where organisation_id = ${scope.organisation.id} and import_id = ${id} and outcome = 'refuse' order by 1`.execute(scope.tx))
  // The second of each pair with one number, and the line with totals below the register, which has no name; all else goes in.
  assert.equal(run.refused, file.duplicates.length + expected.rows.filter(({ name }) => name === '').length, refused)
  assert.equal(run.created + run.refused, run.rowCount)
  assert.ok(run.created >= 500 - file.duplicates.length)
  await who.write(id)
  assert.equal((await who.run(id)).status, 'done')
  const held = await entries(who)
  assert.equal(held.size, (await who.run(id)).created)
  const staged = await who.tenant.scoped((scope) => sql<{ entryId: string; cells: string[]; messages: { column: number | null; message: string }[] }>`
    select entry_id as "entryId", cells, messages from import_row where organisation_id = ${scope.organisation.id} and import_id = ${id} and entry_id is not null`.execute(scope.tx))
  const byId = new Map([...held.values()].map((entry) => [entry.system.id, JSON.stringify(entry.input)]))
  for (const { entryId, messages } of staged.rows) {
    for (const { message } of messages) {
      const quoted = /^“([^”]{1,56})” is niet herkend/.exec(message)?.[1]
      if (quoted) assert.ok(byId.get(entryId)!.includes(JSON.stringify(quoted).slice(1, -1)), `${quoted} is gone`)
    }
  }
})

test('a first proposal recognises the headings of published registers, joins two columns for one field and names what it leaves out', async () => {
  const who = await importer()
  const id = await who.bring('openbaar.csv', csv(
    ['Omschrijving', 'Verwerkingsdoeleinden', 'Persoonsgegevens', 'Betrokkenen', 'Ketenpartners', 'Rechtmatige grondslag', 'Grondslag', 'Bewaartermijn', 'Doorgifte buitenland', 'Kleur van de map'],
    ['Leerlingenvervoer', '- Vervoer van leerlingen\n- Betalen van de vervoerder', 'NAW-gegevens, BSN', 'Leerlingen', 'Taxibedrijf Voorbeeld', 'Wettelijke verplichting', 'artikel 4 Wet op het primair onderwijs', '5 jaar na einde vervoer', 'nee', 'blauw'],
  ))
  const html = await (await who.get(`${who.base}/import/${id}/kolommen`)).text()
  assert.match(html, /Niet gekozen: “Kleur van de map”/)
  assert.match(html, /blauw/)
  await who.check(id)
  await who.write(id)
  const { input } = (await entries(who)).get('Leerlingenvervoer')!
  assert.deepEqual(input.purposes.map(({ purpose }) => purpose), ['Vervoer van leerlingen', 'Betalen van de vervoerder'])
  assert.deepEqual(input.legal_bases, [{ basis: 'legal-obligation', law: 'wpo', article: 'artikel 4 Wet op het primair onderwijs', explanation: 'Wettelijke verplichting\nartikel 4 Wet op het primair onderwijs' }])
  assert.deepEqual(input.transfers, [])
  assert.equal(input.retention_rules[0]!.term, 'P5Y')
  assert.equal(input.retention_rules[0]!.starts_at, 'einde vervoer')
  assert.equal(input.recipients[0]!.name, 'Taxibedrijf Voorbeeld')
})

test('texts that are not surely a value are asked once, remembered, and the next file knows them', async () => {
  const who = await importer()
  const rows = [['Naam', 'Afdeling', 'Persoonsgegevens', 'Beveiligingsmaatregelen'], ['Een', 'Sociale Zaken', 'NAW-gegevens; schoenmaat', 'slotgracht'], ['Twee', 'Sociale Zaken', 'schoenmaat', 'slotgracht'], ['Drie', 'Burgerzaken', 'haarkleur', '']]
  const id = await who.bring('a.csv', csv(...rows))
  await who.check(id)
  assert.match(await preview(who, id), /4 teksten zijn niet zeker herkend/)
  const page = await (await who.get(`${who.base}/import/${id}/waarden`)).text()
  const name = (catalogue: string, letters: string) => nameOf({ catalogue, letters })
  assert.equal(page.split(`name="${name('data-category', 'schoenmaat')}"`).length, 2)
  const answer = await who.post(`${who.base}/import/${id}/waarden`, {
    [name('data-category', 'schoenmaat')]: 'new', [name('data-category', 'haarkleur')]: 'leave-out', [name('measure', 'slotgracht')]: 'note', [name('reference:department', 'sociale zaken')]: 'new', _action: 'save',
  })
  assert.equal(answer.status, 303)
  await who.work(id)
  assert.doesNotMatch(await preview(who, id), /niet zeker herkend/)
  await who.write(id)
  const held = await entries(who)
  const departments = await who.tenant.scoped((scope) => scope.tx.selectFrom('department').select(['id', 'name']).execute())
  assert.equal(departments.find(({ id: departmentId }) => departmentId === held.get('Een')!.input.department)?.name, 'Sociale Zaken')
  assert.deepEqual(held.get('Twee')!.input.data_categories, ['own-schoenmaat'])
  assert.equal(held.get('Een')!.input.data_categories.length, 2)
  assert.equal(held.get('Een')!.input.measures_note, 'Beveiligingsmaatregelen: slotgracht')
  assert.deepEqual([held.get('Drie')!.input.data_categories, held.get('Drie')!.input.data_note], [[], null])

  const again = await who.bring('b.csv', csv(...rows))
  await who.check(again)
  assert.deepEqual([(await who.run(again)).unchanged, (await who.run(again)).created], [3, 0])
})

test('N-04: what nobody decides stands in the note, and says so', async () => {
  const who = await importer()
  const id = await who.bring('a.csv', csv(['Naam', 'Betrokkenen', 'Rechtmatige grondslag'], ['Een', 'marsmannetjes', 'omdat het altijd zo ging']))
  await who.check(id)
  assert.match(await preview(who, id, 'meldingen'), /Rij 2, kolom B \(“Betrokkenen”\): “marsmannetjes” is niet herkend en staat in de toelichting/)
  await who.write(id)
  const { input } = (await entries(who)).get('Een')!
  assert.equal(input.data_note, 'Betrokkenen: marsmannetjes')
  assert.deepEqual(input.legal_bases, [{ basis: null, law: null, article: null, explanation: 'omdat het altijd zo ging' }])
})

test('repeat import on the chosen key changes drafts, leaves equal rows alone and shows before and after', async () => {
  const who = await importer()
  const first = await who.bring('a.csv', csv(['Nummer', 'Naam', 'Omschrijving verwerking'], ['V1', 'Een', 'oud'], ['V2', 'Twee', 'gelijk']))
  await who.check(first)
  await who.write(first)
  const id = await who.bring('b.csv', csv(['Nummer', 'Naam', 'Omschrijving verwerking'], ['V1', 'Een', 'nieuw'], ['V2', 'Twee', ''], ['V3', 'Drie', 'erbij']))
  await who.check(id)
  const run = await who.run(id)
  assert.deepEqual([run.created, run.updated, run.unchanged, run.refused], [1, 1, 1, 0])
  const shown = await (await who.get(`${who.base}/import/${id}?toon=gewijzigd`)).text()
  assert.match(shown, /<del>oud<\/del> <ins>nieuw<\/ins>/)
  assert.equal((await entries(who)).get('Een')!.input.description, 'oud', 'nothing is written before it is confirmed')
  await who.write(id)
  const held = await entries(who)
  assert.deepEqual([held.get('Een')!.input.description, held.get('Twee')!.input.description, held.size], ['nieuw', 'gelijk', 3])
  const history = await who.tenant.scoped((scope) => readHistory(scope, registerKey, held.get('Een')!.system.id))
  assert.deepEqual(history.map(({ verb, personId }) => [verb, personId]), [['import', who.personId], ['import', who.personId]])
  assert.deepEqual(history[0]!.changes, [{ field: 'description', before: 'oud', after: 'nieuw' }])
})

test('N-32: existing entries come in as active with version 1; what somebody touched since is never changed without them', async () => {
  const who = await importer()
  const file = (description: string) => csv(['Nummer', 'Naam', 'Omschrijving verwerking', 'Uitkomst pre-DPIA', 'Datum pre-DPIA'], ['V1', 'Onaangeraakt', description, 'niet nodig', '15-01-2026'], ['V2', 'Nagekeken', description, 'niet nodig', '15-01-2026'])
  const first = await who.bring('a.csv', file('oud'))
  await who.check(first, { status: 'active' })
  await who.write(first)
  const before = await entries(who)
  const one = before.get('Onaangeraakt')!
  assert.deepEqual([one.system.status, one.system.version, one.system.imported_by], ['active', 1, first])
  assert.ok(one.system.review_due_on)
  const found = await who.tenant.scoped((scope) => scope.tx.selectFrom('finding').select('rule').where('entry_id', '=', one.system.id).execute())
  assert.ok(found.some(({ rule }) => rule === 'imported-as-active'), `untested, it says so, among ${found.map(({ rule }) => rule).join(', ')}`)
  await who.post(`${who.base}/${before.get('Nagekeken')!.system.id}/stap/review`, { _action: 'review' })

  const id = await who.bring('b.csv', file('nieuw'))
  await who.check(id, { status: 'active' })
  await who.write(id)
  const held = await entries(who)
  assert.deepEqual([held.get('Onaangeraakt')!.input.description, held.get('Onaangeraakt')!.system.version], ['nieuw', 2])
  assert.deepEqual([held.get('Nagekeken')!.input.description, held.get('Nagekeken')!.system.version], ['oud', 1])
  const proposal = await who.tenant.scoped((scope) => scope.tx.selectFrom('entry_proposal').select(['status', 'input']).where('entry_id', '=', held.get('Nagekeken')!.system.id).executeTakeFirstOrThrow())
  assert.equal((proposal.input as ActivityInput).description, 'nieuw')

  await who.undo(id)
  const back = await entries(who)
  assert.deepEqual([back.get('Onaangeraakt')!.input.description, back.get('Onaangeraakt')!.system.version], ['oud', 3])
  assert.equal((await who.tenant.scoped((scope) => scope.tx.selectFrom('entry_proposal').select('status').execute())).length, 0)
})

test('two rows with one key: the second is refused and both are named; the rest goes in, and the refused rows can be fetched', async () => {
  const who = await importer()
  const id = await who.bring('a.csv', csv(['Nummer', 'Naam', 'Datum DPIA'], ['V1', 'Een', '31-12-2025'], ['V1', 'Dubbel', ''], ['V2', '', ''], ['V3', 'Drie', '31-02-2025'], ['V4', 'Vier', '2025-02-01']))
  await who.check(id)
  const refused = await preview(who, id, 'geweigerd')
  assert.match(refused, /Rij 3, kolom A \(“Nummer”\): Rij 2 en rij 3 zijn hetzelfde \(nummer\)/)
  assert.match(refused, /Rij 4, kolom B \(“Naam”\): “Naam van de verwerking” ontbreekt/)
  assert.match(refused, /Rij 5, kolom C \(“Datum DPIA”\): “31-02-2025” bestaat niet op de kalender/)
  const file = await (await who.get(`${who.base}/import/${id}/geweigerd.csv`)).text()
  assert.equal(file.trim().split('\r\n').length, 4)
  assert.match(file, /31-02-2025/)
  await who.write(id)
  assert.deepEqual([...(await entries(who)).keys()], ['Een', 'Vier'])
})

test('H-09: undo removes what nobody touched, gives changed entries back what they had, leaves what people worked on, and history stays', async () => {
  const who = await importer()
  const first = await who.bring('a.csv', csv(['Nummer', 'Naam', 'Omschrijving verwerking', 'Persoonsgegevens'], ['V1', 'Was er al', 'oud', 'NAW-gegevens']))
  await who.check(first)
  await who.write(first)
  const id = await who.bring('b.csv', csv(['Nummer', 'Naam', 'Omschrijving verwerking', 'Persoonsgegevens'], ['V1', 'Was er al', 'nieuw', 'BSN'], ['V2', 'Vers', '', ''], ['V3', 'Bewerkt', '', '']))
  await who.check(id)
  await who.write(id)
  const edited = (await entries(who)).get('Bewerkt')!
  await who.tenant.scoped((scope) => perform(scope, processingActivities, 'change', edited.system.id, { ...edited.input, description: 'door een mens' }, { revision: edited.system.revision }))
  const ask = await (await who.get(`${who.base}/import/${id}/ongedaan`)).text()
  assert.match(ask, /1 die de import toevoegde, wordt verwijderd/)
  assert.match(ask, /Deze blijven zoals ze zijn[^]*Bewerkt/)
  const fresh = (await entries(who)).get('Vers')!.system.id
  await who.undo(id)
  const held = await entries(who)
  assert.deepEqual([...held.keys()], ['Bewerkt', 'Was er al'])
  assert.deepEqual([held.get('Was er al')!.input.description, held.get('Was er al')!.input.data_categories.length], ['oud', 1])
  assert.equal((await who.run(id)).status, 'undone')
  const events = await who.tenant.scoped((scope) => readHistory(scope, registerKey, fresh))
  assert.deepEqual(events.map(({ verb }) => verb), ['remove', 'import'])
  await who.undo(id)
  assert.equal((await entries(who)).size, 2, 'a second undo does nothing')
})

test('M-09: a fault half-way through writing leaves nothing behind, and the job can run again', async () => {
  const who = await importer()
  const id = await who.bring('a.csv', csv(['Nummer', 'Naam'], ...Array.from({ length: 600 }, (_, index) => [`V${index}`, `Verwerking ${index}`])))
  await who.check(id)
  await who.post(`${who.base}/import/${id}/inlezen`, {})
  const place = { organisation: who.tenant.organisation, actor: { ...who.actor, name: '', assignments: [] } }
  await assert.rejects(writeImport(who.house, place, bookOf(registerKey)!, id, { onBatch: (rows) => { if (rows > 300) throw new Error('the machine stops') } }), /machine stops/)
  assert.equal((await entries(who)).size, 0)
  const left = await who.tenant.scoped((scope) => sql<{ count: number }>`select (select count(*) from history_event where organisation_id = ${scope.organisation.id} and register = ${registerKey}) + (select count(*) from finding where organisation_id = ${scope.organisation.id}) as count`.execute(scope.tx))
  assert.equal(left.rows[0]!.count, 0)
  assert.equal((await who.run(id)).status, 'writing')
  await who.work(id)
  assert.deepEqual([(await who.run(id)).status, (await entries(who)).size], ['done', 600])
  await writeImport(who.house, place, bookOf(registerKey)!, id)
  assert.equal((await entries(who)).size, 600, 'running a finished import again writes nothing')
})

test('an import that is cancelled while it is written leaves nothing', async () => {
  const who = await importer()
  const id = await who.bring('a.csv', csv(['Naam'], ...Array.from({ length: 400 }, (_, index) => [`Verwerking ${index}`])))
  await who.check(id)
  await who.post(`${who.base}/import/${id}/inlezen`, {})
  const place = { organisation: who.tenant.organisation, actor: { ...who.actor, name: '', assignments: [] } }
  let answer: Response | undefined
  await assert.rejects(writeImport(who.house, place, bookOf(registerKey)!, id, { onBatch: async () => { answer ??= await who.post(`${who.base}/import/${id}/annuleren`, {}) } }), /gestopt/)
  assert.equal(answer!.status, 303)
  assert.deepEqual([(await who.run(id)).status, (await entries(who)).size], ['cancelled', 0])
})

test('N-36, M-01: import(export) changes nothing, in CSV and in Excel, and gives the same in an empty organisation', async () => {
  const who = await importer()
  const owner = await who.tenant.person('Olga Eigenaar', { role: 'process_owner', departmentId: who.tenant.departments.burgerzaken })
  await filledRegister(who, owner.personId)
  for (const format of ['csv', 'xlsx']) {
    const file = Buffer.from(await (await who.get(`${who.base}/export/bestand?formaat=${format}`)).arrayBuffer())
    const id = await who.bring(`terug.${format}`, file)
    const columns = (await who.run(id)).choices.columns as (string | null)[]
    assert.deepEqual(columns.slice(0, Object.keys(fields).length), Object.keys(fields), 'every column is recognised as its own field')
    assert.ok(columns.slice(Object.keys(fields).length).every((column) => column === null))
    await who.check(id, { emptyCells: 'clear' })
    const run = await who.run(id)
    assert.deepEqual([run.unchanged, run.created, run.updated, run.refused], [3, 0, 0, 0], `${format}: ${await preview(who, id)}`)

    const other = await importer()
    await other.tenant.person('Olga Eigenaar', 'employee')
    const there = await other.bring(`elders.${format}`, file)
    await other.check(there)
    await other.write(there)
    assert.deepEqual((await other.run(there)).created, 3)
    const [mine, theirs] = [await named(who), await named(other)]
    assert.deepEqual(theirs, mine)
  }
})

/** Inputs with the names of what they point at, so that two organisations can be compared. */
async function named(who: Importer): Promise<Record<string, unknown>> {
  const names = await who.tenant.scoped(async (scope) => new Map((await sql<{ id: string; name: string }>`select id, name from department where organisation_id = ${scope.organisation.id} union all select id, name from person where organisation_id = ${scope.organisation.id} union all select id, name from governing_body where organisation_id = ${scope.organisation.id}`.execute(scope.tx)).rows.map(({ id, name }) => [id, name])))
  return Object.fromEntries([...(await entries(who))].map(([name, { input }]) => [name, JSON.parse(JSON.stringify(input), (_key, value: unknown) => typeof value === 'string' ? names.get(value) ?? value : value) as unknown]))
}

/** Three entries that together fill every field, with text that spreadsheets get wrong. */
async function filledRegister(who: Importer, ownerId: string): Promise<void> {
  const nasty = ['=HYPERLINK("http://x.example";"klik")', "'=1+1", '-5 | plus; puntkomma\\ en\nnieuwe regel', '<script>alert(1)</script>\'); drop table person;--', '+31 20 \t tab', '@SOM(A1)', '007', '1e5', '31-12-2025', 'n.v.t.', '-', ' • bolletje', '_x0007_', 'Één “ëxotisch” teken 🙂']
  await who.tenant.scoped(async (scope) => {
    const { loadLookups } = await import('../../register-kit/lookups.ts')
    const { parseInput } = await import('../../register-kit/parse.ts')
    const lookups = await loadLookups(scope, fields)
    let at = 0
    const text = () => nasty[at++ % nasty.length]!
    const firstOf = (catalogue: string, count: number) => [...lookups.terms.get(catalogue)!.keys()].slice(at % 3, at % 3 + count)
    for (const round of [0, 1, 2]) {
      const cell = (field: { type: string; catalogue?: string; to?: string; choices?: readonly { key: string }[] }): unknown => {
        switch (field.type) {
          case 'text': return text().replace(/\s+/g, ' ').trim()
          case 'longText': return text()
          case 'yesNo': return at++ % 2 === 0
          case 'date': return '2024-02-29'
          case 'duration': return ['P5Y', 'P18M', 'P1Y6M', 'PT72H', 'P30D'][at++ % 5]
          case 'choice': return field.choices![at++ % field.choices!.length]!.key
          case 'term': return firstOf(field.catalogue!, 1)[0]
          case 'reference': return field.to === 'person' ? ownerId : [...lookups.references[field.to as 'department'].keys()][0] ?? null
          default: throw new Error(field.type)
        }
      }
      const raw = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key,
        key === 'name' ? `Verwerking ${round} ${nasty[round]!.slice(0, 100)}` : key === 'number' ? `0${round}` : field.type === 'terms' ? firstOf(field.catalogue, 3)
          : field.type === 'rows' ? [0, 1].map(() => Object.fromEntries(Object.entries(field.columns).map(([name, column]) => [name, round === 2 && at++ % 2 === 0 ? null : cell(column)]))) : round === 2 && at++ % 3 === 0 ? null : cell(field)]))
      const { input, faults } = parseInput(fields, { ...raw, regime: 'gdpr' }, lookups)
      assert.deepEqual(faults, [])
      await createEntry(scope, processingActivities, { ...emptyInput(fields), ...input })
    }
  })
}

test('N-03: an owner exports only the own department, and the export leaves access records', async () => {
  const officer = await importer()
  const { departments } = officer.tenant
  const id = await officer.bring('a.csv', csv(['Naam', 'Afdeling', 'Eigenaar'], ['Van ons', 'Burgerzaken', 'Olga Baas'], ['Van hen', 'Belastingen', '']))
  const owner = await importer({ house: officer.tenant, name: 'Olga Baas', roles: [{ role: 'process_owner', departmentId: departments.burgerzaken }] })
  await officer.check(id)
  await officer.write(id)
  assert.match(await (await owner.get(`${owner.base}/export`)).text(), /alles wat u mag zien: 1 verwerking\b/)
  const file = await (await owner.get(`${owner.base}/export/bestand?formaat=csv`)).text()
  assert.match(file, /Van ons/)
  assert.doesNotMatch(file, /Van hen/)
  assert.doesNotMatch(await (await officer.get(`${officer.base}/export/bestand?formaat=csv&afdeling=${departments.belastingen}`)).text(), /Van ons/)
  const records = await officer.tenant.scoped((scope) => scope.tx.selectFrom('access_record').select('name').where('name', '=', 'Geëxporteerd: Verwerkingen').where('subject_id', 'is not', null).execute())
  assert.equal(records.length, 1)
})

test('only the privacy officer imports, and another organisation’s import isn’t there', async () => {
  const who = await importer()
  const owner = await importer({ house: who.tenant, name: 'Olga Baas', roles: [{ role: 'process_owner', departmentId: who.tenant.departments.burgerzaken }] })
  assert.equal((await owner.get(`${owner.base}/import`)).status, 403)
  assert.equal((await owner.upload('a.csv', 'Naam\nEen')).status, 403)
  const id = await who.bring('a.csv', 'Naam;Nummer\nEen;1')
  assert.equal((await owner.get(`${owner.base}/import/${id}/kolommen`)).status, 403)
  const stranger = await importer()
  for (const path of ['', '/kolommen', '/voortgang.json', '/waarden', '/geweigerd.csv', '/ongedaan']) assert.equal((await stranger.get(`${stranger.base}/import/${id}${path}`)).status, 404, path)
  for (const path of ['/kolommen', '/inlezen', '/annuleren', '/ongedaan', '/blad', '/waarden', '/opnieuw']) assert.equal((await stranger.post(`${stranger.base}/import/${id}${path}`, {})).status, 404, path)
  assert.doesNotMatch(await (await stranger.get(`${stranger.base}/import`)).text(), /a\.csv/)
})

test('files that are no register are refused on the import page with what to do, and nothing is left', async () => {
  const who = await importer({ maxUploadBytes: 2 * 1024 * 1024 })
  const bad: [string, Buffer | string, RegExp, number?][] = [
    ['leeg.csv', '', /leeg/i],
    ['koppen.csv', 'Naam;Nummer;Doel\r\n', /geen rijen/],
    ['brief.pdf', '%PDF-1.7\nxyz', /PDF/],
    ['groot.csv', Buffer.alloc(3 * 1024 * 1024, 'a;b\n'), /groter dan 2 MB/, 413],
    ['bom.xlsx', await zipBomb(400), /uitgepakt|te groot|groter/i, 0],
    ['rommel.xlsx', Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(5000)]), /./],
    ['plaatje.csv', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), randomBytes(500)]), /./],
  ]
  for (const [name, content, words, status] of bad) {
    const response = await who.upload(name, content)
    if (status !== 0) assert.equal(response.status, status ?? 400, name)
    else assert.ok(response.status === 400 || response.status === 413, name)
    const html = await response.text()
    const summary = /wb-error-summary[^]*?<\/ul>/.exec(html)?.[0] ?? ''
    assert.match(summary, words, name)
    assert.match(html, /Nog niets geïmporteerd/, name)
  }
  assert.equal((await who.upload('a.csv', csv(['Naam', 'Nummer'], ['Café Eén', '1']))).status, 303)
})

test('Windows-1252, tabs and commas are read; a huge cell, formulas, SQL and HTML do no harm', async () => {
  const who = await importer()
  const latin = Buffer.from('Naam\tOmschrijving verwerking\r\nCaf\xe9 \x80\tre\xebel\r\n', 'latin1')
  const one = await who.bring('latin.csv', latin)
  await who.check(one)
  await who.write(one)
  assert.equal((await entries(who)).get('Café €')!.input.description, 'reëel')
  const nasty = `'); drop table processing_activity; -- <img src=x onerror=alert(1)>`
  const two = await who.bring('nasty.csv', csv(['Naam', 'Omschrijving verwerking'], [nasty, '=1+1'], ['Groot', 'x'.repeat(2_000_000)]))
  await who.check(two)
  const html = await (await who.get(`${who.base}/import/${two}`)).text()
  assert.ok(!html.includes('<img src=x'))
  assert.match(html, /bevat 2\.000\.000 tekens/)
  await who.write(two)
  const held = await entries(who)
  assert.equal(held.get(nasty)!.input.description, '=1+1')
  assert.equal(held.has('Groot'), false)
})

test('a wrong mapping loses no upload; a saved one is used for the next file with the same headings; another sheet can be chosen', async () => {
  const who = await importer()
  const id = await who.bring('a.csv', csv(['Kolom een', 'Nummer'], ['Een', '1']))
  const wrong = await who.post(`${who.base}/import/${id}/kolommen`, { 'columns.0': '', 'columns.1': 'number', key: 'number', status: 'draft', emptyCells: 'keep', faulty: 'refuse', 'starts.role': 'controller', 'starts.regime': 'gdpr', 'starts.department': '' })
  assert.equal(wrong.status, 400)
  assert.match(await wrong.text(), /Kies welke kolom “Naam van de verwerking” is/)
  await who.check(id, { 'columns.0': 'name', key: 'number', mappingName: 'Ons register' })
  await who.write(id)
  const next = await who.bring('b.csv', csv(['Kolom een', 'Nummer'], ['Twee', '2']))
  assert.deepEqual((await who.run(next)).choices.columns, ['name', 'number'])
  assert.match(await (await who.get(`${who.base}/import/${next}/kolommen`)).text(), /zoals bewaard onder “Ons register”/)

  const book = await who.bring('register.xlsx', unfriendlyRegister(20).bytes)
  assert.equal((await who.post(`${who.base}/import/${book}/blad`, { sheet: 'Toelichting', headingRow: '' })).status, 303)
  assert.equal((await who.run(book)).sheet, 'Toelichting')
  const none = await who.post(`${who.base}/import/${book}/blad`, { sheet: 'Toelichting', headingRow: '900' })
  assert.equal(none.status, 400)
  assert.equal((await who.post(`${who.base}/import/${book}/blad`, { sheet: 'Register ', headingRow: '' })).status, 303)
  assert.equal((await who.run(book)).rowCount, 21)
})

test('the progress page answers in JSON, an import can be cancelled, and its rows go', async () => {
  const who = await importer()
  const id = await who.bring('a.csv', csv(['Naam', 'Nummer'], ['Een', '1']))
  await who.post(`${who.base}/import/${id}/kolommen`, { 'columns.0': 'name', 'columns.1': 'number', key: 'number', status: 'draft', emptyCells: 'keep', faulty: 'refuse', 'starts.role': 'controller', 'starts.regime': 'gdpr', 'starts.department': '' })
  const answer = await (await who.get(`${who.base}/import/${id}/voortgang.json`)).json() as Record<string, unknown>
  assert.deepEqual(answer, { value: 0, max: 1, words: '0 van 1 rijen', done: false, href: `${who.base}/import/${id}` })
  assert.match(await (await who.get(`${who.base}/import/${id}`)).text(), /http-equiv="refresh"/)
  await who.post(`${who.base}/import/${id}/annuleren`, {})
  await who.work(id)
  assert.equal((await who.run(id)).status, 'cancelled')
  const left = await who.tenant.scoped((scope) => sql<{ count: number }>`select count(*) as count from import_row where organisation_id = ${scope.organisation.id} and import_id = ${id}`.execute(scope.tx))
  assert.equal(left.rows[0]!.count, 0)
})

test('the example file is itself a register that can be imported', async () => {
  const who = await importer()
  const file = Buffer.from(await (await who.get(`${who.base}/import/voorbeeld.csv`)).arrayBuffer())
  const id = await who.bring('voorbeeld.csv', file)
  await who.check(id)
  const run = await who.run(id)
  assert.deepEqual([run.created, run.refused], [1, 0])
  assert.doesNotMatch(await preview(who, id), /niet herkend/)
})
