// Forwarding: a breach at a service organisation reaches its participant as the report of a processor, with all that the participant needs to judge and report it itself (art. 33 lid 2 AVG; W-11).
import type { CollectionOptions } from '../../case-kit/collection/case-options.ts'
import type { Forwards } from '../../case-kit/forwarding/forwards.ts'
import { minuteOf } from '../../case-kit/moments.ts'
import { t } from '../../ground/words.ts'
import { workOf } from '../../register-kit/lifecycle.ts'
import { loadEntry, perform } from '../../register-kit/perform.ts'
import { processorWay } from './intakes.ts'
import { breachCases } from './outside.ts'
import { breaches } from './register.ts'
import type { BreachInput } from './step-kit.ts'

export const breachForwarding: CollectionOptions = {
  keeper: 'tell_controller', deadline: 'tell_controller', isForwarded: true, onlyForwards: true,
  /** The step that the law asks is taken at once, where the breach has been looked at; its clock is met then. */
  async onForwarded(scope, { id }, { participant, name }) {
    const before = await loadEntry(scope, breaches, id)
    if (before.input.participant === null) await perform(scope, breaches, 'change', id, { ...before.input, participant })
    const entry = await loadEntry(scope, breaches, id)
    if (entry.input.controller_told_at === null && breaches.lifecycle.verbs.tell_controller!.when(workOf(breaches, entry))) await perform(scope, breaches, 'tell_controller', id, { controller_told_at: null, controller_told_note: t(`Doorgestuurd aan ${name}`, `Forwarded to ${name}`) })
  },
}

/** What art. 33 lid 3 AVG asks of a notification, as far as the processor knows it; never who reported, what was advised or decided. */
const crossing = ['who_involved', 'what_happened', 'data_described', 'where_happened', 'how_happened', 'why_happened', 'when_described', 'action_taken', 'is_security_incident', 'occurred_from', 'occurred_until', 'is_ongoing', 'kinds', 'cause',
  'data_categories', 'subject_categories', 'subjects_min', 'subjects_max', 'records_number', 'countries', 'protection', 'protection_note', 'containment'] as const satisfies readonly (keyof BreachInput)[]

export const breachForwards: Forwards = {
  register: breaches,
  send: (_scope, { input, system }) => {
    const own = input as BreachInput
    const receivedAt = own.aware_at ?? own.received_at ?? minuteOf(system.created_at)
    return { receivedAt, input: Object.fromEntries(crossing.map((key) => [key, own[key]])) }
  },
  /** The participant knows of it from this report on (EDPB 9/2022, punt 44); when its processor knew stays to be seen. */
  receive(scope, crossed, from) {
    const known = Object.fromEntries(crossing.flatMap((key) => (crossed.input[key] === undefined ? [] : [[key, crossed.input[key]]])))
    const way = breachCases.intakes.find(({ key }) => key === processorWay.key)!
    return way.receive(scope, { ...known, ...processorWay.fixed, name: t(`Melding van ${from.name}`, `Report of ${from.name}`).slice(0, 200), reporter_name: from.name.slice(0, 200), discovered_at: minuteOf(new Date(crossed.receivedAt)) })
  },
  standing: ({ system: { status } }) => (status === 'reported' ? 'received' : ['handled', 'evaluated', 'closed', 'no_breach'].includes(status) ? 'answered' : 'accepted'),
}
