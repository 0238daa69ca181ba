// Parts: what the pages of agreements have beyond what the declaration gives: the text, the talks, the signed copy, the yearly review of all, and passages in a document.
import { Hono } from 'hono'
import type { Config } from '../../ground/config.ts'
import type { Jobs } from '../../ground/jobs.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { ButtonLink } from '../../page-kit/buttons.tsx'
import type { House } from '../../people/house.ts'
import type { PeopleEnv } from '../../people/with-scope.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { deskOpening } from './desk-opening.tsx'
import { passageParts } from './passages/parts.ts'
import { agreements } from './register.ts'
import { reviewRoutes } from './review-round.tsx'
import { signedRoutes } from './signed-routes.tsx'
import { talksSection } from './talks-section.tsx'
import { textRoutes } from './wording/text-routes.tsx'

/** For `registerDoors`. */
export const agreementParts = {
  opening: deskOpening,
  routes(house: House, jobs: Jobs, place: Pick<Config, 'maxUploadBytes'>): Hono<PeopleEnv> {
    const app = new Hono<PeopleEnv>()
    for (const routes of [reviewRoutes, textRoutes, signedRoutes]) app.route('/', routes(house))
    app.route('/', passageParts.routes(house, jobs, place))
    return app
  },
  listActions: ({ organisation }: Scope) => <ButtonLink href={`/${organisation.slug}/${agreements.path}/nakijken`}>{t('Nakijken', 'Review')}</ButtonLink>,
  actions: ({ organisation }: Scope, entry: Entry) => <ButtonLink look="subtle" icon="document" href={`/${organisation.slug}/${agreements.path}/${entry.id}/tekst`}>{t('Tekst', 'Text')}</ButtonLink>,
  related: async (scope: Scope, entry: Entry) => <>{await talksSection(scope, entry)}{await passageParts.related(scope, entry)}</>,
}
