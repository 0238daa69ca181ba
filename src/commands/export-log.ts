// `waarborg export-log`: writes the sealed access log of an organisation to a file that can be checked elsewhere.
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { logExported } from '../access-log/proof/export-record.ts'
import { exportLog } from '../access-log/proof/export-log.ts'
import { addDays, startOfDay } from '../calendar/days.ts'
import { inScope } from '../ground/scope.ts'
import { findOrganisation } from '../people/organisations.ts'
import { BadUsage, must, oneOf, readArgs, say, type Verb } from './verb.ts'
import { withProduct } from './with-product.ts'

export const verb: Verb = {
  summary: 'schrijf het verzegelde logboek naar een bestand (NDJSON of CSV)',
  help: `
Gebruik: waarborg export-log <bestand> --organisation <korte naam> [--from <dag>] [--until <dag>] [--format ndjson|csv] [--force]

  <bestand>        waar het logboek komt te staan
  --organisation   korte naam van de organisatie, zoals in het adres: /duinrade
  --from, --until  alleen wat op of na, en op of vóór deze dag werd verzegeld (2026-01-31)
  --format         ndjson: met alles om het elders na te rekenen (waarborg verify-log); csv: alleen de regels, voor mensen
  --force          overschrijf een bestand dat er al is

In het bestand staan groepen regels altijd in hun geheel. Wat nog niet verzegeld is, staat er niet in.
`,
  async run(args) {
    const { values, words } = readArgs(args, {
      organisation: { type: 'string' }, from: { type: 'string' }, until: { type: 'string' }, format: { type: 'string', default: 'ndjson' }, force: { type: 'boolean', default: false },
    }, ['bestand'])
    const file = resolve(must(words[0], 'Het bestand'))
    const slug = must(values.organisation, '--organisation')
    const order = { format: oneOf(values.format, ['ndjson', 'csv'], '--format'), from: beginOf('--from', values.from), until: beginOf('--until', values.until, 1) }
    if (!existsSync(dirname(file))) throw new BadUsage(`De map ${dirname(file)} bestaat niet.`)
    if (existsSync(file) && !values.force) throw new BadUsage(`${file} bestaat al; met --force wordt het overschreven.`)
    return withProduct(async ({ database, masterKey }) => {
      const found = await findOrganisation(database, masterKey, slug)
      if (!found) throw new BadUsage(`De organisatie "${slug}" bestaat niet.`)
      const place = { organisation: found.organisation, actor: { kind: 'system', task: 'export-log' } } as const
      await inScope(database, place, (scope) => logExported(scope))
      const temporary = `${file}.${process.pid}.tmp`
      try {
        await pipeline(Readable.from(exportLog({ database, clock: () => new Date() }, place, order)), createWriteStream(temporary, { mode: 0o600 }))
        renameSync(temporary, file)
      } finally {
        rmSync(temporary, { force: true })
      }
      say(`Het logboek staat in ${file}.`)
      return 0
    })
  },
}

/** When the day begins; `later` days on. */
function beginOf(name: string, text: string | undefined, later = 0): Date | undefined {
  if (text === undefined) return undefined
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text) throw new BadUsage(`${name} "${text}" is geen dag; schrijf haar als 2026-01-31.`)
  return startOfDay(addDays(text, later))
}
