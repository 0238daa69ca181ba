// Words: registers, happenings, states and troubles of webhooks as people read them.
import { say, t, type Words } from '../../ground/words.ts'
import type { BadgeTone } from '../../page-kit/alerts.tsx'
import type { Choice, ChoiceGroup } from '../../page-kit/inputs.tsx'
import { allRegisters, registerOf } from '../../register-kit/tied-registers.ts'
import type { Delivery } from './deliveries.ts'
import { testRegister, testVerb } from './event.ts'
import type { Subscription } from './subscriptions.ts'

export function registerChoices(): Choice[] {
  return allRegisters().map(({ key, words }) => ({ value: key, label: say(words.many) }))
}

/** What can happen, each once: first what can in every register, then what only some know, under their names. */
export function verbChoices(): ChoiceGroup[] {
  const groups = new Map<string, Choice[]>()
  for (const [key, words] of verbs()) {
    const where = allRegisters().filter(({ lifecycle }) => Object.hasOwn(lifecycle.verbs, key)).map((register) => say(register.words.many))
    const label = where.length === allRegisters().length ? t('In elk register', 'In every register') : t(`Alleen bij: ${where.join(', ')}`, `Only for: ${where.join(', ')}`)
    groups.set(label, [...groups.get(label) ?? [], { value: key, label: capital(say(words)) }])
  }
  return [...groups].map(([label, choices]) => ({ label, choices }))
}

export function sayRegister(key: string): string {
  const register = registerOf(key)
  return register ? say(register.words.many) : key
}

export function sayVerb(verb: string, register?: string): string {
  if (register === testRegister && verb === testVerb) return t('Testbericht', 'Test message')
  const words = verbs().get(verb)
  return words ? capital(say(words)) : verb
}

export function sayList(keys: readonly string[], one: (key: string) => string): string {
  return keys.length === 0 ? t('Alle, ook nieuwe', 'All, new ones too') : keys.map(one).join(', ')
}

export function subscriptionState(subscription: Subscription): { tone: BadgeTone; words: string } {
  if (subscription.status === 'paused') return subscription.pausedBecause === 'person' ? { tone: 'neutral', words: t('Gepauzeerd', 'Paused') } : { tone: 'negative', words: t('Gestopt na fouten', 'Stopped after errors') }
  return subscription.failingSince ? { tone: 'warning', words: t('Lukt nu niet', 'Failing now') } : { tone: 'positive', words: t('Aan', 'On') }
}

export function deliveryState({ state, attempt }: Delivery): { tone: BadgeTone; words: string } {
  if (state === 'delivered') return { tone: 'positive', words: t('Bezorgd', 'Delivered') }
  if (state === 'given_up') return { tone: 'negative', words: t('Opgegeven', 'Given up') }
  if (state === 'sending') return { tone: 'info', words: t('Wordt verstuurd', 'Being sent') }
  return attempt === 0 ? { tone: 'neutral', words: t('Wacht', 'Waiting') } : { tone: 'warning', words: t('Wordt opnieuw geprobeerd', 'Will be tried again') }
}

/** How the last attempt ended, and what to do about it. */
export function sayEnding({ trouble, last_status: status }: Pick<Delivery, 'trouble' | 'last_status'>): string {
  if (trouble === null) return status === null ? '' : `${status}`
  const words = troubles[trouble]
  return words ? say(words).replace('{status}', String(status)) : trouble
}

const troubles: Readonly<Record<string, Words>> = {
  forbidden: { nl: 'Dit adres mag niet worden aangeroepen: het ligt in een intern netwerk of vraagt een andere poort.', en: 'This address may not be called: it lies in an inner network or asks for another port.' },
  not_found: { nl: 'De naam in het adres is niet te vinden.', en: 'The name in the address can’t be found.' },
  unreachable: { nl: 'Er komt geen verbinding tot stand.', en: 'No connection can be made.' },
  untrusted: { nl: 'Het certificaat van het adres klopt niet.', en: 'The certificate of the address isn’t right.' },
  timeout: { nl: 'Geen antwoord binnen 10 seconden.', en: 'No answer within 10 seconds.' },
  broken: { nl: 'De verbinding brak af zonder antwoord.', en: 'The connection broke off without an answer.' },
  redirect: { nl: '{status}: het adres verwijst door. Dat volgen wij niet; vul het nieuwe adres in.', en: '{status}: the address redirects. We don’t follow that; fill in the new address.' },
  gone: { nl: '410: het adres zegt dat het niet meer bestaat.', en: '410: the address says that it no longer exists.' },
  refused: { nl: '{status}: de ontvanger nam het bericht niet aan.', en: '{status}: the receiver didn’t accept the message.' },
  fault: { nl: 'Er ging iets mis in Waarborg zelf.', en: 'Something went wrong in Waarborg itself.' },
}

export const historyWords: Readonly<Record<string, Words>> = {
  create: { nl: 'Aangemaakt', en: 'Created' },
  change: { nl: 'Gewijzigd', en: 'Changed' },
  pause: { nl: 'Gepauzeerd', en: 'Paused' },
  resume: { nl: 'Hervat', en: 'Resumed' },
  renew_secret: { nl: 'Nieuw geheim gemaakt', en: 'New secret made' },
  withdraw_secret: { nl: 'Oud geheim ingetrokken', en: 'Old secret withdrawn' },
  replay: { nl: 'Berichten opnieuw verstuurd', en: 'Messages sent again' },
}

export const fieldWords: Readonly<Record<string, Words>> = {
  name: { nl: 'Naam', en: 'Name' }, target: { nl: 'Adres', en: 'Address' }, registers: { nl: 'Registers', en: 'Registers' }, verbs: { nl: 'Gebeurtenissen', en: 'Events' },
}

function verbs(): Map<string, Words> {
  return new Map(allRegisters().toReversed().flatMap(({ lifecycle }) => Object.entries(lifecycle.verbs).map(([key, { done }]) => [key, done] as const)))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
