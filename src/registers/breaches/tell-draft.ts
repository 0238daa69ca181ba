// Tell of a draft: the draft for the authority goes to the reporter and the manager, each with a private page on which they say whether it is right (N-50).
import { makeStatusLink, statusPath } from '../../case-kit/status-links/links.ts'
import type { Scope } from '../../ground/scope.ts'
import { enqueueMail } from '../../people/mail.ts'
import { enqueueOutside, isMailAddress } from '../../people/mail-outside.ts'
import { newToken } from '../../people/tokens.ts'
import type { Entry } from '../../register-kit/entry.ts'
import type { BreachInput } from './step-kit.ts'
import { colleaguesAt } from './tell-people.ts'

const subject = { nl: 'Wilt u een melding aan de AP nakijken?', en: 'Would you check a notification to the authority?' }
const lines = [{
  nl: 'U meldde dit datalek, of het gebeurde in uw team. Klopt het concept voor de Autoriteit Persoonsgegevens, en is het volledig? Laat het vandaag weten op uw eigen pagina.',
  en: 'You reported this breach, or it happened in your team. Is the draft for the supervisory authority right and complete? Tell us today on your own page.',
}]
const twoWeeks = 14 * 86_400_000

/** What somebody from the public reported isn’t theirs to check. @returns how many were asked */
export async function tellDraft(scope: Scope, entry: Pick<Entry, 'id'>, { reporter_email, manager_email, channel, language }: BreachInput): Promise<number> {
  const isInside = channel === 'colleague' || channel === 'processor' || channel === 'participant'
  const addresses = [...new Set([isInside ? reporter_email : null, manager_email].flatMap((one) => one !== null && isMailAddress(one) ? [one.toLowerCase()] : []))]
  for (const to of addresses) {
    const token = await makeStatusLink(scope, { register: 'breaches', entryId: entry.id }, newToken(), new Date(scope.now.getTime() + twoWeeks))
    const link = { words: { nl: 'Concept nakijken', en: 'Check the draft' }, path: statusPath(scope.organisation.slug, token) }
    const [colleague] = await colleaguesAt(scope, to)
    if (colleague !== undefined) await enqueueMail(scope, { personId: colleague, kind: 'notice', subject, lines, link })
    else await enqueueOutside(scope, { to, kind: 'receipt', language: language ?? 'nl', subject, lines, link })
  }
  return addresses.length
}
