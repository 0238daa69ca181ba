// Lifecycle of an assessment: asked by the owner, carried out, weighed, advised on, answered, adopted, perhaps put to the authority, carried out, tested, looked at again, archived (H-55, H-66).
import { createVerb, importVerb, removeMistakeVerb } from '../../register-kit/lifecycle-acts.ts'
import type { Lifecycle } from '../../register-kit/register.ts'
import { addAction, archive, finishActions, publish, redo, review, testActions } from './steps-after.ts'
import { advise, adviseBeforehand, answer, rework } from './steps-advice.ts'
import { askAuthority, authorityAnswers, extendConsultation, resumeConsultation, suspendConsultation } from './steps-authority.ts'
import { askAdvice, begin, change, consult, council, goOn } from './steps-carry-out.ts'
import { adopt, decideOutcome, setRequirements, stop } from './steps-decide.ts'
import { carriers, whileIn } from './step-kit.ts'

export const assessmentLifecycle: Lifecycle = {
  statuses: {
    asked: { words: { nl: 'Gevraagd', en: 'Asked for' }, tone: 'info', stage: 'draft' },
    filling: { words: { nl: 'Wordt ingevuld', en: 'Being filled in' }, tone: 'info', stage: 'draft' },
    weighing: { words: { nl: 'Risico’s en maatregelen', en: 'Risks and measures' }, tone: 'info', stage: 'draft' },
    at_adviser: { words: { nl: 'Ligt voor advies', en: 'Waits for advice' }, tone: 'info', stage: 'in_review' },
    advised: { words: { nl: 'Advies beantwoorden', en: 'Advice to be answered' }, tone: 'warning', stage: 'draft' },
    deciding: { words: { nl: 'Te besluiten', en: 'To be decided' }, tone: 'info', stage: 'draft' },
    consulting: { words: { nl: 'Wacht op de AP', en: 'Waits for the authority' }, tone: 'warning', stage: 'active' },
    carrying_out: { words: { nl: 'Vastgesteld, acties lopen', en: 'Adopted, actions under way' }, tone: 'info', stage: 'active' },
    testing: { words: { nl: 'FG toetst', en: 'Being tested by the DPO' }, tone: 'info', stage: 'active' },
    concluded: { words: { nl: 'Afgerond', en: 'Concluded' }, tone: 'positive', stage: 'active' },
    archived: { words: { nl: 'Gearchiveerd', en: 'Archived' }, tone: 'neutral', stage: 'ended' },
    stopped: { words: { nl: 'Gestopt', en: 'Stopped' }, tone: 'neutral', stage: 'ended' },
  },
  start: 'asked', inForce: 'concluded',
  verbs: {
    create: createVerb(carriers, { words: { nl: 'Toets vragen', en: 'Ask for an assessment' }, done: { nl: 'gevraagd', en: 'asked for' } }),
    import: importVerb(),
    begin, go_on: goOn, ask_advice: askAdvice, advise, advise_beforehand: adviseBeforehand, answer_advice: answer, decide_outcome: decideOutcome, set_requirements: setRequirements, adopt,
    ask_authority: askAuthority, authority_answers: authorityAnswers, finish_actions: finishActions, test_actions: testActions, review, redo,
    change, consult, council, rework, extend_consultation: extendConsultation, suspend_consultation: suspendConsultation, resume_consultation: resumeConsultation,
    add_action: addAction, publish, archive, stop, remove: { ...removeMistakeVerb(), when: whileIn('asked', 'filling') },
  },
}
