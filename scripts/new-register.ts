// New register: `npm run new register <key>` writes the files of a register, its migration, and ties it to the others. Then the contract test is red until it is true.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { pathToFileURL } from 'node:url'
import type { Register } from '../src/register-kit/register.ts'
import { filesOf, type NewRegister, tiedWith } from './new-register-files.ts'
import { registerSql } from './register-sql.ts'

const root = join(import.meta.dirname, '..')
const usage = `Gebruik: npm run new register <sleutel> -- --path <pad> --nl <één>,<veel> --en <one>,<many> --article de|het

  <sleutel>   naam in de API en in verwijzingen, Engels, in het meervoud: policy-documents
  --path      deel van het adres van de pagina’s, Nederlands: beleidsstukken
  --nl        hoe één inschrijving heet en hoe het register heet: beleidsstuk,Beleidsstukken
  --en        hetzelfde in het Engels: policy document,Policy documents
  --article   lidwoord van het eerste Nederlandse woord: de of het
  --table     naam van de tabel, als die anders moet zijn dan het eerste Engelse woord: policy_document

Wat u weglaat, komt tussen blokhaken te staan; de contracttest is rood tot u het hebt ingevuld.
`

/** Words of JavaScript that are no name of a constant. */
const reserved = new Set(['await', 'class', 'default', 'delete', 'enum', 'export', 'function', 'import', 'interface', 'new', 'package', 'private', 'protected', 'public', 'static', 'super', 'switch', 'this', 'void', 'with', 'yield'])
/** What the API has under an organisation beside registers. */
const besidesRegisters = ['departments', 'governing-bodies', 'participants', 'persons', 'catalogues']

/** Why it can't be done, for whoever typed it. */
class Unfit extends Error {}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Unfit)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
// npm's Node may still hold the line to us open.
if (process.connected) process.disconnect()

async function main(args: readonly string[]): Promise<number> {
  const [what, key, ...rest] = parsed(args).positionals
  if (args.includes('--help') || what === undefined) {
    process.stdout.write(usage)
    return what === undefined && !args.includes('--help') ? 2 : 0
  }
  if (what !== 'register') throw new Unfit(`Alleen een register kan nieuw gemaakt worden, geen "${what}".\n\n${usage}`)
  if (key === undefined || rest.length > 0) throw new Unfit(`${key === undefined ? 'De sleutel van het register ontbreekt.' : `Dit is niet begrepen: ${rest.join(' ')}. Zet “--” vóór de opties, anders neemt npm ze voor zich.`}\n\n${usage}`)
  const register = readRegister(key, parsed(args).values)
  const { books } = await import('../src/tied-rooms.ts') as { books: readonly { register: Register }[] }
  refuseTaken(register, books.map((book) => book.register))
  const number = String(Math.max(...readdirSync(join(root, 'migrations')).map((name) => Number.parseInt(name, 10) || 0)) + 1).padStart(4, '0')
  const files = filesOf(register)
  const present = Object.keys(files).filter((file) => existsSync(join(root, file)))
  if (present.length > 0) throw new Unfit(`Dit bestaat al: ${present.join(', ')}. Kies een andere sleutel.`)
  const tied = tiedWith(readFileSync(join(root, 'src/tied-rooms.ts'), 'utf8'), register)

  for (const [file, text] of Object.entries(files)) write(file, text)
  const module = await import(pathToFileURL(join(root, `src/registers/${key}/register.ts`)).href) as Record<string, Register>
  const migration = `migrations/${number}-${key}.sql`
  write(migration, `-- ${register.en.many}.\n\n${registerSql(module[register.constant]!, (other) => books.find((book) => book.register.key === other)!.register.table)}\n`)
  write('src/tied-rooms.ts', tied)
  process.stdout.write(`Geschreven: ${[...Object.keys(files), migration].join(', ')}; bijgewerkt: src/tied-rooms.ts.

Nu u:
1. Vul in wat tussen blokhaken staat, en maak de velden zoals uw register ze vraagt (docs/new-register.md).
2. Is de migratie nog nergens gedraaid? Zet dan de tabel gelijk aan de velden: node bin/node24.js scripts/register-sql.ts ${key}
3. npm run db:types
4. npm run test:only -- contract declaration tenancy
`)
  return 0
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { path: { type: 'string' }, nl: { type: 'string' }, en: { type: 'string' }, article: { type: 'string' }, table: { type: 'string' }, help: { type: 'boolean' } } })
  } catch (error) {
    throw new Unfit(`Dit is niet begrepen: ${(error as Error).message}\n\n${usage}`)
  }
}

type Options = { readonly path?: string; readonly nl?: string; readonly en?: string; readonly article?: string; readonly table?: string }

function readRegister(key: string, { path = key, nl, en, article = 'de', table }: Options): NewRegister {
  const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
  if (!kebab.test(key)) throw new Unfit(`De sleutel "${key}" kan niet: kleine letters en cijfers, met een streepje tussen woorden, zoals policy-documents.`)
  if (!kebab.test(path)) throw new Unfit(`Het pad "${path}" kan niet: kleine letters en cijfers, met een streepje tussen woorden, zoals beleidsstukken.`)
  if (article !== 'de' && article !== 'het') throw new Unfit(`Het lidwoord is "de" of "het", niet "${article}".`)
  const words = key.replaceAll('-', ' ')
  const dutch = names(nl, '--nl') ?? { one: `[te schrijven] ${words}`, many: `[te schrijven] ${words}` }
  const english = names(en, '--en') ?? { one: `[to write] ${words}`, many: `[to write] ${words}` }
  const ownTable = table ?? (en === undefined ? key : english.one).toLowerCase().replace(/[^a-z0-9]+/g, '_')
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(ownTable) || ownTable.length > 40) throw new Unfit(`De tabel "${ownTable}" kan niet: kleine letters en cijfers, met een laag streepje tussen woorden, hoogstens 40 tekens. Kies er een met --table.`)
  const constant = key.replace(/-([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase())
  if (reserved.has(constant)) throw new Unfit(`De sleutel "${key}" is een woord van JavaScript. Kies een andere, zoals ${key}-register.`)
  return { key, path, table: ownTable, constant, prefix: key.charAt(0).toUpperCase(), article, nl: dutch, en: english }
}

/** `beleidsstuk,Beleidsstukken`. */
function names(typed: string | undefined, option: string): { one: string; many: string } | undefined {
  if (typed === undefined) return undefined
  const [one = '', many = '', ...more] = typed.split(',').map((part) => part.trim())
  if (one === '' || many === '' || more.length > 0 || /[[\]<>{}\n]/.test(typed) || typed.length > 120) throw new Unfit(`${option} noemt één inschrijving en het register, met een komma ertussen, zoals ${option === '--nl' ? 'beleidsstuk,Beleidsstukken' : '"policy document,Policy documents"'}; niet "${typed}".`)
  return { one: /^[A-Z][a-z]/.test(one) ? one.charAt(0).toLowerCase() + one.slice(1) : one, many: many.charAt(0).toUpperCase() + many.slice(1) }
}

function refuseTaken({ key, path, table, en }: NewRegister, registers: readonly Register[]): void {
  const taken = (what: string, value: string, how: string) => new Unfit(`${what} "${value}" bestaat al. ${how}`)
  if (registers.some((register) => register.key === key) || existsSync(join(root, 'src/registers', key)) || besidesRegisters.includes(key)) throw taken('De sleutel', key, 'Kies een andere.')
  if (registers.some((register) => register.path === path) || pathsInUse().has(path)) throw taken('Het pad', path, 'Kies een ander met --path.')
  const tables = new Set([...readFileSync(join(root, 'src/ground/schema.ts'), 'utf8').matchAll(/^ {2}(\w+): \w+$/gm)].map(([, name]) => name!))
  if (tables.has(table) || registers.some((register) => register.table === table || table.startsWith(`${register.table}_`))) throw taken('De tabel', table, 'Kies een andere met --table.')
  if (registers.some(({ words }) => words.one.en.toLowerCase() === en.one.toLowerCase())) throw taken('De Engelse naam', en.one, 'In de API heet een register daarnaar; kies een andere met --en.')
}

/** First parts of the addresses that an organisation has already. */
function pathsInUse(): Set<string> {
  const text = ['src/web.tsx', 'src/rooms.ts'].map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
  return new Set(['beheer', 'catalogi', 'organisatie', 'zoeken', 'inloggen', 'uitnodiging', ...[...text.matchAll(/['"`]\/([a-z][a-z-]*)(?=['"`/])/g)].map(([, first]) => first!)])
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}
