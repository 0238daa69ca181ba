// Pages: which pages and calls are measured, with values that differ from round to round, each beside the bare SQL for the same facts.
import pg from 'pg'
import { fold } from '../src/ground/letters.ts'
import { writeCursor } from '../src/register-kit/list-address.ts'
import { type Bare, entries, entryPage, formPage, listed, type Question, views } from './bare-sql.ts'
import { compareAll, type Pair } from './measure.ts'
import { searched } from './texts.ts'

export type Doors = {
  /** A page, signed in as a privacy officer. @throws when it isn't a 200 */
  page(path: string): Promise<unknown>
  /** The REST API, with a token. */
  api(path: string): Promise<unknown>
}

type Sample = Readonly<Record<'ids' | 'departments' | 'bases' | 'categories' | 'rules' | 'systems', readonly string[]>> & { readonly places: readonly (readonly [sortName: string, id: string])[]; readonly words: readonly string[] }

/** Measures all of them in turn over `organisation` at `/meetdorp`. */
export async function measurePages(doors: Doors, bare: Bare, superUrl: string, organisation: string, rounds: number, say: (pair: Pair) => void): Promise<Pair[]> {
  const sample = await takeSample(superUrl, organisation)
  const register = '/meetdorp/verwerkingen'
  const of = <T>(values: readonly T[], round: number) => values[round % values.length]!
  const list = (options: Parameters<typeof listed>[1]) => [views(organisation), ...listed(organisation, options)]
  const child = (table: string, column: string) => `exists (select from processing_activity_${table} c where c.organisation_id = $1 and c.entry_id = t.id and c.${column} = $2)`
  const found = (word: string) => list({ where: `t.id in (select find_entries('processing-activities', $2, $3))`, values: [fold(word), `%${fold(word)}%`] })
  const filter = (what: string, parameter: string, values: readonly string[], where: string): Measured => [`filter op ${what}`, (round) => `${register}?${parameter}=${of(values, round)}`, (round) => list({ where, values: [of(values, round)] })]
  const search = (what: string, words: readonly string[]): Measured => [`zoeken, ${what}`, (round) => `${register}?q=${encodeURIComponent(of(words, round))}`, (round) => found(of(words, round))]
  const severity = ['blocking', 'serious', 'attention']

  const measured: readonly Measured[] = [
    ['lijst, 25 rijen op naam', () => register, () => list({})],
    ['lijst, 100 rijen op naam', () => `${register}?aantal=100`, () => list({ size: 100 })],
    ['lijst op laatst gewijzigd', () => `${register}?sorteer=updated_at`, () => list({ order: 't.updated_at desc, t.id desc' })],
    ['lijst op nakijken', () => `${register}?sorteer=review_due_on`, () => list({ order: 't.review_due_on, t.id' })],
    ['lijst op bevindingen', () => `${register}?sorteer=findings`, () => list({ order: 't.findings_blocking desc, t.findings_serious desc, t.findings_attention desc, t.id desc' })],
    ['lijst, ergens middenin', (round) => `${register}?na=${writeCursor(of(sample.places, round))}`, (round) => list({ where: '(t.sort_name, t.id) > ($2, $3)', values: of(sample.places, round) })],
    filter('afdeling', 'afdeling', sample.departments, 't.department = $2'),
    ['filter op status', (round) => `${register}?status=${round % 2 ? 'in_review' : 'active'}`, (round) => list({ where: 't.status = $2', values: [round % 2 ? 'in_review' : 'active'] })],
    filter('grondslag', 'grondslag', sample.bases, child('legal_bases', 'basis')),
    filter('soort gegevens', 'gegevens', sample.categories, child('data_categories', 'key')),
    filter('systeem', 'systeem', sample.systems, child('stores', 'system')),
    filter('soort bevinding', 'bevinding', sample.rules, `exists (select from finding f where f.organisation_id = $1 and f.register = 'processing-activities' and f.entry_id = t.id and f.rule = $2)`),
    ['filter op ernst', (round) => `${register}?ernst=${of(severity, round)}`, (round) => list({ where: `t.findings_${of(severity, round)} > 0` })],
    ['filters, drie tegelijk', (round) => `${register}?status=active&ernst=serious&afdeling=${of(sample.departments, round)}`, (round) => list({ where: `t.status = 'active' and t.findings_serious > 0 and t.department = $2`, values: [of(sample.departments, round)] })],
    search('zeldzaam woord', sample.words),
    search('gewoon woord', searched.common),
    search('deel van een woord', sample.words.map((word) => word.slice(1, -1))),
    search('twee woorden', sample.words.map((word, index) => `${word} ${of(searched.common, index)}`)),
    ['verwerking', (round) => `${register}/${of(sample.ids, round)}`, (round) => [...entryPage(organisation, of(sample.ids, round))]],
    ['formulier', (round) => `${register}/${of(sample.ids, round)}/wijzigen`, (round) => formPage(organisation, of(sample.ids, round))],
  ]
  const calls: readonly Measured[] = [
    ['API: lijst van 25', () => '/meetdorp/processing-activities', () => [listed(organisation)[0]!, entries(organisation, sample.ids.slice(0, 25))]],
    ['API: verwerking', (round) => `/meetdorp/processing-activities/${of(sample.ids, round)}`, (round) => [entries(organisation, [of(sample.ids, round)]), entryPage(organisation, of(sample.ids, round))[4]!]],
  ]

  const lines = ([[doors.page, measured], [doors.api, calls]] as const).flatMap(([door, all]) => all.map(([what, path, questions]) => ({ what, ours: (round: number) => door(path(round)), bare: (round: number) => bare.ask(...questions(round)) })))
  return compareAll(lines.filter(({ what }) => what.includes(process.env.BENCH_ONLY ?? '')), rounds, say)
}

type Measured = readonly [what: string, path: (round: number) => string, questions: (round: number) => readonly Question[]]

/** Values to ask for, spread over the whole register. */
async function takeSample(superUrl: string, organisation: string): Promise<Sample> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  const column = async (query: string) => (await client.query<[string]>({ text: query, values: [organisation], rowMode: 'array' })).rows.map(([value]) => value)
  const spread = `from processing_activity where organisation_id = $1 order by md5(id::text) limit 200`
  const sample = {
    ids: await column(`select id ${spread}`),
    departments: await column('select id from department where organisation_id = $1 order by name'),
    bases: await column('select distinct basis from processing_activity_legal_bases where organisation_id = $1 and basis is not null order by 1'),
    categories: await column('select distinct key from processing_activity_data_categories where organisation_id = $1 order by 1'),
    rules: await column(`select distinct rule from finding where organisation_id = $1 and register = 'processing-activities' order by 1`),
    systems: await column('select id from information_system where organisation_id = $1 order by md5(id::text) limit 200'),
    // The made-up place in the name, which ten entries share.
    words: await column(`select split_part(sort_name, ' ', 3) ${spread}`),
    places: (await client.query<[string, string]>({ text: `select sort_name, id ${spread}`, values: [organisation], rowMode: 'array' })).rows,
  }
  await client.end()
  return sample
}
