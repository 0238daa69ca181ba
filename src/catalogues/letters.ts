// Letters: the forms in which two texts are compared, so that case, accents, punctuation, plurals and filler words don't count.

/** Lower-case words of letters or digits: `Art. 6.1.e` gives `art 6 1 e`, `e-mail` gives `e mail`, `V.S.` gives `vs`. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/(?<![a-z0-9.])(?:[a-z]\.){2,}[a-z]?(?![a-z0-9])/g, (initials) => initials.replaceAll('.', ''))
    .replace(/['’‘`´]/g, '')
    .replace(/(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)/g, ' ')
    .replaceAll('&', ' en ')
  return plain.match(/[a-z0-9]+/g) ?? []
}

/** The words without anything between them (`IP-adres`, `IP adres` and `ipadres` are one), but for numbers: `1.1.1` is no `11.1`. */
export function tightOf(words: readonly string[]): string {
  let tight = ''
  for (const word of words) tight += isDigit(tight.at(-1)) && isDigit(word[0]) ? ` ${word}` : word
  return tight
}

function isDigit(letter: string | undefined): boolean {
  return letter !== undefined && letter >= '0' && letter <= '9'
}

/** The stems of the words that carry meaning; of all words when none does. */
export function stemsOf(words: readonly string[]): string[] {
  const telling = words.map(tellingStem).filter((stem) => stem !== '')
  return telling.length > 0 ? telling : words.map(stemOf)
}

/** The stem of a word that carries meaning; empty for a filler. */
export function tellingStem(word: string): string {
  return fillers.has(word) ? '' : stemOf(withoutData(word))
}

const fillers = new Set(
  ('de het een der den des dit deze die van voor over op in aan met tot bij uit om te omtrent betreffende aangaande inzake betrekking mbt tbv tav obv basis grond '
    + 'gegevens gegeven persoonsgegevens persoonsgegeven data categorie categorieen soort soorten eventueel eventuele evt diverse diversen verschillende zoals bijv bijvoorbeeld oa '
    + 'the of a an for to on and about').split(' '),
)

// `gezondheidsgegevens` and `gegevens over gezondheid` say the same.
function withoutData(word: string): string {
  const rest = word.replace(/(?:persoons)?gegevens?$/, '')
  return rest.length >= 3 ? rest : word
}

// Rough on purpose: it only has to bring singular and plural, and `-e` forms, to the same letters.
function stemOf(word: string): string {
  let stem = word
  for (;;) {
    if (stem.length <= 4 || /\d/.test(stem)) break
    const shorter = stem.replace(/en$|s$|e$|([bcdfghjklmnpqrtvwxz])(?=\1$)/, '')
    if (shorter === stem) break
    stem = shorter
  }
  return stem.length <= 3 ? stem : stem.replace(/v$/, 'f').replace(/z$/, 's').replace(/([aeou])\1/g, '$1')
}

/** Number of edits (insert, remove, replace, swap neighbours) between two texts; stops counting above `most`. */
export function editsBetween(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1
  let twoAgo: number[] = []
  let before = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let row = 1; row <= left.length; row++) {
    const now = [row]
    let least = row
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1]
      let edits = Math.min(before[column]! + 1, now[column - 1]! + 1, before[column - 1]! + (same ? 0 : 1))
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) edits = Math.min(edits, twoAgo[column - 2]! + 1)
      now.push(edits)
      least = Math.min(least, edits)
    }
    if (least > most) return most + 1
    twoAgo = before
    before = now
  }
  return before[right.length]!
}
