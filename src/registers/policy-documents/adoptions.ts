// Adoptions: which body adopted which version, by which decision, and from when to when it is bound by it. A document is in force only for bodies that adopted it (H-01).
import { sql } from 'kysely'
import { dayAfter, dayOf, sayDay } from '../../ground/clock.ts'
import { newId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotFound } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { date, text } from '../../register-kit/field-types.ts'
import { adoptingBody, bodyFields, type BodyValues } from './adopting-body.ts'
import { forceTerm } from './policy-terms.ts'

export const adoptionFields = {
  ...bodyFields,
  adopted_on: date('Datum van het besluit', 'Date of the decision'),
  decision_number: text('Nummer van het besluit', 'Number of the decision', { most: 100 }),
  in_force_from: date('Geldt vanaf', 'In force from', { help: { nl: 'Leeg: vanaf de dag van het besluit, of de dag na publicatie als uw beleid dat zegt.', en: 'Empty: from the day of the decision, or the day after publication if your policy says so.' } }),
} as const

export type AdoptionValues = BodyValues & { readonly adopted_on: string | null; readonly decision_number: string | null; readonly in_force_from: string | null }
/** `replaces`: another document that a body withdraws by adopting this one. */
export type AdoptedText = { readonly id: string; readonly version: number; readonly replaces: string | null }

export type Adoption = {
  readonly id: string; readonly version: number; readonly bodyKey: string; readonly bodyId: string | null; readonly body: string; readonly adoptedOn: string; readonly decisionNumber: string | null
  /** Null while it waits for publication. */
  readonly inForceFrom: string | null
  /** The last day. */
  readonly inForceUntil: string | null
  readonly revokedOn: string | null; readonly recordedBy: string | null
}

/** Records that a body adopted this version, which ends what it had adopted before. @returns what history says of it. @throws Invalid */
export async function adopt(scope: Scope, document: AdoptedText, values: AdoptionValues): Promise<string> {
  const body = await adoptingBody(scope, values)
  const adoptedOn = values.adopted_on ?? dayOf(scope.now)
  const faults: Fault[] = []
  if (adoptedOn > dayOf(scope.now)) faults.push({ at: 'adopted_on', message: t('Het besluit ligt in de toekomst. Leg het vast als het is genomen.', 'The decision lies in the future. Record it once it was taken.') })
  if (values.in_force_from !== null && values.in_force_from < adoptedOn) faults.push({ at: 'in_force_from', message: t('Beleid bindt een orgaan niet vóór het besluit.', 'A policy doesn’t bind a body before its decision.') })
  const [before] = await readAdoptions(scope, [document.id], { version: document.version, bodyKey: body.key })
  if (before) {
    const number = before.decisionNumber === null ? '' : ` (${before.decisionNumber})`
    faults.push({ at: values.participant === null ? 'body' : 'participant', message: t(`${before.body} heeft versie ${document.version} al vastgesteld op ${sayDay(before.adoptedOn)}${number}.`, `${before.body} already adopted version ${document.version} on ${sayDay(before.adoptedOn)}${number}.`) })
  }
  if (faults.length > 0) throw new Invalid(faults)
  const from = values.in_force_from ?? await usualStart(scope, document, adoptedOn)
  await scope.tx.insertInto('policy_adoption').values({
    organisation_id: scope.organisation.id, id: newId(), document_id: document.id, version: document.version, body_id: body.bodyId, participant_id: body.participantId, body_key: body.key, body_name: body.name,
    adopted_on: adoptedOn, decision_number: values.decision_number, in_force_from: from, recorded_at: scope.now, recorded_by: personOf(scope.actor),
  }).execute()
  if (from !== null) await endEarlier(scope, document, body.key, from)
  return [t(`Vastgesteld door ${body.name} op ${sayDay(adoptedOn)}`, `Adopted by ${body.name} on ${sayDay(adoptedOn)}`), values.decision_number].filter(Boolean).join(', ')
}

/** What waited for publication of this version is in force from now on. */
export async function startWaiting(scope: Scope, document: AdoptedText, publishedOn: string): Promise<void> {
  const start = dayAfter(publishedOn, await forceTerm(scope) ?? 'P0D')
  const waiting = (await readAdoptions(scope, [document.id], { version: document.version })).filter(({ inForceFrom }) => inForceFrom === null)
  for (const { id, adoptedOn, bodyKey } of waiting) {
    const from = adoptedOn > start ? adoptedOn : start
    await scope.tx.updateTable('policy_adoption').set({ in_force_from: from }).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).execute()
    await endEarlier(scope, document, bodyKey, from)
  }
}

/** Takes an adoption back from a day on; that body may adopt the same version again. @returns the body's name. @throws NotFound, Invalid */
export async function revoke(scope: Scope, documentId: string, adoptionId: string, on: string | null, reason: string | null): Promise<string> {
  const found = (await readAdoptions(scope, [documentId])).find(({ id }) => id === adoptionId)
  if (!found) throw new NotFound()
  const faults: Fault[] = []
  if (on === null) faults.push({ at: 'on', message: t('Vul in vanaf welke dag het niet meer geldt.', 'Fill in from which day it no longer holds.') })
  else if (on < found.adoptedOn) faults.push({ at: 'on', message: t(`Deze dag ligt vóór het besluit van ${sayDay(found.adoptedOn)}.`, `This day lies before the decision of ${sayDay(found.adoptedOn)}.`) })
  if (reason === null) faults.push({ at: 'reason', message: t('Schrijf op waarom.', 'Write down why.') })
  if (faults.length > 0) throw new Invalid(faults)
  await scope.tx.updateTable('policy_adoption').set({ revoked_on: on, in_force_until: dayAfter(on!, '-P1D'), revoked_because: reason }).where('organisation_id', '=', scope.organisation.id).where('id', '=', adoptionId).execute()
  return found.body
}

/** The document is withdrawn: nobody is bound by it after this day. */
export async function endAll(scope: Scope, documentId: string, lastDay: string): Promise<void> {
  await sql`update policy_adoption set in_force_until = ${lastDay} where organisation_id = ${scope.organisation.id} and document_id = ${documentId} and (in_force_until is null or in_force_until > ${lastDay})`.execute(scope.tx)
}

/** Newest version first; those that were taken back only when nothing narrower is asked. */
export async function readAdoptions(scope: Scope, documents: readonly string[], only: { version?: number; bodyKey?: string } = {}): Promise<(Adoption & { readonly documentId: string })[]> {
  if (documents.length === 0) return []
  const { rows } = await sql<Adoption & { documentId: string }>`
    select a.document_id as "documentId", a.id, a.version, a.body_key as "bodyKey", a.body_id as "bodyId", a.body_name as body, a.adopted_on as "adoptedOn", a.decision_number as "decisionNumber", a.in_force_from as "inForceFrom", a.in_force_until as "inForceUntil",
      a.revoked_on as "revokedOn", p.name as "recordedBy"
    from policy_adoption a left join person p on p.organisation_id = a.organisation_id and p.id = a.recorded_by
    where a.organisation_id = ${scope.organisation.id} and a.document_id = any(${documents}::uuid[]) and (${only.version ?? null}::int is null or (a.version = ${only.version ?? null} and a.revoked_on is null))
      and (${only.bodyKey ?? null}::text is null or a.body_key = ${only.bodyKey ?? null}) order by a.version desc, a.adopted_on, a.id`.execute(scope.tx)
  return rows
}

/** Whether a body is bound by it on a day. */
export function isInForce({ inForceFrom, inForceUntil }: Pick<Adoption, 'inForceFrom' | 'inForceUntil'>, day: string): boolean {
  return inForceFrom !== null && inForceFrom <= day && (inForceUntil === null || inForceUntil >= day)
}

/** Where the policy has documents bind after publication (N-55), an adoption waits for that; else it holds from the decision. */
async function usualStart(scope: Scope, { id, version }: AdoptedText, adoptedOn: string): Promise<string | null> {
  const term = await forceTerm(scope)
  if (term === undefined) return adoptedOn
  const published = await scope.tx.selectFrom('policy_publication').select('published_on').where('organisation_id', '=', scope.organisation.id).where('document_id', '=', id).where('version', '=', version).executeTakeFirst()
  if (!published) return null
  const start = dayAfter(published.published_on, term)
  return start > adoptedOn ? start : adoptedOn
}

/** By adopting something new a body withdraws what stood before (H-01). */
async function endEarlier(scope: Scope, { id, version, replaces }: AdoptedText, bodyKey: string, from: string): Promise<void> {
  await sql`update policy_adoption set in_force_until = ${dayAfter(from, '-P1D')} where organisation_id = ${scope.organisation.id} and body_key = ${bodyKey} and revoked_on is null
    and ((document_id = ${id} and version < ${version}) or (document_id = ${replaces}::uuid and ${replaces}::uuid <> ${id}::uuid)) and (in_force_until is null or in_force_until >= ${from})`.execute(scope.tx)
}
