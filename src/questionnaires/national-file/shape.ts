// Shape: the State's own JSON file of a questionnaire that is filled in (assessment-output v2), taken apart into answers, copies and the rest, and nothing of it lost.
import { readFileSync } from 'node:fs'
import type { DefinitionKey } from '../item.ts'
import type { AnswerValue, Copy } from '../sheet.ts'

/** The address by which a file names its schema. */
export const outputSchema = (JSON.parse(readFileSync(new URL('../data/assessment-output.v2.schema.json', import.meta.url), 'utf8')) as { $id: string }).$id

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/** A picture as it stands in a file; `data` is a data URI. */
export type FilePicture = JsonObject & { readonly data: string }
export type FileValue = Exclude<AnswerValue, object> | readonly string[] | FilePicture
/** `said`: everything but the value, as it was written: when, by whom, and keys that aren't known here. */
export type FileAnswer = { readonly address: string; readonly value: FileValue; readonly said: JsonObject }

/** What of a file has no place of its own among answers and copies; given back as it came. */
export type Kept = {
  /** Without `answers` and `metadata`. */
  readonly root: JsonObject
  readonly metadata: JsonObject
  /** Every element of every group, in order, without its answers. */
  readonly elements: { readonly [group: string]: readonly JsonObject[] }
  /** Answers under keys that the questionnaire doesn't have. */
  readonly strays: JsonObject
  /** Where an answer stood, if not where the State's form puts it: a group, or null for the top. */
  readonly places: { readonly [address: string]: string | null }
}

export type TakenApart = {
  readonly key: DefinitionKey
  readonly version: string
  readonly answers: readonly FileAnswer[]
  readonly copies: readonly Copy[]
  readonly completed: readonly string[]
  readonly kept: Kept
  /** Names of what was done to an older file, in order. */
  readonly migrations: readonly string[]
}

/** One text for everything that says the same, whatever order its keys stand in. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{${Object.entries(value).toSorted(([one], [other]) => one < other ? -1 : 1).map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Without some keys. A key of any name stays a plain key. */
export function without(value: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))
}
