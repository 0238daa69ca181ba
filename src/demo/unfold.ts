// Unfold: from a sketch with names to the input of a register, with the ids of this organisation.
import { dayAfter, dayOf } from '../ground/clock.ts'
import { completed, emptyInput, type InputOf } from '../register-kit/field-types.ts'
import { fields as agreementFields } from '../registers/agreements/declaration.ts'
import { type ActivityInput, fields } from '../registers/processing-activities/declaration.ts'
import { fields as processorFields } from '../registers/processors/declaration.ts'
import { fields as systemFields } from '../registers/systems/declaration.ts'
import type { AgreementValues, ProcessorValues, SystemValues } from './resources.ts'
import type { Row } from './sketch.ts'
import type { Values } from './values.ts'

/** What names stand for in one organisation. */
export type Names = {
  readonly departments: ReadonlyMap<string, string>
  readonly bodies: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
  readonly participants: ReadonlyMap<string, string>
  /** Process owner (person id) of a department by its name. */
  readonly ownerOf: (department: string) => string
}

/** Entries of the registers by name. */
export type Entries = {
  /** @throws where the register has no such entry, or none yet. */
  readonly idOf: (register: 'processing-activities' | 'processors' | 'systems', name: string) => string
  /** Whether a register has this entry, now or later; else its name is free text. */
  readonly isListed: (register: 'processors' | 'systems', name: string) => boolean
}

type WithDepartment<V> = Omit<V, 'department'> & { department?: string }

/** The input as it was typed on a moment; the assessments lie some days before the first text of an entry. */
export function unfoldActivity(values: Values, names: Names, entries: Entries, created: Date): ActivityInput {
  const { department, body, coordinator, participants, processors, stores, ...rest } = values
  const day = dayOf(created)
  return {
    ...emptyInput(fields), ...rest, ...keeper(department, names),
    controller_body: body === undefined ? null : idOf(names.bodies, body),
    coordinating_owner: coordinator === undefined ? null : idOf(names.people, coordinator),
    participants: (participants ?? []).map(({ participant, categories }) => ({ participant: idOf(names.participants, participant), categories })),
    processors: (processors ?? []).map((row) => hired(row, entries)), stores: (stores ?? []).map((row) => stored(row, entries)),
    // Done before Waarborg came: what an outcome by hand must say.
    pre_dpia_note: rest.pre_dpia_note ?? (rest.pre_dpia_outcome ? 'Gedaan voordat wij Waarborg gebruikten; het verslag ligt bij de privacy officer.' : null),
    pre_dpia_on: rest.pre_dpia_on ?? (rest.pre_dpia_outcome ? dayAfter(day, '-P9D') : null),
    dpia_on: rest.dpia_on ?? (rest.dpia_status === 'done' ? dayAfter(day, '-P3D') : null),
  }
}

export function unfoldSystem({ department, supplier, ...rest }: WithDepartment<SystemValues>, names: Names, entries: Entries): InputOf<typeof systemFields> {
  return { ...emptyInput(systemFields), ...rest, ...keeper(department, names), supplier: supplier === undefined ? null : entries.idOf('processors', supplier) }
}

export function unfoldProcessor({ department, ...rest }: WithDepartment<ProcessorValues>, names: Names): InputOf<typeof processorFields> {
  return { ...completed(processorFields, rest), ...keeper(department, names) }
}

export function unfoldAgreement({ department, processor, processings, ...rest }: WithDepartment<AgreementValues>, names: Names, entries: Entries): InputOf<typeof agreementFields> {
  return {
    ...emptyInput(agreementFields), ...rest, ...keeper(department, names), processor: processor === undefined ? null : entries.idOf('processors', processor),
    processings: (processings ?? []).map((name) => ({ processing: entries.idOf('processing-activities', name), note: null })),
  }
}

/** A processor of the register: its agreement stands there. Others stay as they were typed. */
function hired(row: Row<'processors'>, entries: Entries): Row<'processors'> {
  return row.name !== null && entries.isListed('processors', row.name) ? { processor: entries.idOf('processors', row.name), name: null, service: row.service, agreement: null, agreement_on: null } : row
}

function stored(row: Row<'stores'>, entries: Entries): Row<'stores'> {
  return row.name !== null && entries.isListed('systems', row.name) ? { system: entries.idOf('systems', row.name), name: null, kind: null, is_portable: null, is_encrypted: null } : row
}

function keeper(department: string | undefined, names: Names): { department: string | null; owner: string | null } {
  return department === undefined ? { department: null, owner: null } : { department: idOf(names.departments, department), owner: names.ownerOf(department) }
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`The demo world has no ${name}`)
  return id
}
