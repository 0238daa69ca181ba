// Portability: which data somebody may take along (art. 20 AVG; H-35, P-20): given by the person, by consent or for a contract, and kept by a computer; and when another organisation may get them.
import type { Fault } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import type { AnyInput } from '../../register-kit/entry.ts'

/** Bases under which data can be taken along, by their keys in the catalogue (art. 20 lid 1 onder a AVG). */
const portableBases = ['consent', 'contract']

export function isPortableActivity(input: AnyInput): boolean {
  return Array.isArray(input.legal_bases) && (input.legal_bases as AnyInput[]).some(({ basis }) => portableBases.includes(String(basis)))
}

export type SendingTo = { readonly name: string | null; readonly consentOn: string | null; readonly consentNote: string | null }

/** To another organisation only with the written consent of the person, of which is recorded when and how (P-20); to the person without. */
export function sendingFaults({ name, consentOn, consentNote }: SendingTo, today: string): Fault[] {
  if (name === null) return consentOn === null && consentNote === null ? [] : [{ at: 'to_name', message: t('Vul in naar welke organisatie de gegevens gaan, of laat de toestemming weg.', 'Fill in which organisation the data go to, or leave out the consent.') }]
  return [
    ...(consentOn === null ? [{ at: 'consent_on', message: t('Vul in wanneer de persoon schriftelijk toestemming gaf om de gegevens door te sturen.', 'Fill in when the person consented in writing to the data being sent on.') }] : []),
    ...(consentOn !== null && consentOn > today ? [{ at: 'consent_on', message: t('Deze dag moet nog komen.', 'This day is still to come.') }] : []),
    ...(consentNote === null ? [{ at: 'consent_note', message: t('Schrijf op hoe de toestemming is gegeven en waar die te vinden is.', 'Write how the consent was given and where it can be found.') }] : []),
  ]
}
