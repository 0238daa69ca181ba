// `waarborg networks clear`: the way out for an organisation that shut everybody out of its own address list (P-12).
import { clearNetworks } from '../people/networks.ts'
import { must, readArgs, say, type Verb } from './verb.ts'
import { withProduct } from './with-product.ts'

export const verb: Verb = {
  summary: 'maak de lijst met toegestane netwerken van een organisatie leeg',
  help: `
Gebruik: waarborg networks clear <korte naam>

  <korte naam>   van de organisatie, zoals in het adres: /duinrade

Daarna is de organisatie weer van overal te bereiken, tot een beheerder opnieuw netwerken kiest. Het staat in de geschiedenis.
`,
  run(args) {
    const { words } = readArgs(args, {}, ['korte naam'])
    const slug = must(words[0], 'De korte naam van de organisatie')
    return withProduct(async ({ database, masterKey }) => {
      const removed = await clearNetworks(database, masterKey, slug)
      say(removed.length === 0 ? 'Er stonden geen netwerken in de lijst.' : `Weggehaald: ${removed.join(', ')}.`)
      return 0
    })
  },
}
