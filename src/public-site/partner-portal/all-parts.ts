// All parts: what there is in the portal of a processor and of a participant, in the order of its home page.
import type { PortalPart } from './parts.ts'

export const portalParts: readonly PortalPart[] = []
