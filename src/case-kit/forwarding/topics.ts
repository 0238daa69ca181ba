// Topics: what else than cases two tied organisations may tell each other: each room says what a message of its topic does, and where people begin one.
import type { Scope } from '../../ground/scope.ts'
import type { Words } from '../../ground/words.ts'
import type { Tie } from './ties.ts'

/** Listed in src/tied-cases.ts. */
export type Topic = {
  /** In the message (`instruction`). */
  readonly key: string
  /** In the receiver's own scope, in the transaction of the arrival, with the receiver's row of the tie, whatever its state. What the body says is parsed, never believed. */
  arrive(scope: Scope, tie: Tie, body: unknown): Promise<void>
  /** At the sender, when a message didn't arrive however often it was tried. */
  undelivered?(scope: Scope, body: unknown): Promise<void>
  /** What the page of ties offers at an agreed tie, under `/:slug`. */
  offer?(tie: Tie): { readonly words: Words; readonly path: string } | undefined
}

let tied: ReadonlyMap<string, Topic> = new Map()

export function tieTopics(topics: readonly Topic[]): void {
  tied = new Map(topics.map((topic) => [topic.key, topic]))
}

export function topicOf(key: string): Topic | undefined {
  return tied.get(key)
}

export function allTopics(): readonly Topic[] {
  return [...tied.values()]
}
