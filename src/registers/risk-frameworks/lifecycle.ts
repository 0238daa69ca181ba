// Lifecycle of a risk framework: drafted, adopted by the management team, checked each year by CISO and DPO, reported on, and replaced by the next (H-55).
import { sql } from 'kysely'
import { dayAfter, dayOf, sayDay } from '../../ground/clock.ts'
import { Invalid } from '../../ground/refusals.ts'
import type { Role, Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { date, emptyInput, longText, text } from '../../register-kit/field-types.ts'
import { asNextVersion, changeDraftVerb, createVerb, endVerb, importVerb, nextVersion, removeVerb } from '../../register-kit/lifecycle-acts.ts'
import { createEntry, perform } from '../../register-kit/perform.ts'
import type { Lifecycle, Outcome, Step, Verb, Work } from '../../register-kit/register.ts'
import { nextReview, usualReview } from '../../register-kit/review-due.ts'
import type { FrameworkInput } from './declaration.ts'
import { scaleFaults } from './risk-levels.ts'

/** The management team decides; these prepare it and record what was decided. */
const keepers: readonly Role[] = ['ciso', 'privacy_officer', 'iso']
const isDraft = ({ status }: Work) => status === 'draft'
const isAdopted = ({ status }: Work) => status === 'adopted'

const adopt: Verb = {
  words: { nl: 'Vaststelling vastleggen', en: 'Record the adoption' }, done: { nl: 'vastgesteld', en: 'adopted' }, roles: ['ciso', 'privacy_officer'], when: isDraft, offered: 'form', resource: 'adoptions',
  explain: { nl: 'Het managementteam heeft dit kader vastgesteld. Het kader dat nu geldt, is daarna vervangen. DPIA’s die eronder zijn gemaakt, houden hun eigen kader.', en: 'The management team adopted this framework. The one that holds now is replaced. Assessments that were made under it keep their own.' },
  fields: { adopted_on: date('Vastgesteld op', 'Adopted on', { help: { nl: 'Leeg: vandaag.', en: 'Empty: today.' } }), adopted_by: text('Vastgesteld door', 'Adopted by', { most: 200 }), decision_number: text('Nummer van het besluit', 'Number of the decision', { most: 100 }) },
  required: ['adopted_by'], act: adoptAndReplace,
}

const review: Verb = {
  words: { nl: 'Jaarlijks nagekeken', en: 'Yearly check' }, done: { nl: 'nagekeken', en: 'checked' }, roles: ['ciso', 'dpo'], when: isAdopted, offered: 'form', resource: 'reviews',
  explain: { nl: 'De CISO en de FG kijken allebei elk jaar of het kader nog past. Pas als beiden dat deden, begint het volgende jaar.', en: 'The CISO and the DPO both look each year whether the framework still fits. Only once both did, the next year begins.' },
  fields: { found: longText('Wat vindt u', 'What you find', { most: 10_000 }) }, required: ['found'], act: check,
}

const report: Verb = {
  words: { nl: 'Aan het MT rapporteren', en: 'Report to management' }, done: { nl: 'gerapporteerd aan het MT', en: 'reported to management' }, roles: ['ciso'], when: isAdopted, offered: 'form', resource: 'reports',
  explain: { nl: 'Schrijf op wat u het managementteam vertelde, en waar het in het ISMS staat.', en: 'Write down what you told the management team, and where it stands in the ISMS.' },
  fields: { report: longText('Rapport', 'Report', { most: 20_000 }), isms_place: text('Waar het in het ISMS staat', 'Where it stands in the ISMS', { most: 300 }) }, required: ['report', 'isms_place'],
  act: (step): Promise<Outcome> => asNextVersion(step, { ...step.entry.input, ...step.values, reported_on: dayOf(step.scope.now) }),
}

const renew: Verb = {
  words: { nl: 'Nieuw kader hieruit maken', en: 'Make a new framework from this' }, done: { nl: 'nieuw kader gemaakt', en: 'new framework made' }, roles: keepers, when: isAdopted, offered: 'button', resource: 'renewals',
  act: async ({ scope, register, entry }): Promise<Outcome> => {
    const { name, likelihoods, impacts, medium_from, high_from, very_high_from, appetite, appetite_note } = entry.input as FrameworkInput
    await createEntry(scope, register, { ...emptyInput(register.fields), name: `${name} (nieuw)`.slice(0, 200), likelihoods, impacts, medium_from, high_from, very_high_from, appetite, appetite_note, replaces: entry.id })
    return {}
  },
}

export const frameworkLifecycle: Lifecycle = {
  statuses: {
    draft: { words: { nl: 'Concept', en: 'Draft' }, tone: 'neutral', stage: 'draft' },
    adopted: { words: { nl: 'Vastgesteld', en: 'Adopted' }, tone: 'positive', stage: 'active' },
    ended: { words: { nl: 'Vervangen', en: 'Replaced' }, tone: 'neutral', stage: 'ended' },
  },
  start: 'draft', inForce: 'adopted',
  verbs: {
    create: createVerb(keepers), import: importVerb(), adopt, review, report,
    change: changeDraftVerb(keepers, isDraft),
    renew, replace: { ...endVerb(['ciso', 'privacy_officer'], { words: { nl: 'Intrekken', en: 'Withdraw' }, done: { nl: 'vervangen', en: 'replaced' }, explain: { nl: 'Dit kader geldt niet meer. DPIA’s die eronder zijn gemaakt, houden het.', en: 'This framework no longer holds. Assessments that were made under it keep it.' } }, 'ended'), resource: 'withdrawals' },
    remove: removeVerb(keepers),
  },
}

async function adoptAndReplace(step: Step): Promise<Outcome> {
  const { scope, register, entry, values } = step
  const on = values.adopted_on as string | null ?? dayOf(scope.now)
  if (on > dayOf(scope.now)) throw new Invalid([{ at: 'adopted_on', message: t('Deze dag ligt in de toekomst.', 'This day lies in the future.') }])
  const faults = scaleFaults(entry.input as FrameworkInput)
  if (faults.length > 0) throw new Invalid(faults.map(({ at, message }) => ({ at, message: say(message) })))
  const { rows } = await sql<{ id: string }>`select id from risk_framework where organisation_id = ${scope.organisation.id} and status = 'adopted' and id <> ${entry.id} order by id`.execute(scope.tx)
  // Adopting the new one ends the old one, whoever adopts: one framework holds at a time.
  for (const { id } of rows) await perform(asSystem(scope), register, 'replace', id, { reason: t(`Vervangen door ${String(entry.input.name)}`, `Replaced by ${String(entry.input.name)}`) })
  const input = { ...entry.input, adopted_on: on, adopted_by: values.adopted_by, decision_number: values.decision_number ?? null }
  return { input, system: { status: 'adopted', version: await nextVersion(step, input), imported_by: null, ...await nextReview(scope, register) }, note: t(`Door ${String(values.adopted_by)}, ${sayDay(on)}`, `By ${String(values.adopted_by)}, ${sayDay(on)}`) }
}

/** By the one or the other; the year is over once both looked since it began. */
async function check(step: Step): Promise<Outcome> {
  const { scope, register, entry, values } = step
  const today = dayOf(scope.now)
  const roles = scope.actor.kind === 'person' || scope.actor.kind === 'token' ? scope.actor.assignments.map(({ role }) => role) : []
  const own = { ...(roles.includes('ciso') ? { ciso_checked_on: today, ciso_check: values.found } : {}), ...(roles.includes('dpo') ? { dpo_checked_on: today, dpo_check: values.found } : {}) }
  const input = { ...entry.input, ...own } as FrameworkInput
  const outcome = await asNextVersion(step, input)
  const due = entry.system.review_due_on
  const began = due === null ? null : dayAfter(due, `-${usualReview}`)
  const isBoth = [input.ciso_checked_on, input.dpo_checked_on].every((on) => on !== null && (began === null || on > began || on === today))
  return { ...outcome, note: values.found as string, system: { ...outcome.system, ...(isBoth ? { reviewed_on: today, ...await nextReview(scope, register) } : {}) } }
}

function asSystem(scope: Scope): Scope {
  return { ...scope, actor: { kind: 'system', task: 'risk-framework' } }
}
