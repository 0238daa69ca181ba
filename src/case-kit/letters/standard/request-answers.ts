// Letters that grant a request: access with all that belongs to it, rectified, erased, restricted, taken along, stopped, looked at by a human.
import { framed, type StandardLetter } from '../standard-letter.ts'

const answer = { register: 'requests', to: 'subject', fits: ['collecting', 'decided', 'answered'], outcome: 'granted' } as const

export const requestAnswers: readonly StandardLetter[] = [
  {
    ...answer, key: 'request-access-answer', citation: 'art. 15 AVG', norms: ['N-21', 'H-28', 'N-20', 'H-29', 'P-19'],
    words: { nl: 'Antwoord op inzage', en: 'Answer on access' },
    subject: { nl: 'De gegevens die wij over u hebben', en: 'The data that we have about you' },
    body: framed(`
U vroeg ons op {{received_on}} welke gegevens wij over u hebben. Bij deze brief krijgt u een kopie daarvan. Hieronder leest u wat wij ermee doen. Gegevens van anderen hebben wij onleesbaar gemaakt.

## Waarvoor gebruiken wij uw gegevens?

{{purposes}}

## Welke soorten gegevens zijn het?

{{data_categories}}

## Wie krijgt of kreeg uw gegevens?

{{data_recipients}}

## Gaan uw gegevens naar een land buiten de Europese Unie?

{{transfers}}

## Hoe lang bewaren wij uw gegevens?

{{retention}}

## Hoe komen wij aan uw gegevens?

{{sources}}

## Neemt een computer besluiten over u?

{{automated_decisions}}

## Welke rechten hebt u nog meer?

- Kloppen uw gegevens niet? Dan kunt u vragen ze te verbeteren.
- In sommige gevallen kunt u vragen uw gegevens te wissen.
- In sommige gevallen kunt u vragen uw gegevens tijdelijk niet te gebruiken.
- U kunt er bezwaar tegen maken dat wij uw gegevens gebruiken.
- U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.

## Bent u het niet eens met dit antwoord?

{{remedy}}`, `
On {{received_on}} you asked us which data we have about you. With this letter you get a copy of them. Below you read what we do with them. We made data of others unreadable.

## What do we use your data for?

{{purposes}}

## Which kinds of data are they?

{{data_categories}}

## Who gets or got your data?

{{data_recipients}}

## Do your data go to a country outside the European Union?

{{transfers}}

## How long do we keep your data?

{{retention}}

## Where did we get your data?

{{sources}}

## Does a computer decide about you?

{{automated_decisions}}

## Which other rights do you have?

- Are your data wrong? Then you can ask us to correct them.
- In some cases you can ask us to erase your data.
- In some cases you can ask us not to use your data for a while.
- You can object to our use of your data.
- You can lodge a complaint with the supervisory authority, the Autoriteit Persoonsgegevens.

## Don’t you agree with this answer?

{{remedy}}`),
  },
  {
    ...answer, key: 'request-package', outcome: 'granted', citation: 'art. 12 lid 3 en art. 15 lid 3 AVG', norms: ['N-21', 'H-27', 'P-19'],
    words: { nl: 'Uw gegevens staan klaar', en: 'Your data are ready' },
    subject: { nl: 'Uw gegevens staan klaar om op te halen', en: 'Your data are ready to be fetched' },
    body: framed(`
Uw verzoek met nummer {{number}} is klaar. Wij sturen uw gegevens niet per e-mail, want dat is niet veilig genoeg. U kunt ze zelf ophalen op de pagina van uw verzoek.

Dat kan tot en met {{download_until}}. Daarna halen wij ze daar weg. Lukt het niet? Bel ons dan, dan zoeken wij samen een andere manier.`, `
Your request with number {{number}} is ready. We don’t send your data by e-mail, as that isn’t safe enough. You can fetch them yourself on the page of your request.

You can do so up to and including {{download_until}}. Then we take them away there. Doesn’t it work? Then call us, and we will find another way together.`),
  },
  {
    ...answer, key: 'request-no-data', citation: 'art. 15 lid 1 AVG', norms: ['N-21', 'H-27'],
    words: { nl: 'Geen gegevens gevonden', en: 'No data found' },
    subject: { nl: 'Wij hebben geen gegevens over u gevonden', en: 'We found no data about you' },
    body: framed(`
U vroeg ons op {{received_on}} naar uw gegevens. Wij hebben hier gezocht:

{{searched_places}}

Wij hebben geen gegevens over u gevonden, behalve die van uw verzoek zelf. Denkt u dat wij toch gegevens hebben? Laat ons dan weten waar wij nog kunnen zoeken.

## Bent u het niet eens met dit antwoord?

{{remedy}}`, `
On {{received_on}} you asked us about your data. We looked here:

{{searched_places}}

We found no data about you, other than those of your request itself. Do you think that we do have data? Then let us know where else we can look.

## Don’t you agree with this answer?

{{remedy}}`),
  },
  {
    ...answer, key: 'request-rectified', citation: 'art. 16 en 19 AVG', norms: ['N-21', 'H-30', 'P-21'],
    words: { nl: 'Gegevens verbeterd', en: 'Data corrected' },
    subject: { nl: 'Wij hebben uw gegevens verbeterd', en: 'We have corrected your data' },
    body: framed(`
U vroeg ons op {{received_on}} om uw gegevens te verbeteren. Dat hebben wij gedaan. Dit is er veranderd:

{{changes_made}}

Wie deze gegevens eerder van ons kreeg, hebben wij dit ook laten weten, als dat kon. Wilt u weten wie dat zijn? Vraag het ons.

## Bent u het niet eens met dit antwoord?

{{remedy}}`, `
On {{received_on}} you asked us to correct your data. We have done so. This is what changed:

{{changes_made}}

We also told this to whoever got these data from us earlier, where that was possible. Would you like to know who they are? Ask us.

## Don’t you agree with this answer?

{{remedy}}`),
  },
  {
    ...answer, key: 'request-erased', citation: 'art. 17 en 19 AVG', norms: ['N-21', 'H-34', 'P-21'],
    words: { nl: 'Gegevens gewist', en: 'Data erased' },
    subject: { nl: 'Wij hebben uw gegevens gewist', en: 'We have erased your data' },
    body: framed(`
U vroeg ons op {{received_on}} om uw gegevens te wissen. Dat hebben wij gedaan. Deze gegevens zijn weg:

{{erased_data}}

De reden dat wij ze wisten, is:

{{erasure_case}}

In onze back-ups kunnen ze nog een tijdje staan. Daar gebruiken wij ze niet. Dat wij uw verzoek kregen en wat wij deden, bewaren wij wel: zo kunnen wij laten zien dat wij het deden. Wie de gegevens eerder van ons kreeg, hebben wij dit laten weten, als dat kon.

## Bent u het niet eens met dit antwoord?

{{remedy}}`, `
On {{received_on}} you asked us to erase your data. We have done so. These data are gone:

{{erased_data}}

This is why we erased them:

{{erasure_case}}

They may still be in our back-ups for a while. We don’t use them there. We do keep that we got your request and what we did, so that we can show that we did it. We told this to whoever got the data from us earlier, where that was possible.

## Don’t you agree with this answer?

{{remedy}}`),
  },
  {
    ...answer, key: 'request-restricted', citation: 'art. 18 en 19 AVG', norms: ['N-21', 'H-33', 'P-21'],
    words: { nl: 'Gebruik beperkt', en: 'Use restricted' },
    subject: { nl: 'Wij gebruiken uw gegevens voorlopig niet', en: 'We don’t use your data for now' },
    body: framed(`
U vroeg ons op {{received_on}} om uw gegevens voorlopig niet te gebruiken. Dat doen wij. De reden is: {{restriction_case}}.

Het gaat om deze gegevens:

{{restricted_data}}

Wij bewaren ze nog, maar doen er verder niets mee. Wie ze eerder van ons kreeg, vragen wij hetzelfde. Verandert dit? Dan hoort u het van ons voordat wij uw gegevens weer gebruiken.

## Bent u het niet eens met dit antwoord?

{{remedy}}`, `
On {{received_on}} you asked us not to use your data for now. We will do so. The reason is: {{restriction_case}}.

It is about these data:

{{restricted_data}}

We still keep them, but do nothing else with them. We ask the same of whoever got them from us earlier. Does this change? Then you will hear from us before we use your data again.

## Don’t you agree with this answer?

{{remedy}}`),
  },
  {
    ...answer, key: 'request-restriction-lifted', fits: ['answered', 'told', 'closed'], citation: 'art. 18 lid 3 AVG', norms: ['N-21', 'H-33'],
    words: { nl: 'Beperking wordt opgeheven', en: 'Restriction will be lifted' },
    subject: { nl: 'Wij gaan uw gegevens weer gebruiken', en: 'We are going to use your data again' },
    body: framed(`
Sinds {{restricted_on}} gebruikten wij uw gegevens niet. Vanaf {{lifted_from}} gaan wij ze weer gebruiken. De reden is:

{{lift_reason}}

Dit schrijven wij u voordat het gebeurt. Zo kunt u nog iets doen als u het er niet mee eens bent.

## Bent u het hier niet mee eens?

{{remedy}}`, `
Since {{restricted_on}} we haven’t used your data. From {{lifted_from}} we are going to use them again. This is why:

{{lift_reason}}

We write to you before it happens. So you can still act if you don’t agree.

## Don’t you agree?

{{remedy}}`),
  },
  {
    ...answer, key: 'request-portability', citation: 'art. 20 AVG', norms: ['N-21', 'H-35', 'P-20'],
    words: { nl: 'Gegevens om mee te nemen', en: 'Data to take along' },
    subject: { nl: 'Uw gegevens om mee te nemen', en: 'Your data to take along' },
    body: framed(`
U vroeg ons op {{received_on}} om uw gegevens mee te nemen. U krijgt de gegevens die u ons zelf gaf, in een bestand dat andere programma’s kunnen lezen ({{file_format}}).

{{portability_receiver}}

Wij sturen uw gegevens alleen naar een andere organisatie als u dat schriftelijk goed vindt.

## Bent u het niet eens met dit antwoord?

{{remedy}}`, `
On {{received_on}} you asked to take your data along. You get the data that you gave us yourself, in a file that other programs can read ({{file_format}}).

{{portability_receiver}}

We send your data to another organisation only where you agree to that in writing.

## Don’t you agree with this answer?

{{remedy}}`),
  },
  {
    ...answer, key: 'request-objection-upheld', citation: 'art. 21 lid 1 AVG', norms: ['N-21', 'H-31', 'P-18'],
    words: { nl: 'Bezwaar tegen het gebruik toegewezen', en: 'Objection to the use upheld' },
    subject: { nl: 'Wij stoppen met het gebruik van uw gegevens', en: 'We stop using your data' },
    body: framed(`
U maakte op {{received_on}} bezwaar tegen het gebruik van uw gegevens (artikel 21 AVG). U hebt gelijk: wij hebben geen reden die zwaarder weegt dan uw belang.

Wij zijn hiermee gestopt:

{{stopped_use}}

## Bent u het niet eens met dit antwoord?

{{remedy}}`, `
On {{received_on}} you objected to the use of your data (article 21 GDPR). You are right: we have no reason that outweighs your interest.

We have stopped this:

{{stopped_use}}

## Don’t you agree with this answer?

{{remedy}}`),
  },
  {
    ...answer, key: 'request-marketing-stopped', citation: 'art. 21 lid 2 en 3 AVG', norms: ['N-21', 'P-18'],
    words: { nl: 'Geen reclame meer', en: 'No more marketing' },
    subject: { nl: 'U krijgt geen reclame meer van ons', en: 'You won’t get marketing from us any more' },
    body: framed(`
Op {{received_on}} liet u ons weten dat u geen reclame meer wilt. Wij zijn daar meteen mee gestopt. Uw naam staat op onze lijst van mensen die geen reclame willen. Die lijst gebruiken wij alleen daarvoor.

Was er al iets onderweg? Dan kan het zijn dat u dat nog krijgt.`, `
On {{received_on}} you let us know that you don’t want marketing any more. We stopped at once. Your name is on our list of people who don’t want marketing. We use that list for that only.

Was something on its way already? Then you may still get it.`),
  },
  {
    ...answer, key: 'request-human-review', citation: 'art. 22 lid 3 AVG', norms: ['N-21', 'N-19', 'M-12'],
    words: { nl: 'Een mens heeft opnieuw gekeken', en: 'A human has looked again' },
    subject: { nl: 'Een medewerker heeft opnieuw naar het besluit gekeken', en: 'An employee has looked at the decision again' },
    body: framed(`
Een computer nam een besluit over u. U vroeg ons op {{received_on}} om een mens te laten kijken. Dat hebben wij gedaan. Wij hebben ook gelezen wat u er zelf van vindt.

De uitkomst is:

{{review_outcome}}

Daarom:

{{reasons}}

## Bent u het niet eens met dit antwoord?

{{remedy}}`, `
A computer decided about you. On {{received_on}} you asked us to have a human look at it. We have done so. We also read what you think of it yourself.

The outcome is:

{{review_outcome}}

This is why:

{{reasons}}

## Don’t you agree with this answer?

{{remedy}}`),
  },
  {
    ...answer, key: 'request-consent-withdrawn', citation: 'art. 7 lid 3 AVG', norms: ['N-21'],
    words: { nl: 'Toestemming ingetrokken', en: 'Consent withdrawn' },
    subject: { nl: 'Uw toestemming is ingetrokken', en: 'Your consent has been withdrawn' },
    body: framed(`
Op {{received_on}} trok u uw toestemming in. Wij zijn gestopt met:

{{stopped_use}}

Wat wij eerder met uw toestemming deden, blijft gelden.`, `
On {{received_on}} you withdrew your consent. We have stopped:

{{stopped_use}}

What we did with your consent before still holds.`),
  },
  {
    ...answer, key: 'request-information', citation: 'art. 12, 13 en 14 AVG', norms: ['N-21', 'N-19', 'P-17'],
    words: { nl: 'Uitleg over het gebruik van gegevens', en: 'Explanation of the use of data' },
    subject: { nl: 'Wat wij met uw gegevens doen', en: 'What we do with your data' },
    body: framed(`
U vroeg ons op {{received_on}} wat wij met uw gegevens doen. Dit is ons antwoord:

{{answer}}

Onze functionaris gegevensbescherming houdt toezicht op hoe wij met gegevens omgaan. Die bereikt u zo: {{dpo_contact}}.

## Kunt u nog ergens anders terecht?

{{remedy}}`, `
On {{received_on}} you asked us what we do with your data. This is our answer:

{{answer}}

Our data protection officer watches over how we handle data. You can reach them like this: {{dpo_contact}}.

## Can you turn to anybody else?

{{remedy}}`),
  },
  {
    ...answer, key: 'request-recipients-list', citation: 'art. 19 AVG', norms: ['N-21', 'H-30', 'H-33'],
    words: { nl: 'Wie bericht kreeg', en: 'Who was told' },
    subject: { nl: 'Aan wie wij de wijziging hebben laten weten', en: 'Whom we told of the change' },
    body: framed(`
U vroeg ons wie wij hebben laten weten dat uw gegevens zijn verbeterd, gewist of beperkt. Dit zijn zij:

{{recipients_told}}

Deze konden wij niet bereiken, of dat vroeg te veel moeite:

{{recipients_not_told}}`, `
You asked us whom we told that your data were corrected, erased or restricted. These are they:

{{recipients_told}}

These we couldn’t reach, or it would have taken too much effort:

{{recipients_not_told}}`),
  },
]
