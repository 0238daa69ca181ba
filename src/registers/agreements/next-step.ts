// Next step: the one thing that an agreement waits for now, while it is being made and at its end. Pure.
import type { Words } from '../../ground/words.ts'
import type { AgreementInput } from './rules-shape.ts'

/** `text`: done on the page of the text; otherwise a step of the lifecycle. */
export type NextStep = { readonly by: 'text' | 'send_out' | 'take_answer' | 'submit' | 'sign_ours' | 'sign_theirs' | 'activate' | 'record_return'; readonly words: Words }
/** Numbers of versions: the last that was made, and the last that went to the processor. */
export type MadeAndSent = { readonly made: number | undefined; readonly sent: number | null | undefined }

/** `stage`: of the agreement, or of the change that is proposed to it. Undefined where nothing waits. */
export function nextStepOf(stage: 'draft' | 'in_review' | 'active' | 'ended', input: AgreementInput, { made, sent }: MadeAndSent): NextStep | undefined {
  if (stage === 'draft') return whileDrafted(input, made, sent)
  if (stage === 'in_review') {
    if (input.own_signed_on === null && input.signed_on === null) return { by: 'sign_ours', words: { nl: 'Laat de overeenkomst toetsen en tekenen. Leg eerst onze handtekening vast.', en: 'Have the agreement tested and signed. First record our signature.' } }
    if (input.their_signed_on === null && input.is_signed_by_both !== true) return { by: 'sign_theirs', words: { nl: 'Leg de handtekening van de verwerker vast, en voeg het getekende bestand toe bij de bijlagen.', en: 'Record the processor’s signature, and add the signed file to the attachments.' } }
    return { by: 'activate', words: { nl: 'Beide partijen tekenden. Na de toets kan de overeenkomst van kracht worden.', en: 'Both parties signed. After the test the agreement can come into force.' } }
  }
  if (input.return_asked_on !== null && input.returned_on === null) return { by: 'record_return', words: { nl: 'De gegevens zijn teruggevraagd. Leg vast wat de verwerker teruggaf of vernietigde, met zijn verslag.', en: 'The data were asked back. Record what the processor returned or destroyed, with its report.' } }
  return undefined
}

function whileDrafted({ model, processor, negotiation }: AgreementInput, made: number | undefined, sent: number | null | undefined): NextStep | undefined {
  if (processor === null) return undefined
  if (negotiation === 'with_processor') return { by: 'take_answer', words: { nl: 'De tekst ligt bij de verwerker. Antwoordt hij in zijn portaal, dan staat het hier vanzelf; anders legt u het zelf vast.', en: 'The text is with the processor. If it answers in its portal it shows here by itself; otherwise you record it.' } }
  if (negotiation === 'agreed') return { by: 'submit', words: { nl: 'De verwerker is akkoord. Bied de overeenkomst ter toetsing aan.', en: 'The processor agrees. Submit the agreement for testing.' } }
  if (model === 'processor') return { by: 'send_out', words: { nl: 'Overleg met de verwerker over zijn model.', en: 'Talk with the processor about its model.' } }
  if (made === undefined) return { by: 'text', words: { nl: 'De tekst komt uit uw registers. Lees haar na, pas aan wat anders moet, en maak een versie.', en: 'The text comes from your registers. Read it, reword what must differ, and make a version.' } }
  if (negotiation === 'remarks' && made === sent) return { by: 'text', words: { nl: 'De verwerker had opmerkingen. Pas de tekst aan en maak een nieuwe versie.', en: 'The processor had remarks. Reword the text and make a new version.' } }
  return { by: 'send_out', words: { nl: `Stuur versie ${made} naar de verwerker.`, en: `Send version ${made} to the processor.` } }
}
