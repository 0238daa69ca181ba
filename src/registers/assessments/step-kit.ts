// Step kit: what the steps of an assessment share: who may take them, in which states, how they write what they change, and that the DPO never leads (art. 38 lid 6 AVG; N-33).
import { sql } from 'kysely'
import { Invalid } from '../../ground/refusals.ts'
import type { Role, Scope } from '../../ground/scope.ts'
import { say, t, type Words } from '../../ground/words.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import { asNextVersion } from '../../register-kit/lifecycle-acts.ts'
import type { Outcome, Step, Work } from '../../register-kit/register.ts'
import type { AssessmentInput, Kind } from './declaration.ts'

/** Owner, privacy manager and ISO carry out; the CISO supports (H-55). The DPO advises, and is none of them. */
export const carriers: readonly Role[] = ['process_owner', 'privacy_officer', 'iso', 'ciso']
/** Who answers for the processing answers the advice and decides, in the controller's name. */
export const deciders: readonly Role[] = ['process_owner']
export const byOwner = ['owner'] as const
export const byWriters = ['owner', 'editor'] as const

export const whileIn = (...statuses: readonly string[]) => ({ status }: Work): boolean => statuses.includes(status)
/** Also only for some kinds. */
export const whileOf = (kinds: readonly Kind[], ...statuses: readonly string[]) => ({ status, input }: Work): boolean => statuses.includes(status) && input !== undefined && kinds.includes(input.kind as Kind)
export const beforeAdvice = ['asked', 'filling', 'weighing'] as const
export const adopted = ['consulting', 'carrying_out', 'testing', 'concluded'] as const

export const inputOf = ({ entry }: Pick<Step, 'entry'>): AssessmentInput => entry.input as AssessmentInput

/** Of a draft as it is; of what was adopted as the next version. */
export async function changed(step: Step, more: AnyInput, system: Outcome['system'] = {}, note: string | null = null): Promise<Outcome> {
  const input = { ...step.entry.input, ...more }
  if (step.entry.system.version === 0) return { input, note, system }
  const outcome = await asNextVersion(step, input)
  return { ...outcome, note, system: { ...outcome.system, ...system } }
}

export type Faults = readonly { readonly at: string; readonly message: Words }[]

/** @throws Invalid where anything is wrong */
export function refuse(faults: Faults): void {
  if (faults.length > 0) throw new Invalid(faults.map(({ at, message }) => ({ at, message: say(message) })))
}

/** Fields in which a data protection officer stands who may only advise. */
export async function ledByDpo({ organisation, tx }: Pick<Scope, 'organisation' | 'tx'>, { owner, editor, team }: Pick<AssessmentInput, 'owner' | 'editor' | 'team'>): Promise<('owner' | 'editor' | 'team')[]> {
  const leading = { owner: [owner], editor: [editor], team: team.filter(({ part }) => part !== 'adviser').map(({ person }) => person) }
  const people = Object.values(leading).flat().filter((id) => id !== null)
  if (people.length === 0) return []
  const { rows } = await sql<{ id: string }>`select distinct person_id as id from role_assignment where organisation_id = ${organisation.id} and role = 'dpo' and person_id = any(${people}::uuid[])`.execute(tx)
  const dpos = new Set(rows.map(({ id }) => id))
  return (['owner', 'editor', 'team'] as const).filter((at) => leading[at].some((id) => id !== null && dpos.has(id)))
}

/** @throws Invalid where the DPO would lead: the controller carries out, the DPO advises and watches (art. 35 lid 1 en 2, art. 38 lid 6 en art. 39 lid 1 onder c AVG) */
export async function refuseDpo(scope: Scope, input: Pick<AssessmentInput, 'owner' | 'editor' | 'team'>): Promise<void> {
  const at = await ledByDpo(scope, input)
  if (at.length > 0) throw new Invalid(at.map((field) => ({ at: field, message: t('De FG adviseert en houdt toezicht, en kan een DPIA dus niet leiden of schrijven. In het team kan de FG alleen adviseur zijn.', 'The DPO advises and supervises, and so can’t lead or write an assessment. In the team the DPO can only be adviser.') })))
}
