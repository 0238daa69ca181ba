// Role rights: the table of what each role may do, a part for each register and one for what this room keeps.
import type { Child } from 'hono/jsx'
import { type Role, roles } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { EmptyState } from '../page-kit/alerts.tsx'
import { Icon } from '../page-kit/icons.tsx'
import { type Column, Table } from '../page-kit/table.tsx'
import type { RegisterPermissions } from './house.ts'
import { roleTasks, roleWords } from './roles.ts'

export function RoleRights({ permissions }: { permissions: readonly RegisterPermissions[] }): Child {
  return (
    <>
      <Table
        caption={t('Waarvoor een rol is', 'What a role is for')} rows={roles}
        columns={[{ key: 'role', header: t('Rol', 'Role'), names: true, cell: (role) => say(roleWords[role]) }, { key: 'task', header: t('Waarvoor', 'For what'), cell: (role) => say(roleTasks[role]) }]}
      />
      {permissions.length === 0 && <EmptyState heading={t('Er zijn geen registers', 'There are no registers')} />}
      {[...permissions, management].map((one) => <Matrix {...one} />)}
    </>
  )
}

function Matrix({ register, verbs }: RegisterPermissions): Child {
  const columns: Column<RegisterPermissions['verbs'][number]>[] = [
    { key: 'verb', header: t('Handeling', 'Act'), names: true, cell: (row) => say(row.words) },
    ...roles.map((role): Column<RegisterPermissions['verbs'][number]> => ({ key: role, header: say(shortWords[role]), cell: (row) => <Mark may={row.roles.includes(role)} /> })),
  ]
  return <Table caption={say(register)} narrow="scroll" rows={verbs} columns={columns} />
}

// Named by a label: text that is only hidden from the eye would stand outside a table that scrolls, and widen the page.
function Mark({ may }: { may: boolean }): Child {
  return may
    ? <span role="img" aria-label={t('Mag', 'May')}><Icon name="check" /></span>
    : <span class="wb-subtle" role="img" aria-label={t('Mag niet', 'May not')}>–</span>
}

/** Names short enough for the head of a column. */
const shortWords: Record<Role, { nl: string; en: string }> = {
  ...roleWords, dpo: { nl: 'FG', en: 'DPO' }, iso: { nl: 'ISO', en: 'ISO' },
}

/** What this room itself lets the administrator do, and nobody else. */
const management: RegisterPermissions = {
  register: { nl: 'Beheer', en: 'Management' },
  verbs: [
    { words: { nl: 'Personen toevoegen, wijzigen en uitzetten', en: 'Add, change and turn off persons' }, roles: ['administrator'] },
    { words: { nl: 'Rollen geven en beëindigen', en: 'Give and end roles' }, roles: ['administrator'] },
    { words: { nl: 'Afdelingen, organen en functies bijhouden', en: 'Keep departments, bodies and functions' }, roles: ['administrator'] },
    { words: { nl: 'Inlogdienst en toegestane netwerken instellen', en: 'Set the sign-in service and allowed networks' }, roles: ['administrator'] },
    { words: { nl: 'Aanmeldingen en sessies zien en beëindigen', en: 'See sign-ins, and see and end sessions' }, roles: ['administrator'] },
    { words: { nl: 'API-tokens maken en intrekken', en: 'Make and revoke API tokens' }, roles: ['administrator'] },
  ],
}
