// Board filters: what of the norm board is shown, as it stands in the address.
import { say, t } from '../../ground/words.ts'
import { Select } from '../../page-kit/inputs.tsx'
import { FilterBar } from '../../page-kit/table.tsx'
import { type Board, type BoardQuery, boardAddress, keyIn, type View, views, wordsFor } from './board.ts'
import { statuses, statusWords } from './norm-words.ts'

export function BoardFilters({ base, board, query }: { base: string; board: Board; query: BoardQuery }) {
  const { profile } = board.policy
  const choices = (view: View) => [...new Map(profile.norms.map((norm) => [keyIn(profile, norm, view), wordsFor(profile, norm, view)]))].map(([value, label]) => ({ value, label, ...(view === 'hoofdstuk' ? { lang: 'nl' as const } : {}) }))
  const labels = filterWords()
  const selects = [
    { name: 'status', value: query.status, choices: statuses.map((status) => ({ value: status, label: say(statusWords[status]) })) },
    ...views.map((view) => ({ name: view, value: query.by[view], choices: choices(view) })),
    { name: 'bewijs', value: query.proof, choices: [{ value: 'gemeten', label: t('Uit gegevens gemeten', 'Measured from data') }, { value: 'verklaard', label: t('Door iemand verklaard', 'Stated by somebody') }] },
    { name: 'maatregelen', value: query.measures, choices: [{ value: 'met', label: t('Met een lopende maatregel', 'With an open measure') }, { value: 'zonder', label: t('Zonder lopende maatregel', 'Without an open measure') }] },
  ]
  const active = selects.flatMap(({ name, value, choices: options }) => value === undefined ? [] : [{
    label: labels[name]!, value: options.find((option) => option.value === value)?.label ?? value, lang: name === 'hoofdstuk' ? 'nl' as const : undefined, removeHref: boardAddress(base, query, { [name]: undefined }),
  }])
  return (
    <FilterBar
      action={base} clearHref={boardAddress(base, { view: query.view, by: {}, words: '' })} active={active} hidden={query.view === 'beginsel' ? {} : { weergave: query.view }}
      search={{ name: 'q', value: query.words, label: t('Zoek in de normen', 'Search the norms') }} open={false}
    >
      {selects.map(({ name, value, choices: options }) => <Select name={name} label={labels[name]!} value={value} choices={options} empty={t('Alles', 'All')} />)}
    </FilterBar>
  )
}

function filterWords(): Readonly<Record<string, string>> {
  return {
    status: t('Hoe het ervoor staat', 'How it stands'), beginsel: t('Beginsel', 'Principle'), hoofdstuk: t('Hoofdstuk van het beleid', 'Chapter of the policy'), rol: t('Verantwoordelijk', 'Responsible'),
    onderdeel: t('Onderdeel', 'Part'), bewijs: t('Waaruit het blijkt', 'What shows it'), maatregelen: t('Maatregelen', 'Measures'),
  }
}
