// Parts: what the pages of processors have beyond what the declaration gives: what the processor itself proposes, and the chain behind it.
import { Hono } from 'hono'
import { hasRole, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../../page-kit/buttons.tsx'
import type { House } from '../../people/house.ts'
import type { PeopleEnv } from '../../people/with-scope.ts'
import { chainRoutes } from './chain/chain-routes.tsx'
import { proposalRoutes } from './proposals/proposal-routes.tsx'
import { proposalsOf } from './proposals/proposals.ts'

type Shown = { readonly id: string }

/** For `registerDoors`. */
export const processorParts = {
  routes(house: House): Hono<PeopleEnv> {
    const app = new Hono<PeopleEnv>()
    app.route('/', chainRoutes(house))
    app.route('/', proposalRoutes(house))
    return app
  },
  listActions: ({ organisation: { slug } }: Scope) => <ButtonLink icon="link" href={`/${slug}/verwerkers/keten`}>{t('Keten', 'Chain')}</ButtonLink>,
  actions: ({ organisation: { slug }, actor }: Scope, { id }: Shown) => (
    <>
      {hasRole(actor, 'administrator', 'privacy_officer') && <ButtonLink look="subtle" href={`/${slug}/beheer/portaal`}>{t('Portaal', 'Portal')}</ButtonLink>}
      <ButtonLink look="subtle" href={`/${slug}/verwerkers/keten?verwerker=${id}`}>{t('Keten', 'Chain')}</ButtonLink>
      <ButtonLink look="subtle" href={`/${slug}/audits?verwerker=${id}`}>{t('Audits bij deze verwerker', 'Audits at this processor')}</ButtonLink>
    </>
  ),
  async opening(scope: Scope, { id }: Shown) {
    const { length } = await proposalsOf(scope, id, { isOpen: true })
    if (length === 0) return null
    return <Alert tone="info"><p>{length === 1 ? t('De verwerker heeft een wijziging voorgesteld.', 'The processor has proposed a change.') : t(`De verwerker heeft ${length} wijzigingen voorgesteld.`, `The processor has proposed ${length} changes.`)} <Link href={`/${scope.organisation.slug}/verwerkers/${id}/voorstellen`}>{t('Bekijken en beslissen', 'Look and decide')}</Link></p></Alert>
  },
}
