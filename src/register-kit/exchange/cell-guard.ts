// Formula guard: keeps a spreadsheet from running text as a formula, and takes back exactly what it added.
//
// The rule. A value is dangerous when, after any leading apostrophes and spaces, it starts with = + - @ (also in their
// full-width forms), or when it starts with a tab or line break. In CSV every dangerous value gets one apostrophe in
// front. In XLSX text is typed as text and can't run, so only a dangerous value that itself starts with an apostrophe
// gets one. Reading takes one apostrophe off a value that is dangerous without it. Because "dangerous" overlooks
// leading apostrophes, `'=x` is itself dangerous, is written `''=x`, and comes back as `'=x`.

const dangerous = /^'*(?:[\s\u0000]*[=+\-@＝＋－＠]|[\t\r\n])/

/** For CSV. `=SUM(A1)` → `'=SUM(A1)`, `'=x` → `''=x`; other text is unchanged. */
export function guarded(value: string): string {
  return dangerous.test(value) ? `'${value}` : value
}

/** For XLSX, where text is typed as text: only what `unguarded` would shorten is lengthened. */
export function guardedText(value: string): string {
  return value.startsWith("'") && dangerous.test(value) ? `'${value}` : value
}

/** The inverse of both. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && dangerous.test(cell.slice(1)) ? cell.slice(1) : cell
}

export function isDangerous(value: string): boolean {
  return dangerous.test(value)
}
