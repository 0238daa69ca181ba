// Mail: settings that can be right in few ways, and letters over a real line to a real server, in good and bad weather.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { mailServer, type MailServer, settingsFor, silentServer } from '../../test/support/mail-server.ts'
import { ownCertificate } from '../../test/support/own-certificate.ts'
import { BadSetting, readConfig } from './config.ts'
import { openPost } from './mail.ts'

const stops: (() => Promise<void>)[] = []
after(async () => { for (const stop of stops) await stop() })

async function server(...args: Parameters<typeof mailServer>): Promise<MailServer> {
  const one = await mailServer(...args)
  stops.push(one.stop)
  return one
}

const letter = { to: 'petra@lekhoven.example', id: '0198-1@waarborg.test', subject: 'Één taak wacht', text: 'Nakijken: ‘Parkeren’.\n', html: '<p>Nakijken: ‘Parkeren’.</p>', language: 'nl' }
const from = { MAIL_FROM: 'Waarborg <waarborg@lekhoven.example>' }

test('settings: an address of a server and a sender, TLS unless the server is on this machine or plain was allowed', () => {
  assert.equal(readConfig({}).mail, undefined)
  assert.equal(readConfig({ SMTP_URL: '', MAIL_FROM: '' }).mail, undefined)
  assert.deepEqual(readConfig({ SMTP_URL: 'smtp://post%40x:gehe%3Aim@mail.lekhoven.example:2525', ...from }).mail,
    { host: 'mail.lekhoven.example', port: 2525, user: 'post@x', password: 'gehe:im', tls: 'required', from: { name: 'Waarborg', address: 'waarborg@lekhoven.example' } })
  assert.deepEqual([readConfig({ SMTP_URL: 'smtps://mail.lekhoven.example', ...from }).mail].map((mail) => [mail?.tls, mail?.port, mail?.user]), [['implicit', 465, undefined]])
  for (const host of ['localhost', '127.0.0.1', '[::1]']) assert.equal(readConfig({ SMTP_URL: `smtp://${host}:25`, ...from }).mail?.tls, 'optional', host)
  assert.equal(readConfig({ SMTP_URL: 'smtp://10.0.0.5:25', ...from }).mail?.tls, 'required')
  assert.equal(readConfig({ SMTP_URL: 'smtp://10.0.0.5:25', SMTP_ALLOW_PLAIN: 'yes', ...from }).mail?.tls, 'optional')
  assert.deepEqual(readConfig({ SMTP_URL: 'smtps://m.example', MAIL_FROM: 'p@m.example' }).mail?.from, { name: 'Waarborg', address: 'p@m.example' })
})

test('bad settings stop the start with one Dutch line that names the variable and keeps the password to itself', () => {
  const bad: [NodeJS.ProcessEnv, RegExp][] = [
    [{ SMTP_URL: 'mail.lekhoven.example', ...from }, /^SMTP_URL is geen geldig adres/], [{ SMTP_URL: 'https://u:geheim@m.example', ...from }, /^SMTP_URL is geen geldig adres/],
    [{ SMTP_URL: 'smtp://u:geheim@m.example' }, /MAIL_FROM niet/], [{ SMTP_URL: 'smtp://u:geheim@m.example/pad', ...from }, /^SMTP_URL mag na/], [{ SMTP_URL: 'smtp://m.example?tls=no', ...from }, /^SMTP_URL mag na/],
    [{ MAIL_FROM: 'Waarborg' }, /^MAIL_FROM is "Waarborg"/], [{ MAIL_FROM: 'a@b.example\nBcc: x@y.example' }, /^MAIL_FROM/], [{ MAIL_FROM: 'Een <a@b.example>, c@d.example' }, /^MAIL_FROM/],
    [{ SMTP_ALLOW_PLAIN: 'misschien' }, /^SMTP_ALLOW_PLAIN/],
  ]
  for (const [env, says] of bad) {
    assert.throws(() => readConfig(env), (error) => error instanceof BadSetting && says.test(error.message) && !error.message.includes('geheim@') && !/geheim/.test(error.message), JSON.stringify(env))
  }
})

test('a letter arrives once, from the sender, to one receiver, as text and as HTML, and asks no machine to answer', async () => {
  const { port, received } = await server()
  assert.deepEqual(await openPost(settingsFor(port)).send({ ...letter, settingsUrl: 'https://waarborg.test/lekhoven/mijn-werk' }), { trouble: null, status: 250 })
  assert.equal(received.length, 1)
  const [one] = received
  assert.deepEqual([one!.from, one!.to], ['waarborg@lekhoven.example', ['petra@lekhoven.example']])
  assert.deepEqual([one!.text.trim(), one!.html.trim()], [letter.text.trim(), letter.html])
  const said = (name: string) => one!.headers.get(name)
  assert.deepEqual([said('subject'), said('message-id'), said('auto-submitted'), said('content-language'), said('from'), said('list-unsubscribe')],
    [letter.subject, '<0198-1@waarborg.test>', 'auto-generated', 'nl', 'Waarborg <waarborg@lekhoven.example>', '<https://waarborg.test/lekhoven/mijn-werk>'])
})

test('a subject or receiver with a line break adds no header and no receiver', async () => {
  const { port, received } = await server()
  await openPost(settingsFor(port)).send({ ...letter, subject: 'Let op\r\nBcc: alle@lekhoven.example', to: 'petra@lekhoven.example, alle@lekhoven.example' })
  for (const one of received) {
    assert.equal(one.headers.has('bcc'), false)
    assert.ok(one.to.length === 1)
  }
})

test('refused for good, later, silence, nobody there: each is told apart', async () => {
  const post = await server()
  const send = (to: string) => openPost(settingsFor(post.port), { timeoutMs: 400 }).send({ ...letter, to })
  post.answer = (to) => to.startsWith('weg') ? 550 : to.startsWith('vol') ? 452 : to.startsWith('stil') ? 'silence' : undefined
  assert.deepEqual(await send('weg@lekhoven.example'), { trouble: 'refused', status: 550 })
  assert.deepEqual(await send('vol@lekhoven.example'), { trouble: 'temporary', status: 452 })
  const begun = performance.now()
  assert.deepEqual(await send('stil@lekhoven.example'), { trouble: 'timeout', status: null, isUnsure: true })
  const mute = await silentServer()
  stops.push(mute.stop)
  assert.deepEqual(await openPost(settingsFor(mute.port), { timeoutMs: 400 }).send(letter), { trouble: 'timeout', status: null })
  assert.ok(performance.now() - begun < 5_000)
  const gone = await mailServer()
  await gone.stop()
  assert.deepEqual(await openPost(settingsFor(gone.port), { timeoutMs: 400 }).send(letter), { trouble: 'unreachable', status: null })
})

test('logging in: by the right password, over TLS; with a wrong one nothing is sent; without TLS the password isn’t even said where TLS is asked', async () => {
  const heard: string[] = []
  const onAuth: NonNullable<Parameters<typeof mailServer>[0]>['onAuth'] = ({ username, password }, _session, done) => {
    heard.push(`${username}:${password}`)
    if (password === 'geheim') done(null, { user: username })
    else done(Object.assign(new Error('no'), { responseCode: 535 }))
  }
  const secure = await server({ ...ownCertificate('localhost'), authOptional: false, onAuth })
  const login = { user: 'post', password: 'geheim' }
  assert.equal((await openPost(settingsFor(secure.port, login)).send(letter)).trouble, null)
  assert.deepEqual(secure.received.map(({ user, isSecure }) => [user, isSecure]), [['post', true]])
  assert.deepEqual(await openPost(settingsFor(secure.port, { ...login, password: 'anders' })).send(letter), { trouble: 'login', status: 535 })
  // Its certificate is of its own making: where TLS is asked, that isn't good enough.
  assert.ok(['tls', 'unreachable'].includes((await openPost(settingsFor(secure.port, { ...login, tls: 'required' })).send(letter)).trouble!))
  heard.length = 0
  const open = await server({ authOptional: true, onAuth, disabledCommands: [] })
  const refused = await openPost(settingsFor(open.port, { ...login, tls: 'required' })).send(letter)
  assert.ok(refused.trouble !== null, refused.trouble ?? 'sent')
  assert.deepEqual([heard, open.received.length, secure.received.length], [[], 0, 1])
})
