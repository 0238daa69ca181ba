// Import texts: how the running text of a spreadsheet cell becomes the rows of a repeating group; the original words stay in the explanation.
import { splitValues } from '../../catalogues/split.ts'
import { fold } from '../../ground/letters.ts'
import { sayDuration } from '../../page-kit/duration.ts'
import { parseList } from '../../register-kit/exchange/cell-notation.ts'
import { readRetention } from '../../register-kit/exchange/read-duration.ts'
import type { RowsReader } from '../../register-kit/exchange-flow/read-row.ts'
import { type Finder, saysNone } from '../../register-kit/exchange-flow/value-finder.ts'
import type { FieldKey } from './declaration.ts'

/** A reader for every repeating group of the register. */
export const rowsReaders: Readonly<Partial<Record<FieldKey, RowsReader>>> = {
  joint_controllers: (text) => lines(text).map((name) => ({ name: short(name, 300), arrangement: name.length > 300 ? name : null })),
  purposes: (text) => lines(text).map((purpose) => ({ purpose })),
  legal_bases: readLegalBases,
  sector_rules: (text, { finder }) => lines(text).map((rule) => ({ law: finder.mentioned('sector-law', rule) ?? null, rule })),
  special_exceptions: (text, { finder, field }) => lines(text).map((explanation) => ({
    exception: sureKey(finder, 'special-exception', field, explanation), national_article: /\bUAVG\b/i.test(explanation) ? short(articlesIn(explanation) ?? '', 300) || null : null, explanation,
  })),
  recipients: readRecipients,
  processors: (text) => pieces(text).map((name) => ({ name: short(name, 300), service: name.length > 300 ? short(name, 1000) : null })),
  transfers: readTransfers,
  retention_rules: readRetentionRules,
  stores: (text) => pieces(text).map((name) => ({ name: short(name, 300) })),
  participants: (text, { finder, field }) => lines(text).map((line) => {
    const participant = sureKey(finder, 'reference:participant', field, line)
    return { participant, categories: participant === null ? line : null }
  }),
}

/** `Wettelijke verplichting` in one column and `art. 30 Participatiewet` in the next are one basis with its law. */
function readLegalBases(text: string, { finder, field }: Parameters<RowsReader>[1]) {
  const read = splitValues(text, (piece) => finder.match('legal-basis', piece).certainty === 'sure').filter((piece) => !saysNone(piece)).map((piece) => {
    const law = finder.mentioned('sector-law', piece) ?? null
    const isLawOnly = law !== null && finder.match('legal-basis', piece).certainty === 'none'
    const article = law === 'avg' ? null : articlesIn(piece)
    return { text: piece, basis: isLawOnly ? null : sureKey(finder, 'legal-basis', field, piece), law: law === 'avg' ? null : law, article }
  })
  const bases = read.filter(({ basis }) => basis !== null)
  const others = read.filter(({ basis }) => basis === null)
  // One basis: everything else in the cell is its law. Several: each keeps its own words.
  if (bases.length === 1 && others.length > 0) {
    const [only] = bases as [(typeof read)[number]]
    return [row({ ...only, law: only.law ?? others.find(({ law }) => law)?.law ?? null, article: only.article ?? joined(others.flatMap(({ article }) => article ?? [])), text: read.map((one) => one.text).join('\n') })]
  }
  return read.map(row)

  function row({ basis, law, article, text: words }: (typeof read)[number]) {
    const isLabel = basis !== null && law === null && article === null && finder.match('legal-basis', words).certainty === 'sure' && !/\d/.test(words) && words.length < 60
    return { basis, law, article: article && short(article, 500), explanation: isLabel ? null : words }
  }
}

function readRecipients(text: string, { finder, field }: Parameters<RowsReader>[1]) {
  return splitValues(text, (piece) => finder.isKnown('recipient', piece)).filter((piece) => !saysNone(piece)).map((piece) => {
    const recipient = sureKey(finder, 'recipient', field, piece)
    return { recipient, name: short(piece, 300), what: piece.length > 300 ? short(piece, 2000) : null }
  })
}

function readTransfers(text: string, { finder, field }: Parameters<RowsReader>[1]) {
  const words = text.trim()
  if (saysNoTransfer(words)) return []
  const parts = splitValues(words)
  const countries = parts.map((part) => finder.match('country', part)).flatMap((match) => match.certainty === 'sure' ? [match.key] : [])
  const instruments = parts.map((part) => finder.match('transfer-instrument', part)).flatMap((match) => match.certainty === 'sure' ? [match.key] : [])
  const instrument = instruments.length === 1 ? instruments[0]! : null
  const isAllRead = countries.length + instruments.length === parts.length
  if (countries.length > 0) return [...new Set(countries)].map((country) => ({ country, instrument, explanation: isAllRead ? null : words }))
  // A country's name inside a sentence still tells where the data go.
  const country = parts.length === 1 && words.length <= 60 && !/^ja\b/i.test(words) ? sureKey(finder, 'country', field, words) : finder.mentioned('country', words) ?? null
  return [{ country, instrument, explanation: words }]
}

// `Nee, er vindt geen doorgifte plaats buiten de EU`: a negative, and beside it nothing but the question itself.
function saysNoTransfer(words: string): boolean {
  const plain = ` ${fold(words.replace(/n\.?v\.?t\.?/gi, 'niet van toepassing').replaceAll('.', ' '))} `
  const rest = plain.replace(/ (?:nee|neen|geen|niet|nihil|van toepassing|doorgiftes?|verstrekkingen?|persoonsgegevens|gegevens|worden|wordt|doorgegeven|verstrekt|er|is|zijn|vindt|vinden|plaats|sprake|buiten|naar|aan|in|binnen|de|het|een|eu|eer|europese unie|europese economische ruimte|europa|derde landen|derde land|landen|buitenland)(?= )/g, '').trim()
  return rest === '' && / (?:nee|neen|geen|niet|nihil) /.test(plain)
}

function readRetentionRules(text: string, { finder }: Parameters<RowsReader>[1]) {
  return lines(text).flatMap((line) => line.split(/;(?=\s|$)/)).map((part) => part.trim()).filter((part) => part !== '' && !saysNone(part)).map((part) => {
    const { value } = readRetention(part)
    const selection = /selectielijst|resultaat|\bsl\b|^\d+\.\d+/i.test(part) ? finder.match('selection-list', part) : undefined
    const law = finder.mentioned('sector-law', part)
    const isWhole = value !== null && value.term !== null && fold(part) === fold(sayDuration(value.term))
    return {
      source: selection?.certainty === 'sure' || /selectielijst/i.test(part) ? 'selection_list' : law !== undefined && law !== 'avg' ? 'sector_law' : null,
      selection: selection?.certainty === 'sure' ? selection.key : null,
      law: law !== undefined && law !== 'avg' ? short(joined([articlesIn(part), part.length <= 80 ? null : law].flatMap((one) => one ?? [])) ?? part, 500) : null,
      term: value?.term ?? null, starts_at: value?.startsAt ? short(value.startsAt, 500) : null, disposal: value?.disposal ?? null, explanation: isWhole ? null : part,
    }
  })
}

/** The key, when the text surely is one; otherwise the text becomes a question and stays where the caller puts it. */
function sureKey(finder: Finder, domain: string, field: string, text: string): string | null {
  const found = finder.find(domain, field, text)
  return found.state === 'sure' ? found.key : null
}

/** `art. 8 lid 1 Participatiewet` out of a sentence: from each "art." to the end of its part. */
function articlesIn(text: string): string | null {
  const found = [...text.matchAll(/(?:\bartt?\.?|\bartikel(?:en)?)\s*\d[^;\n()]*/gi)].map(([article]) => article.trim()).filter((article) => !/^\S+\s*(?:6|9)\b.{0,40}\bAVG\b/i.test(article))
  return joined(found)
}

function joined(parts: readonly string[]): string | null {
  return parts.length > 0 ? parts.join('; ') : null
}

/** Lines of a cell without their bullets and numbers. */
function lines(text: string): string[] {
  return text.split('\n').flatMap((line) => line.split(/(?:^|\s)[•▪●◦‣]\s*/)).map((line) => line.replace(/^\s*(?:[-–*•·]|\d{1,2}[.)]|[a-z]\))\s+/i, '').trim()).filter((line) => line !== '' && !saysNone(line))
}

function pieces(text: string): string[] {
  return parseList(text).filter((piece) => !saysNone(piece))
}

function short(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}
