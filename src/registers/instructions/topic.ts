// Topic: instructions between a participant and its processor that both work here: what arrives at either side, only over the tie that it belongs to.
import { sendAcross } from '../../case-kit/forwarding/crossings.ts'
import type { Tie } from '../../case-kit/forwarding/ties.ts'
import type { Topic } from '../../case-kit/forwarding/topics.ts'
import { log } from '../../ground/log.ts'
import { Refused } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { loadEntry } from '../../register-kit/perform.ts'
import { givenUndelivered, standingArrives } from './given.ts'
import { type Message, messageShape, type Standing, type ToldState, topicKey } from './messages.ts'
import { originBy } from './origins.ts'
import { receiveAnswer, receiveInstruction, receiveWithdrawal } from './receive.ts'
import { instructions } from './register.ts'
import { standingOf, tellParticipant } from './tell-participant.ts'
import type { InstructionInput } from './rules.ts'

/** Listed in src/tied-cases.ts. */
export const instructionTopic: Topic = {
  key: topicKey,
  arrive: async (scope, tie, body) => {
    const message = messageShape.safeParse(body)
    if (!message.success) return log.warn('crossing-refused', { organisation: scope.organisation.id, kind: 'instruction' })
    if (message.data.what === 'state') return tie.side === 'served' ? standingArrives(scope, tie, message.data) : undefined
    if (tie.side === 'serves') await arriveAtProcessor(scope, tie, message.data)
  },
  undelivered: async (scope, body) => {
    const message = messageShape.safeParse(body)
    if (message.success && message.data.what === 'given') await givenUndelivered(scope, message.data.reference)
  },
  offer: ({ id, side }) => side === 'served' ? { words: { nl: 'Instructie geven', en: 'Give an instruction' }, path: `/gegeven-instructies/nieuw?koppeling=${id}` } : undefined,
}

/** An instruction comes in over an agreed tie only; whatever can't be done any more is answered with how it stands. */
async function arriveAtProcessor(scope: Scope, tie: Tie, message: Exclude<Message, Standing>): Promise<void> {
  const refused = () => sendAcross(scope, tie.otherSlug, { kind: 'message', tie: tie.reference, topic: topicKey, body: nothing(message.reference) })
  const origin = await originBy(scope, message.reference)
  if (message.what === 'given') {
    if (tie.state !== 'agreed' || tie.participantId === null || origin) return origin ? undefined : refused()
    const id = await receiveInstruction(scope, tie.participantId, message.given, { by: 'tie', tieId: tie.id, reference: message.reference, name: tie.otherName })
    await tellState(scope, id)
    return
  }
  // Of another tie, or removed since: for this participant it isn't there.
  if (!origin || origin.tieId !== tie.id) return refused()
  try {
    if (message.what === 'answered') await receiveAnswer(scope, origin.entryId, message)
    else await receiveWithdrawal(scope, origin.entryId, message.reason)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await tellState(scope, origin.entryId)
  }
}

async function tellState(scope: Scope, id: string): Promise<void> {
  const { system, input } = await loadEntry(scope, instructions, id)
  await tellParticipant(scope, { id, status: system.status, input })
}

function nothing(reference: string): Standing {
  return { ...standingOf(reference, 'refused' satisfies ToldState, { reply: null, instruction: null, objected_on: null, objection: null, objection_article: null, done: null, carried_out_on: null, proof: null } as InstructionInput) }
}
