// A courier as a process of its own, for a test that kills it while it sends.
import { openDatabase } from '../../src/ground/database.ts'
import { openMasterKey } from '../../src/ground/keys.ts'
import { jobPlace } from '../../src/people/job-scope.ts'
import { sendDue } from '../../src/registers/webhooks/courier.ts'
import { webhooksUrl } from './webhooks.ts'

const [appUrl = '', keysFolder = '', organisationId = ''] = process.argv.slice(2)
const house = { database: openDatabase(appUrl), master: openMasterKey(keysFolder), clock: () => new Date(), config: { publicUrl: webhooksUrl }, allowsLoopbackProvider: true }
await sendDue(house, await jobPlace(house, organisationId, { kind: 'system', task: 'test' }), false)
