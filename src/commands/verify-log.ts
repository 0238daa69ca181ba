// `waarborg verify-log`: checks an exported access log without its database, or an organisation's log in the database.
import { existsSync } from 'node:fs'
import { checkFile, NoLog } from '../access-log/proof/check-file.ts'
import { checkOrganisation } from '../access-log/proof/check-organisation.ts'
import { type CheckOutcome, sayOutcome } from '../access-log/proof/check-outcome.ts'
import { readPublished } from '../access-log/proof/published-lines.ts'
import { fingerprintOf, publicKeyOf } from '../access-log/proof/signing.ts'
import { findOrganisation } from '../people/organisations.ts'
import { BadUsage, readArgs, say, type Verb } from './verb.ts'

export const verb: Verb = {
  summary: 'reken na of het logboek nog is zoals het werd verzegeld',
  help: `
Gebruik: waarborg verify-log <bestand> [--checkpoints <map of bestand>] [--key <vingerafdruk>]
         waarborg verify-log --organisation <korte naam> [--checkpoints <map of bestand>] [--key <vingerafdruk>]

  <bestand>        een logboek dat is geëxporteerd als NDJSON; er is geen database nodig
  --organisation   reken het logboek van deze organisatie in de database na
  --checkpoints    vergelijk met verzegelingen die elders bewaard zijn: een bestand, of een map met .txt-bestanden
  --key            de vingerafdruk van de sleutel waarmee het logboek ondertekend moet zijn

Noemt de eerste regel die is veranderd, weggelaten, toegevoegd of verplaatst, of de verzegeling die is herschreven.
Eindigt met code 0 als alles klopt, met 1 als iets niet klopt, en met 2 als er niets na te rekenen is.
`,
  async run(args) {
    const { values, words } = readArgs(args, { organisation: { type: 'string' }, checkpoints: { type: 'string' }, key: { type: 'string' } }, ['bestand'])
    const [file] = words
    if ((file === undefined) === (values.organisation === undefined)) throw new BadUsage('Geef een bestand of --organisation, een van beide.')
    const fingerprint = values.key?.replaceAll(/[\s:]/g, '').toLowerCase()
    if (fingerprint !== undefined && !/^[0-9a-f]{64}$/.test(fingerprint)) throw new BadUsage('--key is geen vingerafdruk: 64 hexadecimale tekens, met of zonder spaties.')
    for (const path of [file, values.checkpoints]) if (path !== undefined && !existsSync(path)) throw new BadUsage(`${path} bestaat niet.`)
    return file === undefined ? checkDatabase(values.organisation!, values.checkpoints, fingerprint) : checkExport(file, values.checkpoints, fingerprint)
  },
}

async function checkExport(file: string, checkpoints: string | undefined, fingerprint: string | undefined): Promise<number> {
  try {
    const outcome = await checkFile(file, {
      ...(checkpoints === undefined ? {} : { published: (organisation: string) => readPublished(checkpoints, organisation) }), ...(fingerprint === undefined ? {} : { fingerprint }),
    })
    say(`Logboek van ${outcome.head.organisation.name} (${outcome.organisation}), geëxporteerd op ${outcome.head.exported}.`)
    return tell(outcome, fingerprint !== undefined)
  } catch (error) {
    if (error instanceof NoLog) throw new BadUsage(`${file} is geen geëxporteerd logboek.`)
    throw error
  }
}

async function checkDatabase(slug: string, checkpoints: string | undefined, fingerprint: string | undefined): Promise<number> {
  // Only here: checking a file loads nothing of the product.
  const { withProduct } = await import('./with-product.ts')
  return withProduct(async ({ database, masterKey }) => {
    const found = await findOrganisation(database, masterKey, slug)
    if (!found) throw new BadUsage(`De organisatie "${slug}" bestaat niet.`)
    const { organisation } = found
    if (fingerprint !== undefined && fingerprint !== fingerprintOf(publicKeyOf(organisation)).replaceAll(' ', '')) {
      say('Het logboek klopt niet. Het is ondertekend met een andere sleutel dan verwacht.')
      return 1
    }
    const published = checkpoints === undefined ? undefined : await readPublished(checkpoints, organisation.id)
    const outcome = await checkOrganisation({ database, clock: () => new Date() }, { organisation, actor: { kind: 'system', task: 'verify-log' } }, {
      ...(published ? { published } : {}), onProgress: (records) => { if (process.stderr.isTTY) process.stderr.write(`\r${records} regels nagerekend`) },
    })
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
    return tell(outcome, fingerprint !== undefined)
  })
}

function tell(outcome: CheckOutcome, isKeyKnown: boolean): number {
  for (const line of sayOutcome(outcome)) say(line)
  const key = outcome.fingerprint.replaceAll(/.{4}(?=.)/g, '$& ')
  say(isKeyKnown ? `Ondertekend met de sleutel ${key}.` : `Ondertekend met de sleutel ${key}: vergelijk die met wat u van de organisatie kreeg.`)
  if (outcome.fault) return 1
  return outcome.checkpoints === 0 ? 2 : 0
}
