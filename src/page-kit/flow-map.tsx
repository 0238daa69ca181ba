// Flow map: a flow picture as SVG: boxes in columns that are links, lines between them, and a legend in words. Colours come from the stylesheet alone.
import type { Child } from 'hono/jsx'
import { t } from '../ground/words.ts'
import { registerIsland } from './assets.ts'
import { type FlowLayout, layFlow, type PlacedBox, type PlacedHeading, type PlacedLine, textSize } from './flow-layout.ts'
import type { Box, BoxLook, FlowPicture, LineLook } from './flow-picture.ts'

/** For `<Page islands={[flowIsland]}>`: what is pointed at stands out with its own lines. The map is whole without it. */
export const flowIsland = 'flow-map'
registerIsland(flowIsland, new URL('./islands/flow-map.ts', import.meta.url))

export type LegendItem = { readonly sign: { box: BoxLook } | { line: LineLook } | { weights: true }; readonly words: string }

/** From this many lines on they are drawn lighter, so that the boxes stay in front. */
const dense = 70
/** Wider than this for its height, a map is printed on a sheet on its side. */
const widePaper = 1.2

/** The picture with its legend. `id` is unique on the page; `about` says in a sentence what a reader who doesn't see it misses, and where the same facts stand in words. */
export function FlowMap({ id, title, about, picture, legend, children }: { id: string; title: string; about: string; picture: FlowPicture; legend?: readonly LegendItem[]; children?: Child }) {
  const layout = layFlow(picture)
  return (
    <figure class={layout.width > layout.height * widePaper ? 'wb-flow wb-flow--wide' : 'wb-flow'} data-flow>
      <div class="wb-flow__region" role="region" aria-label={t(`${title} (schuift opzij)`, `${title} (scrolls sideways)`)} tabindex={0}>
        <FlowDrawing id={id} title={title} about={about} layout={layout} />
      </div>
      {(legend || children) && (
        <figcaption class="wb-flow__caption">
          {legend && <ul class="wb-flow__legend" aria-label={t('Legenda', 'Legend')}>{legend.map(({ sign, words }) => <li><LegendSign sign={sign} /><span>{words}</span></li>)}</ul>}
          {children}
        </figcaption>
      )}
    </figure>
  )
}

// Not `role="img"`: that would hide the links in it from assistive technology.
function FlowDrawing({ id, title, about, layout }: { id: string; title: string; about: string; layout: FlowLayout }) {
  const look = layout.lines.length > dense ? 'wb-flow__drawing wb-flow__drawing--dense' : 'wb-flow__drawing'
  return (
    <svg class={look} viewBox={`0 0 ${layout.width} ${layout.height}`} role="group" aria-labelledby={`${id}-titel`} aria-describedby={`${id}-uitleg`}>
      <title id={`${id}-titel`}>{title}</title>
      <desc id={`${id}-uitleg`}>{about}</desc>
      <FlowContents layout={layout} linked />
    </svg>
  )
}

/** What is drawn, without the `svg` around it. `linked`: boxes are links, and columns are lists for who doesn't see them. */
export function FlowContents({ layout: { headings, groupHeadings, arrows, boxes, lines }, linked }: { layout: FlowLayout; linked?: boolean }) {
  return (
    <>
      <g aria-hidden="true">
        {arrows.map((x) => <path class="wb-flow__arrow" d={`M${x - 3} 6l5 5-5 5`} />)}
        {headings.map((heading) => <Heading heading={heading} size={textSize.heading} look="wb-flow__heading" />)}
        {groupHeadings.map((heading) => <Heading heading={heading} size={textSize.groupHeading} look="wb-flow__group" />)}
      </g>
      <g aria-hidden="true">{lines.toSorted(quietFirst).map((line) => <DrawnLine {...line} />)}</g>
      {headings.map((heading, index) => (
        <g role={linked ? 'list' : undefined} aria-label={linked ? heading.words : undefined}>
          {boxes.filter(({ column }) => column === index).map((box) => <g role={linked ? 'listitem' : undefined}>{linked && box.box.href ? <LinkedBox {...box} /> : <DrawnBox {...box} />}</g>)}
        </g>
      ))}
    </>
  )
}

function Heading({ heading, size, look }: { heading: PlacedHeading; size: number; look: string }) {
  return <text class={look} x={heading.x} y={heading.y} font-size={size}>{heading.words}</text>
}

function DrawnLine({ line, path, thickness }: PlacedLine) {
  return <path class={`wb-flow__line wb-flow__line--${line.look ?? 'plain'}`} d={path} stroke-width={thickness} data-from={line.from} data-to={line.to}>{line.words && <title>{line.words}</title>}</path>
}

// The title says in full what the lines in the box may say shortened: it is the link's name, and what shows under a pointer.
function LinkedBox(placed: PlacedBox) {
  return <a class="wb-flow__link" href={placed.box.href}><FullWords {...placed.box} /><DrawnBox {...placed} /></a>
}

function FullWords({ words, detail, tags = [], linkWords }: Box) {
  return <title>{[words, detail, ...tags, linkWords].filter(Boolean).join('\n')}</title>
}

function DrawnBox({ box, x, y, width, height, lines }: PlacedBox) {
  const look = box.look ?? 'plain'
  return (
    <g class={`wb-flow__box wb-flow__box--${look}`} transform={`translate(${x} ${y})`} data-box={box.id}>
      {box.href === undefined && <FullWords {...box} />}
      <rect class="wb-flow__frame" x={0.5} y={0.5} width={width - 1} height={height - 1} rx={7} />
      {(look === 'caution' || look === 'alarm') && <path class="wb-flow__edge" d={`M4 ${height - 1}a3.5 3.5 0 0 1-3.5-3.5V4.5A3.5 3.5 0 0 1 4 1Z`} />}
      {lines.map(({ words, kind, isFirst, y: baseline }) => (
        <>
          {kind === 'tag' && isFirst && (look === 'main' || look === 'plain' ? <circle class="wb-flow__dot" cx={17} cy={baseline - 4} r={2.25} /> : <path class="wb-flow__sign" d={warningSign(baseline)} />)}
          <text class={`wb-flow__${kind}`} x={kind === 'tag' ? 28 : 12} y={baseline} font-size={textSize[kind]}>{words}</text>
        </>
      ))}
    </g>
  )
}

function warningSign(baseline: number): string {
  return `M12.5 ${baseline}l5.25-9.5L23 ${baseline}ZM17.75 ${baseline - 6}v2.6M17.75 ${baseline - 1.7}v.01`
}

function LegendSign({ sign }: { sign: LegendItem['sign'] }) {
  return (
    <svg class="wb-flow__sample" viewBox="0 0 34 16" width={34} height={16} aria-hidden="true" focusable="false">
      {'weights' in sign && <><path class="wb-flow__line wb-flow__line--plain" d="M1 4h32" stroke-width={1.5} /><path class="wb-flow__line wb-flow__line--plain" d="M1 11h32" stroke-width={5} /></>}
      {'line' in sign && <path class={`wb-flow__line wb-flow__line--${sign.line}`} d="M1 8h32" stroke-width={2.25} />}
      {'box' in sign && <g class={`wb-flow__box wb-flow__box--${sign.box}`}><rect class="wb-flow__frame" x={1} y={1} width={32} height={14} rx={4} /></g>}
    </svg>
  )
}

/** What asks for attention is drawn last, over the rest. */
function quietFirst({ line: one }: PlacedLine, { line: other }: PlacedLine): number {
  const weight = { plain: 0, caution: 1, alarm: 2 }
  return weight[one.look ?? 'plain'] - weight[other.look ?? 'plain']
}
