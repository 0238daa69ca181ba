// Rules on instructions: each is known in writing, acknowledged and carried out in time, and one that would break the law is told at once (art. 28 lid 3 AVG; W-02).
import { dayAfter } from '../../ground/clock.ts'
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'

export type InstructionInput = InputOf<typeof fields>

export const instructionRules = {
  'participant-missing': {
    field: 'participant', severity: 'serious', citation: 'art. 28 lid 3 onder a AVG', norms: ['W-02'],
    words: { nl: 'Er staat niet van welke deelnemer deze instructie is.', en: 'It doesn’t say from which participant this instruction is.' },
    advice: { nl: 'Kies de deelnemer. Alleen wie verantwoordelijk is, geeft instructies.', en: 'Choose the participant. Only a controller gives instructions.' },
    finds: ({ participant }) => participant === null,
  },
  'text-missing': {
    field: 'instruction', severity: 'serious', citation: 'art. 28 lid 3 onder a AVG', norms: ['W-02'],
    words: { nl: 'De instructie zelf staat er niet.', en: 'The instruction itself isn’t there.' },
    advice: { nl: 'Neem de tekst over zoals de deelnemer haar gaf.', en: 'Copy the text as the participant gave it.' },
    finds: ({ instruction }) => instruction === null,
  },
  'not-in-writing': {
    field: 'confirmed_on', severity: 'serious', citation: 'art. 28 lid 3 onder a AVG', norms: ['W-02'],
    words: { nl: 'Deze instructie is niet op papier gezet.', en: 'This instruction wasn’t put in writing.' },
    advice: { nl: 'Laat de deelnemer haar schriftelijk bevestigen, en vul de datum in.', en: 'Have the participant confirm it in writing, and fill in the date.' },
    finds: ({ means, confirmed_on }) => (means === 'spoken' || means === 'meeting') && confirmed_on === null,
  },
  'source-missing': {
    field: 'given_by', severity: 'attention', citation: 'art. 28 lid 3 onder a AVG', norms: ['W-02'],
    words: { nl: 'Er staat niet van wie en hoe deze instructie kwam.', en: 'It doesn’t say from whom and how this instruction came.' },
    advice: { nl: 'Vul de functie bij de deelnemer in, wanneer de instructie kwam en hoe.', en: 'Fill in the function at the participant, when the instruction came and how.' },
    finds: ({ given_by, means, received_on }) => given_by === null || means === null || received_on === null,
  },
  'about-missing': {
    field: 'service', severity: 'attention', citation: 'art. 30 lid 2 onder b AVG', norms: ['W-02'],
    words: { nl: 'Er staat niet bij welke dienst of verwerking deze instructie hoort.', en: 'It doesn’t say to which service or processing activity this instruction belongs.' },
    advice: { nl: 'Kies de dienst, of de verwerking uit uw register.', en: 'Choose the service, or the processing activity from your register.' },
    finds: ({ service, processing }) => service === null && processing === null,
  },
  'beyond-service': {
    field: 'service', severity: 'attention', citation: 'art. 28 lid 3 onder a AVG', norms: ['W-02'],
    words: { nl: 'Deze deelnemer neemt de dienst niet af.', en: 'This participant doesn’t take the service.' },
    advice: { nl: 'Kies een andere dienst, of zet de deelnemer bij de dienst met zijn overeenkomst.', en: 'Choose another service, or add the participant to the service with its agreement.' },
    finds: (_instruction, { ownFact }) => ownFact?.('service-not-taken') === true,
  },
  'acknowledgement-late': {
    field: 'acknowledged_on', severity: 'attention', citation: 'art. 28 lid 3 onder a AVG', norms: ['W-02'],
    words: { nl: 'Deze instructie is na een week nog niet bevestigd.', en: 'This instruction hasn’t been acknowledged after a week.' },
    advice: { nl: 'Bevestig haar aan de deelnemer, of zeg dat zij volgens u niet mag.', en: 'Acknowledge it to the participant, or say that you think it isn’t allowed.' },
    finds: ({ received_on, acknowledged_on, objected_on }, { today }) => received_on !== null && acknowledged_on === null && objected_on === null && received_on < dayAfter(today, '-P7D'),
  },
  'carrying-out-late': {
    field: 'due_on', severity: 'serious', citation: 'art. 28 lid 3 onder a AVG', norms: ['W-02'],
    words: { nl: 'Deze instructie had al uitgevoerd moeten zijn.', en: 'This instruction should have been carried out by now.' },
    advice: { nl: 'Voer haar uit en leg vast waaruit dat blijkt, of spreek met de deelnemer een andere dag af.', en: 'Carry it out and record the proof, or agree on another day with the participant.' },
    finds: (instruction, { today }) => instruction.due_on !== null && instruction.due_on < today && instruction.carried_out_on === null && !isWaiting(instruction),
  },
  'objection-not-told': {
    field: 'objection_told_on', severity: 'serious', citation: 'art. 28 lid 3 AVG', norms: ['W-02'],
    words: { nl: 'De deelnemer weet nog niet dat deze instructie volgens u niet mag.', en: 'The participant doesn’t know yet that you think this instruction isn’t allowed.' },
    advice: { nl: 'Vertel dat meteen, en vul in wanneer u dat deed.', en: 'Tell this at once, and fill in when you did.' },
    finds: (instruction) => isWaiting(instruction) && instruction.objection_told_on === null,
  },
  'objection-unanswered': {
    field: 'objection_answered_on', severity: 'attention', citation: 'art. 28 lid 3 AVG', norms: ['W-02'],
    words: { nl: 'De deelnemer heeft na twee weken nog niet op uw bezwaar geantwoord.', en: 'After two weeks the participant hasn’t answered your objection.' },
    advice: { nl: 'Vraag de deelnemer wat er met de instructie moet gebeuren. Tot dan wacht zij.', en: 'Ask the participant what is to become of the instruction. Until then it waits.' },
    finds: (instruction, { today }) => isWaiting(instruction) && instruction.objected_on! < dayAfter(today, '-P14D'),
  },
} satisfies Record<string, Rule<InstructionInput>>

/** The processor said that it infringes the law, and the participant hasn't answered: it waits (art. 28 lid 3 AVG). */
export function isWaiting({ objected_on, objection_answered_on }: Pick<InstructionInput, 'objected_on' | 'objection_answered_on'>): boolean {
  return objected_on !== null && objection_answered_on === null
}
