// Rules on the legal basis: one of the six, named in law where the AVG asks so, and fit for this kind of organisation (art. 6 en 7 AVG).
import type { ActivityInput } from './declaration.ts'
import { hasBasis, hasMark, isController, isFilled, isGdprController, isProcessor, isPublicBody, labelOf, rowsWhere, type Rules, together } from './rules-shape.ts'

/** People who depend on the organisation as their employer. */
const staff: readonly string[] = ['employees', 'job-applicants', 'former-employees', 'hired-staff']
/** People with whom a service organisation may have its own agreement or working relation. */
const ownRelations: readonly string[] = [...staff, 'executives', 'councillors', 'supplier-contacts', 'partner-contacts', 'system-users', 'visitors', 'website-visitors', 'customers', 'volunteers', 'deceased']

export const groundRules = {
  'consent-unexplained': {
    field: 'consent_note', severity: 'serious', citation: 'art. 6 lid 1 onder a en art. 7 AVG', norms: ['N-04'],
    words: { nl: 'U vraagt toestemming, maar er staat niet waarom.', en: 'You ask for consent, but it doesn’t say why.' },
    advice: { nl: 'Schrijf op waarom geen andere grondslag past, of welke wet toestemming eist.', en: 'Write down why no other legal basis fits, or which law demands consent.' },
    finds: (entry) => isGdprController(entry) && hasBasis(entry, 'consent') && !isFilled(entry.consent_note),
  },
  'consent-not-free': {
    field: 'legal_bases', severity: 'attention', citation: 'art. 4 onder 11 en art. 7 lid 4 AVG; overweging 43 AVG', norms: ['N-04'],
    words: { nl: 'Deze mensen zijn van u afhankelijk: hun toestemming is zelden vrij.', en: 'These people depend on you: their consent is rarely free.' },
    advice: { nl: 'Zoek een andere grondslag, of leg uit waarom weigeren geen gevolgen heeft.', en: 'Look for another legal basis, or explain why refusing has no consequences.' },
    finds: (entry, context) => isGdprController(entry) && hasBasis(entry, 'consent') && !/weiger|geen gevolg|zonder gevolg|geen nadeel|vrijwillig/i.test(entry.consent_note ?? '')
      && together(entry.subject_categories.filter((key) => staff.includes(key) || (isPublicBody(context) && (key === 'applicants' || hasMark(context, 'subject-category', key, 'vulnerable'))))
        .map((key) => labelOf(context, 'subject-category', key))),
  },
  'consent-for-service': {
    field: 'legal_bases', severity: 'attention', citation: 'art. 4 onder 11, art. 6 lid 1 onder b en art. 7 lid 4 AVG', norms: ['P-01'],
    words: { nl: 'Toestemming is de enige grondslag voor gegevens die de dienst zelf nodig heeft.', en: 'Consent is the only legal basis for data that the service itself needs.' },
    advice: { nl: 'Kies de overeenkomst voor wat de dienst nodig heeft, en toestemming alleen voor reclame.', en: 'Choose the contract for what the service needs, and consent only for marketing.' },
    finds: (entry, context) => context.organisationKind === 'firm' && isGdprController(entry) && hasBasis(entry, 'consent') && !hasBasis(entry, 'contract')
      && entry.subject_categories.includes('customers') && !entry.purposes.some(({ purpose }) => /marketing|nieuwsbrief|reclame|aanbieding|advert|mailing|cookie|enqu[êe]te|tevredenheid/i.test(purpose ?? '')),
  },
  'interest-unweighed': {
    field: 'interests_note', severity: 'serious', citation: 'art. 6 lid 1 onder f AVG', norms: ['W-07', 'M-09', 'H-13'],
    words: { nl: 'De afweging van het gerechtvaardigd belang ontbreekt.', en: 'The weighing of legitimate interests is missing.' },
    advice: { nl: 'Schrijf op welk belang u hebt, waarom dit nodig is en waarom het zwaarder weegt dan dat van de betrokkene.', en: 'Write down which interest you have, why this is necessary and why it prevails.' },
    finds: (entry) => isGdprController(entry) && hasBasis(entry, 'legitimate-interest') && !isFilled(entry.interests_note),
  },
  'interest-public-unexplained': {
    field: 'interests_note', severity: 'serious', citation: 'art. 6 lid 1 slot AVG', norms: ['H-13', 'W-07', 'M-09'],
    words: { nl: 'Er staat niet waarom dit buiten uw publieke taak valt.', en: 'It doesn’t say why this is outside your public task.' },
    advice: { nl: 'Een overheid mag gerechtvaardigd belang alleen buiten haar publieke taak gebruiken. Leg dat uit, of kies een andere grondslag.', en: 'A public body may use legitimate interests only outside its public task. Explain that, or choose another basis.' },
    finds: (entry, context) => isPublicBody(context) && isGdprController(entry) && hasBasis(entry, 'legitimate-interest') && isFilled(entry.interests_note)
      && !/(publieke|openbare|wettelijke|overheids)\s?(taak|taken)|publiekrechtelijk|privaatrechtelijk|bedrijfsvoering|werkgever|eigen gebouw/i.test(entry.interests_note),
  },
  'interest-within-public-task': {
    field: 'legal_bases', severity: 'serious', citation: 'art. 6 lid 1 slot AVG', norms: ['H-13', 'W-07', 'M-09'],
    words: { nl: 'Dit is een publieke taak, maar de grondslag is gerechtvaardigd belang.', en: 'This is a public task, but the basis is legitimate interests.' },
    advice: { nl: 'Kies de taak van algemeen belang of een wettelijke verplichting, en noem de wet.', en: 'Choose public task or legal obligation, and name the law.' },
    finds: (entry, context) => isPublicBody(context) && isGdprController(entry) && entry.public_or_private === 'public' && hasBasis(entry, 'legitimate-interest'),
  },
  'basis-without-law': {
    field: 'legal_bases', severity: 'serious', citation: 'art. 6 lid 3 AVG', norms: ['H-13', 'M-09'],
    words: { nl: 'Deze grondslag noemt geen wet.', en: 'This legal basis names no law.' },
    advice: { nl: 'Kies de wet die u deze plicht of taak geeft, en noem het artikel.', en: 'Choose the law that gives you this duty or task, and name the article.' },
    finds: (entry, context) => isGdprController(entry) && entry.legal_bases.filter(({ basis, law, article }) => hasMark(context, 'legal-basis', basis, 'needs-law') && !isFilled(law) && !namesLaw(article))
      .map(({ basis }) => labelOf(context, 'legal-basis', basis!)),
  },
  'basis-without-article': {
    field: 'legal_bases', severity: 'attention', citation: 'art. 6 lid 3 AVG', norms: ['H-13', 'M-09'],
    words: { nl: 'Bij deze grondslag staat wel een wet, maar geen artikel.', en: 'This legal basis names a law, but no article.' },
    advice: { nl: 'Noem het artikel waarin de plicht of taak staat.', en: 'Name the article that holds the duty or task.' },
    finds: (entry, context) => isGdprController(entry) && entry.legal_bases.filter(({ basis, law, article }) => hasMark(context, 'legal-basis', basis, 'needs-law') && (isFilled(law) || namesLaw(article)) && !/\d/.test(article ?? ''))
      .map(({ law, article }) => isFilled(law) ? labelOf(context, 'sector-law', law) : article!.trim()),
  },
  'law-expired': {
    field: 'legal_bases', severity: 'attention', citation: 'art. 6 lid 3 AVG', norms: ['H-13', 'H-03'],
    words: { nl: 'Deze wet geldt niet meer.', en: 'This law is no longer in force.' },
    advice: { nl: 'Kies de wet die nu geldt.', en: 'Choose the law that is in force now.' },
    finds: (entry, context) => [...entry.legal_bases, ...entry.sector_rules].flatMap(({ law }) => {
      const term = law === null ? undefined : context.term('sector-law', law)
      return term && (term.isActive === false || (isFilled(term.validUntil) && term.validUntil < context.today)) ? [term.label] : []
    }),
  },
  'contract-for-public-task': {
    field: 'legal_bases', severity: 'attention', citation: 'art. 6 lid 1 onder b en e AVG', norms: ['H-13'],
    words: { nl: 'Dit is een publieke taak, maar de grondslag is een overeenkomst.', en: 'This is a public task, but the basis is a contract.' },
    advice: { nl: 'Kijk of de wet u deze taak geeft. Kies dan de taak van algemeen belang.', en: 'See whether the law gives you this task. If so choose public task.' },
    finds: (entry, context) => isPublicBody(context) && isGdprController(entry) && entry.public_or_private === 'public' && hasBasis(entry, 'contract') && !entry.subject_categories.every((key) => staff.includes(key)),
  },
  'service-agreement-as-basis': {
    field: 'legal_bases', severity: 'serious', citation: 'art. 6 lid 1 onder b en art. 28 lid 3 AVG', norms: ['W-07'],
    words: { nl: 'Een overeenkomst met deelnemers is geen grondslag tegenover hun inwoners.', en: 'An agreement with participants is no legal basis towards their citizens.' },
    advice: { nl: 'Werkt u voor een deelnemer? Kies dan de rol verwerker: de grondslag van de deelnemer geldt.', en: 'Do you work for a participant? Then choose the role of processor: the participant’s basis applies.' },
    finds: (entry, context) => context.organisationKind === 'service_organisation' && isGdprController(entry) && entry.legal_bases.some(({ basis, article, explanation }) => basis === 'contract'
      && (entry.subject_categories.some((key) => !ownRelations.includes(key)) || /dienstverleningsovereenkomst|verwerkersovereenkomst|overeenkomst(en)? met (de |onze )?deelnemer/i.test(`${article ?? ''} ${explanation ?? ''}`))),
  },
  'vital-interest-alone': {
    field: 'legal_bases', severity: 'attention', citation: 'art. 6 lid 1 onder d AVG; overweging 46 AVG', norms: ['H-13'],
    words: { nl: 'Vitaal belang is de enige grondslag.', en: 'Vital interests are the only legal basis.' },
    advice: { nl: 'Vitaal belang geldt alleen in een noodgeval. Zoek de grondslag voor het gewone werk.', en: 'Vital interests hold only in an emergency. Look for the basis of the daily work.' },
    finds: (entry) => isGdprController(entry) && entry.legal_bases.length > 0 && entry.legal_bases.every(({ basis }) => basis === 'vital-interest'),
  },
  'public-task-by-firm': {
    field: 'legal_bases', severity: 'attention', citation: 'art. 6 lid 1 onder e en lid 3 AVG', norms: ['P-01'],
    words: { nl: 'Een bedrijf heeft zelden een publieke taak.', en: 'A firm rarely has a public task.' },
    advice: { nl: 'Controleer of een wet u deze taak geeft. Kies anders een andere grondslag.', en: 'Check whether a law gives you this task. Otherwise choose another basis.' },
    finds: (entry, context) => context.organisationKind === 'firm' && isGdprController(entry) && hasBasis(entry, 'public-task'),
  },
  'police-law-under-gdpr': {
    field: 'regime', severity: 'serious', citation: 'art. 2 lid 2 onder d AVG', norms: ['H-26', 'H-03'],
    words: { nl: 'U noemt de Wpg, maar kiest de AVG als geldende wet.', en: 'You name the Police Data Act, but choose the GDPR.' },
    advice: { nl: 'Kies de Wpg, of geef aan dat u de gegevens van de politie ontving.', en: 'Choose the Police Data Act, or say that you received the data from the police.' },
    finds: (entry) => isController(entry) && entry.regime === 'gdpr' && entry.received_from_police !== true && lawsOf(entry).includes('wpg'),
  },
  'sector-rule-empty': {
    field: 'sector_rules', severity: 'attention', citation: 'art. 6 lid 2 en 3 AVG', norms: ['H-03'],
    words: { nl: 'Er staat niet wat deze wet hier regelt.', en: 'It doesn’t say what this law lays down here.' },
    advice: { nl: 'Schrijf de regel op: grondslag, bewaartermijn, rechten of geheimhouding.', en: 'Write down the rule: basis, retention, rights or secrecy.' },
    finds: (entry, context) => rowsWhere(entry.sector_rules, ({ law }) => law && labelOf(context, 'sector-law', law), ({ rule }) => !isFilled(rule)),
  },
  'processor-own-basis': {
    field: 'legal_bases', severity: 'attention', citation: 'art. 6 lid 1 en art. 28 lid 3 AVG', norms: ['W-07'],
    words: { nl: 'U bent verwerker, maar vult een eigen grondslag in.', en: 'You are the processor, but fill in a basis of your own.' },
    advice: { nl: 'Haal de grondslag weg: de grondslag van de opdrachtgever geldt.', en: 'Take the basis away: the basis of the controller applies.' },
    finds: (entry) => isProcessor(entry) && entry.legal_bases.some(({ basis }) => isFilled(basis)),
  },
} as const satisfies Rules

const lawsOf = (entry: ActivityInput): (string | null)[] => [...entry.legal_bases, ...entry.sector_rules].map(({ law }) => law)

/** Whether free text names a law and not only `artikel 5 lid 2`. */
export function namesLaw(article: string | null): boolean {
  return /\p{L}{3,}/u.test((article ?? '').replace(/\b(artikel(en)?|art|lid|leden|onder|sub|juncto|tot|met|aanhef)\b\.?/gi, ' '))
}
