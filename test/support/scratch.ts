// Scratch databases: an empty database on the shared test server, for tests that need one of their own.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { withLogin } from '../../src/ground/postgres-roles.ts'
import { testDatabase } from './database.ts'

export type Scratch = { name: string; ownerUrl: string; appUrl: string; superUrl: string; drop: () => Promise<void> }

/** Makes an empty database, owned by `owner` (a login of the test server). */
export async function scratchDatabase(owner = 'waarborg_owner'): Promise<Scratch> {
  const { ownerUrl, appUrl, superUrl } = await testDatabase()
  const name = `scratch_${randomBytes(5).toString('hex')}`
  await asSuper(superUrl, `create database ${name} owner ${owner}`)
  return {
    name, ownerUrl: inDatabase(ownerUrl, name), appUrl: inDatabase(appUrl, name), superUrl: inDatabase(superUrl, name),
    drop: () => asSuper(superUrl, `drop database if exists ${name} with (force)`),
  }
}

/** Makes a login with these attributes on the test server. @returns its name and an address with that login in this database */
export async function scratchLogin(url: string, attributes: string): Promise<{ name: string; url: string; drop: () => Promise<void> }> {
  const { superUrl } = await testDatabase()
  const name = `login_${randomBytes(5).toString('hex')}`
  await asSuper(superUrl, `create role ${name} login password 'geheim' ${attributes}`)
  return { name, url: withLogin(url, name, 'geheim'), drop: () => asSuper(superUrl, `drop role if exists ${name}`) }
}

export async function asSuper(superUrl: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
