// Logo: which picture a file really is, by its own bytes, and whether it can stand on a page. Pure.
import { cleanPicture } from '../../ground/image-metadata.ts'
import { Invalid } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import type { Logo, LogoType } from '../../people/house-styles.ts'

export const mostLogoBytes = 200 * 1024
export const mostLogoPixels = 2000

/** The picture, or why it can't be used. What the file is called, and what the browser says it is, count for nothing. */
export function readLogo(bytes: Buffer): { logo: Logo; fault?: undefined } | { fault: string } {
  if (isSvg(bytes)) {
    return { fault: t(
      'Een SVG kan programma’s en verwijzingen naar buiten bevatten en mag daarom niet. Sla het logo op als PNG.',
      'An SVG can hold programs and links to elsewhere, and so isn’t allowed. Save the logo as PNG.') }
  }
  if (bytes.length > mostLogoBytes) return { fault: t('Dit bestand is te groot: hooguit 200 kB. Maak het logo kleiner.', 'This file is too large: at most 200 kB. Make the logo smaller.') }
  const type = typeOf(bytes)
  const size = type && sizeIn[type](bytes)
  if (!type || !size) return { fault: t('Dit is geen PNG, JPEG of WebP, of het bestand is beschadigd. Kies een ander bestand.', 'This is no PNG, JPEG or WebP, or the file is damaged. Choose another file.') }
  if (size.some((side) => side < 1 || side > mostLogoPixels)) {
    return { fault: t(
      `Dit plaatje is ${size.join(' bij ')} punten; hooguit ${mostLogoPixels} bij ${mostLogoPixels}.`,
      `This picture is ${size.join(' by ')} pixels; at most ${mostLogoPixels} by ${mostLogoPixels}.`) }
  }
  try {
    // Everybody can fetch a logo: what a camera or an editor wrote in it is nobody's business.
    return { logo: { type, bytes: cleanPicture(bytes) } }
  } catch (broken) {
    if (broken instanceof Invalid) return { fault: broken.message }
    throw broken
  }
}

type Size = readonly [width: number, height: number]

function typeOf(bytes: Buffer): LogoType | undefined {
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png'
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg'
  return word(bytes, 0) === 'RIFF' && word(bytes, 8) === 'WEBP' ? 'image/webp' : undefined
}

const sizeIn: Readonly<Record<LogoType, (bytes: Buffer) => Size | undefined>> = {
  'image/png': (bytes) => bytes.length >= 33 && word(bytes, 12) === 'IHDR' ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : undefined,
  'image/jpeg': jpegSize,
  'image/webp': webpSize,
}

/** Walks the segments to the frame (SOF), which tells the size. */
function jpegSize(bytes: Buffer): Size | undefined {
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)]
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

function webpSize(bytes: Buffer): Size | undefined {
  if (bytes.length < 30) return undefined
  switch (word(bytes, 12)) {
    case 'VP8 ': return [bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff]
    case 'VP8L': return [1 + (bytes.readUInt32LE(21) & 0x3fff), 1 + ((bytes.readUInt32LE(21) >>> 14) & 0x3fff)]
    case 'VP8X': return [1 + bytes.readUIntLE(24, 3), 1 + bytes.readUIntLE(27, 3)]
    default: return undefined
  }
}

function word(bytes: Buffer, at: number): string {
  return bytes.toString('latin1', at, at + 4)
}

function isSvg(bytes: Buffer): boolean {
  return /^\s*(<\?xml|<!--|<!doctype svg|<svg)/i.test(bytes.subarray(0, 512).toString('utf8').replace(/^\uFEFF/, ''))
}
