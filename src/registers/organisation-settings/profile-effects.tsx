// Profile effects: what a policy profile sets in the product, in words.
import { clockOf, parameter, type ParameterName, type Profile } from '../../policy/profiles.ts'
import { DescriptionList, Details } from '../../page-kit/document.tsx'
import { Table } from '../../page-kit/table.tsx'
import { mayLeaveOutSecondFactor } from './rules.ts'

const parameterWords: Readonly<Record<ParameterName, string>> = {
  review_every: 'Verwerkingen nakijken', dpia_review_every: 'DPIA nakijken', decide_within: 'Beslissen op een verzoek', extend_by_max: 'Verlengen met hooguit', rectify_within: 'Rectificeren',
  security_policy_review_every: 'Beveiligingsbeleid herzien', covenant_review_every: 'Convenanten nakijken', agreement_review_every: 'Verwerkersovereenkomsten nakijken', plan_every: 'Jaarplan',
  dpo_report_every: 'Verslag van de FG', policy_review_every: 'Privacybeleid herzien', inform_within: 'Betrokkene informeren', processor_breach_notice: 'Verwerker meldt een datalek',
  in_force_after_publication: 'In werking na bekendmaking', report_authority_within: 'Datalek melden bij de AP', customer_retention_min: 'Klantgegevens ten minste bewaren', audit_every: 'Audit',
  backup_every: 'Back-up maken', daily_backup_kept: 'Dagelijkse back-up bewaren', restore_test_every: 'Terugzetten oefenen', rpo: 'Hooguit verloren gegevens (RPO)', rto: 'Hooguit uit de lucht (RTO)',
  answer_within: 'Vraag of klacht beantwoorden', court_term: 'Naar de rechter',
}

const units = { Y: ['jaar', 'jaar'], M: ['maand', 'maanden'], W: ['week', 'weken'], D: ['dag', 'dagen'], H: ['uur', 'uur'] } as const

/** `P1Y` → `1 jaar`, `{PT16H, working}` → `16 uur werktijd`. */
export function sayParameter(profile: Profile, name: ParameterName): string | undefined {
  const value = parameter(profile, name)
  if (value === undefined) return undefined
  const found = /^P(\d+)([YMWD])$|^PT(\d+)(H)$/.exec(value)
  const amount = found?.[1] ?? found?.[3]
  const unit = (found?.[2] ?? found?.[4]) as keyof typeof units | undefined
  const said = amount && unit ? `${amount} ${units[unit][amount === '1' ? 0 : 1]}` : value
  if (clockOf(profile, name) !== 'working') return said
  return unit === 'D' ? said.replace(/dag(en)?$/, 'werkdag$1') : `${said} werktijd`
}

export function saySecondFactor(profile: Profile | undefined): string {
  return mayLeaveOutSecondFactor(profile) ? 'De organisatie kiest zelf' : 'Verplicht'
}

/** The profiles beside each other, and everything that the chosen one sets. */
export function ProfileEffects({ profiles, chosen }: { profiles: readonly Profile[]; chosen: string | null }) {
  const current = profiles.find(({ key }) => key === chosen)
  return (
    <>
      <Table<Profile>
        caption="Beleidsprofielen" captionHidden rows={profiles} isMarked={({ key }) => key === chosen}
        columns={[
          { key: 'title', header: 'Profiel', names: true, cell: (profile) => <>{profile.title}{profile.key === chosen && <span class="wb-subtle"> (gekozen)</span>}</> },
          { key: 'review', header: 'Verwerkingen nakijken', cell: (profile) => `elke ${(sayParameter(profile, 'review_every') ?? '1 jaar').replace(/^1 /, '')}` },
          { key: 'second', header: 'Tweede stap', cell: saySecondFactor },
          { key: 'norms', header: 'Normen', numeric: true, cell: (profile) => String(profile.norms.length) },
        ]}
      />
      {current && (
        <Details summary={`Alles wat “${current.title}” instelt`}>
          <DescriptionList terms={[
            { term: 'Bron', description: current.source },
            { term: 'Vastgesteld', description: current.adopted.map(({ body, on }) => `${body} (${on})`).join(', ') || 'onbekend' },
            { term: 'Tweede stap', description: saySecondFactor(current) },
            ...(Object.keys(parameterWords) as ParameterName[]).flatMap((name) => {
              const said = sayParameter(current, name)
              return said ? [{ term: parameterWords[name], description: said }] : []
            }),
          ]} />
        </Details>
      )}
      <p class="wb-subtle">Een andere termijn om na te kijken geldt vanaf de eerstvolgende keer dat een verwerking wordt vastgesteld of nagekeken. Data die al vaststaan, blijven staan.</p>
    </>
  )
}
