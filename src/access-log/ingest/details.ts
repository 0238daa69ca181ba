// Details: the few other attributes of a record that are kept, as the canonical JSON text that is digested with it.
import type { RawRecord } from './raw-record.ts'

/** A message of a fault may quote data: it is kept short. */
const longestMessage = 500
const longestText = 500
const mostRead = 10

/** `{"resource":{…},"attributes":{…}}` with names in the order of the alphabet, or null where nothing is kept. `refuse` is told the field whose value can't be kept. */
export function detailsOf(raw: RawRecord, refuse: (field: string) => void): string | null {
  const take = (field: string, value: unknown, most: number): string | undefined => {
    if (value === undefined || value === null || value === '') return undefined
    if (typeof value === 'string' && isPlain(value)) return value.length <= most ? value : value.slice(0, most).toWellFormed()
    if (typeof value === 'number' || typeof value === 'boolean') return String(value)
    refuse(field)
    return undefined
  }
  const processor = take('dpl.core.foreign_operation.processor', raw.processor, longestText)
  const message = take('exception.message', raw.exceptionMessage, longestMessage)
  const type = take('exception.type', raw.exceptionType, longestText)
  let attributes = member('', 'dpl.core.foreign_operation.processor', processor)
  if (raw.read) for (const name of Object.keys(raw.read).sort().slice(0, mostRead)) if (isPlain(name) && name.length <= 100) attributes = member(attributes, name, take(name, raw.read[name], longestText))
  attributes = member(member(attributes, 'exception.message', message), 'exception.type', type)
  const resource = resourceOf(take('service.name', raw.serviceName, longestText), take('service.version', raw.serviceVersion, longestText))
  if (attributes === '' && resource === '') return null
  return `{${resource === '' ? '' : `"resource":{${resource}}${attributes === '' ? '' : ','}`}${attributes === '' ? '' : `"attributes":{${attributes}}`}}`
}

/** Text that the database can keep as it is: no half characters, no NUL. */
export function isPlain(value: string): boolean {
  return value.isWellFormed() && !value.includes('\0')
}

// All records of an application have the same resource: the last one's text is as a rule this one's.
let last: { name: string | undefined; version: string | undefined; text: string } = { name: undefined, version: undefined, text: '' }

function resourceOf(name: string | undefined, version: string | undefined): string {
  if (last.name !== name || last.version !== version) last = { name, version, text: member(member('', 'service.name', name), 'service.version', version) }
  return last.text
}

function member(before: string, name: string, value: string | undefined): string {
  if (value === undefined) return before
  return `${before}${before === '' ? '' : ','}${JSON.stringify(name)}:${JSON.stringify(value)}`
}
