// Fields of a work instruction: how colleagues do something with personal data, in plain words, for whom, and who keeps it (art. 24 lid 2 en art. 32 lid 4 AVG; N-54).
import { choice, longText, reference, text } from '../../register-kit/field-types.ts'
import { requiredSubjects } from './subjects.ts'

export { missingSubjects, requiredSubjects, type RequiredSubject } from './subjects.ts'

const subjects = Object.fromEntries(Object.entries(requiredSubjects).map(([key, { nl, en }]) => [key, [nl, en] as const])) as Record<keyof typeof requiredSubjects, readonly [string, string]>

export const fields = {
  name: text('Naam van de werkinstructie', 'Name of the work instruction', { most: 200, aliases: ['naam', 'titel', 'werkinstructie', 'title', 'name'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'nummer', 'number'] }),
  subject: choice('Onderwerp', 'Subject', { ...subjects, access_log: ['Het logboek van inzage gebruiken', 'Using the access log'], other: ['Iets anders', 'Something else'] }, { citation: 'art. 24 lid 2 AVG', help: { nl: 'Over de eerste acht onderwerpen hoort er een te zijn.', en: 'There should be one on each of the first eight subjects.' }, aliases: ['onderwerp', 'thema', 'subject'] }),
  summary: text('In één zin', 'In one sentence', { most: 500, help: { nl: 'Wat moet iemand onthouden die niet verder leest?', en: 'What should somebody remember who doesn’t read on?' }, aliases: ['samenvatting', 'summary'] }),
  audience: text('Voor wie', 'For whom', { most: 300, help: { nl: 'Bijvoorbeeld: iedereen aan de balie.', en: 'For example: everybody at the desk.' }, aliases: ['doelgroep', 'voor wie', 'audience'] }),
  body: longText('De instructie', 'The instruction', { citation: 'art. 32 lid 4 AVG', most: 50_000, format: 'markdown', help: { nl: 'Schrijf in stappen. Begin een kop met ##, een stap met 1. en een punt met -.', en: 'Write in steps. Begin a heading with ##, a step with 1. and a bullet with -.' }, aliases: ['tekst', 'inhoud', 'instructie', 'body'] }),
  department: reference('Afdeling die haar bijhoudt', 'Department that keeps it', 'department', { aliases: ['afdeling', 'team'] }),
  owner: reference('Wie houdt haar bij', 'Who keeps it', 'person', { identifies: 'person', isPublic: false, aliases: ['eigenaar', 'auteur', 'owner'] }),
  citation: text('Artikelen', 'Articles', { most: 300, help: { nl: 'De wet waarop de instructie rust.', en: 'The law on which the instruction rests.' }, aliases: ['artikel', 'wet', 'article'] }),
} as const
