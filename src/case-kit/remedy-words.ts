// Remedy words: the sentences by which letters and pages say where somebody may object, go to court or complain, each with its article.
import type { Words } from '../ground/words.ts'

/** Who decided, as a letter names it (`het college van burgemeester en wethouders van Duinrade`), where to write to, how to reach the DPO if there is one, and the day by whose law it is said. */
export type Place = { readonly body?: string | undefined; readonly address?: string | undefined; readonly dpo?: string | undefined; readonly on?: string }

const to = ({ body, address }: Place): Words => {
  const where = address ? `, ${address}` : ''
  return { nl: `${body ?? 'ons'}${where}`, en: `${body ?? 'us'}${where}` }
}

const name = { nl: 'uw naam en adres, de datum, om welk besluit het gaat, waarom u het er niet mee eens bent, en uw handtekening', en: 'your name and address, the date, which decision it is about, why you disagree, and your signature' }

/** A decision of a public body under the Awb (art. 34 UAVG). */
export const decisionRoutes = {
  objection: (place: Place) => ({
    key: 'objection' as const, legalTerm: 'objection' as const, citation: 'art. 34 UAVG; art. 6:5, 6:7 en 6:8 Awb',
    heading: { nl: 'Bezwaar maken tegen dit besluit', en: 'Objecting to this decision' },
    words: {
      nl: `Bent u het niet eens met dit besluit? Maak dan bezwaar bij ${to(place).nl}. Dat kan binnen zes weken; die beginnen op de dag nadat wij u het besluit hebben gestuurd. Schrijf erin: ${name.nl}. Bezwaar maken kost niets. Bent u het daarna nog niet eens met ons, dan kunt u in beroep gaan bij de rechtbank. Dit bezwaar is iets anders dan het recht om te zeggen dat wij uw gegevens niet meer mogen gebruiken (art. 21 AVG).`,
      en: `Do you disagree with this decision? Then lodge an objection with ${to(place).en}. You can do so within six weeks; they begin on the day after we sent you the decision. Write in it: ${name.en}. Objecting is free. If you still disagree afterwards, you can appeal to the district court. This objection is something else than the right to say that we may no longer use your data (art. 21 AVG).`,
    },
  }),
  defaultNotice: (place: Place) => ({
    key: 'default_notice' as const, legalTerm: 'after-default' as const, citation: 'art. 4:17 lid 1 en 3 Awb',
    heading: { nl: 'Ons in gebreke stellen', en: 'Giving us notice of default' },
    words: {
      nl: `Hebben wij niet op tijd besloten? Schrijf dan aan ${to(place).nl} dat wij te laat zijn en dat u alsnog een besluit wilt. Dat heet een ingebrekestelling. Is er twee weken later nog geen besluit, dan moeten wij u een dwangsom betalen voor elke dag dat wij te laat zijn, voor hoogstens 42 dagen.`,
      en: `Didn’t we decide in time? Then write to ${to(place).en} that we are late and that you still want a decision. That is called a notice of default. If there is still no decision two weeks later, we must pay you a penalty for each day that we are late, for 42 days at most.`,
    },
  }),
  onSilence: () => ({
    key: 'appeal_on_silence' as const, citation: 'art. 6:2 onder b en art. 6:12 Awb',
    heading: { nl: 'Beroep als er geen besluit komt', en: 'Appeal when no decision comes' },
    words: {
      nl: 'Is er twee weken na uw ingebrekestelling nog geen besluit? Dan kunt u meteen in beroep gaan bij de rechtbank. Eerst bezwaar maken hoeft dan niet, en er is geen vaste termijn voor; wacht alleen niet onredelijk lang.',
      en: 'Is there still no decision two weeks after your notice of default? Then you can appeal to the district court at once. You needn’t object first, and there is no fixed term for it; just don’t wait unreasonably long.',
    },
  }),
}

/** An answer of a firm (art. 35 UAVG). */
export const petitionRoutes = {
  afterAnswer: () => ({
    key: 'petition' as const, legalTerm: 'court-petition' as const, citation: 'art. 35 lid 1, 2 en 4 UAVG',
    heading: { nl: 'Naar de rechtbank', en: 'To the court' },
    words: {
      nl: 'Bent u het niet eens met ons antwoord? Dan kunt u de rechtbank schriftelijk vragen om ons te bevelen uw verzoek toch toe te wijzen. Dat kan binnen zes weken nadat u ons antwoord hebt gekregen. Een advocaat is niet verplicht; de rechtbank vraagt wel griffierecht.',
      en: 'Do you disagree with our answer? Then you can ask the district court in writing to order us to grant your request after all. You can do so within six weeks after you received our answer. You don’t need a lawyer; the court does charge a fee.',
    },
  }),
  onSilence: () => ({
    key: 'petition_on_silence' as const, citation: 'art. 35 lid 1 en 2 UAVG',
    heading: { nl: 'Naar de rechtbank als u niets hoort', en: 'To the court when you hear nothing' },
    words: {
      nl: 'Hebben wij niet op tijd geantwoord? Dan kunt u de rechtbank schriftelijk vragen om ons te bevelen uw verzoek toe te wijzen. Daarvoor geldt geen termijn. Een advocaat is niet verplicht; de rechtbank vraagt wel griffierecht.',
      en: 'Didn’t we answer in time? Then you can ask the district court in writing to order us to grant your request. There is no term for that. You don’t need a lawyer; the court does charge a fee.',
    },
  }),
}

/** What the supervisory authority can do (art. 77 AVG, art. 36 UAVG). */
export const supervisorRoutes = {
  complaint: () => ({
    key: 'authority' as const, citation: 'art. 77 AVG',
    heading: { nl: 'Klacht bij de Autoriteit Persoonsgegevens', en: 'Complaint to the supervisory authority' },
    words: {
      nl: 'Vindt u dat wij niet goed omgaan met uw gegevens? Dan kunt u altijd een klacht indienen bij de Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl). Dat is iets anders dan bezwaar of beroep: de termijn daarvan loopt gewoon door.',
      en: 'Do you think that we don’t handle your data well? Then you can always lodge a complaint with the supervisory authority, the Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl). That is something else than an objection or an appeal: the term for those keeps running.',
    },
  }),
  mediation: () => ({
    key: 'mediation' as const, legalTerm: 'court-petition' as const, citation: 'art. 36 lid 1 UAVG',
    heading: { nl: 'Bemiddeling door de Autoriteit Persoonsgegevens', en: 'Mediation by the supervisory authority' },
    words: {
      nl: 'U kunt de Autoriteit Persoonsgegevens in dezelfde zes weken ook vragen om te bemiddelen. U kunt dan nog naar de rechtbank tot zes weken nadat de Autoriteit u heeft laten weten dat zij klaar is.',
      en: 'In the same six weeks you can also ask the supervisory authority to mediate. You can then still go to the court until six weeks after the authority has told you that it is done.',
    },
  }),
  mediationInAppeal: () => ({
    key: 'mediation' as const, legalTerm: 'objection' as const, citation: 'art. 36 lid 1 UAVG',
    heading: { nl: 'Bemiddeling door de Autoriteit Persoonsgegevens', en: 'Mediation by the supervisory authority' },
    words: {
      nl: 'Gaat u later in beroep? Dan kunt u binnen de zes weken daarvoor ook de Autoriteit Persoonsgegevens vragen om te bemiddelen. Beroep kan dan nog tot zes weken nadat de Autoriteit u heeft laten weten dat zij klaar is.',
      en: 'Do you appeal later? Then, within the six weeks for that, you can also ask the supervisory authority to mediate. You can then still appeal until six weeks after the authority has told you that it is done.',
    },
  }),
}

/** Decisions on police data are decisions under the Awb too, by a rule of their own. */
export const policeRoutes = {
  objection: (place: Place) => ({ ...decisionRoutes.objection(place), citation: 'art. 29 lid 1 Wpg; art. 6:5, 6:7 en 6:8 Awb' }),
  mediation: () => ({ ...supervisorRoutes.mediationInAppeal(), citation: 'art. 29 lid 2 Wpg' }),
}

/** After or instead of a complaint to the organisation itself. */
export const complaintRoutes = {
  talk: (place: Place) => ({
    key: 'talk' as const, citation: 'art. 12 lid 2 AVG',
    heading: { nl: 'Met ons overleggen', en: 'Talking with us' },
    words: { nl: `Duurt het u te lang of is er haast bij? Vertel het ${to(place).nl}.${place.dpo ? ` U kunt ook altijd naar onze functionaris gegevensbescherming: ${place.dpo}.` : ''}`, en: `Does it take too long, or is it urgent? Tell ${to(place).en}.${place.dpo ? ` You can also always turn to our data protection officer: ${place.dpo}.` : ''}` },
  }),
  own: (place: Place) => ({
    key: 'talk' as const, citation: 'art. 9:1 lid 1 Awb',
    heading: { nl: 'Een klacht bij onszelf', en: 'A complaint to ourselves' },
    words: { nl: `Bent u niet tevreden over hoe wij u informeren? Dan kunt u een klacht indienen bij ${to(place).nl}.`, en: `Aren’t you content with how we inform you? Then you can lodge a complaint with ${to(place).en}.` },
  }),
  ombudsman: () => ({
    key: 'ombudsman' as const, citation: 'art. 9:12 lid 2, art. 9:18 en art. 9:24 Awb',
    heading: { nl: 'Naar de ombudsman', en: 'To the ombudsman' },
    words: {
      nl: 'Bent u niet tevreden over hoe wij uw klacht hebben behandeld, of duurt het te lang? Dan kunt u binnen een jaar de ombudsman vragen om het te onderzoeken. Bezwaar of beroep is niet mogelijk tegen de uitkomst van een klacht.',
      en: 'Aren’t you content with how we handled your complaint, or does it take too long? Then you can ask the ombudsman within a year to look into it. There is no objection or appeal against the outcome of a complaint.',
    },
  }),
  court: () => ({
    key: 'civil_court' as const, citation: 'art. 79 AVG',
    heading: { nl: 'Naar de rechter', en: 'To the court' },
    words: { nl: 'Bent u het niet eens met hoe wij met uw gegevens omgaan? Dan kunt u naar de burgerlijke rechter.', en: 'Do you disagree with how we handle your data? Then you can go to the civil court.' },
  }),
}
