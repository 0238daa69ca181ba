// Chain query: what of the chain is asked for, in the address: one processor, a country, what asks for attention, a department, and from where.
import { isId } from '../../../ground/ids.ts'
import { type ChainGraph, type ChainMark, chainMarks, type Judged } from './chain-graph.ts'

export type ChainQuery = { readonly processor: string | undefined; readonly mark: ChainMark | undefined; readonly country: string | undefined; readonly department: string | undefined; readonly search: string; readonly from: number }

export const markPaths: Readonly<Record<ChainMark, string>> = { 'third-country': 'buiten-eer', 'no-consent': 'geen-toestemming', circle: 'kring', expired: 'verlopen' }
/** Processors on one page: with what stands behind them a picture that can still be read. */
export const pageSize = 20

export function readChainQuery(parameters: URLSearchParams): ChainQuery {
  const one = (name: string) => parameters.get(name)?.trim() ?? ''
  const from = Number.parseInt(one('vanaf') || '0', 10)
  return {
    processor: isId(one('verwerker')) ? one('verwerker') : undefined, mark: chainMarks.find((mark) => markPaths[mark] === one('let-op')), country: /^[A-Z]{2}$/.test(one('land')) ? one('land') : undefined,
    department: isId(one('afdeling')) ? one('afdeling') : undefined, search: one('zoek').slice(0, 100), from: Number.isFinite(from) ? Math.min(Math.max(from, 0), 1_000_000) : 0,
  }
}

export function chainAddress(base: string, query: ChainQuery, change: Partial<ChainQuery> = {}): string {
  const { processor, mark, country, department, search, from } = { ...query, ...change }
  const parameters = new URLSearchParams(Object.entries({ verwerker: processor, 'let-op': mark && markPaths[mark], land: country, afdeling: department, zoek: search || undefined, vanaf: from > 0 ? String(from) : undefined }).flatMap(([name, value]) => value === undefined ? [] : [[name, value]]))
  return parameters.size === 0 ? base : `${base}?${parameters}`
}

export function chosen({ judged }: ChainGraph, { processor, mark, country, department, search }: ChainQuery): readonly Judged[] {
  const wanted = search.toLowerCase()
  return judged.filter(({ processor: own, marks, links }) =>
    (processor === undefined || own.id === processor) && (mark === undefined || marks.has(mark)) && (department === undefined || own.department === department)
    && (country === undefined || own.country === country || links.some(({ link }) => link.country === country))
    && (wanted === '' || own.name.toLowerCase().includes(wanted) || links.some(({ link }) => link.name?.toLowerCase().includes(wanted))))
}
