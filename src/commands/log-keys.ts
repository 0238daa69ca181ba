// `waarborg log-keys`: shows, replaces or destroys the keys under which an organisation's access log names people.
import { destroyLogKeys, rotateLogKeys } from '../access-log/settings/log-settings.ts'
import { inScope } from '../ground/scope.ts'
import { findOrganisation } from '../people/organisations.ts'
import { BadUsage, must, readArgs, say, type Verb } from './verb.ts'
import { withProduct } from './with-product.ts'

const doings = ['show', 'rotate', 'destroy'] as const

export const verb: Verb = {
  summary: 'bekijk, vervang of vernietig de sleutels van het logboek van een organisatie',
  help: `
Gebruik: waarborg log-keys --organisation <korte naam> show
         waarborg log-keys --organisation <korte naam> rotate
         waarborg log-keys --organisation <korte naam> destroy --name "<naam van de organisatie>" --reason "<waarom>"

  show      welke sleutels er zijn, en sinds wanneer
  rotate    schrijf vanaf nu met een nieuwe sleutel; oude regels blijven te vinden
  destroy   vernietig alle sleutels: niemand kan dan nog zien over wie de regels tot nu toe gaan. Dit kan niet ongedaan worden gemaakt.
            Vernietig ook de kopieën van de map met sleutels (KEYS_DIR, daarin access-log) op back-ups.

Wat u doet, staat in de geschiedenis van het logboek.
`,
  run(args) {
    const { values, words } = readArgs(args, { organisation: { type: 'string' }, name: { type: 'string' }, reason: { type: 'string' } }, ['show, rotate of destroy'])
    const slug = must(values.organisation, '--organisation')
    const doing = doings.find((one) => one === words[0])
    if (!doing) throw new BadUsage(`Kies uit ${doings.join(', ')}.`)
    return withProduct(async ({ database, masterKey }) => {
      const organisation = (await findOrganisation(database, masterKey, slug))?.organisation
      if (!organisation) throw new BadUsage(`De organisatie "${slug}" bestaat niet.`)
      if (doing !== 'show') {
        await inScope(database, { organisation, actor: { kind: 'system', task: 'log-keys' } }, (scope) =>
          doing === 'rotate' ? rotateLogKeys(scope) : destroyLogKeys(scope, values.name ?? '', (values.reason ?? '').trim()))
      }
      const { all, destroyed } = organisation.logKeys
      for (const [place, { number, since }] of all().entries()) say(`Sleutel ${number}, sinds ${since.toISOString()}${place === 0 ? ': hiermee wordt geschreven' : ''}`)
      for (const moment of destroyed()) say(`Alle sleutels vernietigd op ${moment.toISOString()}`)
      return 0
    })
  },
}
