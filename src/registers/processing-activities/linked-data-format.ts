// Linked data, format: the export of this register as JSON-LD, beside the formats that every register has.
import type { ExportFormat } from '../../register-kit/exchange-flow/export-formats.ts'
import { exportedEntries } from '../../register-kit/exchange-flow/export-table.ts'
import { loadLookupsFor } from '../../register-kit/lookups.ts'
import type { ActivityInput } from './declaration.ts'
import { activityToJsonLd } from './linked-data.ts'
import { jsonLdType, writeCatalogue } from './linked-data-catalogue.ts'
import type { Node } from './linked-data-terms.ts'

export const linkedDataFormat: ExportFormat = {
  key: 'jsonld',
  words: { nl: 'JSON-LD (.jsonld)', en: 'JSON-LD (.jsonld)' },
  hint: { nl: 'Voor programma’s die registers van meer organisaties lezen: in de woorden van DPV en DCAT, met alleen wat openbaar mag zijn.', en: 'For programs that read registers of several organisations: in the words of DPV and DCAT, with only what may be public.' },
  async write({ scope, register, ids, seen, publicUrl }) {
    const place = { publicUrl, slug: scope.organisation.slug }
    async function* nodes(): AsyncGenerator<Node> {
      for await (const entries of exportedEntries(scope, register, ids)) {
        const inputs = entries.map(({ input }) => input)
        seen(inputs)
        const lookups = await loadLookupsFor(scope, register.fields, inputs)
        for (const { system, input } of entries) yield activityToJsonLd({ id: system.id, version: system.version, modifiedAt: system.updated_at, input: input as ActivityInput }, lookups, place)
      }
    }
    return { type: jsonLdType, extension: 'jsonld', body: writeCatalogue(nodes(), { ...place, organisation: scope.organisation.name, exportedAt: scope.now }) }
  },
}
