// Rules on services: what participants take stands in the processor register, under an agreement, with its sub-processors and its security (art. 28 en art. 30 lid 2 AVG; W-05).
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule, RuleContext } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'
import type { Uncovered } from './uncovered.ts'

export type ServiceInput = InputOf<typeof fields>
type Taking = ServiceInput['participants'][number]

export const serviceRules = {
  'processing-missing': {
    field: 'processings', severity: 'serious', citation: 'art. 30 lid 2 onder b AVG', norms: ['W-05'],
    words: { nl: 'Deelnemers nemen deze dienst af, maar er hoort geen verwerking bij.', en: 'Participants take this service, but no processing activity goes with it.' },
    advice: { nl: 'Kies de verwerkingen die u voor deze dienst als verwerker doet.', en: 'Choose the processing activities that you carry out as a processor for this service.' },
    finds: (service, { today }) => takers(service, today).length > 0 && service.processings.every(({ processing }) => processing === null),
  },
  'agreement-missing': {
    field: 'participants', severity: 'serious', citation: 'art. 28 lid 3 AVG', norms: ['W-05'],
    words: { nl: 'Een deelnemer neemt deze dienst af zonder overeenkomst.', en: 'A participant takes this service without an agreement.' },
    advice: { nl: 'Sluit een verwerkersovereenkomst, en vul kenmerk en datum in.', en: 'Conclude a processor agreement, and fill in its reference and date.' },
    finds: (service, context) => named(takers(service, context.today).filter(({ agreement, agreement_on }) => agreement === null || agreement_on === null || agreement_on > context.today), context),
  },
  'agreement-over': {
    field: 'participants', severity: 'serious', citation: 'art. 28 lid 3 AVG', norms: ['W-05'],
    words: { nl: 'De overeenkomst met een deelnemer is voorbij, maar de dienst loopt door.', en: 'The agreement with a participant is over, but the service goes on.' },
    advice: { nl: 'Verleng de overeenkomst, of beëindig de dienst voor deze deelnemer.', en: 'Extend the agreement, or end the service for this participant.' },
    finds: (service, context) => named(takers(service, context.today).filter(({ agreement_until_on }) => agreement_until_on !== null && agreement_until_on < context.today), context),
  },
  'participant-not-in-processing': {
    field: 'processings', severity: 'serious', citation: 'art. 30 lid 2 onder a AVG', norms: ['W-05'],
    words: { nl: 'Een deelnemer neemt deze dienst af, maar staat bij geen van haar verwerkingen.', en: 'A participant takes this service, but stands with none of its processing activities.' },
    advice: { nl: 'Zet de deelnemer bij de verwerking, onder “Voor wie verwerken wij?”.', en: 'Add the participant to the processing activity, under “For whom do we process?”.' },
    finds: (_service, { ownFact }) => (ownFact?.('uncovered') as Uncovered | undefined)?.participants ?? false,
  },
  'processing-not-as-processor': {
    field: 'processings', severity: 'attention', citation: 'art. 28 lid 1 en art. 30 lid 2 AVG', norms: ['W-05'],
    words: { nl: 'Bij een verwerking van deze dienst bent u volgens het register geen verwerker.', en: 'In a processing activity of this service you are no processor according to the register.' },
    advice: { nl: 'Kies een andere verwerking, of pas de rol bij die verwerking aan.', en: 'Choose another processing activity, or correct the role there.' },
    finds: (_service, { ownFact }) => (ownFact?.('uncovered') as Uncovered | undefined)?.ownProcessings ?? false,
  },
  'sub-processor-without-agreement': {
    field: 'sub_processors', severity: 'serious', citation: 'art. 28 lid 4 AVG', norms: ['W-05', 'W-08'],
    words: { nl: 'Met een subverwerker van deze dienst is geen overeenkomst van kracht.', en: 'No agreement is in force with a sub-processor of this service.' },
    advice: { nl: 'Sluit een overeenkomst met dezelfde plichten als u zelf hebt.', en: 'Conclude an agreement with the same duties that you have yourself.' },
    finds: ({ sub_processors }, { fact, label }) => sub_processors.flatMap(({ processor }) => processor !== null && fact?.('processors', processor, 'agreements') === 0 ? [label?.('processors', processor) ?? ''] : []),
  },
  'security-unknown': {
    field: 'security_level', severity: 'attention', citation: 'art. 30 lid 2 onder d en art. 32 lid 1 AVG', norms: ['W-05'],
    words: { nl: 'Er staat niet hoe deze dienst is beveiligd.', en: 'It doesn’t say how this service is secured.' },
    advice: { nl: 'Kies het niveau en de maatregelen.', en: 'Choose the level and the measures.' },
    finds: ({ security_level, measures }) => security_level === null || measures.length === 0,
  },
  'contact-missing': {
    field: 'contact', severity: 'attention', citation: 'art. 30 lid 2 onder a AVG', norms: ['W-05'],
    words: { nl: 'Deelnemers kunnen niet zien bij wie zij met deze dienst terechtkunnen.', en: 'Participants can’t see whom to turn to about this service.' },
    advice: { nl: 'Vul een team of functie in, met e-mailadres of telefoonnummer.', en: 'Fill in a team or function, with an e-mail address or phone number.' },
    finds: ({ contact }) => contact === null,
  },
} satisfies Record<string, Rule<ServiceInput>>

/** Who takes the service on a day; a row without days holds always. */
function takers({ participants }: ServiceInput, today: string): Taking[] {
  return participants.filter(({ participant, since_on, until_on }) => participant !== null && (since_on === null || since_on <= today) && (until_on === null || until_on >= today))
}

function named(rows: readonly Taking[], { label }: RuleContext): string[] {
  return rows.map(({ participant }) => label?.('participant', participant!) ?? '')
}
