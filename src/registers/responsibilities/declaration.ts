// Fields of a responsibility: one step of a process in privacy work, and who carries it out, answers for it, is consulted and informed (RACI; H-50 tot en met H-57).
import { choice, choices, longText, number, reference, text } from '../../register-kit/field-types.ts'

/** The eight processes that a policy may divide, and room for others (H-50 tot en met H-57). */
export const processes = {
  register: ['Register van verwerkingen beheren', 'Keep the register of processing activities'],
  agreements: ['Verwerkersovereenkomsten beheren', 'Keep processor agreements'],
  meetings: ['Overleg over privacy', 'Meetings on privacy'],
  breaches: ['Datalekken afhandelen', 'Handle breaches'],
  advice: ['Advies en voorlichting', 'Advice and information'],
  dpia: ['Risicoanalyse en DPIA', 'Risk analysis and DPIA'],
  requests: ['Verzoeken van betrokkenen afhandelen', 'Handle requests of data subjects'],
  procedures: ['Procedures, formats en beleid beheren', 'Keep procedures, formats and policy'],
  other: ['Een ander proces', 'Another process'],
} as const
export type Process = keyof typeof processes

/** Who may have a part in a step. Employees are named but never picked by name. */
export const parties = {
  process_owner: ['Proceseigenaar', 'Process owner'], privacy_officer: ['Privacy officer (privacybeheerder)', 'Privacy officer'], iso: ['Informatiebeveiliger (ISO)', 'Information security officer (ISO)'],
  ciso: ['CISO (informatiebeveiliging)', 'CISO (information security)'], dpo: ['Functionaris gegevensbescherming (FG)', 'Data protection officer (DPO)'], management: ['Directie of managementteam', 'Directors or management team'],
  portfolio_holder: ['Portefeuillehouder', 'Portfolio holder'], employee: ['Medewerkers', 'Employees'],
} as const
export type Party = keyof typeof parties

/** The four parts of RACI, each a field. */
export const parts = ['responsible', 'accountable', 'consulted', 'informed'] as const
export type Part = (typeof parts)[number]

export const fields = {
  name: text('Stap', 'Step', { most: 200, aliases: ['stap', 'taak', 'activiteit', 'step'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'kenmerk'] }),
  process: choice('Proces', 'Process', processes, { aliases: ['proces', 'process'] }),
  other_process: text('Welk ander proces', 'Which other process', { most: 200, help: { nl: 'Alleen bij “Een ander proces”.', en: 'Only with “Another process”.' } }),
  department: reference('Alleen voor afdeling', 'Only for department', 'department', { help: { nl: 'Laat leeg als de stap overal zo gaat. Voor de gekozen afdeling gaat deze stap voor.', en: 'Leave empty when the step is the same everywhere. For the chosen department this step comes first.' }, aliases: ['afdeling', 'team'] }),
  sequence: number('Volgorde in het proces', 'Order within the process', { least: 1, most: 999, aliases: ['volgorde'] }),
  nature: choice('Soort stap', 'Kind of step', {
    work: ['Uitvoeren of beslissen', 'Carry out or decide'], coordination: ['Coördineren of overleggen', 'Coordinate or meet'], advice: ['Adviseren', 'Advise'], supervision: ['Toezicht houden of toetsen', 'Supervise or test'],
  }, { citation: 'art. 38 lid 6 AVG', aliases: ['soort'] }),
  step: text('Vaste sleutel', 'Fixed key', { most: 60, help: { nl: 'Waarborg herkent de stap hieraan als het een taak verdeelt. Laat leeg bij een eigen stap.', en: 'Waarborg knows the step by this when it assigns a task. Leave empty for a step of your own.' }, aliases: ['sleutel'] }),

  responsible: choices('Voert uit (R)', 'Carries out (R)', parties, { citation: 'art. 24 lid 1 AVG', aliases: ['r', 'responsible', 'uitvoering'] }),
  accountable: choices('Eindverantwoordelijk (A)', 'Accountable (A)', parties, { citation: 'art. 24 lid 1 AVG', help: { nl: 'Precies één: wie erop aangesproken wordt.', en: 'Exactly one: who is asked to account for it.' }, aliases: ['a', 'accountable', 'eindverantwoordelijk'] }),
  consulted: choices('Wordt geraadpleegd (C)', 'Is consulted (C)', parties, { aliases: ['c', 'consulted'] }),
  informed: choices('Wordt geïnformeerd (I)', 'Is informed (I)', parties, { aliases: ['i', 'informed'] }),
  note: longText('Toelichting', 'Note', { isPublic: false }),
} as const
