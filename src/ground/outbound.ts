// Outbound: asking an address that somebody typed in, without letting that address reach into our own network (SSRF).
import { lookup, Resolver } from 'node:dns/promises'
import { Agent as PlainAgent, type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http'
import { Agent, request } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { addressKind } from './address-kinds.ts'

export type Address = { readonly address: string; readonly family: 4 | 6 }

/** What may be asked beyond the public internet by https on port 443. */
export type Allowed = {
  /** Targets that the operator named (see `readAllowedHosts`): there an address may be of an inner network. */
  readonly hosts: readonly AllowedHost[]
  /** This machine itself, also by http and on any port: for tests and the demo world only. */
  readonly loopback?: boolean
}
export type AllowedHost = { readonly scheme: 'http:' | 'https:'; readonly host: string; readonly port: string }

export type OutsideRequest = {
  readonly method: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** For everything together: finding, connecting, sending and reading. */
  readonly timeoutMs: number
  /** Of the answer's body; what is more is never read. */
  readonly mostBytes: number
  readonly allow: Allowed
  /** Finds a name's addresses; the system's name servers unless a test brings its own. */
  readonly resolve?: (name: string, signal: AbortSignal) => Promise<readonly Address[]>
}

/** `isCut`: the body went on beyond `mostBytes`, past the time, or broke off. */
export type OutsideAnswer = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: Buffer; readonly isCut: boolean }

/** Why nothing came back. `forbidden`: the address is not one that may be asked. */
export type Trouble = 'forbidden' | 'not_found' | 'unreachable' | 'untrusted' | 'timeout' | 'broken'

export class OutboundTrouble extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble, options?: ErrorOptions) {
    super(trouble, options)
    this.name = 'OutboundTrouble'
    this.trouble = trouble
  }
}

/**
 * Asks an address outside and gives the answer, whatever its status; a redirect is an answer like any other.
 * The connection goes to the very addresses that were checked, never through a proxy.
 * @throws OutboundTrouble
 */
export async function fetchOutside(url: string, options: OutsideRequest): Promise<OutsideAnswer> {
  const target = URL.canParse(url) ? new URL(url) : undefined
  const reach = target && reachOf(target, options.allow)
  if (!target || !reach) throw new OutboundTrouble('forbidden')
  const signal = AbortSignal.timeout(options.timeoutMs)
  try {
    const addresses = await addressesOf(bareHost(target), reach, options, signal)
    if (addresses.length === 0) throw new OutboundTrouble('not_found')
    // One that doesn't belong condemns them all: who mixes inner and public addresses is up to something.
    if (!addresses.every(({ address }) => mayReach(address, reach))) throw new OutboundTrouble('forbidden')
    return await converse(target, addresses, options, signal)
  } catch (error) {
    throw error instanceof OutboundTrouble ? error : new OutboundTrouble(signal.aborted ? 'timeout' : troubleOf(error), { cause: error })
  }
}

/** Whether this address may be asked at all, as far as its text tells; what its name leads to is checked when it is asked. */
export function isAskable(url: string, allow: Allowed): boolean {
  if (!URL.canParse(url)) return false
  const target = new URL(url)
  const reach = reachOf(target, allow)
  return reach !== undefined && (isIP(bareHost(target)) === 0 || mayReach(bareHost(target), reach))
}

/**
 * Targets in an inner network, separated by commas: `zaken.intern`, `zaken.intern:8443` or `http://zaken.voorbeeld.nl:8080`.
 * @returns undefined when one can't be read
 */
export function readAllowedHosts(text: string): AllowedHost[] | undefined {
  const found = text.split(',').map((part) => part.trim()).filter(Boolean).map((part) => {
    const url = /^https?:\/\//.test(part) ? part : `https://${part}`
    if (!URL.canParse(url)) return undefined
    const { protocol, hostname, port, pathname, search, hash, username, password } = new URL(url)
    if (pathname !== '/' || search + hash + username + password !== '' || hostname.includes('*')) return undefined
    return { scheme: protocol as AllowedHost['scheme'], host: hostname, port }
  })
  return found.every((host) => host !== undefined) ? found : undefined
}

/** How far a target may reach; undefined when its scheme, port or form isn't allowed. */
type Reach = 'public' | 'inner' | 'loopback'

function reachOf(target: URL, allow: Allowed): Reach | undefined {
  const { protocol, hostname, port, username, password } = target
  if (username || password || hostname === '') return undefined
  if (allow.loopback && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname) && /^https?:$/.test(protocol)) return 'loopback'
  if (allow.hosts.some((one) => one.scheme === protocol && one.host === hostname && one.port === port)) return 'inner'
  return protocol === 'https:' && port === '' ? 'public' : undefined
}

function mayReach(address: string, reach: Reach): boolean {
  const kind = addressKind(address)
  if (reach === 'loopback') return address === '127.0.0.1' || address === '::1'
  return kind === 'public' || (reach === 'inner' && kind === 'inner')
}

async function addressesOf(host: string, reach: Reach, { resolve }: OutsideRequest, signal: AbortSignal): Promise<readonly Address[]> {
  const family = isIP(host)
  if (family === 4 || family === 6) return [{ address: host, family }]
  const finding = resolve ? resolve(host, signal) : reach === 'public' ? askNameServers(host, signal) : askSystem(host)
  const late = Promise.withResolvers<never>()
  const onAbort = () => late.reject(new OutboundTrouble('timeout'))
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([finding, late.promise])
  } catch (error) {
    throw error instanceof OutboundTrouble ? error : new OutboundTrouble('not_found', { cause: error })
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

// Asks the network itself: the system's own finder takes one of the few threads that files and keys need too, for as long as a name server dawdles.
async function askNameServers(name: string, signal: AbortSignal): Promise<Address[]> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 })
  signal.addEventListener('abort', () => resolver.cancel(), { once: true })
  const [four, six] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
  if (four.status === 'rejected' && six.status === 'rejected') throw four.reason
  return [
    ...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 as const })) : []),
    ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 as const })) : []),
  ]
}

// Names of an inner network may stand in the hosts file or in a search domain, which only the system's finder reads.
async function askSystem(name: string): Promise<Address[]> {
  return (await lookup(name, { all: true })).map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
}

async function converse(target: URL, addresses: readonly Address[], options: OutsideRequest, signal: AbortSignal): Promise<OutsideAnswer> {
  // The name was looked up once and its addresses checked; a second look might say something else (DNS rebinding).
  const pinned: LookupFunction = (_name, how, found) =>
    how.all ? found(null, addresses.map(({ address, family }) => ({ address, family }))) : found(null, addresses[0]!.address, addresses[0]!.family)
  const isPlain = target.protocol === 'http:'
  const how: RequestOptions = {
    // An agent of its own knows of no proxy in the environment, and keeps nothing open.
    method: options.method, signal, agent: isPlain ? new PlainAgent() : new Agent(), lookup: pinned, maxHeaderSize: 16_384,
    headers: { 'user-agent': 'Waarborg', accept: '*/*', ...options.headers, ...(options.body === undefined ? {} : { 'content-length': Buffer.byteLength(options.body) }) },
  }
  const asked = isPlain ? plainRequest(target, how) : request(target, { ...how, minVersion: 'TLSv1.2', rejectUnauthorized: true })
  try {
    const answer = await new Promise<IncomingMessage>((done, failed) => {
      asked.once('response', done)
      asked.on('error', failed)
      asked.once('close', () => failed(new OutboundTrouble('broken')))
      asked.end(options.body)
    })
    return await readAnswer(answer, options.mostBytes)
  } finally {
    asked.destroy()
  }
}

async function readAnswer(answer: IncomingMessage, mostBytes: number): Promise<OutsideAnswer> {
  const parts: Buffer[] = []
  let size = 0
  let isCut = false
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      parts.push(part.subarray(0, mostBytes - size))
      size += part.length
      isCut = size > mostBytes
      if (isCut) break
    }
  } catch {
    // The status has come; that the rest didn't is for the reader of the body to mind.
    isCut = true
  }
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts), isCut }
}

function troubleOf(error: unknown): Trouble {
  const code = String((error as { code?: unknown }).code ?? '')
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|^ERR_(SSL|TLS)/.test(code)) return 'untrusted'
  return ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'EADDRNOTAVAIL'].includes(code) ? 'unreachable' : 'broken'
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '')
}
