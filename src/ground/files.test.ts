// Files, on real PostgreSQL: what goes in comes out, nothing of it can be read by another, and what breaks off leaves nothing.
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { tenant, type Tenant } from '../../test/support/product.ts'
import { testDatabase } from '../../test/support/database.ts'
import { rowsOf } from '../../test/support/scratch-rows.ts'
import { dropReceived, eraseFiles, type FilePlace, keepFile, readFile, receiveFile, sweepReceived } from './files.ts'
import { NotFound } from './refusals.ts'

const now = new Date('2026-11-22T10:00:00Z')
const piece = 512 * 1024

async function placeOf(house: Tenant): Promise<FilePlace> {
  return { database: (await testDatabase()).app, organisation: house.organisation }
}

async function* parts(bytes: Buffer, size = 60_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Bytes that come in as a PDF. */
function pdfOf(size: number): Buffer {
  const bytes = randomBytes(size)
  bytes.write('%PDF-1.7\n')
  return bytes
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  return Buffer.from(await new Response(stream).arrayBuffer())
}

async function rowsLeft(house: Tenant): Promise<number[]> {
  const { superUrl } = await testDatabase()
  const count = async (table: string) => (await rowsOf<{ count: number }>(superUrl, `select count(*)::int as count from ${table} where organisation_id = $1`, [house.organisation.id]))[0]!.count
  return [await count('stored_file'), await count('stored_file_piece')]
}

test('a file of any size comes out as it went in, with its size and digest', async () => {
  const place = await placeOf(await tenant())
  for (const size of [9, piece - 1, piece, piece + 1, 3 * piece + 17]) {
    const bytes = pdfOf(size)
    const file = await receiveFile(place, now, parts(bytes), 'a.pdf')
    assert.deepEqual({ ...file, id: '' }, { id: '', name: 'a.pdf', contentType: 'application/pdf', size, sha256: createHash('sha256').update(bytes).digest('hex') })
    assert.ok((await bytesOf(readFile(place, file))).equals(bytes), `${size} bytes`)
  }
})

test('at rest it is unreadable: no plain bytes, a key per file, and none of it opens with another organisation’s key', async () => {
  const [house, other] = [await tenant(), await tenant()]
  const place = await placeOf(house)
  const text = Buffer.from('Dossier van een inwoner. '.repeat(40_000))
  const [one, two] = [await receiveFile(place, now, parts(text), 'a.txt'), await receiveFile(place, now, parts(text), 'a.txt')]
  const { superUrl } = await testDatabase()
  const rows = await rowsOf<{ bytes: Buffer; file_id: string; position: number }>(superUrl, 'select bytes, file_id, position from stored_file_piece where organisation_id = $1 order by file_id, position', [house.organisation.id])
  assert.equal(rows.length, 4)
  assert.ok(rows.every(({ bytes }) => !bytes.includes('inwoner')))
  assert.equal(new Set(rows.map(({ bytes }) => bytes.subarray(28, 60).toString('hex'))).size, 4)
  await assert.rejects(bytesOf(readFile({ ...place, organisation: { id: house.organisation.id, key: other.organisation.key } }, one)))
  await assert.rejects(bytesOf(readFile({ ...place, organisation: other.organisation }, one)), /missing/)
  assert.ok((await bytesOf(readFile(place, two))).equals(text))
})

test('a piece that was changed, moved, swapped or lost breaks the download off; no wrong byte comes out as right', async () => {
  const house = await tenant()
  const place = await placeOf(house)
  const { superUrl } = await testDatabase()
  const made = async () => receiveFile(place, now, parts(pdfOf(2 * piece + 5)), 'a.pdf')
  const tamper = (sql: string, id: string) => rowsOf(superUrl, sql, [house.organisation.id, id])
  const ways = [
    `update stored_file_piece set bytes = set_byte(bytes, 100, get_byte(bytes, 100) # 1) where organisation_id = $1 and file_id = $2 and position = 1`,
    `update stored_file_piece p set bytes = (select bytes from stored_file_piece o where o.organisation_id = p.organisation_id and o.file_id = p.file_id and o.position = 1 - p.position) where p.organisation_id = $1 and p.file_id = $2 and position < 2`,
    `delete from stored_file_piece where organisation_id = $1 and file_id = $2 and position = 2`,
    `update stored_file set key_sealed = set_byte(key_sealed, 40, get_byte(key_sealed, 40) # 1) where organisation_id = $1 and id = $2`,
  ]
  for (const way of ways) {
    const file = await made()
    await tamper(way, file.id)
    await assert.rejects(bytesOf(readFile(place, file)), way)
  }
})

test('what is refused or breaks off half-way leaves nothing', async () => {
  const house = await tenant()
  const place = await placeOf(house)
  async function* broken() {
    yield* parts(pdfOf(2 * piece))
    throw new Error('the sender went away')
  }
  await assert.rejects(receiveFile(place, now, broken(), 'a.pdf'), /went away/)
  await assert.rejects(receiveFile(place, now, parts(Buffer.from('MZ\0'.repeat(400_000))), 'a.pdf'), /programma/)
  await assert.rejects(receiveFile(place, now, parts(pdfOf(piece)), 'a.docx'), /PDF-bestand/)
  await assert.rejects(receiveFile(place, now, parts(Buffer.alloc(0)), 'a.pdf'), /leeg/)
  await assert.rejects(receiveFile(place, now, parts(Buffer.alloc(0)), ''), /Kies een bestand/)
  assert.deepEqual(await rowsLeft(house), [0, 0])
})

test('a file is kept once, with the act that needs it; what isn’t kept can be dropped, and is swept after a day', async () => {
  const house = await tenant()
  const place = await placeOf(house)
  const [kept, left, dropped] = [await receiveFile(place, now, parts(pdfOf(99)), 'a.pdf'), await receiveFile(place, now, parts(pdfOf(99)), 'b.pdf'), await receiveFile(place, now, parts(pdfOf(99)), 'c.pdf')]
  await house.scoped((scope) => keepFile(scope, kept.id), now)
  await assert.rejects(house.scoped((scope) => keepFile(scope, kept.id), now), NotFound)
  await dropReceived(place, kept.id)
  await dropReceived(place, dropped.id)
  assert.deepEqual(await rowsLeft(house), [2, 2])
  await house.scoped(sweepReceived, new Date(now.getTime() + 23 * 3_600_000))
  assert.deepEqual(await rowsLeft(house), [2, 2])
  await house.scoped(sweepReceived, new Date(now.getTime() + 25 * 3_600_000))
  assert.deepEqual(await rowsLeft(house), [1, 1])
  await assert.rejects(house.scoped((scope) => keepFile(scope, left.id), now), NotFound)
  assert.equal((await bytesOf(readFile(place, kept))).length, 99)
})

test('erasing takes every byte and the key, in the transaction of the act; one that fails erases nothing', async () => {
  const house = await tenant()
  const place = await placeOf(house)
  const file = await receiveFile(place, now, parts(pdfOf(2 * piece)), 'a.pdf')
  await house.scoped((scope) => keepFile(scope, file.id), now)
  await assert.rejects(house.scoped(async (scope) => {
    await eraseFiles(scope, [file.id])
    throw new Error('after all not')
  }))
  assert.deepEqual(await rowsLeft(house), [1, 2])
  const other = await tenant()
  await other.scoped((scope) => eraseFiles(scope, [file.id]))
  assert.deepEqual(await rowsLeft(house), [1, 2])
  await house.scoped((scope) => eraseFiles(scope, [file.id]))
  assert.deepEqual(await rowsLeft(house), [0, 0])
  await assert.rejects(bytesOf(readFile(place, file)), /missing/)
})
