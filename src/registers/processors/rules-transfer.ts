// Rules on where data go: within the Netherlands and the EU, and beyond only with written consent and an instrument (art. 44-46 AVG; N-43).
import { type ProcessorRules, rowsWhere } from './rules-shape.ts'
import { stillWorks } from './sub-processor.ts'

export const transferRules = {
  'country-missing': {
    field: 'country', severity: 'attention', citation: 'art. 44 AVG', norms: ['N-43'],
    words: { nl: 'Er staat niet in welk land de verwerker zit.', en: 'It doesn’t say in which country the processor is.' },
    advice: { nl: 'Vul het land van vestiging in.', en: 'Fill in the country of establishment.' },
    finds: ({ country }) => country === null,
  },
  'outside-eea': {
    field: 'country', severity: 'attention', citation: 'art. 44 AVG', norms: ['N-43'],
    words: { nl: 'De verwerker of een subverwerker zit buiten de Europese Economische Ruimte.', en: 'The processor or a sub-processor is outside the European Economic Area.' },
    advice: { nl: 'Gegevens blijven in de EER, tenzij u schriftelijk anders besloot. Leg de waarborg vast bij de verwerkingen.', en: 'Data stay in the EEA unless you decided otherwise in writing. Record the safeguard at the processing activities.' },
    finds: (entry, { term, today }) => {
      // A sub-processor with our written consent and an instrument is where we know it to be.
      const open = entry.sub_processors.filter((row) => stillWorks(row, today) && (row.instrument === null || row.transfer_consent_on === null))
      return [...new Set([entry.country, ...open.map(({ country }) => country)])].flatMap((country) => {
        const found = country === null ? undefined : term('country', country)
        return found && !found.marks.includes('eea') ? [found.label] : []
      })
    },
  },
  'sub-processor-third-country': {
    field: 'sub_processors', severity: 'serious', citation: 'art. 44 en 46 AVG', norms: ['N-43'],
    words: { nl: 'Deze subverwerker zit buiten de EER, zonder schriftelijke toestemming voor de doorgifte of zonder instrument.', en: 'This sub-processor is outside the EEA, without written consent to the transfer or without an instrument.' },
    advice: { nl: 'Laat de verwerking stoppen, of beslis schriftelijk en leg het instrument vast.', en: 'Have the processing stopped, or decide in writing and record the instrument.' },
    finds: ({ sub_processors }, { term, today }) => rowsWhere(sub_processors, ({ name }) => name, (row) => {
      const country = row.country === null ? undefined : term('country', row.country)
      return country !== undefined && !country.marks.includes('eea') && stillWorks(row, today) && (row.instrument === null || row.transfer_consent_on === null)
    }),
  },
} as const satisfies ProcessorRules
