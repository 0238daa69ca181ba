// Tied cases: every register of cases, as outsiders and letters meet it, in the order of the public site.
import { checkpointTopic } from './access-log/proof/publication.ts'
import type { Forwards } from './case-kit/forwarding/forwards.ts'
import { tieForwards } from './case-kit/forwarding/tied-forwards.ts'
import { tieTopics } from './case-kit/forwarding/topics.ts'
import type { CaseRegister } from './case-kit/outside.ts'
import { breachForwards } from './registers/breaches/forwarding.ts'
import { breachCases } from './registers/breaches/outside.ts'
import { complaintCases } from './registers/complaints/outside.ts'
import { instructionTopic } from './registers/instructions/topic.ts'
import { requestForwards } from './registers/requests/collecting.ts'
import { requestCases } from './registers/requests/outside.ts'

export const caseRegisters: readonly CaseRegister[] = [breachCases, requestCases, complaintCases]

/** How cases of a register cross from a service organisation to its participant. */
const forwards: readonly Forwards[] = [requestForwards, breachForwards]

tieForwards(forwards)
tieTopics([instructionTopic, checkpointTopic])
