// Access part: the yearly word of a contact that they still are one, an app as the second factor, and the way to name a successor.
import { renderSVG } from 'uqr'
import { dayOf, sayDay } from '../../ground/clock.ts'
import type { Fault } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { Button } from '../../page-kit/buttons.tsx'
import { CopyableCode, Details } from '../../page-kit/document.tsx'
import { Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { TextInput } from '../../page-kit/inputs.tsx'
import { confirmPortalApp, hasPortalApp, pendingPortalApp, removePortalApp } from '../../case-kit/intake/portal-app.ts'
import { confirmInvitation, invitationTerm } from '../../case-kit/intake/portal-invitations.ts'
import { faultAt } from '../../people/form-input.ts'
import type { ProposalKind } from '../../registers/processors/proposals/kinds.ts'
import type { PartnerAsk, PartnerVisit, PortalPart } from './parts.ts'
import { Earlier, earlierProposals, ProposalForm, proposalForms, proposalState, sayDone, type TypedProposal } from './proposal-form.tsx'

const kinds: readonly ProposalKind[] = ['successor']

export const accessPart: PortalPart = {
  key: 'toegang', for: 'processors',
  words: { heading: { nl: 'Toegang', en: 'Access' }, lead: { nl: 'Bevestig elk jaar dat u contactpersoon bent, of noem uw opvolger.', en: 'Confirm each year that you are the contact, or name your successor.' } },
  waiting: async (scope: Scope, { invitationId }: PartnerVisit) => (await invitationTerm(scope, invitationId)).isAsked ? 1 : 0,
  routes(door) {
    door.get('', (ask) => draw(ask))
    door.post('/bevestigen', {
      async act(ask) {
        await confirmInvitation(ask.scope, ask.visit.invitationId)
        return `${ask.at}?gedaan=opgeslagen`
      },
      again: (ask) => draw(ask),
    })
    door.post('/app', {
      async act(ask, fields) {
        if (fields.one('_action') === 'remove') await removePortalApp(ask.scope, ask.visit.invitationId)
        else await confirmPortalApp(ask.scope, ask.visit.invitationId, fields.one('code'))
        return `${ask.at}?gedaan=opgeslagen`
      },
      again: (ask, _fields, faults) => draw(ask, undefined, faults),
    })
    proposalForms(door, kinds, draw)
  },
}

async function draw(ask: PartnerAsk, typed?: TypedProposal, appFaults: readonly Fault[] = []): Promise<Response> {
  const { expiresAt, isAsked } = await invitationTerm(ask.scope, ask.visit.invitationId)
  const done = sayDone(ask)
  const until = sayDay(dayOf(expiresAt))
  const app = await hasPortalApp(ask.scope, ask.visit.invitationId) ? undefined : await pendingPortalApp(ask.scope, ask.visit.invitationId)
  return ask.show({
    faults: typed?.faults ?? appFaults,
    children: (
      <>
        {done && <Alert tone="ok"><p>{done}</p></Alert>}
        <Section heading={t('Bent u nog contactpersoon?', 'Are you still the contact?')} id="bevestigen">
          <p>{isAsked ? t(`Uw toegang loopt af op ${until}. Bevestig dat u nog contactpersoon bent; dan geldt zij weer een jaar.`, `Your access ends on ${until}. Confirm that you are still the contact; then it holds for another year.`) : t(`Uw toegang geldt tot ${until}.`, `Your access holds until ${until}.`)}</p>
          <Form action={`${ask.at}/bevestigen`}><SubmitBar primary={t('Ja, ik ben nog contactpersoon', 'Yes, I am still the contact')} /></Form>
        </Section>
        <Section heading={t('Inloggen met een app', 'Sign in with an app')} id="app">
          {app === undefined
            ? <><p>{t('U komt binnen met uw link en een code uit uw app. Nieuwe telefoon? Haal de app weg; dan krijgt u weer een code per e-mail.', 'You enter with your link and a code from your app. A new phone? Take the app away; then you get a code by e-mail again.')}</p><form method="post" action={`${ask.at}/app`}><input type="hidden" name="_action" value="remove" /><Button>{t('App weghalen', 'Take the app away')}</Button></form></>
            : (
              <Details summary={t('Een app instellen in plaats van een code per e-mail', 'Set up an app instead of a code by e-mail')} open={appFaults.length > 0}>
                <p>{t('Neem deze sleutel over in uw app voor inlogcodes, of scan de code. Vul daarna in wat de app toont.', 'Copy this key into your authenticator app, or scan the code. Then fill in what the app shows.')}</p>
                <p><img src={`data:image/svg+xml;base64,${Buffer.from(renderSVG(app.uri, { border: 4, ecc: 'M' })).toString('base64')}`} alt={t('QR-code voor uw app. De sleutel staat eronder.', 'QR code for your app. The key stands below it.')} width={220} height={220} /></p>
                <CopyableCode label={t('Sleutel', 'Key')}>{app.secret}</CopyableCode>
                <Form action={`${ask.at}/app`} defaultAction="confirm">
                  <TextInput name="code" label={t('Code uit uw app', 'Code from your app')} width="short" autocomplete="one-time-code" inputmode="numeric" maxlength={10} error={faultAt(appFaults, 'code')} />
                  <SubmitBar primary={t('App gebruiken', 'Use the app')} primaryAction="confirm" />
                </Form>
              </Details>
            )}
        </Section>
        <Section heading={t('Neemt een ander het over?', 'Does somebody else take over?')} id="opvolger" lead={<p>{t('Zodra wij akkoord zijn, krijgt uw opvolger een eigen uitnodiging en stopt uw toegang.', 'Once we agree, your successor gets an invitation of their own and your access ends.')}</p>}>
          <ProposalForm ask={ask} kind="successor" state={await proposalState(ask, 'successor', {}, typed)} button={t('Opvolger noemen', 'Name the successor')} />
        </Section>
        <Earlier ask={ask} proposals={await earlierProposals(ask, kinds)} />
      </>
    ),
  })
}
