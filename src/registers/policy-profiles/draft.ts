// Draft: a new version of the policy profile while people write it: begun from a profile, changed with all checks, submitted to whoever adopts it.
import { newId } from '../../ground/ids.ts'
import { Conflict, type Fault, Invalid, NotFound, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { profileFrom } from '../../policy/in-force.ts'
import type { KnownEvidence } from '../../policy/known-evidence.ts'
import type { Profile } from '../../policy/profiles.ts'
import { checkProfile } from '../../policy/read-profile.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { unexplainedConflicts } from './law-conflicts.ts'
import { findNamed } from './profile-refs.ts'

export const historyKey = 'policy-profile'

export type Draft = {
  readonly id: string; readonly basedOn: string; readonly profile: Profile; readonly note: string | null; readonly revision: number
  readonly changedAt: Date; readonly changedBy: string | null; readonly proposedAt: Date | null; readonly proposedBy: string | null
  /** Ids of the persons who wrote on it or submitted it: none of them adopts it. */
  readonly writers: readonly string[]
}

export async function readDraft(scope: Scope, options: { lock?: boolean } = {}): Promise<Draft | undefined> {
  const query = scope.tx.selectFrom('policy_profile_draft as d')
    .select((eb) => ['d.id', 'd.based_on', 'd.content', 'd.note', 'd.revision', 'd.changed_at', 'd.proposed_at', 'd.proposed_by', 'd.written_by',
      eb.selectFrom('person as p').select('p.name').whereRef('p.organisation_id', '=', 'd.organisation_id').whereRef('p.id', '=', 'd.changed_by').as('changer'),
      eb.selectFrom('person as p').select('p.name').whereRef('p.organisation_id', '=', 'd.organisation_id').whereRef('p.id', '=', 'd.proposed_by').as('proposer')])
    .where('d.organisation_id', '=', scope.organisation.id)
  const row = await (options.lock ? query.forUpdate('d') : query).executeTakeFirst()
  return row && {
    id: row.id, basedOn: row.based_on, profile: profileFrom(row.content), note: row.note, revision: row.revision, changedAt: row.changed_at, changedBy: row.changer,
    proposedAt: row.proposed_at, proposedBy: row.proposer, writers: [...row.written_by, ...(row.proposed_by ? [row.proposed_by] : [])],
  }
}

/** The draft for work on it. @throws NotFound */
export function lockDraft(scope: Scope): Promise<Draft> {
  return findDraft(scope, { lock: true })
}

/** @throws NotFound */
export async function findDraft(scope: Scope, options: { lock?: boolean } = {}): Promise<Draft> {
  const draft = await readDraft(scope, options)
  if (!draft) throw new NotFound(t('Er is geen concept van het beleidsprofiel.', 'There is no draft of the policy profile.'))
  return draft
}

/** Begins a draft from what a ref names. @throws Refused while there is one already */
export async function startDraft(scope: Scope, ref: string): Promise<void> {
  const { ref: basedOn, profile } = await findNamed(scope, ref)
  const me = personOf(scope.actor)
  const id = newId()
  const added = await scope.tx.insertInto('policy_profile_draft').values({
    organisation_id: scope.organisation.id, id, based_on: basedOn, content: JSON.stringify(profile), created_at: scope.now, changed_at: scope.now, changed_by: me, written_by: me ? [me] : [],
  }).onConflict((clash) => clash.column('organisation_id').doNothing()).executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) throw new Refused(t('Er is al een concept. Werk daarin verder, of gooi het eerst weg.', 'There is a draft already. Go on in that one, or throw it away first.'))
  await note(scope, id, 'draft', basedOn)
}

/** Puts other content in the draft, checked as a file is; what was submitted must be submitted anew. @throws Invalid, Conflict */
export async function changeDraft(scope: Scope, content: unknown, revision: number, known: KnownEvidence): Promise<void> {
  const draft = await lockDraft(scope)
  if (revision !== draft.revision) throw new Conflict()
  const profile = checked(content, known)
  const me = personOf(scope.actor)
  await scope.tx.updateTable('policy_profile_draft').set({
    content: JSON.stringify(profile), revision: draft.revision + 1, changed_at: scope.now, changed_by: me, proposed_at: null, proposed_by: null,
    written_by: [...new Set([...draft.writers, ...(me ? [me] : [])])],
  }).where('organisation_id', '=', scope.organisation.id).execute()
  await note(scope, draft.id, 'change', null)
}

/** @throws Invalid with everything that is wrong, each at its path in the profile */
export function checked(content: unknown, known: KnownEvidence): Profile {
  const { profile, found } = checkProfile(content, undefined, known)
  const faults: Fault[] = [...found.map(({ path, reason }) => ({ at: path.join('.'), message: reason })), ...(profile ? unexplainedConflicts(profile) : [])]
  if (!profile || faults.length > 0) throw new Invalid(faults)
  return profile
}

/** Submits the draft to whoever adopts it, with what changes and why. */
export async function proposeDraft(scope: Scope, words: string): Promise<void> {
  const draft = await lockDraft(scope)
  if (draft.proposedAt !== null) throw new Refused(t('Dit concept is al voorgelegd.', 'This draft was submitted for adoption already.'))
  if (words.length < 1 || words.length > 10_000) throw new Invalid([{ at: 'note', message: t('Schrijf kort op wat er verandert en waarom.', 'Write down in short what changes and why.') }])
  await scope.tx.updateTable('policy_profile_draft').set({ note: words, proposed_at: scope.now, proposed_by: personOf(scope.actor), revision: draft.revision + 1 }).where('organisation_id', '=', scope.organisation.id).execute()
  await note(scope, draft.id, 'propose', words)
}

export async function takeBackDraft(scope: Scope): Promise<void> {
  const draft = await lockDraft(scope)
  if (draft.proposedAt === null) throw new Refused(t('Dit concept is niet voorgelegd.', 'This draft wasn’t submitted for adoption.'))
  await scope.tx.updateTable('policy_profile_draft').set({ proposed_at: null, proposed_by: null, revision: draft.revision + 1, written_by: [...new Set(draft.writers)] }).where('organisation_id', '=', scope.organisation.id).execute()
  await note(scope, draft.id, 'withdraw', null)
}

export async function dropDraft(scope: Scope): Promise<void> {
  const { id } = await lockDraft(scope)
  await scope.tx.deleteFrom('policy_profile_draft').where('organisation_id', '=', scope.organisation.id).execute()
  await note(scope, id, 'drop', null)
}

/** All that happens to the profile is one story: that of the organisation's policy, not of a draft that comes and goes. */
export function note(scope: Scope, draft: string, verb: string, words: string | null): Promise<void> {
  return writeHistory(scope, historyKey, [{ entryId: scope.organisation.id, verb, note: words }], draft)
}
