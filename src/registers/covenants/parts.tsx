// Parts: what the pages of covenants have beyond what the declaration gives: the relation help, and where the public reads the essence.
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { ButtonLink, Link } from '../../page-kit/buttons.tsx'
import type { Entry } from '../../register-kit/entry.ts'

/** For `registerDoors`. */
export const covenantParts = {
  listActions: ({ organisation: { slug } }: Scope) => <ButtonLink href={`/${slug}/relatiewijzer`}>{t('Relatiewijzer', 'Relation help')}</ButtonLink>,
  opening: ({ organisation: { slug } }: Scope, { id, system, input }: Entry) => (
    system.status === 'active' && input.is_essence_public === true && input.essence !== null
      ? <p>{t('Mensen lezen de kern op de openbare site:', 'People read the essence on the public site:')} <Link href={`/openbaar/${slug}/samenwerkingen/${id}`}>{t('openbare pagina', 'public page')}</Link>.</p>
      : null
  ),
}
