// Portal management: the provider at which citizens sign in, and the processors and participants who were invited to report.
import { Hono } from 'hono'
import { sql } from 'kysely'
import { sayDay } from '../ground/clock.ts'
import { Conflict, type Fault, Invalid } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { StatusBadge } from '../page-kit/alerts.tsx'
import { Button } from '../page-kit/buttons.tsx'
import { Checkbox } from '../page-kit/choices.tsx'
import { CopyableCode } from '../page-kit/document.tsx'
import { ErrorSummary, Form, Section, SubmitBar } from '../page-kit/form.tsx'
import { Select, TextInput } from '../page-kit/inputs.tsx'
import { type Fields, faultAt, readFields } from '../people/form-input.ts'
import type { House } from '../people/house.ts'
import { type ManagementContext, managementPage, managementPath } from '../people/management.tsx'
import { onlyFor, type PeopleEnv, scopeOf } from '../people/with-scope.ts'
import { endInvitation, type Invitation, invitePartner, listInvitations } from '../case-kit/intake/portal-invitations.ts'
import { emptyProvider, type PortalProvider, portalProvider, type PortalProviderInput, savePortalProvider } from '../case-kit/intake/portal-provider.ts'
import { writeHistory } from '../register-kit/history.ts'
import { portalRedirect } from './portal-sign-in.tsx'

type Party = { readonly value: string; readonly label: string }
type Typed = { readonly provider?: PortalProvider; readonly invitation?: { party: string; name: string; email: string; language: string }; readonly faults: readonly Fault[] }

/** `/:slug/beheer/portaal`; `withScope` has run before. */
export function portalManagementRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  for (const path of ['/beheer/portaal', '/beheer/portaal/*']) app.use(path, async (c, next) => {
    onlyFor(c.get('who'), t('de beheerder en de privacy officer', 'the administrator and the privacy officer'), 'administrator', 'privacy_officer')
    if (c.req.method !== 'GET' && c.req.path.endsWith('/beheer/portaal')) onlyFor(c.get('who'), t('beheerders', 'administrators'), 'administrator')
    await next()
  })
  const here = (c: ManagementContext) => managementPath(c, 'portaal')

  app.get('/beheer/portaal', (c) => show(c, { faults: [] }))
  app.post('/beheer/portaal', async (c) => {
    const input = typedProvider(await readFields(c))
    try {
      await scopeOf(c, house, async (scope) => {
        await savePortalProvider(scope, input, house.allowsLoopbackProvider ?? false)
        await writeHistory(scope, 'portal-provider', [{ entryId: scope.organisation.id, verb: 'change', note: null }])
      })
    } catch (error) {
      if (error instanceof Invalid) return show(c, { provider: input, faults: error.faults }, 400)
      if (error instanceof Conflict) return show(c, { provider: input, faults: [{ at: '', message: error.message }] }, 409)
      throw error
    }
    return c.redirect(`${here(c)}?klaar=opgeslagen`, 303)
  })
  app.post('/beheer/portaal/uitnodigingen', async (c) => {
    const fields = await readFields(c)
    const invitation = { party: fields.one('party'), name: fields.one('name'), email: fields.one('email'), language: fields.one('language') }
    const [register = '', partyId = ''] = invitation.party.split(':')
    try {
      await scopeOf(c, house, (scope) => invitePartner(scope, { register, partyId, name: invitation.name, email: invitation.email, language: invitation.language === 'en' ? 'en' : 'nl' }))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return show(c, { invitation, faults: error.faults }, 400)
    }
    return c.redirect(`${here(c)}?klaar=toegevoegd`, 303)
  })
  app.post('/beheer/portaal/uitnodigingen/:id/intrekken', async (c) => {
    await scopeOf(c, house, (scope) => endInvitation(scope, c.req.param('id')))
    return c.redirect(`${here(c)}?klaar=opgeslagen`, 303)
  })

  function show(c: ManagementContext, typed: Typed, status: 200 | 400 | 409 = 200) {
    return scopeOf(c, house, async (scope) => {
      const provider = typed.provider ?? await portalProvider(scope) ?? emptyProvider
      const isAdministrator = c.get('who').actor.assignments.some(({ role }) => role === 'administrator')
      return managementPage(c, house, {
        heading: t('Portaal', 'Portal'), status, failed: typed.faults.length > 0,
        lead: <p>{t('Wie van buiten kan laten zien wie het is: inwoners en klanten via een inlogdienst, verwerkers en deelnemers via een uitnodiging.', 'Who from outside can show who they are: residents and customers through a sign-in service, processors and participants by an invitation.')}</p>,
        children: (
          <>
            <ErrorSummary faults={typed.faults} />
            <Section heading={t('Verwerkers en deelnemers', 'Processors and participants')} id="uitnodigingen" lead={<p>{t('Zij komen binnen met hun eigen link en een code per e-mail, melden datalekken (art. 33 lid 2 AVG) en houden bij wat met u is afgesproken. Wat zij wijzigen, geldt pas als u het overneemt.', 'They enter with a link of their own and a code by e-mail, report breaches (art. 33(2) GDPR) and keep up to date what was agreed with you. What they change holds only once you take it over.')}</p>}>
              <Invitations here={here(c)} invitations={await listInvitations(scope)} now={scope.now} />
              <InvitationForm action={`${here(c)}/uitnodigingen`} parties={await partiesOf(scope)} typed={typed} />
            </Section>
            {isAdministrator && (
              <Section heading={t('Inlogdienst voor inwoners en klanten', 'Sign-in service for residents and customers')} id="inlogdienst" lead={<p>{t('Bijvoorbeeld een makelaar voor DigiD of eIDAS, via OpenID Connect. Waarborg bewaart geen BSN: alleen een onomkeerbaar kenmerk.', 'For instance a broker for DigiD or eIDAS, by OpenID Connect. Waarborg keeps no citizen service number: only an irreversible mark.')}</p>}>
                <CopyableCode label={t('Adres om bij de inlogdienst op te geven (redirect URI)', 'Address to give to the sign-in service (redirect URI)')}>{portalRedirect(house, scope.organisation)}</CopyableCode>
                <ProviderForm action={here(c)} provider={provider} faults={typed.faults} />
              </Section>
            )}
          </>
        ),
      })
    })
  }
  return app
}

function Invitations({ here, invitations, now }: { here: string; invitations: readonly Invitation[]; now: Date }) {
  if (invitations.length === 0) return <p class="wb-subtle">{t('Nog niemand is uitgenodigd.', 'Nobody has been invited yet.')}</p>
  return (
    <ul class="wb-values">
      {invitations.map(({ id, party, name, email, madeAt, expiresAt, endedAt }) => {
        const isOpen = endedAt === null && expiresAt > now
        return (
          <li>
            <strong>{party}</strong>: {name} ({email}) <StatusBadge tone={isOpen ? 'positive' : 'neutral'}>{isOpen ? t('werkt', 'works') : t('werkt niet meer', 'no longer works')}</StatusBadge><br />
            <span class="wb-subtle">{t(`Uitgenodigd op ${sayDay(madeAt)}, tot ${sayDay(expiresAt)}`, `Invited on ${sayDay(madeAt)}, until ${sayDay(expiresAt)}`)}</span>
            {isOpen && <form method="post" action={`${here}/uitnodigingen/${id}/intrekken`}><Button small look="subtle">{t('Intrekken', 'Take back')}<span class="wb-hidden"> {name}</span></Button></form>}
          </li>
        )
      })}
    </ul>
  )
}

function InvitationForm({ action, parties, typed: { invitation, faults } }: { action: string; parties: readonly Party[]; typed: Typed }) {
  return (
    <Form action={action}>
      <Select name="party" label={t('Verwerker of deelnemer', 'Processor or participant')} value={invitation?.party} choices={parties} error={faultAt(faults, 'party')} width="full" />
      <TextInput name="name" label={t('Contactpersoon', 'Contact')} value={invitation?.name} maxlength={200} error={faultAt(faults, 'name')} />
      <TextInput name="email" type="email" label={t('E-mailadres', 'E-mail address')} value={invitation?.email} maxlength={254} error={faultAt(faults, 'email')} />
      <Select name="language" label={t('Taal', 'Language')} value={invitation?.language ?? 'nl'} empty={null} choices={[{ value: 'nl', label: t('Nederlands', 'Dutch') }, { value: 'en', label: t('Engels', 'English') }]} />
      <SubmitBar primary={t('Uitnodigen', 'Invite')} />
    </Form>
  )
}

function ProviderForm({ action, provider, faults }: { action: string; provider: PortalProvider; faults: readonly Fault[] }) {
  const input = (name: keyof PortalProvider, label: string, hint?: string) => <TextInput name={name} label={label} hint={hint} value={String(provider[name])} error={faultAt(faults, name)} />
  return (
    <Form action={action} hidden={{ revision: String(provider.revision) }}>
      {input('label', t('Woorden op de knop', 'Words on the button'), t('Bijvoorbeeld: Inloggen met DigiD.', 'For instance: Sign in with DigiD.'))}
      {input('issuer', t('Adres van de inlogdienst (issuer)', 'Address of the sign-in service (issuer)'))}
      {input('clientId', t('Client-id', 'Client id'))}
      <TextInput name="clientSecret" type="password" label={t('Geheim (client secret)', 'Client secret')} hint={provider.revision > 0 ? t('Leeg: het geheim blijft zoals het is.', 'Empty: the secret stays as it is.') : undefined} error={faultAt(faults, 'clientSecret')} />
      {input('scopes', t('Scopes', 'Scopes'))}
      {input('subjectClaim', t('Claim die zegt wie het is', 'Claim that says who it is'), t('Bijvoorbeeld sub. Hiervan wordt alleen een onomkeerbaar kenmerk bewaard.', 'For instance sub. Only an irreversible mark of it is kept.'))}
      {input('nameClaim', t('Claim voor de naam', 'Claim for the name'))}
      {input('birthClaim', t('Claim voor de geboortedatum', 'Claim for the day of birth'))}
      {input('levelClaim', t('Claim voor het betrouwbaarheidsniveau', 'Claim for the assurance level'))}
      <TextInput name="acceptedLevels" label={t('Niveaus die genoeg zijn', 'Levels that are enough')} hint={t('Met spaties ertussen. Leeg: elk niveau.', 'Parted by spaces. Empty: any level.')} value={provider.acceptedLevels.join(' ')} />
      <Checkbox name="isEnabled" label={t('Inloggen staat aan', 'Signing in is on')} checked={provider.isEnabled} />
      <SubmitBar primary={t('Opslaan', 'Save')} />
    </Form>
  )
}

function typedProvider(fields: Fields): PortalProviderInput {
  return {
    label: fields.one('label'), issuer: fields.one('issuer'), clientId: fields.one('clientId'), clientSecret: fields.raw('clientSecret'), scopes: fields.one('scopes') || 'openid', subjectClaim: fields.one('subjectClaim'), nameClaim: fields.one('nameClaim'),
    birthClaim: fields.one('birthClaim'), levelClaim: fields.one('levelClaim'), acceptedLevels: fields.one('acceptedLevels').split(/\s+/).filter(Boolean), isEnabled: fields.one('isEnabled') !== '', revision: Number(fields.one('revision')) || 0,
  }
}

async function partiesOf(scope: Scope): Promise<Party[]> {
  const { rows } = await sql<Party>`
    select 'processors:' || id as value, name as label from processor where organisation_id = ${scope.organisation.id} and ended_on is null
    union all select 'participant:' || id, name from participant where organisation_id = ${scope.organisation.id} and is_active order by label limit 2000`.execute(scope.tx)
  return rows
}
