// Event: a happening as a CloudEvent 1.0, with the names of the NL GOV profile where they fit; ids only.
import { Hono } from 'hono'

export type EventRow = {
  readonly event_id: string; readonly at: Date; readonly register: string; readonly entry_id: string
  readonly verb: string; readonly revision: number | null; readonly entry_status: string
}

export const testRegister = 'webhooks'
export const testVerb = 'test'
const schemaPath = '/schemas/webhook-event-1.json'

/** The event in structured mode. Everything in it follows from the row, so that every attempt sends the same. */
export function cloudEvent(publicUrl: string, slug: string, row: EventRow) {
  const source = `${publicUrl}/api/v1/${slug}/${row.register}`
  return {
    specversion: '1.0', id: row.event_id, source, type: `nl.waarborg.${row.register}.${row.verb}`, subject: row.entry_id, time: row.at.toISOString(),
    datacontenttype: 'application/json', dataschema: publicUrl + schemaPath,
    data: { id: row.entry_id, register: row.register, verb: row.verb, revision: row.revision, status: row.entry_status, url: row.register === testRegister ? `${publicUrl}/${slug}/beheer/webhooks/${row.entry_id}` : `${source}/${row.entry_id}` },
  }
}

/** What `dataschema` leads to: the shape of `data`, for everybody who builds a target. */
export function eventSchemaRoutes(): Hono {
  return new Hono().get(schemaPath, (c) => c.body(JSON.stringify(dataSchema, null, 2), 200, { 'content-type': 'application/schema+json', 'cache-control': 'public, max-age=86400' }))
}

const dataSchema = {
  title: 'Waarborg: something happened to an entry of a register',
  description: 'Holds ids only. What the entry says now is found at its url, with a token that may read it. A later version may add properties.',
  type: 'object',
  required: ['id', 'register', 'verb', 'revision', 'status', 'url'],
  properties: {
    id: { type: 'string', format: 'uuid', description: 'The entry.' },
    register: { type: 'string', description: 'Key of the register.', examples: ['processing-activities'] },
    verb: { type: 'string', description: 'What was done: create, change, activate, end, remove ...' },
    revision: { type: ['integer', 'null'], description: 'Revision of the entry after this; null when no field changed. Messages may come in another order: the highest revision is the latest.' },
    status: { type: 'string', description: 'State of the entry after this.' },
    url: { type: 'string', format: 'uri', description: 'The entry in the API.' },
  },
} as const
