// Rules on the weighing of a breach and on what was decided and told: in time, by two people, on a right ground, and never late without a reason (art. 33 en 34 AVG).
import type { Rule } from '../../register-kit/rules.ts'
import { isReportLate } from './may-decide.ts'
import { isSuspected, type JudgedInput, passed } from './rule-kit.ts'
import { severityOfBreach } from './severity.ts'

export const decisionRules = {
  'not-weighed': {
    field: 'weighed_at', severity: 'serious', citation: 'art. 33 lid 1 AVG', norms: ['H-37', 'M-15', 'N-50'],
    words: { nl: 'Dit is twee dagen bekend en nog niet gewogen.', en: 'This has been known for two days and wasn’t weighed yet.' }, advice: { nl: 'Kies “Wegen”: zonder weging kan niemand besluiten.', en: 'Choose “Weigh”: without it nobody can decide.' },
    finds: (input, { today }) => isSuspected(input) && input.weighed_at === null && passed(input.aware_at, 1, today),
  },
  'weighed-lower': {
    field: 'risk', severity: 'attention', citation: 'art. 33 lid 1 AVG', norms: ['H-37'],
    words: { nl: 'Uw conclusie is lager dan de ernst die de methode van ENISA geeft.', en: 'Your conclusion is lower than the severity that ENISA’s method gives.' }, advice: { nl: 'Dat kan, als uw redenen het dragen. Laat de FG meekijken.', en: 'That is possible, if your reasons carry it. Have the DPO look along.' },
    finds: (input) => {
      const { level } = severityOfBreach(input)
      return input.protection !== 'yes' && ((input.risk === 'unlikely' && level !== null && level !== 'low') || (input.risk === 'risk' && level === 'very_high'))
    },
  },
  'report-overdue': {
    field: 'notified_at', severity: 'serious', citation: 'art. 33 lid 1 AVG', norms: ['H-37', 'M-15'],
    words: { nl: 'De 72 uur zijn voorbij, en er is niet gemeld of besloten dat het niet hoeft.', en: 'The 72 hours have passed, and it was neither reported nor decided that it isn’t due.' }, advice: { nl: 'Meld vandaag wat u weet, met de reden van de vertraging. Aanvullen kan later (art. 33 lid 4 AVG).', en: 'Report today what you know, with the reason of the delay. You can add to it later (art. 33(4) GDPR).' },
    finds: (input, { today }) => isSuspected(input) && input.role !== 'processor' && input.regime !== 'wpg' && input.report_settled_at === null && passed(input.aware_at, 3, today),
  },
  'delay-reason-missing': {
    field: 'delay_reason', severity: 'serious', citation: 'art. 33 lid 1 AVG', norms: ['M-15'],
    words: { nl: 'Er is later dan 72 uur gemeld, zonder reden.', en: 'It was reported later than 72 hours, without a reason.' }, advice: { nl: 'Schrijf op waarom het later werd.', en: 'Write down why it was later.' },
    finds: (input) => isReportLate(input) && input.delay_reason === null,
  },
  'risk-not-reported': {
    field: 'report_decision', severity: 'serious', citation: 'art. 33 lid 1 AVG', norms: ['H-37', 'P-15'],
    words: { nl: 'Er is een risico voor mensen, en toch is besloten niet te melden.', en: 'There is a risk to people, and yet it was decided not to report.' }, advice: { nl: 'Meld het, of weeg opnieuw.', en: 'Report it, or weigh anew.' },
    finds: ({ risk, report_decision, report_ground }) => report_decision === 'not_report' && report_ground !== 'reported_by_other' && (risk === 'risk' || risk === 'high'),
  },
  'wrong-ground': {
    field: 'report_ground', severity: 'serious', citation: 'art. 33 lid 1 AVG', norms: ['P-15'],
    words: { nl: 'Dat er geen bijzondere gegevens bij zijn, is geen grond om niet te melden.', en: 'That no special data are involved is no ground for not reporting.' }, advice: { nl: 'De wet vraagt te melden, tenzij een risico voor mensen niet waarschijnlijk is. Weeg dat, en besluit opnieuw.', en: 'The law asks to report, unless a risk to people is unlikely. Weigh that, and decide anew.' },
    finds: ({ report_decision, report_ground }) => report_decision === 'not_report' && report_ground === 'no_special_data',
  },
  'report-reasons-missing': {
    field: 'report_reasons', severity: 'serious', citation: 'art. 33 lid 5 AVG', norms: ['N-50', 'H-37'],
    words: { nl: 'Er staat niet waarom niet is gemeld.', en: 'It doesn’t say why it wasn’t reported.' }, advice: { nl: 'Schrijf op waarom een risico niet waarschijnlijk is.', en: 'Write down why a risk is unlikely.' },
    finds: ({ report_decision, report_reasons }) => report_decision === 'not_report' && report_reasons === null,
  },
  'second-person-missing': {
    field: 'confirmed_by', severity: 'serious', citation: 'art. 24 lid 1 en art. 33 lid 5 AVG', norms: ['N-50'],
    words: { nl: 'Er is besloten niet te melden, en geen tweede persoon keek ernaar.', en: 'It was decided not to report, and no second person looked at it.' }, advice: { nl: 'Laat een collega oordelen met “Oordeel als tweede persoon”.', en: 'Have a colleague judge with “Judge as second person”.' },
    finds: ({ report_decision, confirmed_by, report_decided_by }) => report_decision === 'not_report' && (confirmed_by === null || confirmed_by === report_decided_by),
  },
  'high-risk-not-informed': {
    field: 'informed_at', severity: 'serious', citation: 'art. 34 lid 1 AVG', norms: ['M-15', 'P-16', 'N-50'],
    words: { nl: 'Het risico is hoog, en de mensen zijn niet ingelicht.', en: 'The risk is high, and the people weren’t informed.' }, advice: { nl: 'Besluit met “Besluiten over inlichten”, en licht hen zo snel mogelijk in.', en: 'Decide with “Decide on informing”, and inform them as soon as possible.' },
    finds: (input) => input.risk === 'high' && input.role !== 'processor' && input.informed_at === null && !(input.inform_decision === 'not_inform' && input.inform_exception !== null && input.inform_exception !== 'no_high_risk'),
  },
  'inform-decision-missing': {
    field: 'inform_decision', severity: 'attention', citation: 'art. 34 lid 1 AVG', norms: ['P-16', 'N-50'],
    words: { nl: 'Er is nog niet besloten of u mensen inlicht.', en: 'It wasn’t decided yet whether you inform people.' }, advice: { nl: 'Kies “Besluiten over inlichten”. De melder hoort het ook.', en: 'Choose “Decide on informing”. The reporter hears it too.' },
    finds: (input) => input.risk !== null && input.risk !== 'unlikely' && input.role !== 'processor' && input.inform_decision === null,
  },
  'draft-not-checked': {
    field: 'checks', severity: 'attention', citation: 'art. 5 lid 1 onder d AVG', norms: ['N-50'],
    words: { nl: 'De melder of leidinggevende zag het concept nog niet, of het klopte niet.', en: 'The reporter or manager hasn’t seen the draft yet, or it wasn’t right.' }, advice: { nl: 'Kies “Concept laten nakijken”, en leg vast wat zij ervan vonden.', en: 'Choose “Have the draft checked”, and record what they thought of it.' },
    finds: ({ report_decision, notified_at, checks }) => report_decision === 'report' && notified_at === null && checks.at(-1)?.is_right !== true,
  },
  'dilemma-open': {
    field: 'dilemma_outcome', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['H-63'],
    words: { nl: 'Een twijfel is voorgelegd, en de uitkomst staat er niet.', en: 'A dilemma was put to others, and the outcome isn’t there.' }, advice: { nl: 'Schrijf de uitkomst op bij “Twijfel voorleggen”.', en: 'Write down the outcome at “Put a dilemma to others”.' },
    finds: ({ dilemma, dilemma_outcome }) => dilemma !== null && dilemma_outcome === null,
  },
} satisfies Record<string, Rule<JudgedInput>>
