// Employee forms: where an employee finds the forms, by the organisation's secret address without signing in, or from the menu when signed in (N-49, H-37).
import { type Context, Hono } from 'hono'
import { giveCookie } from '../ground/cookies.ts'
import { NotFound } from '../ground/refusals.ts'
import type { Organisation } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { Link } from '../page-kit/buttons.tsx'
import type { House } from '../people/house.ts'
import { isHttps } from '../people/sessions.ts'
import type { PeopleEnv } from '../people/with-scope.ts'
import { opensEmployeeDoor } from '../case-kit/intake/employee-door.ts'
import type { CaseRegister, Intake } from '../case-kit/outside.ts'
import { asSystem, organisationOf } from './case-form-visitor.ts'
import type { OutsideLimits } from './outside-limits.ts'
import { keepPrivate, publicAnswer } from './status-following.tsx'

/** `/openbaar/:slug/medewerkers/:secret`. */
export function employeeFormRoutes(house: House, registers: readonly CaseRegister[], limits: OutsideLimits): Hono {
  const app = new Hono()
  app.get('/openbaar/:slug/medewerkers/:secret', async (c) => {
    keepPrivate(c, house)
    const organisation = await organisationOf(c, house)
    const secret = c.req.param('secret')
    if (!await asSystem(house, organisation, (scope) => opensEmployeeDoor(scope, secret))) {
      await limits.take(c, 'guess')
      throw new NotFound(t('Deze link werkt niet (meer). Vraag uw privacy officer om de nieuwe.', 'This link doesn’t work (any more). Ask your privacy officer for the new one.'))
    }
    giveCookie(c, 'employee', isHttps(house), secret)
    const forms = employeeForms(registers, organisation)
    // The secret goes out of the address at once.
    return forms.length === 1 ? c.redirect(formPath(organisation, forms[0]!), 303) : c.redirect(`/openbaar/${organisation.slug}/medewerkers`, 303)
  })
  app.get('/openbaar/:slug/medewerkers', async (c) => {
    const organisation = await organisationOf(c, house)
    return asSystem(house, organisation, (scope) => publicAnswer(c, scope, { heading: t('Voor medewerkers', 'For employees'), children: <FormList organisation={organisation} forms={employeeForms(registers, organisation)} /> }))
  })
  return app
}

/** `/:slug/melden`, in everybody's menu. */
export function reportRoutes(registers: readonly CaseRegister[]): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/melden', (c: Context<PeopleEnv>) => {
    const { organisation } = c.get('who')
    const forms = employeeForms(registers, organisation)
    if (forms.length === 0) throw new NotFound()
    return c.redirect(forms.length === 1 ? formPath(organisation, forms[0]!) : `/openbaar/${organisation.slug}/medewerkers`, 303)
  })
  return app
}

function FormList({ organisation, forms }: { organisation: Organisation; forms: readonly Intake[] }) {
  return <ul class="wb-values">{forms.map((intake) => <li><Link href={formPath(organisation, intake)}>{say(intake.words.heading)}</Link><br />{say(intake.words.lead)}</li>)}</ul>
}

function employeeForms(registers: readonly CaseRegister[], { kind }: Organisation): Intake[] {
  return registers.flatMap(({ intakes }) => intakes.filter(({ door, kinds }) => door === 'employee' && (kinds === undefined || kinds.includes(kind))))
}

function formPath({ slug }: Organisation, { path }: Intake): string {
  return `/openbaar/${slug}/${path}`
}
