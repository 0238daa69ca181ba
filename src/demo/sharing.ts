// Sharing in the demo world: covenants, disclosures, data carriers and devices, each at its moments, by whoever the organisation has for it.
import { dayAfter, dayOf } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import type { AnyInput } from '../register-kit/entry.ts'
import { emptyInput } from '../register-kit/field-types.ts'
import { createEntry, loadEntry, perform } from '../register-kit/perform.ts'
import type { Register } from '../register-kit/register.ts'
import { covenants } from '../registers/covenants/register.ts'
import { dataCarriers } from '../registers/data-carriers/register.ts'
import { writeDemoLog } from '../registers/disclosures/demo.ts'
import { disclosures } from '../registers/disclosures/register.ts'
import { issuedDevices } from '../registers/issued-devices/register.ts'
import type { DemoOrganisation } from './organisation.ts'
import type { Settled } from './settle.ts'
import { type Deed, sharingOf } from './sharing-sketches.ts'

type Sketch = { readonly made: number; readonly deeds: readonly Deed[]; readonly days?: Readonly<Partial<Record<string, number>>> }

/** Makes them up to the scope's `now`. */
export async function playSharing(scope: Scope, demo: DemoOrganisation, { names, actorFor }: Settled): Promise<void> {
  const front = demo.people.find(({ roles }) => roles.some(({ role }) => role === 'employee'))!.department!
  const department = names.departments.get(front)!
  const people = [...names.people.values()]
  const { covenants: agreed, disclosures: given, carriers, devices } = sharingOf(demo.kind)
  const at = (daysAgo: number, doer: 'officer' | 'dpo' = 'officer', place = 0): Scope => ({ ...scope, actor: actorFor(doer, front), now: new Date(scope.now.getTime() - daysAgo * 86_400_000 + place * 600_000) })
  const day = (days: number) => dayAfter(dayOf(scope.now), `${days < 0 ? '-' : ''}P${Math.abs(days)}D`)
  const make = async (register: Register, prefix: string, index: number, { made, deeds, days = {}, ...values }: Sketch & AnyInput, more: AnyInput = {}) => {
    const dates = Object.fromEntries(Object.entries(days).map(([key, value]) => [key, day(value!)]))
    const id = await createEntry(at(made), register, { ...emptyInput(register.fields), ...values, ...dates, ...more, department, number: `${prefix}-${String(index + 1).padStart(3, '0')}` })
    for (const [place, [verb, daysAgo, typed = {}]] of deeds.entries()) {
      // Days of a step's form are written as days ago.
      const form = Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, key.endsWith('_on') && typeof value === 'number' ? day(-value) : value]))
      await perform(at(daysAgo, verb === 'advise' ? 'dpo' : 'officer', place + 1), register, verb, id, form)
    }
    return id
  }
  const [activity] = await scope.tx.selectFrom('processing_activity').select('id').where('organisation_id', '=', scope.organisation.id).where('department', '=', department).where('status', '=', 'active').where('role', '=', 'controller').orderBy('sort_name').limit(1).execute()
  for (const [index, sketch] of agreed.entries()) await make(covenants, 'CV', index, sketch, { processings: activity && index === 1 ? [{ processing: activity.id, note: null }] : [] })
  for (const [index, { log = [], ...sketch }] of given.entries()) {
    const id = await make(disclosures, 'VS', index, sketch, { processing: activity?.id ?? null })
    for (const { daysAgo, ...line } of log) await writeDemoLog(at(daysAgo, 'officer', 9), await loadEntry(at(daysAgo), disclosures, id), { ...line, on: day(-daysAgo) })
  }
  for (const [index, sketch] of carriers.entries()) await make(dataCarriers, 'GD', index, sketch)
  for (const [index, { of, ...sketch }] of devices.entries()) await make(issuedDevices, 'AP', index, sketch, { holder: people[of % people.length] ?? null })
}
