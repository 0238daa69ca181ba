// View parameters: what of a list's address makes a view: words, filters, order, size and columns, but not the page or a passing notice.
export const mostParameterLetters = 4000

/** Parameters that say where in the list one is, or what was just done; the view itself goes under `weergave`. */
const passing = new Set(['na', 'voor', 'filters', 'gedaan', 'bewaard', 'weergave', 'vervallen'])

/** The text that is kept: sorted, each pair once, without what is empty or passing. */
export function viewText(parameters: URLSearchParams): string {
  const pairs = [...parameters].filter(([name, value]) => value !== '' && !passing.has(name)).map(([name, value]) => new URLSearchParams([[name, value]]).toString())
  return [...new Set(pairs)].toSorted().join('&')
}

/** What one person calls the same view, however its filters were clicked together. */
export function isSameView(one: URLSearchParams, other: URLSearchParams): boolean {
  return viewText(one) === viewText(other)
}

/** A list's address with a view: `base?status=active&weergave=<id>`. The id says which one was chosen, also where it no longer means what it meant. */
export function viewAddress(base: string, parameters: URLSearchParams, id: string): string {
  const text = viewText(parameters)
  return `${base}?${text === '' ? '' : `${text}&`}weergave=${id}`
}

/** The list as it is without any view, for whoever has one by default. */
export function allEntriesAddress(base: string): string {
  return `${base}?weergave=alle`
}
