// Format of a document, judged by its bytes and never by its name, with what keeps it from being read.
import { CannotRead, type DocumentFormat, type ReadingLimits } from './document-text.ts'
import { openParts, type ZipParts } from './zip-parts.ts'

export type Recognised = { readonly format: 'pdf' } | { readonly format: 'docx' | 'odt'; readonly parts: ZipParts }

export async function formatOf(bytes: Buffer, limits: ReadingLimits): Promise<Recognised> {
  if (bytes.length === 0) throw new CannotRead('empty')
  // Some programs put something before a PDF; its own rules allow a kilobyte.
  if (bytes.subarray(0, 1024).includes('%PDF-')) return { format: 'pdf' }
  if (bytes.subarray(0, 8).toString('latin1') === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') throw new CannotRead(compound(bytes))
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\x03\x04') throw new CannotRead('not-a-document')
  const parts = await openParts(bytes, limits)
  return { format: await formatOfZip(parts), parts }
}

// An old .doc and a document with a password share one container; the names of the streams in it tell them apart.
function compound(bytes: Buffer) {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return 'password'
  return bytes.includes(Buffer.from('_VBA_PROJECT', 'utf16le')) ? 'macros' : 'old-office'
}

async function formatOfZip(parts: ZipParts): Promise<Exclude<DocumentFormat, 'pdf'>> {
  const { names } = parts
  if (names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name)) || names.some((name) => /^(Basic|Scripts)\//.test(name) && !/(^|\/)script-l[bc]\.xml$/i.test(name) && !name.endsWith('/'))) throw new CannotRead('macros')
  if (names.includes('[Content_Types].xml')) {
    if (!names.includes('word/document.xml')) throw new CannotRead('other-format')
    if (/macroEnabled/i.test((await parts.read('[Content_Types].xml')).toString('utf8'))) throw new CannotRead('macros')
    return 'docx'
  }
  const stated = names.includes('mimetype') ? (await parts.read('mimetype')).toString('latin1').trim() : ''
  if (!/^application\/vnd\.oasis\.opendocument\.text(-template)?$/.test(stated) || !names.includes('content.xml')) throw new CannotRead('other-format')
  if (names.includes('META-INF/manifest.xml') && /<manifest:encryption-data/.test((await parts.read('META-INF/manifest.xml')).toString('utf8'))) throw new CannotRead('password')
  return 'odt'
}
