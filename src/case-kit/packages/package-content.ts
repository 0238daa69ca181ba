// Package content: what an answer package says, frozen when it is asked for: facts of the activities, what was checked, and which files go along. It is kept sealed until the file is destroyed.
import { dayOf } from '../../ground/clock.ts'
import { Refused } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { inLanguage, type Language, t } from '../../ground/words.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { loadLookupsFor } from '../../register-kit/lookups.ts'
import { loadEntries } from '../../register-kit/store.ts'
import { dataPairs } from '../collection/answering.ts'
import { numberOf } from '../collection/keeping.ts'
import { readTaskFiles } from '../collection/task-files.ts'
import { isOpen } from '../collection/task-rules.ts'
import { readTasks, type Task } from '../collection/tasks.ts'
import type { TiedCollection } from '../collection/tied-collections.ts'
import { type LogAnswer, readLogAnswer, readLogAnswers } from '../log-answers/log-answer.ts'
import { type ActivityFacts, factsOf, rightsFacts } from './facts.ts'
import { isPortableActivity } from './portability.ts'

export type PackageKind = 'access' | 'portability'

export type PackageContent = {
  readonly kind: PackageKind
  readonly language: Language
  readonly organisation: string
  readonly number: string | null
  readonly madeOn: string
  readonly person: string | null
  readonly activities: readonly ActivityFacts[]
  readonly rights: readonly string[]
  readonly sources: readonly PackedSource[]
  /** Who used the data, by the newest answer from the access log; none in a package of before there was one. */
  readonly log?: { readonly id: string; readonly answer: LogAnswer }
}

/** What one department, system, processor or participant gave. Files by their names in the package. */
export type PackedSource = {
  readonly name: string
  readonly outcome: 'delivered' | 'nothing_found' | 'refused'
  readonly isCut: boolean
  readonly data: readonly { readonly name: string; readonly value: string }[]
  readonly files: readonly { readonly id: string; readonly size: number; readonly name: string; readonly sha256: string }[]
}

/** What keeps a package from being made, or should be looked at first. */
export type PackageStanding = { readonly open: readonly Task[]; readonly unchecked: readonly Task[]; readonly missing: readonly { readonly activity: string; readonly keys: readonly string[] }[]; readonly hasActivities: boolean; /** True where the case asks something of the access log that wasn't answered yet. */ readonly lacksLog: boolean }

export async function packageStanding(scope: Scope, tied: TiedCollection, entry: Entry): Promise<PackageStanding> {
  const tasks = await readTasks(scope, tied.register.key, entry.id)
  const { activities, all } = await activityFacts(scope, tied, entry, 'access')
  return {
    open: tasks.filter(isOpen), unchecked: tasks.filter(({ state, checkedAt }) => (state === 'delivered' || state === 'nothing_found') && checkedAt === null),
    lacksLog: tied.options.logPeriod?.(entry) !== undefined && (await readLogAnswers(scope, { register: tied.register.key, entryId: entry.id })).length === 0,
    missing: activities.flatMap(({ name, missing }) => missing.length === 0 ? [] : [{ activity: name, keys: missing }]), hasActivities: all > 0,
  }
}

/** @throws Refused while something isn't checked, or when there is nothing that can be taken along */
export async function packageContent(scope: Scope, tied: TiedCollection, entry: Entry, kind: PackageKind, language: Language): Promise<PackageContent> {
  const tasks = (await readTasks(scope, tied.register.key, entry.id)).filter(({ state }) => state !== 'withdrawn')
  if (tasks.some((task) => !isOpen(task) && task.state !== 'refused' && task.checkedAt === null)) throw new Refused(t('Kijk eerst na wat er is aangeleverd: er mag niets van anderen in het pakket staan (art. 15 lid 4 AVG).', 'Check what was delivered first: nothing of others may be in the package (art. 15(4) GDPR).'))
  return inLanguage(language, async () => {
    const { activities } = await activityFacts(scope, tied, entry, kind)
    const given = kind === 'portability' ? tasks.filter(({ isPortable, checkedAt }) => isPortable && checkedAt !== null) : tasks.filter((task) => !isOpen(task))
    if (kind === 'portability' && given.length === 0) throw new Refused(t('Er zijn geen gegevens die iemand kan meenemen: alleen wat de persoon zelf gaf, met toestemming of voor een overeenkomst (art. 20 lid 1 AVG). Zeg bij het nakijken welke dat zijn.', 'There are no data that somebody can take along: only what the person gave, by consent or for a contract (art. 20(1) GDPR). Say which these are when checking.'))
    if (kind === 'portability' && tied.options.registers && activities.length === 0) throw new Refused(t('Geen van de gekozen verwerkingen berust op toestemming of een overeenkomst (art. 20 lid 1 onder a AVG).', 'None of the chosen processing activities rests on consent or a contract (art. 20(1)(a) GDPR).'))
    const files = await readTaskFiles(scope, given.map(({ id }) => id))
    const names = new Set<string>()
    const log = kind === 'access' ? await newestAnswer(scope, tied, entry) : undefined
    return {
      kind, language, organisation: scope.organisation.name, number: numberOf(tied.register, entry), madeOn: dayOf(scope.now), person: tied.options.recipient?.(entry)?.name ?? null, activities, rights: rightsFacts(),
      sources: given.map((task): PackedSource => ({
        name: task.aboutName, outcome: task.state as PackedSource['outcome'], isCut: task.others === 'anonymised' || task.others === 'withheld', data: dataPairs(task.answer?.data ?? null),
        files: files.filter(({ taskId, isGiven }) => taskId === task.id && isGiven === true).map(({ fileId, size, name, sha256 }) => ({ id: fileId, size, name: unique(names, name), sha256 })),
      })),
      ...(log ? { log } : {}),
    }
  })
}

async function newestAnswer(scope: Scope, { register, options }: TiedCollection, entry: Entry): Promise<PackageContent['log']> {
  if (!options.logPeriod?.(entry)) return undefined
  const of = { register: register.key, entryId: entry.id }
  const [newest] = await readLogAnswers(scope, of)
  return newest && { id: newest.id, answer: (await readLogAnswer(scope, of, newest.id)).answer }
}

async function activityFacts(scope: Scope, { options }: TiedCollection, entry: Entry, kind: PackageKind): Promise<{ activities: ActivityFacts[]; all: number }> {
  const ids = options.activities?.(entry) ?? []
  const register = options.registers?.activities
  if (!register || ids.length === 0) return { activities: [], all: 0 }
  const found = await loadEntries(scope.tx, register, scope.organisation.id, ids)
  const wanted = found.map(({ input }) => input).filter((input) => kind === 'access' || isPortableActivity(input))
  const lookups = await loadLookupsFor(scope, register.fields, wanted)
  return { activities: wanted.map((input) => factsOf(register.fields, input, lookups)), all: found.length }
}

/** Two files of one name both go along. */
function unique(taken: Set<string>, name: string): string {
  const [, stem, ending] = /^(.*?)(\.[^.]{1,10})?$/s.exec(name) ?? []
  for (let count = 1; ; count++) {
    const one = count === 1 ? name : `${stem} (${count})${ending ?? ''}`
    if (taken.has(one.toLowerCase())) continue
    taken.add(one.toLowerCase())
    return one
  }
}
