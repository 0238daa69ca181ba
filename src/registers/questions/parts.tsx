// Parts: what the pages of questions have beyond what the declaration gives: asking with a look at what was answered before.
import { hasRole, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { ButtonLink } from '../../page-kit/buttons.tsx'
import { askRoutes } from './ask-routes.tsx'
import { questions } from './register.ts'

/** For `registerDoors`. */
export const questionParts = {
  routes: askRoutes,
  listActions: (scope: Scope) => (
    <>
      {hasRole(scope.actor, ...questions.lifecycle.verbs.create!.roles) && <ButtonLink icon="search" href={`/${scope.organisation.slug}/vragen/stellen`}>{t('Eerst zoeken, dan vragen', 'Search first, then ask')}</ButtonLink>}
      <ButtonLink href={`/${scope.organisation.slug}/kennisbank`}>{t('Kennisbank', 'Knowledge base')}</ButtonLink>
    </>
  ),
}
