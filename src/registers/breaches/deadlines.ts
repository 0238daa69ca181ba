// Deadlines of a breach: every clock of one incident: the authority, the controller, the people themselves, the police act, cyber security, and our own pace (art. 33 en 34 AVG; M-15, N-41, W-11).
import type { AnyInput } from '../../register-kit/entry.ts'
import type { DeadlineDeclaration } from '../../register-kit/deadline-declaration.ts'
import type { BreachInput } from './step-kit.ts'

const elapsed = (duration: string) => ({ duration, clock: 'elapsed' }) as const
const whereHolds = (holds: (input: BreachInput) => boolean) => (input: AnyInput): boolean => holds(input as BreachInput)

/** Incidents of before the act fall outside it. */
const isCyber = ({ is_cyber, aware_at }: BreachInput) => is_cyber === true && (aware_at === null || aware_at >= '2026-08-14T22:00:00.000Z')

export const breachDeadlines: Readonly<Record<string, DeadlineDeclaration>> = {
  report: {
    words: { nl: 'Melden aan de AP, of besluiten dat het niet hoeft', en: 'Report to the authority, or decide that it isn’t due' }, startsAt: { field: 'aware_at' },
    appliesTo: whereHolds(({ role, regime }) => role !== 'processor' && regime !== 'wpg'),
    term: { parameter: 'report_authority_within', fallback: elapsed('PT72H'), regime: 'eu', citation: 'art. 33 lid 1 AVG' }, ceiling: { term: 'report-authority' }, endsBy: { verbs: ['notify_authority'], field: 'report_settled_at' },
  },
  report_police: {
    words: { nl: 'Melden volgens de Wet politiegegevens', en: 'Report under the Police Data Act' }, startsAt: { field: 'aware_at' }, appliesTo: whereHolds(({ role, regime }) => role !== 'processor' && (regime === 'wpg' || regime === 'both')),
    term: { fallback: elapsed('PT72H'), regime: 'dutch', citation: 'art. 33a Wpg' }, ceiling: { term: 'report-police-breach' }, endsBy: { field: 'police_notified_at' },
  },
  tell_controller: {
    words: { nl: 'De verantwoordelijke of deelnemer inlichten', en: 'Tell the controller or participant' }, startsAt: { field: 'aware_at' }, appliesTo: whereHolds(({ role }) => role === 'processor'),
    // The law says without undue delay; how soon is a matter of policy and agreement.
    term: { parameter: 'processor_breach_notice', fallback: elapsed('PT24H'), regime: 'own', citation: 'art. 33 lid 2 AVG' }, endsBy: { verbs: ['tell_controller'], field: 'controller_told_at' },
  },
  processor_notice: {
    words: { nl: 'De verwerker meldt het aan ons', en: 'The processor reports it to us' }, startsAt: { field: 'discovered_at' }, appliesTo: whereHolds(({ channel, role }) => channel === 'processor' && role !== 'processor'),
    term: { parameter: 'processor_breach_notice', fallback: elapsed('PT24H'), regime: 'own', citation: 'art. 33 lid 2 AVG' }, endsBy: { field: 'received_at' },
  },
  weigh: {
    words: { nl: 'Onderzoeken en wegen', en: 'Investigate and weigh' }, startsAt: { field: 'aware_at' }, term: { fallback: elapsed('PT24H'), regime: 'own', citation: 'eigen beleid' }, endsBy: { verbs: ['weigh'], field: 'weighed_at', statuses: ['handled', 'evaluated'] },
  },
  inform: {
    words: { nl: 'Mensen inlichten', en: 'Inform people' }, startsAt: { field: 'inform_decided_at' }, appliesTo: whereHolds(({ inform_decision }) => inform_decision === 'inform'),
    // The law says without undue delay; a day after the decision is our own pace.
    term: { fallback: elapsed('PT24H'), regime: 'own', citation: 'art. 34 lid 1 AVG' }, endsBy: { verbs: ['inform'], field: 'informed_at' },
  },
  cyber_warning: {
    words: { nl: 'Vroege waarschuwing (Cyberbeveiligingswet)', en: 'Early warning (Cyber Security Act)' }, startsAt: { field: 'aware_at' }, appliesTo: whereHolds(isCyber),
    term: { fallback: elapsed('PT24H'), regime: 'dutch', citation: 'art. 26 lid 1 Cbw' }, endsBy: { field: 'cyber_warned_at' },
  },
  cyber_report: {
    words: { nl: 'Incident melden (Cyberbeveiligingswet)', en: 'Report the incident (Cyber Security Act)' }, startsAt: { field: 'aware_at' }, appliesTo: whereHolds(isCyber),
    term: { fallback: elapsed('PT72H'), regime: 'dutch', citation: 'art. 27 lid 1 Cbw' }, endsBy: { field: 'cyber_reported_at' },
  },
  cyber_final: {
    words: { nl: 'Eindverslag (Cyberbeveiligingswet)', en: 'Final report (Cyber Security Act)' }, startsAt: { field: 'cyber_reported_at' }, appliesTo: whereHolds(isCyber),
    term: { fallback: { duration: 'P1M', clock: 'calendar' }, regime: 'dutch', citation: 'art. 29 Cbw' }, endsBy: { field: 'cyber_closed_at' },
  },
  evaluate: {
    words: { nl: 'Evalueren', en: 'Evaluate' }, startsAt: { field: 'report_settled_at' }, term: { fallback: { duration: 'P1M', clock: 'calendar' }, regime: 'own', citation: 'eigen beleid' }, endsBy: { verbs: ['evaluate'], field: 'evaluated_at' },
  },
}
