// Incident: a signal becomes a case in the register of breaches, with what the log knows and no names; both point at each other.
import { resolveActivities } from '../../access-record/known-activity.ts'
import { minuteOf } from '../../case-kit/moments.ts'
import { sayDay } from '../../ground/clock.ts'
import { inLanguage, say } from '../../ground/words.ts'
import type { Scope } from '../../ground/scope.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry } from '../../register-kit/perform.ts'
import { breaches } from '../../registers/breaches/register.ts'
import { shortCode } from '../asking/colleagues.ts'
import { signalWhy, signalWords } from './signal-rules.ts'
import { type Signal, tieToBreach } from './signals.ts'

/** The file is kept for everybody who works on it: in Dutch, like what people write in it. @returns id of the breach */
export async function makeIncident(scope: Scope, signal: Signal): Promise<string> {
  const known = typeof signal.details.activity === 'string' || signal.kind === 'unknown_activity' ? await resolveActivities(scope, [String(signal.details.activity ?? signal.about)]) : undefined
  const processing = [...known?.values() ?? []].find((one) => one !== undefined)?.id
  const input = inLanguage('nl', () => ({
    ...emptyInput(breaches.fields), name: `Signaal uit het logboek: ${say(signalWords[signal.kind]).toLowerCase()}, ${sayDay(signal.day)}`, received_at: minuteOf(scope.now), discovered_at: minuteOf(scope.now), language: 'nl', channel: 'other', role: 'controller', regime: 'gdpr',
    is_security_incident: true, discovered_how: 'Het logboek gaf een signaal, en wie het bekeek vond geen verklaring.', occurred_from: minuteOf(signal.firstAt), occurred_until: minuteOf(signal.lastAt),
    what_happened: factsOf(signal), where_happened: typeof signal.details.service === 'string' && signal.details.service !== '' ? signal.details.service : null,
    ...(signal.kind === 'unknown_activity' || signal.kind === 'silent_source' ? {} : { cause: 'insider', kinds: ['confidentiality'] }), ...(signal.kind === 'volume' ? { subjects_max: Number(signal.details.people) } : {}),
    ...(processing ? { processings: [{ processing }] } : {}),
  }))
  const id = await createEntry(scope, breaches, input)
  await tieToBreach(scope, signal.id, id)
  return id
}

function factsOf({ kind, actor, count, day, id, details }: Signal): string {
  const who = actor === null ? '' : ` De medewerker staat in het logboek onder code ${shortCode(actor)}.`
  const what = kind === 'volume' ? `Gegevens van ${count} verschillende personen op ${sayDay(day)}.` : `${count} keer op ${sayDay(day)}${typeof details.name === 'string' ? `, bijvoorbeeld: ${details.name}` : ''}.`
  return `${say(signalWhy[kind])} ${what}${who} Signaal ${id}.`
}

