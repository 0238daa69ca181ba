// Readable text: what a page says to eye and ear, without what is data: what people typed, code, and parts marked as another language.

const voids = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
const silent = new Set(['script', 'style', 'code', 'kbd', 'textarea', 'svg'])
const spokenAttributes = ['aria-label', 'placeholder', 'title', 'alt', 'data-label', 'data-nothing', 'data-results', 'data-added', 'data-removed', 'data-chosen', 'content']

/** The text of a page in its own language. `data` are texts that came from people or from the law; they're taken out, longest first. */
export function readableText(html: string, data: Iterable<string> = []): string {
  const pageLanguage = /<html[^>]*\blang="(\w+)"/.exec(html)?.[1]
  const found: string[] = []
  const open: { name: string; isSkipped: boolean }[] = []
  for (const [part] of html.matchAll(/<!--[\s\S]*?-->|<![^>]*>|<\/?[a-zA-Z][^>]*>|[^<]+/g)) {
    const isSkipped = open.some((one) => one.isSkipped)
    const tag = /^<(\/?)([a-zA-Z][\w-]*)([^>]*)>$/.exec(part)
    if (!tag) {
      if (!isSkipped && !part.startsWith('<!')) found.push(part)
      continue
    }
    const [, isEnd, name = '', attributes = ''] = tag
    if (isEnd) {
      while (open.length > 0 && open.pop()!.name !== name);
      continue
    }
    const language = /\blang="(\w+)"/.exec(attributes)?.[1]
    const isOther = silent.has(name) || (language !== undefined && language !== pageLanguage)
    if (!isSkipped && !isOther) found.push(...spokenIn(name, attributes))
    if (!voids.has(name) && !attributes.endsWith('/')) open.push({ name, isSkipped: isOther })
  }
  let text = plain(found.join(' ‖ '))
  const words = new Set(text.match(/\p{L}+/gu))
  for (const { known, word } of longestFirst(data)) if (word === undefined || words.has(word)) text = without(text, known)
  return text
}

/** `word`: the longest in it, without which the whole can't stand on a page. */
type Known = { readonly known: string; readonly word: string | undefined }
const sorted = new WeakMap<Iterable<string>, readonly Known[]>()

/** Thousands of texts are held against hundreds of pages: put in order once. */
function longestFirst(data: Iterable<string>): readonly Known[] {
  const before = sorted.get(data)
  if (before) return before
  const found = [...new Set([...data].map(plain))].filter((known) => known.length > 2).toSorted((a, b) => b.length - a.length)
    .map((known) => ({ known, word: known.match(/\p{L}+/gu)?.reduce((one, other) => other.length > one.length ? other : one) }))
  sorted.set(data, found)
  return found
}

/** Only as whole words: what somebody called “own” is no part of “Download”. */
function without(text: string, known: string): string {
  let left = text
  for (let at = left.indexOf(known); at >= 0; at = left.indexOf(known, at + 1)) {
    // Two units on either side: a letter beyond the first plane has two.
    const isWhole = !/\p{L}$/u.test(left.slice(Math.max(0, at - 2), at)) && !/^\p{L}/u.test(left.slice(at + known.length, at + known.length + 2))
    if (isWhole) left = `${left.slice(0, at)}…${left.slice(at + known.length)}`
  }
  return left
}

function spokenIn(name: string, attributes: string): string[] {
  return [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].flatMap(([, attribute = '', value = '']) =>
    spokenAttributes.includes(attribute) && (attribute !== 'content' || /name="description"/.test(attributes)) && name !== 'html' ? [value] : [])
}

function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': '\'' })[name] ?? '').replace(/\s+/g, ' ').trim()
}
