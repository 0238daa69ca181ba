// Next step: the one thing that a breach waits for now, and the step by which it is done. Pure.
import type { Words } from '../../ground/words.ts'
import type { BreachInput } from './step-kit.ts'

export type NextStep = { readonly verb: string; readonly words: Words }

/** Undefined for what has ended. */
export function nextStepOf(status: string, input: BreachInput): NextStep | undefined {
  const isProcessor = input.role === 'processor'
  switch (status) {
    case 'reported': return { verb: 'assess', words: { nl: 'Beoordeel of dit een datalek is. Bij twijfel behandelt u het als datalek.', en: 'Judge whether this is a breach. When in doubt, handle it as one.' } }
    case 'investigating':
      if (isProcessor && input.controller_told_at === null) return { verb: 'tell_controller', words: { nl: 'U bent verwerker: vertel het de verantwoordelijke zo snel mogelijk.', en: 'You are the processor: tell the controller as soon as possible.' } }
      if (input.containment === null) return { verb: 'contain', words: { nl: 'Beperk eerst de schade, en schrijf op wat u deed.', en: 'Limit the damage first, and write down what you did.' } }
      return { verb: 'weigh', words: { nl: 'Zoek de feiten uit en weeg hoe ernstig het is.', en: 'Find the facts and weigh how grave it is.' } }
    case 'weighed':
      if (isProcessor) return { verb: 'tell_controller', words: { nl: 'U bent verwerker: vertel het de verantwoordelijke. Die meldt.', en: 'You are the processor: tell the controller, who reports.' } }
      return { verb: 'decide_report', words: { nl: 'Besluit of u meldt aan de AP. Het advies van de FG hoort erbij; het besluit is van wie het mandaat heeft.', en: 'Decide whether to report to the authority. The DPO’s advice belongs to it; the decision is for whoever has the mandate.' } }
    case 'unconfirmed': return { verb: 'second_look', words: { nl: 'Een tweede persoon kijkt naar het besluit om niet te melden. Tot dan loopt de klok door.', en: 'A second person looks at the decision not to report. Until then the clock runs on.' } }
    case 'to_report':
      if (input.draft_sent_at === null) return { verb: 'send_draft', words: { nl: 'Laat melder en leidinggevende het concept nakijken. Is er geen tijd meer? Meld dan eerst en vul later aan.', en: 'Have reporter and manager check the draft. Is time up? Then report first and add to it later.' } }
      return { verb: 'notify_authority', words: { nl: 'Meld aan de AP: neem het overneemblad over op het formulier, en leg vast wanneer u meldde.', en: 'Report to the authority: copy the sheet onto its form, and record when you reported.' } }
    case 'handled':
      if (!isProcessor && input.risk === 'high' && input.inform_decision === null) return { verb: 'decide_inform', words: { nl: 'Het risico is hoog: besluit of u mensen inlicht.', en: 'The risk is high: decide whether to inform people.' } }
      if (!isProcessor && input.inform_decision === 'inform' && input.informed_at === null) return { verb: 'inform', words: { nl: 'Licht de mensen in, zo snel mogelijk.', en: 'Inform the people, as soon as possible.' } }
      return { verb: 'evaluate', words: { nl: 'Evalueer: hoe voorkomt u herhaling?', en: 'Evaluate: how do you prevent repetition?' } }
    case 'evaluated': return { verb: 'close', words: { nl: 'Alles gedaan? Sluit het datalek dan af.', en: 'Everything done? Then close the breach.' } }
    default: return undefined
  }
}
