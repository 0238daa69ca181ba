// Rules on purposes: specific, mutually compatible, and assessed again before a new use (art. 5 lid 1 onder b en art. 6 lid 4 AVG).
import { isController, isFilled, rowsWhere, type Rules } from './rules-shape.ts'

export const purposeRules = {
  'purpose-vague': {
    field: 'purposes', severity: 'serious', citation: 'art. 5 lid 1 onder b AVG', norms: ['N-01', 'H-07', 'M-07'],
    words: { nl: 'Dit doel is te vaag.', en: 'This purpose is too vague.' },
    advice: { nl: 'Schrijf concreet: om welke taak te doen, voor wie, met welk resultaat?', en: 'Be concrete: to do which task, for whom, with what result?' },
    finds: (entry) => rowsWhere(entry.purposes, ({ purpose }) => purpose, ({ purpose }) => isFilled(purpose) && isVague(purpose)),
  },
  'compatibility-missing': {
    field: 'purposes', severity: 'serious', citation: 'art. 5 lid 1 onder b en art. 6 lid 4 AVG', norms: ['N-01'],
    words: { nl: 'Er staat niet waarom dit subdoel of nevendoel past bij het hoofddoel.', en: 'It doesn’t say why this further purpose is compatible with the main one.' },
    advice: { nl: 'Leg het verband met het hoofddoel uit, of maak er een eigen verwerking van.', en: 'Explain the link with the main purpose, or make it an activity of its own.' },
    finds: (entry) => rowsWhere(entry.purposes, ({ purpose }) => purpose, ({ kind, compatibility }) => (kind === 'sub' || kind === 'side') && !isFilled(compatibility)),
  },
  'main-purpose-missing': {
    field: 'purposes', severity: 'attention', citation: 'art. 5 lid 1 onder b AVG', norms: ['N-01'],
    words: { nl: 'Er zijn meerdere doelen, maar geen hoofddoel.', en: 'There are several purposes, but no main one.' },
    advice: { nl: 'Kies welk doel het hoofddoel is.', en: 'Choose which purpose is the main one.' },
    finds: (entry) => entry.purposes.length > 1 && !entry.purposes.some(({ kind }) => kind === 'main'),
  },
  'main-purposes-many': {
    field: 'purposes', severity: 'attention', citation: 'art. 5 lid 1 onder b AVG', norms: ['N-01'],
    words: { nl: 'Er staat meer dan één hoofddoel.', en: 'There is more than one main purpose.' },
    advice: { nl: 'Kies één hoofddoel, of splits de verwerking.', en: 'Choose one main purpose, or split the activity.' },
    finds: (entry) => entry.purposes.filter(({ kind }) => kind === 'main').length > 1,
  },
  'further-use-unassessed': {
    field: 'further_use', severity: 'serious', citation: 'art. 6 lid 4 AVG', norms: ['H-12', 'N-01'],
    words: { nl: 'Er is een nieuw gebruik, maar de toets of dat past bij het eerste doel ontbreekt.', en: 'There is a new use, but the test against the first purpose is missing.' },
    advice: { nl: 'Schrijf op of het nieuwe doel verenigbaar is met het eerste en waarom.', en: 'Write down whether the new purpose is compatible with the first, and why.' },
    finds: (entry) => isController(entry) && isFilled(entry.further_use) && !/verenigba|compatib|getoetst|toets|past (wel |goed |niet )?bij|beoorde|afgewogen|afweging/i.test(entry.further_use),
  },
  'further-use-unadvised': {
    field: 'further_use', severity: 'attention', citation: 'art. 6 lid 4 en art. 39 lid 1 onder a AVG', norms: ['H-12'],
    words: { nl: 'Er staat niet wie over het nieuwe gebruik adviseerde.', en: 'It doesn’t say who advised on the new use.' },
    advice: { nl: 'Vraag advies aan de privacybeheerder of de FG en schrijf de uitkomst op.', en: 'Ask the privacy manager or the DPO for advice and write down the outcome.' },
    finds: (entry) => isController(entry) && isFilled(entry.further_use) && !/advies|advise|geadviseerd|\bFG\b|functionaris|privacy\s?(beheerder|officer)/i.test(entry.further_use),
  },
} as const satisfies Rules

/** Words that fill a purpose without saying anything: alone, or with only each other, they name no task. */
const emptyWords = new Set(['administratie', 'administratief', 'administratieve', 'dienstverlening', 'diverse', 'divers', 'overig', 'overige', 'bedrijfsvoering', 'algemeen', 'algemene',
  'doel', 'doelen', 'doeleinden', 'doeleind', 'werkzaamheden', 'taken', 'taak', 'uitvoering', 'uitvoeren', 'registratie', 'registreren', 'verwerking', 'verwerken', 'gegevens', 'persoonsgegevens',
  'beheer', 'beheren', 'ondersteuning', 'ondersteunen', 'intern', 'interne', 'gebruik', 'zaken', 'processen', 'proces', 'communicatie', 'informatie', 'onbekend', 'nvt', 'idem', 'nader', 'bepalen', 'optimale', 'goede', 'betere', 'verbeteren',
  'gemeente', 'gemeentelijke', 'organisatie', 'afdeling', 'alle', 'enz', 'etc', 'wettelijke', 'publieke', 'publiekrechtelijke', 'noodzakelijke'])
const joiningWords = new Set(['de', 'het', 'een', 'en', 'of', 'van', 'voor', 'ten', 'behoeve', 'in', 'op', 'aan', 'met', 'door', 'te', 'ter', 'tbv', 'om', 'n', 'v', 't', 'bij', 'onze', 'eigen'])

/** Whether a purpose says too little to test anything against: too short, or only filling words. A heuristic; people decide. */
export function isVague(purpose: string): boolean {
  const text = purpose.trim()
  if (text.length < 15) return true
  const words = text.toLowerCase().split(/[^\p{L}]+/u).filter((word) => word !== '' && !joiningWords.has(word))
  return words.every((word) => emptyWords.has(word))
}
