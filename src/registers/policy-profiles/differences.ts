// Differences: what two policy profiles say differently, for who compares them. Pure.
import { sayDay } from '../../ground/clock.ts'
import { partsOf } from '../../policy/evidence.ts'
import { sayParameter, parameterWords } from '../../policy/parameter-words.ts'
import { principleKeys, principles } from '../../policy/principles.ts'
import { parameterNames } from '../../policy/profile.ts'
import type { Norm, Profile } from '../../policy/profiles.ts'
import { say, t } from '../../ground/words.ts'
import { sayEvidenceRule, sayResponsible } from './words.ts'

export type Row = { readonly key: string; readonly field: string; readonly left: string; readonly right: string; readonly changed: boolean }
export type Differences = {
  readonly about: readonly Row[]
  readonly parameters: readonly Row[]
  /** One for each norm of either, or, where the two have no norm in common, one for each principle. */
  readonly norms: readonly Row[]
  readonly byPrinciple: boolean
}

export function differencesOf(left: Profile, right: Profile): Differences {
  const shared = left.norms.some(({ id }) => right.norms.some((other) => other.id === id))
  // What never was the same wasn't changed: two policies just stand beside each other.
  const beside = (rows: readonly Row[]) => shared ? rows : rows.map((one) => ({ ...one, changed: false }))
  return {
    about: beside(aboutRows(left, right)), parameters: parameterNames.map((name) => row(name, say(parameterWords[name]), sayParameter(left, name) ?? '', sayParameter(right, name) ?? '')).filter(isSaid),
    norms: shared ? normRows(left, right) : beside(principleRows(left, right)), byPrinciple: !shared,
  }
}

export function countChanged({ about, parameters, norms }: Differences): number {
  return [...about, ...parameters, ...norms].filter(({ changed }) => changed).length
}

/** A norm as one text, so that it can stand beside another. */
export function sayNorm(norm: Norm): string {
  return [
    norm.text, `${t('Wie', 'Who')}: ${[norm.role, ...norm.also ?? []].map(sayResponsible).join(', ')}.`, `${t('Bewijs', 'Evidence')}: ${partsOf(norm.evidence).map(sayEvidenceRule).join('; ')}.`,
    ...(norm.conflicts ? [`${t('Strijdig met de wet', 'Conflicts with law')}: ${norm.conflicts}`] : []), ...(norm.note ? [`${t('Let op', 'Mind')}: ${norm.note}`] : []),
  ].join('\n')
}

function aboutRows(left: Profile, right: Profile): Row[] {
  const factor = ({ second_factor }: Profile) => second_factor === 'required' ? t('Verplicht', 'Required') : t('De organisatie kiest zelf', 'The organisation chooses')
  return [
    row('title', t('Titel', 'Title'), left.title, right.title), row('version', t('Uitgave', 'Edition'), left.version, right.version), row('source', t('Bron', 'Source'), left.source, right.source),
    row('adopted', t('Vastgesteld', 'Adopted'), sayAdopted(left), sayAdopted(right)), row('second_factor', t('Tweede stap bij het inloggen', 'Second step at sign-in'), factor(left), factor(right)),
  ].filter(isSaid)
}

export function sayAdopted({ adopted }: Profile): string {
  return adopted.map(({ body, on }) => `${body} (${on.length === 10 ? sayDay(on) : on})`).join(', ')
}

function normRows(left: Profile, right: Profile): Row[] {
  const ids = [...new Set([...left.norms, ...right.norms].map(({ id }) => id))].toSorted()
  const find = ({ norms }: Profile, id: string) => norms.find((norm) => norm.id === id)
  return ids.map((id) => {
    const [one, other] = [find(left, id), find(right, id)]
    // Evidence is said in short: what differs in its small print differs too.
    return { ...row(id, id, one ? sayNorm(one) : '', other ? sayNorm(other) : ''), changed: JSON.stringify(one) !== JSON.stringify(other) }
  })
}

function principleRows(left: Profile, right: Profile): Row[] {
  const under = ({ norms }: Profile, key: string) => norms.filter(({ principle }) => principle === key).map(({ id, text }) => `${id}: ${text}`).join('\n')
  return principleKeys.map((key) => row(key, say(principles[key]), under(left, key), under(right, key))).filter(isSaid)
}

function row(key: string, field: string, left: string, right: string): Row {
  return { key, field, left, right, changed: left !== right }
}

function isSaid({ left, right }: Row): boolean {
  return left !== '' || right !== ''
}
