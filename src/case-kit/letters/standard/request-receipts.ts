// Letters at the beginning of a request: received, who are you, what exactly do you mean, and when the time stands still or is longer.
import type { StandardLetter } from '../standard-letter.ts'

export const requestReceipts: readonly StandardLetter[] = [
  {
    key: 'request-receipt', register: 'requests', to: 'subject', fits: ['received'], citation: 'art. 12 lid 3 AVG', norms: ['N-21', 'H-27', 'N-19'],
    words: { nl: 'Ontvangstbevestiging', en: 'Confirmation of receipt' },
    subject: { nl: 'Wij hebben uw verzoek ontvangen', en: 'We have received your request' },
    body: {
      nl: `{{salutation}}

Op {{received_on}} kregen wij uw verzoek over uw persoonsgegevens. Het nummer van uw verzoek is {{number}}.

## Wat gebeurt er nu?

Wij controleren eerst of u bent wie u zegt. Zo krijgt niemand anders uw gegevens. Daarna behandelen wij uw verzoek. Dat kost u niets.

U krijgt uiterlijk op {{due_on}} antwoord. Hebben wij meer tijd nodig? Dan schrijven wij u dat vóór die dag, met de reden.

## Hebt u een vraag?

{{contact}}

{{closing}}`,
      en: `{{salutation}}

On {{received_on}} we received your request about your personal data. The number of your request is {{number}}.

## What happens now?

First we check that you are who you say you are, so that nobody else gets your data. Then we handle your request. This is free of charge.

You get an answer on {{due_on}} at the latest. Do we need more time? Then we will write to you before that day, and say why.

## Do you have a question?

{{contact}}

{{closing}}`,
    },
  },
]
