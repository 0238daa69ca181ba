// Role terms: until when somebody holds a role and who gave it, as the pages say it.
import type { Child } from 'hono/jsx'
import { dayAfter, sayShortDay } from '../ground/clock.ts'
import { t } from '../ground/words.ts'
import { Badge } from '../page-kit/alerts.tsx'
import type { HeldRole } from './role-grants.ts'

/** The last day of a role, with a sign when it comes near. */
export function Until({ validUntil, today }: { validUntil: string | null; today: string }): Child {
  if (validUntil === null) return <>{t('geen einddatum', 'no end date')}</>
  const isSoon = validUntil <= dayAfter(today, 'P14D')
  return <>{sayShortDay(validUntil)}{isSoon && <> <Badge tone="warning">{t('loopt bijna af', 'ends soon')}</Badge></>}</>
}

export function sayGiver(held: Pick<HeldRole, 'grantedBy' | 'source'>): string {
  return held.source === 'identity_provider' ? t('Inlogdienst (groep)', 'Sign-in service (group)') : held.grantedBy ?? 'Waarborg'
}
