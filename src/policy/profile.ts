// Policy profile: a privacy policy as data, with its norms and its parameters. This is the shape that every profile file must have.
import { z } from 'zod'
import { roles } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { duration, evidence } from './evidence.ts'
import { principleKeys } from './principles.ts'

export const capabilities = ['POLICY', 'TENANCY', 'GOV', 'REG-PROC', 'REG-PROCESSOR', 'REG-COV', 'DISCLOSE', 'DPIA', 'BREACH', 'REQUESTS', 'COMPLAINTS', 'KNOWLEDGE', 'CONSENT', 'TRIAGE', 'BSN',
  'RETENTION', 'SOURCES', 'ACCESSLOG', 'REDACT', 'STATEMENTS', 'AUTHZ', 'ASSETS', 'AWARE', 'CONTROLS', 'REPORT', 'PUBLIC', 'SECURITY', 'BACKUP'] as const

/** What may differ per organisation. A name that isn't here is a slip of the pen and is refused. */
export const parameterNames = ['review_every', 'dpia_review_every', 'decide_within', 'extend_by_max', 'rectify_within', 'security_policy_review_every', 'covenant_review_every', 'agreement_review_every',
  'plan_every', 'dpo_report_every', 'policy_review_every', 'inform_within', 'processor_breach_notice', 'in_force_after_publication', 'report_authority_within', 'customer_retention_min', 'audit_every',
  'backup_every', 'daily_backup_kept', 'restore_test_every', 'rpo', 'rto', 'answer_within', 'court_term', 'meeting_every'] as const
export type ParameterName = (typeof parameterNames)[number]

export const clocks = ['calendar', 'elapsed', 'working'] as const
export type Clock = (typeof clocks)[number]

const moment = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/, { error: () => t('Dit is geen datum: schrijf jjjj-mm-dd, of jjjj-mm als de dag niet bekend is.', 'This isn’t a date: write yyyy-mm-dd, or yyyy-mm if the day isn’t known.') })

/** Who carries a norm out: a role in the product, or those above it. */
export const responsibleRoles = [...roles, 'governing_body', 'management'] as const

/** What stands on one line of a file must be readable again. */
const longestText = 1500

const norm = z.strictObject({
  id: z.string().regex(/^[A-Z]-\d{2}$/, { error: () => t('Een norm heeft een letter en twee cijfers, zoals H-07.', 'A norm has a letter and two digits, such as H-07.') }),
  /** Dutch, in our own words. */
  text: z.string().min(20, { error: () => t('De tekst van de norm is te kort.', 'The text of the norm is too short.') }).max(longestText),
  /** Where the policy says it, as people cite it. */
  src: z.string().min(1).max(300),
  /** The one of the profile's sections that it belongs to. */
  section: z.string().min(1).max(100).optional(),
  /** In the form `art. 30 lid 1 AVG`. */
  article: z.string().min(1).max(300),
  principle: z.enum(principleKeys),
  /** Who answers for it. */
  role: z.enum(responsibleRoles),
  /** Who works on it too. */
  also: z.array(z.enum(responsibleRoles)).min(1).optional(),
  capability: z.enum(capabilities),
  /** The parameters of this profile that it sets. */
  parameters: z.array(z.enum(parameterNames)).min(1).optional(),
  evidence,
  /** Where the policy says otherwise than the law: the difference, with the article. The product carries out the law. */
  conflicts: z.string().min(20).max(longestText).optional(),
  /** What a reader should know: a tension, a contradiction or something outdated in the policy, or what the law adds. */
  note: z.string().min(20).max(longestText).optional(),
})

/** A chapter, paragraph or annex of the policy; `within` is the section that it is a part of. */
const section = z.strictObject({ key: z.string().min(1).max(100), title: z.string().min(1).max(300), within: z.string().min(1).max(100).optional() })

export const profileSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: () => t('De sleutel heeft alleen kleine letters, cijfers en streepjes.', 'The key has only small letters, digits and hyphens.') }),
  title: z.string().min(1).max(300),
  version: z.string().min(1).max(60),
  source: z.string().min(1).max(1000),
  /** Which body adopted it, and when, as far as the policy says. */
  adopted: z.array(z.strictObject({ body: z.string().min(1), on: moment })),
  /** required: always a second step at sign-in; as_policy_says: the policy knows another way in, so the organisation decides. */
  second_factor: z.enum(['required', 'as_policy_says']),
  parameters: z.partialRecord(z.enum(parameterNames), z.union([duration, z.strictObject({ duration, clock: z.enum(clocks) })])),
  sections: z.array(section).max(300).default([]),
  norms: z.array(norm).min(1).max(400),
})

export type Profile = z.infer<typeof profileSchema>
export type Norm = Profile['norms'][number]
export type Section = Profile['sections'][number]
export type ResponsibleRole = (typeof responsibleRoles)[number]

/** The duration of a parameter (ISO 8601), or undefined where the policy is silent. */
export function parameter(profile: Profile, name: ParameterName): string | undefined {
  const value = profile.parameters[name]
  return typeof value === 'object' ? value.duration : value
}

/** The clock that a parameter runs on: the one it names, else elapsed time for hours and the calendar for the rest. */
export function clockOf(profile: Profile, name: ParameterName): Clock | undefined {
  const value = profile.parameters[name]
  if (value === undefined) return undefined
  return typeof value === 'object' ? value.clock : value.includes('T') ? 'elapsed' : 'calendar'
}
