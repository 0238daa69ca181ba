// Numbers: how an entry is called among people. One's own number, or a random code with a check sign; no counter that two could share.
import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { Invalid } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import type { Register } from './register.ts'

// Without 0, 1, I, L, O and U: nothing to mistake by eye or ear, and no words.
const signs = '23456789ABCDEFGHJKMNPQRSTVWXY'

/** `V-7K3QP9-X`: the register's letter, six random signs and one that gives away a typing mistake. */
export function newNumber(prefix: string): string {
  const code = Array.from({ length: 6 }, () => signs[randomInt(signs.length)]).join('')
  return `${prefix}-${code}-${checkSign(code)}`
}

export function checkSign(code: string): string {
  const sum = [...code].reduce((total, sign, index) => total + (index + 2) * signs.indexOf(sign), 0)
  // 29 is prime, so that any one changed sign and any two neighbours swapped give another sum.
  return signs[sum % 29]!
}

/** @throws Invalid when another entry of the register has this number already. */
export async function refuseTakenNumber(scope: Scope, register: Register, number: unknown, exceptId: string | null = null): Promise<void> {
  if (typeof number !== 'string') return
  const { field } = register.named.number
  const taken = await sql`select from ${sql.table(register.table)} where organisation_id = ${scope.organisation.id} and ${sql.ref(field)} = ${number} and (${exceptId}::uuid is null or id <> ${exceptId})`.execute(scope.tx)
  if (taken.rows.length > 0) throw new Invalid([{ at: field, message: t(`Nummer ${number} is al in gebruik in dit register.`, `Number ${number} is already in use in this register.`) }])
}
