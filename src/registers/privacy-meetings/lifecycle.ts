// Lifecycle of a privacy meeting: planned, held with its minutes, and followed by the next one of the series; or cancelled (H-52).
import { dayAfter, dayOf } from '../../ground/clock.ts'
import { Invalid } from '../../ground/refusals.ts'
import type { Role } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { date, emptyInput, type InputOf, longText, text } from '../../register-kit/field-types.ts'
import { asNextVersion, changeVerb, createVerb, importVerb, nextVersion, removeMistakeVerb } from '../../register-kit/lifecycle-acts.ts'
import { createEntry } from '../../register-kit/perform.ts'
import type { Lifecycle, Outcome, Step } from '../../register-kit/register.ts'
import { tasks } from '../tasks/register.ts'
import { fields } from './declaration.ts'
import { meetingEvery } from './facts.ts'

const keepers: readonly Role[] = ['dpo', 'privacy_officer', 'ciso', 'iso']

export const meetingLifecycle: Lifecycle = {
  statuses: {
    planned: { words: { nl: 'Gepland', en: 'Planned' }, tone: 'info', stage: 'active' }, held: { words: { nl: 'Gehouden', en: 'Held' }, tone: 'positive', stage: 'active' },
    cancelled: { words: { nl: 'Afgezegd', en: 'Cancelled' }, tone: 'neutral', stage: 'ended' },
  },
  start: 'planned', inForce: 'held',
  verbs: {
    create: createVerb(keepers, { words: { nl: 'Plannen', en: 'Plan' }, done: { nl: 'gepland', en: 'planned' } }),
    import: importVerb(),
    hold: {
      words: { nl: 'Verslag vastleggen', en: 'Record the minutes' }, done: { nl: 'gehouden', en: 'held' }, roles: keepers, when: ({ status }) => status === 'planned', offered: 'form', resource: 'holdings',
      explain: { nl: 'Besluiten en acties vult u daarna in met “Wijzigen”.', en: 'Decisions and actions are filled in afterwards by “Change”.' },
      fields: { held_on: date('Gehouden op', 'Held on'), minutes: longText('Verslag', 'Minutes', { most: 50_000 }) }, required: ['held_on'], act: hold,
    },
    plan_next: {
      words: { nl: 'Volgende plannen', en: 'Plan the next one' }, done: { nl: 'volgende gepland', en: 'next one planned' }, roles: keepers, when: ({ status }) => status === 'held', offered: 'form', resource: 'followings',
      explain: { nl: 'Het volgende overleg komt erbij, met dezelfde deelnemers. Acties die nog openstaan en geen taak zijn, gaan als agendapunt mee.', en: 'The next meeting is added, with the same participants. Actions that are still open and aren’t tasks go along as items of the agenda.' },
      fields: { planned_on: date('Op', 'On', { help: { nl: 'Laat leeg voor de termijn van uw beleid.', en: 'Leave empty for the term of your policy.' } }), name: text('Naam', 'Name', { most: 200, help: { nl: 'Laat leeg voor dezelfde naam met de nieuwe datum.', en: 'Leave empty for the same name with the new date.' } }) },
      act: planNext,
    },
    hand_out: {
      words: { nl: 'Acties uitzetten als taken', en: 'Make tasks of the actions' }, done: { nl: 'acties uitgezet als taken', en: 'made tasks of the actions' }, roles: keepers, when: ({ status }) => status === 'held', offered: 'button', resource: 'handouts', act: handOut,
    },
    change: changeVerb(keepers),
    cancel: {
      words: { nl: 'Afzeggen', en: 'Cancel' }, done: { nl: 'afgezegd', en: 'cancelled' }, roles: keepers, when: ({ status }) => status === 'planned', offered: 'form', isDanger: true, resource: 'cancellations',
      fields: { reason: longText('Waarom', 'Why', { most: 10_000 }) }, required: ['reason'], explain: { nl: 'Het overleg gaat niet door. Plan een ander als de termijn van uw beleid anders verloopt.', en: 'The meeting is off. Plan another one if the term of your policy would run out.' },
      act: ({ scope, values }): Outcome => ({ note: values.reason as string, system: { status: 'cancelled', ended_on: dayOf(scope.now) } }),
    },
    reopen: {
      words: { nl: 'Toch houden', en: 'Hold it after all' }, done: { nl: 'weer gepland', en: 'planned again' }, roles: keepers, when: ({ stage }) => stage === 'ended', offered: 'button', resource: 'reopenings',
      act: (): Outcome => ({ system: { status: 'planned', ended_on: null } }),
    },
    remove: removeMistakeVerb(),
  },
}

async function hold(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  if ((values.held_on as string) > dayOf(scope.now)) throw new Invalid([{ at: 'held_on', message: t('Deze dag moet nog komen.', 'This day is yet to come.') }])
  const input = { ...entry.input, held_on: values.held_on, minutes: values.minutes ?? entry.input.minutes }
  return { input, system: { status: 'held', version: await nextVersion(step, input) } }
}

async function planNext(step: Step): Promise<Outcome> {
  const { scope, register, entry } = step
  const input = entry.input as Meeting
  const last = input.held_on ?? input.planned_on ?? dayOf(scope.now)
  const planned_on = step.values.planned_on as string | null ?? dayAfter(last, await meetingEvery(scope))
  await createEntry(scope, register, {
    ...emptyInput(fields), name: step.values.name as string | null ?? followingName(input.name, planned_on), kind: input.kind, department: input.department, place: input.place, planned_on,
    participants: input.participants.map(({ person, part }) => ({ person, part, was_there: null })),
    agenda: input.actions.filter(({ done_on, task }) => done_on === null && task === null).map(({ action }) => ({ matter: `Actie: ${action ?? ''}`.slice(0, 500), link: `/${scope.organisation.slug}/${register.path}/${entry.id}`, note: null })),
  })
  return {}
}

/** Each open action that isn't a task yet becomes one, so that it stands in the work of whoever promised it. */
async function handOut(step: Step): Promise<Outcome> {
  const { scope, register, entry } = step
  const input = entry.input as Meeting
  const actions: Meeting['actions'] = []
  for (const row of input.actions) {
    const isOpen = row.task === null && row.done_on === null && row.action !== null
    actions.push(isOpen ? { ...row, task: await createEntry(scope, tasks, {
      ...emptyInput(tasks.fields), name: row.action!.slice(0, 200), owner: row.owner, due_on: row.due_on, recurrence: 'once', description: `${row.action}\n\nAfgesproken in: ${input.name} (/${scope.organisation.slug}/${register.path}/${entry.id})`,
    }) } : row)
  }
  return asNextVersion(step, { ...input, actions })
}

type Meeting = InputOf<typeof fields>

/** `Privacyoverleg 2026-08-20` → `Privacyoverleg 2026-11-20`: the day that stood behind the name makes room for the new one. */
function followingName(name: string | null, day: string): string {
  return `${(name ?? '').replace(/\s+\d{4}-\d{2}-\d{2}$/, '').slice(0, 180)} ${day}`.trim()
}
