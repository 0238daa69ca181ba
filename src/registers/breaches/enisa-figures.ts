// ENISA figures: the scores of the method with what each means in plain words (derived from edpb-breach-template/enisa-severity.json, CC BY 4.0; see data/SOURCES.md).
import type { Words } from '../../ground/words.ts'

type Scored = { readonly score: number; readonly words: Words }

export const dataScores = {
  simple: { score: 1, words: { nl: 'Eenvoudige gegevens, zoals naam, contactgegevens, opleiding en gezin.', en: 'Simple data, such as name, contact details, education and family.' } },
  behavioural: { score: 2, words: { nl: 'Gegevens over gedrag, zoals locatie, verkeer en voorkeuren.', en: 'Data on behaviour, such as location, traffic and preferences.' } },
  financial: { score: 3, words: { nl: 'Financiële gegevens, zoals inkomen, schulden en rekeningen.', en: 'Financial data, such as income, debts and accounts.' } },
  sensitive: { score: 4, words: { nl: 'Gevoelige gegevens: bijzonder of strafrechtelijk (art. 9 en 10 AVG).', en: 'Sensitive data: special or criminal (art. 9 and 10 AVG).' } },
} as const satisfies Readonly<Record<string, Scored>>

/** Each raises the context by one whole step; a reason belongs to it. */
export const raisingFactors = [
  { key: 'volume', words: { nl: 'Er zijn veel gegevens per persoon, of over een lange tijd.', en: 'There are many data per person, or over a long time.' } },
  { key: 'critical', words: { nl: 'De taak of sector maakt de gegevens kritieker.', en: 'The task or sector makes the data more critical.' } },
  { key: 'vulnerable', words: { nl: 'Het gaat om kwetsbare mensen.', en: 'It is about vulnerable people.' } },
  { key: 'profiling', words: { nl: 'Met de gegevens is een beeld van iemand te maken.', en: 'The data make a picture of somebody possible.' } },
] as const

/** Each lowers the context by one whole step. */
export const loweringFactors = [
  { key: 'public', words: { nl: 'De gegevens waren al openbaar.', en: 'The data were public already.' } },
  { key: 'inaccurate', words: { nl: 'De gegevens zijn onjuist of oud.', en: 'The data are wrong or old.' } },
  { key: 'few', words: { nl: 'Het gaat om weinig gegevens, of om één persoon.', en: 'It is about few data, or one person.' } },
] as const

export const easeScores = {
  negligible: { score: 0.25, words: { nl: 'Bijna niemand kan zien om wie het gaat.', en: 'Hardly anybody can see who it is about.' } },
  limited: { score: 0.5, words: { nl: 'Met moeite is te zien om wie het gaat.', en: 'With effort one can see who it is about.' } },
  significant: { score: 0.75, words: { nl: 'Het is vrij makkelijk te zien om wie het gaat.', en: 'It is fairly easy to see who it is about.' } },
  maximum: { score: 1, words: { nl: 'Het is meteen te zien om wie het gaat.', en: 'One sees at once who it is about.' } },
} as const satisfies Readonly<Record<string, Scored>>

export const lossScores = {
  confidentiality: {
    none: { score: 0, words: { nl: 'Er is geen teken dat iemand de gegevens onrechtmatig gebruikt.', en: 'There is no sign that anybody uses the data unlawfully.' } },
    known: { score: 0.25, words: { nl: 'De gegevens kwamen bij een bekend aantal bekende ontvangers.', en: 'The data reached a known number of known recipients.' } },
    unknown: { score: 0.5, words: { nl: 'De gegevens kwamen bij onbekenden, of werden gepubliceerd.', en: 'The data reached unknown people, or were published.' } },
  },
  integrity: {
    none: { score: 0, words: { nl: 'Er is niets gewijzigd, of niet verkeerd gebruikt.', en: 'Nothing was changed, or wrongly used.' } },
    recoverable: { score: 0.25, words: { nl: 'Gegevens zijn gewijzigd; herstel is mogelijk.', en: 'Data were changed; they can be put right.' } },
    unrecoverable: { score: 0.5, words: { nl: 'Gegevens zijn gewijzigd; herstel is niet mogelijk.', en: 'Data were changed; they can’t be put right.' } },
  },
  availability: {
    none: { score: 0, words: { nl: 'De gegevens zijn er, of zonder moeite terug te halen.', en: 'The data are there, or easily restored.' } },
    temporary: { score: 0.25, words: { nl: 'De gegevens zijn een tijd niet te gebruiken.', en: 'The data can’t be used for a time.' } },
    lost: { score: 0.5, words: { nl: 'De gegevens zijn helemaal weg.', en: 'The data are lost for good.' } },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Scored>>>>

export const maliceScore = {
  no: { score: 0, words: { nl: 'Er was geen kwade opzet.', en: 'There was no malice.' } },
  yes: { score: 0.5, words: { nl: 'Iemand deed het met kwade opzet.', en: 'Somebody did it with malice.' } },
} as const satisfies Readonly<Record<string, Scored>>

/** Below its figure: 2 itself is medium already. The bound of 2 stands in ENISA's text; those of 3 and 4 are how the method is used everywhere. */
export const severityBands = [
  { key: 'low', below: 2, words: { nl: 'laag', en: 'low' }, meaning: { nl: 'Mensen merken er niets van, of hebben een klein ongemak.', en: 'People notice nothing, or have a small inconvenience.' } },
  { key: 'medium', below: 3, words: { nl: 'midden', en: 'medium' }, meaning: { nl: 'Mensen kunnen flink last krijgen, maar komen er met moeite overheen.', en: 'People may have considerable trouble, but get over it with some effort.' } },
  { key: 'high', below: 4, words: { nl: 'hoog', en: 'high' }, meaning: { nl: 'Mensen kunnen ernstige gevolgen hebben, die zij met grote moeite te boven komen.', en: 'People may have serious consequences, which they overcome with great difficulty.' } },
  { key: 'very_high', below: null, words: { nl: 'zeer hoog', en: 'very high' }, meaning: { nl: 'Mensen kunnen ernstige gevolgen hebben die blijven.', en: 'People may have serious consequences that stay.' } },
] as const
