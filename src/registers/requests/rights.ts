// Rights: what somebody may ask about their own data: each right with its article, its clock, what it asks of us and which answers there are (art. 12 tot en met 22 AVG; art. 25 en 28 Wpg).
import type { Words } from '../../ground/words.ts'
import type { DeclaredTerm } from '../../register-kit/deadline-declaration.ts'
import type { RemedyRight } from '../../case-kit/remedies.ts'

export type Right = {
  readonly words: Words
  /** As somebody would say it themselves, for a form. */
  readonly ask: Words
  readonly citation: string
  /** What we do to answer it, in one or two sentences. */
  readonly work: Words
  readonly clock: { readonly term: DeclaredTerm; readonly extension: DeclaredTerm | null }
  readonly outcomes: readonly RightOutcome[]
  /** By which right remedies are chosen. */
  readonly remedy: RemedyRight
  /** Whoever got the data earlier is told what was changed, erased or restricted (art. 19 AVG). */
  readonly tellsRecipients: boolean
  /** The data aren't used while this is weighed (art. 18 lid 1 onder a en d AVG). */
  readonly restrictsMeanwhile: boolean
  /** A collection of data from departments, processors and participants belongs to it. */
  readonly collects: boolean
  /** Norms of the policy profiles by which this right can be asked for. */
  readonly norms: readonly string[]
}

/** `granted`, wholly; `partial`; `refused` on a ground; `not_taken_up`: not dealt with (unknown who it is, manifestly unfounded or excessive); `nothing_held`: there are no data. */
export const rightOutcomes = ['granted', 'partial', 'refused', 'not_taken_up', 'nothing_held'] as const
export type RightOutcome = (typeof rightOutcomes)[number]

export const outcomeWords: Readonly<Record<RightOutcome, Words>> = {
  granted: { nl: 'Toegewezen', en: 'Granted' }, partial: { nl: 'Deels toegewezen', en: 'Partly granted' }, refused: { nl: 'Afgewezen', en: 'Refused' },
  not_taken_up: { nl: 'Niet in behandeling genomen', en: 'Not taken up' }, nothing_held: { nl: 'Wij hebben geen gegevens', en: 'We hold no data' },
}

const month = { duration: 'P1M', clock: 'calendar' } as const
const within = (parameter: 'decide_within' | 'inform_within' | 'rectify_within'): DeclaredTerm => ({ parameter, fallback: month, regime: 'eu', citation: 'art. 12 lid 3 AVG' })
const extension: DeclaredTerm = { parameter: 'extend_by_max', fallback: { duration: 'P2M', clock: 'calendar' }, regime: 'eu', citation: 'art. 12 lid 3 AVG' }
const clock = { term: within('decide_within'), extension }
const decided = ['granted', 'partial', 'refused', 'not_taken_up'] as const
const police = (duration: string, citation: string): DeclaredTerm => ({ fallback: { duration, clock: 'calendar' }, regime: 'dutch', citation })

export const rights = {
  information: {
    words: { nl: 'Informatie', en: 'Information' }, ask: { nl: 'Ik wil weten wat u met mijn gegevens doet', en: 'I want to know what you do with my data' }, citation: 'art. 12, 13 en 14 AVG',
    work: { nl: 'Leg uit wie u bent, waarvoor u de gegevens gebruikt, op welke grond, wie ze krijgt en hoe lang u ze bewaart.', en: 'Explain who you are, what you use the data for, on which basis, who gets them and how long you keep them.' },
    clock: { term: within('inform_within'), extension }, outcomes: decided, remedy: 'information', tellsRecipients: false, restrictsMeanwhile: false, collects: false, norms: ['N-19', 'M-12', 'H-62'],
  },
  access: {
    words: { nl: 'Inzage', en: 'Access' }, ask: { nl: 'Ik wil zien welke gegevens u van mij hebt', en: 'I want to see which data you have about me' }, citation: 'art. 15 AVG',
    work: { nl: 'Zoek overal naar de gegevens, geef een kopie en leg erbij uit wat u ermee doet. Maak gegevens van anderen onleesbaar.', en: 'Look for the data everywhere, give a copy and explain what you do with them. Black out data of others.' },
    clock, outcomes: [...decided, 'nothing_held'], remedy: 'access', tellsRecipients: false, restrictsMeanwhile: false, collects: true, norms: ['H-27', 'N-19', 'M-12', 'W-12', 'P-19'],
  },
  rectification: {
    words: { nl: 'Verbeteren of aanvullen', en: 'Rectification' }, ask: { nl: 'Mijn gegevens kloppen niet of zijn niet volledig', en: 'My data are wrong or incomplete' }, citation: 'art. 16 en 19 AVG',
    work: { nl: 'Ga na of de gegevens kloppen, verbeter of vul ze aan, en laat het weten aan wie ze eerder kreeg.', en: 'Check whether the data are right, correct or complete them, and tell whoever got them earlier.' },
    clock: { term: within('rectify_within'), extension }, outcomes: [...decided, 'nothing_held'], remedy: 'rectification', tellsRecipients: true, restrictsMeanwhile: true, collects: true, norms: ['H-30', 'N-19', 'M-12', 'W-12', 'P-21'],
  },
  erasure: {
    words: { nl: 'Wissen', en: 'Erasure' }, ask: { nl: 'Ik wil dat u mijn gegevens wist', en: 'I want you to erase my data' }, citation: 'art. 17 en 19 AVG',
    work: { nl: 'Ga na of een van de zes gevallen geldt en of een uitzondering geldt. Wis, en laat het weten aan wie de gegevens kreeg.', en: 'Check whether one of the six cases applies and whether an exception does. Erase, and tell whoever got the data.' },
    clock, outcomes: [...decided, 'nothing_held'], remedy: 'erasure', tellsRecipients: true, restrictsMeanwhile: false, collects: true, norms: ['H-34', 'N-19', 'M-12', 'W-12', 'P-21'],
  },
  restriction: {
    words: { nl: 'Beperken', en: 'Restriction' }, ask: { nl: 'Ik wil dat u mijn gegevens bewaart, maar voorlopig niet gebruikt', en: 'I want you to keep my data, but not use them for now' }, citation: 'art. 18 en 19 AVG',
    work: { nl: 'Ga na of een van de vier gevallen geldt. Zet de gegevens apart, gebruik ze niet, en zeg het wie ze kreeg.', en: 'Check whether one of the four cases applies. Set the data apart, don’t use them, and tell whoever got them.' },
    clock, outcomes: [...decided, 'nothing_held'], remedy: 'restriction', tellsRecipients: true, restrictsMeanwhile: false, collects: true, norms: ['H-33', 'N-19', 'M-12', 'W-12', 'P-21'],
  },
  recipients: {
    words: { nl: 'Weten wie bericht kreeg', en: 'Knowing who was told' }, ask: { nl: 'Ik wil weten aan wie u doorgaf dat mijn gegevens zijn verbeterd, gewist of beperkt', en: 'I want to know whom you told that my data were corrected, erased or restricted' }, citation: 'art. 19 AVG',
    work: { nl: 'Noem de ontvangers die bericht kregen, en wie u niet kon bereiken.', en: 'Name the recipients who were told, and whom you couldn’t reach.' },
    clock, outcomes: [...decided, 'nothing_held'], remedy: 'recipients', tellsRecipients: false, restrictsMeanwhile: false, collects: false, norms: ['H-30', 'H-33', 'M-12', 'N-19'],
  },
  portability: {
    words: { nl: 'Meenemen', en: 'Portability' }, ask: { nl: 'Ik wil mijn gegevens meenemen, of laten doorsturen naar een andere organisatie', en: 'I want to take my data with me, or have them sent to another organisation' }, citation: 'art. 20 AVG',
    work: { nl: 'Geef de gegevens die iemand zelf gaf in een bestand dat andere programma’s kunnen lezen. Stuur alleen door met toestemming op schrift.', en: 'Give the data that somebody provided in a file that other programs can read. Forward only with written consent.' },
    clock, outcomes: [...decided, 'nothing_held'], remedy: 'portability', tellsRecipients: false, restrictsMeanwhile: false, collects: true, norms: ['H-35', 'N-19', 'M-12', 'W-12', 'P-20'],
  },
  objection: {
    words: { nl: 'Bezwaar tegen het gebruik (art. 21 AVG)', en: 'Objection to the use (art. 21 GDPR)' }, ask: { nl: 'Ik wil dat u stopt met het gebruik van mijn gegevens, vanwege mijn situatie', en: 'I want you to stop using my data, because of my situation' }, citation: 'art. 21 lid 1 AVG',
    work: { nl: 'Stop met de verwerking terwijl u weegt. Ga alleen door met dwingende gronden die zwaarder wegen, of voor een rechtsvordering.', en: 'Stop the processing while you weigh. Go on only with compelling grounds that weigh more, or for a legal claim.' },
    clock, outcomes: decided, remedy: 'objection', tellsRecipients: true, restrictsMeanwhile: true, collects: false, norms: ['H-31', 'N-19', 'M-12', 'W-12', 'P-18'],
  },
  marketing: {
    words: { nl: 'Geen reclame meer', en: 'No more direct marketing' }, ask: { nl: 'Ik wil geen reclame meer van u krijgen', en: 'I don’t want direct marketing from you any more' }, citation: 'art. 21 lid 2 en 3 AVG',
    work: { nl: 'Stop meteen en altijd: hier valt niets te wegen. Zet de persoon op de lijst van wie geen reclame wil.', en: 'Stop at once and always: there is nothing to weigh. Put the person on the list of those who want no marketing.' },
    clock, outcomes: ['granted', 'not_taken_up'], remedy: 'objection', tellsRecipients: false, restrictsMeanwhile: true, collects: false, norms: ['P-18', 'M-12', 'N-19'],
  },
  automated: {
    words: { nl: 'Geen besluit door alleen een computer', en: 'No decision by a computer alone' }, ask: { nl: 'Ik wil dat een mens naar het besluit kijkt', en: 'I want a person to look at the decision' }, citation: 'art. 22 AVG',
    work: { nl: 'Laat iemand die het besluit mag wijzigen er opnieuw naar kijken, en hoor eerst wat de persoon ervan vindt.', en: 'Have somebody who may change the decision look at it again, and first hear what the person thinks of it.' },
    clock, outcomes: decided, remedy: 'automated', tellsRecipients: false, restrictsMeanwhile: false, collects: false, norms: ['N-19', 'M-12', 'H-62'],
  },
  police_access: {
    words: { nl: 'Inzage in politiegegevens', en: 'Access to police data' }, ask: { nl: 'Ik wil zien welke politiegegevens u van mij hebt', en: 'I want to see which police data you have about me' }, citation: 'art. 25 Wpg',
    work: { nl: 'Zoek naar politiegegevens, ook bij boa’s, en weeg of een belang van art. 27 Wpg zich verzet.', en: 'Look for police data, with special investigating officers too, and weigh whether an interest of art. 27 Wpg stands in the way.' },
    clock: { term: police('P6W', 'art. 25 lid 1 Wpg'), extension: police('P4W', 'art. 25 lid 2 Wpg') }, outcomes: [...decided, 'nothing_held'], remedy: 'police_access', tellsRecipients: false, restrictsMeanwhile: false, collects: true, norms: ['H-09'],
  },
  police_correction: {
    words: { nl: 'Politiegegevens verbeteren of vernietigen', en: 'Correcting or destroying police data' }, ask: { nl: 'De politiegegevens die u van mij hebt, kloppen niet of mogen er niet zijn', en: 'The police data you have about me are wrong or mustn’t be there' }, citation: 'art. 28 Wpg',
    work: { nl: 'Ga na wat niet klopt, verbeter, vernietig of scherm af, en laat het weten aan ontvangers en aan wie de gegevens gaf.', en: 'Check what is wrong, correct, destroy or shield, and tell recipients and whoever gave the data.' },
    clock: { term: police('P4W', 'art. 28 lid 3 Wpg'), extension: null }, outcomes: [...decided, 'nothing_held'], remedy: 'police_correction', tellsRecipients: true, restrictsMeanwhile: false, collects: true, norms: ['H-09'],
  },
} as const satisfies Readonly<Record<string, Right>>

export type RightKey = keyof typeof rights
export const rightKeys = Object.keys(rights) as readonly RightKey[]

/** A right by its key, with what holds for all of them. */
export const rightOf = (key: RightKey): Right => rights[key]

/** Rights that the norms name but that are no request to us: where these go (M-12, N-19; art. 77 en 82 AVG). */
export const rightsElsewhere: readonly { readonly key: 'complaint' | 'damages'; readonly words: Words; readonly citation: string; readonly goes: Words; readonly norms: readonly string[] }[] = [
  {
    key: 'complaint', words: { nl: 'Klacht bij de AP', en: 'Complaint to the authority' }, citation: 'art. 77 AVG', norms: ['M-12', 'N-19'],
    goes: { nl: 'Bij ons klagen kan met het klachtenformulier. Een klacht bij de Autoriteit Persoonsgegevens doet iemand daar zelf.', en: 'Complaining to us is done by the complaint form. A complaint to the supervisory authority is lodged there by somebody themselves.' },
  },
  {
    key: 'damages', words: { nl: 'Schadevergoeding', en: 'Damages' }, citation: 'art. 82 AVG', norms: ['N-19'],
    goes: { nl: 'Wie schade heeft, meldt dat als klacht en schrijft erbij om welke schade het gaat. Komen wij er samen niet uit, dan beslist de rechter.', en: 'Whoever suffered damage tells so as a complaint, and writes which damage it is. If we can’t settle it together, the court decides.' },
  },
]
