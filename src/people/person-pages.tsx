// Person pages: the administrator's list of people, a person's details and roles, and the link to join.
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { sayDay } from '../ground/clock.ts'
import { Invalid } from '../ground/refusals.ts'
import { roles, type Scope } from '../ground/scope.ts'
import { say } from '../ground/words.ts'
import { Alert, Badge, EmptyState, StatusBadge } from '../page-kit/alerts.tsx'
import { Button, ButtonLink, Link } from '../page-kit/buttons.tsx'
import { ErrorSummary, FieldRow, Form, Section, SubmitBar } from '../page-kit/form.tsx'
import { DateInput, Select, TextInput } from '../page-kit/inputs.tsx'
import { Table } from '../page-kit/table.tsx'
import { readTypedDate } from '../page-kit/typed-dates.ts'
import { asTree, listDepartments } from './departments.ts'
import { type Faults, type Fields, faultAt, orFaults, readFields } from './form-input.ts'
import type { House } from './house.ts'
import { invite, refuseShared } from './invitations.ts'
import { listJobFunctions } from './organisation-parts.ts'
import { type ManagementContext, managementPage, managementPath, onlyAdministrator } from './management.tsx'
import { addPerson, changePerson, endRole, findPerson, grantRole, isRole, listPersons, setActive, type ShownPerson } from './persons.ts'
import { notePerson } from './history.ts'
import { roleWords } from './roles.ts'
import { removeSecondFactor } from './second-factor.ts'
import { endSessions, originOf } from './sessions.ts'
import { noteSignIn } from './sign-in-events.ts'
import { type PeopleEnv, scopeOf } from './with-scope.ts'

/** `/beheer/personen` and below; to be mounted under `/:slug` after `withScope`. */
export function personRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.use('/beheer/personen/*', async (c, next) => { onlyAdministrator(c); await next() })
  app.get('/beheer/personen', async (c) => {
    onlyAdministrator(c)
    const persons = await scopeOf(c, house, async (scope) => {
      const all = await listPersons(scope)
      await house.onPersonsRead?.(scope, all.map((person) => person.id), 'persons-list')
      return all
    })
    return managementPage(c, house, {
      heading: 'Personen', lead: <p>Wie in deze organisatie met Waarborg werkt, en met welke rol.</p>,
      actions: <ButtonLink look="primary" icon="plus" href={managementPath(c, 'personen/nieuw')}>Persoon toevoegen</ButtonLink>,
      children: <PersonTable c={c} persons={persons} />,
    })
  })
  app.get('/beheer/personen/nieuw', (c) => showNew(c, house, undefined, []))
  app.post('/beheer/personen/nieuw', async (c) => {
    const fields = await readFields(c)
    const role = fields.one('role')
    const outcome = await orFaults(() => scopeOf(c, house, async (scope) => {
      const id = await addPerson(scope, { ...personInput(fields), roles: isRole(role) ? [{ role, departmentId: fields.one('roleDepartment') || null }] : [] })
      return { id, token: await invite(scope, id) }
    }))
    if (outcome.faults) return showNew(c, house, fields, outcome.faults)
    return showLink(c, house, outcome.done.id, outcome.done.token)
  })
  app.get('/beheer/personen/:id', (c) => showPerson(c, house, undefined, []))
  app.post('/beheer/personen/:id', async (c) => {
    const fields = await readFields(c)
    return changed(c, house, fields, 'opgeslagen', (scope, id) => changePerson(scope, id, personInput(fields)))
  })
  app.post('/beheer/personen/:id/rollen', async (c) => {
    const fields = await readFields(c)
    const ended = fields.one('end')
    return changed(c, house, fields, 'rol', async (scope, id) => {
      if (ended) return endRole(scope, id, ended)
      const role = fields.one('role')
      if (!isRole(role)) throw new Invalid([{ at: 'role', message: 'Kies een rol.' }])
      await grantRole(scope, id, { role, departmentId: fields.one('roleDepartment') || null, validUntil: acceptDay(fields.one('validUntil')) })
    })
  })
  app.post('/beheer/personen/:id/link', async (c) => {
    const id = c.req.param('id')
    const outcome = await orFaults(() => scopeOf(c, house, (scope) => findPerson(scope, id).then(() => invite(scope, id))))
    return outcome.faults ? showPerson(c, house, undefined, outcome.faults) : showLink(c, house, id, outcome.done)
  })
  app.post('/beheer/personen/:id/sessies', (c) => changed(c, house, undefined, 'sessies', (scope, id) => endAll(c, house, scope, id)))
  app.post('/beheer/personen/:id/toegang', async (c) => {
    const isActive = (await readFields(c)).one('active') === 'ja'
    return changed(c, house, undefined, isActive ? 'aangezet' : 'uitgezet', async (scope, id) => {
      await setActive(scope, id, isActive)
      if (!isActive) await endAll(c, house, scope, id)
    })
  })
  app.post('/beheer/personen/:id/tweede-stap', (c) => changed(c, house, undefined, 'gewist', async (scope, id) => {
    const { accountId } = await findPerson(scope, id)
    if (!accountId) return
    await refuseShared(scope, accountId)
    await removeSecondFactor(scope.tx, accountId)
    await notePerson(scope, id, 'remove_second_factor')
    await endAll(c, house, scope, id)
    await noteSignIn(scope.tx, scope.now, originOf(c, house), { what: 'second_factor_removed', accountId, organisationId: scope.organisation.id })
  }))
  app.post('/beheer/personen/:id/koppeling', (c) => changed(c, house, undefined, 'ontkoppeld', async (scope, id) => {
    await findPerson(scope, id)
    await scope.tx.deleteFrom('identity_link').where('person_id', '=', id).execute()
    await notePerson(scope, id, 'unlink_provider')
  }))
  return app
}

/** Ends a person's sessions in this organisation; those of a shared account end wholly, because each opens this organisation too. */
async function endAll(c: ManagementContext, house: House, scope: Scope, id: string): Promise<void> {
  const { accountId } = await findPerson(scope, id)
  if (!accountId) return
  const ended = await endSessions({ ...house, database: scope.tx }, accountId, { organisationId: scope.organisation.id })
  if (ended > 0) await noteSignIn(scope.tx, scope.now, originOf(c, house), { what: 'session_ended', accountId, organisationId: scope.organisation.id })
}

async function changed(c: ManagementContext, house: House, fields: Fields | undefined, done: string, work: (scope: Scope, id: string) => Promise<void>): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const outcome = await orFaults(() => scopeOf(c, house, (scope) => work(scope, id)))
  return outcome.faults ? showPerson(c, house, fields, outcome.faults) : c.redirect(`${managementPath(c, `personen/${id}`)}?klaar=${done}`, 303)
}

function PersonTable({ c, persons }: { c: ManagementContext; persons: readonly ShownPerson[] }): Child {
  return (
    <Table
      caption="Personen" captionHidden rows={persons} empty={<EmptyState heading="Nog geen personen" icon="people">Voeg de eerste collega toe.</EmptyState>}
      columns={[
        { key: 'name', header: 'Naam', names: true, cell: (person) => <Link href={managementPath(c, `personen/${person.id}`)}>{person.name}</Link> },
        { key: 'email', header: 'E-mailadres', cell: (person) => person.email },
        { key: 'department', header: 'Afdeling', cell: (person) => person.department ?? '–' },
        { key: 'roles', header: 'Rollen', cell: (person) => person.roles.map((role) => <><Badge>{say(roleWords[role.role])}{role.department ? `: ${role.department}` : ''}</Badge> </>) },
        { key: 'state', header: 'Toegang', cell: (person) => <PersonState person={person} /> },
      ]}
    />
  )
}

function PersonState({ person }: { person: ShownPerson }): Child {
  if (!person.isActive) return <StatusBadge tone="negative">Uitgezet</StatusBadge>
  return person.accountId ? <StatusBadge tone="positive">Actief</StatusBadge> : <StatusBadge tone="info">Uitgenodigd</StatusBadge>
}

async function showNew(c: ManagementContext, house: House, fields: Fields | undefined, faults: Faults): Promise<Response> {
  const choices = await choicesOf(c, house)
  return managementPage(c, house, {
    heading: 'Persoon toevoegen', narrow: true, failed: faults.length > 0, crumbs: crumbs(c),
    children: (
      <>
        <ErrorSummary faults={faults} />
        <Form action={managementPath(c, 'personen/nieuw')} guard>
          <PersonFields choices={choices} value={(name) => fields?.one(name) ?? ''} faults={faults} />
          <RoleFields choices={choices} value={(name) => fields?.one(name) ?? (name === 'role' ? 'employee' : '')} faults={faults} />
          <SubmitBar primary="Toevoegen" cancel={{ words: 'Annuleren', href: managementPath(c, 'personen') }} />
        </Form>
      </>
    ),
  })
}

async function showLink(c: ManagementContext, house: House, id: string, token: string): Promise<Response> {
  const person = await scopeOf(c, house, (scope) => findPerson(scope, id))
  const address = `${house.config.publicUrl}/${c.get('who').organisation.slug}/uitnodiging/${token}`
  return managementPage(c, house, {
    heading: `Link voor ${person.name}`, narrow: true, crumbs: crumbs(c),
    children: (
      <>
        <Alert tone="info" heading="Geef deze link zelf aan deze persoon">De link werkt één keer en een week lang. U ziet hem alleen nu. Stuur hem langs een weg die u vertrouwt, want wie de link heeft, kan het wachtwoord kiezen.</Alert>
        <TextInput name="link" label="Link" value={address} readonly />
        <ButtonLink href={managementPath(c, `personen/${id}`)}>Naar {person.name}</ButtonLink>
      </>
    ),
  })
}

async function showPerson(c: ManagementContext, house: House, fields: Fields | undefined, faults: Faults): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const choices = await choicesOf(c, house)
  const { person, isLinked } = await scopeOf(c, house, async (scope) => {
    const found = await findPerson(scope, id)
    await house.onPersonsRead?.(scope, [found.id], 'person')
    const linked = await scope.tx.selectFrom('identity_link').select('subject').where('person_id', '=', found.id).executeTakeFirst()
    return { person: found, isLinked: linked !== undefined }
  })
  const here = (path = '') => managementPath(c, `personen/${id}${path}`)
  const stored: Record<string, string> = { name: person.name, email: person.email, department: person.departmentId ?? '', jobFunction: person.jobFunctionId ?? '' }
  return managementPage(c, house, {
    heading: person.name, failed: faults.length > 0, crumbs: crumbs(c), lead: <PersonState person={person} />,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <Section heading="Gegevens" id="gegevens">
          <Form action={here()} guard>
            <PersonFields choices={choices} value={(name) => fields?.one(name) || (stored[name] ?? '')} faults={faults} />
            <SubmitBar primary="Opslaan" />
          </Form>
        </Section>
        <Section heading="Rollen" id="rollen" lead={<p>Een rol bepaalt wat iemand ziet en mag doen. De FG mag niet ook proceseigenaar, CISO of leidinggevende zijn (art. 38 lid 6 AVG).</p>}>
          <RoleTable person={person} action={here('/rollen')} />
          <Form action={here('/rollen')}>
            <RoleFields choices={choices} value={(name) => fields?.one(name) ?? ''} faults={faults} />
            <DateInput name="validUntil" label="Tot en met" optional value={fields?.one('validUntil') ?? ''} error={faultAt(faults, 'validUntil')} />
            <SubmitBar primary="Rol geven" />
          </Form>
        </Section>
        <Section heading="Inloggen" id="inloggen">
          <div class="wb-buttons">
            <Post action={here('/link')} words={person.accountId ? 'Link voor nieuw wachtwoord maken' : 'Nieuwe link om mee te doen'} />
            {person.accountId && <Post action={here('/sessies')} words="Overal uitloggen" />}
            {person.accountId && <Post action={here('/tweede-stap')} words="Tweede stap wissen" />}
            {isLinked && <Post action={here('/koppeling')} words="Koppeling met inlogdienst verbreken" />}
            {person.isActive ? <Post action={here('/toegang')} words="Persoon uitzetten" danger name="active" value="nee" /> : <Post action={here('/toegang')} words="Persoon weer aanzetten" name="active" value="ja" />}
          </div>
        </Section>
      </>
    ),
  })
}

function RoleTable({ person, action }: { person: ShownPerson; action: string }): Child {
  return (
    <Table
      caption="Rollen van deze persoon" captionHidden rows={person.roles} empty={<p>Deze persoon heeft nog geen rol.</p>}
      columns={[
        { key: 'role', header: 'Rol', names: true, cell: (role) => say(roleWords[role.role]) },
        { key: 'department', header: 'Voor', cell: (role) => role.department ?? 'hele organisatie' },
        { key: 'days', header: 'Geldig', cell: (role) => `vanaf ${sayDay(role.validFrom)}${role.validUntil ? ` tot en met ${sayDay(role.validUntil)}` : ''}` },
        { key: 'source', header: 'Gegeven door', cell: (role) => (role.source === 'identity_provider' ? 'groep van de inlogdienst' : 'beheerder') },
        { key: 'end', header: 'Beëindigen', cell: (role) => <form method="post" action={action}><Button small name="end" value={role.id}>Beëindigen<span class="wb-hidden"> {say(roleWords[role.role])}</span></Button></form> },
      ]}
    />
  )
}

function Post({ action, words, danger, name, value }: { action: string; words: string; danger?: boolean; name?: string; value?: string }): Child {
  return <form method="post" action={action}><Button look={danger ? 'danger' : 'secondary'} name={name} value={value}>{words}</Button></form>
}

type Choices = { departments: { value: string; label: string }[]; jobFunctions: { value: string; label: string }[] }

function PersonFields({ choices, value, faults }: { choices: Choices; value: (name: string) => string; faults: Faults }): Child {
  return (
    <>
      <TextInput name="name" label="Naam" value={value('name')} error={faultAt(faults, 'name')} />
      <TextInput name="email" label="E-mailadres" type="email" value={value('email')} error={faultAt(faults, 'email')} />
      <FieldRow>
        <Select name="department" label="Afdeling" optional value={value('department')} choices={choices.departments} error={faultAt(faults, 'department')} />
        <Select name="jobFunction" label="Functie" optional value={value('jobFunction')} choices={choices.jobFunctions} error={faultAt(faults, 'jobFunction')} />
      </FieldRow>
    </>
  )
}

function RoleFields({ choices, value, faults }: { choices: Choices; value: (name: string) => string; faults: Faults }): Child {
  return (
    <FieldRow>
      <Select name="role" label="Rol" value={value('role')} choices={roles.map((role) => ({ value: role, label: say(roleWords[role]) }))} error={faultAt(faults, 'role')} />
      <Select name="roleDepartment" label="Voor afdeling" optional hint="Leeg is de hele organisatie." value={value('roleDepartment')} choices={choices.departments} error={faultAt(faults, 'department')} />
    </FieldRow>
  )
}

async function choicesOf(c: ManagementContext, house: House): Promise<Choices> {
  return scopeOf(c, house, async (scope) => ({
    departments: asTree(await listDepartments(scope)).filter((row) => row.isActive).map((row) => ({ value: row.id, label: `${'– '.repeat(row.depth)}${row.name}` })),
    jobFunctions: (await listJobFunctions(scope)).map((row) => ({ value: row.id, label: row.name })),
  }))
}

function personInput(fields: Fields) {
  return { name: fields.one('name'), email: fields.one('email'), departmentId: fields.one('department') || null, jobFunctionId: fields.one('jobFunction') || null }
}

function acceptDay(typed: string): string | null {
  if (typed === '') return null
  const day = readTypedDate(typed)
  if (day === null) throw new Invalid([{ at: 'validUntil', message: 'Vul een datum in, bijvoorbeeld 31-12-2026.' }])
  return day
}

function crumbs(c: ManagementContext) {
  return [{ words: 'Personen', href: managementPath(c, 'personen') }]
}
