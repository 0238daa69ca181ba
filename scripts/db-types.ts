// Database types: writes src/ground/schema.ts from a freshly migrated database.
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startTestServer } from '../test/support/server.ts'

const root = join(import.meta.dirname, '..')
export const schemaFile = join(root, 'src/ground/schema.ts')

const heading = '// Schema: the tables as Kysely sees them. Made by `npm run db:types` from the migrations; don\'t edit.\n'

/** The text that schema.ts should have for this database. */
export async function typesOf(ownerUrl: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'), '--print', '--dialect', 'postgres', '--url', ownerUrl, '--log-level', 'silent',
    '--default-schema', 'public', '--exclude-pattern', 'pgboss.*', '--date-parser', 'string', '--type-mapping', '{"int8":"number"}',
  ], { maxBuffer: 50_000_000, cwd: root })
  const body = stdout.slice(stdout.indexOf('import '))
  return heading + body.replaceAll(';\n', '\n').replaceAll('"kysely"', "'kysely'")
}

if (import.meta.main) {
  const server = await startTestServer()
  try {
    writeFileSync(schemaFile, await typesOf(server.ownerUrl))
    process.stdout.write('src/ground/schema.ts is bijgewerkt.\n')
  } finally {
    await server.stop()
  }
}
