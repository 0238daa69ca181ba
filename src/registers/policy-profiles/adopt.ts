// Adopt: brings a draft into force as the organisation's next version, by somebody who wrote nothing of it.
import { dayOf, sayDay } from '../../ground/clock.ts'
import { newId } from '../../ground/ids.ts'
import { Conflict, Invalid, NotAllowed, Refused } from '../../ground/refusals.ts'
import { hasRole, personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { forgetProfileInForce, profileInForce } from '../../policy/in-force.ts'
import type { KnownEvidence } from '../../policy/known-evidence.ts'
import { checked, type Draft, lockDraft, note } from './draft.ts'
import { listVersions } from './versions.ts'

/** Who adopts in the organisation's name: an administrator, or somebody whose function is to manage. */
export async function mayAdopt(scope: Scope): Promise<boolean> {
  const me = personOf(scope.actor)
  if (me === null || hasRole(scope.actor, 'administrator')) return me !== null
  const row = await scope.tx.selectFrom('person as p').innerJoin('job_function as f', (join) => join.onRef('f.organisation_id', '=', 'p.organisation_id').onRef('f.id', '=', 'p.job_function_id'))
    .select('f.is_management').where('p.organisation_id', '=', scope.organisation.id).where('p.id', '=', me).executeTakeFirst()
  return row?.is_management === true
}

/** Why this person can't adopt the draft now, or undefined. */
export async function whyNotAdopt(scope: Scope, draft: Draft): Promise<string | undefined> {
  if (draft.proposedAt === null) return t('Dit concept is nog niet voorgelegd.', 'This draft hasn’t been submitted for adoption yet.')
  if (draft.writers.includes(personOf(scope.actor) ?? '')) return t('U schreef hieraan mee of legde het voor. Iemand anders stelt het vast.', 'You wrote on this or submitted it. Somebody else adopts it.')
  // Where the policy of now asks for it too, the settings say so already; a demo leaves it out.
  if (draft.profile.second_factor !== 'required' || (await profileInForce(scope))?.profile.second_factor === 'required') return undefined
  const { second_factor_required: isOn, is_demo: isDemo } = await scope.tx.selectFrom('organisation').select(['second_factor_required', 'is_demo']).where('id', '=', scope.organisation.id).executeTakeFirstOrThrow()
  if (!isOn && !isDemo) {
    return t('Dit profiel vraagt een tweede stap bij het inloggen. Zet die eerst aan bij Organisatie.', 'This profile asks for a second step at sign-in. Turn it on at Organisation first.')
  }
  return undefined
}

/** @throws NotAllowed, Refused, Conflict (the draft changed since it was read), Invalid */
export async function adoptDraft(scope: Scope, { validFrom, revision }: { validFrom: string; revision: number }, known: KnownEvidence): Promise<number> {
  const draft = await lockDraft(scope)
  if (!(await mayAdopt(scope))) throw new NotAllowed(t('Een beheerder of iemand van de leiding stelt het beleidsprofiel vast.', 'An administrator or somebody of the management adopts the policy profile.'))
  const why = await whyNotAdopt(scope, draft)
  if (why) throw new Refused(why)
  if (revision !== draft.revision) throw new Conflict()
  // A release in between may have dropped what a norm is measured by.
  const profile = checked(draft.profile, known)
  const versions = await listVersions(scope)
  refuseDay(validFrom, dayOf(scope.now), versions.map((version) => version.validFrom).toSorted().at(-1))
  const { proposed_by: proposer } = await scope.tx.selectFrom('policy_profile_draft').select('proposed_by').where('organisation_id', '=', scope.organisation.id).executeTakeFirstOrThrow()
  const number = (versions[0]?.number ?? 0) + 1
  await scope.tx.insertInto('policy_profile_version').values({
    organisation_id: scope.organisation.id, id: newId(), number, based_on: draft.basedOn, content: JSON.stringify(profile), note: draft.note,
    proposed_at: draft.proposedAt!, proposed_by: proposer!, adopted_at: scope.now, adopted_by: personOf(scope.actor)!, valid_from: validFrom,
  }).execute()
  await scope.tx.deleteFrom('policy_profile_draft').where('organisation_id', '=', scope.organisation.id).execute()
  await note(scope, draft.id, 'adopt', `versie-${number} (${validFrom})`)
  forgetProfileInForce(scope)
  return number
}

/** Versions follow each other in time: none begins before today, or before one that was adopted earlier. */
function refuseDay(day: string, today: string, last: string | undefined): void {
  const refuse = (message: string) => { throw new Invalid([{ at: 'valid_from', message }]) }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day) refuse(t('Vul een datum in.', 'Fill in a date.'))
  if (day < today) refuse(t('Een profiel kan niet met terugwerkende kracht gelden. Kies vandaag of later.', 'A profile can’t hold back in time. Choose today or later.'))
  if (last !== undefined && day < last) refuse(t(`Een eerdere versie begint pas op ${sayDay(last)}. Kies die dag of later.`, `An earlier version begins on ${sayDay(last)} only. Choose that day or later.`))
}
