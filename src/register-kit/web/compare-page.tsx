// Compare page: any two versions of an entry, or what is in force beside its proposal, field by field.
import { sayDay } from '../../ground/clock.ts'
import { say, t } from '../../ground/words.ts'
import { Button } from '../../page-kit/buttons.tsx'
import { FieldRow, Section } from '../../page-kit/form.tsx'
import { Comparison } from '../../page-kit/history.tsx'
import { Select } from '../../page-kit/inputs.tsx'
import { changesBetween } from '../changes.ts'
import type { AnyInput, Entry, Lookups } from '../entry.ts'
import { emptyInput, isWholeText } from '../field-types.ts'
import type { Register } from '../register.ts'
import { sayValue } from '../say-value.ts'
import { lookupsOf, type Version } from '../versions.ts'
import { TextComparison } from './text-comparison.tsx'

type Side = { readonly key: string; readonly words: string; readonly input: AnyInput; readonly lookups: Lookups }
export type Sides = { readonly left: Side; readonly right: Side }

/** The two sides asked for (`1`, `nu`, `voorstel`); what isn't there becomes the nearest sensible choice. */
export function comparedSides(register: Register, entry: Entry, versions: readonly Version[], lookups: Lookups, from: string | undefined, to: string | undefined): Sides {
  const now: Side = { key: 'nu', words: t('Nu', 'Now'), input: entry.input, lookups }
  const proposed: Side | undefined = entry.proposal && { key: 'voorstel', words: t('Voorstel', 'Proposal'), input: entry.proposal.input, lookups }
  const sideOf = (key: string | undefined): Side | undefined => {
    if (key === 'nu') return now
    if (key === 'voorstel') return proposed
    const version = versions.find((one) => String(one.version) === key)
    return version && { key: String(version.version), words: sayVersion(version), input: { ...emptyInput(register.fields), ...version.snapshot.input }, lookups: lookupsOf(version.snapshot) }
  }
  return { left: sideOf(from) ?? sideOf(String(entry.system.version - 1)) ?? now, right: sideOf(to) ?? proposed ?? now }
}

export function ComparePage({ register, address, entry, versions, sides: { left, right } }: { register: Register; address: string; entry: Entry; versions: readonly Version[]; sides: Sides }) {
  const choices = [
    ...(entry.proposal ? [{ value: 'voorstel', label: t('Voorstel', 'Proposal') }] : []), { value: 'nu', label: t('Nu', 'Now') },
    ...versions.map((version) => ({ value: String(version.version), label: sayVersion(version) })),
  ]
  const changed = new Set(changesBetween(register.fields, left.input, right.input).map(({ field }) => field))
  const rows = Object.entries(register.fields).filter(([, field]) => !isWholeText(field)).map(([key, field]) => ({
    field: say(field.words), changed: changed.has(key),
    left: sayValue(field, left.input[key], left.lookups).join('; '), right: sayValue(field, right.input[key], right.lookups).join('; '),
  })).filter((row) => row.left !== '' || row.right !== '')
  const texts = Object.entries(register.fields).filter(([key, field]) => isWholeText(field) && ((left.input[key] ?? '') !== '' || (right.input[key] ?? '') !== ''))
  return (
    <>
      <form method="get" action={address} class="wb-form">
        <FieldRow>
          <Select name="van" label={t('Van', 'From')} value={left.key} choices={choices} empty={null} />
          <Select name="naar" label={t('Naar', 'To')} value={right.key} choices={choices} empty={null} />
        </FieldRow>
        <Button>{t('Vergelijk', 'Compare')}</Button>
      </form>
      <Comparison caption={sayDifferences(changed.size)} leftWords={left.words} rightWords={right.words} differences={rows.toSorted((one, other) => Number(other.changed) - Number(one.changed))} />
      {texts.map(([key, field]) => (
        <Section heading={say(field.words)} id={`vergelijk-${key}`}>
          <TextComparison left={String(left.input[key] ?? '')} right={String(right.input[key] ?? '')} />
        </Section>
      ))}
    </>
  )
}

function sayVersion({ version, activatedAt }: Version): string {
  return `${t('Versie', 'Version')} ${version} (${sayDay(activatedAt)})`
}

function sayDifferences(count: number): string {
  if (count === 0) return t('Er zijn geen verschillen', 'There are no differences')
  return count === 1 ? t('Eén veld verschilt', 'One field differs') : t(`${count} velden verschillen`, `${count} fields differ`)
}
