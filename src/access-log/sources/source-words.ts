// Words about sources of the log: how one does, and what happened to it, as people read it.
import { sayDay, sayMoment } from '../../ground/clock.ts'
import { say, t, type Words } from '../../ground/words.ts'
import type { BadgeTone } from '../../page-kit/alerts.tsx'
import type { Happening } from '../../page-kit/history.tsx'
import type { HistoryEvent } from '../../register-kit/history.ts'
import type { ShownCredential } from './source-credentials.ts'
import { silentDays, type ShownSource } from './sources.ts'

export function sourceState(source: ShownSource, now: Date): { tone: BadgeTone; words: string } {
  if (source.endedAt) return { tone: 'neutral', words: t('Beëindigd', 'Ended') }
  if (source.working === 0) return { tone: 'negative', words: t('Komt niet binnen: geen token of certificaat dat werkt', 'Can’t come in: no token or certificate that works') }
  const silent = silentDays(source, now)
  if (silent !== null) return { tone: 'warning', words: saySilence(source, silent) }
  return source.lastAt ? { tone: 'positive', words: t('Stuurt', 'Sending') } : { tone: 'info', words: t('Nog niets gestuurd', 'Nothing sent yet') }
}

/** “Heeft 3 dagen niets gestuurd” */
export function saySilence({ lastAt }: Pick<ShownSource, 'lastAt'>, days: number): string {
  const count = days === 1 ? t('1 dag', '1 day') : t(`${days} dagen`, `${days} days`)
  return lastAt ? t(`Heeft ${count} niets gestuurd`, `Has sent nothing for ${count}`) : t(`Heeft in ${count} nog niets gestuurd`, `Has sent nothing yet in ${count}`)
}

export function credentialState({ state, expiresOn, revokedAt }: ShownCredential, soon: string): { tone: BadgeTone; words: string } {
  if (state === 'revoked') return { tone: 'negative', words: `${t('Ingetrokken', 'Revoked')} ${revokedAt ? sayMoment(revokedAt) : ''}`.trim() }
  if (state === 'expired') return { tone: 'negative', words: `${t('Verlopen op', 'Expired on')} ${sayDay(expiresOn)}` }
  return { tone: expiresOn <= soon ? 'warning' : 'positive', words: `${t('Werkt tot en met', 'Works until')} ${sayDay(expiresOn)}` }
}

/** `named` gives the names of systems and people that changes speak of by id. */
export function happeningsOf(events: readonly HistoryEvent[], named: ReadonlyMap<string, string>): Happening[] {
  const value = (one: unknown) => one === null || one === undefined ? undefined : named.get(String(one)) ?? (/^\d{4}-\d\d-\d\d$/.test(String(one)) ? sayDay(String(one)) : String(one))
  return events.map((event) => ({
    at: event.at.toISOString(), when: sayMoment(event.at), who: event.personName ?? 'Waarborg', what: verbWords[event.verb] ? say(verbWords[event.verb]!) : event.verb, note: event.note ?? undefined,
    changes: event.changes.map(({ field, before, after }) => ({ field: fieldWords[field] ? say(fieldWords[field]) : field, before: value(before), after: value(after) })),
  }))
}

const verbWords: Readonly<Record<string, Words>> = {
  create: { nl: 'Toegevoegd', en: 'Added' }, change: { nl: 'Gewijzigd', en: 'Changed' }, end: { nl: 'Beëindigd', en: 'Ended' },
  make_token: { nl: 'Token gemaakt', en: 'Token made' }, revoke_token: { nl: 'Token ingetrokken', en: 'Token revoked' },
  add_certificate: { nl: 'Certificaat toegevoegd', en: 'Certificate added' }, revoke_certificate: { nl: 'Certificaat ingetrokken', en: 'Certificate revoked' },
}

const fieldWords: Readonly<Record<string, Words>> = {
  name: { nl: 'Naam', en: 'Name' }, description: { nl: 'Omschrijving', en: 'Description' }, system_id: { nl: 'Systeem', en: 'System' }, caretaker_id: { nl: 'Wie er voor zorgt', en: 'Who looks after it' },
  silent_after_days: { nl: 'Dagen stilte voordat het opvalt', en: 'Days of silence before it stands out' }, prefix: { nl: 'Begint met', en: 'Begins with' }, fingerprint: { nl: 'Vingerafdruk', en: 'Fingerprint' }, expires_on: { nl: 'Werkt tot en met', en: 'Works until' },
}
