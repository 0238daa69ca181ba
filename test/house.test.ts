// House: how the parts hang together and what may stand nowhere, read from the files themselves.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, test } from 'node:test'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const ours = globSync('**/*', { cwd: root, withFileTypes: true, exclude: (entry) => ['node_modules', '.git', '.data', 'dist', 'tmp'].includes(entry.name) })
  .filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name))).toSorted()
const isTest = (file: string) => /\.(test|fixtures|fixtures-terms)\.tsx?$/.test(file)
const code = ours.filter((file) => /^(src|bin|scripts|test|bench)\/.*\.(ts|tsx|js)$/.test(file))
const product = code.filter((file) => file.startsWith('src/') && !isTest(file))

/** Lines of these files that match, as `file:line: text`. */
function linesWith(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) => read(file).split('\n').flatMap((line, index) => pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 160)}`] : []))
}

describe('imports', () => {
  /** Floor of each room; what stands directly in src/, the command line and the demo world are at the top. */
  const floors: Readonly<Record<string, number>> = {
    ground: 0, calendar: 1, 'page-kit': 2, people: 3, policy: 3, 'access-record': 2, catalogues: 3, documents: 3, 'document-reading': 3, questionnaires: 3, connectors: 3, 'register-kit': 4, 'case-kit': 5, registers: 6, 'access-log': 7,
    worklist: 7, 'public-site': 7, retention: 7, reporting: 7, commands: 8, demo: 8, '': 8,
  }
  const roomOf = (file: string) => (file.split('/').length === 2 ? '' : file.split('/')[1]!)
  /** A register is a room of its own within its floor. */
  const placeOf = (file: string) => (roomOf(file) === 'registers' ? file.split('/').slice(1, 3).join('/') : roomOf(file))
  /** What a register offers to another: what it is, what it does, and whom it shows its rows; its pages and inner rules it keeps. */
  const offered = /\/(declaration|register|actions|perform|visibility)\.ts$/
  const imports = new Map(product.map((file) => [file, importsOf(file)]))

  function importsOf(file: string): string[] {
    const found = [...read(file).matchAll(/^\s*(?:import|export)\b[^'"\n]*?(?:from\s*)?['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]\s*\)/gm)]
    const multiline = [...read(file).matchAll(/^(?:import|export)\s[^'";]*?\bfrom\s+['"](\.[^'"]+)['"]/gm)]
    return [...new Set([...found, ...multiline].map(([, plain, dynamic]) => relative(root, join(root, dirname(file), plain ?? dynamic ?? ''))))]
  }

  test('every file of src stands in a room with a floor, and the scan sees its imports', () => {
    assert.deepEqual(product.filter((file) => floors[roomOf(file)] === undefined), [])
    assert.ok([...imports.values()].flat().length > 300)
    assert.deepEqual([...imports.values()].flat().filter((file) => file.startsWith('src/') && /\.tsx?$/.test(file) && !product.includes(file)), [])
  })

  test('no import goes up, or sideways into another room of the same floor', () => {
    const wrong = [...imports].flatMap(([from, all]) => all.filter((to) => to.startsWith('src/')).flatMap((to) => {
      const up = floors[roomOf(to)]! - floors[roomOf(from)]!
      const isAllowed = up < 0 || placeOf(from) === placeOf(to) || (up === 0 && floors[roomOf(from)] === 8) || (up === 0 && roomOf(from) === 'registers' && offered.test(to))
      return isAllowed ? [] : [`${from} → ${to}`]
    }))
    assert.deepEqual(wrong, [])
  })

  test('the product imports nothing from its tests', () => {
    assert.deepEqual([...imports].filter(([, all]) => all.some((to) => to.startsWith('test/') || /\.test\.tsx?$/.test(to))).map(([from]) => from), [])
  })

  test('the kit names no register', () => {
    assert.deepEqual(linesWith(product.filter((file) => file.startsWith('src/register-kit/')), /^(?!\s*(\/\/|\/?\*)).*(processing.activit|verwerkingen)/i), [])
  })

  test('no circle between files', () => {
    const state = new Map<string, 'open' | 'done'>()
    const circles: string[] = []
    const visit = (file: string, path: readonly string[]) => {
      if (state.get(file) === 'done') return
      if (state.get(file) === 'open') {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
        return
      }
      state.set(file, 'open')
      for (const to of imports.get(file) ?? []) visit(to, [...path, file])
      state.set(file, 'done')
    }
    for (const file of product) visit(file, [])
    assert.deepEqual(circles, [])
  })
})

describe('names and sizes', () => {
  test('no file or folder has a name that says nothing', () => {
    const empty = /^(utils?|helpers?|misc|common|services?|managers?|shared|lib|stuff|handlers?)$/
    // The catalogue of services that an organisation gives: data, named after what it lists.
    const allowed = new Set(['src/catalogues/data/service.yaml'])
    assert.deepEqual(ours.filter((file) => !allowed.has(file) && file.split('/').some((part) => part.replace(/\.[a-z.]+$/, '').split(/[-_]/).length === 1 && empty.test(part.replace(/\.[a-z.]+$/, '')))), [])
    assert.deepEqual(product.filter((file) => /(^|[-/])(utils?|helpers?|misc|common|manager)([-.]|$)/.test(file)), [])
  })

  test('file names are kebab-case', () => {
    assert.deepEqual(code.filter((file) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.(ts|tsx|js)$/.test(file.split('/').at(-1)!)), [])
  })

  test('no file is longer than 400 lines, and half of them no longer than 80', () => {
    const generated = new Set(['src/ground/schema.ts'])
    const sizes = product.filter((file) => !generated.has(file)).map((file) => ({ file, lines: read(file).split('\n').length }))
    assert.deepEqual(sizes.filter(({ lines }) => lines > 400), [])
    assert.ok(sizes.map(({ lines }) => lines).toSorted((one, other) => one - other)[Math.floor(sizes.length / 2)]! <= 80)
  })

  test('a file opens with one sentence on what it knows', () => {
    const generated = new Set(['src/ground/schema.ts'])
    assert.deepEqual(product.filter((file) => !generated.has(file) && !/^(#!.*\n)?(\/\/ |\/\*\* ?)\S+/.test(read(file))), [])
  })
})

describe('what stands nowhere', () => {
  const self = 'test/house.test.ts'
  const others = code.filter((file) => file !== self)

  test('the business asks no time of the database', () => {
    // The record of which migration ran when is the engine's own.
    const engine = new Set(['src/ground/migrations.ts'])
    const clock = /(?<![.\w])(now\(\)|current_(timestamp|date|time)\b|clock_timestamp|statement_timestamp|transaction_timestamp|localtime)/i
    assert.deepEqual(linesWith([...product, ...ours.filter((file) => file.startsWith('migrations/'))].filter((file) => !engine.has(file)), clock), [])
  })

  test('the business asks no time of the machine: doors do, and hand it on', () => {
    // How long a provider's own description is remembered in this process: no rule leans on it.
    const memory = new Set(['src/people/oidc-conversation.ts'])
    const elsewhere = new Set(['ground', 'calendar', 'page-kit', 'documents', 'commands', 'demo'])
    const inBusiness = product.filter((file) => !memory.has(file) && file.split('/').length > 2 && !elsewhere.has(file.split('/')[1]!))
    // A door that makes the first organisation may leave the moment to the machine; nobody stands above it to say it.
    assert.deepEqual(linesWith(inBusiness, /(?<!\bnow = )new Date\(\)|Date\.now\(\)/), [])
  })

  test('no mark of work left undone, no test that is passed over, no type that is silenced', () => {
    assert.deepEqual(linesWith(others, /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck|expect-error)|\bas any\b|\bas unknown as\b|eslint-disable|oxlint-disable(?!.* -- \w)/), [])
    assert.deepEqual(linesWith(others.filter((file) => isTest(file)), /\b(test|it|describe|suite)\.(skip|todo|only)\b|\{\s*(skip|todo|only):\s*(true|['"`])|\bt\.(skip|todo)\(/), [])
  })

  test('no address of a third party in a page: nothing loads from elsewhere', () => {
    // Names of XML vocabularies and of government bodies (TOOI), where citizens may complain (a link, never loaded), an example for a person who types an address, and the machine itself.
    const allowed = /^https?:\/\/(www\.w3\.org\/2000\/svg|www\.sitemaps\.org\/schemas\/|autoriteitpersoonsgegevens\.nl$|www\.nationaleombudsman\.nl$|www\.mensenrechten\.nl$|schemas\.openxmlformats\.org\/|identifier\.overheid\.nl\/tooi\/id\/|[\w.-]*\.?voorbeeld\.nl|[\w./${}-]+\.example|localhost|127\.0\.0\.1|local\b|\.|\$\{|www\.\$\{)/
    const found = ours.filter((file) => file.startsWith('src/') && !isTest(file) && /\.(tsx?|css|js)$/.test(file)).flatMap((file) =>
      [...read(file).matchAll(/https?:\/\/[^\s'"`)>,]*/g)].map(([address]) => address).filter((address) => address.length > 8 && !allowed.test(address)).map((address) => `${file}: ${address}`))
    assert.deepEqual(found, [])
  })

  test('no package registry is named anywhere', () => {
    const hosts = [['registry', 'npmjs', 'org'], ['registry', 'yarnpkg', 'com'], ['npm', 'pkg', 'github', 'com'], ['registry', 'npmmirror', 'com'], ['npm', 'jsr', 'io'], ['jsr', 'io'], ['unpkg', 'com'], ['cdn', 'jsdelivr', 'net'],
      ['esm', 'sh'], ['pypi', 'org'], ['files', 'pythonhosted', 'org'], ['crates', 'io'], ['rubygems', 'org'], ['proxy', 'golang', 'org'], ['repo', 'maven', 'apache', 'org']].map((parts) => parts.join('.'))
    assert.deepEqual(ours.filter((file) => hosts.some((host) => new RegExp(`(?<![\\w-])${RegExp.escape(host)}(?![\\w-])`).test(read(file)))), [])
    assert.deepEqual(linesWith(['package-lock.json'], /"resolved": "https?:/), [])
  })

  test('no e-mail address or phone number that may be somebody’s', () => {
    const texts = ours.filter((file) => file !== 'package-lock.json' && /\.(ts|tsx|js|json|yaml|yml|md|sql|css|csv)$/.test(file))
    const addresses = texts.flatMap((file) => [...read(file).matchAll(/(?<![\w/:.])[\w.%+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi)].map(([address]) => address)
      .filter((address) => !/\.(example|test|invalid)$/i.test(address)).map((address) => `${file}: ${address}`))
    assert.deepEqual(addresses, [])
    const numbers = texts.flatMap((file) => [...read(file).matchAll(/(?<![\d.,/-])(?:(?:\+|00)31[ -]?\(?0?\)?[1-9]|0[1-9])\d{0,2}[ -]?(?:\d{6,8}|\d{2,3}(?: \d{2,3}){2,3})(?![\d-])/g)].map(([number]) => number)
      .filter((number) => number.replace(/\D/g, '').length >= 10 && !isInvented(number)).map((number) => `${file}: ${number}`))
    assert.deepEqual(numbers, [])
  })

  /** Numbers that no subscriber has: all zeros after the area code. */
  function isInvented(number: string): boolean {
    return /0{6}$/.test(number.replace(/\D/g, ''))
  }
})

describe('norms', () => {
  // Those that issues A and B name, and the whole of capability REG-PROC.
  const wanted = ['H-05', 'H-06', 'H-07', 'H-08', 'H-09', 'H-12', 'H-13', 'H-16', 'H-22', 'H-25', 'H-26', 'H-65', 'N-01', 'N-03', 'N-04', 'N-16', 'N-23', 'N-32', 'N-36', 'N-57',
    'M-01', 'M-07', 'M-09', 'M-22', 'W-01', 'W-02', 'W-03', 'W-04', 'W-05', 'W-07', 'P-01', 'H-24', 'H-43', 'H-44', 'H-45', 'N-40', 'N-43', 'N-45', 'M-08', 'M-10', 'W-08', 'W-15', 'P-12']

  test('each stands in a profile', () => {
    const inProfiles = new Set(ours.filter((file) => /^profiles\/.*\.yaml$/.test(file)).flatMap((file) => (parse(read(file)) as { norms: { id: string }[] }).norms.map(({ id }) => id)))
    assert.deepEqual(wanted.filter((id) => !inProfiles.has(id)), [])
  })

  test('each stands in the title of a test', () => {
    const titles = code.filter((file) => isTest(file) && file !== 'test/house.test.ts').flatMap((file) => [...read(file).matchAll(/\b(?:test|it|describe)\(\s*(['"`])(.+?)\1/g)].map(([, , title]) => title!)).join('\n')
    assert.deepEqual(wanted.filter((id) => !new RegExp(`\\b${id}\\b`).test(titles)), [])
  })
})
