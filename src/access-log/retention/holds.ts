// Holds: which records stay although their term is over, because a case, a claim or an investigation needs them; by data subject, colleague, trace or period, or several of these at once.
import { sql } from 'kysely'
import { isDeepStrictEqual } from 'node:util'
import { employeeKind, subjectName } from '../../access-record/subject-name.ts'
import { momentAt } from '../../calendar/days.ts'
import { dayAfter, dayOf } from '../../ground/clock.ts'
import { newId } from '../../ground/ids.ts'
import { seal, unseal } from '../../ground/keys.ts'
import { logPseudonyms } from '../../ground/log-keys.ts'
import { type Fault, Invalid, NotFound } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { actorsOf } from '../asking/colleagues.ts'
import { logHistory } from '../settings/log-history.ts'

/** What the form asks; empty is not by this. Days are plain dates, in Dutch time, both included. */
export type HoldWish = {
  readonly subjectType: string; readonly subjectId: string
  /** A colleague here, and how other applications name an employee (`user.id`). */
  readonly personId: string | null; readonly userId: string
  /** 32 hexadecimal signs. */
  readonly trace: string
  readonly from: string | null; readonly until: string | null
  readonly reason: string; readonly caseReference: string
  /** The last day that it holds; null: until somebody ends it. */
  readonly holdsUntil: string | null
}

export type Hold = {
  readonly id: string
  readonly bySubject: boolean; readonly byEmployee: boolean
  readonly trace: string | null
  readonly from: Date | null; readonly before: Date | null
  readonly reason: string; readonly caseReference: string | null
  readonly holdsUntil: string | null
  readonly madeAt: Date; readonly madeBy: string; readonly madeById: string
  readonly endedAt: Date | null
}

/** @throws Invalid at the fields */
export async function makeHold(scope: Scope, wish: HoldWish): Promise<string> {
  const faults = holdFaults(wish, dayOf(scope.now))
  if (wish.personId !== null && (await scope.tx.selectFrom('person').select('id').where('organisation_id', '=', scope.organisation.id).where('id', '=', wish.personId).execute()).length === 0) faults.push({ at: 'personId', message: t('Kies een collega uit de lijst.', 'Choose a colleague from the list.') })
  if (faults.length > 0) throw new Invalid(faults)
  const about = aboutOf(wish)
  const id = newId()
  await scope.tx.insertInto('access_hold').values({
    organisation_id: scope.organisation.id, id, ...await pseudonymsOf(scope, about), trace_id: wish.trace === '' ? null : Buffer.from(wish.trace, 'hex'),
    starts_from: wish.from === null ? null : momentAt(wish.from, '00:00'), starts_before: wish.until === null ? null : momentAt(dayAfter(wish.until, 'P1D'), '00:00'),
    about_sealed: isAbout(about) ? seal(scope.organisation.key, purposeOf(id), JSON.stringify(about)) : null,
    reason: wish.reason, case_reference: wish.caseReference || null, holds_until: wish.holdsUntil, made_at: scope.now, made_by: personOf(scope.actor)!,
  }).execute()
  await writeHistory(scope, logHistory, [{ entryId: scope.organisation.id, verb: 'hold', note: wish.reason }])
  return id
}

/** What it kept goes at the next run, where its term is over. @throws NotFound */
export async function endHold(scope: Scope, id: string): Promise<void> {
  const ended = await scope.tx.updateTable('access_hold').set({ ended_at: scope.now, ended_by: personOf(scope.actor), about_sealed: null })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('ended_at', 'is', null).returning('reason').executeTakeFirst()
  if (!ended) throw new NotFound()
  await writeHistory(scope, logHistory, [{ entryId: scope.organisation.id, verb: 'end_hold', note: ended.reason }])
}

/** Open ones first, then those that ended, the newest first. */
export async function listHolds(scope: Pick<Scope, 'tx' | 'organisation'>): Promise<Hold[]> {
  const { rows } = await sql<Hold>`
    select h.id, h.subjects is not null as "bySubject", h.actors is not null as "byEmployee", encode(h.trace_id, 'hex') as trace, h.starts_from as "from", h.starts_before as before, h.reason, h.case_reference as "caseReference",
      h.holds_until as "holdsUntil", h.made_at as "madeAt", p.name as "madeBy", h.made_by as "madeById", h.ended_at as "endedAt"
    from access_hold h join person p on p.organisation_id = h.organisation_id and p.id = h.made_by
    where h.organisation_id = ${scope.organisation.id} order by h.ended_at is not null, h.made_at desc, h.id limit 200`.execute(scope.tx)
  return rows
}

/** After a rotation what is held by name is also held under the new key: nothing goes before this was done. */
export async function renewHolds(scope: Scope): Promise<void> {
  const rows = await scope.tx.selectFrom('access_hold').select(['id', 'subjects', 'actors', 'about_sealed']).where('organisation_id', '=', scope.organisation.id).where('ended_at', 'is', null).where('about_sealed', 'is not', null).execute()
  for (const { id, subjects, actors, about_sealed } of rows) {
    const now = await pseudonymsOf(scope, JSON.parse(unseal(scope.organisation.key, purposeOf(id), about_sealed!).toString()) as About)
    const all = { subjects: together(subjects, now.subjects), actors: together(actors, now.actors) }
    if (!isDeepStrictEqual(all, { subjects, actors })) await scope.tx.updateTable('access_hold').set(all).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).execute()
  }
}

/** With the keys destroyed nothing may tie a pseudonym to a person any more; what was held stays held. */
export async function forgetWhoIsHeld(scope: Scope): Promise<void> {
  await scope.tx.updateTable('access_hold').set({ about_sealed: null }).where('organisation_id', '=', scope.organisation.id).execute()
}

/** What is wrong with a wish, each at its field. Pure. */
export function holdFaults(wish: HoldWish, today: string): Fault[] {
  const faults: Fault[] = []
  const check = (at: keyof HoldWish, isRight: boolean, message: string) => { if (!isRight) faults.push({ at, message }) }
  const { subjectType, subjectId, personId, userId, trace, from, until, reason, caseReference, holdsUntil } = wish
  check('subjectId', [subjectId, userId, trace].some((text) => text !== '') || personId !== null || from !== null || until !== null, t('Vul in wat bewaard moet blijven: een betrokkene, een medewerker, een spoor of een periode.', 'Fill in what must stay: a data subject, an employee, a trace or a period.'))
  check('subjectType', subjectId === '' || subjectType !== '', t('Vul in wat voor nummer dit is, zoals bsn.', 'Fill in what kind of number this is, such as bsn.'))
  check('subjectId', subjectId.length <= 200 && subjectType.length <= 200, t('Dit is te lang: hooguit 200 tekens.', 'This is too long: 200 signs at most.'))
  check('userId', userId.length <= 200, t('Dit is te lang: hooguit 200 tekens.', 'This is too long: 200 signs at most.'))
  check('trace', trace === '' || /^[0-9a-f]{32}$/i.test(trace), t('Een spoor is een kenmerk van 32 tekens: cijfers en de letters a tot en met f.', 'A trace is an id of 32 signs: digits and the letters a to f.'))
  check('until', from === null || until === null || until >= from, t('Deze dag ligt vóór de eerste dag.', 'This day lies before the first one.'))
  check('reason', reason !== '', t('Vul in waarom deze regels moeten blijven.', 'Fill in why these records must stay.'))
  check('reason', reason.length <= 1000, t('Dit is te lang: hooguit 1.000 tekens.', 'This is too long: 1,000 signs at most.'))
  check('caseReference', caseReference.length <= 200, t('Dit is te lang: hooguit 200 tekens.', 'This is too long: 200 signs at most.'))
  check('holdsUntil', holdsUntil === null || holdsUntil >= today, t('Deze dag is voorbij.', 'This day is over.'))
  return faults
}

type About = { readonly subject?: { readonly type: string; readonly id: string }; readonly personId?: string; readonly userId?: string }

function aboutOf({ subjectType, subjectId, personId, userId }: HoldWish): About {
  return { ...(subjectId === '' ? {} : { subject: subjectName(subjectType, subjectId) }), ...(personId === null ? {} : { personId }), ...(userId === '' ? {} : { userId }) }
}

function isAbout(about: About): boolean {
  return Object.keys(about).length > 0
}

async function pseudonymsOf(scope: Scope, { subject, personId, userId }: About): Promise<{ subjects: Buffer[] | null; actors: Buffer[] | null }> {
  const { logKeys } = scope.organisation
  return {
    subjects: subject ? logPseudonyms(logKeys, subject.type, subject.id) : null,
    actors: personId === undefined && userId === undefined ? null : [...personId === undefined ? [] : await actorsOf(scope, personId), ...userId === undefined ? [] : logPseudonyms(logKeys, employeeKind, userId)],
  }
}

function together(one: readonly Buffer[] | null, other: readonly Buffer[] | null): Buffer[] | null {
  if (one === null || other === null) return one === null ? null : [...one]
  return [...one, ...other.filter((key) => !one.some((known) => known.equals(key)))]
}

function purposeOf(id: string): string {
  return `access-hold:${id}`
}
