// The question of the reading extension (Logboek Dataverwerkingen, "lezen"): read from a body, or every fault at once. Identifiers stand in the body, never in an address.
import type { LogQuestion } from '../../access-record/find.ts'
import { subjectName } from '../../access-record/subject-name.ts'
import { isId } from '../../ground/ids.ts'
import { logPseudonyms } from '../../ground/log-keys.ts'
import { type Fault, Invalid } from '../../ground/refusals.ts'
import type { Organisation } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'

export const asked = { trace: 'traceId', activity: 'dpl.core.processing_activity_id', subject: 'dpl.core.data_subject_id', subjectType: 'dpl.core.data_subject_id_type', from: 'startTime', until: 'endTime' } as const

/** @throws Invalid naming everything that can't be right */
export function readQuestion({ logKeys }: Pick<Organisation, 'logKeys'>, body: Readonly<Record<string, unknown>>): LogQuestion {
  const faults: Fault[] = []
  const fault = (name: string, nl: string, en: string): undefined => { faults.push({ at: `#/${name}`, message: t(nl, en) }) }
  const names: readonly string[] = Object.values(asked)
  for (const name of Object.keys(body)) if (!names.includes(name)) fault(name.slice(0, 60), 'Dit veld bestaat niet.', 'There is no such field.')
  const text = (name: string, most: number): string | undefined => {
    const value = body[name]
    if (value === undefined || value === null) return undefined
    if (typeof value === 'string' && value.trim() !== '' && value.length <= most) return value
    return fault(name, `Stuur hier een tekst van 1 tot en met ${most} tekens.`, `Send a text of 1 to ${most} characters here.`)
  }
  const moment = (name: string): Date | undefined => {
    const value = text(name, 60)
    if (value === undefined) return undefined
    const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i.test(value) ? Date.parse(value) : NaN
    return Number.isNaN(ms) ? fault(name, 'Stuur een moment met tijdzone, bijvoorbeeld 2026-11-22T10:00:00Z.', 'Send a moment with its time zone, such as 2026-11-22T10:00:00Z.') : new Date(ms)
  }
  const trace = text(asked.trace, 60)
  const traceHex = trace?.replaceAll('-', '').toLowerCase()
  const isTrace = traceHex === undefined || (/^[0-9a-f]{32}$/.test(traceHex) && (trace!.length === 32 || isId(trace!.toLowerCase()) || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(trace!)))
  if (!isTrace) fault(asked.trace, 'Dit is geen uuid en geen trace-id van 32 hexadecimale tekens.', 'This is neither a uuid nor a trace id of 32 hexadecimal signs.')
  const activity = text(asked.activity, 500)
  const [subject, type] = [text(asked.subject, 200), text(asked.subjectType, 200)]
  const isPseudonym = subject !== undefined && /^[0-9a-f]{64}$/.test(subject)
  if (subject !== undefined && type === undefined && !isPseudonym && body[asked.subjectType] === undefined) fault(asked.subjectType, 'Zeg welk soort kenmerk dit is, bijvoorbeeld BSN.', 'Say what kind of identifier this is, for instance BSN.')
  if (subject === undefined && type !== undefined && body[asked.subject] === undefined) fault(asked.subject, 'Bij een soort hoort het kenmerk zelf.', 'A kind needs the identifier itself.')
  const [from, until] = [moment(asked.from), moment(asked.until)]
  if (from && until && until < from) fault(asked.until, 'Het einde ligt vóór het begin.', 'The end lies before the start.')
  if ([asked.trace, asked.activity, asked.subject].every((name) => body[name] === undefined || body[name] === null)) for (const name of [asked.trace, asked.activity, asked.subject]) fault(name, 'Vraag ten minste naar een van deze drie.', 'Ask for at least one of these three.')
  if (faults.length > 0) throw new Invalid(faults, t('De vraag aan het logboek klopt niet.', 'The question to the log isn’t right.'))
  return {
    ...(traceHex === undefined ? {} : { traceId: Buffer.from(traceHex, 'hex') }), ...(activity === undefined ? {} : { activity }), ...(from ? { from } : {}), ...(until ? { until } : {}),
    ...(subject === undefined ? {} : { subjects: isPseudonym ? [Buffer.from(subject, 'hex')] : pseudonyms(logKeys, type!, subject) }),
  }
}

function pseudonyms(keys: Organisation['logKeys'], type: string, id: string): Buffer[] {
  const name = subjectName(type, id)
  return logPseudonyms(keys, name.type, name.id)
}
