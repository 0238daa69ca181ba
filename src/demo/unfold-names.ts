// Unfold names: from an entry written down with names of departments, bodies and persons to the input of its register, whatever the register.
import type { AnyInput } from '../register-kit/entry.ts'
import { type Fields, emptyInput } from '../register-kit/field-types.ts'
import type { Names } from './unfold.ts'

/** References to anything but a department, body, person or participant must hold an id already. @throws where a name stands for nothing */
export function unfoldNames(fields: Fields, values: Readonly<Record<string, unknown>>, names: Names): AnyInput {
  const targets: Readonly<Record<string, ReadonlyMap<string, string>>> = { department: names.departments, governing_body: names.bodies, person: names.people, participant: names.participants }
  const unfolded = Object.entries(values).map(([key, value]) => {
    const field = fields[key]
    if (!field) throw new Error(`The register has no field ${key}`)
    const ids = field.type === 'reference' ? targets[field.to] : undefined
    if (!ids || typeof value !== 'string') return [key, value]
    const id = ids.get(value)
    if (id === undefined) throw new Error(`The demo world has no ${value}`)
    return [key, id]
  })
  return { ...emptyInput(fields), ...Object.fromEntries(unfolded) }
}
