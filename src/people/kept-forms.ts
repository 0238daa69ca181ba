// Kept forms: what somebody had typed when the session turned out to be over, sealed for a day and shown again after signing in.
import type { Context } from 'hono'
import { giveCookie, readCookie } from '../ground/cookies.ts'
import { ordinaryBodyBytes } from '../ground/http-guards.ts'
import { isId, newId } from '../ground/ids.ts'
import { deriveKey, seal, unseal } from '../ground/keys.ts'
import type { House } from './house.ts'
import { localPath } from './local-path.ts'
import { isHttps, lastAccountOf } from './sessions.ts'
import { newToken, tokenHash } from './tokens.ts'

export type KeptForm = {
  /** Where the form was sent. */
  action: string
  /** Every field with its values, in the order of the form; files aren't kept. */
  fields: readonly (readonly [name: string, value: string])[]
  /** The form also carried files, which must be chosen again. */
  hadFiles: boolean
}

const keepHours = 24

/**
 * Keeps the form of this request. Bound to the account whose session ended, else to this browser.
 * @returns the address to come back to after signing in: the page of the form with `bewaard=<id>`.
 */
export async function keepForm(c: Context, house: House): Promise<string> {
  const now = house.clock()
  const url = new URL(c.req.url)
  const form = await readForm(c)
  const accountId = await lastAccountOf(c, house)
  const id = newId()
  const kept: KeptForm = { action: url.pathname + url.search, ...form }
  await house.database.deleteFrom('kept_form').where('expires_at', '<', now).execute()
  await house.database.insertInto('kept_form').values({
    id, account_id: accountId ?? null, browser_hash: tokenHash(browserToken(c, house)), created_at: now, expires_at: new Date(now.getTime() + keepHours * 3_600_000),
    content: seal(keyOf(house), id, JSON.stringify(kept)),
  }).execute()
  const page = new URL(pageOfForm(c, url), 'http://local')
  page.searchParams.set('bewaard', id)
  return page.pathname + page.search
}

/**
 * The kept form that this request asks for by `?bewaard=`, if it is this account's (or, when nobody was known, this browser's).
 * It stays for a day, so that loading the page again loses nothing; `dropKeptForm` ends it once it was saved.
 */
export async function takeKeptForm(c: Context, house: House, accountId: string): Promise<KeptForm | undefined> {
  const id = c.req.query('bewaard')
  if (!id || !isId(id)) return undefined
  const row = await house.database.selectFrom('kept_form').select(['account_id', 'browser_hash', 'content'])
    .where('id', '=', id).where('expires_at', '>', house.clock()).executeTakeFirst()
  if (!row) return undefined
  const token = readCookie(c, 'kept', isHttps(house))
  const isOwn = row.account_id ? row.account_id === accountId : token !== undefined && tokenHash(token).equals(row.browser_hash)
  if (!isOwn) return undefined
  if (!row.account_id) await house.database.updateTable('kept_form').set({ account_id: accountId }).where('id', '=', id).execute()
  return JSON.parse(unseal(keyOf(house), id, row.content).toString('utf8')) as KeptForm
}

export async function dropKeptForm(house: House, id: string, accountId: string): Promise<void> {
  if (isId(id)) await house.database.deleteFrom('kept_form').where('id', '=', id).where('account_id', '=', accountId).execute()
}

async function readForm(c: Context): Promise<{ fields: [string, string][]; hadFiles: boolean }> {
  const type = c.req.header('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) return { fields: [], hadFiles: false }
  // Whoever isn't signed in gets no more of our memory than an ordinary form needs: an upload must be sent again anyway.
  const body = await readAtMost(c.req.raw, ordinaryBodyBytes)
  if (body === undefined) return { fields: [], hadFiles: true }
  // A form that can't be read holds nothing to keep.
  const entries = [...(await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => new FormData())).entries()]
  return {
    fields: entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : [])),
    hadFiles: entries.some(([, value]) => typeof value !== 'string'),
  }
}

/** The whole body, or undefined when it is larger; what lies beyond is not read. */
async function readAtMost(request: Request, bytes: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of request.body ?? []) {
    length += part.byteLength
    if (length > bytes) return undefined
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

/** A form is often sent to another address than its own page; the browser says which page it stood on. */
function pageOfForm(c: Context, url: URL): string {
  const referer = c.req.header('referer')
  if (referer && URL.canParse(referer) && new URL(referer).host === (c.req.header('host') ?? url.host)) {
    const from = new URL(referer)
    // A page of another organisation, or of none, isn't the form's.
    if (from.pathname.split('/')[1] === url.pathname.split('/')[1]) return localPath(from.pathname + from.search) ?? url.pathname
  }
  return url.pathname + url.search
}

function browserToken(c: Context, house: House): string {
  const known = readCookie(c, 'kept', isHttps(house))
  if (known && known.length < 100) return known
  const token = newToken()
  giveCookie(c, 'kept', isHttps(house), token)
  return token
}

function keyOf(house: House): Buffer {
  return deriveKey(house.master.bytes, 'kept-form')
}
