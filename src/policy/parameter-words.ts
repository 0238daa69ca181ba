// Parameter words: what each parameter of a policy is called, and a term as people say it.
import { say, t, type Words } from '../ground/words.ts'
import { sayDuration } from '../page-kit/duration.ts'
import { type Clock, clockOf, parameter, type ParameterName, type Profile } from './profile.ts'

export const parameterWords: Readonly<Record<ParameterName, Words>> = {
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
  audit_every: { nl: 'Audit houden', en: 'Hold an audit' },
  backup_every: { nl: 'Back-up maken', en: 'Make a back-up' },
  daily_backup_kept: { nl: 'Dagelijkse back-up bewaren', en: 'Keep the daily back-up' },
  restore_test_every: { nl: 'Terugzetten oefenen', en: 'Practise restoring' },
  rpo: { nl: 'Hooguit verloren gegevens (RPO)', en: 'Data lost at most (RPO)' },
  rto: { nl: 'Hooguit uit de lucht (RTO)', en: 'Away at most (RTO)' },
  answer_within: { nl: 'Vraag of klacht beantwoorden', en: 'Answer a question or complaint' },
  court_term: { nl: 'Naar de rechter', en: 'To the court' },
  meeting_every: { nl: 'Privacyoverleg', en: 'Privacy meeting' },
}

/** `P1Y` → `1 jaar`, `{PT16H, working}` → `16 uur werktijd`. */
export function sayParameter(profile: Profile, name: ParameterName): string | undefined {
  const value = parameter(profile, name)
  return value === undefined ? undefined : sayTerm(value, clockOf(profile, name))
}

/** A term on a clock: `P2D`, working → `2 werkdagen`. */
export function sayTerm(duration: string, clock: Clock | undefined): string {
  const isWorking = clock === 'working'
  const found = /^P(\d+)D$|^PT(\d+)H$/.exec(duration)
  const counted = (amount: string, [one, more]: Forms) => `${amount} ${say(amount === '1' ? one : more)}`
  if (isWorking && found?.[1]) return counted(found[1], workingDays)
  const said = found?.[2] ? counted(found[2], hours) : sayDuration(duration)
  return isWorking ? t(`${said} werktijd`, `${said} of working time`) : said
}

type Forms = readonly [one: Words, more: Words]
const hours: Forms = [{ nl: 'uur', en: 'hour' }, { nl: 'uur', en: 'hours' }]
const workingDays: Forms = [{ nl: 'werkdag', en: 'working day' }, { nl: 'werkdagen', en: 'working days' }]
