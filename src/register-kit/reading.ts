// Reading and changing: the access records that stay behind when entries that name persons are read, or change.
import { type Access, recordAccess } from '../access-record/record.ts'
import { fold } from '../ground/letters.ts'
import type { Scope } from '../ground/scope.ts'
import type { AnyInput } from './entry.ts'
import type { CellField, Fields } from './field-types.ts'
import type { Register } from './register.ts'

/** Whom inputs identify, by the fields that say so: colleagues by id; somebody from outside by the first filled in text of those that name the same person (`reporter_name`, `reporter_email`), so that one is recorded once. */
export function subjectsIn(fields: Fields, inputs: readonly AnyInput[]): Access['subjects'] {
  const found = new Map<string, Access['subjects'][number]>()
  const add = (cells: Fields, values: AnyInput) => {
    const named = new Set<string>()
    for (const [key, cell] of Object.entries(cells) as [string, CellField][]) {
      const value = values[key]
      if (cell.identifies !== 'person' || typeof value !== 'string' || value === '') continue
      const whose = key.split('_')[0]!
      if (cell.type === 'reference') found.set(`person ${value}`, { type: 'person', id: value })
      else if (!named.has(whose)) {
        found.set(`subject ${fold(value).trim()}`, { type: 'subject', id: fold(value).trim() })
        named.add(whose)
      }
    }
  }
  for (const input of inputs) {
    add(Object.fromEntries(Object.entries(fields).filter(([, { type }]) => type !== 'rows')), input)
    for (const [key, field] of Object.entries(fields)) if (field.type === 'rows') for (const row of (input[key] as AnyInput[] | undefined) ?? []) add(field.columns, row)
  }
  return [...found.values()]
}

/** Leaves the records for those whom these inputs identify. `name` says the act in Dutch, never a person. */
export function recordReading(scope: Scope, fields: Fields, inputs: readonly AnyInput[], name: string): Promise<void> {
  return recordAccess(scope, { name, subjects: subjectsIn(fields, inputs) })
}

/** Leaves the records of a verb for those whom the entries identify, before it or after. Entries that change together are one act. */
export function recordChange(scope: Scope, register: Register, verb: string, subjects: Access['subjects']): Promise<void> {
  return recordAccess(scope, { name: `${register.lifecycle.verbs[verb]?.words.nl ?? verb}: ${register.words.one.nl}`, subjects })
}

/** Whom a verb touches: those whom the entry identifies (as it was, as it becomes, as proposed), and those whom the form of the verb names. */
export function subjectsOfVerb(register: Register, verb: string, inputs: readonly AnyInput[], values: AnyInput = {}): Access['subjects'] {
  return [...subjectsIn(register.fields, [...inputs, values]), ...subjectsIn(register.lifecycle.verbs[verb]?.fields ?? {}, [values])]
}
