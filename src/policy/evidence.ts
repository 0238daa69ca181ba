// Evidence: what a norm may be measured by, as a profile writes it down. The rooms that own the data do the measuring; this is only the shape.
import { z } from 'zod'
import { t } from '../ground/words.ts'

/** Settings of the organisation that a norm can be seen by. */
export const settingNames = ['allowed_networks'] as const
export type SettingName = (typeof settingNames)[number]

const name = z.string().min(1)
export const duration = z.string().regex(/^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?$/, {
  error: () => t('Dit is geen duur: schrijf bijvoorbeeld P1Y (een jaar), P30D (30 dagen) of PT72H (72 uur).', 'This isn’t a duration: write for instance P1Y (a year), P30D (30 days) or PT72H (72 hours).'),
})
/** Part of the entries that must be well, above 0 and up to 1; below it the norm isn't met, below 1 it asks attention. */
const share = z.number().gt(0).max(1)
/** A field of the register with the values that count (`{kind: [privacy_policy]}`). */
const where = z.record(name, z.array(z.union([z.string(), z.boolean()])).min(1))
/** Entries of a register: a kind that the register knows (`all` unless said), or some values of its fields. */
const entries = { register: name, over: name.default('all'), where: where.optional() }

const single = [
  /** Measured by rules of registers: none of these findings on entries in force means that the norm is met. */
  z.strictObject({ kind: z.literal('findings'), in: z.array(z.strictObject({ register: name, over: name.default('all'), rules: z.array(name).min(1) })).min(1), share: share.optional() }),
  /** Entries in force have been looked at within their review term. */
  z.strictObject({ kind: z.literal('reviewed'), ...entries, share: share.optional() }),
  /** Deadlines of this kind that ended in the last while were met in time, and none runs late now. */
  z.strictObject({ kind: z.literal('closed_within_term'), register: name, deadline: name, during: duration.default('P1Y'), share: share.optional() }),
  /** At least so many entries exist and are in force. */
  z.strictObject({ kind: z.literal('in_force'), ...entries, least: z.int().min(1).default(1) }),
  /** At least one entry in force whose date in `field` is not older than this: a parameter of the profile or a duration. */
  z.strictObject({ kind: z.literal('recent'), ...entries, field: name, within: name }),
  /** Each of these roles is held by an active person today, and none of the holders has a conflicting role. */
  z.strictObject({ kind: z.literal('roles_filled'), roles: z.array(name).min(1) }),
  /** Met while the organisation has set this. */
  z.strictObject({ kind: z.literal('setting'), setting: z.enum(settingNames) }),
  /** A rule that a room brings by name, for what no other kind can say. */
  z.strictObject({ kind: z.literal('rule'), rule: name, with: z.record(name, z.union([z.string(), z.number(), z.boolean()])).default({}) }),
  /** A person states how it stands, with a document or a ground, a date and their name; the statement counts for so long. */
  z.strictObject({ kind: z.literal('manual'), valid_for: duration.default('P1Y') }),
] as const

/** One rule, or several that must all hold: the worst of them speaks. */
export const evidence = z.discriminatedUnion('kind', [...single, z.strictObject({ kind: z.literal('all'), of: z.array(z.discriminatedUnion('kind', [...single])).min(2) })])

export type Evidence = z.infer<typeof evidence>
export type EvidencePart = Exclude<Evidence, { kind: 'all' }>
export type EvidenceKind = EvidencePart['kind']

/** The rules that a norm is measured by. */
export function partsOf(given: Evidence): readonly EvidencePart[] {
  return given.kind === 'all' ? given.of : [given]
}
