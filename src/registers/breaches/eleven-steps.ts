// Eleven steps: the procedure for breaches as the division of tasks has it, and how far one breach is in each (H-53, bijlage 1.4). Pure.
import type { Words } from '../../ground/words.ts'
import type { BreachInput } from './step-kit.ts'

export type StepState = 'done' | 'current' | 'todo'
export type ProcedureStep = { readonly key: string; readonly words: Words; readonly state: StepState; readonly note?: Words }

type Declared = { readonly key: string; readonly words: Words; isDone(input: BreachInput, status: string): boolean; note?(input: BreachInput): Words | undefined }

/** By the fixed keys of the register of responsibilities. */
const procedure: readonly Declared[] = [
  { key: 'find-facts', words: { nl: 'Feiten verzamelen en opschrijven', en: 'Gather the facts and write them down' }, isDone: ({ judgement, cause, data_categories }) => judgement !== null && cause !== null && data_categories.length > 0 },
  { key: 'analyse', words: { nl: 'Het lek analyseren', en: 'Analyse the breach' }, isDone: ({ weighed_at }) => weighed_at !== null },
  { key: 'advise-breach', words: { nl: 'Advies geven over het lek', en: 'Advise on the breach' }, isDone: ({ advice }) => advice !== null },
  {
    key: 'settle-dilemmas', words: { nl: 'Twijfel bespreken met eigenaar, directie en bestuurder', en: 'Discuss dilemmas with owner, directors and portfolio holder' }, isDone: ({ dilemma, dilemma_outcome, report_settled_at }) => dilemma_outcome !== null || (dilemma === null && report_settled_at !== null),
    note: ({ dilemma }) => dilemma === null ? { nl: 'Alleen als er twijfel is.', en: 'Only if there is a dilemma.' } : undefined,
  },
  { key: 'write-report', words: { nl: 'Het verslag van het datalek maken en versturen', en: 'Write and send the report on the breach' }, isDone: ({ draft_sent_at, report_decision }) => draft_sent_at !== null || report_decision === 'not_report' },
  { key: 'consult-management', words: { nl: 'Lek en uitkomst bespreken met de directie', en: 'Discuss breach and outcome with the directors' }, isDone: ({ directors_told_at }) => directors_told_at !== null },
  { key: 'check-report', words: { nl: 'Het verslag controleren', en: 'Check the report' }, isDone: ({ checks, report_decision, confirmed_at }) => checks.some(({ is_right }) => is_right === true) || (report_decision === 'not_report' && confirmed_at !== null) },
  {
    key: 'report-authority', words: { nl: 'Melden bij de Autoriteit Persoonsgegevens', en: 'Report to the supervisory authority' }, isDone: ({ report_settled_at, role, controller_told_at }) => report_settled_at !== null || (role === 'processor' && controller_told_at !== null),
    note: ({ role }) => role === 'processor' ? { nl: 'Bent u verwerker, dan licht u de verantwoordelijke in; die meldt.', en: 'If you are the processor, you tell the controller, who reports.' }
      : { nl: 'Namens de verantwoordelijke. De FG adviseert en kan versturen, maar besluit niet (art. 38 lid 6 AVG).', en: 'On behalf of the controller. The DPO advises and may send, but doesn’t decide (art. 38(6) GDPR).' },
  },
  { key: 'inform-subjects', words: { nl: 'Melden aan de betrokkenen', en: 'Tell the people concerned' }, isDone: ({ informed_at, inform_decision, risk, report_settled_at }) => informed_at !== null || inform_decision === 'not_inform' || (risk === 'unlikely' && report_settled_at !== null) },
  { key: 'carry-out-advice', words: { nl: 'De adviezen uit het verslag uitvoeren', en: 'Carry out the advice of the report' }, isDone: ({ measures }) => measures.length > 0 && measures.every(({ done_on }) => done_on !== null) },
  { key: 'test-advice', words: { nl: 'Toetsen of de adviezen zijn uitgevoerd', en: 'Test whether the advice was carried out' }, isDone: ({ advice_tested_at }) => advice_tested_at !== null },
]

/** In their order; the first that isn't done is the present one. */
export function stepsOf(input: BreachInput, status: string): ProcedureStep[] {
  const done = procedure.map((step) => step.isDone(input, status))
  const present = done.indexOf(false)
  return procedure.map(({ key, words, note }, index) => {
    const said = note?.(input)
    return { key, words, state: done[index] ? 'done' : index === present ? 'current' : 'todo', ...(said ? { note: said } : {}) }
  })
}
