// Doors: a privacy officer with sessions enough to stay below the limit of requests for each, a program with a token, and what asks the app as they do.
import type { Hono } from 'hono'
import { newId } from '../src/ground/ids.ts'
import { inScope } from '../src/ground/scope.ts'
import { createAccount } from '../src/people/accounts.ts'
import { makeToken } from '../src/people/api-tokens.ts'
import type { House } from '../src/people/house.ts'
import { findOrganisation } from '../src/people/organisations.ts'
import { addPerson } from '../src/people/persons.ts'
import { cookieName } from '../src/people/sessions.ts'
import { newToken, tokenHash } from '../src/people/tokens.ts'
import type { Doors } from './pages.ts'

const sessions = 32

export type Meter = { readonly cookies: readonly string[]; readonly token: string; readonly personId: string; readonly accountId: string }

/** Somebody who may do what a privacy officer and an administrator may, and a program. The sessions are as if just signed in. */
export async function makeMeter(house: House, slug: string): Promise<Meter> {
  const { organisation } = (await findOrganisation(house.database, house.master, slug))!
  const now = house.clock()
  const accountId = await createAccount(house.database, now, { email: `meter-${newId()}@meetdorp.example` })
  const tokens = Array.from({ length: sessions }, () => newToken())
  await house.database.insertInto('session').values(tokens.map((token) => ({
    id: newId(), token_hash: tokenHash(token), account_id: accountId, method: 'password', second_factor_at: now, proved_at: now, created_at: now, last_seen_at: now,
    expires_at: new Date(now.getTime() + 12 * 3_600_000), ip: '192.0.2.1', device: 'bench',
  }))).execute()
  const made = await inScope(house.database, { organisation, actor: { kind: 'system', task: 'bench' }, now }, async (scope) => {
    const personId = await addPerson(scope, { name: 'Meter', email: `meter-${newId()}@meetdorp.example`, accountId, roles: [{ role: 'privacy_officer' }] })
    const { token } = await makeToken(scope, house, { name: `Meter ${newId()}`, grants: [{ role: 'privacy_officer', departmentId: null }], registers: undefined, mayWrite: false, expiresOn: new Date(now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10) })
    return { personId, token }
  })
  return { cookies: tokens.map((each) => `${cookieName(house)}=${each}`), accountId, ...made }
}

/** Asks the app itself, without a socket, and reads the answer to its end. */
export function openDoors(app: Hono, { cookies, token }: Pick<Meter, 'cookies' | 'token'>): Doors {
  let turn = 0
  const ask = async (path: string, headers: Record<string, string>) => {
    turn++
    // Behind a proxy: other addresses, so that the limit for one address isn't what is measured.
    const answer = await app.request(`http://waarborg.test${path}`, { headers: { ...headers, 'x-forwarded-for': `192.0.2.${turn % 250}`, 'accept-language': 'nl' } })
    const body = await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${new TextDecoder().decode(body).slice(0, 200)}`)
  }
  return {
    page: (path) => ask(path, { cookie: cookies[turn % cookies.length]! }),
    api: (path) => ask(`/api/v1${path}`, { authorization: `Bearer ${token}`, accept: 'application/json' }),
  }
}
