// Remedy: what a decision on a request must say of the way on: objection with a public body, the court with a firm, and the authority besides. Pure but for the reader's language.
import type { OrganisationKind } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'

/** Norm P-22: six weeks, and with whom, by the kind of organisation (art. 34 en 35 UAVG). A joint body under public law decides as a public body does. */
export function remedyWords(kind: OrganisationKind, about: { readonly organisation: string; readonly address: string | null; readonly email: string | null }): string {
  return kind === 'firm' ? courtWords() : objectionWords(about)
}

/** Art. 77 AVG: beside any other way, and without a term. */
export function complaintWords(): string {
  return t(
    'U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens (artikel 77 AVG). Hoe dat gaat, leest u op autoriteitpersoonsgegevens.nl. Een klacht daar is geen bezwaar en geen verzoek aan de rechter: die termijnen lopen door.',
    'You can also lodge a complaint with the Dutch data protection authority, the Autoriteit Persoonsgegevens (article 77 GDPR). How to do that is explained at autoriteitpersoonsgegevens.nl. A complaint there is neither an objection nor a petition to the court: those terms keep running.',
  )
}

/** Art. 34 UAVG with art. 6:4, 6:5, 6:7 and 6:8 Awb. */
function objectionWords({ organisation, address, email }: { readonly organisation: string; readonly address: string | null; readonly email: string | null }): string {
  const where = [organisation, address?.replace(/\s*\n\s*/g, ', ')].filter(Boolean).join(', ')
  return t(
    `Bent u het niet eens met dit besluit? Dan kunt u bezwaar maken (artikel 34 UAVG en artikel 7:1 Awb). Doe dat binnen zes weken na de dag waarop wij deze brief hebben verstuurd. Stuur uw bezwaarschrift naar ${where}${email ? `, of per e-mail naar ${email} als u daar een ondertekend bezwaarschrift bij stuurt` : ''}. Zet erin: uw naam en adres, de datum, tegen welk besluit u bezwaar maakt (noem het nummer van uw verzoek), waarom u het er niet mee eens bent, en uw handtekening. Bezwaar maken kost niets. Bent u het daarna niet eens met onze beslissing op uw bezwaar? Dan kunt u in beroep bij de rechtbank.`,
    `Don’t you agree with this decision? Then you can object (article 34 UAVG and article 7:1 Awb). Do so within six weeks after the day on which we sent this letter. Send your notice of objection to ${where}${email ? `, or by e-mail to ${email} with a signed notice of objection` : ''}. Write in it: your name and address, the date, which decision you object to (mention the number of your request), why you don’t agree, and your signature. Objecting is free of charge. Don’t you agree with our decision on your objection? Then you can appeal to the court.`,
  )
}

/** Art. 35 lid 2 UAVG: a petition to the rechtbank within six weeks of receipt; by lid 3 in conjunction with the procedure of art. 261 Rv no lawyer stands in the letter's promise. */
function courtWords(): string {
  return t(
    'Bent u het niet eens met dit antwoord? Dan kunt u de rechtbank schriftelijk vragen om ons op te dragen uw verzoek alsnog toe te wijzen (artikel 35 UAVG). Doe dat binnen zes weken nadat u dit antwoord hebt gekregen.',
    'Don’t you agree with this answer? Then you can ask the court (rechtbank) in writing to order us to grant your request after all (article 35 UAVG). Do so within six weeks of receiving this answer.',
  )
}
