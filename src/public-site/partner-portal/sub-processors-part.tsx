// Sub-processors part: the list that a processor keeps current, and the question for consent before another one begins (art. 28 lid 2 en 4 AVG; N-43, H-64).
import { sayDay } from '../../ground/clock.ts'
import { say, t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { Section } from '../../page-kit/form.tsx'
import { Table } from '../../page-kit/table.tsx'
import { sayValue } from '../../register-kit/say-value.ts'
import { fields } from '../../registers/processors/declaration.ts'
import type { ProposalKind } from '../../registers/processors/proposals/kinds.ts'
import type { SubProcessor } from '../../registers/processors/sub-processor.ts'
import { ownProcessor } from './own-processor.ts'
import type { PartnerAsk, PortalPart } from './parts.ts'
import { Earlier, earlierProposals, ProposalForm, proposalForms, proposalState, sayDone, type TypedProposal } from './proposal-form.tsx'

const kinds: readonly ProposalKind[] = ['sub_processor', 'sub_processor_end']
const { country, consent } = fields.sub_processors.columns

export const subProcessorsPart: PortalPart = {
  key: 'subverwerkers', for: 'processors',
  words: { heading: { nl: 'Subverwerkers', en: 'Sub-processors' }, lead: { nl: 'Vraag toestemming voordat u een ander inschakelt, en meld wie stopt.', en: 'Ask for consent before you engage another, and tell us who stops.' } },
  routes(door) {
    door.get('', (ask) => draw(ask))
    proposalForms(door, kinds, draw)
  },
}

async function draw(ask: PartnerAsk, typed?: TypedProposal): Promise<Response> {
  const { sub_processors } = await ownProcessor(ask.scope, ask.visit)
  const done = sayDone(ask)
  const [asked, ended] = [await proposalState(ask, 'sub_processor', {}, typed), await proposalState(ask, 'sub_processor_end', {}, typed)]
  const cell = (text: string | null) => text ?? <span class="wb-subtle">–</span>
  return ask.show({
    faults: typed?.faults,
    children: (
      <>
        {done && <Alert tone="ok"><p>{done}</p></Alert>}
        <Section heading={t('Wat bij ons bekend is', 'What we know')} id="lijst">
          <Table<SubProcessor>
            caption={t('Subverwerkers', 'Sub-processors')} captionHidden rows={sub_processors} empty={<p>{t('Bij ons staan geen subverwerkers van u.', 'No sub-processors of yours are on record.')}</p>}
            columns={[
              { key: 'name', header: t('Naam', 'Name'), names: true, cell: ({ name, engaged_by }) => <>{cell(name)}{engaged_by !== null && <span class="wb-subtle"> {t('via', 'through')} {engaged_by}</span>}</> },
              { key: 'service', header: t('Wat', 'What'), cell: ({ service }) => cell(service) },
              { key: 'country', header: t('Land', 'Country'), cell: (row) => row.country === null ? cell(null) : sayValue(country, row.country, asked.lookups).join('') },
              { key: 'consent', header: t('Toestemming', 'Consent'), cell: (row) => <>{row.consent === null ? cell(null) : say(consent.choices.find(({ key }) => key === row.consent)!.words)}{row.consented_on !== null && `, ${sayDay(row.consented_on)}`}{row.conditions !== null && <><br />{row.conditions}</>}{row.stopped_on !== null && <><br />{t('Gestopt op', 'Stopped on')} {sayDay(row.stopped_on)}</>}</> },
            ]}
          />
        </Section>
        <Section heading={t('Toestemming vragen', 'Ask for consent')} id="vragen" lead={<p>{t('Begin pas nadat u onze toestemming hebt (art. 28 lid 2 AVG). Gegevens blijven in Nederland en de EU, tenzij wij schriftelijk anders beslissen.', 'Begin only once you have our consent (art. 28(2) GDPR). Data stay in the Netherlands and the EU, unless we decide otherwise in writing.')}</p>}>
          <ProposalForm ask={ask} kind="sub_processor" state={asked} button={t('Toestemming vragen', 'Ask for consent')} />
        </Section>
        <Section heading={t('Melden dat een subverwerker stopt', 'Tell that a sub-processor stops')} id="stopt" lead={<p>{t('Ook kopieën bij de subverwerker worden gewist (art. 28 lid 3 onder g AVG).', 'Copies at the sub-processor are deleted too (art. 28(3)(g) GDPR).')}</p>}>
          <ProposalForm ask={ask} kind="sub_processor_end" state={ended} button={t('Melden', 'Tell')} />
        </Section>
        <Earlier ask={ask} proposals={await earlierProposals(ask, kinds)} />
      </>
    ),
  })
}
