// Office files and other zips for tests: their parts as another program reads them, and whether each is well-formed XML.
import assert from 'node:assert/strict'
import { fromBufferPromise } from 'yauzl'

/** Name and text of each part. */
export async function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  return new Map([...await unzipped(bytes)].map(([name, part]) => [name, part.toString('utf8')]))
}

/** Name and bytes of each part. */
export async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true })
  const parts = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
    parts.set(entry.fileName, Buffer.concat(pieces))
  }
  return parts
}

/** Every tag closed in order, every sign written out, and no character that XML forbids. */
export function assertWellFormed(name: string, xml: string): void {
  const open: string[] = []
  // oxlint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
  assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/, name)
  for (const [whole, end, tag, self] of xml.replace(/^<\?xml[^>]*\?>\s*/, '').matchAll(/<(\/?)([\w:.-]+)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>|[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/gi)) {
    assert.ok(tag, `${name}: ${JSON.stringify(whole)}`)
    if (end) assert.equal(open.pop(), tag, name)
    else if (!self) open.push(tag)
  }
  assert.deepEqual(open, [], name)
}
