// Flow drawing: a flow map as a picture: columns with headings, what each box says and where it leads, and which signs the legend explains.
import { t } from '../../ground/words.ts'
import type { LegendItem } from '../../page-kit/flow-map.tsx'
import type { Box, BoxGroup, FlowPicture, Line } from '../../page-kit/flow-picture.ts'
import type { FlowKind, FlowMap, FlowNode } from './flow-model.ts'
import type { Grouping } from './flow-query.ts'
import { edgeWords, kindsWords, markWords, processingsWords } from './flow-words.ts'

export type Drawing = {
  /** `entry`: one processing, with what its entry says; `register`: many, with how many touch each point. */
  readonly of: 'entry' | 'register'
  readonly per: Grouping
  /** Where a box leads. */
  readonly hrefOf: (node: FlowNode) => string | undefined
}

export function drawFlow(map: FlowMap, drawing: Drawing): FlowPicture {
  const group = (kind: FlowKind, heading?: string): BoxGroup => ({ heading, boxes: map.nodes.filter((node) => node.kind === kind).map((node) => boxOf(node, map, drawing)) })
  const nodeOf = new Map(map.nodes.map((node) => [node.id, node]))
  return {
    columns: [
      { heading: t('Herkomst', 'Origin'), groups: [group('subject', t('Over wie', 'About whom')), group('source', t('Verkregen van', 'Obtained from'))] },
      { heading: drawing.of === 'entry' ? t('Verwerking', 'Processing') : kindsWords('processing', drawing.per), groups: [group('processing')] },
      { heading: kindsWords('system'), groups: [group('system')] },
      { heading: t('Naar wie', 'To whom'), groups: [group('recipient', kindsWords('recipient')), group('processor', kindsWords('processor'))] },
      { heading: t('Buitenland', 'Abroad'), groups: [group('country')] },
    ],
    lines: map.edges.map((edge): Line => {
      const [from, to] = [nodeOf.get(edge.from)!, nodeOf.get(edge.to)!]
      const said = [`${from.words} → ${to.words}`, edgeWords(edge, to), drawing.of === 'register' ? processingsWords(edge.entries) : ''].filter(Boolean)
      return { from: edge.from, to: edge.to, weight: edge.entries, words: said.join('\n'), look: edge.marks.includes('unsafeguarded') ? 'alarm' : edge.marks.includes('outside') ? 'caution' : 'plain' }
    }),
  }
}

/** Only what this picture holds is explained. */
export function legendOf(map: FlowMap): LegendItem[] {
  const has = (...wanted: readonly string[]) => map.edges.some(({ marks }) => marks.some((mark) => wanted.includes(mark)))
  const items: (LegendItem | false)[] = [
    map.edges.some(({ entries }) => entries > 1) && { sign: { weights: true }, words: t('Hoe dikker de lijn, hoe meer verwerkingen', 'The thicker the line, the more processing activities') },
    map.edges.some(({ marks }) => marks.includes('outside') && !marks.includes('unsafeguarded')) && { sign: { line: 'caution' }, words: t('Naar buiten de EER, met een waarborg', 'To outside the EEA, with a safeguard') },
    has('unsafeguarded') && { sign: { line: 'alarm' }, words: t('Naar buiten de EER zonder waarborg (art. 44 AVG)', 'To outside the EEA without a safeguard (art. 44 GDPR)') },
    map.nodes.some((node) => lookOf(node, map) === 'caution') && { sign: { box: 'caution' }, words: t('Vraagt aandacht; in het vak staat waarom', 'Asks for attention; the box says why') },
    map.nodes.some(({ marks }) => marks.includes('rest')) && { sign: { box: 'rest' }, words: t('Meer van deze soort; open het vak voor de lijst', 'More of this kind; open the box for the list') },
  ]
  return items.filter((item) => item !== false)
}

function boxOf(node: FlowNode, map: FlowMap, { of, hrefOf }: Drawing): Box {
  const look = lookOf(node, map)
  const counted = node.entries === undefined || node.id === 'processing:+' ? undefined : processingsWords(node.entries)
  const isGroup = of === 'register' && node.kind === 'processing' && node.detail !== undefined
  return {
    id: node.id, words: node.words, look, href: hrefOf(node), tags: tagsOf(node, map),
    detail: of === 'entry' || isGroup ? node.detail ?? (node.marks.includes('eea') || node.marks.includes('adequate') ? markWords(node.marks.includes('eea') ? 'eea' : 'adequate') : undefined) : counted,
    linkWords: node.marks.includes('rest') ? t('Toon de lijst', 'Show the list') : undefined,
  }
}

function lookOf({ id, kind, marks }: FlowNode, { edges }: FlowMap): NonNullable<Box['look']> {
  if (marks.includes('rest')) return 'rest'
  if (kind === 'processing') return 'main'
  if (kind === 'country' && edges.some((edge) => edge.to === id && edge.marks.includes('unsafeguarded'))) return 'alarm'
  return marks.some((mark) => ['unencrypted', 'no-agreement', 'not-adequate', 'partly-adequate', 'unnamed'].includes(mark)) ? 'caution' : 'plain'
}

function tagsOf({ id, kind, marks }: FlowNode, { edges }: FlowMap): string[] {
  const isUnsafe = kind === 'country' && edges.some((edge) => edge.to === id && edge.marks.includes('unsafeguarded'))
  const said = marks.filter((mark) => !['rest', 'eea', 'adequate', 'outside', 'unnamed'].includes(mark)).map(markWords)
  return [...(isUnsafe ? [markWords('unsafeguarded')] : []), ...said]
}
