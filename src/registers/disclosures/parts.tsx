// Parts: what the pages of disclosures have beyond what the declaration gives: the log, a single question on one page, and the recipients of a person's data.
import { Hono } from 'hono'
import { hasRole, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { ButtonLink } from '../../page-kit/buttons.tsx'
import type { House } from '../../people/house.ts'
import type { PeopleEnv } from '../../people/with-scope.ts'
import { disclosers } from './lifecycle.ts'
import { logRoutes } from './log-routes.tsx'
import { disclosureOpening, logSection } from './log-section.tsx'
import { oneOffRoutes } from './one-off-routes.tsx'
import { recipientRoutes } from './recipients-routes.tsx'

/** For `registerDoors`. */
export const disclosureParts = {
  routes(house: House): Hono<PeopleEnv> {
    const app = new Hono<PeopleEnv>()
    for (const routes of [oneOffRoutes, recipientRoutes, logRoutes]) app.route('/', routes(house))
    return app
  },
  opening: disclosureOpening, related: logSection,
  listActions: ({ actor, organisation: { slug } }: Scope) => (
    <>
      {hasRole(actor, ...disclosers) && <ButtonLink icon="plus" href={`/${slug}/verstrekkingen/eenmalig`}>{t('Eén losse vraag', 'A single question')}</ButtonLink>}
      <ButtonLink icon="search" href={`/${slug}/verstrekkingen/ontvangers`}>{t('Zoek op persoon', 'Search by person')}</ButtonLink>
      <ButtonLink href={`/${slug}/relatiewijzer`}>{t('Relatiewijzer', 'Relation help')}</ButtonLink>
    </>
  ),
}
