// Signature: held against the published example of Standard Webhooks and against the code in our own documentation.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { newSecret, signatureHeaders } from './signature.ts'

test('signs as Standard Webhooks’ own example does', () => {
  assert.deepEqual(signatureHeaders(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], 'msg_p5jXN8AQM9LWM0D4loKWxJek', new Date(1_614_265_330_999), '{"test": 2432232314}'), {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek', 'webhook-timestamp': '1614265330', 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

test('the receiver’s example in the documentation accepts what we sign, and nothing else', async () => {
  const documentation = readFileSync(join(import.meta.dirname, '../../../docs/webhooks.md'), 'utf8')
  const example = /```js\n([\s\S]*?)```/.exec(documentation)![1]!
  assert.ok(example.trim().split('\n').length <= 16)
  const { isFromWaarborg } = await import(`data:text/javascript,${encodeURIComponent(example)}`) as { isFromWaarborg: (headers: Record<string, string>, body: string, secret: string) => boolean }
  const [secret, older, stranger] = [newSecret(), newSecret(), newSecret()]
  const body = '{"specversion":"1.0","naam":"één"}'
  const headers = signatureHeaders([secret, older], 'id', new Date(), body)
  assert.deepEqual([secret, older, stranger].map((one) => isFromWaarborg(headers, body, one)), [true, true, false])
  assert.equal(isFromWaarborg(headers, `${body} `, secret), false)
  assert.equal(isFromWaarborg({ ...headers, 'webhook-id': 'anders' }, body, secret), false)
  assert.equal(isFromWaarborg({ ...headers, 'webhook-signature': 'v1,' }, body, secret), false)
  assert.equal(isFromWaarborg(signatureHeaders([secret], 'id', new Date(Date.now() - 600_000), body), body, secret), false, 'an old message sent again by somebody else')
})
