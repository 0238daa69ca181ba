// Lifecycle of a disclosure: requested, granted or refused; the protocol sent and acknowledged; then what goes out is logged, recipients are told of changes, and it is checked each year and ended (N-46, N-47, N-67).
import { dayOf, sayDay } from '../../ground/clock.ts'
import { Invalid, Refused } from '../../ground/refusals.ts'
import { personOf, type Role } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { sayCitation } from '../../page-kit/citation.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import { longText } from '../../register-kit/field-types.ts'
import { asNextVersion, changeDraftVerb, createVerb, importVerb, nextVersion, removeVerb, reviewedNow, reviewVerb } from '../../register-kit/lifecycle-acts.ts'
import type { Lifecycle, Outcome, Step, Work } from '../../register-kit/register.ts'
import { type DisclosureInput, groundOf, notYet, type Objection, objectionsTo } from './decision.ts'
import { fields } from './declaration.ts'

export const disclosers: readonly Role[] = ['privacy_officer', 'process_owner']
const isAsked = (work: Work) => work.status === 'requested'
const isGranted = (work: Work) => work.status === 'granted'
const isDecided = (input: AnyInput | undefined) => ((input as DisclosureInput | undefined)?.decided_on ?? null) !== null
const isSent = (input: AnyInput | undefined) => ((input as DisclosureInput | undefined)?.protocol_sent_on ?? null) !== null
const today = (day: string | null, now: Date, at: string) => {
  if (day !== null && day > dayOf(now)) throw new Invalid([{ at, message: t('Deze dag moet nog komen.', 'This day is still to come.') }])
}

export const disclosureLifecycle: Lifecycle = {
  statuses: {
    requested: { words: { nl: 'Aangevraagd', en: 'Requested' }, tone: 'info', stage: 'draft' },
    granted: { words: { nl: 'Toegewezen', en: 'Granted' }, tone: 'positive', stage: 'active' },
    refused: { words: { nl: 'Geweigerd', en: 'Refused' }, tone: 'neutral', stage: 'ended' },
    ended: { words: { nl: 'Afgelopen', en: 'Ended' }, tone: 'neutral', stage: 'ended' },
  },
  start: 'requested', inForce: 'granted', concluded: ['refused', 'ended'],
  verbs: {
    create: createVerb(disclosers), import: importVerb(),
    change: changeDraftVerb(disclosers, isAsked),
    grant: {
      words: { nl: 'Toewijzen', en: 'Grant' }, done: { nl: 'toegewezen', en: 'granted' }, roles: disclosers, when: isAsked, offered: 'form', resource: 'grants',
      explain: {
        nl: 'Dit kan alleen als onze eigen kant klopt en de partner een wettelijke taak heeft, iemand in gevaar is, of mensen uitdrukkelijk hebben toegestemd. U geeft alleen waarvoor een belang is aangetoond.',
        en: 'This is possible only if our own side is right and the partner has a statutory task, somebody is in danger, or people have consented explicitly. You give only what an interest was shown for.',
      },
      fields: { reason: longText('Waarom', 'Why', { most: 10_000 }) }, required: ['reason'], act: grant,
    },
    refuse: {
      words: { nl: 'Weigeren', en: 'Refuse' }, done: { nl: 'geweigerd', en: 'refused' }, roles: disclosers, when: isAsked, offered: 'form', resource: 'refusals',
      explain: { nl: 'Schrijf op waarom u de gegevens niet geeft. Laat het de partner weten.', en: 'Write down why you don’t give the data. Tell the partner.' },
      fields: { reason: longText('Waarom niet', 'Why not', { most: 10_000 }) }, required: ['reason'],
      act: async (step): Promise<Outcome> => decided(step, { ground: null }, { status: 'refused', ended_on: dayOf(step.scope.now), review_due_on: null }),
    },
    send_protocol: {
      words: { nl: 'Protocol verstuurd', en: 'Protocol sent' }, done: { nl: 'protocol verstuurd', en: 'protocol sent' }, roles: disclosers, when: isGranted, offered: 'form', resource: 'protocols',
      explain: { nl: 'De partner gaf zijn privacybeleid, en kreeg van u het protocol: alleen voor dit doel, beveiligd, datalekken meteen melden, niets openbaar maken of doorgeven.', en: 'The partner handed over its privacy policy, and got the protocol from you: for this purpose only, secured, breaches reported at once, nothing published or passed on.' },
      fields: { policy_on: fields.policy_on, protocol_sent_on: fields.protocol_sent_on }, required: ['policy_on', 'protocol_sent_on'],
      act: ({ values, ...step }): Promise<Outcome> => noted({ ...step, values }, ['policy_on', 'protocol_sent_on']),
    },
    acknowledge_protocol: {
      words: { nl: 'Protocol bevestigd', en: 'Protocol acknowledged' }, done: { nl: 'protocol bevestigd', en: 'protocol acknowledged' }, roles: disclosers, when: (work) => isGranted(work) && isSent(work.input), offered: 'form', resource: 'acknowledgements',
      explain: { nl: 'De partner schreef dat hij zich aan het protocol houdt. Daarna mogen de eerste gegevens weg.', en: 'The partner wrote that it keeps to the protocol. After that the first data may go.' },
      fields: { protocol_known_on: fields.protocol_known_on, protocol_known_by: fields.protocol_known_by }, required: ['protocol_known_on', 'protocol_known_by'],
      act: (step): Promise<Outcome> => {
        refuseTooEarly(step)
        return noted(step, ['protocol_known_on', 'protocol_known_by'])
      },
    },
    // Done by the log's own pages, which ask more than a small form can.
    log: { words: { nl: 'Verstrekt', en: 'Disclosed' }, done: { nl: 'verstrekking vastgelegd', en: 'disclosure logged' }, roles: disclosers, when: isGranted, offered: 'no', act: logged },
    tell: { words: { nl: 'Ontvanger ingelicht', en: 'Recipient told' }, done: { nl: 'ontvanger ingelicht', en: 'recipient told' }, roles: disclosers, when: (work) => work.stage !== 'draft', offered: 'no', act: (): Outcome => ({}) },
    review: reviewVerb(disclosers),
    end: {
      words: { nl: 'Beëindigen', en: 'End' }, done: { nl: 'beëindigd', en: 'ended' }, roles: disclosers, when: isGranted, offered: 'form', isDanger: true, resource: 'endings',
      explain: { nl: 'Er gaan geen gegevens meer naar deze partner. Wat is verstrekt, blijft te vinden.', en: 'No more data go to this partner. What was disclosed can still be found.' },
      fields: { reason: longText('Waarom', 'Why', { most: 10_000 }) }, required: ['reason'],
      act: ({ scope, values }): Outcome => ({ note: values.reason as string, system: { status: 'ended', ended_on: dayOf(scope.now), review_due_on: null } }),
    },
    judge_anew: {
      words: { nl: 'Opnieuw beoordelen', en: 'Judge anew' }, done: { nl: 'opnieuw te beoordelen', en: 'to be judged anew' }, roles: disclosers, when: (work) => work.stage !== 'draft', offered: 'form', resource: 'reassessments',
      explain: { nl: 'Het verzoek staat weer open. Verstrekken kan pas na een nieuw besluit.', en: 'The request is open again. Disclosing can be done after a new decision.' }, fields: { reason: longText('Waarom', 'Why', { most: 10_000 }) },
      act: ({ values }): Outcome => ({ note: values.reason as string | null, system: { status: 'requested', ended_on: null, review_due_on: null } }),
    },
    // What was once decided may have been carried out, and then its recipients must stay findable (art. 19 AVG).
    remove: { ...removeVerb(disclosers), when: (work) => isAsked(work) && !isDecided(work.input) },
  },
}

/** The entry's objections as faults of its fields. */
export function asFaults(found: readonly Objection[]) {
  return found.map(({ at, message, citation }) => ({ at, message: `${say(message)} (${sayCitation(citation)})` }))
}

async function grant(step: Step): Promise<Outcome> {
  const { scope, entry, lookups } = step
  const input = entry.input as DisclosureInput
  const { kind: organisationKind } = scope.organisation
  const found = objectionsTo(input, {
    organisationKind, today: dayOf(scope.now), isSensitive: (category) => lookups.terms.get('data-category')?.get(category)?.marks.some((mark) => mark === 'special' || mark === 'criminal') === true,
  })
  if (found.length > 0) throw new Invalid(asFaults(found), t('Toewijzen kan nog niet.', 'Granting isn’t possible yet.'))
  // A single question is answered and done; what keeps going is looked at each year.
  const review = input.kind === 'one_off' ? { review_due_on: null } : await reviewedNow(scope, step.register)
  return decided(step, { ground: groundOf(input, organisationKind) ?? null }, { status: 'granted', ended_on: null, ...review })
}

async function decided(step: Step, more: Partial<DisclosureInput>, system: NonNullable<Outcome['system']>): Promise<Outcome> {
  const { scope, entry, values } = step
  const reason = values.reason as string
  const input = { ...entry.input, ...more, reason, decided_on: dayOf(scope.now), decided_by: personOf(scope.actor) }
  return { input, note: reason, system: { ...system, version: await nextVersion(step, input, reason) } }
}

/** Nobody acknowledges what they haven't got yet. */
function refuseTooEarly({ entry, values }: Step): void {
  const { protocol_sent_on: sent } = entry.input as DisclosureInput
  if (sent !== null && (values.protocol_known_on as string) < sent) throw new Invalid([{ at: 'protocol_known_on', message: t(`Het protocol is pas op ${sayDay(sent)} verstuurd.`, `The protocol was sent on ${sayDay(sent)}, not before.`) }])
}

function noted(step: Step, keys: readonly string[]): Promise<Outcome> {
  for (const key of keys) if (key.endsWith('_on')) today(step.values[key] as string | null, step.scope.now, key)
  return asNextVersion(step, { ...step.entry.input, ...Object.fromEntries(keys.map((key) => [key, step.values[key]])) })
}

/** Nothing goes out before its conditions are met, nor on a day before the protocol was acknowledged. A single question is answered by it. */
function logged({ scope, entry, values }: Step): Outcome {
  const input = entry.input as DisclosureInput
  const found = notYet(input, values.on as string)
  if (found.length > 0) throw new Refused(`${t('Verstrekken mag niet op deze dag:', 'Disclosing isn’t allowed on this day:')} ${found.map(({ message }) => say(message)).join(' ')}`)
  return { note: values.note as string | null, ...(input.kind === 'one_off' ? { system: { status: 'ended', ended_on: dayOf(scope.now), review_due_on: null } } : {}) }
}
