// Image metadata: pictures as cameras and editors write them come out without a name, a place or a comment, and still draw the same.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { cleanPicture, withoutMetadata } from './image-metadata.ts'
import { Invalid } from './refusals.ts'

const file = (name: string) => readFileSync(join(import.meta.dirname, '../../test/data/pictures', name))

async function streamed(bytes: Buffer, size: number): Promise<Buffer> {
  const pieces = function* () { for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size) }
  const out: Buffer[] = []
  for await (const piece of withoutMetadata((async function* () { yield* pieces() })())) out.push(piece)
  return Buffer.concat(out)
}

describe('pictures without what a camera wrote beside them', () => {
  for (const name of ['turned.jpg', 'told.png', 'told.webp']) {
    test(`${name}: no name, place, comment or film is left, whatever the pieces it comes in`, async () => {
      const whole = cleanPicture(file(name))
      for (const trace of ['Jansen', 'xmpmeta', 'GPS', 'MotionPhoto', 'EXIF', 'eXIf', 'tEXt', 'iTXt', 'zTXt']) assert.ok(!whole.includes(trace), trace)
      assert.ok(file(name).includes('Jansen'), 'it was there')
      for (const size of [1, 7, 512]) assert.deepEqual(await streamed(file(name), size), whole)
    })
  }

  test('what draws the picture stays byte for byte', () => {
    assert.deepEqual(cleanPicture(file('plain.jpg')), file('plain.jpg'))
    const [before, after] = [file('turned.jpg'), cleanPicture(file('turned.jpg'))]
    const scan = (bytes: Buffer) => bytes.subarray(bytes.indexOf(Buffer.from([0xff, 0xda])), bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) + 2)
    assert.deepEqual(scan(after), scan(before))
    assert.equal(cleanPicture(file('told.webp')).length, file('told.webp').length, 'the size that stands at its beginning holds')
    const drawing = (bytes: Buffer) => bytes.subarray(bytes.indexOf('IDAT') - 4, bytes.indexOf('IEND') + 8)
    assert.ok(cleanPicture(file('told.png')).includes(drawing(cleanPicture(file('told.png')))))
    assert.ok(file('told.png').includes(cleanPicture(file('told.png')).subarray(-12)))
  })

  test('how a photo is turned stays, and is all that is left of its Exif', () => {
    const clean = cleanPicture(file('turned.jpg'))
    const exif = clean.subarray(clean.indexOf('Exif') - 4)
    assert.deepEqual([exif.readUInt16BE(2), exif.readUInt16BE(20), exif.readUInt16BE(28)], [34, 0x0112, 6])
  })

  test('what says to be a picture and isn’t built as one is refused; what is no picture stays as it is', () => {
    assert.throws(() => cleanPicture(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2]), Buffer.from('no segment')])), Invalid)
    assert.throws(() => cleanPicture(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(20)])), Invalid)
    const text = Buffer.from('Dit is een tekst van een inwoner.')
    assert.deepEqual(cleanPicture(text), text)
  })
})
