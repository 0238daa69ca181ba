// Root: the REST API as a whole under /api/v1: its description, the organisation that a token opens, and every register.
import { type Context, Hono } from 'hono'
import { sql } from 'kysely'
import { recordAccess } from '../../access-record/record.ts'
import { Invalid, NotAllowed, NotFound } from '../../ground/refusals.ts'
import { hasRole } from '../../ground/scope.ts'
import { inLanguage, say, t } from '../../ground/words.ts'
import type { House } from '../../people/house.ts'
import { callerScope, type TokenEnv, withToken } from '../../people/token-door.ts'
import { allRegisters } from '../tied-registers.ts'
import { overseers } from '../visibility.ts'
import { apiParts, readsByPost } from './api-parts.ts'
import { openApi } from './openapi.ts'
import { inQuery, problemOf } from './problem.ts'
import { apiRoutes } from './routes.ts'
import { apiVersion } from './version.ts'

/** Everything under `/api/v1`. Errors are answered here too, always as problem+json. */
export function apiRoot(house: House): Hono<TokenEnv> {
  const app = new Hono<TokenEnv>()
  app.use(async (c, next) => {
    await inLanguage(/^en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'nl', next)
    c.res.headers.set('API-Version', apiVersion)
  })
  app.onError((error, c) => problemOf(error, c))
  app.notFound((c) => problemOf(undefined, c))
  app.get('/openapi.json', (c) => c.json(inLanguage('nl', () => openApi(house.config.publicUrl))))
  app.use('/:slug/*', withToken(house, readsByPost))
  app.get('/:slug', (c) => {
    refuseAnyQuery(c)
    const { organisation, actor } = c.get('caller')
    const open = allRegisters().filter(({ key }) => actor.registers === undefined || actor.registers.includes(key))
    return c.json({ registers: open.map(({ key, words }) => ({ key, name: say(words.many), href: `${house.config.publicUrl}/api/v1/${organisation.slug}/${key}` })) })
  })
  for (const [path, table] of [['departments', 'department'], ['governing-bodies', 'governing_body'], ['participants', 'participant']] as const) {
    app.get(`/:slug/${path}`, (c) => {
      refuseAnyQuery(c)
      return callerScope(c, house, async (scope) => c.json({ references: (await sql`select id, name, is_active as "isActive" from ${sql.table(table)} where organisation_id = ${scope.organisation.id} order by name, id`.execute(scope.tx)).rows }))
    })
  }
  app.get('/:slug/persons', (c) => {
    refuseAnyQuery(c)
    return callerScope(c, house, async (scope) => {
      // Names of colleagues are for those whose task asks for them (N-02).
      if (!hasRole(scope.actor, ...overseers, 'process_owner')) throw new NotAllowed(t('Dit token mag de namen van collega’s niet zien.', 'This token may not see the names of colleagues.'))
      const found = await sql<{ id: string }>`select id, name, is_active as "isActive" from person where organisation_id = ${scope.organisation.id} order by name, id`.execute(scope.tx)
      await recordAccess(scope, { name: 'API: lijst van personen gelezen', subjects: found.rows.map(({ id }) => ({ type: 'person', id })) })
      return c.json({ references: found.rows })
    })
  })
  app.get('/:slug/catalogues/:catalogue', (c) => {
    refuseAnyQuery(c)
    return callerScope(c, house, async (scope) => {
      const found = await sql`select key, ${sql.ref(t('label_nl', 'label_en'))} as label, is_active as "isActive", marks, citation from catalogue_term
        where organisation_id = ${scope.organisation.id} and catalogue = ${c.req.param('catalogue').slice(0, 100)} order by position, key`.execute(scope.tx)
      if (found.rows.length === 0) throw new NotFound(t('Deze catalogus bestaat niet.', 'There is no such catalogue.'))
      return c.json({ terms: found.rows })
    })
  })
  for (const { key, routes } of apiParts()) app.route(`/:slug/${key}`, routes(house))
  for (const register of allRegisters()) app.route(`/:slug/${register.key}`, apiRoutes(house, register))
  return app
}

function refuseAnyQuery(c: Context): void {
  const names = [...new Set(new URL(c.req.url).searchParams.keys())]
  if (names.length > 0) throw new Invalid(names.map((name) => ({ at: inQuery(name.slice(0, 60)), message: t('Deze parameter bestaat niet.', 'There is no such parameter.') })))
}
