// Lifecycle of a breach: reported, judged, contained, weighed, decided with a second person where it isn’t reported, told, evaluated and closed (H-53, N-50, M-15, P-16).
import type { Role } from '../../ground/scope.ts'
import { removeCaseVerb } from '../../case-kit/remove-case.ts'
import { changeVerb, createVerb, importVerb } from '../../register-kit/lifecycle-acts.ts'
import type { Lifecycle } from '../../register-kit/register.ts'
import { keepers, whileOpen } from './step-kit.ts'
import { close, evaluate, noBreach, reopen, testAdvice } from './steps-end.ts'
import { decideInform, inform, tellController } from './steps-inform.ts'
import { addInformation, assess, contain, warn } from './steps-intake.ts'
import { checkDraft, decideReport, followUp, notifyAuthority, secondLook, sendDraft } from './steps-report.ts'
import { advise, discuss, weigh } from './steps-weighing.ts'

/** Every employee must report (H-53). */
const reporters: readonly Role[] = [...keepers, 'dpo', 'employee', 'administrator']

export const breachLifecycle: Lifecycle = {
  statuses: {
    reported: { words: { nl: 'Gemeld', en: 'Reported' }, tone: 'warning', stage: 'active' },
    investigating: { words: { nl: 'In onderzoek', en: 'Being investigated' }, tone: 'info', stage: 'active' },
    weighed: { words: { nl: 'Gewogen: besluiten', en: 'Weighed: to decide' }, tone: 'info', stage: 'active' },
    to_report: { words: { nl: 'Melden aan de AP', en: 'To report to the authority' }, tone: 'warning', stage: 'active' },
    unconfirmed: { words: { nl: 'Niet melden: wacht op tweede persoon', en: 'Not reporting: waits for a second person' }, tone: 'warning', stage: 'active' },
    handled: { words: { nl: 'Afgehandeld: evalueren', en: 'Dealt with: to evaluate' }, tone: 'info', stage: 'active' },
    evaluated: { words: { nl: 'Geëvalueerd', en: 'Evaluated' }, tone: 'positive', stage: 'active' },
    closed: { words: { nl: 'Afgesloten', en: 'Closed' }, tone: 'neutral', stage: 'ended' },
    no_breach: { words: { nl: 'Geen datalek', en: 'No breach' }, tone: 'neutral', stage: 'ended' },
  },
  start: 'reported', inForce: 'handled', concluded: ['closed'],
  verbs: {
    create: createVerb(reporters, { words: { nl: 'Datalek melden', en: 'Report a breach' }, done: { nl: 'gemeld', en: 'reported' } }),
    import: importVerb(),
    assess, contain, weigh, decide_report: decideReport, second_look: secondLook, notify_authority: notifyAuthority, decide_inform: decideInform, inform, tell_controller: tellController, follow_up: followUp,
    evaluate, test_advice: testAdvice, close,
    change: changeVerb(keepers, whileOpen),
    advise, warn, discuss, send_draft: sendDraft, check_draft: checkDraft, add_information: addInformation,
    no_breach: noBreach, reopen, remove: removeCaseVerb('reported'),
  },
}
