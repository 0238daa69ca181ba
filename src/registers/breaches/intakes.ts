// Intakes: the ways in for a breach: nine questions for employees, seven at a firm, a short form for the public, eleven for processors and participants (N-49, P-14, N-41, H-53).
import type { Intake, Question } from '../../case-kit/outside.ts'

type Way = Omit<Intake, 'receive'>

const noNames = { nl: 'Schrijf geen namen op van de mensen om wie het gaat, en geen BSN.', en: 'Don’t write down names of the people it is about, or citizen service numbers.' }
const words = {
  heading: { nl: 'Datalek of incident melden', en: 'Report a breach or incident' },
  done: { nl: 'Dank u wel. De privacy officer en de CISO hebben uw melding en kijken er meteen naar. Weet u later meer? Vul uw melding dan aan.', en: 'Thank you. The privacy officer and the CISO have your report and look at it at once. Do you know more later? Then add to your report.' },
}

const contact: readonly Question[] = [
  { field: 'reporter_name', words: { nl: 'Uw naam', en: 'Your name' } },
  { field: 'reporter_email', words: { nl: 'Uw e-mailadres', en: 'Your e-mail address' }, help: { nl: 'Dan krijgt u een bevestiging, en een link om uw melding te volgen.', en: 'Then you get a confirmation, and a link to follow your report.' } },
  { field: 'reporter_phone', words: { nl: 'Uw telefoonnummer', en: 'Your phone number' }, help: { nl: 'Voor als er haast bij is.', en: 'For when there is a hurry.' } },
]

const who: Question = { field: 'who_involved', words: { nl: 'Om wie gaat het?', en: 'Who is it about?' }, help: { nl: `Noem de groep, en hoeveel mensen het ongeveer zijn. ${noNames.nl}`, en: `Name the group, and about how many people. ${noNames.en}` } }
const what: Question = { field: 'what_happened', words: { nl: 'Wat is er gebeurd?', en: 'What happened?' }, help: noNames, isRequired: true }
const data: Question = { field: 'data_described', words: { nl: 'Welke soorten gegevens zijn het?', en: 'Which kinds of data are they?' }, help: { nl: 'Bijvoorbeeld: adressen, inkomens, medische verklaringen. Niet de gegevens zelf.', en: 'For instance: addresses, incomes, medical statements. Not the data themselves.' } }
const where: Question = { field: 'where_happened', words: { nl: 'Waar is het gebeurd?', en: 'Where did it happen?' }, help: { nl: 'Op welke plek, in welk systeem of welke map?', en: 'At which place, in which system or folder?' } }
const how: Question = { field: 'how_happened', words: { nl: 'Hoe is het gebeurd?', en: 'How did it happen?' } }
const why: Question = { field: 'why_happened', words: { nl: 'Waardoor kon het gebeuren?', en: 'Why could it happen?' }, help: { nl: 'Als u het weet.', en: 'If you know.' } }
const when: Question = { field: 'when_described', words: { nl: 'Wanneer is het gebeurd?', en: 'When did it happen?' }, help: { nl: 'Een dag en tijd, of een schatting.', en: 'A day and time, or an estimate.' } }
const action: Question = { field: 'action_taken', words: { nl: 'Wat is er al gedaan?', en: 'What was done already?' }, help: { nl: 'Bijvoorbeeld: de ontvanger gebeld, het wachtwoord gewijzigd.', en: 'For instance: called the recipient, changed the password.' } }
const manager: Question = { field: 'manager_email', words: { nl: 'E-mailadres van uw leidinggevende', en: 'E-mail address of your manager' }, help: { nl: 'Uw leidinggevende krijgt bericht dat u hebt gemeld.', en: 'Your manager is told that you reported.' } }

const forEmployees = {
  door: 'employee', files: true, fixed: { channel: 'colleague', role: 'controller' },
  words: { ...words, lead: { nl: 'Ging er iets mis met gegevens van mensen, of denkt u dat? Meld het nu, ook bij twijfel. U hoeft niet alles te weten; aanvullen kan later.', en: 'Did something go wrong with data of people, or do you think so? Report it now, also when in doubt. You needn’t know everything; you can add to it later.' } },
} as const

/** The nine of Nieuwegein; the copy of the data goes along as a file, never by e-mail. */
export const employeeWay: Way = {
  ...forEmployees, key: 'employee', path: 'datalek/medewerker', kinds: ['municipality', 'joint_body', 'service_organisation'],
  questions: [who, what, data, where, how, why, when, action, { field: 'copy_where', words: { nl: 'Hebt u een kopie van de gegevens?', en: 'Do you have a copy of the data?' }, help: { nl: 'Voeg die hierna als bestand toe. Stuur haar nooit per e-mail.', en: 'Add it as a file after this. Never send it by e-mail.' } }, { field: 'department', words: { nl: 'Op welke afdeling is het gebeurd?', en: 'At which department did it happen?' } }, ...contact, manager],
}

/** The seven of a firm’s policy. */
export const firmWay: Way = {
  ...forEmployees, key: 'firm', path: 'datalek/collega', kinds: ['firm'],
  questions: [who, what, { ...where, words: { nl: 'Waar komen de gegevens vandaan?', en: 'Where do the data come from?' } }, data, how, when, action, ...contact],
}

export const publicWay: Way = {
  key: 'public', path: 'datalek', door: 'public', files: true, fixed: { channel: 'web' },
  words: { ...words, lead: { nl: 'Ziet u gegevens van anderen die u niet hoort te zien, of denkt u dat uw gegevens bij de verkeerde zijn? Vertel het ons. Uw naam hoeft niet.', en: 'Do you see data of others that you shouldn’t see, or do you think that your data are with the wrong people? Tell us. You needn’t give your name.' } },
  questions: [
    what, { ...when, words: { nl: 'Wanneer zag u het?', en: 'When did you see it?' } }, { ...where, words: { nl: 'Waar zag u het?', en: 'Where did you see it?' }, help: { nl: 'Bijvoorbeeld: een adres van een website, een brief, een e-mail.', en: 'For instance: a web address, a letter, an e-mail.' } },
    { ...data, words: { nl: 'Welke gegevens zag u?', en: 'Which data did you see?' } }, ...contact,
  ],
}

const eleven: readonly Question[] = [
  { ...what, words: { nl: 'Wat is er gebeurd?', en: 'What happened?' } },
  { ...why, words: { nl: 'Wat is de oorzaak?', en: 'What is the cause?' } },
  { field: 'likely_consequences', words: { nl: 'Wat kunnen de gevolgen zijn?', en: 'What may the consequences be?' } },
  { ...action, words: { nl: 'Wat is de oplossing?', en: 'What is the solution?' }, help: { nl: 'Wat deed u al, en wat gaat u nog doen?', en: 'What did you do already, and what will you do?' } },
  { field: 'subjects_min', words: { nl: 'Om hoeveel mensen gaat het minstens?', en: 'How many people is it at least?' } }, { field: 'subjects_max', words: { nl: 'En hooguit?', en: 'And at most?' } },
  { ...who, words: { nl: 'Welke groep mensen is het?', en: 'Which group of people is it?' } }, data,
  { field: 'occurred_from', words: { nl: 'Wanneer begon het?', en: 'When did it begin?' } }, { field: 'occurred_until', words: { nl: 'Wanneer hield het op?', en: 'When did it stop?' }, help: { nl: 'Laat leeg als het nog doorgaat.', en: 'Leave empty if it still goes on.' } },
  { field: 'discovered_at', words: { nl: 'Wanneer ontdekte u het?', en: 'When did you discover it?' }, isRequired: true },
  { field: 'protection', words: { nl: 'Waren de gegevens onleesbaar voor anderen, bijvoorbeeld versleuteld?', en: 'Were the data unintelligible to others, for instance encrypted?' } },
  { field: 'containment', words: { nl: 'Welke maatregelen nam u?', en: 'Which measures did you take?' } },
  ...contact.map((question) => question.field === 'reporter_email' ? { ...question, isRequired: true as const } : question),
]

/** The eleven of the annex for processors; a suspicion is reported too, and the notification to the authority is ours (N-64). */
export const processorWay: Way = {
  key: 'processor', path: 'datalek/verwerker', door: 'portal', files: true, fixed: { channel: 'processor', role: 'controller' }, questions: eleven,
  words: { ...words, heading: { nl: 'Datalek melden als verwerker', en: 'Report a breach as a processor' }, lead: { nl: 'Meld binnen 24 uur nadat u het ontdekte, ook een vermoeden. Wij beslissen over de melding aan de Autoriteit Persoonsgegevens.', en: 'Report within 24 hours of discovering it, also a suspicion. We decide on the notification to the supervisory authority.' } },
}

/** Of a participant whose data we process: then we are its processor, unless the desk finds otherwise. */
export const participantWay: Way = {
  key: 'participant', path: 'datalek/deelnemer', door: 'portal', files: true, fixed: { channel: 'participant', role: 'processor' }, questions: eleven, kinds: ['service_organisation', 'joint_body'],
  words: { ...words, heading: { nl: 'Datalek melden als deelnemer', en: 'Report a breach as a participant' }, lead: { nl: 'Ziet u een datalek in een systeem dat wij voor u beheren? Meld het meteen, ook bij twijfel.', en: 'Do you see a breach in a system that we run for you? Report it at once, also when in doubt.' } },
}
