// A mail server in a test: real SMTP on a port of its own, that takes letters, refuses them, says "later" or says nothing at all.
import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { MailSettings } from '../../src/ground/mail-settings.ts'

/** A letter as it came over the line. */
export type Received = { readonly from: string; readonly to: readonly string[]; readonly user: string | undefined; readonly isSecure: boolean; readonly raw: string; readonly headers: ReadonlyMap<string, string>; readonly text: string; readonly html: string }

/** Three figures with which to answer a receiver (`550`), `silence` after the letter, or nothing: take it. */
export type Answer = number | 'silence' | undefined

export type MailServer = { readonly port: number; readonly received: Received[]; answer: (to: string) => Answer; stop(): Promise<void> }

export async function mailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: Received[] = []
  const one: MailServer = { port: 0, received, answer: () => undefined, stop: () => new Promise((done) => { server.close(() => done()) }) }
  const server = new SMTPServer({
    authOptional: true, disableReverseLookup: true, hideSTARTTLS: !('key' in options), closeTimeout: 100, ...options,
    onRcptTo({ address }, _session, done) {
      const answer = one.answer(address)
      if (typeof answer === 'number') done(Object.assign(new Error('not here'), { responseCode: answer }))
      else done()
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        const raw = Buffer.concat(pieces).toString('utf8')
        received.push({ from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '', to, user: session.user === undefined ? undefined : String(session.user), isSecure: session.secure, raw, ...readLetter(raw) })
        if (!to.some((address) => one.answer(address) === 'silence')) done()
      })
    },
  })
  // A client that gives up breaks its connection: that is part of the test.
  server.on('error', () => {})
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', () => done()) })
  return Object.assign(one, { port: (server.server.address() as AddressInfo).port })
}

/** Takes connections and never says a word. */
export async function silentServer(): Promise<{ port: number; stop: () => Promise<void> }> {
  const open = new Set<Socket>()
  const server: Server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => {})
  })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', () => done()) })
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => new Promise((done) => {
      for (const socket of open) socket.destroy()
      server.close(() => done())
    }),
  }
}

export function settingsFor(port: number, more: Partial<MailSettings> = {}): MailSettings {
  return { host: '127.0.0.1', port, user: undefined, password: undefined, tls: 'optional', from: { name: 'Waarborg', address: 'waarborg@lekhoven.example' }, ...more }
}

function readLetter(raw: string): Pick<Received, 'headers' | 'text' | 'html'> {
  const { headers, body } = halves(raw)
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1]
  const parts = boundary === undefined ? [{ headers, body }] : body.split(`--${boundary}`).slice(1, -1).map((part) => halves(part.replace(/^\r\n/, '')))
  const of = (type: string) => parts.filter((part) => part.headers.get('content-type')?.startsWith(type)).map(plain).join('')
  return { headers, text: of('text/plain'), html: of('text/html') }
}

function halves(text: string): { headers: Map<string, string>; body: string } {
  const at = text.indexOf('\r\n\r\n')
  const lines = text.slice(0, at).replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  return { headers: new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), encodedWords(line.slice(line.indexOf(':') + 1).trim())])), body: text.slice(at + 4) }
}

function plain({ headers, body }: { headers: Map<string, string>; body: string }): string {
  const how = headers.get('content-transfer-encoding')
  if (how === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return (how === 'quoted-printable' ? quoted(body.replace(/=\r\n/g, '')) : body).replaceAll('\r\n', '\n')
}

function encodedWords(text: string): string {
  return text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, how: string, word: string) => how.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString('utf8') : quoted(word.replaceAll('_', ' ')))
}

function quoted(text: string): string {
  return Buffer.from(text.replace(/=([0-9A-F]{2})/gi, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16))), 'latin1').toString('utf8')
}
