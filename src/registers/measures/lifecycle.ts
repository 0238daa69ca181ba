// Lifecycle of an improvement measure: plan, do, check, act, and then closed; a step back is as easy as a step ahead (M-04, N-06).
import { dayOf } from '../../ground/clock.ts'
import type { Role } from '../../ground/scope.ts'
import type { Words } from '../../ground/words.ts'
import { longText } from '../../register-kit/field-types.ts'
import { changeVerb, createVerb, importVerb, removeMistakeVerb } from '../../register-kit/lifecycle-acts.ts'
import type { Lifecycle, Outcome, Verb } from '../../register-kit/register.ts'

/** The four columns of the board, in order. */
export const phases = ['plan', 'do', 'check', 'act'] as const
export type Phase = (typeof phases)[number]

export const phaseWords: Readonly<Record<Phase, Words>> = {
  plan: { nl: 'Plan: bedenken', en: 'Plan' }, do: { nl: 'Do: uitvoeren', en: 'Do' }, check: { nl: 'Check: nagaan', en: 'Check' }, act: { nl: 'Act: bijstellen', en: 'Act' },
}

const workers: readonly Role[] = ['privacy_officer', 'process_owner', 'ciso', 'iso']
const note = { note: longText('Toelichting', 'Note', { most: 10_000 }) }

export const measureLifecycle: Lifecycle = {
  statuses: {
    plan: { words: phaseWords.plan, tone: 'neutral', stage: 'active' }, do: { words: phaseWords.do, tone: 'info', stage: 'active' },
    check: { words: phaseWords.check, tone: 'warning', stage: 'active' }, act: { words: phaseWords.act, tone: 'info', stage: 'active' },
    closed: { words: { nl: 'Afgerond', en: 'Closed' }, tone: 'positive', stage: 'ended' },
  },
  start: 'plan', inForce: 'plan',
  verbs: {
    create: createVerb(workers),
    import: importVerb(),
    change: changeVerb(workers),
    to_plan: move('plan', ['do'], { nl: 'Terug naar plan', en: 'Back to plan' }, { nl: 'teruggezet naar plan', en: 'moved back to plan' }, 'plannings'),
    to_do: move('do', ['plan', 'check'], { nl: 'Uitvoeren', en: 'Carry out' }, { nl: 'in uitvoering gezet', en: 'moved to do' }, 'executions'),
    to_check: move('check', ['do', 'act'], { nl: 'Nagaan', en: 'Check it' }, { nl: 'in controle gezet', en: 'moved to check' }, 'checks'),
    to_act: move('act', ['check'], { nl: 'Bijstellen', en: 'Adjust' }, { nl: 'in bijstelling gezet', en: 'moved to act' }, 'adjustments'),
    close: {
      words: { nl: 'Afronden', en: 'Close' }, done: { nl: 'afgerond', en: 'closed' }, roles: workers, when: (work) => work.stage === 'active', offered: 'form', resource: 'closings', fields: note,
      explain: { nl: 'De maatregel is klaar: het resultaat is nagegaan en wat nodig was is bijgesteld. U kunt haar later weer oppakken.', en: 'The measure is finished: its result was checked and what was needed was adjusted. You can take it up again later.' },
      act: ({ scope, values }): Outcome => ({ note: values.note as string | null, system: { status: 'closed', ended_on: dayOf(scope.now) } }),
    },
    reopen: {
      words: { nl: 'Weer oppakken', en: 'Take up again' }, done: { nl: 'weer opgepakt', en: 'taken up again' }, roles: workers, when: (work) => work.stage === 'ended', offered: 'button', resource: 'reopenings',
      act: (): Outcome => ({ system: { status: 'plan', ended_on: null } }),
    },
    remove: removeMistakeVerb(),
  },
}

function move(to: Phase, from: readonly Phase[], words: Words, done: Words, resource: string): Verb {
  return {
    words, done, roles: workers, when: (work) => from.some((phase) => phase === work.status), offered: 'button', resource,
    act: (): Outcome => ({ system: { status: to } }),
  }
}
