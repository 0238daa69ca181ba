// `waarborg export`: writes a register to a spreadsheet.
import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, extname, resolve } from 'node:path'
import { inScope } from '../ground/scope.ts'
import { findOrganisation } from '../people/organisations.ts'
import { formats } from '../register-kit/exchange-flow/export-formats.ts'
import { exportFile } from '../register-kit/exchange-flow/export-routes.tsx'
import { readListQuery } from '../register-kit/list-query.ts'
import { amountOf } from '../register-kit/register-words.ts'
import { allRegisters } from '../register-kit/tied-registers.ts'
import { BadUsage, must, oneOf, readArgs, say, type Verb } from './verb.ts'
import { withProduct, type Product } from './with-product.ts'

export const verb: Verb = {
  summary: 'schrijf een register naar een bestand (XLSX, ODS, CSV, JSON of PDF)',
  help: `
Gebruik: waarborg export <bestand> --organisation <korte naam> [--register <register>] [--force]

  <bestand>        eindigt op .xlsx, .ods, .csv, .json of .pdf
  --organisation   korte naam van de organisatie, zoals in het adres: /duinrade
  --register       register dat wordt geschreven (verwerkingen, tenzij anders gezegd): het deel van het adres, zoals systemen
  --force          overschrijf een bestand dat er al is
`,
  async run(args) {
    const { values, words } = readArgs(args, {
      organisation: { type: 'string' }, register: { type: 'string', default: 'verwerkingen' }, force: { type: 'boolean', default: false },
    }, ['bestand'])
    const file = resolve(must(words[0], 'Het bestand'))
    const order: ExportOrder = {
      file, format: oneOf(extname(file).slice(1).toLowerCase(), formats.map(({ key }) => key), 'Het soort bestand'),
      slug: must(values.organisation, '--organisation'), register: values.register,
    }
    if (!allRegisters().some(({ path }) => path === order.register)) throw new BadUsage(`Het register "${order.register}" bestaat niet; kies uit: ${allRegisters().map(({ path }) => path).join(', ')}.`)
    if (!existsSync(dirname(file))) throw new BadUsage(`De map ${dirname(file)} bestaat niet.`)
    if (existsSync(file) && !values.force) throw new BadUsage(`${file} bestaat al; met --force wordt het overschreven.`)
    return withProduct((product) => writeRegister(product, order))
  },
}

export type ExportOrder = { file: string; format: string; slug: string; register: string }

async function writeRegister(product: Product, order: ExportOrder): Promise<number> {
  const found = await findOrganisation(product.database, product.masterKey, order.slug)
  if (!found) throw new BadUsage(`De organisatie "${order.slug}" bestaat niet.`)
  const register = allRegisters().find(({ path }) => path === order.register)!
  // Written beside it first: a fault doesn't cost the file that was there.
  const temporary = `${order.file}.${process.pid}.tmp`
  try {
    const { count } = await inScope(product.database, { organisation: found.organisation, actor: { kind: 'system', task: 'export-command' } }, (scope) =>
      exportFile(scope, register, readListQuery(register, new URLSearchParams()).query, formats.find(({ key }) => key === order.format)!, { folder: dirname(temporary), publicUrl: product.config.publicUrl, path: temporary }))
    renameSync(temporary, order.file)
    say(`${amountOf(register, count)} geschreven naar ${order.file}.`)
    return 0
  } finally {
    rmSync(temporary, { force: true })
  }
}
