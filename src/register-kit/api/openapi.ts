// OpenAPI: the description of the whole REST API (3.1), derived from the declarations; the answers are held against it in the tests.
import { deadlineStates } from '../../calendar/state.ts'
import type { Register } from '../register.ts'
import { allRegisters, filterField } from '../tied-registers.ts'
import { thisOne } from '../register-words.ts'
import { deadlineChoices, proposalChoices, reviewChoices, severityChoices } from '../list-address.ts'
import { hasProposals } from '../lifecycle.ts'
import { apiParts } from './api-parts.ts'
import { mostEntries, sortNames, usualEntries } from './query.ts'
import { contentSchema, entrySchema, inputSchema, propertiesOf, type Schema, schemaName, stepSchema, uuid } from './schemas.ts'
import { apiVersion } from './version.ts'

type Operation = Readonly<Record<string, unknown>>
type Paths = Record<string, Record<string, unknown>>

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: Schema) => ({ 'application/json': { schema } })
/** What parts of the API that are no register describe themselves with too. */
export const versionHeader = { 'API-Version': { $ref: '#/components/headers/ApiVersion' } }
const etagHeaders = { ...versionHeader, ETag: { $ref: '#/components/headers/ETag' } }
export const problemResponses = (...statuses: readonly number[]) => Object.fromEntries(statuses.map((status) => [String(status), { $ref: `#/components/responses/Problem${status}` }]))
const parameter = (name: string, place: 'query' | 'header', description: string, schema: Schema, required = false) => ({ name, in: place, description, schema, ...(required ? { required } : {}) })
const ifMatch = (required: boolean) => parameter('If-Match', 'header', 'ETag van wat u las.', { type: 'string' }, required)

/** The document for this installation. Everything in it is about all organisations alike. */
export function openApi(publicUrl: string): Record<string, unknown> {
  const registers = allRegisters()
  return {
    openapi: '3.1.0',
    info: {
      title: 'Waarborg', version: apiVersion, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      description: 'De registers van een organisatie: lezen, schrijven en elke stap van een inschrijving. Elke aanvraag draagt een token van die organisatie. Antwoorden zijn Nederlands, of Engels met Accept-Language: en.',
      contact: { name: 'Beheerder van deze Waarborg', url: publicUrl, email: 'beheer@waarborg.example' },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ token: [] }],
    tags: [{ name: 'organisation', description: 'De organisatie, en waarnaar velden verwijzen.' }, ...registers.map(({ key, words }) => ({ name: key, description: `${words.many.nl}: ${key}` })), ...apiParts().map(({ key, words }) => ({ name: key, description: words.nl }))],
    paths: Object.assign({}, organisationPaths(), ...registers.map(registerPaths), ...apiParts().map(({ paths }) => paths)),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'Een token dat een beheerder maakte onder Beheer > Tokens.' } },
      headers: {
        ApiVersion: { description: 'Versie van de API.', schema: { type: 'string' } }, ETag: { description: 'Stand van de inschrijving, voor If-Match.', schema: { type: 'string' } },
        Location: { description: 'Adres van wat is gemaakt.', schema: { type: 'string', format: 'uri' } },
      },
      responses: Object.fromEntries(problems.map(([status, description]) => [`Problem${status}`, { description, headers: versionHeader, content: { 'application/problem+json': { schema: problemSchema } } }])),
      schemas: { ...sharedSchemas, ...Object.assign({}, ...registers.map(registerSchemas), ...apiParts().map(({ schemas }) => schemas)) },
    },
  }
}

const problems: readonly (readonly [number, string])[] = [
  [400, 'De invoer klopt niet; alle fouten staan erin.'], [401, 'Geen geldig token van deze organisatie.'], [403, 'Het token mag dit niet.'], [404, 'Bestaat niet, of is niet te zien.'], [409, 'Kan nu niet.'],
  [412, 'Intussen gewijzigd.'], [413, 'Te groot.'], [415, 'Dit soort inhoud kan hier niet.'], [428, 'If-Match ontbreekt.'], [429, 'Te veel aanvragen.'],
]

const problemSchema: Schema = {
  type: 'object', required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' },
    errors: { type: 'array', items: { type: 'object', required: ['in', 'detail'], properties: { in: { type: 'string', enum: ['body', 'query'] }, pointer: { type: 'string' }, name: { type: 'string' }, detail: { type: 'string' } }, additionalProperties: false } },
  },
  additionalProperties: false,
}

const closed = (properties: Record<string, Schema>): Schema => ({ type: 'object', properties, required: Object.keys(properties), additionalProperties: false })
const orNull = (type: string, more: Schema = {}): Schema => ({ type: [type, 'null'], ...more })
const href = closed({ href: { type: 'string', format: 'uri' } })
const links: Schema = { type: 'object', properties: { self: href, next: href }, required: ['self'], additionalProperties: false }
const moment: Schema = { type: 'string', format: 'date-time' }
const digest: Schema = { type: 'string', pattern: '^[0-9a-f]{64}$' }

const cited: Schema = { type: 'array', items: closed({ words: { type: 'string' }, citation: { type: 'string' } }) }
const orMoment: Schema = orNull('string', { format: 'date-time' })
const isoDuration: Schema = { type: 'string', pattern: '^P[0-9YMWDTH]+$' }
const clock: Schema = { type: 'string', enum: ['calendar', 'elapsed', 'working'] }
const deadlineSchema = closed({
  id: uuid, kind: { type: 'string' }, words: { type: 'string' }, state: { type: 'string', enum: deadlineStates }, isLate: { type: 'boolean' }, regime: { type: 'string', enum: ['eu', 'dutch', 'own'] }, citation: { type: 'string' },
  duration: isoDuration, clock, startedAt: moment, dueOn: orNull('string', { format: 'date' }), dueAt: moment, firstDueAt: moment, isCut: { type: 'boolean' }, steps: cited, notes: cited,
  policy: { oneOf: [{ type: 'null' }, closed({ key: { type: 'string' }, version: { type: 'string' } })] }, metAt: orMoment, lapsedAt: orMoment,
  extension: { oneOf: [{ type: 'null' }, closed({ at: moment, duration: isoDuration, clock, reason: { type: 'string' } })] },
  suspensions: { type: 'array', items: closed({ ground: { type: 'string', enum: ['identity', 'specification'] }, reason: { type: 'string' }, from: moment, until: orMoment }) },
})

const sharedSchemas: Record<string, Schema> = {
  Links: links,
  Finding: closed({ rule: { type: 'string' }, field: { type: 'string' }, severity: { type: 'string', enum: ['blocking', 'serious', 'attention'] }, detail: { type: 'string' }, message: { type: 'string' }, advice: { type: 'string' }, citation: { type: 'string' }, norms: { type: 'array', items: { type: 'string' } } }),
  HistoryEvent: closed({
    id: uuid, verb: { type: 'string' }, at: moment, personId: orNull('string', { format: 'uuid' }), task: orNull('string'), revision: orNull('integer'), note: orNull('string'),
    changes: { type: 'array', items: { type: 'object', properties: { field: { type: 'string' }, before: {}, after: {} }, required: ['field'], additionalProperties: false } },
  }),
  VersionSummary: closed({ version: { type: 'integer' }, activatedAt: moment, digest, note: orNull('string') }),
  Deadline: deadlineSchema,
  Remark: closed({ id: uuid, field: orNull('string'), body: { type: 'string' }, personId: orNull('string', { format: 'uuid' }), at: moment, answer: orNull('string'), answeredAt: orNull('string', { format: 'date-time' }) }),
  Advice: closed({ id: uuid, revision: { type: 'integer' }, outcome: { type: 'string', enum: ['agreed', 'remarks', 'negative'] }, note: orNull('string'), at: moment }),
  Reference: closed({ id: uuid, name: { type: 'string' }, isActive: { type: 'boolean' } }),
  Term: closed({ key: { type: 'string' }, label: { type: 'string' }, isActive: { type: 'boolean' }, marks: { type: 'array', items: { type: 'string' } }, citation: orNull('string') }),
  RegisterSummary: closed({ key: { type: 'string' }, name: { type: 'string' }, href: { type: 'string', format: 'uri' } }),
}

export const organisationParameter = { name: 'organisation', in: 'path', required: true, description: 'Korte naam van de organisatie.', schema: { type: 'string', pattern: '^[a-z][a-z0-9-]{1,38}[a-z0-9]$' } }
const entryIdParameter = { name: 'id', in: 'path', required: true, description: 'Kenmerk van de inschrijving.', schema: uuid }

function organisationPaths(): Paths {
  const list = (operationId: string, summary: string, name: string, schema: Schema): Operation => ({
    operationId, summary, tags: ['organisation'], responses: { 200: { description: 'De lijst.', headers: versionHeader, content: json(closed({ [name]: { type: 'array', items: schema } })) }, ...problemResponses(400, 401, 403, 404, 429) },
  })
  return {
    '/{organisation}': { parameters: [organisationParameter], get: list('listRegisters', 'Registers waar het token in mag', 'registers', ref('RegisterSummary')) },
    ...Object.fromEntries(([['departments', 'Afdelingen'], ['governing-bodies', 'Bestuursorganen'], ['participants', 'Deelnemers'], ['persons', 'Collega’s']] as const).map(([path, words]) =>
      [`/{organisation}/${path}`, { parameters: [organisationParameter], get: list(`list${path.split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')}`, words, 'references', ref('Reference')) }])),
    '/{organisation}/catalogues/{catalogue}': {
      parameters: [organisationParameter, { name: 'catalogue', in: 'path', required: true, description: 'Sleutel van de catalogus (x-catalogue bij een veld).', schema: { type: 'string', pattern: '^[a-z][a-z0-9-]*$' } }],
      get: list('listTerms', 'Waarden van een catalogus', 'terms', ref('Term')),
    },
  }
}

function registerSchemas(register: Register): Record<string, Schema> {
  const name = schemaName(register)
  return {
    [name]: entrySchema(register), [`${name}Content`]: contentSchema(register), [`${name}Input`]: inputSchema(register),
    ...Object.fromEntries(Object.values(register.lifecycle.verbs).flatMap((verb) => verb.resource ? [[stepName(register, verb.resource), stepSchema(verb)]] : [])),
  }
}

const pascal = (text: string) => text.split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')
const stepName = (register: Register, resource: string) => `${schemaName(register)}${pascal(resource)}`

function registerPaths(register: Register): Paths {
  const name = schemaName(register)
  const tags = [register.key]
  const shown = (status: string, description: string, headers: object) => ({ [status]: { description, headers, content: json(ref(name)) } })
  const body = (schema: Schema, type = 'application/json', required = true) => ({ required, content: { [type]: { schema } } })
  const part = (path: string, words: string, schema: Schema): [string, Record<string, unknown>] => [`/{organisation}/${register.key}/{id}/${path}`, {
    parameters: [organisationParameter, entryIdParameter],
    get: { operationId: `list${name}${pascal(path)}`, summary: words, tags, responses: { 200: { description: words, headers: versionHeader, content: json(closed({ [path]: { type: 'array', items: schema } })) }, ...problemResponses(400, 401, 403, 404, 429) } },
  }]
  const { verbs } = register.lifecycle
  const one = thisOne(register)
  const paths: Paths = {
    [`/{organisation}/${register.key}`]: {
      parameters: [organisationParameter],
      get: {
        operationId: `list${name}`, summary: register.words.many.nl, tags, parameters: listParameters(register),
        responses: { 200: { description: 'Een bladzijde van de lijst.', headers: versionHeader, content: json(closed({ entries: { type: 'array', items: ref(name) }, links: ref('Links') })) }, ...problemResponses(400, 401, 403, 404, 429) },
      },
      post: {
        operationId: `create${name}`, summary: 'Nieuw', tags, requestBody: body(ref(`${name}Input`)),
        responses: { ...shown('201', 'Gemaakt.', { ...etagHeaders, Location: { $ref: '#/components/headers/Location' } }), ...problemResponses(400, 401, 403, 404, 409, 413, 415, 429) },
      },
    },
    [`/{organisation}/${register.key}/{id}`]: {
      parameters: [organisationParameter, entryIdParameter],
      get: { operationId: `read${name}`, summary: `Lees ${one}`, tags, responses: { ...shown('200', 'De inschrijving.', etagHeaders), 304: { description: 'Ongewijzigd.', headers: etagHeaders }, ...problemResponses(400, 401, 403, 404, 429) } },
      put: { operationId: `replace${name}`, summary: 'Vervang de hele inhoud; is er een voorstel, dan de inhoud daarvan', tags, parameters: [ifMatch(true)], requestBody: body(ref(`${name}Input`)), responses: { ...shown('200', 'Gewijzigd.', etagHeaders), ...problemResponses(400, 401, 403, 404, 409, 412, 413, 415, 428, 429) } },
      patch: { operationId: `change${name}`, summary: 'Wijzig alleen deze velden, elk als geheel', tags, parameters: [ifMatch(true)], requestBody: body(ref(`${name}Input`), 'application/merge-patch+json'), responses: { ...shown('200', 'Gewijzigd.', etagHeaders), ...problemResponses(400, 401, 403, 404, 409, 412, 413, 415, 428, 429) } },
      ...(verbs.remove ? { delete: { operationId: `remove${name}`, summary: verbs.remove.words.nl, tags, parameters: [ifMatch(true)], responses: { 204: { description: 'Verwijderd; de geschiedenis blijft.', headers: versionHeader }, ...problemResponses(400, 401, 403, 404, 409, 412, 428, 429) } } } : {}),
    },
    ...Object.fromEntries([part('findings', 'Bevindingen', ref('Finding')), part('versions', 'Versies', ref('VersionSummary')), ...(register.deadlines ? [part('deadlines', 'Termijnen', ref('Deadline'))] : []), ...(verbs.remark ? [part('remarks', 'Opmerkingen', ref('Remark')), part('advice', 'Toetsen', ref('Advice'))] : [])]),
    [`/{organisation}/${register.key}/{id}/history`]: {
      parameters: [organisationParameter, entryIdParameter],
      get: {
        operationId: `list${name}History`, summary: 'Geschiedenis, nieuwste eerst', tags, parameters: [parameter('after', 'query', 'Uit links.next van de vorige bladzijde.', uuid)],
        responses: { 200: { description: 'De geschiedenis.', headers: versionHeader, content: json(closed({ events: { type: 'array', items: ref('HistoryEvent') }, links: ref('Links') })) }, ...problemResponses(400, 401, 403, 404, 429) },
      },
    },
    [`/{organisation}/${register.key}/{id}/versions/{version}`]: {
      parameters: [organisationParameter, entryIdParameter, { name: 'version', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } }],
      get: { operationId: `read${name}Version`, summary: 'Lees een versie', tags, responses: { 200: { description: 'De versie zoals zij werd bevroren.', headers: versionHeader, content: json(closed({ version: { type: 'integer' }, activatedAt: moment, digest, note: orNull('string'), content: ref(`${name}Content`) })) }, ...problemResponses(400, 401, 403, 404, 429) } },
    },
  }
  for (const verb of Object.values(verbs)) {
    if (!verb.resource) continue
    const path = paths[`/{organisation}/${register.key}/{id}/${verb.resource}`] ??= { parameters: [organisationParameter, entryIdParameter] }
    path.post = {
      operationId: `make${stepName(register, verb.resource)}`, summary: verb.words.nl, ...(verb.explain ? { description: verb.explain.nl } : {}), tags, parameters: [ifMatch(false)],
      requestBody: body(ref(stepName(register, verb.resource)), 'application/json', (verb.required ?? []).length > 0), responses: { ...shown('200', 'De inschrijving na de stap.', etagHeaders), ...problemResponses(400, 401, 403, 404, 409, 412, 413, 415, 429) },
    }
  }
  return paths
}

function listParameters(register: Register): object[] {
  const rules = Object.keys(register.rules)
  const choice = (name: string, description: string, values: readonly string[]) => values.length > 0 ? [parameter(name, 'query', description, { type: 'string', enum: values })] : []
  return [
    parameter('q', 'query', 'Woorden die erin staan.', { type: 'string', maxLength: 200 }),
    parameter('status', 'query', 'Een of meer standen.', { type: 'array', items: { type: 'string', enum: Object.keys(register.lifecycle.statuses) } }),
    ...register.list.filters.map(({ name, field }) => {
      const declared = filterField(register.fields, field)!
      const properties = propertiesOf({ value: declared }).value!
      const schema = declared.type === 'yesNo' ? { type: 'boolean' } : declared.type === 'reference' ? uuid : declared.type === 'choice' ? { type: 'string', enum: declared.choices.map(({ key }) => key) } : { type: 'string', pattern: '^[A-Za-z0-9._-]{1,80}$' }
      return parameter(name, 'query', String(properties.title), schema)
    }),
    ...choice('rule', 'Met deze bevinding.', rules), ...choice('severity', 'Met een bevinding van deze ernst.', rules.length > 0 ? severityChoices : []), ...choice('review', 'Nakijken te laat of binnenkort.', register.reviewBy ? reviewChoices : []),
    ...choice('deadline', 'Met een termijn die zo staat; week: eindigt binnen zeven dagen.', register.deadlines ? deadlineChoices : []),
    ...choice('proposal', 'Met een voorstel in deze stand.', hasProposals(register) ? proposalChoices : []), ...choice('sort', 'Volgorde; met een min ervoor aflopend.', sortNames(register).flatMap((name) => [name, `-${name}`])),
    parameter('size', 'query', 'Hoeveel op een bladzijde.', { type: 'integer', minimum: 1, maximum: mostEntries, default: usualEntries }),
    parameter('after', 'query', 'Uit links.next van de vorige bladzijde.', { type: 'string', maxLength: 2000 }),
  ]
}
