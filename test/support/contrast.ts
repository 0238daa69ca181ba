// Contrast: axe's dearest rule, on those parts of a page only of which no alike has passed: same letters in same colours, on same backgrounds, in the same place of the structure.
import type { Page } from 'playwright-core'
import type { AxeResults, NodeResult } from 'axe-core'

/** What passed in this process. What axe could not decide on never gets in, so it is looked at each time. */
const passed = new Set<string>()

/** Elements of which the letters don't stand out from what is behind them. The page must have axe. */
export async function contrastFaults(page: Page): Promise<Pick<NodeResult, 'target' | 'failureSummary'>[]> {
  const { passes, faults } = await page.evaluate(lookAtContrast, [...passed])
  for (const key of passes) passed.add(key)
  return faults
}

type Axe = { run: (context: { include: Element[] }, options: object) => Promise<AxeResults> }

/** Runs in the page. */
async function lookAtContrast(known: string[]) {
  const seen = new Set(known)
  const kinds = new Map<Element, string>()
  // Of an element and all that it stands in: where in the structure, and whatever colours it or hides it.
  const behind = (element: Element): string => {
    const before = kinds.get(element)
    if (before !== undefined) return before
    const style = getComputedStyle(element)
    const own = [
      element.localName, element.getAttribute('class') ?? '', style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode, style.position, style.zIndex, style.overflow, style.clipPath,
      getComputedStyle(element, '::before').content, getComputedStyle(element, '::after').content,
    ].join()
    const kind = element.parentElement ? `${behind(element.parentElement)}>${own}` : own
    kinds.set(element, kind)
    return kind
  }
  const kindOf = (element: Element): string => {
    const { color, fontSize, fontWeight, textShadow, visibility } = getComputedStyle(element)
    const text = `${behind(element)}|${[color, fontSize, fontWeight, textShadow, visibility, element.matches(':disabled'), element.getAttribute('aria-disabled')].join()}`
    // Two small numbers stand for a long text.
    let [one, other] = [5381, 52711]
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      one = Math.imul(one, 33) ^ code
      other = Math.imul(other, 31) + code | 0
    }
    return `${(one >>> 0).toString(36)}.${(other >>> 0).toString(36)}.${text.length}`
  }
  const hasLetters = (element: Element) => /^(input|select|textarea|button)$/.test(element.localName) || [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue!.trim() !== '')
  const unseen = [...document.querySelectorAll('body, body *')].filter((element) => element.checkVisibility() && hasLetters(element) && !seen.has(kindOf(element)))
  if (unseen.length === 0) return { passes: [], faults: [] }
  const axe: Axe = Reflect.get(window, 'axe')
  const { passes, violations } = await axe.run({ include: unseen }, { runOnly: { type: 'rule', values: ['color-contrast'] }, elementRef: true, resultTypes: ['passes', 'violations'] })
  return {
    passes: passes.flatMap(({ nodes }) => nodes.flatMap(({ element }) => element ? [kindOf(element)] : [])),
    faults: violations.flatMap(({ nodes }) => nodes.map(({ target, failureSummary }) => ({ target, failureSummary }))),
  }
}
