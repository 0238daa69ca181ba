// YAML text: reads YAML that anybody may have written: plain data only, of a size that can't hold up the house, and knows where each part stands.
import { CST, type Document, isMap, isScalar, Lexer, LineCounter, parseDocument, visit } from 'yaml'
import { t } from '../ground/words.ts'

/** Where something stands; line and column count from 1. */
export type Place = { readonly line: number; readonly column: number }
export type TextFault = Place & { readonly reason: string }
export type YamlText = { readonly data: unknown; readonly placeOf: (path: readonly PropertyKey[]) => Place }

export const mostCharacters = 250_000
/** Reading takes about 50 µs a token, and more on one endless line: these keep the worst text under a few seconds. */
const mostTokens = 50_000
const longestLine = 2_000
const deepest = 20

/** Reads one document. Never throws; with a fault there is no data. */
export function readYamlText(text: string): YamlText | { readonly faults: readonly TextFault[] } {
  const lines = new LineCounter()
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const refused = refusedBeforeReading(text, lines)
  if (refused.length > 0) return { faults: refused.map(({ at, reason }) => ({ ...placeAt(at), reason })) }
  let document: Document
  try {
    // Keys that stand twice are looked for below: the library compares every pair of them.
    document = parseDocument(text, { schema: 'core', version: '1.2', lineCounter: lines, uniqueKeys: false, prettyErrors: false })
  } catch {
    return { faults: [{ line: 1, column: 1, reason: t('Dit is geen geldige YAML.', 'This isn’t valid YAML.') }] }
  }
  const broken = [
    ...[...document.errors, ...document.warnings].map(({ pos, code }) => ({ at: pos[0], reason: t(`Dit is geen geldige YAML (${code}).`, `This isn’t valid YAML (${code}).`) })),
    ...keysTwice(document),
  ]
  if (broken.length > 0) return { faults: broken.map(({ at, reason }) => ({ ...placeAt(at), reason })) }
  return { data: document.toJS({ maxAliasCount: 0 }), placeOf: (path) => placeAt(offsetOf(document, path)) }
}

type Found = { readonly at: number; readonly reason: string }

/** What is seen from the pieces of the text alone: nothing is built of a text that is refused here. At most one of each kind is told. */
function refusedBeforeReading(text: string, lines: LineCounter): Found[] {
  lines.addNewLine(0)
  if (text.length > mostCharacters) return [{ at: 0, reason: t(`Dit bestand is te groot: hoogstens ${mostCharacters} tekens.`, `This file is too large: at most ${mostCharacters} characters.`) }]
  const found = new Map<string, Found>()
  const tell = (kind: string, at: number, reason: string) => void (found.has(kind) || found.set(kind, { at, reason }))
  let [at, tokens, depth] = [0, 0, 0]
  for (const line of text.split('\n')) {
    if (line.length > longestLine) tell('line', at, t(`Deze regel is te lang: hoogstens ${longestLine} tekens.`, `This line is too long: at most ${longestLine} characters.`))
    at += line.length + 1
    lines.addNewLine(at)
  }
  if (found.size > 0) return [...found.values()]
  at = 0
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token)
    if (type === 'alias' || type === 'anchor') tell('alias', at, t('Verwijzingen (& en *) horen hier niet.', 'References (& and *) don’t belong here.'))
    if (type === 'tag' || type === 'directive-line') tell('tag', at, t('Labels (!) en aanwijzingen (%) horen hier niet.', 'Tags (!) and directives (%) don’t belong here.'))
    if (type === 'flow-map-start' || type === 'flow-seq-start') depth += 1
    if (type === 'flow-map-end' || type === 'flow-seq-end') depth -= 1
    if (depth > deepest) tell('depth', at, t('Hier zijn te veel groepen in elkaar gezet.', 'Too many groups are nested here.'))
    if ((tokens += 1) > mostTokens) tell('tokens', at, t('Dit bestand heeft te veel onderdelen.', 'This file has too many parts.'))
    if (found.has('depth') || found.has('tokens')) break
    // Three tokens are signs of the reader itself, and stand nowhere in the text.
    if (!['\u0002', '\u0018', '\u001f'].includes(token)) at += token.length
  }
  return [...found.values()]
}

function keysTwice(document: Document): Found[] {
  const found: Found[] = []
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<unknown>()
      for (const { key } of map.items) {
        if (!isScalar(key)) found.push({ at: map.range?.[0] ?? 0, reason: t('Een sleutel is hier een woord.', 'A key is a word here.') })
        else if (seen.has(key.value)) found.push({ at: key.range?.[0] ?? 0, reason: t('Deze sleutel staat er twee keer.', 'This key stands here twice.') })
        else seen.add(key.value)
      }
    },
  })
  return found
}

/** Where a path stands in the text; what isn't there is shown at the nearest thing around it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path[length - 1]) : undefined
    if (pair && isScalar(pair.key) && pair.key.range && length === path.length && (pair.value === null || pair.value === undefined)) return pair.key.range[0]
    const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] | null } | undefined
    if (node?.range) return node.range[0]!
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0]
  }
  return document.contents?.range?.[0] ?? 0
}
