// Letters about a request to and about others: recipients of the data, the participant for whom we process, and the person whose request goes on to it.
import { framed, type StandardLetter } from '../standard-letter.ts'

const request = { register: 'requests', fits: ['decided', 'answered', 'told'] } as const

export const requestOthers: readonly StandardLetter[] = [
  {
    ...request, key: 'request-recipient-told', to: 'recipient', citation: 'art. 19 AVG', norms: ['N-21', 'H-30', 'H-33'],
    words: { nl: 'Aan een ontvanger: gegevens verbeterd, gewist of beperkt', en: 'To a recipient: data corrected, erased or restricted' },
    subject: { nl: 'Gegevens die u van ons kreeg, zijn veranderd', en: 'Data that you got from us have changed' },
    body: framed(`
U kreeg eerder persoonsgegevens van ons. Daar is iets aan veranderd. Het gaat om:

{{recipient_reference}}

Dit is er veranderd:

{{changes_made}}

Artikel 19 AVG vraagt ons om u dit te laten weten. Wilt u hetzelfde doen met de gegevens die u hebt? En wilt u het ook doorgeven aan wie ze van u kreeg? Laat het ons weten als dat niet kan.`, `
You got personal data from us earlier. Something about them has changed. It is about:

{{recipient_reference}}

This is what changed:

{{changes_made}}

Article 19 GDPR asks us to let you know. Would you do the same with the data that you have? And would you pass it on to whoever got them from you? Let us know if that isn’t possible.`),
  },
  {
    ...request, key: 'request-forwarded-person', to: 'subject', fits: ['received', 'forwarded'], citation: 'art. 28 lid 3 onder e AVG; art. 2:3 Awb', norms: ['N-21', 'W-12'],
    words: { nl: 'Doorgestuurd: aan de verzoeker', en: 'Forwarded: to whoever asked' },
    subject: { nl: 'Wij hebben uw verzoek doorgestuurd', en: 'We have forwarded your request' },
    body: framed(`
Op {{received_on}} kregen wij uw verzoek met nummer {{number}}. Wij werken met deze gegevens voor een andere organisatie: {{forwarded_to}}. Die beslist over uw verzoek. Daarom hebben wij het op {{forwarded_on}} doorgestuurd.

U krijgt antwoord van {{forwarded_to}}. De termijn telt vanaf de dag waarop uw verzoek binnenkwam. U hoeft zelf niets te doen.`, `
On {{received_on}} we received your request with number {{number}}. We work with these data for another organisation: {{forwarded_to}}. That organisation decides on your request. So we forwarded it on {{forwarded_on}}.

You will get an answer from {{forwarded_to}}. The term counts from the day on which your request came in. You needn’t do anything yourself.`),
  },
  {
    ...request, key: 'request-forwarded-participant', to: 'participant', fits: ['received', 'forwarded'], citation: 'art. 28 lid 3 onder e AVG', norms: ['N-21', 'W-12'],
    words: { nl: 'Doorgestuurd: aan de deelnemer', en: 'Forwarded: to the participant' },
    subject: { nl: 'Een verzoek over gegevens waarvoor u verantwoordelijk bent', en: 'A request on data for which you are responsible' },
    body: framed(`
Op {{received_on}} kregen wij een verzoek van iemand over gegevens die wij voor u verwerken. U bent verantwoordelijk en beslist erover. Ons nummer is {{number}}. Het gaat om: {{right}}.

Let op de tijd: de maand voor het antwoord telt vanaf {{received_on}}. Het antwoord moet er uiterlijk op {{due_on}} zijn.

Het verzoek zelf staat beveiligd voor u klaar; wij zetten het niet in deze brief. Wij helpen u bij het zoeken, verbeteren of wissen van de gegevens. Laat ons weten wat wij moeten doen.`, `
On {{received_on}} we received a request from somebody on data that we process for you. You are the controller and decide on it. Our number is {{number}}. It is about: {{right}}.

Mind the time: the month for the answer counts from {{received_on}}. The answer must be there by {{due_on}}.

The request itself is ready for you in a secured place; we don’t put it in this letter. We help you to find, correct or erase the data. Let us know what we must do.`),
  },
]
