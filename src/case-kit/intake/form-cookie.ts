// Form cookie: which forms a browser is filling in, and the secret of each; the only thing that a form leaves behind on somebody's device.
import type { Context } from 'hono'
import { giveCookie, readCookie } from '../../ground/cookies.ts'
import { isId } from '../../ground/ids.ts'
import type { House } from '../../people/house.ts'
import { isHttps } from '../../people/sessions.ts'
import type { FormKey } from './forms.ts'

/** Somebody may report a breach and make a request at once; more than this at a time is nobody's habit. */
const most = 4

export function formKeysOf(c: Context, house: House): FormKey[] {
  const text = readCookie(c, 'form', isHttps(house)) ?? ''
  return text.split('~').flatMap((part) => {
    const [id = '', token = ''] = part.split('.')
    return isId(id) && /^[\w-]{43}$/.test(token) ? [{ id, token }] : []
  }).slice(0, most)
}

/** Newest first; the oldest falls off. */
export function rememberForm(c: Context, house: House, key: FormKey): void {
  const keys = [key, ...formKeysOf(c, house).filter(({ id }) => id !== key.id)].slice(0, most)
  giveCookie(c, 'form', isHttps(house), keys.map(({ id, token }) => `${id}.${token}`).join('~'))
}
