// Form values: the flat names of an HTML form (`purposes.0.purpose`, `data_categories`) as the nested raw input of a register.
import { joinDuration } from '../page-kit/duration.ts'
import type { Fields } from './field-types.ts'

export type FormEntries = Iterable<readonly [string, string]>

/** Names outside the fields (`revision`, `_action`, a row's `_row`) are left alone. A duration may come as `x.amount` and `x.unit`.
 *  A field that isn't in the form at all isn't in the result; an emptied list says so by an empty value under its own name. */
export function rawFromForm(fields: Fields, entries: FormEntries): Record<string, unknown> {
  const all = [...entries]
  const raw: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(fields)) {
    if (field.type === 'terms' || field.type === 'choices') {
      if (all.some(([name]) => name === key)) raw[key] = all.filter(([name, value]) => name === key && value !== '').map(([, value]) => value)
    } else if (field.type === 'rows') {
      if (all.some(([name]) => name === key || name.startsWith(`${key}.`))) raw[key] = rowsFromForm(key, all)
    } else {
      const value = single(key, all)
      if (value !== undefined) raw[key] = value
    }
  }
  return raw
}

function rowsFromForm(key: string, all: readonly (readonly [string, string])[]): Record<string, unknown>[] {
  const byIndex = new Map<number, (readonly [string, string])[]>()
  for (const [name, value] of all) {
    const match = name.startsWith(`${key}.`) ? /^(\d{1,4})\.(.+)$/.exec(name.slice(key.length + 1)) : null
    if (!match) continue
    const index = Number(match[1])
    const cells = byIndex.get(index) ?? []
    cells.push([match[2]!, value])
    byIndex.set(index, cells)
  }
  return [...byIndex.keys()].toSorted((one, other) => one - other).map((index) => {
    const cells = byIndex.get(index)!
    const columns = new Set(cells.map(([name]) => name.replace(/\.(amount|unit)$/, '')).filter((name) => !name.startsWith('_')))
    return Object.fromEntries([...columns].map((column) => [column, single(column, cells)]))
  })
}

function single(key: string, all: readonly (readonly [string, string])[]): string | undefined {
  const plain = all.findLast(([name]) => name === key)?.[1]
  if (plain !== undefined) return plain
  const amount = all.findLast(([name]) => name === `${key}.amount`)?.[1]
  if (amount === undefined) return undefined
  const unit = all.findLast(([name]) => name === `${key}.unit`)?.[1] ?? 'Y'
  return joinDuration({ amount, unit })
}
