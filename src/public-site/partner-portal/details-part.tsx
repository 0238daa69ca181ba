// Details part: a processor keeps its contacts, also out of hours, and how it secures up to date (art. 28 lid 3 onder c en art. 33 lid 2 AVG).
import { t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { Section } from '../../page-kit/form.tsx'
import type { ProposalKind } from '../../registers/processors/proposals/kinds.ts'
import { ownProcessor } from './own-processor.ts'
import type { PartnerAsk, PortalPart } from './parts.ts'
import { Earlier, earlierProposals, ProposalForm, proposalForms, proposalState, sayDone, type TypedProposal } from './proposal-form.tsx'

const kinds: readonly ProposalKind[] = ['contacts', 'security']

export const detailsPart: PortalPart = {
  key: 'gegevens', for: 'processors',
  words: { heading: { nl: 'Contact en beveiliging', en: 'Contact and security' }, lead: { nl: 'Wie wij bellen, ook buiten kantooruren, en hoe u beveiligt.', en: 'Whom we call, also out of hours, and how you secure.' } },
  routes(door) {
    door.get('', (ask) => draw(ask))
    proposalForms(door, kinds, draw)
  },
}

async function draw(ask: PartnerAsk, typed?: TypedProposal): Promise<Response> {
  const own = await ownProcessor(ask.scope, ask.visit)
  const done = sayDone(ask)
  const [contacts, security] = [await proposalState(ask, 'contacts', own, typed), await proposalState(ask, 'security', own, typed)]
  return ask.show({
    faults: typed?.faults,
    children: (
      <>
        {done && <Alert tone="ok"><p>{done}</p></Alert>}
        <Section heading={t('Contactgegevens', 'Contact details')} id="contact" lead={<p>{t('Klopt dit niet meer? Wijzig het hier.', 'Isn’t this right any more? Change it here.')}</p>}><ProposalForm ask={ask} kind="contacts" state={contacts} button={t('Wijziging versturen', 'Send the change')} /></Section>
        <Section heading={t('Beveiliging', 'Security')} id="beveiliging"><ProposalForm ask={ask} kind="security" state={security} button={t('Wijziging versturen', 'Send the change')} /></Section>
        <Earlier ask={ask} proposals={await earlierProposals(ask, kinds)} />
      </>
    ),
  })
}
