// Rules on processors: an agreement with each (H-24, H-43), guarantees that still hold, audits (M-08), sub-processors with consent (N-43, W-08).
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'

type ProcessorInput = InputOf<typeof fields>
const named = (name: string | null, index: number) => name ?? `rij ${index + 1}`

export const processorRules = {
  'agreement-missing': {
    field: 'name', severity: 'serious', citation: 'art. 28 lid 3 AVG', norms: ['H-24', 'H-43', 'M-08'],
    words: { nl: 'Met deze verwerker is geen overeenkomst van kracht.', en: 'No agreement with this processor is in force.' }, advice: { nl: 'Sluit een verwerkersovereenkomst vóór er gegevens worden gedeeld, en leg haar vast.', en: 'Conclude a processor agreement before data are shared, and record it.' },
    finds: (_, { ownFact }) => ownFact?.('agreements') === 0,
  },
  'guarantees-missing': {
    field: 'guarantees', severity: 'serious', citation: 'art. 28 lid 1 AVG', norms: ['H-43'],
    words: { nl: 'Er staan geen waarborgen van deze verwerker.', en: 'No guarantees of this processor are recorded.' }, advice: { nl: 'Vraag om een certificaat of verklaring, bekijk het bewijs en leg het vast.', en: 'Ask for a certificate or statement, look at the proof and record it.' },
    finds: ({ guarantees }) => guarantees.length === 0,
  },
  'guarantee-expired': {
    field: 'guarantees', severity: 'serious', citation: 'art. 28 lid 1 AVG', norms: ['H-43'],
    words: { nl: 'Een waarborg is verlopen.', en: 'A guarantee has expired.' }, advice: { nl: 'Vraag het nieuwe certificaat of de nieuwe verklaring.', en: 'Ask for the new certificate or statement.' },
    finds: ({ guarantees }, { today }) => guarantees.flatMap(({ scope, valid_until_on }, index) => valid_until_on !== null && valid_until_on < today ? [named(scope, index)] : []),
  },
  'guarantee-unseen': {
    field: 'guarantees', severity: 'attention', citation: 'art. 5 lid 2 en art. 28 lid 1 AVG', norms: ['H-43'],
    words: { nl: 'Van een waarborg is het bewijs niet gezien.', en: 'The proof of a guarantee hasn’t been seen.' }, advice: { nl: 'Vraag het bewijs op en vul in wanneer u het zag.', en: 'Ask for the proof and fill in when you saw it.' },
    finds: ({ guarantees }) => guarantees.flatMap(({ scope, seen_on }, index) => seen_on === null ? [named(scope, index)] : []),
  },
  'audit-missing': {
    field: 'last_audit_on', severity: 'attention', citation: 'art. 28 lid 3 onder h AVG', norms: ['M-08'],
    words: { nl: 'Er is de laatste twee jaar geen audit geweest.', en: 'There was no audit in the last two years.' }, advice: { nl: 'Controleer de verwerker zelf, of gebruik het rapport van een onafhankelijke partij.', en: 'Check the processor yourself, or use an independent party’s report.' },
    finds: ({ last_audit_on }, { today }) => last_audit_on === null || `${Number(last_audit_on.slice(0, 4)) + 2}${last_audit_on.slice(4)}` < today,
  },
  'sub-processor-without-consent': {
    field: 'sub_processors', severity: 'serious', citation: 'art. 28 lid 2 en 4 AVG', norms: ['N-43', 'W-08'],
    words: { nl: 'Een subverwerker werkt zonder toestemming.', en: 'A sub-processor works without consent.' }, advice: { nl: 'Geef of weiger de toestemming schriftelijk, en leg haar vast.', en: 'Give or refuse consent in writing, and record it.' },
    finds: ({ sub_processors }) => sub_processors.flatMap(({ name, consent }, index) => consent === null || consent === 'none' ? [named(name, index)] : []),
  },
  'sub-processor-conditions-missing': {
    field: 'sub_processors', severity: 'attention', citation: 'art. 28 lid 2 AVG', norms: ['N-43'],
    words: { nl: 'Toestemming onder voorwaarden, maar de voorwaarden staan er niet.', en: 'Consent with conditions, but the conditions aren’t recorded.' }, advice: { nl: 'Schrijf de voorwaarden op.', en: 'Write down the conditions.' },
    finds: ({ sub_processors }) => sub_processors.flatMap(({ name, consent, conditions }, index) => consent === 'conditional' && conditions === null ? [named(name, index)] : []),
  },
  'outside-eea': {
    field: 'country', severity: 'attention', citation: 'art. 44 AVG', norms: ['N-43'],
    words: { nl: 'De verwerker of een subverwerker zit buiten de Europese Economische Ruimte.', en: 'The processor or a sub-processor is outside the European Economic Area.' }, advice: { nl: 'Gegevens blijven in de EER, tenzij u schriftelijk anders besloot. Leg de waarborg vast bij de verwerkingen.', en: 'Data stay in the EEA unless you decided otherwise in writing. Record the safeguard at the processing activities.' },
    finds: (entry, { term }) => [...new Set([entry.country, ...entry.sub_processors.map(({ country }) => country)])].flatMap((country) => {
      const found = country === null ? undefined : term('country', country)
      return found && !found.marks.includes('eea') ? [found.label] : []
    }),
  },
  'participants-chain': {
    field: 'reaches_participants', severity: 'attention', citation: 'art. 28 lid 2 en 4 AVG', norms: ['W-08'],
    words: { nl: 'Er staat niet of deze partij bij gegevens van deelnemers kan.', en: 'It isn’t said whether this party can reach participants’ data.' }, advice: { nl: 'Kies ja of nee. Bij ja is zij een subverwerker en hoort zij in de overeenkomst met de deelnemers.', en: 'Choose yes or no. If yes, it is a sub-processor and belongs in the agreement with the participants.' },
    finds: ({ reaches_participants }, { organisationKind }) => organisationKind === 'service_organisation' && reaches_participants === null,
  },
  'out-of-hours-missing': {
    field: 'out_of_hours', severity: 'attention', citation: 'art. 33 lid 2 AVG', norms: ['N-40'],
    words: { nl: 'Er staat niet wie u buiten kantooruren belt.', en: 'It isn’t said whom you call out of hours.' }, advice: { nl: 'Vraag een nummer voor datalekken buiten kantooruren.', en: 'Ask for a number for breaches out of hours.' },
    finds: ({ out_of_hours }) => out_of_hours === null,
  },
} as const satisfies Readonly<Record<string, Rule<ProcessorInput>>>
