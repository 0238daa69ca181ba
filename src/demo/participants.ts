// Participants in the demo world: the services that the ICT organisations give, what their participants instructed, and how one of these sees that from its own side.
import { sql } from 'kysely'
import { dayAfter, dayOf } from '../ground/clock.ts'
import { newId } from '../ground/ids.ts'
import type { Scope } from '../ground/scope.ts'
import { emptyInput } from '../register-kit/field-types.ts'
import { refreshThese } from '../register-kit/keep-findings.ts'
import { createEntry, perform } from '../register-kit/perform.ts'
import { keepOrigin } from '../registers/instructions/origins.ts'
import { instructions } from '../registers/instructions/register.ts'
import { services } from '../registers/service-catalogue/register.ts'
import type { DemoOrganisation } from './organisation.ts'
import { demoGiven, demoInstructions, demoServices, type InstructionSketch, type ServiceSketch } from './participants-made.ts'
import type { Settled } from './settle.ts'

/** After the ties of the demo world were made. */
export async function playParticipants(scope: Scope, demo: DemoOrganisation, settled: Settled): Promise<void> {
  if (demo.slug === 'duinrade') return playGiven(scope)
  const made = new Map<string, string>()
  for (const [index, sketch] of (demoServices[demo.slug] ?? []).entries()) made.set(sketch.name, await playService(scope, settled, sketch, index))
  if (made.size === 0) return
  for (const [index, sketch] of (demoInstructions[demo.slug] ?? []).entries()) await playInstruction(scope, settled, sketch, index, made)
  for (const register of [services, instructions]) {
    const { rows } = await sql<{ id: string }>`select id from ${sql.table(register.table)} where organisation_id = ${scope.organisation.id}`.execute(scope.tx)
    await refreshThese(scope, register, rows.map(({ id }) => id))
  }
}

async function playService(scope: Scope, { names, actorFor }: Settled, { name, kind, department, description, level, processings, systems = [], processors = [], taken }: ServiceSketch, index: number): Promise<string> {
  const day = dayBefore(scope)
  const contact = `servicedesk@${scope.organisation.slug.replace(/^.*?(ict-)/, '$1')}.example`
  return createEntry({ ...scope, now: moment(scope, 320 - index), actor: actorFor('officer', department) }, services, {
    ...emptyInput(services.fields), name, number: `D-${String(index + 1).padStart(2, '0')}`, kind, description, department: names.departments.get(department)!, owner: names.ownerOf(department), contact, out_of_hours: 'Storingsdienst, dag en nacht bereikbaar',
    participants: taken.map(([participant, since, agreement, signed]) => ({ participant: names.participants.get(participant)!, since_on: day(since), until_on: null, agreement: agreement ?? null, agreement_on: signed === undefined ? null : day(signed), agreement_until_on: null })),
    processings: await idsOf(scope, 'processing_activity', processings).then((ids) => ids.map((processing) => ({ processing, note: null }))), systems: await idsOf(scope, 'information_system', systems).then((ids) => ids.map((system) => ({ system, note: null }))),
    sub_processors: await idsOf(scope, 'processor', processors.map(([party]) => party)).then((ids) => ids.map((processor, place) => ({ processor, what: processors[place]![1] }))),
    security_level: level, measures: ['bio', 'access-control', 'backup', 'logging'],
  })
}

async function playInstruction(scope: Scope, { names, actorFor }: Settled, { name, participant, kind, text, service, received, means, by, confirmed, due, department, reference, steps = [] }: InstructionSketch, index: number, made: ReadonlyMap<string, string>): Promise<void> {
  const day = dayBefore(scope)
  const at = (ago: number): Scope => ({ ...scope, now: moment(scope, ago), actor: actorFor('officer', department) })
  const id = await createEntry(at(received), instructions, {
    ...emptyInput(instructions.fields), name, number: `I-${String(index + 1).padStart(2, '0')}`, participant: names.participants.get(participant)!, kind, instruction: text, service: made.get(service)!, received_on: day(received), means, given_by: by,
    confirmed_on: confirmed === undefined ? null : day(confirmed), due_on: due === undefined ? null : day(-due), department: names.departments.get(department)!, owner: names.ownerOf(department),
  })
  for (const [verb, ago, values] of steps) await perform(at(ago), instructions, verb, id, { objection_told_on: reference === undefined ? null : day(ago), carried_out_on: null, owner: null, due_on: null, ...values })
  const tie = reference && await scope.tx.selectFrom('participant_tie').select('id').where('organisation_id', '=', scope.organisation.id).where('participant_id', '=', names.participants.get(participant)!).executeTakeFirst()
  // Tied only now: what happened in the demo's past needs no message on its way.
  if (reference && tie) await keepOrigin(scope, { entryId: id, reference, tieId: tie.id, invitationId: null })
}

/** Duinrade's side of what it told ICT Westerwaard. */
async function playGiven(scope: Scope): Promise<void> {
  const tie = await scope.tx.selectFrom('participant_tie').select(['id', 'other_name']).where('organisation_id', '=', scope.organisation.id).where('side', '=', 'served').executeTakeFirst()
  if (!tie) return
  const day = dayBefore(scope)
  for (const { reference, title, kind, text, service, by, given, due, state, at, reply, done, doneAgo, proof, objection, article } of demoGiven) {
    await scope.tx.insertInto('given_instruction').values({
      organisation_id: scope.organisation.id, id: newId(), reference, tie_id: tie.id, other_name: tie.other_name, title, kind, instruction: text, service, given_by: by, given_on: day(given), due_on: due === null ? null : day(-due), state, state_at: moment(scope, at),
      reply, objection, objection_article: article, done, done_on: doneAgo === null ? null : day(doneAgo), proof,
    }).execute()
  }
}

async function idsOf(scope: Scope, table: 'processing_activity' | 'information_system' | 'processor', names: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from ${sql.table(table)} where organisation_id = ${scope.organisation.id} and name = any(${names as string[]}::text[])`.execute(scope.tx)
  return names.map((name) => rows.find((row) => row.name === name)?.id ?? missing(name))
}

function dayBefore(scope: Scope): (daysAgo: number) => string {
  return (daysAgo) => dayAfter(dayOf(scope.now), `${daysAgo < 0 ? '' : '-'}P${Math.abs(daysAgo)}D`)
}

function moment(scope: Scope, daysAgo: number): Date {
  return new Date(scope.now.getTime() - daysAgo * 86_400_000)
}

function missing(name: string): never {
  throw new Error(`The demo world has no ${name}`)
}
