import { test } from 'node:test'
import assert from 'node:assert/strict'
import { localPath } from './local-path.ts'

const cases: readonly [text: string | undefined, path: string | undefined][] = [
  ['/duinrade/verwerkingen?q=a%20b', '/duinrade/verwerkingen?q=a%20b'],
  ['/', '/'],
  [undefined, undefined],
  ['', undefined],
  ['//evil.example', undefined],
  ['/\\evil.example', undefined],
  ['/a\\b', undefined],
  ['https://evil.example/', undefined],
  ['javascript:alert(1)', undefined],
  ['/\t/evil.example', undefined],
  ['/\n/evil.example', undefined],
  ['/..//evil.example', undefined],
]

test('after signing in people are only sent within this site', () => {
  for (const [text, path] of cases) assert.equal(localPath(text), path, String(text))
})
