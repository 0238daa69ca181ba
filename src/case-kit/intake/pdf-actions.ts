// PDF actions: a PDF that says openly that it runs something, starts a program or carries files is stopped on its way in.
import { refuse } from '../../ground/file-kinds.ts'
import { t } from '../../ground/words.ts'

/** As they stand in a PDF's own dictionaries. What lies in compressed objects isn't seen here; nothing that comes in is ever opened by the product. */
const active = ['/JavaScript', '/JS(', '/JS (', '/JS<', '/Launch', '/RichMedia', '/EmbeddedFile'].map((name) => Buffer.from(name, 'latin1'))
const overlap = 16

/** Lets everything through that isn't a PDF. @throws Invalid at `file` */
export async function* withoutActions(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let tail = Buffer.alloc(0)
  let isPdf: boolean | undefined
  for await (const piece of bytes) {
    const joined = Buffer.concat([tail, piece])
    isPdf ??= joined.length < 8 ? undefined : joined.subarray(0, 8).includes('%PDF-')
    if (isPdf !== false && active.some((name) => joined.includes(name))) throw refuse(t(
      'Deze PDF kan iets uitvoeren of bevat andere bestanden. Druk haar opnieuw af naar PDF, of stuur een foto van de bladzijde.',
      'This PDF can run something or holds other files. Print it to PDF anew, or send a photo of the page.'))
    tail = Buffer.from(joined.subarray(-overlap))
    yield piece
  }
}
