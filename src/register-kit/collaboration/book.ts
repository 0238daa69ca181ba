// Book: the little that comments, attachments and saved views must know of a register, handed in by whoever mounts them.
import { type RawBuilder, sql } from 'kysely'
import type { recordAccess } from '../../access-record/record.ts'
import { NotFound } from '../../ground/refusals.ts'
import type { Actor, Scope } from '../../ground/scope.ts'
import type { Words } from '../../ground/words.ts'

export type Book = {
  /** Name in the tables (`processing-activities`). */
  readonly key: string
  /** Part of the address (`verwerkingen`). */
  readonly path: string
  readonly words: { readonly one: Words; readonly many: Words }
}

export type OpenedEntry = { readonly id: string; readonly title: string; readonly department: string | null }

/** One entry that the actor may see. @throws NotFound */
export type Open = (scope: Scope, entryId: string) => Promise<OpenedEntry>

export type Subjects = Parameters<typeof recordAccess>[1]['subjects']

export type Collaboration = {
  readonly book: Book
  readonly open: Open
  /** Whether the actor may talk about an entry, or attach to it and remove what is attached. Seeing it is checked before. */
  may(scope: Scope, entry: OpenedEntry, verb: 'comment' | 'attach'): boolean
  /** The data subjects that an entry identifies: every download of an attachment is recorded for them. */
  identifies?(scope: Scope, entry: OpenedEntry): Promise<Subjects>
  /** Which of the actors may see an entry, in one question; without it `open` is asked for each. */
  sees?(scope: Scope, entryId: string, actors: readonly Actor[]): Promise<readonly boolean[]>
  /** True where people with the same roles don't all see the same entries: who sees one is asked for each. */
  readonly isPersonal?: boolean
  /** What a list understands of an address: what it keeps, and the names of what it doesn't know (any more). */
  understand(parameters: URLSearchParams): { readonly parameters: URLSearchParams; readonly ignored: readonly string[] }
}

/** `sees` for a register whose table has the alias `t` in its predicate of who may see what. */
export function seenIn(table: string, visible: (actor: Actor) => RawBuilder<boolean>): NonNullable<Collaboration['sees']> {
  return async (scope, entryId, actors) => {
    const seen: boolean[] = []
    for (const some of batches(actors, 200)) {
      const columns = sql.join(some.map((actor, index) => sql`coalesce(${visible(actor)}, false) as ${sql.ref(`s${index}`)}`))
      const found = await sql<Record<string, boolean>>`select ${columns} from ${sql.table(table)} t where t.organisation_id = ${scope.organisation.id} and t.id = ${entryId}`.execute(scope.tx)
      seen.push(...some.map((_actor, index) => found.rows[0]?.[`s${index}`] ?? false))
    }
    return seen
  }
}

/** Which of the actors may see an entry. */
export async function whoSees(scope: Scope, { open, sees }: Collaboration, entryId: string, actors: readonly Actor[]): Promise<readonly boolean[]> {
  if (actors.length === 0) return []
  if (sees) return sees(scope, entryId, actors)
  const seen: boolean[] = []
  for (const actor of actors) seen.push(await maySee({ ...scope, actor }, open, entryId))
  return seen
}

/** Address of an entry, or of a page below it. */
export function entryHref(scope: Pick<Scope, 'organisation'>, book: Book, entryId: string, more = ''): string {
  return `/${scope.organisation.slug}/${book.path}/${entryId}${more}`
}

async function maySee(scope: Scope, open: Open, entryId: string): Promise<boolean> {
  try {
    await open(scope, entryId)
    return true
  } catch (error) {
    if (error instanceof NotFound) return false
    throw error
  }
}

function batches<T>(items: readonly T[], size: number): (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))
}
