// Token pages: the administrator's list of tokens for programs, making one, and what one token is and did.
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { dayAfter, dayOf, sayDay, sayMoment } from '../ground/clock.ts'
import { say, t } from '../ground/words.ts'
import { Alert, Badge, EmptyState, StatusBadge } from '../page-kit/alerts.tsx'
import { Button, ButtonLink, Link } from '../page-kit/buttons.tsx'
import { ErrorSummary, Section } from '../page-kit/form.tsx'
import { TextInput } from '../page-kit/inputs.tsx'
import { applyRowAction, isRowAction, renumberRows } from '../page-kit/row-actions.ts'
import { Table } from '../page-kit/table.tsx'
import { readTypedDate } from '../page-kit/typed-dates.ts'
import { findToken, listTokens, makeToken, revokeToken, type ShownToken, type TokenInput } from './api-tokens.ts'
import { departmentChoices, listDepartments } from './departments.ts'
import { type Faults, type Fields, fieldsOf, orFaults, readFields } from './form-input.ts'
import { PastEvents } from './past-events.tsx'
import { readEvents } from './history.ts'
import type { House } from './house.ts'
import { type ManagementContext, managementPage, managementPath, onlyAdministrator } from './management.tsx'
import { roleWords } from './roles.ts'
import { TokenForm } from './token-form.tsx'
import { type PeopleEnv, scopeOf } from './with-scope.ts'

/** `/beheer/tokens` and below; to be mounted under `/:slug` after `withScope`. */
export function tokenRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  for (const path of ['/beheer/tokens', '/beheer/tokens/*']) app.use(path, async (c, next) => { onlyAdministrator(c); await next() })
  app.get('/beheer/tokens', (c) => showTokens(c, house))
  app.get('/beheer/tokens/nieuw', (c) => showNew(c, house, undefined, []))
  app.post('/beheer/tokens/nieuw', async (c) => {
    const sent = (await readFields(c)).entries
    const action = fieldsOf(sent).one('_action')
    const fields = fieldsOf(renumberRows(applyRowAction(sent, action), 'roles'))
    if (isRowAction(action)) return showNew(c, house, fields, [])
    const outcome = await orFaults(() => scopeOf(c, house, (scope) => makeToken(scope, house, tokenInput(fields))))
    return outcome.faults ? showNew(c, house, fields, outcome.faults) : showMade(c, house, outcome.done)
  })
  app.get('/beheer/tokens/:id', (c) => showToken(c, house, []))
  app.post('/beheer/tokens/:id/intrekken', async (c) => {
    const id = c.req.param('id')
    const outcome = await orFaults(() => scopeOf(c, house, (scope) => revokeToken(scope, id)))
    return outcome.faults ? showToken(c, house, outcome.faults) : c.redirect(`${managementPath(c, `tokens/${id}`)}?klaar=ingetrokken`, 303)
  })
  return app
}

function tokenInput(fields: Fields): TokenInput {
  const typed = Array.from({ length: Math.min(fields.rows('roles'), 20) }, (_, index) => ({ role: fields.one(`roles.${index}.role`), departmentId: fields.one(`roles.${index}.department`) || null }))
  return {
    name: fields.one('name'),
    // A row of which nothing is chosen is no role, unless it is the only one.
    grants: typed.filter(({ role, departmentId }, index) => role !== '' || departmentId !== null || (index === 0 && typed.length === 1)),
    registers: fields.one('reach') === 'some' ? fields.all('registers').filter(Boolean) : undefined,
    mayWrite: fields.one('access') === 'write',
    expiresOn: readTypedDate(fields.one('expiresOn')),
  }
}

async function showTokens(c: ManagementContext, house: House): Promise<Response> {
  const tokens = await scopeOf(c, house, async (scope) => {
    const found = await listTokens(scope)
    await house.onPersonsRead?.(scope, [...new Set(found.flatMap((token) => token.createdById ?? []))], 'api-tokens')
    return found
  })
  const today = dayOf(house.clock())
  const make = <ButtonLink look="primary" icon="plus" href={managementPath(c, 'tokens/nieuw')}>{t('Token maken', 'Make a token')}</ButtonLink>
  return managementPage(c, house, {
    heading: t('API-tokens', 'API tokens'), actions: tokens.length > 0 ? make : undefined,
    lead: <p>{t(
      'Met een token werkt een programma via de API met de gegevens van deze organisatie.',
      'With a token a program works with the data of this organisation through the API.',
    )}</p>,
    children: (
      <Table
        caption={t('API-tokens', 'API tokens')} captionHidden rows={tokens}
        empty={<EmptyState heading={t('Nog geen tokens', 'No tokens yet')} icon="lock" action={make}>{t(
          'Maak er een als een ander programma gegevens wil lezen of aanleveren.',
          'Make one when another program wants to read or supply data.',
        )}</EmptyState>}
        columns={[
          {
            key: 'name', header: t('Naam', 'Name'), names: true,
            cell: (row) => <><Link href={managementPath(c, `tokens/${row.id}`)}>{row.name}</Link><br /><code>wbg_{row.prefix}…</code></>,
          },
          { key: 'roles', header: t('Rollen', 'Roles'), cell: (row) => <Roles token={row} /> },
          { key: 'access', header: t('Mag', 'May'), cell: (row) => sayAccess(row) },
          { key: 'state', header: t('Stand', 'State'), cell: (row) => <State token={row} today={today} /> },
          {
            key: 'used', header: t('Laatst gebruikt', 'Last used'), oneLine: true,
            cell: (row) => (row.lastUsedAt ? sayMoment(row.lastUsedAt) : t('Nooit', 'Never')),
          },
          {
            key: 'by', header: t('Gemaakt door', 'Made by'),
            cell: (row) => <>{row.createdBy ?? 'Waarborg'}{row.isOrphan && row.state === 'working' && <><br /><Badge tone="warning">{t('geen beheerder meer', 'no administrator any more')}</Badge></>}</>,
          },
        ]}
      />
    ),
  })
}

async function showNew(c: ManagementContext, house: House, fields: Fields | undefined, faults: Faults): Promise<Response> {
  const departments = departmentChoices(await scopeOf(c, house, listDepartments))
  return managementPage(c, house, {
    heading: t('Token maken', 'Make a token'), narrow: true, failed: faults.length > 0, crumbs: crumbs(c),
    children: (
      <>
        <ErrorSummary faults={faults} />
        <TokenForm
          action={managementPath(c, 'tokens/nieuw')} cancel={managementPath(c, 'tokens')} actor={c.get('who').actor} departments={departments} registers={house.registers ?? []}
          today={dayOf(house.clock())} fields={fields} faults={faults}
        />
      </>
    ),
  })
}

function showMade(c: ManagementContext, house: House, made: { id: string; token: string }): Response | Promise<Response> {
  return managementPage(c, house, {
    heading: t('Het token is gemaakt', 'The token has been made'), narrow: true, crumbs: crumbs(c),
    children: (
      <>
        <Alert tone="warning" heading={t('Kopieer het token nu', 'Copy the token now')}>
          {t('U ziet het alleen deze keer. Bewaar het waar alleen het programma erbij kan, en stuur het nooit per e-mail. Wie het heeft, kan ermee bij uw gegevens.',
            'You see it only this time. Keep it where only the program can reach it, and never send it by e-mail. Whoever has it can reach your data with it.')}
        </Alert>
        <TextInput name="token" label={t('Token', 'Token')} value={made.token} readonly hint={t(
          'Het programma stuurt het mee als “Authorization: Bearer …”.',
          'The program sends it along as “Authorization: Bearer …”.',
        )} />
        <ButtonLink href={managementPath(c, `tokens/${made.id}`)}>{t('Ik heb het token bewaard', 'I have kept the token')}</ButtonLink>
      </>
    ),
  })
}

async function showToken(c: ManagementContext, house: House, faults: Faults): Promise<Response> {
  const { token, events } = await scopeOf(c, house, async (scope) => {
    const found = await findToken(scope, c.req.param('id') ?? '')
    await house.onPersonsRead?.(scope, found.createdById ? [found.createdById] : [], 'api-token')
    return { token: found, events: await readEvents(scope, 'api-tokens', { entryId: found.id }) }
  })
  const registers = token.registers?.map((key) => { const known = house.registers?.find((one) => one.key === key); return known ? say(known.words) : key })
  const facts: readonly (readonly [string, Child])[] = [
    [t('Begint met', 'Begins with'), <code>wbg_{token.prefix}…</code>],
    [t('Rollen', 'Roles'), <Roles token={token} />],
    [t('Registers', 'Registers'), registers?.join(', ') ?? t('Alle', 'All')],
    [t('Mag', 'May'), sayAccess(token)],
    [t('Werkt tot en met', 'Works until'), sayDay(token.expiresOn)],
    [t('Gemaakt', 'Made'), `${sayMoment(token.createdAt)}, ${token.createdBy ?? 'Waarborg'}`],
    [t('Laatst gebruikt', 'Last used'), token.lastUsedAt ? `${sayMoment(token.lastUsedAt)}, ${t('vanaf', 'from')} ${token.lastUsedIp}` : t('Nooit', 'Never')],
    ...(token.revokedAt ? [[t('Ingetrokken', 'Revoked'), `${sayMoment(token.revokedAt)}, ${token.revokedBy ?? 'Waarborg'}`] as const] : []),
  ]
  return managementPage(c, house, {
    heading: token.name, narrow: true, failed: faults.length > 0, crumbs: crumbs(c), lead: <State token={token} today={dayOf(house.clock())} />,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <Table
          caption={t('Over dit token', 'About this token')} captionHidden rows={facts}
          columns={[{ key: 'what', header: t('Wat', 'What'), names: true, cell: ([what]) => what }, { key: 'value', header: t('Waarde', 'Value'), cell: ([, value]) => value }]}
        />
        {token.state === 'working' && (
          <Section heading={t('Intrekken', 'Revoke')} id="intrekken" lead={<p>{t(
            'Het token werkt dan meteen niet meer. Dat is niet terug te draaien.',
            'The token then stops working at once. That can’t be undone.',
          )}</p>}>
            <form
              method="post" action={managementPath(c, `tokens/${token.id}/intrekken`)}
            >
              <Button look="danger">{t('Token intrekken', 'Revoke the token')}</Button>
            </form>
          </Section>
        )}
        <Section
          heading={t('Geschiedenis', 'History')} id="geschiedenis"
        >
          <PastEvents events={events} label={t('Geschiedenis van dit token', 'History of this token')} />
        </Section>
      </>
    ),
  })
}

function Roles({ token }: { token: ShownToken }): Child {
  return <>{token.grants.map(({ role, department }) => <><Badge>{say(roleWords[role])}{department ? `: ${department}` : ''}</Badge> </>)}</>
}

function State({ token, today }: { token: ShownToken; today: string }): Child {
  if (token.state === 'revoked') return <StatusBadge tone="negative">{t('Ingetrokken', 'Revoked')}</StatusBadge>
  if (token.state === 'expired') return <StatusBadge tone="negative">{t('Verlopen op', 'Expired on')} {sayDay(token.expiresOn)}</StatusBadge>
  const isSoon = token.expiresOn <= dayAfter(today, 'P14D')
  return <StatusBadge tone={isSoon ? 'warning' : 'positive'}>{t('Werkt tot en met', 'Works until')} {sayDay(token.expiresOn)}</StatusBadge>
}

function sayAccess(token: ShownToken): string {
  return token.mayWrite ? t('Lezen en wijzigen', 'Read and change') : t('Alleen lezen', 'Read only')
}

function crumbs(c: ManagementContext) {
  return [{ words: t('API-tokens', 'API tokens'), href: managementPath(c, 'tokens') }]
}
