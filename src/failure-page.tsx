// Failure page: what people see when something was refused or broke: what happened, what they can do, and nothing from the inside.
import type { Context } from 'hono'
import { isDatabaseAway } from './ground/database.ts'
import { newId } from './ground/ids.ts'
import { log, traceOf } from './ground/log.ts'
import { codeOf } from './ground/postgres-roles.ts'
import { Invalid, NotFound, Refusal, TooMany } from './ground/refusals.ts'
import { ButtonGroup, ButtonLink } from './page-kit/buttons.tsx'
import { PlainPage } from './page-kit/layout.tsx'

const headings: Readonly<Record<number, string>> = {
  400: 'De invoer klopt niet', 401: 'Log eerst in', 403: 'Geen toegang', 404: 'Niet gevonden', 409: 'Dit kan nu niet', 413: 'Te groot', 429: 'Even wachten', 500: 'Er ging iets mis', 503: 'Even geduld',
}

/** A refusal as a page; anything else as a fault with an id that stands in the log too. `undefined` is an address that leads nowhere. */
export function failurePage(error: unknown, c: Context): Response | Promise<Response> {
  const refusal = error === undefined ? new NotFound('Dit adres bestaat niet.') : error instanceof Refusal ? error : undefined
  if (refusal) {
    if (refusal instanceof TooMany) c.header('retry-after', String(refusal.retryAfterSeconds))
    return show(c, refusal.status, refusal.message, refusal instanceof Invalid ? refusal.faults.map(({ message }) => message) : [])
  }
  // A NUL byte, which no text in PostgreSQL can hold: no browser's form sends one.
  if (codeOf(error) === '22021') return show(c, 400, 'In wat u stuurde staat een teken dat niet bewaard kan worden. Haal vreemde tekens weg en probeer het opnieuw.', [])
  if (isDatabaseAway(error)) {
    c.header('retry-after', '5')
    log.warn('database-away', { path: c.req.routePath })
    return show(c, 503, 'De database is even niet bereikbaar. Wat u typte staat nog in uw browser: ga een pagina terug en probeer het over een paar seconden opnieuw.', [])
  }
  const id = newId()
  log.error('fault', { id, method: c.req.method, route: c.req.routePath, ...traceOf(error) })
  return show(c, 500, `Dit is een fout in Waarborg, niet in wat u deed. Noem bij navraag dit kenmerk: ${id}. Wat u typte staat nog in uw browser: ga een pagina terug.`, [])
}

function show(c: Context, status: number, message: string, details: readonly string[]): Response | Promise<Response> {
  const heading = headings[status] ?? 'Dit lukt niet'
  if ((c.req.header('accept') ?? '').startsWith('application/json')) {
    return c.body(JSON.stringify({ title: heading, status, detail: message }), status as 400, { 'content-type': 'application/problem+json' })
  }
  const slug = /^\/([a-z][a-z0-9-]+)\//.exec(c.req.path)?.[1]
  return c.html(
    <PlainPage heading={heading} failed>
      <p>{message}</p>
      {details.length > 0 && <ul>{details.map((detail) => <li>{detail}</li>)}</ul>}
      <ButtonGroup>
        {status === 401 ? <ButtonLink look="primary" href="/inloggen">Inloggen</ButtonLink> : <ButtonLink look="primary" href={slug && slug !== 'openbaar' ? `/${slug}` : '/'}>Naar het begin</ButtonLink>}
      </ButtonGroup>
    </PlainPage>, status as 400)
}
