// Roles: their names for people, and which of them one person may not combine.
import type { Role } from '../ground/scope.ts'
import type { Words } from '../ground/words.ts'

export const roleWords: Record<Role, Words> = {
  dpo: { nl: 'Functionaris gegevensbescherming (FG)', en: 'Data protection officer (DPO)' },
  privacy_officer: { nl: 'Privacy officer', en: 'Privacy officer' },
  ciso: { nl: 'CISO', en: 'CISO' },
  iso: { nl: 'Informatiebeveiliger (ISO)', en: 'Information security officer (ISO)' },
  process_owner: { nl: 'Proceseigenaar', en: 'Process owner' },
  employee: { nl: 'Medewerker', en: 'Employee' },
  auditor: { nl: 'Auditor', en: 'Auditor' },
  administrator: { nl: 'Beheerder', en: 'Administrator' },
}

const againstDpo: Partial<Record<Role, string>> = {
  process_owner: 'een proceseigenaar bepaalt waarvoor en hoe gegevens worden verwerkt',
  ciso: 'een CISO bepaalt de beveiliging waarop de FG toezicht houdt',
}

/**
 * Why one person may not hold these roles together, in Dutch; undefined when they may.
 * A DPO's other tasks may not lead to a conflict of interests (art. 38 lid 6 AVG): not owner of processing, not CISO, not management.
 */
export function roleConflict(held: readonly Role[], isManagement = false): string | undefined {
  if (!held.includes('dpo')) return undefined
  const reason = held.map((role) => againstDpo[role]).find((found) => found !== undefined)
    ?? (isManagement ? 'wie leiding geeft, bepaalt mee waarvoor en hoe gegevens worden verwerkt' : undefined)
  return reason && `Dit gaat niet samen met de rol van FG: ${reason}. De FG moet onafhankelijk kunnen toezien (art. 38 lid 6 AVG).`
}
