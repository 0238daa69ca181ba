// Parts: what the pages of issued devices have beyond what the declaration gives: what leavers still have, per person.
import { Hono } from 'hono'
import { sql } from 'kysely'
import { recordAccess } from '../../access-record/record.ts'
import { sayDay } from '../../ground/clock.ts'
import { isId } from '../../ground/ids.ts'
import { NotAllowed } from '../../ground/refusals.ts'
import { hasRole, type Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Badge, EmptyState } from '../../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Table } from '../../page-kit/table.tsx'
import { Form, SubmitBar } from '../../page-kit/form.tsx'
import { Select } from '../../page-kit/inputs.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { overseers } from '../../register-kit/visibility.ts'
import { baseOf, showPage, toRegister } from '../../register-kit/web/visit.tsx'
import { fields } from './declaration.ts'
import { deviceKeepers } from './lifecycle.ts'
import { issuedDevices } from './register.ts'

type Held = { readonly id: string; readonly name: string; readonly number: string; readonly kind: string | null; readonly holder: string; readonly person: string; readonly isActive: boolean; readonly on: string | null }
const mostShown = 500

/** For `registerDoors`. */
export const issuedDeviceParts = {
  routes(house: House): Hono<PeopleEnv> {
    const app = new Hono<PeopleEnv>()
    app.get('/inleveren', (c) => scopeOf(c, house, async (scope) => {
      if (!hasRole(scope.actor, ...deviceKeepers, ...overseers)) throw new NotAllowed(t('Uw rol staat niet toe dat u dit ziet.', 'Your role doesn’t let you see this.'))
      const wanted = c.req.query('wie') ?? ''
      const [rows, people] = [await stillHeld(scope, isId(wanted) ? wanted : undefined), await holders(scope)]
      await recordAccess(scope, { name: 'Bekeken wat iemand moet inleveren', subjects: rows.map(({ holder }) => ({ type: 'person' as const, id: holder })) })
      const base = baseOf(c, issuedDevices)
      return showPage(c, house, issuedDevices, {
        heading: t('Nog in te leveren', 'Still to be given back'), crumbs: [toRegister(c, issuedDevices)],
        lead: <p>{t('Wie weggaat, levert alles in. Hier staat wat mensen die niet meer werken nog hebben, of wat één collega heeft.', 'Whoever leaves gives everything back. Here stands what people who have left still have, or what one colleague has.')}</p>,
        children: (
          <>
            <Form action={`${base}/inleveren`} method="get">
              <Select name="wie" label={t('Van wie', 'Of whom')} value={wanted} empty={t('Iedereen die weg is', 'Everybody who has left')} choices={people.map(({ id, name }) => ({ value: id, label: name }))} />
              <SubmitBar primary={t('Tonen', 'Show')} primaryAction="show" />
            </Form>
            <Table
              caption={t('Apparaten die nog terug moeten', 'Devices that must come back')} captionHidden rows={rows} empty={<EmptyState heading={t('Niets in te leveren', 'Nothing to give back')} icon="check" />}
              columns={[
                { key: 'person', header: t('Wie', 'Who'), cell: (row) => <>{row.person}{!row.isActive && <> <Badge tone="warning">{t('werkt hier niet meer', 'has left')}</Badge></>}</> },
                { key: 'device', header: t('Apparaat', 'Device'), names: true, cell: (row) => <><Link href={`${base}/${row.id}`}><span lang="nl">{row.name}</span></Link> {row.number}</> },
                { key: 'kind', header: t('Soort', 'Kind'), cell: (row) => { const found = fields.kind.choices.find(({ key }) => key === row.kind); return found ? say(found.words) : '–' } },
                { key: 'on', header: t('Sinds', 'Since'), oneLine: true, cell: (row) => (row.on === null ? '–' : sayDay(row.on)) },
              ]}
            />
          </>
        ),
      })
    }))
    return app
  },
  listActions: ({ actor, organisation: { slug } }: Scope) => hasRole(actor, ...deviceKeepers, ...overseers) && <ButtonLink href={`/${slug}/apparaten/inleveren`}>{t('Nog in te leveren', 'Still to be given back')}</ButtonLink>,
}

/** What is out with one person, or with all who have left. */
async function stillHeld(scope: Scope, person: string | undefined): Promise<Held[]> {
  const whom = person === undefined ? sql`not p.is_active` : sql`p.id = ${person}`
  const { rows } = await sql<Held>`select t.id, t.name, t.number, t.kind, t.holder, p.name as person, p.is_active as "isActive", t.issued_on as on from issued_device t join person p on p.organisation_id = t.organisation_id and p.id = t.holder
    where t.organisation_id = ${scope.organisation.id} and t.status in ('issued', 'lost') and ${whom} and ${issuedDevices.visible(scope.actor)} order by p.name, t.sort_name, t.id limit ${mostShown}`.execute(scope.tx)
  return rows
}

async function holders(scope: Scope): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select distinct p.id, p.name from issued_device t join person p on p.organisation_id = t.organisation_id and p.id = t.holder
    where t.organisation_id = ${scope.organisation.id} and t.status in ('issued', 'lost') and ${issuedDevices.visible(scope.actor)} order by p.name limit ${mostShown}`.execute(scope.tx)
  return rows
}
