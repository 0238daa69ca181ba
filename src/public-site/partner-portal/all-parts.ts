// All parts: what there is in the portal of a processor and of a participant, in the order of its home page.
import { accessPart } from './access-part.tsx'
import { agreementsPart } from './agreements-part.tsx'
import { auditsPart } from './audits-part.tsx'
import { detailsPart } from './details-part.tsx'
import { participantBreaches } from './participant-breaches.tsx'
import { participantDocuments } from './participant-documents.tsx'
import { participantInstructions } from './participant-instructions.tsx'
import { participantRegister } from './participant-register.tsx'
import type { PortalPart } from './parts.ts'
import { proofsPart } from './proofs-part.tsx'
import { subProcessorsPart } from './sub-processors-part.tsx'

export const portalParts: readonly PortalPart[] = [detailsPart, subProcessorsPart, proofsPart, agreementsPart, auditsPart, accessPart, participantRegister, participantInstructions, participantBreaches, participantDocuments]
