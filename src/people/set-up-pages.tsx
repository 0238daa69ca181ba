// Set-up pages: the very first visit, `/instellen`.
import { type Context, Hono } from 'hono'
import { NotFound } from '../ground/refusals.ts'
import { organisationKinds } from '../ground/scope.ts'
import { say } from '../ground/words.ts'
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
    if (await hasOrganisations(house.database)) throw new NotFound('Waarborg is al ingesteld. Ga naar /inloggen.')
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
    <PlainPage heading="Waarborg instellen" wide failed={faults.length > 0} lead={<p>U maakt de eerste organisatie en de eerste beheerder. Daarna kunt u collega’s toevoegen.</p>}>
      <ErrorSummary faults={faults} />
      <Form action="/instellen">
        <TextInput name="code" label="Eenmalige code" hint="Deze code staat in het venster waarin Waarborg is gestart." value={value('code')} width="medium" error={faultAt(faults, 'code')} />
        <Fieldset legend="De organisatie">
          <TextInput name="name" label="Naam" hint="Bijvoorbeeld: Gemeente Duinrade" value={value('name')} error={faultAt(faults, 'name')} />
          <TextInput name="slug" label="Korte naam voor het adres" hint="Kleine letters, cijfers en streepjes, bijvoorbeeld: duinrade. Dit kan later niet meer veranderen." value={value('slug')} width="medium" error={faultAt(faults, 'slug')} />
          <RadioGroup name="kind" label="Soort organisatie" value={value('kind')} error={faultAt(faults, 'kind')} choices={organisationKinds.map((kind) => ({ value: kind, label: say(kindWords[kind]) }))} />
        </Fieldset>
        <Fieldset legend="De beheerder">
          <TextInput name="personName" label="Uw naam" value={value('personName')} autocomplete="name" error={faultAt(faults, 'personName')} />
          <TextInput name="email" label="E-mailadres" type="email" value={value('email')} autocomplete="username" error={faultAt(faults, 'email')} />
          <TextInput name="password" label="Wachtwoord" hint={`Minstens ${leastPasswordLength} tekens. Een zin van een paar woorden is goed te onthouden.`} type="password" autocomplete="new-password" error={faultAt(faults, 'password')} />
          <TextInput name="again" label="Wachtwoord, nog een keer" type="password" autocomplete="new-password" error={faultAt(faults, 'again')} />
        </Fieldset>
        <SubmitBar primary="Organisatie maken" />
      </Form>
    </PlainPage>,
  )
}
