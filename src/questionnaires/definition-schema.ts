// Definition schema: the shape of a questionnaire's file as the State publishes it; what stands in it and isn't known here is refused, so that nothing of a form is left out in silence.
import { z } from 'zod'

export const itemTypes = ['text_input', 'open_text', 'select_option', 'multiselect_scrollable', 'multiselect_option', 'checkbox_option', 'radio_option', 'task_group', 'informational', 'date', 'image'] as const
export const referenceTypes = ['pre-fill', 'pre-view', 'direct takeover', 'one-to-one', 'one-to-many', 'many-to-one', 'many-to-many'] as const

const calculation = z.strictObject({
  scoreKey: z.string().optional(), expression: z.string(),
  riskScore: z.array(z.strictObject({ when: z.string(), value: z.number() })).optional(),
})

const conditional = z.strictObject({
  type: z.literal('conditional'), action: z.enum(['show', 'hide']), calculation: calculation.optional(),
  condition: z.strictObject({ id: z.string(), operator: z.enum(['equals', 'contains', 'any']), value: z.union([z.string(), z.boolean(), z.number(), z.null()]).optional() }),
})
const sourceOptions = z.strictObject({ type: z.literal('source_options'), action: z.literal('options'), condition: z.strictObject({ id: z.string(), operator: z.literal('any') }) })
const instanceMapping = z.strictObject({ type: z.literal('instance_mapping'), action: z.literal('sync_instances'), source: z.strictObject({ id: z.string() }), mapping_type: z.literal('one_to_one') })

const pointer = z.strictObject({ id: z.string(), type: z.enum(referenceTypes) })
const option = z.strictObject({ value: z.union([z.string(), z.boolean(), z.null()]), label: z.string().optional() })

const item = z.strictObject({
  task: z.string(), id: z.string().regex(/^[0-9]+(\.[0-9A-Za-z-]+)*$/), type: z.array(z.enum(itemTypes)).min(1), repeatable: z.boolean(),
  description: z.string().optional(), category: z.string().optional(), is_official_id: z.boolean().optional(), required_status: z.boolean().optional(),
  in_fria: z.boolean().optional(), action_point_group: z.boolean().optional(), action_point_summary: z.boolean().optional(),
  options: z.array(option).optional(), valueType: z.enum(['string', 'boolean', 'boolean|null', 'string[]', 'number']).optional(),
  defaultValue: z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]).optional(),
  instance_label_template: z.string().optional(), item_name: z.string().optional(),
  references: z.record(z.string(), z.union([z.string(), z.array(z.string()), pointer, z.array(pointer)])).optional(),
  dependencies: z.array(z.discriminatedUnion('type', [conditional, sourceOptions, instanceMapping])).optional(),
  calculation: calculation.optional(),
  sources: z.array(z.strictObject({ source: z.string(), description: z.string().optional() })).optional(),
  get tasks() {
    return z.array(item).optional()
  },
})

export const definitionSchema = z.strictObject({
  name: z.string(), description: z.string(), version: z.string().regex(/^\d+(\.\d+)?(\.\d+)?$/), urn: z.string().regex(/^urn:nl:[a-z]+$/),
  prefixQuestionIds: z.boolean().optional(), tasks: z.array(item).min(1),
  assessments: z.array(z.strictObject({
    id: z.string(),
    levels: z.array(z.strictObject({
      level: z.enum(['required', 'recommended']), expression: z.string(), result: z.string(), explanation: z.string().optional(),
      criteria: z.array(z.strictObject({ id: z.string(), expression: z.string(), explanation: z.string() })).optional(),
    })),
  })).optional(),
})

export type RawDefinition = z.infer<typeof definitionSchema>
export type RawItem = z.infer<typeof item>
