// Headings, tested: columns as registers in the wild have them, against a list of fields such as a register of processing activities declares.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Certainty, distance, type KnownField, recogniseHeadings } from './recognise-headings.ts'
import { effortOf } from '../../../test/support/effort.ts'

const field = (key: string, nl: string, en: string, ...aliases: string[]): KnownField => ({ key, label: { nl, en }, aliases })
const fields: KnownField[] = [
  field('name', 'Naam van de verwerking', 'Name of the processing activity', 'naam', 'verwerking', 'verwerkingsactiviteit', 'processing activity', 'titel'),
  field('number', 'Nummer', 'Number', 'nr', 'id', 'volgnummer', 'kenmerk'),
  field('description', 'Omschrijving', 'Description', 'beschrijving', 'toelichting'),
  field('task', 'Taak of werkproces', 'Task', 'taak', 'proces', 'taak afdeling'),
  field('department', 'Afdeling', 'Department', 'organisatieonderdeel', 'team'),
  field('controller', 'Verwerkingsverantwoordelijke', 'Controller', 'verantwoordelijke'),
  field('purposes', 'Doelen', 'Purposes', 'verwerkingsdoeleinden', 'doeleinden', 'doel van de verwerking'),
  field('bases', 'Grondslagen', 'Legal bases', 'rechtmatige grondslag', 'rechtsgrond', 'wettelijke grondslag', 'lawful basis'),
  field('subjects', 'Betrokkenen', 'Categories of data subjects', 'categorieën betrokkenen'),
  field('data', 'Persoonsgegevens', 'Categories of personal data', 'gegevens'),
  field('sources', 'Herkomst van de gegevens', 'Origin of the data', 'bron'),
  field('recipients', 'Ontvangers', 'Recipients', 'ketenpartners', 'samenwerkende partijen'),
  field('processors', 'Verwerkers', 'Processors', 'bewerkers'),
  field('transfers', 'Doorgifte buiten de EER', 'Transfers outside the EEA', 'doorgifte buitenland', 'doorgifte derde land', 'derde landen'),
  field('retention', 'Bewaartermijnen', 'Retention terms', 'retention period'),
  field('measures', 'Beveiligingsmaatregelen', 'Security measures', 'technische en organisatorische maatregelen'),
]

const cases: [heading: string, field: string | null, certainty: Certainty][] = [
  ['Naam van de verwerking', 'name', 'sure'], ['NAAM VAN DE VERWERKING', 'name', 'sure'], ['Verwerking', 'name', 'sure'], ['verwerkingsactiviteit', 'name', 'sure'], ['Processing activity', 'name', 'sure'], ['Naam verwerking', 'name', 'sure'],
  ['Verwerkingen', 'name', 'likely'], ['Omschrijving', 'description', 'sure'], ['Nr.', 'number', 'sure'], ['ID', 'number', 'sure'], ['Doel', 'purposes', 'likely'], ['Verwerkingsdoeleinden', 'purposes', 'sure'], ['Verwerkingsdoeleinde', 'purposes', 'likely'], ['Doel van verwerking', 'purposes', 'sure'],
  ['Purpose', 'purposes', 'likely'], ['Grondslag', 'bases', 'likely'], ['Rechtmatige grondslag', 'bases', 'sure'], ['Rechtmatige  Grondslagen:', 'bases', 'likely'], ['Lawful basis', 'bases', 'sure'], ['Grondslag (art. 6 AVG)', 'bases', 'likely'],
  ['Categorieën van betrokkenen', 'subjects', 'sure'], ['Categorie betrokkenen', 'subjects', 'likely'], ['Data subjects', 'subjects', 'likely'], ['Betrokkenen', 'subjects', 'sure'], ['Soort persoonsgegevens', 'data', 'likely'], ['Categorieën persoonsgegevens', 'data', 'likely'], ['Personal data', 'data', 'likely'],
  ['Ketenpartners', 'recipients', 'sure'], ['Ontvanger', 'recipients', 'likely'], ['Categories of recipients', 'recipients', 'likely'], ['Bewaartermijn', 'retention', 'likely'], ['Bewaartermijn(en)', 'retention', 'likely'], ['Retention period', 'retention', 'sure'], ['Doorgifte buitenland', 'transfers', 'sure'],
  ['6. Bewaartermijn', 'retention', 'likely'], ['Beveiligings-maatregelen', 'measures', 'doubtful'], ['Technische & organisatorische maatregelen', 'measures', 'sure'], ['Verwerker(s)', 'processors', 'likely'],
  ['Grondslga', 'bases', 'doubtful'], ['Bewaartermjin', 'retention', 'doubtful'], ['Persoonsgevens', 'data', 'doubtful'], ['Betrokenen', 'subjects', 'doubtful'], ['Verantwoordelijke afdeling', 'department', 'doubtful'], ['Juridische grondslag voor de verwerking', 'bases', 'doubtful'],
  ['', null, 'none'], ['Kolom C', null, 'none'], ['Kleur', null, 'none'], ['Prijs', null, 'none'], ['x', null, 'none'],
]
for (const [heading, wanted, certainty] of cases) test(`heading: ${JSON.stringify(heading)} → ${wanted} (${certainty})`, () => {
  const [column] = recogniseHeadings([heading], fields)
  assert.deepEqual([column!.field, column!.certainty], [wanted, certainty])
})

test('the columns of a published register: the second ground is kept as also', () => {
  const headings = 'Omschrijving; Verwerkingsdoeleinden; Persoonsgegevens; Betrokkenen; Ketenpartners; Rechtmatige grondslag; Grondslag; Bewaartermijn; Doorgifte buitenland'.split('; ')
  const columns = recogniseHeadings(headings, fields)
  assert.deepEqual(columns.map((column) => column.field), ['description', 'purposes', 'data', 'subjects', 'recipients', 'bases', null, 'retention', 'transfers'])
  assert.equal(columns[6]!.also, 'bases')
})

test('the better match gets the field, wherever it stands', () => {
  const columns = recogniseHeadings(['Grondslga', 'Rechtmatige grondslag'], fields)
  assert.deepEqual(columns.map((column) => [column.field, column.also]), [[null, 'bases'], ['bases', null]])
})

test('a heading of ten thousand characters costs no time', () => {
  assert.ok(effortOf(() => recogniseHeadings(Array.from({ length: 300 }, () => 'grondslag '.repeat(1000)), fields)) < 6_000)
})

const distances: [string, string, number][] = [['a', 'a', 0], ['ab', 'ba', 1], ['grondslag', 'grondslga', 1], ['abc', 'ac', 1], ['abc', 'xyz', 3]]
for (const [one, other, edits] of distances) test(`${one} and ${other} are ${edits} apart`, () => assert.equal(Math.min(distance(one, other, 2), 3), edits))
