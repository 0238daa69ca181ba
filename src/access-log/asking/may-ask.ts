// Who may ask: which roles read the access log, ask about data subjects and employees, and see what is under secrecy. Only roles for the whole organisation count: the log knows no departments.
import { NotAllowed } from '../../ground/refusals.ts'
import { type Actor, assignmentsOf, type Role } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'

const holds = (actor: Actor, roles: readonly Role[]): boolean => actor.kind === 'person' && assignmentsOf(actor).some(({ role, departmentIds }) => departmentIds === undefined && roles.includes(role))

export const logReaders: readonly Role[] = ['dpo', 'privacy_officer', 'ciso', 'auditor']
const askers: readonly Role[] = ['dpo', 'privacy_officer', 'ciso']

/** Overview, counts, signals, and who asked what and why. */
export const mayReadLog = (actor: Actor) => holds(actor, logReaders)
/** Ask, explain signals, make an incident of them. */
export const mayAsk = (actor: Actor) => holds(actor, askers)
/** What is under secrecy (a police file, a protected address) is for whoever watches over the whole; others hear how many there are. */
export const maySeeSecret = (actor: Actor) => holds(actor, ['dpo', 'ciso'])
/** A privacy officer asks about an employee only for a case or incident, named with the question: else it would be watching staff. */
export const needsReference = (actor: Actor) => !holds(actor, ['dpo', 'ciso'])
/** Who must be watched over more closely. */
export const mayKeepWatch = (actor: Actor) => holds(actor, ['dpo', 'privacy_officer'])
/** What counts as unusual. */
export const maySetThresholds = (actor: Actor) => holds(actor, ['dpo', 'privacy_officer', 'ciso'])

/** @throws NotAllowed */
export function mustReadLog(actor: Actor): void {
  if (!mayReadLog(actor)) throw new NotAllowed(t('Het logboek is voor de FG, de privacy officer, de CISO en de auditor van de hele organisatie. Wilt u weten wie uw eigen gegevens zag? Vraag het de FG.', 'The access log is for the DPO, the privacy officer, the CISO and the auditor of the whole organisation. Do you want to know who saw your own data? Ask the DPO.'))
}

/** @throws NotAllowed */
export function mustAsk(actor: Actor): void {
  mustReadLog(actor)
  if (!mayAsk(actor)) throw new NotAllowed(t('Vragen aan het logboek stellen de FG, de privacy officer en de CISO. U kunt wel zien wie wat vroeg, en waarom.', 'Questions to the access log are asked by the DPO, the privacy officer and the CISO. You can see who asked what, and why.'))
}
