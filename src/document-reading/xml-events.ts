// XML events: the tags and texts of a document's XML in order, in one pass and without anything that XML may fetch or multiply.
import { CannotRead } from './document-text.ts'

export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly isEmpty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

const mostDepth = 500

export function* xmlEvents(xml: string): Generator<XmlEvent> {
  let depth = 0
  for (let at = 0; at < xml.length;) {
    if (xml[at] !== '<') {
      const end = xml.indexOf('<', at)
      const until = end < 0 ? xml.length : end
      yield { kind: 'text', text: plainText(xml.slice(at, until)) }
      at = until
    } else if (xml.startsWith('<!--', at)) {
      at = after(xml, '-->', at)
    } else if (xml.startsWith('<![CDATA[', at)) {
      const end = after(xml, ']]>', at)
      yield { kind: 'text', text: xml.slice(at + 9, end - 3) }
      at = end
    } else if (xml.startsWith('<?', at)) {
      at = after(xml, '?>', at)
    } else if (xml.startsWith('<!', at)) {
      // A text document never declares a document type; who does wants the reader to fetch or multiply something.
      throw new CannotRead('references')
    } else {
      const end = endOfTag(xml, at)
      const isClose = xml[at + 1] === '/'
      const isEmpty = !isClose && xml[end - 2] === '/'
      const inside = xml.slice(at + (isClose ? 2 : 1), end - (isEmpty ? 2 : 1))
      const name = /^[^\s/>]+/.exec(inside)?.[0] ?? ''
      if (name === '') throw new CannotRead('damaged')
      depth += isClose ? -1 : isEmpty ? 0 : 1
      if (depth < 0 || depth > mostDepth) throw new CannotRead('damaged')
      yield isClose ? { kind: 'close', name } : { kind: 'open', name, attributes: inside.slice(name.length), isEmpty }
      at = end
    }
  }
  if (depth !== 0) throw new CannotRead('damaged')
}

/** The value of an attribute by its whole name, or null. */
export function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? plainText(found[1] ?? found[2] ?? '') : null
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  if (at < 0) throw new CannotRead('damaged')
  return at + mark.length
}

// A value may hold a `>`.
function endOfTag(xml: string, from: number): number {
  for (let at = from + 1; at < xml.length; at++) {
    const sign = xml[at]
    if (sign === '>') return at + 1
    if (sign === '"' || sign === "'") {
      at = xml.indexOf(sign, at + 1)
      if (at < 0) break
    }
  }
  throw new CannotRead('damaged')
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plainText(text: string): string {
  return text.includes('&') ? text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
  }) : text
}
