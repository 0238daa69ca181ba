// `waarborg demo`: serves the demo world, which is made once.
import { demoSlugs } from '../demo/slugs.ts'
import { readConfig } from '../ground/config.ts'
import { findOrganisation } from '../people/organisations.ts'
import { serve } from '../server.ts'
import type { Deps } from '../web.tsx'
import { readArgs, say, type Verb } from './verb.ts'

export const verb: Verb = {
  summary: 'start Waarborg met een demowereld van vijf verzonnen organisaties',
  help: `
Gebruik: waarborg demo

Maakt de eerste keer vijf verzonnen organisaties met hun registers, start Waarborg en zegt per organisatie als wie u kunt inloggen.
Gebruik de demo niet voor echte gegevens: de wachtwoorden zijn bekend. Een andere map kiest u met DATA_DIR.
Zie "waarborg start --help" voor de instellingen.
`,
  async run(args) {
    readArgs(args, {})
    return serve(readConfig(), { say, prepare: makeWorld })
  },
}

/** Makes the world where it isn't there yet; a start that finds it whole reads its files only after the doors are open. */
async function makeWorld(deps: Deps): Promise<() => Promise<readonly string[]>> {
  const { database, masterKey } = deps
  const found = await Promise.all(demoSlugs.map((slug) => findOrganisation(database, masterKey, slug)))
  if (found.some((organisation) => organisation === undefined)) {
    const { makeDemoWorld } = await import('../demo/world.ts')
    await makeDemoWorld({ database, masterKey, report: say })
  }
  return () => whoToBe(deps)
}

async function whoToBe({ config }: Deps): Promise<readonly string[]> {
  const { demoPassword, demoPeople } = await import('../demo/world.ts')
  const people = Map.groupBy(demoPeople(), ({ organisation }) => organisation)
  return [
    '', `Inloggen kan als een van deze verzonnen mensen. Hun wachtwoord is: ${demoPassword}`,
    ...[...people].flatMap(([organisation, members]) => [
      '', `${organisation} (${config.publicUrl}/${members[0]!.slug})`,
      ...members.map(({ email, roles, name }) => `  ${email.padEnd(42)} ${roles} (${name})`),
    ]), '',
  ]
}
