// Rules on processor agreements: signed, complete, in time, and on the model that the policy asks for (art. 28 AVG; H-43, H-44, H-45, N-40, N-43, N-45).
import { dayAfter } from '../../ground/clock.ts'
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule } from '../../register-kit/rules.ts'
import { type fields, subjects } from './declaration.ts'

type AgreementInput = InputOf<typeof fields>

export const agreementRules = {
  'processor-missing': {
    field: 'processor', severity: 'blocking', citation: 'art. 28 lid 3 AVG', norms: ['H-43'],
    words: { nl: 'Er staat niet met welke verwerker dit is afgesproken.', en: 'It isn’t said with which processor this was agreed.' }, advice: { nl: 'Kies de verwerker uit het register, of voeg hem daar eerst toe.', en: 'Choose the processor from the register, or add it there first.' },
    finds: ({ processor }) => processor === null,
  },
  'processor-ended': {
    field: 'processor', severity: 'attention', citation: 'art. 28 lid 3 onder g AVG', norms: ['H-43'],
    words: { nl: 'De verwerker is beëindigd, maar de overeenkomst loopt nog.', en: 'The processor has ended, but the agreement still runs.' }, advice: { nl: 'Beëindig de overeenkomst en leg vast wat met de gegevens is gebeurd.', en: 'End the agreement and record what happened to the data.' },
    finds: ({ processor }, { fact }) => processor !== null && fact?.('processors', processor, 'stage') === 'ended',
  },
  'signature-missing': {
    field: 'signed_on', severity: 'blocking', citation: 'art. 28 lid 3 en 9 AVG', norms: ['H-24', 'H-43'],
    words: { nl: 'De overeenkomst is niet door beide partijen ondertekend.', en: 'The agreement isn’t signed by both parties.' }, advice: { nl: 'Laat beide partijen tekenen en vul de datum in. Deel tot dan geen gegevens.', en: 'Have both parties sign and fill in the date. Share no data until then.' },
    finds: ({ signed_on, is_signed_by_both }) => signed_on === null || is_signed_by_both !== true,
  },
  'subjects-missing': {
    field: 'subjects', severity: 'serious', citation: 'art. 28 lid 3 AVG', norms: ['H-44'],
    words: { nl: 'Deze onderwerpen zijn niet geregeld.', en: 'These subjects aren’t covered.' }, advice: { nl: 'Vul de overeenkomst aan, of vink aan wat er al in staat.', en: 'Complete the agreement, or tick what it already covers.' },
    finds: (entry) => {
      const missing = Object.entries(subjects).flatMap(([key, [dutch]]) => entry.subjects.includes(key) ? [] : [dutch])
      return missing.length > 0 && [missing.length === Object.keys(subjects).length ? 'alle elf' : missing.join(', ')]
    },
  },
  'other-model-unapproved': {
    field: 'model', severity: 'serious', citation: 'art. 28 lid 3 AVG', norms: ['H-45'],
    words: { nl: 'Het model van de verwerker is gebruikt zonder motivering of goedkeuring.', en: 'The processor’s model was used without motivation or approval.' }, advice: { nl: 'Schrijf op waarom, en laat de privacy officer het goedkeuren.', en: 'Write down why, and have the privacy officer approve.' },
    finds: ({ model, model_motivation, model_approved_on }) => model === 'processor' && (model_motivation === null || model_approved_on === null),
  },
  'ended-unnoticed': {
    field: 'ends_on', severity: 'serious', citation: 'art. 28 lid 3 AVG', norms: ['H-24', 'H-44'],
    words: { nl: 'De looptijd is voorbij.', en: 'The term is over.' }, advice: { nl: 'Verleng de overeenkomst, of beëindig haar en leg vast wat met de gegevens is gebeurd.', en: 'Renew the agreement, or end it and record what happened to the data.' },
    finds: ({ ends_on }, { today, stage }) => stage === 'active' && ends_on !== null && ends_on < today,
  },
  'ends-soon': {
    field: 'ends_on', severity: 'attention', citation: 'art. 28 lid 3 AVG', norms: ['H-44'],
    words: { nl: 'De overeenkomst loopt binnen drie maanden af.', en: 'The agreement ends within three months.' }, advice: { nl: 'Beslis of u verlengt, en wat er met de gegevens gebeurt.', en: 'Decide whether to renew, and what happens to the data.' },
    finds: ({ ends_on }, { today, stage }) => stage === 'active' && ends_on !== null && ends_on >= today && ends_on <= dayAfter(today, 'P3M'),
  },
  'breach-notice-long': {
    field: 'breach_notice', severity: 'attention', citation: 'art. 33 lid 2 AVG', norms: ['N-40'],
    words: { nl: 'De verwerker hoeft een datalek niet binnen 24 uur te melden.', en: 'The processor needn’t report a breach within 24 hours.' }, advice: { nl: 'Spreek 24 uur af: u hebt zelf maar 72 uur.', en: 'Agree on 24 hours: you have only 72 yourself.' },
    finds: ({ breach_notice }) => breach_notice === null || !(/^PT([1-9]|1\d|2[0-4])H$/.test(breach_notice) || breach_notice === 'P1D'),
  },
  'sub-processing-general': {
    field: 'sub_processing', severity: 'attention', citation: 'art. 28 lid 2 AVG', norms: ['N-43'],
    words: { nl: 'De verwerker mag zelf subverwerkers kiezen, of er is niets over afgesproken.', en: 'The processor may choose sub-processors itself, or nothing was agreed on it.' }, advice: { nl: 'Spreek toestemming per geval af, of zie toe op het recht van bezwaar.', en: 'Agree on specific consent, or watch over the right to object.' },
    finds: ({ sub_processing }) => sub_processing === null || sub_processing === 'general',
  },
  'liability-missing': {
    field: 'liability_per_event', severity: 'attention', citation: 'art. 82 AVG', norms: ['N-45'],
    words: { nl: 'Er staat niet tot welk bedrag de verwerker aansprakelijk is.', en: 'It isn’t said up to which amount the processor is liable.' }, advice: { nl: 'Neem de bedragen per gebeurtenis en per jaar over uit de overeenkomst.', en: 'Take the amounts per event and per year from the agreement.' },
    finds: ({ liability_per_event, liability_per_year }) => liability_per_event === null || liability_per_year === null,
  },
} as const satisfies Readonly<Record<string, Rule<AgreementInput>>>
