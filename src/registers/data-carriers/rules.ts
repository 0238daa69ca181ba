// Rules on data carriers: what is destroyed has a day, a way, somebody who did it and a proof that can be shown (art. 5 lid 2 en 32 AVG; W-06).
import { dayAfter } from '../../ground/clock.ts'
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'

export type CarrierInput = InputOf<typeof fields>

const isGone = ({ destroyed_on }: CarrierInput) => destroyed_on !== null
const norms = ['W-06']

export const carrierRules = {
  'certificate-missing': {
    field: 'certificate', severity: 'serious', citation: 'art. 5 lid 2 en art. 32 lid 1 AVG', norms,
    words: { nl: 'Er is geen bewijs dat deze drager is vernietigd.', en: 'There is no proof that this carrier was destroyed.' }, advice: { nl: 'Vraag het certificaat of proces-verbaal op, vul het nummer in en voeg het toe als bijlage.', en: 'Ask for the certificate or record, fill in its number and attach it.' },
    finds: (entry) => isGone(entry) && entry.certificate === null,
  },
  'certificate-not-attached': {
    field: 'certificate', severity: 'attention', citation: 'art. 5 lid 2 AVG', norms,
    words: { nl: 'Het bewijs heeft een nummer, maar zit er niet bij.', en: 'The proof has a number, but isn’t attached.' }, advice: { nl: 'Voeg het certificaat toe als bijlage.', en: 'Attach the certificate.' },
    finds: (entry, { ownFact }) => isGone(entry) && entry.certificate !== null && ownFact?.('attachments') === 0,
  },
  'method-missing': {
    field: 'method', severity: 'serious', citation: 'art. 32 lid 1 AVG', norms,
    words: { nl: 'Er staat niet hoe deze drager is vernietigd.', en: 'It doesn’t say how this carrier was destroyed.' }, advice: { nl: 'Kies hoe, en noem de norm.', en: 'Choose how, and name the standard.' },
    finds: (entry) => isGone(entry) && entry.method === null,
  },
  'method-unfit': {
    field: 'method', severity: 'attention', citation: 'art. 32 lid 1 AVG', norms,
    words: { nl: 'Deze manier werkt niet voor deze soort drager.', en: 'This way doesn’t work for this kind of carrier.' }, advice: { nl: 'Papier versnippert u. Een SSD of stick degaussen wist niets.', en: 'Paper is shredded. Degaussing an SSD or stick erases nothing.' },
    finds: ({ kind, method }) => (kind === 'paper' && method !== null && method !== 'shredded' && method !== 'burnt') || (kind === 'usb' && method === 'degaussed'),
  },
  'doer-missing': {
    field: 'by', severity: 'attention', citation: 'art. 5 lid 2 AVG', norms,
    words: { nl: 'Er staat niet wie deze drager heeft vernietigd.', en: 'It doesn’t say who destroyed this carrier.' }, advice: { nl: 'Vul in of u het zelf deed, of welk bedrijf.', en: 'Fill in whether you did, or which firm.' },
    finds: (entry) => isGone(entry) && (entry.by === null || (entry.by === 'firm' && entry.firm === null)),
  },
  'witness-missing': {
    field: 'witness', severity: 'attention', citation: 'art. 5 lid 2 AVG', norms,
    words: { nl: 'U vernietigde zelf, maar niemand anders zag het.', en: 'You destroyed it yourself, but nobody else saw it.' }, advice: { nl: 'Laat voortaan iemand meekijken en meetekenen.', en: 'From now on have somebody look along and sign.' },
    finds: (entry) => isGone(entry) && entry.by === 'own' && entry.witness === null,
  },
  'number-missing': {
    field: 'serial', severity: 'attention', citation: 'art. 32 lid 1 AVG', norms,
    words: { nl: 'Deze drager is niet te herkennen: er is geen serienummer of inventarisnummer.', en: 'This carrier can’t be told apart: there is no serial or inventory number.' }, advice: { nl: 'Vul een van beide in, zodat het bewijs bij de drager past.', en: 'Fill in either, so that the proof fits the carrier.' },
    finds: ({ kind, serial, inventory }) => kind !== 'paper' && serial === null && inventory === null,
  },
  'proof-late': {
    field: 'certificate_on', severity: 'attention', citation: 'art. 5 lid 2 AVG', norms,
    words: { nl: 'Het bewijs is van meer dan een maand na de vernietiging.', en: 'The proof is of more than a month after the destruction.' }, advice: { nl: 'Vraag na of het bij deze drager hoort.', en: 'Ask whether it belongs to this carrier.' },
    finds: ({ destroyed_on, certificate_on }) => destroyed_on !== null && certificate_on !== null && certificate_on > dayAfter(destroyed_on, 'P1M'),
  },
} as const satisfies Readonly<Record<string, Rule<CarrierInput>>>
