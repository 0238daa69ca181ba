// Person pages: the administrator's list of people, what may be done with one, and the link to join or to get back in.
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { Refused } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { Alert, Badge, EmptyState } from '../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../page-kit/buttons.tsx'
import { ErrorSummary, Fieldset, Form, SubmitBar } from '../page-kit/form.tsx'
import { TextInput } from '../page-kit/inputs.tsx'
import { Table } from '../page-kit/table.tsx'
import { type Faults, type Fields, orFaults, readFields } from './form-input.ts'
import { notePerson } from './history.ts'
import type { House } from './house.ts'
import { invite } from './invitations.ts'
import { type ManagementContext, managementPage, managementPath, onlyAdministrator } from './management.tsx'
import { personCrumbs, PersonState, showPerson } from './person-detail.tsx'
import { grantInput, personChoices, PersonFields, personInput, RoleFields } from './person-fields.tsx'
import { addPerson, changePerson, endRole, findPerson, grantRole, isRole, listPersons, setActive, type ShownPerson } from './persons.ts'
import { endSessionsHere, recoverAccess } from './recovery.ts'
import { roleWords } from './roles.ts'
import { linkMail } from './invitation-mail.ts'
import { enqueueMail } from './mail.ts'
import { originOf } from './sessions.ts'
import { type PeopleEnv, scopeOf } from './with-scope.ts'

/** `/beheer/personen` and below; to be mounted under `/:slug` after `withScope`. */
export function personRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  for (const path of ['/beheer/personen', '/beheer/personen/*']) app.use(path, async (c, next) => { onlyAdministrator(c); await next() })
  app.get('/beheer/personen', (c) => showPersons(c, house))
  app.get('/beheer/personen/nieuw', (c) => showNew(c, house, undefined, []))
  app.post('/beheer/personen/nieuw', async (c) => {
    const fields = await readFields(c)
    const outcome = await orFaults(() => scopeOf(c, house, async (scope) => {
      const id = await addPerson(scope, { ...personInput(fields), roles: isRole(fields.one('role')) ? [grantInput(fields)] : [] })
      return { id, token: await mailed(house, scope, id, 'invitation', await invite(scope, id)) }
    }))
    return outcome.faults ? showNew(c, house, fields, outcome.faults) : showLink(c, house, outcome.done.id, outcome.done.token)
  })
  app.get('/beheer/personen/:id', (c) => showPerson(c, house, undefined, []))
  app.post('/beheer/personen/:id', async (c) => {
    const fields = await readFields(c)
    return changed(c, house, fields, 'opgeslagen', (scope, id) => changePerson(scope, id, personInput(fields)))
  })
  app.post('/beheer/personen/:id/rollen', async (c) => {
    const fields = await readFields(c)
    const ended = fields.one('end')
    return changed(c, house, fields, 'rol', (scope, id) => (ended ? endRole(scope, id, ended) : grantRole(scope, id, grantInput(fields))))
  })
  app.post('/beheer/personen/:id/link', async (c) => {
    const id = c.req.param('id')
    const outcome = await orFaults(() => scopeOf(c, house, async (scope) => {
      if ((await findPerson(scope, id)).accountId) throw new Refused(t(
        'Deze persoon heeft al een account. Gebruik “Herstel toegang”.',
        'This person has an account already. Use “Restore access”.',
      ))
      return mailed(house, scope, id, 'invitation', await invite(scope, id))
    }))
    return outcome.faults ? showPerson(c, house, undefined, outcome.faults) : showLink(c, house, id, outcome.done)
  })
  app.post('/beheer/personen/:id/herstel', async (c) => {
    const id = c.req.param('id')
    const fields = await readFields(c)
    const lost = fields.all('lost')
    const outcome = await orFaults(() => scopeOf(c, house, async (scope) => {
      const token = await recoverAccess(scope, house, id, { password: lost.includes('password'), secondFactor: lost.includes('second_factor') }, originOf(c, house))
      return token && mailed(house, scope, id, 'recovery', token)
    }))
    if (outcome.faults) return showPerson(c, house, fields, outcome.faults)
    return outcome.done === undefined ? c.redirect(`${managementPath(c, `personen/${id}`)}?klaar=gewist`, 303) : showLink(c, house, id, outcome.done)
  })
  app.post('/beheer/personen/:id/sessies', (c) => changed(c, house, undefined, 'sessies', (scope, id) => endAll(c, house, scope, id)))
  app.post('/beheer/personen/:id/toegang', async (c) => {
    const isActive = (await readFields(c)).one('active') === 'ja'
    return changed(c, house, undefined, isActive ? 'aangezet' : 'uitgezet', async (scope, id) => {
      await setActive(scope, id, isActive)
      if (!isActive) await endAll(c, house, scope, id)
    })
  })
  app.post('/beheer/personen/:id/koppeling', (c) => changed(c, house, undefined, 'ontkoppeld', async (scope, id) => {
    await findPerson(scope, id)
    await scope.tx.deleteFrom('identity_link').where('organisation_id', '=', scope.organisation.id).where('person_id', '=', id).execute()
    await notePerson(scope, id, 'unlink_provider')
  }))
  return app
}

/** Where there is a mail server the link also goes to the person's own address. Gives the link's token back. */
async function mailed(house: House, scope: Scope, personId: string, kind: 'invitation' | 'recovery', token: string): Promise<string> {
  if (house.config.mail) await enqueueMail(scope, linkMail(scope, personId, kind, token))
  return token
}

async function endAll(c: ManagementContext, house: House, scope: Scope, id: string): Promise<void> {
  const { accountId } = await findPerson(scope, id)
  if (accountId) await endSessionsHere(scope, house, accountId, originOf(c, house))
}

async function changed(
  c: ManagementContext, house: House, fields: Fields | undefined, done: string, work: (scope: Scope, id: string) => Promise<void>,
): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const outcome = await orFaults(() => scopeOf(c, house, (scope) => work(scope, id)))
  return outcome.faults ? showPerson(c, house, fields, outcome.faults) : c.redirect(`${managementPath(c, `personen/${id}`)}?klaar=${done}`, 303)
}

async function showPersons(c: ManagementContext, house: House): Promise<Response> {
  const persons = await scopeOf(c, house, async (scope) => {
    const all = await listPersons(scope)
    await house.onPersonsRead?.(scope, all.map((person) => person.id), 'persons-list')
    return all
  })
  return managementPage(c, house, {
    heading: t('Personen', 'Persons'), lead: <p>{t(
      'Wie in deze organisatie met Waarborg werkt, en met welke rol.',
      'Who works with Waarborg in this organisation, and in which role.',
    )}</p>,
    actions: <ButtonLink look="primary" icon="plus" href={managementPath(c, 'personen/nieuw')}>{t('Persoon toevoegen', 'Add a person')}</ButtonLink>,
    children: <PersonTable c={c} persons={persons} />,
  })
}

function PersonTable({ c, persons }: { c: ManagementContext; persons: readonly ShownPerson[] }): Child {
  return (
    <Table
      caption={t('Personen', 'Persons')} captionHidden rows={persons}
      empty={<EmptyState heading={t('Nog geen personen', 'No persons yet')} icon="people">{t('Voeg de eerste collega toe.', 'Add the first colleague.')}</EmptyState>}
      columns={[
        { key: 'name', header: t('Naam', 'Name'), names: true, cell: (person) => <Link href={managementPath(c, `personen/${person.id}`)}>{person.name}</Link> },
        { key: 'email', header: t('E-mailadres', 'E-mail address'), cell: (person) => person.email },
        { key: 'department', header: t('Afdeling', 'Department'), cell: (person) => person.department ?? '–' },
        {
          key: 'roles', header: t('Rollen', 'Roles'),
          cell: (person) => person.roles.map((role) => <><Badge>{say(roleWords[role.role])}{role.department ? `: ${role.department}` : ''}</Badge> </>),
        },
        { key: 'state', header: t('Toegang', 'Access'), cell: (person) => <PersonState person={person} /> },
      ]}
    />
  )
}

async function showNew(c: ManagementContext, house: House, fields: Fields | undefined, faults: Faults): Promise<Response> {
  const choices = await scopeOf(c, house, personChoices)
  return managementPage(c, house, {
    heading: t('Persoon toevoegen', 'Add a person'), narrow: true, failed: faults.length > 0, crumbs: personCrumbs(c),
    children: (
      <>
        <ErrorSummary faults={faults} />
        <Form action={managementPath(c, 'personen/nieuw')} guard>
          <PersonFields choices={choices} value={(name) => fields?.one(name) ?? ''} faults={faults} />
          <Fieldset legend={t('Eerste rol', 'First role')}>
            <RoleFields choices={choices} value={(name) => fields?.one(name) ?? (name === 'role' ? 'employee' : '')} faults={faults} />
          </Fieldset>
          <SubmitBar primary={t('Toevoegen', 'Add')} cancel={{ words: t('Annuleren', 'Cancel'), href: managementPath(c, 'personen') }} />
        </Form>
      </>
    ),
  })
}

async function showLink(c: ManagementContext, house: House, id: string, token: string): Promise<Response> {
  const person = await scopeOf(c, house, (scope) => findPerson(scope, id))
  const address = `${house.config.publicUrl}/${c.get('who').organisation.slug}/uitnodiging/${token}`
  return managementPage(c, house, {
    heading: t(`Link voor ${person.name}`, `Link for ${person.name}`), narrow: true, crumbs: personCrumbs(c),
    children: (
      <>
        <Alert tone="info" heading={t('Geef deze link zelf aan deze persoon', 'Give this link to this person yourself')}>
          {t('De link werkt één keer en een week lang. U ziet hem alleen nu. Stuur hem langs een weg die u vertrouwt, want wie de link heeft, kan het wachtwoord kiezen.',
            'The link works once and for a week. You see it only now. Send it by a way you trust, because whoever has the link can choose the password.')}
        </Alert>
        {house.config.mail && <p>{t(`De link gaat ook per e-mail naar ${person.email}.`, `The link also goes to ${person.email} by e-mail.`)}</p>}
        <TextInput name="link" label={t('Link', 'Link')} value={address} readonly />
        <ButtonLink href={managementPath(c, `personen/${id}`)}>{t('Naar', 'To')} {person.name}</ButtonLink>
      </>
    ),
  })
}
