// Parts: what the pages of assessments have beyond what the declaration gives: what must be done now, the matrix, the questionnaire, reports as they were adopted, and where an assessment is needed.
import { Hono } from 'hono'
import type { Config } from '../../ground/config.ts'
import type { Jobs } from '../../ground/jobs.ts'
import { sayMoment } from '../../ground/clock.ts'
import { hasRole, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Section } from '../../page-kit/form.tsx'
import type { House } from '../../people/house.ts'
import type { PeopleEnv } from '../../people/with-scope.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { refreshThese } from '../../register-kit/keep-findings.ts'
import { mayDo, workOf } from '../../register-kit/lifecycle.ts'
import { loadEntries } from '../../register-kit/store.ts'
import { riskFrameworks } from '../risk-frameworks/register.ts'
import { chooseRoutes } from './choose-routes.tsx'
import type { AssessmentInput } from './declaration.ts'
import { deskOpening } from './desk-opening.tsx'
import type { FillingBook } from './filling/filling-book.ts'
import { fillingRoutes } from './filling/filling-routes.tsx'
import { frameworkOf } from './framework-of.ts'
import { frozenReports, isUntouched } from './frozen-report.ts'
import { MatrixSection } from './matrix-section.tsx'
import { formOf } from './own-questionnaire.ts'
import { assessments } from './register.ts'
import { reportRoutes } from './report-routes.tsx'

/** What the pages of the questionnaire ask: whoever may change the assessment fills in, while it is being carried out. */
const book: FillingBook = {
  register: assessments,
  mayFill: (scope, entry) => ['filling', 'weighing'].includes(entry.system.status) && mayDo(assessments, scope.actor, 'change', workOf(assessments, entry).department, entry.input),
  definitionFor: (entry) => formOf(entry.input as AssessmentInput),
  processingOf: (entry) => (entry.input as AssessmentInput).processings.find(({ processing }) => processing !== null)?.processing ?? null,
  earlierOf: (entry) => (entry.input as AssessmentInput).follows,
  changed: (scope, id) => refreshThese(scope, assessments, [id]),
}

/** For `registerDoors`. */
export const assessmentParts = {
  opening: deskOpening, related: sections, routes,
  listActions: (scope: Scope) => hasRole(scope.actor, 'dpo', 'privacy_officer', 'ciso', 'iso', 'process_owner', 'auditor', 'administrator')
    && <ButtonLink icon="search" href={`/${scope.organisation.slug}/dpias/kiezen`}>{t('Waar is een toets nodig?', 'Where is an assessment needed?')}</ButtonLink>,
}

function routes(house: House, _jobs: Jobs, place: Pick<Config, 'maxUploadBytes'>): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.route('/', chooseRoutes(house))
  app.route('/', reportRoutes(house))
  app.route('/', fillingRoutes(house, book, place))
  return app
}

async function sections(scope: Scope, entry: Entry) {
  const input = entry.input as AssessmentInput
  const framework = input.framework === null ? undefined : (await loadEntries(scope.tx, riskFrameworks, scope.organisation.id, [input.framework], { visibleTo: scope.actor }))[0]
  const { slug } = scope.organisation
  const reports = await frozenReports(scope, entry.id)
  return (
    <>
      {(input.kind === 'dpia' || input.kind === 'iama') && <MatrixSection input={input} scale={await frameworkOf(scope, input)} framework={framework && { name: String(framework.input.name), href: `/${slug}/risicokaders/${framework.system.id}` }} />}
      {reports.length > 0 && (
        <Section heading={t('Rapporten zoals vastgesteld', 'Reports as adopted')} id="rapporten">
          <ul class="wb-list">
            {reports.map(({ version, digest, madeAt, ...report }) => (
              <li>
                {t('Versie', 'Version')} {version}, {sayMoment(madeAt)}: {(['pdf', 'docx', 'odt'] as const).map((format, index) => <>{index > 0 && ' · '}<Link href={`/${slug}/dpias/${entry.id}/rapport/versie/${version}/rapport.${format}`}>{format.toUpperCase()}<span class="wb-hidden"> {t('van versie', 'of version')} {version}</span></Link></>)}
                <br /><span class="wb-subtle">{isUntouched({ digest, ...report }) ? t('Ongewijzigd sinds het vaststellen', 'Unchanged since adoption') : t('Let op: dit rapport is niet meer zoals het werd vastgesteld', 'Mind: this report isn’t as it was adopted any more')}. SHA-256: <code>{digest.slice(0, 16)}…</code></span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
