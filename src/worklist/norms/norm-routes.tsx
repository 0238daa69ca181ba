// Norm routes: the norm board, one norm of it, statements on it, and the board as a file.
import { type Context, Hono } from 'hono'
import { recordAccess } from '../../access-record/record.ts'
import { dayOf } from '../../ground/clock.ts'
import { Invalid, NotFound } from '../../ground/refusals.ts'
import { hasRole, personOf, type Role, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { EmptyState } from '../../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { Page } from '../../page-kit/layout.tsx'
import type { House } from '../../people/house.ts'
import { onlyFor, type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { state, statementsOn, stating } from '../../register-kit/norms/statements.ts'
import { overseers } from '../../register-kit/visibility.ts'
import { boardAddress, inOrder, isStated, loadBoard, matches, readBoardQuery } from './board.ts'
import { exportBoard, exportKinds } from './board-export.ts'
import { BoardContent, NormBadge } from './board-page.tsx'
import { NormContent } from './norm-page.tsx'
import { lastSnapshot, trendOf } from './snapshots.ts'
import { mostValid, nothingTyped, type TypedStatement } from './statement-parts.tsx'
import { readStatementForm, statementRoutes } from './statement-routes.tsx'
import { measuresFor } from './tied-measures.ts'

type Visit = Context<PeopleEnv>
/** Those who see how the organisation stands by its policy: figures, no entries. */
export const boardReaders: readonly Role[] = ['process_owner', ...overseers]

/** Pages under `/:slug/normen` and `/:slug/normverklaringen`; `withScope` has run before. */
export function normRoutes(house: House, maxUploadBytes: number): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  const readers = async (c: Visit, next: () => Promise<void>) => {
    onlyFor(c.get('who'), t('wie toezicht houdt of verantwoordelijk is', 'those who supervise or answer for it'), ...boardReaders)
    await next()
  }
  app.use('/normen/*', readers)
  app.use('/normverklaringen/*', readers)
  app.route('/normverklaringen', statementRoutes(house, maxUploadBytes))
  app.get('/normen', (c) => scopeOf(c, house, (scope) => showBoard(c, scope)))
  app.get('/normen/export/:kind', (c) => scopeOf(c, house, async (scope) => {
    const kind = exportKinds.find((one) => one === c.req.param('kind'))
    const board = await loadBoard(scope)
    if (!kind || !board) throw new NotFound()
    const query = readBoardQuery(c.req.url)
    const { bytes, type } = await exportBoard(kind, scope, board, inOrder(board.norms.filter((one) => matches(board.policy.profile, one, query))))
    return new Response(bytes, { headers: { 'content-type': type, 'content-disposition': `attachment; filename="normen-${scope.organisation.slug}-${dayOf(scope.now)}.${kind}"`, 'cache-control': 'no-store' } })
  }))
  app.get('/normen/:id', (c) => scopeOf(c, house, (scope) => showNorm(c, scope)))
  app.post('/normen/:id/verklaringen', async (c) => {
    const typed = readStatementForm(await c.req.formData().catch(() => new FormData()))
    try {
      const id = await scopeOf(c, house, async (scope) => {
        const { norm } = await openNorm(c, scope)
        if (!isStated(norm)) throw new NotFound()
        return state(scope, norm.id, typed, mostValid(norm))
      })
      return c.redirect(`/${c.get('who').organisation.slug}/normverklaringen/${id}?gedaan=verklaard`, 303)
    } catch (error) {
      if (error instanceof Invalid) return scopeOf(c, house, (scope) => showNorm(c, scope, { ...typed, faults: error.faults }))
      throw error
    }
  })

  async function showBoard(c: Visit, scope: Scope): Promise<Response> {
    const board = await loadBoard(scope)
    const query = readBoardQuery(c.req.url)
    const base = `/${scope.organisation.slug}/normen`
    const file = (kind: string) => boardAddress(`${base}/export/${kind}`, query)
    return c.html(
      <Page
        {...house.frame(c, c.get('who'))} heading={t('Normbord', 'Norm board')}
        lead={<p>{board ? <>{t('Hoe u ervoor staat volgens', 'How you stand by')} <span lang="nl">{board.policy.profile.title}</span> ({t('versie', 'version')} {board.policy.version}).</> : t('Hoe u ervoor staat volgens uw eigen beleid.', 'How you stand by your own policy.')}</p>}
        actions={board && <ButtonGroup>{exportKinds.map((kind) => <ButtonLink icon="download" href={file(kind)}>{kind === 'xlsx' ? t('Excel-bestand', 'Excel file') : kind.toUpperCase()}</ButtonLink>)}</ButtonGroup>}
      >
        {board ? <BoardContent scope={scope} board={board} query={query} last={await lastSnapshot(scope)} />
          : <EmptyState heading={t('Er is nog geen beleid gekozen', 'No policy has been chosen yet')} icon="document"><p>{t('Een beheerder kiest bij Organisatie welk beleidsprofiel u volgt. Daarna staan de normen hier.', 'An administrator chooses under Organisation which policy profile you follow. After that the norms stand here.')}</p></EmptyState>}
      </Page>)
  }

  async function showNorm(c: Visit, scope: Scope, typed: TypedStatement = nothingTyped): Promise<Response> {
    const { policy, one } = await openNorm(c, scope)
    const { norm, status } = one
    const statements = await statementsOn(scope, norm.id)
    await recordAccess(scope, { name: `Norm ${norm.id} bekeken`, subjects: [...new Set(statements.map(({ statedBy }) => statedBy))].filter((id) => id !== personOf(scope.actor)).map((id) => ({ type: 'person', id })) })
    return c.html(
      <Page
        {...house.frame(c, c.get('who'))} heading={t(`Norm ${norm.id}`, `Policy norm ${norm.id}`)} crumbs={[{ words: t('Normbord', 'Norm board'), href: `/${scope.organisation.slug}/normen` }]} failed={typed.faults.length > 0}
        lead={<p><NormBadge status={status} /></p>}
      >
        <NormContent {...{ scope, policy, one, statements, typed }} trend={await trendOf(scope, norm.id, status)} measures={await measuresFor(scope, norm.id)} mayState={hasRole(scope.actor, ...stating)} />
      </Page>, typed.faults.length > 0 ? 400 : 200)
  }

  return app
}

/** The norm in the address, with how it stands. @throws NotFound when the policy in force doesn't have it */
async function openNorm(c: Visit, scope: Scope) {
  const id = c.req.param('id') ?? ''
  const board = await loadBoard(scope, (norm) => norm.id === id)
  const [one] = board?.norms ?? []
  if (!board || !one) throw new NotFound(t('Deze norm staat niet in het beleid dat u volgt.', 'This norm isn’t in the policy that you follow.'))
  return { policy: board.policy, one, norm: one.norm }
}
