// Clockwork: a worker as a process of its own that goes through days in steps of six hours, for one organisation, for a test that kills it on the way and starts another.
import '../../src/tied-rooms.ts'
import { remindOfTasks } from '../../src/case-kit/collection/reminders.ts'
import { openDatabase } from '../../src/ground/database.ts'
import { openMasterKey } from '../../src/ground/keys.ts'
import { inPlace, jobPlace } from '../../src/people/job-scope.ts'
import { sweepDeadlines } from '../../src/register-kit/deadlines/deadline-sweep.ts'
import { workDay } from '../../src/worklist/daily-work.ts'

const [appUrl = '', keysFolder = '', organisationId = '', from = '', until = ''] = process.argv.slice(2)
const step = 6 * 3_600_000
let now = new Date(from)
const house = { database: openDatabase(appUrl), master: openMasterKey(keysFolder), clock: () => now }
for (; now < new Date(until); now = new Date(now.getTime() + step)) {
  const place = await jobPlace(house, organisationId, { kind: 'system', task: 'test' })
  await inPlace(house, place, (scope) => sweepDeadlines(scope))
  await inPlace(house, place, remindOfTasks)
  if (now.getUTCHours() < 6) await workDay(house, organisationId)
  process.stdout.write(`${now.toISOString()}\n`)
}
await house.database.destroy()
