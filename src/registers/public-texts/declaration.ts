// Fields of a public text: what an organisation says to citizens beside what its register says: a paragraph of the privacy statement, or what a form asks besides (art. 13 en 14 AVG; H-10, H-11, P-17).
import { choice, type InputOf, longText, number, reference, text } from '../../register-kit/field-types.ts'

export const registerKey = 'public-texts'
export const table = 'public_text'

export const fields = {
  name: text('Kop', 'Heading', { most: 200, help: { nl: 'Zoals inwoners hem lezen, bijvoorbeeld “Camera’s in het gemeentehuis”.', en: 'As citizens read it in Dutch.' }, aliases: ['naam', 'titel', 'kop', 'name'] }),
  name_en: text('Kop in het Engels', 'Heading in English', { most: 200 }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'kenmerk'] }),
  place: choice('Waar het staat', 'Where it stands', {
    introduction: ['Privacyverklaring: inleiding', 'Privacy statement: introduction'], section: ['Privacyverklaring: eigen paragraaf', 'Privacy statement: own paragraph'], processing: ['Bij één verwerking', 'With one processing activity'],
  }, { aliases: ['plaats', 'soort'] }),
  rank: number('Volgorde', 'Order', { least: 1, most: 999, help: { nl: 'Het laagste nummer staat bovenaan.', en: 'The lowest number stands first.' } }),
  processing: reference('Verwerking', 'Processing activity', 'processing-activities', { help: { nl: 'Alleen als de tekst bij één verwerking hoort.', en: 'Only when the text belongs to one processing activity.' }, aliases: ['verwerking'] }),

  text: longText('Tekst', 'Text', { format: 'markdown', help: { nl: 'In gewone taal. Koppen met #, opsommingen met -.', en: 'Plain Dutch. Headings with #, lists with -.' }, aliases: ['tekst', 'inhoud'] }),
  text_en: longText('Tekst in het Engels', 'Text in English', { format: 'markdown' }),

  provision: choice('Moeten mensen de gegevens geven?', 'Must people give the data?', {
    statutory: ['Ja, een wet verplicht het', 'Yes, a law obliges them'], contractual: ['Ja, een overeenkomst verplicht het', 'Yes, a contract obliges them'], needed: ['Nee, maar zonder kan het niet', 'No, but without them it can’t be done'],
    voluntary: ['Nee, het is vrijwillig', 'No, it is voluntary'], not_asked: ['Wij vragen ze niet aan de mensen zelf', 'We don’t ask the people themselves'],
  }, { citation: 'art. 13 lid 2 onder e AVG', aliases: ['verplicht'] }),
  consequence: longText('Wat gebeurt er als iemand ze niet geeft?', 'What happens if somebody doesn’t give them?', { most: 2000, citation: 'art. 13 lid 2 onder e AVG' }),
  consequence_en: longText('Wat gebeurt er dan, in het Engels', 'What happens then, in English', { most: 2000 }),
  interest: longText('Het gerechtvaardigd belang, in gewone taal', 'The legitimate interest, in plain words', { most: 2000, citation: 'art. 13 lid 1 onder d en art. 14 lid 2 onder b AVG' }),
  interest_en: longText('Het gerechtvaardigd belang, in het Engels', 'The legitimate interest, in English', { most: 2000 }),
  safeguards: longText('Waar iemand een kopie van de waarborgen bij doorgifte krijgt', 'Where somebody gets a copy of the safeguards for transfers', { most: 2000, citation: 'art. 13 lid 1 onder f AVG' }),
  safeguards_en: longText('Waar iemand die kopie krijgt, in het Engels', 'Where somebody gets that copy, in English', { most: 2000 }),
  note: longText('Toelichting voor collega’s', 'Note for colleagues', { isPublic: false }),
} as const

export type PublicText = InputOf<typeof fields>
