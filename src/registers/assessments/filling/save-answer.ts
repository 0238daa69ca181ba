// Save answer: one answer written with its history in one statement; when another changed it meanwhile, both texts are kept and a person chooses.
import { sql } from 'kysely'
import { newId } from '../../../ground/ids.ts'
import { Invalid, NotFound } from '../../../ground/refusals.ts'
import { personOf, type Scope } from '../../../ground/scope.ts'
import { t } from '../../../ground/words.ts'
import { definitionOf } from '../../../questionnaires/definition.ts'
import { type Item, parseAddress } from '../../../questionnaires/item.ts'
import type { AnswerValue } from '../../../questionnaires/sheet.ts'
import { type Filling, findFilling, mustBeOpen } from './fillings.ts'

export type ChangeCause = 'saved' | 'chosen' | 'imported' | 'taken_over' | 'removed' | 'upgraded'

/** What became of an answer that was sent. With a conflict the other's stands, and this one is kept beside it. */
export type Saved = { readonly outcome: 'saved' | 'same'; readonly revision: number } | { readonly outcome: 'conflict'; readonly revision: number; readonly theirs: AnswerValue; readonly by: string | null }

export const mostTextLetters = 100_000

/**
 * Writes one answer. `seen` is the revision that the person saw, 0 for none.
 * @throws NotFound for an address that isn't in the questionnaire or was removed, Invalid for a value that doesn't fit, Refused when it is final
 */
export async function saveAnswer(scope: Scope, assessmentId: string, address: string, value: AnswerValue, seen: number, known?: Filling): Promise<Saved> {
  const filling = known ?? await findFilling(scope, assessmentId)
  mustBeOpen(filling)
  const { item, index } = questionAt(filling, address)
  mustFit(item, address, value)
  return writeAnswer(scope, assessmentId, { address, value, seen, cause: 'saved', group: item.repeats?.id ?? null, index })
}

type Writing = { readonly address: string; readonly value: AnswerValue; readonly seen: number; readonly cause: ChangeCause; readonly group: string | null; readonly index: number | null }

async function writeAnswer(scope: Scope, assessmentId: string, { address, value, seen, cause, group, index }: Writing): Promise<Saved> {
  const [who, json, organisationId] = [personOf(scope.actor), JSON.stringify(value), scope.organisation.id]
  const { rows: [row] } = await sql<{ written: number | null; revision: number | null; was: AnswerValue; by: string | null; isRemoved: boolean; isSame: boolean }>`
    with prior as materialized (
      select value, revision, edited_by from assessment_answer where organisation_id = ${organisationId} and assessment_id = ${assessmentId} and address = ${address}
    ), gone as materialized (
      select exists (select from assessment_copy where organisation_id = ${organisationId} and assessment_id = ${assessmentId} and item = ${group} and index = ${index} and removed_at is not null) as is_removed
    ), written as (
      insert into assessment_answer as a (organisation_id, assessment_id, address, value, revision, edited_at, edited_by)
      select ${organisationId}, ${assessmentId}, ${address}, ${json}::jsonb, 1, ${scope.now}, ${who} from gone where not is_removed and not exists (select from prior where prior.value = ${json}::jsonb)
      on conflict (organisation_id, assessment_id, address) do update
        set value = excluded.value, revision = a.revision + 1, edited_at = excluded.edited_at, edited_by = excluded.edited_by, said = a.said - 'lastEditedAt' - 'lastEditedBy', reworded = null
        where a.revision = ${seen}
      returning a.revision
    ), told as (
      insert into assessment_answer_change (organisation_id, id, assessment_id, address, at, by, cause, was, becomes)
      select ${organisationId}, ${newId()}, ${assessmentId}, ${address}, ${scope.now}, ${who}, ${cause}, (select value from prior), ${json}::jsonb from written
    )
    select (select revision from written) as written, (select revision from prior) as revision, (select value from prior) as was, (select edited_by from prior) as by, (select is_removed from gone) as "isRemoved",
      coalesce((select value = ${json}::jsonb from prior), false) as "isSame"`.execute(scope.tx)
  if (row!.isRemoved) throw new NotFound(t('Iemand anders heeft dit onderdeel intussen weggehaald.', 'Somebody else has taken this part away in the meantime.'))
  if (row!.written !== null) return { outcome: 'saved', revision: row!.written }
  if (row!.isSame) return { outcome: 'same', revision: row!.revision! }
  return keepConflict(scope, assessmentId, address, value)
}

/** The other's answer may have come between this statement's first look and its writing, so it is read anew. */
async function keepConflict(scope: Scope, assessmentId: string, address: string, value: AnswerValue): Promise<Saved> {
  const { rows: [now] } = await sql<{ value: AnswerValue; revision: number; by: string | null }>`select value, revision, edited_by as by from assessment_answer
    where organisation_id = ${scope.organisation.id} and assessment_id = ${assessmentId} and address = ${address}`.execute(scope.tx)
  if (now && JSON.stringify(now.value) === JSON.stringify(value)) return { outcome: 'same', revision: now.revision }
  await sql`insert into assessment_conflict (organisation_id, id, assessment_id, address, value, at, by)
    values (${scope.organisation.id}, ${newId()}, ${assessmentId}, ${address}, ${JSON.stringify(value)}::jsonb, ${scope.now}, ${personOf(scope.actor)})`.execute(scope.tx)
  return { outcome: 'conflict', revision: now?.revision ?? 0, theirs: now?.value ?? null, by: now?.by ?? null }
}

/** @throws NotFound when there is no such question in the questionnaire */
export function questionAt(filling: Pick<Filling, 'definition' | 'version'>, address: string): { readonly item: Item; readonly index: number | null } {
  const { id, index } = parseAddress(address)
  const item = definitionOf(filling.definition, filling.version).byId.get(id)
  if (!item || item.isGroup || (item.repeats === null) !== (index === null)) throw new NotFound(t('Deze vraag staat niet in de vragenlijst.', 'This question isn’t in the questionnaire.'))
  return { item, index }
}

/** @throws Invalid at the answer's address */
function mustFit(item: Item, address: string, value: AnswerValue): void {
  const refuse = (message: string) => new Invalid([{ at: address, message }])
  const has = (...types: Item['types']) => types.some((type) => item.types.includes(type))
  const texts = typeof value === 'string' ? [value] : Array.isArray(value) ? value as readonly string[] : []
  if (texts.some((text) => text.length > mostTextLetters)) throw refuse(t('Deze tekst is te lang. Zet een deel ervan in een bijlage.', 'This text is too long. Put a part of it in an attachment.'))
  if (texts.some((text) => text.includes('\0') || !text.isWellFormed())) throw refuse(t('In deze tekst staat een teken dat niet bewaard kan worden.', 'This text holds a character that can’t be kept.'))
  if (Array.isArray(value)) {
    if (!has('checkbox_option', 'multiselect_scrollable', 'multiselect_option')) throw refuse(t('Bij deze vraag past één antwoord.', 'This question takes one answer.'))
    if (value.length > 500) throw refuse(t('Dit zijn te veel keuzes.', 'These are too many choices.'))
  }
  const known = item.options.map((option) => String(option.value))
  if (typeof value === 'string' && value !== '' && has('radio_option', 'select_option') && !known.includes(value)) throw refuse(t('Kies een van de antwoorden.', 'Choose one of the answers.'))
  if (typeof value === 'string' && value !== '' && has('date') && !/^\d{4}-\d\d-\d\d$/.test(value)) throw refuse(t('Vul een datum in, bijvoorbeeld 31-12-2026.', 'Fill in a date, for instance 31-12-2026.'))
}
