// Actions: changes to terms, carried through to the processing activities that have them: their findings and what they are found by.
import type { Scope } from '../../ground/scope.ts'
import { acceptCatalogueDifference, catalogueDifference, changeOwnTerm, type OwnTerm, restoreTerm, retireTerm } from '../../catalogues/tenant-terms.ts'
import { inLanguage } from '../../ground/words.ts'
import { refreshFindings } from '../../register-kit/keep-findings.ts'
import { loadLookupsFor } from '../../register-kit/lookups.ts'
import { putSearch } from '../../register-kit/search-text.ts'
import { loadEntries } from '../../register-kit/store.ts'
import { allRegisters } from '../../register-kit/tied-registers.ts'
import { entriesWith } from './uses.ts'

export { addOwnTerm as addTerm, mayManageCatalogues } from '../../catalogues/tenant-terms.ts'

type TermId = { readonly catalogue: string; readonly key: string }

/** @throws Invalid, Refused, Conflict, NotFound, NotAllowed */
export async function changeTerm(scope: Scope, { catalogue, key }: TermId, term: OwnTerm, seen: string): Promise<void> {
  await changeOwnTerm(scope, catalogue, key, term, seen)
  await carryThrough(scope, [{ catalogue, key }])
}

/** Entries that have the term keep it; it can't be chosen anew. @throws NotFound, NotAllowed */
export async function setTermInUse(scope: Scope, { catalogue, key }: TermId, inUse: boolean): Promise<void> {
  await (inUse ? restoreTerm : retireTerm)(scope, catalogue, key)
  await carryThrough(scope, [{ catalogue, key }])
}

/** Takes over the chosen part of what the release would change. Returns how many terms were taken over. @throws NotAllowed */
export async function acceptRelease(scope: Scope, selection: 'all' | readonly TermId[]): Promise<number> {
  const { changed, withdrawn } = await catalogueDifference(scope)
  const taken = await acceptCatalogueDifference(scope, selection)
  const wanted = selection === 'all' ? undefined : new Set(selection.map(({ catalogue, key }) => `${catalogue}/${key}`))
  await carryThrough(scope, [...changed, ...withdrawn].filter(({ catalogue, key }) => wanted === undefined || wanted.has(`${catalogue}/${key}`)))
  return taken
}

const entriesAtOnce = 500

async function carryThrough(scope: Scope, terms: readonly TermId[]): Promise<void> {
  const byCatalogue = Map.groupBy(terms, ({ catalogue }) => catalogue)
  for (const register of allRegisters()) {
    const ids = new Set<string>()
    for (const [catalogue, list] of byCatalogue) for (const id of await entriesWith(scope, register, catalogue, list.map(({ key }) => key))) ids.add(id)
    const all = [...ids].toSorted()
    for (let start = 0; start < all.length; start += entriesAtOnce) {
      const entries = await loadEntries(scope.tx, register, scope.organisation.id, all.slice(start, start + entriesAtOnce), { lock: true })
      // What everybody finds an entry by is said in Dutch, whoever changed the term.
      const lookups = await inLanguage('nl', () => loadLookupsFor(scope, register.fields, entries.map(({ input }) => input)))
      await putSearch(scope, register, entries.map(({ system, input }) => ({ id: system.id, input })), lookups)
      await refreshFindings(scope, register, entries.map(({ system, input }) => ({ id: system.id, system, input })), lookups)
    }
  }
}
