// Rules on requests: who asks is known, the clock runs, a refusal leans on a ground with its weighing, recipients are told, and what was asked to stop has stopped (art. 12 en 15 tot en met 22 AVG).
import { Temporal } from 'temporal-polyfill'
import { dayOf } from '../../ground/clock.ts'
import type { Rule } from '../../register-kit/rules.ts'
import type { RequestFacts } from './facts.ts'
import { rightOf } from './rights.ts'
import type { RequestInput } from './step-kit.ts'

const received = ({ received_at }: RequestInput) => (received_at === null ? null : dayOf(new Date(received_at)))
const monthAfter = (day: string) => Temporal.PlainDate.from(day).add({ months: 1 }).toString()
const weekAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 7 }).toString()
const isRefusal = ({ outcome }: RequestInput) => outcome === 'refused' || outcome === 'partial' || outcome === 'not_taken_up'
const isGranted = ({ outcome }: RequestInput) => outcome === 'granted' || outcome === 'partial'
const factsOf = (ownFact: ((key: string) => unknown) | undefined) => ownFact?.('facts') as RequestFacts | undefined

export const requestRules = {
  'right-missing': {
    field: 'right', severity: 'serious', citation: 'art. 15 tot en met 22 AVG', norms: ['N-19', 'M-12', 'W-12'],
    words: { nl: 'Er staat niet welk recht iemand inroept.', en: 'It doesn’t say which right somebody invokes.' }, advice: { nl: 'Kies het recht. Vraagt iemand meer dingen? Leg dan twee verzoeken vast en behandel ze samen.', en: 'Choose the right. Does somebody ask several things? Then record two requests and take them together.' },
    finds: ({ right }) => right === null,
  },
  'receipt-missing': {
    field: 'received_at', severity: 'serious', citation: 'art. 12 lid 3 AVG', norms: ['H-27', 'M-12', 'N-14'],
    words: { nl: 'Er staat niet wanneer het verzoek binnenkwam. Zo loopt er geen termijn.', en: 'It doesn’t say when the request came in. So no term runs.' }, advice: { nl: 'Vul in wanneer het uw organisatie bereikte.', en: 'Fill in when it reached your organisation.' },
    finds: ({ received_at }) => received_at === null,
  },
  'handler-missing': {
    field: 'handler', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['N-14', 'H-56'],
    words: { nl: 'Niemand behandelt dit verzoek.', en: 'Nobody handles this request.' }, advice: { nl: 'Kies een behandelaar.', en: 'Choose a handler.' },
    finds: ({ handler, received_at }, { today }) => handler === null && received_at !== null && weekAfter(dayOf(new Date(received_at))) <= today,
  },
  'identity-waits': {
    field: 'identity_means', severity: 'attention', citation: 'art. 12 lid 6 AVG', norms: ['M-13'],
    words: { nl: 'Al een week is niet gezien wie dit vraagt.', en: 'For a week it hasn’t been seen who asks this.' }, advice: { nl: 'Leg de identiteit vast of vraag erom. Dat moet meteen: de termijn loopt.', en: 'Record the identity or ask for it. That must be done at once: the term runs.' },
    finds: (input, { today }) => input.identity_means === null && input.outcome === null && received(input) !== null && weekAfter(received(input)!) <= today,
  },
  'representative-unproven': {
    field: 'representative_proof', severity: 'serious', citation: 'art. 5 lid 4 UAVG; art. 12 lid 6 AVG', norms: ['M-13'],
    words: { nl: 'Iemand vraagt dit namens een ander, en er staat niet waaruit blijkt dat het mag.', en: 'Somebody asks this for another person, and it doesn’t say what shows that they may.' }, advice: { nl: 'Schrijf op wat u zag: een machtiging, beschikking of het gezag in de BRP.', en: 'Write down what you saw: an authorisation, an order or the custody in the population register.' },
    finds: ({ representative_name, representative_proof, identity_means, identity_note }) => representative_name !== null && identity_means !== null && representative_proof === null && identity_note === null,
  },
  'answer-late': {
    field: 'answered_on', severity: 'serious', citation: 'art. 12 lid 3 AVG', norms: ['H-27', 'H-30', 'M-12', 'W-12', 'N-19', 'N-14'],
    words: { nl: 'Het antwoord is te laat.', en: 'The answer is late.' }, advice: { nl: 'Antwoord zo snel mogelijk en zeg waarom het later werd. Bij een bestuursorgaan kan iemand u in gebreke stellen (art. 4:17 Awb).', en: 'Answer as soon as possible and say why it took longer. With a public body somebody may give notice of default (art. 4:17 Awb).' },
    finds: (_, { ownFact }) => factsOf(ownFact)?.isLate === true,
  },
  'extension-untold': {
    field: 'extension_told_on', severity: 'serious', citation: 'art. 12 lid 3 AVG', norms: ['H-27', 'W-12'],
    words: { nl: 'De verlenging is niet binnen een maand na ontvangst verteld.', en: 'The extension wasn’t told within a month of receipt.' }, advice: { nl: 'Vertel het meteen, met de reden.', en: 'Tell it at once, with the reason.' },
    finds: (input, { today }) => input.extended_on !== null && received(input) !== null && (input.extension_told_on ?? today) > monthAfter(received(input)!),
  },
  'ground-missing': {
    field: 'grounds', severity: 'serious', citation: 'art. 12 lid 4 AVG', norms: ['H-36', 'H-34', 'M-14'],
    words: { nl: 'Er is geweigerd of beperkt zonder grond.', en: 'It was refused or limited without a ground.' }, advice: { nl: 'Neem het besluit opnieuw en noem de grond.', en: 'Take the decision anew and name the ground.' },
    finds: (input) => isRefusal(input) && input.grounds.length === 0,
  },
  'reasons-missing': {
    field: 'reasons', severity: 'serious', citation: 'art. 12 lid 4 AVG', norms: ['W-12', 'M-14'],
    words: { nl: 'De persoon leest niet waarom.', en: 'The person doesn’t read why.' }, advice: { nl: 'Schrijf de reden in gewone taal, zoals in de brief.', en: 'Write the reason in plain language, as in the letter.' },
    finds: (input) => isRefusal(input) && input.reasons === null,
  },
  'weighing-missing': {
    field: 'weighing', severity: 'serious', citation: 'art. 12 lid 5 en art. 15 lid 4 AVG; art. 41 UAVG', norms: ['H-29', 'H-36'],
    words: { nl: 'De afweging bij deze grond ontbreekt.', en: 'The weighing for this ground is missing.' }, advice: { nl: 'Schrijf op welke belangen u woog en waaruit het blijkt. Veel werk is geen grond.', en: 'Write down which interests you weighed and what shows it. Much work is no ground.' },
    finds: ({ grounds, weighing }) => weighing === null && grounds.some((ground) => ['unfounded', 'excessive', 'rights_of_others', 'compelling_grounds', 'legal_claim', 'expression'].includes(ground)),
  },
  'considerations-missing': {
    field: 'considerations', severity: 'serious', citation: 'art. 41 lid 2 UAVG', norms: ['H-36'],
    words: { nl: 'Niet alle acht punten van de wet zijn meegewogen.', en: 'Not all eight points of the law were considered.' }, advice: { nl: 'Schrijf bij elk punt op wat u vond, of waarom het niet speelt.', en: 'Write at each point what you found, or why it doesn’t matter.' },
    finds: ({ grounds, considerations }) => grounds.some((ground) => ground.startsWith('uavg_')) && new Set(considerations.filter(({ answer }) => answer !== null).map(({ consideration }) => consideration)).size < 8,
  },
  'mandate-missing': {
    field: 'decided_for', severity: 'attention', citation: 'art. 34 UAVG; art. 10:1 Awb', norms: ['H-56'],
    words: { nl: 'Er staat niet namens welk orgaan is besloten.', en: 'It doesn’t say in the name of which body it was decided.' }, advice: { nl: 'Het besluit van een bestuursorgaan is een besluit volgens de Awb: noem het orgaan, en het mandaat als u namens dat orgaan besloot.', en: 'A decision of a public body is one under the Awb: name the body, and the mandate if you decided in its name.' },
    finds: ({ outcome, decided_on, decided_for, mandate }, { organisationKind }) => organisationKind !== 'firm' && outcome !== null && decided_on !== null && decided_for === null && mandate === null,
  },
  'objection-unrestricted': {
    field: 'restricted_on', severity: 'serious', citation: 'art. 18 lid 1 onder d en art. 21 lid 1 AVG', norms: ['H-31', 'P-18'],
    words: { nl: 'Het bezwaar wordt gewogen, maar de gegevens worden intussen gebruikt.', en: 'The objection is being weighed, but the data are used meanwhile.' }, advice: { nl: 'Kies “Gebruik beperken”, en zet de gegevens ook in uw systemen apart.', en: 'Choose “Restrict the use”, and set the data apart in your systems too.' },
    finds: ({ right, identity_means, outcome, restricted_on }) => right === 'objection' && identity_means !== null && outcome === null && restricted_on === null,
  },
  'marketing-goes-on': {
    field: 'suppressed_on', severity: 'serious', citation: 'art. 21 lid 3 AVG', norms: ['P-18'],
    words: { nl: 'Iemand wil geen reclame meer, en staat nog niet op de lijst.', en: 'Somebody wants no marketing any more, and isn’t on the list yet.' }, advice: { nl: 'Kies “Reclame stoppen”. Hier valt niets te wegen.', en: 'Choose “Stop marketing”. There is nothing to weigh.' },
    finds: ({ right, suppressed_on, outcome }) => right === 'marketing' && suppressed_on === null && outcome !== 'not_taken_up',
  },
  'lifting-untold': {
    field: 'lift_told_on', severity: 'serious', citation: 'art. 18 lid 3 AVG', norms: ['H-33', 'P-21'],
    words: { nl: 'De beperking is opgeheven zonder het de persoon vooraf te vertellen.', en: 'The restriction was lifted without telling the person beforehand.' }, advice: { nl: 'Vertel het alsnog, en leg de dag vast.', en: 'Tell it after all, and record the day.' },
    finds: ({ restriction_lifted_on, lift_told_on }) => restriction_lifted_on !== null && (lift_told_on === null || lift_told_on > restriction_lifted_on),
  },
  'recipients-untold': {
    field: 'recipients', severity: 'serious', citation: 'art. 19 AVG', norms: ['H-30', 'H-33'],
    words: { nl: 'Wie de gegevens eerder kreeg, weet nog niet dat ze verbeterd, gewist of beperkt zijn.', en: 'Whoever got the data earlier doesn’t know yet that they were corrected, erased or restricted.' }, advice: { nl: 'Licht hen in en leg vast wie, of geef aan dat de gegevens aan niemand zijn gegeven.', en: 'Tell them and record who, or say that the data were given to nobody.' },
    finds: (input) => isGranted(input) && input.answered_on !== null && input.right !== null && rightOf(input.right).tellsRecipients && input.no_recipients !== true && !input.recipients.some(({ told_on, why_not }) => told_on !== null || why_not !== null),
  },
  'processings-missing': {
    field: 'processings', severity: 'attention', citation: 'art. 15 lid 1 AVG', norms: ['H-28', 'N-20'],
    words: { nl: 'Bij deze inzage staat niet over welke verwerkingen het gaat. Zo mist het antwoord doelen, ontvangers en bewaartermijnen.', en: 'This access doesn’t say which processing activities it is about. So the answer lacks purposes, recipients and retention.' }, advice: { nl: 'Voeg de verwerkingen toe; Waarborg zet dan in het antwoord wat art. 15 vraagt.', en: 'Add the processing activities; Waarborg then puts into the answer what art. 15 asks.' },
    finds: (input) => input.right === 'access' && isGranted(input) && input.processings.length === 0,
  },
  'log-unasked': {
    field: 'answer', severity: 'attention', citation: 'art. 15 lid 1 onder c AVG', norms: ['H-28'],
    words: { nl: 'Uw toepassingen leggen vast wie gegevens gebruikt, maar voor deze inzage is niet in het logboek gezocht.', en: 'Your applications record who uses data, but the log wasn’t searched for this access.' }, advice: { nl: 'Kies “Zoeken in het logboek”; het antwoord gaat mee in het pakket.', en: 'Choose “Search the log”; the answer goes along in the package.' },
    finds: (input, { ownFact }) => input.right === 'access' && isGranted(input) && factsOf(ownFact)?.isLogUnasked === true,
  },
  'portability-unfit': {
    field: 'bases', severity: 'attention', citation: 'art. 20 lid 1 AVG', norms: ['H-35', 'P-20'],
    words: { nl: 'Meenemen geldt alleen bij toestemming of een overeenkomst. Hier rust het gebruik op iets anders.', en: 'Portability holds with consent or a contract only. Here the use rests on something else.' }, advice: { nl: 'Geven mag, maar de wet vraagt het niet. Stuur alleen door met toestemming op schrift.', en: 'Giving is allowed, but the law doesn’t ask it. Forward only with written consent.' },
    finds: (input) => input.right === 'portability' && isGranted(input) && input.bases.length > 0 && !input.bases.some((basis) => basis === 'consent' || basis === 'contract'),
  },
  'letter-missing': {
    field: 'answered_on', severity: 'attention', citation: 'art. 12 lid 1 AVG', norms: ['N-21'],
    words: { nl: 'Bij dit antwoord is geen brief bewaard.', en: 'No letter is kept with this answer.' }, advice: { nl: 'Maak de brief hier, of bewaar haar als bijlage.', en: 'Make the letter here, or keep it as an attachment.' },
    finds: ({ answered_on }, { ownFact }) => answered_on !== null && factsOf(ownFact)?.hasLetter === false,
  },
} satisfies Record<string, Rule<RequestInput>>
