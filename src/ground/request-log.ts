// Request log: one line for each request and its place in the metrics: what was asked of which route and how it ended, by ids only.
import type { Context, MiddlewareHandler } from 'hono'
import { newId } from './ids.ts'
import { log } from './log.ts'
import { countRequest } from './metrics.ts'
import type { Actor, Organisation } from './scope.ts'

export type RequestLine = { id: string; method: string; route: string; status: number; ms: number; organisation: string | undefined; actor: string | undefined }

/** Stands before every other door. The answer carries the request's id as `x-request-id`; an id that the caller sends is never believed or logged. */
export function observeRequests(tell: (line: RequestLine) => void = logLine): MiddlewareHandler {
  return async (c, next) => {
    const started = performance.now()
    const id = newId()
    c.set('requestId', id)
    await next()
    const ms = performance.now() - started
    c.res.headers.set('x-request-id', id)
    // The deepest handler that ran: its pattern, for the address itself holds names, words that people searched for and secrets of links.
    const route = c.req.routePath
    countRequest(c.req.method, route, c.res.status, ms)
    tell({ id, method: c.req.method, route, status: c.res.status, ms: Math.round(ms), ...whoAsked(c) })
  }
}

function logLine(line: RequestLine): void {
  const isNoise = line.route.startsWith('/health/') || line.route.startsWith('/assets/')
  log[isNoise ? 'debug' : 'info']('request', line)
}

/** What `withScope` (`who`) or the API (`caller`) left in the context, as far as the request came. */
function whoAsked(c: Context): Pick<RequestLine, 'organisation' | 'actor'> {
  const { organisation, actor } = (c.get('who') ?? c.get('caller') ?? {}) as { organisation?: Organisation; actor?: Actor }
  return { organisation: organisation?.id, actor: actor?.kind === 'person' ? actor.personId : actor?.kind === 'token' ? `token:${actor.tokenId}` : actor?.kind }
}
