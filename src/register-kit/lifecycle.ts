// Lifecycle: where an entry stands, and which verbs an actor may do on it now.
import { type Actor, assignmentsOf } from '../ground/scope.ts'
import { presentDeadlines } from './deadlines/kept-deadline.ts'
import type { AnyInput, Entry, Stage } from './entry.ts'
import type { Register, Work } from './register.ts'

export function stageOf(register: Register, status: string): Stage {
  return register.lifecycle.statuses[status]?.stage ?? 'ended'
}

/** Codes of the states that count as this stage. */
export function statusesAt(register: Register, ...stages: readonly Stage[]): string[] {
  return Object.entries(register.lifecycle.statuses).flatMap(([status, { stage }]) => stages.includes(stage) ? [status] : [])
}

export function workOf(register: Register, entry: Entry): Work {
  const { department } = register.named
  return {
    status: entry.system.status, stage: stageOf(register, entry.system.status), proposal: entry.proposal?.status ?? 'none',
    department: department === undefined ? null : entry.input[department] as string | null, input: entry.input,
    ...(entry.deadlines ? { deadlines: Object.fromEntries([...presentDeadlines(entry.deadlines)].map(([kind, deadline]) => [kind, runningOf(deadline)])) } : {}),
  }
}

function runningOf({ metAt, lapsedAt, suspendedAt, extendedAt }: NonNullable<Entry['deadlines']>[number]): 'running' | 'extended' | 'suspended' | 'over' {
  if (metAt !== null || lapsedAt !== null) return 'over'
  return suspendedAt !== null ? 'suspended' : extendedAt !== null ? 'extended' : 'running'
}

/** Whether a role lets the actor do a verb on work of a department, or a field of `input` names the actor; the system may do everything, a token what its maker gave it. */
export function mayDo(register: Register, actor: Actor, verb: string, department: string | null, input?: AnyInput): boolean {
  if (actor.kind === 'system') return true
  if (input && actor.kind === 'person' && register.lifecycle.verbs[verb]?.alsoFor?.some((field) => input[field] === actor.personId)) return true
  if (actor.kind === 'token' && !(actor.mayWrite && (actor.registers === undefined || actor.registers.includes(register.key)))) return false
  const roles = register.lifecycle.verbs[verb]?.roles ?? []
  return assignmentsOf(actor).some(({ role, departmentIds }) => roles.includes(role) && (departmentIds === undefined || (department !== null && departmentIds.includes(department))))
}

/** The verbs that the actor may do now, in the order in which a page offers them. */
export function stepsFor(register: Register, actor: Actor, work: Work): string[] {
  return Object.entries(register.lifecycle.verbs).flatMap(([key, verb]) =>
    verb.offered !== 'no' && verb.when(work) && mayDo(register, actor, key, work.department, work.input) ? [key] : [])
}

/** Whether a change to what is in force is a proposal beside it. */
export function hasProposals({ lifecycle }: Pick<Register, 'lifecycle'>): boolean {
  return Object.hasOwn(lifecycle.verbs, 'propose')
}

/** What is being worked on: the proposal where there is one. */
export function workingInput(entry: Entry): AnyInput {
  return entry.proposal?.input ?? entry.input
}

export function workingRevision(entry: Entry): number {
  return entry.proposal?.revision ?? entry.system.revision
}
