// Fields of a question from the work floor: what somebody wants to know, and what the triangle of DPO, privacy officer and CISO answered (art. 39 lid 1 onder a AVG; N-15).
import { choice, date, longText, reference, text, yesNo } from '../../register-kit/field-types.ts'

export const fields = {
  title: text('Uw vraag in het kort', 'Your question in short', { most: 200, help: { nl: 'Eén zin, zonder namen van inwoners, klanten of collega’s.', en: 'One sentence, without names of residents, customers or colleagues.' }, aliases: ['vraag', 'titel', 'onderwerp', 'question', 'title'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'vraagnummer', 'number'] }),
  subject: choice('Waar gaat het over', 'What it is about', {
    allowed: ['Mag ik deze gegevens gebruiken?', 'May I use these data?'], sharing: ['Gegevens delen', 'Sharing data'], rights: ['Rechten van mensen', 'Rights of people'], breaches: ['Datalekken', 'Breaches'],
    retention: ['Bewaren en vernietigen', 'Keeping and destroying'], processors: ['Leveranciers en verwerkers', 'Suppliers and processors'], special: ['BSN en bijzondere gegevens', 'Citizen service number and special data'],
    images: ['Foto’s, camera’s en opnamen', 'Photos, cameras and recordings'], security: ['Veilig werken', 'Working safely'], other: ['Iets anders', 'Something else'],
  }, { aliases: ['onderwerp', 'categorie', 'subject'] }),
  question: longText('De vraag', 'The question', { help: { nl: 'Wat wilt u doen, met welke gegevens, en waar twijfelt u over?', en: 'What do you want to do, with which data, and what do you doubt?' }, aliases: ['omschrijving', 'toelichting', 'description'] }),
  department: reference('Afdeling', 'Department', 'department', { aliases: ['afdeling', 'team'] }),
  processing: reference('Over welke verwerking', 'About which processing activity', 'processing-activities', { help: { nl: 'Als u het weet.', en: 'If you know.' }, aliases: ['verwerking', 'processing'] }),
  is_private: yesNo('Liever alleen voor mij', 'Rather for me only', { help: { nl: 'Een antwoord wordt gedeeld met alle collega’s, zonder uw naam. Kies “ja” als dat bij deze vraag niet goed zou zijn.', en: 'An answer is shared with all colleagues, without your name. Choose “yes” if that wouldn’t be right for this question.' } }),

  answer: longText('Het antwoord', 'The answer', { format: 'markdown', citation: 'art. 39 lid 1 onder a AVG', aliases: ['antwoord', 'reactie', 'answer'] }),
  sources: text('Artikelen en bronnen', 'Articles and sources', { most: 1000, help: { nl: 'Bijvoorbeeld: art. 6 lid 1 onder e AVG.', en: 'For example: art. 6(1)(e) GDPR.' }, aliases: ['bron', 'bronnen', 'artikel', 'wet', 'source'] }),
  answered_by: reference('Beantwoord door', 'Answered by', 'person', { identifies: 'person', isPublic: false, aliases: ['behandelaar', 'beantwoord door'] }),
  answered_on: date('Beantwoord op', 'Answered on', { aliases: ['datum antwoord', 'answered'] }),
} as const
