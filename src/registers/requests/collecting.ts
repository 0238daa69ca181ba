// Collecting: what collecting data, answer packages and forwarding must know of a request: how the person is found, for whom the package is, and what crosses to a participant.
import type { CollectionOptions, Finder } from '../../case-kit/collection/case-options.ts'
import type { Forwards } from '../../case-kit/forwarding/forwards.ts'
import { minuteOf } from '../../case-kit/moments.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry, loadEntry, perform } from '../../register-kit/perform.ts'
import { processingActivities } from '../processing-activities/register.ts'
import { processors } from '../processors/register.ts'
import { systems } from '../systems/register.ts'
import { requestCases } from './outside.ts'
import { requests } from './register.ts'
import { rightOf } from './rights.ts'
import type { RequestInput } from './step-kit.ts'

export const collectionOptions: CollectionOptions = {
  keeper: 'change', deadline: 'answer', registers: { activities: processingActivities, systems, processors }, isForwarded: true,
  finders: ({ input }) => findersOf(input as RequestInput),
  activities: ({ input }) => (input as RequestInput).processings.flatMap(({ processing }) => processing ?? []),
  logPeriod: ({ input, system }) => logPeriodOf(input as RequestInput, system.status),
  recipient: ({ input }) => requestCases.contact(input),
  isPortability: ({ input }) => (input as RequestInput).right === 'portability',
  onForwarded: (scope, entry, { participant }) => perform(scope, requests, 'forward', entry.id, { forwarded_to: participant, reason: null }),
}

/** Who asks for access asks who got the data too (art. 15 lid 1 onder c AVG); not before it is known who asks (M-13). */
function logPeriodOf({ right, period_from, period_until }: RequestInput, status: string) {
  return (right === 'access' || right === 'recipients') && status !== 'received' ? { from: period_from, until: period_until } : undefined
}

/** The name by itself is usual; the rest goes along only where somebody can't be found without it (art. 5 lid 1 onder c AVG). */
function findersOf({ subject_name, subject_birth_date, subject_reference, subject_email, subject_address }: RequestInput): Finder[] {
  const one = (key: string, nl: string, en: string, value: string | null, isUsual = false): Finder[] => (value === null ? [] : [{ key, words: { nl, en }, value, ...(isUsual ? { isUsual } : {}) }])
  return [
    ...one('name', 'Naam', 'Name', subject_name, true), ...one('reference', 'Klantnummer of kenmerk', 'Customer number or reference', subject_reference, true), ...one('birth_date', 'Geboortedatum', 'Date of birth', subject_birth_date),
    ...one('email', 'E-mailadres', 'E-mail address', subject_email), ...one('address', 'Postadres', 'Postal address', subject_address),
  ]
}

/** What a participant needs to answer its own citizen; nothing of how it was handled here. */
const crossing = ['title', 'right', 'under_brp', 'language', 'request', 'subject_name', 'subject_email', 'subject_phone', 'subject_address', 'subject_birth_date', 'subject_reference', 'subject_kind', 'representative_name', 'representative_email', 'representative_address', 'representative_role', 'about', 'period_from', 'period_until'] as const

export const requestForwards: Forwards = {
  register: requests,
  send: (_scope, { input, system }) => {
    const own = input as RequestInput
    return { receivedAt: own.received_at ?? minuteOf(system.created_at), input: Object.fromEntries(crossing.map((key) => [key, own[key]])) }
  },
  /** The clock began at the service organisation (art. 28 lid 3 onder e AVG); who it is, the participant sees for itself (M-13). */
  async receive(scope, crossed, from) {
    const known = Object.fromEntries(crossing.flatMap((key) => (crossed.input[key] === undefined ? [] : [[key, crossed.input[key]]])))
    const right = known.right as RequestInput['right'] ?? null
    const title = typeof known.title === 'string' ? known.title : right === null ? 'Verzoek' : rightOf(right).words.nl
    const id = await createEntry(scope, requests, { ...emptyInput(requests.fields), ...known, title, channel: 'processor', received_at: minuteOf(new Date(crossed.receivedAt)), note: `Doorgestuurd door ${from.name}`.slice(0, 1000) })
    return { id, number: String((await loadEntry(scope, requests, id)).input.number) }
  },
  standing: ({ input, system }) => ((input as RequestInput).answered_on !== null ? 'answered' : system.status === 'received' ? 'received' : 'accepted'),
}
