// Access part: the yearly word of a contact that they still are one, and the way to name a successor.
import { dayOf, sayDay } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { confirmInvitation, invitationTerm } from '../../case-kit/intake/portal-invitations.ts'
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
    proposalForms(door, kinds, draw)
  },
}

async function draw(ask: PartnerAsk, typed?: TypedProposal): Promise<Response> {
  const { expiresAt, isAsked } = await invitationTerm(ask.scope, ask.visit.invitationId)
  const done = sayDone(ask)
  const until = sayDay(dayOf(expiresAt))
  return ask.show({
    faults: typed?.faults,
    children: (
      <>
        {done && <Alert tone="ok"><p>{done}</p></Alert>}
        <Section heading={t('Bent u nog contactpersoon?', 'Are you still the contact?')} id="bevestigen">
          <p>{isAsked ? t(`Uw toegang loopt af op ${until}. Bevestig dat u nog contactpersoon bent; dan geldt zij weer een jaar.`, `Your access ends on ${until}. Confirm that you are still the contact; then it holds for another year.`) : t(`Uw toegang geldt tot ${until}.`, `Your access holds until ${until}.`)}</p>
          <Form action={`${ask.at}/bevestigen`}><SubmitBar primary={t('Ja, ik ben nog contactpersoon', 'Yes, I am still the contact')} /></Form>
        </Section>
        <Section heading={t('Neemt een ander het over?', 'Does somebody else take over?')} id="opvolger" lead={<p>{t('Zodra wij akkoord zijn, krijgt uw opvolger een eigen uitnodiging en stopt uw toegang.', 'Once we agree, your successor gets an invitation of their own and your access ends.')}</p>}>
          <ProposalForm ask={ask} kind="successor" state={await proposalState(ask, 'successor', {}, typed)} button={t('Opvolger noemen', 'Name the successor')} />
        </Section>
        <Earlier ask={ask} proposals={await earlierProposals(ask, kinds)} />
      </>
    ),
  })
}
