// Report decision: what the law says of reporting this breach and of informing people, with the reasons; it advises, and never decides (art. 33 en 34 AVG; art. 41 en 42 UAVG).
import type { Words } from '../../ground/words.ts'
import { hoursBetween } from './moments.ts'
import { severityOfBreach } from './severity.ts'
import type { BreachInput } from './step-kit.ts'

/** `weigh`: more must be known or judged first; `record`: not due, and still recorded (art. 33 lid 5 AVG); `elsewhere`: another reports. */
export type Advice = 'weigh' | 'report' | 'record' | 'elsewhere'
export type Reason = { readonly words: Words; readonly citation: string; readonly norms: readonly string[] }
export type ReportAdvice = {
  readonly authority: { readonly advice: Advice; readonly reasons: readonly Reason[] }
  readonly people: { readonly advice: 'weigh' | 'inform' | 'not_needed' | 'elsewhere'; readonly reasons: readonly Reason[]; readonly exceptions: readonly InformException[] }
  /** What must be judged before anybody can decide. */
  readonly open: readonly { readonly field: keyof BreachInput; readonly words: Words }[]
  /** Late already, by how many hours; null while in time or when the start isn’t known. */
  readonly hoursLate: number | null
}

export type InformException = { readonly key: NonNullable<BreachInput['inform_exception']>; readonly words: Words; readonly condition: Words; readonly citation: string; readonly holds: boolean | null }

/** What is advised on what is known now; `isFinancial`: a financial undertaking, to which art. 34 doesn’t apply (art. 42 UAVG). Pure. */
export function reportAdvice(input: BreachInput, now: Date, { isFinancial = false }: { isFinancial?: boolean } = {}): ReportAdvice {
  const open = openQuestions(input)
  const hours = hoursBetween(input.aware_at, input.notified_at ?? now.toISOString())
  return { authority: authorityAdvice(input), people: peopleAdvice(input, isFinancial), open, hoursLate: input.role !== 'processor' && hours !== null && hours > 72 ? Math.floor(hours - 72) : null }
}

const reason = (nl: string, en: string, citation: string, ...norms: string[]): Reason => ({ words: { nl, en }, citation, norms })

function authorityAdvice(input: BreachInput): ReportAdvice['authority'] {
  if (input.judgement === 'no') return { advice: 'record', reasons: [reason('Het is geen datalek: alleen een incident. Leg vast waarom.', 'It is no breach: an incident only. Record why.', 'art. 4 onder 12 AVG', 'W-11')] }
  if (input.role === 'processor') {
    return { advice: 'elsewhere', reasons: [reason('U bent verwerker: vertel het zo snel mogelijk aan de verantwoordelijke. Die meldt.', 'You are the processor: tell the controller as soon as possible, who reports.', 'art. 33 lid 2 AVG', 'N-64', 'W-11')] }
  }
  const always = [
    ...(input.judgement === 'doubt' || input.judgement === null ? [reason('Er is twijfel of het een datalek is: behandel het als een datalek.', 'It is in doubt whether it is a breach: handle it as one.', 'art. 33 lid 1 AVG', 'N-49')] : []),
    ...(input.data_categories.length > 0 ? [reason('Of er bijzondere gegevens bij zijn, maakt voor de plicht niet uit: het gaat om het risico voor mensen.', 'Whether special categories are among them doesn’t matter for the duty: it is about the risk to people.', 'art. 33 lid 1 AVG', 'P-15')] : []),
  ]
  if (input.risk === null) return { advice: 'weigh', reasons: [...always, reason('Weeg eerst of er een risico voor mensen is. Weet u het niet op tijd? Meld dan eerst wat u weet.', 'First weigh whether there is a risk to people. Don’t you know in time? Then first report what you know.', 'art. 33 lid 1 AVG', 'H-37')] }
  if (input.risk === 'unlikely') return { advice: 'record', reasons: [...always, ...againstUnlikely(input), reason('Een risico is volgens de weging niet waarschijnlijk: melden hoeft niet, vastleggen wel. Een tweede persoon kijkt mee.', 'By the weighing a risk is unlikely: reporting isn’t due, recording is. A second person looks along.', 'art. 33 lid 5 AVG', 'H-37', 'M-15', 'N-50')] }
  return { advice: 'report', reasons: [...always, reason('Er is een risico voor mensen: meld binnen 72 uur. Wat u nog niet weet, vult u later aan.', 'There is a risk to people: report within 72 hours. What you don’t know yet, you add later.', 'art. 33 lid 1 AVG', 'H-37', 'M-15')] }
}

/** What speaks against “unlikely”: for the second person to look at. */
function againstUnlikely(input: BreachInput): Reason[] {
  const { level } = severityOfBreach(input)
  const people = input.subjects_max ?? input.subjects_min
  return [
    ...(level !== null && level !== 'low' ? [reason('De ernst volgens ENISA is hoger dan laag. Klopt de conclusie?', 'The severity by ENISA is above low. Is the conclusion right?', 'art. 33 lid 1 AVG', 'N-50')] : []),
    ...(people !== null && people > 250 ? [reason('Het gaat om meer dan 250 mensen. Waarom is er dan geen risico?', 'It is about more than 250 people. Why then is there no risk?', 'art. 33 lid 1 AVG', 'N-50')] : []),
    ...(input.enisa_confidentiality === 'unknown' && input.protection !== 'yes' ? [reason('Leesbare gegevens kwamen bij onbekenden. Waarom is er dan geen risico?', 'Readable data reached unknown people. Why then is there no risk?', 'art. 33 lid 1 AVG', 'N-50')] : []),
  ]
}

function peopleAdvice(input: BreachInput, isFinancial: boolean): ReportAdvice['people'] {
  const none = { exceptions: [] } as const
  if (input.role === 'processor') return { advice: 'elsewhere', reasons: [reason('De verantwoordelijke beslist of mensen worden ingelicht.', 'The controller decides whether people are informed.', 'art. 34 lid 1 AVG')], ...none }
  if (isFinancial) return { advice: 'not_needed', reasons: [reason('Voor een financiële onderneming geldt deze plicht niet; de zorgplicht kan er wel om vragen.', 'For a financial undertaking this duty doesn’t hold; its duty of care may ask for it.', 'art. 42 UAVG')], ...none }
  if (input.risk === null) return { advice: 'weigh', reasons: [reason('Weeg eerst hoe hoog het risico is.', 'First weigh how high the risk is.', 'art. 34 lid 1 AVG', 'M-15')], ...none }
  if (input.risk !== 'high') return { advice: 'not_needed', reasons: [reason('Er is geen hoog risico: inlichten hoeft niet, het mag wel.', 'There is no high risk: informing isn’t due, it is allowed.', 'art. 34 lid 1 AVG', 'N-50')], ...none }
  return { advice: 'inform', reasons: [reason('Het risico is hoog: licht mensen in zonder onnodig uitstel, tenzij een uitzondering geldt.', 'The risk is high: inform people without undue delay, unless an exception holds.', 'art. 34 lid 1 AVG', 'M-15', 'P-16', 'N-50')], exceptions: exceptionsOf(input) }
}

/** The three of art. 34 lid 3 and the restriction of art. 41 UAVG, each with its condition and whether the facts bear it out. */
function exceptionsOf(input: BreachInput): readonly InformException[] {
  return [
    { key: 'unintelligible', citation: 'art. 34 lid 3 onder a AVG', holds: input.protection === null || input.protection === 'unknown' ? null : input.protection === 'yes', words: { nl: 'De gegevens waren vooraf onleesbaar gemaakt.', en: 'The data had been made unintelligible beforehand.' }, condition: { nl: 'Alle gegevens waren versleuteld en de sleutel is veilig.', en: 'All data were encrypted and the key is safe.' } },
    { key: 'risk_removed', citation: 'art. 34 lid 3 onder b AVG', holds: input.containment === null ? false : null, words: { nl: 'Maatregelen achteraf namen het hoge risico weg.', en: 'Later measures took the high risk away.' }, condition: { nl: 'Door die maatregelen komt het hoge risico waarschijnlijk niet meer uit.', en: 'By those measures the high risk is no longer likely to come true.' } },
    { key: 'public_notice', citation: 'art. 34 lid 3 onder c AVG', holds: null, words: { nl: 'Iedereen apart inlichten vraagt onevenredig veel.', en: 'Informing each person takes disproportionate effort.' }, condition: { nl: 'Dan doet u een openbare mededeling die mensen even goed bereikt.', en: 'Then you make a public notice that reaches people as well.' } },
    { key: 'restricted', citation: 'art. 41 UAVG', holds: null, words: { nl: 'Een beperking van de UAVG geldt.', en: 'A restriction of the UAVG holds.' }, condition: { nl: 'Noodzakelijk en evenredig voor een van de tien gronden, met de acht overwegingen van lid 2.', en: 'Necessary and proportionate for one of the ten grounds, with the eight considerations of its second paragraph.' } },
  ]
}

/** Each of the three kinds of loss is judged, and who has the data: else nobody can weigh. */
function openQuestions(input: BreachInput): ReportAdvice['open'] {
  const questions: readonly (readonly [keyof BreachInput, string, string])[] = [
    ['aware_at', 'Sinds wanneer weten wij het?', 'Since when do we know it?'], ['kinds', 'Welke soort inbreuk is het?', 'Which kind of breach is it?'], ['data_categories', 'Om welke gegevens gaat het?', 'Which data is it about?'], ['enisa_data', 'Hoe gevoelig zijn de gegevens?', 'How sensitive are the data?'],
    ['enisa_ease', 'Hoe makkelijk is te zien om wie het gaat?', 'How easily does it show who it is about?'], ['enisa_confidentiality', 'Bij wie kwamen de gegevens?', 'Who got the data?'], ['enisa_integrity', 'Zijn er gegevens gewijzigd?', 'Were data changed?'],
    ['enisa_availability', 'Zijn er gegevens weg?', 'Are data gone?'], ['enisa_malicious', 'Was er opzet bij?', 'Was there malice?'], ['protection', 'Waren de gegevens onleesbaar?', 'Were the data unintelligible?'], ['risk', 'Wat is uw conclusie over het risico?', 'What is your conclusion on the risk?'],
  ]
  return questions.flatMap(([field, nl, en]) => {
    const value = input[field]
    return value === null || (Array.isArray(value) && value.length === 0) ? [{ field, words: { nl, en } }] : []
  })
}
