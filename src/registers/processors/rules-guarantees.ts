// Rules on what makes a processor fit to be hired: an agreement, guarantees that hold today, audits, and somebody to call (art. 28 lid 1 en 3 AVG; H-43, M-08, N-40).
import { dayAfter } from '../../ground/clock.ts'
import { say } from '../../ground/words.ts'
import { isLikeAddress } from './contact.ts'
import { fields } from './declaration.ts'
import { type ProcessorInput, type ProcessorRules, rowsWhere } from './rules-shape.ts'

/** So long beforehand a certificate is asked for anew. */
export const expiringWithin = 'P60D'

type Guarantee = ProcessorInput['guarantees'][number]
const holds = ({ kind, valid_until_on }: Guarantee, today: string) => kind !== null && (valid_until_on === null || valid_until_on >= today)
const nameOf = ({ kind, scope }: Guarantee) => {
  const choice = fields.guarantees.columns.kind.choices.find(({ key }) => key === kind)
  return choice ? say(choice.words) : scope
}

export const guaranteeRules = {
  'agreement-missing': {
    field: 'name', severity: 'serious', citation: 'art. 28 lid 3 AVG', norms: ['H-24', 'H-43', 'M-08', 'W-08'],
    words: { nl: 'Met deze verwerker is geen overeenkomst van kracht.', en: 'No agreement with this processor is in force.' },
    advice: { nl: 'Sluit een verwerkersovereenkomst vóór er gegevens worden gedeeld, en leg haar vast.', en: 'Conclude a processor agreement before data are shared, and record it.' },
    finds: (_, { ownFact }) => ownFact?.('agreements') === 0,
  },
  'services-missing': {
    field: 'services', severity: 'attention', citation: 'art. 28 lid 3 AVG', norms: ['N-40'],
    words: { nl: 'Er staat niet wat de verwerker voor u doet.', en: 'It doesn’t say what the processor does for you.' },
    advice: { nl: 'Beschrijf in een paar zinnen het werk en de gegevens.', en: 'Describe the work and the data in a few sentences.' },
    finds: ({ services }) => services === null,
  },
  'guarantees-missing': {
    field: 'guarantees', severity: 'serious', citation: 'art. 28 lid 1 AVG', norms: ['H-43', 'N-42'],
    words: { nl: 'Er is geen waarborg van deze verwerker die nu geldt.', en: 'No guarantee of this processor holds now.' },
    advice: { nl: 'Vraag om een certificaat of verklaring, bekijk het bewijs en leg het vast.', en: 'Ask for a certificate or statement, look at the proof and record it.' },
    finds: ({ guarantees }, { today }) => !guarantees.some((guarantee) => holds(guarantee, today)),
  },
  'guarantee-expired': {
    field: 'guarantees', severity: 'attention', citation: 'art. 28 lid 1 AVG', norms: ['H-43'],
    words: { nl: 'Deze waarborg is verlopen.', en: 'This guarantee has expired.' },
    advice: { nl: 'Vraag het nieuwe certificaat of de nieuwe verklaring, of haal de regel weg.', en: 'Ask for the new certificate or statement, or remove the row.' },
    finds: ({ guarantees }, { today }) => rowsWhere(guarantees, nameOf, ({ valid_until_on }) => valid_until_on !== null && valid_until_on < today),
  },
  'guarantee-expiring': {
    field: 'guarantees', severity: 'attention', citation: 'art. 28 lid 1 AVG', norms: [],
    words: { nl: 'Deze waarborg loopt bijna af.', en: 'This guarantee is about to run out.' },
    advice: { nl: 'Vraag nu om het nieuwe certificaat of de nieuwe verklaring.', en: 'Ask for the new certificate or statement now.' },
    finds: ({ guarantees }, { today }) => rowsWhere(guarantees, nameOf, ({ valid_until_on }) => valid_until_on !== null && valid_until_on >= today && valid_until_on < dayAfter(today, expiringWithin)),
  },
  'guarantee-unseen': {
    field: 'guarantees', severity: 'attention', citation: 'art. 5 lid 2 en art. 28 lid 1 AVG', norms: ['H-43'],
    words: { nl: 'Van deze waarborg is het bewijs niet gezien.', en: 'The proof of this guarantee hasn’t been seen.' },
    advice: { nl: 'Vraag het bewijs op en vul in wanneer u het zag.', en: 'Ask for the proof and fill in when you saw it.' },
    finds: ({ guarantees }, { today }) => rowsWhere(guarantees, nameOf, ({ seen_on }) => seen_on === null || seen_on > today),
  },
  'audit-missing': {
    field: 'last_audit_on', severity: 'attention', citation: 'art. 28 lid 3 onder h AVG', norms: ['M-08'],
    words: { nl: 'Er is de laatste twee jaar geen audit geweest.', en: 'There was no audit in the last two years.' },
    advice: { nl: 'Controleer de verwerker zelf, of gebruik het rapport van een onafhankelijke partij.', en: 'Check the processor yourself, or use an independent party’s report.' },
    // A day that lies ahead is a plan, no audit.
    finds: ({ last_audit_on }, { today, ownFact }) => ![last_audit_on, ownFact?.('audits')].some((on) => typeof on === 'string' && on <= today && on >= dayAfter(today, '-P2Y')),
  },
  'audit-party-missing': {
    field: 'audited_by', severity: 'attention', citation: 'art. 28 lid 3 onder h AVG', norms: ['M-08'],
    words: { nl: 'Er staat niet wie de audit deed.', en: 'It doesn’t say who did the audit.' },
    advice: { nl: 'Kies of u het zelf deed of een onafhankelijke partij.', en: 'Choose whether you did it yourself or an independent party.' },
    finds: ({ last_audit_on, audited_by }) => last_audit_on !== null && audited_by === null,
  },
  'contact-missing': {
    field: 'contact', severity: 'attention', citation: 'art. 33 lid 2 AVG', norms: ['N-40'],
    words: { nl: 'Er staat niet hoe u de verwerker bereikt.', en: 'It doesn’t say how to reach the processor.' },
    advice: { nl: 'Vul een functie of team in, met een e-mailadres of telefoonnummer.', en: 'Fill in a function or team, with an e-mail address or phone number.' },
    finds: ({ contact_email, contact_phone }) => contact_email === null && contact_phone === null,
  },
  'contact-address': {
    field: 'contacts', severity: 'attention', citation: 'art. 33 lid 2 AVG', norms: [],
    words: { nl: 'Bij dit contact staat geen goed e-mailadres.', en: 'This contact has no proper e-mail address.' },
    advice: { nl: 'Vul één e-mailadres in, zonder naam eromheen.', en: 'Fill in one e-mail address, without a name around it.' },
    finds: ({ contacts }) => rowsWhere(contacts, ({ who }) => who, ({ email }) => email !== null && !isLikeAddress(email)),
  },
  'out-of-hours-missing': {
    field: 'out_of_hours', severity: 'attention', citation: 'art. 33 lid 2 AVG', norms: ['N-40'],
    words: { nl: 'Er staat niet wie u buiten kantooruren belt.', en: 'It doesn’t say whom you call out of hours.' },
    advice: { nl: 'Vraag een nummer voor datalekken buiten kantooruren.', en: 'Ask for a number for breaches out of hours.' },
    finds: ({ out_of_hours, contacts }) => out_of_hours === null && !contacts.some(({ purpose, phone }) => purpose === 'out_of_hours' && phone !== null),
  },
  'chamber-number-missing': {
    field: 'chamber_number', severity: 'attention', citation: 'art. 5 lid 2 en art. 28 lid 3 AVG', norms: [],
    words: { nl: 'Het KvK-nummer van deze Nederlandse verwerker ontbreekt.', en: 'The chamber of commerce number of this Dutch processor is missing.' },
    advice: { nl: 'Zoek het op in het Handelsregister, zodat vaststaat met wie u een overeenkomst sluit.', en: 'Look it up in the trade register, so that it is certain with whom you conclude an agreement.' },
    finds: ({ country, chamber_number }) => country === 'NL' && chamber_number === null,
  },
  'chamber-number-twice': {
    field: 'chamber_number', severity: 'attention', citation: 'art. 5 lid 2 AVG', norms: [],
    words: { nl: 'Nog een verwerker heeft dit KvK-nummer.', en: 'Another processor has this chamber of commerce number.' },
    advice: { nl: 'Kijk of het dezelfde partij is, en voeg ze dan samen.', en: 'See whether it is the same party, and if so merge them.' },
    finds: (_, { ownFact }) => ownFact?.('same-chamber-number') === true,
  },
  unused: {
    field: 'name', severity: 'attention', citation: 'art. 5 lid 2 en art. 30 lid 1 onder d AVG', norms: ['N-16'],
    words: { nl: 'Geen enkele verwerking noemt deze verwerker.', en: 'No processing activity names this processor.' },
    advice: { nl: 'Noem de verwerker bij de verwerkingen waarvoor hij werkt, of beëindig hem.', en: 'Name the processor at the activities it works for, or end it.' },
    finds: (_, { ownFact }) => ownFact?.('processing-activities') === 0,
  },
  'review-overdue': {
    field: 'name', severity: 'attention', citation: 'art. 5 lid 2 en art. 28 lid 1 AVG', norms: ['H-43'],
    words: { nl: 'De jaarlijkse controle is te laat.', en: 'The yearly review is overdue.' },
    advice: { nl: 'Loop de verwerker na en kies “Jaarlijks nagekeken”.', en: 'Go through the processor and choose “Reviewed”.' },
    finds: (_, { stage, reviewDueOn, today }) => stage === 'active' && reviewDueOn !== null && reviewDueOn < today && [reviewDueOn],
  },
} as const satisfies ProcessorRules
