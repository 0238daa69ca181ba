// Set-up: the one-time code that opens the very first visit, and the first organisation with its administrator.
import { sql } from 'kysely'
import type { Database } from '../ground/database.ts'
import { Invalid, NotFound, type Fault } from '../ground/refusals.ts'
import { organisationKinds, type OrganisationKind } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { createAccount } from './accounts.ts'
import type { House } from './house.ts'
import { createOrganisation, hasOrganisations } from './organisations.ts'
import { hashPassword, passwordFault } from './passwords.ts'
import { addPerson } from './persons.ts'
import { newTypedCode, plainCode, tokenHash } from './tokens.ts'

/** A fresh code for the console, or undefined when there is an organisation already. Replaces an earlier code. */
export async function newSetupCode(database: Database, now = new Date()): Promise<string | undefined> {
  if (await hasOrganisations(database)) return undefined
  const code = newTypedCode(4)
  const values = { code_hash: tokenHash(plainCode(code)), created_at: now }
  await database.insertInto('setup_code').values(values).onConflict((conflict) => conflict.column('only_one').doUpdateSet(values)).execute()
  return code
}

export type SetUp = { code: string; organisation: string; slug: string; kind: string; name: string; email: string; password: string; again: string }

/**
 * Makes the first organisation and its administrator, and uses up the code; all in one transaction.
 * @throws Invalid with every fault; NotFound once an organisation exists.
 */
export async function setUp(house: House, input: SetUp): Promise<{ accountId: string; slug: string }> {
  if (await hasOrganisations(house.database)) throw new NotFound()
  const now = house.clock()
  const kind = organisationKinds.find((one) => one === input.kind)
  const faults: Fault[] = []
  if (!kind) faults.push({ at: 'kind', message: t('Kies wat voor organisatie het is.', 'Choose what kind of organisation it is.') })
  const weak = passwordFault(input.password, [input.email, input.name, input.organisation])
  if (weak) faults.push({ at: 'password', message: weak })
  else if (input.password !== input.again) faults.push({ at: 'again', message: t(
    'De twee wachtwoorden zijn niet gelijk.',
    'The two passwords aren’t the same.',
  ) })
  if (input.name.trim() === '') faults.push({ at: 'personName', message: t('Vul uw naam in.', 'Enter your name.') })
  if (!(await isCode(house.database, input.code))) faults.unshift({ at: 'code', message: t(
    'Deze code klopt niet. Hij staat in het venster waarin Waarborg is gestart; na een nieuwe start geldt een nieuwe code.',
    'This code isn’t right. It stands in the window in which Waarborg was started; a new start brings a new code.',
  ) })
  if (faults.length > 0) throw new Invalid(faults)

  const passwordHash = await hashPassword(input.password)
  return createOrganisation(house.database, house.master, { name: input.organisation, slug: input.slug, kind: kind as OrganisationKind }, async (scope) => {
    // Deleting is the turnstile: of two at once only one finds the row.
    const used = await scope.tx.deleteFrom('setup_code').where('code_hash', '=', tokenHash(plainCode(input.code))).executeTakeFirst()
    if (Number(used.numDeletedRows) !== 1) throw new NotFound()
    await house.afterCreate?.(scope)
    const accountId = await createAccount(scope.tx, now, { email: input.email, passwordHash })
    await addPerson(scope, { name: input.name, email: input.email, accountId, roles: [{ role: 'administrator' }, { role: 'employee' }] })
    return { accountId, slug: scope.organisation.slug }
  }, now)
}

async function isCode(database: Database, typed: string): Promise<boolean> {
  const found = await database.selectFrom('setup_code').select(sql<boolean>`code_hash = ${tokenHash(plainCode(typed))}`.as('same')).executeTakeFirst()
  return found?.same ?? false
}
