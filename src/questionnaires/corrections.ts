// Corrections: places where a definition evidently says something else than it means, set right as data; the files themselves stay as the State published them.
import type { RawDefinition, RawItem } from './definition-schema.ts'

export type Correction = { readonly urn: string; readonly version: string; readonly at: string; readonly why: string; readonly mend: (item: RawItem) => RawItem }

/** Without these a processing of children’s data in the pre-scan would score nothing, and three questions would never be asked. */
export const corrections: readonly Correction[] = [
  {
    urn: 'urn:nl:prescan', version: '2.0', at: '1.1.3', why: 'The condition’s value stands between quotation marks, so that no answer ever equals it.',
    mend: unquoted,
  },
  {
    urn: 'urn:nl:prescan', version: '2.0', at: '1.4.2', why: 'The condition’s value stands between quotation marks, so that no answer ever equals it.',
    mend: unquoted,
  },
  {
    urn: 'urn:nl:prescan', version: '2.0', at: '1.4.1', why: 'The weights name the options without what stands before the colon, so that none of them counts.',
    mend: (item) => reckoned(item, (expression) => listed(expression, (name) => `Categorie betrokkenen: ${name}`)),
  },
  {
    urn: 'urn:nl:prescan', version: '2.0', at: '5.1.2', why: 'The weights name the options without what stands before the colon, so that none of them counts.',
    mend: (item) => reckoned(item, (expression) => listed(expression, (name) => `Basisregistratie: ${name === 'Adressen en Gebouwen (BAG)' ? `Basisregistratie ${name}` : name}`)),
  },
  {
    urn: 'urn:nl:prescan', version: '2.0', at: '2.1.8', why: 'It looks at 0.4.1, which isn’t there; the question about the cloud is 0.5.1.',
    mend: (item) => reckoned(item, (expression) => expression.replaceAll("'0.4.1'", "'0.5.1'")),
  },
  {
    urn: 'urn:nl:prescan', version: '2.0', at: '7.1.3', why: 'It compares answers, which are texts, with true, which they never are.',
    mend: (item) => reckoned(item, (expression) => expression.replaceAll(/answers\('(7\.1\.\d)'\) (==|!=) true/g, "bool(answers('$1')) $2 true")),
  },
]

export function corrected(definition: RawDefinition): RawDefinition {
  const mine = corrections.filter(({ urn, version }) => urn === definition.urn && version === definition.version)
  const mended = (item: RawItem): RawItem => {
    const own = mine.filter(({ at }) => at === item.id).reduce((one, { mend }) => mend(one), item)
    return own.tasks ? { ...own, tasks: own.tasks.map(mended) } : own
  }
  return { ...definition, tasks: definition.tasks.map(mended) }
}

function unquoted(item: RawItem): RawItem {
  return {
    ...item,
    dependencies: item.dependencies?.map((one) => one.type === 'conditional' && typeof one.condition.value === 'string' ? { ...one, condition: { ...one.condition, value: one.condition.value.replace(/^'(.*)'$/, '$1') } } : one),
  }
}

function reckoned(item: RawItem, change: (expression: string) => string): RawItem {
  const changed = <T extends { expression: string }>(calculation: T): T => ({ ...calculation, expression: change(calculation.expression) })
  return {
    ...item, ...(item.calculation ? { calculation: changed(item.calculation) } : {}),
    dependencies: item.dependencies?.map((one) => one.type === 'conditional' && one.calculation ? { ...one, calculation: changed(one.calculation) } : one),
  }
}

/** Renames the texts of the first list in an expression. */
function listed(expression: string, rename: (name: string) => string): string {
  return expression.replace(/\[[^\]]*\]/, (list) => list.replaceAll(/'([^']*)'/g, (_, name: string) => `'${rename(name)}'`))
}
