// File zip: the names in a zip file, read from the directory at its end without unpacking anything.

/** Names of all parts, or undefined when the directory is damaged or larger than what was kept of the end. `size` is that of the whole file. */
export function namesInZip(tail: Buffer, size: number): string[] | undefined {
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > tail.length) return undefined
  const count = tail.readUInt16LE(end + 10)
  const offset = tail.readUInt32LE(end + 16) - (size - tail.length)
  if (offset < 0 || offset > end) return undefined
  const names: string[] = []
  for (let at = offset; names.length < count;) {
    if (at + 46 > end || tail.readUInt32LE(at) !== 0x02014b50) return undefined
    const [name, extra, comment] = [tail.readUInt16LE(at + 28), tail.readUInt16LE(at + 30), tail.readUInt16LE(at + 32)]
    names.push(tail.subarray(at + 46, at + 46 + name).toString('utf8').replaceAll('\\', '/'))
    at += 46 + name + extra + comment
  }
  return names
}
