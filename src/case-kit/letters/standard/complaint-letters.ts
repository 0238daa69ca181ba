// Letters on a complaint: received, longer, heard, and how it ended (hoofdstuk 9 Awb); and the answer to a question.
import { framed, type StandardLetter } from '../standard-letter.ts'

const complaint = { register: 'complaints', to: 'reporter' } as const
const answered = ['handling', 'answered'] as const

export const complaintLetters: readonly StandardLetter[] = [
  {
    ...complaint, key: 'complaint-receipt', fits: ['received'], citation: 'art. 9:6 Awb', norms: ['H-32', 'W-13', 'P-22'],
    words: { nl: 'Ontvangstbevestiging', en: 'Confirmation of receipt' },
    subject: { nl: 'Wij hebben uw klacht ontvangen', en: 'We have received your complaint' },
    body: framed(`
Op {{received_on}} kregen wij uw klacht. Het spijt ons dat u niet tevreden bent. Uw klacht heeft nummer {{number}}.

Iemand die niet bij de zaak betrokken was, bekijkt uw klacht. U krijgt uiterlijk op {{due_on}} antwoord. Misschien bellen wij u eerst: vaak komen wij er samen uit.`, `
On {{received_on}} we received your complaint. We are sorry that you aren’t satisfied. Your complaint has number {{number}}.

Somebody who wasn’t involved looks at your complaint. You get an answer by {{due_on}} at the latest. We may call you first: often we can settle it together.`),
  },
  {
    ...complaint, key: 'complaint-question-receipt', fits: ['received'], citation: 'art. 38 lid 4 AVG', norms: ['M-14', 'H-32'],
    words: { nl: 'Vraag ontvangen', en: 'Question received' },
    subject: { nl: 'Wij hebben uw vraag ontvangen', en: 'We have received your question' },
    body: framed('Op {{received_on}} kregen wij uw vraag. Die heeft nummer {{number}}. U krijgt uiterlijk op {{due_on}} antwoord.', 'On {{received_on}} we received your question. It has number {{number}}. You get an answer by {{due_on}} at the latest.'),
  },
  {
    ...complaint, key: 'complaint-extension', fits: ['received', 'handling'], citation: 'art. 9:11 lid 2 en 3 Awb', norms: ['H-32'],
    words: { nl: 'Meer tijd nodig', en: 'More time needed' },
    subject: { nl: 'Wij hebben meer tijd nodig voor uw klacht', en: 'We need more time for your complaint' },
    body: framed(`
Op {{received_on}} kregen wij uw klacht met nummer {{number}}. Wij hebben meer tijd nodig om die goed te bekijken. De reden is:

{{extension_reason}}

U krijgt uiterlijk op {{due_on}} antwoord.`, `
On {{received_on}} we received your complaint with number {{number}}. We need more time to look at it well. This is why:

{{extension_reason}}

You get an answer by {{due_on}} at the latest.`),
  },
  {
    ...complaint, key: 'complaint-hearing', fits: ['handling'], citation: 'art. 9:10 Awb', norms: ['H-32'],
    words: { nl: 'Uitnodiging om te vertellen wat er gebeurde', en: 'Invitation to tell what happened' },
    subject: { nl: 'Wilt u ons vertellen wat er is gebeurd?', en: 'Would you tell us what happened?' },
    body: framed(`
Wij willen uw klacht met nummer {{number}} goed begrijpen. Daarom nodigen wij u uit om erover te vertellen: {{hearing_invitation}}.

U mag iemand meenemen. Komen is niet verplicht: laat het ons weten als u dat niet wilt. Van het gesprek maken wij een verslag.`, `
We want to understand your complaint with number {{number}} well. So we invite you to tell about it: {{hearing_invitation}}.

You may bring somebody. You don’t have to come: let us know if you don’t want to. We make a report of the conversation.`),
  },
  {
    ...complaint, key: 'complaint-heard', fits: ['handling'], citation: 'art. 9:10 lid 3 Awb', norms: ['H-32'],
    words: { nl: 'Verslag van het gesprek', en: 'Report of the conversation' },
    subject: { nl: 'Het verslag van ons gesprek', en: 'The report of our conversation' },
    body: framed(`
Op {{heard_on}} vertelde u ons over uw klacht met nummer {{number}}. Dit is het verslag:

{{hearing_report}}

Klopt er iets niet? Laat het ons weten. U krijgt uiterlijk op {{due_on}} antwoord op uw klacht.`, `
On {{heard_on}} you told us about your complaint with number {{number}}. This is the report:

{{hearing_report}}

Is anything wrong in it? Let us know. You get an answer to your complaint by {{due_on}} at the latest.`),
  },
  {
    ...complaint, key: 'complaint-settled', fits: answered, citation: 'art. 9:5 Awb', norms: ['H-32', 'W-18'],
    words: { nl: 'Samen opgelost', en: 'Settled together' },
    subject: { nl: 'Uw klacht is opgelost', en: 'Your complaint is settled' },
    body: framed(`
Wij spraken met u over uw klacht met nummer {{number}}. Wij kwamen er samen uit. Dit spraken wij af:

{{talk_note}}

Daarom behandelen wij uw klacht niet verder. Bent u toch niet tevreden? Laat het ons weten, dan gaan wij verder.`, `
We talked with you about your complaint with number {{number}}. We settled it together. This is what we agreed:

{{talk_note}}

So we don’t handle your complaint any further. Aren’t you satisfied after all? Let us know, and we go on.`),
  },
  {
    ...complaint, key: 'complaint-founded', fits: answered, citation: 'art. 9:12 Awb', norms: ['H-32', 'P-22'],
    words: { nl: 'Klacht is gegrond', en: 'Complaint is founded' },
    subject: { nl: 'U hebt gelijk: wij gaan het anders doen', en: 'You are right: we will do it differently' },
    body: framed(`
Op {{received_on}} kregen wij uw klacht met nummer {{number}}. Wij hebben die onderzocht. U hebt gelijk, en dat spijt ons. Dit vonden wij:

{{judgement_reason}}

## Wat gaan wij anders doen?

{{changed_practice}}

## Bent u niet tevreden met dit antwoord?

{{remedy}}`, `
On {{received_on}} we received your complaint with number {{number}}. We looked into it. You are right, and we are sorry. This is what we found:

{{judgement_reason}}

## What will we do differently?

{{changed_practice}}

## Aren’t you satisfied with this answer?

{{remedy}}`),
  },
  {
    ...complaint, key: 'complaint-partly-founded', fits: answered, citation: 'art. 9:12 Awb', norms: ['H-32', 'P-22'],
    words: { nl: 'Klacht is deels gegrond', en: 'Complaint is partly founded' },
    subject: { nl: 'U hebt voor een deel gelijk', en: 'You are partly right' },
    body: framed(`
Op {{received_on}} kregen wij uw klacht met nummer {{number}}. Wij hebben die onderzocht. U hebt voor een deel gelijk:

{{judgement_reason}}

## Wat gaan wij anders doen?

{{changed_practice}}

## Bent u niet tevreden met dit antwoord?

{{remedy}}`, `
On {{received_on}} we received your complaint with number {{number}}. We looked into it. You are partly right:

{{judgement_reason}}

## What will we do differently?

{{changed_practice}}

## Aren’t you satisfied with this answer?

{{remedy}}`),
  },
  {
    ...complaint, key: 'complaint-unfounded', fits: answered, citation: 'art. 9:12 Awb', norms: ['H-32', 'P-22', 'W-18'],
    words: { nl: 'Klacht is ongegrond', en: 'Complaint is unfounded' },
    subject: { nl: 'Ons antwoord op uw klacht', en: 'Our answer to your complaint' },
    body: framed(`
Op {{received_on}} kregen wij uw klacht met nummer {{number}}. Wij hebben die onderzocht. Wij vinden dat wij het goed hebben gedaan. Dat leggen wij u uit:

{{judgement_reason}}

Wij begrijpen dat u op iets anders hoopte.

## Bent u niet tevreden met dit antwoord?

{{remedy}}`, `
On {{received_on}} we received your complaint with number {{number}}. We looked into it. We think that we acted well. We will explain:

{{judgement_reason}}

We understand that you hoped for something else.

## Aren’t you satisfied with this answer?

{{remedy}}`),
  },
  {
    ...complaint, key: 'complaint-not-taken-up', fits: ['received', 'handling'], citation: 'art. 9:8 Awb', norms: ['H-32', 'P-22'],
    words: { nl: 'Klacht niet in behandeling', en: 'Complaint not taken up' },
    subject: { nl: 'Wij nemen uw klacht niet in behandeling', en: 'We don’t take up your complaint' },
    body: framed(`
Op {{received_on}} kregen wij uw klacht met nummer {{number}}. Wij nemen die niet in behandeling. De reden is: {{refusal_ground}}.

{{judgement_reason}}

## Bent u niet tevreden met dit antwoord?

{{remedy}}`, `
On {{received_on}} we received your complaint with number {{number}}. We don’t take it up. The reason is: {{refusal_ground}}.

{{judgement_reason}}

## Aren’t you satisfied with this answer?

{{remedy}}`),
  },
  {
    ...complaint, key: 'complaint-passed-on', fits: ['received'], citation: 'art. 2:3 en 6:15 Awb', norms: ['H-32', 'W-13'],
    words: { nl: 'Klacht doorgestuurd', en: 'Complaint passed on' },
    subject: { nl: 'Wij hebben uw klacht doorgestuurd', en: 'We have passed on your complaint' },
    body: framed(`
Op {{received_on}} kregen wij uw klacht met nummer {{number}}. Een andere organisatie gaat hierover: {{passed_on_to}}. Daarom hebben wij uw klacht doorgestuurd. U krijgt van die organisatie antwoord. U hoeft zelf niets te doen.`, `
On {{received_on}} we received your complaint with number {{number}}. Another organisation deals with this: {{passed_on_to}}. So we have passed on your complaint. You get an answer from that organisation. You needn’t do anything yourself.`),
  },
  {
    ...complaint, key: 'complaint-answer', fits: answered, citation: 'art. 38 lid 4 AVG', norms: ['M-14'],
    words: { nl: 'Antwoord op een vraag', en: 'Answer to a question' },
    subject: { nl: 'Het antwoord op uw vraag', en: 'The answer to your question' },
    body: framed('Op {{received_on}} stelde u ons een vraag (nummer {{number}}). Dit is ons antwoord:\n\n{{answer}}', 'On {{received_on}} you asked us a question (number {{number}}). This is our answer:\n\n{{answer}}'),
  },
  {
    ...complaint, key: 'complaint-practice-told', fits: ['answered', 'closed'], citation: 'art. 9:12 Awb', norms: ['H-32'],
    words: { nl: 'Wij doen het nu anders', en: 'We do it differently now' },
    subject: { nl: 'Wij doen het nu anders, door uw klacht', en: 'We do it differently now, thanks to your complaint' },
    body: framed('U diende bij ons een klacht in (nummer {{number}}). U had gelijk. Dit doen wij nu anders:\n\n{{changed_practice}}\n\nDank u wel: door uw klacht gaat het nu ook bij anderen beter.', 'You lodged a complaint with us (number {{number}}). You were right. This is what we do differently now:\n\n{{changed_practice}}\n\nThank you: through your complaint it now goes better for others too.'),
  },
  {
    ...complaint, key: 'complaint-withdrawn', fits: ['withdrawn'], citation: 'art. 9:5 Awb', norms: ['H-32'],
    words: { nl: 'Intrekking bevestigd', en: 'Withdrawal confirmed' },
    subject: { nl: 'U hebt uw klacht ingetrokken', en: 'You have withdrawn your complaint' },
    body: framed('U hebt ons laten weten dat u uw klacht met nummer {{number}} intrekt. Wij behandelen die daarom niet verder. U mag altijd opnieuw een klacht indienen.', 'You let us know that you withdraw your complaint with number {{number}}. So we don’t handle it any further. You may always complain again.'),
  },
  {
    ...complaint, key: 'complaint-colleague-told', to: 'colleague', fits: ['received', 'handling'], citation: 'art. 9:9 en 9:10 Awb', norms: ['H-32'],
    words: { nl: 'Aan wie de klacht gaat: een afschrift', en: 'To whom the complaint is about: a copy' },
    subject: { nl: 'Er is een klacht die over uw werk gaat', en: 'There is a complaint that is about your work' },
    body: framed('Wij kregen op {{received_on}} een klacht die over uw werk gaat (nummer {{number}}). U krijgt hierbij een afschrift. Het gaat hierom:\n\n{{complaint_copy}}\n\nWij horen graag van u wat er is gebeurd, voordat wij een oordeel geven. Bespreek de klacht niet met de indiener.', 'On {{received_on}} we received a complaint that is about your work (number {{number}}). You get a copy of it. It is about this:\n\n{{complaint_copy}}\n\nWe would like to hear from you what happened, before we judge. Don’t discuss the complaint with whoever complained.'),
  },
]
