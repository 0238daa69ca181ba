// Markdown: a long text that people type, as headings with numbers, and as HTML that holds nothing but words: no markup of its own, no pictures, no scripts, no foreign addresses.
import MarkdownIt, { type Token } from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

/** A heading: `number` is `1.2`, `depth` counts from 1, `anchor` is its id on the page. */
export type Heading = { readonly number: string; readonly title: string; readonly depth: number; readonly anchor: string }

/** A heading with the text under it, as it was typed. What stands before the first heading has no number and depth 0. */
export type TextSection = Heading & { readonly body: string }

export type RenderedText = { readonly html: string; readonly headings: readonly Heading[] }

// What looks like an entity is words too: nobody who types a policy means `&amp;` to be something else.
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: false }).disable('entity')
// A picture would be fetched from elsewhere: its words stay.
markdown.renderer.rules.image = (tokens, place) => markdown.utils.escapeHtml(tokens[place]?.content ?? '')
markdown.validateLink = isSafeAddress

/** HTML of a text; its highest headings become `<h{from}>`. Headings get numbers, whatever was typed before them, unless they are to stay as they are. Never throws. */
export function renderMarkdown(text: string, from = 3, { isNumbered = true }: { readonly isNumbered?: boolean } = {}): RenderedText {
  const { tokens, headings } = isNumbered ? numberedTokens(text) : plainTokens(text)
  for (const { place, heading } of headings) tokens[place]!.tag = tokens[place + 2]!.tag = heading === undefined ? 'p' : `h${Math.min(6, from + heading.depth - 1)}`
  return { html: sanitizeHtml(markdown.renderer.render(tokens, markdown.options, {}), harmless), headings: headings.flatMap(({ heading }) => heading ?? []) }
}

/** What the parser makes of a text, with each heading of the text itself numbered. */
export function numberedTokens(text: string): { readonly tokens: Token[]; readonly headings: readonly Found[] } {
  const tokens = markdown.parse(text, {})
  const headings = headingsIn(tokens)
  for (const { place, heading } of headings) if (heading) renumber(tokens[place]!, tokens[place + 1]!, heading)
  return { tokens, headings }
}

/** What the parser makes of a text, with its headings as they were typed. */
export function plainTokens(text: string): { readonly tokens: Token[]; readonly headings: readonly Found[] } {
  const tokens = markdown.parse(text, {})
  return { tokens, headings: headingsIn(tokens) }
}

/** The parts of a text, each under its heading, in order; empty text has none. */
export function sectionsOf(text: string): TextSection[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const tokens = markdown.parse(lines.join('\n'), {})
  const found = headingsIn(tokens).flatMap(({ place, heading }) => heading ? [{ heading, at: tokens[place]!.map?.[0] ?? 0, body: tokens[place]!.map?.[1] ?? 0 }] : [])
  const bodyOf = (start: number, end: number) => lines.slice(start, end).join('\n').trim()
  const before = bodyOf(0, found[0]?.at ?? lines.length)
  return [
    ...(before === '' ? [] : [{ number: '', title: '', depth: 0, anchor: '', body: before }]),
    ...found.map(({ heading, body }, index) => ({ ...heading, body: bodyOf(body, found[index + 1]?.at ?? lines.length) })),
  ]
}

/** `place` of the token that opens it. */
export type Found = { readonly place: number; readonly heading: Heading | undefined }

/** Headings of the text itself, numbered by their depth; one inside a list or quotation is no heading of the text. */
function headingsIn(tokens: readonly Token[]): Found[] {
  const places = tokens.flatMap(({ type }, place) => type === 'heading_open' ? [place] : [])
  const highest = Math.min(6, ...places.map((place) => tokens[place]!).filter(({ level }) => level === 0).map(levelOf))
  const counters: number[] = []
  return places.map((place) => {
    const token = tokens[place]!
    if (token.level !== 0) return { place, heading: undefined }
    // A level that was skipped counts as one: nobody can read a 1.0.1.
    const depth = Math.min(levelOf(token) - highest + 1, counters.length + 1)
    counters.length = depth
    counters[depth - 1] = (counters[depth - 1] ?? 0) + 1
    const number = counters.join('.')
    return { place, heading: { number, title: plainTitle(tokens[place + 1], number), depth, anchor: `deel-${counters.join('-')}` } }
  })
}

const levelOf = (token: Token): number => Number(token.tag.slice(1))

function plainTitle(inline: Token | undefined, number: string): string {
  return withoutNumber((inline?.children ?? []).map(({ content, type }) => type === 'softbreak' ? ' ' : content).join(''), number).trim()
}

/** Without the number that somebody typed, which ours would stand beside: `2.`, `2.1`, `Artikel 3:`, or the very number; `72 uur` is a title. */
function withoutNumber(title: string, number: string): string {
  if (title.startsWith(`${number} `)) return title.slice(number.length + 1)
  return title.replace(/^(?:artikel\s+\d{1,3}[.:]|\d{1,3}(?:\.\d{1,3})+[.:)]?|\d{1,3}[.:)])\s+(?=\S)/i, '')
}

function renumber(open: Token, inline: Token, { number, anchor }: Heading): void {
  open.attrSet('id', anchor)
  const first = inline.children?.[0]
  if (first?.type !== 'text') return void inline.children?.unshift(textToken(inline, `${number} `))
  first.content = `${number} ${withoutNumber(first.content, number)}`
}

function textToken(like: Token, content: string): Token {
  const token = new (like.constructor as new (type: string, tag: string, nesting: 0) => Token)('text', '', 0)
  token.content = content
  return token
}

/** Pages of this site, a place in the text, the web and mail; nothing that runs or that hides where it leads. */
function isSafeAddress(address: string): boolean {
  return /^(https?:\/\/[^\s\\]|mailto:[^\s\\]|tel:[+\d]|#|\/(?![/\\]))/i.test(address.trim())
}

const headingTags = ['h2', 'h3', 'h4', 'h5', 'h6']
// A second lock on the same door: what the parser lets through must still be on this list.
const harmless: sanitizeHtml.IOptions = {
  allowedTags: [...headingTags, 'p', 'br', 'hr', 'ul', 'ol', 'li', 'strong', 'em', 's', 'blockquote', 'code', 'pre', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], ...Object.fromEntries(headingTags.map((tag) => [tag, ['id']])) },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'], allowProtocolRelative: false,
  transformTags: { a: (tagName, { href = '' }) => ({ tagName, attribs: { href, ...(/^https?:/i.test(href) ? { rel: 'noopener noreferrer' } : {}) } }) },
}
