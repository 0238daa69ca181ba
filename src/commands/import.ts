// `waarborg import`: reads a spreadsheet into a register.
import { accessSync, constants, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { BadSetting } from '../ground/config.ts'
import { BadUsage, must, readArgs, type Verb } from './verb.ts'
import { withProduct, type Product } from './with-product.ts'

export const verb: Verb = {
  summary: 'lees een bestand (CSV, XLSX of ODS) in een register',
  help: `
Gebruik: waarborg import <bestand> --organisation <korte naam> [--register <register>] [--key <veld>] [--active] [--dry-run]

  --organisation   korte naam van de organisatie, zoals in het adres: /duinrade
  --register       register waarin wordt ingelezen (verwerkingen)
  --key            veld waaraan een regel wordt herkend; een regel die er al is, wordt bijgewerkt
  --active         zet volledige regels meteen op actief, met een bevinding dat dit zonder toets gebeurde
  --dry-run        laat alleen zien wat er zou gebeuren

De kolommen worden aan hun kop herkend, in het Nederlands en het Engels. Alles gaat in één keer goed, of er verandert niets.
`,
  async run(args) {
    const { values, words } = readArgs(args, {
      organisation: { type: 'string' }, register: { type: 'string', default: 'verwerkingen' }, key: { type: 'string' },
      active: { type: 'boolean', default: false }, 'dry-run': { type: 'boolean', default: false },
    }, ['bestand'])
    const order: ImportOrder = {
      file: readable(must(words[0], 'Het bestand')), slug: must(values.organisation, '--organisation'), register: values.register,
      key: values.key, asActive: values.active, isDryRun: values['dry-run'],
    }
    return withProduct((product) => importFile(product, order))
  },
}

export type ImportOrder = { file: string; slug: string; register: string; key: string | undefined; asActive: boolean; isDryRun: boolean }

async function importFile(_product: Product, _order: ImportOrder): Promise<number> {
  throw new BadSetting('Inlezen kan voorlopig alleen in het scherm.')
}

function readable(file: string): string {
  const path = resolve(file)
  try {
    if (!statSync(path).isFile()) throw new BadUsage(`${path} is geen bestand.`)
    accessSync(path, constants.R_OK)
    return path
  } catch (error) {
    if (error instanceof BadUsage) throw error
    throw new BadUsage(`Het bestand ${path} ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'bestaat niet' : 'mag niet worden gelezen'}.`, { cause: error })
  }
}
