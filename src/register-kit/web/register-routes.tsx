// Register routes: all pages of one register, from its declaration: the list, its overviews, the form, the steps, and each entry.
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { dayOf } from '../../ground/clock.ts'
import { NotFound } from '../../ground/refusals.ts'
import { hasRole, type Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { bulkChoices } from '../bulk-choices.ts'
import { departmentProgress } from '../department-progress.ts'
import { mayDo } from '../lifecycle.ts'
import { listEntries, listParameters, readListQuery } from '../list-query.ts'
import { recordReading } from '../reading.ts'
import type { Register } from '../register.ts'
import { newOne } from '../register-words.ts'
import { BulkBar, bulkMark } from './bulk-pages.tsx'
import { bulkRoutes } from './bulk-routes.tsx'
import { entryRoutes, type Parts } from './entry-routes.tsx'
import { formRoutes } from './form-routes.tsx'
import { filterLookups } from './list-filters.tsx'
import { EntryList } from './list-page.tsx'
import { FindingsOverview, ReviewProgress } from './progress-pages.tsx'
import { stepRoutes } from './step-routes.tsx'
import { baseOf, showPage, toRegister, type Visit } from './visit.tsx'

/** What other rooms add to the pages of a register. */
export type RegisterParts = Parts & {
  /** Above the list: saved views, by the address of the request. With `redirect` the list opens there instead. */
  readonly above?: (scope: Scope, address: string) => Promise<{ readonly redirect?: string | undefined; readonly shown: Child }>
  /** Buttons among those of the list. */
  readonly listActions?: (scope: Scope, parameters: URLSearchParams) => Child | Promise<Child>
  /** For whoever finds an empty register and has nothing to do there. */
  readonly elsewhere?: (scope: Scope) => Child
}

/** Pages under `/:slug/<path of the register>`; `withScope` has run before. */
export function registerRoutes(house: House, register: Register, parts: RegisterParts = {}): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()

  app.get('/', (c) => scopeOf(c, house, (scope) => showList(c, scope)))
  app.get('/bevindingen', (c) => scopeOf(c, house, async (scope) => {
    if (Object.keys(register.rules).length === 0) throw new NotFound()
    return showPage(c, house, register, {
      heading: t('Bevindingen', 'Findings'), crumbs: [toRegister(c, register)], lead: <p>{t('Wat er in het register nog niet klopt, per afdeling en per soort.', 'What isn’t right in the register yet, per department and per kind.')}</p>,
      children: <FindingsOverview register={register} base={baseOf(c, register)} overview={await departmentProgress(scope, register)} />,
    })
  }))
  app.get('/nakijken', (c) => scopeOf(c, house, async (scope) => {
    if (register.reviewBy === undefined) throw new NotFound()
    return showPage(c, house, register, {
      heading: t('Nakijken', 'Review'), crumbs: [toRegister(c, register)], lead: <p>{t('Wat van kracht is, wordt op gezette tijden nagekeken. Zo ver is elke afdeling.', 'What is in force is looked at again at set times. This is how far each department is.')}</p>,
      children: <ReviewProgress register={register} base={baseOf(c, register)} overview={await departmentProgress(scope, register)} today={dayOf(scope.now)} />,
    })
  }))
  app.route('/', bulkRoutes(house, register))
  app.route('/', formRoutes(house, register))
  app.route('/', stepRoutes(house, register, parts))
  app.route('/', entryRoutes(house, register, parts))

  async function showList(c: Visit, scope: Scope): Promise<Response> {
    const base = baseOf(c, register)
    const above = await parts.above?.(scope, c.req.url)
    if (above?.redirect !== undefined) return c.redirect(above.redirect, 303)
    const parameters = listParameters(register, c.req.url)
    const { query, ignored } = readListQuery(register, parameters)
    const page = await listEntries(scope, register, query, { isCounted: true })
    const lookups = await filterLookups(scope, register, query, parameters.get('filters') === 'open')
    await recordReading(scope, register.fields, page.rows.map(({ values }) => values), `Lijst bekeken: ${register.words.many.nl}`)
    const isChanger = bulkChoices(register, scope.actor).length > 0
    return showPage(c, house, register, {
      heading: say(register.words.many), lead: <p>{say(register.words.lead)}</p>,
      actions: (
        <ButtonGroup>
          {hasRole(scope.actor, ...register.lifecycle.verbs.create!.roles) && <ButtonLink look="primary" icon="plus" href={`${base}/nieuw`}>{newOne(register)}</ButtonLink>}
          {mayDo(register, scope.actor, 'import', null) && <ButtonLink icon="upload" href={`${base}/import`}>{t('Importeren', 'Import')}</ButtonLink>}
          <ButtonLink icon="download" href={`${base}/export?${parameters}`}>{t('Exporteren', 'Export')}</ButtonLink>
          {await parts.listActions?.(scope, parameters)}
        </ButtonGroup>
      ),
      children: (
        <>
          {above?.shown}
          <EntryList
            {...{ register, scope, base, parameters, query, ignored, page, lookups }} elsewhere={parts.elsewhere?.(scope)} mark={isChanger ? bulkMark() : undefined}
            below={isChanger && <BulkBar {...{ register, base, list: parameters.toString(), count: page.count ?? page.rows.length }} />}
          />
        </>
      ),
    })
  }

  return app
}
