// Routes: the pages of the policy profile, under `/:slug/beleidsprofiel`.
import { Hono } from 'hono'
import { dayOf } from '../../ground/clock.ts'
import { hasRole } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { ButtonLink } from '../../page-kit/buttons.tsx'
import { profileInForce } from '../../policy/in-force.ts'
import type { KnownEvidence } from '../../policy/known-evidence.ts'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { readHistory } from '../../register-kit/history.ts'
import { overseers } from '../../register-kit/visibility.ts'
import { ComparePage } from './compare-page.tsx'
import { historyKey, readDraft } from './draft.ts'
import { draftRoutes } from './draft-routes.tsx'
import { OverviewActions, OverviewPage } from './overview-page.tsx'
import { baseOf, crumbs, mayEdit, profilePage } from './profile-page.tsx'
import { findNamed, refChoices } from './profile-refs.ts'
import { ProfileView } from './profile-view.tsx'
import { inForceOn, listVersions } from './versions.ts'
import { profileFile } from './yaml-file.ts'

/** To be mounted under `/:slug` after `withScope`. `known`: what norms may be measured by. */
export function policyProfileRoutes(house: House, known: KnownEvidence): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const base = '/beleidsprofiel'
  app.get(base, (c) => scopeOf(c, house, async (scope) => {
    const versions = await listVersions(scope)
    const today = dayOf(scope.now)
    return profilePage(c, house, {
      heading: t('Beleidsprofiel', 'Policy profile'), actions: <OverviewActions base={baseOf(c)} />,
      lead: <p>{t('Het beleid als gegevens: welke normen gelden, wie ervoor zorgt, en welke termijnen Waarborg aanhoudt.', 'The policy as data: which norms hold, who sees to them, and which terms Waarborg keeps to.')}</p>,
      children: <OverviewPage base={baseOf(c)} normHref={hasRole(scope.actor, 'process_owner', ...overseers) ? (id) => `/${scope.organisation.slug}/normen/${id}` : undefined}
        policy={await profileInForce(scope)} versions={versions} inForce={inForceOn(versions, today)} today={today} draft={await readDraft(scope)} mayEdit={mayEdit(scope)}
        choices={await refChoices(scope)} events={await readHistory(scope, historyKey, scope.organisation.id, { limit: 50 })} />,
    })
  }))
  app.get(`${base}/versie/:ref`, (c) => scopeOf(c, house, async (scope) => {
    const { ref, words, profile } = await findNamed(scope, c.req.param('ref'))
    return profilePage(c, house, {
      heading: words, crumbs: crumbs(c), children: <ProfileView profile={profile} />,
      actions: <><ButtonLink href={`${baseOf(c)}/vergelijken?van=${ref}&naar=huidig`} icon="list">{t('Vergelijken', 'Compare')}</ButtonLink><ButtonLink href={`${baseOf(c)}/versie/${ref}/bestand`} icon="download" download>{t('Als YAML', 'As YAML')}</ButtonLink></>,
    })
  }))
  app.get(`${base}/versie/:ref/bestand`, (c) => scopeOf(c, house, async (scope) => {
    const { ref, profile } = await findNamed(scope, c.req.param('ref'))
    return c.body(profileFile(profile), 200, { 'content-type': 'application/yaml; charset=utf-8', 'content-disposition': `attachment; filename="beleidsprofiel-${ref}.yaml"` })
  }))
  app.get(`${base}/vergelijken`, (c) => scopeOf(c, house, async (scope) => {
    const choices = await refChoices(scope)
    const [first = '', second = first] = choices.map(({ value }) => value)
    const [van, naar] = [c.req.query('van') ?? first, c.req.query('naar') ?? second]
    const [left, right] = [await findNamed(scope, van), await findNamed(scope, naar)]
    return profilePage(c, house, { heading: t('Profielen vergelijken', 'Compare profiles'), crumbs: crumbs(c), children: <ComparePage action={`${baseOf(c)}/vergelijken`} choices={choices} left={{ ...left, asked: van }} right={{ ...right, asked: naar }} /> })
  }))
  app.route(`${base}/concept`, draftRoutes(house, known))
  return app
}
