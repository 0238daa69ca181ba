// Compare page: two profiles or versions beside each other.
import type { Child } from 'hono/jsx'
import { Button } from '../../page-kit/buttons.tsx'
import { FieldRow, Section } from '../../page-kit/form.tsx'
import { Comparison } from '../../page-kit/history.tsx'
import { Select } from '../../page-kit/inputs.tsx'
import { t } from '../../ground/words.ts'
import { countChanged, type Differences, differencesOf, type Row } from './differences.ts'
import type { Named } from './profile-refs.ts'

export function ComparePage({ action, choices, left, right }: { action: string; choices: readonly { value: string; label: string }[]; left: Named & { asked: string }; right: Named & { asked: string } }) {
  return (
    <>
      <form method="get" action={action} class="wb-form">
        <FieldRow>
          <Select name="van" label={t('Van', 'From')} value={left.asked} choices={choices} empty={null} width="full" />
          <Select name="naar" label={t('Naar', 'To')} value={right.asked} choices={choices} empty={null} width="full" />
        </FieldRow>
        <Button>{t('Vergelijk', 'Compare')}</Button>
      </form>
      <DifferencesView differences={differencesOf(left.profile, right.profile)} leftWords={left.words} rightWords={right.words} />
    </>
  )
}

/** What differs, and where nothing does, that; with the rows that are the same, unless `onlyChanged`. */
export function DifferencesView({ differences, leftWords, rightWords, onlyChanged }: { differences: Differences; leftWords: string; rightWords: string; onlyChanged?: boolean }) {
  const part = (heading: string, id: string, rows: readonly Row[]): Child => {
    const shown = rows.filter(({ changed }) => changed || !onlyChanged)
    return shown.length === 0 ? null : (
      <Section heading={heading} id={id}>
        <Comparison caption={differences.byPrinciple && id !== 'verschil-termijnen' ? heading : sayCount(rows.filter(({ changed }) => changed).length)} leftWords={leftWords} rightWords={rightWords}
          differences={shown.toSorted((one, other) => Number(other.changed) - Number(one.changed)).map(({ field, left, right, changed }) => ({ field, left: lines(left), right: lines(right), changed }))} />
      </Section>
    )
  }
  return (
    <>
      <p>{differences.byPrinciple ? t('Deze twee hebben geen norm gemeen. Hun normen staan per beginsel naast elkaar.', 'These two have no norm in common. Their norms stand beside each other by principle.')
        : countChanged(differences) === 0 ? t('Er zijn geen verschillen.', 'There are no differences.')
          : onlyChanged ? t('Hier staat alleen wat verschilt.', 'Here is only what differs.') : t('Wat verschilt, staat bovenaan.', 'What differs comes first.')}</p>
      {part(t('Over het profiel', 'About the profile'), 'verschil-profiel', differences.about)}
      {part(t('Termijnen', 'Terms'), 'verschil-termijnen', differences.parameters)}
      {part(t('Normen', 'Norms'), 'verschil-normen', differences.norms)}
    </>
  )
}

function lines(text: string): Child {
  return text.includes('\n') ? text.split('\n').flatMap((line, place) => place === 0 ? [line] : [<br />, line]) : text
}

function sayCount(count: number): string {
  return count === 1 ? t('Eén verschil', 'One difference') : t(`${count} verschillen`, `${count} differences`)
}
