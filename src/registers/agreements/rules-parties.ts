// Rules on the two parties: who signed, whom to reach, what is decided before the term renews itself, and what came of the data at the end (art. 28 lid 3 onder g en lid 9 en art. 33 lid 2 AVG; H-44, N-40, N-44).
import { lastNoticeDay } from './renewal.ts'
import { dayAfter } from '../../ground/clock.ts'
import type { AgreementRules } from './rules-shape.ts'

export const partyRules = {
  'signatories-unknown': {
    field: 'own_signatory', severity: 'attention', citation: 'art. 28 lid 9 AVG', norms: ['N-40'],
    words: { nl: 'Er staat niet wie voor beide partijen tekende, en wanneer.', en: 'It doesn’t say who signed for both parties, and when.' },
    advice: { nl: 'Vul naam, functie en dag in, zoals ze onder de overeenkomst staan.', en: 'Fill in name, function and day, as they stand under the agreement.' },
    finds: (input, { stage }) => stage === 'active' && [input.own_signatory, input.own_signatory_role, input.own_signed_on, input.their_signatory, input.their_signatory_role, input.their_signed_on].includes(null),
  },
  'our-contact-missing': {
    field: 'our_out_of_hours', severity: 'attention', citation: 'art. 33 lid 2 AVG', norms: ['N-40'],
    words: { nl: 'Er staat niet wie de verwerker bij ons belt, ook buiten kantooruren.', en: 'It doesn’t say whom the processor calls on our side, also out of hours.' },
    advice: { nl: 'Vul beide contacten in: een datalek wacht niet tot maandag.', en: 'Fill in both contacts: a breach doesn’t wait until Monday.' },
    finds: ({ our_contact, our_out_of_hours }) => our_contact === null || our_out_of_hours === null,
  },
  'notice-unplanned': {
    field: 'notice_term', severity: 'attention', citation: 'art. 28 lid 3 AVG', norms: ['H-44'],
    words: { nl: 'De overeenkomst verlengt zichzelf, maar er staat niet tot wanneer u kunt opzeggen.', en: 'The agreement renews itself, but it doesn’t say until when you can give notice.' },
    advice: { nl: 'Vul de einddatum en de opzegtermijn in. Waarborg waarschuwt dan op tijd.', en: 'Fill in the end date and the notice term. Waarborg then warns in time.' },
    finds: ({ renewal, ends_on, notice_term }) => renewal === 'silent' && (ends_on === null || notice_term === null),
  },
  'notice-too-late': {
    field: 'notice_from_on', severity: 'attention', citation: 'art. 28 lid 3 AVG', norms: ['H-44'],
    words: { nl: 'De beslissing over verlengen is zo gepland dat opzeggen niet meer kan.', en: 'The decision on renewal is planned so late that no notice can be given.' },
    advice: { nl: 'Zet de dag eerder, of maak hem leeg: dan rekent Waarborg hem uit.', en: 'Put the day earlier, or empty it: then Waarborg works it out.' },
    finds: (input) => {
      const last = lastNoticeDay(input)
      return input.notice_from_on !== null && last !== undefined && dayAfter(input.notice_from_on, 'P1M') > last
    },
  },
  'return-late': {
    field: 'returned_on', severity: 'serious', citation: 'art. 28 lid 3 onder g AVG', norms: ['H-44', 'N-44'],
    words: { nl: 'De verwerker heeft de gegevens niet op tijd teruggegeven of vernietigd.', en: 'The processor didn’t return or destroy the data in time.' },
    advice: { nl: 'Spreek de verwerker aan, en leg vast wat er is gedaan.', en: 'Address the processor, and record what was done.' },
    finds: ({ return_by_on, returned_on }, { today }) => return_by_on !== null && return_by_on < today && returned_on === null,
  },
  'return-unreported': {
    field: 'return_report', severity: 'attention', citation: 'art. 28 lid 3 onder g AVG', norms: ['N-44'],
    words: { nl: 'De gegevens zijn terug of vernietigd, maar er is geen verslag.', en: 'The data were returned or destroyed, but there is no report.' },
    advice: { nl: 'Vraag het verslag, voeg het toe en schrijf op waar het staat.', en: 'Ask for the report, add it and write down where it is.' },
    finds: ({ returned_on, return_report }) => returned_on !== null && return_report === null,
  },
} as const satisfies AgreementRules
