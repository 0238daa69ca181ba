// Facts: what rules may know of other entries: the stage of those an entry points at, and what other registers contribute.
import { sql } from 'kysely'
import { dayOf } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import type { Lookups, AnyInput, SystemRow } from './entry.ts'
import { type CellField, type Fields, baseTargets } from './field-types.ts'
import { stageOf } from './lifecycle.ts'
import type { Register } from './register.ts'
import type { RuleContext } from './rules.ts'
import { allRegisters, registerOf } from './tied-registers.ts'

/** By `register id key`. */
export type Facts = ReadonlyMap<string, unknown>

/** Ids per register that inputs point at. */
export function pointedAt(fields: Fields, inputs: readonly AnyInput[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const add = (cell: CellField, value: unknown) => {
    if (cell.type !== 'reference' || typeof value !== 'string' || baseTargets.some((target) => target === cell.to)) return
    found.set(cell.to, (found.get(cell.to) ?? new Set()).add(value))
  }
  for (const input of inputs) {
    for (const [key, field] of Object.entries(fields)) {
      if (field.type === 'rows') for (const row of (input[key] as AnyInput[] | undefined) ?? []) for (const [column, cell] of Object.entries(field.columns)) add(cell, row[column])
      else if (field.type === 'reference') add(field, input[key])
    }
  }
  return found
}

/** Everything that the rules of these entries may ask, in one question per register and contribution. */
export async function loadFacts(scope: Scope, register: Register, entries: readonly { id: string; input: AnyInput }[]): Promise<Facts> {
  const facts = new Map<string, unknown>()
  const wanted = pointedAt(register.fields, entries.map(({ input }) => input))
  const stages = [...wanted].flatMap(([key, ids]) => {
    const target = registerOf(key)
    return target ? [sql`select ${sql.lit(key)} as key, id, status from ${sql.table(target.table)} where organisation_id = ${scope.organisation.id} and id = any(${[...ids]}::uuid[])`] : []
  })
  if (stages.length > 0) {
    const found = await sql<{ key: string; id: string; status: string }>`${sql.join(stages, sql` union all `)}`.execute(scope.tx)
    for (const { key, id, status } of found.rows) facts.set(`${key} ${id} stage`, stageOf(registerOf(key)!, status))
  }
  const own = entries.map(({ id }) => id)
  for (const from of allRegisters()) {
    for (const { to, key, isForItself, facts: read } of from.contributes ?? []) {
      const ids = [...isForItself ? [] : wanted.get(to) ?? [], ...to === register.key ? own : []]
      if (ids.length === 0) continue
      for (const [id, fact] of await read(scope, ids)) facts.set(`${to} ${id} ${key}`, fact)
    }
  }
  return facts
}

export function ruleContext(scope: Scope, register: Register, entry: { readonly id: string; readonly system: Pick<SystemRow, 'status' | 'review_due_on' | 'imported_by'> }, lookups: Lookups, facts: Facts, hasOpenRemarks = false): RuleContext {
  return {
    organisationKind: scope.organisation.kind,
    today: dayOf(scope.now),
    stage: stageOf(register, entry.system.status),
    reviewDueOn: entry.system.review_due_on,
    isImported: entry.system.imported_by !== null,
    hasOpenRemarks,
    term: (catalogue, key) => lookups.terms.get(catalogue)?.get(key),
    label: (target, id) => lookups.references[target]?.get(id)?.label,
    fact: (key, id, fact) => facts.get(`${key} ${id} ${fact}`),
    ownFact: (fact) => facts.get(`${register.key} ${entry.id} ${fact}`),
  }
}
