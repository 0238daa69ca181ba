// Subjects: on what there must be a work instruction (N-54), and which of these has none in force. Pure.
import type { Words } from '../../ground/words.ts'

/** The eight of the policy, each with the law that the instruction carries out; and room for more. */
export const requiredSubjects = {
  rights: { nl: 'Rechten van betrokkenen', en: 'Rights of data subjects' },
  objections: { nl: 'Bezwaren', en: 'Objections' },
  archives: { nl: 'Archieven', en: 'Archives' },
  cameras: { nl: 'Camera’s', en: 'Cameras' },
  bsn: { nl: 'Burgerservicenummer', en: 'Citizen service number' },
  breaches: { nl: 'Datalekken', en: 'Personal data breaches' },
  identity_documents: { nl: 'Identiteitsbewijzen', en: 'Identity documents' },
  devices: { nl: 'Beheer van apparaten', en: 'Device management' },
} as const satisfies Record<string, Words>

export type RequiredSubject = keyof typeof requiredSubjects
export const subjectLaw: Readonly<Record<RequiredSubject, { readonly citation: string }>> = {
  rights: { citation: 'art. 12 tot en met 22 AVG' }, objections: { citation: 'art. 21 AVG' }, archives: { citation: 'art. 5 lid 1 onder e AVG' }, cameras: { citation: 'art. 5 lid 1 onder c AVG' },
  bsn: { citation: 'art. 46 UAVG' }, breaches: { citation: 'art. 33 en 34 AVG' }, identity_documents: { citation: 'art. 5 lid 1 onder c AVG' }, devices: { citation: 'art. 32 AVG' },
}

/** Required subjects that none of these, the subjects of instructions in force, is about; in the order of the policy. */
export function missingSubjects(inForce: Iterable<string | null>): RequiredSubject[] {
  const held = new Set(inForce)
  return (Object.keys(requiredSubjects) as RequiredSubject[]).filter((subject) => !held.has(subject))
}
