// Lifecycle of a policy document: drafted, tested by the DPO, adopted by a body, then by others; published, announced, read and evaluated (H-01, H-49, M-02, M-17, P-06).
import { dayOf, sayDay } from '../../ground/clock.ts'
import { type Fault, Invalid, Refused } from '../../ground/refusals.ts'
import type { Role, Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import { choice, date, duration, longText, number, reference } from '../../register-kit/field-types.ts'
import { workingInput } from '../../register-kit/lifecycle.ts'
import { refreshThese } from '../../register-kit/keep-findings.ts'
import type { Lifecycle, Outcome, Step, Verb } from '../../register-kit/register.ts'
import { testedLifecycle } from '../../register-kit/tested-lifecycle.ts'
import { adopt, type AdoptionValues, adoptionFields, endAll, readAdoptions, startWaiting } from './adoptions.ts'
import { askReading, closeCampaign, lastCampaign } from './campaigns.ts'
import { fields } from './declaration.ts'
import { evaluationDue } from './policy-terms.ts'
import { announceToAll, publish } from './publications.ts'
import { refuseCircle } from './tree.ts'

const editors: readonly Role[] = ['privacy_officer', 'process_owner', 'ciso', 'iso']
/** Who brings out what was adopted: the DPO supervises and decides nothing (art. 38 lid 6 AVG). */
const keepers: readonly Role[] = ['privacy_officer', 'ciso']

const tested = testedLifecycle(fields, { edit: editors, test: ['dpo'], decide: ['privacy_officer', 'process_owner', 'ciso'], import: ['privacy_officer'] }, {
  activate: { nl: 'Vaststelling vastleggen', en: 'Record the adoption' },
  activateExplained: {
    nl: 'Een orgaan heeft deze tekst vastgesteld. Hij wordt bewaard als versie en geldt alleen voor organen die hem vaststellen: leg elk besluit apart vast.',
    en: 'A body has adopted this text. It is kept as a version and holds only for bodies that adopt it: record each decision separately.',
  },
  testExplained: { nl: 'U kijkt of het document klopt met de wet, en adviseert. Het orgaan beslist.', en: 'You look whether the document agrees with the law, and advise. The body decides.' },
  end: {
    words: { nl: 'Intrekken', en: 'Withdraw' }, done: { nl: 'ingetrokken', en: 'withdrawn' },
    explain: { nl: 'Het document geldt vanaf morgen voor niemand meer. De tekst en de besluiten blijven bewaard.', en: 'From tomorrow the document holds for nobody. The text and the decisions are kept.' },
  },
})
const { verbs } = tested
const inForce = verbs.review!.when

const outcomes = { keep: ['Blijft zoals het is', 'Stays as it is'], revise: ['Wordt herzien', 'Will be revised'], withdraw: ['Wordt ingetrokken', 'Will be withdrawn'] } as const
const outcomeField = choice('Uitkomst', 'Outcome', outcomes)

const adoptVerb: Verb = {
  words: { nl: 'Nog een vaststelling', en: 'Another adoption' }, done: { nl: 'vastgesteld', en: 'adopted' }, roles: verbs.activate!.roles, when: inForce, offered: 'form', resource: 'adoptions', fields: adoptionFields,
  explain: { nl: 'Een ander orgaan heeft dezelfde versie vastgesteld. Wat dat orgaan eerder vaststelde, vervalt daarmee.', en: 'Another body adopted the same version. What that body adopted before ends by it.' },
  act: async (step): Promise<Outcome> => {
    const note = await adopted(step, step.entry.input, step.entry.system.version)
    return { note, system: { review_due_on: await dueAfter(step.scope, step.entry.id, step.entry.input, step.entry.system.version, step.entry.system.reviewed_on) } }
  },
}

const publishVerb: Verb = {
  words: { nl: 'Publiceren', en: 'Publish' }, done: { nl: 'gepubliceerd', en: 'published' }, roles: keepers, when: inForce, offered: 'form', resource: 'publications',
  fields: { change_note: longText('Wat is er veranderd?', 'What has changed?', { most: 4000, help: { nl: 'Dit staat op de openbare pagina, bij deze versie.', en: 'This stands on the public page, at this version.' } }) },
  explain: { nl: 'De versie die nu is vastgesteld, komt op uw openbare pagina, met de besluiten erbij. Iedereen kan haar daar lezen.', en: 'The version that is adopted now is put on your public page, with the decisions. Everybody can read it there.' },
  act: async ({ scope, entry, values }): Promise<Outcome> => {
    if (entry.input.audience !== 'public') throw new Refused(t('Dit document is niet openbaar. Stel eerst voor om “Voor wie” te wijzigen.', 'This document isn’t public. First propose to change “For whom”.'))
    const { version } = entry.system
    const on = await publish(scope, entry.id, version, values.change_note as string | null)
    await startWaiting(scope, { id: entry.id, version, replaces: entry.input.replaces as string | null }, on)
    return { note: [t(`Versie ${version}`, `Version ${version}`), values.change_note].filter(Boolean).join(': ') }
  },
}

const announceVerb: Verb = {
  words: { nl: 'Bekendmaken per e-mail', en: 'Announce by e-mail' }, done: { nl: 'bekendgemaakt', en: 'announced' }, roles: keepers, when: inForce, offered: 'form', resource: 'announcements',
  fields: { note: longText('Wat moeten collega’s weten?', 'What should colleagues know?', { most: 2000 }) },
  explain: { nl: 'Iedereen die hier werkt krijgt één e-mail over deze versie. Wie hem al kreeg, krijgt hem niet nog eens.', en: 'Everybody who works here gets one e-mail about this version. Who got it already doesn’t get it again.' },
  act: async ({ scope, entry, values }): Promise<Outcome> => {
    const { version } = entry.system
    const people = await announceToAll(scope, { id: entry.id, title: entry.input.title as string, version, note: values.note as string | null })
    return { note: t(`Versie ${version}, aan ${people} mensen`, `Version ${version}, to ${people} people`) }
  },
}

const askVerb: Verb = {
  words: { nl: 'Laten lezen', en: 'Have it read' }, done: { nl: 'gevraagd te lezen', en: 'asked to be read' }, roles: keepers, when: inForce, offered: 'form', resource: 'reading-campaigns',
  fields: {
    within: duration('Lezen binnen', 'Read within', { unit: 'W', help: { nl: 'Leeg: vier weken.', en: 'Empty: four weeks.' } }),
    aim: number('Hoeveel moeten het dan gelezen hebben', 'How many must have read it by then', { least: 1, most: 100, unit: { nl: 'procent', en: 'percent' }, help: { nl: 'Leeg: 90 procent. Daaronder wordt het een bevinding.', en: 'Empty: 90 percent. Below that it becomes a finding.' } }),
    department: reference('Alleen deze afdeling', 'Only this department', 'department', { help: { nl: 'Leeg: iedereen.', en: 'Empty: everybody.' } }),
  },
  explain: { nl: 'Wie u vraagt, krijgt een e-mail met een pagina waarop staat wat te lezen is, en één knop: “Gelezen en begrepen”.', en: 'Whom you ask gets an e-mail with a page that holds what is to be read, and one button: “Read and understood”.' },
  act: async ({ scope, entry, values }): Promise<Outcome> => {
    const { version } = entry.system
    const asked = await askReading(scope, { id: entry.id, title: entry.input.title as string, version, within: values.within as string | null ?? 'P4W', aim: values.aim as number | null ?? 90, departmentId: values.department as string | null })
    return { note: t(`Versie ${version}, ${asked} mensen`, `Version ${version}, ${asked} people`) }
  },
}

const evaluateVerb: Verb = {
  ...verbs.review!, words: { nl: 'Evalueren', en: 'Evaluate' }, done: { nl: 'geëvalueerd', en: 'evaluated' },
  fields: { evaluated_on: date('Geëvalueerd op', 'Evaluated on', { help: { nl: 'Leeg: vandaag.', en: 'Empty: today.' } }), outcome: outcomeField, note: longText('Wat kwam eruit?', 'What came of it?', { most: 10_000 }) },
  explain: { nl: 'U hebt nagegaan of het document nog klopt en werkt. De volgende evaluatie wordt gepland zoals uw beleid zegt.', en: 'You have checked whether the document is still right and works. The next evaluation is planned as your policy says.' },
  act: async ({ scope, entry, values }): Promise<Outcome> => {
    const on = values.evaluated_on as string | null ?? dayOf(scope.now)
    const since = await adoptedSince(scope, entry.id, entry.system.version)
    const faults: Fault[] = []
    if (on > dayOf(scope.now)) faults.push({ at: 'evaluated_on', message: t('Deze dag ligt in de toekomst. Leg de evaluatie vast als zij gedaan is.', 'This day lies in the future. Record the evaluation once it is done.') })
    if (since !== null && on < since) faults.push({ at: 'evaluated_on', message: t(`Deze versie is pas vastgesteld op ${sayDay(since)}: eerder kan zij niet geëvalueerd zijn.`, `This version was adopted on ${sayDay(since)}: it can’t have been evaluated before.`) })
    if (faults.length > 0) throw new Invalid(faults)
    const outcome = outcomeField.choices.find(({ key }) => key === values.outcome)
    return { note: [outcome && say(outcome.words), values.note].filter(Boolean).join(': ') || null, system: { reviewed_on: on, review_due_on: await evaluationDue(scope, entry.input, on) } }
  },
}

const activate: Verb = {
  ...verbs.activate!, done: { nl: 'vastgesteld', en: 'adopted' }, fields: { ...adoptionFields, ...verbs.activate!.fields },
  act: async (step): Promise<Outcome> => {
    const input = workingInput(step.entry)
    await refuseCircle(step.scope, step.entry.id, input.parent as string | null)
    const outcome = await verbs.activate!.act!(step) as Outcome
    const version = outcome.system!.version!
    const note = await adopted(step, input, version)
    return { ...outcome, note: [note, step.values.note].filter(Boolean).join('. '), system: { ...outcome.system, reviewed_on: null, review_due_on: await dueAfter(step.scope, step.entry.id, input, version, null) } }
  },
}

export const policyLifecycle: Lifecycle = {
  ...tested,
  statuses: {
    ...tested.statuses, active: { ...tested.statuses.active!, words: { nl: 'Vastgesteld', en: 'Adopted' } }, ended: { ...tested.statuses.ended!, words: { nl: 'Ingetrokken', en: 'Withdrawn' } },
  },
  verbs: {
    create: verbs.create!, import: verbs.import!, advise: verbs.advise!, activate, adopt: adoptVerb, publish: publishVerb, announce: announceVerb, ask_reading: askVerb, submit: verbs.submit!,
    change: { ...verbs.change!, act: async (step) => { await refuseCircle(step.scope, step.entry.id, step.values.parent as string | null); return verbs.change!.act!(step) } },
    propose: verbs.propose!, review: evaluateVerb, withdraw: verbs.withdraw!, remark: verbs.remark!, answer: verbs.answer!,
    end: { ...verbs.end!, fields: { reason: longText('Waarom, en wat komt ervoor in de plaats?', 'Why, and what comes in its place?', { most: 10_000 }) }, act: end },
    drop_proposal: verbs.drop_proposal!, remove: verbs.remove!,
  },
}

async function adopted({ scope, register, entry, values }: Step, input: AnyInput, version: number): Promise<string> {
  const replaces = input.replaces as string | null
  const note = await adopt(scope, { id: entry.id, version, replaces }, { body: null, participant: null, participant_body: null, adopted_on: null, decision_number: null, in_force_from: null, ...values } as AdoptionValues)
  if (replaces !== null && replaces !== entry.id) await refreshThese(scope, register, [replaces])
  return note
}

async function end(step: Step): Promise<Outcome> {
  const { scope, entry } = step
  await endAll(scope, entry.id, dayOf(scope.now))
  if ((await lastCampaign(scope, entry.id))?.closedAt === null) await closeCampaign(scope, entry.id)
  return await verbs.end!.act!(step) as Outcome
}

/** The first day on which a body adopted this version. */
async function adoptedSince(scope: Scope, id: string, version: number): Promise<string | null> {
  return (await readAdoptions(scope, [id], { version })).map(({ adoptedOn }) => adoptedOn).toSorted()[0] ?? null
}

async function dueAfter(scope: Scope, id: string, input: AnyInput, version: number, reviewedOn: string | null): Promise<string> {
  const since = await adoptedSince(scope, id, version)
  return evaluationDue(scope, input, reviewedOn !== null && (since === null || reviewedOn > since) ? reviewedOn : since)
}
