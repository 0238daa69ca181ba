// Organisation pages: governing bodies, departments, functions and participants, for the administrator.
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { organisationKinds, type Scope } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { EmptyState, StatusBadge } from '../page-kit/alerts.tsx'
import { Button, ButtonLink, Link } from '../page-kit/buttons.tsx'
import { CheckboxGroup } from '../page-kit/choices.tsx'
import { ErrorSummary, Form, Section, SubmitBar } from '../page-kit/form.tsx'
import { Select, TextInput } from '../page-kit/inputs.tsx'
import { Table } from '../page-kit/table.tsx'
import { addDepartment, asTree, changeDepartment, listDepartments } from './departments.ts'
import { type Faults, type Fields, faultAt, orFaults, readFields } from './form-input.ts'
import type { House } from './house.ts'
import { type ManagementContext, managementPage, managementPath, onlyAdministrator } from './management.tsx'
import {
  addGoverningBody, addJobFunction, addParticipant, listGoverningBodies, listJobFunctions, listParticipants, setGoverningBody, setParticipant,
} from './organisation-parts.ts'
import { kindWords } from './organisations.ts'
import { NotFound } from '../ground/refusals.ts'
import { type PeopleEnv, scopeOf } from './with-scope.ts'

/** `/beheer/organisatie` and `/beheer/afdelingen`; to be mounted under `/:slug` after `withScope`. */
export function organisationRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  for (const path of ['/beheer/organisatie', '/beheer/organisatie/*', '/beheer/afdelingen', '/beheer/afdelingen/*']) {
    app.use(path, async (c, next) => { onlyAdministrator(c); await next() })
  }
  app.get('/beheer/organisatie', (c) => showOrganisation(c, house, undefined, []))
  const step = (path: string, work: (scope: Scope, fields: Fields) => Promise<unknown>) => app.post(`/beheer/organisatie/${path}`, async (c) => {
    const fields = await readFields(c)
    const outcome = await orFaults(() => scopeOf(c, house, (scope) => work(scope, fields)))
    return outcome.faults ? showOrganisation(c, house, fields, outcome.faults) : c.redirect(`${managementPath(c, 'organisatie')}?klaar=opgeslagen`, 303)
  })
  step('bestuursorganen', (scope, fields) => (fields.one('close') || fields.one('open')
    ? setGoverningBody(scope, fields.one('close') || fields.one('open'), fields.one('open') !== '') : addGoverningBody(scope, fields.one('bodyName'))))
  step('functies', (scope, fields) => addJobFunction(scope, fields.one('functionName'), fields.one('isManagement') === 'ja'))
  step('deelnemers', (scope, fields) => (fields.one('close') || fields.one('open')
    ? setParticipant(scope, fields.one('close') || fields.one('open'), fields.one('open') !== '')
    : addParticipant(scope, { name: fields.one('participantName'), kind: fields.one('participantKind'), contact: fields.one('participantContact') })))

  app.get('/beheer/afdelingen', (c) => showDepartments(c, house, undefined, []))
  app.post('/beheer/afdelingen', async (c) => {
    const fields = await readFields(c)
    const outcome = await orFaults(() => scopeOf(c, house, (scope) => addDepartment(scope, { name: fields.one('name'), parentId: fields.one('parent') || null })))
    return outcome.faults ? showDepartments(c, house, fields, outcome.faults) : c.redirect(`${managementPath(c, 'afdelingen')}?klaar=toegevoegd`, 303)
  })
  app.get('/beheer/afdelingen/:id', (c) => showDepartment(c, house, undefined, []))
  app.post('/beheer/afdelingen/:id', async (c) => {
    const fields = await readFields(c)
    const input = { name: fields.one('name'), parentId: fields.one('parent') || null, isActive: fields.one('active') === 'ja' }
    const outcome = await orFaults(() => scopeOf(c, house, (scope) => changeDepartment(scope, c.req.param('id'), input)))
    return outcome.faults ? showDepartment(c, house, fields, outcome.faults) : c.redirect(`${managementPath(c, 'afdelingen')}?klaar=opgeslagen`, 303)
  })
  return app
}

async function showOrganisation(c: ManagementContext, house: House, fields: Fields | undefined, faults: Faults): Promise<Response> {
  const { bodies, functions, participants } = await scopeOf(c, house, async (scope) => ({
    bodies: await listGoverningBodies(scope), functions: await listJobFunctions(scope), participants: await listParticipants(scope),
  }))
  const here = (path: string) => managementPath(c, `organisatie/${path}`)
  const value = (name: string, stored = '') => fields?.one(name) || stored
  const isService = c.get('who').organisation.kind === 'service_organisation' || participants.length > 0
  return managementPage(c, house, {
    heading: t('Organen en functies', 'Bodies and functions'), failed: faults.length > 0,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <Section heading={t('Bestuursorganen', 'Governing bodies')} id="bestuursorganen" lead={<p>{t(
          'De organen die verantwoordelijk zijn voor verwerkingen (art. 4 onder 7 AVG).',
          'The bodies that answer for processing (art. 4(7) GDPR).',
        )}</p>}>
          <Parts caption={t('Lijst van bestuursorganen', 'List of governing bodies')} rows={bodies} action={here('bestuursorganen')} />
          <Form action={here('bestuursorganen')}>
            <TextInput name="bodyName" label={t('Nieuw bestuursorgaan', 'New governing body')} value={value('bodyName')} error={faultAt(faults, 'bodyName')} />
            <SubmitBar primary={t('Toevoegen', 'Add')} />
          </Form>
        </Section>
        <Section heading={t('Functies', 'Job functions')} id="functies">
          <Table
            caption={t('Functies', 'Job functions')} captionHidden rows={functions}
            empty={<EmptyState heading={t('Nog geen functies', 'No job functions yet')}>{t(
              'Een functie is bijvoorbeeld “teamleider vergunningen”.',
              'A job function is for example “team leader of permits”.',
            )}</EmptyState>}
            columns={[
              { key: 'name', header: t('Naam', 'Name'), names: true, cell: (row) => row.name },
              { key: 'management', header: t('Leidinggevend', 'Management'), cell: (row) => (row.isManagement ? t('Ja', 'Yes') : t('Nee', 'No')) },
            ]}
          />
          <Form action={here('functies')}>
            <TextInput
              name="functionName" label={t('Nieuwe functie', 'New job function')} value={value('functionName')} error={faultAt(faults, 'functionName')}
            />
            <CheckboxGroup name="isManagement" label={t('Soort functie', 'Kind of job function')} labelHidden
              choices={[{ value: 'ja', label: t('Leidinggevende functie', 'Management function'), hint: t(
                'Een leidinggevende kan geen FG zijn (art. 38 lid 6 AVG).',
                'A manager can’t be the DPO (art. 38(6) GDPR).',
              ) }]} />
            <SubmitBar primary={t('Toevoegen', 'Add')} />
          </Form>
        </Section>
        {isService && (
          <Section heading={t('Deelnemers', 'Participants')} id="deelnemers" lead={<p>{t(
            'De organisaties waarvoor u gegevens verwerkt.',
            'The organisations for which you process data.',
          )}</p>}>
            <Parts caption={t('Lijst van deelnemers', 'List of participants')} rows={participants} action={here('deelnemers')} />
            <Form action={here('deelnemers')}>
              <TextInput
                name="participantName" label={t('Nieuwe deelnemer', 'New participant')} value={value('participantName')}
                error={faultAt(faults, 'participantName')}
              />
              <Select
                name="participantKind" label={t('Soort', 'Kind')} value={value('participantKind')} error={faultAt(faults, 'participantKind')}
                choices={organisationKinds.map((kind) => ({ value: kind, label: say(kindWords[kind]) }))}
              />
              <TextInput name="participantContact" label={t('Contact', 'Contact')} optional value={value('participantContact')} />
              <SubmitBar primary={t('Toevoegen', 'Add')} />
            </Form>
          </Section>
        )}
      </>
    ),
  })
}

function Parts({ caption, rows, action }: { caption: string; rows: readonly { id: string; name: string; isActive: boolean }[]; action: string }): Child {
  return (
    <Table
      caption={caption} captionHidden rows={rows} empty={<EmptyState heading={t('Nog niets', 'Nothing yet')}>{t(
        'Voeg hieronder de eerste toe.',
        'Add the first one below.',
      )}</EmptyState>}
      columns={[
        { key: 'name', header: t('Naam', 'Name'), names: true, cell: (row) => row.name },
        {
          key: 'state', header: t('Stand', 'State'),
          cell: (row) => <StatusBadge tone={row.isActive ? 'positive' : 'neutral'}>{row.isActive ? t('In gebruik', 'In use') : t('Gesloten', 'Closed')}</StatusBadge>,
        },
        { key: 'change', header: t('Wijzigen', 'Change'), cell: (row) => (
          <form method="post" action={action}><Button small name={row.isActive ? 'close' : 'open'} value={row.id}>{row.isActive ? t('Sluiten', 'Close') : t('Openen', 'Open')}<span class="wb-hidden"> {row.name}</span></Button></form>
        ) },
      ]}
    />
  )
}

async function showDepartments(c: ManagementContext, house: House, fields: Fields | undefined, faults: Faults): Promise<Response> {
  const tree = asTree(await scopeOf(c, house, listDepartments))
  return managementPage(c, house, {
    heading: t('Afdelingen', 'Departments'), failed: faults.length > 0, lead: <p>{t(
      'Een proceseigenaar ziet de eigen afdeling met alles daaronder.',
      'A process owner sees their own department and everything below it.',
    )}</p>,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <Table
          caption={t('Afdelingen', 'Departments')} captionHidden rows={tree}
          empty={<EmptyState heading={t('Nog geen afdelingen', 'No departments yet')} icon="building">{t(
            'Voeg de eerste afdeling toe.',
            'Add the first department.',
          )}</EmptyState>}
          columns={[
            {
              key: 'name', header: t('Naam', 'Name'), names: true,
              cell: (row) => <>{'– '.repeat(row.depth)}<Link href={managementPath(c, `afdelingen/${row.id}`)}>{row.name}</Link></>,
            },
            {
              key: 'state', header: t('Stand', 'State'),
              cell: (row) => <StatusBadge tone={row.isActive ? 'positive' : 'neutral'}>{row.isActive ? t('In gebruik', 'In use') : t('Gesloten', 'Closed')}</StatusBadge>,
            },
          ]}
        />
        <Section heading={t('Afdeling toevoegen', 'Add a department')} id="toevoegen">
          <Form action={managementPath(c, 'afdelingen')}>
            <TextInput name="name" label={t('Naam', 'Name')} value={fields?.one('name') ?? ''} error={faultAt(faults, 'name')} />
            <Select
              name="parent" label={t('Valt onder', 'Comes under')} optional value={fields?.one('parent') ?? ''} error={faultAt(faults, 'parent')}
              choices={tree.map((row) => ({ value: row.id, label: `${'– '.repeat(row.depth)}${row.name}` }))}
            />
            <SubmitBar primary={t('Toevoegen', 'Add')} />
          </Form>
        </Section>
      </>
    ),
  })
}

async function showDepartment(c: ManagementContext, house: House, fields: Fields | undefined, faults: Faults): Promise<Response> {
  const all = await scopeOf(c, house, listDepartments)
  const department = all.find((row) => row.id === c.req.param('id'))
  if (!department) throw new NotFound()
  return managementPage(c, house, {
    heading: department.name, narrow: true, failed: faults.length > 0,
    crumbs: [{ words: t('Afdelingen', 'Departments'), href: managementPath(c, 'afdelingen') }],
    children: (
      <>
        <ErrorSummary faults={faults} />
        <Form action={managementPath(c, `afdelingen/${department.id}`)} guard>
          <TextInput name="name" label={t('Naam', 'Name')} value={fields?.one('name') || department.name} error={faultAt(faults, 'name')} />
          <Select
            name="parent" label={t('Valt onder', 'Comes under')} optional value={fields ? fields.one('parent') : department.parentId ?? ''}
            error={faultAt(faults, 'parent')}
            choices={asTree(all).filter((row) => row.id !== department.id).map((row) => ({ value: row.id, label: `${'– '.repeat(row.depth)}${row.name}` }))}
          />
          <CheckboxGroup
            name="active" label={t('Stand', 'State')} values={(fields ? fields.one('active') === 'ja' : department.isActive) ? ['ja'] : []}
            choices={[{
              value: 'ja', label: t('In gebruik', 'In use'),
              hint: t('Een gesloten afdeling blijft bij de gegevens staan, maar is niet meer te kiezen.', 'A closed department stays with the data, but can’t be chosen any more.'),
            }]}
          />
          <SubmitBar primary={t('Opslaan', 'Save')} cancel={{ words: t('Annuleren', 'Cancel'), href: managementPath(c, 'afdelingen') }}>
            <ButtonLink href={managementPath(c, 'personen')}>{t('Personen', 'Persons')}</ButtonLink>
          </SubmitBar>
        </Form>
      </>
    ),
  })
}
