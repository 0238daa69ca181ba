// Shipped catalogues: reads the versioned data files beside this room once, and refuses a file that isn't in shape.
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { catalogueSchema, type Catalogue } from './catalogue.ts'

const folder = new URL('./data/', import.meta.url)
let shipped: readonly Catalogue[] | undefined

/** All catalogues of this release, in the order of their names; read on the first call. @throws when a file is out of shape. */
export function loadCatalogues(): readonly Catalogue[] {
  shipped ??= readdirSync(folder).filter((name) => /\.(yaml|json)$/.test(name)).sort().map(readCatalogue)
  return shipped
}

/** One shipped catalogue by its name (`data-category`). @throws when there is none. */
export function shippedCatalogue(name: string): Catalogue {
  const found = loadCatalogues().find((catalogue) => catalogue.catalogue === name)
  if (!found) throw new Error(`There is no catalogue ${name}`)
  return found
}

/** What a term that came with a release carries as its origin: `waarborg 2026-11`. */
export function originOf(catalogue: Catalogue): string {
  return `waarborg ${catalogue.version}`
}

function readCatalogue(name: string): Catalogue {
  const text = readFileSync(new URL(name, folder), 'utf8')
  const read = catalogueSchema.safeParse(name.endsWith('.json') ? JSON.parse(text) : parse(text, { schema: 'core' }))
  if (!read.success) throw new Error(`Catalogue ${name}: ${read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`)
  const keys = new Set(read.data.terms.map((term) => term.key))
  if (keys.size !== read.data.terms.length) throw new Error(`Catalogue ${name}: a key stands there twice`)
  const orphan = read.data.terms.find((term) => term.parent !== undefined && !keys.has(term.parent))
  if (orphan) throw new Error(`Catalogue ${name}: ${orphan.key} has an unknown parent ${orphan.parent}`)
  return read.data
}
