// Letters on the time of a request: it stands still, it runs again, it is longer, it is over, and a notice of default.
import { framed, type StandardLetter } from '../standard-letter.ts'

const request = { register: 'requests', to: 'subject' } as const
const during = ['received', 'identified', 'scoped', 'collecting', 'decided'] as const

export const requestTerm: readonly StandardLetter[] = [
  {
    ...request, key: 'request-suspended', fits: during, citation: 'art. 12 lid 6 AVG; art. 4:15 Awb', norms: ['N-21', 'H-27'],
    words: { nl: 'De termijn staat stil', en: 'The term stands still' },
    subject: { nl: 'Wij wachten op uw antwoord', en: 'We are waiting for your answer' },
    body: framed(`
Wij kunnen nu niet verder met uw verzoek met nummer {{number}}. De reden is:

{{suspension_reason}}

Sinds {{suspended_on}} telt de tijd daarom niet door. Zodra wij uw antwoord hebben, gaan wij verder en telt de tijd weer.`, `
We can’t go on with your request with number {{number}} now. This is why:

{{suspension_reason}}

That is why time hasn’t counted since {{suspended_on}}. As soon as we have your answer we go on, and time counts again.`),
  },
  {
    ...request, key: 'request-resumed', fits: during, citation: 'art. 12 lid 3 AVG; art. 4:15 lid 4 Awb', norms: ['N-21', 'H-27'],
    words: { nl: 'De termijn loopt weer', en: 'The term runs again' },
    subject: { nl: 'Wij gaan verder met uw verzoek', en: 'We go on with your request' },
    body: framed(`
Dank u wel: wij hebben wat wij nodig hadden. Wij gaan verder met uw verzoek met nummer {{number}}.

U krijgt nu uiterlijk op {{due_on}} antwoord.`, `
Thank you: we have what we needed. We go on with your request with number {{number}}.

You now get an answer by {{due_on}} at the latest.`),
  },
  {
    ...request, key: 'request-extension', fits: during, outcome: 'extended', citation: 'art. 12 lid 3 AVG', norms: ['N-21', 'H-27', 'W-12'],
    words: { nl: 'Meer tijd nodig', en: 'More time needed' },
    subject: { nl: 'Wij hebben meer tijd nodig voor uw verzoek', en: 'We need more time for your request' },
    body: framed(`
Op {{received_on}} kregen wij uw verzoek met nummer {{number}}. Het lukt niet om daar binnen een maand goed antwoord op te geven. De reden is:

{{extension_reason}}

U krijgt uiterlijk op {{due_on}} antwoord. Wij vinden het vervelend dat u langer moet wachten.

## Bent u het hier niet mee eens?

{{remedy}}`, `
On {{received_on}} we received your request with number {{number}}. We can’t answer it well within a month. This is why:

{{extension_reason}}

You get an answer by {{due_on}} at the latest. We are sorry that you have to wait longer.

## Don’t you agree?

{{remedy}}`),
  },
  {
    ...request, key: 'request-late', fits: during, outcome: 'late', citation: 'art. 12 lid 4 AVG', norms: ['N-21', 'H-27', 'P-22'],
    words: { nl: 'Wij zijn te laat', en: 'We are late' },
    subject: { nl: 'Ons antwoord op uw verzoek is te laat', en: 'Our answer to your request is late' },
    body: framed(`
U had uiterlijk op {{due_on}} antwoord moeten krijgen op uw verzoek met nummer {{number}}. Dat is ons niet gelukt. Dat spijt ons. De reden is:

{{delay_reason}}

Wij verwachten dat u op {{expected_on}} antwoord hebt.

## Wat kunt u doen?

{{remedy}}`, `
You should have had an answer to your request with number {{number}} by {{due_on}}. We didn’t manage that. We are sorry. This is why:

{{delay_reason}}

We expect that you have our answer on {{expected_on}}.

## What can you do?

{{remedy}}`),
  },
  {
    ...request, key: 'request-default-received', fits: during, outcome: 'late', isPublicBodyOnly: true, citation: 'art. 4:17 Awb; art. 34 UAVG', norms: ['N-21', 'H-27'],
    words: { nl: 'Ingebrekestelling ontvangen', en: 'Notice of default received' },
    subject: { nl: 'Wij hebben uw brief ontvangen dat wij te laat zijn', en: 'We have received your letter that we are late' },
    body: framed(`
Op {{default_received_on}} kregen wij uw brief. U schrijft dat wij te laat zijn met een besluit op uw verzoek met nummer {{number}}. Wij noemen dat een ingebrekestelling.

Wij beslissen alsnog binnen twee weken nadat wij uw brief kregen. Lukt dat niet, dan moeten wij u een dwangsom betalen voor elke dag dat wij te laat zijn, voor ten hoogste 42 dagen. U hoeft die dwangsom niet aan te vragen: wij stellen hem zelf vast.

## Wat kunt u nog meer doen?

{{remedy}}`, `
On {{default_received_on}} we received your letter. You write that we are late in deciding on your request with number {{number}}. This is called a notice of default.

We will decide within two weeks after we received your letter. If we don’t, we must pay you a penalty for each day that we are late, for 42 days at most. You needn’t ask for it: we set it ourselves.

## What else can you do?

{{remedy}}`),
  },
  {
    ...request, key: 'request-penalty', fits: ['decided', 'answered', 'closed'], outcome: 'refused', isPublicBodyOnly: true, citation: 'art. 4:17, 4:18 en 4:87 Awb', norms: ['N-21'],
    words: { nl: 'Besluit over de dwangsom', en: 'Decision on the penalty' },
    subject: { nl: 'Ons besluit over de dwangsom', en: 'Our decision on the penalty' },
    body: framed(`
U stelde ons op {{default_received_on}} in gebreke, omdat wij te laat waren met een besluit op uw verzoek met nummer {{number}}.

Wij hebben vastgesteld welk bedrag wij u moeten betalen: {{penalty_amount}}. Zo kwamen wij daarop:

{{penalty_reason}}

Wij betalen binnen zes weken na de dag van deze brief.

## Bent u het niet eens met dit besluit?

{{remedy}}`, `
On {{default_received_on}} you gave us notice of default, because we were late in deciding on your request with number {{number}}.

We have set the amount that we must pay you: {{penalty_amount}}. This is how:

{{penalty_reason}}

We pay within six weeks after the day of this letter.

## Don’t you agree with this decision?

{{remedy}}`),
  },
]
