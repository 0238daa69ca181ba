// Saved mappings: how the columns of a kind of file are read, kept under a name for the next time.
import { sql } from 'kysely'
import { fold } from '../../ground/letters.ts'
import { newId } from '../../ground/ids.ts'
import { Invalid } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'

export type SavedMapping = { readonly id: string; readonly name: string; /** Field by heading, and the rest of what was chosen. */ readonly choices: { readonly headings: readonly string[] } & Record<string, unknown> }

export async function listMappings(scope: Scope, register: string): Promise<SavedMapping[]> {
  const result = await sql<SavedMapping>`select id, name, choices from import_mapping where organisation_id = ${scope.organisation.id} and register = ${register} order by created_at desc limit 100`.execute(scope.tx)
  return result.rows
}

/** Saves under a name; the same name replaces. @throws Invalid at `mappingName`. */
export async function saveMapping(scope: Scope, register: string, name: string, choices: SavedMapping['choices']): Promise<void> {
  const plain = name.replace(/\s+/g, ' ').trim()
  if (plain === '' || plain.length > 100) throw new Invalid([{ at: 'mappingName', message: t('Geef de indeling een naam van hoogstens 100 tekens.', 'Give the mapping a name of at most 100 characters.') }])
  await sql`insert into import_mapping (organisation_id, id, register, name, choices, created_by, created_at)
    values (${scope.organisation.id}, ${newId()}, ${register}, ${plain}, ${JSON.stringify(choices)}::jsonb, ${personOf(scope.actor)}, ${scope.now})
    on conflict (organisation_id, register, name) do update set choices = excluded.choices, created_by = excluded.created_by, created_at = excluded.created_at`.execute(scope.tx)
}

/** The mapping of an earlier file with the same headings in the same order, whatever their case and spaces. */
export function mappingFor(mappings: readonly SavedMapping[], headings: readonly string[]): SavedMapping | undefined {
  const wanted = headings.map(fold).join('\n')
  return mappings.find(({ choices }) => choices.headings.map(fold).join('\n') === wanted)
}
