// `waarborg user recover`: lets somebody in again whom no organisation may or can help.
import { acceptEmail } from '../people/accounts.ts'
import { recoverAccount } from '../people/account-recovery.ts'
import { BadUsage, must, readArgs, say, type Verb } from './verb.ts'
import { withProduct } from './with-product.ts'

export const verb: Verb = {
  summary: 'help iemand die niet meer kan inloggen',
  help: `
Gebruik: waarborg user recover --email <adres> [--password] [--second-factor]

  --email           e-mailadres van het account
  --password        maak een nieuw wachtwoord; het staat na afloop eenmalig op het scherm
  --second-factor   wis de tweede stap: app, passkeys en herstelcodes; bij het inloggen wordt een nieuwe ingesteld

Alle sessies van het account worden beëindigd. De persoon ziet bij Mijn account wat er is gebeurd, en de beheerders bij Aanmeldingen.
Gebruik dit als een beheerder van de organisatie niet kan helpen: het account hoort bij meer organisaties, of het is de enige beheerder.
Weet zeker dat u de juiste persoon helpt.
`,
  async run(args) {
    const { values } = readArgs(args, { email: { type: 'string' }, password: { type: 'boolean' }, 'second-factor': { type: 'boolean' } })
    const email = acceptEmail(must(values.email, '--email'))
    const lost = { password: values.password ?? false, secondFactor: values['second-factor'] ?? false }
    if (!lost.password && !lost.secondFactor) throw new BadUsage('Kies --password, --second-factor of allebei.')
    const password = await withProduct(({ database }) => recoverAccount(database, new Date(), email, lost))
    if (lost.secondFactor) say(`De tweede stap van ${email} is gewist.`)
    if (password !== undefined) say(`Nieuw wachtwoord (staat hier maar één keer): ${password}`)
    return 0
  },
}
