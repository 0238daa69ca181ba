// Hostile input: a text of SQL, HTML and formulas for every text field of the register, and requests as no browser makes them.
import type { Fields } from '../../src/register-kit/field-types.ts'
import { fields as declared } from '../../src/registers/processing-activities/declaration.ts'
import { publicUrl } from './people.ts'
import { type Person } from './filled-tenant.ts'
import { product } from './product.ts'

const fields: Fields = declared

/** For each text field, also those in rows: the name in the form and a text of its own, at most 60 long. */
export function hostileTexts(): Map<string, string> {
  const names = Object.entries(fields).flatMap(([name, field]) => {
    if (field.type === 'text' || field.type === 'longText') return [name]
    if (field.type === 'rows') return Object.entries(field.columns).flatMap(([column, cell]) => (cell.type === 'text' || cell.type === 'longText' ? [`${name}.0.${column}`] : []))
    return []
  })
  // Each begins in another way: as a formula, as the end of an attribute, as the end of a statement.
  const beginnings = ['=1+1', '"\'>', `'; drop table person; --`, '@SUM(A1)', '\\\' or 1=1 --', '${7*7}{{7*7}}']
  return new Map(names.map((name, index) => [name, `${beginnings[index % beginnings.length]} <script>x${index}()</script>&amp;`]))
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll(`'`, '&#39;')
}

/** A request with somebody's cookies, made by hand. */
export async function requestAs(person: Person | undefined, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers({ origin: publicUrl, host: new URL(publicUrl).host, ...(person && { cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }) })
  for (const [name, value] of new Headers(init.headers)) headers.set(name, value)
  return (await product()).app.request(publicUrl + path, { ...init, headers }, { incoming: { socket: { remoteAddress: '192.0.2.9' } } })
}
