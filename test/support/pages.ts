// Pages as a reader takes them in: what HTML says without its tags, and what a list lists.

/** The text of a page or part: no tags, entities as they read, every run of space as one. */
export function textOf(html: string): string {
  return spaced(unescaped(html.replace(/<(style|script)\b[^]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ')))
}

export function spaced(text: string): string {
  return text.replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim()
}

/** Ids of the entries that a list shows, in order. */
export function listedIds(html: string, base: string): string[] {
  const body = /<tbody\b[^]*?<\/tbody>/.exec(html)?.[0] ?? ''
  return [...new Set([...body.matchAll(new RegExp(`href="${base}/([0-9a-f-]{36})"`, 'g'))].map(([, id]) => id!))]
}

/** What a browser would send of the form that goes to this address, if nobody touched it. */
export function controlsOf(html: string, action: RegExp): Record<string, string[]> {
  const form = [...html.matchAll(/<form\b[^>]*>[^]*?<\/form>/g)].map(([found]) => found).find((found) => action.test(attributeOf(found, 'action') ?? ''))
  if (form === undefined) throw new Error(`no form on this page goes to ${action.source}`)
  const found: [string, string][] = []
  for (const [all, input, , select, , area] of form.replace(/<template\b[^]*?<\/template>/g, '').matchAll(/(<input\b[^>]*>)|(<select\b[^>]*>)([^]*?)<\/select>|(<textarea\b[^>]*>)([^]*?)<\/textarea>/g)) {
    const name = attributeOf(all, 'name')
    if (name === undefined) continue
    if (input !== undefined) {
      if (/type="(submit|button|file)"/.test(input) || (/type="(checkbox|radio)"/.test(input) && !/\schecked/.test(input))) continue
      found.push([name, attributeOf(input, 'value') ?? ''])
    } else if (select !== undefined) {
      const options = [...select.matchAll(/<option\b[^>]*>/g)].map(([option]) => option)
      found.push([name, attributeOf(options.find((option) => /\sselected/.test(option)) ?? options[0] ?? '', 'value') ?? ''])
    } else found.push([name, unescaped(area ?? '').replace(/^\n/, '')])
  }
  return Object.fromEntries([...Map.groupBy(found, ([name]) => name)].map(([name, values]) => [name, values.map(([, value]) => value)]))
}

/** An attribute of the tag that a piece of HTML begins with. */
function attributeOf(html: string, name: string): string | undefined {
  const value = new RegExp(`^<[^>]*?\\s${name}="([^"]*)"`).exec(html)?.[1]
  return value === undefined ? undefined : unescaped(value)
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', `'`).replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&')
}
