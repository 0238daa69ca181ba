// The tests' database: shared by all test files of a run, with the logins that tests need.
import { after } from 'node:test'
import { openDatabase, type Database } from '../../src/ground/database.ts'
import { openMasterKey, type MasterKey } from '../../src/ground/keys.ts'
import { handedDown, startTestServer, type TestAddresses } from './server.ts'

export type TestDatabase = TestAddresses & { app: Database; masterKey: MasterKey }

let shared: Promise<TestDatabase> | undefined
const closers: (() => Promise<void>)[] = []

/** The shared database, started when a test first asks for it. Each test makes an organisation of its own in it. */
export function testDatabase(): Promise<TestDatabase> {
  shared ??= open()
  return shared
}

// Open connections would keep the process alive after the last test.
after(async () => {
  while (closers.length > 0) await closers.pop()?.()
  shared = undefined
})

async function open(): Promise<TestDatabase> {
  const given = process.env[handedDown]
  const { stop, ...addresses } = given === undefined ? await startTestServer() : { ...JSON.parse(given) as TestAddresses, stop: async () => {} }
  const app = openDatabase(addresses.appUrl)
  closers.push(stop, () => app.destroy())
  return { ...addresses, app, masterKey: openMasterKey(addresses.keysFolder) }
}
