// Messages: what a participant and its processor tell each other about an instruction, each from its own organisation here, and nothing else; parsed at every arrival.
import { z } from 'zod'
import { kinds } from './declaration.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const words = (most: number) => z.string().trim().min(1).max(most)
const reference = z.uuid()
const kindKeys = Object.keys(kinds) as [keyof typeof kinds, ...(keyof typeof kinds)[]]

/** What an instruction says when it is given, from another organisation here or through the portal. */
export const givenShape = z.object({ title: words(200), kind: z.enum(kindKeys), text: words(20_000), givenBy: words(200), givenOn: day, dueOn: day.nullable(), service: words(200).nullable() })
export type Given = z.infer<typeof givenShape>

export const outcomes = ['kept', 'changed', 'withdrawn'] as const
export const states = ['received', 'acknowledged', 'objected', 'carried_out', 'withdrawn', 'refused'] as const
export type ToldState = (typeof states)[number]

const standing = z.object({
  what: z.literal('state'), reference, state: z.enum(states), reply: words(5_000).nullable(), text: words(20_000).nullable(), objection: words(10_000).nullable(), article: words(300).nullable(),
  done: words(10_000).nullable(), doneOn: day.nullable(), proof: words(1_000).nullable(),
})
export type Standing = z.infer<typeof standing>

export const messageShape = z.discriminatedUnion('what', [
  z.object({ what: z.literal('given'), reference, given: givenShape }),
  z.object({ what: z.literal('answered'), reference, outcome: z.enum(outcomes), answer: words(10_000), text: words(20_000).nullable() }),
  z.object({ what: z.literal('withdrawn'), reference, reason: words(1_000) }),
  standing,
])
export type Message = z.infer<typeof messageShape>

export const topicKey = 'instruction'
