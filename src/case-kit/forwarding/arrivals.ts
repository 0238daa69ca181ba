// Arrivals: what a message does in the organisation that it came to, in that organisation's own scope; whom it came from is said by the job, never by the message.
import { dayOf } from '../../ground/clock.ts'
import { keepFile, type ReceivedFile } from '../../ground/files.ts'
import { log } from '../../ground/log.ts'
import type { Scope } from '../../ground/scope.ts'
import type { Words } from '../../ground/words.ts'
import { enqueueMail } from '../../people/mail.ts'
import { listHolders } from '../../people/role-holders.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { attachOne } from '../intake/form-files.ts'
import { type Crossing, isNew, sendAcross } from './crossings.ts'
import { forwardedBy, insertForwarded, standingBecomes } from './forwarded.ts'
import { forwardsOf } from './tied-forwards.ts'
import { becomes, insertTie, tieByReference } from './ties.ts'
import { topicOf } from './topics.ts'

/** The sender as its own row says, read by the job in the sender's own fence. */
export type Sender = { readonly slug: string; readonly name: string }

/** In one transaction with the note that it came: whatever is refused here leaves nothing. `files` were received here already; those that aren't kept are swept. */
export async function arrive(scope: Scope, messageId: string, from: Sender, crossing: Crossing, files: readonly ReceivedFile[] = []): Promise<void> {
  if (!(await isNew(scope, messageId, crossing.kind))) return
  switch (crossing.kind) {
    case 'tie': return arriveTie(scope, from, crossing.reference)
    case 'tie-answer': return arriveAnswer(scope, from, crossing)
    case 'case': return arriveCase(scope, from, crossing, files)
    case 'standing': return arriveStanding(scope, from, crossing)
    case 'message': return arriveMessage(scope, from, crossing)
  }
}

async function arriveTie(scope: Scope, from: Sender, reference: string): Promise<void> {
  if (await tieByReference(scope, reference)) return
  await insertTie(scope, { reference, side: 'served', participantId: null, otherSlug: from.slug, otherName: from.name, state: 'offered' })
  await tellOfficers(scope, { nl: 'Een dienstverlener wil zaken doorsturen', en: 'A service organisation wants to forward cases' }, { nl: `${from.name} wil verzoeken en datalekken van uw inwoners hier aan u doorsturen. Dat gebeurt pas als u dat goed vindt.`, en: `${from.name} wants to forward requests and breaches of your residents to you here. That happens only when you agree.` }, '/koppelingen')
}

async function arriveAnswer(scope: Scope, from: Sender, { reference, state }: Extract<Crossing, { kind: 'tie-answer' }>): Promise<void> {
  const tie = await tieByReference(scope, reference)
  if (tie?.otherSlug === from.slug && (state === 'ended' || tie.side === 'serves')) await becomes(scope, tie, state)
}

/** Only from an organisation to which this one said yes; else the sender hears that it was refused. */
async function arriveCase(scope: Scope, from: Sender, { tie: tieReference, reference, register, dueOn, crossed }: Extract<Crossing, { kind: 'case' }>, files: readonly ReceivedFile[]): Promise<void> {
  const tie = await tieByReference(scope, tieReference)
  const forwards = forwardsOf(register)
  if (!forwards || tie?.otherSlug !== from.slug || tie.side !== 'served' || tie.state !== 'agreed') {
    log.warn('crossing-refused', { organisation: scope.organisation.id, kind: 'case' })
    return sendAcross(scope, from.slug, { kind: 'standing', reference, state: 'refused', at: scope.now.toISOString() })
  }
  const { id } = await forwards.receive(scope, crossed, { name: from.name })
  await insertForwarded(scope, { reference, direction: 'in', register, entryId: id, participantId: null, tieId: tie.id, otherName: from.name, state: 'received', startedAt: new Date(crossed.receivedAt), dueOn })
  await writeHistory(scope, register, [{ entryId: id, verb: 'across_arrive', note: from.name }])
  for (const file of files) {
    await keepFile(scope, file.id)
    await attachOne(scope, register, id, file.id, file.name)
  }
  const { one } = forwards.register.words
  await tellOfficers(scope, { nl: `Een ${one.nl} is aan u doorgestuurd`, en: `A ${one.en} was forwarded to you` }, { nl: `${from.name} heeft een ${one.nl} aan u doorgestuurd. De termijn loopt al: die begon toen uw dienstverlener het ontving.`, en: `${from.name} has forwarded a ${one.en} to you. The term runs already: it began when your service organisation received it.` }, `/${forwards.register.path}/${id}`)
  await sendAcross(scope, from.slug, { kind: 'standing', reference, state: 'received', at: scope.now.toISOString() })
}

async function arriveStanding(scope: Scope, from: Sender, { reference, state, at }: Extract<Crossing, { kind: 'standing' }>): Promise<void> {
  const one = await forwardedBy(scope, reference)
  if (one?.direction === 'out' && one.otherSlug === from.slug) await standingBecomes(scope, one, state, new Date(at))
}

/** Over a tie of the two only; whether its state allows what the message asks is for the topic to say. */
async function arriveMessage(scope: Scope, from: Sender, { tie: reference, topic, body }: Extract<Crossing, { kind: 'message' }>): Promise<void> {
  const tie = await tieByReference(scope, reference)
  if (tie?.otherSlug === from.slug) return topicOf(topic)?.arrive(scope, tie, body)
  log.warn('crossing-refused', { organisation: scope.organisation.id, kind: 'message' })
}

/** Mail to the privacy officers of the whole organisation. */
export async function tellOfficers(scope: Scope, subject: Words, line: Words, path: string): Promise<void> {
  const { holders } = await listHolders(scope, 'privacy_officer')
  const today = dayOf(scope.now)
  for (const personId of new Set(holders.filter(({ isActive, departmentId, validFrom }) => isActive && departmentId === null && validFrom <= today).map((holder) => holder.personId))) {
    await enqueueMail(scope, { personId, kind: 'notice', subject, lines: [line], link: { words: { nl: 'Bekijken', en: 'Look' }, path: `/${scope.organisation.slug}${path}` } })
  }
}
