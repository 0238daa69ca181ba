// Identity: what the portal knows of who fills in a form, as fields of the case, so that nobody need ask again (art. 12 lid 6 AVG).
import { dayOf } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import type { Fields } from '../../register-kit/field-types.ts'
import type { PortalVisit } from './portal-sessions.ts'

/** What a form begins with: who signed in needn't type their name. */
export function startingAnswers(fields: Fields, visit: PortalVisit | undefined, colleague?: { readonly name: string; readonly email: string | null }): AnyInput {
  const who = visit?.kind === 'partner' ? { name: visit.name, email: visit.email } : visit?.kind === 'citizen' ? { name: visit.name, email: null } : colleague
  if (!who) return {}
  const subject = visit?.kind === 'citizen' && Object.hasOwn(fields, 'subject_name') ? 'subject' : 'reporter'
  return only(fields, { [`${subject}_name`]: who.name ?? '', ...(who.email === null ? {} : { [`${subject}_email`]: who.email }) })
}

/** What the case is given beside the answers; a citizen's name and day of birth are as the provider said them, whatever was typed. */
export function establishedInput(now: Date, fields: Fields, visit: PortalVisit, answers: AnyInput): AnyInput {
  if (visit.kind === 'partner') return only(fields, { channel: visit.register === 'participant' ? 'participant' : 'processor', ...partyOf(fields, visit.register, visit.partyId) })
  const named = (who: 'subject' | 'representative' | 'reporter') => (visit.name === null ? {} : { [`${who}_name`]: visit.name })
  // Who asks for somebody else showed who they are themselves, and not that they may.
  if (typeof answers.representative_name === 'string') return only(fields, { channel: 'portal', ...named('representative') })
  if (!Object.hasOwn(fields, 'subject_name')) return only(fields, { channel: 'portal', ...named('reporter') })
  const level = visit.level === null ? '' : t(`, niveau ${visit.level}`, `, level ${visit.level}`)
  return only(fields, {
    channel: 'portal', identity_means: 'portal', identity_checked_on: dayOf(now), identity_note: `${visit.provider}${level}`, ...named('subject'), ...(visit.birthDate === null ? {} : { subject_birth_date: visit.birthDate }),
  })
}

/** The first field that points at such a party (`processor`, `participant`). */
function partyOf(fields: Fields, register: string, partyId: string): AnyInput {
  const found = Object.entries(fields).find(([, field]) => field.type === 'reference' && field.to === register)
  return found ? { [found[0]]: partyId } : {}
}

function only(fields: Fields, input: AnyInput): AnyInput {
  return Object.fromEntries(Object.entries(input).filter(([key]) => Object.hasOwn(fields, key)))
}
