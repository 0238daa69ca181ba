// Remove case: a case that was recorded by mistake may go as long as nothing hangs on it; what somebody brought, or was written to about, is closed and kept.
import { sql } from 'kysely'
import { Refused } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { removeMistakeVerb } from '../register-kit/lifecycle-acts.ts'
import type { Verb } from '../register-kit/register.ts'

/** For as long as the case stands in `status`, its first. @throws Refused where a form, letter, request for data, package or other organisation belongs to it */
export function removeCaseVerb(status: string): Verb {
  return {
    ...removeMistakeVerb(), when: (work) => work.status === status,
    act: async ({ scope, register, entry }) => {
      if (await hasMore(scope, register.key, entry.id)) throw new Refused(t('Hier hoort al meer bij: een formulier, een brief of een vraag aan anderen. Sluit de zaak af; dan blijft te zien wat er was.', 'More belongs to this already: a form, a letter or a question to others. Close the case; then what there was stays to be seen.'))
      return { isRemoved: true }
    },
  }
}

async function hasMore({ organisation, tx }: Scope, register: string, entryId: string): Promise<boolean> {
  const here = sql`organisation_id = ${organisation.id} and register = ${register} and entry_id = ${entryId}`
  const tables = ['intake_form', 'status_link', 'letter', 'collection_task', 'answer_package', 'log_answer', 'forwarded_case']
  const { rows } = await sql`select ${sql.join(tables.map((table) => sql`exists (select from ${sql.table(table)} where ${here})`), sql` or `)} as found`.execute(tx)
  return (rows[0] as { found: boolean }).found
}
