// Letters on the report of a breach: to whoever reported it, to who checks the draft, to the participant for whom we process, and to the processor where it happened.
import { framed, type StandardLetter } from '../standard-letter.ts'

const breach = { register: 'breaches' } as const

export const breachReports: readonly StandardLetter[] = [
  {
    ...breach, key: 'breach-receipt', to: 'reporter', fits: ['reported'], citation: 'art. 33 AVG', norms: ['M-16', 'N-49', 'H-53'],
    words: { nl: 'Ontvangstbevestiging aan de melder', en: 'Receipt to whoever reported' },
    subject: { nl: 'Dank u voor uw melding', en: 'Thank you for your report' },
    body: framed(`
Op {{received_on}} meldde u iets dat misschien een datalek is. Goed dat u dat deed. Uw melding heeft nummer {{number}}.

Wij kijken er meteen naar. Misschien bellen of mailen wij u nog met een vraag. Ziet u nog iets? Meld het ons dan, met dit nummer. Hebt u gegevens gekregen die niet voor u zijn? Stuur ze niet door, en gooi ze nog niet weg totdat wij u dat vragen.`, `
On {{received_on}} you reported something that may be a data breach. Thank you for doing so. Your report has number {{number}}.

We look at it at once. We may still call or mail you with a question. Do you see anything else? Then report it to us, with this number. Did you get data that aren’t for you? Don’t pass them on, and don’t delete them yet until we ask you to.`),
  },
  {
    ...breach, key: 'breach-draft-check', to: 'colleague', fits: ['to_report'], citation: 'art. 33 lid 3 AVG', norms: ['N-50', 'H-53'],
    words: { nl: 'Concept van de melding nakijken', en: 'Checking the draft report' },
    subject: { nl: 'Wilt u de melding aan de AP nakijken?', en: 'Would you check the report to the authority?' },
    body: framed(`
Datalek {{number}} gaan wij melden bij de Autoriteit Persoonsgegevens. U meldde het, of het gebeurde in uw team. Wilt u nakijken of dit klopt en volledig is?

## Wat er is gebeurd

{{what_happened}}

## Om welke gegevens en mensen het gaat

{{data_categories}}

{{who_involved}}

## Wat het kan betekenen

{{likely_consequences}}

## Wat er is gedaan

{{containment}}

Laat het ons vandaag weten: de melding moet binnen 72 uur weg.`, `
We are going to report breach {{number}} to the supervisory authority. You reported it, or it happened in your team. Would you check whether this is right and complete?

## What happened

{{what_happened}}

## Which data and people it is about

{{data_categories}}

{{who_involved}}

## What it may mean

{{likely_consequences}}

## What was done

{{containment}}

Let us know today: the report must leave within 72 hours.`),
  },
  {
    ...breach, key: 'breach-participant-told', to: 'participant', fits: ['reported', 'investigating', 'weighed'], citation: 'art. 33 lid 2 AVG', norms: ['N-41', 'W-11'],
    words: { nl: 'Aan de deelnemer: datalek bij ons als verwerker', en: 'To the participant: a breach with us as processor' },
    subject: { nl: 'Datalek met gegevens die wij voor u verwerken', en: 'Breach of data that we process for you' },
    body: framed(`
Er is een datalek met gegevens die wij voor u verwerken. Ons nummer is {{number}}. Wij laten u dit meteen weten. U beslist of u het meldt bij de Autoriteit Persoonsgegevens en of u de mensen inlicht.

- **Wanneer ontdekt:** {{discovered_at}}
- **Wanneer gebeurd:** {{when_described}}
- **Oorzaak:** {{why_happened}}
- **Om hoeveel mensen het gaat:** minstens {{subjects_min}}, hooguit {{subjects_max}}
- **Welke groep:** {{who_involved}}
- **Welke gegevens:** {{data_categories}}
- **Waren de gegevens onleesbaar voor anderen:** {{protection}}

## Wat er is gebeurd

{{what_happened}}

## Wat het kan betekenen

{{likely_consequences}}

## Wat wij hebben gedaan en nog doen

{{containment}}

Wij houden een logboek bij dat u mag inzien. Zodra wij meer weten, hoort u het.`, `
There is a breach of data that we process for you. Our number is {{number}}. We let you know at once. You decide whether you report it to the supervisory authority and whether you inform the people.

- **When discovered:** {{discovered_at}}
- **When it happened:** {{when_described}}
- **Cause:** {{why_happened}}
- **How many people:** at least {{subjects_min}}, at most {{subjects_max}}
- **Which group:** {{who_involved}}
- **Which data:** {{data_categories}}
- **Whether the data were unintelligible to others:** {{protection}}

## What happened

{{what_happened}}

## What it may mean

{{likely_consequences}}

## What we did and will do

{{containment}}

We keep a log that you may look into. As soon as we know more, you will hear.`),
  },
  {
    ...breach, key: 'breach-participant-follow-up', to: 'participant', fits: ['investigating', 'weighed', 'handled'], citation: 'art. 33 lid 2 en 4 AVG', norms: ['N-41', 'W-11'],
    words: { nl: 'Aan de deelnemer: meer nieuws', en: 'To the participant: more news' },
    subject: { nl: 'Meer nieuws over het datalek', en: 'More news on the breach' },
    body: framed(`
Eerder lieten wij u weten dat er een datalek is met gegevens die wij voor u verwerken (ons nummer {{number}}). Nu weten wij meer:

{{news}}

Dit doen wij om te zorgen dat het niet weer gebeurt:

{{measures}}`, `
Earlier we let you know of a breach of data that we process for you (our number {{number}}). Now we know more:

{{news}}

This is what we do so that it doesn’t happen again:

{{measures}}`),
  },
  {
    ...breach, key: 'breach-processor-questions', to: 'recipient', fits: ['reported', 'investigating'], citation: 'art. 28 lid 3 onder f en art. 33 lid 2 AVG', norms: ['N-41'],
    words: { nl: 'Aan de verwerker: wat wij moeten weten', en: 'To the processor: what we must know' },
    subject: { nl: 'Datalek: geef ons binnen 24 uur deze gegevens', en: 'Breach: give us these particulars within 24 hours' },
    body: framed(`
U meldde ons een datalek, of wij hoorden ervan (ons nummer {{number}}). Wij moeten het misschien binnen 72 uur melden. Geef ons daarom binnen 24 uur antwoord op deze vragen:

1. Wat is de oorzaak?
2. Wat zijn de gevolgen, ook die u verwacht?
3. Wat is de oplossing?
4. Wie is onze contactpersoon, en hoe bereiken wij die?
5. Om hoeveel mensen gaat het, minstens en hooguit?
6. Om welke groep mensen gaat het?
7. Om welke soorten gegevens gaat het?
8. Op welke dag of in welke periode gebeurde het?
9. Wanneer is het ontdekt?
10. Waren de gegevens onleesbaar voor anderen, en hoe?
11. Welke maatregelen nam u, en welke neemt u nog?

Weet u nog niet alles? Stuur dan wat u wel weet, en vul het later aan. Stuur geen namen van mensen in een e-mail.`, `
You reported a breach to us, or we heard of it (our number {{number}}). We may have to report it within 72 hours. So give us answers to these questions within 24 hours:

1. What is the cause?
2. What are the consequences, also those that you expect?
3. What is the solution?
4. Who is our contact, and how do we reach them?
5. How many people is it about, at least and at most?
6. Which group of people is it about?
7. Which kinds of data is it about?
8. On which day or in which period did it happen?
9. When was it discovered?
10. Were the data unintelligible to others, and how?
11. Which measures did you take, and which will you take?

Don’t you know everything yet? Then send what you do know, and add to it later. Don’t send names of people in an e-mail.`),
  },
  {
    ...breach, key: 'breach-reporter-outcome', to: 'reporter', fits: ['handled', 'evaluated', 'closed'], citation: 'art. 33 en 34 AVG', norms: ['N-50', 'M-16'],
    words: { nl: 'Aan de melder: hoe het afliep', en: 'To whoever reported: how it ended' },
    subject: { nl: 'Hoe het afliep met uw melding', en: 'How your report ended' },
    body: framed(`
Op {{received_on}} meldde u een datalek (nummer {{number}}). Nogmaals dank daarvoor. Dit besloten wij:

- Over een melding bij de Autoriteit Persoonsgegevens: {{report_decision}}.
- Over de mensen om wie het gaat: {{inform_decision}}.

Dit doen wij voortaan anders:

{{lessons}}`, `
On {{received_on}} you reported a breach (number {{number}}). Thank you again. This is what we decided:

- On a report to the supervisory authority: {{report_decision}}.
- On the people concerned: {{inform_decision}}.

This is what we do differently from now on:

{{lessons}}`),
  },
  {
    ...breach, key: 'breach-reporter-no-breach', to: 'reporter', fits: ['no_breach'], citation: 'art. 4 onder 12 AVG', norms: ['N-24', 'M-16'],
    words: { nl: 'Aan de melder: het is geen datalek', en: 'To whoever reported: it is no breach' },
    subject: { nl: 'Uw melding is geen datalek', en: 'Your report is no data breach' },
    body: framed(`
Op {{received_on}} meldde u iets dat misschien een datalek was (nummer {{number}}). Wij hebben het onderzocht. Het is geen datalek, want:

{{judgement_reasons}}

Goed dat u het meldde. Twijfelt u een volgende keer weer? Meld het dan ook.`, `
On {{received_on}} you reported something that might be a data breach (number {{number}}). We looked into it. It is no breach, because:

{{judgement_reasons}}

It was good to report it. Are you in doubt again another time? Then do report it.`),
  },
]
