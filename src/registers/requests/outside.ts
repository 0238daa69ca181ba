// Outside: how a request comes in from the public site or the portal, and what whoever made it may follow and still do (H-62, N-19, M-12, P-19).
import { minuteOf } from '../../case-kit/moments.ts'
import type { CaseNews, CaseRegister, Intake, Question } from '../../case-kit/outside.ts'
import type { Scope } from '../../ground/scope.ts'
import type { Words } from '../../ground/words.ts'
import type { AnyInput, Entry } from '../../register-kit/entry.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry, loadEntry, perform } from '../../register-kit/perform.ts'
import { requests } from './register.ts'
import { outcomeWords, rightKeys, rightOf } from './rights.ts'
import { answerDeadline, type RequestInput } from './step-kit.ts'

const questions: readonly Question[] = [
  { field: 'right', choices: Object.fromEntries(rightKeys.map((key) => [key, rightOf(key).ask])), words: { nl: 'Wat wilt u?', en: 'What do you want?' }, help: { nl: 'Wilt u meer dingen? Kies het belangrijkste, en schrijf de rest hieronder.', en: 'Do you want several things? Choose the most important, and write the rest below.' }, isRequired: true },
  { field: 'request', words: { nl: 'Om welke gegevens gaat het?', en: 'Which data is it about?' }, help: { nl: 'Bijvoorbeeld: alles wat u van mij hebt, of alleen mijn aanvraag van vorig jaar. U hoeft niet te zeggen waarom. Schrijf geen BSN op.', en: 'For example: everything you have about me, or only my application of last year. You needn’t say why. Don’t write down a citizen service number.' }, isRequired: true },
  { field: 'period_from', words: { nl: 'Vanaf wanneer?', en: 'From when?' }, help: { nl: 'Als het over een bepaalde tijd gaat.', en: 'If it is about a certain time.' } },
  { field: 'period_until', words: { nl: 'Tot wanneer?', en: 'Until when?' } },
  { field: 'subject_name', words: { nl: 'Over wie gaat het?', en: 'Whom is it about?' }, help: { nl: 'Uw eigen naam, of de naam van degene voor wie u vraagt.', en: 'Your own name, or the name of whom you ask for.' }, isRequired: true },
  { field: 'subject_email', words: { nl: 'E-mailadres', en: 'E-mail address' }, help: { nl: 'Dan krijgt u een bevestiging met wat u invulde, en een link om te volgen hoe het gaat. Gaat het om reclame? Vul dan het adres in waarop u die krijgt.', en: 'Then you get a confirmation with what you filled in, and a link to follow how it goes. Is it about marketing? Then fill in the address on which you get it.' } },
  { field: 'subject_phone', words: { nl: 'Telefoonnummer', en: 'Phone number' } },
  { field: 'subject_address', words: { nl: 'Postadres', en: 'Postal address' }, help: { nl: 'Alleen als u liever een brief krijgt.', en: 'Only if you would rather get a letter.' } },
  { field: 'subject_reference', words: { nl: 'Klantnummer of kenmerk', en: 'Customer number or reference' }, help: { nl: 'Als u dat hebt. Zo vinden wij uw gegevens sneller. Geen BSN.', en: 'If you have one. So we find your data sooner. No citizen service number.' } },
  { field: 'representative_name', words: { nl: 'Vraagt u dit voor iemand anders? Vul dan hier uw eigen naam in', en: 'Do you ask this for somebody else? Then fill in your own name here' }, help: { nl: 'Stuur dan een machtiging mee. Voor uw kind jonger dan 16 mag u het als ouder of voogd vragen.', en: 'Then send an authorisation along. For your child under 16 you may ask it as parent or guardian.' } },
  { field: 'representative_role', words: { nl: 'Als wat vraagt u het?', en: 'In what quality do you ask it?' } },
  { field: 'representative_email', words: { nl: 'Uw eigen e-mailadres', en: 'Your own e-mail address' } },
]

const words: Intake['words'] = {
  heading: { nl: 'Verzoek over uw persoonsgegevens', en: 'Request about your personal data' },
  lead: { nl: 'U mag zien welke gegevens wij van u hebben, en vragen om ze te verbeteren, te wissen of niet meer te gebruiken. Dat kost niets. U krijgt binnen een maand antwoord.', en: 'You may see which data we have about you, and ask us to correct or erase them or to stop using them. It is free of charge. You get an answer within a month.' },
  done: { nl: 'Dank u wel. Wij kijken eerst of u het bent: zo krijgt niemand anders uw gegevens. Stuur ons nooit een kopie van uw paspoort.', en: 'Thank you. First we check that it is you: so nobody else gets your data. Never send us a copy of your passport.' },
}

export const requestCases: CaseRegister = {
  register: requests,
  intakes: [
    { key: 'public', path: 'verzoek', door: 'public', files: true, fixed: { channel: 'web' }, words, questions, receive },
    {
      key: 'citizen', path: 'verzoek/ingelogd', door: 'portal', files: true, fixed: { channel: 'portal' }, questions, receive,
      words: { ...words, done: { nl: 'Dank u wel. U was ingelogd: wij weten dat u het bent, en beginnen meteen.', en: 'Thank you. You were signed in: we know that it is you, and begin at once.' } },
    },
  ],
  news, contact,
  outsideVerbs: ['add_information', 'withdraw', 'object'],
}

/** A request is one whatever form it has (H-62). Who signed in is known from the start (M-13); marketing stops at once (P-18). */
async function receive(scope: Scope, input: AnyInput): Promise<{ id: string; number: string }> {
  const { identity_means, identity_checked_on, identity_note, ...rest } = { ...emptyInput(requests.fields), ...input } as RequestInput
  const received_at = rest.received_at === null ? minuteOf(scope.now) : minuteOf(new Date(rest.received_at))
  const title = rest.title ?? (rest.right === null ? 'Verzoek' : rightOf(rest.right).words.nl)
  const id = await createEntry(scope, requests, { ...rest, identity_means: null, identity_checked_on: null, identity_note: null, title, received_at })
  const isKnown = identity_means !== null && (rest.representative_name === null || identity_note !== null)
  if (isKnown) await perform(scope, requests, 'identify', id, { identity_means, identity_note: identity_note ?? null, identity_checked_on })
  else if (rest.right === 'marketing' && (rest.subject_email !== null || rest.subject_phone !== null)) await perform(scope, requests, 'suppress', id)
  return { id, number: String((await loadEntry(scope, requests, id)).input.number) }
}

function contact(input: AnyInput) {
  const { subject_name, subject_email, subject_address, subject_phone, representative_name, representative_email, representative_address, language } = input as RequestInput
  const [name, email, address] = representative_name === null ? [subject_name, subject_email, subject_address] : [representative_name, representative_email, representative_address]
  return name === null && email === null && address === null && subject_phone === null ? undefined : { name, email, address, language: language ?? 'nl' as const }
}

function news(_scope: Scope, entry: Entry): CaseNews {
  const input = entry.input as RequestInput
  const { status } = entry.system
  const running = answerDeadline(entry)
  const isOver = input.answered_on !== null || running === undefined || running.metAt !== null || running.lapsedAt !== null
  const waits = running?.suspendedAt !== null && running?.suspendedAt !== undefined
  const isTold = status === 'told' || input.recipients.some(({ told_on }) => told_on !== null)
  const tells = input.right !== null && rightOf(input.right).tellsRecipients && (input.outcome === 'granted' || input.outcome === 'partial')
  return {
    ...shown[waits ? 'waits' : status] ?? shown.received!, dueOn: isOver || waits ? null : running.dueOn,
    steps: [
      { words: { nl: 'Wij hebben uw verzoek ontvangen', en: 'We received your request' }, at: momentOf(input.received_at), isDone: true },
      { words: { nl: 'Wij kijken of u het bent', en: 'We check that it is you' }, at: dayIn(input.identity_checked_on), isDone: input.identity_means !== null },
      ...(input.restricted_on === null ? [] : [{ words: { nl: 'Wij gebruiken uw gegevens zolang niet', en: 'We don’t use your data meanwhile' }, at: dayIn(input.restricted_on), isDone: true }]),
      ...(input.suppressed_on === null ? [] : [{ words: { nl: 'U krijgt geen reclame meer van ons', en: 'You get no more marketing from us' }, at: dayIn(input.suppressed_on), isDone: true }]),
      ...(input.extended_on === null ? [] : [{ words: { nl: 'Wij hebben meer tijd nodig', en: 'We need more time' }, at: dayIn(input.extended_on), isDone: true }]),
      ...(endings[status] ?? [
        { words: { nl: 'Wij zoeken uw gegevens op', en: 'We look up your data' }, at: null, isDone: input.outcome !== null },
        // What was decided is read in the answer, not before it.
        { words: input.answered_on !== null && input.outcome !== null ? { nl: `U kreeg antwoord: ${outcomeWords[input.outcome].nl.toLowerCase()}`, en: `You got an answer: ${outcomeWords[input.outcome].en.toLowerCase()}` } : { nl: 'U krijgt antwoord', en: 'You get an answer' }, at: dayIn(input.answered_on), isDone: input.answered_on !== null },
        ...(input.answered_on !== null && tells ? [{ words: { nl: 'Wij lichten in wie uw gegevens eerder kreeg', en: 'We tell whoever got your data earlier' }, at: null, isDone: isTold }] : []),
        ...(input.objection_received_on === null ? [] : [{ words: { nl: 'Uw bezwaar of beroep tegen het antwoord', en: 'Your objection or appeal against the answer' }, at: dayIn(input.objection_decided_on ?? input.objection_received_on), isDone: input.objection_decided_on !== null }]),
      ]).map((step) => ({ ...step, at: step.at ?? (endings[status] ? entry.system.updated_at : null) })),
    ],
  }
}

const endings: Readonly<Record<string, CaseNews['steps']>> = {
  withdrawn: [{ words: { nl: 'Het verzoek is ingetrokken', en: 'The request was withdrawn' }, at: null, isDone: true }],
  forwarded: [{ words: { nl: 'Doorgestuurd aan de organisatie die over uw gegevens gaat', en: 'Forwarded to the organisation in charge of your data' }, at: null, isDone: true }],
}

const say = (nl: string, en: string): Words => ({ nl, en })
const shown: Readonly<Record<string, Pick<CaseNews, 'status' | 'tone' | 'lead'>>> = {
  received: { status: say('Ontvangen', 'Received'), tone: 'info', lead: say('Wij kijken eerst of u het bent. Misschien vragen wij u daar iets voor. Stuur nooit een kopie van uw paspoort.', 'First we check that it is you. We may ask you something for that. Never send a copy of your passport.') },
  waits: { status: say('Wacht op u', 'Waits for you'), tone: 'warning', lead: say('Wij hebben u iets gevraagd. De termijn staat stil tot u antwoordt; dat kan hieronder.', 'We asked you something. The term stands still until you answer; you can do so below.') },
  identified: { status: say('In behandeling', 'Being handled'), tone: 'info', lead: say('Wij weten dat u het bent en werken aan uw verzoek.', 'We know that it is you and work on your request.') },
  scoped: { status: say('In behandeling', 'Being handled'), tone: 'info', lead: say('Wij werken aan uw verzoek.', 'We work on your request.') },
  collecting: { status: say('In behandeling', 'Being handled'), tone: 'info', lead: say('Wij zoeken uw gegevens bij elkaar.', 'We are gathering your data.') },
  decided: { status: say('Bijna klaar', 'Almost done'), tone: 'info', lead: say('Wij schrijven u het antwoord.', 'We are writing you the answer.') },
  answered: { status: say('Beantwoord', 'Answered'), tone: 'positive', lead: say('U hebt ons antwoord. Daarin staat ook wat u kunt doen als u het er niet mee eens bent.', 'You have our answer. It also says what you can do if you disagree.') },
  told: { status: say('Beantwoord', 'Answered'), tone: 'positive', lead: say('U hebt ons antwoord, en wie uw gegevens eerder kreeg, weet het ook. U mag vragen wie dat zijn.', 'You have our answer, and whoever got your data earlier knows too. You may ask who they are.') },
  closed: { status: say('Afgerond', 'Closed'), tone: 'neutral', lead: say('Uw verzoek is afgerond.', 'Your request is finished.') },
  withdrawn: { status: say('Ingetrokken', 'Withdrawn'), tone: 'neutral', lead: say('Het verzoek is ingetrokken. U mag altijd een nieuw verzoek doen.', 'The request was withdrawn. You may always make a new one.') },
  forwarded: { status: say('Doorgestuurd', 'Forwarded'), tone: 'neutral', lead: say('Een andere organisatie gaat over uw gegevens. Wij hebben uw verzoek daarheen gestuurd; u krijgt van die organisatie antwoord.', 'Another organisation is in charge of your data. We sent your request there; you get an answer from that organisation.') },
}

const momentOf = (value: string | null): Date | null => (value === null ? null : new Date(value))
const dayIn = (value: string | null): Date | null => (value === null ? null : new Date(`${value}T12:00:00Z`))
