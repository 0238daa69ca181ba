// Older files: what the State's form wrote before its present shape, made into that shape step by step, each step by its name; what can't be placed is refused.
import { definitionOf, versionsOf } from '../definition.ts'
import { addressOf, type Definition, type DefinitionKey, definitionKeys, isDefinitionKey } from '../item.ts'
import { type Json, isObject, type JsonObject, without } from './shape.ts'
import type { Faults } from './file-faults.ts'
import { t } from '../../ground/words.ts'

export type Modern = { readonly file: JsonObject; readonly migrations: readonly string[]; /** Parents of copies, where an older file tells them. */ readonly parents: ReadonlyMap<string, number> }

/** In this order. Each says whether it has work to do by giving a new file. */
export function modernised(file: JsonObject, wanted: DefinitionKey | undefined, faults: Faults): Modern {
  const migrations: string[] = []
  const [metadata, answers] = [isObject(file.metadata) ? file.metadata : {}, isObject(file.answers) ? file.answers : {}]
  const key = keyOf(metadata, answers, wanted)
  const taskState = isObject(file.taskState) ? file.taskState : {}
  let own = answers
  if (definitionKeys.some((one) => isObject(answers[one]) && !('value' in (answers[one] as JsonObject)))) {
    migrations.push('antwoorden-per-formulier')
    own = isObject(answers[key]) ? answers[key] : {}
  }
  const state = isObject(taskState[key]) ? taskState[key] : {}
  let urn = metadata.urn
  if (typeof urn !== 'string' || urn === `urn:nl:${key}`) {
    migrations.push('versie-aangevuld')
    // The older form wrote no version; what it filled in was the oldest that is known here.
    urn = `urn:nl:${key}:${versionsOf(key)[0]!.version}`
  }
  const parents = new Map<string, number>()
  if (Object.keys(own).some((one) => one.includes('_'))) {
    migrations.push('sleutels-zonder-bijnaam')
    own = withoutNicknames(own, isObject(state.taskInstances) ? state.taskInstances : {}, key, faults, parents)
  }
  const completed = Array.isArray(metadata.completedTasks) ? metadata.completedTasks : Array.isArray(state.completedRootTaskIds) ? state.completedRootTaskIds : undefined
  if (completed !== undefined && metadata.completedTasks === undefined) migrations.push('klare-delen-verplaatst')
  if (migrations.length === 0) return { file, migrations, parents }
  return {
    migrations, parents,
    file: {
      ...without(file, 'taskState', 'answers', 'metadata'),
      metadata: { ...without(metadata, 'activeNamespace'), urn, ...(completed ? { completedTasks: completed } : {}) }, answers: own,
    },
  }
}

function keyOf(metadata: JsonObject, answers: JsonObject, wanted: DefinitionKey | undefined): DefinitionKey {
  // One old file may hold several questionnaires.
  if (wanted !== undefined && isObject(answers[wanted]) && !('value' in answers[wanted])) return wanted
  const named = typeof metadata.urn === 'string' ? metadata.urn.split(':')[2] ?? '' : typeof metadata.activeNamespace === 'string' ? metadata.activeNamespace : ''
  if (isDefinitionKey(named)) return named
  return wanted ?? definitionKeys.find((one) => isObject(answers[one]) && Object.keys(answers[one]).length > 0) ?? 'dpia'
}

/** `2.1.3_xK9mQ7p` stood for one question in one copy; the list of instances tells which copy that was. */
function withoutNicknames(answers: JsonObject, instances: JsonObject, key: DefinitionKey, faults: Faults, parents: Map<string, number>): JsonObject {
  const definition = definitionOf(key, versionsOf(key)[0]!.version)
  const indexOf = numbered(instances, definition, parents)
  return Object.fromEntries(Object.entries(answers).flatMap(([nickname, answer]): [string, Json][] => {
    if (!nickname.includes('_')) return [[nickname, answer]]
    const id = nickname.slice(0, nickname.lastIndexOf('_'))
    const item = definition.byId.get(id)
    if (item && item.repeats === null) return [[id, answer]]
    const index = indexOf(nickname)
    if (item && index !== undefined) return [[addressOf(id, index), answer]]
    faults.add(`answers.${nickname}`, t('Bij dit antwoord is niet te zeggen waar het hoort: het bestand noemt niet bij welke groep.', 'It can’t be told where this answer belongs: the file doesn’t say in which group.'))
    return []
  }))
}

function numbered(instances: JsonObject, definition: Definition, parents: Map<string, number>): (nickname: string) => number | undefined {
  const counts = new Map<string, number>()
  const given = new Map<string, number>()
  const taskOf = (one: Json | undefined) => isObject(one) && typeof one.taskId === 'string' ? definition.byId.get(one.taskId) : undefined
  for (const [nickname, instance] of Object.entries(instances)) {
    const item = taskOf(instance)
    if (!item?.isRepeatable) continue
    const index = counts.get(item.id) ?? 0
    counts.set(item.id, index + 1)
    given.set(nickname, index)
  }
  const near = (nickname: string | null, depth = 0): number | undefined => {
    const instance = nickname === null || depth > 20 ? undefined : instances[nickname]
    if (nickname === null || !isObject(instance)) return undefined
    return given.get(nickname) ?? near(typeof instance.parentInstanceId === 'string' ? instance.parentInstanceId : null, depth + 1)
  }
  for (const [nickname, index] of given) {
    const instance = instances[nickname] as JsonObject
    const parent = near(typeof instance.parentInstanceId === 'string' ? instance.parentInstanceId : null)
    if (parent !== undefined) parents.set(addressOf(taskOf(instance)!.id, index), parent)
  }
  return (nickname) => near(nickname)
}
