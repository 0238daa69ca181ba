// Door pages: the administrator's settings of how people come in: identity provider, networks, and what happened at the door.
import { Hono } from 'hono'
import { sayMoment } from '../ground/clock.ts'
import { roles, type Role } from '../ground/scope.ts'
import { say } from '../ground/words.ts'
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
  if (!settings) return { tone: 'error', words: 'Sla eerst de instellingen op.' }
  try {
    const config = await discover(c.get('who').organisation, settings.provider, settings.secret, { allowsLoopback: house.allowsLoopbackProvider ?? false, fresh: true })
    const about = config.serverMetadata()
    if (about.code_challenge_methods_supported && !about.code_challenge_methods_supported.includes('S256')) {
      return { tone: 'warning', words: 'De inlogdienst antwoordt, maar zegt geen PKCE (S256) te kennen. Vraag uw leverancier om dat aan te zetten.' }
    }
    return { tone: 'ok', words: 'De inlogdienst antwoordt goed. Log in een ander venster in via de knop op de inlogpagina om ook het geheim en de groepen te proberen.' }
  } catch (trouble) {
    if (!(trouble instanceof ProviderTrouble)) throw trouble
    return { tone: 'error', words: 'De inlogdienst antwoordt niet goed. Kijk het adres na: het moet precies de "issuer" van uw leverancier zijn.' }
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
    heading: 'Inlogdienst', failed: faults.length > 0, lead: <p>Laat collega’s inloggen met het account van uw organisatie (OpenID Connect).</p>,
    children: (
      <>
        <ErrorSummary faults={faults} />
        {trial && <Alert tone={trial.tone} heading="Proef">{trial.words}</Alert>}
        <Alert tone="info" heading="Geef dit adres door aan uw leverancier">Redirect-URI: <code>{redirectUri(house, c.get('who'))}</code></Alert>
        <Form action={managementPath(c, 'inlogdienst')} hidden={stored ? { revision: String(stored.provider.revision) } : undefined} guard>
          <Fieldset legend="De inlogdienst">
            <TextInput name="label" label="Tekst op de knop" value={now?.label ?? `Inloggen met ${c.get('who').organisation.name}`.slice(0, 80)} error={faultAt(faults, 'label')} />
            <TextInput name="issuer" label="Adres (issuer)" type="url" value={now?.issuer} error={faultAt(faults, 'issuer')} />
            <TextInput name="clientId" label="Client-id" value={now?.clientId} error={faultAt(faults, 'clientId')} />
            <TextInput name="clientSecret" label="Geheim (client secret)" hint={stored ? 'Leeg laten houdt het geheim zoals het is. Waarborg laat het nooit meer zien.' : undefined} type="password" autocomplete="off" error={faultAt(faults, 'clientSecret')} />
          </Fieldset>
          <Fieldset legend="Wat de inlogdienst doorgeeft" hint="Verander dit alleen als uw leverancier andere namen gebruikt.">
            <FieldRow>
              <TextInput name="scopes" label="Scopes" value={now?.scopes ?? 'openid email profile'} />
              <TextInput name="emailClaim" label="E-mailadres" value={now?.emailClaim ?? 'email'} />
            </FieldRow>
            <FieldRow>
              <TextInput name="nameClaim" label="Naam" value={now?.nameClaim ?? 'name'} />
              <TextInput name="groupsClaim" label="Groepen" value={now?.groupsClaim ?? 'groups'} />
            </FieldRow>
            <TextInput name="acceptedAcr" label="acr-waarden die als tweede stap tellen" optional hint="Met een spatie ertussen. Leeg: Waarborg vraagt zelf de tweede stap." value={now?.acceptedAcr.join(' ')} />
            <TextInput name="acceptedAmr" label="amr-waarden die als tweede stap tellen" optional hint="Bijvoorbeeld: mfa" value={now?.acceptedAmr.join(' ')} />
          </Fieldset>
          <Fieldset legend="Groep geeft rol" hint="Bij elke keer inloggen krijgt iemand de rollen van de eigen groepen. Een lege regel telt niet mee.">
            {mappings.map((mapping, index) => (
              <FieldRow>
                <TextInput name={`mappings.${index}.group`} label="Groep" value={mapping.group} error={faultAt(faults, `mappings.${index}.group`)} />
                <Select name={`mappings.${index}.role`} label="Rol" empty={null} value={mapping.role} choices={roles.map((role) => ({ value: role, label: say(roleWords[role]) }))} error={faultAt(faults, `mappings.${index}.role`)} />
                <Select name={`mappings.${index}.department`} label="Voor afdeling" empty="Hele organisatie" value={mapping.departmentId ?? ''} choices={departmentChoices} error={faultAt(faults, `mappings.${index}.department`)} />
              </FieldRow>
            ))}
          </Fieldset>
          <CheckboxGroup
            name="options" label="Gebruik" values={[...(now?.isEnabled ? ['enabled'] : []), ...(now?.mayCreatePersons ? ['create'] : [])]}
            choices={[{ value: 'enabled', label: 'Inlogdienst aanzetten' }, { value: 'create', label: 'Nieuwe collega’s vanzelf toevoegen', hint: 'Wie de inlogdienst kent maar Waarborg nog niet, wordt persoon met de rol medewerker.' }]}
          />
          <SubmitBar primary="Opslaan" />
        </Form>
        {stored && <form method="post" action={managementPath(c, 'inlogdienst/proef')}><Button>Verbinding proberen</Button></form>}
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
    heading: 'Aanmeldingen', failed: faults.length > 0,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <Section heading="Wat er bij het inloggen gebeurde" id="gebeurtenissen">
          <Table
            caption="Aanmeldingen" captionHidden rows={events} empty={<EmptyState heading="Nog niets gebeurd" />}
            columns={[
              { key: 'at', header: 'Wanneer', oneLine: true, cell: (row) => sayMoment(row.at) },
              { key: 'who', header: 'Wie', names: true, cell: (row) => (row.personId ? <Link href={managementPath(c, `personen/${row.personId}`)}>{row.who}</Link> : row.who) },
              { key: 'what', header: 'Wat', cell: (row) => row.what },
              { key: 'device', header: 'Apparaat', cell: (row) => row.device },
              { key: 'ip', header: 'Adres', cell: (row) => row.ip },
            ]}
          />
        </Section>
        <Section heading="Toegestane netwerken" id="netwerken" lead={<p>Zonder netwerken is Waarborg overal bereikbaar. Met netwerken alleen van daaruit. Uw eigen adres is nu {originOf(c, house).ip}.</p>}>
          <Table
            caption="Toegestane netwerken" captionHidden rows={networks} empty={<p>Er zijn geen netwerken ingesteld.</p>}
            columns={[
              { key: 'network', header: 'Netwerk', names: true, cell: (row) => row.network },
              { key: 'note', header: 'Toelichting', cell: (row) => row.note },
              { key: 'remove', header: 'Weghalen', cell: (row) => <form method="post" action={managementPath(c, 'aanmeldingen/netwerken')}><Button small name="remove" value={row.id}>Weghalen<span class="wb-hidden"> {row.network}</span></Button></form> },
            ]}
          />
          <Form action={managementPath(c, 'aanmeldingen/netwerken')}>
            <FieldRow>
              <TextInput name="network" label="Netwerk" hint="Bijvoorbeeld 192.0.2.0/24" value={fields?.one('network') ?? ''} error={faultAt(faults, 'network')} />
              <TextInput name="note" label="Toelichting" optional value={fields?.one('note') ?? ''} />
            </FieldRow>
            <SubmitBar primary="Netwerk toestaan" />
          </Form>
        </Section>
      </>
    ),
  })
}
