// A mail courier as a process of its own, for a test that kills it when the mail server has its message.
import { openDatabase } from '../../src/ground/database.ts'
import { openMasterKey } from '../../src/ground/keys.ts'
import { openPost } from '../../src/ground/mail.ts'
import { jobPlace } from '../../src/people/job-scope.ts'
import { sendDueMail } from '../../src/people/mail-courier.ts'
import { settingsFor } from './mail-server.ts'

const [appUrl = '', keysFolder = '', organisationId = '', port = ''] = process.argv.slice(2)
const house = { database: openDatabase(appUrl), master: openMasterKey(keysFolder), clock: () => new Date(), config: { publicUrl: 'http://waarborg.test', trustedProxies: 0 } }
await sendDueMail(house, await jobPlace(house, organisationId, { kind: 'system', task: 'mail' }), openPost(settingsFor(Number(port))))
