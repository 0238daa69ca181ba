// Flow via: finds the processings that touch one point of a flow map, as a condition in SQL.
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { loadLookupsFor } from '../../register-kit/lookups.ts'
import { fields } from './declaration.ts'
import { childrenDrawn } from './flow-cells.ts'
import { keyOfName, nodeId, readNodeId } from './flow-model.ts'
import { asInput, pointOf, registeredAmong } from './flow-of-cells.ts'
import { type FlowNames, labelOf } from './flow-points.ts'
import { touches } from './flow-query.ts'

/** Most different names that are compared; a register with more says so by finding less, never by standing still. */
const mostNames = 20_000

/**
 * A condition over the alias `t` for entries that touch the point, and the point's words. A name is found in every spelling that folds to the same;
 * a recipient by its own name, by that of its category, or as the receiver of a transfer.
 */
export async function viaCondition(scope: Scope, id: string, base: Omit<FlowNames, 'lookups' | 'registered'>): Promise<{ condition: RawBuilder<unknown>; words: string } | undefined> {
  const via = readNodeId(id)
  if (!via || via.kind === 'processing') return undefined
  const { kind, key } = via
  if (kind === 'subject' || kind === 'source' || kind === 'country') {
    const point = pointOf({ kind, raw: key === '?' ? '?' : `@${key}` }, { ...base, lookups: await loadLookupsFor(scope, fields, [asInput([{ kind, raw: `@${key}` }], kind === 'country' ? [key] : [])]) })
    if (kind === 'country') return { words: point.words, condition: touches('processing_activity_transfers', key === '?' ? sql`c.country is null` : sql`c.country = ${key}`) }
    return { words: point.words, condition: touches(childrenDrawn.find((child) => child.kind === kind)!.table, sql`c.key = ${key}`) }
  }
  return kind === 'recipient' ? viaRecipient(scope, key, base) : viaRegistered(scope, kind, id, base)
}

async function viaRegistered(scope: Scope, kind: 'system' | 'processor', id: string, base: Omit<FlowNames, 'lookups' | 'registered'>) {
  const child = childrenDrawn.find((one) => one.kind === kind)!
  const found = await sql<{ raw: string }>`select distinct ${child.raw} as raw from ${sql.table(child.table)} c where c.organisation_id = ${scope.organisation.id} order by 1 limit ${mostNames}`.execute(scope.tx)
  const cells = found.rows.map(({ raw }) => ({ kind, raw }))
  const lookups = await loadLookupsFor(scope, fields, [asInput(cells)])
  const names = { ...base, lookups, registered: registeredAmong(cells, { ...base, lookups }) }
  const same = cells.map((cell) => ({ raw: cell.raw, point: pointOf(cell, names) })).filter(({ point }) => nodeId(point) === id)
  return { words: same[0]?.point.words ?? '', condition: touches(child.table, sql`${child.raw} = any(${same.map(({ raw }) => raw)}::text[])`) }
}

async function viaRecipient(scope: Scope, key: string, base: Omit<FlowNames, 'lookups' | 'registered'>) {
  const organisation = scope.organisation.id
  const found = await sql<{ recipient: string | null; name: string | null }>`
    select distinct recipient, name from processing_activity_recipients where organisation_id = ${organisation}
    union select null, recipient from processing_activity_transfers where organisation_id = ${organisation} order by 1, 2 limit ${mostNames}`.execute(scope.tx)
  const lookups = await loadLookupsFor(scope, fields, [asInput(found.rows.flatMap(({ recipient }) => recipient ? [{ kind: 'recipient' as const, raw: `@${recipient}` }] : []))])
  const isUnnamed = key === '?'
  const written = [...new Set(found.rows.flatMap(({ name }) => name && keyOfName(name) === key ? [name] : []))]
  const categories = [...new Set(found.rows.flatMap(({ recipient }) => recipient && keyOfName(labelOf(lookups, 'recipient', recipient)) === key ? [recipient] : []))]
  const words = categories[0] ? labelOf(lookups, 'recipient', categories[0]) : written[0] ?? pointOf({ kind: 'recipient', raw: '?' }, { ...base, lookups }).words
  const among = touches('processing_activity_recipients', isUnnamed ? sql`c.recipient is null and c.name is null` : sql`(c.name = any(${written}::text[]) or c.recipient = any(${categories}::text[]))`)
  const receiving = touches('processing_activity_transfers', isUnnamed ? sql`c.recipient is null` : sql`c.recipient = any(${written}::text[])`)
  return { words, condition: sql`(${among} or ${receiving})` }
}
