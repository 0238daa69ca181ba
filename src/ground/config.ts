// Settings: read once from the environment; a missing or bad one stops the start with one clear line.
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { type MailSettings, readMailSettings } from './mail-settings.ts'
import { type AllowedHost, readAllowedHosts } from './outbound.ts'

export type Config = {
  /** Where the embedded PostgreSQL, keys and temporary files live. */
  dataFolder: string
  /** Folder with the master key; never inside the database. */
  keysFolder: string
  /** Where checkpoints of the access log are published; on another machine than the database they prove most. */
  checkpointsFolder: string
  host: string
  port: number
  /** Address that people and public URIs use, without a trailing slash. */
  publicUrl: string
  /** Owner's login of an own PostgreSQL, or undefined for the embedded one. */
  databaseUrl: string | undefined
  /** Application's login of an own PostgreSQL; without it the owner makes one. */
  databaseAppUrl: string | undefined
  /** Number of reverse proxies whose X-Forwarded-For may be believed. */
  trustedProxies: number
  /** Header in which a trusted proxy hands on the client certificate of an application that logs; without it none is believed. */
  logCertHeader: string | undefined
  /** A port of their own for applications that log, and how many threads take in there; without a port they come in where people do. */
  logPort: number | undefined
  logThreads: number
  /** Largest upload in bytes. */
  maxUploadBytes: number
  /** Where Prometheus reads the metrics; without a port nobody does. */
  metricsHost: string
  metricsPort: number | undefined
  /** Targets of webhooks that may lie in an inner network. */
  webhookAllowHosts: readonly AllowedHost[]
  /** The mail server; without it nothing is mailed, and messages wait. */
  mail: MailSettings | undefined
}

export class BadSetting extends Error {}

/** Why applications that log can't have a port of their own; `code` as the machine gave it. */
export function noLogPort({ host, port }: { readonly host: string; readonly port: number }, code: string): BadSetting {
  if (code === 'ENOTSUP') return new BadSetting('LOG_THREADS: dit systeem kan één poort niet met meer draden delen. Zet LOG_THREADS op 1.')
  return new BadSetting(`LOG_PORT: luisteren op ${host}:${port} lukt niet (${code}). Kies een andere poort.`)
}

/** @throws BadSetting naming the variable, what was read and what is wanted. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const dataFolder = resolve(env.DATA_DIR ?? '.data')
  const port = whole(env, 'PORT', 3000, 0, 65_535)
  const host = env.HOST ?? '127.0.0.1'
  const publicUrl = address(env, 'PUBLIC_URL', /^https?:$/) ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  return {
    dataFolder,
    keysFolder: resolve(env.KEYS_DIR ?? `${dataFolder}/keys`),
    checkpointsFolder: resolve(env.CHECKPOINTS_DIR ?? `${dataFolder}/checkpoints`),
    host,
    port,
    publicUrl: publicUrl.replace(/\/+$/, ''),
    databaseUrl: address(env, 'DATABASE_URL', /^postgres(ql)?:$/),
    databaseAppUrl: address(env, 'DATABASE_APP_URL', /^postgres(ql)?:$/),
    trustedProxies: whole(env, 'TRUSTED_PROXIES', 0, 0, 10),
    logCertHeader: certificateHeader(env),
    logPort: whole(env, 'LOG_PORT', 0, 0, 65_535) || undefined,
    // The database needs as much of the machine as they do.
    logThreads: whole(env, 'LOG_THREADS', Math.max(1, Math.min(4, Math.floor(availableParallelism() / 2))), 1, 16),
    maxUploadBytes: whole(env, 'MAX_UPLOAD_MB', 50, 1, 1000) * 1024 * 1024,
    metricsHost: env.METRICS_HOST || '127.0.0.1',
    metricsPort: whole(env, 'METRICS_PORT', 0, 0, 65_535) || undefined,
    webhookAllowHosts: hosts(env, 'WEBHOOK_ALLOW_HOSTS'),
    mail: mailServer(env),
  }
}

function whole(env: NodeJS.ProcessEnv, name: string, fallback: number, least: number, most: number): number {
  const text = env[name]
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new BadSetting(`${name} is "${text}"; het moet een geheel getal zijn van ${least} tot en met ${most}.`)
  }
  return value
}

/** Anybody could send the header where no proxy stands in front to take it away: then it is refused at the start. */
function certificateHeader(env: NodeJS.ProcessEnv): string | undefined {
  const name = env.LOG_CERT_HEADER?.trim().toLowerCase()
  if (!name) return undefined
  if (!/^[a-z][a-z0-9-]{2,60}$/.test(name) || ['authorization', 'cookie', 'x-forwarded-for'].includes(name)) throw new BadSetting(`LOG_CERT_HEADER is "${env.LOG_CERT_HEADER}"; verwacht wordt de naam van een eigen header, bijvoorbeeld x-client-cert.`)
  if (whole(env, 'TRUSTED_PROXIES', 0, 0, 10) === 0) throw new BadSetting('LOG_CERT_HEADER werkt alleen achter een vertrouwde proxy: zet ook TRUSTED_PROXIES op het aantal proxy’s ervoor.')
  return name
}

function hosts(env: NodeJS.ProcessEnv, name: string): readonly AllowedHost[] {
  const found = readAllowedHosts(env[name] ?? '')
  if (found === undefined) throw new BadSetting(`${name} is "${env[name]}"; verwacht worden namen met komma's ertussen, bijvoorbeeld zaken.intern of zaken.intern:8443.`)
  return found
}

function mailServer(env: NodeJS.ProcessEnv): MailSettings | undefined {
  const read = readMailSettings(env)
  if (read.fault !== undefined) throw new BadSetting(read.fault)
  return read.settings
}

function address(env: NodeJS.ProcessEnv, name: string, scheme: RegExp): string | undefined {
  const text = env[name]
  if (text === undefined || text === '') return undefined
  // The value itself may hold a password, so it is never repeated in the message.
  if (!URL.canParse(text) || !scheme.test(new URL(text).protocol)) {
    throw new BadSetting(`${name} is geen geldig adres; verwacht wordt ${name.startsWith('DATABASE') ? 'postgres://gebruiker:wachtwoord@host:5432/naam' : 'https://waarborg.voorbeeld.nl'}.`)
  }
  return text
}
