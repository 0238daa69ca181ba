// Answer history: how the history of a case names what happened to its answers from the access log (past participles).
import type { Words } from '../../ground/words.ts'

export const answerHistory: Readonly<Record<string, Words>> = {
  log_answer: { nl: 'antwoord uit het logboek gemaakt', en: 'answer from the log made' }, log_answer_again: { nl: 'antwoord uit het logboek verbeterd', en: 'answer from the log corrected' },
  log_answer_read: { nl: 'antwoord uit het logboek gelezen door de persoon', en: 'answer from the log read by the person' },
}
