// Linked data, catalogue: a whole register as a DCAT catalogue of processing activities, streamed an activity at a time.
import { Readable } from 'node:stream'
import type { Node, Place } from './linked-data-terms.ts'
import { context, organisationUri, registerUri } from './linked-data-terms.ts'

export const jsonLdType = 'application/ld+json; charset=utf-8'

export type CatalogueMeta = Place & {
  /** Name of the organisation. */
  readonly organisation: string
  readonly exportedAt: Date
}

/** One JSON-LD document: `dcat:Catalog` of the nodes that `activityToJsonLd` makes. The stream fails with the error of its source. */
export function writeCatalogue(activities: AsyncIterable<Node> | Iterable<Node>, meta: CatalogueMeta): Readable {
  return Readable.from(catalogueText(activities, meta), { objectMode: false })
}

const pieceLength = 64 * 1024

async function* catalogueText(activities: AsyncIterable<Node> | Iterable<Node>, meta: CatalogueMeta): AsyncGenerator<string> {
  const head = JSON.stringify({ '@context': context, ...catalogueHead(meta) })
  let waiting = `${head.slice(0, -1)},"dcat:resource":[`
  let divider = '\n'
  for await (const activity of activities) {
    waiting += divider + JSON.stringify(activity)
    divider = ',\n'
    if (waiting.length > pieceLength) {
      yield waiting
      waiting = ''
    }
  }
  yield `${waiting}\n]}\n`
}

function catalogueHead(meta: CatalogueMeta): Node {
  return {
    '@id': registerUri(meta), '@type': ['dcat:Catalog', 'dpv:ROPA'],
    'dct:title': { nl: `Register van verwerkingen van ${meta.organisation}`, en: `Register of processing activities of ${meta.organisation}` },
    'dct:modified': meta.exportedAt.toISOString(), 'dct:conformsTo': [String(context.dpv)],
    'dct:publisher': { '@id': organisationUri(meta), '@type': 'foaf:Organization', 'foaf:name': meta.organisation },
  }
}
