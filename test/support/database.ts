// The tests' database: shared by all test files of a process, with the logins that tests need.
import '../../src/tied-rooms.ts'
import { openDatabase, type Database } from '../../src/ground/database.ts'
import { openMasterKey, type MasterKey } from '../../src/ground/keys.ts'
import { startTestServer, type TestAddresses } from './server.ts'

export type TestDatabase = TestAddresses & { app: Database; masterKey: MasterKey }

let shared: Promise<TestDatabase> | undefined

/** The shared database, started when a test first asks for it. Each test makes an organisation of its own in it. */
export function testDatabase(): Promise<TestDatabase> {
  shared ??= open()
  return shared
}

// Nothing here is closed: connections let the process end, and the server ends with the process that started it.
// All files of a run are loaded while the first hooks wait for their connection: on a busy machine that takes longer than a user would wait.
async function open(): Promise<TestDatabase> {
  const addresses = await startTestServer()
  return { ...addresses, app: openDatabase(addresses.appUrl, { mayExit: true, patience: 120_000 }), masterKey: openMasterKey(addresses.keysFolder) }
}
