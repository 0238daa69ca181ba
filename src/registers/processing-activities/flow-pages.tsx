// Flow pages: what every page of a flow map shows: the picture, and the table that says the same in words.
import type { Child } from 'hono/jsx'
import { t } from '../../ground/words.ts'
import { Link } from '../../page-kit/buttons.tsx'
import { Details } from '../../page-kit/document.tsx'
import { FlowMap as FlowFigure } from '../../page-kit/flow-map.tsx'
import { Section } from '../../page-kit/form.tsx'
import { type Column, Table } from '../../page-kit/table.tsx'
import { type Drawing, drawFlow, legendOf } from './flow-drawing.ts'
import type { FlowMap, FlowNode } from './flow-model.ts'
import { type FlowRow, rowsOf } from './flow-rows.ts'
import { aboutMap, countWords, inOneLine, kindsWords, kindWords, lowered, markWords } from './flow-words.ts'

/** The table of a register with more rows than this is folded away below the picture. */
const openRows = 30

/** Picture and table of one map. */
export function FlowView({ map, title, drawing }: { map: FlowMap; title: string; drawing: Drawing }) {
  const rows = rowsOf(map)
  const table = <FlowTable rows={rows} drawing={drawing} />
  const count = countWords(rows.length)
  return (
    <>
      <FlowFigure id="kaart" title={title} about={aboutMap(map)} picture={drawFlow(map, drawing)} legend={legendOf(map)} />
      <Section id="stromen" heading={t('Dezelfde stromen in een tabel', 'The same flows in a table')}>
        {drawing.of === 'entry' || rows.length <= openRows ? table : <Details summary={t(`Toon alle ${count} stromen`, `Show all ${count} flows`)}>{table}</Details>}
      </Section>
    </>
  )
}

function FlowTable({ rows, drawing }: { rows: readonly FlowRow[]; drawing: Drawing }) {
  const point = (node: FlowNode): Child => {
    // A page about one processing doesn't link to it in every row.
    const href = drawing.of === 'entry' && node.kind === 'processing' ? undefined : drawing.hrefOf(node)
    return <>{href ? <Link href={href}>{node.words}</Link> : node.words} <span class="wb-subtle wb-small">({kindWords(node.kind, drawing.per).toLowerCase()})</span></>
  }
  const columns: Column<FlowRow>[] = [
    { key: 'from', header: t('Van', 'From'), names: true, cell: ({ from }) => point(from) },
    { key: 'to', header: t('Naar', 'To'), cell: ({ to }) => point(to) },
    { key: 'words', header: t('Toelichting', 'Explanation'), cell: ({ words, to }) => inOneLine([words, ...remarksOn(to, words)]) || <span class="wb-subtle">–</span> },
    // Where each flow is of one processing, a column of ones says nothing.
    ...(rows.every(({ edge }) => edge.entries === 1) ? [] : [{ key: 'entries', header: kindsWords('processing'), numeric: true, cell: entriesOf }]),
  ]
  const empty = <p class="wb-subtle">{t('Er zijn geen stromen ingevuld.', 'No flows are filled in.')}</p>
  return <Table<FlowRow> caption={t('Gegevensstromen', 'Data flows')} captionHidden columns={columns} rows={rows} empty={empty} />
}

function entriesOf({ edge, from, to }: FlowRow): string {
  const count = countWords(edge.entries)
  return from.marks.includes('rest') || to.marks.includes('rest') ? t(`ten minste ${count}`, `at least ${count}`) : count
}

/** What is wrong with the place that data go to, unless the entry's own words say so already. */
function remarksOn({ marks }: FlowNode, words: string): string[] {
  return marks.filter((mark) => mark === 'no-agreement' || mark === 'unencrypted').map((mark) => lowered(markWords(mark))).filter((said) => !words.toLowerCase().includes(said.toLowerCase()))
}

export type ListedPoint = { readonly words: string; readonly href: string | undefined; readonly entries: number | undefined }

/** What a "rest" box stands for: every point of a kind, with the way to its own map. */
export function PointList({ points, title }: { points: readonly ListedPoint[]; title: string }) {
  const counted: Column<ListedPoint> = { key: 'entries', header: kindsWords('processing'), numeric: true, cell: ({ entries }) => entries === undefined ? '' : countWords(entries) }
  return (
    <Table<ListedPoint>
      caption={title} captionHidden rows={points} empty={<p class="wb-subtle">{t('Hier staat niets.', 'There is nothing here.')}</p>}
      columns={[
        { key: 'name', header: t('Naam', 'Name'), names: true, cell: ({ words, href }) => href ? <Link href={href}>{words}</Link> : words },
        ...(points.some(({ entries }) => entries !== undefined) ? [counted] : []),
      ]}
    />
  )
}
