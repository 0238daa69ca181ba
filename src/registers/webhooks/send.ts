// Send: one message to its target, signed, and what to make of the answer.
import { log, traceOf } from '../../ground/log.ts'
import { countDelivery } from '../../ground/metrics.ts'
import { type Allowed, fetchOutside, OutboundTrouble, type OutsideAnswer } from '../../ground/outbound.ts'
import { inPlace, type JobPlace } from '../../people/job-scope.ts'
import { type Claimed, type Ending, recordEnding } from './deliveries.ts'
import { cloudEvent } from './event.ts'
import type { House } from './house.ts'
import { askedWait } from './retry.ts'
import { signatureHeaders } from './signature.ts'
import { openSecrets } from './subscriptions.ts'

/** Finding, connecting, sending and hearing the answer together. */
export const sendTimeoutMs = 10_000

/** Sends a message that was taken in hand, and writes how that ended. */
export async function sendMessage(house: House, place: JobPlace, message: Claimed, timeoutMs = sendTimeoutMs): Promise<Ending> {
  const ending = await attempt(house, place, message, timeoutMs)
  const outcome = await inPlace(house, place, (scope) => recordEnding(scope, message, ending))
  countDelivery(outcome, ending.ms)
  log.debug('webhook-sent', { organisation: place.organisation.id, subscription: message.id, event: message.event_id, attempt: message.attempt, outcome, trouble: ending.trouble, status: ending.status, ms: ending.ms })
  return ending
}

/** Targets beyond the public internet: those that the operator named, and this machine in tests and the demo. */
export function allowedTargets(house: House): Allowed {
  return { hosts: house.config.webhookAllowHosts ?? [], loopback: house.allowsLoopbackProvider ?? false }
}

async function attempt(house: House, { organisation }: JobPlace, message: Claimed, timeoutMs: number): Promise<Ending> {
  const started = performance.now()
  const now = house.clock()
  const body = JSON.stringify(cloudEvent(house.config.publicUrl, organisation.slug, message))
  const ended = (trouble: string | null, answer?: OutsideAnswer): Ending =>
    ({ trouble, status: answer?.status ?? null, ms: Math.round(performance.now() - started), askedSeconds: askedWait(answer?.headers['retry-after'], now) })
  try {
    const answer = await fetchOutside(message.target, {
      method: 'POST', body, timeoutMs, mostBytes: 4_096, allow: allowedTargets(house),
      headers: { 'content-type': 'application/cloudevents+json; charset=utf-8', ...signatureHeaders(openSecrets(organisation.key, message, now), message.event_id, now, body) },
    })
    return ended(troubleOf(answer.status), answer)
  } catch (error) {
    if (error instanceof OutboundTrouble) return ended(error.trouble)
    log.error('webhook-failed', { organisation: organisation.id, subscription: message.id, event: message.event_id, ...traceOf(error) })
    return ended('fault')
  }
}

function troubleOf(status: number): string | null {
  if (status >= 200 && status < 300) return null
  return status >= 300 && status < 400 ? 'redirect' : status === 410 ? 'gone' : 'refused'
}
