// Routes of the reading extension: who may ask, the answer in the words of the standard, and the record that the asking itself leaves.
import { Hono } from 'hono'
import type { FoundRecord } from '../../access-record/find.ts'
import { recordQuestion } from '../../access-record/record-question.ts'
import { Invalid, NotAllowed } from '../../ground/refusals.ts'
import { type Actor, assignmentsOf, type Role } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { House } from '../../people/house.ts'
import { callerScope, type TokenEnv } from '../../people/token-door.ts'
import { inQuery } from '../../register-kit/api/problem.ts'
import { readBody, refuseQuery } from '../../register-kit/api/routes.ts'
import { openRecords, readPlace, writePlace } from './open-records.ts'
import { asked, readQuestion } from './question.ts'

export const partKey = 'access-log'
export const mostRecords = 500
export const usualRecords = 100

export function readingRoutes(house: House): Hono<TokenEnv> {
  const app = new Hono<TokenEnv>()
  app.post('/processing-activities', async (c) => {
    refuseQuery(c, 'after', 'size')
    const { organisation, actor } = c.get('caller')
    if (!mayRead(actor)) throw new NotAllowed(t('Dit token mag het logboek niet lezen.', 'This token may not read the log.'))
    const body = await readBody(c)
    if (body instanceof Response) return body
    const question = readQuestion(organisation, body)
    const size = readSize(c.req.query('size'))
    const after = readPlace(organisation, c.req.query('after'))
    const address = `${house.config.publicUrl}/api/v1/${organisation.slug}/${partKey}/processing-activities`
    return callerScope(c, house, async (scope) => {
      const { records, next } = await openRecords(scope, question, { after, size })
      await recordQuestion(scope, {
        name: 'Logboek gelezen (API)', attributes: { 'dpl.read.externalReadAPI_id': address, ...(actor.kind === 'token' ? { 'waarborg.program': actor.tokenId } : {}) },
        subjects: [...(question.subjects ?? []).slice(0, 1).map((subject) => ({ subject, type: records[0]?.subjectType ?? null })), ...records.flatMap(({ subject, subjectType }) => subject ? [{ subject, type: subjectType }] : [])],
      })
      return c.json({
        metadata: { logbookId: `urn:uuid:${organisation.id}`, organizationName: organisation.name }, processingActivities: records.map(wireRecord),
        links: { self: { href: address }, ...(next ? { next: { href: `${address}?${new URLSearchParams({ ...(c.req.query('size') ? { size: String(size) } : {}), after: writePlace(organisation, next) })}` } } : {}) },
      })
    })
  })
  return app
}

/** Of the whole organisation only, and only where the token isn't narrowed to registers without the log. */
const readers: readonly Role[] = ['dpo', 'privacy_officer', 'ciso', 'auditor']

function mayRead(actor: Actor): boolean {
  return actor.kind === 'token' && (actor.registers === undefined || actor.registers.includes(partKey)) && assignmentsOf(actor).some(({ role, departmentIds }) => readers.includes(role) && departmentIds === undefined)
}

/** Never who acted, nor anything beyond the standard's own attributes. */
function wireRecord({ traceId, spanId, parentSpanId, status, name, startedAt, endedAt, activity, subject, subjectType, details }: FoundRecord) {
  return {
    traceId: traceId.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), spanId, parentSpanId, status, name, startTime: startedAt.toISOString(), endTime: endedAt.toISOString(),
    resource: { attributes: details.resource ?? {} },
    attributes: {
      ...Object.fromEntries(Object.entries(details.attributes ?? {}).filter(([key]) => key.startsWith('dpl.'))), [asked.activity]: activity,
      ...(subject ? { [asked.subject]: subject.toString('hex'), [asked.subjectType]: subjectType } : {}),
    },
  }
}

function readSize(typed: string | undefined): number {
  if (typed === undefined) return usualRecords
  const size = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  if (size < 1 || size > mostRecords) throw new Invalid([{ at: inQuery('size'), message: t(`Van 1 tot ${mostRecords}.`, `From 1 to ${mostRecords}.`) }])
  return size
}
