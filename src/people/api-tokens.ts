// API tokens: by which a program acts for an organisation, with roles, registers and an end that an administrator chose. Only a hash is kept.
import { sql } from 'kysely'
import { dayAfter, dayOf } from '../ground/clock.ts'
import { isId, newId } from '../ground/ids.ts'
import { type Fault, Invalid, NotFound, Refused } from '../ground/refusals.ts'
import { personOf, type Role, type Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { noteEvent } from './history.ts'
import type { House } from './house.ts'
import { departmentFaults } from './role-grants.ts'
import { grantableRoles, isRole, roleConflict } from './roles.ts'
import { newApiToken, tokenHash } from './tokens.ts'

export const usualDays = 90
const longestTerm = 'P1Y'

export type TokenInput = {
  name: string
  grants: readonly { role: string; departmentId: string | null }[]
  /** Keys of registers; undefined for all. */
  registers: readonly string[] | undefined
  mayWrite: boolean
  /** `2026-12-31`, or null for what was no date. */
  expiresOn: string | null
}

/** Makes a token. @returns it, to be shown once. @throws Invalid; the administrator's own rights are the most it can get. */
export async function makeToken(scope: Scope, house: Pick<House, 'registers'>, input: TokenInput): Promise<{ id: string; token: string }> {
  const { grants, name, expiresOn } = await acceptToken(scope, house, input)
  const id = newId()
  const { token, prefix } = newApiToken()
  const organisation_id = scope.organisation.id
  await scope.tx.insertInto('api_token').values({
    organisation_id, id, name, prefix, token_hash: tokenHash(token), registers: input.registers ? [...new Set(input.registers)] : null,
    may_write: input.mayWrite,
    created_at: scope.now, created_by: personOf(scope.actor), expires_on: expiresOn,
  }).execute()
  await scope.tx.insertInto('api_token_role').values(grants.map(({ role, departmentId }) => ({ organisation_id, id: newId(), token_id: id, role, department_id: departmentId }))).execute()
  await noteEvent(scope, 'api-tokens', id, 'make_token', [
    { field: 'name', before: null, after: name }, { field: 'roles', before: null, after: grants.map(({ role }) => role).join(', ') },
    { field: 'registers', before: null, after: input.registers?.join(', ') ?? '*' }, { field: 'may_write', before: null, after: input.mayWrite }, { field: 'expires_on', before: null, after: expiresOn },
  ])
  return { id, token }
}

/** Ends a token at once. @throws NotFound; Refused when it has ended already */
export async function revokeToken(scope: Scope, id: string): Promise<void> {
  const token = await findToken(scope, id)
  const revoked = await scope.tx.updateTable('api_token').set({ revoked_at: scope.now, revoked_by: personOf(scope.actor) })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst()
  if (Number(revoked.numUpdatedRows) !== 1) throw new Refused(t('Dit token is al ingetrokken.', 'This token has been revoked already.'))
  await noteEvent(scope, 'api-tokens', id, 'revoke_token', [{ field: 'name', before: token.name, after: null }])
}

export type ShownToken = {
  id: string; name: string; prefix: string; registers: string[] | null; mayWrite: boolean
  grants: { role: Role; department: string | null }[]
  createdAt: Date; createdBy: string | null; createdById: string | null
  /** Whether its maker is no active administrator any more: somebody should look whether it is still needed. */
  isOrphan: boolean
  expiresOn: string; revokedAt: Date | null; revokedBy: string | null; lastUsedAt: Date | null; lastUsedIp: string | null
  state: 'working' | 'expired' | 'revoked'
}

/** Tokens that work first, then by name; those that ended more than a year ago are left out. */
export async function listTokens(scope: Scope, only?: string): Promise<ShownToken[]> {
  const today = dayOf(scope.now)
  const found = await sql<Omit<ShownToken, 'state'>>`
    select k.id, k.name, k.prefix, k.registers, k.may_write as "mayWrite", k.created_at as "createdAt", maker.name as "createdBy",
      k.created_by as "createdById", k.expires_on as "expiresOn",
      k.revoked_at as "revokedAt", revoker.name as "revokedBy", k.last_used_at as "lastUsedAt", k.last_used_ip as "lastUsedIp",
      (select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'department', d.name) order by r.role, d.name), '[]') from api_token_role r
        left join department d on d.organisation_id = r.organisation_id and d.id = r.department_id
        where r.organisation_id = k.organisation_id and r.token_id = k.id) as grants,
      k.created_by is not null and not (maker.is_active and exists (select from role_assignment a
        where a.organisation_id = k.organisation_id and a.person_id = k.created_by and a.role = 'administrator' and a.valid_from <= ${today} and (a.valid_until is null or a.valid_until >= ${today}))) as "isOrphan"
    from api_token k
    left join person maker on maker.organisation_id = k.organisation_id and maker.id = k.created_by
    left join person revoker on revoker.organisation_id = k.organisation_id and revoker.id = k.revoked_by
    where k.organisation_id = ${scope.organisation.id} and (${only ?? null}::uuid is null or k.id = ${only ?? null}::uuid)
      and (${only ?? null}::uuid is not null or k.expires_on > ${dayAfter(today, '-P1Y')})
    order by (k.revoked_at is null and k.expires_on >= ${today}) desc, k.name, k.id`.execute(scope.tx)
  return found.rows.map((row) => ({ ...row, state: row.revokedAt ? 'revoked' : row.expiresOn < today ? 'expired' : 'working' }))
}

/** One token, also an old one. @throws NotFound also for another organisation's */
export async function findToken(scope: Scope, id: string): Promise<ShownToken> {
  const [token] = isId(id) ? await listTokens(scope, id) : []
  if (!token) throw new NotFound()
  return token
}

type Accepted = { name: string; grants: { role: Role; departmentId: string | null }[]; expiresOn: string }

async function acceptToken(scope: Scope, house: Pick<House, 'registers'>, input: TokenInput): Promise<Accepted> {
  const faults: Fault[] = []
  const fault = (at: string, nl: string, en: string) => { faults.push({ at, message: t(nl, en) }) }
  const name = input.name.trim()
  if (name === '' || name.length > 100) {
    fault('name', 'Geef het token een naam (hoogstens 100 tekens), bijvoorbeeld het programma dat het gebruikt.',
      'Give the token a name (at most 100 characters), for example the program that uses it.')
  } else if ((await listTokens(scope)).some((other) => other.name === name && other.state === 'working')) {
    fault('name', 'Er is al een werkend token met deze naam.', 'There is a working token with this name already.')
  }
  const grants = await acceptGrants(scope, input.grants, faults)
  const known = new Set((house.registers ?? []).map(({ key }) => key))
  if (input.registers?.length === 0) {
    fault('registers', 'Kies minstens één register, of geef toegang tot alle.', 'Choose at least one register, or give access to all of them.')
  }
  if (input.registers?.some((key) => !known.has(key))) fault('registers', 'Dit register bestaat niet.', 'This register doesn’t exist.')
  const today = dayOf(scope.now)
  const last = dayAfter(today, longestTerm)
  const { expiresOn } = input
  if (expiresOn === null) fault('expiresOn', 'Vul een einddatum in, bijvoorbeeld 31-12-2026.', 'Fill in an end date, for example 31-12-2026.')
  else if (expiresOn < today) fault('expiresOn', 'De einddatum is al voorbij.', 'The end date has passed already.')
  else if (expiresOn > last) fault('expiresOn', 'Een token werkt hoogstens een jaar. Maak daarna een nieuw.', 'A token works for at most a year. Make a new one after that.')
  if (faults.length > 0 || expiresOn === null) throw new Invalid(faults)
  return { name, grants, expiresOn }
}

async function acceptGrants(scope: Scope, typed: TokenInput['grants'], faults: Fault[]): Promise<Accepted['grants']> {
  const grants = new Map<string, Accepted['grants'][number]>()
  const grantable = grantableRoles(scope.actor, 'program')
  if (typed.length === 0) faults.push({ at: 'roles', message: t('Kies minstens één rol.', 'Choose at least one role.') })
  for (const [index, { role, departmentId }] of typed.slice(0, 20).entries()) {
    const at = `roles.${index}`
    if (!isRole(role)) faults.push({ at: `${at}.role`, message: t('Kies een rol.', 'Choose a role.') })
    else if (!grantable.includes(role)) faults.push({ at: `${at}.role`, message: t(
      'Deze rol kan een programma niet krijgen: mensen en toegang regelt een mens.',
      'A program can’t have this role: people and access are arranged by people.',
    ) })
    else {
      faults.push(...departmentFaults(role, departmentId, `${at}.department`))
      if (departmentId && !(await hasDepartment(scope, departmentId))) faults.push({ at: `${at}.department`, message: t(
        'Deze afdeling bestaat niet (meer).',
        'This department doesn’t exist (any more).',
      ) })
      grants.set(`${role} ${departmentId ?? ''}`, { role, departmentId })
    }
  }
  const conflict = roleConflict([...grants.values()].map(({ role }) => role))
  if (conflict) faults.push({ at: 'roles', message: conflict })
  return [...grants.values()]
}

async function hasDepartment(scope: Scope, id: string): Promise<boolean> {
  return isId(id) && (await scope.tx.selectFrom('department').select('id').where('organisation_id', '=', scope.organisation.id)
    .where('id', '=', id).executeTakeFirst()) !== undefined
}
