// Decision: whether data may be disclosed to another controller: our own side first, then the ground in the partner, in the order of the policy, and only what an interest was shown for. Pure (N-17, N-46, N-47, N-67, P-10).
import type { OrganisationKind } from '../../ground/scope.ts'
import type { Words } from '../../ground/words.ts'
import type { InputOf } from '../../register-kit/field-types.ts'
import type { fields } from './declaration.ts'

export type DisclosureInput = InputOf<typeof fields>
export type Ground = NonNullable<DisclosureInput['ground']>
/** Why not: at which field, in words, with the article. */
export type Objection = { readonly at: string; readonly message: Words; readonly citation: string }
/** What is known beside the fields. `isSensitive`: a kind of data that art. 9 or 10 AVG protects. */
export type About = { readonly organisationKind: OrganisationKind; readonly today: string; isSensitive(category: string): boolean }

const objection = (at: string, nl: string, en: string, citation: string): Objection => ({ at, message: { nl, en }, citation })

/** The six items of N-46; each that is missing, by its field. A single question asks what and why only: the rest follows from its ground. */
export function missingItems(input: DisclosureInput): Objection[] {
  const missing: Objection[] = []
  const ask = (at: keyof DisclosureInput, nl: string, en: string, citation: string, isAsked = true) => {
    if (isAsked && input[at] === null) missing.push(objection(at, nl, en, citation))
  }
  const isStanding = input.kind !== 'one_off'
  ask('purpose', 'Het doel van de partner ontbreekt.', 'The partner’s purpose is missing.', 'art. 5 lid 1 onder b AVG')
  ask('partner_basis', 'De grondslag van de partner ontbreekt.', 'The partner’s legal basis is missing.', 'art. 6 lid 1 AVG')
  ask('controllership', 'Er is geen bewijs dat de partner zelf verantwoordelijk is.', 'There is no proof that the partner is a controller.', 'art. 4 onder 7 AVG', isStanding)
  if (!input.data.some(({ what, category }) => what !== null || category !== null)) missing.push(objection('data', 'Er staat niet welke gegevens worden gevraagd.', 'It doesn’t say which data are wanted.', 'art. 5 lid 1 onder c AVG'))
  ask('security', 'Er staat niet hoe de partner de gegevens beveiligt.', 'It doesn’t say how the partner secures the data.', 'art. 32 AVG', isStanding)
  ask('further_use', 'Er staat niet wat de partner doet tegen ander gebruik.', 'It doesn’t say what the partner does against other use.', 'art. 5 lid 1 onder b AVG', isStanding)
  ask('starts_on', 'De begindatum ontbreekt.', 'The start is missing.', 'art. 5 lid 2 AVG', isStanding)
  return missing
}

/** Our own side, before anything else: a basis of our own, a purpose that fits, no secrecy in the way (art. 6 lid 1, 3 en 4 en art. 9 AVG). */
export function ownObjections(input: DisclosureInput, { organisationKind, isSensitive }: About): Objection[] {
  const found: Objection[] = []
  const { own_basis, own_law, compatibility, secrecy, secrecy_note } = input
  if (own_basis === null) found.push(objection('own_basis', 'Wij hebben zelf nog geen grondslag om te verstrekken.', 'We have no legal basis of our own yet to disclose.', 'art. 6 lid 1 AVG'))
  if (own_basis === 'legitimate-interest' && organisationKind !== 'firm') found.push(objection('own_basis', 'Een overheid mag zich voor haar publieke taak niet beroepen op een gerechtvaardigd belang.', 'A public body may not rely on a legitimate interest for its public task.', 'art. 6 lid 1 laatste alinea AVG'))
  if ((own_basis === 'legal-obligation' || own_basis === 'public-task') && own_law === null) found.push(objection('own_law', 'Noem de wet en het artikel van onze grondslag.', 'Name law and article of our legal basis.', 'art. 6 lid 3 AVG'))
  if (compatibility === null) found.push(objection('compatibility', 'Er is nog niet bekeken of dit past bij het doel waarvoor wij de gegevens kregen.', 'It wasn’t looked at yet whether this fits the purpose for which we got the data.', 'art. 6 lid 4 AVG'))
  if (compatibility === 'incompatible') found.push(objection('compatibility', 'Het doel van de partner is niet verenigbaar met het doel waarvoor wij de gegevens kregen.', 'The partner’s purpose isn’t compatible with the purpose for which we got the data.', 'art. 6 lid 4 AVG'))
  const factors = (['link', 'context', 'nature', 'consequences', 'safeguards'] as const).filter((factor) => input[factor] === null)
  if (compatibility === 'compatible' && factors.length > 0) found.push(...factors.map((factor) => objection(factor, 'Deze factor is nog niet afgewogen.', 'This factor wasn’t weighed yet.', 'art. 6 lid 4 AVG')))
  if (secrecy === null) found.push(objection('secrecy', 'Er is nog niet bekeken of een geheimhoudingsplicht geldt.', 'It wasn’t looked at yet whether a duty of secrecy holds.', 'art. 2:5 Awb'))
  if (secrecy === 'forbids') found.push(objection('secrecy', 'Een geheimhoudingsplicht verbiedt deze verstrekking.', 'A duty of secrecy forbids this disclosure.', 'art. 2:5 Awb'))
  if (secrecy === 'lifted' && secrecy_note === null) found.push(objection('secrecy_note', 'Schrijf op welke plicht geldt en waarom dit toch mag.', 'Write down which duty holds and why this is allowed all the same.', 'art. 2:5 Awb'))
  if (input.special_exception === null && input.data.some(({ category, is_given }) => category !== null && is_given !== false && isSensitive(category))) {
    found.push(objection('special_exception', 'Er zijn bijzondere of strafrechtelijke gegevens bij. Kies de uitzondering die dat toestaat.', 'Special or criminal data are among these. Choose the exception that allows it.', 'art. 9 lid 2 AVG'))
  }
  return found
}

/** The ground on which the partner may get the data, in the order of the policy; nothing: refuse. A firm gives only what it is bound to, or what its customer asks in writing (P-10). */
export function groundOf(input: DisclosureInput, organisationKind: OrganisationKind): Ground | undefined {
  if (organisationKind === 'firm') {
    if (input.own_basis === 'legal-obligation') return 'duty'
    return input.asked_by_customer === true && input.has_consent === true && input.is_consent_written === true && input.consent_on !== null ? 'customer' : undefined
  }
  if (input.has_task === true && input.partner_basis !== null) return 'task'
  if (input.is_vital === true && input.is_concrete === true) return 'vital'
  return input.has_consent === true && input.consent_on !== null ? 'consent' : undefined
}

const noGround = (input: DisclosureInput, organisationKind: OrganisationKind): Objection => {
  if (organisationKind === 'firm') return objection('asked_by_customer', 'Wij geven alleen gegevens als de klant dat zelf vraagt en op schrift toestemt, of als een wet ons verplicht.', 'We give data only if the customer asks for it and consents in writing, or if a law obliges us.', 'art. 6 lid 1 AVG')
  if (input.is_vital === true) return objection('is_concrete', 'Een vitaal belang geldt alleen voor één concreet geval, niet voor een vaste verstrekking.', 'A vital interest holds for one concrete case only, not for a standing disclosure.', 'art. 6 lid 1 onder d AVG')
  return objection('has_task', 'Er is geen wettelijke taak van de partner, geen vitaal belang en geen uitdrukkelijke toestemming. Weiger het verzoek.', 'There is no statutory task of the partner, no vital interest and no explicit consent. Refuse the request.', 'art. 6 lid 1 AVG')
}

/** What stands in the way of granting, own side first; an empty list: it may be granted. */
export function objectionsTo(input: DisclosureInput, about: About): Objection[] {
  const { organisationKind, today } = about
  const ground = groundOf(input, organisationKind)
  const found = [...ownObjections(input, about), ...missingItems(input)]
  if (input.recipient === null) found.push(objection('recipient', 'Er staat niet wie de gegevens krijgt.', 'It doesn’t say who receives the data.', 'art. 4 onder 9 AVG'))
  if (input.is_controller !== true || input.controller_checked_on === null || input.controller_checked_on > today) found.push(objection('is_controller', 'Er is niet nagegaan of de ontvanger zelf verantwoordelijk is.', 'It wasn’t verified whether the recipient is a controller itself.', 'art. 4 onder 7 AVG'))
  if (ground === undefined) found.push(noGround(input, organisationKind))
  if (ground === 'vital' && input.kind !== 'one_off') found.push(objection('kind', 'Met een vitaal belang kan alleen een losse vraag worden beantwoord.', 'A vital interest allows a single question only.', 'art. 6 lid 1 onder d AVG'))
  if ((ground === 'consent' || ground === 'customer') && input.consent_on !== null && input.consent_on > today) found.push(objection('consent_on', 'De toestemming moet nog worden gegeven.', 'The consent is still to be given.', 'art. 7 lid 1 AVG'))
  if (ground !== 'duty' && input.undertakes !== true) found.push(objection('undertakes', 'De partner heeft niet toegezegd dat hij niets openbaar maakt of doorgeeft.', 'The partner hasn’t promised neither to publish nor to pass on.', 'art. 5 lid 1 onder b AVG'))
  const given = input.data.filter(({ is_given }) => is_given === true)
  if (input.data.length > 0 && given.length === 0) found.push(objection('data', 'Kies per gegeven of u het geeft.', 'Choose for each kind of data whether you give it.', 'art. 5 lid 1 onder c AVG'))
  input.data.forEach(({ is_given, interest }, row) => {
    if (is_given === true && interest === null) found.push(objection(`data.${row}.interest`, 'Voor dit gegeven is geen belang aangetoond. Geef het niet.', 'No interest was shown for this. Don’t give it.', 'art. 5 lid 1 onder c AVG'))
  })
  return found
}

/** What must be there before the first data go: the partner’s policy, and the protocol sent and acknowledged. A single question may do without where the law or danger leaves no room. */
export function notYet(input: DisclosureInput, today: string): Objection[] {
  const { kind, no_protocol, ground, policy_on, protocol_sent_on, protocol_known_on, starts_on, ends_on } = input
  const found: Objection[] = []
  const isThere = (on: string | null) => on !== null && on <= today
  const isExcused = kind === 'one_off' && ((no_protocol === 'demand' && (ground === 'task' || ground === 'duty')) || (no_protocol === 'vital' && ground === 'vital'))
  if (!isExcused) {
    if (!isThere(policy_on)) found.push(objection('policy_on', 'Het privacybeleid van de partner is nog niet ontvangen.', 'The partner’s privacy policy wasn’t received yet.', 'art. 24 lid 1 AVG'))
    if (!isThere(protocol_sent_on)) found.push(objection('protocol_sent_on', 'Het protocol is nog niet verstuurd.', 'The protocol wasn’t sent yet.', 'art. 24 lid 1 AVG'))
    if (!isThere(protocol_known_on)) found.push(objection('protocol_known_on', 'De partner heeft het protocol nog niet bevestigd.', 'The partner hasn’t acknowledged the protocol yet.', 'art. 24 lid 1 AVG'))
  }
  if (starts_on !== null && starts_on > today) found.push(objection('starts_on', 'De verstrekking is nog niet begonnen.', 'The disclosure hasn’t started yet.', 'art. 5 lid 2 AVG'))
  if (ends_on !== null && ends_on < today) found.push(objection('ends_on', 'De verstrekking is afgelopen.', 'The disclosure is over.', 'art. 5 lid 1 onder b AVG'))
  return found
}
