// Settings of the log: what this product's own work counts as in the register of processing activities, how long records stay, and the keys under which people are named.
import { sql } from 'kysely'
import { activityUri, forgetOwnActivity } from '../../access-record/own-activity.ts'
import { type Fault, Invalid } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { forgetWhoIsHeld } from '../retention/holds.ts'
import { termFault, usualTerm } from '../retention/keep-for.ts'
import { logHistory } from './log-history.ts'

export type LogSettings = { readonly ownActivity: string | null; readonly keepFor: string }

export async function readLogSettings({ tx, organisation }: Pick<Scope, 'tx' | 'organisation'>): Promise<LogSettings> {
  const row = await tx.selectFrom('access_log_setting').select(['own_activity_id', 'keep_for']).where('organisation_id', '=', organisation.id).executeTakeFirst()
  return { ownActivity: row?.own_activity_id ?? null, keepFor: row?.keep_for ?? usualTerm }
}

export type ChosenActivity = { readonly id: string; readonly label: string }

/** Entries of the register that can describe what the product does: those in force, and the one that is chosen now. */
export async function activitiesToChoose({ tx, organisation }: Pick<Scope, 'tx' | 'organisation'>, chosen: string | null): Promise<ChosenActivity[]> {
  const { rows } = await sql<ChosenActivity>`
    select id, coalesce(name, '') || coalesce(' (' || number || ')', '') as label from processing_activity
    where organisation_id = ${organisation.id} and (status = 'active' or id = ${chosen}::uuid) order by sort_name, id limit 2000`.execute(tx)
  return rows
}

/** A shorter term holds from the next night on. After the commit: `forgetOwnActivity`. @throws Invalid at the fields */
export async function changeLogSettings(scope: Scope, wish: LogSettings): Promise<void> {
  const now = await readLogSettings(scope)
  const fault = termFault(wish.keepFor)
  const faults: Fault[] = fault ? [fault] : []
  if (wish.ownActivity !== null && !(await activitiesToChoose(scope, now.ownActivity)).some(({ id }) => id === wish.ownActivity)) faults.push({ at: 'own_activity', message: t('Kies een verwerking uit de lijst.', 'Choose a processing activity from the list.') })
  if (faults.length > 0) throw new Invalid(faults)
  const changes = [
    { field: 'own_activity', before: now.ownActivity && activityUri(now.ownActivity), after: wish.ownActivity && activityUri(wish.ownActivity) }, { field: 'keep_for', before: now.keepFor, after: wish.keepFor },
  ].filter(({ before, after }) => before !== after)
  if (changes.length === 0) return
  const row = { own_activity_id: wish.ownActivity, keep_for: wish.keepFor, updated_at: scope.now, updated_by: personOf(scope.actor) }
  await scope.tx.insertInto('access_log_setting').values({ organisation_id: scope.organisation.id, ...row }).onConflict((clash) => clash.column('organisation_id').doUpdateSet(row)).execute()
  await writeHistory(scope, logHistory, [{ entryId: scope.organisation.id, verb: 'change', changes }])
  forgetOwnActivity(scope.organisation.id)
}

/** From now on names stand under a new key; what was written stays findable under the older ones. */
export async function rotateLogKeys(scope: Scope): Promise<void> {
  await writeHistory(scope, logHistory, [{ entryId: scope.organisation.id, verb: 'rotate_keys' }])
  scope.organisation.logKeys.rotate(scope.now)
}

/**
 * Takes every key away for good: nobody can tell any more whose data the records until now are about, or who acted. `name` is the organisation's, typed over.
 * The last thing in its transaction, so that history says it whenever it happened. @throws Invalid at the fields
 */
export async function destroyLogKeys(scope: Scope, name: string, reason: string): Promise<void> {
  const faults: Fault[] = []
  if (name.trim().toLowerCase() !== scope.organisation.name.trim().toLowerCase()) faults.push({ at: 'name', message: t('Dit is niet de naam van uw organisatie. Neem hem over zoals hij hierboven staat.', 'This isn’t the name of your organisation. Copy it as it stands above.') })
  if (reason === '' || reason.length > 1000) faults.push({ at: 'reason', message: t('Vul in waarom dit gebeurt, in hooguit 1.000 tekens.', 'Fill in why this is done, in 1,000 signs at most.') })
  if (faults.length > 0) throw new Invalid(faults)
  await forgetWhoIsHeld(scope)
  await writeHistory(scope, logHistory, [{ entryId: scope.organisation.id, verb: 'destroy_keys', note: reason }])
  scope.organisation.logKeys.destroy(scope.now)
}
