// Letters that refuse a request, wholly or partly: always with the ground and the way on (art. 12 lid 4 AVG).
import { framed, type StandardLetter } from '../standard-letter.ts'

const refusal = { register: 'requests', to: 'subject', fits: ['collecting', 'decided', 'answered'] } as const

export const requestRefusals: readonly StandardLetter[] = [
  {
    ...refusal, key: 'request-partly-granted', outcome: 'partial', citation: 'art. 12 lid 4 AVG; art. 34 en 35 UAVG', norms: ['N-21', 'H-29', 'H-36', 'P-22', 'M-14'],
    words: { nl: 'Deels toegewezen', en: 'Partly granted' },
    subject: { nl: 'Wij doen een deel van wat u vroeg', en: 'We do a part of what you asked' },
    body: framed(`
U deed op {{received_on}} een verzoek (nummer {{number}}). Wij doen een deel van wat u vroeg.

## Dit doen wij wel

{{granted_part}}

## Dit doen wij niet

{{refused_part}}

De grond daarvoor is:

{{refusal_grounds}}

Zo hebben wij uw belang afgewogen:

{{reasons}}

## Bent u het niet eens met dit antwoord?

{{remedy}}`, `
On {{received_on}} you made a request (number {{number}}). We do a part of what you asked.

## This we do

{{granted_part}}

## This we don’t do

{{refused_part}}

The ground for that is:

{{refusal_grounds}}

This is how we weighed your interest:

{{reasons}}

## Don’t you agree with this answer?

{{remedy}}`),
  },
  {
    ...refusal, key: 'request-refused', outcome: 'refused', citation: 'art. 12 lid 4 AVG; art. 34, 35 en 41 UAVG', norms: ['N-21', 'H-29', 'H-34', 'H-36', 'P-22', 'W-12', 'M-14'],
    words: { nl: 'Afgewezen', en: 'Refused' },
    subject: { nl: 'Wij doen niet wat u vroeg', en: 'We don’t do what you asked' },
    body: framed(`
U deed op {{received_on}} een verzoek (nummer {{number}}). Wij doen niet wat u vroeg. Dat leggen wij u uit.

## De grond

{{refusal_grounds}}

## Waarom wij dit besluiten

{{reasons}}

## Bent u het niet eens met dit antwoord?

{{remedy}}`, `
On {{received_on}} you made a request (number {{number}}). We don’t do what you asked. We will explain why.

## The ground

{{refusal_grounds}}

## Why we decide so

{{reasons}}

## Don’t you agree with this answer?

{{remedy}}`),
  },
  {
    ...refusal, key: 'request-objection-refused', outcome: 'refused', citation: 'art. 21 lid 1 en art. 12 lid 4 AVG', norms: ['N-21', 'H-31', 'P-18', 'P-22'],
    words: { nl: 'Bezwaar tegen het gebruik afgewezen', en: 'Objection to the use refused' },
    subject: { nl: 'Wij blijven uw gegevens gebruiken', en: 'We keep using your data' },
    body: framed(`
U maakte op {{received_on}} bezwaar tegen het gebruik van uw gegevens (artikel 21 AVG). Wij hebben uw belang en het onze tegen elkaar afgewogen. Wij blijven uw gegevens gebruiken, want wij hebben een dwingende reden die zwaarder weegt:

{{compelling_grounds}}

Zo hebben wij dat gewogen:

{{reasons}}

Vanaf {{resumed_on}} gebruiken wij de gegevens weer.

## Bent u het niet eens met dit antwoord?

{{remedy}}`, `
On {{received_on}} you objected to the use of your data (article 21 GDPR). We weighed your interest against ours. We keep using your data, since we have a compelling reason that weighs more:

{{compelling_grounds}}

This is how we weighed it:

{{reasons}}

From {{resumed_on}} we use the data again.

## Don’t you agree with this answer?

{{remedy}}`),
  },
  {
    ...refusal, key: 'request-not-taken-up', outcome: 'not_taken_up', citation: 'art. 12 lid 4 en 5 AVG', norms: ['N-21', 'H-29', 'P-22'],
    words: { nl: 'Niet in behandeling genomen', en: 'Not taken up' },
    subject: { nl: 'Wij nemen uw verzoek niet in behandeling', en: 'We don’t take up your request' },
    body: framed(`
U deed op {{received_on}} een verzoek (nummer {{number}}). Wij nemen het niet in behandeling. Dat mag als een verzoek duidelijk ongegrond is, of buitensporig, bijvoorbeeld omdat iemand steeds hetzelfde vraagt (artikel 12 lid 5 AVG). Wij vinden dat hier zo, want:

{{reasons}}

## Bent u het niet eens met dit antwoord?

{{remedy}}`, `
On {{received_on}} you made a request (number {{number}}). We don’t take it up. We may do so where a request is clearly unfounded, or excessive, for instance as somebody asks the same over and over (article 12(5) GDPR). We find that so here, because:

{{reasons}}

## Don’t you agree with this answer?

{{remedy}}`),
  },
  {
    ...refusal, key: 'request-closed-identity', fits: ['received', 'decided'], outcome: 'not_taken_up', citation: 'art. 12 lid 2, 4 en 6 AVG', norms: ['N-21', 'M-13', 'P-22'],
    words: { nl: 'Gesloten: onbekend wie het is', en: 'Closed: unknown who it is' },
    subject: { nl: 'Wij sluiten uw verzoek, omdat wij niet weten wie u bent', en: 'We close your request, as we don’t know who you are' },
    body: framed(`
Op {{received_on}} kregen wij uw verzoek met nummer {{number}}. Wij vroegen u op {{asked_on}} om te laten zien wie u bent. Daarop kregen wij geen antwoord, of uw antwoord was niet genoeg.

Wij weten dus niet of u het zelf bent. Daarom geven wij geen gegevens en sluiten wij uw verzoek. U kunt altijd een nieuw verzoek doen. Dat kost niets.

## Bent u het niet eens met dit antwoord?

{{remedy}}`, `
On {{received_on}} we received your request with number {{number}}. On {{asked_on}} we asked you to show who you are. We got no answer, or your answer wasn’t enough.

So we don’t know whether it is you. That is why we give no data and close your request. You can always make a new request. It is free.

## Don’t you agree with this answer?

{{remedy}}`),
  },
  {
    ...refusal, key: 'request-withdrawn', fits: ['withdrawn'], citation: 'art. 12 lid 1 AVG', norms: ['N-21'],
    words: { nl: 'Intrekking bevestigd', en: 'Withdrawal confirmed' },
    subject: { nl: 'U hebt uw verzoek ingetrokken', en: 'You have withdrawn your request' },
    body: framed(`
U hebt ons laten weten dat u uw verzoek met nummer {{number}} intrekt. Wij doen er daarom niets meer mee. Wilt u later toch iets vragen? Dat kan altijd.`, `
You let us know that you withdraw your request with number {{number}}. So we do nothing more with it. Would you like to ask something later after all? You always can.`),
  },
]
