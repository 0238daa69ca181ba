// Door pages: the administrator's settings of how people come in: identity provider, networks, and what happened at the door.
import { Hono } from 'hono'
import { sayMoment } from '../ground/clock.ts'
import { roles, type Role } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { Alert, EmptyState } from '../page-kit/alerts.tsx'
import { Button, Link } from '../page-kit/buttons.tsx'
import { CheckboxGroup } from '../page-kit/choices.tsx'
import { ErrorSummary, FieldRow, Fieldset, Form, Section, SubmitBar } from '../page-kit/form.tsx'
import { Select, TextInput } from '../page-kit/inputs.tsx'
import { Table } from '../page-kit/table.tsx'
import { asTree, listDepartments } from './departments.ts'
import { type Faults, type Fields, faultAt, orFaults, readFields } from './form-input.ts'
import type { House } from './house.ts'
import { clientSecretOf, findProvider, type ProviderInput, saveProvider } from './identity-provider.ts'
import { type ManagementContext, managementPage, managementPath, onlyAdministrator } from './management.tsx'
import { allowNetwork, disallowNetwork, listNetworks } from './networks.ts'
import { discover, ProviderTrouble } from './oidc-conversation.ts'
import { redirectUri } from './oidc-pages.tsx'
import { roleWords } from './roles.ts'
import { originOf } from './sessions.ts'
import { listSignIns } from './sign-in-events.ts'
import { type PeopleEnv, scopeOf } from './with-scope.ts'

/** `/beheer/inlogdienst` and `/beheer/aanmeldingen`; to be mounted under `/:slug` after `withScope`. */
export function doorManagementRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  for (const path of ['/beheer/inlogdienst', '/beheer/inlogdienst/*', '/beheer/aanmeldingen', '/beheer/aanmeldingen/*']) {
    app.use(path, async (c, next) => { onlyAdministrator(c); await next() })
  }
  app.get('/beheer/inlogdienst', (c) => showProvider(c, house, undefined, []))
  app.post('/beheer/inlogdienst', async (c) => {
    const fields = await readFields(c)
    const outcome = await orFaults(() => scopeOf(c, house, (scope) => saveProvider(scope, providerInput(fields), house.allowsLoopbackProvider ?? false)))
    return outcome.faults ? showProvider(c, house, fields, outcome.faults) : c.redirect(`${managementPath(c, 'inlogdienst')}?klaar=opgeslagen`, 303)
  })
  app.post('/beheer/inlogdienst/proef', async (c) => showProvider(c, house, undefined, [], await tryProvider(c, house)))
  app.get('/beheer/aanmeldingen', (c) => showSignIns(c, house, undefined, []))
  app.post('/beheer/aanmeldingen/netwerken', async (c) => {
    const fields = await readFields(c)
    const { ip } = originOf(c, house)
    const gone = fields.one('remove')
    const outcome = await orFaults(() => scopeOf(c, house, (scope) => (gone ? disallowNetwork(scope, gone, ip) : allowNetwork(scope, fields.one('network'), fields.one('note'), ip))))
    return outcome.faults ? showSignIns(c, house, fields, outcome.faults) : c.redirect(`${managementPath(c, 'aanmeldingen')}?klaar=opgeslagen`, 303)
  })
  return app
}

type Trial = { tone: 'ok' | 'error' | 'warning'; words: string }

/** Asks the provider to describe itself, as at a real sign-in. */
async function tryProvider(c: ManagementContext, house: House): Promise<Trial> {
  const settings = await scopeOf(c, house, async (scope) => {
    const found = await findProvider(scope)
    return found && { provider: found.provider, secret: await clientSecretOf(scope) }
  })
  if (!settings) return { tone: 'error', words: t('Sla eerst de instellingen op.', 'Save the settings first.') }
  try {
    const config = await discover(c.get('who').organisation, settings.provider, settings.secret, { allowsLoopback: house.allowsLoopbackProvider ?? false, fresh: true })
    const about = config.serverMetadata()
    if (about.code_challenge_methods_supported && !about.code_challenge_methods_supported.includes('S256')) {
      return { tone: 'warning', words: t(
        'De inlogdienst antwoordt, maar zegt geen PKCE (S256) te kennen. Vraag uw leverancier om dat aan te zetten.',
        'The sign-in service answers, but says it doesn’t know PKCE (S256). Ask your supplier to turn that on.',
      ) }
    }
    return { tone: 'ok', words: t(
      'De inlogdienst antwoordt goed. Log in een ander venster in via de knop op de inlogpagina om ook het geheim en de groepen te proberen.',
      'The sign-in service answers well. Sign in through the button on the sign-in page in another window to try the secret and the groups too.',
    ) }
  } catch (trouble) {
    if (!(trouble instanceof ProviderTrouble)) throw trouble
    return { tone: 'error', words: t(
      'De inlogdienst antwoordt niet goed. Kijk het adres na: het moet precies de "issuer" van uw leverancier zijn.',
      'The sign-in service doesn’t answer well. Check the address: it must be exactly the “issuer” of your supplier.',
    ) }
  }
}

const emptyMapping = { group: '', role: 'employee', departmentId: null as string | null }

async function showProvider(c: ManagementContext, house: House, fields: Fields | undefined, faults: Faults, trial?: Trial): Promise<Response> {
  const { stored, departments } = await scopeOf(c, house, async (scope) => ({ stored: await findProvider(scope), departments: asTree(await listDepartments(scope)) }))
  const input = fields && providerInput(fields)
  const now = input ?? stored?.provider
  const mappings = [...(input?.mappings ?? stored?.mappings ?? []), emptyMapping, emptyMapping, emptyMapping]
  const departmentChoices = departments.map((row) => ({ value: row.id, label: `${'– '.repeat(row.depth)}${row.name}` }))
  return managementPage(c, house, {
    heading: t('Inlogdienst', 'Sign-in service'), failed: faults.length > 0,
    lead: <p>{t(
      'Laat collega’s inloggen met het account van uw organisatie (OpenID Connect).',
      'Let colleagues sign in with your organisation’s account (OpenID Connect).',
    )}</p>,
    children: (
      <>
        <ErrorSummary faults={faults} />
        {trial && <Alert tone={trial.tone} heading={t('Proef', 'Trial')}>{trial.words}</Alert>}
        <Alert tone="info" heading={t(
          'Geef dit adres door aan uw leverancier',
          'Give this address to your supplier',
        )}>Redirect-URI: <code>{redirectUri(house, c.get('who'))}</code></Alert>
        <Form action={managementPath(c, 'inlogdienst')} hidden={stored ? { revision: String(stored.provider.revision) } : undefined} guard>
          <Fieldset legend={t('De inlogdienst', 'The sign-in service')}>
            <TextInput name="label" label={t('Tekst op de knop', 'Text on the button')} value={now?.label ?? t(
              `Inloggen met ${c.get('who').organisation.name}`,
              `Sign in with ${c.get('who').organisation.name}`,
            ).slice(0, 80)} error={faultAt(faults, 'label')} />
            <TextInput name="issuer" label={t('Adres (issuer)', 'Address (issuer)')} type="url" value={now?.issuer} error={faultAt(faults, 'issuer')} />
            <TextInput name="clientId" label={t('Client-id', 'Client id')} value={now?.clientId} error={faultAt(faults, 'clientId')} />
            <TextInput name="clientSecret" label={t('Geheim (client secret)', 'Client secret')} hint={stored ? t(
              'Leeg laten houdt het geheim zoals het is. Waarborg laat het nooit meer zien.',
              'Left empty, the secret stays as it is. Waarborg never shows it again.',
            ) : undefined} type="password" autocomplete="off" error={faultAt(faults, 'clientSecret')} />
          </Fieldset>
          <Fieldset legend={t('Wat de inlogdienst doorgeeft', 'What the sign-in service passes on')} hint={t(
            'Verander dit alleen als uw leverancier andere namen gebruikt.',
            'Only change this when your supplier uses other names.',
          )}>
            <FieldRow>
              <TextInput name="scopes" label={t('Scopes', 'Scopes')} value={now?.scopes ?? 'openid email profile'} />
              <TextInput name="emailClaim" label={t('E-mailadres', 'E-mail address')} value={now?.emailClaim ?? 'email'} />
            </FieldRow>
            <FieldRow>
              <TextInput name="nameClaim" label={t('Naam', 'Name')} value={now?.nameClaim ?? 'name'} />
              <TextInput name="groupsClaim" label={t('Groepen', 'Groups')} value={now?.groupsClaim ?? 'groups'} />
            </FieldRow>
            <TextInput name="acceptedAcr" label={t('acr-waarden die als tweede stap tellen', 'acr values that count as a second step')} optional hint={t(
              'Met een spatie ertussen. Leeg: Waarborg vraagt zelf de tweede stap.',
              'With a space in between. Empty: Waarborg asks for the second step itself.',
            )} value={now?.acceptedAcr.join(' ')} />
            <TextInput name="acceptedAmr" label={t(
              'amr-waarden die als tweede stap tellen',
              'amr values that count as a second step',
            )} optional hint={t('Bijvoorbeeld: mfa', 'For example: mfa')} value={now?.acceptedAmr.join(' ')} />
          </Fieldset>
          <Fieldset legend={t('Groep geeft rol', 'Group gives role')} hint={t(
            'Bij elke keer inloggen krijgt iemand de rollen van de eigen groepen. Een lege regel telt niet mee.',
            'At each sign-in people get the roles of their groups. An empty row doesn’t count.',
          )}>
            {mappings.map((mapping, index) => (
              <FieldRow>
                <TextInput name={`mappings.${index}.group`} label={t('Groep', 'Group')} value={mapping.group} error={faultAt(faults, `mappings.${index}.group`)} />
                <Select name={`mappings.${index}.role`} label={t('Rol', 'Role')} empty={null} value={mapping.role} choices={roles.map((role) => ({ value: role, label: say(roleWords[role]) }))} error={faultAt(faults, `mappings.${index}.role`)} />
                <Select name={`mappings.${index}.department`} label={t('Voor afdeling', 'For department')} empty={t('Hele organisatie', 'Whole organisation')} value={mapping.departmentId ?? ''} choices={departmentChoices} error={faultAt(faults, `mappings.${index}.department`)} />
              </FieldRow>
            ))}
          </Fieldset>
          <CheckboxGroup
            name="options" label={t('Gebruik', 'Use')} values={[...(now?.isEnabled ? ['enabled'] : []), ...(now?.mayCreatePersons ? ['create'] : [])]}
            choices={[{ value: 'enabled', label: t('Inlogdienst aanzetten', 'Turn the sign-in service on') }, { value: 'create', label: t('Nieuwe collega’s vanzelf toevoegen', 'Add new colleagues by themselves'), hint: t(
              'Wie de inlogdienst kent maar Waarborg nog niet, wordt persoon met de rol medewerker.',
              'Whoever the sign-in service knows and Waarborg doesn’t becomes a person with the role employee.',
            ) }]}
          />
          <SubmitBar primary={t('Opslaan', 'Save')} />
        </Form>
        {stored && <form method="post" action={managementPath(c, 'inlogdienst/proef')}><Button>{t('Verbinding proberen', 'Try the connection')}</Button></form>}
      </>
    ),
  })
}

function providerInput(fields: Fields): ProviderInput {
  const words = (name: string) => fields.one(name).split(/[\s,]+/).filter(Boolean)
  const mappings: { group: string; role: Role; departmentId: string | null }[] = []
  for (let index = 0; index < 200 && fields.raw(`mappings.${index}.role`) !== ''; index++) {
    const group = fields.one(`mappings.${index}.group`)
    const role = roles.find((one) => one === fields.one(`mappings.${index}.role`))
    if (group && role) mappings.push({ group, role, departmentId: fields.one(`mappings.${index}.department`) || null })
  }
  const options = fields.all('options')
  return {
    label: fields.one('label'), issuer: fields.one('issuer'), clientId: fields.one('clientId'), clientSecret: fields.raw('clientSecret') || undefined, scopes: fields.one('scopes'),
    emailClaim: fields.one('emailClaim'), nameClaim: fields.one('nameClaim'), groupsClaim: fields.one('groupsClaim'), acceptedAcr: words('acceptedAcr'), acceptedAmr: words('acceptedAmr'),
    isEnabled: options.includes('enabled'), mayCreatePersons: options.includes('create'), revision: fields.one('revision') === '' ? undefined : Number(fields.one('revision')), mappings,
  }
}

async function showSignIns(c: ManagementContext, house: House, fields: Fields | undefined, faults: Faults): Promise<Response> {
  const { events, networks } = await scopeOf(c, house, async (scope) => {
    const shown = await listSignIns(scope)
    await house.onPersonsRead?.(scope, [...new Set(shown.flatMap((event) => event.personId ?? []))], 'sign-ins')
    return { events: shown, networks: await listNetworks(scope) }
  })
  return managementPage(c, house, {
    heading: t('Aanmeldingen', 'Sign-ins'), failed: faults.length > 0,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <Section
          heading={t('Wat er bij het inloggen gebeurde', 'What happened at signing in')} id="gebeurtenissen"
          lead={<p>{t('De laatste 200. Waarborg bewaart ze een jaar.', 'The latest 200. Waarborg keeps them for a year.')}</p>}
        >
          <Table
            caption={t('Aanmeldingen', 'Sign-ins')} captionHidden rows={events} empty={<EmptyState heading={t('Nog niets gebeurd', 'Nothing has happened yet')} />}
            columns={[
              { key: 'at', header: t('Wanneer', 'When'), oneLine: true, cell: (row) => sayMoment(row.at) },
              { key: 'who', header: t('Wie', 'Who'), names: true, cell: (row) => (row.personId ? <Link href={managementPath(c, `personen/${row.personId}`)}>{row.who}</Link> : row.who) },
              { key: 'what', header: t('Wat', 'What'), cell: (row) => row.what },
              { key: 'device', header: t('Apparaat', 'Device'), cell: (row) => row.device },
              { key: 'ip', header: t('Netwerkadres', 'Network address'), cell: (row) => row.ip },
            ]}
          />
        </Section>
        <Section
          heading={t('Toegestane netwerken', 'Allowed networks')} id="netwerken"
          lead={<p>{t(
            'Zonder netwerken is Waarborg overal bereikbaar. Met netwerken alleen van daaruit. Uw eigen adres is nu',
            'Without networks Waarborg can be reached from everywhere. With networks only from those. Your own address is now',
          )} {originOf(c, house).ip}.</p>}
        >
          <Table
            caption={t('Toegestane netwerken', 'Allowed networks')} captionHidden rows={networks} empty={<p>{t('Er zijn geen netwerken ingesteld.', 'No networks have been set.')}</p>}
            columns={[
              { key: 'network', header: t('Netwerk', 'Network'), names: true, cell: (row) => row.network },
              { key: 'note', header: t('Toelichting', 'Note'), cell: (row) => row.note },
              { key: 'remove', header: t('Weghalen', 'Remove'), cell: (row) => <form method="post" action={managementPath(c, 'aanmeldingen/netwerken')}><Button small name="remove" value={row.id}>{t('Weghalen', 'Remove')}<span class="wb-hidden"> {row.network}</span></Button></form> },
            ]}
          />
          <Form action={managementPath(c, 'aanmeldingen/netwerken')}>
            <FieldRow>
              <TextInput name="network" label={t('Netwerk', 'Network')} hint={t('Bijvoorbeeld 192.0.2.0/24', 'For example 192.0.2.0/24')} value={fields?.one('network') ?? ''} error={faultAt(faults, 'network')} />
              <TextInput name="note" label={t('Toelichting', 'Note')} optional value={fields?.one('note') ?? ''} />
            </FieldRow>
            <SubmitBar primary={t('Netwerk toestaan', 'Allow this network')} />
          </Form>
        </Section>
      </>
    ),
  })
}
