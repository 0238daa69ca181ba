// Announce: the mail by which a processor hears of an audit, to those who may enter its portal (N-42: in writing, beforehand).
import { sayDay } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { inLanguage, type Language } from '../../ground/words.ts'
import { enqueueOutside } from '../../people/mail-outside.ts'
import type { AuditInput } from './rules.ts'

/** @returns to how many people */
export async function announceToProcessor(scope: Scope, audit: Pick<AuditInput, 'processor' | 'planned_on' | 'subject' | 'questions'>, message: string | null): Promise<number> {
  if (audit.processor === null) return 0
  const contacts = await scope.tx.selectFrom('portal_invitation').select(['email', 'language']).where('organisation_id', '=', scope.organisation.id).where('register', '=', 'processors').where('party_id', '=', audit.processor)
    .where('ended_at', 'is', null).where('expires_at', '>', scope.now).orderBy('id').execute()
  const day = (language: Language) => audit.planned_on === null ? '' : inLanguage(language, () => sayDay(audit.planned_on!))
  for (const { email, language } of contacts) {
    await enqueueOutside(scope, {
      to: email, kind: 'receipt', language: language as Language, subject: { nl: `Audit door ${scope.organisation.name}`, en: `Audit by ${scope.organisation.name}` },
      lines: [
        { nl: `${scope.organisation.name} kondigt hierbij een audit aan (art. 28 lid 3 onder h AVG), gepland op ${day('nl')}.`, en: `${scope.organisation.name} hereby announces an audit (art. 28(3)(h) GDPR), planned on ${day('en')}.` },
        ...(audit.subject === null ? [] : [{ nl: `Wat wij nagaan: ${audit.subject}`, en: `What we look into: ${audit.subject}` }]),
        ...(message === null ? [] : [{ nl: message, en: message }]),
        { nl: 'In het portaal ziet u de vragen en kunt u ze beantwoorden. U komt er met de link uit uw uitnodiging.', en: 'In the portal you see the questions and can answer them. You enter by the link from your invitation.' },
      ],
    })
  }
  return contacts.length
}
