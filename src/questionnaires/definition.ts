// Definitions: questionnaires as versioned data with stable ids; which there are, and each as a tree whose every item can be found by its id.
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { corrected } from './corrections.ts'
import { definitionSchema, type RawDefinition, type RawItem } from './definition-schema.ts'
import { checkDefinition } from './definition-check.ts'
import { type Definition, type DefinitionKey, isDefinitionKey, type Item } from './item.ts'

export type { Definition, DefinitionKey, Item } from './item.ts'

const folder = new URL('./data/', import.meta.url)
let known: Map<string, Definition> | undefined

/** One definition; of no version given, the newest. @throws when there is none */
export function definitionOf(key: DefinitionKey, version?: string): Definition {
  const found = version === undefined ? versionsOf(key).at(-1) : shipped().get(`${key} ${version}`)
  if (!found) throw new Error(`There is no definition ${key} ${version ?? ''}`)
  return found
}

/** Oldest first. */
export function versionsOf(key: DefinitionKey): Definition[] {
  return [...shipped().values()].filter((one) => one.key === key).toSorted((one, other) => compareVersions(one.version, other.version))
}

/** Below zero when `one` is the older. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)]
  return [0, 1, 2].map((place) => (a[place] ?? 0) - (b[place] ?? 0)).find((difference) => difference !== 0) ?? 0
}

/** Puts a definition beside those that came with the release. @throws when it isn't in shape */
export function addDefinition(text: string, name: string): Definition {
  const definition = readDefinition(text, name)
  shipped().set(`${definition.key} ${definition.version}`, definition)
  return definition
}

/** Takes one away that was put beside them. */
export function dropDefinition(key: DefinitionKey, version: string): void {
  shipped().delete(`${key} ${version}`)
}

/** Reads a definition's file. @throws saying what isn't in shape, and where */
export function readDefinition(text: string, name: string): Definition {
  const read = definitionSchema.safeParse(parse(text, { schema: 'core' }))
  if (!read.success) throw new Error(`Definition ${name}: ${read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`)
  const definition = treeOf(corrected(read.data))
  const faults = checkDefinition(definition)
  if (faults.length > 0) throw new Error(`Definition ${name}: ${faults.join('; ')}`)
  return definition
}

function shipped(): Map<string, Definition> {
  known ??= new Map(readdirSync(folder).filter((name) => /^(dpia|prescan|iama)-[\d.]+\.yaml$/.test(name)).toSorted().map((name) => {
    const definition = readDefinition(readFileSync(new URL(name, folder), 'utf8'), name)
    return [`${definition.key} ${definition.version}`, definition]
  }))
  return known
}

function treeOf(raw: RawDefinition): Definition {
  const items: Item[] = []
  const sections = raw.tasks.map((one) => itemOf(one, null, null, items))
  const key = raw.urn.slice('urn:nl:'.length)
  if (!isDefinitionKey(key)) throw new Error(`There is no questionnaire ${raw.urn}`)
  return {
    key, version: raw.version, urn: raw.urn, name: raw.name, description: raw.description, prefixesIds: raw.prefixQuestionIds ?? false, sections, items, byId: new Map(items.map((item) => [item.id, item])),
    verdicts: (raw.assessments ?? []).map(({ id, levels }) => ({ id, levels: levels.map(({ criteria, ...level }) => ({ ...level, criteria: criteria ?? [] })) })),
  }
}

function itemOf(raw: RawItem, parent: Item | null, section: Item | null, items: Item[]): Item {
  const dependencies = raw.dependencies ?? []
  const made = {
    id: raw.id, words: raw.task.trim(), description: raw.description?.trim() || null, types: raw.type, isGroup: raw.type.includes('task_group'), isRepeatable: raw.repeatable, parent, children: [] as Item[],
    options: (raw.options ?? []).map(({ value, label }) => ({ value, label: label ?? String(value) })), valueType: raw.valueType ?? null, defaultValue: raw.defaultValue,
    labelTemplate: raw.instance_label_template ?? null, itemName: raw.item_name ?? null, hasOfficialId: raw.is_official_id !== false,
    isOfFria: raw.in_fria ?? false, isActionPoints: raw.action_point_group ?? false, isActionPointSummary: raw.action_point_summary ?? false,
    conditions: dependencies.flatMap((one) => one.type === 'conditional' ? [{ ...one.condition, value: one.condition.value, action: one.action }] : []),
    optionsFrom: dependencies.find((one) => one.type === 'source_options')?.condition.id ?? null,
    mappedFrom: dependencies.find((one) => one.type === 'instance_mapping')?.source.id ?? null,
    calculations: [raw.calculation, ...dependencies.map((one) => one.type === 'conditional' ? one.calculation : undefined)].flatMap((one) => one ? [{ scoreKey: one.scoreKey ?? '', expression: one.expression, scores: one.riskScore ?? [] }] : []),
    references: Object.entries(raw.references ?? {}).flatMap(([form, pointers]) => {
      const key = form.toLowerCase()
      return isDefinitionKey(key) ? (Array.isArray(pointers) ? pointers : [pointers]).map((one) => ({ key, ...(typeof one === 'string' ? { id: one, type: 'pre-view' as const } : one) })) : []
    }),
    sources: (raw.sources ?? []).map(({ source, description }) => ({ file: source, description: description ?? null })),
  }
  const item = made as typeof made & { section: Item; repeats: Item | null }
  item.section = section ?? item
  item.repeats = raw.repeatable ? item : parent?.repeats ?? null
  items.push(item)
  item.children.push(...(raw.tasks ?? []).map((child) => itemOf(child, item, item.section, items)))
  return item
}
