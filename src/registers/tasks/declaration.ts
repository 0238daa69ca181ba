// Fields of a task: what must be done, by whom, when, how often, about what, and what came of it (art. 24 lid 1 AVG; N-52, H-46).
import { choice, date, longText, reference, text } from '../../register-kit/field-types.ts'

/** How often a task comes back. */
export const recurrences = { once: ['Eenmalig', 'One-off'], month: ['Elke maand', 'Every month'], quarter: ['Elk kwartaal', 'Every quarter'], half_year: ['Elk halfjaar', 'Every half-year'], year: ['Elk jaar', 'Every year'] } as const

export const fields = {
  name: text('Wat moet er gebeuren', 'What must be done', { most: 200, aliases: ['naam', 'taak', 'activiteit', 'actie', 'titel', 'task', 'activity'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'taaknummer', 'number'] }),
  description: longText('Omschrijving', 'Description', { aliases: ['omschrijving', 'toelichting', 'description'] }),
  norm: text('Voor welke norm', 'For which norm', { most: 10, help: { nl: 'Zoals H-46.', en: 'Such as H-46.' }, aliases: ['norm'] }),

  department: reference('Afdeling', 'Department', 'department', { aliases: ['afdeling', 'team'] }),
  owner: reference('Voor wie', 'For whom', 'person', { identifies: 'person', isPublic: false, aliases: ['eigenaar', 'actiehouder', 'voor wie', 'wie', 'owner'] }),
  role: choice('Of voor welke rol', 'Or for which role', {
    privacy_officer: ['Een privacy officer', 'A privacy officer'], dpo: ['De functionaris gegevensbescherming (FG)', 'The data protection officer (DPO)'], process_owner: ['De proceseigenaar', 'The process owner'],
    ciso: ['De CISO', 'The CISO'], iso: ['Een informatiebeveiliger (ISO)', 'An information security officer (ISO)'], administrator: ['Een beheerder', 'An administrator'],
  }, { help: { nl: 'Als het niet uitmaakt wie met deze rol het doet.', en: 'If it doesn’t matter who with this role does it.' }, aliases: ['rol', 'role'] }),
  stand_in: reference('Nu overgedragen aan', 'Now handed to', 'person', { identifies: 'person', isPublic: false, help: { nl: 'Wie het voor een tijd overneemt. Voor wie de taak is, blijft erbij staan.', en: 'Who takes it over for a time. Whose task it is stays visible.' } }),
  stand_in_until: date('Overgedragen tot en met', 'Handed over until'),
  stand_in_note: longText('Bericht bij de overdracht', 'Note with the handover', { most: 2_000, isPublic: false }),

  due_on: date('Klaar op', 'Due', { aliases: ['deadline', 'einddatum', 'klaar op', 'due'] }),
  recurrence: choice('Hoe vaak', 'How often', recurrences, { help: { nl: 'Is een taak gedaan, dan komt de volgende vanzelf.', en: 'When a task is done, the next one comes by itself.' }, aliases: ['herhaling', 'frequentie', 'hoe vaak', 'recurrence'] }),
  series_from: date('Reeks telt vanaf', 'Series counts from', { help: { nl: 'Leeg: vanaf de dag waarop deze taak klaar moet zijn.', en: 'Empty: from the day on which this task is due.' } }),
  follows: reference('Vervolg op', 'Follows', 'tasks', { help: { nl: 'De vorige taak van deze reeks.', en: 'The earlier task of this series.' } }),

  processing: reference('Gaat over verwerking', 'About processing activity', 'processing-activities', { aliases: ['verwerking'] }),
  system: reference('Gaat over systeem', 'About system', 'systems', { aliases: ['systeem'] }),
  processor: reference('Gaat over verwerker', 'About processor', 'processors', { aliases: ['verwerker'] }),
  agreement: reference('Gaat over overeenkomst', 'About agreement', 'agreements', { aliases: ['verwerkersovereenkomst'] }),

  progress: longText('Hoe ver is het', 'How far it is', { aliases: ['voortgang', 'stand van zaken', 'progress'] }),
  done_on: date('Gedaan op', 'Done on', { aliases: ['afgerond op', 'gereed op'] }),
  outcome: longText('Wat kwam eruit', 'What came of it', { aliases: ['uitkomst', 'resultaat', 'outcome'] }),
} as const
