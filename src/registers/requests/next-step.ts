// Next step: what a request waits for now, said to whoever handles it, and the step that does it. Pure.
import type { Words } from '../../ground/words.ts'
import { rightOf } from './rights.ts'
import type { RequestInput } from './step-kit.ts'

/** `verb`: the step of the lifecycle; `decide` has a page of its own. */
export type NextStep = { readonly verb: string; readonly words: Words }

export function nextStepOf(status: string, input: RequestInput, isSuspended: boolean): NextStep | undefined {
  if (isSuspended) return { verb: 'add_information', words: { nl: 'Wacht op antwoord van de persoon; de termijn staat stil. Is het er? Leg het vast.', en: 'Wait for an answer of the person; the term stands still. Is it there? Record it.' } }
  switch (status) {
    case 'received': return { verb: 'identify', words: { nl: 'Kijk eerst wie dit vraagt. Zonder dat begint u er niet aan.', en: 'First see who asks this. Without that you don’t begin.' } }
    case 'identified': return { verb: 'scope', words: { nl: 'Schrijf op waar het precies over gaat en wie het doet.', en: 'Write down what it is about exactly, and who does it.' } }
    case 'scoped': return input.right !== null && rightOf(input.right).collects
      ? { verb: 'collect', words: { nl: 'Haal de gegevens op bij afdelingen, verwerkers en deelnemers.', en: 'Collect the data from departments, processors and participants.' } }
      : { verb: 'decide', words: { nl: 'Weeg het verzoek en neem een besluit.', en: 'Weigh the request and take a decision.' } }
    case 'collecting': return { verb: 'decide', words: { nl: 'Is alles binnen? Neem dan een besluit.', en: 'Is everything in? Then take a decision.' } }
    case 'decided': return { verb: 'send_answer', words: { nl: 'Schrijf het antwoord, verstuur het en leg dat vast. De termijn loopt tot het verstuurd is.', en: 'Write the answer, send it and record that. The term runs until it was sent.' } }
    case 'answered': return mustTell(input) ? { verb: 'tell_recipients', words: { nl: 'Licht in wie de gegevens eerder kreeg (art. 19 AVG).', en: 'Tell whoever got the data earlier (art. 19 GDPR).' } } : { verb: 'close', words: { nl: 'Alles is gedaan: rond het verzoek af.', en: 'All is done: close the request.' } }
    case 'told': return { verb: 'close', words: { nl: 'Alles is gedaan: rond het verzoek af.', en: 'All is done: close the request.' } }
    default: return undefined
  }
}

export function mustTell({ right, outcome }: RequestInput): boolean {
  return (outcome === 'granted' || outcome === 'partial') && right !== null && rightOf(right).tellsRecipients
}
