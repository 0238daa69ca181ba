// Fields of an improvement measure: what is done about which norms, who does it and when, and what came of it (art. 24 lid 1 en 2 AVG; M-04, N-06).
import { choice, date, longText, reference, rows, text } from '../../register-kit/field-types.ts'

export const fields = {
  name: text('Maatregel', 'Measure', { most: 200, help: { nl: 'Wat gaat u doen?', en: 'What are you going to do?' }, aliases: ['naam', 'titel', 'maatregel', 'measure'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'maatregelnummer', 'number'] }),
  norms: rows('Voor welke normen', 'For which norms', ['norm uit het beleid', 'norm of the policy'], {
    norm: text('Nummer van de norm', 'Number of the norm', { most: 10, help: { nl: 'Zoals H-07.', en: 'Such as H-07.' } }),
  }, { citation: 'art. 24 lid 2 AVG', help: { nl: 'De norm van uw beleid die beter moet.', en: 'The norm of your policy that must get better.' }, aliases: ['normen', 'norms'] }),
  kind: choice('Soort', 'Kind', { once: ['Eenmalig', 'One-off'], recurring: ['Komt terug', 'Recurring'] }, { aliases: ['soort', 'kind'] }),
  department: reference('Afdeling', 'Department', 'department', { aliases: ['afdeling', 'team'] }),
  owner: reference('Wie doet het', 'Who does it', 'person', { identifies: 'person', isPublic: false, aliases: ['eigenaar', 'actiehouder', 'owner'] }),
  due_on: date('Klaar op', 'Due', { aliases: ['deadline', 'einddatum', 'due'] }),
  description: longText('Aanpak', 'Approach', { help: { nl: 'Plan: wat moet er anders, en waaraan ziet u dat het gelukt is?', en: 'Plan: what must change, and how will you see that it worked?' }, aliases: ['omschrijving', 'aanpak', 'plan'] }),
  checked_on: date('Nagegaan op', 'Checked on', { citation: 'art. 32 lid 1 onder d AVG', aliases: ['getoetst op', 'checked'] }),
  result: longText('Wat kwam eruit', 'What came of it', { help: { nl: 'Check: werkt het?', en: 'Check: does it work?' }, citation: 'art. 32 lid 1 onder d AVG', aliases: ['resultaat', 'uitkomst', 'result'] }),
  evidence: text('Waar is dat te zien', 'Where this can be seen', { most: 1000, help: { nl: 'Een zaaknummer, een document of een adres.', en: 'A case number, a document or an address.' }, aliases: ['bewijs', 'evidence'] }),
  follow_up: longText('Wat past u aan', 'What you adjust', { help: { nl: 'Act: hoe houdt u dit vast, of wat doet u nu anders?', en: 'Act: how do you keep this up, or what do you do differently now?' }, aliases: ['bijstelling', 'vervolg'] }),
  follows: reference('Vervolg op', 'Follows', 'measures', { help: { nl: 'De eerdere maatregel waar deze uit voortkomt.', en: 'The earlier measure that this one comes from.' }, aliases: ['vervolg op', 'follows'] }),
} as const
