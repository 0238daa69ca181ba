// Languages: no word stands in one language only, in the source and on the pages; and choosing a language or colours is all a visitor's cookie holds.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { loadProfiles } from '../src/policy/profiles.ts'
import { testDatabase } from './support/database.ts'
import { type FilledTenant, filledTenant } from './support/filled-tenant.ts'
import { browser, publicUrl } from './support/people.ts'
import { product } from './support/product.ts'
import { readableText } from './support/readable-text.ts'
import { rowsOf } from './support/scratch-rows.ts'
import { dutchWordsIn, faultsIn } from './support/spoken-words.ts'
import { tenantTables } from './support/tenant-tables.ts'

const root = join(import.meta.dirname, '..')

/** What speaks one language for a reason. */
const oneLanguage: readonly (readonly [files: RegExp, why: string])[] = [
  [/^src\/(main|server)\.ts$|^src\/commands\/|^src\/ground\/(config|mail-settings|migrations|postgres[\w-]*)\.ts$|\/(import-command|account-recovery)\.ts$/, 'the terminal of who runs the product speaks Dutch, and nobody’s request is answered'],
  [/^src\/policy\/profiles?\.ts$/, 'what is wrong in a profile is said in the terminal, at start'],
  [/\/exchange-flow\/value-domains\.ts$|\/importing\.ts$/, 'how registers in the wild write it, and an example of one'],
  [/^src\/access-log\/(asking\/act-names|signals\/incident)\.ts$/, 'acts of the log and the file of a breach are kept for everybody, in Dutch'],
  [/\/exchange-flow\/import-write\.ts$/, 'a note in the history is kept for everybody, in Dutch (decision 9)'],
  [/^src\/registers\/agreements\/wording\/(agreement-document|agreement-facts|annexes|article-shape|clauses|standard-articles[\w-]*)\.ts$/, 'an agreement is one text, in Dutch, whoever makes it'],
  [/^src\/demo\//, 'what the invented organisations wrote in their registers'],
  [/^src\/page-kit\/sample\.tsx$/, 'a sample for who builds'],
  [/^src\/register-kit\/api\/openapi\.ts$|^src\/access-log\/reading-api\/api-part\.ts$|^src\/registers\/webhooks\/event\.ts$/, 'the description of an interface for programs is one document'],
]

describe('in the source', () => {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !/\.(test|fixtures[\w-]*)\.tsx?$/.test(file)).toSorted()
  const faults = new Map(files.map((file) => [file, faultsIn(file, readFileSync(join(root, file), 'utf8'))]))
  const mustSpeakBoth = files.filter((file) => !oneLanguage.some(([pattern]) => pattern.test(file)))

  test('everything that people read is said in Dutch and English, and while somebody reads', () => {
    const wrong = mustSpeakBoth.flatMap((file) => faults.get(file)!.map(({ line, what, text }) => `${file}:${line}: ${what}: ${text}`))
    assert.deepEqual(wrong, [])
  })

  test('what speaks one language for a reason is still there', () => {
    assert.deepEqual(oneLanguage.filter(([pattern]) => !files.some((file) => pattern.test(file))).map(([, why]) => why), [])
  })

  const speaks = `import { say, t, type Words } from './words.ts'\n`
  const caught: readonly (readonly [what: string, source: string])[] = [
    ['words between tags', 'export const A = () => <p>Opslaan</p>'],
    ['one language in label', 'export const A = () => <Field label="Naam" />'],
    ['one language in label', 'export const A = (is) => <Field label={is ? `Naam ${is}` : undefined} />'],
    ['one language in aria-label', 'export const A = () => <nav aria-label="Pagina’s" />'],
    ['one language in header', `export const columns = () => [{ key: 'name', header: 'Naam' }]`],
    ['one language in message', `export const f = (faults) => faults.push({ at: 'name', message: 'Vul in.' })`],
    ['a refusal in one language', `export function f() { throw new Refused('Kan niet.') }`],
    ['one language in message', `export function f() { throw new Invalid([{ at: 'name', message: 'Leeg.' }]) }`],
    ['a Dutch sentence', `const reasons = { a: 'De wet noemt alle grondslagen.' }`],
    ['t() while the module loads', `const words = t('Ja', 'Yes')`],
    ['say() while the module loads', `const words = [say({ nl: 'Ja', en: 'Yes' })]`],
    ['an empty half of a pair', `export const f = () => t('Ja', '')`],
    ['an empty half of a pair', `const words: Words = { nl: '', en: 'Yes' }`],
    ['Dutch in the English half (de)', `export const f = () => t('Ga naar de afdeling', 'Go to de afdeling')`],
    ['Dutch in the English half (niet)', `const words: Words = { nl: 'Kan niet', en: 'Kan niet' }`],
  ]
  for (const [what, source] of caught) {
    test(`caught: ${source}`, () => assert.ok(faultsIn('x.tsx', speaks + source).some((fault) => fault.what === what), JSON.stringify(faultsIn('x.tsx', speaks + source))))
  }
  const fine: readonly string[] = [
    'export const A = () => <p class="wb-lead">{t(`${1} van ${2}`, `${1} of ${2}`)}</p>',
    `const words: Words = { nl: 'Niet gevonden', en: 'Not found' }`,
    `const fields = { name: text('Naam', 'Name', { aliases: ['naam van de verwerking'] }) }`,
    `export function f() { throw new NotFound(t('Dit bestaat niet.', 'This doesn’t exist.')) }`,
    `export function f() { throw new Error('dit is een fout van wie programmeert') }`,
    'export const q = () => sql`select een from de where het`',
    `export const f = () => log.warn('van de database')`,
    `export const f = (fault) => fault('name', 'Vul een naam in.', 'Fill in a name.')`,
    'export const A = () => <><Icon name="flag" /> BSN · {1} kB</>',
    `export const rule = { field: 'name', citation: 'art. 6 lid 1 onder a en art. 7 AVG' }`,
  ]
  for (const source of fine) test(`fine: ${source}`, () => assert.deepEqual(faultsIn('x.tsx', speaks + source), []))
})

/** What reads the same in both languages, so that it may. */
const sameInBoth = new Set(['Account', 'Auditor', 'Back-up', 'Big data', 'Contact', 'Dashboard', 'euro', 'Filters', 'Incident', 'Logo', 'Menu', 'Open', 'Passkey', 'Passkeys', 'Privacy officer', 'Redirect-URI:', 'Register', 'Registers', 'Scopes', 'Spreadsheet',
  'Status', 'Token', 'Waarborg', 'wbl_', 'Webhook', 'Webhooks', 'Website'])
/** The article of a Dutch law; a kind of file. */
const isName = (part: string) => /^\(?art\. [\d:]+/.test(part) || /^[\w -]+ \(\.\w+\)$/.test(part)
/** Without a count behind it, the product's name, and what stands for data. */
const core = (part: string) => part.replace(/ \(\d+\)$/, '').replace(/[ –]+Waarborg$/, '').replaceAll(/[… –·:.]+(example)?$|^[… –·:]+/g, '').trim()

/** Words of Dutch that a page in English may not say of its own. */
const dutchIn = (said: string) => dutchWordsIn(said).filter((word) => word !== 'die')

describe('on the pages, in English', () => {
  let house: FilledTenant
  let data: ReadonlySet<string>

  before(async () => {
    house = await filledTenant('merelnest')
    data = await typedBy(house.organisation.id)
  })

  test('no page that a menu or link leads to says Dutch of its own, or the same in both languages, for any role', async () => {
    const auditor = await house.person('Anna Audit', 'auditor', 'ciso')
    const employee = await house.person('Wim Werk', { role: 'employee', departmentId: house.departments.burgerzaken })
    data = await typedBy(house.organisation.id)
    const wrong: string[] = []
    const compared = new Set<string>()
    const note = (shape: string, what: string) => { wrong.push(`${shape}: ${what}`) }
    for (const person of [house.officer, house.dpo, house.owner, auditor, employee]) {
      person.cookies.set('taal', 'en')
      const visited = new Set<string>()
      const waiting = [`/${house.slug}`, '/account', '/organisaties', `/openbaar/${house.slug}/verwerkingen`, `/${house.slug}/inloggen`, '/niet-hier/niets']
      for (const path of waiting) {
        const shape = shapeOf(path)
        if (visited.has(shape) || visited.size > 300) continue
        visited.add(shape)
        const response = await person.get(path)
        if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) continue
        const html = await response.text()
        if (!/<html lang="en"/.test(html)) note(shape, 'the page says it isn’t English')
        const said = readableText(html, data)
        for (const word of new Set(dutchIn(said))) note(shape, `${word}: …${around(said, word)}…`)
        // Held against the Dutch page for the first who comes there: that reads every page a second time.
        if (!compared.has(shape)) {
          compared.add(shape)
          person.cookies.set('taal', 'nl')
          const dutch = new Set(partsOf(readableText(await (await person.get(path)).text(), data)))
          person.cookies.set('taal', 'en')
          for (const part of partsOf(said)) if (dutch.has(part) && !sameInBoth.has(part) && !sameInBoth.has(core(part)) && core(part) !== '' && !isName(part)) note(shape, `the same in both languages: ${part.slice(0, 80)}`)
        }
        for (const [, href = ''] of html.matchAll(/href="(\/[^"#]*)/g)) {
          const address = href.replaceAll('&amp;', '&')
          if (new RegExp(`^/(${house.slug}|account|organisaties|openbaar/${house.slug})(/|\\?|$)`).test(address) && !/huisstijl\.css|\/logo|\.json|\.csv|\.ics/.test(address)) waiting.push(address)
        }
      }
    }
    assert.deepEqual([...new Set(wrong)].toSorted(), [])
    assert.ok(compared.size > 40, `${compared.size} kinds of pages`)
  })

  test('a form that is refused says why in English', async () => {
    const { officer } = house
    officer.cookies.set('taal', 'en')
    const wrong: string[] = []
    let refused = 0
    for (const path of ['/verwerkingen/nieuw', '/catalogi/data-category/nieuw', '/organisatie', '/organisatie/huisstijl', '/beheer/personen/nieuw', '/beheer/afdelingen', '/beheer/inlogdienst', '/beheer/organisatie/deelnemers', '/verwerkingen/import']) {
      const response = await officer.post(`/${house.slug}${path}`, { name: '', accent: 'rood', label: '', email: 'geen', revision: '1', participantName: '', profile: 'weg' })
      if (response.status < 400 || response.status === 404) continue
      refused += 1
      const html = await response.text()
      const said = readableText(html, data)
      for (const word of new Set(dutchIn(said))) wrong.push(`${path}: ${word}: …${around(said, word)}…`)
    }
    assert.deepEqual(wrong, [])
    assert.ok(refused >= 5, `${refused} refusals`)
  })

  test('readers side by side each get their own language', async () => {
    const { app } = await product()
    const pages = await Promise.all(Array.from({ length: 24 }, async (_, index) => {
      const language = index % 2 === 0 ? 'nl' : 'en'
      const response = await app.request(`${publicUrl}/openbaar/${house.slug}/verwerkingen`, { headers: { cookie: `taal=${language}` } })
      const html = await response.text()
      return [language, /<html lang="(\w+)"/.exec(html)?.[1], /<h1[^>]*>([^<]+)/.exec(html)?.[1]]
    }))
    for (const [language, shown, heading] of pages) assert.deepEqual([shown, heading], [language, language === 'nl' ? 'Register van verwerkingen' : 'Register of processing activities'])
  })

  /** The parts of a text between tags that hold a word. */
  const partsOf = (text: string) => text.split('‖').map((part) => part.trim()).filter((part) => /\p{Ll}{3}/u.test(part))
  const shapeOf = (path: string) => path.replaceAll(house.slug, ':slug').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\?.*/, (query) => query.includes('weergave') ? '?weergave' : '')
    .replace(/(catalogi\/[\w-]+\/)[^/?]+/, '$1:key').replace(/versies\/\d+/, 'versies/:n').replace(/normen\/[A-Z]-\d\d/, 'normen/:norm')
  const around = (text: string, word: string) => new RegExp(`.{0,40}(?<![\\p{L}’'_-])${word}(?![\\p{L}’'_-]).{0,40}`, 'iu').exec(text)?.[0] ?? ''
})

describe('choosing', () => {
  const visitor = async () => browser((await product()).app)

  test('W-15: a public page sets no cookie, except the functional one of a choice that the visitor asks for', async () => {
    const house = await filledTenant('lijsternest')
    const page = `/openbaar/${house.slug}/verwerkingen?q=bijstand`
    const citizen = await visitor()
    for (const path of [page, `/openbaar/${house.slug}/verwerkingen/${house.entry}`, `/openbaar/${house.slug}`]) {
      const response = await citizen.get(path)
      assert.deepEqual(response.headers.getSetCookie(), [], path)
      assert.equal(response.headers.get('vary')?.includes('cookie') || response.status === 302, true, path)
    }
    const chosen = await citizen.post('/taal', { taal: 'en', adres: page })
    assert.equal(chosen.headers.get('location'), page)
    assert.deepEqual(chosen.headers.getSetCookie(), ['taal=en; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax'])
    const english = await citizen.get(page)
    assert.deepEqual(english.headers.getSetCookie(), [])
    const html = await english.text()
    assert.match(html, /<html lang="en"/)
    assert.match(html, /<button[^>]+name="taal" value="nl" lang="nl">.*Nederlands<\/button>/)
    const back = await citizen.post('/taal', { taal: 'nl', adres: page })
    assert.match(back.headers.getSetCookie().join(), /^taal=; Max-Age=0/)
    assert.match(await (await citizen.get(page)).text(), /<html lang="nl"/)
  })

  test('colours are kept beside the language, and each page offers both', async () => {
    const citizen = await visitor()
    const html = await (await citizen.get('/inloggen')).text()
    assert.match(html, /<html lang="nl" class="voorbeeld-theme" data-scheme="device"/)
    assert.match(html, /name="kleuren" value="device" aria-pressed="true"/)
    await citizen.post('/kleuren', { kleuren: 'dark', adres: '/inloggen' })
    await citizen.post('/taal', { taal: 'en', adres: '/inloggen' })
    const dark = await (await citizen.get('/inloggen')).text()
    assert.match(dark, /<html lang="en" class="voorbeeld-theme" data-scheme="dark"/)
    assert.match(dark, /<meta name="color-scheme" content="dark"/)
    await citizen.post('/kleuren', { kleuren: 'device', adres: '/inloggen' })
    assert.match(await (await citizen.get('/inloggen')).text(), /lang="en"[^>]+data-scheme="device"/)
  })

  for (const address of ['https://elders.example/', '//elders.example', '/\\elders.example', '/..//elders.example', 'javascript:alert(1)', '']) {
    test(`a choice never leads elsewhere: ${address || 'nothing'}`, async () => {
      const led = await (await visitor()).post('/taal', { taal: 'en', adres: address })
      assert.deepEqual([led.status, led.headers.get('location')], [303, '/'])
    })
  }

  test('what is no choice is not kept, and a cookie that somebody made up counts for nothing', async () => {
    const citizen = await visitor()
    for (const [path, fields] of [['/taal', { taal: 'fr' }], ['/kleuren', { kleuren: '"><script>' }], ['/taal', {}]] as const) {
      const response = await citizen.post(path, { ...fields, adres: '/' })
      assert.deepEqual([response.status, response.headers.getSetCookie()], [404, []])
    }
    citizen.cookies.set('taal', 'fr')
    citizen.cookies.set('kleuren', '<b>')
    assert.match(await (await citizen.get('/inloggen')).text(), /<html lang="nl" class="voorbeeld-theme" data-scheme="device"/)
  })

  test('another site can’t choose for a visitor', async () => {
    const response = await (await visitor()).post('/taal', { taal: 'en', adres: '/' }, { origin: 'https://elders.example' })
    assert.deepEqual([response.status, response.headers.getSetCookie()], [403, []])
  })
})

function isSameInBoth(term: unknown): boolean {
  const { label_nl: nl, label_en: en } = term as { label_nl?: string; label_en?: string }
  return nl === en
}

/** Every text that people typed in an organisation, or that comes from the law or a policy: what isn't the product's own words. */
async function typedBy(organisationId: string): Promise<ReadonlySet<string>> {
  const { superUrl } = await testDatabase()
  const texts = new Set<string>()
  const collect = (value: unknown): void => {
    if (typeof value === 'string') for (const one of [value, ...value.split('\n')]) texts.add(one)
    else if (Array.isArray(value)) value.forEach(collect)
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(collect)
  }
  for (const { name, tenant } of await tenantTables(superUrl, 'waarborg_app')) {
    for (const { row } of await rowsOf<{ row: unknown }>(superUrl, `select to_jsonb(t) as row from "${name}" t where "${tenant}" = $1`, [organisationId])) {
      // Terms have an English label; where it is the same, it is the name of something Dutch: a law, or a result in the selection list.
      if (name !== 'catalogue_term' || isSameInBoth(row)) collect(row)
    }
  }
  for (const { title, source, norms, sections } of loadProfiles()) collect([title, source, norms, sections, sections.map((section) => `${section.key} ${section.title}`)])
  return texts
}
