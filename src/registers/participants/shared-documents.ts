// Shared documents: what lies ready for a participant in its portal; the attachments of a participant are just that.
import { NotFound } from '../../ground/refusals.ts'
import { hasRole } from '../../ground/scope.ts'
import type { Collaboration } from '../../register-kit/collaboration/book.ts'
import { overseers } from '../../register-kit/visibility.ts'
import { participantBy } from './processor-register.ts'

export const documentsKey = 'participants'

/** Documents of participants are kept and fetched as attachments of entries are. */
export const participantDocuments: Collaboration = {
  book: { key: documentsKey, path: 'deelnemers', words: { one: { nl: 'deelnemer', en: 'participant' }, many: { nl: 'Deelnemers', en: 'Participants' } } },
  open: async (scope, id) => {
    const participant = hasRole(scope.actor, ...overseers) ? await participantBy(scope, id) : undefined
    if (!participant) throw new NotFound()
    return { id, title: participant.name, department: null }
  },
  may: ({ actor }, _participant, verb) => verb === 'attach' && hasRole(actor, 'privacy_officer'),
  understand: () => ({ parameters: new URLSearchParams(), ignored: [] }),
}
