// Published checkpoints to compare with: read from a file, or from all text files of a folder.
import { createReadStream, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type PublishedLine, readPublishedLine } from './published-line.ts'

export type PublishedLines = ReadonlyMap<number, readonly PublishedLine[]>

/** Those of one organisation, by number. Lines of others, and mail around them, are passed over. @throws when the path isn't there */
export async function readPublished(path: string, organisationId: string): Promise<PublishedLines> {
  const files = statSync(path).isDirectory() ? globSync('*.txt', { cwd: path }).map((file) => join(path, file)) : [path]
  const found = new Map<number, PublishedLine[]>()
  for (const file of files) {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      const line = readPublishedLine(text)
      if (!line || line.organisationId !== organisationId) continue
      const known = found.get(line.sequence) ?? []
      if (!known.some(({ digest }) => digest === line.digest)) found.set(line.sequence, [...known, line])
    }
  }
  return found
}
