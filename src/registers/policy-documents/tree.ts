// Tree: documents hang under each other; nothing may come to hang under itself (H-02).
import { sql } from 'kysely'
import { Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { levels } from './declaration.ts'

export type Level = keyof typeof levels
export type TreeRow = { readonly id: string; readonly title: string; readonly number: string | null; readonly level: Level | null; readonly status: string; readonly parent: string | null }
export type Branch = TreeRow & { readonly under: readonly Branch[] }

/** The tree by level and title. What hangs in a circle, or under what isn't shown, stands at the top. */
export function treeOf(rows: readonly TreeRow[]): Branch[] {
  const shown = new Set(rows.map(({ id }) => id))
  const placed = new Set<string>()
  const branch = (row: TreeRow): Branch => {
    placed.add(row.id)
    return { ...row, under: rows.filter(({ id, parent }) => parent === row.id && !placed.has(id)).map(branch) }
  }
  const top = rows.filter(({ parent }) => parent === null || !shown.has(parent)).map(branch)
  const rest: Branch[] = []
  for (const row of rows) if (!placed.has(row.id)) rest.push(branch(row))
  return [...top, ...rest]
}

/** @throws Invalid at `parent` when the document would hang under itself, naming what lies between */
export async function refuseCircle(scope: Scope, id: string, parent: string | null): Promise<void> {
  if (parent === null) return
  const { rows } = await sql<{ id: string; title: string }>`
    with recursive up (id, title, parent, path) as (
      select id, title, parent, array[id] from policy_document where organisation_id = ${scope.organisation.id} and id = ${parent}
      union all select d.id, d.title, d.parent, u.path || d.id from policy_document d join up u on d.id = u.parent where d.organisation_id = ${scope.organisation.id} and not d.id = any(u.path))
    select id, title from up order by cardinality(path)`.execute(scope.tx)
  const place = rows.findIndex((row) => row.id === id)
  if (place < 0) return
  const between = rows.slice(0, place).map(({ title }) => `“${title}”`).join(' > ')
  throw new Invalid([{ at: 'parent', message: place === 0
    ? t('Een document kan niet onder zichzelf hangen.', 'A document can’t hang under itself.')
    : t(`Dit kan niet: ${between} hangt al onder dit document. Zo ontstaat een kring.`, `This can’t be: ${between} hangs under this document already. That makes a circle.`) }])
}

/** Which of these hang in a circle, however they came to. */
export async function inCircles(scope: Scope, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    with recursive up (start, id, path) as (
      select id, parent, array[id] from policy_document where organisation_id = ${scope.organisation.id} and id = any(${ids}::uuid[])
      union all select u.start, d.parent, u.path || d.id from policy_document d join up u on d.id = u.id where d.organisation_id = ${scope.organisation.id} and not d.id = any(u.path))
    select distinct start as id from up where id = start`.execute(scope.tx)
  return new Set(rows.map(({ id }) => id))
}
