// Status link page: a colleague gives whoever brought a case a new private link, for instance to who called or wrote; the links before it stop working.
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { sayDay } from '../ground/clock.ts'
import { isId } from '../ground/ids.ts'
import { NotAllowed, NotFound } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { Alert } from '../page-kit/alerts.tsx'
import { Button, ButtonLink, Link } from '../page-kit/buttons.tsx'
import { CopyableCode } from '../page-kit/document.tsx'
import { Page } from '../page-kit/layout.tsx'
import type { House } from '../people/house.ts'
import { type PeopleEnv, scopeOf } from '../people/with-scope.ts'
import type { CaseRegister } from '../case-kit/outside.ts'
import { renewStatusLink, statusPath } from '../case-kit/status-links/links.ts'
import type { Entry } from '../register-kit/entry.ts'
import { writeHistory } from '../register-kit/history.ts'
import { stageOf, stepsFor, workOf } from '../register-kit/lifecycle.ts'
import { loadEntry } from '../register-kit/perform.ts'
import type { Register } from '../register-kit/register.ts'

type Related = { readonly related?: (scope: Scope, entry: Entry) => Child | Promise<Child> }

/** `/:slug/<register>/:id/statuslink` for each register of cases; `withScope` has run before. */
export function statusLinkRoutes(house: House, registers: readonly CaseRegister[]): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  for (const { register } of registers) {
    app.post(`/${register.path}/:id/statuslink`, (c) => scopeOf(c, house, async (scope) => {
      const id = c.req.param('id')
      if (!isId(id)) throw new NotFound()
      const entry = await loadEntry(scope, register, id)
      if (!mayGive(scope, register, entry)) throw new NotAllowed()
      // A case that was closed long ago is open for a month to whoever asks for it again.
      const isOver = stageOf(register, entry.system.status) === 'ended'
      const until = isOver ? new Date(scope.now.getTime() + 30 * 86_400_000) : null
      const token = await renewStatusLink(scope, { register: register.key, entryId: id }, until)
      await writeHistory(scope, register.key, [{ entryId: id, verb: 'renew_status_link', note: null }])
      const back = `/${scope.organisation.slug}/${register.path}/${id}`
      c.header('cache-control', 'no-store')
      return c.html(
        <Page {...house.frame(c, c.get('who'))} heading={t('Nieuwe statuslink', 'New status link')} narrow crumbs={[{ words: say(register.words.many), href: `/${scope.organisation.slug}/${register.path}` }]}>
          <Alert tone="ok" heading={t('Geef deze link alleen aan wie de zaak bracht', 'Give this link only to who brought the case')}><p>{t('Wij tonen haar één keer. Eerdere links werken niet meer.', 'We show it once. Earlier links no longer work.')}{until && ` ${t(`Deze werkt tot ${sayDay(until)}.`, `This one works until ${sayDay(until)}.`)}`}</p></Alert>
          <CopyableCode label={t('Statuslink', 'Status link')}>{house.config.publicUrl + statusPath(scope.organisation.slug, token)}</CopyableCode>
          <p><ButtonLink href={back}>{t('Terug naar de zaak', 'Back to the case')}</ButtonLink></p>
        </Page>)
    }))
  }
  return app
}

/** The parts of a register's pages, with where its case is followed from outside. */
export function withStatusLink<P extends Related>(registers: readonly CaseRegister[], key: string, own: P | undefined): P | Related | undefined {
  const cases = registers.find(({ register }) => register.key === key)
  if (!cases) return own
  return { ...own, related: async (scope: Scope, entry: Entry) => <>{await own?.related?.(scope, entry)}{mayGive(scope, cases.register, entry) && <StatusLink scope={scope} cases={cases} entry={entry} />}</> }
}

function StatusLink({ scope, cases: { register, contact }, entry }: { scope: Scope; cases: CaseRegister; entry: Entry }) {
  const hasAddress = Boolean(contact(entry.input)?.email)
  return (
    <section class="wb-section" aria-labelledby="statuslink-kop">
      <h2 class="utrecht-heading-2" id="statuslink-kop">{t('Statuslink', 'Status link')}</h2>
      <p>{t('Wie de zaak bracht, volgt haar met een eigen link.', 'Whoever brought the case follows it by a link of their own.')} {hasAddress && <>{t('Is die kwijt? Met nummer en e-mailadres vraagt iemand zelf een nieuwe aan op', 'Lost? By number and e-mail address anybody asks for a new one at')} <Link href={`/openbaar/${scope.organisation.slug}/status`}>{t('de pagina “Uw zaak volgen”', 'the page “Follow your case”')}</Link>.</>}</p>
      <form method="post" action={`/${scope.organisation.slug}/${register.path}/${entry.id}/statuslink`}><Button icon="link">{t('Nieuwe link maken', 'Make a new link')}</Button></form>
    </section>
  )
}

/** Whoever handles the case: can take a step of it. */
function mayGive(scope: Scope, register: Register, entry: Entry): boolean {
  return stepsFor(register, scope.actor, workOf(register, entry)).length > 0
}
