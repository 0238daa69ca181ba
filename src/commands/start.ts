// `waarborg start`: serves what is there; on a first start the first visit sets up the first organisation.
import { readConfig } from '../ground/config.ts'
import { newSetupCode } from '../people/set-up.ts'
import { serve } from '../server.ts'
import type { Deps } from '../web.tsx'
import { readArgs, say, type Verb } from './verb.ts'

export const verb: Verb = {
  summary: 'start Waarborg met de gegevens die er zijn',
  help: `
Gebruik: waarborg start

Start de database, werkt haar bij en opent de website. Ctrl-C of SIGTERM stopt alles netjes.

Instellingen (omgevingsvariabelen):
  PORT, HOST          poort en adres om op te luisteren (3000, 127.0.0.1)
  PUBLIC_URL          adres zoals mensen het gebruiken, bijvoorbeeld https://waarborg.voorbeeld.nl
  DATA_DIR            map met de ingebouwde database (.data)
  KEYS_DIR            map met de sleutels (DATA_DIR/keys); bewaar er een back-up van, apart van de database
  CHECKPOINTS_DIR     map voor de verzegelingen van het logboek (DATA_DIR/checkpoints); het liefst op een andere machine
  DATABASE_URL        eigen PostgreSQL 15 of nieuwer, met de inlognaam van de eigenaar
  DATABASE_APP_URL    inlognaam van de toepassing in die database; anders maakt de eigenaar er een
  TRUSTED_PROXIES     aantal proxy's ervoor dat het adres van de bezoeker doorgeeft (0)
  LOG_CERT_HEADER     header waarin die proxy het certificaat doorgeeft van een toepassing die logt
  LOG_PORT            eigen poort voor toepassingen die loggen (uit: zij gebruiken PORT)
  LOG_THREADS         aantal draden dat daar ontvangt (de helft van de kernen, hoogstens 4)
  MAX_UPLOAD_MB       grootste bestand dat mag worden geüpload (50)
  LOG_LEVEL           debug, info, warn, error of silent (info)
`,
  async run(args) {
    readArgs(args, {})
    return serve(readConfig(), { say, prepare: inviteFirst })
  },
}

/** While there is no organisation yet, whoever can read this console may make the first. */
async function inviteFirst({ database, config }: Deps): Promise<() => readonly string[]> {
  const code = await newSetupCode(database)
  return () => code === undefined ? [] : [`Er is nog geen organisatie. Open ${config.publicUrl}/instellen en vul deze eenmalige code in: ${code}`]
}
