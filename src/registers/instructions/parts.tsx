// Parts: what the page of an instruction says beyond its declaration: whether its participant sees by itself how far it is, or has to be told.
import { hasRole, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Link } from '../../page-kit/buttons.tsx'
import type { Entry } from '../../register-kit/entry.ts'
import { overseers } from '../../register-kit/visibility.ts'
import { isFollowed } from './tell-participant.ts'

/** For `registerDoors`. */
export const instructionParts = {
  related: async (scope: Scope, { id, input }: Entry) => {
    const participant = input.participant as string | null
    if (participant === null) return null
    return (
      <p class="wb-subtle">
        {await isFollowed(scope, id, participant)
          ? t('De deelnemer ziet vanzelf hoe het met deze instructie staat, en uw berichten erbij. Uw eigen notitie niet.', 'The participant sees by itself how this instruction stands, with your messages. Your own note it doesn’t.')
          : t('Deze deelnemer kijkt niet mee in Waarborg. Vertel zelf hoe het staat.', 'This participant doesn’t follow in Waarborg. Tell it yourself how things stand.')}{' '}
        {hasRole(scope.actor, ...overseers) && <Link href={`/${scope.organisation.slug}/deelnemers/${participant}`}>{t('Naar de deelnemer', 'To the participant')}</Link>}
      </p>
    )
  },
}
