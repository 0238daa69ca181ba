// Random requests: bodies, queries, headers and ids for an operation of the API, drawn from its description: as it asks for them, and as nobody should send them.
import fc, { type Arbitrary } from 'fast-check'
import { description } from './api.ts'

export type RandomRequest = {
  readonly id: RandomId
  readonly version: string
  readonly query: readonly (readonly [string, string])[]
  readonly headers: Readonly<Record<string, string>>
  /** Text as it goes over the line; undefined for none. */
  readonly body: string | undefined
}

/** An entry by its place among those that are there, or something that is none. */
export type RandomId = { readonly there: number } | { readonly text: string }

type Schema = { readonly [key: string]: unknown }
export type Known = { readonly pools: ReadonlyMap<string, readonly string[]>; readonly terms: ReadonlyMap<string, readonly string[]> }
type Operation = { readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: object }[]; readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> } }

export function requestsFor(operation: Operation, known: Known): Arbitrary<RandomRequest> {
  const [type, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
  return fc.record({
    id: fc.oneof({ arbitrary: fc.nat({ max: 50 }).map((there) => ({ there })), weight: 4 }, { arbitrary: oddId.map((text) => ({ text })), weight: 1 }),
    version: fc.oneof(fc.constantFrom('1', '2'), oddSegment),
    query: fc.oneof({ arbitrary: fc.constant([]), weight: 2 }, { arbitrary: queryFor(operation, known), weight: 3 }),
    headers: headers(type),
    body: media ? bodyFor(resolved(media.schema as Schema), known) : fc.constant(undefined),
  })
}

/** Anything that JSON can say, and then some: what breaks who trusts it. */
const hostile: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, -1e308, 2 ** 60, '', ' ', '\0', 'a\0b', '\u202Eabc', '\uFEFF', '\uD800', '👩‍🚀', "'; drop table person; --", '%', '_', '\\', '__proto__', 'constructor', 'toString', '1e400', 'P', 'P99999999Y', '2026-02-30', '0000-00-00', '9999-12-31',
    '00000000-0000-0000-0000-000000000000', '{{7*7}}', '<script>', [], {}, [[]], [null], [[[[[[]]]]]], { length: 3 }, { toString: 1 }, { '': '' }),
  fc.string({ unit: 'binary', maxLength: 60 }), fc.nat({ max: 40_000 }).map((size) => 'x'.repeat(size)), fc.double(), fc.bigInt().map(String), fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 4 }), fc.jsonValue({ maxDepth: 3 }),
  fc.constant(JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}')),
)

const segment = fc.webSegment().map((text) => text.slice(0, 20)).filter((text) => text !== '' && !text.endsWith('%') && !/%.$/.test(text))
const oddId = fc.oneof(fc.uuid(), fc.constantFrom('00000000-0000-0000-0000-000000000000', '1', '%00', '..', '%2e%2e', 'a'.repeat(300), '%F0%9F%92%A9', '%27%20or%20true', '%ff', 'history'), segment)
const oddSegment = fc.oneof(fc.constantFrom('0', '-1', '1.0', '9999999', '99999999999999999999', '%00', 'x'), segment)

function headers(type: string | undefined): Arbitrary<Record<string, string>> {
  const optional = (name: string, values: readonly string[], freq: number) => fc.option(fc.constantFrom(...values), { nil: undefined, freq }).map((value) => value === undefined ? {} : { [name]: value })
  return fc.tuple(
    fc.constantFrom<Record<string, string>>({ 'if-match': '*' }, { 'if-match': '*' }, { 'if-match': '*' }, {}, { 'if-match': '"1-x"' }, { 'if-match': 'W/"1"' }, { 'if-match': '' }, { 'if-match': '"1", *' }, { 'if-match': 'x'.repeat(3_000) }),
    optional('accept-language', ['en', 'nl', 'en-GB,nl;q=0.5', '*', 'x'.repeat(500)], 2), optional('if-none-match', ['*', '"1"', 'x'], 1), optional('accept', ['application/json', 'text/html', 'x/y', ''], 1),
    type === undefined ? fc.constant({}) : fc.oneof({ arbitrary: fc.constant({ 'content-type': type }), weight: 9 }, { arbitrary: fc.constantFrom('application/json; charset=utf-8', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '', 'application/xml').map((value) => ({ 'content-type': value })), weight: 1 }),
  ).map((parts) => Object.assign({}, ...parts) as Record<string, string>)
}

function queryFor({ parameters = [] }: Operation, known: Known): Arbitrary<(readonly [string, string])[]> {
  const text = hostile.map((value) => typeof value === 'string' ? value : JSON.stringify(value) ?? '').map((value) => value.slice(0, 3_000).toWellFormed())
  const declared = parameters.filter((one) => one.in === 'query')
  const pair = fc.oneof(
    ...declared.map(({ name, schema }) => fc.oneof({ arbitrary: valid(schema as Schema, known).map((value) => String(Array.isArray(value) ? value[0] ?? '' : value)), weight: 3 }, { arbitrary: text, weight: 1 }).map((value) => [name, value] as const)),
    fc.tuple(fc.oneof(fc.constantFrom('__proto__', 'bogus', 'q[]', 'sort[]', ''), fc.string({ maxLength: 20 }).map((name) => name.toWellFormed())), text),
  )
  return fc.array(pair, { maxLength: 4 })
}

function bodyFor(schema: Schema, known: Known): Arbitrary<string | undefined> {
  const fit = valid(schema, known)
  const spoilt = fc.tuple(fit, fc.array(fc.tuple(fc.oneof(fc.constantFrom('__proto__', 'constructor', 'id', 'status', 'revision', 'bogus', ''), fc.constantFrom('x', ...Object.keys(schema.properties ?? {}))), hostile), { minLength: 1, maxLength: 3 }))
    .map(([value, changes]) => `{${[...Object.entries(value as object).filter(([name]) => !changes.some(([other]) => other === name)), ...changes].map(([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one) ?? 'null'}`).join(',')}}`)
  return fc.oneof(
    { arbitrary: fit.map((value) => JSON.stringify(value)), weight: 5 }, { arbitrary: spoilt, weight: 6 }, { arbitrary: hostile.map((value) => JSON.stringify(value) ?? ''), weight: 1 },
    { arbitrary: fc.constantFrom(undefined, '', '{', '{}', '[]', '"x"', 'null', '{"a":1,}', '\uFEFF{}', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, `{"name":1e400}`, `{"name":"${'x'.repeat(300_000)}"}`, '{"name":"\\ud800"}', '{"name":"a","name":"b"}'), weight: 1 },
  )
}

/** A value that the schema allows; things that are pointed at mostly exist. */
function valid(schema: Schema, known: Known): Arbitrary<unknown> {
  const types = [schema.type].flat() as (string | undefined)[]
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum as unknown[])
  const orNull = (value: Arbitrary<unknown>) => types.includes('null') ? fc.option(value, { freq: 4 }) : value
  const target = schema['x-refers-to'] as string | undefined
  const catalogue = schema['x-catalogue'] as string | undefined
  const pointed = target !== undefined ? known.pools.get(target) : catalogue !== undefined ? known.terms.get(catalogue) : undefined
  if (types.includes('array')) return fc.array(pointed ? fc.constantFrom(...pointed) : valid((schema.items ?? {}) as Schema, known), { maxLength: 3 })
  if (pointed) return orNull(fc.constantFrom(...pointed))
  if (types.includes('object') || schema.properties) return objectOf(schema, known)
  if (types.includes('integer')) return orNull(fc.integer({ min: (schema.minimum as number | undefined) ?? -1000, max: (schema.maximum as number | undefined) ?? 1_000_000 }))
  if (types.includes('boolean')) return orNull(fc.boolean())
  if (!types.includes('string')) return fc.constantFrom(null, 'x', 1)
  if (schema.format === 'uuid') return orNull(fc.uuid())
  if (schema.format === 'date') return orNull(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)))
  if (typeof schema.pattern === 'string') return orNull(schema.pattern.startsWith('^P') ? fc.constantFrom('P5Y', 'P6M', 'PT24H', 'P1Y6M') : fc.stringMatching(new RegExp(schema.pattern)))
  return orNull(fc.string({ unit: 'grapheme', minLength: (schema.minLength as number | undefined) ?? 0, maxLength: Math.min((schema.maxLength as number | undefined) ?? 50, 60) }))
}

function objectOf(schema: Schema, known: Known): Arbitrary<Record<string, unknown>> {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>).filter(([, property]) => property.readOnly !== true)
  const required = (schema.required ?? []) as string[]
  const all = fc.record(Object.fromEntries(properties.map(([name, property]) => [name, valid(resolved(property), known)])), { requiredKeys: required.filter((name) => properties.some(([own]) => own === name)) })
  return all
}

function resolved(schema: Schema): Schema {
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined
  return name === undefined ? schema : description.components.schemas[name] as Schema
}
