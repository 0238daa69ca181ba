// File text: whether bytes are letters that people read, and whether those letters are meant for a computer to carry out.

/** False once a piece holds what no text holds: a NUL, unless the file began as UTF-16. */
export function holdsLetters(piece: Buffer, head: Buffer): boolean {
  return isUtf16(head) || !piece.includes(0)
}

/** True for bytes that can hardly be text: more than a few control characters at the beginning. */
export function looksUnreadable(head: Buffer): boolean {
  if (isUtf16(head)) return false
  const sample = head.subarray(0, 4096)
  const strange = sample.filter((byte) => byte < 32 && ![9, 10, 12, 13, 27].includes(byte)).length
  return strange > sample.length / 100
}

/** True when a text begins as a script, a web page or a drawing that can hold scripts. */
export function looksLikeScript(head: Buffer): boolean {
  const text = readable(head).replace(/^[\s\ufeff]+/, '')
  if (/^(#!|@echo\s+(off|on)\b|windows registry editor|\[internetshortcut\])/i.test(text)) return true
  // What may stand before the first element of a page: a declaration, comments, a type.
  const begin = text.replace(/^(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|\s+)*/i, '')
  return /^(<!doctype\s+(html|svg)|<(html|head|body|script|svg|iframe|object|embed|hta:|meta\s|\?php|\?=|%))/i.test(begin)
    || /^<[a-z_][^>]*xmlns(:\w+)?\s*=\s*["'][^"']*(1999\/xhtml|2000\/svg|1999\/xsl)/i.test(begin)
}

function readable(head: Buffer): string {
  const sample = head.subarray(0, 16_384)
  if (head[0] === 0xff && head[1] === 0xfe) return sample.toString('utf16le')
  if (head[0] === 0xfe && head[1] === 0xff) return Buffer.from(sample.subarray(0, sample.length - (sample.length % 2))).swap16().toString('utf16le')
  return sample.toString('utf8')
}

function isUtf16(head: Buffer): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
}
