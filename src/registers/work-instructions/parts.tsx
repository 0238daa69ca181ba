// Parts: what the pages of work instructions have beyond what the declaration gives: the subjects on which there must be one.
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { ButtonLink } from '../../page-kit/buttons.tsx'
import { subjectRoutes } from './subject-page.tsx'

/** For `registerDoors`. */
export const workInstructionParts = {
  routes: subjectRoutes,
  listActions: (scope: Scope) => <ButtonLink href={`/${scope.organisation.slug}/werkinstructies/onderwerpen`}>{t('Acht onderwerpen', 'Eight subjects')}</ButtonLink>,
}
