// Made PDF: small PDF files written by hand, for what no ordinary writer makes: scans with and without letters behind them, passwords, bombs.
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

export type MadePage = {
  readonly lines: readonly string[]
  /** A picture over the whole page, drawn first. */
  readonly isScan?: boolean
  /** Letters without ink, as software that reads scans lays them behind the picture. */
  readonly isInvisible?: boolean
}

/** Helvetica in WinAnsi, A4, one line of text a line. */
export function plainPdf(pages: readonly MadePage[]): Buffer {
  return fileOf([...catalogue(pages.length), ...pages.flatMap((page, index) => [
    text(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> /XObject << /Im 4 0 R >> >> /Contents ${6 + index * 2} 0 R >>`),
    stream(Buffer.from(contentOf(page), 'latin1')),
  ])])
}

/** One page whose content is gigabytes of spaces once unpacked. */
export function bombPdf(megabytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 32), { level: 9 })
  return fileOf([...catalogue(1), text('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 6 0 R >>'), Buffer.concat([Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`), packed, Buffer.from('\nendstream')])])
}

/** Opens only with a password: the standard security handler, revision 3, RC4 of 128 bits as old programs write it. */
export function lockedPdf(): Buffer {
  const filler = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex')
  const padded = (password: string) => Buffer.concat([Buffer.from(password, 'latin1'), filler]).subarray(0, 32)
  const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest()
  const id = Buffer.from('00112233445566778899aabbccddeeff', 'hex')
  let ownerKey: Buffer = md5(padded('eigenaar'))
  for (let round = 0; round < 50; round++) ownerKey = md5(ownerKey)
  let owner: Buffer = padded('gebruiker')
  for (let round = 0; round < 20; round++) owner = rc4(Buffer.from(ownerKey.map((byte) => byte ^ round)), owner)
  let key: Buffer = md5(Buffer.concat([padded('gebruiker'), owner, Buffer.from([0xfc, 0xff, 0xff, 0xff]), id]))
  for (let round = 0; round < 50; round++) key = md5(key)
  let user: Buffer = md5(Buffer.concat([filler, id]))
  for (let round = 0; round < 20; round++) user = rc4(Buffer.from(key.map((byte) => byte ^ round)), user)
  const hex = (bytes: Buffer) => `<${bytes.toString('hex')}>`
  return fileOf(
    [...catalogue(1), text('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 6 0 R >>'), stream(Buffer.from(' ')),
      text(`<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O ${hex(owner)} /U ${hex(Buffer.concat([user, Buffer.alloc(16)]))} >>`)],
    `/Encrypt 7 0 R /ID [${hex(id)} ${hex(id)}]`,
  )
}

/** RC4, which Node's own libraries no longer offer everywhere. */
function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  for (let index = 0, other = 0; index < 256; index++) {
    other = (other + state[index]! + key[index % key.length]!) & 255
    ;[state[index], state[other]] = [state[other]!, state[index]!]
  }
  let [first, second] = [0, 0]
  return Buffer.from(bytes.map((byte) => {
    first = (first + 1) & 255
    second = (second + state[first]!) & 255
    ;[state[first], state[second]] = [state[second]!, state[first]!]
    return byte ^ state[(state[first]! + state[second]!) & 255]!
  }))
}

// Objects 1 to 4: catalogue, pages, font, a grey picture of one dot. Pages begin at 5, each with its content after it.
function catalogue(pages: number): Buffer[] {
  const kids = Array.from({ length: pages }, (_, index) => `${5 + index * 2} 0 R`).join(' ')
  return [
    text('<< /Type /Catalog /Pages 2 0 R >>'), text(`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`), text('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'),
    stream(Buffer.from([0xcc]), '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8'),
  ]
}

function contentOf({ lines, isScan, isInvisible }: MadePage): string {
  const picture = isScan ? 'q 595 0 0 842 0 0 cm /Im Do Q\n' : ''
  const written = lines.map((line) => `(${winAnsi(line).replace(/[\\()]/g, (sign) => `\\${sign}`)}) Tj T*`).join('\n')
  return `${picture}BT /F1 10 Tf ${isInvisible ? '3 Tr ' : ''}14 TL 50 800 Td\n${written}\nET`
}

function winAnsi(line: string): string {
  return line.replace(/[’‘“”–€•]/g, (sign) => ({ '’': '\x92', '‘': '\x91', '“': '\x93', '”': '\x94', '–': '\x96', '€': '\x80', '•': '\x95' })[sign]!)
}

function text(body: string): Buffer {
  return Buffer.from(body, 'latin1')
}

function stream(body: Buffer, more = ''): Buffer {
  return Buffer.concat([Buffer.from(`<< /Length ${body.length} ${more} >>\nstream\n`), body, Buffer.from('\nendstream')])
}

function fileOf(objects: readonly Buffer[], trailer = ''): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let size = pieces[0]!.length
  for (const [index, body] of objects.entries()) {
    const piece = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    offsets.push(size)
    pieces.push(piece)
    size += piece.length
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.concat([...pieces, Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${size}\n%%EOF\n`)])
}
