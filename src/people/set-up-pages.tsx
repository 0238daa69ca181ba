// Set-up pages: the very first visit, `/instellen`.
import { type Context, Hono } from 'hono'
import { NotFound } from '../ground/refusals.ts'
import { organisationKinds } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { RadioGroup } from '../page-kit/choices.tsx'
import { ErrorSummary, Fieldset, Form, SubmitBar } from '../page-kit/form.tsx'
import { TextInput } from '../page-kit/inputs.tsx'
import { PlainPage } from '../page-kit/layout.tsx'
import { beginAttempt, endAttempt, watchSetup } from './attempts.ts'
import { type Faults, type Fields, faultAt, orFaults, readFields } from './form-input.ts'
import type { House } from './house.ts'
import { hasOrganisations, kindWords } from './organisations.ts'
import { leastPasswordLength } from './passwords.ts'
import { originOf, startSession } from './sessions.ts'
import { setUp } from './set-up.ts'
import { noteSignIn } from './sign-in-events.ts'

export function setUpRoutes(house: House): Hono {
  const app = new Hono()
  app.use('/instellen', async (_c, next) => {
    if (await hasOrganisations(house.database)) throw new NotFound(t(
      'Waarborg is al ingesteld. Ga naar /inloggen.',
      'Waarborg has been set up already. Go to /inloggen.',
    ))
    await next()
  })
  app.get('/instellen', (c) => showSetUp(c, undefined, []))
  app.post('/instellen', async (c) => {
    const fields = await readFields(c)
    const watches = [watchSetup(originOf(c, house).ip)]
    await beginAttempt(house.database, house.clock(), watches)
    const outcome = await orFaults(() => setUp(house, {
      code: fields.one('code'), organisation: fields.one('name'), slug: fields.one('slug').toLowerCase(), kind: fields.one('kind'),
      name: fields.one('personName'), email: fields.one('email'), password: fields.raw('password'), again: fields.raw('again'),
    }))
    // A wrong slug with the right code is no guess at the code.
    if (!outcome.faults?.some((fault) => fault.at === 'code')) await endAttempt(house.database, watches)
    if (outcome.faults) return showSetUp(c, fields, outcome.faults)
    await startSession(c, house, { accountId: outcome.done.accountId, method: 'setup' })
    await noteSignIn(house.database, house.clock(), originOf(c, house), { what: 'signed_in', accountId: outcome.done.accountId })
    return c.redirect(`/${outcome.done.slug}`, 303)
  })
  return app
}

function showSetUp(c: Context, fields: Fields | undefined, faults: Faults): Response | Promise<Response> {
  const value = (name: string) => fields?.one(name) ?? ''
  c.header('cache-control', 'no-store')
  c.status(faults.length > 0 ? 400 : 200)
  return c.html(
    <PlainPage
      heading={t('Waarborg instellen', 'Set up Waarborg')} wide failed={faults.length > 0}
      lead={<p>{t(
        'U maakt de eerste organisatie en de eerste beheerder. Daarna kunt u collega’s toevoegen.',
        'You make the first organisation and the first administrator. After that you can add colleagues.',
      )}</p>}
    >
      <ErrorSummary faults={faults} />
      <Form action="/instellen">
        <TextInput name="code" label={t('Eenmalige code', 'One-time code')} hint={t(
          'Deze code staat in het venster waarin Waarborg is gestart.',
          'This code stands in the window in which Waarborg was started.',
        )} value={value('code')} width="medium" error={faultAt(faults, 'code')} />
        <Fieldset legend={t('De organisatie', 'The organisation')}>
          <TextInput name="name" label={t('Naam', 'Name')} hint={t('Bijvoorbeeld: Gemeente Duinrade', 'For example: Gemeente Duinrade')} value={value('name')} error={faultAt(faults, 'name')} />
          <TextInput name="slug" label={t('Korte naam voor het adres', 'Short name for the address')} hint={t(
            'Kleine letters, cijfers en streepjes, bijvoorbeeld: duinrade. Dit kan later niet meer veranderen.',
            'Small letters, digits and dashes, for example: duinrade. This can’t be changed later.',
          )} value={value('slug')} width="medium" error={faultAt(faults, 'slug')} />
          <RadioGroup name="kind" label={t('Soort organisatie', 'Kind of organisation')} value={value('kind')} error={faultAt(faults, 'kind')} choices={organisationKinds.map((kind) => ({ value: kind, label: say(kindWords[kind]) }))} />
        </Fieldset>
        <Fieldset legend={t('De beheerder', 'The administrator')}>
          <TextInput name="personName" label={t('Uw naam', 'Your name')} value={value('personName')} autocomplete="name" error={faultAt(faults, 'personName')} />
          <TextInput name="email" label={t('E-mailadres', 'E-mail address')} type="email" value={value('email')} autocomplete="username" error={faultAt(faults, 'email')} />
          <TextInput name="password" label={t('Wachtwoord', 'Password')} hint={t(
            `Minstens ${leastPasswordLength} tekens. Een zin van een paar woorden is goed te onthouden.`,
            `At least ${leastPasswordLength} characters. A sentence of a few words is easy to remember.`,
          )} type="password" autocomplete="new-password" error={faultAt(faults, 'password')} />
          <TextInput name="again" label={t('Wachtwoord, nog een keer', 'Password, once more')} type="password" autocomplete="new-password" error={faultAt(faults, 'again')} />
        </Fieldset>
        <SubmitBar primary={t('Organisatie maken', 'Make the organisation')} />
      </Form>
    </PlainPage>,
  )
}
