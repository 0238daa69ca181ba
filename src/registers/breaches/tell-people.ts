// Tell people: the mails of a breach to colleagues: the desk on a report, DPO and CISO on suspicion, directors when more is in danger, and whoever a dilemma goes to (N-24, N-49, P-14, H-63).
import { sql } from 'kysely'
import { personOf, type Role, type Scope } from '../../ground/scope.ts'
import type { Words } from '../../ground/words.ts'
import { enqueueMail, type MailLine } from '../../people/mail.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { assigneesFor, holdersOf } from '../responsibilities/actions.ts'
import type { BreachInput } from './step-kit.ts'

type Told = Pick<Entry, 'id'>
type Numbered = { readonly number: string | null; readonly department?: string | null }

/** A new report: privacy officers and CISO, and the manager in copy where the address is of a colleague. */
export async function tellOfReport(scope: Scope, entry: Told, input: Numbered & Pick<BreachInput, 'manager_email'>): Promise<void> {
  const desk = [...await holding(scope, 'privacy_officer'), ...await holding(scope, 'ciso')]
  const lines = [{ nl: 'Er is een datalek of beveiligingsincident gemeld. Kijk er meteen naar: de klok kan al lopen.', en: 'A breach or security incident was reported. Look at it at once: the clock may be running.' }]
  await tell(scope, entry, input, desk, { nl: 'Nieuwe melding van een datalek', en: 'New report of a breach' }, lines)
  const managers = (await colleaguesAt(scope, input.manager_email)).filter((manager) => !desk.includes(manager))
  if (managers.length > 0) {
    await tell(scope, entry, input, managers, { nl: 'Kopie: iemand van uw team meldde een datalek', en: 'Copy: somebody of your team reported a breach' }, [{ nl: 'U krijgt dit bericht omdat de melder u als leidinggevende noemde. De privacy officer neemt de melding op zich.', en: 'You get this message because the reporter named you as manager. The privacy officer deals with the report.' }])
  }
}

/** On suspicion (N-24): DPO and CISO. */
export async function tellOfSuspicion(scope: Scope, entry: Told, input: Numbered): Promise<number> {
  return tell(scope, entry, input, [...await holding(scope, 'dpo'), ...await holding(scope, 'ciso')], { nl: 'Er is mogelijk een datalek', en: 'There may be a breach' }, [
    { nl: 'Er is een vermoeden van een datalek. Wilt u meekijken en adviseren?', en: 'A breach is suspected. Would you look along and advise?' },
  ])
}

/** When customers, processes, finance or good name are in danger (P-14). */
export async function tellDirectors(scope: Scope, entry: Told, input: Numbered & Pick<BreachInput, 'dangers'>): Promise<number> {
  const directors = (await holdersOf(scope, new Set(['management', 'portfolio_holder']))).map(({ personId }) => personId)
  const people = [...directors, ...await holding(scope, 'privacy_officer'), ...await holding(scope, 'ciso')]
  await tell(scope, entry, input, people, { nl: 'Een datalek kan de organisatie schaden', en: 'A breach may harm the organisation' }, [
    { nl: 'Door een datalek lopen klanten, het werk, geld of de goede naam gevaar. De privacy officer houdt u op de hoogte.', en: 'By a breach customers, processes, money or the good name are in danger. The privacy officer keeps you informed.' },
  ])
  return directors.length
}

/** A dilemma goes to the owner, directors and portfolio holder (H-63), as the division of tasks says. */
export async function tellOfDilemma(scope: Scope, entry: Told, input: Numbered): Promise<number> {
  const assigned = await assigneesFor(scope, 'breaches', 'settle-dilemmas', { department: input.department ?? null })
  const people = assigned.length > 0 ? assigned : await holdersOf(scope, new Set(['process_owner', 'management', 'portfolio_holder']), input.department ?? null)
  return tell(scope, entry, input, people.map(({ personId }) => personId), { nl: 'Uw oordeel gevraagd over een datalek', en: 'Your opinion asked on a breach' }, [
    { nl: 'Bij een datalek is een keuze moeilijk. Wilt u meedenken? De vraag staat bij het datalek.', en: 'A choice about a breach is hard. Would you help? The question stands with the breach.' },
  ])
}

/** By number and never by title; nobody hears of what they did themselves. @returns how many were told */
async function tell(scope: Scope, { id }: Told, { number }: Numbered, people: readonly string[], subject: Words, lines: readonly MailLine[]): Promise<number> {
  const { slug } = scope.organisation
  const told = [...new Set(people)].filter((person) => person !== personOf(scope.actor))
  for (const personId of told) {
    await enqueueMail(scope, {
      personId, kind: 'notice', subject, lines: [...lines, { item: { nl: `Datalek ${number ?? ''}`, en: `Breach ${number ?? ''}` }, path: `/${slug}/datalekken/${id}` }],
      link: { words: { nl: 'Naar het datalek', en: 'To the breach' }, path: `/${slug}/datalekken/${id}` },
    })
  }
  return told.length
}

/** Active persons with a role today, with stand-ins for whoever is away. */
async function holding(scope: Scope, role: Extract<Role, 'privacy_officer' | 'ciso' | 'dpo'>): Promise<string[]> {
  return (await holdersOf(scope, new Set([role]))).map(({ personId }) => personId)
}

/** Whoever works here under this address: one at most. */
export async function colleaguesAt({ tx, organisation }: Scope, address: string | null): Promise<string[]> {
  if (address === null) return []
  const found = await sql<{ id: string }>`select id from person where organisation_id = ${organisation.id} and is_active and lower(email) = ${address.trim().toLowerCase()} limit 1`.execute(tx)
  return found.rows.map(({ id }) => id)
}
