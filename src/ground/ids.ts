// Keys: UUID version 7 made by the application, so that no sequence stands in a hot path and new rows are neighbours on disk.
import { randomUUIDv7 } from 'node:crypto'

export function newId(): string {
  return randomUUIDv7()
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isId(text: string): boolean {
  return uuid.test(text)
}
