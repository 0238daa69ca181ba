// Assessment section: says of an activity whose outcome was filled in by hand that it was done before or outside Waarborg, and where one can be begun (H-15).
import type { Scope } from '../../ground/scope.ts'
import { sayDay } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'
import { Badge } from '../../page-kit/alerts.tsx'
import { ButtonLink } from '../../page-kit/buttons.tsx'
import { Section } from '../../page-kit/form.tsx'
import type { Entry } from '../../register-kit/entry.ts'
import { loadFacts } from '../../register-kit/facts.ts'
import type { ActivityInput } from './declaration.ts'
import { processingActivities } from './register.ts'
import type { AssessedHere } from './rules-oversight.ts'

/** Nothing for what we do as a processor: the controller assesses that. */
export async function assessmentSection(scope: Scope, entry: Entry) {
  const input = entry.input as ActivityInput
  if (input.role === 'processor') return null
  const here = (await loadFacts(scope, processingActivities, [{ id: entry.id, input }])).get(`${processingActivities.key} ${entry.id} assessments`) as AssessedHere | undefined
  const byHand = [...(input.pre_dpia_outcome !== null && !here?.hasPreDpia ? [{ what: t('Pre-DPIA', 'Pre-assessment (pre-DPIA)'), on: input.pre_dpia_on }] : []), ...(input.dpia_status === 'done' && !here?.hasDpia ? [{ what: 'DPIA', on: input.dpia_on }] : [])]
  return (
    <Section heading={t('Toets vooraf in Waarborg', 'Assessment beforehand in Waarborg')} id="toets-vooraf">
      {byHand.map(({ what, on }) => <p><Badge>{t('gedaan vóór of buiten Waarborg', 'done before or outside Waarborg')}</Badge> {what}{on ? `, ${sayDay(on)}` : t(', zonder datum', ', without a date')}.</p>)}
      {here?.hasPreDpia && <p><Badge tone="positive">{t('gedaan in Waarborg', 'done in Waarborg')}</Badge> {t('Pre-DPIA', 'Pre-assessment (pre-DPIA)')}.</p>}
      {here?.hasDpia && <p><Badge tone="positive">{t('gedaan in Waarborg', 'done in Waarborg')}</Badge> DPIA.</p>}
      {here?.isRunning && <p><Badge tone="info">{t('loopt', 'under way')}</Badge> DPIA.</p>}
      {here?.waits && <p><Badge tone="warning">{t('wacht op de AP', 'waits for the authority')}</Badge> {t('Deze verwerking kan niet van start (art. 36 AVG).', 'This activity can’t start (art. 36 GDPR).')}</p>}
      <ButtonLink href={`/${scope.organisation.slug}/dpias?verwerking=${entry.id}`}>{t('Toetsen van deze verwerking', 'Assessments of this activity')}</ButtonLink>{' '}
      <ButtonLink href={`/${scope.organisation.slug}/dpias/kiezen`}>{t('Toets starten', 'Start an assessment')}</ButtonLink>
    </Section>
  )
}
