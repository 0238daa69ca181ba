// Values: the fields of an entry as the demo world writes them, with names where the register keeps ids.
import type { ActivityInput } from '../registers/processing-activities/declaration.ts'

type Pointing = 'name' | 'controller_body' | 'department' | 'owner' | 'coordinating_owner' | 'participants'
export type Values = Partial<Omit<ActivityInput, Pointing>> & {
  name?: string
  department?: string
  /** Name of the governing body. */
  body?: string
  /** Name of the person who coordinates a process across departments. */
  coordinator?: string
  /** Participants by name, each with what is done for it. */
  participants?: readonly { readonly participant: string; readonly categories: string | null }[]
}
