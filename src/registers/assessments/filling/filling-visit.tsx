// Filling visit: what every page of a questionnaire shares: who may see it, its addresses, its trail, and the questionnaire itself.
import type { Context } from 'hono'
import { sql } from 'kysely'
import { NotAllowed, NotFound } from '../../../ground/refusals.ts'
import type { Scope } from '../../../ground/scope.ts'
import { t } from '../../../ground/words.ts'
import type { Crumb, PageProps } from '../../../page-kit/layout.tsx'
import type { House } from '../../../people/house.ts'
import { scopeOf } from '../../../people/with-scope.ts'
import type { AnyInput, Entry } from '../../../register-kit/entry.ts'
import { loadEntry } from '../../../register-kit/perform.ts'
import { baseOf, entryId, showPage, type Status, toEntry, type Visit } from '../../../register-kit/web/visit.tsx'
import type { DefinitionKey } from '../../../questionnaires/item.ts'
import type { FillingBook } from './filling-book.ts'
import { type Filling, loadFilling, type OpenFilling } from './fillings.ts'

export type Visited = { readonly scope: Scope; readonly entry: Entry; /** `/duinrade/dpias/<id>/invullen`. */ readonly base: string; readonly mayFill: boolean }
export type Opened = Visited & OpenFilling

export function fillingVisit(house: House, book: FillingBook) {
  const { register } = book
  const visit = <T,>(c: Visit, work: (visited: Visited) => Promise<T>): Promise<T> => scopeOf(c, house, async (scope) => {
    const entry = await loadEntry(scope, register, entryId(c, register))
    return work({ scope, entry, base: `${baseOf(c, register)}/${entry.id}/invullen`, mayFill: book.mayFill(scope, entry) })
  })
  const withFilling = async (visited: Visited): Promise<Opened> => {
    const filling = await loadFilling(visited.scope, visited.entry.id)
    return { ...visited, ...filling, mayFill: visited.mayFill && filling.filling.frozenAt === null }
  }
  const asFiller = <T,>(c: Visit, work: (visited: Visited) => Promise<T>): Promise<T> => visit(c, async (visited) => {
    if (!visited.mayFill) refuseReader()
    return work(visited)
  })
  return {
    /** Whoever may see the entry. @throws NotFound */
    visit,
    /** Whoever may see it, with the questionnaire. @throws NotFound when nobody began */
    opened: <T,>(c: Visit, work: (opened: Opened) => Promise<T>): Promise<T> => visit(c, async (visited) => work(await withFilling(visited))),
    /** Whoever may change answers. @throws NotAllowed */
    asFiller,
    /** The same, with the questionnaire. */
    filling: <T,>(c: Visit, work: (opened: Opened) => Promise<T>): Promise<T> => asFiller(c, async (visited) => work(await withFilling(visited))),
    /** For one answer that is saved while somebody types: the same checks on the entry's own row, without the rows that hang on it. @throws NotFound, NotAllowed */
    asSaver: <T,>(c: Visit, work: (saver: { readonly scope: Scope; readonly id: string; readonly filling: Filling }) => Promise<T>): Promise<T> => scopeOf(c, house, async (scope) => {
      const id = entryId(c, register)
      const { rows: [found] } = await sql<{ row: AnyInput & Entry['system']; definition: DefinitionKey | null; version: string; frozenAt: Date | null }>`
        select to_jsonb(t) as row, f.definition, f.version, f.frozen_at as "frozenAt" from ${sql.table(register.table)} t left join assessment_filling f on f.organisation_id = t.organisation_id and f.assessment_id = t.id
        where t.organisation_id = ${scope.organisation.id} and t.id = ${id} and ${register.visible(scope.actor)}`.execute(scope.tx)
      if (!found?.definition) throw new NotFound()
      if (!book.mayFill(scope, { id, system: found.row, input: found.row, proposal: undefined })) refuseReader()
      return work({ scope, id, filling: { assessmentId: id, definition: found.definition, version: found.version, openedAt: scope.now, frozenAt: found.frozenAt, processing: null, importedAt: null } })
    }),
    show: (c: Visit, { entry, base }: Visited, props: Omit<PageProps, 'organisation' | 'homeHref' | 'navigation'> & { readonly trail?: readonly Crumb[] }, status: Status = 200) =>
      showPage(c, house, register, { ...props, crumbs: [...toEntry(c, register, entry), ...(props.trail ? [{ words: t('Vragenlijst', 'Questionnaire'), href: base }, ...props.trail] : [])] }, status),
  }
}

function refuseReader(): never {
  throw new NotAllowed(t('U kunt deze vragenlijst lezen en er opmerkingen bij maken, maar niet invullen.', 'You can read this questionnaire and remark on it, but not fill it in.'))
}

/** The section in the address. @throws NotFound */
export function sectionOf(c: Context, { sheet }: OpenFilling) {
  const section = sheet.definition.sections.find(({ id }) => id === c.req.param('section'))
  if (!section) throw new NotFound()
  return section
}

/** Pictures and files of a questionnaire are too large for an ordinary form. */
export function isFillingUpload(c: Context): boolean {
  return c.req.method === 'POST' && /^\/[a-z][a-z0-9-]+\/[a-z-]+\/[0-9a-f-]{36}\/invullen\/(inlezen|vraag\/[^/]+\/afbeelding)$/.test(c.req.path)
}
