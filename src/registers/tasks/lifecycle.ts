// Lifecycle of a task: open until it is done or dropped; handed over for a time without losing whose it is; and done, a recurring one makes the next (N-52).
import { dayAfter, dayOf } from '../../ground/clock.ts'
import type { Role, Scope } from '../../ground/scope.ts'
import type { AnyInput, Entry } from '../../register-kit/entry.ts'
import { duration, emptyInput, longText, reference } from '../../register-kit/field-types.ts'
import { asNextVersion, changeVerb, createVerb, importVerb, removeMistakeVerb } from '../../register-kit/lifecycle-acts.ts'
import { createEntry } from '../../register-kit/perform.ts'
import type { Lifecycle, Outcome, Register, Step, Work } from '../../register-kit/register.ts'
import { announceHandover } from './announce-handover.ts'
import type { TaskInput } from './rules.ts'
import { nextDue } from './series.ts'

const keepers: readonly Role[] = ['privacy_officer', 'process_owner', 'dpo', 'ciso', 'iso']
/** Whose task it is, and who has taken it over. */
const doers = ['owner', 'stand_in'] as const
const isOpen = (work: Work) => work.status === 'open'
const hasEnded = (work: Work) => work.stage === 'ended'

export const taskLifecycle: Lifecycle = {
  statuses: {
    open: { words: { nl: 'Te doen', en: 'To do' }, tone: 'info', stage: 'active' },
    done: { words: { nl: 'Gedaan', en: 'Done' }, tone: 'positive', stage: 'ended' },
    dropped: { words: { nl: 'Vervallen', en: 'Dropped' }, tone: 'neutral', stage: 'ended' },
  },
  start: 'open', inForce: 'open',
  verbs: {
    create: createVerb(keepers),
    import: importVerb(),
    finish: {
      words: { nl: 'Afronden', en: 'Finish' }, done: { nl: 'afgerond', en: 'finished' }, roles: keepers, alsoFor: doers, when: isOpen, offered: 'form', resource: 'completions',
      explain: { nl: 'De taak is gedaan. Komt zij terug, dan staat de volgende meteen klaar.', en: 'The task is done. If it recurs, the next one is made at once.' },
      fields: { outcome: longText('Wat kwam eruit', 'What came of it', { most: 20_000, help: { nl: 'En waar is dat te zien?', en: 'And where can that be seen?' } }) }, act: finish,
    },
    note_progress: {
      words: { nl: 'Voortgang noteren', en: 'Note the progress' }, done: { nl: 'voortgang genoteerd', en: 'progress noted' }, roles: keepers, alsoFor: doers, when: isOpen, offered: 'form', resource: 'progress-notes',
      fields: { progress: longText('Hoe ver is het', 'How far it is', { most: 20_000 }) }, required: ['progress'],
      act: (step): Promise<Outcome> => changed(step, { progress: step.values.progress as string }),
    },
    hand_over: {
      words: { nl: 'Overdragen', en: 'Hand over' }, done: { nl: 'overgedragen', en: 'handed over' }, roles: keepers, alsoFor: doers, when: isOpen, offered: 'form', resource: 'handovers',
      explain: { nl: 'Een collega doet deze taak voor een tijd. Voor wie de taak is, blijft erbij staan. Laat “aan wie” leeg om de taak terug te nemen.', en: 'A colleague does this task for a time. Whose task it is stays visible. Leave “to whom” empty to take the task back.' },
      fields: {
        to: reference('Aan wie', 'To whom', 'person', { identifies: 'person' }),
        period: duration('Voor hoe lang', 'For how long', { unit: 'W', help: { nl: 'Leeg: tot u de taak terugneemt.', en: 'Empty: until you take the task back.' } }),
        note: longText('Bericht', 'Note', { most: 2_000 }),
      },
      act: handOver,
    },
    change: changeVerb(keepers, isOpen),
    drop: {
      words: { nl: 'Laten vervallen', en: 'Drop' }, done: { nl: 'vervallen', en: 'dropped' }, roles: keepers, when: isOpen, offered: 'form', isDanger: true, resource: 'drops',
      explain: { nl: 'De taak hoeft niet meer, en er komt ook geen volgende.', en: 'The task needn’t be done any more, and there won’t be a next one.' },
      fields: { reason: longText('Waarom', 'Why', { most: 10_000 }) }, required: ['reason'],
      act: ({ scope, values }): Outcome => ({ note: values.reason as string, system: { status: 'dropped', ended_on: dayOf(scope.now) } }),
    },
    reopen: {
      words: { nl: 'Weer openen', en: 'Reopen' }, done: { nl: 'weer geopend', en: 'reopened' }, roles: keepers, alsoFor: doers, when: hasEnded, offered: 'button', resource: 'reopenings',
      act: async (step): Promise<Outcome> => withSystem(await changed(step, { done_on: null }), { status: 'open', ended_on: null }),
    },
    remove: removeMistakeVerb(),
  },
}

/** The input with something else in it, as the next version. */
function changed(step: Step, more: AnyInput): Promise<Outcome> {
  return asNextVersion(step, { ...step.entry.input, ...more })
}

async function finish(step: Step): Promise<Outcome> {
  const { scope, register, entry, values } = step
  const today = dayOf(scope.now)
  await makeNext(scope, register, entry)
  return withSystem(await changed(step, { outcome: values.outcome ?? entry.input.outcome, done_on: today }), { status: 'done', ended_on: today })
}

function withSystem(outcome: Outcome, system: Outcome['system']): Outcome {
  return { ...outcome, system: { ...outcome.system, ...system } }
}

/** The next of the series: for whoever has it in the end, not for who did it this time. One that was made before isn't made again. */
async function makeNext(scope: Scope, register: Register, entry: Entry): Promise<void> {
  const task = entry.input as TaskInput
  if (task.recurrence === null || task.recurrence === 'once') return
  const made = await scope.tx.selectFrom('task').select('id').where('organisation_id', '=', scope.organisation.id).where('follows', '=', entry.id).limit(1).executeTakeFirst()
  if (made) return
  const { name, description, norm, department, owner, role, recurrence, processing, system, processor, agreement } = task
  const due_on = nextDue(recurrence, { dueOn: task.due_on, from: task.series_from, today: dayOf(scope.now) })
  // It comes by itself: who finishes a task may be somebody who makes none.
  await createEntry({ ...scope, actor: { kind: 'system', task: 'task-series' } }, register, {
    ...emptyInput(register.fields), name, description, norm, department, owner, role, recurrence, processing, system, processor, agreement, due_on, series_from: task.series_from ?? task.due_on ?? due_on, follows: entry.id,
  })
}

/** Hands the task to somebody for a time, or takes it back. The new doer hears of it by mail. */
async function handOver(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  // `isTold`: who hands over many at once tells of them together. No form can say so.
  const { to, period, note = null, isTold } = values as { to: string | null; period: string | null; note?: string | null; isTold?: true }
  if (to === null || to === entry.input.owner) return changed(step, { stand_in: null, stand_in_until: null, stand_in_note: null })
  const until = period === null ? null : dayAfter(dayOf(scope.now), period)
  if (to !== entry.input.stand_in && !isTold) await announceHandover(scope, entry, { to, until, note })
  return changed(step, { stand_in: to, stand_in_until: until, stand_in_note: note })
}
