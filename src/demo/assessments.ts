// Assessments in the demo world: a risk framework that the management team adopted, and assessments of each kind, made and taken through their steps at moments in the past.
import type { Scope } from '../ground/scope.ts'
import { emptyInput } from '../register-kit/field-types.ts'
import { createEntry, loadEntry, perform } from '../register-kit/perform.ts'
import { type AssessmentInput, fields } from '../registers/assessments/declaration.ts'
import { saveAnswer } from '../registers/assessments/filling/save-answer.ts'
import { assessments } from '../registers/assessments/register.ts'
import { riskFrameworks } from '../registers/risk-frameworks/register.ts'
import { tasks } from '../registers/tasks/register.ts'
import { type AssessmentSketch, sketches } from './assessments-made.ts'
import type { Doer } from './life.ts'
import type { DemoOrganisation } from './organisation.ts'
import type { Settled } from './settle.ts'

type Activity = { readonly id: string; readonly name: string; readonly department: string | null; readonly departmentName: string | null; readonly created_at: Date }

export async function playAssessments(scope: Scope, demo: DemoOrganisation, { actorFor, names }: Settled): Promise<void> {
  const has = (role: string) => demo.people.some(({ roles }) => roles.some((held) => held.role === role))
  // Not every organisation has somebody for each role: then it is the owner's work.
  const present = (doer: Doer): Doer => (doer === 'officer' && !has('privacy_officer')) || (doer === 'iso' && !has('iso')) || (doer === 'ciso' && !has('ciso')) ? 'owner' : doer
  const at = (ago: number, doer: Doer, department: string): Scope => ({ ...scope, now: new Date(scope.now.getTime() - ago * 86_400_000), actor: actorFor(present(doer), department) })
  const [first] = demo.departments
  await adoptFramework(at, first!.name)
  const activities = await choices(scope, demo)
  for (const sketch of sketches) {
    const about = sketch.about === 'none' ? undefined : takeOlder(activities[sketch.about], new Date(scope.now.getTime() - sketch.ago * 86_400_000))
    if (sketch.about !== 'none' && !about) continue
    await playOne((ago, doer) => at(ago, doer, about?.departmentName ?? first!.name), sketch, about, about?.department ?? names.departments.get(first!.name)!)
  }
}

/** The first that was there by then. */
function takeOlder(activities: Activity[], then: Date): Activity | undefined {
  const place = activities.findIndex(({ created_at }) => created_at <= then)
  return place < 0 ? undefined : activities.splice(place, 1)[0]
}

async function adoptFramework(at: (ago: number, doer: Doer, department: string) => Scope, department: string): Promise<void> {
  const drafted = at(330, 'ciso', department)
  const id = await createEntry(drafted, riskFrameworks, { ...emptyInput(riskFrameworks.fields), ...riskFrameworks.start!(drafted), name: 'Kader voor risico’s van mensen', appetite: 'medium', appetite_note: 'Een hoog risico accepteren wij niet zonder besluit van de directie.' })
  await perform(at(320, 'ciso', department), riskFrameworks, 'adopt', id, { adopted_on: null, adopted_by: 'Managementteam', decision_number: null })
  await perform(at(60, 'ciso', department), riskFrameworks, 'review', id, { found: 'De schalen passen nog. Geen wijziging.' })
  await perform(at(55, 'dpo', department), riskFrameworks, 'review', id, { found: 'Bruikbaar; let op risico’s voor kleine groepen.' })
  await perform(at(50, 'ciso', department), riskFrameworks, 'report', id, { report: 'Het kader is nagekeken en blijft gelden.', isms_place: 'ISMS, hoofdstuk risico' })
}

/** Activities of which the demo promises nothing, so that what an assessment writes there surprises nobody. */
async function choices({ tx, organisation }: Scope, { entries }: DemoOrganisation): Promise<Record<'active' | 'draft' | 'algorithm', Activity[]>> {
  const free = entries.flatMap(({ name, findings }) => findings === undefined ? [name] : [])
  const rows = await tx.selectFrom('processing_activity as t').leftJoin('department as d', (join) => join.onRef('d.organisation_id', '=', 't.organisation_id').onRef('d.id', '=', 't.department'))
    .select(['t.id', 't.name', 't.department', 'd.name as departmentName', 't.status', 't.algorithm', 't.dpia_status as dpia', 't.created_at']).where('t.organisation_id', '=', organisation.id).where('t.role', '=', 'controller').orderBy('t.created_at').orderBy('t.id').execute()
  const known = rows.filter(({ name }) => name !== null && free.includes(name)) as (Activity & { status: string; algorithm: boolean | null })[]
  // Where nothing else is in force: one whose DPIA was done before, which an assessment here only confirms.
  const done = (rows as (Activity & { status: string; dpia: string | null })[]).filter(({ status, dpia }) => status === 'active' && dpia === 'done')
  return { active: [...known.filter(({ status }) => status === 'active'), ...done], draft: known.filter(({ status }) => status === 'draft' || status === 'in_review'), algorithm: [...known.filter(({ algorithm }) => algorithm === true), ...known.filter(({ status }) => status === 'active').toReversed(), ...rows.filter(({ status }) => status === 'active') as Activity[]].slice(0, 1) }
}

async function playOne(at: (ago: number, doer: Doer) => Scope, { kind, what, ago, input, answers, deeds }: AssessmentSketch, about: Activity | undefined, department: string): Promise<void> {
  const asked = at(ago, 'owner')
  const personOf = (doer: Doer) => { const { actor } = at(ago, doer); return actor.kind === 'person' ? actor.personId : null }
  const [owner, officer, iso] = [personOf('owner'), personOf('officer'), personOf('iso')]
  const id = await createEntry(asked, assessments, {
    ...emptyInput(fields), name: (about ? `${what}: ${about.name}` : what).slice(0, 200), kind, department, owner, editor: kind === 'dpia' ? officer : owner, processings: about ? [{ processing: about.id, note: null }] : [],
    team: kind === 'dpia' ? [{ person: officer, part: 'privacy_officer' }, { person: iso, part: 'iso' }] : [], ...input,
  })
  for (const [verb, days, doer, values] of deeds) {
    const scope = at(days, doer)
    if (verb === 'answers') for (const [address, value] of Object.entries(answers ?? {})) await saveAnswer(scope, id, address, value, 0)
    else if (verb === 'finish_tasks') await finishTasks(scope, id)
    else await perform(scope, assessments, verb, id, values ?? {})
  }
}

async function finishTasks(scope: Scope, id: string): Promise<void> {
  const { actions } = (await loadEntry(scope, assessments, id)).input as AssessmentInput
  for (const { task } of actions) if (task !== null) await perform(scope, tasks, 'finish', task, { outcome: 'Ingericht en één keer gedraaid.' })
}

