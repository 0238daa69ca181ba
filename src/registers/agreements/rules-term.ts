// Rules on whether an agreement binds: with whom, signed by both, begun and not past its end, looked at every year (art. 28 lid 3 en 9 AVG; H-24, H-43, H-44).
import { dayAfter } from '../../ground/clock.ts'
import type { AgreementRules } from './rules-shape.ts'

export const termRules = {
  'processor-missing': {
    field: 'processor', severity: 'blocking', citation: 'art. 28 lid 3 AVG', norms: ['H-43'],
    words: { nl: 'Er staat niet met welke verwerker dit is afgesproken.', en: 'It doesn’t say with which processor this was agreed.' },
    advice: { nl: 'Kies de verwerker uit het register, of voeg hem daar eerst toe.', en: 'Choose the processor from the register, or add it there first.' },
    finds: ({ processor }) => processor === null,
  },
  'processor-ended': {
    field: 'processor', severity: 'attention', citation: 'art. 28 lid 3 onder g AVG', norms: ['H-43'],
    words: { nl: 'De verwerker is beëindigd, maar de overeenkomst loopt nog.', en: 'The processor has ended, but the agreement still runs.' },
    advice: { nl: 'Beëindig de overeenkomst en leg vast wat met de gegevens is gebeurd.', en: 'End the agreement and record what happened to the data.' },
    finds: ({ processor }, { fact }) => processor !== null && fact?.('processors', processor, 'stage') === 'ended',
  },
  'signature-missing': {
    field: 'signed_on', severity: 'blocking', citation: 'art. 28 lid 3 en 9 AVG', norms: ['H-24', 'H-43', 'N-40'],
    words: { nl: 'De overeenkomst is niet door beide partijen ondertekend.', en: 'The agreement isn’t signed by both parties.' },
    advice: { nl: 'Laat beide partijen tekenen en vul de datum in. Deel tot dan geen gegevens.', en: 'Have both parties sign and fill in the date. Share no data until then.' },
    // A draft is tested first and signed afterwards; without signatures it doesn't come into force.
    finds: ({ signed_on, is_signed_by_both }, { stage, today }) => stage !== 'draft' && (signed_on === null || signed_on > today || is_signed_by_both !== true),
  },
  'signed-after-start': {
    field: 'starts_on', severity: 'attention', citation: 'art. 28 lid 3 AVG', norms: ['H-24'],
    words: { nl: 'De overeenkomst is getekend nadat zij begon.', en: 'The agreement was signed after it began.' },
    advice: { nl: 'Ga na of er vóór de ondertekening al gegevens zijn gedeeld, en schrijf dat bij de toelichting.', en: 'Check whether data were shared before the signature, and write that in the note.' },
    finds: ({ starts_on, signed_on, note }) => starts_on !== null && signed_on !== null && signed_on > starts_on && note === null,
  },
  'not-begun': {
    field: 'starts_on', severity: 'attention', citation: 'art. 28 lid 3 AVG', norms: ['H-24'],
    words: { nl: 'De overeenkomst is nog niet begonnen.', en: 'The agreement hasn’t begun yet.' },
    advice: { nl: 'Geef pas gegevens vanaf de begindatum, of verbeter de datum.', en: 'Hand over data from the start date only, or correct the date.' },
    finds: ({ starts_on }, { stage, today }) => stage === 'active' && starts_on !== null && starts_on > today,
  },
  'ended-unnoticed': {
    field: 'ends_on', severity: 'serious', citation: 'art. 28 lid 3 AVG', norms: ['H-24', 'H-44'],
    words: { nl: 'De looptijd is voorbij.', en: 'The term is over.' },
    advice: { nl: 'Verleng de overeenkomst, of beëindig haar en leg vast wat met de gegevens is gebeurd.', en: 'Renew the agreement, or end it and record what happened to the data.' },
    finds: ({ ends_on }, { today, stage }) => stage === 'active' && ends_on !== null && ends_on < today,
  },
  'ends-soon': {
    field: 'ends_on', severity: 'attention', citation: 'art. 28 lid 3 AVG', norms: ['H-44'],
    words: { nl: 'De overeenkomst loopt binnen drie maanden af.', en: 'The agreement ends within three months.' },
    advice: { nl: 'Beslis of u verlengt, en wat er met de gegevens gebeurt.', en: 'Decide whether to renew, and what happens to the data.' },
    finds: ({ ends_on }, { today, stage }) => stage === 'active' && ends_on !== null && ends_on >= today && ends_on <= dayAfter(today, 'P3M'),
  },
  'review-overdue': {
    field: 'name', severity: 'attention', citation: 'art. 5 lid 2 en art. 28 lid 1 AVG', norms: ['H-44'],
    words: { nl: 'De jaarlijkse controle is te laat.', en: 'The yearly review is overdue.' },
    advice: { nl: 'Loop de overeenkomst na en kies “Jaarlijks nagekeken”.', en: 'Go through the agreement and choose “Reviewed”.' },
    finds: (_, { stage, reviewDueOn, today }) => stage === 'active' && reviewDueOn !== null && reviewDueOn < today && [reviewDueOn],
  },
  'remarks-open': {
    field: 'name', severity: 'attention', citation: 'art. 38 lid 1 en art. 39 lid 1 onder b AVG', norms: ['H-51'],
    words: { nl: 'Er is een opmerking die nog niet is beantwoord.', en: 'There is a remark that hasn’t been answered.' },
    advice: { nl: 'Beantwoord de opmerking onder aan de pagina.', en: 'Answer the remark at the bottom of the page.' },
    finds: (_, { hasOpenRemarks }) => hasOpenRemarks === true,
  },
} as const satisfies AgreementRules
