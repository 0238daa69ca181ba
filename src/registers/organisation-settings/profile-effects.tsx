// Profile effects: what a policy profile sets in the product, in words.
import { clockOf, parameter, type ParameterName, type Profile } from '../../policy/profiles.ts'
import { say, t, type Words } from '../../ground/words.ts'
import { DescriptionList, Details } from '../../page-kit/document.tsx'
import { sayDuration } from '../../page-kit/duration.ts'
import { Table } from '../../page-kit/table.tsx'
import { mayLeaveOutSecondFactor } from './rules.ts'

const parameterWords: Readonly<Record<ParameterName, Words>> = {
  review_every: { nl: 'Verwerkingen nakijken', en: 'Review processing activities' },
  dpia_review_every: { nl: 'DPIA nakijken', en: 'Review a DPIA' },
  decide_within: { nl: 'Beslissen op een verzoek', en: 'Decide on a request' },
  extend_by_max: { nl: 'Verlengen met hooguit', en: 'Extend by at most' },
  rectify_within: { nl: 'Rectificeren', en: 'Rectify' },
  security_policy_review_every: { nl: 'Beveiligingsbeleid herzien', en: 'Review the security policy' },
  covenant_review_every: { nl: 'Convenanten nakijken', en: 'Review covenants' },
  agreement_review_every: { nl: 'Verwerkersovereenkomsten nakijken', en: 'Review processor agreements' },
  plan_every: { nl: 'Jaarplan', en: 'Year plan' },
  dpo_report_every: { nl: 'Verslag van de FG', en: 'Report of the DPO' },
  policy_review_every: { nl: 'Privacybeleid herzien', en: 'Review the privacy policy' },
  inform_within: { nl: 'Betrokkene informeren', en: 'Inform the data subject' },
  processor_breach_notice: { nl: 'Verwerker meldt een datalek', en: 'Processor reports a breach' },
  in_force_after_publication: { nl: 'In werking na bekendmaking', en: 'In force after publication' },
  report_authority_within: { nl: 'Datalek melden bij de AP', en: 'Report a breach to the authority' },
  customer_retention_min: { nl: 'Klantgegevens ten minste bewaren', en: 'Keep customer data at least' },
  audit_every: { nl: 'Audit', en: 'Audit' },
  backup_every: { nl: 'Back-up maken', en: 'Make a back-up' },
  daily_backup_kept: { nl: 'Dagelijkse back-up bewaren', en: 'Keep the daily back-up' },
  restore_test_every: { nl: 'Terugzetten oefenen', en: 'Practise restoring' },
  rpo: { nl: 'Hooguit verloren gegevens (RPO)', en: 'Data lost at most (RPO)' },
  rto: { nl: 'Hooguit uit de lucht (RTO)', en: 'Away at most (RTO)' },
  answer_within: { nl: 'Vraag of klacht beantwoorden', en: 'Answer a question or complaint' },
  court_term: { nl: 'Naar de rechter', en: 'To the court' },
  meeting_every: { nl: 'Privacyoverleg', en: 'Privacy meeting' },
}

type Forms = readonly [one: Words, more: Words]
const hours: Forms = [{ nl: 'uur', en: 'hour' }, { nl: 'uur', en: 'hours' }]
const workingDays: Forms = [{ nl: 'werkdag', en: 'working day' }, { nl: 'werkdagen', en: 'working days' }]

/** `P1Y` → `1 jaar`, `{PT16H, working}` → `16 uur werktijd`. */
export function sayParameter(profile: Profile, name: ParameterName): string | undefined {
  const value = parameter(profile, name)
  if (value === undefined) return undefined
  const isWorking = clockOf(profile, name) === 'working'
  const found = /^P(\d+)D$|^PT(\d+)H$/.exec(value)
  const counted = (amount: string, [one, more]: Forms) => `${amount} ${say(amount === '1' ? one : more)}`
  if (isWorking && found?.[1]) return counted(found[1], workingDays)
  const said = found?.[2] ? counted(found[2], hours) : sayDuration(value)
  return isWorking ? t(`${said} werktijd`, `${said} of working time`) : said
}

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
            ...(Object.keys(parameterWords) as ParameterName[]).flatMap((name) => {
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
