// Thresholds: what counts as unusual in this organisation, as it laid down or as is usual.
import { type Fault, Invalid } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { type Thresholds, usualThresholds } from './signal-rules.ts'

export type SignalSettings = Thresholds & { readonly watchesOfficeHours: boolean }

export async function readThresholds({ organisation, tx }: Pick<Scope, 'organisation' | 'tx'>): Promise<SignalSettings> {
  const row = await tx.selectFrom('access_signal_setting').selectAll().where('organisation_id', '=', organisation.id).executeTakeFirst()
  return row ? { least: row.volume_least, timesOwn: row.volume_times_own, timesPeers: row.volume_times_peers, watchesOfficeHours: row.watches_office_hours } : { ...usualThresholds, watchesOfficeHours: true }
}

/** As typed. @throws Invalid */
export async function keepThresholds(scope: Scope, typed: { least: string; timesOwn: string; timesPeers: string; watchesOfficeHours: boolean }): Promise<void> {
  const faults: Fault[] = []
  const whole = (at: 'least' | 'timesOwn' | 'timesPeers', from: number, until: number): number => {
    const value = Number(typed[at])
    if (!/^\d+$/.test(typed[at]) || value < from || value > until) faults.push({ at, message: t(`Vul een heel getal in van ${from} tot en met ${until}.`, `Fill in a whole number from ${from} to ${until}.`) })
    return value
  }
  const row = { volume_least: whole('least', 1, 100_000), volume_times_own: whole('timesOwn', 2, 100), volume_times_peers: whole('timesPeers', 2, 100), watches_office_hours: typed.watchesOfficeHours, updated_at: scope.now, updated_by: personOf(scope.actor) }
  if (faults.length > 0) throw new Invalid(faults)
  await scope.tx.insertInto('access_signal_setting').values({ organisation_id: scope.organisation.id, ...row }).onConflict((at) => at.column('organisation_id').doUpdateSet(row)).execute()
}
