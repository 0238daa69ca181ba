// Chain picture: organisation, processors, those behind them in their order, and the countries where they are; what asks for attention says why in words.
import { t } from '../../../ground/words.ts'
import type { LegendItem } from '../../../page-kit/flow-map.tsx'
import type { Box, FlowPicture, Line } from '../../../page-kit/flow-picture.ts'
import type { ChainGraph, ChainLink, ChainMark, Judged } from './chain-graph.ts'
import { nameless, sayMark } from './chain-words.ts'

/** More of one column than this can't be read; the table below has them all. */
const mostSubs = 60
const mostCountries = 20
const deepest = 3

export type ChainNames = { readonly organisation: string; readonly country: (key: string) => string; readonly processorHref: (id: string) => string; readonly companyHref: (name: string) => string }
type Sub = { readonly id: string; readonly words: string; readonly service: string | null; readonly marks: Set<ChainMark>; readonly users: number; tier: number; readonly isListed: boolean }

export function chainPicture(shown: readonly Judged[], { usedBy, listed }: Pick<ChainGraph, 'usedBy' | 'listed'>, names: ChainNames): FlowPicture {
  const subs = new Map<string, Sub>()
  const lines = new Map<string, Line>()
  const countries = new Map<string, boolean>()
  const line = (from: string, to: string, isAlarm: boolean) => {
    const known = lines.get(`${from}\n${to}`)
    lines.set(`${from}\n${to}`, { from, to, weight: (known?.weight ?? 0) + 1, look: isAlarm || known?.look === 'alarm' ? 'alarm' : 'plain' })
  }
  let left = 0
  for (const { processor, links } of shown) {
    line('org', processor.id, false)
    if (processor.country !== null) { countries.set(processor.country, countries.get(processor.country) ?? false); line(processor.id, `c:${processor.country}`, false) }
    const tiers = tiersOf(links.map(({ link }) => link))
    for (const [index, { link, marks }] of links.entries()) {
      const id = idOf(processor.id, link, index)
      const known = subs.get(id)
      if (!known && subs.size >= mostSubs) { left++; continue }
      const tier = tiers[index]!
      const sub = known ?? { id, words: link.name ?? nameless(), service: link.service, marks: new Set<ChainMark>(), users: usedBy.get(link.key)?.length ?? 1, tier, isListed: listed.has(link.key) }
      sub.tier = Math.max(sub.tier, tier)
      for (const mark of marks) sub.marks.add(mark)
      subs.set(id, sub)
      const isAlarm = marks.has('no-consent') || marks.has('third-country')
      const engager = tier > 1 ? links.findIndex(({ link: other }) => other.key === link.engager) : -1
      line(engager >= 0 ? idOf(processor.id, links[engager]!.link, engager) : processor.id, id, isAlarm)
      if (link.country !== null) { countries.set(link.country, (countries.get(link.country) ?? false) || marks.has('third-country')); line(id, `c:${link.country}`, marks.has('third-country')) }
    }
  }
  const inTier = (tier: number) => [...subs.values()].filter((sub) => sub.tier === tier).map((sub) => subBox(sub, names))
  const rest: Box[] = left > 0 ? [{ id: 'rest', words: t(`en ${left} andere`, `and ${left} others`), look: 'rest', detail: t('in de tabel hieronder', 'in the table below') }] : []
  return {
    columns: [
      { heading: t('Organisatie', 'Organisation'), groups: [{ boxes: [{ id: 'org', words: names.organisation, look: 'main' }] }] },
      { heading: t('Verwerkers', 'Processors'), groups: [{ boxes: shown.map((one) => processorBox(one, names)) }] },
      { heading: t('Subverwerkers', 'Sub-processors'), groups: [{ boxes: [...inTier(1), ...rest] }] },
      { heading: t('Daarachter', 'Behind those'), groups: [{ boxes: inTier(2) }] },
      { heading: t('Nog verder', 'Further on'), groups: [{ boxes: inTier(deepest) }] },
      { heading: t('Land', 'Country'), groups: [{ boxes: [...countries].slice(0, mostCountries).map(([key, isAlarm]): Box => ({ id: `c:${key}`, words: names.country(key), ...(isAlarm ? { look: 'alarm' as const, tags: [sayMark('third-country')] } : {}) })) }] },
    ],
    lines: [...lines.values()],
  }
}

/** Only what this picture holds is explained. */
export function chainLegend(shown: readonly Judged[]): LegendItem[] {
  const has = (...wanted: readonly ChainMark[]) => shown.some(({ marks }) => wanted.some((mark) => marks.has(mark)))
  return [
    ...(has('third-country', 'no-consent') ? [{ sign: { line: 'alarm' as const }, words: t('Zonder toestemming, of buiten de EER zonder instrument (art. 28 lid 2 en art. 44 AVG)', 'Without consent, or outside the EEA without an instrument (art. 28(2) and art. 44 GDPR)') }] : []),
    ...(has('circle', 'expired') ? [{ sign: { box: 'caution' as const }, words: t('Vraagt aandacht; in het vak staat waarom', 'Asks for attention; the box says why') }] : []),
  ]
}

function processorBox({ processor, marks, links }: Judged, { processorHref }: ChainNames): Box {
  return { id: processor.id, words: processor.name || nameless(), href: processorHref(processor.id), look: lookOf(marks), tags: [...marks].map(sayMark), ...(links.length === 0 ? { detail: t('geen subverwerkers', 'no sub-processors') } : {}) }
}

function subBox({ id, words, service, marks, users, isListed }: Sub, { companyHref }: ChainNames): Box {
  const detail = [users > 1 && t(`bij ${users} verwerkers`, `with ${users} processors`), isListed && t('ook zelf verwerker', 'a processor itself too')].filter(Boolean).join(', ') || service
  return { id, words, look: lookOf(marks), tags: [...marks].map(sayMark), ...(detail ? { detail } : {}), ...(words === nameless() ? {} : { href: companyHref(words) }) }
}

function lookOf(marks: ReadonlySet<ChainMark>): NonNullable<Box['look']> {
  if (marks.has('no-consent') || marks.has('third-country')) return 'alarm'
  return marks.size > 0 ? 'caution' : 'plain'
}

function idOf(processor: string, link: ChainLink, index: number): string {
  return link.key === '' ? `s:${processor}:${index}` : `s:${link.key}`
}

/** How far behind the processor each stands: 1 for those that it engages itself. One whose engager isn't there, or that stands in a circle, counts as engaged by the processor. */
function tiersOf(links: readonly ChainLink[]): number[] {
  const at = new Map(links.map(({ key }, index) => [key, index]))
  return links.map((link) => {
    const seen = new Set([link.key])
    let tier = 1
    for (let engager = link.engager; engager !== null && at.has(engager); engager = links[at.get(engager)!]!.engager) {
      if (seen.has(engager)) return 1
      seen.add(engager)
      tier++
    }
    return Math.min(tier, deepest)
  })
}
