// Lifecycle of a request: received, who it is, what exactly, collected, decided, answered, recipients told, closed; or withdrawn, or forwarded (art. 12 AVG; M-13, N-14, H-56).
import { removeCaseVerb } from '../../case-kit/remove-case.ts'
import { Invalid } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { changesBetween } from '../../register-kit/changes.ts'
import { asNextVersion, changedInput, changeVerb, createVerb, importVerb } from '../../register-kit/lifecycle-acts.ts'
import type { Lifecycle, Outcome, Step } from '../../register-kit/register.ts'
import { answerSteps } from './steps-answer.ts'
import { identitySteps } from './steps-identity.ts'
import { termSteps } from './steps-term.ts'
import { workSteps } from './steps-work.ts'
import { keepers, receivers } from './visibility.ts'

const { identify, scope, ask_identity, ask_specification, add_information, resume } = identitySteps
const { collect, restrict, lift_restriction, suppress, forward, withdraw } = workSteps
const { decide, send_answer, tell_recipients, object, decide_objection, close, reopen } = answerSteps
const { extend, tell_extension, record_default } = termSteps

/** What only a step may say. */
const bySteps = ['identity_means', 'identity_checked_on', 'identity_checked_by', 'outcome', 'decided_case', 'grounds', 'decided_on', 'decided_by', 'answered_on', 'extended_on', 'restricted_on', 'restriction_lifted_on', 'suppressed_on', 'forwarded_to', 'forwarded_on', 'objection_decided_on']

export const requestLifecycle: Lifecycle = {
  statuses: {
    received: { words: { nl: 'Ontvangen: wie is het', en: 'Received: who is it' }, tone: 'warning', stage: 'active' },
    identified: { words: { nl: 'Identiteit bekend', en: 'Identity known' }, tone: 'info', stage: 'active' },
    scoped: { words: { nl: 'Afgebakend', en: 'Scoped' }, tone: 'info', stage: 'active' },
    collecting: { words: { nl: 'Gegevens ophalen', en: 'Collecting data' }, tone: 'info', stage: 'active' },
    decided: { words: { nl: 'Besloten: antwoorden', en: 'Decided: to answer' }, tone: 'warning', stage: 'active' },
    answered: { words: { nl: 'Beantwoord', en: 'Answered' }, tone: 'positive', stage: 'active' },
    told: { words: { nl: 'Ontvangers ingelicht', en: 'Recipients told' }, tone: 'positive', stage: 'active' },
    closed: { words: { nl: 'Afgerond', en: 'Closed' }, tone: 'neutral', stage: 'ended' },
    withdrawn: { words: { nl: 'Ingetrokken', en: 'Withdrawn' }, tone: 'neutral', stage: 'ended' },
    forwarded: { words: { nl: 'Doorgestuurd', en: 'Forwarded' }, tone: 'neutral', stage: 'ended' },
  },
  start: 'received', inForce: 'identified', concluded: ['closed'],
  verbs: {
    create: createVerb(receivers, { words: { nl: 'Verzoek vastleggen', en: 'Record a request' }, done: { nl: 'vastgelegd', en: 'recorded' } }),
    import: importVerb(),
    identify, scope, collect, decide, send_answer, tell_recipients, close,
    resume, ask_identity, ask_specification, add_information, extend, tell_extension,
    change: { ...changeVerb(keepers), alsoFor: ['handler'], act: change },
    restrict, lift_restriction, suppress, record_default, object, decide_objection, forward, withdraw, reopen, remove: removeCaseVerb('received'),
  },
}

/** A decision, an identity or an answer isn't made by writing it in the form: a term would seem to be met. Emptying is allowed while nothing was done. */
async function change(step: Step): Promise<Outcome> {
  const { register, entry, values } = step
  const written = changesBetween(register.fields, entry.input, values).filter(({ field, after }) => bySteps.includes(field) && !(entry.system.status === 'received' && isEmpty(after)))
  if (written.length > 0) throw new Invalid(written.map(({ field }) => ({ at: field, message: t('Dit leggen de stappen van het verzoek vast. Kies daar de stap die erbij hoort.', 'This is recorded by the steps of the request. Choose the step that goes with it there.') })))
  return asNextVersion(step, await changedInput(step))
}

const isEmpty = (value: unknown) => value === null || value === undefined || (Array.isArray(value) && value.length === 0)
