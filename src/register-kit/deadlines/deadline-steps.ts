// Deadline steps: extending a term once, letting it stand still and letting it run on, as steps that a register may offer in its lifecycle.
import type { Term } from '../../calendar/duration.ts'
import { extensionRefused, type SuspensionGround, suspensionCitations } from '../../calendar/request-terms.ts'
import { insertRows } from '../../ground/insert-rows.ts'
import { Invalid, Refused } from '../../ground/refusals.ts'
import { personOf, type Role, type Scope } from '../../ground/scope.ts'
import { t, type Words } from '../../ground/words.ts'
import { choice, duration, longText } from '../field-types.ts'
import type { DeadlineDeclaration } from '../deadline-declaration.ts'
import type { Outcome, Step, Verb } from '../register.ts'
import { endColumns, recounted, resume, update } from './keep-deadlines.ts'
import { type KeptDeadline, presentDeadlines } from './kept-deadline.ts'

/** Extends the deadline of this kind: once, with a reason, within what the policy and the law allow, and before it has ended. `resource`: its name in the API. */
export function extendStep(kind: string, roles: readonly Role[], resource = 'extensions'): Verb {
  return {
    words: { nl: 'Termijn verlengen', en: 'Extend the term' }, done: { nl: 'termijn verlengd', en: 'term extended' }, roles, when: ({ deadlines }) => deadlines?.[kind] === 'running', offered: 'form', resource,
    explain: { nl: 'Verlengen kan één keer, zolang de termijn loopt. Vertel degene die wacht vóór het einde van de eerste termijn dat u verlengt, en waarom.', en: 'Extending can be done once, while the term runs. Tell whoever waits before the first term ends that you extend it, and why.' },
    fields: {
      reason: longText('Waarom is meer tijd nodig', 'Why more time is needed', { most: 10_000 }),
      extend_by: duration('Met hoeveel tijd', 'By how much time', { unit: 'W', help: { nl: 'Leeg laten voor de langste tijd die mag.', en: 'Leave empty for the longest time that is allowed.' } }),
    },
    required: ['reason'], act: (step) => extend(step, kind),
  }
}

type Suspending = { readonly grounds: Partial<Record<SuspensionGround, readonly [string, string]>>; readonly explain: Words }

/** For who asked something of us. */
const ofRequests: Suspending = {
  grounds: { identity: ['Wie iemand is (art. 12 lid 6 AVG)', 'Who somebody is (art. 12(6) GDPR)'], specification: ['Waar het verzoek precies over gaat (overweging 63 AVG)', 'What the request is about exactly (recital 63 GDPR)'] },
  explain: { nl: 'Dit mag alleen als u meteen vraagt wie iemand is of wat iemand bedoelt. De termijn loopt verder zodra u het antwoord hebt.', en: 'This is allowed only if you ask at once who somebody is or what they mean. The term runs on as soon as you have the answer.' },
}

/** Lets the deadline of this kind stand still, unless said otherwise while somebody is asked who they are or what they mean (art. 12 lid 6 en overweging 63 AVG). */
export function suspendStep(kind: string, roles: readonly Role[], resource = 'suspensions', { grounds, explain }: Suspending = ofRequests): Verb {
  return {
    words: { nl: 'Termijn laten stilstaan', en: 'Let the term stand still' }, done: { nl: 'termijn stilgezet', en: 'term suspended' }, roles, offered: 'form', resource,
    when: ({ deadlines }) => deadlines?.[kind] === 'running' || deadlines?.[kind] === 'extended',
    explain,
    fields: {
      ground: choice('Wat vraagt u', 'What you ask', grounds as Record<SuspensionGround, readonly [string, string]>),
      reason: longText('Waarom is dat nodig', 'Why that is needed', { most: 10_000 }),
    },
    required: ['ground', 'reason'], act: (step) => suspend(step, kind),
  }
}

/** Lets the deadline of this kind run on: its end moves by as long as it stood still. */
export function resumeStep(kind: string, roles: readonly Role[], resource = 'resumptions'): Verb {
  return {
    words: { nl: 'Termijn weer laten lopen', en: 'Let the term run on' }, done: { nl: 'termijn loopt weer', en: 'term runs on' }, roles, when: ({ deadlines }) => deadlines?.[kind] === 'suspended', offered: 'button', resource,
    act: async (step) => {
      const { declaration, kept } = presentOf(step, kind)
      if (kept.suspendedAt === null) throw new Refused(t('Deze termijn staat niet stil.', 'This term doesn’t stand still.'))
      await resume(step.scope, declaration, kept)
    },
  }
}

async function extend(step: Step, kind: string): Promise<Outcome> {
  const { scope, values } = step
  const { declaration, kept } = presentOf(step, kind)
  refuseOver(scope, kept)
  const why = extensionRefused(kept, scope.now)
  if (why === 'extended-before') throw new Refused(t('Deze termijn is al een keer verlengd. Vaker mag niet.', 'This term was extended before. It can’t be done again.'))
  if (why === 'too-late') throw new Refused(t('De termijn is al voorbij. Verlengen kan alleen zolang hij loopt.', 'The term has ended already. It can be extended only while it runs.'))
  const most = kept.mayExtendBy
  if (most === null) throw new Refused(t('Deze termijn mag niet worden verlengd.', 'This term may not be extended.'))
  const chosen = values.extend_by as string | null | undefined
  const extension: Term = chosen ? { duration: chosen, clock: chosen.includes('T') && most.clock === 'calendar' ? 'elapsed' : most.clock } : most
  // Without the law's ceiling: what goes beyond the policy's own most is refused, not quietly cut.
  const end = (by: Term) => recounted(scope, {}, kept, { extension: by }).due.at
  const counted = recounted(scope, declaration, kept, { extension })
  if (end(extension) > end(most)) throw new Invalid([{ at: 'extend_by', message: t('Dat is langer dan mag. Laat dit leeg voor de langste tijd die mag.', 'That is longer than allowed. Leave this empty for the longest time that is allowed.') }])
  if (counted.due.at <= kept.dueAt) throw new Invalid([{ at: 'extend_by', message: t('Zo wordt de termijn niet langer. Kies meer tijd.', 'This doesn’t make the term longer. Choose more time.') }])
  await update(scope, kept, {
    ...endColumns(kept.startedAt, counted), reminded_at: null,
    extended_at: scope.now, extended_by: personOf(scope.actor), extension_duration: extension.duration, extension_clock: extension.clock, extension_reason: values.reason as string,
  })
  return { note: values.reason as string }
}

async function suspend(step: Step, kind: string): Promise<Outcome> {
  const { scope, values } = step
  const { declaration, kept } = presentOf(step, kind)
  refuseOver(scope, kept)
  if (!declaration.maySuspend) throw new Refused(t('Deze termijn mag niet stilstaan.', 'This term may not stand still.'))
  if (kept.suspendedAt !== null) throw new Refused(t('Deze termijn staat al stil.', 'This term stands still already.'))
  if (scope.now >= kept.dueAt) throw new Refused(t('De termijn is al voorbij. Stilzetten kan alleen zolang hij loopt.', 'The term has ended already. It can stand still only while it runs.'))
  const { ground, reason } = values as { ground: SuspensionGround; reason: string }
  await insertRows(scope.tx, 'deadline_suspension', [{ organisation_id: scope.organisation.id, deadline_id: kept.id, position: kept.suspensions.length, ground, reason, from_at: scope.now, until_at: null, person_id: personOf(scope.actor) }])
  await update(scope, kept, { suspended_at: scope.now })
  return { note: `${reason} (${suspensionCitations[ground]})` }
}

/** @throws Refused where the register has no such deadline, or it never began */
function presentOf({ register, entry }: Step, kind: string): { declaration: DeadlineDeclaration; kept: KeptDeadline } {
  const declaration = register.deadlines?.[kind]
  const kept = presentDeadlines(entry.deadlines ?? []).get(kind)
  if (!declaration || !kept) throw new Refused(t('Hier loopt geen termijn.', 'No term runs here.'))
  return { declaration, kept }
}

function refuseOver({ now }: Scope, { metAt, lapsedAt, startedAt }: KeptDeadline): void {
  if (metAt !== null || lapsedAt !== null) throw new Refused(t('Deze termijn is al afgelopen.', 'This term is over already.'))
  if (now < startedAt) throw new Refused(t('Deze termijn is nog niet begonnen.', 'This term hasn’t begun yet.'))
}
