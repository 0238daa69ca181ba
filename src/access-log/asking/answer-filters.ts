// Answer filters: what of an answer is shown, as it stands in the address: by activity, application, outcome and who acted; never by whom it is about.
import type { LogPlace, LogQuestion } from '../../access-record/find.ts'
import { logStatuses, type LogStatus } from '../../access-record/log-record.ts'

export type AnswerFilters = { readonly activity?: string; readonly service?: string; readonly status?: LogStatus; readonly by?: string }

/** In the address; what isn't understood is left out. */
export const filterNames = { activity: 'activiteit', service: 'bron', status: 'uitkomst', by: 'wie' } as const

export function readFilters(address: URLSearchParams): AnswerFilters {
  const [activity, service, status, by] = [address.get(filterNames.activity), address.get(filterNames.service), address.get(filterNames.status), address.get(filterNames.by)]
  return {
    ...(activity ? { activity } : {}), ...(service ? { service } : {}), ...(logStatuses.some((one) => one === status) ? { status: status as LogStatus } : {}), ...(by && /^[0-9a-f]{64}$/.test(by) ? { by } : {}),
  }
}

/** An address with these filters, and one put in another place or taken away. */
export function withFilters(base: string, filters: AnswerFilters, change: { readonly [name in keyof AnswerFilters]?: string | undefined } = {}, more: Readonly<Record<string, string>> = {}): string {
  const parts = new URLSearchParams()
  for (const [key, value] of Object.entries({ ...filters, ...change })) if (value !== undefined) parts.set(filterNames[key as keyof AnswerFilters], value)
  for (const [key, value] of Object.entries(more)) parts.set(key, value)
  const query = parts.toString()
  return query === '' ? base : `${base}?${query}`
}

/** By whom it was: of a question about a person that is one more condition. */
export function filtered(question: LogQuestion, { activity, service, status, by }: AnswerFilters): LogQuestion {
  return { ...question, ...(activity ? { activity } : {}), ...(service ? { service } : {}), ...(status ? { status } : {}), ...(by && question.subjects ? { actors: [Buffer.from(by, 'hex')] } : {}) }
}

/** Where a page begins: `1763800000000.0123456789abcdef`. */
export function readPlace(text: string | null | undefined): LogPlace | undefined {
  const [, ms, spanId] = /^(\d{12,14})\.([0-9a-f]{16})$/.exec(text ?? '') ?? []
  return ms === undefined || spanId === undefined ? undefined : { startedAt: new Date(Number(ms)), spanId }
}

export function placeText({ startedAt, spanId }: LogPlace): string {
  return `${startedAt.getTime()}.${spanId}`
}
