// Parts: what the pages of requests have beyond what the declaration gives: the desk of one request, the decision wizard, the figures, and who isn't used or approached.
import { Hono } from 'hono'
import { collectionParts } from '../../case-kit/collection/parts.tsx'
import { letterParts } from '../../case-kit/letters/letter-parts.tsx'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { ButtonLink } from '../../page-kit/buttons.tsx'
import type { House } from '../../people/house.ts'
import type { PeopleEnv } from '../../people/with-scope.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { collectionOptions } from './collecting.ts'
import { decisionRoutes } from './decision-routes.tsx'
import { deskOpening } from './desk-opening.tsx'
import { deskSections } from './desk-sections.tsx'
import { figuresRoutes } from './figures-page.tsx'
import { marksRoutes } from './marks-pages.tsx'
import { requests } from './register.ts'

const collecting = collectionParts(requests, collectionOptions)
const letters = letterParts(requests)

/** For `registerDoors`. */
export const requestParts = {
  routes(house: House): Hono<PeopleEnv> {
    const app = new Hono<PeopleEnv>()
    for (const routes of [figuresRoutes, marksRoutes, decisionRoutes, collecting.routes, letters.routes]) app.route('/', routes(house))
    return app
  },
  opening: deskOpening,
  related: async (scope: Scope, entry: Entry) => <>{await letters.related(scope, entry)}{await collecting.related(scope, entry)}{deskSections(scope, entry)}</>,
  listActions: (scope: Scope) => (
    <>
      <ButtonLink href={`/${scope.organisation.slug}/verzoeken/cijfers`}>{t('Cijfers', 'Figures')}</ButtonLink>
      <ButtonLink href={`/${scope.organisation.slug}/verzoeken/beperkingen`}>{t('Gebruik beperkt', 'Use restricted')}</ButtonLink>
      <ButtonLink href={`/${scope.organisation.slug}/verzoeken/niet-benaderen`}>{t('Geen reclame', 'No marketing')}</ButtonLink>
    </>
  ),
}
