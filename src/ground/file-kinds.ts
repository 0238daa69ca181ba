// File kinds: what a file is by its bytes while they come in, never by its name; what can do something by itself isn't let in.
import { Invalid } from './refusals.ts'
import { t } from './words.ts'
import { holdsLetters, looksLikeScript, looksUnreadable } from './file-text.ts'
import { namesInZip } from './file-zip.ts'

export type FileKind = {
  /** Media type, as it is sent out again. */
  readonly type: string
  readonly nl: string
  readonly en: string
  /** Endings of a name that fit, the usual one first. */
  readonly endings: readonly string[]
}

const kinds = {
  pdf: { type: 'application/pdf', nl: 'een PDF-bestand', en: 'a PDF file', endings: ['pdf'] },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', nl: 'een Word-document', en: 'a Word document', endings: ['docx'] },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', nl: 'een Excel-werkmap', en: 'an Excel workbook', endings: ['xlsx'] },
  pptx: { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', nl: 'een PowerPoint-presentatie', en: 'a PowerPoint presentation', endings: ['pptx'] },
  odt: { type: 'application/vnd.oasis.opendocument.text', nl: 'een ODF-tekst', en: 'an ODF text', endings: ['odt'] },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', nl: 'een ODF-rekenblad', en: 'an ODF spreadsheet', endings: ['ods'] },
  odp: { type: 'application/vnd.oasis.opendocument.presentation', nl: 'een ODF-presentatie', en: 'an ODF presentation', endings: ['odp'] },
  odg: { type: 'application/vnd.oasis.opendocument.graphics', nl: 'een ODF-tekening', en: 'an ODF drawing', endings: ['odg'] },
  doc: { type: 'application/msword', nl: 'een Word-document (oud)', en: 'a Word document (old)', endings: ['doc'] },
  xls: { type: 'application/vnd.ms-excel', nl: 'een Excel-werkmap (oud)', en: 'an Excel workbook (old)', endings: ['xls'] },
  ppt: { type: 'application/vnd.ms-powerpoint', nl: 'een PowerPoint-presentatie (oud)', en: 'a PowerPoint presentation (old)', endings: ['ppt'] },
  msg: { type: 'application/vnd.ms-outlook', nl: 'een e-mail (Outlook)', en: 'an e-mail (Outlook)', endings: ['msg'] },
  locked: { type: 'application/x-ole-storage', nl: 'een Office-bestand met een wachtwoord', en: 'an Office file with a password', endings: ['docx', 'xlsx', 'pptx'] },
  rtf: { type: 'application/rtf', nl: 'een RTF-document', en: 'an RTF document', endings: ['rtf'] },
  png: { type: 'image/png', nl: 'een afbeelding (PNG)', en: 'an image (PNG)', endings: ['png'] },
  jpeg: { type: 'image/jpeg', nl: 'een foto (JPEG)', en: 'a photo (JPEG)', endings: ['jpg', 'jpeg'] },
  gif: { type: 'image/gif', nl: 'een afbeelding (GIF)', en: 'an image (GIF)', endings: ['gif'] },
  tiff: { type: 'image/tiff', nl: 'een afbeelding (TIFF)', en: 'an image (TIFF)', endings: ['tif', 'tiff'] },
  webp: { type: 'image/webp', nl: 'een afbeelding (WebP)', en: 'an image (WebP)', endings: ['webp'] },
  heic: { type: 'image/heic', nl: 'een foto (HEIC)', en: 'a photo (HEIC)', endings: ['heic', 'heif'] },
  wav: { type: 'audio/wav', nl: 'een geluidsopname (WAV)', en: 'a sound recording (WAV)', endings: ['wav'] },
  mp3: { type: 'audio/mpeg', nl: 'een geluidsopname (MP3)', en: 'a sound recording (MP3)', endings: ['mp3'] },
  mp4: { type: 'video/mp4', nl: 'een opname (MP4)', en: 'a recording (MP4)', endings: ['mp4', 'm4a', 'm4v', 'mov'] },
  zip: { type: 'application/zip', nl: 'een zipbestand', en: 'a zip file', endings: ['zip'] },
  text: { type: 'text/plain', nl: 'een tekstbestand', en: 'a text file', endings: ['txt', 'csv', 'tsv', 'md', 'log', 'json', 'xml', 'yaml', 'yml', 'eml', 'ics'] },
} as const satisfies Record<string, FileKind>
type KindName = keyof typeof kinds

/** Endings under which a system does what the file says instead of showing it. */
const active = new Set(('exe com scr bat cmd ps1 psm1 vbs vbe js jse mjs cjs wsf wsh hta msi msp mst dll cpl jar jnlp sh bash zsh command app dmg pkg deb rpm apk py pyw pl rb php phtml asp aspx jsp '
  + 'lnk url reg inf gadget chm html htm xhtml shtml mht mhtml svg svgz swf xsl xslt docm dotm xlsm xltm xlam xll pptm potm ppsm ppam iso img vhd').split(' '))

const headBytes = 64 * 1024
const tailBytes = 512 * 1024
/** Names of streams in an old Office file, as it writes them. */
const wide = (text: string) => Buffer.from(text, 'utf16le')
const streams = { macros: wide('_VBA_PROJECT'), msg: wide('__properties_version1.0'), locked: wide('EncryptedPackage'), doc: wide('WordDocument'), xls: wide('Workbook'), ppt: wide('PowerPoint Document') }
type StreamName = keyof typeof streams

/** Looks along while a file comes in; holds its first and last bytes only. */
export function watchContent() {
  let head = Buffer.alloc(0)
  let tail = Buffer.alloc(0)
  let size = 0
  let isText = true
  const found = new Set<StreamName>()
  return {
    /** @throws Invalid as soon as the first bytes say that it may not come in. */
    see(piece: Buffer): void {
      const isFirst = size === 0
      size += piece.length
      if (head.length < headBytes) head = Buffer.concat([head, piece.subarray(0, headBytes - head.length)])
      if (isFirst) refuseProgram(head)
      if (isCompound(head)) {
        const joined = Buffer.concat([tail.subarray(-64), piece])
        for (const [name, letters] of Object.entries(streams) as [StreamName, Buffer][]) if (!found.has(name) && joined.includes(letters)) found.add(name)
      }
      isText &&= holdsLetters(piece, head)
      tail = piece.length >= tailBytes ? Buffer.from(piece.subarray(-tailBytes)) : Buffer.concat([tail.subarray(piece.length + tail.length > tailBytes ? piece.length + tail.length - tailBytes : 0), piece])
    },
    /** The kind, and the name as it is kept: with an ending that fits. @throws Invalid saying what is wrong. */
    judge(name: string): { kind: FileKind; name: string } {
      refuseProgram(head)
      const ending = endingOf(name)
      if (active.has(ending)) throw refuse(t(`Een bestand dat op .${ending} eindigt, kan op een computer iets uitvoeren. Zulke bestanden kunt u hier niet bewaren. Maak er bijvoorbeeld een PDF van.`, `A file that ends in .${ending} can run something on a computer. Such files can’t be kept here. Turn it into a PDF, for instance.`))
      const fitting = isCompound(head) ? compoundKinds(found) : [kindOf(head, tail, size, isText)]
      const kind = kinds[fitting.find((one) => endingsOf(one).includes(ending)) ?? fitting[0]!]
      return { kind, name: nameFor(name, ending, kind) }
    },
  }
}

/** How a kept media type is called, in the reader's language (`een PDF-bestand` without the article). */
export function sayKind(contentType: string): string {
  const kind: FileKind | undefined = Object.values(kinds).find(({ type }) => type === contentType)
  return kind ? t(kind.nl, kind.en).replace(/^(een|an?) /, '') : contentType
}

/** For a file input: everything that may come in. */
export function acceptedEndings(): string {
  return [...new Set(Object.values(kinds).flatMap(({ endings }) => endings.map((ending) => `.${ending}`)))].join(',')
}

/** Media types and endings of some kinds, for a door that lets in fewer. */
export function acceptedKinds(names: readonly KindName[]): { readonly types: readonly string[]; readonly endings: string } {
  return { types: [...new Set(names.map((name) => kinds[name].type))], endings: [...new Set(names.flatMap((name) => kinds[name].endings.map((ending) => `.${ending}`)))].join(',') }
}

export function refuse(message: string): Invalid {
  return new Invalid([{ at: 'file', message }], message)
}

const programs: readonly (readonly [bytes: string, what: 'program' | 'shortcut'])[] = [
  ['MZ', 'program'], ['\x7fELF', 'program'], ['\xfe\xed\xfa\xce', 'program'], ['\xfe\xed\xfa\xcf', 'program'], ['\xce\xfa\xed\xfe', 'program'], ['\xcf\xfa\xed\xfe', 'program'], ['\xca\xfe\xba\xbe', 'program'],
  ['\0asm', 'program'], ['dex\n', 'program'], ['\x4c\0\0\0\x01\x14\x02\0', 'shortcut'], ['MSCF', 'program'], ['FWS', 'program'], ['CWS', 'program'], ['!<arch>\n', 'program'],
]

function refuseProgram(head: Buffer): void {
  // A note may begin with the letters MZ; a program that does holds zeros soon after.
  const found = programs.find(([bytes]) => head.subarray(0, bytes.length).equals(Buffer.from(bytes, 'latin1')) && (head.includes(0) || !/^[A-Z]+$/.test(bytes)))
  if (found) throw refuse(t(`Dit is ${found[1] === 'program' ? 'een programma' : 'een snelkoppeling'}, ook al heet het misschien anders. Programma’s kunt u hier niet bewaren.`, `This is a ${found[1]}, whatever its name says. Programs can’t be kept here.`))
  if (looksLikeScript(head)) throw refuse(t('In dit bestand staat een script of een webpagina: een computer kan het uitvoeren. Zulke bestanden kunt u hier niet bewaren. Maak er bijvoorbeeld een PDF van.', 'This file holds a script or a web page: a computer can run it. Such files can’t be kept here. Turn it into a PDF, for instance.'))
}

const signatures: readonly (readonly [KindName, bytes: string, at?: number, more?: string])[] = [
  ['pdf', '%PDF-'], ['pdf', '\xef\xbb\xbf%PDF-'], ['rtf', '{\\rtf'], ['png', '\x89PNG\r\n\x1a\n'], ['jpeg', '\xff\xd8\xff'], ['gif', 'GIF87a'], ['gif', 'GIF89a'], ['tiff', 'II*\0'], ['tiff', 'MM\0*'],
  ['webp', 'RIFF', 8, 'WEBP'], ['wav', 'RIFF', 8, 'WAVE'], ['mp3', 'ID3'], ['mp3', '\xff\xfb'], ['mp3', '\xff\xf3'], ['mp3', '\xff\xf2'],
  ['heic', '', 4, 'ftyphei'], ['heic', '', 4, 'ftypmif1'], ['heic', '', 4, 'ftyphev'], ['mp4', '', 4, 'ftyp'],
]

function kindOf(head: Buffer, tail: Buffer, size: number, isText: boolean): KindName {
  const says = (text: string, at = 0) => head.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'))
  if (says('PK\x03\x04')) return zipKind(head, namesInZip(tail, size))
  const found = signatures.find(([, bytes, at, more]) => says(bytes) && (more === undefined || says(more, at)))
  if (found) return found[0]
  if (isText && !looksUnreadable(head)) return 'text'
  throw refuse(t('Dit soort bestand herkent Waarborg niet. Bewaar het als PDF, Office- of ODF-bestand, afbeelding of tekst, of pak het eerst uit.', 'Waarborg doesn’t know this kind of file. Save it as a PDF, Office or ODF file, image or text, or unpack it first.'))
}

function zipKind(head: Buffer, names: readonly string[] | undefined): KindName {
  if (!names) throw refuse(t('Dit zipbestand is beschadigd of heeft te veel onderdelen. Pak het uit en stuur de bestanden los.', 'This zip file is damaged or has too many parts. Unpack it and send the files one by one.'))
  if (names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name)) || names.some((name) => /^(Basic|Scripts)\//.test(name) && /\.(xml|xba|py|js|bsh)$/i.test(name) && !/script-l[bc]\.xml$/i.test(name))) throw macros()
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/^\[Content_Types\]\.xml$/)) {
    if (has(/^word\//)) return 'docx'
    if (has(/^xl\//)) return 'xlsx'
    if (has(/^ppt\//)) return 'pptx'
  }
  // OpenDocument begins with its own media type, uncompressed, so that it can be read without unpacking.
  const stated = head.subarray(26, 28).readUInt16LE() === 8 && head.subarray(30, 38).toString('latin1') === 'mimetype' ? head.subarray(38, 38 + head.readUInt32LE(22)).toString('latin1') : ''
  const open = (['odt', 'ods', 'odp', 'odg'] as const).find((name) => kinds[name].type === stated)
  if (open) return open
  const inside = names.find((name) => active.has(endingOf(name)))
  if (inside !== undefined || has(/^META-INF\/MANIFEST\.MF$/)) throw refuse(t('In dit zipbestand zit een programma of script. Haal dat eruit en probeer het opnieuw.', 'This zip file holds a program or script. Take it out and try again.'))
  return 'zip'
}

function compoundKinds(found: ReadonlySet<StreamName>): KindName[] {
  if (found.has('macros')) throw macros()
  const fitting = (['msg', 'locked', 'doc', 'xls', 'ppt'] as const).filter((name) => found.has(name))
  if (fitting.length === 0) throw refuse(t('Dit soort bestand herkent Waarborg niet. Bewaar het als PDF en kies dat bestand.', 'Waarborg doesn’t know this kind of file. Save it as a PDF and choose that file.'))
  return [...fitting]
}

function macros(): Invalid {
  return refuse(t('In dit bestand zitten macro’s: kleine programma’s. Sla het op zonder macro’s, of als PDF, en kies dat bestand.', 'This file holds macros: small programs. Save it without macros, or as a PDF, and choose that file.'))
}

function isCompound(head: Buffer): boolean {
  return head.subarray(0, 8).toString('latin1') === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
}

function endingsOf(kind: KindName): readonly string[] {
  return kinds[kind].endings
}

function endingOf(name: string): string {
  return /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

function nameFor(name: string, ending: string, kind: FileKind): string {
  const tidy = name.replace(/[. ]+$/, '').replace(/^\.+/, '')
  if (ending === '') return `${tidy.slice(0, 110) || t('bijlage', 'attachment')}.${kind.endings[0]!}`
  if (kind.endings.includes(ending)) return tidy === ending || tidy === '' ? `${t('bijlage', 'attachment')}.${ending}` : tidy
  throw refuse(t(`De naam eindigt op .${ending}, maar de inhoud is ${kind.nl}. Geef het bestand een naam die op .${kind.endings[0]!} eindigt, of kies het juiste bestand.`, `The name ends in .${ending}, but the content is ${kind.en}. Give the file a name that ends in .${kind.endings[0]!}, or choose the right file.`))
}
