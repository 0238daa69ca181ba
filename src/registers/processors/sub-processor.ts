// Sub-processor: what holds for one row of the chain on a day: whether it works, with whose consent, and whether it stands in a circle. Pure.
import { fold } from '../../ground/letters.ts'
import type { ProcessorInput } from './rules-shape.ts'

export type SubProcessor = ProcessorInput['sub_processors'][number]

export function stillWorks({ stopped_on }: Pick<SubProcessor, 'stopped_on'>, today: string): boolean {
  return stopped_on === null || stopped_on > today
}

/** Whether it works, or may begin, with our consent. The law knows a general consent too (art. 28 lid 2 AVG); then only a refusal counts against it. */
export function lacksConsent({ consent, since_on }: Pick<SubProcessor, 'consent' | 'since_on'>, today: string, isGeneral: boolean): boolean {
  if (consent === 'given' || consent === 'conditional') return false
  // Asked and not yet at work: what art. 28 lid 2 AVG wants.
  if (consent === 'asked') return since_on !== null && since_on <= today
  return consent !== null || !isGeneral
}

/** One company under its several spellings: legal form, capitals, accents and punctuation don't matter. */
export function companyKey(name: string): string {
  return fold(name).replace(/\b(b\s*\.?\s*v|n\s*\.?\s*v|inc|ltd|llc|gmbh)\b\.?/g, ' ').replace(/[^a-z0-9]+/g, ' ').trim()
}

/** The rows that lead back to themselves: engaged by one that it engages itself, or the processor under its own name. Each is looked at once, however the circle runs. */
export function inCircle(processor: string | null, rows: readonly Pick<SubProcessor, 'name' | 'engaged_by'>[]): ReadonlySet<number> {
  const own = processor === null ? undefined : companyKey(processor)
  const engagerOf = new Map(rows.flatMap(({ name, engaged_by }) => name === null || engaged_by === null ? [] : [[companyKey(name), companyKey(engaged_by)] as const]))
  const found = new Set<number>()
  for (const [index, { name }] of rows.entries()) {
    if (name === null) continue
    const key = companyKey(name)
    const seen = new Set<string>()
    let at = engagerOf.get(key)
    while (at !== undefined && at !== key && !seen.has(at)) {
      seen.add(at)
      at = engagerOf.get(at)
    }
    if (key === own || at === key) found.add(index)
  }
  return found
}
