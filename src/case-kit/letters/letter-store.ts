// Letter store: letters of a case as rows: a draft that is changed, versions that are frozen, and how each was sent.
import { sql } from 'kysely'
import { newId } from '../../ground/ids.ts'
import { Conflict, NotFound, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { type Language, t } from '../../ground/words.ts'

export const letterStates = ['draft', 'final', 'sent', 'withdrawn'] as const
export type LetterState = (typeof letterStates)[number]

/** What a writer may change of a draft. */
export type LetterContent = {
  readonly addressee: string | null
  /** Lines of a postal address. */
  readonly address: string | null
  readonly email: string | null
  readonly subject: string
  /** Markdown. */
  readonly body: string
  /** Why a citizen service number stands in it (N-31). */
  readonly bsnReason: string | null
}

export type Letter = LetterContent & {
  readonly id: string
  readonly register: string
  readonly entryId: string
  readonly template: string
  readonly language: Language
  readonly isForList: boolean
  readonly state: LetterState
  readonly revision: number
  /** The last frozen version; 0 before there is one. */
  readonly version: number
  readonly isShownOutside: boolean
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly updatedBy: string | null
}

export type NewLetter = LetterContent & Pick<Letter, 'register' | 'entryId' | 'template' | 'language' | 'isForList'> & { readonly isShownOutside?: boolean }

/** A draft. @returns its id */
export async function insertLetter(scope: Scope, { bsnReason, entryId, isForList, isShownOutside, ...rest }: NewLetter): Promise<string> {
  const id = newId()
  const by = personOf(scope.actor)
  await scope.tx.insertInto('letter').values({
    ...rest, organisation_id: scope.organisation.id, id, entry_id: entryId, is_for_list: isForList, is_shown_outside: isShownOutside ?? true, bsn_reason: bsnReason, state: 'draft',
    created_at: scope.now, created_by: by, updated_at: scope.now, updated_by: by,
  }).execute()
  return id
}

/** Letters of one case, the newest first. */
export async function readLetters(scope: Scope, register: string, entryId: string, only: { id?: string; lock?: boolean } = {}): Promise<Letter[]> {
  const { rows } = await sql<Letter>`
    select l.id, l.register, l.entry_id as "entryId", l.template, l.language, l.addressee, l.address, l.email, l.subject, l.body, l.bsn_reason as "bsnReason", l.is_for_list as "isForList", l.state, l.revision, l.version,
      l.is_shown_outside as "isShownOutside", l.created_at as "createdAt", l.updated_at as "updatedAt", (select p.name from person p where p.organisation_id = l.organisation_id and p.id = l.updated_by) as "updatedBy"
    from letter l where l.organisation_id = ${scope.organisation.id} and l.register = ${register} and l.entry_id = ${entryId} and (${only.id ?? null}::uuid is null or l.id = ${only.id ?? null})
    order by l.id desc ${only.lock ? sql`for update of l` : sql``}`.execute(scope.tx)
  return rows
}

/** @throws NotFound for a letter of another case, too */
export async function readLetter(scope: Scope, register: string, entryId: string, id: string, options: { lock?: boolean } = {}): Promise<Letter> {
  const [letter] = await readLetters(scope, register, entryId, { ...options, id })
  if (!letter) throw new NotFound()
  return letter
}

/** Replaces what a draft says. @throws Conflict when somebody else changed it meanwhile, Refused when it is no draft */
export async function saveDraft(scope: Scope, letter: Letter, revision: number, { bsnReason, ...content }: LetterContent & { readonly language: Language; readonly isShownOutside: boolean }): Promise<void> {
  if (letter.state !== 'draft') throw new Refused(t('Deze brief is definitief. Maak er eerst weer een concept van.', 'This letter is final. Make it a draft again first.'))
  if (letter.revision !== revision) throw new Conflict()
  const { isShownOutside, ...rest } = content
  await scope.tx.updateTable('letter').set({ ...rest, is_shown_outside: isShownOutside, bsn_reason: bsnReason, revision: letter.revision + 1, updated_at: scope.now, updated_by: personOf(scope.actor) })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', letter.id).execute()
}

export async function setState(scope: Scope, letter: Letter, state: LetterState): Promise<void> {
  await scope.tx.updateTable('letter').set({ state, revision: letter.revision + 1, updated_at: scope.now, updated_by: personOf(scope.actor) })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', letter.id).execute()
}
