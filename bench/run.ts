// Bench: lists, filters, searches, pages and calls beside the same facts in bare SQL; pages a second; import and export; a cold start; memory.
import './quiet.ts'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '../src/ground/ids.ts'
import { openBare } from './bare-sql.ts'
import { measureColdStart } from './cold-start.ts'
import { measureCrowd } from './crowd.ts'
import { makeMeter, type Meter, openDoors } from './doors.ts'
import { measureEnds, measureKept } from './deadlines.ts'
import { measureExports, measureImport } from './exchange.ts'
import { sayLoad, sayMachine } from './machine.ts'
import { markdown, pairRow } from './measure.ts'
import { measureBoard, measureNights, normOrganisation } from './norms.ts'
import { openOwnProduct, say } from './own-product.ts'
import { measurePages } from './pages.ts'
import { fillWorld } from './world.ts'

const entries = Number(process.argv[2] ?? 100_000)
const rounds = Number(process.env.BENCH_ROUNDS ?? 200)
if (![entries, rounds].every((amount) => Number.isInteger(amount) && amount > 0)) {
  process.stderr.write('Zo: npm run bench -- 100000 (het aantal verwerkingen; BENCH_ROUNDS zegt hoe vaak alles gemeten wordt)\n')
  process.exit(2)
}
/** What a crowd asks: mostly lists, in every way, and its way through them. */
const paths = ['', '?aantal=50', '?sorteer=updated_at', '?status=active', '?ernst=serious', '?sorteer=findings'].map((query) => `/meetdorp/verwerkingen${query}`)
// A world that is kept saves its making in the next run.
const { folder, config, superUrl, appUrl, jobs, house, app, newOrganisation, organisationOf, run } = await openOwnProduct('bench', { folder: process.env.BENCH_FOLDER, env: { MAX_UPLOAD_MB: '200' } })
await run(bench, coldStart)

async function bench(): Promise<Meter> {
  say(`${await sayMachine(superUrl)}; ${sayLoad()}`)
  const filled = join(folder, 'filled')
  if (!existsSync(filled)) {
    const world = await fillWorld(superUrl, (await newOrganisation('meetdorp')).id, entries)
    say(`300 organisaties, ${world.entries} verwerkingen waarvan ${entries} in één, ${world.megabytes} MB, in ${world.seconds.toFixed(0)} s`)
    writeFileSync(filled, '')
  }
  const { id } = await organisationOf('meetdorp')
  const officer = await makeMeter(house, 'meetdorp')
  const doors = openDoors(app, officer)
  const bare = await openBare(appUrl, id)
  const pairs = await measurePages(doors, bare, superUrl, id, rounds, (pair) => say(`  ${pairRow(pair).join('  ')}`))
  await bare.end()
  table(['één verbinding, ms', 'keer', 'Waarborg p50', 'p95', 'kale SQL p50', 'p95', 'verhouding p95', 'processor', '≤ 2 × + 5 ms'], pairs.map(pairRow))

  const crowd = await measureCrowd(app, officer.cookies, paths, 20, 10)
  say(`\n20 verbindingen: ${(crowd.pages / crowd.seconds).toFixed(0)} pagina’s/s, p50 ${crowd.p50.toFixed(0)} ms, p95 ${crowd.p95.toFixed(0)} ms, ${crowd.failed} mislukt; ${sayLoad()}`)

  const inlet = `invoer-${newId().slice(0, 13)}`
  await newOrganisation(inlet)
  const rates = [await measureImport(house, jobs, await organisationOf(inlet), superUrl, folder, Math.min(entries, 10_000)), ...await measureExports(doors.page, superUrl, id), await measureEnds(20_000), ...await measureKept(house, await organisationOf(inlet), 5_000)]
  table(['rijen/s', 'rijen', 'Waarborg', 'basis', 'verhouding', 'geheugen erbij, MB', 'basis is'], rates.map(({ what, rows, ours, bare: base, baseline, grownMb }) => [what, String(rows), ours.toFixed(0), base.toFixed(0), `${(base / ours).toFixed(0)} x`, String(grownMb), baseline]))
  await measureLiveNorms()
  return officer
}

async function measureLiveNorms(): Promise<void> {
  const slug = `normen-${newId().slice(0, 13)}`
  await newOrganisation(slug)
  const organisation = await normOrganisation(house, superUrl, slug, 10_000, 5_000)
  const board = await measureBoard(house, openDoors(app, await makeMeter(house, slug)).page, superUrl, organisation, 30)
  table(['10.000 verwerkingen en 5.000 zaken, ms', 'keer', 'Waarborg p50', 'p95', 'kale SQL p50', 'p95', 'verhouding p95', 'processor', '≤ 2 × + 5 ms'], board.map(pairRow))
  const nights = await measureNights(house, superUrl, organisation, [250, 500, 1000])
  table(['dagopnamen', 'seconden', 'organisaties/s'], nights.map(({ organisations, seconds, perSecond }) => [String(organisations), seconds.toFixed(1), perSecond.toFixed(0)]))
}

async function coldStart({ cookies }: Meter): Promise<void> {
  const cold = await measureColdStart(config.dataFolder, cookies, paths)
  const mb = (value: number | undefined) => value === undefined ? '–' : `${value} MB`
  say(`\nkoude start tot de eerste pagina: ${cold.seconds.toFixed(1)} s; geheugen daarna ${mb(cold.atStart)}, na ${cold.pages} pagina’s ${mb(cold.afterPages)}, hoogste ${mb(cold.peak)}; ${sayLoad()}`)
}

function table(heads: readonly string[], lines: readonly (readonly string[])[]): void {
  say(`\n${markdown(heads, lines)}\n${sayLoad()}`)
}
