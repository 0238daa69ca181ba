// Row actions: what the add and remove buttons of a repeating group do to the form that was sent, so that it can be drawn again.

export type Entries = readonly (readonly [name: string, value: string | File])[]

/** Whether this `_action` only changes rows, and so must not save. */
export function isRowAction(action: string | undefined): boolean {
  return /^(add:[\w.-]+|remove:[\w.-]+:\d+)$/.test(action ?? '')
}

/** The entries after `add:<field>` or `remove:<field>:<index>`; rows are numbered anew from 0. Another action leaves them as they are.
 *  A row exists by any entry `<field>.<n>.<sub>`; `<field>.<n>._row` marks one of which nothing is filled in. */
export function applyRowAction(entries: Entries, action: string): Entries {
  const [verb, field, place] = action.split(':')
  if (!isRowAction(action) || !field) return entries
  if (verb === 'add') {
    const kept = renumberRows(entries, field)
    return [...kept, [`${field}.${rowPlaces(kept, field).length}._row`, '1']]
  }
  const start = `${field}.${place}.`
  return renumberRows(entries.filter(([name]) => !name.startsWith(start)), field)
}

/** Closes the gaps in a group's numbers: `purposes.0.x, purposes.4.x` → `purposes.0.x, purposes.1.x`. */
export function renumberRows(entries: Entries, field: string): Entries {
  const places = rowPlaces(entries, field)
  return entries.map(([name, value]) => {
    const place = placeOf(name, field)
    if (place === undefined) return [name, value] as const
    return [`${field}.${places.indexOf(place)}${name.slice(field.length + 1 + String(place).length)}`, value] as const
  })
}

/** The numbers that occur in a group, in order. */
export function rowPlaces(entries: Entries, field: string): number[] {
  const places = new Set<number>()
  for (const [name] of entries) {
    const place = placeOf(name, field)
    if (place !== undefined) places.add(place)
  }
  return [...places].sort((a, b) => a - b)
}

function placeOf(name: string, field: string): number | undefined {
  if (!name.startsWith(`${field}.`)) return undefined
  const found = /^(\d{1,6})(\.|$)/.exec(name.slice(field.length + 1))
  // A number with a leading zero would collide with the same number without it.
  return found?.[1] && String(Number(found[1])) === found[1] ? Number(found[1]) : undefined
}
