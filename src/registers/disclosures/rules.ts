// Rules on disclosures: what stands in the way of a decision or of the first data, and what a standing disclosure must keep to (N-17, N-46, N-47, N-67, P-10).
import { say } from '../../ground/words.ts'
import type { Rule, RuleContext } from '../../register-kit/rules.ts'
import { type About, type DisclosureInput, groundOf, missingItems, notYet, type Objection, objectionsTo, ownObjections } from './decision.ts'

const isOpen = ({ stage }: RuleContext) => stage === 'draft'
const isGranted = ({ stage }: RuleContext) => stage === 'active'
const aboutIt = ({ organisationKind, today, term }: RuleContext): About => ({
  organisationKind, today, isSensitive: (category) => term('data-category', category)?.marks.some((mark) => mark === 'special' || mark === 'criminal') === true,
})
/** What is objected, said once each; nothing: no finding. */
const said = (found: readonly Objection[]): false | string[] => found.length > 0 && [[...new Set(found.map(({ message }) => say(message)))].join(' ')]
/** Among all objections those at a field. */
const at = (entry: DisclosureInput, context: RuleContext, fields: readonly string[]) => said(objectionsTo(entry, aboutIt(context)).filter((one) => fields.includes(one.at.split('.')[0]!)))

const N46 = ['N-46']
const N47 = ['N-47']

export const disclosureRules = {
  'request-incomplete': {
    field: 'purpose', severity: 'serious', citation: 'art. 5 lid 1 onder b en c en art. 32 AVG', norms: N46,
    words: { nl: 'Het verzoek van de partner is niet volledig.', en: 'The partner’s request isn’t complete.' }, advice: { nl: 'Vraag de partner om wat ontbreekt. Zonder de zes punten kunt u niet besluiten.', en: 'Ask the partner for what is missing. Without the six items you can’t decide.' },
    finds: (entry) => said(missingItems(entry)),
  },
  'controller-unverified': {
    field: 'is_controller', severity: 'serious', citation: 'art. 4 onder 7 AVG', norms: ['N-17'],
    words: { nl: 'Er is niet nagegaan of de ontvanger zelf verantwoordelijk is.', en: 'It wasn’t verified whether the recipient is a controller itself.' }, advice: { nl: 'Kijk naar de wettelijke taak en het register van de ontvanger. Is hij verwerker? Sluit dan een verwerkersovereenkomst.', en: 'Look at the statutory task and the register of the recipient. Is it a processor? Then conclude a processor agreement.' },
    finds: ({ is_controller, controller_checked_on }) => is_controller !== true || controller_checked_on === null,
  },
  'own-side-open': {
    field: 'own_basis', severity: 'serious', citation: 'art. 6 lid 1, 3 en 4 AVG', norms: N47,
    words: { nl: 'Onze eigen kant is nog niet rond.', en: 'Our own side isn’t settled yet.' }, advice: { nl: 'Kijk eerst naar onze grondslag, het doel waarvoor wij de gegevens kregen en onze geheimhouding.', en: 'First look at our legal basis, the purpose for which we got the data and our secrecy.' },
    finds: (entry, context) => said(ownObjections(entry, aboutIt(context))),
  },
  'ground-missing': {
    field: 'has_task', severity: 'serious', citation: 'art. 6 lid 1 AVG', norms: ['N-47', 'P-10'],
    words: { nl: 'Er is geen grond om te verstrekken.', en: 'There is no ground to disclose.' }, advice: { nl: 'Weiger het verzoek, of vraag de partner om de wettelijke taak of de toestemming.', en: 'Refuse the request, or ask the partner for the statutory task or the consent.' },
    finds: (entry, { organisationKind }) => groundOf(entry, organisationKind) === undefined,
  },
  'vital-not-concrete': {
    field: 'is_concrete', severity: 'serious', citation: 'art. 6 lid 1 onder d AVG', norms: ['N-67'],
    words: { nl: 'Een vitaal belang geldt alleen voor één concreet geval.', en: 'A vital interest holds for one concrete case only.' }, advice: { nl: 'Maak er een losse vraag van, of zoek een andere grond.', en: 'Make it a single question, or find another ground.' },
    finds: ({ has_task, is_vital, is_concrete, kind }) => has_task !== true && is_vital === true && (is_concrete !== true || kind === 'standing'),
  },
  'undertaking-missing': {
    field: 'undertakes', severity: 'serious', citation: 'art. 5 lid 1 onder b AVG', norms: ['N-67'],
    words: { nl: 'De partner heeft niet toegezegd dat hij niets openbaar maakt of doorgeeft.', en: 'The partner hasn’t promised neither to publish nor to pass on.' }, advice: { nl: 'Vraag om die toezegging. Zet haar ook in het protocol.', en: 'Ask for that promise. Put it in the protocol too.' },
    finds: (entry, { organisationKind }) => entry.undertakes !== true && groundOf(entry, organisationKind) !== 'duty',
  },
  'data-without-interest': {
    field: 'data', severity: 'serious', citation: 'art. 5 lid 1 onder c AVG', norms: N47,
    words: { nl: 'Voor deze gegevens is nog niet duidelijk of het nodig is.', en: 'Whether these data are needed isn’t clear yet.' }, advice: { nl: 'Geef alleen waarvoor de partner een belang heeft aangetoond. Zet de rest op nee.', en: 'Give only what the partner has shown an interest for. Set the rest to no.' },
    finds: ({ data }, { term }) => data.flatMap(({ what, category, interest, is_given }) => (is_given === null || (is_given && interest === null) ? [what ?? (category === null ? undefined : term('data-category', category)?.label) ?? '…'] : [])),
  },
  'protocol-open': {
    field: 'protocol_known_on', severity: 'serious', citation: 'art. 24 lid 1 AVG', norms: N47,
    words: { nl: 'Verstrekken mag nog niet.', en: 'Disclosing isn’t allowed yet.' }, advice: { nl: 'Vraag het privacybeleid van de partner, verstuur het protocol en wacht op de bevestiging.', en: 'Ask for the partner’s privacy policy, send the protocol and wait for the acknowledgement.' },
    finds: (entry, context) => isGranted(context) && said(notYet(entry, context.today).filter((one) => one.at !== 'starts_on' && one.at !== 'ends_on')),
  },
  'acknowledged-too-early': {
    field: 'protocol_known_on', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: N47,
    words: { nl: 'Het protocol is bevestigd voordat het was verstuurd.', en: 'The protocol was acknowledged before it was sent.' }, advice: { nl: 'Kijk de data na.', en: 'Check the days.' },
    finds: ({ protocol_sent_on, protocol_known_on }) => protocol_sent_on !== null && protocol_known_on !== null && protocol_known_on < protocol_sent_on,
  },
  'granted-no-longer': {
    field: 'ground', severity: 'serious', citation: 'art. 5 lid 1 onder a AVG', norms: N47,
    words: { nl: 'Dit is toegewezen, maar zou nu niet meer worden toegewezen.', en: 'This was granted, but wouldn’t be granted now.' }, advice: { nl: 'Beoordeel het opnieuw, of beëindig de verstrekking.', en: 'Judge it anew, or end the disclosure.' },
    finds: (entry, context) => isGranted(context) && at(entry, context, ['compatibility', 'secrecy', 'has_task', 'is_concrete', 'asked_by_customer', 'recipient']),
  },
  over: {
    field: 'ends_on', severity: 'serious', citation: 'art. 5 lid 1 onder b AVG', norms: N47,
    words: { nl: 'De afgesproken tijd is voorbij.', en: 'The agreed time is over.' }, advice: { nl: 'Beëindig de verstrekking, of beoordeel haar opnieuw.', en: 'End the disclosure, or judge it anew.' },
    finds: ({ ends_on }, { stage, today }) => stage === 'active' && ends_on !== null && ends_on < today,
  },
  'review-overdue': {
    field: 'name', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: N47,
    words: { nl: 'Deze vaste verstrekking is langer dan een jaar niet nagekeken.', en: 'This standing disclosure wasn’t checked for more than a year.' }, advice: { nl: 'Kijk na of de partner de gegevens nog nodig heeft.', en: 'Check whether the partner needs the data still.' },
    finds: (_entry, { stage, reviewDueOn, today }) => stage === 'active' && reviewDueOn !== null && reviewDueOn < today,
  },
  undecided: {
    field: 'asked_on', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: N46,
    words: { nl: 'Dit verzoek wacht al een maand op een besluit.', en: 'This request has waited a month for a decision.' }, advice: { nl: 'Besluit, of vraag de partner om wat ontbreekt.', en: 'Decide, or ask the partner for what is missing.' },
    finds: ({ asked_on }, context) => isOpen(context) && asked_on !== null && daysBefore(asked_on, context.today) > 31,
  },
} as const satisfies Readonly<Record<string, Rule<DisclosureInput>>>

function daysBefore(day: string, today: string): number {
  return Math.round((Date.parse(`${today}T12:00:00Z`) - Date.parse(`${day}T12:00:00Z`)) / 86_400_000)
}
