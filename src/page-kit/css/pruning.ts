// Pruning: keeps of the design system's stylesheet and tokens only what the product's pages can reach.

/** Rules of minified CSS whose every `utrecht-` class is used. */
export function pruneRules(css: string, used: ReadonlySet<string>): string {
  let kept = ''
  for (const { head, body } of rulesOf(css)) {
    if (head.startsWith('@media') || head.startsWith('@supports')) {
      const inner = pruneRules(body, used)
      if (inner) kept += `${head}{${inner}}`
    } else if (head.startsWith('@')) {
      // Keyframes and the like belong to parts that aren't used here.
      continue
    } else {
      const selectors = head.split(/,(?![^(]*\))/).filter((selector) => {
        const classes = selector.match(/\.[\w-]+/g)
        return classes?.every((name) => used.has(name.slice(1)))
      })
      if (selectors.length > 0) kept += `${selectors.join(',')}{${body}}`
    }
  }
  return kept
}

/** Custom properties of a theme file (`--name: value;` lines) that the CSS reaches, directly or by way of other tokens. */
export function reachableTokens(theme: string, css: string): string {
  const tokens = new Map<string, string>()
  for (const found of theme.matchAll(/^\s*(--[\w-]+):\s*(.*?);/gm)) tokens.set(found[1] ?? '', found[2] ?? '')
  const reached = new Set<string>()
  const follow = (text: string) => {
    for (const found of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
      const name = found[1] ?? ''
      const value = tokens.get(name)
      if (value === undefined || reached.has(name)) continue
      reached.add(name)
      follow(value)
    }
  }
  follow(css)
  return [...reached].sort().map((name) => `${name}:${tokens.get(name)}`).join(';')
}

function* rulesOf(css: string): Generator<{ head: string; body: string }> {
  let at = 0
  while (at < css.length) {
    const open = css.indexOf('{', at)
    if (open < 0) return
    let depth = 1
    let close = open
    while (depth > 0 && ++close < css.length) {
      if (css[close] === '{') depth += 1
      else if (css[close] === '}') depth -= 1
    }
    // Statements without a block (@charset, @import) stand before the head.
    const head = css.slice(at, open).split(';').at(-1)?.trim() ?? ''
    yield { head, body: css.slice(open + 1, close) }
    at = close + 1
  }
}
