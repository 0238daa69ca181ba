// A filled tenant: an organisation with a row in every tenant table, made by the same actions each time, and a word that only its rows hold.
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { writeBatch } from '../../src/access-record/write-batch.ts'
import { newId } from '../../src/ground/ids.ts'
import { deriveKey, seal } from '../../src/ground/keys.ts'
import { completed, emptyInput } from '../../src/register-kit/field-types.ts'
import { createEntry } from '../../src/register-kit/perform.ts'
import { agreements } from '../../src/registers/agreements/register.ts'
import { loadProfiles } from '../../src/policy/profiles.ts'
import { processors } from '../../src/registers/processors/register.ts'
import { systems } from '../../src/registers/systems/register.ts'
import { allRegisters } from '../../src/register-kit/tied-registers.ts'
import { publishStatement } from '../../src/public-site/statements.ts'
import { tenant, type Tenant } from './product.ts'
import { leastInput, samplesOver } from './sample-input.ts'
import { stockOf } from './stock.ts'

export type Person = Awaited<ReturnType<Tenant['person']>>
export type FilledTenant = Awaited<ReturnType<typeof filledTenant>>

/** A complete processing activity as its form sends it. */
export function activityForm(house: Tenant, more: Record<string, string | readonly string[]> = {}): Record<string, string | readonly string[]> {
  return {
    name: 'Aanvragen bijzondere bijstand', role: 'controller', regime: 'gdpr', description: 'Inwoners vragen bijzondere bijstand aan en krijgen een besluit.',
    controller_body: house.body, department: house.departments.burgerzaken,
    'purposes.0.purpose': 'Beoordelen of een inwoner recht heeft op bijzondere bijstand', 'purposes.0.kind': 'main',
    'legal_bases.0.basis': 'public-task', 'legal_bases.0.law': 'participatiewet', 'legal_bases.0.article': 'art. 35',
    subject_categories: ['', 'residents'], data_categories: ['', 'name', 'contact'],
    'retention_rules.0.applies_to': 'Het dossier', 'retention_rules.0.source': 'own', 'retention_rules.0.term.amount': '5', 'retention_rules.0.term.unit': 'Y',
    'retention_rules.0.starts_at': 'na het besluit', 'retention_rules.0.explanation': 'Nodig voor bezwaar en beroep',
    pre_dpia_outcome: 'not_required', pre_dpia_on: '2026-01-15', pre_dpia_note: 'Gedaan vóór Waarborg, ligt in het dossier.', is_published: 'yes', public_summary: 'Wij beoordelen uw aanvraag.',
    ...more,
  }
}

/** Saves a new activity. @returns its id */
export async function saveActivity(person: Person, house: Tenant, fields: Record<string, string | readonly string[]>): Promise<string> {
  const response = await person.post(`/${house.slug}/verwerkingen/nieuw`, fields)
  assert.equal(response.status, 303, await plainText(response))
  return /verwerkingen\/([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')![1]!
}

/** Does a step, which must succeed. */
export async function takeStep(person: Person, house: Tenant, id: string, verb: string, fields: Record<string, string> = {}): Promise<void> {
  const response = await person.post(`/${house.slug}/verwerkingen/${id}/stap/${verb}`, fields)
  assert.equal(response.status, 303, `${verb}: ${await plainText(response)}`)
}

/** What a page says, without its tags. */
export async function plainText(response: Response): Promise<string> {
  return (await response.clone().text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').slice(0, 2000)
}

/** An organisation in which everything has been done once. Its entries are public unless asked otherwise. */
export async function filledTenant(mark: string, options: { published?: boolean } = {}) {
  const house = await tenant()
  const { burgerzaken } = house.departments
  const officer = await house.person(`Petra ${mark}`, 'privacy_officer', 'administrator')
  const dpo = await house.person(`Frits ${mark}`, 'dpo')
  const owner = await house.person(`Olga ${mark}`, { role: 'process_owner', departmentId: burgerzaken })
  const participant = newId()
  const apiToken = newId()
  await house.scoped(async ({ tx, organisation, now }) => {
    const organisation_id = organisation.id
    await tx.insertInto('participant').values({ organisation_id, id: participant, name: `Gemeente ${mark}`, kind: 'municipality' }).execute()
    await tx.insertInto('catalogue_term').values({ organisation_id, catalogue: 'purpose', key: mark, label_nl: `Waarde ${mark}`, label_en: mark, position: 999, origin: 'eigen', version: '1' }).execute()
    await tx.insertInto('job_function').values({ organisation_id, id: newId(), name: `Manager ${mark}` }).execute()
    await tx.insertInto('allowed_network').values({ organisation_id, id: newId(), network: '0.0.0.0/0', note: mark }).execute()
    await tx.insertInto('allowed_network').values({ organisation_id, id: newId(), network: '::/0', note: mark }).execute()
    await tx.insertInto('office_hours').values({ organisation_id, weekday: 1, opens: '08:30', closes: '17:00' }).execute()
    // Met long ago: no sweep of another test tells anybody of it.
    const timed = { organisation_id, id: newId(), register: mark, entry_id: newId(), kind: 'answer', regime: 'own', citation: mark, duration: 'P5D', clock: 'working', started_at: now, due_at: now, first_due_at: now, remind_at: now, is_cut: false, steps: '[]', notes: '[]', met_at: now, met_by: 'verb' }
    await tx.insertInto('deadline').values(timed).execute()
    await tx.insertInto('deadline_suspension').values({ organisation_id, deadline_id: timed.id, position: 0, ground: 'identity', reason: mark, from_at: now, until_at: now }).execute()
    await tx.insertInto('organisation_theme').values({ organisation_id, accent: '#15538a', letterhead: 'Op papier', logo: Buffer.from('x'), logo_type: 'image/png' }).execute()
    await tx.insertInto('identity_provider').values({ organisation_id, label: mark, issuer: 'https://login.voorbeeld.example', client_id: mark, client_secret: Buffer.from('x') }).execute()
    await tx.insertInto('identity_provider_role').values({ organisation_id, id: newId(), group_name: mark, role: 'employee' }).execute()
    await tx.insertInto('identity_link').values({ organisation_id, issuer: 'https://login.voorbeeld.example', subject: mark, person_id: owner.personId, created_at: now }).execute()
    await tx.insertInto('oidc_flow').values({ organisation_id, state_hash: Buffer.from(mark), browser_hash: Buffer.from(mark), content: Buffer.from(mark), expires_at: now }).execute()
    await tx.insertInto('invitation').values({ organisation_id, id: newId(), person_id: owner.personId, purpose: 'reset_password', token_hash: Buffer.from(mark), created_at: now, expires_at: now }).execute()
    await tx.insertInto('api_token').values({ organisation_id, id: apiToken, name: mark, prefix: mark.slice(0, 8), token_hash: Buffer.alloc(32, mark), may_write: false, created_at: now, created_by: officer.personId, expires_on: '2030-01-01' }).execute()
    await tx.insertInto('api_token_role').values({ organisation_id, id: newId(), token_id: apiToken, role: 'employee' }).execute()
    await tx.insertInto('session_visit').values({ organisation_id, session_id: newId(), first_seen_at: now, last_seen_at: now, ip: '192.0.2.1', device: mark }).execute()
    // Sent: a courier of another test must not take it up.
    await tx.insertInto('mail_message').values({ organisation_id, id: newId(), person_id: owner.personId, kind: 'notice', state: 'sent', created_at: now, useless_at: now, sent_at: now }).execute()
    await tx.insertInto('mail_choice').values({ organisation_id, person_id: owner.personId, language: 'nl' }).execute()
    await tx.insertInto('work_absence').values({ organisation_id, person_id: owner.personId, stand_in_id: dpo.personId, from_on: '2020-01-01', until_on: '2020-01-02', note: mark, created_at: now }).execute()
    await tx.insertInto('work_escalation').values({ organisation_id, item: mark, due_on: '2020-01-01', person_id: owner.personId, told_on: '2020-01-02' }).execute()
    await tx.insertInto('work_setting').values({ organisation_id, escalate_after_days: 7 }).execute()
    await tx.insertInto('calendar_feed').values({ organisation_id, person_id: owner.personId, token_hash: Buffer.from(mark), language: 'nl', created_at: now }).execute()
    const content = JSON.stringify({ ...loadProfiles()[0], key: mark, title: mark })
    const profile = { based_on: mark, content, note: mark, proposed_at: now, proposed_by: officer.personId }
    await tx.insertInto('policy_profile_draft').values({ ...profile, organisation_id, id: newId(), created_at: now, changed_at: now, changed_by: officer.personId, written_by: [officer.personId] }).execute()
    // Not in force while any test runs.
    await tx.insertInto('policy_profile_version').values({ ...profile, organisation_id, id: newId(), number: 1, adopted_at: now, adopted_by: owner.personId, valid_from: '2099-01-01' }).execute()
    await tx.insertInto('norm_statement').values({ organisation_id, id: newId(), norm: 'H-06', stands: 'met', text: mark, valid_for: 'P1Y', stated_at: now, stated_by: officer.personId }).execute()
    await tx.insertInto('norm_snapshot').values({ organisation_id, day: '2026-01-01', profile: mark, version: '1', met: 1, attention: 0, not_met: 0, not_measurable: 0, conflicts: 0 }).execute()
    await tx.insertInto('norm_status_change').values({ organisation_id, norm: 'H-06', day: '2026-01-01', status: 'met' }).execute()
    await tx.insertInto('entry_population').values({ organisation_id, register: mark, population: mark, entry_id: newId() }).execute()
    await tx.insertInto('sign_in_event').values({ id: newId(), at: now, what: 'signed_in', organisation_id, account_id: owner.accountId, ip: '192.0.2.1', device: mark }).execute()
  })
  const entry = await saveActivity(officer, house, activityForm(house, {
    name: `Bijstand ${mark}`, owner: owner.personId, is_published: options.published === false ? 'no' : 'yes',
    'joint_controllers.0.name': `Regio ${mark}`, 'sector_rules.0.law': 'participatiewet', 'sector_rules.0.rule': mark, sources: ['', 'data-subject'],
    'special_exceptions.0.exception': 'explicit-consent', 'recipients.0.name': `Ontvanger ${mark}`, 'processors.0.name': `Verwerker ${mark}`, 'processors.0.agreement': 'in_force',
    'transfers.0.country': 'JP', 'transfers.0.instrument': 'adequacy-decision', 'stores.0.name': `Systeem ${mark}`, measures: ['', 'logging'],
    'participants.0.participant': participant, 'participants.0.categories': mark,
  }))
  await takeStep(officer, house, entry, 'submit')
  await takeStep(dpo, house, entry, 'advise', { outcome: 'remarks', note: `Waarom vijf jaar, ${mark}?` })
  const remark = /id="opmerking-([0-9a-f-]{36})"/.exec(await (await owner.get(`/${house.slug}/verwerkingen/${entry}`)).text())![1]!
  const answered = await owner.post(`/${house.slug}/verwerkingen/${entry}/opmerkingen/${remark}`, { [`answer-${remark}`]: `Omdat ${mark}` })
  assert.equal(answered.status, 303)
  await takeStep(owner, house, entry, 'activate')
  await takeStep(officer, house, entry, 'propose')
  const draft = await saveActivity(officer, house, { name: `Concept ${mark}`, department: burgerzaken })
  const { processor, system, agreement } = await house.scoped(async (scope) => {
    const made = await createEntry(scope, processors, completed(processors.fields, {
      name: `Verwerker ${mark}`, guarantees: [{ kind: 'iso_27001', scope: mark }], contacts: [{ purpose: 'breach', who: mark }], sub_processors: [{ name: mark, country: 'NL', consent: 'given' }],
    }))
    return {
      processor: made,
      system: await createEntry(scope, systems, { ...emptyInput(systems.fields), name: `Systeem ${mark}`, supplier: made, data_categories: ['name'] }),
      agreement: await createEntry(scope, agreements, { ...emptyInput(agreements.fields), name: `Overeenkomst ${mark}`, processor: made, processings: [{ processing: entry, note: mark }], transfers: [{ country: 'US', instrument: 'scc', scc_module: 'two', adequacy_until: null, assessed_on: null, note: mark }] }),
    }
  })
  await fillOthers(house, mark, new Map([
    ['department', [burgerzaken]], ['person', [owner.personId]], ['participant', [participant]], ['governing_body', [house.body]], ['processing-activities', [entry]], ['processors', [processor]], ['systems', [system]], ['agreements', [agreement]],
  ]))
  await adoptedPolicy(house, mark, owner.personId)
  await adoptedAssessment(house, mark, entry)
  await questionnaireOf(house, mark, owner.personId)
  const importRun = newId()
  const webhook = newId()
  await house.scoped(async ({ tx, organisation, now }) => {
    const organisation_id = organisation.id
    const by = { created_by: officer.personId, created_at: now }
    await tx.insertInto('import_run').values({ organisation_id, id: importRun, register: 'processing-activities', status: 'ready', file_name: `${mark}.csv`, file_digest: Buffer.from(mark), ...by }).execute()
    await tx.insertInto('import_row').values({ organisation_id, import_id: importRun, row_number: 1, cells: JSON.stringify([mark]), outcome: 'refuse' }).execute()
    await tx.insertInto('import_question').values({ organisation_id, import_id: importRun, catalogue: 'legal-basis', letters: mark, field: 'legal_bases', text: mark, count: 1, candidates: [] }).execute()
    await tx.insertInto('import_mapping').values({ organisation_id, id: newId(), register: 'processing-activities', name: mark, choices: '{}', ...by }).execute()
    // Paused and delivered: a courier of another test must not take it up.
    await tx.insertInto('webhook_subscription').values({ organisation_id, id: webhook, name: `Koppeling ${mark}`, target: `https://${mark}.example/`, registers: [], verbs: [], status: 'paused', paused_because: 'person', secret: Buffer.from(mark), created_at: now }).execute()
    await tx.insertInto('webhook_delivery').values({ organisation_id, subscription_id: webhook, event_id: newId(), at: now, register: 'processing-activities', entry_id: entry, verb: 'activate', entry_status: 'active', state: 'delivered', due_at: null }).execute()
    await tx.insertInto('restriction').values({ organisation_id, id: newId(), subject: Buffer.alloc(32, mark), processing: entry, why: 'objection_pending', entry_id: entry, from_at: now }).execute()
    await tx.insertInto('marketing_suppression').values({ organisation_id, subject: Buffer.alloc(32, mark), kind: 'email', added_at: now }).execute()
    await tx.insertInto('import_value').values({ organisation_id, catalogue: 'legal-basis', letters: mark, decided_by: officer.personId, decided_at: now }).execute()
  })
  await publicSiteOf(house, mark)
  await disclosed(house, mark, owner.personId)
  const form = await intakeOf(house, mark, officer.personId, entry, processor)
  const { task, taskFile, pack, logAnswer, tie, given, instruction } = await collected(house, mark, participant, owner.personId)
  const { letter, sending, letterList } = await letters(house, mark, entry, officer.personId)
  const { logSource, credential } = await sealedLog(house, mark)
  const hold = await keptLog(house, mark, dpo.personId)
  const { question, watch, signal } = await askedLog(house, mark, officer.personId)
  await readAgreement(house, mark, agreement, officer.personId)
  await agreementText(house, mark, agreement, officer.personId)
  const { comment, attachment, view } = await talkAndFiles(house, mark, entry, officer.personId, owner.personId)
  return { ...house, mark, officer, dpo, owner, entry, processor, system, agreement, draft, remark, importRun, webhook, apiToken, participant, comment, attachment, view, form, task, taskFile, pack, logAnswer, logSource, credential, question, watch, signal, tie, given, instruction, letter, sending, letterList, hold }
}

/** A full entry of every register that isn't filled by hand above, so that a new one needs nothing here. */
async function fillOthers(house: Tenant, mark: string, pools: Map<string, readonly string[]>): Promise<void> {
  const others = allRegisters().filter(({ key }) => !pools.has(key))
  // Each of them first: they point at one another in no order.
  for (const register of others) pools.set(register.key, await stockOf(house, register, { status: register.lifecycle.start, proposal: 'none' }, [leastInput(register, `Doel ${mark}`)]))
  for (const register of others) {
    const samples = await samplesOver(house, mark, pools)
    await stockOf(house, register, { status: register.lifecycle.start, proposal: 'none' }, [samples.input(register)])
  }
}

/** A public site with a privacy statement that is out. */
async function publicSiteOf(house: Tenant, mark: string): Promise<void> {
  await house.scoped(async (scope) => {
    await scope.tx.insertInto('public_site').values({ organisation_id: scope.organisation.id, revision: 1, is_open: true, shows_register: true, shows_policies: true, known_issues: mark, updated_at: scope.now }).execute()
    const version = await publishStatement(scope, mark)
    // One that isn't public any more, so that there is a row where nothing is public.
    const said = { pieces: [], asking: mark }
    await scope.tx.insertInto('privacy_statement_notice').values({ organisation_id: scope.organisation.id, version, entry_id: newId(), entry_version: 1, position: 999, content: JSON.stringify({ name: mark, summary: null, department: null, isPolice: false, nl: said, en: said }) }).execute()
  })
}

/** A policy document adopted, published, announced and read. */
async function adoptedPolicy(house: Tenant, mark: string, reader: string): Promise<void> {
  await house.scoped(async ({ tx, organisation, now }) => {
    const organisation_id = organisation.id
    const { id: document_id } = await tx.selectFrom('policy_document').select('id').where('organisation_id', '=', organisation_id).limit(1).executeTakeFirstOrThrow()
    const about = { organisation_id, document_id, version: 1 }
    const campaign_id = newId()
    await tx.insertInto('policy_adoption').values({ ...about, id: newId(), body_id: house.body, body_key: `body:${house.body}`, body_name: mark, adopted_on: '2026-01-01', decision_number: mark, in_force_from: '2026-01-01', recorded_at: now, recorded_by: reader }).execute()
    await tx.insertInto('policy_publication').values({ ...about, published_on: '2026-01-01', change_note: mark, published_by: reader }).execute()
    await tx.insertInto('policy_announcement').values({ ...about, person_id: reader, announced_at: now }).execute()
    await tx.insertInto('policy_campaign').values({ ...about, id: campaign_id, started_at: now, started_by: reader, due_on: '2026-02-01', aim: 90 }).execute()
    await tx.insertInto('policy_reader').values({ organisation_id, campaign_id, person_id: reader, asked_at: now }).execute()
  })
}

/** A questionnaire with an answer, its history, a remark, two texts for one question, a copy, a part that is done, a picture, and somebody at work. */
async function questionnaireOf(house: Tenant, mark: string, by: string): Promise<void> {
  await house.scoped(async ({ tx, organisation, now }) => {
    const organisation_id = organisation.id
    const { id: assessment_id } = await tx.selectFrom('impact_assessment').select('id').where('organisation_id', '=', organisation_id).limit(1).executeTakeFirstOrThrow()
    await tx.insertInto('assessment_filling').values({ organisation_id, assessment_id, definition: 'dpia', version: '3.0', opened_at: now, opened_by: by }).onConflict((conflict) => conflict.doNothing()).execute()
    const about = { organisation_id, assessment_id, address: '1.1' }
    await tx.insertInto('assessment_answer').values({ ...about, value: JSON.stringify(mark), revision: 1, edited_at: now, edited_by: by }).onConflict((conflict) => conflict.doNothing()).execute()
    await tx.insertInto('assessment_answer_change').values({ ...about, id: newId(), at: now, by, cause: 'saved', becomes: JSON.stringify(mark) }).execute()
    await tx.insertInto('assessment_conflict').values({ ...about, id: newId(), value: JSON.stringify(mark), at: now, by, resolved_at: now, resolved_by: by }).execute()
    await tx.insertInto('assessment_remark').values({ ...about, id: newId(), text: mark, at: now, by, resolved_at: now, resolved_by: by }).execute()
    await tx.insertInto('assessment_copy').values({ organisation_id, assessment_id, item: '19.1', index: 0, position: 0 }).onConflict((conflict) => conflict.doNothing()).execute()
    await tx.insertInto('assessment_section').values({ organisation_id, assessment_id, section: '1', completed_at: now, completed_by: by }).execute()
    await tx.insertInto('assessment_presence').values({ organisation_id, assessment_id, person: by, section: '1', seen_at: now }).execute()
    await tx.insertInto('assessment_picture').values({ organisation_id, assessment_id, digest: '0'.repeat(64), content_type: 'image/png', size: 1, bytes: Buffer.from(mark), at: now }).execute()
  })
}

/** An assessment of which it is kept what it was made of, and its report as it was adopted. */
async function adoptedAssessment(house: Tenant, mark: string, processing_id: string): Promise<void> {
  await house.scoped(async ({ tx, organisation, now }) => {
    const organisation_id = organisation.id
    const { id: assessment_id } = await tx.selectFrom('impact_assessment').select('id').where('organisation_id', '=', organisation_id).limit(1).executeTakeFirstOrThrow()
    await tx.insertInto('assessment_basis').values({ organisation_id, assessment_id, processing_id, purposes: [mark], means: [mark], kept_at: now }).execute()
    await tx.insertInto('assessment_report').values({ organisation_id, assessment_id, version: 1, content: JSON.stringify({ title: mark, subtitle: null, facts: [], blocks: [] }), digest: '0'.repeat(64), made_at: now }).execute()
  })
}

/** A line of a disclosure's log, about one person, whose recipient was told. */
async function disclosed(house: Tenant, mark: string, by: string): Promise<void> {
  await house.scoped(async ({ tx, organisation, now }) => {
    const organisation_id = organisation.id
    const { id: disclosure_id } = await tx.selectFrom('disclosure').select('id').where('organisation_id', '=', organisation_id).limit(1).executeTakeFirstOrThrow()
    const log_id = newId()
    await tx.insertInto('disclosed_data').values({ organisation_id, id: log_id, disclosure_id, disclosed_on: '2026-01-01', what: mark, recipient: mark, ground: 'task', people: 1, logged_at: now, logged_by: by }).execute()
    await tx.insertInto('disclosed_subject').values({ organisation_id, log_id, mark: Buffer.alloc(32, mark) }).execute()
    await tx.insertInto('disclosed_notice').values({ organisation_id, id: newId(), log_id, mark: Buffer.alloc(32, mark), kind: 'erasure', told_on: '2026-01-02', noted_at: now, noted_by: by }).execute()
  })
}

/** A form from outside with a file, held so that no courier of another test takes it up, and every door for people without an account. */
async function intakeOf(house: Tenant, mark: string, officer: string, entry: string, processor: string): Promise<string> {
  const [form, file, invitation] = [newId(), newId(), newId()] as const
  await house.scoped(async ({ tx, organisation, now }) => {
    const organisation_id = organisation.id
    await tx.insertInto('intake_form').values({ organisation_id, id: form, register: mark, intake: mark, state: 'held', browser_hash: Buffer.from(mark), content: Buffer.from(mark), language: 'nl', begun_at: now, sent_at: now, doubts: [mark] }).execute()
    await tx.insertInto('stored_file').values({ organisation_id, id: file, key_sealed: Buffer.from(mark), content_type: 'application/pdf', size: 1, sha256: Buffer.alloc(32), created_at: now, kept_at: now }).execute()
    await tx.insertInto('intake_file').values({ organisation_id, form_id: form, file_id: file, position: 1, name: `${mark}.pdf` }).execute()
    await tx.insertInto('status_link').values({ organisation_id, id: newId(), token_hash: Buffer.from(mark), register: mark, entry_id: entry, created_at: now }).execute()
    await tx.insertInto('employee_door').values({ organisation_id, token_hash: Buffer.from(mark), made_at: now, made_by: officer }).execute()
    const claims = { scopes: mark, subject_claim: mark, name_claim: mark, birth_claim: mark, level_claim: mark }
    await tx.insertInto('portal_provider').values({ ...claims, organisation_id, label: mark, issuer: 'https://login.voorbeeld.example', client_id: mark, client_secret: Buffer.from(mark) }).execute()
    await tx.insertInto('portal_invitation').values({ organisation_id, id: invitation, register: mark, party_id: newId(), name: mark, email: `${mark}@voorbeeld.example`, language: 'nl', token_hash: Buffer.from(mark), made_at: now, made_by: officer, expires_at: now }).execute()
    await tx.insertInto('partner_proposal').values({ organisation_id, id: form, processor, kind: 'security', content: Buffer.from(mark), invitation_id: invitation, made_at: now, state: 'withdrawn', decided_at: now }).execute()
    await tx.insertInto('portal_session').values({ organisation_id, token_hash: Buffer.from(mark), invitation_id: invitation, content: Buffer.from(mark), created_at: now, seen_at: now, expires_at: now }).execute()
  })
  return form
}

/** Data that were collected for a case, packed and forwarded; all of it done, so that no job of another test takes it up. */
async function collected(house: Tenant, mark: string, participant: string, asker: string) {
  const [task, taskFile, file, pack, tie, given, logAnswer] = [newId(), newId(), newId(), newId(), newId(), newId(), newId()] as const
  let instruction = ''
  await house.scoped(async ({ tx, organisation, now }) => {
    const organisation_id = organisation.id
    const of = { organisation_id, register: mark, entry_id: newId() }
    await tx.insertInto('stored_file').values({ organisation_id, id: file, key_sealed: Buffer.from(mark), content_type: 'application/pdf', size: 1, sha256: Buffer.alloc(32), created_at: now, kept_at: now }).execute()
    await tx.insertInto('collection_task').values({ ...of, id: task, party: 'participant', about_id: participant, about_name: mark, person_id: asker, asked: Buffer.from(mark), due_on: '2020-01-01', state: 'withdrawn', asked_at: now, asked_by: asker }).execute()
    await tx.insertInto('collection_file').values({ organisation_id, id: taskFile, task_id: task, file_id: file, name: `${mark}.pdf`, at: now }).execute()
    await tx.insertInto('log_answer').values({ ...of, id: logAnswer, version: 1, known: Buffer.from(mark), content: Buffer.from(mark), act_count: 1, withheld_count: 0, made_at: now, made_by: asker }).execute()
    await tx.insertInto('answer_package').values({ ...of, id: pack, log_answer_id: logAnswer, kind: 'access', state: 'destroyed', language: 'nl', asked_at: now, ends_at: now, most_downloads: 1, destroyed_at: now }).execute()
    await tx.insertInto('package_download').values({ organisation_id, id: newId(), package_id: pack, at: now, person_id: asker }).execute()
    await tx.insertInto('participant_tie').values({ organisation_id, id: tie, reference: newId(), side: 'serves', participant_id: participant, other_slug: mark, other_name: mark, state: 'ended', at: now, by_person: asker }).execute()
    await tx.insertInto('crossing_message').values({ organisation_id, id: newId(), to_slug: mark, kind: 'tie', created_at: now, crossed_at: now }).execute()
    await tx.insertInto('crossing_arrival').values({ organisation_id, message_id: newId(), kind: 'tie', at: now }).execute()
    await tx.insertInto('given_instruction').values({ organisation_id, id: given, reference: newId(), tie_id: tie, other_name: mark, title: mark, kind: 'other', instruction: mark, given_by: mark, given_on: '2026-01-01', note: mark, state: 'withdrawn', state_at: now, created_by: asker }).execute()
    instruction = (await tx.selectFrom('instruction').select('id').where('organisation_id', '=', organisation_id).limit(1).executeTakeFirstOrThrow()).id
    await tx.insertInto('origin_of_instruction').values({ organisation_id, entry_id: instruction, reference: newId(), tie_id: tie }).execute()
    await tx.insertInto('forwarded_case').values({ ...of, id: newId(), reference: newId(), direction: 'out', participant_id: participant, tie_id: tie, other_name: mark, state: 'answered', started_at: now, sent_at: now }).execute()
  })
  return { task, taskFile, pack, logAnswer, tie, given, instruction }
}

/** A letter on an entry that was frozen and sent, and one to many with its list. */
async function letters(house: Tenant, mark: string, entry_id: string, writer: string): Promise<{ letter: string; sending: string; letterList: string }> {
  const [letter_id, list_id, sending] = [newId(), newId(), newId()]
  await house.scoped(async ({ tx, organisation, now }) => {
    const organisation_id = organisation.id
    const text = { addressee: mark, subject: mark, body: mark }
    await tx.insertInto('letter').values({ ...text, organisation_id, id: letter_id, register: 'processing-activities', entry_id, template: 'own', language: 'nl', state: 'sent', version: 1, created_at: now, updated_at: now, created_by: writer }).execute()
    await tx.insertInto('letter_version').values({ ...text, organisation_id, letter_id, number: 1, finalised_at: now, finalised_by: writer }).execute()
    await tx.insertInto('letter_sending').values({ organisation_id, id: sending, letter_id, version: 1, way: 'post', at: now, person_id: writer }).execute()
    await tx.insertInto('letter_list').values({ organisation_id, id: list_id, letter_id, version: 1, state: 'ready', total: 1, digest: Buffer.alloc(32), created_at: now, created_by: writer }).execute()
    await tx.insertInto('letter_list_row').values({ organisation_id, list_id, position: 1, receiver: Buffer.from(mark), has_email: false }).execute()
  })
  return { letter: letter_id, sending, letterList: list_id }
}

/** An article worded otherwise, a version of the text that was sent and answered on, and a signed copy. */
async function agreementText(house: Tenant, mark: string, agreement_id: string, by: string): Promise<void> {
  await house.scoped(async ({ tx, organisation, now }) => {
    const of = { organisation_id: organisation.id, agreement_id }
    await tx.insertInto('agreement_article').values({ ...of, article: 'closing', body: mark, changed_at: now, changed_by: by }).execute()
    await tx.insertInto('agreement_text').values({ ...of, number: 1, made_at: now, made_by: by, content: JSON.stringify({ title: mark, facts: [], opening: mark, articles: [], annexes: [], signatures: { kind: 'signatures', parties: [] } }), digest: Buffer.alloc(32), pdf: Buffer.from(mark), pdf_digest: Buffer.alloc(32) }).execute()
    await tx.insertInto('agreement_round').values({ ...of, number: 1, text_number: 1, sent_at: now, sent_by: by, note: mark, answer: 'agreed', answered_at: now, answered_by: mark, remarks: mark, is_by_portal: false }).execute()
    await tx.insertInto('agreement_signed_file').values({ ...of, attachment_id: newId(), name: `${mark}.pdf`, sha256: Buffer.alloc(32), version: 1, marked_at: now, marked_by: by }).execute()
  })
}

/** A checkpoint over what was logged, and how the log is kept. */
async function sealedLog(house: Tenant, mark: string): Promise<{ logSource: string; credential: string }> {
  const [source, credential] = [newId(), newId()] as const
  await house.scoped(async ({ tx, organisation: { id: organisation_id }, now }) => {
    await tx.insertInto('access_checkpoint').values({ organisation_id, sequence: 1, made_at: now, batch_count: 1, record_count: 1, records_total: 1, root: Buffer.alloc(32), signature: Buffer.alloc(64) }).execute()
    await tx.insertInto('access_log_setting').values({ organisation_id, updated_at: now }).execute()
    await tx.insertInto('access_publication').values({ organisation_id, updated_at: now }).execute()
    await tx.insertInto('access_foreign_checkpoint').values({ organisation_id, from_id: newId(), sequence: 1, from_name: mark, made_at: now, line: mark, received_at: now }).execute()
    await tx.insertInto('access_check').values({ organisation_id, id: newId(), asked_at: now }).execute()
    await tx.insertInto('access_source').values({ organisation_id, id: source, name: 'Zaaksysteem', created_at: now }).execute()
    await tx.insertInto('access_source_credential').values({ organisation_id, id: credential, source_id: source, kind: 'token', prefix: 'abcdefgh', credential_hash: Buffer.from(`${source}${source}`.replaceAll('-', ''), 'hex'), created_at: now, expires_on: '2027-01-01' }).execute()
    await tx.insertInto('access_source_day').values({ organisation_id, source_id: source, day: '2026-11-01', record_count: 1, first_at: now, last_at: now }).execute()
  })
  return { logSource: source, credential }
}

/** A question to the log, what it counted, whom it watches over, and what it signalled. */
async function askedLog(house: Tenant, mark: string, officer: string): Promise<{ question: string; watch: string; signal: string }> {
  const [question, watch, signal] = [newId(), newId(), newId()] as const
  await house.scoped(async ({ tx, organisation: { id: organisation_id, key }, now }) => {
    const identifier = { kind: 'number', value: mark, type: '' }
    const counted = { organisation_id, day: '2026-11-01', activity: mark }
    await tx.insertInto('access_question').values({ organisation_id, id: question, asked_at: now, asked_by: officer, kind: 'subject', sealed: seal(deriveKey(key, 'log question'), question, JSON.stringify({ kind: 'subject', identifier })), reason: `Vraag ${mark} beantwoorden`, found: 1 }).execute()
    await tx.insertInto('access_look').values({ organisation_id, checkpoint: 1, looked_at: now }).execute()
    await tx.insertInto('access_day_count').values({ ...counted, service: mark, records: 1, subjects: 1, failed: 0 }).execute()
    await tx.insertInto('access_subject_type').values({ organisation_id, type: mark }).execute()
    await tx.insertInto('access_employee_day').values({ ...counted, actor_id: Buffer.alloc(32, mark), subjects: 1 }).execute()
    await tx.insertInto('access_signal_setting').values({ organisation_id, volume_least: 50, volume_times_own: 3, volume_times_peers: 3, watches_office_hours: true, updated_at: now }).execute()
    await tx.insertInto('access_watch').values({ organisation_id, id: watch, sealed: seal(deriveKey(key, 'log watch'), watch, JSON.stringify({ label: mark, identifier })), reason: mark, made_at: now, made_by: officer }).execute()
    await tx.insertInto('access_signal').values({ organisation_id, id: signal, kind: 'unknown_activity', day: '2026-11-01', about: mark, details: '{}', count: 1, first_at: now, last_at: now, state: 'open', made_at: now }).execute()
  })
  return { question, watch, signal }
}

/** A record moved aside for a hold, one that was taken away, and the run that did it. */
async function keptLog(house: Tenant, mark: string, made_by: string): Promise<string> {
  const hold = newId()
  await house.scoped(async (scope) => {
    const { tx, organisation: { id: organisation_id }, now } = scope
    const moment = Date.UTC(2018, 5, 1)
    const record = { traceId: Buffer.alloc(16, 1), spanId: Buffer.alloc(8, 1), parentSpanId: null, status: 'Ok', name: mark, startedAt: moment, endedAt: moment, activity: mark, actor: null, subject: null, subjectType: null, isSecret: false, details: null } as const
    const batch_id = await writeBatch(scope, 'received', [record])
    await tx.insertInto('access_hold').values({ organisation_id, id: hold, subjects: [Buffer.alloc(32)], reason: mark, made_at: now, made_by }).execute()
    await tx.updateTable('access_batch').set({ checkpoint: 1, checkpoint_position: 0, held_count: 1 }).where('organisation_id', '=', organisation_id).where('id', '=', batch_id).execute()
    await sql`select from move_access_records(${now}, array[${batch_id}::uuid])`.execute(tx)
    await tx.insertInto('access_removed').values({ organisation_id, batch_id, from_position: 0, to_position: 0, removal_batch: batch_id }).execute()
    await tx.insertInto('access_removal').values({ organisation_id, id: newId(), begun_at: now, worked_at: now, removed_before: now }).execute()
  })
  return hold
}

/** A document of an agreement that was read, with a passage, a decision and what became of it. */
async function readAgreement(house: Tenant, mark: string, entry_id: string, reader: string): Promise<void> {
  const [file_id, reading_id, decision_id] = [newId(), newId(), newId()] as const
  await house.scoped(async ({ tx, organisation, now }) => {
    const organisation_id = organisation.id
    const point = { organisation_id, reading_id, item_key: 'security', content: Buffer.from(mark) }
    await tx.insertInto('stored_file').values({ organisation_id, id: file_id, key_sealed: Buffer.from(mark), content_type: 'application/pdf', size: 1, sha256: Buffer.alloc(32), created_at: now, kept_at: now }).execute()
    await tx.insertInto('agreement_reading').values({ organisation_id, id: reading_id, entry_id, file_id, name: `${mark}.pdf`, sha256: Buffer.alloc(32), state: 'failed', asked_by: reader, asked_at: now }).execute()
    await tx.insertInto('agreement_passage').values({ ...point, position: 0, file_id, place: 1, is_strong: true }).execute()
    await tx.insertInto('agreement_decision').values({ ...point, id: decision_id, outcome: 'covered', place: 1, decided_by: reader, decided_at: now }).execute()
    await tx.insertInto('agreement_former').values({ ...point, decision_id, state: 'same', place: 1 }).execute()
  })
}

/** A comment with all that hangs on it, an attachment with its bytes, and a view that a list opens with. */
async function talkAndFiles(house: Tenant, mark: string, entry: string, writer: string, reader: string) {
  const [comment, attachment, view, file] = [newId(), newId(), newId(), newId()] as const
  await house.scoped(async ({ tx, organisation, now }) => {
    const organisation_id = organisation.id
    const about = { organisation_id, register: 'processing-activities', person_id: writer }
    await tx.insertInto('entry_comment').values({ ...about, id: comment, entry_id: entry, body: `Klopt ${mark}?`, at: now }).execute()
    await tx.insertInto('entry_comment_earlier').values({ organisation_id, comment_id: comment, replaced_at: now, body: mark }).execute()
    await tx.insertInto('comment_mention').values({ organisation_id, comment_id: comment, person_id: reader, kind: 'named' }).execute()
    await tx.insertInto('stored_file').values({ organisation_id, id: file, key_sealed: Buffer.from(mark), content_type: 'application/pdf', size: 1, sha256: Buffer.alloc(32), created_at: now, kept_at: now }).execute()
    await tx.insertInto('stored_file_piece').values({ organisation_id, file_id: file, position: 0, bytes: Buffer.from(mark) }).execute()
    await tx.insertInto('entry_attachment').values({ ...about, id: attachment, entry_id: entry, file_id: file, name: `${mark}.pdf`, at: now }).execute()
    await tx.insertInto('saved_view').values({ ...about, id: view, name: mark, parameters: 'status=active', is_shared: true, created_at: now, updated_at: now }).execute()
    await tx.insertInto('saved_view_default').values({ ...about, view_id: view }).execute()
  })
  return { comment, attachment, view }
}
