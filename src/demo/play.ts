// Play: carries out the lives of an organisation's entries through the same actions as people use, each as its actor at its moment.
import { sql } from 'kysely'
import { dayAfter, dayOf } from '../ground/clock.ts'
import { Invalid } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import type { AnyInput } from '../register-kit/entry.ts'
import { refreshThese } from '../register-kit/keep-findings.ts'
import { createEntry, type Later, loadEntry, perform } from '../register-kit/perform.ts'
import type { Register } from '../register-kit/register.ts'
import { readRemarks } from '../register-kit/remarks.ts'
import { agreements } from '../registers/agreements/register.ts'
import { policyDocuments } from '../registers/policy-documents/register.ts'
import { processingActivities } from '../registers/processing-activities/register.ts'
import { processors } from '../registers/processors/register.ts'
import { systems } from '../registers/systems/register.ts'
import { type Act, calendarOf, calendarOfKept, type Moment } from './calendar-of-lives.ts'
import { booksOf, type KeptBook } from './governance.ts'
import { type Deed, policyDeeds } from './policies.ts'
import type { DemoOrganisation } from './organisation.ts'
import type { Days, Resources } from './resources.ts'
import type { Settled } from './settle.ts'
import { unfoldNames } from './unfold-names.ts'
import { type Entries, unfoldActivity, unfoldAgreement, unfoldProcessor, unfoldSystem } from './unfold.ts'

/** What is judged anew is all of it, once, when everything has been played. */
const later = (): Later => ({ judged: [], ids: [], inputs: [], subjects: [] })

/** Plays every life up to the scope's `now`, in its transaction. */
export async function play(scope: Scope, demo: DemoOrganisation, settled: Settled): Promise<void> {
  const on: Days = (daysAgo) => dayAfter(dayOf(scope.now), daysAgo < 0 ? `P${-daysAgo}D` : `-P${daysAgo}D`)
  const kept = booksOf(demo.governance(on))
  const deeds = [...deedsOf(demo, demo.resources(on), kept, settled, scope.now), ...policyDeeds(demo.policies, settled, on, scope.now)].sort((one, other) => one.at.getTime() - other.at.getTime())
  for (const { at, what, run } of deeds) {
    try {
      await run({ ...scope, now: at })
    } catch (cause) {
      const faults = cause instanceof Invalid ? ` (${cause.faults.map(({ message }) => message).join(' ')})` : ''
      throw new Error(`Demo: ${what}${faults}`, { cause })
    }
  }
  // What was told in the past isn't sent today.
  await scope.tx.deleteFrom('mail_message').where('organisation_id', '=', scope.organisation.id).execute()
  for (const register of [systems, processors, agreements, processingActivities, policyDocuments, ...kept.map((book) => book.register)]) await findAnew(scope, register)
}

/** All deeds in all registers, the oldest first. */
function deedsOf(demo: DemoOrganisation, resources: Resources, kept: readonly KeptBook[], settled: Settled, now: Date): Deed[] {
  const { names } = settled
  const ids = new Map<string, string>()
  const entries: Entries = {
    idOf(register, name) {
      const id = ids.get(`${register} ${name}`)
      if (id === undefined) throw new Error(`${name} isn’t in the register ${register} by then`)
      return id
    },
    isListed: (register, name) => resources[register].some((sketch) => sketch.name === name),
  }
  const lives = <L>(sketches: readonly { readonly life: L }[]) => sketches.map(({ life }) => life)
  return [
    ...deedsIn(processors, resources.processors, calendarOfKept(lives(resources.processors), now), settled, ids, (values) => unfoldProcessor(values, names)),
    ...deedsIn(systems, resources.systems, calendarOfKept(lives(resources.systems), now), settled, ids, (values) => unfoldSystem(values, names, entries)),
    ...deedsIn(processingActivities, demo.entries, calendarOf(lives(demo.entries), now), settled, ids, (values, born) => unfoldActivity(values, names, entries, born)),
    ...deedsIn(agreements, resources.agreements, calendarOf(lives(resources.agreements), now), settled, ids, (values) => unfoldAgreement(values, names, entries)),
    ...kept.flatMap(({ register, sketches }) => deedsIn(register, sketches, calendarOfKept(lives(sketches), now), settled, ids, (values) => unfoldNames(register.fields, values, names))),
  ].sort((one, other) => one.at.getTime() - other.at.getTime())
}

type Sketched = { readonly name: string; readonly department?: string; readonly life: unknown; readonly findings?: readonly string[] }

function deedsIn<S extends Sketched, V extends object>(register: Register, sketches: readonly S[], moments: readonly Moment<V>[], { actorFor }: Settled, ids: Map<string, string>, unfold: (values: Omit<S, 'life' | 'findings'>, born: Date) => AnyInput): Deed[] {
  const born: Date[] = []
  return moments.map(({ entry, at, by, act }) => {
    const sketch = sketches[entry]!
    const { life: _, findings: __, ...values } = sketch
    const key = `${register.key} ${sketch.name}`
    return {
      at, what: `${sketch.name}: ${act.verb}`,
      async run(scope) {
        const then: Scope = { ...scope, actor: actorFor(by, sketch.department!) }
        if (act.verb === 'create') {
          born[entry] = at
          ids.set(key, await createEntry(then, register, unfold(values, at), { later: later() }))
        } else if (act.verb === 'change') {
          const { system } = await loadEntry(then, register, ids.get(key)!)
          await perform(then, register, 'change', ids.get(key)!, unfold({ ...values, ...act.values }, born[entry]!), { revision: system.revision, later: later() })
        } else {
          await doOne(then, register, ids.get(key)!, act)
        }
      },
    }
  })
}

async function doOne<V>(scope: Scope, register: Register, id: string, act: Exclude<Act<V>, { verb: 'change' }>): Promise<void> {
  const step = (verb: string, values: Record<string, unknown> = {}) => perform(scope, register, verb, id, values, { later: later() })
  switch (act.verb) {
    case 'propose':
    case 'submit': return step(act.verb)
    case 'advise': return step('advise', { outcome: act.test.outcome, note: act.test.note ?? null })
    case 'remark': return step('remark', { field: act.field, body: act.body })
    case 'answer': return answerFirst(scope, register, id, act.answer)
    case 'activate':
    case 'review': return step(act.verb, { note: act.note ?? null })
    case 'end': return step('end', { reason: act.note ?? '' })
    case 'create': throw new Error('An entry is created once')
  }
}

async function answerFirst(scope: Scope, register: Register, id: string, answer: string): Promise<void> {
  const open = (await readRemarks(scope, register, id)).find((remark) => remark.answer === null)
  if (open) await perform(scope, register, 'answer', id, { remark: open.id, answer }, { later: later() })
}

/** Findings as they are today, as the daily sweep works them out. */
async function findAnew(scope: Scope, register: Register): Promise<void> {
  const rows = await sql<{ id: string }>`select id from ${sql.table(register.table)} where organisation_id = ${scope.organisation.id}`.execute(scope.tx)
  await refreshThese(scope, register, rows.rows.map(({ id }) => id))
}
