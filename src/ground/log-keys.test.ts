import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { openMasterKey } from './keys.ts'
import { logKeysOf, logPseudonym, logPseudonyms } from './log-keys.ts'
import { throwAwayFolder } from '../../test/support/throw-away.ts'

const now = new Date('2026-11-22T10:00:00Z')
const folder = () => throwAwayFolder('keys')

describe('log keys (N-39)', () => {
  test('a pseudonym is HMAC-SHA-256 as anybody else makes it', () => {
    const bytes = Buffer.from('0b'.repeat(32), 'hex')
    for (const text of ['1', 'x'.repeat(200), 'é€𝄞']) assert.deepEqual(logPseudonym({ number: 1, since: now, bytes }, 'bsn', text), createHmac('sha256', bytes).update(`bsn:${text}`).digest())
  })

  test('the same for all who open the same folder; another organisation has other keys', () => {
    const keysFolder = folder()
    const one = logKeysOf(openMasterKey(keysFolder), 'a').all()
    assert.deepEqual(logKeysOf(openMasterKey(keysFolder), 'a').all(), one)
    assert.notDeepEqual(logKeysOf(openMasterKey(keysFolder), 'b').all()[0]!.bytes, one[0]!.bytes)
  })

  test('after rotation the new key writes and the old one still finds', () => {
    const keys = logKeysOf(openMasterKey(folder()), 'a')
    const before = logPseudonym(keys.all()[0]!, 'bsn', '123456782')
    keys.rotate(now)
    const [written, ...older] = logPseudonyms(keys, 'bsn', '123456782')
    assert.notDeepEqual(written, before)
    assert.deepEqual(older, [before])
    assert.deepEqual(keys.all().map(({ number }) => number), [2, 1])
  })

  test('what was destroyed is in no file any more, and that it was stays known', () => {
    const keysFolder = folder()
    const keys = logKeysOf(openMasterKey(keysFolder), 'a')
    const before = logPseudonym(keys.all()[0]!, 'bsn', '123456782')
    const stored = () => readdirSync(join(keysFolder, 'access-log')).map((name) => readFileSync(join(keysFolder, 'access-log', name), 'utf8')).join('\n')
    const sealed = (JSON.parse(stored()) as { keys: { sealed: string }[] }).keys[0]!.sealed
    keys.destroy(now)
    assert.ok(!stored().includes(sealed))
    assert.ok(!logPseudonyms(keys, 'bsn', '123456782').some((made) => made.equals(before)))
    assert.deepEqual(keys.destroyed(), [now])
    assert.deepEqual(keys.all().map(({ number }) => number), [2], 'its number isn’t given again')
  })
})
