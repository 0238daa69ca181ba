// Letters at the beginning of a request: received, who are you, may you ask this, what exactly do you mean.
import { framed, type StandardLetter } from '../standard-letter.ts'

const request = { register: 'requests', to: 'subject' } as const

export const requestIntake: readonly StandardLetter[] = [
  {
    ...request, key: 'request-receipt', fits: ['received'], citation: 'art. 12 lid 3 AVG', norms: ['N-21', 'H-27', 'N-19'],
    words: { nl: 'Ontvangstbevestiging', en: 'Confirmation of receipt' },
    subject: { nl: 'Wij hebben uw verzoek ontvangen', en: 'We have received your request' },
    body: framed(`
Op {{received_on}} kregen wij uw verzoek over uw persoonsgegevens. Het nummer van uw verzoek is {{number}}.

## Wat gebeurt er nu?

Wij gaan eerst na of u bent wie u zegt. Zo krijgt niemand anders uw gegevens. Daarna behandelen wij uw verzoek. Dat kost u niets.

U krijgt uiterlijk op {{due_on}} antwoord. Hebben wij meer tijd nodig? Dan schrijven wij u dat vóór die dag, met de reden.`, `
On {{received_on}} we received your request about your personal data. The number of your request is {{number}}.

## What happens now?

First we check that you are who you say you are, so that nobody else gets your data. Then we handle your request. This is free of charge.

You get an answer by {{due_on}} at the latest. Do we need more time? Then we will write to you before that day, and say why.`),
  },
  {
    ...request, key: 'request-identity', fits: ['received'], citation: 'art. 12 lid 6 AVG', norms: ['N-21', 'M-13'],
    words: { nl: 'Vraag wie iemand is', en: 'Asking who somebody is' },
    subject: { nl: 'Wilt u laten zien wie u bent?', en: 'Would you show us who you are?' },
    body: framed(`
Op {{received_on}} kregen wij uw verzoek. Wij weten nog niet zeker of u het zelf bent die dit vraagt. Uw gegevens mogen niet bij iemand anders terechtkomen. Daarom vragen wij u dit:

{{identity_question}}

Stuur ons geen kopie van uw paspoort of identiteitskaart. Die bewaren wij niet, en wij hebben uw burgerservicenummer (BSN) niet nodig.

Zodra wij weten wie u bent, gaan wij verder met uw verzoek.`, `
On {{received_on}} we received your request. We aren’t certain yet that it is you who asks. Your data must not end up with somebody else. That is why we ask you this:

{{identity_question}}

Don’t send us a copy of your passport or identity card. We don’t keep these, and we don’t need your citizen service number (BSN).

As soon as we know who you are, we go on with your request.`),
  },
  {
    ...request, key: 'request-representative', fits: ['received'], citation: 'art. 12 lid 6 AVG; art. 5 lid 4 UAVG', norms: ['N-21', 'M-13'],
    words: { nl: 'Vraag om een machtiging', en: 'Asking for an authorisation' },
    subject: { nl: 'Mag u dit namens iemand anders vragen?', en: 'May you ask this for somebody else?' },
    body: framed(`
Op {{received_on}} kregen wij uw verzoek namens {{subject_name}}. Wij geven gegevens alleen aan iemand anders als dat mag. Wilt u laten zien dat u dit namens {{subject_name}} mag vragen? Dat kan zo:

{{authorisation_question}}

Zonder dit bewijs kunnen wij uw verzoek niet behandelen.`, `
On {{received_on}} we received your request on behalf of {{subject_name}}. We give data to somebody else only where that is allowed. Would you show that you may ask this for {{subject_name}}? You can do so like this:

{{authorisation_question}}

Without this we can’t handle your request.`),
  },
  {
    ...request, key: 'request-specification', fits: ['identified', 'scoped'], citation: 'overweging 63 AVG', norms: ['N-21', 'H-27'],
    words: { nl: 'Vraag wat iemand precies bedoelt', en: 'Asking what somebody means exactly' },
    subject: { nl: 'Waarover gaat uw verzoek precies?', en: 'What is your request about exactly?' },
    body: framed(`
Op {{received_on}} kregen wij uw verzoek. Wij hebben veel gegevens over u, uit verschillende jaren en van verschillende afdelingen. Kunt u ons zeggen om welke gegevens het u gaat?

{{specification_question}}

U mag ook zeggen dat u alles wilt. Dan zoeken wij overal. Uw antwoord maakt het zoeken alleen sneller.`, `
On {{received_on}} we received your request. We hold many data about you, of several years and departments. Can you tell us which data you mean?

{{specification_question}}

You may also say that you want everything. Then we look everywhere. Your answer only makes the search faster.`),
  },
  {
    ...request, key: 'request-objection-receipt', fits: ['received', 'identified', 'scoped'], citation: 'art. 18 lid 1 onder d en art. 21 lid 1 AVG', norms: ['N-21', 'H-31', 'P-18'],
    words: { nl: 'Bezwaar tegen het gebruik ontvangen', en: 'Objection to the use received' },
    subject: { nl: 'Wij gebruiken uw gegevens niet zolang wij uw bezwaar wegen', en: 'We don’t use your data while we weigh your objection' },
    body: framed(`
Op {{received_on}} kregen wij uw bezwaar tegen het gebruik van uw gegevens (artikel 21 AVG). Wij wegen nu of uw belang zwaarder weegt dan het onze.

Zolang wij wegen, gebruiken wij deze gegevens niet. Wij bewaren ze alleen.

U hoort uiterlijk op {{due_on}} wat wij besluiten en waarom.`, `
On {{received_on}} we received your objection to the use of your data (article 21 GDPR). We now weigh whether your interest outweighs ours.

While we weigh, we don’t use these data. We only keep them.

You will hear by {{due_on}} at the latest what we decide, and why.`),
  },
]
