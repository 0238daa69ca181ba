// Labels: every word that a declaration gives people to read, by where it stands, and what may be wrong with one.
import type { Words } from '../../src/ground/words.ts'
import type { Field, Fields } from '../../src/register-kit/field-types.ts'
import type { Register } from '../../src/register-kit/register.ts'

export type Label = { readonly at: string; readonly words: Words | undefined }

export function labelsOf({ words, fields, sections, lifecycle, list, rules }: Register): Label[] {
  const { one, many, lead, empty } = words
  return [
    ...Object.entries({ one, many, lead, empty }).map(([key, pair]) => ({ at: `words.${key}`, words: pair })),
    ...ofFields('fields', fields),
    ...sections.map((section) => ({ at: `sections.${section.key}`, words: section.words })),
    ...Object.entries(lifecycle.statuses).map(([key, status]) => ({ at: `statuses.${key}`, words: status.words })),
    ...Object.entries(lifecycle.verbs).flatMap(([key, verb]) => [
      { at: `verbs.${key}`, words: verb.words }, { at: `verbs.${key}.done`, words: verb.done }, ...(verb.explain ? [{ at: `verbs.${key}.explain`, words: verb.explain }] : []), ...ofFields(`verbs.${key}`, verb.fields ?? {}),
    ]),
    ...list.filters.flatMap((filter) => filter.words ? [{ at: `filters.${filter.path}`, words: filter.words }] : []),
    ...Object.entries(rules).flatMap(([key, rule]) => [{ at: `rules.${key}`, words: rule.words }, { at: `rules.${key}.advice`, words: rule.advice }]),
  ]
}

/** Every field and column with its path (`purposes.kind`). */
export function everyField(fields: Fields): { readonly path: string; readonly field: Field }[] {
  return Object.entries(fields).flatMap(([name, field]) => [{ path: name, field }, ...(field.type === 'rows' ? Object.entries(field.columns).map(([column, cell]) => ({ path: `${name}.${column}`, field: cell as Field })) : [])])
}

/** What is wrong with labels: missing in a language, still to be written (between square brackets), with space around it, or the same twice where that isn't `same` in both languages. */
export function labelFaults(labels: readonly Label[], same: ReadonlySet<string>): string[] {
  return labels.flatMap(({ at, words }) => {
    const { nl = '', en = '' } = words ?? {}
    const texts = [nl, en]
    if (texts.some((text) => text.trim() === '')) return [`${at} isn’t said in both languages`]
    if (texts.some((text) => /[[\]]/.test(text))) return [`${at} is still to be written: ${nl} / ${en}`]
    if (texts.some((text) => text !== text.trim() || /\s{2}/.test(text))) return [`${at} has space that doesn’t belong there`]
    return nl === en && !same.has(nl) ? [`${at} is the same in both languages: ${nl}`] : []
  })
}

function ofFields(base: string, fields: Fields): Label[] {
  return everyField(fields).flatMap(({ path, field }) => [
    { at: `${base}.${path}`, words: field.words }, ...(field.help ? [{ at: `${base}.${path}.help`, words: field.help }] : []), ...(field.type === 'rows' ? [{ at: `${base}.${path}.one`, words: field.one }] : []),
    ...(field.type === 'number' && field.unit ? [{ at: `${base}.${path}.unit`, words: field.unit }] : []),
    ...(field.type === 'choice' || field.type === 'choices' ? field.choices.map((choice) => ({ at: `${base}.${path}=${choice.key}`, words: choice.words })) : []),
  ])
}
