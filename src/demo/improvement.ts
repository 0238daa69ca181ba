// Improvement in the demo world: statements on norms, measures through plan, do, check and act, and year plans, each at its moment and by whom; and the first snapshot.
import { sql } from 'kysely'
import { dayAfter, dayOf } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import { emptyInput } from '../register-kit/field-types.ts'
import { refreshThese } from '../register-kit/keep-findings.ts'
import { state, withdraw } from '../register-kit/norms/statements.ts'
import { createEntry, perform } from '../register-kit/perform.ts'
import { measures } from '../registers/measures/register.ts'
import { yearPlans } from '../registers/year-plans/register.ts'
import { takeSnapshot } from '../worklist/norms/snapshots.ts'
import { improvements, type MeasureSketch, type PlanSketch } from './improvement-sketches.ts'
import type { DemoOrganisation } from './organisation.ts'
import type { Settled } from './settle.ts'

/** The steps that bring a measure to each phase. */
const steps: Readonly<Record<MeasureSketch['phase'], readonly string[]>> = { plan: [], do: ['to_do'], check: ['to_do', 'to_check'], act: ['to_do', 'to_check', 'to_act'], closed: ['to_do', 'to_check', 'to_act', 'close'] }

/** Up to the scope's `now`; today's snapshot sees it all. */
export async function playImprovement(scope: Scope, demo: DemoOrganisation, settled: Settled): Promise<void> {
  const given = improvements[demo.slug]
  if (!given) return
  const { actorFor } = settled
  const [{ name: anywhere }] = demo.departments as [{ name: string }]
  const then = (ago: number, actor: Scope['actor']): Scope => ({ ...scope, now: new Date(scope.now.getTime() - ago * 86_400_000), actor })
  for (const { norm, by, ago, text, document = '', stands, withdrawn } of given.statements) {
    const actor = actorFor(by, anywhere)
    const id = await state(then(ago, actor), norm, { stands, text, document, validFor: 'P1Y' }, 'P1Y')
    if (withdrawn) await withdraw(then(withdrawn.ago, actor), id, withdrawn.reason)
  }
  for (const [place, sketch] of given.measures.entries()) await playMeasure(scope, then, sketch, place, settled)
  for (const [place, sketch] of given.plans.entries()) await playPlan(then, sketch, place, settled)
  for (const register of [measures, yearPlans]) {
    const all = await sql<{ id: string }>`select id from ${sql.table(register.table)} where organisation_id = ${scope.organisation.id}`.execute(scope.tx)
    await refreshThese(scope, register, all.rows.map(({ id }) => id))
  }
  await takeSnapshot(scope)
}

async function playMeasure(scope: Scope, then: (ago: number, actor: Scope['actor']) => Scope, sketch: MeasureSketch, place: number, { names, actorFor }: Settled): Promise<void> {
  const { name, norms, department, owner, made, due, phase, kind = 'once', approach, result, followUp } = sketch
  const officer = actorFor('officer', department)
  const path = steps[phase]
  const checked = result === undefined ? null : dayOf(then(Math.max(1, Math.round(made / 4)), officer).now)
  const id = await createEntry(then(made, officer), measures, {
    ...emptyInput(measures.fields), name, number: `M-${String(place + 1).padStart(3, '0')}`, norms: norms.map((norm) => ({ norm })), kind, department: found(names.departments, department), owner: found(names.people, owner),
    due_on: due === undefined ? dayOf(then(1, officer).now) : dayIn(scope, due), description: approach, checked_on: checked, result: result ?? null, follow_up: followUp ?? null,
  })
  for (const [at, verb] of path.entries()) await perform(then(Math.round(made * (1 - (at + 1) / (path.length + 1))), officer), measures, verb, id, verb === 'close' ? { note: null } : {})
}

async function playPlan(then: (ago: number, actor: Scope['actor']) => Scope, sketch: PlanSketch, place: number, { names, actorFor }: Settled): Promise<void> {
  const { department, goals, means, budget = null, activities, last = null, judged } = sketch
  const made = then(280 - place * 6, actorFor('owner', department))
  const now = then(0, made.actor)
  const year = Number(dayOf(now.now).slice(0, 4))
  await createEntry(made, yearPlans, {
    ...emptyInput(yearPlans.fields), name: `Jaarplan privacy ${department} ${year}`, number: `J-${String(place + 1).padStart(3, '0')}`, year, department: found(names.departments, department), owner: names.ownerOf(department), goals, means, budget,
    activities: activities.map(([activity, inDays, stateOf]) => ({ activity, planned_on: dayIn(now, inDays), state: stateOf })), last_result: last,
    judged_by: judged === undefined ? null : [...names.bodies].find(([name]) => name.toLowerCase() === judged.toLowerCase())?.[1] ?? [...names.bodies.values()][0]!, judged_on: judged === undefined ? null : dayIn(now, -250), judgement: judged === undefined ? null : 'agreed',
  })
}

const dayIn = ({ now }: Scope, days: number) => dayAfter(dayOf(now), `${days < 0 ? '-' : ''}P${Math.abs(days)}D`)

function found(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`The demo world has no ${name}`)
  return id
}
