// May decide: what must be there before a decision on a breach can be taken, and before it can be closed; each with what is missing (art. 33 en 34 AVG; N-50, P-15, P-16). Pure.
import type { Words } from '../../ground/words.ts'
import { hoursBetween } from './moments.ts'
import type { BreachInput } from './step-kit.ts'

export type Missing = { readonly at: string; readonly message: Words }

/** The answers without which the severity can't be worked out, and the conclusion with its reasons. */
export function weighingFaults(input: BreachInput): Missing[] {
  const answers = ['enisa_data', 'enisa_ease', 'enisa_confidentiality', 'enisa_integrity', 'enisa_availability', 'enisa_malicious'] as const
  return [
    ...answers.flatMap((at) => input[at] === null ? [{ at, message: { nl: 'De ernst is nog niet uit te rekenen: beantwoord deze vraag bij “Wegen”.', en: 'The severity can’t be worked out yet: answer this question at “Weigh”.' } }] : []),
    ...missing('risk', input.risk === null, 'Trek bij “Wegen” eerst uw conclusie: is er een risico voor mensen?', 'Draw your conclusion at “Weigh” first: is there a risk to people?'),
    ...missing('weigh_reasons', input.weigh_reasons === null, 'Schrijf bij “Wegen” eerst op waarom u het zo weegt.', 'Write down at “Weigh” first why you weigh it so.'),
  ]
}

export type Reporting = Pick<BreachInput, 'report_decision' | 'report_ground' | 'report_reasons'>

/** Before it is decided to report or not: weighed, with reasons, by whoever is the controller, and not against the weighing. */
export function reportFaults(input: BreachInput, { report_decision, report_ground }: Reporting): Missing[] {
  const unweighed = [...weighingFaults(input), ...missing('weighed_at', input.weighed_at === null, 'Weeg het datalek eerst.', 'Weigh the breach first.')]
  if (unweighed.length > 0) return unweighed
  if (input.role === 'processor') return [{ at: 'role', message: { nl: 'U bent hier verwerker: de verantwoordelijke meldt aan de AP. Licht die in (art. 33 lid 2 AVG).', en: 'You are the processor here: the controller reports to the authority. Tell the controller (art. 33(2) GDPR).' } }]
  if (report_decision !== 'not_report') return []
  return [
    ...missing('report_ground', report_ground === null, 'Kies op welke grond u niet meldt.', 'Choose on which ground you don’t report.'),
    ...missing('report_ground', report_ground === 'no_special_data', 'Dat er geen bijzondere gegevens bij zijn, is geen grond. U meldt, tenzij een risico voor mensen niet waarschijnlijk is (art. 33 lid 1 AVG).', 'That no special data are involved is no ground. You report, unless a risk to people is unlikely (art. 33(1) GDPR).'),
    ...missing('report_decision', report_ground !== 'reported_by_other' && report_ground !== 'no_special_data' && input.risk !== 'unlikely', 'Uw eigen weging zegt dat er een risico is. Dan moet u melden. Klopt de weging niet? Weeg dan opnieuw.', 'Your own weighing says that there is a risk. Then you must report. Isn’t the weighing right? Weigh anew.'),
    ...missing('report_ground', report_ground === 'reported_by_other' && input.role !== 'joint', 'Dit kan alleen als u samen met een ander verantwoordelijk bent.', 'This is possible only where you are joint controllers.'),
  ]
}

export type Informing = Pick<BreachInput, 'inform_decision' | 'inform_exception' | 'inform_reasons'>

/** Before it is decided whether people are informed. */
export function informFaults(input: BreachInput, { inform_decision, inform_exception }: Informing): Missing[] {
  const unweighed = [...weighingFaults(input), ...missing('weighed_at', input.weighed_at === null, 'Weeg het datalek eerst.', 'Weigh the breach first.')]
  if (unweighed.length > 0 || inform_decision !== 'not_inform') return unweighed
  return [
    ...missing('inform_exception', inform_exception === null, 'Kies op welke grond u mensen niet inlicht.', 'Choose on which ground you don’t inform people.'),
    ...missing('inform_exception', inform_exception === 'no_high_risk' && input.risk === 'high', 'Uw eigen weging zegt dat er een hoog risico is. Dan moet u mensen inlichten, of een uitzondering van art. 34 lid 3 AVG kiezen.', 'Your own weighing says that the risk is high. Then you must inform people, or choose an exception of art. 34(3) GDPR.'),
    ...missing('inform_exception', inform_exception === 'unintelligible' && input.protection !== 'yes', 'Bij de feiten staat niet dat de gegevens helemaal onleesbaar waren.', 'The facts don’t say that the data were fully unintelligible.'),
  ]
}

/** Whether the report came, or would come now, later than the law gives. */
export function isReportLate({ aware_at, notified_at, role }: Pick<BreachInput, 'aware_at' | 'notified_at' | 'role'>, now: string | null = null): boolean {
  const hours = hoursBetween(aware_at, notified_at ?? now)
  return role !== 'processor' && hours !== null && hours > 72
}

/** Before it is closed: everything decided, done and learnt; late is never hidden. */
export function closingFaults(input: BreachInput): Missing[] {
  const isProcessor = input.role === 'processor'
  return [
    ...missing('report_settled_at', !isProcessor && input.report_settled_at === null, 'Er is nog niet gemeld aan de AP, en ook niet door twee mensen besloten dat het niet hoeft.', 'It wasn’t reported to the authority yet, nor did two people decide that it isn’t due.'),
    ...missing('controller_told_at', isProcessor && input.controller_told_at === null, 'De verantwoordelijke is nog niet ingelicht (art. 33 lid 2 AVG).', 'The controller hasn’t been told yet (art. 33(2) GDPR).'),
    ...missing('delay_reason', isReportLate(input) && input.delay_reason === null, 'Er is later gemeld dan 72 uur. Schrijf op waarom (art. 33 lid 1 AVG).', 'It was reported later than 72 hours. Write down why (art. 33(1) GDPR).'),
    ...missing('inform_decision', !isProcessor && input.risk === 'high' && input.inform_decision === null, 'Bij een hoog risico besluit u of u mensen inlicht (art. 34 AVG).', 'With a high risk you decide whether to inform people (art. 34 GDPR).'),
    ...missing('informed_at', !isProcessor && input.inform_decision === 'inform' && input.informed_at === null, 'U besloot mensen in te lichten; dat is nog niet gedaan.', 'You decided to inform people; that hasn’t been done yet.'),
    ...missing('cause', input.cause === null, 'Vul in wat voor incident het was.', 'Fill in what kind of incident it was.'),
    ...missing('evaluation', input.evaluation === null, 'Evalueer het datalek eerst.', 'Evaluate the breach first.'),
  ]
}

function missing(at: string, isSo: boolean, nl: string, en: string): Missing[] {
  return isSo ? [{ at, message: { nl, en } }] : []
}
