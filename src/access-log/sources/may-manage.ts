// Who manages the sources of the log, and who only reads them. Only roles for the whole organisation count: the log knows no departments.
import { NotAllowed } from '../../ground/refusals.ts'
import { type Actor, assignmentsOf, type Role } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'

const managers: readonly Role[] = ['administrator', 'privacy_officer', 'ciso']
const readers: readonly Role[] = [...managers, 'dpo', 'auditor']

export const mayManageSources = (actor: Actor) => holds(actor, managers)

/** @throws NotAllowed */
export function mustReadSources(actor: Actor): void {
  if (!holds(actor, readers)) throw new NotAllowed(t('De bronnen van het logboek zijn voor de beheerder, de privacy officer, de CISO, de FG en de auditor van de hele organisatie.', 'The sources of the access log are for the administrator, the privacy officer, the CISO, the DPO and the auditor of the whole organisation.'))
}

/** @throws NotAllowed */
export function mustManageSources(actor: Actor): void {
  mustReadSources(actor)
  if (!mayManageSources(actor)) throw new NotAllowed(t('Bronnen van het logboek beheren de beheerder, de privacy officer en de CISO.', 'Sources of the access log are managed by the administrator, the privacy officer and the CISO.'))
}

function holds(actor: Actor, roles: readonly Role[]): boolean {
  return actor.kind === 'person' && assignmentsOf(actor).some(({ role, departmentIds }) => departmentIds === undefined && roles.includes(role))
}
