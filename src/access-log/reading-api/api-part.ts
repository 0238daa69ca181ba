// API part of the access log: the reading extension as OpenAPI describes it. It is a working version: the description says so.
import type { ApiPart } from '../../register-kit/api/api-parts.ts'
import { organisationParameter, problemResponses, versionHeader } from '../../register-kit/api/openapi.ts'
import type { Schema } from '../../register-kit/api/schemas.ts'
import { asked } from './question.ts'
import { mostRecords, partKey, readingRoutes, usualRecords } from './routes.ts'

const text: Schema = { type: 'string', minLength: 1 }
const moment: Schema = { type: 'string', format: 'date-time' }

export const accessLogApi: ApiPart = {
  key: partKey, words: { nl: 'Logboek (lezen)', en: 'Access log (reading)' }, readsAt: ['processing-activities'], routes: readingRoutes,
  paths: {
    [`/{organisation}/${partKey}/processing-activities`]: {
      parameters: [organisationParameter],
      post: {
        operationId: 'readAccessLog', summary: 'Lees het logboek', tags: [partKey],
        description: 'Wie wiens gegevens gebruikte, volgens de extensie “lezen” van Logboek Dataverwerkingen. Die extensie is een werkversie en niet vastgesteld: deze aanroep kan nog veranderen. Vraag ten minste naar een trace, een verwerking of een betrokkene. '
          + 'Wat geheim is of bij een vertrouwelijke verwerking hoort, staat niet in het antwoord. Betrokkenen staan er onder hun pseudoniem. Het lezen komt zelf in het logboek (dpl.read.externalReadAPI_id). '
          + 'Regels aanleveren gaat niet hier maar op /v1/traces en /v1/logs (OTLP) of /log/v1/records: zie docs/access-log.md.',
        parameters: [
          { name: 'size', in: 'query', description: 'Hoeveel op een bladzijde.', schema: { type: 'integer', minimum: 1, maximum: mostRecords, default: usualRecords } },
          { name: 'after', in: 'query', description: 'Uit links.next van de vorige bladzijde; stuur dezelfde vraag mee.', schema: { type: 'string', maxLength: 400 } },
        ],
        requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/AccessLogQuestion' } } } },
        responses: { 200: { description: 'Een bladzijde van het logboek, nieuwste eerst.', headers: versionHeader, content: { 'application/json': { schema: { $ref: '#/components/schemas/AccessLogAnswer' } } } }, ...problemResponses(400, 401, 403, 404, 413, 415, 429) },
      },
    },
  },
  schemas: {
    AccessLogQuestion: {
      type: 'object', additionalProperties: false, anyOf: [asked.trace, asked.activity, asked.subject].map((name) => ({ required: [name] })),
      properties: {
        [asked.trace]: { ...text, description: 'Trace-id als uuid, of als 32 hexadecimale tekens.' }, [asked.activity]: { ...text, maxLength: 500, description: 'De verwerking, zoals de toepassing haar noemt.' },
        [asked.subject]: { ...text, maxLength: 200, description: 'Het kenmerk van de betrokkene, of een pseudoniem uit een eerder antwoord.' }, [asked.subjectType]: { ...text, maxLength: 200, description: 'BSN, personeelsnummer of een URI; hoort bij het kenmerk.' },
        [asked.from]: { ...moment, description: 'Begonnen op of na dit moment.' }, [asked.until]: { ...moment, description: 'Begonnen vóór dit moment.' },
      },
    },
    AccessLogAnswer: {
      type: 'object', additionalProperties: false, required: ['metadata', 'processingActivities', 'links'],
      properties: {
        metadata: { type: 'object', additionalProperties: false, required: ['logbookId', 'organizationName'], properties: { logbookId: { type: 'string', format: 'uri' }, organizationName: { type: 'string' } } },
        processingActivities: { type: 'array', maxItems: mostRecords, items: { $ref: '#/components/schemas/AccessLogRecord' } }, links: { $ref: '#/components/schemas/Links' },
      },
    },
    AccessLogRecord: {
      type: 'object', additionalProperties: false, required: ['traceId', 'spanId', 'parentSpanId', 'status', 'name', 'startTime', 'endTime', 'resource', 'attributes'],
      properties: {
        traceId: { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }, spanId: { type: 'string', pattern: '^[0-9a-f]{16}$' }, parentSpanId: { type: ['string', 'null'], pattern: '^[0-9a-f]{16}$' },
        status: { type: 'string', enum: ['Unset', 'Ok', 'Error'] }, name: { type: 'string' }, startTime: moment, endTime: moment,
        resource: { type: 'object', additionalProperties: false, required: ['attributes'], properties: { attributes: { type: 'object', additionalProperties: { type: 'string' } } } },
        attributes: { type: 'object', required: [asked.activity], properties: { [asked.activity]: { type: 'string' }, [asked.subject]: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'Altijd het pseudoniem.' }, [asked.subjectType]: { type: ['string', 'null'] } }, additionalProperties: true },
      },
    },
  },
}
