// Seal age: how old the oldest batch of an organisation is that isn't sealed yet. A tail that grows old is no longer protected: then nothing is taken until the sealer works again.
import { sql } from 'kysely'
import { inOrganisation } from '../../ground/database.ts'
import { log, traceOf } from '../../ground/log.ts'
import type { SourceHouse } from '../sources/source-of.ts'

const longestMs = 5 * 60_000
const askedEveryMs = 10_000

/** Says at once what was known last, and asks again beside the work when that is some seconds ago. */
export function sealAges(house: Pick<SourceHouse, 'database' | 'clock'>): { isBehind: (organisationId: string) => boolean } {
  const known = new Map<string, { readonly at: number; isBehind: boolean }>()
  return {
    isBehind: (organisationId) => {
      const at = performance.now()
      const was = known.get(organisationId) ?? { at: -Infinity, isBehind: false }
      if (at - was.at < askedEveryMs) return was.isBehind
      const next = { at, isBehind: was.isBehind }
      known.set(organisationId, next)
      isBehind(house, organisationId).then((answer) => {
        if (answer && !next.isBehind) log.error('access-log-seal-behind', { organisation: organisationId })
        next.isBehind = answer
      }, (error: unknown) => log.warn('access-log-seal-age-failed', { organisation: organisationId, ...traceOf(error) }))
      return was.isBehind
    },
  }
}

async function isBehind({ database, clock }: Pick<SourceHouse, 'database' | 'clock'>, organisationId: string): Promise<boolean> {
  const before = new Date(clock().getTime() - longestMs)
  const { rows: [row] } = await inOrganisation(database, organisationId, (tx) => sql<{ is_behind: boolean }>`
    select written_at < ${before} as is_behind from access_batch where organisation_id = ${organisationId} and checkpoint is null order by id limit 1`.execute(tx))
  return row?.is_behind ?? false
}
