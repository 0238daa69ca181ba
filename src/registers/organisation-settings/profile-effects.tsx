// Profile effects: what a policy profile sets in the product, in words.
import { sayParameter, parameterWords } from '../../policy/parameter-words.ts'
import { parameterNames } from '../../policy/profile.ts'
import type { Profile } from '../../policy/profiles.ts'
import { say, t } from '../../ground/words.ts'
import { DescriptionList, Details } from '../../page-kit/document.tsx'
import { sayDuration } from '../../page-kit/duration.ts'
import { Table } from '../../page-kit/table.tsx'
import { mayLeaveOutSecondFactor } from './rules.ts'

export { parameterWords, sayParameter } from '../../policy/parameter-words.ts'

export function saySecondFactor(profile: Profile | undefined): string {
  return mayLeaveOutSecondFactor(profile) ? t('De organisatie kiest zelf', 'The organisation chooses') : t('Verplicht', 'Required')
}

/** The profiles beside each other, and everything that the chosen one sets. */
export function ProfileEffects({ profiles, chosen }: { profiles: readonly Profile[]; chosen: string | null }) {
  const current = profiles.find(({ key }) => key === chosen)
  return (
    <>
      <Table<Profile>
        caption={t('Beleidsprofielen', 'Policy profiles')} captionHidden rows={profiles} isMarked={({ key }) => key === chosen}
        columns={[
          { key: 'title', header: t('Profiel', 'Profile'), names: true, cell: (profile) => <><span lang="nl">{profile.title}</span>{profile.key === chosen && <span class="wb-subtle"> ({t('gekozen', 'chosen')})</span>}</> },
          { key: 'review', header: t('Verwerkingen nakijken', 'Review processing activities'), cell: (profile) => `${t('elke', 'every')} ${(sayParameter(profile, 'review_every') ?? sayDuration('P1Y')).replace(/^1 /, '')}` },
          { key: 'second', header: t('Tweede stap', 'Second step'), cell: saySecondFactor },
          { key: 'norms', header: t('Normen', 'Norms'), numeric: true, cell: (profile) => String(profile.norms.length) },
        ]}
      />
      {current && (
        <Details summary={t(`Alles wat “${current.title}” instelt`, `Everything that “${current.title}” sets`)}>
          <DescriptionList terms={[
            { term: t('Bron', 'Source'), description: <span lang="nl">{current.source}</span> },
            { term: t('Vastgesteld', 'Adopted'), description: current.adopted.length > 0 ? <span lang="nl">{current.adopted.map(({ body, on }) => `${body} (${on})`).join(', ')}</span> : t('onbekend', 'unknown') },
            { term: t('Tweede stap', 'Second step'), description: saySecondFactor(current) },
            ...parameterNames.flatMap((name) => {
              const said = sayParameter(current, name)
              return said ? [{ term: say(parameterWords[name]), description: said }] : []
            }),
          ]} />
        </Details>
      )}
      <p class="wb-subtle">{t(
        'Een andere termijn om na te kijken geldt vanaf de eerstvolgende keer dat een verwerking wordt vastgesteld of nagekeken. Data die al vaststaan, blijven staan.',
        'Another period for reviewing holds from the next time that an activity is adopted or reviewed. Dates that were set already stay.')}</p>
    </>
  )
}
