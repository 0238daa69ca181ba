// Loose data: looks into data of which nothing is sure yet.
export type Loose = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The groups in a list, each in its place; what is no group stands there as an empty one. */
export function list(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? value.map((one: unknown) => isRecord(one) ? one : {}) : []
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
