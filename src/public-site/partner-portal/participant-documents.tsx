// Participant's documents: in its portal, the files that lie ready for a participant, and for it alone.
import { sayMoment } from '../../ground/clock.ts'
import { sayKind } from '../../ground/file-kinds.ts'
import { isId } from '../../ground/ids.ts'
import { NotFound } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { EmptyState } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { Table } from '../../page-kit/table.tsx'
import { sentFile } from '../../case-kit/collection/upload-file.ts'
import { readAttachment, readAttachments } from '../../register-kit/collaboration/attachments.ts'
import { saySize } from '../../register-kit/collaboration/attachments-part.tsx'
import { documentsKey } from '../../registers/participants/shared-documents.ts'
import type { PortalPart } from './parts.ts'

export const participantDocuments: PortalPart = {
  key: 'stukken', for: 'participant',
  words: { heading: { nl: 'Stukken voor u', en: 'Documents for you' }, lead: { nl: 'Rapporten, overeenkomsten en andere bestanden die wij met u delen.', en: 'Reports, agreements and other files that we share with you.' } },
  routes(door) {
    door.get('', async ({ scope, visit, at, show }) => show({
      children: (
        <Table
          caption={t('Stukken', 'Documents')} captionHidden rows={await readAttachments(scope, documentsKey, visit.partyId)} empty={<EmptyState heading={t('Er zijn nog geen stukken', 'There are no documents yet')} icon="document" />}
          columns={[
            { key: 'name', header: t('Bestand', 'File'), names: true, cell: ({ id, name }) => <Link href={`${at}/${id}`}>{name}</Link> },
            { key: 'about', header: t('Waarover', 'About'), cell: ({ description }) => description ?? '' },
            { key: 'size', header: t('Soort en grootte', 'Kind and size'), cell: ({ contentType, size }) => `${sayKind(contentType)}, ${saySize(size)}` },
            { key: 'at', header: t('Sinds', 'Since'), oneLine: true, cell: (one) => sayMoment(one.at) },
          ]}
        />
      ),
    }))
    door.get('/:id', async ({ scope, visit, c, place }) => {
      const id = c.req.param('id') ?? ''
      if (!isId(id)) throw new NotFound()
      const file = await readAttachment(scope, documentsKey, visit.partyId, id)
      return sentFile(place, file)
    })
  },
}
