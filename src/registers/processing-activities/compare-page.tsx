// Compare page: any two versions of an entry, or what is in force beside its proposal, field by field.
import { sayDay } from '../../ground/clock.ts'
import { say } from '../../ground/words.ts'
import { FieldRow } from '../../page-kit/form.tsx'
import { Comparison } from '../../page-kit/history.tsx'
import { Select } from '../../page-kit/inputs.tsx'
import { changesBetween } from '../../register-kit/changes.ts'
import type { Lookups } from '../../register-kit/entry.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { sayValue } from '../../register-kit/say-value.ts'
import { lookupsOf, type Version } from '../../register-kit/versions.ts'
import { type ActivityInput, type FieldKey, fields } from './declaration.ts'
import type { Activity } from './perform.ts'

type Side = { readonly key: string; readonly words: string; readonly input: ActivityInput; readonly lookups: Lookups }
export type Sides = { readonly left: Side; readonly right: Side }

/** The two sides asked for (`1`, `nu`, `voorstel`); what isn't there becomes the nearest sensible choice. */
export function comparedSides(activity: Activity, versions: readonly Version[], lookups: Lookups, from: string | undefined, to: string | undefined): Sides {
  const sideOf = (key: string | undefined): Side | undefined => {
    if (key === 'nu') return { key, words: 'Nu', input: activity.input, lookups }
    if (key === 'voorstel' && activity.proposal) return { key, words: 'Voorstel', input: activity.proposal.input as ActivityInput, lookups }
    const version = versions.find((one) => String(one.version) === key)
    return version && { key: String(version.version), words: `Versie ${version.version} (${sayDay(version.activatedAt)})`, input: { ...emptyInput(fields), ...version.snapshot.input as Partial<ActivityInput> }, lookups: lookupsOf(version.snapshot) }
  }
  return { left: sideOf(from) ?? sideOf(String(activity.system.version - 1)) ?? sideOf('nu')!, right: sideOf(to) ?? (activity.proposal ? sideOf('voorstel')! : sideOf('nu')!) }
}

export function ComparePage({ address, activity, versions, sides }: { address: string; activity: Activity; versions: readonly Version[]; sides: Sides }) {
  const choices = [
    ...(activity.proposal ? [{ value: 'voorstel', label: 'Voorstel' }] : []), { value: 'nu', label: 'Nu' },
    ...versions.map(({ version, activatedAt }) => ({ value: String(version), label: `Versie ${version} (${sayDay(activatedAt)})` })),
  ]
  const changed = new Set(changesBetween(fields, sides.left.input, sides.right.input).map(({ field }) => field))
  const rows = (Object.keys(fields) as FieldKey[]).map((key) => ({
    field: say(fields[key].words), changed: changed.has(key),
    left: sayValue(fields[key], sides.left.input[key], sides.left.lookups).join('; '), right: sayValue(fields[key], sides.right.input[key], sides.right.lookups).join('; '),
  })).filter(({ left, right }) => left !== '' || right !== '')
  return (
    <>
      <form method="get" action={address} class="wb-form">
        <FieldRow>
          <Select name="van" label="Van" value={sides.left.key} choices={choices} empty={null} />
          <Select name="naar" label="Naar" value={sides.right.key} choices={choices} empty={null} />
        </FieldRow>
        <button class="utrecht-button utrecht-button--secondary-action wb-button" type="submit"><span>Vergelijk</span></button>
      </form>
      <Comparison
        caption={changed.size === 0 ? 'Er zijn geen verschillen' : changed.size === 1 ? 'Eén veld verschilt' : `${changed.size} velden verschillen`}
        leftWords={sides.left.words} rightWords={sides.right.words} differences={rows.toSorted((one, other) => Number(other.changed) - Number(one.changed))}
      />
    </>
  )
}
