// Case reference: which case or incident a number stands for, with its address for who may see it.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { breaches } from '../../registers/breaches/register.ts'
import { complaints } from '../../registers/complaints/register.ts'
import { requests } from '../../registers/requests/register.ts'

export async function caseOf(scope: Scope, number: string): Promise<{ words: string; href?: string }> {
  for (const register of [breaches, requests, complaints]) {
    const { rows: [row] } = await sql<{ id: string }>`
      select t.id from ${sql.table(register.table)} t where t.organisation_id = ${scope.organisation.id} and t.${sql.ref(register.named.number.field)} = ${number} and ${register.visible(scope.actor)} limit 1`.execute(scope.tx)
    if (row) return { words: number, href: `/${scope.organisation.slug}/${register.path}/${row.id}` }
  }
  return { words: number }
}
