// Outside: how a breach comes in from employees, the public, processors and participants, and what whoever reported it may follow (N-24, N-49, N-50, H-53).
import { minuteOf, momentIn } from '../../case-kit/moments.ts'
import type { CaseNews, CaseRegister } from '../../case-kit/outside.ts'
import { dayOf, sayDay } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { inLanguage, t, type Words } from '../../ground/words.ts'
import type { AnyInput, Entry } from '../../register-kit/entry.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry, loadEntry } from '../../register-kit/perform.ts'
import { authorityForm } from './authority-form.ts'
import { employeeWay, firmWay, participantWay, processorWay, publicWay } from './intakes.ts'
import { notificationOf } from './notification-of.ts'
import { breaches } from './register.ts'
import { mayCheck } from './steps-report.ts'
import type { BreachInput } from './step-kit.ts'
import { tellOfReport } from './tell-people.ts'

export const breachCases: CaseRegister = {
  register: breaches,
  intakes: [employeeWay, firmWay, publicWay, processorWay, participantWay].map((way) => ({ ...way, receive })),
  news,
  contact: ({ reporter_name, reporter_email, reporter_phone, language }) => reporter_name === null && reporter_email === null && reporter_phone === null ? undefined
    : { name: reporter_name as string | null, email: reporter_email as string | null, address: null, language: language === 'en' ? 'en' : 'nl' },
  outsideVerbs: ['add_information', 'check_draft'],
}

/** Makes the breach and tells the desk. Its title says the day only: what happened may name people. */
async function receive(scope: Scope, input: AnyInput): Promise<{ id: string; number: string }> {
  const received_at = minuteOf(scope.now)
  // Kept for the desk, whatever the reporter reads.
  const title = inLanguage('nl', () => t(`Melding van ${sayDay(dayOf(scope.now))}`, `Report of ${sayDay(dayOf(scope.now))}`))
  // Known from the report on, of a processor (EDPB 9/2022, punt 44); of others once the desk has judged it.
  const aware_at = input.channel === 'processor' ? received_at : input.aware_at ?? null
  const id = await createEntry(scope, breaches, { ...emptyInput(breaches.fields), ...input, name: input.name ?? title, received_at, aware_at })
  const entry = await loadEntry(scope, breaches, id)
  await tellOfReport(scope, entry, entry.input as BreachInput)
  return { id, number: String(entry.input.number) }
}

async function news(scope: Scope, entry: Entry): Promise<CaseNews> {
  const { system, input } = entry
  const { received_at, judgement, weighed_at, report_settled_at, inform_decision, informed_at, evaluated_at, role } = input as BreachInput
  const isBreach = system.status !== 'no_breach'
  const { words, tone } = shown[system.status] ?? shown.investigating!
  return {
    status: words, tone, lead: leads[system.status] ?? leads.investigating!, dueOn: null, ...await draftToCheck(scope, entry),
    steps: [
      { words: { nl: 'Uw melding is binnen', en: 'We have your report' }, at: momentIn(received_at), isDone: true },
      { words: { nl: 'Wij beoordelen of het een datalek is', en: 'We judge whether it is a breach' }, at: null, isDone: judgement !== null },
      ...(isBreach ? [
        { words: { nl: 'Wij wegen hoe ernstig het is', en: 'We weigh how grave it is' }, at: momentIn(weighed_at), isDone: weighed_at !== null },
        ...(role === 'processor' ? [] : [{ words: { nl: 'Wij besluiten over de melding aan de Autoriteit Persoonsgegevens', en: 'We decide on reporting to the supervisory authority' }, at: momentIn(report_settled_at), isDone: report_settled_at !== null }]),
        { words: informWords(inform_decision), at: momentIn(informed_at), isDone: informed_at !== null || inform_decision === 'not_inform' },
        { words: { nl: 'Wij leren ervan', en: 'We learn from it' }, at: momentIn(evaluated_at), isDone: evaluated_at !== null },
      ] : []),
    ],
  }
}

/** The draft for the authority, once it was sent for checking and until it is reported (N-50): what happened, never who reports or whom to call. */
async function draftToCheck(scope: Scope, entry: Entry): Promise<Pick<CaseNews, 'toCheck'>> {
  if (!mayCheck(entry.system.status, entry.input)) return {}
  const sections = authorityForm(entry.input as BreachInput, await notificationOf(scope, entry)).filter(({ key }) => key !== 'contact' && key !== 'notification')
  return { toCheck: { heading: { nl: 'Concept van de melding aan de Autoriteit Persoonsgegevens: klopt dit?', en: 'Draft of the notification to the supervisory authority: is this right?' }, rows: sections.flatMap(({ rows }) => rows.map(({ question, answer }) => ({ words: question, text: answer }))) } }
}

/** The reporter hears whether people must be told (N-50). */
function informWords(decision: BreachInput['inform_decision']): Words {
  if (decision === 'inform') return { nl: 'Wij lichten de mensen in om wie het gaat', en: 'We inform the people it is about' }
  if (decision === 'not_inform') return { nl: 'De mensen om wie het gaat, hoeven niet te worden ingelicht', en: 'The people it is about needn’t be informed' }
  return { nl: 'Wij besluiten of de mensen om wie het gaat, worden ingelicht', en: 'We decide whether the people it is about are informed' }
}

/** What is decided on reporting stays with the desk until it was done. */
const shown: Readonly<Record<string, { words: Words; tone: CaseNews['tone'] }>> = {
  reported: { words: { nl: 'Binnengekomen', en: 'Received' }, tone: 'info' }, investigating: { words: { nl: 'In onderzoek', en: 'Being investigated' }, tone: 'info' },
  handled: { words: { nl: 'Afgehandeld', en: 'Dealt with' }, tone: 'positive' }, evaluated: { words: { nl: 'Afgehandeld', en: 'Dealt with' }, tone: 'positive' }, closed: { words: { nl: 'Afgesloten', en: 'Closed' }, tone: 'neutral' },
  no_breach: { words: { nl: 'Geen datalek', en: 'No breach' }, tone: 'neutral' },
}

const leads: Readonly<Record<string, Words>> = {
  reported: { nl: 'Wij kijken er meteen naar. Weet u nog meer, vul uw melding dan aan.', en: 'We look at it at once. If you know more, add to your report.' },
  investigating: { nl: 'Wij zoeken uit wat er is gebeurd en beperken de schade. Misschien vragen wij u om meer informatie.', en: 'We find out what happened and limit the damage. We may ask you for more information.' },
  handled: { nl: 'Wij hebben gedaan wat nodig is, en kijken hoe wij herhaling voorkomen.', en: 'We did what was needed, and see how to prevent it from happening again.' },
  evaluated: { nl: 'Wij hebben gedaan wat nodig is, en ervan geleerd.', en: 'We did what was needed, and learnt from it.' },
  closed: { nl: 'Uw melding is afgerond. Dank u wel dat u het meldde.', en: 'Your report is finished. Thank you for reporting it.' },
  no_breach: { nl: 'Wij hebben uw melding beoordeeld: het is geen datalek. Dank u wel dat u het meldde.', en: 'We judged your report: it is no breach. Thank you for reporting it.' },
}
