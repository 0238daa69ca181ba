// Uploads, tested over HTTP: what arrives whole is kept, everything else leaves nothing behind, and nothing is held in memory.
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { Refusal } from '../../ground/refusals.ts'
import { inLanguage } from '../../ground/words.ts'
import { receiveUpload, removeUpload, shownName } from './upload.ts'

const megabyte = 1024 * 1024
const most = 5 * megabyte
let folder: string
let server: ServerType
let address: string

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waarborg-upload-'))
  const app = new Hono()
  app.use('*', (c, next) => inLanguage(c.req.header('accept-language') === 'en' ? 'en' : 'nl', next))
  app.post('/', async (c) => {
    try {
      const upload = await receiveUpload(c.req.raw, most, folder)
      const kept = createHash('sha256').update(await readFile(upload.path)).digest('hex')
      await removeUpload(upload)
      return c.json({ ...upload, isKept: kept === upload.sha256 })
    } catch (error) {
      if (error instanceof Refusal) return c.json({ message: error.message }, error.status)
      throw error
    }
  })
  server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
after(async () => {
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true, force: true })
})

async function send(form: FormData, language = 'nl'): Promise<{ status: number; answer: Record<string, unknown> }> {
  const response = await fetch(address, { method: 'POST', body: form, headers: { 'accept-language': language } })
  return { status: response.status, answer: await response.json() as Record<string, unknown> }
}

function formWith(bytes: Uint8Array<ArrayBuffer>, name = 'register.xlsx'): FormData {
  const form = new FormData()
  form.append('csrf', 'abc')
  form.append('file', new Blob([bytes]), name)
  form.append('sheet', 'Blad é')
  return form
}

test('a file arrives whole, with its fields before and after, hash and size', async () => {
  const bytes = new Uint8Array(randomBytes(3 * megabyte))
  const { status, answer } = await send(formWith(bytes, 'C:\\fakepath\\Register é.xlsx'))
  assert.equal(status, 200)
  assert.deepEqual(answer.fields, { csrf: 'abc', sheet: 'Blad é' })
  assert.deepEqual([answer.name, answer.size, answer.isKept, answer.sha256], ['Register é.xlsx', bytes.length, true, createHash('sha256').update(bytes).digest('hex')])
  assert.deepEqual(await readdir(folder), [])
})

test('exactly the limit is accepted, one byte more is not', async () => {
  assert.equal((await send(formWith(new Uint8Array(most)))).status, 200)
  const { status, answer } = await send(formWith(new Uint8Array(most + 1)))
  assert.equal(status, 413)
  assert.match(String(answer.message), /groter dan 5 MB/)
  assert.match(String((await send(formWith(new Uint8Array(most + 1)), 'en')).answer.message), /^The file is larger than 5 MB\. Remove pictures/)
  assert.deepEqual(await readdir(folder), [])
})

const refused: [what: string, form: () => FormData, message: RegExp, english: RegExp][] = [
  ['an empty file', () => formWith(new Uint8Array()), /bestand is leeg/, /file is empty/],
  ['no file chosen', () => formWith(new Uint8Array(), ''), /Kies een bestand/, /Choose a file/],
  ['a form without file', () => { const form = new FormData(); form.append('a', 'b'); return form }, /Kies een bestand/, /Choose a file/],
  ['two files', () => { const form = formWith(new Uint8Array([1])); form.append('file', new Blob(['x']), 'b.csv'); return form }, /één bestand/, /one file at a time/],
  ['a field of a megabyte', () => { const form = formWith(new Uint8Array([1])); form.append('note', 'x'.repeat(megabyte)); return form }, /veld van het formulier is te lang/, /field of the form is too long/],
  ['too many fields', () => { const form = formWith(new Uint8Array([1])); for (let field = 0; field < 200; field++) form.append(`f${field}`, 'x'); return form }, /te veel/, /too many/],
]
for (const [what, form, message, english] of refused) test(`${what} is refused and nothing stays behind`, async () => {
  for (const [language, said] of [['nl', message], ['en', english]] as const) {
    const { status, answer } = await send(form(), language)
    assert.equal(status, 400)
    assert.match(String(answer.message), said)
  }
  assert.deepEqual(await readdir(folder), [])
})

test('another content type is refused', async () => {
  const response = await fetch(address, { method: 'POST', body: 'a;b', headers: { 'content-type': 'text/csv' } })
  assert.equal(response.status, 400)
})

test('200 MB is refused by its Content-Length before it is read', async () => {
  const answer = await talk(`Content-Length: ${200 * megabyte}\r\n`, async function* () { yield partHead })
  assert.match(answer, /^HTTP\/1\.1 413/)
  assert.deepEqual(await readdir(folder), [])
})

test('200 MB in pieces of unknown length is refused at the limit, in flat memory', async () => {
  let sent = 0
  const piece = 'x'.repeat(64 * 1024)
  const before = process.memoryUsage().rss
  let most = 0
  const answer = await talk('Transfer-Encoding: chunked\r\n', async function* () {
    yield chunked(partHead)
    while (sent < 200 * megabyte) {
      sent += piece.length
      most = Math.max(most, process.memoryUsage().rss)
      yield chunked(piece)
    }
  })
  assert.match(answer, /^HTTP\/1\.1 413/)
  assert.ok(sent < 100 * megabyte, `read on for ${sent} bytes`)
  assert.ok(most - before < 100 * megabyte, `memory grew by ${most - before} bytes`)
  assert.deepEqual(await readdir(folder), [])
})

test('a connection that breaks half-way leaves nothing behind', async () => {
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n${partHead}half`)
  while ((await readdir(folder)).length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  socket.destroy()
  const until = Date.now() + 5000
  while ((await readdir(folder)).length > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 10))
  assert.deepEqual(await readdir(folder), [])
})

test('a form whose last boundary is missing is refused', async () => {
  const body = `${partHead}half`
  const answer = await talk(`Content-Length: ${body.length}\r\n`, async function* () { yield body })
  assert.match(answer, /^HTTP\/1\.1 400[\s\S]*niet volledig/)
  assert.match(await talk(`Accept-Language: en\r\nContent-Length: ${body.length}\r\n`, async function* () { yield body }), /^HTTP\/1\.1 400[\s\S]*didn’t arrive whole/)
  assert.deepEqual(await readdir(folder), [])
})

const names: [filename: string | undefined, shown: string][] = [
  ['register.xlsx', 'register.xlsx'], ['../../etc/passwd', 'passwd'], ['C:\\map\\a.csv', 'a.csv'], ['a\u0000b\r\n.csv', 'ab.csv'], ['gpj.\u202exslx', 'gpj.xslx'], [undefined, ''], [`${'a'.repeat(300)}.xlsx`, `${'a'.repeat(114)}….xlsx`],
]
for (const [filename, shown] of names) test(`a name is shown as ${JSON.stringify(shown.slice(0, 20))}`, () => assert.equal(shownName(filename), shown))

const partHead = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n'

function chunked(text: string): string {
  return `${text.length.toString(16)}\r\n${text}\r\n`
}

/** Speaks HTTP by hand, since a browser's client won't lie; resolves with what the server said once it said so. */
function talk(header: string, body: () => AsyncGenerator<string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    let answer = ''
    let isOver = false
    const end = () => {
      if (isOver) return
      isOver = true
      socket.destroy()
      if (answer === '') reject(new Error('The server said nothing'))
      else resolve(answer)
    }
    socket.on('data', (data) => {
      answer += data.toString()
      if (/\r\n\r\n[\s\S]*}/.test(answer)) end()
    })
    socket.on('error', end).on('close', end)
    const write = async () => {
      socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n${header}\r\n`)
      for await (const piece of body()) {
        if (isOver) return
        if (!socket.write(piece)) await Promise.race([new Promise((go) => socket.once('drain', go)), new Promise((go) => socket.once('close', go))])
        await new Promise((go) => setImmediate(go))
      }
    }
    write().catch(end)
  })
}
