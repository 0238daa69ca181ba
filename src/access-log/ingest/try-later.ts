// Try later: why records can't be taken now, told to who sends them so that they come again: what was kept already stays, and sending it again changes nothing.
import { isDatabaseAway } from '../../ground/database.ts'
import type { Words } from '../../ground/words.ts'

export type WhyLater = 'busy' | 'database_away' | 'storage_full' | 'seal_behind' | 'stopping'

export class TryLater extends Error {
  readonly why: WhyLater
  readonly status: 429 | 503
  readonly retryAfterSeconds: number
  readonly words: Words
  constructor(why: WhyLater, options?: ErrorOptions) {
    super(why, options)
    const { seconds, words } = reasons[why]
    this.why = why
    this.status = why === 'busy' ? 429 : 503
    this.retryAfterSeconds = seconds
    this.words = words
  }
}

/** What the database said, where that passes by itself or once somebody has seen to it; undefined for a fault. */
export function whyLater(error: unknown): TryLater | undefined {
  if (error instanceof TryLater) return error
  const code = (error as { code?: string }).code ?? ''
  if (/^53(100|200)$/.test(code) || code === '58030') return new TryLater('storage_full', { cause: error })
  // Too many connections, a statement that was stopped, a server that goes down, a connection that isn't there any more.
  if (/^(53|57|08|25P03|55P03)/.test(code) || isDatabaseAway(error) || /Connection (ended|terminated)|not queryable|Client was closed|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT/.test(`${code} ${String((error as Error)?.message)}`)) return new TryLater('database_away', { cause: error })
  return undefined
}

const reasons: Readonly<Record<WhyLater, { readonly seconds: number; readonly words: Words }>> = {
  busy: { seconds: 1, words: { nl: 'Het is nu te druk. Stuur het straks nog eens.', en: 'It is too busy now. Send it again in a moment.' } },
  database_away: { seconds: 5, words: { nl: 'De database is even niet bereikbaar. Stuur het straks nog eens.', en: 'The database can’t be reached for a moment. Send it again soon.' } },
  storage_full: { seconds: 60, words: { nl: 'Er is geen ruimte meer om iets te bewaren. Waarschuw de beheerder en stuur het later nog eens.', en: 'There is no room left to keep anything. Warn the administrator and send it again later.' } },
  seal_behind: { seconds: 30, words: { nl: 'Het verzegelen van het logboek loopt te ver achter. Waarschuw de beheerder en stuur het later nog eens.', en: 'Sealing the log is too far behind. Warn the administrator and send it again later.' } },
  stopping: { seconds: 5, words: { nl: 'Waarborg stopt of start opnieuw. Stuur het straks nog eens.', en: 'Waarborg is stopping or starting again. Send it again soon.' } },
}
