// Standard articles: our own text of a processor agreement, in plain Dutch, filled from the registers; the twelve articles of the policies, each point of art. 28 lid 3 AVG in one of them (H-44, N-40).
import { type AgreementFacts, dayOrOpen } from './agreement-facts.ts'
import type { StandardArticle } from './article-shape.ts'
import { clauses, plain, sayTerm } from './clauses.ts'
import { amendments, closing, control, law, liability, subProcessing } from './standard-articles-later.ts'

export const standardArticles: readonly StandardArticle[] = [
  {
    key: 'terms', heading: 'Begrippen', covers: [],
    body: ({ us, them }) => clauses(1, [
      `${plain(us.name)} heet hierna de Verantwoordelijke. ${plain(them.name)} heet hierna de Verwerker.`,
      'Woorden die de Algemene verordening gegevensbescherming (AVG) uitlegt, betekenen hier hetzelfde. Met gegevens bedoelen wij persoonsgegevens.',
      'De bijlagen horen bij deze overeenkomst. Spreekt een bijlage de overeenkomst tegen, dan geldt de overeenkomst.',
    ]),
  },
  {
    key: 'duration', heading: 'Ingang en duur', covers: ['scope'],
    body: ({ input, them }) => clauses(2, [
      `Deze overeenkomst gaat in op ${dayOrOpen(input.starts_on)}${input.ends_on === null ? '. Zij geldt zolang de Verwerker gegevens voor de Verantwoordelijke verwerkt' : ` en loopt tot en met ${dayOrOpen(input.ends_on)}`}.`,
      ...renewal(input),
      `Zij hoort bij ${plain(input.main_contract ?? 'de opdracht')}${them.services === '' ? '' : `: ${plain(them.services.replace(/[.\s]+$/, ''))}`}.`,
      'Verwerkt de Verwerker na het einde nog gegevens, dan blijft hij zich aan deze overeenkomst houden.',
    ]),
  },
  {
    key: 'subject', heading: 'Waar het over gaat', covers: ['scope', 'annexprocessings'],
    body: () => clauses(3, [
      'De Verwerker verwerkt gegevens voor de Verantwoordelijke. Bijlage 1 noemt per verwerking het doel, de aard, de soorten gegevens en de groepen mensen.',
      'De Verwerker gebruikt de gegevens alleen daarvoor, en niet voor zichzelf.',
      'De gegevens blijven van de Verantwoordelijke. De Verwerker beslist niet over het doel, over verstrekken aan anderen of over hoe lang zij worden bewaard.',
    ]),
  },
  {
    key: 'duties', heading: 'Wat de Verwerker doet', covers: ['instructions', 'unlawful', 'rights', 'assistance'],
    body: ({ input }) => clauses(4, [
      'De Verwerker volgt de schriftelijke instructies van de Verantwoordelijke, ook over doorgifte naar landen buiten de Europese Economische Ruimte. Moet hij van de wet iets anders doen, dan zegt hij dat vooraf, tenzij die wet dat verbiedt.',
      'Vindt de Verwerker dat een instructie in strijd is met de AVG of een andere wet over gegevens, dan waarschuwt hij de Verantwoordelijke meteen.',
      'Vraagt iemand om inzage, verbetering, verwijdering of een ander recht, dan stuurt de Verwerker dat verzoek binnen twee werkdagen door. Hij helpt de Verantwoordelijke om op tijd te antwoorden.',
      'De Verwerker helpt de Verantwoordelijke met de beveiliging, met een onderzoek naar risico’s (DPIA), met een voorafgaande raadpleging van de Autoriteit Persoonsgegevens en met het melden van datalekken.',
      'De Verwerker houdt zelf een register bij van wat hij voor de Verantwoordelijke verwerkt.',
      ...(input.is_brp === true ? ['De Verwerker werkt met gegevens uit de basisregistratie personen. Hij houdt zich daarbij ook aan artikel 7 van het Besluit basisregistratie personen.'] : []),
    ]),
  },
  {
    key: 'secrecy', heading: 'Geheimhouding', covers: ['confidentiality'],
    body: () => clauses(5, [
      'De Verwerker houdt de gegevens geheim. Alleen wie ze nodig heeft voor zijn werk kan erbij, en heeft beloofd te zwijgen.',
      'Dit geldt ook voor wie de Verwerker inhuurt of inschakelt.',
      'Vordert een overheid of rechter gegevens, dan gaat de Verwerker na of die vordering klopt en wie haar doet. Hij waarschuwt de Verantwoordelijke voordat hij iets geeft, tenzij de wet dat verbiedt, en geeft niet meer dan moet.',
      'De geheimhouding blijft gelden als deze overeenkomst is afgelopen.',
    ]),
  },
  {
    key: 'breaches', heading: 'Datalekken', covers: ['breach', 'annexcontacts'],
    body: ({ breachNotice }) => clauses(6, [
      `De Verwerker meldt een datalek, of een vermoeden daarvan, zonder uitstel en uiterlijk binnen ${breachNotice} nadat hij het ontdekt. Hij meldt het bij het contact van bijlage 1, ook buiten kantooruren.`,
      'Hij geeft de inlichtingen van bijlage 2. Weet hij nog niet alles, dan meldt hij wat hij weet en vult hij dat aan.',
      'De Verwerker doet meteen wat nodig is om de schade klein te houden.',
      'De Verantwoordelijke beslist over een melding aan de Autoriteit Persoonsgegevens en aan de mensen om wie het gaat. De Verwerker meldt daar niet zelf, en helpt als dat nodig is.',
      'De Verwerker heeft een plan voor datalekken en een logboek van wat er gebeurde. De Verantwoordelijke kan beide inzien.',
    ]),
  },
  control, subProcessing, amendments, liability, law, closing,
]

function renewal({ renewal: way, notice_term, renewal_period }: AgreementFacts['input']): string[] {
  if (way === 'silent') return [`Daarna wordt zij vanzelf verlengd${renewal_period === null ? '' : ` met ${sayTerm(renewal_period)}`}, tenzij een partij schriftelijk opzegt${notice_term === null ? '' : `, uiterlijk ${sayTerm(notice_term)} voor het einde`}.`]
  return way === 'agreed' ? ['Verlengen kan alleen schriftelijk, en als beide partijen dat willen.'] : []
}
