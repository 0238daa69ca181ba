// Acts: what the steps of a complaint do, each with a version of what stands there afterwards.
import { sql } from 'kysely'
import { changed } from '../../case-kit/changed.ts'
import { minuteOf } from '../../case-kit/moments.ts'
import { remediesForComplaint } from '../../case-kit/remedies.ts'
import { dayOf } from '../../ground/clock.ts'
import { Invalid, Refused } from '../../ground/refusals.ts'
import { type OrganisationKind, personOf } from '../../ground/scope.ts'
import { type Language, say, t } from '../../ground/words.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { changeVerb } from '../../register-kit/lifecycle-acts.ts'
import { createEntry } from '../../register-kit/perform.ts'
import { sayFinding } from '../../register-kit/rules.ts'
import type { Outcome, Step, Verb } from '../../register-kit/register.ts'
import { tasks } from '../tasks/register.ts'
import { tellDirectors } from './directors.ts'
import { policyRoute } from './facts.ts'
import { refuseInvolved } from './involvement.ts'
import { type ComplaintInput, isFounded } from './rules.ts'
import { takers } from './visibility.ts'

export async function assign(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  await refuseInvolved(scope, entry.input, values.handler as string, 'handler')
  return changed(step, { handler: values.handler, route: values.route ?? entry.input.route ?? await policyRoute(scope) }, { status: 'handling' })
}

export const confirmReceipt = (step: Step): Promise<Outcome> => changed(step, { confirmed_at: step.entry.input.confirmed_at ?? nowOf(step) })

/** Settled to satisfaction, the duty to follow the rest of the procedure lapses (art. 9:5 Awb). */
export function settle(step: Step): Promise<Outcome> {
  return step.values.talk_outcome === 'agreed' ? changed(step, { ...step.values, answered_at: step.entry.input.answered_at ?? nowOf(step) }, { status: 'answered' }) : changed(step, step.values)
}

export const hear = (step: Step): Promise<Outcome> => changed(step, step.values)

export async function judge(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  await refuseInvolved(scope, entry.input, personOf(scope.actor), 'judgement')
  const isRefused = values.judgement === 'not_taken_up'
  if (isRefused && values.refusal_ground === null && scope.organisation.kind !== 'firm') throw new Invalid([{ at: 'refusal_ground', message: t('Kies de grond uit de wet (art. 9:8 Awb).', 'Choose the ground of the law (art. 9:8 Awb).') }])
  return changed(step, { ...values, refusal_ground: isRefused ? values.refusal_ground : null })
}

export async function respond(step: Step): Promise<Outcome> {
  const { entry, values } = step
  const { judgement, kind } = entry.input as ComplaintInput
  if (judgement === null && kind !== 'question') throw new Refused(t('Geef eerst een oordeel.', 'Judge first.'))
  const ways = kind === 'question' ? '' : waysOn(step.scope.organisation.kind, entry.input.language === 'en' ? 'en' : 'nl')
  return changed(step, { answer: `${values.answer as string}${ways}`, answered_at: nowOf(step), remedies_named: kind === 'question' ? entry.input.remedies_named : true, ...(isFounded({ judgement }) && entry.input.changed_practice !== null ? { practice_told_at: nowOf(step) } : {}) }, { status: 'answered' })
}

/** A firm has no such term, and so no more time either. */
export function extendByLaw({ act }: Verb): NonNullable<Verb['act']> {
  return (step) => {
    if (step.scope.organisation.kind === 'firm') throw new Refused(t('Verdagen is er alleen voor bestuursorganen (art. 9:11 lid 2 Awb).', 'Postponing is for governing bodies only (art. 9:11(2) Awb).'))
    return act!(step)
  }
}

export async function assess(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  const isNew = values.data_in_danger === true && entry.input.directors_told_at === null
  const told = isNew && await tellDirectors(scope, entry) > 0
  return changed(step, { ...values, ...(told ? { directors_told_at: nowOf(step) } : {}) })
}

export async function informDirectors(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  const count = await tellDirectors(scope, entry)
  const how = values.how as string | null
  if (count === 0 && how === null) throw new Invalid([{ at: 'how', message: t('Waarborg weet niet wie de directie is. Licht haar zelf in en schrijf op hoe.', 'Waarborg doesn’t know who the directors are. Tell them yourself and write down how.') }])
  return changed(step, { directors_told_at: entry.input.directors_told_at ?? nowOf(step) }, {}, how)
}

/** Adds a task for whoever arranges the change; it comes by itself, as the system. */
export async function planChange(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  const task = await createEntry({ ...scope, actor: { kind: 'system', task: 'complaint-change' } }, tasks, {
    ...emptyInput(tasks.fields), name: `Werkwijze aanpassen na klacht ${String(entry.input.number)}`, description: values.changed_practice, department: entry.input.department,
    owner: values.owner ?? null, role: values.owner ? null : 'privacy_officer', due_on: values.due_on ?? null, recurrence: 'once', processing: entry.input.processing,
  })
  return changed(step, { changed_practice: values.changed_practice, practice_task: task, no_change_reason: null })
}

export function tellChange(step: Step): Promise<Outcome> {
  if (step.entry.input.changed_practice === null) throw new Refused(t('Leg eerst vast wat er anders gaat.', 'First record what changes.'))
  return changed(step, { practice_told_at: nowOf(step) })
}

export function withdraw({ scope, values }: Step): Outcome {
  return { note: values.reason as string | null, system: { status: 'withdrawn', ended_on: dayOf(scope.now) } }
}

/** Not while something serious is left: so what had to change was planned, and whoever complained knows (H-32). */
export async function close({ scope, register, entry, values }: Step): Promise<Outcome> {
  const { rows } = await sql<{ rule: string; detail: string }>`select rule, detail from finding where organisation_id = ${scope.organisation.id} and register = ${register.key} and entry_id = ${entry.id} and severity = 'serious' order by rule`.execute(scope.tx)
  if (rows.length > 0) throw new Refused(t(`Los dit eerst op. ${rows.map((row) => sayFinding(register.rules, row)).join(' ')}`, `Settle this first. ${rows.map((row) => sayFinding(register.rules, row)).join(' ')}`))
  return { note: values.note as string | null, system: { status: 'closed', ended_on: dayOf(scope.now) } }
}

export const reopen = ({ entry }: Step): Outcome => ({ system: { status: entry.input.answered_at === null ? 'handling' : 'answered', ended_on: null } })

const ordinary = changeVerb(takers)
export const changeComplaint: Verb = {
  ...ordinary, alsoFor: ['handler'],
  act: async (step) => {
    await refuseInvolved(step.scope, step.values, step.values.handler as string | null, 'handler')
    return ordinary.act!(step)
  },
}

/** Where somebody can turn next stands in the answer itself, in the language of whoever complained (art. 9:12 lid 2 Awb; W-18, P-22). */
function waysOn(kind: OrganisationKind, language: Language): string {
  return remediesForComplaint(kind).map(({ heading, words }) => `\n\n${say(heading, language)}\n${say(words, language)}`).join('')
}

function nowOf({ scope }: Pick<Step, 'scope'>): string {
  return minuteOf(scope.now)
}
