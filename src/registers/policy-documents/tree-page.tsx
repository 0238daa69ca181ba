// Tree page: all documents as they hang under each other, and for which bodies no privacy policy holds.
import { Hono } from 'hono'
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Alert, EmptyState } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { StatusOf } from '../../register-kit/web/list-cells.tsx'
import { baseOf, showPage, toRegister } from '../../register-kit/web/visit.tsx'
import { fields } from './declaration.ts'
import { bodiesWithoutPolicy } from './facts.ts'
import { policyDocuments as register } from './register.ts'
import { type Branch, treeOf, type TreeRow } from './tree.ts'

export function treeRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/boom', (c) => scopeOf(c, house, async (scope) => {
    const tree = treeOf(await shownDocuments(scope))
    const { none, bodies } = await bodiesWithoutPolicy(scope)
    return showPage(c, house, register, {
      heading: t('Beleid als boom', 'Policy as a tree'), crumbs: [toRegister(c, register)], lead: <p>{t('Wat onder wat hangt: van strategisch beleid tot de werkwijze van een afdeling.', 'What hangs under what: from strategic policy to the procedure of a department.')}</p>,
      children: (
        <>
          {none || bodies.length > 0
            ? <Alert tone={none ? 'warning' : 'info'} heading={none ? t('Er is geen privacybeleid van kracht', 'No privacy policy is in force') : t('Voor deze organen geldt nog geen privacybeleid', 'For these bodies no privacy policy holds yet')}>{bodies.length > 0 && <p>{bodies.join(', ')}.</p>}</Alert>
            : null}
          {tree.length === 0 ? <EmptyState heading={t('Nog geen beleid', 'No policy yet')} icon="document"><p>{say(register.words.empty)}</p></EmptyState> : <Branches branches={tree} base={baseOf(c, register)} />}
        </>
      ),
    })
  }))
  return app
}

function Branches({ branches, base }: { branches: readonly Branch[]; base: string }) {
  return (
    <ul class="wb-list">
      {branches.map(({ id, title, number, level, status, under }) => (
        <li>
          <Link href={`${base}/${id}`}>{title}</Link> <StatusOf register={register} status={status} proposal={undefined} /> <span class="wb-subtle">{[level && say(fields.level.choices.find(({ key }) => key === level)!.words), number].filter(Boolean).join(' · ')}</span>
          {under.length > 0 && <Branches branches={under} base={base} />}
        </li>
      ))}
    </ul>
  )
}

const mostShown = 500

async function shownDocuments(scope: Scope): Promise<TreeRow[]> {
  const { rows } = await sql<TreeRow>`
    select t.id, t.title, t.number, t.level, t.status, t.parent from policy_document t where t.organisation_id = ${scope.organisation.id} and t.status <> 'ended' and ${register.visible(scope.actor)}
    order by array_position(array['strategic', 'tactical', 'department'], t.level), t.sort_name limit ${mostShown}`.execute(scope.tx)
  return rows
}
