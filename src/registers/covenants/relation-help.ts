// Relation help: which relation there is with another organisation about personal data, by a few answers: joint controllers, processor, disclosure to another controller, or none of these. Pure (art. 4 onder 7 en 8, 26 en 28 AVG; EDPB 07/2020; N-17).
import type { Words } from '../../ground/words.ts'

export type Question = 'personal' | 'external' | 'decides' | 'instructed' | 'own_use'
export type Answers = Readonly<Partial<Record<Question, string>>>
export type Relation = 'none' | 'internal' | 'joint' | 'processor' | 'disclosure' | 'we_process'
export type Outcome = {
  readonly relation: Relation
  readonly reasons: readonly Words[]
  /** In the form `art. 26 AVG`. */
  readonly citation: string
  /** What to look at before leaning on it. */
  readonly doubts: readonly Words[]
}

type Asked = { readonly key: Question; readonly words: Words; readonly hint: Words; readonly answers: readonly { readonly key: string; readonly words: Words }[] }
const yesNo = [{ key: 'yes', words: { nl: 'Ja', en: 'Yes' } }, { key: 'no', words: { nl: 'Nee', en: 'No' } }]

/** In order; a later one is asked only where the earlier ones leave it open. */
export const questions: readonly Asked[] = [
  { key: 'personal', words: { nl: 'Gaat het om gegevens over mensen?', en: 'Is it about data on people?' }, hint: { nl: 'Ook als er een nummer in plaats van een naam staat.', en: 'Also with a number instead of a name.' }, answers: yesNo },
  { key: 'external', words: { nl: 'Krijgt een andere organisatie de gegevens, of kan zij erbij?', en: 'Does another organisation get the data, or can it reach them?' }, hint: { nl: 'Een andere afdeling of een ingehuurde kracht onder uw leiding telt niet. Een andere rechtspersoon of een ander bestuursorgaan wel.', en: 'Another department, or hired staff under your direction, doesn’t count. Another legal person or governing body does.' }, answers: yesNo },
  {
    key: 'decides', words: { nl: 'Wie beslist waarvoor de gegevens worden gebruikt, en welke gegevens van wie?', en: 'Who decides what the data are used for, and which data of whom?' }, hint: { nl: 'Kijk wie er echt over gaat, niet wat er in een contract staat. Kleine technische keuzes tellen niet.', en: 'Look at who really decides, not at what a contract says. Small technical choices don’t count.' },
    answers: [{ key: 'us', words: { nl: 'Alleen wij', en: 'Only we do' } }, { key: 'together', words: { nl: 'Wij samen met de ander', en: 'We together with the other' } }, { key: 'them', words: { nl: 'De ander, voor het eigen werk', en: 'The other, for its own work' } }, { key: 'them_for_us', words: { nl: 'De ander, en wij werken voor hem', en: 'The other, and we work for it' } }],
  },
  { key: 'instructed', words: { nl: 'Werkt de ander alleen in uw opdracht en volgens uw instructies?', en: 'Does the other work only on your behalf and by your instructions?' }, hint: { nl: 'Zonder uw opdracht zou de ander deze gegevens niet hebben.', en: 'Without your assignment the other wouldn’t have these data.' }, answers: yesNo },
  { key: 'own_use', words: { nl: 'Gebruikt de ander de gegevens ook voor een eigen doel of wettelijke taak?', en: 'Does the other use the data for a purpose or statutory task of its own too?' }, hint: { nl: 'Bijvoorbeeld voor eigen onderzoek, eigen klanten of een eigen besluit.', en: 'For instance for its own research, customers or decisions.' }, answers: yesNo },
]

/** The relation by the answers; or the questions that must be answered still. */
export function relationOf(answers: Answers): Outcome | { readonly open: readonly Question[] } {
  const { personal, external, decides, instructed, own_use } = answers
  if (personal === 'no') return outcome({ relation: 'none', citation: 'art. 4 onder 1 AVG' }, [{ nl: 'Er zijn geen persoonsgegevens bij. De AVG geldt hier niet.', en: 'No personal data are involved. The GDPR doesn’t apply here.' }], [{ nl: 'Kan iemand met andere gegevens alsnog achterhalen om wie het gaat? Dan zijn het wel persoonsgegevens.', en: 'Can somebody still find out who it is with other data? Then these are personal data.' }])
  if (external === 'no' && personal === 'yes') return outcome({ relation: 'internal', citation: 'art. 29 AVG' }, [{ nl: 'De gegevens blijven binnen uw organisatie. Daarvoor is geen overeenkomst of verstrekking nodig.', en: 'The data stay within your organisation. No agreement or disclosure is needed.' }], [{ nl: 'Is het doel nieuw? Kijk dan of het past bij het doel waarvoor u de gegevens kreeg (art. 6 lid 4 AVG).', en: 'Is the purpose new? Then look whether it fits the purpose for which you got the data (art. 6(4) GDPR).' }])
  if (personal !== 'yes' || external !== 'yes' || !isAnswer('decides', decides)) return { open: openOf({ personal, external, decides }, ['personal', 'external', 'decides']) }
  if (decides === 'together') {
    return outcome({ relation: 'joint', citation: 'art. 4 onder 7 en art. 26 AVG; EDPB 07/2020' }, [{ nl: 'U bepaalt samen doel en middelen. Dat maakt u gezamenlijk verantwoordelijk, ook als de een meer doet dan de ander.', en: 'You determine purposes and means together. That makes you joint controllers, even if one does more than the other.' }], [{ nl: 'Samen verantwoordelijk is niet hetzelfde als gelijk verantwoordelijk: spreek af wie wat doet.', en: 'Jointly responsible isn’t equally responsible: agree who does what.' }])
  }
  if (decides === 'them_for_us') return outcome({ relation: 'we_process', citation: 'art. 4 onder 8 en art. 28 lid 3 AVG; EDPB 07/2020' }, [{ nl: 'De ander beslist en u werkt voor hem. Dan bent u zelf de verwerker.', en: 'The other decides and you work for it. Then you are the processor yourself.' }], [{ nl: 'Hebt u ook een eigen doel? Dan bent u daarvoor zelf verantwoordelijk (art. 28 lid 10 AVG).', en: 'Do you have a purpose of your own too? For that you are a controller (art. 28(10) GDPR).' }])
  if (decides === 'them') {
    return outcome({ relation: 'disclosure', citation: 'art. 4 onder 7 en 9 AVG; EDPB 07/2020' }, [{ nl: 'De ander beslist zelf over zijn gebruik. U geeft gegevens aan een andere verantwoordelijke.', en: 'The other decides on its own use. You give data to another controller.' }], [checkReceiver])
  }
  if (!isAnswer('instructed', instructed) || !isAnswer('own_use', own_use)) return { open: openOf({ instructed, own_use }, ['instructed', 'own_use']) }
  if (instructed === 'yes' && own_use === 'no') {
    return outcome({ relation: 'processor', citation: 'art. 4 onder 8 en art. 28 lid 3 AVG; EDPB 07/2020' }, [{ nl: 'U beslist, en de ander werkt alleen in uw opdracht. Dat is een verwerker.', en: 'You decide, and the other works on your behalf only. That is a processor.' }], [{ nl: 'Geef pas gegevens als de overeenkomst van kracht is.', en: 'Give data only once the agreement is in force.' }])
  }
  const why: Words = own_use === 'yes'
    ? { nl: 'De ander gebruikt de gegevens ook voor een eigen doel. Daarvoor is hij zelf verantwoordelijk, wat het contract ook zegt.', en: 'The other uses the data for a purpose of its own too. For that it is a controller, whatever the contract says.' }
    : { nl: 'De ander werkt niet volgens uw instructies en beslist dus zelf. Dan is het geen verwerker.', en: 'The other doesn’t work by your instructions, so it decides itself. Then it is no processor.' }
  return outcome({ relation: 'disclosure', citation: 'art. 28 lid 10 en art. 4 onder 7 AVG; EDPB 07/2020' }, [why], [
    checkReceiver,
    ...(instructed === 'yes' ? [{ nl: 'Voor het deel dat de ander in uw opdracht doet, is ook een verwerkersovereenkomst nodig.', en: 'For the part that the other does on your behalf, a processor agreement is needed too.' }] : []),
  ])
}

const checkReceiver: Words = { nl: 'Ga na of de ontvanger echt zelf verantwoordelijk is: op welke wet of welk doel steunt hij, en staat het in zijn register?', en: 'Verify that the recipient really is a controller: on which law or purpose does it rely, and is it in its register?' }

function outcome(what: Pick<Outcome, 'relation' | 'citation'>, reasons: readonly Words[], doubts: readonly Words[]): Outcome {
  return { ...what, reasons, doubts }
}

function isAnswer(question: Question, given: string | undefined): boolean {
  return questions.find(({ key }) => key === question)!.answers.some(({ key }) => key === given)
}

function openOf(given: Answers, keys: readonly Question[]): Question[] {
  return keys.filter((key) => !isAnswer(key, given[key]))
}
