// EDPB template: one breach as the EDPB's common template for notifications has it, for whoever exchanges it as data. No authority takes it yet: it is an export beside the authority's own form.
import * as codes from './edpb-codes.ts'
import { type EdpbAnswers, edpbMissing, edpbSource, type EdpbValue } from './edpb-fields.ts'
import { isReportLate } from './may-decide.ts'
import type { NotificationContext } from './notification-context.ts'
import { severityOfBreach } from './severity.ts'
import { severityMethod } from './enisa-severity.ts'
import type { BreachInput } from './step-kit.ts'

export type EdpbTemplate = {
  readonly template: string
  readonly document: string
  readonly status: string
  readonly attribution: string
  readonly madeAt: string
  readonly answers: EdpbAnswers
  /** Required fields of the template that have no answer yet. */
  readonly missing: readonly { readonly field: number; readonly en: string; readonly nl: string }[]
}

/** The breach in the template's own codes. Complete or incomplete follows from what lacks. Pure. */
export function edpbTemplate(input: BreachInput, context: NotificationContext): EdpbTemplate {
  const known = { ...notifying(input, context), ...timeline(input, context), ...nature(input), ...people(input, context), ...consequences(input), ...told(input), ...elsewhere(input) }
  const answers = { ...known, ...withheld(known, context) }
  return {
    template: edpbSource.titel, document: edpbSource.document, status: edpbSource.status, attribution: `${edpbSource.licentie}: ${edpbSource.naamsvermelding}`, madeAt: context.now.toISOString(),
    answers, missing: edpbMissing(answers).map(({ veld, en, nl }) => ({ field: veld, en, nl })),
  }
}

type Draft = Readonly<Record<number, EdpbValue | null | undefined>>

/** Only what has an answer: no empty text, no empty list. */
function filled(draft: Draft): EdpbAnswers {
  return Object.fromEntries(Object.entries(draft).flatMap(([number, value]) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? [] : [[`field_${number}`, typeof value === 'string' ? value.trim() : value]]))
}

const together = (...texts: readonly (string | null | undefined)[]) => texts.flatMap((text) => text ? [text] : []).join('\n')
const codesFor = (keys: readonly string[], map: Readonly<Record<string, readonly string[]>>, rest: string) => [...new Set(keys.flatMap((key) => Object.hasOwn(map, key) ? map[key]! : [rest]))].toSorted()

function notifying(input: BreachInput, { organisation, reporter, dpo, processor, participant, number, notification }: NotificationContext): EdpbAnswers {
  const others = [processor, participant, input.controller_name].flatMap((one) => one === null ? [] : [one])
  const contact = together(organisation.address, organisation.email, organisation.phone)
  return filled({
    3: notification === 'first' ? 'a' : 'b', 5: notification === 'withdrawal' ? input.notifications.findLast(({ kind }) => kind === 'withdrawal')?.note : null, 6: notification === 'first' ? null : input.authority_number, 7: number,
    10: organisation.registrationNumber ? 'a' : null, 11: organisation.registrationNumber, 12: organisation.name, 13: contact, 14: organisation.kind === 'firm' ? 'a' : 'b',
    21: reporter?.name, 22: together(reporter?.email ?? organisation.email, reporter?.phone ?? organisation.phone), 23: reporter === null ? null : reporter.isDpo ? 'a' : 'c', 24: reporter?.isDpo ? null : reporter?.function,
    29: reporter?.isDpo ? null : dpo !== null, 30: reporter?.isDpo ? null : dpo, 31: reporter?.isDpo ? null : dpo, 33: reporter?.isDpo ? 'a' : 'b',
    38: others.length > 0 ? 'a' : 'b', 39: [processor && 'processor', participant && (input.role === 'joint' ? 'joint controller' : 'controller'), input.controller_name && 'controller'].flatMap((one) => one ? [one] : []), 40: others,
  })
}

function timeline(input: BreachInput, { now }: NotificationContext): EdpbAnswers {
  const when = input.occurred_from === null ? null : input.is_ongoing === true ? 'c' : input.occurred_until === null || input.occurred_until.slice(0, 10) === input.occurred_from.slice(0, 10) ? 'a' : 'b'
  const discovered = input.channel === 'processor' ? 'b' : input.channel === 'colleague' ? 'a' : input.channel === 'web' || input.channel === 'portal' || input.channel === 'desk' ? 'c' : input.channel === 'participant' ? 'd' : input.channel === null ? null : 'f'
  return filled({
    44: when, 46: when && input.occurred_from, 47: when === 'a' || when === 'b' ? input.occurred_until ?? input.occurred_from : null, 48: input.aware_at, 49: isReportLate(input, now.toISOString()) ? input.delay_reason : null,
    50: discovered, 51: input.discovered_how, 52: discovered === 'a' || discovered === null ? null : input.received_at?.slice(0, 10),
  })
}

function nature(input: BreachInput): EdpbAnswers {
  const has = (kind: string) => input.kinds.includes(kind)
  return filled({
    55: input.kinds.flatMap((kind) => codes.natureCodes[kind] ?? []),
    56: has('confidentiality') && input.enisa_confidentiality !== null ? { none: 'c', known: 'a', unknown: 'a' }[input.enisa_confidentiality] : null, 57: has('confidentiality') && input.protection !== null ? codes.protectionCodes[input.protection] : null,
    58: has('integrity') && input.enisa_integrity !== null ? { none: 'a', recoverable: 'b', unrecoverable: 'c' }[input.enisa_integrity] : null, 59: has('availability') && input.enisa_availability !== null ? { none: 'a', temporary: 'a', lost: 'b' }[input.enisa_availability] : null,
    60: input.cause === null ? null : codes.incidentCodes[input.cause], 61: causeCode(input), 62: together(input.what_happened, input.how_happened, input.why_happened), 63: input.where_happened, 75: input.protection === 'yes' || input.protection === 'partly' ? ['c'] : input.protection_note === null ? null : ['l'], 76: input.protection_note,
  })
}

/** Field 61: from within or outside, with malice or without; unknown while nobody judged that. */
function causeCode({ cause, enisa_malicious }: BreachInput): string | null {
  if (enisa_malicious === null || cause === null) return null
  if (cause === 'insider') return enisa_malicious ? 'b' : 'a'
  return enisa_malicious ? 'd' : cause === 'lost_mail' ? 'c' : 'a'
}

function people(input: BreachInput, { label }: NotificationContext): EdpbAnswers {
  const [least, most] = [input.subjects_min, input.subjects_max]
  const count = most ?? least
  const names = (catalogue: string, keys: readonly string[]) => keys.map((key) => label(catalogue, key)).join(', ')
  return filled({
    65: codesFor(input.subject_categories, codes.groupCodes, 'j'), 66: together(names('subject-category', input.subject_categories), input.who_involved), 67: count === null ? null : least === most ? 'a' : 'b', 68: count,
    70: codesFor(input.data_categories, codes.dataCodes, 'u'), 71: together(names('data-category', input.data_categories), input.data_described), 72: input.records_number === null ? 'c' : 'b', 73: input.records_number,
  })
}

function consequences(input: BreachInput): EdpbAnswers {
  const { level, formula } = severityOfBreach(input)
  const has = (kind: string) => input.kinds.includes(kind)
  return filled({
    79: has('confidentiality') && input.consequence_kinds.length > 0 ? ['c'] : null, 81: has('integrity') && input.consequence_kinds.length > 0 ? ['a'] : null, 83: has('availability') && input.consequence_kinds.length > 0 ? ['b'] : null,
    85: codesFor(input.consequence_kinds, codes.impactCodes, 'n'), 86: input.consequence_kinds.includes('other') ? input.likely_consequences : null, 87: level && codes.severityCodes[level], 89: input.risk && codes.riskCodes[input.risk],
    90: together(input.weigh_reasons, formula && `${formula.en} (${severityMethod})`, input.likely_consequences), 92: input.containment, 94: input.measures.length > 0 ? ['o'] : null, 95: together(...input.measures.map(({ measure }) => measure)),
  })
}

function told(input: BreachInput): EdpbAnswers {
  const condition = input.inform_exception === null ? undefined : codes.conditionCodes[input.inform_exception]
  const state = input.informed_at !== null ? 'a' : input.inform_decision === 'inform' ? 'b1' : input.inform_decision === 'not_inform' ? condition ? 'e' : 'd' : null
  return filled({
    97: state, 98: state === 'a' ? input.informed_at?.slice(0, 10) : null, 100: state === 'e' ? condition : null, 101: state === 'e' ? input.inform_reasons : null,
    102: state === 'a' ? input.informed_number !== null && input.informed_number < (input.subjects_max ?? input.subjects_min ?? 0) ? 'b' : 'a' : null,
    104: state === 'a' ? [...new Set(input.informed_how.flatMap((way) => codes.wayCodes[way] ?? []))].toSorted() : null, 106: state === 'a' ? input.informed_text : null,
  })
}

function elsewhere({ other_authorities, cyber_reported_at, countries }: BreachInput): EdpbAnswers {
  const abroad = countries.map((key) => key.toUpperCase()).filter((key) => key !== 'NL' && /^[A-Z]{2}$/.test(key))
  const isTold = other_authorities !== null || cyber_reported_at !== null
  return filled({ 110: isTold ? 'a' : 'c', 111: isTold ? together(other_authorities, cyber_reported_at && 'CSIRT') : null, 113: countries.length === 0 ? 'c' : abroad.length > 0 ? 'a' : 'b', 116: abroad })
}

/** What a first, incomplete notification may say is still to be determined; and whether it is complete. */
function withheld(known: EdpbAnswers, { notification }: NotificationContext): EdpbAnswers {
  if (notification === 'withdrawal') return { field_4: 'c' }
  if (edpbMissing({ ...known, field_4: 'a' }).length === 0) return { field_4: 'a' }
  const open: Draft = { 44: 'e', 60: 'x', 61: 'e', 65: ['k'], 67: 'd', 70: ['t'], 87: 'd', 85: ['o'], 89: 'd', 97: 'c' }
  return { field_4: 'b', ...Object.fromEntries(Object.entries(filled(open)).filter(([key]) => known[key] === undefined)) }
}
