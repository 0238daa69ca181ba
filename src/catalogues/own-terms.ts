// Own terms: in which catalogues an organisation may add terms, which marks those may carry, and what each mark sets in motion.
import { say, type Words } from '../ground/words.ts'
import type { Mark } from './catalogue.ts'

/** Catalogues in which the law or a fixed standard names everything there is, with the reason for whoever wants to add something. */
const closed: Readonly<Record<string, Words>> = {
  'legal-basis': {
    nl: 'De wet noemt alle grondslagen; een eigen grondslag bestaat niet (art. 6 lid 1 AVG).',
    en: 'The law names all legal bases; there is no basis of one’s own (art. 6(1) GDPR).',
  },
  'wpg-basis': {
    nl: 'De wet noemt alle grondslagen; een eigen grondslag bestaat niet (art. 8 tot en met 14 Wpg).',
    en: 'The law names all bases; there is no basis of one’s own (art. 8 to 14 Wpg).',
  },
  'special-exception': {
    nl: 'De wet noemt alle uitzonderingen; een eigen uitzondering bestaat niet (art. 9 lid 2 en art. 10 AVG).',
    en: 'The law names all exceptions; there is no exception of one’s own (art. 9(2) and art. 10 GDPR).',
  },
  'transfer-instrument': {
    nl: 'De wet noemt alle instrumenten voor doorgifte; een eigen instrument bestaat niet (art. 44 AVG).',
    en: 'The law names all instruments for transfer; there is no instrument of one’s own (art. 44 GDPR).',
  },
  'selection-list': {
    nl: 'De selectielijst is vastgesteld. Kies bij een verwerking “eigen termijn” als een termijn er niet in staat.',
    en: 'The selection list has been adopted. Choose “own term” in a processing activity if a term isn’t in it.',
  },
  country: {
    nl: 'Deze lijst volgt de landen van ISO 3166-1.',
    en: 'This list follows the countries of ISO 3166-1.',
  },
}

/** Why nobody may add a term here, or undefined where one may. */
export function whyClosed(catalogue: string): string | undefined {
  const reason = Object.hasOwn(closed, catalogue) ? closed[catalogue] : undefined
  return reason && say(reason)
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
export const markWords: Readonly<Record<Mark, { words: Words; effect: Words }>> = {
  special: { words: { nl: 'Bijzonder', en: 'Special category' }, effect: { nl: 'Een verwerking met dit gegeven vraagt een uitzondering op het verbod (art. 9 AVG).', en: 'A processing activity with this needs an exception to the prohibition (art. 9 GDPR).' } },
  criminal: { words: { nl: 'Strafrechtelijk', en: 'Criminal' }, effect: { nl: 'Alleen toegestaan als de wet dit noemt (art. 10 AVG).', en: 'Only allowed where the law says so (art. 10 GDPR).' } },
  bsn: { words: { nl: 'BSN', en: 'Citizen service number' }, effect: { nl: 'Een verwerking met dit gegeven vraagt een wet die het BSN toestaat (art. 46 UAVG).', en: 'A processing activity with this needs an act that allows the citizen service number (art. 46 UAVG).' } },
  sensitive: { words: { nl: 'Gevoelig', en: 'Sensitive' }, effect: { nl: 'Weegt mee bij de vraag of een DPIA nodig is (art. 35 AVG).', en: 'Counts when deciding whether a DPIA is needed (art. 35 GDPR).' } },
  vulnerable: { words: { nl: 'Kwetsbaar', en: 'Vulnerable' }, effect: { nl: 'Weegt mee bij de vraag of een DPIA nodig is (art. 35 AVG).', en: 'Counts when deciding whether a DPIA is needed (art. 35 GDPR).' } },
  minor: { words: { nl: 'Minderjarig', en: 'Minor' }, effect: { nl: 'Kinderen krijgen extra bescherming (overweging 38 AVG).', en: 'Children get extra protection (recital 38 GDPR).' } },
  internal: { words: { nl: 'Binnen de organisatie', en: 'Internal' }, effect: { nl: 'Deze ontvanger hoort bij de eigen organisatie.', en: 'This recipient is part of the own organisation.' } },
  processor: { words: { nl: 'Verwerker', en: 'Processor' }, effect: { nl: 'Werkt in opdracht; daar hoort een verwerkersovereenkomst bij (art. 28 lid 3 AVG).', en: 'Works on instruction; a processor agreement belongs with it (art. 28(3) GDPR).' } },
  authority: { words: { nl: 'Overheidsinstantie', en: 'Authority' }, effect: { nl: 'Krijgt gegevens omdat een wet dat zegt.', en: 'Gets data because an act says so.' } },
  partner: { words: { nl: 'Ketenpartner', en: 'Partner' }, effect: { nl: 'Werkt samen met uw organisatie en is zelf verantwoordelijk.', en: 'Works together with your organisation and is a controller itself.' } },
  public: { words: { nl: 'Openbaar', en: 'Public' }, effect: { nl: 'Iedereen kan de gegevens zien.', en: 'Everybody can see the data.' } },
  'needs-law': { words: { nl: 'Vraagt een wet', en: 'Needs a law' }, effect: { nl: 'Bij deze keuze hoort de wet waarop zij rust (art. 6 lid 3 AVG).', en: 'With this choice goes the act on which it rests (art. 6(3) GDPR).' } },
  'needs-note': { words: { nl: 'Vraagt uitleg', en: 'Needs a note' }, effect: { nl: 'Bij deze keuze hoort een toelichting.', en: 'With this choice goes an explanation.' } },
  'not-for-public-task': { words: { nl: 'Niet voor een publieke taak', en: 'Not for a public task' }, effect: { nl: 'Een overheid gebruikt dit niet voor haar taken (art. 6 lid 1 AVG, slotzin).', en: 'A public authority doesn’t use this for its tasks (art. 6(1) GDPR, last sentence).' } },
  'outside-gdpr': { words: { nl: 'Buiten de AVG', en: 'Outside the GDPR' }, effect: { nl: 'Voor verwerkingen onder deze wet geldt de AVG niet (art. 2 lid 2 AVG).', en: 'The GDPR doesn’t hold for processing under this act (art. 2(2) GDPR).' } },
  'bsn-basis': { words: { nl: 'Staat het BSN toe', en: 'Allows the citizen service number' }, effect: { nl: 'Deze wet mag bij een verwerking met BSN gekozen worden (art. 46 UAVG).', en: 'This act can be chosen for processing with the citizen service number (art. 46 UAVG).' } },
  technical: { words: { nl: 'Technisch', en: 'Technical' }, effect: { nl: 'Een technische maatregel (art. 32 lid 1 AVG).', en: 'A technical measure (art. 32(1) GDPR).' } },
  organisational: { words: { nl: 'Organisatorisch', en: 'Organisational' }, effect: { nl: 'Een organisatorische maatregel (art. 32 lid 1 AVG).', en: 'An organisational measure (art. 32(1) GDPR).' } },
  physical: { words: { nl: 'Fysiek', en: 'Physical' }, effect: { nl: 'Een maatregel aan gebouw of kast (art. 32 lid 1 AVG).', en: 'A measure on a building or a cabinet (art. 32(1) GDPR).' } },
  eea: { words: { nl: 'EER', en: 'EEA' }, effect: { nl: 'Ligt in de EER: geen doorgifte naar een derde land.', en: 'Lies in the EEA: no transfer to a third country.' } },
  adequate: { words: { nl: 'Passend niveau', en: 'Adequate' }, effect: { nl: 'De Commissie vindt de bescherming passend (art. 45 lid 3 AVG).', en: 'The Commission finds the protection adequate (art. 45(3) GDPR).' } },
  'adequacy-partial': { words: { nl: 'Deels passend niveau', en: 'Partly adequate' }, effect: { nl: 'De Commissie vindt de bescherming voor een deel van de ontvangers passend (art. 45 lid 3 AVG).', en: 'The Commission finds the protection adequate for part of the recipients (art. 45(3) GDPR).' } },
  'needs-authorisation': { words: { nl: 'Vraagt toestemming van de AP', en: 'Needs authorisation' }, effect: { nl: 'De toezichthouder moet vooraf toestemming geven (art. 46 lid 3 AVG).', en: 'The supervisory authority must give authorisation beforehand (art. 46(3) GDPR).' } },
  derogation: { words: { nl: 'Afwijking', en: 'Derogation' }, effect: { nl: 'Alleen in bijzondere gevallen (art. 49 AVG).', en: 'Only in special cases (art. 49 GDPR).' } },
  'certainty-memory': { words: { nl: 'Nog nakijken', en: 'To be checked' }, effect: { nl: 'Uit eigen kennis opgeschreven: kijk dit na voordat u erop steunt.', en: 'Written down from own knowledge: check this before you rely on it.' } },
}

export function isMark(text: string): text is Mark {
  return Object.hasOwn(markWords, text)
}
