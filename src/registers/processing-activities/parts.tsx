// Parts: what the pages of this register have beyond what its declaration gives: the data-flow maps, and the way to the public register.
import { t } from '../../ground/words.ts'
import { ButtonLink } from '../../page-kit/buttons.tsx'
import { assessmentSection } from './assessment-section.tsx'
import { flowRoutes } from './flow-routes.tsx'
import { linkedDataFormat } from './linked-data-format.ts'

/** For `registerDoors`. */
export const processingActivityParts = {
  routes: flowRoutes,
  formats: [linkedDataFormat],
  related: assessmentSection,
  actions: (scope: { organisation: { slug: string } }, entry: { id: string }) => <ButtonLink look="subtle" href={`/${scope.organisation.slug}/verwerkingen/${entry.id}/gegevensstroom`}>{t('Gegevensstroom', 'Data flow')}</ButtonLink>,
  listActions: (scope: { organisation: { slug: string } }) => <ButtonLink href={`/${scope.organisation.slug}/verwerkingen/gegevensstromen`}>{t('Gegevensstromen', 'Data flows')}</ButtonLink>,
  elsewhere: (scope: { organisation: { slug: string } }) => <ButtonLink href={`/openbaar/${scope.organisation.slug}/verwerkingen`}>{t('Openbaar register bekijken', 'Look at the public register')}</ButtonLink>,
}
