// Known activities: which entry of the register of processing activities a record of the access log means by its activity, as applications write it.
import { sql } from 'kysely'
import type { Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { unnamedActivity } from './own-activity.ts'
import { lawOf, type WithheldLaw } from './withheld-grounds.ts'

export type KnownActivity = {
  /** Entry of the register; null for the product's own work that nobody tied to an entry yet. */
  readonly id: string | null
  readonly number: string | null
  readonly title: string
  /** Who it is about may not hear of it: for a ground that the register names (art. 41 lid 1 UAVG, art. 15 lid 4 AVG), or because the police keeps it secret (art. 27 lid 1 Wpg). */
  readonly isConfidential: boolean
  /** On which law; null where it isn't confidential. */
  readonly withheldBy: WithheldLaw | null
}

/**
 * What each text stands for; undefined where the register has nothing by that id or number.
 * An entry is named by its id (`urn:uuid:<id>`, the address of its public page) or by its number, whole or as a part of an address.
 */
export async function resolveActivities({ organisation, tx }: Pick<Scope, 'organisation' | 'tx'>, texts: Iterable<string>): Promise<Map<string, KnownActivity | undefined>> {
  const asked = new Map([...new Set(texts)].map((text) => [text, activityKeys(text)]))
  const ids = [...new Set([...asked.values()].flatMap((keys) => keys.ids))]
  const numbers = [...new Set([...asked.values()].flatMap((keys) => keys.numbers))]
  const rows = ids.length + numbers.length === 0 ? [] : (await sql<Row>`
    select id, number, name, police_secrecy is true as "isSecret", withheld_ground as ground from processing_activity where organisation_id = ${organisation.id} and (id = any(${ids}::uuid[]) or number = any(${numbers}::text[]))`.execute(tx)).rows
  const byKey = new Map<string, Row>()
  for (const row of rows) for (const key of [row.number, row.id]) if (key !== null) byKey.set(key, row)
  return new Map([...asked].map(([text, keys]): [string, KnownActivity | undefined] => {
    if (text === unnamedActivity) return [text, { id: null, number: null, title: t('Privacy beheren met Waarborg', 'Managing privacy with Waarborg'), isConfidential: false, withheldBy: null }]
    const row = [...keys.ids, ...keys.numbers].map((key) => byKey.get(key)).find((one) => one !== undefined)
    const withheldBy = row?.ground ? lawOf(row.ground) : row?.isSecret ? 'art. 27 lid 1 Wpg' : null
    return [text, row && { id: row.id, number: row.number, title: row.name ?? row.number ?? row.id, isConfidential: withheldBy !== null, withheldBy }]
  }))
}

type Row = { id: string; number: string | null; name: string | null; isSecret: boolean; ground: string | null }

/** The ids in a text, and what may be a number: the text as a whole and each part of it between the marks of an address. */
export function activityKeys(text: string): { ids: string[]; numbers: string[] } {
  const ids = [...text.matchAll(uuid)].map(([id]) => id.toLowerCase())
  const parts = text.split(/[/:#?&=]/).map(plainly)
  const numbers = [...new Set([plainly(text), ...parts].map((part) => part.trim()))].filter((part) => part !== '' && part.length <= longestNumber)
  return { ids: [...new Set(ids)], numbers }
}

const uuid = /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/giu
/** As the register keeps it. */
const longestNumber = 60

/** Without the percent signs of an address; as it is where they are no good. NUL can't be asked of the database. */
function plainly(part: string): string {
  try {
    return decodeURIComponent(part).replaceAll('\u0000', '')
  } catch {
    return part.replaceAll('\u0000', '')
  }
}
