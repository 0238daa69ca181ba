// Press for the access log: keep-alive connections that send OTLP in protobuf as fast as it is acknowledged, over bare sockets so that it costs the server little. Started by access-log-ingest.ts; builds its bodies first and waits for a line.
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { asOtlpProtobuf, sentRecord } from '../test/support/sent-records.ts'
import type { PressOrder, Pressed } from './access-log-ingest.ts'

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const nextLine = async () => (await lines.next()).value as string
const { port, tokens, batch, total, connections } = JSON.parse(await nextLine()) as PressOrder

// One of each kind is built by the book; the others are that one with other ids and another data subject.
const template = asOtlpProtobuf(Array.from({ length: batch }, (_, index) => sentRecord({
  'user.id': `medewerker-${String(index % 97).padStart(4, '0')}`, 'dpl.core.processing_activity_id': `https://voorbeeld.example/verwerkingen/${String(index % 40).padStart(3, '0')}`,
}, Date.now() - index)))
const idPlaces: number[] = []
const subjectPlaces: number[] = []
for (let at = 0; (at = template.indexOf(Buffer.from([0x0a, 16]), at)) !== -1; at += 2) if (template[at + 18] === 0x12 && template[at + 19] === 8) idPlaces.push(at)
for (let at = 0; (at = template.indexOf('123456782', at)) !== -1; at += 9) subjectPlaces.push(at)
if (idPlaces.length !== batch || subjectPlaces.length !== batch) throw new Error(`the template has ${idPlaces.length} ids and ${subjectPlaces.length} subjects for ${batch} records`)

const count = Math.ceil(total / batch)
const heads = tokens.map((token) => `POST /v1/traces HTTP/1.1\r\nhost: waarborg.test\r\ncontent-type: application/x-protobuf\r\nauthorization: Bearer ${token}\r\ncontent-length: ${template.length}\r\n\r\n`)
const bodies = Array.from({ length: count }, () => {
  const body = Buffer.from(template)
  const ids = randomBytes(24 * batch)
  for (let index = 0; index < batch; index++) {
    ids.copy(body, idPlaces[index]! + 2, index * 24, index * 24 + 16)
    ids.copy(body, idPlaces[index]! + 20, index * 24 + 16, index * 24 + 24)
    body.write(String(100_000_000 + Math.floor(Math.random() * 899_999_999)), subjectPlaces[index]!, 'latin1')
  }
  return body
})
process.stdout.write('ready\n')
await nextLine()

const times = new Float64Array(count)
const refusals: Record<string, number> = {}
let [next, done] = [0, 0]
const began = performance.now()
const cpu = process.cpuUsage()
await Promise.all(Array.from({ length: connections }, (_, index) => sendAll(heads[index % heads.length]!)))
const { user, system } = process.cpuUsage(cpu)
const sorted = times.slice(0, done).toSorted()
const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
const pressed: Pressed = { acknowledged: done * batch, refusals, seconds: (performance.now() - began) / 1000, p50: at(0.5), p95: at(0.95), cpuMs: (user + system) / 1000 }
process.stdout.write(`${JSON.stringify(pressed)}\n`, () => process.exit(0))

/** One connection: the next body as soon as the one before was answered. */
function sendAll(head: string): Promise<void> {
  return new Promise((ended, failed) => {
    const socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    let sentAt = 0
    let answer = ''
    const send = () => {
      if (next >= count) {
        socket.end()
        return ended()
      }
      sentAt = performance.now()
      const body = bodies[next++]!
      if (body.length < 4_096) return void socket.write(Buffer.concat([Buffer.from(head, 'latin1'), body]))
      socket.cork()
      socket.write(head, 'latin1')
      socket.write(body)
      socket.uncork()
    }
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
      const end = answer.indexOf('\r\n\r\n')
      if (end === -1) return
      const length = Number(/content-length: (\d+)/i.exec(answer)?.[1] ?? 0)
      if (answer.length < end + 4 + length) return
      const status = answer.slice(9, 12)
      if (status === '200' && length === 0) times[done++] = performance.now() - sentAt
      else refusals[status] = (refusals[status] ?? 0) + 1
      answer = ''
      // Told to wait: as a client that obeys does.
      if (status === '429') setTimeout(send, 1_000)
      else send()
    })
    socket.once('error', failed)
    socket.once('connect', send)
  })
}
