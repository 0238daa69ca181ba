// Outside: how a complaint or question comes in from the public site, and what whoever brought it may follow (H-32, P-13, W-13).
import { minuteOf, momentIn } from '../../case-kit/moments.ts'
import type { CaseNews, CaseRegister } from '../../case-kit/outside.ts'
import { remediesForComplaint } from '../../case-kit/remedies.ts'
import type { Scope } from '../../ground/scope.ts'
import { isMailAddress } from '../../people/mail-outside.ts'
import { presentDeadlines } from '../../register-kit/deadlines/kept-deadline.ts'
import type { AnyInput, Entry } from '../../register-kit/entry.ts'
import { createEntry, loadEntry, perform } from '../../register-kit/perform.ts'
import { directorsOf } from './directors.ts'
import { isFounded, type ComplaintInput } from './rules.ts'
import { complaints } from './register.ts'

export const complaintCases: CaseRegister = {
  register: complaints,
  intakes: [{
    key: 'public', path: 'klacht', door: 'public', files: true, fixed: { channel: 'web' },
    words: {
      heading: { nl: 'Klacht of vraag over uw gegevens', en: 'Complaint or question about your data' },
      lead: { nl: 'Bent u niet tevreden over hoe wij met uw gegevens omgaan, of hebt u een vraag? Vertel het ons. Naar de Autoriteit Persoonsgegevens mag u altijd ook.', en: 'Aren’t you content with how we handle your data, or do you have a question? Tell us. You may always turn to the supervisory authority as well.' },
      done: { nl: 'Dank u wel. Iemand die er niet bij betrokken was, kijkt ernaar. Wij bellen of schrijven u om het eerst samen op te lossen.', en: 'Thank you. Somebody who wasn’t involved looks at it. We call or write to you, to settle it together first.' },
    },
    questions: [
      { field: 'kind', words: { nl: 'Wat wilt u doen?', en: 'What do you want to do?' }, isRequired: true },
      { field: 'title', words: { nl: 'Waar gaat het over, in één zin?', en: 'What is it about, in one sentence?' }, help: { nl: 'Bijvoorbeeld: mijn brief kwam bij de buren terecht.', en: 'For example: my letter ended up with the neighbours.' }, isRequired: true },
      { field: 'description', words: { nl: 'Wat is er gebeurd, en wanneer?', en: 'What happened, and when?' }, help: { nl: 'Schrijf geen BSN of medische gegevens op. Noem alleen namen als dat nodig is.', en: 'Don’t write down a citizen service number or medical data. Give names only where needed.' }, isRequired: true },
      { field: 'wish', words: { nl: 'Wat moeten wij volgens u doen?', en: 'What do you think we should do?' } },
      { field: 'data_in_danger', words: { nl: 'Zijn er nu nog gegevens in gevaar?', en: 'Are data still in danger now?' }, help: { nl: 'Bijvoorbeeld omdat iedereen ze kan zien. Dan kijken wij meteen.', en: 'For instance because anybody can see them. Then we look at once.' } },
      { field: 'reporter_name', words: { nl: 'Uw naam', en: 'Your name' } },
      { field: 'reporter_email', words: { nl: 'Uw e-mailadres', en: 'Your e-mail address' }, help: { nl: 'Dan krijgt u een bevestiging, en een link om te volgen hoe het gaat.', en: 'Then you get a confirmation, and a link to follow how it goes.' } },
      { field: 'reporter_phone', words: { nl: 'Uw telefoonnummer', en: 'Your phone number' } },
      { field: 'reporter_address', words: { nl: 'Uw postadres', en: 'Your postal address' }, help: { nl: 'Alleen als u liever een brief krijgt.', en: 'Only if you would rather get a letter.' } },
    ],
    receive,
  }],
  news,
  contact: (input) => {
    const { reporter_name: name, reporter_email: email, reporter_address: address, reporter_phone: phone, language } = input as ComplaintInput
    return name === null && email === null && address === null && phone === null ? undefined : { name, email, address, language: language ?? 'nl' }
  },
  outsideVerbs: ['add_information', 'withdraw'],
}

/** The receipt goes out in the same transaction; who says that data are in danger has the directors told at once (P-13). */
async function receive(scope: Scope, input: AnyInput): Promise<{ id: string; number: string }> {
  const hasReceipt = typeof input.reporter_email === 'string' && isMailAddress(input.reporter_email)
  const received_at = typeof input.received_at === 'string' ? minuteOf(new Date(input.received_at)) : minuteOf(scope.now)
  const id = await createEntry(scope, complaints, { ...input, received_at, confirmed_at: hasReceipt ? minuteOf(scope.now) : null })
  if (input.data_in_danger === true && (await directorsOf(scope)).size > 0) await perform(scope, complaints, 'inform_directors', id, { how: null })
  return { id, number: String((await loadEntry(scope, complaints, id)).input.number) }
}

function news({ organisation }: Scope, { system, input, deadlines = [] }: Entry): CaseNews {
  const { received_at, handler, answered_at, practice_told_at, judgement } = input as ComplaintInput
  const { words, tone } = complaints.lifecycle.statuses[system.status]!
  const running = presentDeadlines(deadlines).get('handling')
  const isOver = system.status === 'withdrawn' || answered_at !== null
  return {
    status: words, tone, dueOn: isOver || !running ? null : running.dueOn,
    lead: leads[system.status] ?? leads.handling!, ...(answered_at !== null && input.kind !== 'question' ? { remedies: remediesForComplaint(organisation.kind) } : {}),
    steps: [
      { words: { nl: 'Wij hebben uw bericht ontvangen', en: 'We received your message' }, at: momentIn(received_at), isDone: true },
      { words: { nl: 'Iemand die er niet bij betrokken was, kijkt ernaar', en: 'Somebody who wasn’t involved looks at it' }, at: null, isDone: handler !== null || answered_at !== null },
      { words: { nl: 'U krijgt antwoord', en: 'You get an answer' }, at: momentIn(answered_at), isDone: answered_at !== null },
      ...(answered_at !== null && isFounded({ judgement }) ? [{ words: { nl: 'U hoort wat wij anders gaan doen', en: 'You hear what we will do differently' }, at: momentIn(practice_told_at), isDone: practice_told_at !== null }] : []),
    ],
  }
}

const leads: Readonly<Record<string, CaseNews['lead']>> = {
  received: { nl: 'Wij kijken wie uw bericht het beste kan behandelen.', en: 'We are looking for the best person to handle your message.' },
  handling: { nl: 'Wij bellen of schrijven u om het eerst samen op te lossen. Lukt dat niet, dan krijgt u een oordeel met uitleg.', en: 'We call or write to you, to settle it together first. If that doesn’t work, you get a judgement with an explanation.' },
  answered: { nl: 'U hebt ons antwoord gekregen. Daarin staat ook waar u daarna heen kunt.', en: 'You got our answer. It also says where you can turn next.' },
  closed: { nl: 'Uw bericht is afgehandeld.', en: 'Your message has been dealt with.' },
  withdrawn: { nl: 'U hebt uw bericht ingetrokken.', en: 'You withdrew your message.' },
}
