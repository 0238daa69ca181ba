// Press: people outside who open a form, fill it in and send it, so many a second, each from an address of their own behind the proxy. Started by cases.ts; tells what came of each.
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Pressed, PressOrder } from './cases.ts'

const { port, path, perSecond, seconds, pauseMs, fields } = JSON.parse(await text(process.stdin)) as PressOrder
const boundary = '----WaarborgBench7MA4YWxkTrZu0gW'
const agent = new Agent({ keepAlive: true })
const times: number[] = []
const refusals: Record<string, number> = {}
let acknowledged = 0
let started = 0
const began = performance.now()
const running: Promise<void>[] = []

// At the pace of those who come, whatever becomes of the ones before them.
while (performance.now() - began < seconds * 1000) {
  const due = Math.floor((performance.now() - began) / 1000 * perSecond)
  while (started < due) running.push(sendOne(started++))
  await new Promise((done) => { setTimeout(done, 5) })
}
// Whoever still waits a minute after the last one came has given up.
await Promise.race([Promise.all(running), new Promise((done) => { setTimeout(done, 60_000) })])
const givenUp = started - acknowledged - Object.values(refusals).reduce((sum, count) => sum + count, 0)
if (givenUp > 0) refusals['opgegeven na een minuut'] = givenUp
agent.destroy()
times.sort((one, other) => one - other)
const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
const result: Pressed = { started, acknowledged, refusals, seconds: (performance.now() - began) / 1000, p50: at(0.5), p95: at(0.95), worst: times.at(-1) ?? 0 }
process.stdout.write(JSON.stringify(result), () => process.exit(0))

async function sendOne(turn: number): Promise<void> {
  const address = `100.${64 + (turn >> 16)}.${(turn >> 8) & 255}.${turn & 255}`
  try {
    const opened = await ask('GET', `${path}?stap=alles`, address)
    const since = /name="_sinds" value="([^"]+)"/.exec(opened.body)?.[1]
    if (opened.status !== 200 || !since) return refuse(`openen ${opened.status}`)
    await new Promise((done) => { setTimeout(done, pauseMs) })
    const before = performance.now()
    const sent = await ask('POST', path, address, { _stap: 'alles', _sinds: since, website: '', ...fields, _action: 'send' })
    if (sent.status !== 303 || !sent.location.includes('/verstuurd')) return refuse(`versturen ${sent.status}`)
    const told = await ask('GET', sent.location, address, undefined, sent.cookie)
    if (told.status !== 200 || !told.body.includes('/status/')) return refuse(`bevestigen ${told.status}`)
    acknowledged++
    times.push(performance.now() - before)
  } catch (error) {
    refuse(String((error as NodeJS.ErrnoException).code ?? error))
  }
}

function refuse(why: string): void {
  refusals[why] = (refusals[why] ?? 0) + 1
}

type Answer = { status: number; body: string; location: string; cookie: string }

function ask(method: 'GET' | 'POST', where: string, address: string, form?: Readonly<Record<string, string>>, cookie = ''): Promise<Answer> {
  // As a browser sends a form that may bring files.
  const parts = Object.entries(form ?? {}).map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  const body = form ? `${parts.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename=""\r\ncontent-type: application/octet-stream\r\n\r\n\r\n--${boundary}--\r\n` : undefined
  return new Promise((done, fail) => {
    const call = request({
      port, host: '127.0.0.1', path: where, method, agent, timeout: 60_000,
      headers: { host: 'waarborg.test', 'x-forwarded-for': address, 'accept-language': 'nl', ...(cookie ? { cookie } : {}), ...(body === undefined ? {} : { 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': Buffer.byteLength(body), origin: 'http://waarborg.test', 'sec-fetch-site': 'same-origin' }) },
    }, async (answer) => {
      try {
        done({ status: answer.statusCode ?? 0, body: await text(answer), location: answer.headers.location ?? '', cookie: (answer.headers['set-cookie'] ?? []).map((each) => each.split(';')[0]).join('; ') })
      } catch (error) {
        fail(error as Error)
      }
    })
    call.once('timeout', () => call.destroy(new Error('ETIMEDOUT')))
    call.once('error', fail)
    call.end(body)
  })
}
