// Roles: their names for people, which of them one person may not combine, and which ones an administrator may give.
import { type Actor, hasRole, type Role, roles } from '../ground/scope.ts'
import { say, type Words } from '../ground/words.ts'

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

/** What somebody with this role is there for, in one line. */
export const roleTasks: Record<Role, Words> = {
  dpo: { nl: 'Houdt onafhankelijk toezicht en adviseert; beslist niet zelf over verwerkingen.', en: 'Supervises independently and advises; doesn’t decide on processing.' },
  privacy_officer: { nl: 'Helpt de afdelingen en houdt de registers bij.', en: 'Helps the departments and keeps the registers up to date.' },
  ciso: { nl: 'Stuurt de informatiebeveiliging van de hele organisatie.', en: 'Directs information security for the whole organisation.' },
  iso: { nl: 'Werkt de informatiebeveiliging uit.', en: 'Works out information security.' },
  process_owner: { nl: 'Is verantwoordelijk voor de verwerkingen van een afdeling en alles daaronder.', en: 'Answers for the processing of a department and everything below it.' },
  employee: { nl: 'Ziet wat voor het eigen werk nodig is.', en: 'Sees what is needed for their own work.' },
  auditor: { nl: 'Kijkt voor een bepaalde tijd mee en wijzigt niets.', en: 'May look for a set time and changes nothing.' },
  administrator: { nl: 'Regelt personen, rollen, afdelingen en de toegang.', en: 'Arranges persons, roles, departments and access.' },
}

/** Pairs that one person may not hold together, and why (art. 38 lid 6 AVG). `management` is a job function, not a role. */
export const conflicts: readonly { readonly roles: readonly [Role, Role | 'management']; readonly why: Words }[] = [
  {
    roles: ['dpo', 'process_owner'],
    why: { nl: 'een proceseigenaar bepaalt waarvoor en hoe gegevens worden verwerkt', en: 'a process owner decides for what and how data are processed' },
  },
  { roles: ['dpo', 'ciso'], why: { nl: 'een CISO bepaalt de beveiliging waarop de FG toezicht houdt', en: 'a CISO decides on the security that the DPO supervises' } },
  {
    roles: ['dpo', 'management'],
    why: { nl: 'wie leiding geeft, bepaalt mee waarvoor en hoe gegevens worden verwerkt', en: 'whoever manages has a say in for what and how data are processed' },
  },
]

/**
 * Why one person may not hold these roles together, in the reader's language; undefined when they may.
 * A DPO's other tasks may not lead to a conflict of interests (art. 38 lid 6 AVG): not owner of processing, not CISO, not management.
 */
export function roleConflict(held: readonly Role[], isManagement = false): string | undefined {
  const has = (one: Role | 'management') => (one === 'management' ? isManagement : held.includes(one))
  const found = conflicts.find(({ roles: [one, other] }) => has(one) && has(other))
  return found && say({
    nl: `Dit gaat niet samen met de rol van FG: ${found.why.nl}. De FG moet onafhankelijk kunnen toezien (art. 38 lid 6 AVG).`,
    en: `This doesn’t go together with the role of DPO: ${found.why.en}. The DPO must be able to supervise independently (art. 38(6) GDPR).`,
  })
}

/** What of somebody’s tasks can't go with being the DPO. */
export type Conflicting = 'process_owner' | 'ciso' | 'management'

/** Which of these roles, or of a function that manages, a DPO may not have beside it, whether or not the role of DPO is among them (art. 38 lid 6 AVG). */
export function conflictingWithDpo(held: readonly Role[], isManagement = false): Conflicting[] {
  return conflicts.flatMap(({ roles: [, other] }) => (other === 'management' ? isManagement : held.includes(other)) ? [other as Conflicting] : [])
}

/** Why it can't, in the reader's language. */
export function sayConflicting(one: Conflicting): string {
  return say(conflicts.find(({ roles: [, other] }) => other === one)!.why)
}

/** The roles that an actor may give: an administrator all of them to a person; to a program never its own. Whoever isn't one gives none. */
export function grantableRoles(actor: Actor, to: 'person' | 'program'): readonly Role[] {
  // A program that managed people could give itself more than whoever made its token.
  const all = to === 'person' ? roles : roles.filter((role) => role !== 'administrator')
  if (actor.kind === 'system') return all
  return actor.kind === 'person' && hasRole(actor, 'administrator') ? all : []
}

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text)
}
