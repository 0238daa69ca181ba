// Participant's breaches: in its portal, what a participant was told of breaches that concern its data (art. 33 lid 2 AVG).
import { sayMoment } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'
import { EmptyState } from '../../page-kit/alerts.tsx'
import { Table } from '../../page-kit/table.tsx'
import { breachesTold } from '../../registers/participants/breaches-told.ts'
import type { PortalPart } from './parts.ts'

export const participantBreaches: PortalPart = {
  key: 'datalekken', for: 'participant',
  words: { heading: { nl: 'Datalekken die wij u vertelden', en: 'Breaches that we told you of' }, lead: { nl: 'Wanneer wij u over een datalek vertelden, en wat.', en: 'When we told you of a breach, and what.' } },
  routes(door) {
    door.get('', async ({ scope, visit, show }) => show({
      children: (
        <Table
          caption={t('Datalekken', 'Breaches')} captionHidden rows={await breachesTold(scope, visit.partyId)}
          empty={<EmptyState heading={t('Er waren geen datalekken met uw gegevens', 'There were no breaches of your data')} icon="shield" />}
          columns={[
            { key: 'number', header: t('Nummer', 'Number'), names: true, oneLine: true, cell: ({ number }) => number },
            { key: 'discovered', header: t('Ontdekt', 'Discovered'), oneLine: true, cell: ({ discoveredAt }) => discoveredAt === null ? '' : sayMoment(discoveredAt) },
            { key: 'told', header: t('Verteld', 'Told'), oneLine: true, cell: ({ toldAt }) => sayMoment(toldAt) },
            { key: 'what', header: t('Wat wij vertelden', 'What we told'), cell: ({ told }) => told ?? '' },
          ]}
        />
      ),
    }))
  },
}
