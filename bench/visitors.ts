// Visitors: asks a port for pages over so many kept connections at once, and tells how many came and how long each took. Started by crowd.ts.
import { Agent, get } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Order } from './crowd.ts'

const { cookies, paths, connections, seconds } = JSON.parse(await text(process.stdin)) as Order
const port = Number(process.argv[2])
const agent = new Agent({ keepAlive: true, maxSockets: connections })
const times: number[] = []
let turn = 0
let failed = 0
const started = performance.now()
await Promise.all(Array.from({ length: connections }, async () => {
  while (performance.now() - started < seconds * 1000) {
    const at = turn++
    const before = performance.now()
    if (await ask(paths[at % paths.length]!, cookies[at % cookies.length]!, `192.0.2.${at % 250}`) === 200) times.push(performance.now() - before)
    else failed++
  }
}))
agent.destroy()
times.sort((one, other) => one - other)
process.stdout.write(JSON.stringify({ pages: times.length, seconds: (performance.now() - started) / 1000, p50: times[Math.floor(times.length * 0.5)] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0, failed }))

function ask(path: string, cookie: string, address: string): Promise<number> {
  return new Promise((done) => {
    get({ port, host: '127.0.0.1', path, agent, headers: { cookie, 'x-forwarded-for': address } }, (answer) => {
      answer.resume()
      answer.once('end', () => done(answer.statusCode ?? 0))
    }).once('error', () => done(0))
  })
}
