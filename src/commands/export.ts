// `waarborg export`: writes a register to a spreadsheet.
import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, extname, resolve } from 'node:path'
import { inScope } from '../ground/scope.ts'
import { findOrganisation } from '../people/organisations.ts'
import { writeExport } from '../registers/processing-activities/export-table.ts'
import { readListQuery } from '../registers/processing-activities/list-query.ts'
import { BadUsage, must, oneOf, readArgs, say, type Verb } from './verb.ts'
import { withProduct, type Product } from './with-product.ts'

export const verb: Verb = {
  summary: 'schrijf een register naar een bestand (CSV of XLSX)',
  help: `
Gebruik: waarborg export <bestand> --organisation <korte naam> [--register <register>] [--force]

  <bestand>        eindigt op .csv of .xlsx
  --organisation   korte naam van de organisatie, zoals in het adres: /duinrade
  --register       register dat wordt geschreven (verwerkingen)
  --force          overschrijf een bestand dat er al is
`,
  async run(args) {
    const { values, words } = readArgs(args, {
      organisation: { type: 'string' }, register: { type: 'string', default: 'verwerkingen' }, force: { type: 'boolean', default: false },
    }, ['bestand'])
    const file = resolve(must(words[0], 'Het bestand'))
    const order: ExportOrder = {
      file, format: oneOf(extname(file).slice(1).toLowerCase(), ['csv', 'xlsx'], 'Het soort bestand'),
      slug: must(values.organisation, '--organisation'), register: values.register,
    }
    if (order.register !== 'verwerkingen') throw new BadUsage(`Het register "${order.register}" bestaat niet; kies uit: verwerkingen.`)
    if (!existsSync(dirname(file))) throw new BadUsage(`De map ${dirname(file)} bestaat niet.`)
    if (existsSync(file) && !values.force) throw new BadUsage(`${file} bestaat al; met --force wordt het overschreven.`)
    return withProduct((product) => exportFile(product, order))
  },
}

export type ExportOrder = { file: string; format: 'csv' | 'xlsx'; slug: string; register: string }

async function exportFile(product: Product, order: ExportOrder): Promise<number> {
  const found = await findOrganisation(product.database, product.masterKey, order.slug)
  if (!found) throw new BadUsage(`De organisatie "${order.slug}" bestaat niet.`)
  // Written beside it first: a fault doesn't cost the file that was there.
  const temporary = `${order.file}.${process.pid}.tmp`
  try {
    const count = await inScope(product.database, { organisation: found.organisation, actor: { kind: 'system', task: 'export-command' } }, (scope) =>
      writeExport(scope, readListQuery(new URLSearchParams()).query, order.format, temporary))
    renameSync(temporary, order.file)
    say(`${count} ${count === 1 ? 'verwerking' : 'verwerkingen'} geschreven naar ${order.file}.`)
    return 0
  } finally {
    rmSync(temporary, { force: true })
  }
}
