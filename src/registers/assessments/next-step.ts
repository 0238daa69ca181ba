// Next step: the one thing that an assessment waits for now, and the step by which it is done. Pure.
import type { Words } from '../../ground/words.ts'
import type { AssessmentInput } from './declaration.ts'

/** `canWait`: its term runs for years, so nothing presses. */
export type NextStep = { readonly verb: string; readonly words: Words; readonly canWait?: true }

/** Undefined for what has ended. */
export function nextStepOf(status: string, input: AssessmentInput): NextStep | undefined {
  switch (status) {
    case 'asked': return { verb: 'begin', words: { nl: 'Kies eigenaar, verwerking en team, en begin.', en: 'Choose owner, activity and team, and begin.' } }
    case 'filling':
      if (input.kind === 'pre_dpia') return { verb: 'ask_advice', words: { nl: 'Beantwoord de vragen, en vraag dan advies aan de privacybeheerder of de FG.', en: 'Answer the questions, and then ask the privacy manager or the DPO for advice.' } }
      if (input.kind === 'purchase') return { verb: 'ask_advice', words: { nl: 'Leg de eisen vast, en vraag dan advies.', en: 'Record the requirements, and then ask for advice.' } }
      return { verb: 'go_on', words: { nl: 'Beantwoord de vragen. Daarna komen de risico’s.', en: 'Answer the questions. After that come the risks.' } }
    case 'weighing':
      if (input.subjects_asked === null) return { verb: 'consult', words: { nl: 'Vraag betrokkenen naar hun mening, of leg vast waarom niet.', en: 'Ask data subjects for their views, or record why not.' } }
      if (input.staff_watched === null || (input.staff_watched && input.council_decision === null)) return { verb: 'council', words: { nl: 'Leg vast of medewerkers worden gevolgd, en wat de ondernemingsraad zegt.', en: 'Record whether employees are watched, and what the works council says.' } }
      return { verb: 'ask_advice', words: { nl: 'Weeg de risico’s vóór en na maatregelen, en vraag dan advies aan de FG.', en: 'Weigh the risks before and after measures, and then ask the DPO for advice.' } }
    case 'at_adviser': return { verb: input.kind === 'dpia' || input.kind === 'iama' ? 'advise' : 'advise_beforehand', words: { nl: 'Wacht op advies.', en: 'Waits for advice.' } }
    case 'advised': return { verb: 'answer_advice', words: { nl: 'De eigenaar antwoordt op het advies: volgen, of afwijken met redenen.', en: 'The owner answers the advice: follow it, or deviate with reasons.' } }
    case 'deciding': return { verb: input.kind === 'pre_dpia' ? 'decide_outcome' : input.kind === 'purchase' ? 'set_requirements' : 'adopt', words: { nl: 'De eigenaar besluit namens de verwerkingsverantwoordelijke.', en: 'The owner decides in the name of the controller.' } }
    case 'consulting':
      return input.authority_asked_on === null ? { verb: 'ask_authority', words: { nl: 'Er blijft een hoog risico: raadpleeg de AP. De verwerking wacht.', en: 'A high risk stays: consult the authority. The processing waits.' } }
        : { verb: 'authority_answers', words: { nl: 'De AP is geraadpleegd. De verwerking wacht op haar antwoord.', en: 'The authority was consulted. The processing waits for its answer.' } }
    case 'carrying_out': return { verb: 'finish_actions', words: { nl: 'Voer de acties uit. Zij staan als taken bij wie ze doet.', en: 'Carry out the actions. They stand as tasks with whoever does them.' } }
    case 'testing': return { verb: 'test_actions', words: { nl: 'De FG toetst de acties, de werkwijze en de resultaten.', en: 'The DPO tests the actions, the procedure and the results.' } }
    case 'concluded': return input.kind === 'purchase' ? undefined : { verb: 'review', canWait: true, words: { nl: 'Bekijk de toets op tijd opnieuw, en meteen als doel of techniek verandert.', en: 'Look at the assessment again in time, and at once if purpose or technology changes.' } }
    default: return undefined
  }
}
