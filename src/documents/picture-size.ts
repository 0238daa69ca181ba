// Picture size: how wide and high a PNG or JPEG is, read from its head, so that a document keeps its proportions.

/** In pixels; undefined for what can't be read. */
export function pictureSize(bytes: Buffer): { readonly width: number; readonly height: number } | undefined {
  if (bytes.length >= 24 && bytes.readUInt32BE(0) === 0x89504e47) return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]!
    // A frame's head, in whichever way it is packed; not the tables that look like one.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

/** The same picture at a height, no wider than `most`. */
export function fitted(bytes: Buffer, height: number, most: number): { readonly width: number; readonly height: number } {
  const size = pictureSize(bytes)
  const width = size && size.height > 0 ? (size.width / size.height) * height : height
  return width <= most ? { width, height } : { width: most, height: (height * most) / width }
}
