// `waarborg demo`: serves the demo world, which is made once.
import { readConfig } from '../ground/config.ts'
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

type World = { makeDemoWorld: (deps: Deps, say: (line: string) => void) => Promise<readonly string[]> }

async function makeWorld(deps: Deps): Promise<readonly string[]> {
  const place = '../demo/world.ts'
  try {
    const { makeDemoWorld } = await import(place) as World
    return await makeDemoWorld(deps, say)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    return ['De demowereld is er nog niet.']
  }
}
