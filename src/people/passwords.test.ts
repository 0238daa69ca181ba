import { test } from 'node:test'
import assert from 'node:assert/strict'
import { hash } from '@node-rs/argon2'
import { hashPassword, isPassword, mustRehash, passwordFault } from './passwords.ts'

const about = ['j.de.wit@duinrade.example', 'Jannie de Wit', 'Gemeente Duinrade']
const cases: readonly [password: string, fault: RegExp | undefined][] = [
  ['kort', /minstens 12/],
  ['elf tekens!', /minstens 12/],
  ['twaalf maal zeep', undefined],
  ['aaaaaaaaaaaaaaaa', /weinig verschillende/],
  ['j.de.wit@duinrade.example', /naam, e-mailadres/],
  ['Jannie de Wit 1', /naam, e-mailadres/],
  ['GemeenteDuinrade1', /naam, e-mailadres/],
  ['Wachtwoord123', /raden/],
  ['W@chtw00rd2026', /raden/],
  ['Welkom2026!!', /raden/],
  ['1234567890123', /raden/],
  ['paard nietmachine accu', undefined],
  ['de zomer van zeven eekhoorns', undefined],
  ['x'.repeat(150) + 'abcde'.repeat(12), /hoogstens 200/],
]

test('a password is long enough and not the first guess', () => {
  for (const [password, fault] of cases) {
    const found = passwordFault(password, about)
    if (fault === undefined) assert.equal(found, undefined, password)
    else assert.match(found ?? '', fault, password)
  }
})

test('the hash is argon2id, tells right from wrong, and says when its parameters are old', async () => {
  const made = await hashPassword('correct en lang genoeg')
  assert.match(made, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.equal(await isPassword(made, 'correct en lang genoeg'), true)
  assert.equal(await isPassword(made, 'correct en lang genoeG'), false)
  assert.equal(await isPassword(null, 'nobody-has-this-password'), false)
  assert.equal(mustRehash(made), false)
  assert.equal(mustRehash(await hash('oud', { memoryCost: 8192, timeCost: 1 })), true)
})
