// Spoken words: finds in source text what people would read in one language only, by the syntax tree and not by the look of a line.
import { parseSync } from 'oxc-parser'

export type Fault = { line: number; what: string; text: string }

type Node = { type: string; start: number; end: number; [key: string]: unknown }
/** `speaks`: which of `t` and `say` this file has from ground/words.ts. */
type Place = { node: Node; parents: readonly Node[]; speaks: ReadonlySet<string> }

/** Properties and attributes that people read, or hear from a screen reader. */
const textNames = new Set([
  'label', 'legend', 'heading', 'hint', 'words', 'title', 'aria-label', 'ariaLabel', 'alt', 'placeholder', 'caption', 'header', 'summary', 'primary', 'secondary', 'button', 'lead', 'detail', 'message', 'term',
  'empty', 'todo', 'rowWords', 'addWords', 'leftWords', 'rightWords', 'countWords', 'limit', 'unit', 'due', 'effect', 'reason', 'banner', 'footer', 'what', 'who', 'when', 'field', 'document', 'letterhead',
])
/** Of these, the ones that also name things by key: a single plain word in them is a key. */
const alsoKeys = new Set(['field', 'title', 'term', 'what', 'unit', 'who', 'when', 'document', 'limit', 'reason', 'effect', 'detail'])
const refusals = new Set(['Refusal', 'Refused', 'Invalid', 'NotAllowed', 'NotFound', 'NotSignedIn', 'Conflict', 'TooLarge', 'TooMany'])
/** Declarations of fields take both languages as their first two arguments (register-kit/field-types.ts). */
const fieldTypes = new Set(['text', 'longText', 'number', 'yesNo', 'date', 'moment', 'duration', 'choice', 'choices', 'term', 'terms', 'reference', 'rows', 'entry', 'entries', 'file'])
/** Names that are the same in both languages; so is a word of capitals only. */
const neutral = new Set(['Waarborg', 'Wpg', 'kB', 'OpenID', 'Connect', 'Excel', 'Redirect', 'Webhooks', 'Status', 'name'])
const dutch = /(?<![\p{L}’'_-])(de|het|een|en|van|voor|met|niet|geen|naar|bij|uw|wordt|worden|zijn|deze|dit|dat|die|aan|uit|maar|ook|nog|om|als|zich|wie|waar|hier|kies|vul)(?![\p{L}’'_-])/giu

export function dutchWordsIn(text: string): string[] {
  return [...text.matchAll(dutch)].map(([word]) => word.toLowerCase())
}

/** Everything in a source file that is said in one language only, said while the module loads, or said emptily. */
export function faultsIn(file: string, source: string): Fault[] {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`)
  const faults: Fault[] = []
  const lineOf = (node: Node) => source.slice(0, node.start).split('\n').length
  const tree: unknown = program
  if (!isNode(tree)) throw new Error(`${file}: no tree`)
  const speaks = new Set([...source.matchAll(/^import \{([^}]*)\} from '[./]*(?:ground\/)?words\.ts'/gm)].flatMap(([, names]) => names!.split(',').map((name) => name.trim())))
  walk(tree, [], speaks, (place) => {
    for (const { what, text } of judge(place)) faults.push({ line: lineOf(place.node), what, text: text.replace(/\s+/g, ' ').trim().slice(0, 100) })
  })
  return faults
}

function walk(node: Node, parents: readonly Node[], speaks: Place['speaks'], visit: (place: Place) => void): void {
  visit({ node, parents, speaks })
  const below = [...parents, node]
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parent') continue
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, below, speaks, visit)
  }
}

function judge(place: Place): { what: string; text: string }[] {
  const { node } = place
  if (node.type === 'CallExpression') return judgeCall(place)
  if (node.type === 'ObjectExpression') return judgePair(node)
  const text = textOf(node)
  if (text === undefined || isTechnical(place)) return []
  if (isSpoken(place) || isBesideItsTranslation(place)) return []
  if (node.type === 'JSXText') return hasWords(text) ? [{ what: 'words between tags', text }] : []
  const name = nameAbove(place)
  const isKey = name !== undefined && alsoKeys.has(name) && /^[a-z][\w.-]*$/.test(text)
  if (name !== undefined && textNames.has(name) && !isKey && hasWords(text)) return [{ what: `one language in ${name}`, text }]
  if (refusalAbove(place) && hasWords(text) && !/^[a-z]\w*$/.test(text)) return [{ what: 'a refusal in one language', text }]
  return dutchWordsIn(text).length > 0 && text.trim().split(/\s+/).length >= 3 ? [{ what: 'a Dutch sentence', text }] : []
}

/** `t('…', '…')`: both there, the second no Dutch, and somebody reads: not while the module loads. */
function judgeCall({ node, parents, speaks }: Place): { what: string; text: string }[] {
  const callee = calleeOf(node)
  if ((callee !== 't' && callee !== 'say') || !speaks.has(callee)) return []
  const found: { what: string; text: string }[] = []
  if (!parents.some(isFunction)) found.push({ what: `${callee}() while the module loads`, text: callee })
  if (callee === 't') {
    const [nl, en] = argumentsOf(node)
    found.push(...judgeWords(nl && textOf(nl), en && textOf(en)))
  }
  return found
}

function judgePair(node: Node): { what: string; text: string }[] {
  const value = (name: string) => (node.properties as Node[]).find((one) => one.type === 'Property' && keyOf(one) === name)?.value as Node | undefined
  const [nl, en] = [value('nl'), value('en')]
  return nl && en ? judgeWords(textOf(nl), textOf(en)) : []
}

function judgeWords(nl: string | undefined, en: string | undefined): { what: string; text: string }[] {
  const found: { what: string; text: string }[] = []
  if (nl?.trim() === '' || en?.trim() === '') found.push({ what: 'an empty half of a pair', text: nl || en || '' })
  // What stands between quotes or is the name of a law keeps its own language.
  const words = dutchWordsIn((en ?? '').replace(/“[^”]*”|\([^)]*\)/g, '')).filter((word) => !['die', 'met', 'of', 'as', 'zijn'].includes(word))
  if (words.length > 0) found.push({ what: `Dutch in the English half (${words[0]})`, text: en ?? '' })
  return found
}

/** The words of a literal; `…` for what is filled in. */
function textOf(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type === 'JSXText') return String(node.value)
  if (node.type === 'TemplateLiteral') return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('…')
  return undefined
}

/** Whether there is a word to translate: no sign, address, class, code of a language, or capitals only. */
function hasWords(text: string): boolean {
  if (/^\s*(\/[\w/-]*|utrecht-[\w -]+|[a-z]{2}-[A-Z]{2}|\w+_)\s*$/.test(text)) return false
  return [...text.matchAll(/\p{L}{2,}/gu)].some(([word]) => /\p{Ll}/u.test(word) && !neutral.has(word))
}

/** `fault('name', 'Vul …', 'Fill …')` and `['Gegevens', 'Data']`: the two languages side by side, handed on to what says them. */
function isBesideItsTranslation({ node, parents }: Place): boolean {
  const above = parents.at(-1)
  const list = above?.type === 'CallExpression' ? argumentsOf(above) : above?.type === 'ArrayExpression' ? above.elements as Node[] : []
  const place = list.indexOf(node)
  const isPair = (nl: Node | undefined, en: Node | undefined) => {
    const [dutch, english] = [nl && textOf(nl), en && textOf(en)]
    return dutch !== undefined && english !== undefined && hasWords(english) && dutchWordsIn(dutch).length > 0 && dutchWordsIn(english).length === 0
  }
  return isPair(list[place], list[place + 1]) || isPair(list[place - 1], list[place])
}

/** Inside `t(…)`, an `{ nl, en }` pair, or the declaration of a field. */
function isSpoken({ node, parents, speaks }: Place): boolean {
  return [...parents, node].some((one, index, all) => {
    if (one.type === 'CallExpression') return ((calleeOf(one) === 't' && speaks.has('t')) || fieldTypes.has(calleeOf(one) ?? '')) && all[index + 1] !== one.callee
    const above = all[index - 1]
    return one.type === 'Property' && ['nl', 'en'].includes(keyOf(one) ?? '') && above?.type === 'ObjectExpression' && (above.properties as Node[]).some((other) => other !== one && ['nl', 'en'].includes(keyOf(other) ?? ''))
  })
}

/** Texts that nobody reads: types, keys, comparisons, queries, errors of programmers, names of access records. */
function isTechnical({ node, parents }: Place): boolean {
  const above = parents.at(-1)
  if (!above) return true
  if (/^(Import|ExportAll|ExportNamed|TS)/.test(above.type) || above.type === 'ExpressionStatement') return true
  if (above.type === 'Property' && ((above.key === node && !above.computed) || ['at', 'citation', 'aliases'].includes(keyOf(above) ?? ''))) return true
  if (above.type === 'MemberExpression' || above.type === 'SwitchCase') return true
  if (above.type === 'BinaryExpression' && ['===', '!==', '==', '!=', 'in', '<', '>'].includes(String(above.operator))) return true
  if (above.type === 'JSXAttribute' && !textNames.has(keyOf(above) ?? '')) return true
  return parents.some((one) => {
    if (one.type === 'TaggedTemplateExpression') return true
    if (one.type === 'NewExpression') return /Error$|^Bad/.test(calleeOf(one) ?? '')
    if (one.type === 'CallExpression') return /^(log\.\w+|recordAccess|recordPersons|\w+\.onPersonsRead\??|onPersonsRead|sql|\w+\.(startsWith|endsWith|includes|matchAll|replace|replaceAll|split|join|indexOf|has|get|header|query))$/.test(calleeOf(one) ?? '')
      && one.callee !== node && !argumentsOf(one).some((argument) => isFunction(argument) && parents.includes(argument))
    return false
  })
}

/** The property or attribute that a literal is the value of, through choices (`a ? … : …`), sums and lists. */
function nameAbove({ node, parents }: Place): string | undefined {
  let child = node
  for (const parent of parents.toReversed()) {
    if (parent.type === 'Property') return parent.value === child ? keyOf(parent) : undefined
    if (parent.type === 'JSXAttribute') return keyOf(parent)
    if (!['ConditionalExpression', 'LogicalExpression', 'BinaryExpression', 'TemplateLiteral', 'JSXExpressionContainer', 'ParenthesizedExpression', 'TSAsExpression'].includes(parent.type)) return undefined
    if (parent.type === 'ConditionalExpression' && parent.test === child) return undefined
    child = parent
  }
  return undefined
}

function refusalAbove({ parents }: Place): boolean {
  const near = parents.findLast((one) => one.type === 'NewExpression' || isFunction(one))
  return near?.type === 'NewExpression' && refusals.has(calleeOf(near) ?? '')
}

function isFunction(node: Node): boolean {
  return /Function|MethodDefinition/.test(node.type)
}

function calleeOf(node: Node): string | undefined {
  const callee = node.callee as Node | undefined
  if (callee?.type === 'Identifier') return String(callee.name)
  if (callee?.type === 'MemberExpression') return `${nameOf(callee.object as Node)}.${nameOf(callee.property as Node)}`
  return undefined
}

function nameOf(node: Node): string {
  return node.type === 'Identifier' ? String(node.name) : 'x'
}

function keyOf(node: Node): string | undefined {
  const key = (node.type === 'JSXAttribute' ? node.name : node.key) as Node | undefined
  return key?.type === 'Identifier' || key?.type === 'JSXIdentifier' ? String(key.name) : key?.type === 'Literal' ? String(key.value) : undefined
}

function argumentsOf(node: Node): Node[] {
  return node.arguments as Node[]
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string' && typeof (value as Node).start === 'number'
}
