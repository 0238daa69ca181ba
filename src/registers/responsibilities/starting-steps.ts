// Starting steps: the eight processes that come with a release, read once from the data file beside this room and refused when out of shape.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { emptyInput } from '../../register-kit/field-types.ts'
import { fields, parties, type Process, processes } from './declaration.ts'
import type { ResponsibilityInput } from './rules.ts'

const party = z.enum(Object.keys(parties))
const some = z.array(party).default([])
const shape = z.strictObject({
  version: z.string().min(1),
  steps: z.array(z.strictObject({
    process: z.enum(Object.keys(processes) as [Process, ...Process[]]), step: z.string().regex(/^[a-z]+(-[a-z]+)*$/), name: z.string().min(5).max(200), nature: z.enum(fields.nature.choices.map(({ key }) => key)),
    r: some, a: z.array(party).length(1), c: some, i: some,
  })).min(1),
})

let read: readonly ResponsibilityInput[] | undefined

/** Each step as an entry of the register, numbered by process and place (`R4.08`). @throws when the data file is out of shape */
export function startingSteps(): readonly ResponsibilityInput[] {
  return read ??= readSteps()
}

function readSteps(): ResponsibilityInput[] {
  const { steps } = shape.parse(parse(readFileSync(new URL('./data/steps.yaml', import.meta.url), 'utf8'), { schema: 'core' }))
  const placeIn = new Map<string, number>()
  return steps.map(({ process, step, name, nature, r, a, c, i }) => {
    const sequence = (placeIn.get(process) ?? 0) + 1
    placeIn.set(process, sequence)
    const number = `R${Object.keys(processes).indexOf(process) + 1}.${String(sequence).padStart(2, '0')}`
    return { ...emptyInput(fields), name, number, process, sequence, nature, step, responsible: r, accountable: a, consulted: c, informed: i }
  })
}
