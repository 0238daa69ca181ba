// Writing JSON: a register as one object with its entries in the API's wire form, streamed an entry at a time, one on a line.
import { Readable } from 'node:stream'

export const jsonType = 'application/json; charset=utf-8'

const pieceLength = 64 * 1024

export type JsonMeta = {
  /** Key of the register (`processing-activities`). */
  readonly register: string
  readonly exportedAt: Date
  /** Slug. */
  readonly organisation: string
}

/** `{"register": ..., "exportedAt": ..., "organisation": ..., "entries": [...]}`. The stream fails with the error of its source. */
export function writeJson(records: AsyncIterable<object> | Iterable<object>, meta: JsonMeta): Readable {
  return Readable.from(jsonText(records, meta), { objectMode: false })
}

async function* jsonText(records: AsyncIterable<object> | Iterable<object>, { register, exportedAt, organisation }: JsonMeta): AsyncGenerator<string> {
  yield `{\n"register": ${JSON.stringify(register)},\n"exportedAt": ${JSON.stringify(exportedAt.toISOString())},\n"organisation": ${JSON.stringify(organisation)},\n"entries": [`
  let waiting = ''
  let divider = '\n'
  for await (const record of records) {
    waiting += divider + JSON.stringify(record)
    divider = ',\n'
    if (waiting.length > pieceLength) {
      yield waiting
      waiting = ''
    }
  }
  yield `${waiting}\n]\n}\n`
}
