// Populations: the steps of each process, so that a norm on one process looks at that process alone.
import { processes, type Process } from './declaration.ts'
import type { ResponsibilityInput } from './rules.ts'

export const responsibilityPopulations = Object.fromEntries((Object.keys(processes) as Process[]).map((key) => [key, ({ process }: ResponsibilityInput) => process === key])) as Readonly<Record<Process, (step: ResponsibilityInput) => boolean>>
