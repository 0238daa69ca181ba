// Filling a letter: merge fields become words; what isn't known becomes a gap that everybody sees, `[[…]]`, and a letter with a gap can't be finalised. Pure.

/** Words by field. Null or absent isn't known; an empty text has nothing to say. Several values are a list. */
export type MergeValues = Readonly<Record<string, string | readonly string[] | null | undefined>>

/** `label` says what belongs in the gap of a field that isn't known; `kept` are fields that stay, for a list to fill in. */
export function fillLetter(text: string, values: MergeValues, label: (field: string) => string, kept: readonly string[] = []): string {
  const lines = text.split('\n').flatMap((line) => {
    const alone = /^\{\{([a-z0-9_]+)\}\}$/.exec(line.trim())
    if (!alone || kept.includes(alone[1]!)) return [line.replace(mergeField, (whole, field: string) => kept.includes(field) ? whole : inLine(values[field], label(field)))]
    const value = values[alone[1]!]
    if (value === null || value === undefined) return [gap(label(alone[1]!))]
    if (typeof value === 'string') return value === '' ? [] : [harmless(value)]
    return value.map((one) => `- ${harmless(one).replace(/\s*\n\s*/g, ' ')}`)
  })
  return lines.join('\n').replace(/\n{3,}/g, '\n\n').trim()
}

/** Names of the merge fields in a text, each once. */
export function mergeFieldsIn(text: string): string[] {
  return [...new Set([...text.matchAll(mergeField)].map(([, field]) => field!))]
}

/** What is still open in a text, as its writer reads it. `allowed` are merge fields that a list fills in. */
export function gapsIn(text: string, allowed: readonly string[] = []): string[] {
  return [...[...text.matchAll(/\[\[([^\]]*)\]\]/g)].map(([, words]) => words!.trim()), ...mergeFieldsIn(text).filter((field) => !allowed.includes(field)).map((field) => `{{${field}}}`)]
}

const mergeField = /\{\{([a-z0-9_]+)\}\}/g

function inLine(value: MergeValues[string], label: string): string {
  if (value === null || value === undefined) return gap(label)
  return harmless(typeof value === 'string' ? value : value.join(', ')).replace(/\s*\n\s*/g, ' ')
}

function gap(label: string): string {
  return `[[${label}]]`
}

/** What a value says is words: it opens no gap and is no field. */
function harmless(value: string): string {
  return value.replace(/([[{])(?=\1)/g, '$1 ').trim()
}
