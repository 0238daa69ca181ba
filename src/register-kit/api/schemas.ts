// Schemas: JSON Schema (2020-12, as OpenAPI 3.1 has it) for a register's entries, derived from the declaration.
import type { Field, Fields } from '../field-types.ts'
import type { Register, Verb } from '../register.ts'
import { wireName } from '../wire.ts'

export type Schema = { readonly [key: string]: unknown }

/** `processing activity` as `ProcessingActivity`, `DPO appointment` as `DpoAppointment`: how a register's schema is called. */
export function schemaName({ words }: Pick<Register, 'words'>): string {
  return words.one.en.split(/[^a-zA-Z0-9]+/).map((word) => word.charAt(0).toUpperCase() + (/^[A-Z]{2,}$/.test(word) ? word.slice(1).toLowerCase() : word.slice(1))).join('')
}

const day: Schema = { type: ['string', 'null'], format: 'date' }
const moment: Schema = { type: 'string', format: 'date-time' }
export const uuid: Schema = { type: 'string', format: 'uuid' }
const count: Schema = { type: 'integer', minimum: 0 }

/** What a program reads: all properties are always there. */
export function entrySchema(register: Register): Schema {
  const own: Record<string, Schema> = {
    id: uuid, status: { type: 'string', enum: Object.keys(register.lifecycle.statuses) }, revision: { type: 'integer', minimum: 1 }, version: count, createdAt: moment, updatedAt: moment,
    reviewedOn: day, reviewDueOn: day, endedOn: day,
    findings: { type: 'object', properties: { blocking: count, serious: count, attention: count }, required: ['blocking', 'serious', 'attention'], additionalProperties: false },
    proposal: {
      oneOf: [{ type: 'null' }, {
        type: 'object', required: ['status', 'revision', 'createdAt', 'updatedAt', 'content'], additionalProperties: false,
        properties: { status: { type: 'string', enum: ['draft', 'in_review'] }, revision: { type: 'integer', minimum: 1 }, createdAt: moment, updatedAt: moment, content: { $ref: `#/components/schemas/${schemaName(register)}Content` } },
      }],
    },
  }
  const properties = { ...Object.fromEntries(Object.entries(own).map(([key, schema]) => [key, { ...schema, readOnly: true }])), ...propertiesOf(register.fields) }
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

/** The declared fields, all of them. */
export function contentSchema(register: Register): Schema {
  const properties = propertiesOf(register.fields)
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

/** What a program may send: any of the fields, and what it read of the entry's own properties, which is left alone. */
export function inputSchema(register: Register): Schema {
  const own = ['id', 'status', 'revision', 'version', 'createdAt', 'updatedAt', 'reviewedOn', 'reviewDueOn', 'endedOn', 'findings', 'proposal']
  return { type: 'object', properties: { ...Object.fromEntries(own.map((name) => [name, { readOnly: true }])), ...propertiesOf(register.fields) }, additionalProperties: false }
}

/** The body of a step's sub-resource. */
export function stepSchema(verb: Verb): Schema {
  const required = (verb.required ?? []).map(wireName)
  const properties = Object.fromEntries(Object.entries(propertiesOf(verb.fields ?? {})).map(([name, schema]) => [name, required.includes(name) ? withoutNull(schema) : schema]))
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}), additionalProperties: false }
}

export function propertiesOf(fields: Fields): Record<string, Schema> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [wireName(key), { ...fieldSchema(field), ...described(field) }]))
}

function described({ words, help, citation }: Field): Schema {
  const description = [help?.nl, citation && `(${citation})`].filter(Boolean).join(' ')
  return { title: words.nl, ...(description ? { description } : {}) }
}

function fieldSchema(field: Field): Schema {
  switch (field.type) {
    case 'text':
    case 'longText': return { type: ['string', 'null'], maxLength: field.most }
    case 'number': return { type: ['integer', 'null'], minimum: field.least, maximum: field.most }
    case 'yesNo': return { type: ['boolean', 'null'] }
    case 'date': return day
    case 'moment': return { type: ['string', 'null'], format: 'date-time' }
    case 'duration': return { type: ['string', 'null'], pattern: '^P[0-9YMWDTHS]+$', examples: ['P5Y'] }
    case 'choice': return { type: ['string', 'null'], enum: [...field.choices.map(({ key }) => key), null] }
    case 'choices': return { type: 'array', items: { type: 'string', enum: field.choices.map(({ key }) => key) } }
    case 'term': return { type: ['string', 'null'], 'x-catalogue': field.catalogue }
    case 'terms': return { type: 'array', items: { type: 'string' }, 'x-catalogue': field.catalogue }
    case 'reference': return { type: ['string', 'null'], format: 'uuid', 'x-refers-to': field.to }
    case 'rows': {
      const properties = propertiesOf(field.columns)
      return { type: 'array', maxItems: 200, items: { type: 'object', properties, additionalProperties: false } }
    }
  }
}

function withoutNull(schema: Schema): Schema {
  return { ...schema, type: Array.isArray(schema.type) ? schema.type[0] : schema.type, ...(Array.isArray(schema.enum) ? { enum: schema.enum.filter((value) => value !== null) } : {}), ...(schema.type && !schema.enum ? { minLength: 1 } : {}) }
}
