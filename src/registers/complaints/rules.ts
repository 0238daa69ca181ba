// Rules on complaints: taken seriously, handled by somebody who wasn't involved, heard, judged with reasons, and learned from (hoofdstuk 9 Awb; H-32, W-13, W-18, P-13, P-22).
import { Temporal } from 'temporal-polyfill'
import { dayOf } from '../../ground/clock.ts'
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule, RuleContext } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'
import type { Standing } from './facts.ts'

export type ComplaintInput = InputOf<typeof fields>

const standing = ({ ownFact }: RuleContext) => ownFact?.('standing') as Standing | undefined
const isPublicBody = ({ organisationKind }: RuleContext) => organisationKind !== 'firm'
export const isFounded = ({ judgement }: Pick<ComplaintInput, 'judgement'>) => judgement === 'founded' || judgement === 'partly'
const isQuestion = ({ kind }: ComplaintInput) => kind === 'question'
/** Settled to satisfaction: the rest of the procedure lapses (art. 9:5 Awb). */
const isSettled = ({ talk_outcome }: ComplaintInput) => talk_outcome === 'agreed'
const hasPlan = ({ changed_practice, practice_task, practice_measure, no_change_reason }: ComplaintInput) => changed_practice !== null || practice_task !== null || practice_measure !== null || no_change_reason !== null

export const complaintRules = {
  'data-in-danger-untold': {
    field: 'directors_told_at', severity: 'serious', citation: 'art. 24 lid 1 en art. 32 lid 1 AVG', norms: ['P-13'],
    words: { nl: 'Er zijn gegevens in gevaar, maar de directie weet het niet.', en: 'Data are in danger, but the directors don’t know.' }, advice: { nl: 'Kies “Directie inlichten”. Is het een datalek? Meld het ook daar.', en: 'Choose “Inform the directors”. Is it a breach? Report it there too.' },
    finds: ({ data_in_danger, directors_told_at }) => data_in_danger === true && directors_told_at === null,
  },
  'handler-involved': {
    field: 'handler', severity: 'serious', citation: 'art. 9:7 lid 1 Awb', norms: ['H-32', 'W-13'],
    words: { nl: 'De behandelaar is betrokken bij waar de klacht over gaat.', en: 'The handler was involved in what the complaint is about.' }, advice: { nl: 'Kies iemand anders.', en: 'Choose somebody else.' },
    finds: ({ handler, complained_about }, context) => handler !== null && (handler === complained_about || standing(context)?.isInvolved === true),
  },
  'handler-missing': {
    field: 'handler', severity: 'attention', citation: 'art. 9:2 Awb', norms: ['H-32', 'W-13', 'P-13'],
    words: { nl: 'Niemand behandelt deze klacht.', en: 'Nobody handles this complaint.' }, advice: { nl: 'Kies “Oppakken” en wijs een behandelaar aan.', en: 'Choose “Take up” and name a handler.' },
    finds: ({ handler, answered_at }) => handler === null && answered_at === null,
  },
  'route-differs': {
    field: 'route', severity: 'attention', citation: 'art. 24 lid 2 AVG', norms: ['H-32', 'W-13'],
    words: { nl: 'Volgens uw beleid beslist een ander over deze klacht.', en: 'By your policy somebody else decides on this complaint.' }, advice: { nl: 'Kies wie volgens het beleid beslist, of schrijf bij het oordeel waarom dat hier anders is.', en: 'Choose who decides by the policy, or write with the judgement why it is different here.' },
    finds: ({ route, judgement_reason }, context) => route !== null && judgement_reason === null && standing(context) !== undefined && standing(context)!.route !== route,
  },
  'description-missing': {
    field: 'description', severity: 'attention', citation: 'art. 9:4 lid 2 Awb', norms: ['H-32'],
    words: { nl: 'Er staat niet wat er gebeurd is.', en: 'It doesn’t say what happened.' }, advice: { nl: 'Vraag het aan de indiener en schrijf het op.', en: 'Ask whoever complains, and write it down.' },
    finds: ({ description }) => description === null,
  },
  'received-missing': {
    field: 'received_at', severity: 'serious', citation: 'art. 9:11 lid 1 Awb', norms: ['H-32', 'P-13'],
    words: { nl: 'Er staat niet wanneer de klacht is ontvangen. Er loopt dus geen termijn.', en: 'It doesn’t say when the complaint was received. So no term runs.' }, advice: { nl: 'Vul dag en tijd van ontvangst in.', en: 'Fill in day and time of receipt.' },
    finds: ({ received_at }) => received_at === null,
  },
  'unreachable': {
    field: 'reporter_email', severity: 'attention', citation: 'art. 9:12 lid 1 Awb', norms: ['H-32'],
    words: { nl: 'De indiener is niet te bereiken.', en: 'Whoever complains can’t be reached.' }, advice: { nl: 'Vul een adres of telefoonnummer in als u dat weet. Een anonieme klacht kunt u wel onderzoeken, maar niet beantwoorden.', en: 'Fill in an address or phone number if you know one. An anonymous complaint can be looked into, but not answered.' },
    finds: ({ reporter_email, reporter_phone, reporter_address }) => reporter_email === null && reporter_phone === null && reporter_address === null,
  },
  'significance-missing': {
    field: 'significance', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['P-13'],
    words: { nl: 'Er is niet beoordeeld hoe groot de gevolgen zijn.', en: 'The impact hasn’t been judged.' }, advice: { nl: 'Kies “Gevolgen beoordelen”.', en: 'Choose “Judge the impact”.' },
    finds: ({ significance }) => significance === null,
  },
  'significant-without-measure': {
    field: 'changed_practice', severity: 'serious', citation: 'art. 24 lid 1 AVG', norms: ['P-13'],
    words: { nl: 'De gevolgen kunnen groot zijn, maar er staat niet wat u eraan doet.', en: 'The impact may be significant, but it doesn’t say what you do about it.' }, advice: { nl: 'Kies “Werkwijze aanpassen”, of schrijf waarom er niets hoeft te veranderen.', en: 'Choose “Change the practice”, or write why nothing needs to change.' },
    finds: (input) => (input.significance === 'potential' || input.significance === 'significant') && input.answered_at !== null && !hasPlan(input),
  },
  'not-tried-together': {
    field: 'talk_outcome', severity: 'attention', citation: 'art. 9:5 Awb', norms: ['W-18'],
    words: { nl: 'Er is niet geprobeerd om het samen op te lossen.', en: 'Nobody tried to settle it together.' }, advice: { nl: 'Bel de indiener, en kies “Samen oplossen”. Naar de AP gaan mag iemand altijd meteen (art. 77 AVG).', en: 'Call whoever complains, and choose “Settle together”. Anybody may go to the authority at once (art. 77 GDPR).' },
    finds: (input) => !isQuestion(input) && input.talk_outcome === null && input.judgement !== null && input.judgement !== 'not_taken_up',
  },
  'not-heard': {
    field: 'hearing', severity: 'serious', citation: 'art. 9:10 lid 1 Awb', norms: ['H-32'],
    words: { nl: 'Er is een oordeel, maar de indiener is niet gehoord.', en: 'There is a judgement, but whoever complained wasn’t heard.' }, advice: { nl: 'Nodig de indiener uit, of schrijf op waarom horen niet hoeft (art. 9:10 lid 2 Awb).', en: 'Invite whoever complains, or write why hearing isn’t needed (art. 9:10(2) Awb).' },
    finds: (input, context) => isPublicBody(context) && !isQuestion(input) && !isSettled(input) && input.judgement !== null && input.judgement !== 'not_taken_up' && input.hearing === null,
  },
  'hearing-unreported': {
    field: 'hearing_report', severity: 'attention', citation: 'art. 9:10 lid 3 Awb', norms: ['H-32'],
    words: { nl: 'Er is geen verslag van het horen.', en: 'There is no report of the hearing.' }, advice: { nl: 'Schrijf kort op wat er is gezegd.', en: 'Write down in short what was said.' },
    finds: ({ hearing, hearing_report }) => hearing === 'heard' && hearing_report === null,
  },
  'judgement-unreasoned': {
    field: 'judgement_reason', severity: 'serious', citation: 'art. 9:12 lid 1 Awb', norms: ['H-32'],
    words: { nl: 'Het oordeel heeft geen reden.', en: 'The judgement has no reason.' }, advice: { nl: 'Schrijf op wat u vond en waarom u zo oordeelt.', en: 'Write down what you found and why you judge so.' },
    finds: ({ judgement, judgement_reason }) => judgement !== null && judgement_reason === null,
  },
  'refusal-ground-missing': {
    field: 'refusal_ground', severity: 'serious', citation: 'art. 9:8 lid 1 en 2 Awb', norms: ['H-32'],
    words: { nl: 'De klacht is niet in behandeling genomen, zonder grond uit de wet.', en: 'The complaint wasn’t taken up, without a ground of the law.' }, advice: { nl: 'Kies de grond, of neem de klacht alsnog in behandeling.', en: 'Choose the ground, or take the complaint up after all.' },
    finds: ({ judgement, refusal_ground }, context) => isPublicBody(context) && judgement === 'not_taken_up' && refusal_ground === null,
  },
  'refused-late': {
    field: 'answered_at', severity: 'attention', citation: 'art. 9:8 lid 3 Awb', norms: ['H-32'],
    words: { nl: 'De indiener hoorde niet binnen vier weken dat de klacht niet in behandeling is genomen.', en: 'Whoever complained didn’t hear within four weeks that the complaint wasn’t taken up.' }, advice: { nl: 'Laat het meteen weten, met excuses voor het wachten.', en: 'Let them know at once, with an apology for the wait.' },
    finds: ({ judgement, received_at, answered_at }, context) => isPublicBody(context) && judgement === 'not_taken_up' && received_at !== null && isAfterWeeks(received_at, answered_at === null ? context.today : dayOf(new Date(answered_at)), 4),
  },
  'remedies-unnamed': {
    field: 'remedies_named', severity: 'serious', citation: 'art. 9:12 lid 2 Awb en art. 77 AVG', norms: ['H-32', 'W-18', 'P-22'],
    words: { nl: 'Het antwoord zegt niet waar iemand daarna heen kan.', en: 'The answer doesn’t say where somebody can turn next.' }, advice: { nl: 'Stuur de wegen na, en vink aan dat dit is gedaan.', en: 'Send the routes after it, and mark that this was done.' },
    finds: (input) => !isQuestion(input) && !isSettled(input) && input.answered_at !== null && input.remedies_named !== true,
  },
  'practice-unchanged': {
    field: 'changed_practice', severity: 'serious', citation: 'art. 24 lid 1 AVG', norms: ['H-32'],
    words: { nl: 'De klacht is gegrond, maar er staat niet wat er anders gaat.', en: 'The complaint is founded, but it doesn’t say what changes.' }, advice: { nl: 'Kies “Werkwijze aanpassen”, of schrijf waarom er niets hoeft te veranderen.', en: 'Choose “Change the practice”, or write why nothing needs to change.' },
    finds: (input) => isFounded(input) && !hasPlan(input),
  },
  'change-untold': {
    field: 'practice_told_at', severity: 'serious', citation: 'art. 9:12 lid 1 Awb', norms: ['H-32'],
    words: { nl: 'De indiener weet niet wat er door de klacht anders gaat.', en: 'Whoever complained doesn’t know what changes because of it.' }, advice: { nl: 'Laat het weten, en kies “Verteld wat er verandert”.', en: 'Let them know, and choose “Told what changes”.' },
    finds: (input) => isFounded(input) && input.answered_at !== null && input.changed_practice !== null && input.practice_told_at === null,
  },
} satisfies Record<string, Rule<ComplaintInput>>

function isAfterWeeks(from: string, day: string, weeks: number): boolean {
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(dayOf(new Date(from))).add({ weeks }), day) < 0
}
