// Proofs part: certificates and statements of a processor, with how long they hold, and the way to send a new one (art. 28 lid 1 AVG; H-43, N-42).
import { dayAfter, dayOf, sayDay } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Alert, StatusBadge } from '../../page-kit/alerts.tsx'
import { Section } from '../../page-kit/form.tsx'
import { fields } from '../../registers/processors/declaration.ts'
import type { ProposalKind } from '../../registers/processors/proposals/kinds.ts'
import { expiringWithin } from '../../registers/processors/rules-guarantees.ts'
import { type OwnProcessor, ownProcessor } from './own-processor.ts'
import type { PartnerAsk, PartnerVisit, PortalPart } from './parts.ts'
import { Earlier, earlierProposals, ProposalForm, proposalForms, proposalState, sayDone, type TypedProposal } from './proposal-form.tsx'

const kinds: readonly ProposalKind[] = ['guarantee']

export const proofsPart: PortalPart = {
  key: 'bewijzen', for: 'processors',
  words: { heading: { nl: 'Certificaten en verklaringen', en: 'Certificates and statements' }, lead: { nl: 'Stuur een nieuw bewijs voordat het oude afloopt.', en: 'Send a new proof before the old one runs out.' } },
  waiting: async (scope: Scope, visit: PartnerVisit) => (await ownProcessor(scope, visit)).guarantees.filter((guarantee) => standing(guarantee, dayOf(scope.now)) !== 'holds').length,
  routes(door) {
    door.get('', (ask) => draw(ask))
    proposalForms(door, kinds, draw)
  },
}

async function draw(ask: PartnerAsk, typed?: TypedProposal): Promise<Response> {
  const { guarantees } = await ownProcessor(ask.scope, ask.visit)
  const done = sayDone(ask)
  const today = dayOf(ask.scope.now)
  return ask.show({
    faults: typed?.faults,
    children: (
      <>
        {done && <Alert tone="ok"><p>{done}</p></Alert>}
        <Section heading={t('Wat bij ons bekend is', 'What we know')} id="lijst">
          {guarantees.length === 0 ? <p>{t('Bij ons staat nog geen certificaat of verklaring.', 'No certificate or statement is on record yet.')}</p> : <ul class="wb-values">{guarantees.map((guarantee) => <Guarantee guarantee={guarantee} today={today} />)}</ul>}
        </Section>
        <Section heading={t('Nieuw bewijs sturen', 'Send a new proof')} id="sturen"><ProposalForm ask={ask} kind="guarantee" state={await proposalState(ask, 'guarantee', {}, typed)} button={t('Versturen', 'Send')} /></Section>
        <Earlier ask={ask} proposals={await earlierProposals(ask, kinds)} />
      </>
    ),
  })
}

type Own = OwnProcessor['guarantees'][number]

function Guarantee({ guarantee, today }: { guarantee: Own; today: string }) {
  const { kind, scope, valid_until_on } = guarantee
  const choice = fields.guarantees.columns.kind.choices.find(({ key }) => key === kind)
  const how = standing(guarantee, today)
  return (
    <li>
      {choice ? say(choice.words) : t('Onbekend', 'Unknown')}{scope !== null && `: ${scope}`}{valid_until_on !== null && <>, {t('geldig tot', 'valid until')} {sayDay(valid_until_on)}</>}{' '}
      <StatusBadge tone={how === 'holds' ? 'positive' : how === 'expiring' ? 'warning' : 'negative'}>{how === 'holds' ? t('geldt', 'holds') : how === 'expiring' ? t('loopt bijna af', 'about to run out') : t('verlopen', 'expired')}</StatusBadge>
    </li>
  )
}

function standing({ valid_until_on }: Pick<Own, 'valid_until_on'>, today: string): 'holds' | 'expiring' | 'expired' {
  if (valid_until_on === null || valid_until_on >= dayAfter(today, expiringWithin)) return 'holds'
  return valid_until_on >= today ? 'expiring' : 'expired'
}
