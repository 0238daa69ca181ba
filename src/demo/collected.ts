// Collected in the demo world: whom requests were asked about, one answer that is late and one that waits to be checked; and the service organisation that two municipalities agreed to be forwarded cases by.
import { sql } from 'kysely'
import { addDays } from '../calendar/days.ts'
import { allTargets, type Target } from '../case-kit/collection/proposals.ts'
import { actOnTask, ask } from '../case-kit/collection/tasks.ts'
import { sendToParticipant } from '../case-kit/forwarding/forwarded.ts'
import { insertTie } from '../case-kit/forwarding/ties.ts'
import { dayOf } from '../ground/clock.ts'
import type { Actor, Scope } from '../ground/scope.ts'
import { loadEntry } from '../register-kit/perform.ts'
import { collectionOptions } from '../registers/requests/collecting.ts'
import { requests } from '../registers/requests/register.ts'
import type { DemoOrganisation } from './organisation.ts'
import type { Settled } from './settle.ts'

/** The same on both sides; each organisation of the world is made by itself. */
const ties: readonly { readonly serves: string; readonly served: string; readonly reference: string }[] = [
  { serves: 'ict-westerwaard', served: 'duinrade', reference: '019a0000-0000-7000-8000-00000000d001' }, { serves: 'ict-westerwaard', served: 'lekhoven', reference: '019a0000-0000-7000-8000-00000000d002' },
]
const names: Readonly<Record<string, string>> = { duinrade: 'Gemeente Duinrade', lekhoven: 'Gemeente Lekhoven', 'ict-westerwaard': 'ICT Westerwaard' }

/** Nobody is mailed of what was asked in the past. */
export async function playCollected(scope: Scope, demo: DemoOrganisation, { names: settled, actorFor }: Settled, prefix: string): Promise<void> {
  for (const { serves, served, reference } of ties.filter((one) => one.serves === demo.slug || one.served === demo.slug)) {
    const isServing = serves === demo.slug
    const other = isServing ? served : serves
    await insertTie(scope, { reference, side: isServing ? 'serves' : 'served', participantId: isServing ? settled.participants.get(names[served]!)! : null, otherSlug: `${prefix}${other}`, otherName: names[other]!, state: 'agreed' })
  }
  const forwarded = await sql<{ id: string; participant: string }>`select id, forwarded_to as participant from subject_request where organisation_id = ${scope.organisation.id} and status = 'forwarded' and forwarded_to is not null order by number`.execute(scope.tx)
  for (const { id, participant } of forwarded.rows) await sendToParticipant(scope, requests, await loadEntry(scope, requests, id), participant)
  const { rows } = await sql<{ id: string; number: string }>`select id, number from subject_request where organisation_id = ${scope.organisation.id} and status = 'collecting' order by number`.execute(scope.tx)
  const front = demo.people.find(({ roles }) => roles.some(({ role }) => role === 'employee'))!.department!
  const doer = actorFor('officer', front) as Extract<Actor, { kind: 'person' }>
  const targets = await allTargets(scope, collectionOptions)
  const colleagues = targets.filter(({ party, personId }) => party === 'department' && personId !== null && personId !== doer.personId)
  const processor = targets.find(({ party, email }) => party === 'processor' && email !== null)
  const at = (daysAgo: number): Scope => ({ ...scope, actor: doer, now: new Date(scope.now.getTime() - daysAgo * 86_400_000) })
  const asked = (target: Target, { id, number }: { id: string; number: string }, daysAgo: number, due: number) => ask(at(daysAgo), {
    register: requests.key, entryId: id, party: target.party, aboutId: target.aboutId, aboutName: target.aboutName, personId: target.personId, contactEmail: target.personId === null ? target.email : null, language: 'nl',
    asked: { question: 'Een kopie van alles wat u van deze persoon hebt: gegevens in systemen, brieven, e-mails en notities.', finders: [], number }, periodFrom: null, periodUntil: null, dueOn: addDays(dayOf(scope.now), due),
  })
  for (const request of rows) {
    const [late, ready] = colleagues
    if (late) await actOnTask(at(6), await asked(late, request, 7, -2), 'accept')
    if (ready) await actOnTask({ ...at(3), actor: { kind: 'system', task: 'demo' } }, await asked(ready, request, 7, 1), 'deliver', { answer: { note: 'Gezocht in het zaaksysteem en de map van het team.', data: 'Zaak: Z-2024-118\nStand: afgehandeld' } })
    if (processor) await asked(processor, request, 5, 3)
  }
  await sql`update collection_task set reminded_at = ${scope.now}, late_told_at = ${scope.now} where organisation_id = ${scope.organisation.id}`.execute(scope.tx)
}
