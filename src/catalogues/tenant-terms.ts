// Tenant terms: the organisation's own copy of the catalogues - copying, reading, own terms, retiring, and accepting a new release.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Conflict, type Fault, Invalid, NotAllowed, NotFound, Refused } from '../ground/refusals.ts'
import { hasRole, type Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import type { Catalogue, Term } from './catalogue.ts'
import { compareCatalogues, idOf, ownOrigin, type CatalogueDifference, type TenantTerm } from './difference.ts'
import { tightOf, wordsOf } from './letters.ts'
import { loadCatalogues, originOf } from './load.ts'
import { marksFor, whyClosed } from './own-terms.ts'
import { noteTerms } from './term-history.ts'

export type OwnTerm = { label: string; labelEn?: string; note?: string; marks?: readonly string[]; synonyms?: readonly string[] }

/** Gives the organisation every shipped term that it doesn't have yet, in one statement; what it has stays as it is. Returns how many were added. */
export function copyCatalogues(scope: Scope): Promise<number> {
  return insertTerms(scope, loadCatalogues().flatMap((catalogue) => catalogue.terms.map((term, position) => rowOf(catalogue, term, position))))
}

/** The terms of one catalogue in their order; retired ones only when asked for. */
export async function termsOf(scope: Scope, catalogue: string, options: { retired?: boolean } = {}): Promise<TenantTerm[]> {
  return (await readTerms(scope, [catalogue])).filter((term) => options.retired === true || term.isActive)
}

/** The terms of every catalogue, also the retired ones. */
export function allTerms(scope: Scope): Promise<TenantTerm[]> {
  return readTerms(scope)
}

/** What the shipped catalogues would add, change or withdraw here. */
export async function catalogueDifference(scope: Scope): Promise<CatalogueDifference> {
  return compareCatalogues(loadCatalogues(), await readTerms(scope))
}

/**
 * Takes over the chosen part of the difference, or all of it: adds, changes, or retires what is no longer shipped.
 * Own terms are never touched; what isn't in the difference is passed over. Returns how many terms were taken over.
 * @throws NotAllowed unless the actor may manage catalogues.
 */
export async function acceptCatalogueDifference(scope: Scope, selection: 'all' | readonly { catalogue: string; key: string }[]): Promise<number> {
  mustManage(scope)
  const difference = await catalogueDifference(scope)
  const chosen = selection === 'all' ? undefined : new Set(selection.map((one) => idOf(one.catalogue, one.key)))
  const isChosen = (one: { catalogue: string; key: string }) => chosen === undefined || chosen.has(idOf(one.catalogue, one.key))
  const wanted = new Set([...difference.added, ...difference.changed].filter(isChosen).map((one) => idOf(one.catalogue, one.key)))
  const rows = loadCatalogues().flatMap((catalogue) =>
    catalogue.terms.map((term, position) => rowOf(catalogue, term, position)).filter((row) => wanted.has(idOf(row.catalogue, row.key))))
  const taken = await insertTerms(scope, rows, 'replace')
  const gone = difference.withdrawn.filter(isChosen)
  for (const one of gone) await setActive(scope, one.catalogue, one.key, false)
  await noteTerms(scope, [
    ...difference.added.filter(isChosen).map(({ catalogue, key }) => ({ catalogue, key, verb: 'accept-added' as const })),
    ...difference.changed.filter(isChosen).map(({ catalogue, key, changes }) => ({ catalogue, key, verb: 'accept-changed' as const, changes })),
    ...gone.map(({ catalogue, key }) => ({ catalogue, key, verb: 'accept-withdrawn' as const })),
  ])
  return taken + gone.length
}

/**
 * Adds a term of the organisation's own and returns its key, which never meets that of a shipped term.
 * @throws Invalid when the label is empty, too long or taken; Refused where the catalogue is closed; NotAllowed unless the actor may manage catalogues.
 */
export async function addOwnTerm(scope: Scope, catalogue: string, term: OwnTerm): Promise<string> {
  mustManage(scope)
  if (!loadCatalogues().some((shipped) => shipped.catalogue === catalogue)) throw new NotFound()
  const reason = whyClosed(catalogue)
  if (reason) throw new Refused(reason)
  const held = await readTerms(scope, [catalogue])
  const said = acceptOwn(catalogue, term, held)
  const key = freeKey(said.label.nl, new Set(held.map((other) => other.key)))
  const row: TenantTerm = {
    ...said, catalogue, key, parent: null, citation: null, law: null, term: null, disposal: null, validFrom: null, validUntil: null,
    position: 1 + Math.max(-1, ...held.map((other) => other.position)), origin: ownOrigin, version: ownOrigin, isActive: true,
  }
  if (await insertTerms(scope, [row]) === 0) throw new Conflict()
  await noteTerms(scope, [{ catalogue, key, verb: 'add', changes: [{ field: 'labelNl', before: null, after: said.label.nl }] }])
  return key
}

/**
 * Changes what an own term says. `seen` is the term as the person had it in view: when it reads otherwise by now, nothing is changed.
 * @throws Invalid as for adding; Refused for a shipped term; Conflict; NotFound; NotAllowed.
 */
export async function changeOwnTerm(scope: Scope, catalogue: string, key: string, term: OwnTerm, seen: string): Promise<void> {
  mustManage(scope)
  await sql`select from catalogue_term where organisation_id = ${scope.organisation.id} and catalogue = ${catalogue} and key = ${key} for update`.execute(scope.tx)
  const held = await readTerms(scope, [catalogue])
  const mine = held.find((one) => one.key === key)
  if (!mine) throw new NotFound()
  if (mine.origin !== ownOrigin) {
    throw new Refused(t(
      'Deze waarde hoort bij Waarborg en is niet te wijzigen. Zet haar buiten gebruik en voeg een eigen waarde toe.',
      'This term belongs to Waarborg and can’t be changed. Put it out of use and add a term of your own.'))
  }
  const said = acceptOwn(catalogue, term, held.filter((one) => one !== mine))
  if (seenAs(mine) !== seen) throw new Conflict()
  const pairs: [string, unknown, unknown][] = [
    ['labelNl', mine.label.nl, said.label.nl], ['labelEn', mine.label.en, said.label.en], ['note', mine.note, said.note],
    ['marks', mine.marks.toSorted(), said.marks.toSorted()], ['synonyms', mine.synonyms.toSorted(), said.synonyms.toSorted()],
  ]
  const changes = pairs.filter(([, before, after]) => JSON.stringify(before) !== JSON.stringify(after)).map(([field, before, after]) => ({ field, before, after }))
  if (changes.length === 0) return
  await sql`
    update catalogue_term set label_nl = ${said.label.nl}, label_en = ${said.label.en}, note_nl = ${said.note}, marks = ${said.marks}::text[], synonyms = ${said.synonyms}::text[]
    where organisation_id = ${scope.organisation.id} and catalogue = ${catalogue} and key = ${key}`.execute(scope.tx)
  await noteTerms(scope, [{ catalogue, key, verb: 'change', changes }])
}

/** What a form carries to tell whether the term was changed meanwhile. */
export function seenAs(term: TenantTerm): string {
  return createHash('sha256').update(JSON.stringify([term.label, term.note, term.marks, term.synonyms])).digest('base64url').slice(0, 16)
}

/** Takes a term, shipped or own, out of use: it can't be chosen any more, entries that have it keep it. @throws NotFound, NotAllowed. */
export async function retireTerm(scope: Scope, catalogue: string, key: string): Promise<void> {
  mustManage(scope)
  if (await setActive(scope, catalogue, key, false)) await noteTerms(scope, [{ catalogue, key, verb: 'retire' }])
}

/** Brings a retired term back into use. @throws NotFound, NotAllowed. */
export async function restoreTerm(scope: Scope, catalogue: string, key: string): Promise<void> {
  mustManage(scope)
  if (await setActive(scope, catalogue, key, true)) await noteTerms(scope, [{ catalogue, key, verb: 'restore' }])
}

export function mayManageCatalogues(scope: Scope): boolean {
  return scope.actor.kind === 'system' || hasRole(scope.actor, 'privacy_officer', 'administrator')
}

function mustManage(scope: Scope): void {
  if (!mayManageCatalogues(scope)) throw new NotAllowed(t('Alleen een privacy officer of beheerder mag de lijsten wijzigen.', 'Only a privacy officer or administrator may change the lists.'))
}

function rowOf(catalogue: Catalogue, term: Term, position: number): TenantTerm {
  return {
    catalogue: catalogue.catalogue, key: term.key, label: term.label, note: term.note ?? null, parent: term.parent ?? null,
    marks: term.marks, citation: term.citation ?? null, law: term.law ?? null, term: term.term ?? null, disposal: term.disposal ?? null, validFrom: term.validFrom ?? null,
    validUntil: term.validUntil ?? null, position, origin: originOf(catalogue), version: catalogue.version, synonyms: term.synonyms, isActive: true,
  }
}

async function readTerms(scope: Scope, catalogues?: readonly string[]): Promise<TenantTerm[]> {
  const found = await sql<Omit<TenantTerm, 'label'> & { labelNl: string; labelEn: string }>`
    select catalogue, key, label_nl as "labelNl", label_en as "labelEn", note_nl as note, parent_key as parent, marks, citation, law, term, disposal,
      valid_from as "validFrom", valid_until as "validUntil", position, origin, version, synonyms, is_active as "isActive"
    from catalogue_term where organisation_id = ${scope.organisation.id} and (${catalogues ?? null}::text[] is null or catalogue = any(${catalogues ?? null}::text[]))
    order by catalogue, position, label_nl, key`.execute(scope.tx)
  return found.rows.map(({ labelNl, labelEn, ...row }) => ({ ...row, label: { nl: labelNl, en: labelEn } }))
}

// Lists within a row travel as one JSON text: `unnest` would flatten an array of arrays.
async function insertTerms(scope: Scope, rows: readonly TenantTerm[], whenThere: 'keep' | 'replace' = 'keep'): Promise<number> {
  if (rows.length === 0) return 0
  const column = (of: (row: TenantTerm) => string | number | null) => rows.map(of)
  const result = await sql`
    insert into catalogue_term (organisation_id, catalogue, key, label_nl, label_en, note_nl, parent_key, citation, law, term, disposal, valid_from, valid_until, position, origin, version, marks, synonyms, is_active)
    select ${scope.organisation.id}::uuid, catalogue, key, label_nl, label_en, note_nl, parent_key, citation, law, term, disposal, valid_from, valid_until, position, origin, version,
      array(select jsonb_array_elements_text(marks)), array(select jsonb_array_elements_text(synonyms)), true
    from unnest(
      ${column((row) => row.catalogue)}::text[],
      ${column((row) => row.key)}::text[],
      ${column((row) => row.label.nl)}::text[],
      ${column((row) => row.label.en)}::text[],
      ${column((row) => row.note)}::text[],
      ${column((row) => row.parent)}::text[],
      ${column((row) => row.citation)}::text[],
      ${column((row) => row.law)}::text[],
      ${column((row) => row.term)}::text[],
      ${column((row) => row.disposal)}::text[],
      ${column((row) => row.validFrom)}::date[],
      ${column((row) => row.validUntil)}::date[],
      ${column((row) => row.position)}::int[],
      ${column((row) => row.origin)}::text[],
      ${column((row) => row.version)}::text[],
      ${column((row) => JSON.stringify(row.marks))}::jsonb[],
      ${column((row) => JSON.stringify(row.synonyms))}::jsonb[]
    ) as shipped (catalogue, key, label_nl, label_en, note_nl, parent_key, citation, law, term, disposal, valid_from, valid_until, position, origin, version, marks, synonyms)
    on conflict (organisation_id, catalogue, key) ${whenThere === 'keep' ? sql`do nothing` : overwriting}`.execute(scope.tx)
  return Number(result.numAffectedRows ?? 0n)
}

const overwriting = sql`do update set
  label_nl = excluded.label_nl, label_en = excluded.label_en, note_nl = excluded.note_nl, parent_key = excluded.parent_key, marks = excluded.marks, citation = excluded.citation,
  law = excluded.law, term = excluded.term, disposal = excluded.disposal, valid_from = excluded.valid_from, valid_until = excluded.valid_until, position = excluded.position,
  origin = excluded.origin, version = excluded.version, synonyms = excluded.synonyms
  where catalogue_term.origin <> ${ownOrigin}`

/** @returns whether anything changed. */
async function setActive(scope: Scope, catalogue: string, key: string, isActive: boolean): Promise<boolean> {
  const result = await sql`
    update catalogue_term set is_active = ${isActive}
    where organisation_id = ${scope.organisation.id} and catalogue = ${catalogue} and key = ${key} and is_active <> ${isActive}`.execute(scope.tx)
  if (result.numAffectedRows === 1n) return true
  if (!(await readTerms(scope, [catalogue])).some((term) => term.key === key)) throw new NotFound()
  return false
}

function acceptOwn(catalogue: string, term: OwnTerm, others: readonly TenantTerm[]): Pick<TenantTerm, 'label' | 'note' | 'marks' | 'synonyms'> {
  const faults: Fault[] = []
  const label = acceptLabel(faults, 'label', term.label.trim())
  if (faults.length === 0 && wordsOf(label).length === 0) faults.push({ at: 'label', message: t('Geef een naam met ten minste één letter of cijfer.', 'Give a name with at least one letter or digit.') })
  const same = wordsOf(label).length > 0 ? others.find((other) => tightOf(wordsOf(other.label.nl)) === tightOf(wordsOf(label))) : undefined
  if (same) faults.push({ at: 'label', message: same.isActive
    ? t(`“${same.label.nl}” staat al in deze lijst.`, `“${same.label.nl}” is in this list already.`)
    : t(`“${same.label.nl}” staat al in deze lijst, maar is buiten gebruik.`, `“${same.label.nl}” is in this list already, but out of use.`) })
  const labelEn = acceptLabel(faults, 'labelEn', term.labelEn?.trim() ?? '')
  const note = term.note?.trim() || null
  if (note && note.length > 1000) faults.push({ at: 'note', message: t('Een uitleg heeft hooguit 1.000 tekens.', 'An explanation has at most 1,000 characters.') })
  const marks = [...new Set(term.marks ?? [])]
  if (marks.some((mark) => !marksFor(catalogue).some((known) => known === mark))) faults.push({ at: 'marks', message: t('Dit kenmerk bestaat in deze lijst niet.', 'This mark doesn’t exist in this list.') })
  const synonyms = [...new Set((term.synonyms ?? []).map((one) => one.trim()).filter((one) => one !== ''))]
  if (synonyms.length > 100 || synonyms.some((one) => one.length > 200)) faults.push({ at: 'synonyms', message: t('Geef hooguit 100 andere namen, elk van hooguit 200 tekens.', 'Give at most 100 other names, each of at most 200 characters.') })
  if (faults.length > 0) throw new Invalid(faults)
  return { label: { nl: label, en: labelEn || label }, note, marks, synonyms }
}

function acceptLabel(faults: Fault[], at: string, label: string): string {
  if (label.length > 200) faults.push({ at, message: t('Een naam heeft hooguit 200 tekens.', 'A name has at most 200 characters.') })
  // A list in a cell is split at these.
  if (/[;\n\r]/.test(label)) faults.push({ at, message: t('Een naam heeft geen puntkomma en staat op één regel.', 'A name has no semicolon and stands on one line.') })
  return label
}

function freeKey(label: string, taken: ReadonlySet<string>): string {
  const base = `own-${wordsOf(label).join('-').slice(0, 60).replace(/-+$/, '')}`
  let key = base
  for (let next = 2; taken.has(key); next++) key = `${base}-${next}`
  return key
}
