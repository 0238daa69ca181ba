// Lifecycle of an issued device: with somebody, returned and wiped, or lost; what is lost leads to a breach report that is filled in already (art. 32 en 33 AVG; W-06, N-62).
import { minuteOf } from '../../case-kit/moments.ts'
import { dayOf, sayDay } from '../../ground/clock.ts'
import { Invalid } from '../../ground/refusals.ts'
import type { Role } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { emptyInput, yesNo } from '../../register-kit/field-types.ts'
import { asNextVersion, changeVerb, createVerb, importVerb, removeMistakeVerb } from '../../register-kit/lifecycle-acts.ts'
import { createEntry } from '../../register-kit/perform.ts'
import type { Lifecycle, Outcome, Step, Work } from '../../register-kit/register.ts'
import { breaches } from '../breaches/register.ts'
import { fields } from './declaration.ts'
import type { DeviceInput } from './rules.ts'

export const deviceKeepers: readonly Role[] = ['privacy_officer', 'process_owner', 'ciso', 'iso']
const isOut = ({ status }: Work) => status === 'issued'
const { returned_on, state, is_wiped, lost_on, lost_how, has_data, is_wiped_afar, holder, issued_on, instruction_on } = fields

export const deviceLifecycle: Lifecycle = {
  statuses: {
    issued: { words: { nl: 'Uitgegeven', en: 'Issued' }, tone: 'positive', stage: 'active' }, lost: { words: { nl: 'Kwijt', en: 'Lost' }, tone: 'negative', stage: 'active' },
    returned: { words: { nl: 'Terug', en: 'Returned' }, tone: 'neutral', stage: 'ended' }, written_off: { words: { nl: 'Afgeschreven', en: 'Written off' }, tone: 'neutral', stage: 'ended' },
  },
  start: 'issued', inForce: 'issued', concluded: ['returned', 'written_off'],
  verbs: {
    create: createVerb(deviceKeepers, { words: { nl: 'Uitgeven', en: 'Issue' }, done: { nl: 'uitgegeven', en: 'issued' } }), import: importVerb(['privacy_officer', 'ciso', 'iso']),
    take_back: {
      words: { nl: 'Terugnemen', en: 'Take back' }, done: { nl: 'teruggenomen', en: 'taken back' }, roles: deviceKeepers, when: (work) => work.stage === 'active', offered: 'form', resource: 'returns',
      explain: { nl: 'Het apparaat is terug. Kijk of het volledig is, en wis het.', en: 'The device is back. See whether it is complete, and wipe it.' },
      fields: { returned_on, state, is_wiped }, required: ['returned_on', 'state'], act: (step) => noted(step, { status: 'returned', ended_on: dayOf(step.scope.now) }),
    },
    lose: {
      words: { nl: 'Kwijt of gestolen', en: 'Lost or stolen' }, done: { nl: 'als kwijt gemeld', en: 'reported lost' }, roles: deviceKeepers, alsoFor: ['holder'], when: isOut, offered: 'form', isDanger: true, resource: 'losses',
      explain: { nl: 'Laat het apparaat meteen blokkeren. Staan er persoonsgegevens op, of kunt u erbij? Dan maakt Waarborg meteen een datalekmelding, met wat hier staat.', en: 'Have the device blocked at once. Does it hold personal data or give access to them? Then Waarborg makes a breach report at once, with what is here.' },
      fields: { lost_on, lost_how, has_data, is_wiped_afar, report: yesNo('Meteen als datalek melden', 'Report as a breach at once', { help: { nl: 'Ook bij twijfel. De 72 uur loopt.', en: 'Also in doubt. The 72 hours run.' } }) }, required: ['lost_on', 'lost_how'], act: lose,
    },
    hand_over: {
      words: { nl: 'Aan een ander geven', en: 'Hand over' }, done: { nl: 'aan een ander gegeven', en: 'handed over' }, roles: deviceKeepers, when: isOut, offered: 'form', resource: 'handovers',
      explain: { nl: 'De nieuwe gebruiker krijgt ook uitleg. Wis het apparaat eerst.', en: 'The new holder gets an instruction too. Wipe the device first.' },
      fields: { holder, issued_on, instruction_on }, required: ['holder', 'issued_on'],
      act: ({ values, ...step }) => noted({ ...step, values: { outsider: null, instruction_on: null, ...values } }, {}, true),
    },
    change: changeVerb(deviceKeepers),
    write_off: {
      words: { nl: 'Afschrijven', en: 'Write off' }, done: { nl: 'afgeschreven', en: 'written off' }, roles: deviceKeepers, when: ({ status }) => status === 'lost', offered: 'button', resource: 'write-offs',
      act: ({ scope }): Outcome => ({ system: { status: 'written_off', ended_on: dayOf(scope.now) } }),
    },
    issue_again: {
      words: { nl: 'Weer in gebruik', en: 'In use again' }, done: { nl: 'weer in gebruik', en: 'in use again' }, roles: deviceKeepers, when: ({ status }) => status !== 'issued', offered: 'button', resource: 'reissues',
      act: async (step) => withSystem(await asNextVersion(step, { ...step.entry.input, returned_on: null, state: null, is_wiped: null, lost_on: null }), { status: 'issued', ended_on: null }),
    },
    remove: removeMistakeVerb(['privacy_officer']),
  },
}

/** The values into the entry; those left empty leave what was there, unless `isWhole`. */
async function noted(step: Step, system: NonNullable<Outcome['system']>, isWhole = false): Promise<Outcome> {
  const { scope, entry, values } = step
  for (const [key, value] of Object.entries(values)) {
    if (key.endsWith('_on') && typeof value === 'string' && value > dayOf(scope.now)) throw new Invalid([{ at: key, message: t('Deze dag moet nog komen.', 'This day is still to come.') }])
  }
  const filled = isWhole ? values : Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
  return withSystem(await asNextVersion(step, { ...entry.input, ...filled }), system)
}

/** Whoever has it may say that it is lost; the report of the breach is made for them, and nobody loses hours over a form. */
async function lose({ values: { report, ...values }, ...step }: Step): Promise<Outcome> {
  const { scope } = step
  const device = { ...step.entry.input, ...values } as DeviceInput
  const isReported = device.breach === null && (report === true || (report !== false && device.has_data !== false))
  const breach = isReported ? await createEntry({ ...scope, actor: { kind: 'system', task: 'lost-device' } }, breaches, breachOf(device, scope.now)) : device.breach
  return noted({ ...step, values: { ...values, breach } }, { status: 'lost' })
}

/** What the report can say already; whose data they were, somebody adds. */
function breachOf(device: DeviceInput, now: Date) {
  const { kind, lost_on, lost_how, inventory, department, is_encrypted, is_wiped_afar } = device
  const found = fields.kind.choices.find(({ key }) => key === kind)
  const what = found ? say(found.words) : t('Apparaat', 'Device')
  const code = inventory === null ? '' : ` (${inventory})`
  return {
    ...emptyInput(breaches.fields), name: t(`${what} kwijt${code}`, `${what} lost${code}`).slice(0, 200), channel: 'colleague', language: 'nl', role: 'controller', received_at: minuteOf(now), department, is_security_incident: true,
    what_happened: lost_how, where_happened: null, when_described: lost_on === null ? null : t(`Sinds ${sayDay(lost_on)}`, `Since ${sayDay(lost_on)}`), discovered_at: minuteOf(now), cause: 'lost_device', kinds: ['confidentiality', 'availability'],
    protection: is_encrypted === true ? 'yes' : is_encrypted === false ? 'no' : 'unknown', protection_note: is_encrypted === true ? t('Volgens het register van apparaten was het versleuteld.', 'According to the register of devices it was encrypted.') : null,
    action_taken: is_wiped_afar === true ? t('Op afstand gewist of geblokkeerd.', 'Wiped or blocked from afar.') : null,
  }
}

function withSystem(outcome: Outcome, system: NonNullable<Outcome['system']>): Outcome {
  return { ...outcome, system: { ...outcome.system, ...system } }
}
