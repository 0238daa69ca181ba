// Metrics: what this process tells Prometheus of itself, on a port of its own: numbers and fixed words only, never an id or a name.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { BadSetting } from './config.ts'

const registry = new Registry()
const registers = [registry]
const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

const requests = new Histogram({ name: 'waarborg_http_request_duration_seconds', help: 'Time until the answer began, by route pattern.', labelNames: ['method', 'route', 'status'], buckets: seconds, registers })
const jobs = new Histogram({ name: 'waarborg_job_duration_seconds', help: 'Time that jobs took, by queue and outcome.', labelNames: ['queue', 'outcome'], buckets: [...seconds, 120, 600, 3600], registers })
const deliveries = new Histogram({ name: 'waarborg_webhook_delivery_duration_seconds', help: 'Time until a webhook target had answered or failed, by outcome.', labelNames: ['outcome'], buckets: seconds, registers })
const due = new Gauge({ name: 'waarborg_webhook_organisations_due', help: 'Organisations with webhooks that wait to be sent, to targets that work and to targets that fail.', labelNames: ['targets'], registers })
const mails = new Counter({ name: 'waarborg_mail_messages_total', help: 'Attempts to send a message by mail, by outcome.', labelNames: ['outcome'], registers })
const kept = new Counter({ name: 'waarborg_webhook_subscriptions_paused_total', help: 'Subscriptions paused because their target failed for a day or said it was gone.', registers })

const pools = new Set<Pool>()
const connections = new Gauge({
  name: 'waarborg_database_connections', help: 'Connections of the pool to PostgreSQL, and requests that wait for one.', labelNames: ['state'], registers,
  collect() {
    for (const pool of pools) if (pool.ended) pools.delete(pool)
    const open = [...pools]
    connections.set({ state: 'idle' }, sum(open.map(({ idleCount }) => idleCount)))
    connections.set({ state: 'busy' }, sum(open.map(({ totalCount, idleCount }) => totalCount - idleCount)))
    connections.set({ state: 'waiting' }, sum(open.map(({ waitingCount }) => waitingCount)))
  },
})

/** `route` is the pattern (`/:slug/verwerkingen/:id`), never the address. */
export function countRequest(method: string, route: string, status: number, ms: number): void {
  requests.observe({ method: methods.has(method) ? method : 'other', route, status }, ms / 1000)
}

export function countJob(queue: string, outcome: 'done' | 'failed', ms: number): void {
  jobs.observe({ queue, outcome }, ms / 1000)
}

export function countDelivery(outcome: 'delivered' | 'failed' | 'given_up', ms: number): void {
  deliveries.observe({ outcome }, ms / 1000)
}

export function countMail(outcome: 'sent' | 'waiting' | 'failed' | 'uncertain'): void {
  mails.inc({ outcome })
}

export function countPaused(): void {
  kept.inc()
}

export function tellDue(working: number, failing: number): void {
  due.set({ targets: 'working' }, working)
  due.set({ targets: 'failing' }, failing)
}

/** Counts this pool's connections with the others until it ends. */
export function watchPool(pool: Pool): void {
  pools.add(pool)
}

/** Everything in the text format of Prometheus, what threads of this process counted added up with it. */
export async function metricsText(): Promise<string> {
  const others = (await Promise.all([...counting].map((ask) => ask()))).flat()
  return others.length === 0 ? registry.metrics() : AggregatorRegistry.aggregate([await registry.getMetricsAsJSON(), ...others]).metrics()
}

/** What this thread counted, for `countAlso` of the thread that is asked for it. */
export function countsOfThread(): Promise<object[]> {
  return registry.getMetricsAsJSON()
}

/** Counts threads along: `ask` gives what each counted. @returns what ends that */
export function countAlso(ask: () => Promise<object[][]>): () => void {
  counting.add(ask)
  return () => counting.delete(ask)
}
const counting = new Set<() => Promise<object[][]>>()

/** Serves `/metrics` at a port of its own, so that no proxy in front of the product passes it on by accident. Gives what stops it. @throws BadSetting */
export async function serveMetrics(host: string, port: number): Promise<() => Promise<void>> {
  collectOnce()
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') return void response.writeHead(404).end()
    metricsText().then((text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text), () => response.writeHead(500).end())
  })
  await new Promise<void>((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => failed(new BadSetting(`METRICS_PORT: luisteren op ${host}:${port} lukt niet (${error.code ?? error.message}). Kies een andere poort.`, { cause: error })))
    server.listen(port, host, done)
  })
  return () => new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

// Memory, processor time, garbage collection and the event loop's lag; gathered only where somebody asks for them.
let isCollecting = false
function collectOnce(): void {
  if (isCollecting) return
  isCollecting = true
  collectDefaultMetrics({ register: registry })
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }
  new Gauge({ name: 'waarborg_build_info', help: 'The version that runs; always 1.', labelNames: ['version', 'node'], registers }).set({ version, node: process.version }, 1)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
