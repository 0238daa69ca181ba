// Steps afterwards: actions carried out, the DPO's test of actions, procedure and results, looking again after three years or on change, publishing a summary, archiving (art. 35 lid 11 en art. 39 lid 1 AVG; H-20, H-55, H-66).
import { dayOf } from '../../ground/clock.ts'
import { Invalid } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { choice, date, emptyInput, longText, reference, text } from '../../register-kit/field-types.ts'
import { createEntry, loadEntry, perform } from '../../register-kit/perform.ts'
import type { Outcome, Step, Verb } from '../../register-kit/register.ts'
import { type AssessmentInput, fields, reasons, registerKey } from './declaration.ts'
import { makeTasks, openTasks } from './make-tasks.ts'
import { adopted, byOwner, carriers, changed, inputOf, whileIn, whileOf } from './step-kit.ts'
import { keepBasis } from './tell-activities.ts'

export const addAction: Verb = {
  words: { nl: 'Actie toevoegen', en: 'Add an action' }, done: { nl: 'actie toegevoegd', en: 'action added' }, roles: carriers, alsoFor: byOwner, when: whileOf(['dpia', 'iama'], 'consulting', 'carrying_out', 'testing', 'concluded'), offered: 'form', resource: 'actions',
  explain: { nl: 'De actie komt als taak bij wie haar doet.', en: 'The action comes as a task to whoever does it.' },
  fields: { action: text('Wat', 'What', { most: 200 }), owner: reference('Wie', 'Who', 'person', { identifies: 'person' }), due_on: date('Klaar op', 'Due') }, required: ['action', 'owner', 'due_on'],
  act: async (step): Promise<Outcome> => {
    const { action, owner, due_on } = step.values as { action: string; owner: string; due_on: string }
    const input = inputOf(step)
    const actions = await makeTasks(step.scope, step.entry, { ...input, actions: [...input.actions, { action, owner, due_on, task: null }] })
    const { status } = step.entry.system
    return changed(step, { actions }, { status: status === 'testing' || status === 'concluded' ? 'carrying_out' : status }, action)
  },
}

export const finishActions: Verb = {
  words: { nl: 'Acties zijn uitgevoerd', en: 'The actions are carried out' }, done: { nl: 'acties uitgevoerd', en: 'actions carried out' }, roles: carriers, alsoFor: byOwner, when: whileIn('carrying_out'), offered: 'button', resource: 'completions',
  act: async (step): Promise<Outcome> => {
    const open = await openTasks(step.scope, inputOf(step))
    if (open.length > 0) throw new Invalid([{ at: 'actions', message: t(`Nog te doen: ${open.join('; ')}.`, `Still to be done: ${open.join('; ')}.`) }])
    return changed(step, {}, { status: 'testing' })
  },
}

export const testActions: Verb = {
  words: { nl: 'Acties en werkwijze toetsen', en: 'Test actions and procedure' }, done: { nl: 'acties en werkwijze getoetst', en: 'actions and procedure tested' }, roles: ['dpo'], when: whileOf(['dpia', 'iama'], 'testing'), offered: 'form', resource: 'dpo-tests',
  explain: { nl: 'Zijn de acties echt uitgevoerd, en was de werkwijze goed? Is het niet voldoende, dan gaat de toets terug naar de eigenaar.', en: 'Were the actions really carried out, and was the procedure right? If it isn’t sufficient, the assessment goes back to the owner.' },
  fields: { test_outcome: fields.test_outcome, test_actions: fields.test_actions, test_procedure: fields.test_procedure }, required: ['test_outcome', 'test_actions', 'test_procedure'],
  act: (step): Promise<Outcome> => changed(step, { ...step.values, tested_on: dayOf(step.scope.now), tested_by: personOf(step.scope.actor) }, { status: step.values.test_outcome === 'sufficient' ? 'concluded' : 'carrying_out' }),
}

export const review: Verb = {
  words: { nl: 'Opnieuw bekeken: klopt nog', en: 'Reviewed: still right' }, done: { nl: 'opnieuw bekeken', en: 'reviewed' }, roles: carriers, alsoFor: byOwner, when: whileIn('concluded'), offered: 'form', resource: 'reviews',
  explain: { nl: 'Doelen, techniek en risico’s zijn nog zoals toen, of wat veranderde, past binnen deze toets. De drie jaar tellen opnieuw. Klopt er iets niet meer? Kies dan “Opnieuw doen”.', en: 'Purposes, technology and risks are still as they were, or what changed fits this assessment. The three years count anew. Is something no longer right? Then choose “Do it again”.' },
  fields: { found: longText('Wat hebt u nagekeken', 'What you looked at', { most: 10_000 }) }, required: ['found'],
  act: async (step): Promise<Outcome> => {
    await keepBasis(step.scope, step.entry.id, inputOf(step))
    return changed(step, { review_from: dayOf(step.scope.now) }, { reviewed_on: dayOf(step.scope.now) }, step.values.found as string)
  },
}

const again = choice('Waarom', 'Why', { three_years: reasons.three_years, changed_purpose: reasons.changed_purpose, new_technology: reasons.new_technology, risk_changed: reasons.risk_changed })

export const redo: Verb = {
  words: { nl: 'Opnieuw doen', en: 'Do it again' }, done: { nl: 'opnieuw begonnen', en: 'taken up again' }, roles: carriers, alsoFor: byOwner, when: whileIn(...adopted), offered: 'form', resource: 'renewals',
  explain: { nl: 'Er komt een nieuwe toets als vervolg op deze. Deze blijft gelden tot de nieuwe is vastgesteld.', en: 'A new assessment follows this one. This one holds until the new one is adopted.' },
  fields: { why: again, why_note: fields.why_note }, required: ['why'],
  act: async (step): Promise<Outcome> => {
    const { name, kind, processings, system, department, owner, editor, team, risks, requirements } = inputOf(step)
    const { why, why_note } = step.values as Pick<AssessmentInput, 'why' | 'why_note'>
    await createEntry(bySystem(step.scope, step.entry.id), step.register, {
      ...emptyInput(fields), name: name!.slice(0, 200), kind, processings, system, department, owner, editor, team, risks, requirements, why, why_note, follows: step.entry.id, asked_on: dayOf(step.scope.now),
    })
    return { note: say({ nl: reasons[why!][0], en: reasons[why!][1] }) }
  },
}

export const publish: Verb = {
  words: { nl: 'Samenvatting publiceren', en: 'Publish a summary' }, done: { nl: 'samenvatting gewijzigd', en: 'summary changed' }, roles: ['privacy_officer'], alsoFor: byOwner, when: whileIn(...adopted), offered: 'form', resource: 'summaries',
  explain: { nl: 'De samenvatting komt op uw openbare site. Zet er geen namen of details van de beveiliging in.', en: 'The summary is put on your public site. Leave out names and details of security.' },
  fields: { is_published: fields.is_published, public_summary: fields.public_summary }, required: ['is_published'],
  act: (step): Promise<Outcome> => {
    const { is_published, public_summary } = step.values
    const summary = public_summary ?? inputOf(step).public_summary
    if (is_published === true && summary === null) throw new Invalid([{ at: 'public_summary', message: t('Schrijf eerst de samenvatting.', 'Write the summary first.') }])
    return changed(step, { is_published, public_summary: summary })
  },
}

export const archive: Verb = {
  words: { nl: 'Archiveren', en: 'Archive' }, done: { nl: 'gearchiveerd', en: 'archived' }, roles: ['privacy_officer', 'iso'], when: whileIn('concluded'), offered: 'form', isDanger: true, resource: 'archivings',
  explain: { nl: 'De toets geldt niet meer, bijvoorbeeld omdat de verwerking is gestopt of een nieuwe toets haar vervangt. Het rapport blijft bewaard.', en: 'The assessment no longer holds, for instance because the processing ended or a new assessment replaces it. The report is kept.' },
  fields: { reason: longText('Waarom', 'Why', { most: 10_000 }) }, required: ['reason'],
  act: ({ scope, values }): Outcome => ({ note: values.reason as string, system: { status: 'archived', ended_on: dayOf(scope.now) } }),
}

/** What a newly adopted assessment follows holds no longer. */
export async function archiveEarlier({ scope, register, entry }: Step): Promise<void> {
  const { follows, kind } = entry.input as AssessmentInput
  if (follows === null) return
  const system = bySystem(scope, entry.id)
  const earlier = await loadEntry(system, register, follows)
  if (earlier.input.kind === kind && earlier.system.status === 'concluded') await perform(system, register, 'archive', follows, { reason: t(`Vervangen door ${String(entry.input.number ?? entry.input.name)}`, `Replaced by ${String(entry.input.number ?? entry.input.name)}`) })
}

function bySystem(scope: Scope, id: string): Scope {
  return { ...scope, actor: { kind: 'system', task: `${registerKey}:${id}` } }
}

