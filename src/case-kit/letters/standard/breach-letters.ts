// Letters to those whom a breach touches, and on their behalf: the people whose data they are (art. 34 AVG), whoever got data that weren't theirs, and the public.
import { framed, type StandardLetter } from '../standard-letter.ts'

const breach = { register: 'breaches', fits: ['weighed', 'to_report', 'handled'] } as const

export const breachLetters: readonly StandardLetter[] = [
  {
    ...breach, key: 'breach-subjects', to: 'recipient', isForList: true, citation: 'art. 34 lid 1 en 2 AVG', norms: ['M-15', 'P-16', 'H-53'],
    words: { nl: 'Aan betrokkenen: er is iets misgegaan met uw gegevens', en: 'To data subjects: something went wrong with your data' },
    subject: { nl: 'Er is iets misgegaan met uw gegevens', en: 'Something went wrong with your data' },
    body: framed(`
Er is iets misgegaan met gegevens van u. Dat vinden wij erg vervelend, en wij bieden u onze excuses aan. In deze brief leest u wat er is gebeurd en wat u kunt doen.

## Wat is er gebeurd?

{{what_happened}}

## Om welke gegevens gaat het?

{{data_categories}}

## Wat kan dit voor u betekenen?

{{likely_consequences}}

## Wat hebben wij gedaan?

{{containment}}

## Wat kunt u zelf doen?

{{own_steps}}

## Bij wie kunt u terecht?

Met vragen kunt u terecht bij onze functionaris gegevensbescherming: {{dpo_contact}}. Vindt u dat wij niet goed omgaan met uw gegevens? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl).`, `
Something went wrong with data of yours. We are very sorry, and offer you our apologies. In this letter you read what happened and what you can do.

## What happened?

{{what_happened}}

## Which data is it about?

{{data_categories}}

## What can this mean for you?

{{likely_consequences}}

## What did we do?

{{containment}}

## What can you do yourself?

{{own_steps}}

## Whom can you turn to?

With questions you can turn to our data protection officer: {{dpo_contact}}. Do you think that we don’t handle your data well? Then you can lodge a complaint with the supervisory authority, the Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl).`),
  },
  {
    ...breach, key: 'breach-subjects-follow-up', to: 'recipient', isForList: true, fits: ['handled', 'evaluated'], citation: 'art. 34 lid 2 AVG', norms: ['M-15', 'P-16'],
    words: { nl: 'Aan betrokkenen: meer nieuws', en: 'To data subjects: more news' },
    subject: { nl: 'Wat wij nu weten over het datalek', en: 'What we know now about the data breach' },
    body: framed(`
Eerder schreven wij u dat er iets is misgegaan met gegevens van u. Nu weten wij meer:

{{news}}

## Moet u nog iets doen?

{{own_steps}}

Met vragen kunt u terecht bij onze functionaris gegevensbescherming: {{dpo_contact}}.`, `
Earlier we wrote to you that something went wrong with data of yours. Now we know more:

{{news}}

## Do you have to do anything?

{{own_steps}}

With questions you can turn to our data protection officer: {{dpo_contact}}.`),
  },
  {
    ...breach, key: 'breach-no-need-to-inform', to: 'recipient', fits: ['handled', 'evaluated'], citation: 'art. 34 lid 1 en 3 AVG', norms: ['N-50', 'M-15'],
    words: { nl: 'Antwoord: inlichten was niet nodig', en: 'Answer: informing wasn’t needed' },
    subject: { nl: 'Uw vraag over het datalek', en: 'Your question on the data breach' },
    body: framed(`
U vroeg ons of gegevens van u betrokken zijn bij een datalek, en waarom u daar geen brief over kreeg.

Wij hebben het onderzocht. Wij moeten mensen een bericht sturen als een datalek voor hen waarschijnlijk een hoog risico heeft. Dat is hier volgens ons niet zo, want:

{{inform_reasons}}

Bent u het daar niet mee eens? Dan kunt u een klacht indienen bij ons, of bij de Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl).`, `
You asked us whether data of yours are part of a data breach, and why you got no letter about it.

We looked into it. We must send people a message if a breach is likely to be a high risk to them. We think that this isn’t so here, because:

{{inform_reasons}}

Don’t you agree? Then you can lodge a complaint with us, or with the supervisory authority, the Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl).`),
  },
  {
    ...breach, key: 'breach-wrong-receiver', to: 'recipient', fits: ['reported', 'investigating'], citation: 'art. 33 lid 3 onder d AVG', norms: ['M-15', 'W-11'],
    words: { nl: 'Aan een verkeerde ontvanger: wilt u de gegevens weggooien', en: 'To a wrong receiver: would you delete the data' },
    subject: { nl: 'U kreeg gegevens die niet voor u zijn', en: 'You got data that aren’t for you' },
    body: framed(`
U kreeg van ons gegevens die niet voor u bedoeld zijn:

{{sent_wrongly}}

Dat is onze fout. Wij vragen u om drie dingen:

1. Lees ze niet, en stuur ze niet door.
2. Gooi ze weg, ook uit uw prullenbak en uit kopieën. Papier stuurt u terug; wij betalen de postzegel.
3. Laat ons weten dat u dit hebt gedaan, en of iemand anders ze heeft gezien.

Alvast dank voor uw hulp.`, `
You got data from us that aren’t meant for you:

{{sent_wrongly}}

That is our mistake. We ask three things of you:

1. Don’t read them, and don’t pass them on.
2. Delete them, from your bin and from copies too. Send paper back; we pay the stamp.
3. Let us know that you did so, and whether anybody else saw them.

Thank you for your help.`),
  },
  {
    ...breach, key: 'breach-public-notice', to: 'recipient', citation: 'art. 34 lid 3 onder c AVG', norms: ['M-15'],
    words: { nl: 'Openbaar bericht over een datalek', en: 'Public notice on a breach' },
    subject: { nl: 'Openbaar bericht: er is iets misgegaan met gegevens', en: 'Public notice: something went wrong with data' },
    body: {
      nl: `Bij {{organisation}} is iets misgegaan met gegevens van mensen. Wij kunnen niet iedereen zelf een brief sturen. Daarom vertellen wij het hier.

## Om wie gaat het?

{{who_involved}}

## Wat is er gebeurd?

{{what_happened}}

## Om welke gegevens gaat het?

{{data_categories}}

## Wat kan dit betekenen?

{{likely_consequences}}

## Wat hebben wij gedaan, en wat kunt u doen?

{{containment}}

{{own_steps}}

Met vragen kunt u terecht bij onze functionaris gegevensbescherming: {{dpo_contact}}.`,
      en: `At {{organisation}} something went wrong with data of people. We can’t write to everybody. So we tell it here.

## Whom is it about?

{{who_involved}}

## What happened?

{{what_happened}}

## Which data is it about?

{{data_categories}}

## What can this mean?

{{likely_consequences}}

## What did we do, and what can you do?

{{containment}}

{{own_steps}}

With questions you can turn to our data protection officer: {{dpo_contact}}.`,
    },
  },
]
