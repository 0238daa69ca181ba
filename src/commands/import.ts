// `waarborg import`: reads a spreadsheet into a register.
import { accessSync, constants, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { findOrganisation } from '../people/organisations.ts'
import type { KeyChoice } from '../register-kit/exchange-flow/import-choices.ts'
import { importByCommand } from '../register-kit/exchange-flow/import-command.ts'
import { books } from '../tied-rooms.ts'
import { BadUsage, must, readArgs, say, type Verb } from './verb.ts'
import { withProduct, type Product } from './with-product.ts'

export const verb: Verb = {
  summary: 'lees een bestand (XLSX, ODS, CSV of JSON) in een register',
  help: `
Gebruik: waarborg import <bestand> --organisation <korte naam> [--register <register>] [--key <veld>] [--active] [--dry-run]

  --organisation   korte naam van de organisatie, zoals in het adres: /duinrade
  --register       register waarin wordt ingelezen (verwerkingen, tenzij anders gezegd): het deel van het adres, zoals systemen
  --key            waaraan wordt herkend wat er al is: nummer, naam of naam+afdeling; dat wordt bijgewerkt
  --active         wat nieuw is, is meteen actief, als versie 1, met een bevinding dat de toets ontbreekt
  --dry-run        laat alleen zien wat er zou gebeuren

De kolommen worden aan hun kop herkend, in het Nederlands en het Engels; twijfelgevallen worden overgeslagen en genoemd. Kies ze dan in het scherm.
Regels met een fout worden geweigerd en genoemd; de rest gaat er in één keer in, of er verandert niets. Zonder regels die geweigerd zijn is de code 0.
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
    if (!books.some(({ register }) => register.path === order.register)) throw new BadUsage(`Het register "${order.register}" bestaat niet; kies uit: ${books.map(({ register }) => register.path).join(', ')}.`)
    if (order.key !== undefined && !Object.hasOwn(keyNames, order.key)) throw new BadUsage(`--key "${order.key}" bestaat niet; kies uit: ${Object.keys(keyNames).join(', ')}.`)
    return withProduct((product) => importFile(product, order))
  },
}

export type ImportOrder = { file: string; slug: string; register: string; key: string | undefined; asActive: boolean; isDryRun: boolean }

async function importFile(product: Product, order: ImportOrder): Promise<number> {
  const found = await findOrganisation(product.database, product.masterKey, order.slug)
  if (!found) throw new BadUsage(`De organisatie "${order.slug}" bestaat niet.`)
  const result = await importByCommand({ database: product.database, master: product.masterKey, clock: () => new Date() }, found.organisation, product.jobs, books.find(({ register }) => register.path === order.register)!, {
    path: order.file, asActive: order.asActive, key: order.key === undefined ? undefined : keyNames[order.key], isDryRun: order.isDryRun, maxBytes: product.config.maxUploadBytes, say,
  })
  return result.refused > 0 ? 1 : 0
}

const keyNames: Record<string, KeyChoice> = { nummer: 'number', naam: 'name', 'naam+afdeling': 'name_department' }

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
