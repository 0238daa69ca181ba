// Rules on the data and the people: special and criminal data, the citizen service number, minors (art. 9 en 10 AVG; art. 22 tot en met 33 en 46 UAVG).
import type { ActivityInput } from './declaration.ts'
import { hasMark, isController, isFilled, isGdprController, isPolice, isPublicBody, labelOf, marked, proseOf, type Rule, type Rules, together } from './rules-shape.ts'

type Context = Parameters<Rule['finds']>[1]

export const dataRules = {
  'special-unexcepted': {
    field: 'special_exceptions', severity: 'blocking', citation: 'art. 9 lid 1 en 2 AVG; art. 22 UAVG', norms: ['H-13'],
    words: { nl: 'U verwerkt bijzondere gegevens zonder uitzondering op het verbod.', en: 'You process special data without an exception to the prohibition.' },
    advice: { nl: 'Kies de uitzondering die geldt en noem het artikel. Is er geen? Stop dan met deze gegevens.', en: 'Choose the exception that applies and name the article. Is there none? Then stop using these data.' },
    finds: (entry, context) => isGdprController(entry) && !hasException(entry, context, 'special') && together(dataWith(entry, context, 'special')),
  },
  'exception-unneeded': {
    field: 'special_exceptions', severity: 'attention', citation: 'art. 9 lid 2 AVG', norms: ['H-13'],
    words: { nl: 'Er staat een uitzondering voor bijzondere gegevens, maar u noemt zulke gegevens niet.', en: 'There is an exception for special data, but you name no such data.' },
    advice: { nl: 'Voeg de bijzondere gegevens toe, of haal de uitzondering weg.', en: 'Add the special data, or take the exception away.' },
    finds: (entry, context) => isGdprController(entry) && hasException(entry, context, 'special') && dataWith(entry, context, 'special').length === 0,
  },
  'criminal-unexcepted': {
    field: 'special_exceptions', severity: 'serious', citation: 'art. 10 AVG; art. 31 tot en met 33 UAVG', norms: ['H-13'],
    words: { nl: 'U verwerkt strafrechtelijke gegevens zonder grond daarvoor.', en: 'You process criminal data without a ground for it.' },
    advice: { nl: 'Kies de grond uit de UAVG of een andere wet, en noem het artikel.', en: 'Choose the ground in the UAVG or another law, and name the article.' },
    finds: (entry, context) => isGdprController(entry) && !hasException(entry, context, 'criminal') && together(dataWith(entry, context, 'criminal')),
  },
  'criminal-exception-unneeded': {
    field: 'special_exceptions', severity: 'attention', citation: 'art. 10 AVG', norms: ['H-13'],
    words: { nl: 'Er staat een grond voor strafrechtelijke gegevens, maar u noemt zulke gegevens niet.', en: 'There is a ground for criminal data, but you name no such data.' },
    advice: { nl: 'Voeg de strafrechtelijke gegevens toe, of haal de grond weg.', en: 'Add the criminal data, or take the ground away.' },
    finds: (entry, context) => isGdprController(entry) && hasException(entry, context, 'criminal') && dataWith(entry, context, 'criminal').length === 0,
  },
  'exception-without-law': {
    field: 'special_exceptions', severity: 'serious', citation: 'art. 9 lid 2 AVG; art. 22 tot en met 33 UAVG', norms: ['H-13'],
    words: { nl: 'Deze uitzondering geldt alleen als een wet haar uitwerkt, en die wet staat er niet.', en: 'This exception only holds when a law works it out, and that law isn’t there.' },
    advice: { nl: 'Noem het artikel in de UAVG of een andere wet.', en: 'Name the article in the UAVG or another law.' },
    finds: (entry, context) => isGdprController(entry) && entry.special_exceptions.filter(({ exception, national_article }) => hasMark(context, 'special-exception', exception, 'needs-law') && !isFilled(national_article))
      .map(({ exception }) => labelOf(context, 'special-exception', exception!)),
  },
  'explicit-consent-unexplained': {
    field: 'special_exceptions', severity: 'attention', citation: 'art. 9 lid 2 onder a AVG; art. 22 lid 2 onder a UAVG', norms: ['N-04', 'H-13'],
    words: { nl: 'Er staat niet hoe u uitdrukkelijke toestemming vraagt en bewaart.', en: 'It doesn’t say how you ask and keep explicit consent.' },
    advice: { nl: 'Beschrijf hoe mensen vrij kiezen, hoe u het bewijs bewaart en hoe zij de toestemming intrekken.', en: 'Describe how people choose freely, how you keep proof and how they withdraw.' },
    finds: (entry) => isGdprController(entry) && entry.special_exceptions.some(({ exception, explanation }) => exception === 'explicit-consent' && !isFilled(explanation)) && !isFilled(entry.consent_note),
  },
  'special-kind-unnamed': {
    field: 'data_categories', severity: 'attention', citation: 'art. 30 lid 1 onder c AVG', norms: ['H-07'],
    words: { nl: 'Er staat niet welke bijzondere gegevens het zijn.', en: 'It doesn’t say which special data they are.' },
    advice: { nl: 'Kies de soort, bijvoorbeeld gezondheid of godsdienst.', en: 'Choose the kind, for instance health or religion.' },
    finds: (entry) => entry.data_categories.includes('special-unspecified'),
  },
  'bsn-without-law': {
    field: 'bsn_law', severity: 'serious', citation: 'art. 46 lid 1 UAVG; art. 10 Wabb', norms: ['N-31', 'H-13'],
    words: { nl: 'U gebruikt het BSN zonder wet die dat toestaat.', en: 'You use the citizen service number without a law that allows it.' },
    advice: { nl: 'Kies de wet. Voor een publieke taak van een overheid kan dat de Wabb zijn.', en: 'Choose the law. For a public body’s task that may be the Wabb.' },
    finds: (entry, context) => isPublicBody(context) && isGdprController(entry) && !isFilled(entry.bsn_law) && together(dataWith(entry, context, 'bsn')),
  },
  'bsn-by-firm': {
    field: 'bsn_law', severity: 'serious', citation: 'art. 46 lid 1 UAVG', norms: ['N-31'],
    words: { nl: 'Buiten de overheid mag u het BSN alleen gebruiken als een wet dat zegt.', en: 'Outside government the citizen service number may only be used where a law says so.' },
    advice: { nl: 'Kies de wet, zoals de Wet op de loonbelasting voor uw personeel. Is er geen? Verwijder dan het BSN.', en: 'Choose the law, such as the wage tax act for your staff. Is there none? Then remove the number.' },
    finds: (entry, context) => !isPublicBody(context) && isGdprController(entry) && (entry.bsn_law === 'wabb' || !hasMark(context, 'sector-law', entry.bsn_law, 'bsn-basis')) && together(dataWith(entry, context, 'bsn')),
  },
  'bsn-law-doubtful': {
    field: 'bsn_law', severity: 'attention', citation: 'art. 46 lid 1 UAVG', norms: ['N-31'],
    words: { nl: 'Van deze wet is niet bekend dat zij het BSN toestaat.', en: 'This law isn’t known to allow the citizen service number.' },
    advice: { nl: 'Controleer het artikel. Kies anders de wet die het BSN wel noemt.', en: 'Check the article. Otherwise choose the law that does name the number.' },
    finds: (entry, context) => isPublicBody(context) && isGdprController(entry) && isFilled(entry.bsn_law) && !hasMark(context, 'sector-law', entry.bsn_law, 'bsn-basis') && dataWith(entry, context, 'bsn').length > 0
      && [labelOf(context, 'sector-law', entry.bsn_law)],
  },
  'bsn-unexplained': {
    field: 'bsn_necessity', severity: 'attention', citation: 'art. 46 UAVG; art. 10 Wabb', norms: ['N-31'],
    words: { nl: 'Er staat niet waarom het BSN nodig is.', en: 'It doesn’t say why the citizen service number is needed.' },
    advice: { nl: 'Leg uit waarom een ander nummer niet volstaat. Zet het BSN niet in brieven of dossiernamen.', en: 'Explain why another number won’t do. Keep it out of letters and file names.' },
    finds: (entry, context) => isGdprController(entry) && dataWith(entry, context, 'bsn').length > 0 && !isFilled(entry.bsn_necessity),
  },
  'bsn-law-unneeded': {
    field: 'bsn_law', severity: 'attention', citation: 'art. 46 lid 1 UAVG', norms: ['N-31'],
    words: { nl: 'Er staat een wet voor het BSN, maar het BSN staat niet bij de gegevens.', en: 'There is a law for the citizen service number, but the number isn’t among the data.' },
    advice: { nl: 'Voeg het BSN toe aan de gegevens, of haal de wet weg.', en: 'Add the number to the data, or take the law away.' },
    finds: (entry, context) => isFilled(entry.bsn_law) && dataWith(entry, context, 'bsn').length === 0,
  },
  'identity-copy-unexplained': {
    field: 'data_note', severity: 'attention', citation: 'art. 5 lid 1 onder c AVG', norms: ['H-16', 'N-03'],
    words: { nl: 'U bewaart kopieën van identiteitsbewijzen zonder uitleg.', en: 'You keep copies of identity documents without explanation.' },
    advice: { nl: 'Vaak is bekijken genoeg. Leg uit welke wet een kopie eist.', en: 'Often looking is enough. Explain which law demands a copy.' },
    finds: (entry) => isController(entry) && entry.data_categories.includes('identity-document-copy') && !isFilled(entry.data_note),
  },
  'minors-unmentioned': {
    field: 'subject_categories', severity: 'attention', citation: 'art. 8 en art. 12 lid 1 AVG; overweging 38 AVG', norms: ['H-16'],
    words: { nl: 'Er zijn minderjarigen bij, maar nergens staat hoe u hen extra beschermt.', en: 'Minors are involved, but it doesn’t say how you protect them.' },
    advice: { nl: 'Schrijf bij de omschrijving of proportionaliteit hoe u rekening houdt met kinderen.', en: 'Write in the description or proportionality how you take children into account.' },
    finds: (entry, context) => isController(entry) && marked(context, 'subject-category', entry.subject_categories, 'minor').length > 0
      && !/kind|minderjarig|jeugd|jong|leerling|scholier|student|ouder/i.test([proseOf(entry), entry.proportionality, entry.subsidiarity, entry.public_summary].join('\n')),
  },
  'subjects-too-broad': {
    field: 'subject_categories', severity: 'attention', citation: 'art. 30 lid 1 onder c AVG', norms: ['H-07'],
    words: { nl: '“Iedereen” zegt niet over wie de gegevens gaan.', en: '“Anyone” doesn’t say whom the data are about.' },
    advice: { nl: 'Kies de groepen die u echt bedoelt.', en: 'Choose the groups that you really mean.' },
    finds: (entry) => entry.subject_categories.includes('all-of-the-above'),
  },
  'data-bought': {
    field: 'sources_note', severity: 'attention', citation: 'art. 14 lid 1 en 2 onder f AVG', norms: ['H-07'],
    words: { nl: 'De gegevens komen van een handelaar, maar er staat niet welke.', en: 'The data come from a broker, but it doesn’t say which.' },
    advice: { nl: 'Noem de leverancier, en hoe u de betrokkenen binnen een maand informeert.', en: 'Name the supplier, and how you inform the people within a month.' },
    finds: (entry) => isGdprController(entry) && entry.sources.includes('data-broker') && !isFilled(entry.sources_note),
  },
  'police-special-unexplained': {
    field: 'data_note', severity: 'attention', citation: 'art. 5 Wpg', norms: ['H-09'],
    words: { nl: 'Gevoelige politiegegevens mogen alleen als dat onvermijdelijk is, en de uitleg ontbreekt.', en: 'Sensitive police data are allowed only when unavoidable, and the explanation is missing.' },
    advice: { nl: 'Leg bij de toelichting op de gegevens uit waarom het niet anders kan.', en: 'Explain in the note on the data why there is no other way.' },
    finds: (entry, context) => isPolice(entry) && dataWith(entry, context, 'special').length > 0 && !isFilled(entry.data_note),
  },
} as const satisfies Rules

const dataWith = (entry: ActivityInput, context: Context, mark: string): string[] => marked(context, 'data-category', entry.data_categories, mark)
const hasException = (entry: ActivityInput, context: Context, mark: string): boolean => entry.special_exceptions.some(({ exception }) => hasMark(context, 'special-exception', exception, mark))
