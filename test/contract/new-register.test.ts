// New register: `npm run new register` in a copy of the product; red on what is still to be written, and green with the very files that docs/new-register.md shows.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cpSync, existsSync, globSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { temporaryFolder } from '../support/server.ts'

const root = join(import.meta.dirname, '../..')
const left = new Set(['node_modules', '.git', '.data', 'tmp', 'bench', 'images'])

/** What docs/new-register.md shows, by path. */
const shown = new Map([...readFileSync(join(root, 'docs/new-register.md'), 'utf8').matchAll(/^`(src\/registers\/[^`]+)`\n\n```ts\n([^]*?)^```/gm)].map(([, path, text]) => [path!, text!]))
const command = /^npm run new (register .*)$/m.exec(readFileSync(join(root, 'docs/new-register.md'), 'utf8'))![1]!

describe('npm run new register', () => {
  let copy: string
  before(() => {
    copy = temporaryFolder()
    cpSync(root, copy, { recursive: true, filter: (path) => path === root || (!left.has(basename(path)) && !basename(path).startsWith('.schemathesis')) })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  })
  after(() => rmSync(copy, { recursive: true, force: true }))

  const run = (words: readonly string[], env: NodeJS.ProcessEnv = {}) => new Promise<{ code: number | null; said: string }>((done) => {
    const { NODE_TEST_CONTEXT: _context, NODE_OPTIONS: _options, ...own } = process.env
    const child = spawn(process.execPath, words, { cwd: copy, env: { ...own, LOG_LEVEL: 'error', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text })
    child.on('close', (code) => done({ code, said }))
  })
  const make = (...words: string[]) => run(['--import', './bin/load-tsx.js', 'scripts/new-register.ts', ...words])
  const testsOf = (files: readonly string[], pattern: string) => run(['--import', './bin/load-tsx.js', '--test', '--test-isolation=none', '--test-force-exit', '--test-timeout=280000', `--test-name-pattern=${pattern}`, ...files])
  const files = () => globSync('{src,migrations}/**/*', { cwd: copy }).length

  test('what is malformed or taken is refused in Dutch, and nothing is written', async () => {
    const before = files()
    const tied = readFileSync(join(copy, 'src/tied-rooms.ts'), 'utf8')
    const cases: [words: string[], said: RegExp][] = [
      [['register'], /sleutel van het register ontbreekt/], [['room', 'x'], /Alleen een register/], [['register', 'a', 'b'], /niet begrepen: b.*“--”/], [['register', 'x', '--colour', 'red'], /niet begrepen/],
      [['register', 'Cameras'], /sleutel "Cameras" kan niet/], [['register', 'cam_eras'], /kan niet/], [['register', '../x'], /kan niet/], [['register', 'class'], /woord van JavaScript/],
      [['register', 'x', '--path', 'Mijn pad'], /pad "Mijn pad" kan niet/], [['register', 'x', '--article', 'een'], /lidwoord/], [['register', 'x', '--nl', 'camera'], /--nl noemt/], [['register', 'x', '--en', 'a,b,c'], /--en noemt/], [['register', 'x', '--table', 'X'], /tabel "X" kan niet/],
      [['register', 'systems'], /sleutel "systems" bestaat al/], [['register', 'catalogues'], /bestaat al/], [['register', 'x', '--path', 'verwerkingen'], /pad "verwerkingen" bestaat al/], [['register', 'x', '--path', 'beheer'], /bestaat al/],
      [['register', 'x', '--table', 'person'], /tabel "person" bestaat al/], [['register', 'x', '--en', 'system,Things', '--table', 'thing'], /Engelse naam "system"/],
    ]
    for (const [words, said] of cases) {
      const refused = await make(...words)
      assert.equal(refused.code, 2, `${words.join(' ')}: ${refused.said}`)
      assert.match(refused.said, said)
    }
    assert.equal(files(), before)
    assert.equal(readFileSync(join(copy, 'src/tied-rooms.ts'), 'utf8'), tied)
  })

  test('it writes a register, and the contract is red on each label that is still to be written', { timeout: 600_000 }, async () => {
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!).filter((word) => word !== '--')
    const made = await make(...words)
    assert.equal(made.code, 0, made.said)
    for (const file of [...shown.keys(), 'migrations/']) assert.ok(made.said.includes(file), `${file} is named`)
    for (const file of shown.keys()) assert.ok(existsSync(join(copy, file)), file)
    assert.equal((await make(...words)).code, 2, 'a second time')
    const red = await testsOf(['test/contract/labels.test.ts'], 'the words of (cameras|systems)')
    assert.equal(red.code, 1, red.said)
    for (const label of ['words.lead', 'words.empty', 'fields.name', 'fields.kind.help', 'fields.kind=one', 'verbs.end.explain']) assert.ok(red.said.includes(`${label} is still to be written`), `${label}: ${red.said}`)
    assert.match(red.said, /the words of cameras/)
    assert.match(red.said, /✔ the words of systems|ok \d+ - the words of systems/)
  })

  test('with the files of docs/new-register.md its types are clean, its table is as declared, and the whole contract holds', { timeout: 600_000 }, async () => {
    assert.ok(shown.size >= 4)
    for (const [path, text] of shown) writeFileSync(join(copy, path), text)
    const printed = await run(['--import', './bin/load-tsx.js', 'scripts/register-sql.ts', 'cameras'])
    assert.equal(printed.code, 0, printed.said)
    const [migration] = globSync('migrations/*-cameras.sql', { cwd: copy })
    writeFileSync(join(copy, migration!), printed.said)
    // What ties it to the others, and all that those are made of; tests and commands know nothing of it, and were checked before.
    writeFileSync(join(copy, 'tsconfig.tied.json'), JSON.stringify({ extends: './tsconfig.json', include: [], files: ['src/tied-rooms.ts', ...shown.keys()] }))
    const [types, contract] = await Promise.all([
      run([join(copy, 'node_modules/typescript/bin/tsc'), '--noEmit', '--project', 'tsconfig.tied.json']),
      testsOf(['test/declaration.test.ts', ...['labels', 'create-and-read', 'lists', 'exchange'].map((name) => `test/contract/${name}.test.ts`)], 'cameras'),
    ])
    assert.equal(types.code, 0, types.said)
    assert.equal(contract.code, 0, contract.said.slice(-6_000))
    assert.ok(Number(/pass (\d+)/.exec(contract.said)?.[1]) > 25, contract.said.slice(-1_000))
  })

  test('a declaration that can’t be right stops the start before a door opens', { timeout: 300_000 }, async () => {
    const file = join(copy, 'src/registers/cameras/register.ts')
    writeFileSync(file, readFileSync(file, 'utf8').replace(`fields: ['system', 'subjects', 'viewers', 'note']`, `fields: ['system', 'subjects', 'note', 'colour']`))
    const stopped = await run(['--import', './bin/load-tsx.js', 'src/main.ts', 'start'], { DATA_DIR: join(copy, 'data'), PORT: '0' })
    assert.equal(stopped.code, 1)
    assert.match(stopped.said, /register “cameras”: a section names field “colour”, which isn't there/)
    assert.match(stopped.said, /register “cameras”: field “viewers” stands in no section/)
    assert.doesNotMatch(stopped.said, /Waarborg draait/)
    assert.equal(existsSync(join(copy, 'data')), false, 'nothing was begun')
  })
})
