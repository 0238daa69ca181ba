// Visibility: ready predicates for who may see which entries, over the alias `t` of a register's table.
import { type RawBuilder, sql } from 'kysely'
import { type Actor, assignmentsOf, type Role } from '../ground/scope.ts'

/** Those who watch over the whole organisation. */
export const overseers: readonly Role[] = ['dpo', 'privacy_officer', 'ciso', 'iso', 'auditor', 'administrator']

/**
 * Overseers see all; a process owner the own departments; an employee what is in force in the own departments; others nothing (N-02: what the task asks for).
 * The public sees what `published` says, or nothing. A token sees by its roles, and only the registers it was given.
 */
export function visibleByDepartment(options: { register: string; department: string; inForce: string; published?: RawBuilder<boolean> }): (actor: Actor) => RawBuilder<boolean> {
  return (actor) => {
    if (actor.kind === 'system') return sql<boolean>`true`
    if (actor.kind === 'public') return options.published ?? sql<boolean>`false`
    if (actor.kind === 'token' && actor.registers !== undefined && !actor.registers.includes(options.register)) return sql<boolean>`false`
    const held = assignmentsOf(actor)
    if (held.some(({ role, departmentIds }) => overseers.includes(role) && departmentIds === undefined)) return sql<boolean>`true`
    const owned = held.filter(({ role }) => role === 'process_owner' || overseers.includes(role)).flatMap(({ departmentIds }) => departmentIds ?? [])
    const worked = held.filter(({ role }) => role === 'employee').flatMap(({ departmentIds }) => departmentIds ?? [])
    const department = sql.ref(`t.${options.department}`)
    return sql<boolean>`(${department} = any(${owned}::uuid[]) or (t.status = ${options.inForce} and ${department} = any(${worked}::uuid[])))`
  }
}

/** For registers that every colleague with a task in privacy needs: overseers and process owners see all, employees what is in force. */
export function visibleToColleagues(options: { register: string; inForce: string }): (actor: Actor) => RawBuilder<boolean> {
  return (actor) => {
    if (actor.kind === 'system') return sql<boolean>`true`
    if (actor.kind === 'public' || (actor.kind === 'token' && actor.registers !== undefined && !actor.registers.includes(options.register))) return sql<boolean>`false`
    const held = assignmentsOf(actor).map(({ role }) => role)
    if (held.some((role) => role === 'process_owner' || overseers.includes(role))) return sql<boolean>`true`
    return held.includes('employee') ? sql<boolean>`t.status = ${options.inForce}` : sql<boolean>`false`
  }
}
