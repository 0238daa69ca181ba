// Texts: Dutch-looking words by Zipf's law and sentences of them, the same in every run, so that searches meet common and rare words.
import { fold } from '../src/ground/letters.ts'

const stems = ['parkeer', 'bijstand', 'jeugd', 'leer', 'zorg', 'woning', 'huur', 'graf', 'milieu', 'handhaving', 'vergunning', 'klacht', 'bezwaar', 'subsidie', 'belasting', 'inkomen', 'schuld', 'reis', 'rijbewijs', 'paspoort',
  'huwelijk', 'geboorte', 'adres', 'toezicht', 'veiligheid', 'camera', 'sport', 'cultuur', 'archief', 'personeel', 'inkoop', 'contract', 'melding', 'toegang', 'netwerk', 'telefoon', 'nieuwsbrief', 'enquete', 'verkiezing', 'stembureau',
  'begraaf', 'horeca', 'evenement', 'bouw', 'sloop', 'kap', 'water', 'riool', 'afval', 'straat', 'buurt', 'wijk', 'school', 'vervoer', 'tolk', 'vreemdeling', 'inburgering', 'participatie', 'werk', 'uitkering']
const endings = ['aanvraag', 'register', 'administratie', 'beschikking', 'dossier', 'onderzoek', 'besluit', 'regeling', 'plicht', 'kaart', 'houder', 'plan', 'controle', 'gesprek', 'bestand', 'melding', 'vergunning', 'toeslag', 'recht', 'loket',
  'medewerker', 'systeem', 'lijst', 'formulier', 'voorziening', 'overleg', 'rapport', 'advies', 'afspraak', 'zaak', 'procedure', 'gegevens', 'beheer', 'team', 'portaal', 'stroom', 'toets', 'verslag', 'brief', 'nota']
const common = ['de', 'gemeente', 'van', 'een', 'inwoner', 'en', 'het', 'in', 'aanvraag', 'wordt', 'voor', 'gegevens', 'beoordelen', 'besluit', 'met', 'behandelen', 'op', 'wet', 'bewaren', 'medewerker', 'afdeling', 'contact', 'persoon', 'controleren', 'jaarlijks']

/** From common to rare. */
export const lexicon: readonly string[] = [...common, ...endings.flatMap((ending, at) => stems.map((_, step) => `${stems[(step + at) % stems.length]!}${ending}`))]

/** Words that half of the entries hold, or some ten of a hundred thousand. */
export const searched = {
  common: ['gemeente', 'aanvraag', 'inwoner', 'behandelen', 'bewaren', 'controleren'],
  rare: lexicon.slice(-600).filter((_, index) => index % 40 === 0),
  parts: lexicon.slice(-600).filter((_, index) => index % 40 === 20).map((word) => word.slice(2, 10)),
} as const

export type Text = { readonly short: string; readonly long: string; readonly letters: string }

/** Texts of 60 to 160 and of 250 to 900 characters. */
export function texts(count: number): Text[] {
  const next = random(20_261_122)
  const word = () => lexicon[Math.min(lexicon.length - 1, Math.floor((lexicon.length + 1) ** next()) - 1)]!
  const text = (length: number) => {
    let line = ''
    while (line.length < length) line += `${line === '' ? '' : ' '}${word()}${next() < 0.1 ? ',' : ''}`
    return `${line.slice(0, 1).toUpperCase()}${line.slice(1)}.`
  }
  return Array.from({ length: count }, () => {
    const short = text(60 + next() * 100)
    const long = text(250 + next() * 650)
    return { short, long, letters: fold(`${short} ${long}`) }
  })
}

/** Numbers from 0 to 1, the same row for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
