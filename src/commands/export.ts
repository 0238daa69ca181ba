// `waarborg export`: writes a register to a spreadsheet.
import { existsSync } from 'node:fs'
import { dirname, extname, resolve } from 'node:path'
import { BadSetting } from '../ground/config.ts'
import { BadUsage, must, oneOf, readArgs, type Verb } from './verb.ts'
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
    if (!existsSync(dirname(file))) throw new BadUsage(`De map ${dirname(file)} bestaat niet.`)
    if (existsSync(file) && !values.force) throw new BadUsage(`${file} bestaat al; met --force wordt het overschreven.`)
    return withProduct((product) => exportFile(product, order))
  },
}

export type ExportOrder = { file: string; format: 'csv' | 'xlsx'; slug: string; register: string }

async function exportFile(_product: Product, _order: ExportOrder): Promise<number> {
  throw new BadSetting('Exporteren kan voorlopig alleen in het scherm.')
}
