// Fields of a privacy meeting: when and with whom, what is talked about, and what was decided and promised (art. 39 lid 1 AVG; H-52).
import { choice, date, longText, reference, rows, text, yesNo } from '../../register-kit/field-types.ts'

export const fields = {
  name: text('Naam van het overleg', 'Name of the meeting', { most: 200, help: { nl: 'Bijvoorbeeld: Privacyoverleg vierde kwartaal.', en: 'For example: Privacy meeting, fourth quarter.' }, aliases: ['naam', 'overleg', 'titel', 'meeting', 'name'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'nummer', 'number'] }),
  kind: choice('Soort overleg', 'Kind of meeting', {
    privacy: ['Privacyoverleg', 'Privacy meeting'], department: ['Overleg van een afdeling of project', 'Meeting of a department or project'], management: ['Overleg met bestuur of directie', 'Meeting with the board or directors'],
  }, { help: { nl: 'Overleggen van één soort vormen een reeks.', en: 'Meetings of one kind make a series.' }, aliases: ['soort', 'type', 'kind'] }),
  department: reference('Afdeling', 'Department', 'department', { help: { nl: 'Alleen bij een overleg van een afdeling.', en: 'Only for a meeting of a department.' }, aliases: ['afdeling', 'team'] }),
  planned_on: date('Gepland op', 'Planned on', { aliases: ['datum', 'gepland', 'date'] }),
  place: text('Tijd en plaats', 'Time and place', { most: 300, aliases: ['tijd', 'plaats', 'locatie', 'place'] }),
  participants: rows('Deelnemers', 'Participants', ['deelnemer', 'participant'], {
    person: reference('Wie', 'Who', 'person', { identifies: 'person', isPublic: false }),
    part: choice('Als', 'As', { chair: ['Voorzitter', 'Chair'], member: ['Lid', 'Member'], guest: ['Gast', 'Guest'] }),
    was_there: yesNo('Was erbij', 'Was there'),
  }, { aliases: ['deelnemers', 'aanwezigen', 'participants'] }),

  agenda: rows('Agendapunten', 'Agenda items', ['agendapunt', 'item'], {
    matter: text('Punt', 'Item', { most: 500 }),
    link: text('Waar het staat', 'Where it stands', { most: 500 }),
    note: text('Besproken', 'Discussed', { most: 2000 }),
  }, { aliases: ['agenda', 'agendapunten'] }),

  held_on: date('Gehouden op', 'Held on', { citation: 'art. 5 lid 2 AVG', aliases: ['gehouden', 'datum overleg', 'held'] }),
  minutes: longText('Verslag', 'Minutes', { most: 50_000, format: 'markdown', aliases: ['verslag', 'notulen', 'minutes'] }),
  decisions: rows('Besluiten', 'Decisions', ['besluit', 'decision'], {
    decision: text('Besluit', 'Decision', { most: 2000 }),
    reason: text('Waarom', 'Why', { most: 2000 }),
  }, { aliases: ['besluiten', 'decisions'] }),
  actions: rows('Acties', 'Actions', ['actie', 'action'], {
    action: text('Wat', 'What', { most: 1000 }),
    owner: reference('Wie doet het', 'Who does it', 'person', { identifies: 'person', isPublic: false }),
    due_on: date('Klaar op', 'Due'),
    done_on: date('Gedaan op', 'Done on'),
    task: reference('Taak', 'Task', 'tasks'),
  }, { aliases: ['acties', 'actiepunten', 'actions'] }),
} as const
