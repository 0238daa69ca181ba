// Status page: how a case stands, for whoever has its private link: number, state, steps, the last day for an answer, letters, files to fetch, and what can be done from here.
import { type Context, Hono } from 'hono'
import { isId } from '../ground/ids.ts'
import { NotFound } from '../ground/refusals.ts'
import { say, t } from '../ground/words.ts'
import type { House } from '../people/house.ts'
import { sentLettersForOutside } from '../case-kit/letters/letters.ts'
import type { CaseRegister } from '../case-kit/outside.ts'
import { logForOutside, packagesForOutside } from '../case-kit/packages/outside-packages.ts'
import { type Followed, followLink } from '../case-kit/status-links/links.ts'
import { asSystem, organisationOf } from './case-form-visitor.ts'
import type { OutsideLimits } from './outside-limits.ts'
import { type Following, keepPrivate, publicAnswer } from './status-following.tsx'
import { CaseView, WaitingView } from './status-page-view.tsx'
import { lostLinkRoutes } from './status-page-lost.tsx'
import { outsideStepRoutes, openSteps } from './status-page-steps.tsx'

export function statusRoutes(house: House, registers: readonly CaseRegister[], limits: OutsideLimits): Hono {
  const app = new Hono()
  const following: Following = {
    async follow(c, work) {
      keepPrivate(c, house)
      const organisation = await organisationOf(c, house)
      const done = await asSystem(house, organisation, async (scope) => {
        const followed = await followLink(scope, registers, c.req.param('token') ?? '')
        return followed && { result: await work(scope, followed) }
      }, 'status-page')
      if (done) return done.result
      await limits.take(c, 'guess')
      throw new NotFound(t('Deze link werkt niet (meer). Vraag op de pagina “Uw zaak volgen” een nieuwe aan met uw nummer en e-mailadres.', 'This link doesn’t work (any more). Ask for a new one on the page “Follow your case” with your number and e-mail address.'))
    },
    page: publicAnswer,
  }
  app.route('/', lostLinkRoutes(house, registers, limits, following))
  app.route('/', outsideStepRoutes(house, following))

  app.get('/openbaar/:slug/status/:token', (c) => following.follow(c, async (scope, followed) => {
    const { cases, entry, number } = followed
    const base = c.req.path
    const heading = t(`Uw zaak ${number}`, `Your case ${number}`)
    if (!entry) return following.page(c, scope, { heading, children: <WaitingView followed={followed} /> })
    const letters = await sentLettersForOutside(scope, cases.register, entry.id)
    const packages = await packagesForOutside(scope, cases.register, entry.id)
    const log = await logForOutside(scope, cases.register, entry.id)
    return following.page(c, scope, {
      heading, children: <CaseView base={base} slug={scope.organisation.slug} followed={followed} news={await cases.news(scope, entry)} letters={letters} packages={packages} log={log?.path} steps={openSteps(cases, entry)} done={doneWords(c, followed)} />,
    })
  }))

  app.get('/openbaar/:slug/status/:token/brieven/:letter', (c) => following.follow(c, async (scope, { cases, entry }) => {
    const wanted = c.req.param('letter')
    const letter = entry && isId(wanted) ? (await sentLettersForOutside(scope, cases.register, entry.id)).find(({ id }) => id === wanted) : undefined
    if (!letter) throw new NotFound()
    return new Response(new Uint8Array(await letter.pdf()), {
      headers: { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="brief.pdf"', 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'content-security-policy': "default-src 'none'; sandbox" },
    })
  }))
  return app
}

function doneWords(c: Context, { cases: { register } }: Followed): string | undefined {
  const key = c.req.query('gedaan') ?? ''
  const verb = Object.hasOwn(register.lifecycle.verbs, key) ? register.lifecycle.verbs[key] : undefined
  return verb && `${t('Gelukt', 'Done')}: ${say(verb.words).toLowerCase()}.`
}
