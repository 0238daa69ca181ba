// Keeping: who may collect, pack and forward for a case: whoever may take the register's own step that stands for it.
import { NotAllowed } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { mayDo, workOf } from '../../register-kit/lifecycle.ts'
import { presentDeadlines } from '../../register-kit/deadlines/kept-deadline.ts'
import { loadEntry } from '../../register-kit/perform.ts'
import type { Register } from '../../register-kit/register.ts'
import { dayOf } from '../../ground/clock.ts'
import type { CollectionOptions } from './case-options.ts'

export function mayKeep(scope: Scope, register: Register, { keeper }: CollectionOptions, entry: Entry): boolean {
  const { department, input } = workOf(register, entry)
  return mayDo(register, scope.actor, keeper, department, input)
}

/** The case, for whoever keeps it. @throws NotFound, NotAllowed */
export async function keptCase(scope: Scope, register: Register, options: CollectionOptions, entryId: string): Promise<Entry> {
  const entry = await loadEntry(scope, register, entryId, { lock: true })
  if (!mayKeep(scope, register, options, entry)) throw new NotAllowed(t('Dit doet wie deze zaak behandelt.', 'This is for whoever handles this case.'))
  return entry
}

/** The last day on which the case must be answered, while its clock runs; where that term doesn't hold for this case, of the term that runs out first. */
export function caseDueOn(entry: Entry, { deadline }: Pick<CollectionOptions, 'deadline'>): string | null {
  const running = [...presentDeadlines(entry.deadlines ?? [])].filter(([, { metAt, lapsedAt }]) => metAt === null && lapsedAt === null)
  const [, due] = running.find(([kind]) => kind === deadline) ?? running.toSorted(([, one], [, other]) => one.dueAt.getTime() - other.dueAt.getTime())[0] ?? []
  return due ? due.dueOn ?? dayOf(due.dueAt) : null
}

export function numberOf(register: Register, entry: Pick<Entry, 'input'>): string | null {
  return (entry.input[register.named.number.field] as string | null | undefined) ?? null
}
