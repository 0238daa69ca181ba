// Reading work: policies that the actor was asked to read and hasn't acknowledged yet (P-06).
import { personOf } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { readingsOf } from '../registers/policy-documents/campaigns.ts'
import { policyDocuments } from '../registers/policy-documents/register.ts'
import type { WorkSource } from './work-item.ts'

export const readingSource: WorkSource = {
  path: 'lezen', words: { nl: 'Te lezen', en: 'To read' },
  async items(scope) {
    const me = personOf(scope.actor)
    const asked = me === null ? [] : (await readingsOf(scope, me)).filter(({ acknowledgedAt, isClosed }) => acknowledgedAt === null && !isClosed)
    return asked.map(({ documentId, title, version, dueOn }) => ({
      key: `reading:${documentId}:${version}`, words: t(`Lezen: ${title}`, `Read: ${title}`), plain: { nl: 'Beleid lezen', en: 'Read a policy' }, href: `/${scope.organisation.slug}/${policyDocuments.path}/lezen/${documentId}`,
      detail: t(`Beleid · versie ${version}`, `Policy · version ${version}`), register: policyDocuments.key, due: dueOn, icon: 'eye',
    }))
  },
}
