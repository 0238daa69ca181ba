// The web: every door of the product on one Hono application, from the guards at the front to the page for what went wrong.
import { type Context, Hono } from 'hono'
import { askRoutes } from './access-log/asking/ask-routes.tsx'
import { overviewRoutes } from './access-log/asking/overview-routes.tsx'
import { logSourceRoutes } from './access-log/sources/source-routes.tsx'
import { signalRoutes } from './access-log/signals/signal-routes.tsx'
import { watchRoutes } from './access-log/signals/watch-routes.tsx'
import { keepingRoutes } from './access-log/retention/keeping-routes.tsx'
import { logSettingsRoutes } from './access-log/settings/settings-routes.tsx'
import { logProofRoutes } from './access-log/proof/proof-routes.tsx'
import { recordAccess } from './access-record/record.ts'
import { collectionDoor } from './case-kit/collection/outside-door.tsx'
import { taskRoutes } from './case-kit/collection/task-routes.tsx'
import { isListUpload } from './case-kit/letters/list-routes.tsx'
import { isCollectionUpload } from './case-kit/collection/upload-file.ts'
import { tieRoutes } from './case-kit/forwarding/tie-pages.tsx'
import { packageDoor } from './case-kit/packages/package-door.tsx'
import { copyCatalogues } from './catalogues/tenant-terms.ts'
import { failurePage } from './failure-page.tsx'
import type { Config } from './ground/config.ts'
import type { Database } from './ground/database.ts'
import { limitBody, limitRate, refuseForged, securityHeaders } from './ground/http-guards.ts'
import type { Jobs } from './ground/jobs.ts'
import type { MasterKey } from './ground/keys.ts'
import { observeRequests } from './ground/request-log.ts'
import { t } from './ground/words.ts'
import { assetRoutes, prepareAssets } from './page-kit/assets.ts'
import type { House, PageFrame } from './people/house.ts'
import { doorRoutes, managementRoutes } from './people/routes.ts'
import { sessionKeyOf } from './people/sessions.ts'
import type { SignedIn } from './people/signed-in.ts'
import { type PeopleEnv, withScope } from './people/with-scope.ts'
import { houseStyleRoutes } from './public-site/house-style.ts'
import { apiParts } from './register-kit/api/api-parts.ts'
import { problemOf } from './register-kit/api/problem.ts'
import { apiRoot } from './register-kit/api/root.ts'
import { publicArrangementRoutes } from './public-site/public-arrangements.tsx'
import { publicAssessmentRoutes } from './public-site/public-assessments.tsx'
import { publicPolicyRoutes } from './public-site/public-policies.tsx'
import { publicRegisterRoutes } from './public-site/public-register.tsx'
import { manageSiteRoutes } from './public-site/manage-routes.tsx'
import { outsideManagement } from './public-site/outside-management.ts'
import { isOutsideUpload, outsideRoutes } from './public-site/outside-routes.ts'
import { withStatusLink } from './public-site/status-link-page.tsx'
import { inPublicSite } from './public-site/site-frame.ts'
import { publicSiteRoutes } from './public-site/site-routes.tsx'
import { catalogueRoutes } from './registers/catalogues/routes.tsx'
import { organisationSettingsRoutes } from './registers/organisation-settings/routes.tsx'
import { agreementParts } from './registers/agreements/parts.tsx'
import { isFillingUpload } from './registers/assessments/filling/filling-visit.tsx'
import { assessmentParts } from './registers/assessments/parts.tsx'
import { breachParts } from './registers/breaches/parts.tsx'
import { covenantParts } from './registers/covenants/parts.tsx'
import { relationHelpRoutes } from './registers/covenants/relation-routes.tsx'
import { disclosureParts } from './registers/disclosures/parts.tsx'
import { issuedDeviceParts } from './registers/issued-devices/parts.tsx'
import { complaintParts } from './registers/complaints/parts.tsx'
import { givenRoutes } from './registers/instructions/given-pages.tsx'
import { instructionParts } from './registers/instructions/parts.tsx'
import { participantRoutes } from './registers/participants/routes.tsx'
import { measureParts } from './registers/measures/phase-board.tsx'
import { policyDocumentParts } from './registers/policy-documents/parts.tsx'
import { policyProfileRoutes } from './registers/policy-profiles/routes.tsx'
import { processingActivityParts } from './registers/processing-activities/parts.tsx'
import { processorParts } from './registers/processors/parts.tsx'
import { questionParts } from './registers/questions/parts.tsx'
import { requestParts } from './registers/requests/parts.tsx'
import { workInstructionParts } from './registers/work-instructions/parts.tsx'
import { eventSchemaRoutes } from './registers/webhooks/event.ts'
import { webhookRoutes } from './registers/webhooks/routes.tsx'
import { inHouseStyle, readerChoiceRoutes, toItsReader } from './reader-choice.ts'
import { isFileUpload, type OwnParts, registerDoors } from './register-doors.tsx'
import { navigationFor } from './rooms.ts'
import { caseRegisters } from './tied-cases.ts'
import { books, knownToProfiles } from './tied-rooms.ts'
import { absenceRoutes } from './worklist/absence-page.tsx'
import { calendarDoor } from './worklist/calendar-door.ts'
import { caseDeskRoutes } from './worklist/case-desk/case-desk-page.tsx'
import { glossaryRoutes } from './worklist/glossary-page.tsx'
import { homeRoutes } from './worklist/home.tsx'
import { normRoutes } from './worklist/norms/norm-routes.tsx'
import { myWorkRoutes } from './worklist/my-work-page.tsx'
import { reminderRoutes } from './worklist/reminders-page.tsx'
import { knowledgeBaseRoutes } from './worklist/knowledge-base.tsx'
import { privacyMeetingParts } from './worklist/meeting-agenda.tsx'
import { searchRoutes } from './worklist/search.tsx'
import { whoDoesWhatRoutes } from './worklist/who-does-what.tsx'

/** What the doors work with. */
export type Deps = {
  config: Config
  database: Database
  jobs: Jobs
  masterKey: MasterKey
  /** True while the database answers, its migrations are current and the server isn't stopping. */
  isReady: () => Promise<boolean>
  /** The machine's clock, unless a test brings its own. */
  clock?: () => Date
  /** Requests a minute from one session; a test asks more than a person does. */
  perSession?: number
  /** The same from one address. */
  perAddress?: number
}

/** What every room needs from outside itself. */
export function makeHouse(deps: Deps): House {
  return {
    database: deps.database, master: deps.masterKey, config: deps.config, clock: deps.clock ?? (() => new Date()), frame,
    afterCreate: async (scope) => { await copyCatalogues(scope) },
    registers: [...books.map(({ register: { key, words } }) => ({ key, words: words.many })), ...apiParts().map(({ key, words }) => ({ key, words }))],
    permissions: () => books.map(({ register }) => ({ register: register.words.many, verbs: Object.values(register.lifecycle.verbs).map(({ words, roles }) => ({ words, roles })) })),
    onPersonsRead: (scope, ids, name) => recordAccess(scope, { name, subjects: ids.map((id) => ({ type: 'person', id })) }),
  }
}

/** Builds the application. `/health/*` and the assets stand before everything else: no session, no tenant. */
export function makeApp(deps: Deps, house: House = makeHouse(deps)): Hono {
  const app = new Hono()
  app.use(observeRequests())
  app.onError((error, c) => isApi(c) ? problemOf(error, c) : failurePage(error, c))
  app.notFound((c) => isApi(c) ? problemOf(undefined, c) : failurePage(undefined, c))
  app.get('/health/live', (c) => c.text('ok\n'))
  app.get('/health/ready', async (c) => (await deps.isReady()) ? c.text('ok\n') : c.text('niet gereed\n', 503))
  app.use(toItsReader())
  app.use(securityHeaders(deps.config.publicUrl))
  app.route('/', assetRoutes)
  app.use(async (_c, next) => { await prepareAssets(); await next() })
  app.use(limitRate({ trustedProxies: deps.config.trustedProxies, sessionOf: (c) => sessionKeyOf(c, house), perSession: deps.perSession, perAddress: deps.perAddress }), limitBody((c) => isFileUpload(c) || isCollectionUpload(c) || isListUpload(c) || isFillingUpload(c) || bringsFiles(c)), refuseForged(deps.config.publicUrl))
  app.use(inHouseStyle(house))
  app.use(inPublicSite(house))
  app.route('/', readerChoiceRoutes(house))
  app.route('/', houseStyleRoutes(house))
  app.route('/api/v1', apiRoot(house))
  app.route('/', eventSchemaRoutes())
  app.route('/', publicSiteRoutes(house, caseRegisters))
  app.route('/', outsideRoutes(house, caseRegisters))
  app.route('/', publicRegisterRoutes(house))
  app.route('/', calendarDoor(house))
  app.route('/', publicPolicyRoutes(house))
  app.route('/', publicAssessmentRoutes(house))
  app.route('/', publicArrangementRoutes(house))
  app.route('/', collectionDoor(house, deps.config.maxUploadBytes))
  app.route('/', packageDoor(house))
  app.route('/', doorRoutes(house))
  app.get('/', (c) => c.redirect('/organisaties', 303))
  app.get('/:slug/', (c) => c.redirect(`/${c.req.param('slug')}`, 308))
  const inside = new Hono<PeopleEnv>()
  inside.use('*', withScope(house))
  inside.route('/', homeRoutes(house))
  inside.route('/', myWorkRoutes(house))
  inside.route('/', absenceRoutes(house))
  inside.route('/', caseDeskRoutes(house, books.flatMap(({ register }) => register.deadlines ? [register] : [])))
  inside.route('/', reminderRoutes(house))
  inside.route('/', searchRoutes(house))
  inside.route('/', overviewRoutes(house))
  inside.route('/', askRoutes(house))
  inside.route('/', watchRoutes(house))
  inside.route('/', signalRoutes(house))
  inside.route('/', normRoutes(house, deps.config.maxUploadBytes))
  inside.route('/', whoDoesWhatRoutes(house))
  inside.route('/', taskRoutes(house, deps.config.maxUploadBytes))
  inside.route('/', tieRoutes(house))
  inside.route('/', givenRoutes(house))
  inside.route('/', logProofRoutes(house))
  inside.route('/deelnemers', participantRoutes(house, deps.config))
  inside.route('/', knowledgeBaseRoutes(house))
  inside.route('/', glossaryRoutes(house))
  inside.route('/', relationHelpRoutes(house))
  inside.route('/', managementRoutes(house))
  inside.route('/catalogi', catalogueRoutes(house))
  inside.route('/organisatie', organisationSettingsRoutes(house))
  inside.route('/openbare-site', manageSiteRoutes(house))
  inside.route('/', outsideManagement(house, caseRegisters))
  inside.route('/', webhookRoutes(house))
  inside.route('/', policyProfileRoutes(house, knownToProfiles))
  inside.route('/', logSourceRoutes(house))
  inside.route('/', logSettingsRoutes(house))
  inside.route('/', keepingRoutes(house))
  for (const book of books) inside.route(`/${book.register.path}`, registerDoors(house, deps.jobs, book, deps.config, withStatusLink(caseRegisters, book.register.key, ownParts[book.register.key])))
  app.route('/:slug', inside)
  return app
}

/** Frame of every page of an organisation. */
function frame(c: Context, who: SignedIn): PageFrame {
  const { slug, name } = who.organisation
  return {
    organisation: name, homeHref: `/${slug}`, navigation: navigationFor(who.organisation, who.actor, c.req.path),
    search: { action: `/${slug}/zoeken`, json: `/${slug}/zoeken.json` },
    account: { name: who.actor.name, detail: name, links: accountLinks(slug), signOut: { action: '/uitloggen' } },
    banner: keptBanner(c) ?? (who.isDemo ? t('Dit is een demo-omgeving met verzonnen gegevens. De tweede stap bij het inloggen is hier overgeslagen.',
      'This is a demo with invented data. The second step at sign-in is left out here.') : undefined),
  }
}

function accountLinks(slug: string) {
  return [
    { words: t('Mijn account', 'My account'), href: '/account' },
    { words: t('Andere organisatie', 'Other organisation'), href: '/organisaties' },
    { words: t('Openbaar register', 'Public register'), href: `/openbaar/${slug}/verwerkingen` },
  ]
}

function keptBanner(c: Context) {
  const id = c.req.query('bewaard')
  if (!id || isRefilled(c.req.path)) return undefined
  return (
    <>
      {t('Uw sessie was verlopen voordat uw formulier was opgeslagen.', 'Your session had ended before your form was saved.')}{' '}
      <a href={`/account/bewaard?bewaard=${encodeURIComponent(id)}`}>{t('Bekijk wat u had ingevuld', 'See what you had filled in')}</a>
    </>
  )
}

/** Forms that fill themselves in again after a session that ended; for all others what was typed is a click away. */
function isRefilled(path: string): boolean {
  return /^\/[^/]+\/organisatie/.test(path) || books.some(({ register }) => path.split('/')[2] === register.path && path.split('/')[3] !== 'import')
}

/** By register key: what goes beyond the declaration. */
const ownParts: Readonly<Record<string, OwnParts>> = {
  assessments: assessmentParts,
  'processing-activities': processingActivityParts, 'policy-documents': policyDocumentParts, questions: questionParts, 'work-instructions': workInstructionParts, 'privacy-meetings': privacyMeetingParts, measures: measureParts, breaches: breachParts, requests: requestParts, complaints: complaintParts, agreements: agreementParts, processors: processorParts, covenants: covenantParts, disclosures: disclosureParts, 'issued-devices': issuedDeviceParts, instructions: instructionParts,
}

/** Forms from outside have a limit of their own. */
const bringsFiles = isOutsideUpload(caseRegisters)

function isApi(c: Context): boolean {
  return c.req.path.startsWith('/api/')
}
