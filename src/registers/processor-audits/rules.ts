// Rules on audits at processors: announced, once a year at most unless there is cause, a rule for the cost, and recommendations with a term that is kept (art. 28 lid 3 onder h AVG; N-42, M-08).
import { dayAfter } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'

export type AuditInput = InputOf<typeof fields>
export type AuditPoint = AuditInput['points'][number]

/** A paper that is looked at needs no announcement. */
const isVisit = ({ manner }: Pick<AuditInput, 'manner'>) => manner === 'own' || manner === 'independent'
const named = <R>(rows: readonly R[], name: (row: R) => string | null, holds: (row: R) => boolean) =>
  rows.flatMap((row, index) => holds(row) ? [name(row)?.slice(0, 120) ?? t(`rij ${index + 1}`, `row ${index + 1}`)] : [])

export const auditRules = {
  'processor-missing': {
    field: 'processor', severity: 'serious', citation: 'art. 28 lid 3 onder h AVG', norms: ['N-42', 'M-08'],
    words: { nl: 'Er staat niet bij welke verwerker deze audit is.', en: 'It doesn’t say at which processor this audit is.' }, advice: { nl: 'Kies de verwerker.', en: 'Choose the processor.' },
    finds: ({ processor }) => processor === null,
  },
  'manner-missing': {
    field: 'manner', severity: 'attention', citation: 'art. 28 lid 3 onder h AVG', norms: ['N-42', 'M-08'],
    words: { nl: 'Er staat niet hoe of door wie de audit wordt gedaan.', en: 'It doesn’t say how or by whom the audit is done.' }, advice: { nl: 'Kies: wijzelf, een onafhankelijke partij, of een verklaring.', en: 'Choose: ourselves, an independent party, or a statement.' },
    finds: ({ manner }) => manner === null,
  },
  'not-announced': {
    field: 'announced_on', severity: 'serious', citation: 'art. 28 lid 3 onder h AVG', norms: ['N-42'],
    words: { nl: 'De audit is niet vooraf schriftelijk aangekondigd.', en: 'The audit wasn’t announced in writing beforehand.' }, advice: { nl: 'Kondig een audit altijd eerst aan, met een termijn.', en: 'Always announce an audit first, with a term.' },
    finds: (audit) => isVisit(audit) && audit.held_on !== null && (audit.announced_on === null || audit.announced_on >= audit.held_on),
  },
  'too-soon': {
    field: 'cause', severity: 'attention', citation: 'art. 28 lid 3 onder h AVG', norms: ['N-42'],
    words: { nl: 'Er was in het jaar hiervoor al een audit, en er staat geen aanleiding voor een nieuwe.', en: 'There was an audit in the year before, and no cause is given for another.' },
    advice: { nl: 'Schrijf op wat de aanleiding is, of kies een latere dag.', en: 'Write down the cause, or choose a later day.' },
    finds: (audit, { ownFact }) => isVisit(audit) && audit.cause === null && isWithinYear(ownFact?.('previous-audit'), audit.held_on ?? audit.planned_on),
  },
  'cost-rule-missing': {
    field: 'cost_rule', severity: 'attention', citation: 'art. 28 lid 3 onder h AVG', norms: ['N-42'],
    words: { nl: 'Er staat niet wie de audit betaalt.', en: 'It doesn’t say who pays for the audit.' }, advice: { nl: 'Neem de regel uit de overeenkomst over.', en: 'Copy the rule from the agreement.' },
    finds: (audit) => isVisit(audit) && audit.cost_rule === null,
  },
  'question-unanswered': {
    field: 'questions', severity: 'attention', citation: 'art. 28 lid 3 onder h AVG', norms: [],
    words: { nl: 'De verwerker heeft deze vraag nog niet beantwoord.', en: 'The processor hasn’t answered this question yet.' }, advice: { nl: 'Vraag de verwerker om een antwoord; hij moet alle informatie geven die nodig is.', en: 'Ask the processor for an answer; it must give all information that is needed.' },
    finds: ({ questions, planned_on }, { today }) => planned_on !== null && planned_on < today && named(questions, ({ question }) => question, ({ question, answer }) => question !== null && answer === null),
  },
  'conclusion-missing': {
    field: 'conclusion', severity: 'attention', citation: 'art. 5 lid 2 AVG', norms: ['M-08'],
    words: { nl: 'De audit is gehouden, maar er staat geen oordeel.', en: 'The audit was held, but there is no conclusion.' }, advice: { nl: 'Kies het oordeel.', en: 'Choose the conclusion.' },
    finds: ({ held_on, conclusion }) => held_on !== null && conclusion === null,
  },
  'recommendation-missing': {
    field: 'points', severity: 'attention', citation: 'art. 28 lid 3 onder h AVG', norms: ['N-42'],
    words: { nl: 'Bij deze bevinding staat geen aanbeveling.', en: 'There is no recommendation with this finding.' }, advice: { nl: 'Schrijf op wat de verwerker moet doen.', en: 'Write down what the processor must do.' },
    finds: ({ points }) => named(points, ({ finding }) => finding, ({ recommendation }) => recommendation === null),
  },
  'term-missing': {
    field: 'points', severity: 'attention', citation: 'art. 28 lid 3 onder h AVG', norms: ['N-42'],
    words: { nl: 'Deze aanbeveling heeft geen termijn.', en: 'This recommendation has no term.' }, advice: { nl: 'Spreek een dag af.', en: 'Agree on a day.' },
    finds: ({ points }) => named(points, ({ recommendation }) => recommendation, ({ recommendation, due_on, done_on }) => recommendation !== null && due_on === null && done_on === null),
  },
  'recommendation-late': {
    field: 'points', severity: 'serious', citation: 'art. 28 lid 3 onder h en art. 32 AVG', norms: ['N-42', 'M-08'],
    words: { nl: 'Deze aanbeveling is niet op tijd opgevolgd.', en: 'This recommendation wasn’t followed up in time.' }, advice: { nl: 'Spreek de verwerker aan, en leg vast wat hij doet en wanneer.', en: 'Take it up with the processor, and record what it does and when.' },
    finds: ({ points }, { today }) => named(points, ({ recommendation, finding }) => recommendation ?? finding, ({ due_on, done_on }) => due_on !== null && due_on < today && done_on === null),
  },
} as const satisfies Readonly<Record<string, Rule<AuditInput>>>

function isWithinYear(previous: unknown, day: string | null): boolean {
  return typeof previous === 'string' && day !== null && previous > dayAfter(day, '-P1Y')
}
