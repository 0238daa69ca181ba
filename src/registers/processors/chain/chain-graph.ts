// Chain graph: every processor of an organisation with the sub-processors behind it; one company under several spellings is one point, and a circle is walked once. Pure.
import { companyKey, inCircle, lacksConsent, type SubProcessor, stillWorks } from '../sub-processor.ts'

export type ChainLink = Pick<SubProcessor, 'name' | 'service' | 'country' | 'engaged_by' | 'consent' | 'since_on' | 'stopped_on' | 'instrument' | 'transfer_consent_on'> & { readonly key: string; readonly engager: string | null }
export type ChainProcessor = {
  readonly id: string; readonly name: string; readonly key: string; readonly country: string | null; readonly department: string | null
  readonly isGeneral: boolean
  /** Last day of each guarantee; null holds for good. */
  readonly guarantees: readonly (string | null)[]
  readonly links: readonly ChainLink[]
}

/** What asks for attention: at a processor by itself, and at each of its links. */
export const chainMarks = ['third-country', 'no-consent', 'circle', 'expired'] as const
export type ChainMark = (typeof chainMarks)[number]
export type Judged = { readonly processor: ChainProcessor; readonly marks: ReadonlySet<ChainMark>; readonly links: readonly { readonly link: ChainLink; readonly marks: ReadonlySet<ChainMark> }[] }

export type ChainGraph = {
  readonly judged: readonly Judged[]
  /** Processors that name a company as a sub-processor, by the company's key. */
  readonly usedBy: ReadonlyMap<string, readonly string[]>
  /** The company of the register itself, by its key. */
  readonly listed: ReadonlyMap<string, string>
}

export type Raw = Omit<ChainProcessor, 'key' | 'links'> & { readonly links: readonly Omit<ChainLink, 'key' | 'engager'>[] }

/** Judges everything once; asking for a page of it is then a filter. `isEea` knows the countries of the European Economic Area. */
export function chainGraph(raw: readonly Raw[], today: string, isEea: (country: string) => boolean): ChainGraph {
  const keys = new Map<string, string>()
  const keyOf = (name: string) => {
    const known = keys.get(name)
    if (known !== undefined) return known
    const key = companyKey(name)
    keys.set(name, key)
    return key
  }
  const processors = raw.map((one): ChainProcessor => ({
    ...one, key: keyOf(one.name), links: one.links.filter((link) => stillWorks(link, today)).map((link) => ({ ...link, key: link.name === null ? '' : keyOf(link.name), engager: link.engaged_by === null ? null : keyOf(link.engaged_by) })),
  }))
  const listed = new Map(processors.map(({ key, id }) => [key, id]))
  const usedBy = new Map<string, string[]>()
  for (const { id, links } of processors) {
    for (const { key } of links) {
      if (key === '') continue
      const users = usedBy.get(key)
      if (users === undefined) usedBy.set(key, [id])
      else if (users.at(-1) !== id) users.push(id)
    }
  }
  const circles = circlesAmong(processors, listed)
  const isThird = (country: string | null) => country !== null && !isEea(country)
  return {
    usedBy, listed,
    judged: processors.map((processor) => {
      const own = processor.links.some(({ engager }) => engager !== null) || processor.links.some(({ key }) => key === processor.key) ? inCircle(processor.name, processor.links) : new Set<number>()
      const links = processor.links.map((link, index) => ({
        link, marks: marksOf({
          'third-country': isThird(link.country) && (link.instrument === null || link.transfer_consent_on === null), 'no-consent': lacksConsent(link, today, processor.isGeneral), expired: false,
          circle: own.has(index) || (circles.get(processor.id) !== undefined && circles.get(processor.id) === circles.get(listed.get(link.key) ?? '')),
        }),
      }))
      const has = (mark: ChainMark) => links.some(({ marks }) => marks.has(mark))
      return {
        processor, links, marks: marksOf({
          'third-country': isThird(processor.country) || has('third-country'), 'no-consent': has('no-consent'), circle: has('circle'),
          expired: processor.guarantees.some((until) => until !== null && until < today),
        }),
      }
    }),
  }
}

function marksOf(holds: Readonly<Record<ChainMark, boolean>>): ReadonlySet<ChainMark> {
  return new Set(chainMarks.filter((mark) => holds[mark]))
}

/** Processors that name one another, directly or by way of others: the number of their circle by id; those in none are left out. Tarjan, without recursion: a chain may be long. */
function circlesAmong(processors: readonly ChainProcessor[], listed: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const next = new Map(processors.flatMap(({ id, links }) => {
    const targets = links.flatMap(({ key }) => listed.get(key) ?? []).filter((target) => target !== id)
    return targets.length === 0 ? [] : [[id, targets] as const]
  }))
  const [order, low, circle] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]
  const waiting: string[] = []
  const isWaiting = new Set<string>()
  let found = 0
  for (const begin of next.keys()) {
    if (order.has(begin)) continue
    const path: { readonly id: string; at: number }[] = [{ id: begin, at: 0 }]
    while (path.length > 0) {
      const here = path.at(-1)!
      if (here.at === 0) {
        order.set(here.id, order.size)
        low.set(here.id, order.get(here.id)!)
        waiting.push(here.id)
        isWaiting.add(here.id)
      }
      const target = next.get(here.id)?.[here.at++]
      if (target !== undefined) {
        if (!order.has(target)) path.push({ id: target, at: 0 })
        else if (isWaiting.has(target)) low.set(here.id, Math.min(low.get(here.id)!, order.get(target)!))
        continue
      }
      path.pop()
      const above = path.at(-1)
      if (above) low.set(above.id, Math.min(low.get(above.id)!, low.get(here.id)!))
      if (low.get(here.id) !== order.get(here.id)) continue
      const members = waiting.splice(waiting.lastIndexOf(here.id))
      for (const member of members) isWaiting.delete(member)
      if (members.length > 1) for (const member of members) circle.set(member, found)
      found++
    }
  }
  return circle
}
