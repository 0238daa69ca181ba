// Rules on who stands behind a processor: sub-processors with consent beforehand, in which country, and whether they reach participants' data (art. 28 lid 2 en 4 AVG; H-64, N-43, W-08).
import { transferRules } from './rules-transfer.ts'
import { type ProcessorRules, rowsWhere } from './rules-shape.ts'
import { inCircle, lacksConsent, stillWorks } from './sub-processor.ts'

export const chainRules = {
  'sub-processor-without-consent': {
    field: 'sub_processors', severity: 'serious', citation: 'art. 28 lid 2 en 4 AVG', norms: ['H-64', 'N-43', 'W-08'],
    words: { nl: 'Deze subverwerker werkt zonder toestemming.', en: 'This sub-processor works without consent.' },
    advice: { nl: 'Geef of weiger de toestemming schriftelijk, en leg haar vast.', en: 'Give or refuse consent in writing, and record it.' },
    finds: ({ sub_processors }, { ownFact, today }) => {
      const isGeneral = agreed(ownFact?.('sub-processing')).includes('general')
      return rowsWhere(sub_processors, ({ name }) => name, (row) => stillWorks(row, today) && lacksConsent(row, today, isGeneral))
    },
  },
  'sub-processor-not-prior': {
    field: 'sub_processors', severity: 'attention', citation: 'art. 28 lid 2 AVG', norms: ['H-64', 'N-43'],
    words: { nl: 'Deze subverwerker werkte al mee voordat u toestemming gaf.', en: 'This sub-processor took part before you consented.' },
    advice: { nl: 'Vraag de verwerker hoe dat kon, en spreek af dat hij het voortaan vooraf vraagt.', en: 'Ask the processor how that came about, and agree that it asks beforehand from now on.' },
    finds: ({ sub_processors }) => rowsWhere(sub_processors, ({ name }) => name, ({ since_on, consented_on }) => since_on !== null && consented_on !== null && consented_on > since_on),
  },
  'sub-processor-undocumented': {
    field: 'sub_processors', severity: 'attention', citation: 'art. 5 lid 2 en art. 28 lid 2 AVG', norms: ['H-64', 'N-43'],
    words: { nl: 'Er staat niet wanneer u deze toestemming gaf.', en: 'It doesn’t say when you gave this consent.' },
    advice: { nl: 'Vul in wanneer en door wie het schriftelijk is besloten.', en: 'Fill in when and by whom it was decided in writing.' },
    finds: ({ sub_processors }) => rowsWhere(sub_processors, ({ name }) => name, ({ consent, consented_on }) => (consent === 'given' || consent === 'conditional') && consented_on === null),
  },
  'sub-processor-copies': {
    field: 'sub_processors', severity: 'attention', citation: 'art. 28 lid 3 onder g AVG', norms: ['H-64'],
    words: { nl: 'Deze subverwerker is gestopt, maar er staat niet dat ook de kopieën zijn gewist.', en: 'This sub-processor has stopped, but it doesn’t say that the copies were deleted too.' },
    advice: { nl: 'Vraag de verwerker om een bevestiging, en vul in wanneer de kopieën zijn gewist.', en: 'Ask the processor for a confirmation, and fill in when the copies were deleted.' },
    finds: ({ sub_processors }, { today }) => rowsWhere(sub_processors, ({ name }) => name, (row) => !stillWorks(row, today) && row.copies_deleted_on === null),
  },
  'sub-processor-circle': {
    field: 'sub_processors', severity: 'attention', citation: 'art. 28 lid 2 en 4 AVG', norms: [],
    words: { nl: 'Deze subverwerker staat in een kring: de keten komt bij zichzelf terug.', en: 'This sub-processor stands in a circle: the chain leads back to itself.' },
    advice: { nl: 'Vraag de verwerker wie wie inschakelt, en verbeter de regels.', en: 'Ask the processor who engages whom, and correct the rows.' },
    finds: ({ name, sub_processors }) => {
      const circle = inCircle(name, sub_processors)
      return circle.size > 0 && [...circle].map((index) => sub_processors[index]!.name!)
    },
  },
  ...transferRules,
  'sub-processor-forbidden': {
    field: 'sub_processors', severity: 'serious', citation: 'art. 28 lid 2 en lid 3 onder d AVG', norms: ['H-64', 'N-43', 'W-08'],
    words: { nl: 'De overeenkomst staat subverwerkers niet toe, maar er staan er wel.', en: 'The agreement allows no sub-processors, but there are some.' },
    advice: { nl: 'Laat de verwerker ermee stoppen, of pas de overeenkomst aan.', en: 'Have the processor stop it, or change the agreement.' },
    finds: ({ sub_processors }, { ownFact }) => {
      const rules = agreed(ownFact?.('sub-processing'))
      return sub_processors.length > 0 && rules.length > 0 && rules.every((rule) => rule === 'forbidden')
    },
  },
  'sub-processor-conditions-missing': {
    field: 'sub_processors', severity: 'attention', citation: 'art. 28 lid 2 AVG', norms: ['N-43'],
    words: { nl: 'De toestemming geldt onder voorwaarden, maar die staan er niet.', en: 'The consent has conditions, but they aren’t recorded.' },
    advice: { nl: 'Schrijf de voorwaarden op.', en: 'Write down the conditions.' },
    finds: ({ sub_processors }) => rowsWhere(sub_processors, ({ name }) => name, ({ consent, conditions }) => consent === 'conditional' && conditions === null),
  },
  'sub-processor-unclear': {
    field: 'sub_processors', severity: 'attention', citation: 'art. 28 lid 2 en 4 AVG', norms: ['N-43'],
    words: { nl: 'Van deze subverwerker ontbreekt de naam, de dienst of het land.', en: 'The name, service or country of this sub-processor is missing.' },
    advice: { nl: 'Vraag de verwerker om een lijst die klopt, en vul haar over.', en: 'Ask the processor for a list that is right, and copy it.' },
    finds: ({ sub_processors }) => rowsWhere(sub_processors, ({ name }) => name, ({ name, service, country }) => name === null || service === null || country === null),
  },
  'participants-chain': {
    field: 'reaches_participants', severity: 'attention', citation: 'art. 28 lid 2 en 4 AVG', norms: ['W-08'],
    words: { nl: 'Er staat niet of deze partij bij gegevens van deelnemers kan.', en: 'It doesn’t say whether this party can reach participants’ data.' },
    advice: { nl: 'Kies ja of nee. Bij ja is zij een subverwerker en hoort zij in de overeenkomst met de deelnemers.', en: 'Choose yes or no. If yes, it is a sub-processor and belongs in the agreement with the participants.' },
    finds: ({ reaches_participants }, { organisationKind }) => organisationKind === 'service_organisation' && reaches_participants === null,
  },
  'sub-processor-participants': {
    field: 'sub_processors', severity: 'attention', citation: 'art. 28 lid 2 en 4 AVG', norms: ['W-08'],
    words: { nl: 'Er staat niet of deze subverwerker bij gegevens van deelnemers kan.', en: 'It doesn’t say whether this sub-processor can reach participants’ data.' },
    advice: { nl: 'Vraag het de verwerker, en kies ja of nee. Zonder contract of wettelijke plicht krijgt niemand deze gegevens.', en: 'Ask the processor, and choose yes or no. Nobody gets these data without a contract or legal duty.' },
    finds: ({ reaches_participants, sub_processors }, { organisationKind, today }) => organisationKind === 'service_organisation' && reaches_participants === true
      && rowsWhere(sub_processors, ({ name }) => name, (row) => stillWorks(row, today) && row.reaches_participants === null),
  },
} as const satisfies ProcessorRules

/** What the agreements in force lay down on engaging sub-processors; nothing where none is, or none says. */
function agreed(fact: unknown): readonly string[] {
  return Array.isArray(fact) ? fact.filter((rule): rule is string => typeof rule === 'string') : []
}
