// `waarborg migrate`: brings the database up to date without opening the doors.
import { readConfig } from '../ground/config.ts'
import { migrate } from '../ground/migrations.ts'
import { queues } from '../queues.ts'
import { readArgs, say, type Verb } from './verb.ts'
import { withServer } from './with-product.ts'

export const verb: Verb = {
  summary: 'werk de database bij, zonder de website te openen',
  help: `
Gebruik: waarborg migrate

Voert de bestanden in migrations/ uit die nog niet zijn uitgevoerd, elk in zijn geheel of niet. "waarborg start" doet dit ook.
Met een eigen PostgreSQL (DATABASE_URL) gebeurt dit met de inlognaam van de eigenaar.
`,
  async run(args) {
    readArgs(args, {})
    const done = await withServer(readConfig(), (running) => migrate(running, { queues, say }))
    say(done.length === 0 ? 'De database was al bijgewerkt.' : `Klaar: ${done.length} ${done.length === 1 ? 'bestand' : 'bestanden'} uitgevoerd.`)
    return 0
  },
}
