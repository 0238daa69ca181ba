// Failure page: what people see when something was refused or broke: what happened, what they can do, and nothing from the inside.
import type { Context } from 'hono'
import { isDatabaseAway, isStorageFull } from './ground/database.ts'
import { newId } from './ground/ids.ts'
import { log, traceOf } from './ground/log.ts'
import { codeOf } from './ground/postgres-roles.ts'
import { Invalid, NotFound, Refusal, TooMany } from './ground/refusals.ts'
import { say, t, type Words } from './ground/words.ts'
import { ButtonGroup, ButtonLink } from './page-kit/buttons.tsx'
import { PlainPage } from './page-kit/layout.tsx'

const headings: Readonly<Record<number, Words>> = {
  400: { nl: 'De invoer klopt niet', en: 'What you sent isn’t right' }, 401: { nl: 'Log eerst in', en: 'Sign in first' }, 403: { nl: 'Geen toegang', en: 'No access' },
  404: { nl: 'Niet gevonden', en: 'Not found' }, 409: { nl: 'Dit kan nu niet', en: 'This can’t be done now' }, 413: { nl: 'Te groot', en: 'Too large' },
  429: { nl: 'Even wachten', en: 'Please wait' }, 500: { nl: 'Er ging iets mis', en: 'Something went wrong' }, 503: { nl: 'Even geduld', en: 'One moment, please' },
}

/** A refusal as a page; anything else as a fault with an id that stands in the log too. `undefined` is an address that leads nowhere. */
export function failurePage(error: unknown, c: Context): Response | Promise<Response> {
  const refusal = error === undefined ? new NotFound(t('Dit adres bestaat niet.', 'This address doesn’t exist.')) : error instanceof Refusal ? error : undefined
  if (refusal) {
    if (refusal instanceof TooMany) c.header('retry-after', String(refusal.retryAfterSeconds))
    return show(c, refusal.status, refusal.message, refusal instanceof Invalid ? refusal.faults.map(({ message }) => message) : [])
  }
  // A NUL byte, which no text in PostgreSQL can hold: no browser's form sends one.
  if (codeOf(error) === '22021') return show(c, 400, t(
    'In wat u stuurde staat een teken dat niet bewaard kan worden. Haal vreemde tekens weg en probeer het opnieuw.',
    'What you sent holds a sign that can’t be kept. Take strange signs out and try again.'), [])
  if (isDatabaseAway(error)) {
    c.header('retry-after', '5')
    log.warn('database-away', { path: c.req.routePath })
    return show(c, 503, t(
      'De database is even niet bereikbaar. Wat u typte staat nog in uw browser: ga een pagina terug en probeer het over een paar seconden opnieuw.',
      'The database can’t be reached for a moment. What you typed is still in your browser: go back one page and try again in a few seconds.'), [])
  }
  if (isStorageFull(error)) {
    c.header('retry-after', '60')
    log.error('storage-full', { path: c.req.routePath })
    return show(c, 503, t(
      'Er is geen ruimte meer op de schijf van de database. Daarom kan er niets worden opgeslagen, ook niet dat iemand persoonsgegevens bekijkt. Wat u typte staat nog in uw browser: waarschuw de beheerder, ga een pagina terug en probeer het later opnieuw.',
      'There is no room left on the disk of the database. So nothing can be kept, not even that somebody looks at personal data. What you typed is still in your browser: warn the administrator, go back one page and try again later.'), [])
  }
  const id = newId()
  log.error('fault', { id, method: c.req.method, route: c.req.routePath, ...traceOf(error) })
  return show(c, 500, t(
    `Dit is een fout in Waarborg, niet in wat u deed. Noem bij navraag dit kenmerk: ${id}. Wat u typte staat nog in uw browser: ga een pagina terug.`,
    `This is a fault in Waarborg, not in what you did. Mention this reference when you ask about it: ${id}. What you typed is still in your browser: go back one page.`), [])
}

function show(c: Context, status: number, message: string, details: readonly string[]): Response | Promise<Response> {
  const heading = say(headings[status] ?? { nl: 'Dit lukt niet', en: 'This doesn’t work' })
  if ((c.req.header('accept') ?? '').startsWith('application/json')) {
    return c.body(JSON.stringify({ title: heading, status, detail: message }), status as 400, { 'content-type': 'application/problem+json' })
  }
  const slug = /^\/([a-z][a-z0-9-]+)\//.exec(c.req.path)?.[1]
  return c.html(
    <PlainPage heading={heading} failed>
      <p>{message}</p>
      {details.length > 0 && <ul>{details.map((detail) => <li>{detail}</li>)}</ul>}
      <ButtonGroup>
        {status === 401 ? <ButtonLink look="primary" href="/inloggen">{t('Inloggen', 'Sign in')}</ButtonLink> : <ButtonLink look="primary" href={slug && slug !== 'openbaar' ? `/${slug}` : '/'}>{t('Naar het begin', 'To the start')}</ButtonLink>}
      </ButtonGroup>
    </PlainPage>, status as 400)
}
