// Flow file: a flow picture as an SVG file that stands by itself: its stylesheet goes along, with the colours that the tokens have on paper.
import { raw } from 'hono/html'
import { preparedAssets } from './assets.ts'
import { layFlow } from './flow-layout.ts'
import { FlowContents } from './flow-map.tsx'
import type { FlowPicture } from './flow-picture.ts'

const margin = 28
const headRoom = 66

/** The file's text. `below` stands under the title: whose map it is and of which day. */
export async function flowFile({ title, below, about, picture }: { title: string; below: string; about: string; picture: FlowPicture }): Promise<string> {
  const css = (await preparedAssets()).find(({ name }) => name === 'app.css')?.plain.toString() ?? ''
  const layout = layFlow(picture)
  const [width, height] = [layout.width + 2 * margin, layout.height + margin + headRoom]
  const drawing = (
    <svg xmlns="http://www.w3.org/2000/svg" class="wb-flow" viewBox={`${-margin} ${-headRoom} ${width} ${height}`} width={width} height={height} role="img" aria-labelledby="titel" aria-describedby="uitleg">
      <title id="titel">{title}</title>
      <desc id="uitleg">{about}</desc>
      {raw(`<style>${flowRules(css)}</style>`)}
      <rect class="wb-flow__paper" x={-margin} y={-headRoom} width={width} height={height} />
      <text class="wb-flow__heading" x={0} y={-36} font-size={19}>{title}</text>
      <text class="wb-flow__group" x={0} y={-16} font-size={12.5}>{below}</text>
      <FlowContents layout={layout} />
    </svg>
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${String(drawing)}`
}

/** The rules of the stylesheet that colour a flow map, outside any @media, each token replaced by what it stands for in the light theme. */
function flowRules(css: string): string {
  const rules = topRules(css)
  const tokens = new Map<string, string>()
  for (const { selector, body } of rules) {
    if (!selector.split(',').includes('.voorbeeld-theme')) continue
    for (const [, name, value] of body.matchAll(/(--[\w-]+):((?:[^;"(]|"[^"]*"|\((?:[^()"]|"[^"]*"|\([^()]*\))*\))*)/g)) tokens.set(name!, value!)
  }
  return rules.filter(({ selector }) => selector.includes('.wb-flow') && !selector.includes(':')).map(({ selector, body }) => `${selector}{${resolved(body, tokens)}}`).join('')
}

function resolved(body: string, tokens: ReadonlyMap<string, string>, depth = 0): string {
  return body.replace(/var\((--[\w-]+)\)/g, (_, name: string) => depth > 20 ? 'inherit' : resolved(tokens.get(name) ?? 'inherit', tokens, depth + 1))
}

function topRules(css: string): { selector: string; body: string }[] {
  const rules: { selector: string; body: string }[] = []
  let depth = 0
  let start = 0
  let open = 0
  for (let at = 0; at < css.length; at++) {
    if (css[at] === '{' && depth++ === 0) open = at
    else if (css[at] === '}' && --depth === 0) {
      const selector = css.slice(start, open).trim()
      if (!selector.startsWith('@')) rules.push({ selector, body: css.slice(open + 1, at) })
      start = at + 1
    } else if (css[at] === '"') at = css.indexOf('"', at + 1)
    else if (css[at] === "'") at = css.indexOf("'", at + 1)
    if (at < 0) break
  }
  return rules
}
