// Rules on what an agreement lays down: the subjects of the law, the model, sub-processors, breaches, the end and liability (art. 28 AVG; H-44, H-45, N-40, N-43, N-45, W-08).
import { say } from '../../ground/words.ts'
import { exceeds } from '../../policy/ceilings.ts'
import { fields } from './declaration.ts'
import type { AgreementRules } from './rules-shape.ts'

export const contentRules = {
  'subjects-missing': {
    field: 'subjects', severity: 'serious', citation: 'art. 28 lid 3 AVG', norms: ['H-44', 'W-08'],
    words: { nl: 'Deze onderwerpen van de wet zijn niet geregeld.', en: 'These subjects of the law aren’t covered.' },
    advice: { nl: 'Vul de overeenkomst aan, of vink aan wat er al in staat.', en: 'Complete the agreement, or tick what it already covers.' },
    // Liability is the policy's wish (H-44), no demand of art. 28 lid 3 AVG.
    finds: (entry) => {
      const missing = fields.subjects.choices.filter(({ key }) => key !== 'liability' && !entry.subjects.includes(key))
      return missing.length > 0 && [missing.map(({ words }) => say(words)).join(', ')]
    },
  },
  'liability-unsettled': {
    field: 'subjects', severity: 'attention', citation: 'art. 82 AVG', norms: ['H-44', 'N-45'],
    words: { nl: 'De aansprakelijkheid is niet geregeld.', en: 'Liability isn’t covered.' },
    advice: { nl: 'Spreek af wie welke schade draagt, en vink dit onderwerp aan.', en: 'Agree who bears which damage, and tick this subject.' },
    finds: ({ subjects }) => !subjects.includes('liability'),
  },
  'processings-missing': {
    field: 'processings', severity: 'attention', citation: 'art. 28 lid 3 en art. 30 lid 1 AVG', norms: ['N-40'],
    words: { nl: 'Er staat niet voor welke verwerkingen de overeenkomst geldt.', en: 'It doesn’t say for which processing activities the agreement holds.' },
    advice: { nl: 'Kies de verwerkingen uit het register.', en: 'Choose the processing activities from the register.' },
    finds: ({ processings }) => !processings.some(({ processing }) => processing !== null),
  },
  'model-missing': {
    field: 'model', severity: 'attention', citation: 'art. 24 lid 2 AVG', norms: ['H-45'],
    words: { nl: 'Er staat niet welk model is gebruikt.', en: 'It doesn’t say which model was used.' },
    advice: { nl: 'Kies uw eigen model of dat van de verwerker.', en: 'Choose your own model or the processor’s.' },
    finds: ({ model }) => model === null,
  },
  'other-model-unapproved': {
    field: 'model', severity: 'attention', citation: 'art. 24 lid 2 AVG', norms: ['H-45'],
    words: { nl: 'Het model van de verwerker is gebruikt zonder motivering of goedkeuring.', en: 'The processor’s model was used without motivation or approval.' },
    advice: { nl: 'Schrijf op waarom, en laat de privacy officer het goedkeuren.', en: 'Write down why, and have the privacy officer approve.' },
    finds: ({ model, model_motivation, model_approved_on }, { today }) => model === 'processor' && (model_motivation === null || model_approved_on === null || model_approved_on > today),
  },
  'main-contract-missing': {
    field: 'main_contract', severity: 'attention', citation: 'art. 28 lid 3 AVG', norms: ['H-45'],
    words: { nl: 'Er staat niet bij welke hoofdovereenkomst dit hoort.', en: 'It doesn’t say to which main contract this belongs.' },
    advice: { nl: 'Noem de hoofdovereenkomst. Is er geen? Schrijf dat dan op.', en: 'Name the main contract. Is there none? Then write that.' },
    finds: ({ main_contract }) => main_contract === null,
  },
  'breach-notice-long': {
    field: 'breach_notice', severity: 'attention', citation: 'art. 33 lid 2 AVG', norms: ['N-40'],
    words: { nl: 'Er is niet afgesproken dat de verwerker een datalek binnen 24 uur meldt.', en: 'It isn’t agreed that the processor reports a breach within 24 hours.' },
    advice: { nl: 'Spreek 24 uur af: u hebt zelf maar 72 uur.', en: 'Agree on 24 hours: you have only 72 yourself.' },
    finds: ({ breach_notice }) => breach_notice === null || exceeds(breach_notice, 'PT24H'),
  },
  'sub-processing-open': {
    field: 'sub_processing', severity: 'serious', citation: 'art. 28 lid 2 en lid 3 onder d AVG', norms: ['N-43', 'W-08'],
    words: { nl: 'Er is niets afgesproken over subverwerkers.', en: 'Nothing was agreed on sub-processors.' },
    advice: { nl: 'Spreek af dat zij alleen met uw toestemming worden ingeschakeld.', en: 'Agree that they are engaged with your consent only.' },
    finds: ({ sub_processing }) => sub_processing === null,
  },
  'sub-processing-general': {
    field: 'sub_processing', severity: 'attention', citation: 'art. 28 lid 2 AVG', norms: ['N-43'],
    words: { nl: 'De verwerker mag zelf subverwerkers kiezen; u kunt alleen bezwaar maken.', en: 'The processor may choose sub-processors itself; you can only object.' },
    advice: { nl: 'Spreek toestemming per geval af, of zie toe op het recht van bezwaar.', en: 'Agree on specific consent, or watch over the right to object.' },
    finds: ({ sub_processing }) => sub_processing === 'general',
  },
  'at-end-open': {
    field: 'at_end', severity: 'attention', citation: 'art. 28 lid 3 onder g AVG', norms: ['H-44', 'N-44', 'W-08'],
    words: { nl: 'Er staat niet wat na afloop met de gegevens gebeurt.', en: 'It doesn’t say what happens to the data at the end.' },
    advice: { nl: 'Kies teruggeven, vernietigen of beide, zoals het in de overeenkomst staat.', en: 'Choose return, destruction or both, as the agreement says.' },
    finds: ({ at_end }) => at_end === null,
  },
  'liability-missing': {
    field: 'liability_per_event', severity: 'attention', citation: 'art. 82 AVG', norms: ['N-45'],
    words: { nl: 'Er staat niet tot welk bedrag de verwerker aansprakelijk is.', en: 'It doesn’t say up to which amount the processor is liable.' },
    advice: { nl: 'Neem de bedragen per gebeurtenis en per jaar over uit de overeenkomst.', en: 'Take the amounts per event and per year from the agreement.' },
    finds: ({ liability_per_event, liability_per_year }) => liability_per_event === null || liability_per_year === null,
  },
  'liability-contradictory': {
    field: 'liability_per_year', severity: 'attention', citation: 'art. 82 AVG', norms: ['N-45'],
    words: { nl: 'Het bedrag per jaar is lager dan dat per gebeurtenis.', en: 'The amount per year is lower than that per event.' },
    advice: { nl: 'Kijk de bedragen na in de overeenkomst.', en: 'Look up the amounts in the agreement.' },
    finds: ({ liability_per_event, liability_per_year }) => liability_per_event !== null && liability_per_year !== null && liability_per_year < liability_per_event,
  },
} as const satisfies AgreementRules
