// Unfold: from a sketch with names to the input of the register, with the ids of this organisation.
import { dayAfter, dayOf } from '../ground/clock.ts'
import { emptyInput } from '../register-kit/field-types.ts'
import { type ActivityInput, fields } from '../registers/processing-activities/declaration.ts'
import type { Values } from './sketch.ts'

/** What names stand for in one organisation. */
export type Names = {
  readonly departments: ReadonlyMap<string, string>
  readonly bodies: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
  readonly participants: ReadonlyMap<string, string>
  /** Process owner (person id) of a department by its name. */
  readonly ownerOf: (department: string) => string
}

/** The input as it was typed on a moment; the assessments lie some days before the first text of an entry. */
export function unfold(values: Values, names: Names, created: Date): ActivityInput {
  const { department, body, coordinator, participants, ...rest } = values
  const day = dayOf(created)
  return {
    ...emptyInput(fields), ...rest,
    department: department === undefined ? null : idOf(names.departments, department),
    controller_body: body === undefined ? null : idOf(names.bodies, body),
    owner: department === undefined ? null : names.ownerOf(department),
    coordinating_owner: coordinator === undefined ? null : idOf(names.people, coordinator),
    participants: (participants ?? []).map(({ participant, categories }) => ({ participant: idOf(names.participants, participant), categories })),
    pre_dpia_on: rest.pre_dpia_on ?? (rest.pre_dpia_outcome ? dayAfter(day, '-P9D') : null),
    dpia_on: rest.dpia_on ?? (rest.dpia_status === 'done' ? dayAfter(day, '-P3D') : null),
  }
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`The demo world has no ${name}`)
  return id
}
