// Person detail: the administrator's page of one person: details, roles, access, and what happened.
import type { Child } from 'hono/jsx'
import { dayOf, sayShortDay } from '../ground/clock.ts'
import { say, t } from '../ground/words.ts'
import { StatusBadge } from '../page-kit/alerts.tsx'
import { Button, ButtonGroup } from '../page-kit/buttons.tsx'
import { CheckboxGroup } from '../page-kit/choices.tsx'
import { ErrorSummary, Form, Section, SubmitBar } from '../page-kit/form.tsx'
import { Table } from '../page-kit/table.tsx'
import { type Faults, type Fields, faultAt } from './form-input.ts'
import { readEvents } from './history.ts'
import type { House } from './house.ts'
import { type ManagementContext, managementPage, managementPath } from './management.tsx'
import { PastEvents } from './past-events.tsx'
import { personChoices, PersonFields, RoleFields } from './person-fields.tsx'
import { findPerson, type ShownPerson } from './persons.ts'
import { sayGiver, Until } from './role-terms.tsx'
import { roleWords } from './roles.ts'
import { scopeOf } from './with-scope.ts'

export async function showPerson(c: ManagementContext, house: House, fields: Fields | undefined, faults: Faults): Promise<Response> {
  const { person, isLinked, choices, events } = await scopeOf(c, house, async (scope) => {
    const found = await findPerson(scope, c.req.param('id') ?? '')
    await house.onPersonsRead?.(scope, [found.id], 'person')
    const linked = await scope.tx.selectFrom('identity_link').select('subject').where('organisation_id', '=', scope.organisation.id)
      .where('person_id', '=', found.id).executeTakeFirst()
    return { person: found, isLinked: linked !== undefined, choices: await personChoices(scope), events: await readEvents(scope, 'persons', { entryId: found.id, limit: 20 }) }
  })
  const here = (path = '') => managementPath(c, `personen/${person.id}${path}`)
  const stored: Record<string, string> = { name: person.name, email: person.email, department: person.departmentId ?? '', jobFunction: person.jobFunctionId ?? '' }
  const typed = (name: string) => fields?.one(name) ?? ''
  // One page, several forms: what was typed in another one says nothing about these.
  const isAbout = fields?.entries.some(([name]) => name === 'email') ?? false
  return managementPage(c, house, {
    heading: person.name, failed: faults.length > 0, crumbs: personCrumbs(c), lead: <PersonState person={person} />,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <Section heading={t('Gegevens', 'Details')} id="gegevens">
          <Form action={here()} guard>
            <PersonFields choices={choices} value={(name) => (isAbout ? typed(name) : stored[name] ?? '')} faults={faults} />
            <SubmitBar primary={t('Opslaan', 'Save')} />
          </Form>
        </Section>
        <Section
          heading={t('Rollen', 'Roles')} id="rollen"
          lead={<p>{t(
            'Een rol bepaalt wat iemand ziet en mag doen. De FG mag niet ook proceseigenaar, CISO of leidinggevende zijn (art. 38 lid 6 AVG).',
            'A role decides what somebody sees and may do. The DPO may not also be process owner, CISO or management (art. 38(6) GDPR).',
          )}</p>}
        >
          <RoleTable person={person} action={here('/rollen')} today={dayOf(house.clock())} />
          <Form action={here('/rollen')}>
            <RoleFields choices={choices} value={typed} faults={faults} />
            <SubmitBar primary={t('Rol geven', 'Give the role')} />
          </Form>
        </Section>
        <Section heading={t('Toegang', 'Access')} id="inloggen">
          <ButtonGroup>
            {!person.accountId && person.isActive && <Post action={here('/link')} words={t('Nieuwe link om mee te doen', 'New link to join')} />}
            {person.accountId && <Post action={here('/sessies')} words={t('Overal uitloggen', 'Sign out everywhere')} />}
            {isLinked && <Post action={here('/koppeling')} words={t('Koppeling met inlogdienst verbreken', 'Break the link with the sign-in service')} />}
            {person.isActive
              ? <Post action={here('/toegang')} words={t('Persoon uitzetten', 'Turn off access')} danger name="active" value="nee" />
              : <Post action={here('/toegang')} words={t('Persoon weer aanzetten', 'Turn on access again')} name="active" value="ja" />}
          </ButtonGroup>
        </Section>
        {person.accountId && person.isActive && <Recovery action={here('/herstel')} chosen={fields?.all('lost') ?? []} faults={faults} isSelf={person.id === c.get('who').actor.personId} />}
        <Section heading={t('Geschiedenis', 'History')} id="geschiedenis"><PastEvents events={events} label={t(
          'Wat er met deze persoon gebeurde',
          'What happened to this person',
        )} /></Section>
      </>
    ),
  })
}

export function PersonState({ person }: { person: ShownPerson }): Child {
  if (!person.isActive) return <StatusBadge tone="negative">{t('Uitgezet', 'Turned off')}</StatusBadge>
  return person.accountId ? <StatusBadge tone="positive">{t('Actief', 'Active')}</StatusBadge> : <StatusBadge tone="info">{t('Uitgenodigd', 'Invited')}</StatusBadge>
}

export function personCrumbs(c: ManagementContext) {
  return [{ words: t('Personen', 'Persons'), href: managementPath(c, 'personen') }]
}

function RoleTable({ person, action, today }: { person: ShownPerson; action: string; today: string }): Child {
  return (
    <Table
      caption={t('Rollen van deze persoon', 'Roles of this person')} captionHidden rows={person.roles} empty={<p>{t(
        'Deze persoon heeft nog geen rol.',
        'This person has no role yet.',
      )}</p>}
      columns={[
        { key: 'role', header: t('Rol', 'Role'), names: true, cell: (role) => say(roleWords[role.role]) },
        { key: 'department', header: t('Voor', 'For'), cell: (role) => role.department ?? t('hele organisatie', 'whole organisation') },
        { key: 'from', header: t('Vanaf', 'From'), oneLine: true, cell: (role) => sayShortDay(role.validFrom) },
        { key: 'until', header: t('Tot en met', 'Until'), cell: (role) => <Until validUntil={role.validUntil} today={today} /> },
        { key: 'by', header: t('Gegeven door', 'Given by'), cell: (role) => sayGiver(role) },
        { key: 'why', header: t('Waarom', 'Why'), cell: (role) => role.reason ?? '–' },
        { key: 'end', header: t('Beëindigen', 'End'), cell: (role) => (
          <form
            method="post" action={action}
          >
            <Button small name="end" value={role.id}>{t('Beëindigen', 'End')}<span class="wb-hidden"> {say(roleWords[role.role])}</span></Button>
          </form>
        ) },
      ]}
    />
  )
}

function Recovery({ action, chosen, faults, isSelf }: { action: string; chosen: readonly string[]; faults: Faults; isSelf: boolean }): Child {
  const lead = isSelf
    ? t('Uw eigen wachtwoord en tweede stap wijzigt u bij “Mijn account”.', 'You change your own password and second step at “My account”.')
    : t(
      'Voor wie niet meer kan inloggen. Zorg eerst dat u zeker weet wie u voor u hebt.',
      'For somebody who can’t sign in any more. Be sure first who you are dealing with.',
    )
  return (
    <Section heading={t('Herstel toegang', 'Restore access')} id="herstel" lead={<p>{lead}</p>}>
      {!isSelf && (
        <Form action={action}>
          <CheckboxGroup
            name="lost" label={t('Wat is deze persoon kwijt?', 'What has this person lost?')} values={chosen} error={faultAt(faults, 'lost')}
            choices={[
              { value: 'password', label: t('Het wachtwoord', 'The password'), hint: t(
                'U krijgt een link om aan deze persoon te geven.',
                'You get a link to give to this person.',
              ) },
              { value: 'second_factor', label: t('De tweede stap (telefoon of passkey)', 'The second step (telephone or passkey)'), hint: t(
                'De persoon stelt die opnieuw in bij de volgende keer inloggen.',
                'The person sets it up again at the next sign-in.',
              ) },
            ]}
          />
          <SubmitBar primary={t('Herstel toegang', 'Restore access')} />
        </Form>
      )}
    </Section>
  )
}

function Post({ action, words, danger, name, value }: { action: string; words: string; danger?: boolean; name?: string; value?: string }): Child {
  return <form method="post" action={action}><Button look={danger ? 'danger' : 'secondary'} name={name} value={value}>{words}</Button></form>
}
