// Adopting body: who adopts a policy: a governing body of the organisation, or that of a participant which it serves (H-01, M-02).
import { Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { fold } from '../../ground/letters.ts'
import { reference, text } from '../../register-kit/field-types.ts'

/** `key` is the same for the same body of the same participant, however it is typed. */
export type AdoptingBody = { readonly key: string; readonly name: string; readonly bodyId: string | null; readonly participantId: string | null }

export const bodyFields = {
  body: reference('Orgaan', 'Governing body', 'governing_body', { citation: 'art. 24 lid 2 AVG', help: { nl: 'Wie het besluit nam. Bij een deelnemer hoeft dit niet.', en: 'Who decided. Not needed for a participant.' } }),
  participant: reference('Deelnemer', 'Participant', 'participant', { help: { nl: 'Alleen als een deelnemer van uw organisatie het document vaststelt.', en: 'Only if a participant of your organisation adopts the document.' } }),
  participant_body: text('Orgaan van de deelnemer', 'Body of the participant', { most: 200, help: { nl: 'Bijvoorbeeld: college van burgemeester en wethouders.', en: 'For instance: municipal executive.' } }),
} as const

export type BodyValues = { readonly body: string | null; readonly participant: string | null; readonly participant_body: string | null }

/** @throws Invalid when it isn't said which body */
export async function adoptingBody(scope: Scope, { body, participant, participant_body }: BodyValues): Promise<AdoptingBody> {
  const organisation = scope.organisation.id
  const own = body === null ? undefined : await scope.tx.selectFrom('governing_body').select(['id', 'name']).where('organisation_id', '=', organisation).where('id', '=', body).executeTakeFirst()
  if (participant === null) {
    if (!own) throw new Invalid([{ at: 'body', message: t('Kies welk orgaan het document vaststelde.', 'Choose which body adopted the document.') }])
    return { key: `body:${own.id}`, name: own.name, bodyId: own.id, participantId: null }
  }
  const served = await scope.tx.selectFrom('participant').select(['id', 'name']).where('organisation_id', '=', organisation).where('id', '=', participant).executeTakeFirst()
  if (!served) throw new Invalid([{ at: 'participant', message: t('Deze deelnemer bestaat niet.', 'This participant doesn’t exist.') }])
  const name = participant_body ?? own?.name
  if (name === undefined) throw new Invalid([{ at: 'participant_body', message: t(`Schrijf op welk orgaan van ${served.name} het document vaststelde.`, `Write down which body of ${served.name} adopted the document.`) }])
  return { key: `participant:${served.id}:${fold(name)}`, name: `${name} (${served.name})`, bodyId: null, participantId: served.id }
}
