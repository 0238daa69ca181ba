// Token door: from a bearer token to which program is asking in which organisation; without that no program reaches the REST API.
import { timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { sql } from 'kysely'
import { dayOf } from '../ground/clock.ts'
import { inOrganisation } from '../ground/database.ts'
import { callerAddress } from '../ground/http-guards.ts'
import { NotAllowed, NotSignedIn } from '../ground/refusals.ts'
import { type Actor, inScope, type Organisation, type Role, type Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { withReach } from './departments.ts'
import type { House } from './house.ts'
import { type FoundOrganisation, findOrganisation } from './organisations.ts'
import { tokenHash, tokenPrefix } from './tokens.ts'
import { refuseNetwork } from './with-scope.ts'

export type Caller = { readonly organisation: Organisation; readonly actor: Extract<Actor, { kind: 'token' }> }

/** What `withToken` leaves in the context for the routes after it. */
export type TokenEnv = { Variables: { caller: Caller } }

/** For routes under `/api/v1/:slug`. A token that may only read gets no further than reading; `isReading` knows the paths that are read by POST. */
export function withToken(house: House, isReading: (path: string) => boolean = () => false): MiddlewareHandler<TokenEnv> {
  return async (c, next) => {
    const bearer = /^Bearer +(\S{1,200}) *$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
    c.header('cache-control', 'no-store')
    c.header('www-authenticate', 'Bearer')
    const caller = await tokenActor(house, c.req.param('slug') ?? '', bearer, c)
    c.header('www-authenticate', undefined)
    if (!caller.actor.mayWrite && !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) && !isReading(c.req.path)) throw new NotAllowed(t(
      'Dit token mag alleen lezen.',
      'This token may only read.',
    ))
    c.set('caller', caller)
    await next()
  }
}

/** Does work in the tenant transaction of this request. */
export function callerScope<T>(c: Context<TokenEnv>, house: House, work: (scope: Scope) => Promise<T>): Promise<T> {
  return inScope(house.database, { ...c.get('caller'), now: house.clock() }, work)
}

/**
 * Who a token is. Unknown, expired, revoked, of another organisation or of none that exists: one and the same answer.
 * `asked` is the request, for where it came from. @throws NotSignedIn; NotAllowed from a network that isn't allowed (P-12)
 */
export async function tokenActor(house: House, slug: string, bearer: string, asked: Context): Promise<Caller> {
  const found = await findOrganisation(house.database, house.master, slug)
  const row = found && await tokenRow(house, found.organisation.id, bearer)
  if (!found || !row) throw new NotSignedIn(t(
    'Dit token is onbekend of verlopen. Vraag een beheerder van de organisatie om een nieuw token.',
    'This token is unknown or has expired. Ask an administrator of the organisation for a new one.',
  ))
  await refuseNetwork(asked, house, found, row.networks, null)
  await noteUse(house, found, row, callerAddress(asked, house.config.trustedProxies))
  return {
    organisation: found.organisation,
    actor: { kind: 'token', tokenId: row.id, assignments: withReach(row.roles, row.departments), registers: row.registers ?? undefined, mayWrite: row.mayWrite },
  }
}

type Row = {
  id: string; hash: Buffer; registers: string[] | null; mayWrite: boolean; lastUsedAt: Date | null
  roles: { role: Role; department_id: string | null }[]; departments: { id: string; parentId: string | null }[]; networks: string[]
}

/** The token that works today, by its visible part, which the index finds; only then the whole is compared, in equal time. */
async function tokenRow(house: House, organisationId: string, bearer: string): Promise<Row | undefined> {
  const prefix = tokenPrefix(bearer)
  if (prefix === undefined) return undefined
  const today = dayOf(house.clock())
  const found = await inOrganisation(house.database, organisationId, (tx) => sql<Row>`
    select k.id, k.token_hash as hash, k.registers, k.may_write as "mayWrite", k.last_used_at as "lastUsedAt",
      coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'department_id', r.department_id)) from api_token_role r
        where r.organisation_id = k.organisation_id and r.token_id = k.id), '[]') as roles,
      coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'parentId', d.parent_id)) from department d where d.organisation_id = k.organisation_id
        and exists (select from api_token_role r where r.organisation_id = k.organisation_id and r.token_id = k.id
          and r.department_id is not null)), '[]') as departments,
      coalesce((select jsonb_agg(n.network) from allowed_network n where n.organisation_id = k.organisation_id), '[]') as networks
    from api_token k where k.organisation_id = ${organisationId} and k.prefix = ${prefix} and k.revoked_at is null and k.expires_on >= ${today}`.execute(tx))
  const row = found.rows[0]
  return timingSafeEqual(row?.hash ?? Buffer.alloc(32), tokenHash(bearer)) ? row : undefined
}

/** The last use is written at most once in this time, so that a busy program doesn't cost a write each. */
const noteEverySeconds = 60

async function noteUse(house: House, found: FoundOrganisation, row: Row, ip: string): Promise<void> {
  const now = house.clock()
  const stale = new Date(now.getTime() - noteEverySeconds * 1000)
  if (row.lastUsedAt && row.lastUsedAt > stale) return
  await inOrganisation(house.database, found.organisation.id, (tx) => tx.updateTable('api_token').set({ last_used_at: now, last_used_ip: ip })
    .where('organisation_id', '=', found.organisation.id).where('id', '=', row.id).where((where) => where.or([where('last_used_at', 'is', null), where('last_used_at', '<=', stale)])).execute())
}
