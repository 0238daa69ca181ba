// Problem: what went wrong as problem+json (RFC 9457), with every fault at its place and nothing from the inside.
import type { Context } from 'hono'
import { isDatabaseAway, isStorageFull } from '../../ground/database.ts'
import { newId } from '../../ground/ids.ts'
import { log, traceOf } from '../../ground/log.ts'
import { codeOf } from '../../ground/postgres-roles.ts'
import { type Fault, Invalid, NotFound, Refusal, TooMany } from '../../ground/refusals.ts'
import { say, t, type Words } from '../../ground/words.ts'
import { pointerOf } from '../wire.ts'
import { apiVersion } from './version.ts'

/** A query parameter that can't be right, among the faults of an Invalid: `?size`. */
export const inQuery = (name: string) => `?${name}`

const titles: Readonly<Record<number, Words>> = {
  400: { nl: 'De invoer klopt niet', en: 'What you sent isn’t right' }, 401: { nl: 'Geen geldig token', en: 'No valid token' }, 403: { nl: 'Geen toegang', en: 'No access' },
  404: { nl: 'Niet gevonden', en: 'Not found' }, 405: { nl: 'Deze methode kan hier niet', en: 'This method isn’t possible here' }, 409: { nl: 'Dit kan nu niet', en: 'This can’t be done now' },
  412: { nl: 'Intussen gewijzigd', en: 'Changed meanwhile' }, 413: { nl: 'Te groot', en: 'Too large' }, 415: { nl: 'Dit soort inhoud kan hier niet', en: 'This kind of content isn’t possible here' },
  428: { nl: 'If-Match ontbreekt', en: 'If-Match is missing' }, 429: { nl: 'Even wachten', en: 'Please wait' }, 500: { nl: 'Er ging iets mis', en: 'Something went wrong' }, 503: { nl: 'Even geduld', en: 'One moment, please' },
}

export function problem(c: Context, status: number, detail: string, faults: readonly Fault[] = []): Response {
  const errors = faults.map(({ at, message }) => at.startsWith('?') ? { in: 'query', name: at.slice(1), detail: message } : { in: 'body', pointer: at.startsWith('#/') ? at : pointerOf(at), detail: message })
  const body = { type: 'about:blank', title: say(titles[status] ?? { nl: 'Dit lukt niet', en: 'This doesn’t work' }), status, detail, ...(errors.length > 0 ? { errors } : {}) }
  c.header('API-Version', apiVersion)
  return c.body(JSON.stringify(body), status as 400, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
}

/** Any error as an answer; `undefined` is an address that leads nowhere. */
export function problemOf(error: unknown, c: Context): Response {
  const refusal = error === undefined ? new NotFound(t('Dit adres bestaat niet in de API.', 'This address doesn’t exist in the API.')) : error instanceof Refusal ? error : undefined
  if (refusal) {
    if (refusal instanceof TooMany) c.header('retry-after', String(refusal.retryAfterSeconds))
    return problem(c, refusal.status, refusal.message, refusal instanceof Invalid ? refusal.faults : [])
  }
  if (codeOf(error) === '22021') return problem(c, 400, t('In wat u stuurde staat een teken dat niet bewaard kan worden (NUL).', 'What you sent holds a sign that can’t be kept (NUL).'))
  if (isDatabaseAway(error)) {
    c.header('retry-after', '5')
    return problem(c, 503, t('De database is even niet bereikbaar. Probeer het over een paar seconden opnieuw.', 'The database can’t be reached for a moment. Try again in a few seconds.'))
  }
  if (isStorageFull(error)) {
    c.header('retry-after', '60')
    log.error('storage-full', { route: c.req.routePath })
    return problem(c, 503, t('Er is geen ruimte meer op de schijf van de database; er is niets opgeslagen. Waarschuw de beheerder en probeer het later opnieuw.', 'There is no room left on the disk of the database; nothing was kept. Warn the administrator and try again later.'))
  }
  const id = newId()
  log.error('fault', { id, method: c.req.method, route: c.req.routePath, ...traceOf(error) })
  return problem(c, 500, t(`Dit is een fout in Waarborg. Noem bij navraag dit kenmerk: ${id}.`, `This is a fault in Waarborg. Mention this reference when you ask about it: ${id}.`))
}
