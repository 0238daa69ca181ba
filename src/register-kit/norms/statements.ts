// Statements: what a person states on a norm that no data can measure: how it stands, on what ground, and for how long that counts. Never changed, only taken back.
import { sql } from 'kysely'
import { dayAfter, dayOf } from '../../ground/clock.ts'
import { newId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotAllowed, NotFound, Refused } from '../../ground/refusals.ts'
import { hasRole, personOf, type Role, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'

export const stands = ['met', 'attention', 'not_met'] as const
export type Stands = (typeof stands)[number]

export type Statement = {
  readonly id: string
  readonly norm: string
  readonly stands: Stands
  readonly text: string
  /** Name or address of the document it rests on. */
  readonly document: string | null
  readonly validFor: string
  readonly statedAt: Date
  readonly statedBy: string
  readonly by: string
  readonly withdrawnAt: Date | null
  readonly withdrawnByName: string | null
  readonly withdrawnReason: string | null
}

export type StatementInput = { readonly stands: string; readonly text: string; readonly document: string; readonly validFor: string }

/** Who may state how a norm stands. */
export const stating: readonly Role[] = ['dpo', 'privacy_officer', 'ciso', 'iso', 'process_owner']

/** After its term a statement asks attention for so long; then it counts for nothing. */
const grace = 'P3M'

/** How old a statement is on a day: within its term, past it, or long past it. */
export function ageOf({ statedAt, validFor }: Pick<Statement, 'statedAt' | 'validFor'>, today: string): { readonly validUntil: string; readonly countsUntil: string; readonly age: 'valid' | 'old' | 'spent' } {
  const validUntil = dayAfter(dayOf(statedAt), validFor)
  const countsUntil = dayAfter(validUntil, grace)
  return { validUntil, countsUntil, age: today <= validUntil ? 'valid' : today <= countsUntil ? 'old' : 'spent' }
}

/** The last statement per norm that wasn't taken back. */
export async function lastStatements(scope: Scope): Promise<ReadonlyMap<string, Statement>> {
  const found = await read(scope, sql`s.withdrawn_at is null and s.id = (select l.id from norm_statement l where l.organisation_id = s.organisation_id and l.norm = s.norm and l.withdrawn_at is null order by l.stated_at desc, l.id desc limit 1)`)
  return new Map(found.map((statement) => [statement.norm, statement]))
}

/** All that was ever stated on a norm, the last first. */
export function statementsOn(scope: Scope, norm: string): Promise<Statement[]> {
  return read(scope, sql`s.norm = ${norm}`)
}

/** @throws NotFound */
export async function readStatement(scope: Scope, id: string): Promise<Statement> {
  const [found] = await read(scope, sql`s.id = ${id}::uuid`)
  if (!found) throw new NotFound()
  return found
}

/** States how a norm stands. `most`: for how long the policy lets a statement on it count. @throws Invalid, NotAllowed */
export async function state(scope: Scope, norm: string, input: StatementInput, most: string): Promise<string> {
  const person = statingPerson(scope)
  const faults: Fault[] = []
  const chosen = stands.find((one) => one === input.stands)
  if (!chosen) faults.push({ at: 'stands', message: t('Kies hoe het ervoor staat.', 'Choose how it stands.') })
  const text = input.text.trim()
  if (text === '') faults.push({ at: 'text', message: t('Schrijf op waaruit dat blijkt.', 'Write what shows this.') })
  if (text.length > 5000) faults.push({ at: 'text', message: t('Gebruik hoogstens 5.000 tekens.', 'Use at most 5,000 characters.') })
  const document = input.document.trim()
  if (document.length > 1000) faults.push({ at: 'document', message: t('Gebruik hoogstens 1.000 tekens.', 'Use at most 1,000 characters.') })
  for (const [at, value] of [['text', text], ['document', document]] as const) if (value.includes('\0')) faults.push({ at, message: t('Hier staat een teken in dat niet bewaard kan worden.', 'This holds a character that can’t be kept.') })
  const today = dayOf(scope.now)
  if (!/^P\d{1,4}[YMWD]$/.test(input.validFor)) faults.push({ at: 'valid_for', message: t('Kies hoe lang dit geldt, bijvoorbeeld 6 maanden.', 'Choose for how long this holds, for example 6 months.') })
  else if (dayAfter(today, input.validFor) > dayAfter(today, most)) faults.push({ at: 'valid_for', message: t('Dit is langer dan het beleid toelaat. Kies een kortere tijd.', 'This is longer than the policy allows. Choose a shorter time.') })
  else if (dayAfter(today, input.validFor) === today) faults.push({ at: 'valid_for', message: t('Kies een tijd van ten minste een dag.', 'Choose a time of at least a day.') })
  if (faults.length > 0) throw new Invalid(faults)
  const id = newId()
  await scope.tx.insertInto('norm_statement').values({
    organisation_id: scope.organisation.id, id, norm, stands: chosen!, text, document: document === '' ? null : document, valid_for: input.validFor, stated_at: scope.now, stated_by: person,
  }).execute()
  return id
}

/** Takes a statement back; it stays to be read. @throws Invalid without a reason, Refused when it was taken back before, NotAllowed, NotFound */
export async function withdraw(scope: Scope, id: string, reason: string): Promise<void> {
  const person = statingPerson(scope)
  const found = await readStatement(scope, id)
  if (found.withdrawnAt) throw new Refused(t('Deze verklaring was al ingetrokken.', 'This statement was withdrawn before.'))
  const why = reason.trim()
  if (why === '' || why.length > 1000 || why.includes('\0')) throw new Invalid([{ at: 'reason', message: t('Schrijf in hoogstens 1.000 tekens waarom u de verklaring intrekt.', 'Write in at most 1,000 characters why you withdraw the statement.') }])
  const done = await scope.tx.updateTable('norm_statement').set({ withdrawn_at: scope.now, withdrawn_by: person, withdrawn_reason: why })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('withdrawn_at', 'is', null).executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new Refused(t('Deze verklaring was al ingetrokken.', 'This statement was withdrawn before.'))
}

function statingPerson(scope: Scope): string {
  const person = personOf(scope.actor)
  if (person === null || !hasRole(scope.actor, ...stating)) throw new NotAllowed(t('Een verklaring leggen de FG, de privacy officer, de CISO, de ISO en proceseigenaren af.', 'Statements are made by the DPO, the privacy officer, the CISO, the ISO and process owners.'))
  return person
}

async function read(scope: Scope, which: ReturnType<typeof sql>): Promise<Statement[]> {
  const found = await sql<Statement>`
    select s.id, s.norm, s.stands, s.text, s.document, s.valid_for as "validFor", s.stated_at as "statedAt", s.stated_by as "statedBy", p.name as by,
      s.withdrawn_at as "withdrawnAt", w.name as "withdrawnByName", s.withdrawn_reason as "withdrawnReason"
    from norm_statement s join person p on p.organisation_id = s.organisation_id and p.id = s.stated_by left join person w on w.organisation_id = s.organisation_id and w.id = s.withdrawn_by
    where s.organisation_id = ${scope.organisation.id} and ${which} order by s.stated_at desc, s.id desc`.execute(scope.tx)
  return found.rows
}
