// Own terms: in which catalogues an organisation may add terms, which marks those may carry, and what each mark sets in motion.
import type { Words } from '../ground/words.ts'
import type { Mark } from './catalogue.ts'

/** Catalogues in which the law or a fixed standard names everything there is, with the reason for whoever wants to add something. */
const closed: Readonly<Record<string, string>> = {
  'legal-basis': 'De wet noemt alle grondslagen; een eigen grondslag bestaat niet (art. 6 lid 1 AVG).',
  'wpg-basis': 'De wet noemt alle grondslagen; een eigen grondslag bestaat niet (art. 8 tot en met 14 Wpg).',
  'special-exception': 'De wet noemt alle uitzonderingen; een eigen uitzondering bestaat niet (art. 9 lid 2 en art. 10 AVG).',
  'transfer-instrument': 'De wet noemt alle instrumenten voor doorgifte; een eigen instrument bestaat niet (art. 44 AVG).',
  'selection-list': 'De selectielijst is vastgesteld. Kies bij een verwerking “eigen termijn” als een termijn er niet in staat.',
  country: 'Deze lijst volgt de landen van ISO 3166-1.',
}

/** Why nobody may add a term here, or undefined where one may. */
export function whyClosed(catalogue: string): string | undefined {
  return Object.hasOwn(closed, catalogue) ? closed[catalogue] : undefined
}

const choosable: Readonly<Record<string, readonly Mark[]>> = {
  'data-category': ['special', 'criminal', 'bsn', 'sensitive'],
  'subject-category': ['vulnerable', 'minor'],
  recipient: ['internal', 'processor', 'authority', 'partner', 'public'],
  'sector-law': ['bsn-basis', 'outside-gdpr'],
  measure: ['technical', 'organisational', 'physical'],
}

/** The marks that an own term of this catalogue may carry. */
export function marksFor(catalogue: string): readonly Mark[] {
  return choosable[catalogue] ?? []
}

/** What a mark is called, and for the person who sets it: what follows from it. */
export const markWords: Readonly<Record<Mark, { words: Words; effect: string }>> = {
  special: { words: { nl: 'Bijzonder', en: 'Special category' }, effect: 'Een verwerking met dit gegeven vraagt een uitzondering op het verbod (art. 9 AVG).' },
  criminal: { words: { nl: 'Strafrechtelijk', en: 'Criminal' }, effect: 'Alleen toegestaan als de wet dit noemt (art. 10 AVG).' },
  bsn: { words: { nl: 'BSN', en: 'Citizen service number' }, effect: 'Een verwerking met dit gegeven vraagt een wet die het BSN toestaat (art. 46 UAVG).' },
  sensitive: { words: { nl: 'Gevoelig', en: 'Sensitive' }, effect: 'Weegt mee bij de vraag of een DPIA nodig is (art. 35 AVG).' },
  vulnerable: { words: { nl: 'Kwetsbaar', en: 'Vulnerable' }, effect: 'Weegt mee bij de vraag of een DPIA nodig is (art. 35 AVG).' },
  minor: { words: { nl: 'Minderjarig', en: 'Minor' }, effect: 'Kinderen krijgen extra bescherming (overweging 38 AVG).' },
  internal: { words: { nl: 'Binnen de organisatie', en: 'Internal' }, effect: 'Deze ontvanger hoort bij de eigen organisatie.' },
  processor: { words: { nl: 'Verwerker', en: 'Processor' }, effect: 'Werkt in opdracht; daar hoort een verwerkersovereenkomst bij (art. 28 lid 3 AVG).' },
  authority: { words: { nl: 'Overheidsinstantie', en: 'Authority' }, effect: 'Krijgt gegevens omdat een wet dat zegt.' },
  partner: { words: { nl: 'Ketenpartner', en: 'Partner' }, effect: 'Werkt samen met uw organisatie en is zelf verantwoordelijk.' },
  public: { words: { nl: 'Openbaar', en: 'Public' }, effect: 'Iedereen kan de gegevens zien.' },
  'needs-law': { words: { nl: 'Vraagt een wet', en: 'Needs a law' }, effect: 'Bij deze keuze hoort de wet waarop zij rust (art. 6 lid 3 AVG).' },
  'needs-note': { words: { nl: 'Vraagt uitleg', en: 'Needs a note' }, effect: 'Bij deze keuze hoort een toelichting.' },
  'not-for-public-task': { words: { nl: 'Niet voor een publieke taak', en: 'Not for a public task' }, effect: 'Een overheid gebruikt dit niet voor haar taken (art. 6 lid 1 AVG, slotzin).' },
  'outside-gdpr': { words: { nl: 'Buiten de AVG', en: 'Outside the GDPR' }, effect: 'Voor verwerkingen onder deze wet geldt de AVG niet (art. 2 lid 2 AVG).' },
  'bsn-basis': { words: { nl: 'Staat het BSN toe', en: 'Allows the citizen service number' }, effect: 'Deze wet mag bij een verwerking met BSN gekozen worden (art. 46 UAVG).' },
  technical: { words: { nl: 'Technisch', en: 'Technical' }, effect: 'Een technische maatregel (art. 32 lid 1 AVG).' },
  organisational: { words: { nl: 'Organisatorisch', en: 'Organisational' }, effect: 'Een organisatorische maatregel (art. 32 lid 1 AVG).' },
  physical: { words: { nl: 'Fysiek', en: 'Physical' }, effect: 'Een maatregel aan gebouw of kast (art. 32 lid 1 AVG).' },
  eea: { words: { nl: 'EER', en: 'EEA' }, effect: 'Ligt in de EER: geen doorgifte naar een derde land.' },
  adequate: { words: { nl: 'Passend niveau', en: 'Adequate' }, effect: 'De Commissie vindt de bescherming passend (art. 45 lid 3 AVG).' },
  'adequacy-partial': { words: { nl: 'Deels passend niveau', en: 'Partly adequate' }, effect: 'De Commissie vindt de bescherming voor een deel van de ontvangers passend (art. 45 lid 3 AVG).' },
  'needs-authorisation': { words: { nl: 'Vraagt toestemming van de AP', en: 'Needs authorisation' }, effect: 'De toezichthouder moet vooraf toestemming geven (art. 46 lid 3 AVG).' },
  derogation: { words: { nl: 'Afwijking', en: 'Derogation' }, effect: 'Alleen in bijzondere gevallen (art. 49 AVG).' },
  'certainty-memory': { words: { nl: 'Nog nakijken', en: 'To be checked' }, effect: 'Uit eigen kennis opgeschreven: kijk dit na voordat u erop steunt.' },
}

export function isMark(text: string): text is Mark {
  return Object.hasOwn(markWords, text)
}
