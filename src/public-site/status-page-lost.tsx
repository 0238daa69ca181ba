// Lost link page: asking for a new private link by number and e-mail address; everybody gets the same answer.
import { Hono } from 'hono'
import { t } from '../ground/words.ts'
import { Alert } from '../page-kit/alerts.tsx'
import { Form, SubmitBar } from '../page-kit/form.tsx'
import { TextInput } from '../page-kit/inputs.tsx'
import { readFields } from '../people/form-input.ts'
import type { House } from '../people/house.ts'
import type { CaseRegister } from '../case-kit/outside.ts'
import { sendLostLink } from '../case-kit/status-links/lost-link.ts'
import { asSystem, organisationOf } from './case-form-visitor.ts'
import type { OutsideLimits } from './outside-limits.ts'
import type { Following } from './status-following.tsx'

/** `/openbaar/:slug/status`. */
export function lostLinkRoutes(house: House, registers: readonly CaseRegister[], limits: OutsideLimits, { page }: Pick<Following, 'page'>): Hono {
  const app = new Hono()
  app.get('/openbaar/:slug/status', async (c) => asSystem(house, await organisationOf(c, house), (scope) => {
    c.header('cache-control', 'no-store')
    return page(c, scope, {
      heading: t('Uw zaak volgen', 'Follow your case'),
      lead: <p>{t('U volgt uw melding, verzoek of klacht met de link uit de bevestiging. Bent u die kwijt? Vul dan uw nummer en e-mailadres in.', 'You follow your report, request or complaint by the link in the confirmation. Lost it? Then fill in your number and e-mail address.')}</p>,
      children: (
        <Form action={`/openbaar/${scope.organisation.slug}/status`}>
          <TextInput name="number" label={t('Uw nummer', 'Your number')} width="medium" maxlength={60} hint={t('Het staat in de bevestiging, bijvoorbeeld D-7K3QP9-X.', 'It stands in the confirmation, for instance D-7K3QP9-X.')} />
          <TextInput name="email" type="email" inputmode="email" autocomplete="email" label={t('Uw e-mailadres', 'Your e-mail address')} maxlength={254} />
          <SubmitBar primary={t('Nieuwe link sturen', 'Send a new link')} />
        </Form>
      ),
    })
  }))
  app.post('/openbaar/:slug/status', async (c) => {
    await limits.take(c, 'lost')
    const fields = await readFields(c)
    return asSystem(house, await organisationOf(c, house), async (scope) => {
      c.header('cache-control', 'no-store')
      await sendLostLink(scope, registers, fields.one('number'), fields.one('email'))
      return page(c, scope, {
        heading: t('Kijk in uw e-mail', 'Look in your e-mail'),
        children: <Alert tone="info"><p>{t('Als het nummer en het e-mailadres bij elkaar horen, krijgt u binnen enkele minuten een nieuwe link. De oude werkt dan niet meer. Krijgt u niets? Neem dan contact met ons op.', 'If the number and the e-mail address belong together, you get a new link within a few minutes. The old one then no longer works. Don’t you get anything? Then contact us.')}</p></Alert>,
      })
    }, 'status-page')
  })
  return app
}
