// Mail: one letter over real SMTP, and what to make of the answer: sent, refused for good, or to be tried again.
import { createTransport } from 'nodemailer'
import { log, traceOf } from './log.ts'
import type { MailSettings } from './mail-settings.ts'

/** `id` is the Message-ID without its brackets: the same at every attempt, so that a server that had it already may drop the second. */
export type Letter = { readonly to: string; readonly id: string; readonly subject: string; readonly text: string; readonly html: string; readonly language: string; readonly settingsUrl?: string; readonly replyTo?: string; readonly attachments?: readonly { readonly name: string; readonly type: string; readonly bytes: Buffer }[] }

/** Why a letter wasn't sent. The last four say something of the mail server or of the way to it, not of the letter. */
export const mailTroubles = ['refused', 'temporary', 'fault', 'unreachable', 'timeout', 'tls', 'login'] as const
export type MailTrouble = (typeof mailTroubles)[number]

/** `status`: the SMTP server's own three figures, where it gave them. `isUnsure`: the way broke off when the server may have had the letter already. */
export type MailEnding = { readonly trouble: MailTrouble | null; readonly status: number | null; readonly isUnsure?: true }

export type PostRoom = { send(letter: Letter): Promise<MailEnding> }

/** The way to the mail server. `timeoutMs` bounds each wait for it: connecting, its greeting and each of its answers. */
export function openPost(settings: MailSettings, options: { timeoutMs?: number } = {}): PostRoom {
  const { host, port, user, password, tls, from } = settings
  const patience = options.timeoutMs ?? 20_000
  const transport = createTransport({
    host, port, secure: tls === 'implicit', requireTLS: tls === 'required',
    // Where plain is fine too, a certificate of one's own making is no worse.
    tls: { rejectUnauthorized: tls !== 'optional', minVersion: 'TLSv1.2' },
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: patience, greetingTimeout: patience, dnsTimeout: patience,
    // Longer than the greeting may take: of two that end together either may be told, and only this one leaves in doubt whether the letter arrived.
    socketTimeout: Math.ceil(patience * 1.25),
    // A letter never reads a file or an address.
    disableFileAccess: true, disableUrlAccess: true,
  })
  return {
    async send({ to, id, subject, text, html, language, settingsUrl, replyTo, attachments = [] }) {
      try {
        await transport.sendMail({
          from, to: { name: '', address: to }, subject, text, html, messageId: `<${id}>`, ...(replyTo === undefined ? {} : { replyTo: { name: '', address: replyTo } }),
          attachments: attachments.map(({ name, type, bytes }) => ({ filename: name, contentType: type, content: bytes })),
          headers: {
            // No out-of-office answers to a machine (RFC 3834).
            'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All', 'content-language': language,
            ...(settingsUrl === undefined ? {} : { 'list-unsubscribe': `<${settingsUrl}>` }),
          },
        })
        return { trouble: null, status: 250 }
      } catch (error) {
        return endingOf(error)
      }
    },
  }
}

/** True for what says something of the mail server, so that other letters needn't be tried now. */
export function isServerTrouble(trouble: MailTrouble | null): boolean {
  return trouble === 'unreachable' || trouble === 'timeout' || trouble === 'tls' || trouble === 'login'
}

function endingOf(error: unknown): MailEnding {
  const { code = '', responseCode } = error as { code?: string; responseCode?: number }
  const status = typeof responseCode === 'number' ? responseCode : null
  const known = byCode[code]
  const unsure = status === null && mayHaveArrived(error as BrokenOff) ? { isUnsure: true as const } : {}
  if (known !== undefined) return { trouble: known, status, ...unsure }
  if (status !== null) return { trouble: status >= 500 ? 'refused' : 'temporary', status }
  // The error's own text may quote an address.
  log.error('mail-fault', traceOf(error))
  return { trouble: 'fault', status, ...unsure }
}

type BrokenOff = { readonly code?: string; readonly syscall?: string; readonly timeoutType?: string }

/** True unless it broke off before a letter can have been handed over: no connection was made, or none that was safe, or signing in failed. */
function mayHaveArrived({ code = '', syscall, timeoutType }: BrokenOff): boolean {
  if (['EDNS', 'EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'EENVELOPE', 'EMESSAGE', 'ECONFIG'].includes(code)) return false
  return syscall !== 'connect' && !['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT'].includes(timeoutType ?? '')
}

const byCode: Readonly<Record<string, MailTrouble | undefined>> = {
  EAUTH: 'login', ENOAUTH: 'login', EOAUTH2: 'login', ETLS: 'tls', ETIMEDOUT: 'timeout', EDNS: 'unreachable', ECONNECTION: 'unreachable', EPROTOCOL: 'unreachable', ESOCKET: 'unreachable', EPROXY: 'unreachable',
}
