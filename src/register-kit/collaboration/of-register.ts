// Of register: comments, attachments and saved views for any declared register: who sees and may change an entry follows from its declaration.
import { assignmentsOf } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { Entry } from '../entry.ts'
import { mayDo, workOf } from '../lifecycle.ts'
import { listParameters, readListQuery } from '../list-address.ts'
import { loadEntry } from '../perform.ts'
import type { Register } from '../register.ts'
import { type Collaboration, type OpenedEntry, seenIn } from './book.ts'

/** Whoever sees an entry may comment, but for an auditor, who changes nothing; whoever may change it may attach to it. */
export function collaborationOf(register: Register, more: Pick<Collaboration, 'identifies'> = {}): Collaboration {
  const { key, path, words } = register
  return {
    book: { key, path, words },
    open: async (scope, entryId) => openedEntry(register, await loadEntry(scope, register, entryId)),
    may: ({ actor }, { department }, verb) => verb === 'attach' ? mayDo(register, actor, 'change', department) : actor.kind === 'person' && assignmentsOf(actor).some(({ role }) => role !== 'auditor'),
    sees: seenIn(register.table, (actor) => register.visible(actor)), isPersonal: register.isPersonal === true,
    understand(parameters) {
      const known = listParameters(register, `http://local/?${parameters}`)
      const { ignored } = readListQuery(register, known)
      // Of several values of one filter those that are still known stay.
      const kept = ignored.length === 0 ? known : new URLSearchParams([...known].filter((pair) => readListQuery(register, new URLSearchParams([pair])).ignored.length === 0))
      return { parameters: kept, ignored }
    },
    ...more,
  }
}

/** For whoever has loaded the entry already. */
export function openedEntry(register: Register, entry: Entry): OpenedEntry {
  return { id: entry.id, title: (entry.input[register.named.title] as string | null | undefined) ?? t('Zonder naam', 'Without a name'), department: workOf(register, entry).department }
}
