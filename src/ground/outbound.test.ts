// Outbound: the table of addresses that may be asked, and real targets that hang, lie, redirect and never end.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { setDefaultCACertificates, getCACertificates } from 'node:tls'
import { promisify } from 'node:util'
import { ownCertificate } from '../../test/support/own-certificate.ts'
import { behaviours, redirecting, target, type Target } from '../../test/support/targets.ts'
import { addressKind, type AddressKind } from './address-kinds.ts'
import { type Address, type Allowed, fetchOutside, isAskable, OutboundTrouble, type OutsideRequest, readAllowedHosts } from './outbound.ts'

const nothing: Allowed = { hosts: [] }
const loopback: Allowed = { hosts: [], loopback: true }
const post: Omit<OutsideRequest, 'allow'> = { method: 'POST', body: '{}', timeoutMs: 800, mostBytes: 4096 }
const found = (...addresses: readonly string[]) => async (): Promise<Address[]> => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

const targets: Target[] = []
after(() => Promise.all(targets.map((one) => one.stop())))
async function started(...args: Parameters<typeof target>): Promise<Target> {
  const one = await target(...args)
  targets.push(one)
  return one
}

async function troubleOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'answered'
  } catch (error) {
    assert.ok(error instanceof OutboundTrouble, String(error))
    return error.trouble
  }
}

describe('which addresses are public', () => {
  const table: Readonly<Record<AddressKind, readonly string[]>> = {
    public: ['1.1.1.1', '8.8.8.8', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255', '128.0.0.1', '169.253.255.255', '172.15.255.255', '172.32.0.0', '192.0.1.0', '192.167.255.255', '192.169.0.0', '198.17.255.255',
      '198.20.0.0', '223.255.255.255', '2a00:1450:400e:80c::200e', '2001:4860:4860::8888', '2606:4700::1111', '3ffe::1'],
    inner: ['10.0.0.0', '10.255.255.255', '100.64.0.0', '100.100.100.200', '100.127.255.255', '127.0.0.1', '127.255.255.254', '172.16.0.1', '172.31.255.255', '192.168.0.1', '192.168.255.255', '::1', 'fc00::1', 'fd00:ec2::254', 'fdff:ffff::1'],
    never: ['0.0.0.0', '0.1.2.3', '169.254.169.254', '169.254.0.1', '192.0.0.1', '192.0.0.192', '192.0.2.1', '192.88.99.1', '198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255',
      '::', '::127.0.0.1', '::ffff:8.8.8.8', '::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '::ffff:0:10.0.0.1', '64:ff9b::8.8.8.8', '64:ff9b::a9fe:a9fe', '64:ff9b:1::1', '100::1', '2001::1', '2001:0:7f00:1::', '2001:10::1', '2001:db8::1', '2002:7f00:1::', '2002:a9fe:a9fe::1', '3fff::1',
      'fe80::1', 'fe80::1%eth0', 'febf::1', 'fec0::1', 'ff02::1', 'ff0e::1', '5f00::1', '4000::1', '', 'localhost', '127.1', '0x7f000001', '2130706433', '1.2.3.4.5', '1.2.3.4:80', '01.02.03.04'],
  }
  for (const [kind, addresses] of Object.entries(table)) {
    test(`${kind}: ${addresses.length} addresses`, () => {
      assert.deepEqual(addresses.filter((address) => addressKind(address) !== kind).map((address) => `${address} is ${addressKind(address)}`), [])
    })
  }
})

describe('which addresses may be asked', () => {
  test('inner targets in every notation, other ports, other schemes and names with a login are refused before anything is sent', async () => {
    const refused = ['https://127.0.0.1/', 'https://127.1/', 'https://2130706433/', 'https://0x7f000001/', 'https://0x7f.1/', 'https://0177.0.0.1/', 'https://017700000001/', 'https://127.0.0.1./', 'https://①②⑦.⓪.⓪.①/', 'https://[::1]/', 'https://[::]/',
      'https://[::ffff:127.0.0.1]/', 'https://[::ffff:7f00:1]/', 'https://[64:ff9b::7f00:1]/', 'https://[fe80::1]/', 'https://[fd00:ec2::254]/', 'https://169.254.169.254/latest/meta-data/', 'https://2852039166/', 'https://0xa9fea9fe/', 'https://0251.0376.0251.0376/',
      'https://10.0.0.1/', 'https://100.64.0.1/', 'https://0/', 'https://0.0.0.0/', 'https://192.168.1.1/', 'https://224.0.0.1/', 'https://255.255.255.255/',
      'http://93.184.215.14/', 'https://93.184.215.14:8443/', 'https://93.184.215.14:22/', 'https://wie:wat@93.184.215.14/', 'https://wie@93.184.215.14/', 'ftp://93.184.215.14/', 'file:///etc/passwd', 'gopher://93.184.215.14/', 'unix:/var/run/docker.sock', 'https://', 'geen adres', '',
      'https://[::1%25lo]/', 'https://127.0.0.1:443@93.184.215.14:80/']
    for (const url of refused) {
      assert.equal(isAskable(url, nothing), false, url)
      assert.equal(await troubleOf(fetchOutside(url, { ...post, allow: nothing, resolve: found('93.184.215.14') })), 'forbidden', url)
    }
    for (const url of ['https://haken.example/pad?x=1', 'https://93.184.215.14/', 'https://93.184.215.14:443/', 'https://[2606:4700::1111]/']) assert.equal(isAskable(url, nothing), true, url)
  })

  test('a name that leads to an inner address is refused, also when a public one stands beside it', async () => {
    for (const addresses of [['127.0.0.1'], ['169.254.169.254'], ['10.0.0.1'], ['::1'], ['::ffff:127.0.0.1'], ['fd00::1'], ['93.184.215.14', '10.0.0.1'], ['0.0.0.0'], ['64:ff9b::a00:1'], ['niets']]) {
      assert.equal(await troubleOf(fetchOutside('https://haken.example/', { ...post, allow: nothing, resolve: found(...addresses) })), 'forbidden', addresses.join())
    }
    assert.equal(await troubleOf(fetchOutside('https://haken.example/', { ...post, allow: nothing, resolve: found() })), 'not_found')
    assert.equal(await troubleOf(fetchOutside('https://haken.example/', { ...post, allow: nothing, resolve: () => Promise.reject(new Error('SERVFAIL')) })), 'not_found')
    assert.equal(await troubleOf(fetchOutside('https://localhost/', { ...post, allow: nothing, resolve: found('127.0.0.1') })), 'forbidden')
  })

  test('a name server that never answers costs no more than the time that was given', async () => {
    const begun = performance.now()
    assert.equal(await troubleOf(fetchOutside('https://haken.example/', { ...post, timeoutMs: 200, allow: nothing, resolve: () => new Promise(() => {}) })), 'timeout')
    assert.ok(performance.now() - begun < 10_000)
  })

  test('what the operator names may be inner, at that scheme and port only; the machine’s own secrets never', async () => {
    const inner = await started(behaviours.fine)
    const allow: Allowed = { hosts: readAllowedHosts(`http://zaken.intern:${inner.port}, 10.1.2.3:8443`)! }
    const url = `http://zaken.intern:${inner.port}/haak`
    assert.equal((await fetchOutside(url, { ...post, allow, resolve: found('127.0.0.1') })).status, 204)
    assert.equal(inner.received[0]?.headers.host, `zaken.intern:${inner.port}`)
    assert.equal(await troubleOf(fetchOutside(url, { ...post, allow, resolve: found('169.254.169.254') })), 'forbidden')
    for (const other of [`https://zaken.intern:${inner.port}/`, 'http://zaken.intern/', `http://anders.intern:${inner.port}/`, `http://zaken.intern.:${inner.port}/`, 'https://10.1.2.3/', 'https://10.1.2.4:8443/']) {
      assert.equal(await troubleOf(fetchOutside(other, { ...post, allow, resolve: found('127.0.0.1') })), 'forbidden', other)
    }
    assert.equal(isAskable('https://10.1.2.3:8443/', allow), true)
  })

  test('the setting is read, or refused as a whole', () => {
    assert.deepEqual(readAllowedHosts(''), [])
    assert.deepEqual(readAllowedHosts(' Zaken.intern , https://[fd00::1]:8443,http://10.0.0.1'), [
      { scheme: 'https:', host: 'zaken.intern', port: '' }, { scheme: 'https:', host: '[fd00::1]', port: '8443' }, { scheme: 'http:', host: '10.0.0.1', port: '' },
    ])
    for (const text of ['*.intern', 'zaken.intern/pad', 'wie@zaken.example', 'zaken intern', 'ftp://zaken.intern', 'zaken.intern:99999']) assert.equal(readAllowedHosts(text), undefined, text)
  })
})

describe('the connection', () => {
  test('DNS rebinding: the name is asked once, and the connection goes to the address that was checked', async () => {
    const checked = await started(behaviours.fine)
    const allow: Allowed = { hosts: readAllowedHosts(`http://haken.example:${checked.port}`)! }
    const answers = [found('127.0.0.1'), found('169.254.169.254')]
    let asked = 0
    const turning = () => answers[Math.min(asked++, 1)]!()
    assert.equal((await fetchOutside(`http://haken.example:${checked.port}/`, { ...post, allow, resolve: turning })).status, 204)
    assert.deepEqual([asked, checked.received.length], [1, 1])
    assert.equal(await troubleOf(fetchOutside(`http://haken.example:${checked.port}/`, { ...post, allow, resolve: turning })), 'forbidden', 'each request checks anew')
  })

  test('TLS: the name stands in SNI, Host and the certificate’s check, whatever the address', async () => {
    const secure = await started((response) => { response.end('goed') }, ownCertificate('haken.example'))
    const stranger = await started(behaviours.fine, ownCertificate('iemand-anders.example'))
    const ask = (port: number) => fetchOutside(`https://haken.example:${port}/`, { ...post, allow: { hosts: readAllowedHosts(`haken.example:${port}`)! }, resolve: found('127.0.0.1') })
    assert.equal(await troubleOf(ask(secure.port)), 'untrusted', 'a certificate that nobody vouches for')
    const mine = ownCertificate('haken.example')
    const trusted = await started((response) => { response.end('goed') }, mine)
    const before = getCACertificates('default')
    setDefaultCACertificates([...before, mine.cert])
    try {
      const answer = await ask(trusted.port)
      assert.deepEqual([answer.status, answer.body.toString()], [200, 'goed'])
      assert.equal(trusted.received[0]?.headers.host, `haken.example:${trusted.port}`)
      assert.equal(await troubleOf(ask(stranger.port)), 'untrusted', 'another name')
    } finally {
      setDefaultCACertificates(before)
    }
    assert.deepEqual([secure.received.length, stranger.received.length], [0, 0])
  })

  test('a redirect is an answer, and is not followed', async () => {
    const inside = await started(behaviours.fine)
    const sly = await started(redirecting(inside.url))
    const answer = await fetchOutside(sly.url, { ...post, allow: loopback })
    assert.equal(answer.status, 307)
    assert.equal(inside.received.length, 0)
  })

  test('no proxy of the environment stands between', async () => {
    const proxy = await started(behaviours.fine)
    const inner = await started((response) => { response.end('rechtstreeks') })
    const script = `import { fetchOutside } from ${JSON.stringify(join(import.meta.dirname, 'outbound.ts'))}
      const answer = await fetchOutside(${JSON.stringify(inner.url)}, { method: 'GET', timeoutMs: 5000, mostBytes: 100, allow: { hosts: [], loopback: true } })
      process.stdout.write(answer.body.toString())`
    const address = `http://127.0.0.1:${proxy.port}`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module-typescript', '--eval', script], {
      env: { PATH: process.env.PATH, NODE_USE_ENV_PROXY: '1', HTTP_PROXY: address, HTTPS_PROXY: address, http_proxy: address, https_proxy: address, NO_PROXY: '' },
    })
    assert.equal(stdout, 'rechtstreeks')
    assert.equal(proxy.received.length, 0)
  })
})

describe('targets that misbehave', () => {
  const ask = async (one: Target, more: Partial<OutsideRequest> = {}) => {
    const begun = performance.now()
    try {
      const answer = await fetchOutside(one.url, { ...post, allow: loopback, ...more })
      return { outcome: answer.status, size: answer.body.length, isCut: answer.isCut, ms: performance.now() - begun }
    } catch (error) {
      assert.ok(error instanceof OutboundTrouble, String(error))
      return { outcome: error.trouble, size: 0, isCut: false, ms: performance.now() - begun }
    }
  }

  test('one that hangs, before or in its answer, costs the time that was given and no more', async () => {
    const hanging = await ask(await started(behaviours.hanging))
    assert.equal(hanging.outcome, 'timeout')
    const dripping = await ask(await started(behaviours.dripping))
    assert.deepEqual([dripping.outcome, dripping.isCut], [200, true])
    for (const { ms } of [hanging, dripping]) assert.ok(ms > 700 && ms < 2_000, String(ms))
  })

  test('of an endless or huge answer no more is read than was asked, and the connection ends', async () => {
    const endless = await started(behaviours.endless)
    const read = await ask(endless, { timeoutMs: 10_000 })
    assert.deepEqual([read.outcome, read.size, read.isCut], [200, 4096, true])
    assert.ok(read.ms < 3_000)
    const whole = await ask(await started((response) => { response.end('x'.repeat(4096)) }))
    assert.deepEqual([whole.size, whole.isCut], [4096, false])
    const headers = await ask(await started((response) => { response.writeHead(200, { 'x-groot': 'x'.repeat(60_000) }).end() }))
    assert.equal(headers.outcome, 'broken')
  })

  test('one that closes early, or speaks another language, is broken; one that broke off after its status has answered', async () => {
    assert.equal((await ask(await started(behaviours.closing))).outcome, 'broken')
    const halfway = await ask(await started(behaviours.halfway))
    assert.deepEqual([halfway.outcome, halfway.isCut], [200, true])
    const upgrade = await ask(await started((response) => { response.writeHead(101, { connection: 'upgrade', upgrade: 'iets' }).end() }))
    assert.equal(upgrade.outcome, 'broken')
    const nobody = await target(behaviours.fine)
    await nobody.stop()
    assert.equal((await ask(nobody)).outcome, 'unreachable')
  })
})
