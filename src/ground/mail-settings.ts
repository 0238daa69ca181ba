// Mail settings: which SMTP server carries the mail, as whom, and how well the way to it is protected.

export type MailSettings = {
  readonly host: string
  readonly port: number
  readonly user: string | undefined
  readonly password: string | undefined
  /** `implicit`: TLS from the first byte (smtps); `required`: STARTTLS or nothing is sent; `optional`: what the server offers. */
  readonly tls: 'implicit' | 'required' | 'optional'
  readonly from: { readonly name: string; readonly address: string }
}

/** Settings by the environment; undefined when mail isn't set up. `fault` is one Dutch line that never repeats a password. */
export function readMailSettings(env: NodeJS.ProcessEnv): { settings: MailSettings | undefined; fault?: undefined } | { fault: string } {
  const { SMTP_URL: url, MAIL_FROM: from, SMTP_ALLOW_PLAIN: allow } = env
  if (allow !== undefined && !['', 'yes', 'no'].includes(allow)) return { fault: `SMTP_ALLOW_PLAIN is "${allow}"; het moet yes of no zijn.` }
  const sender = from ? senderOf(from) : undefined
  if (from && !sender) return { fault: `MAIL_FROM is "${from}"; verwacht wordt een e-mailadres, met of zonder naam: Waarborg <privacy@gemeente.example>.` }
  if (!url) return { settings: undefined }
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol) || new URL(url).hostname === '') {
    return { fault: 'SMTP_URL is geen geldig adres; verwacht wordt smtp://gebruiker:wachtwoord@mail.voorbeeld.nl:587 of smtps://gebruiker:wachtwoord@mail.voorbeeld.nl.' }
  }
  if (!sender) return { fault: 'SMTP_URL staat er, maar MAIL_FROM niet: zet daarin het adres dat als afzender op de e-mail staat, bijvoorbeeld Waarborg <privacy@gemeente.example>.' }
  const { protocol, hostname, port, username, password, pathname, search } = new URL(url)
  if ((pathname !== '' && pathname !== '/') || search !== '') return { fault: 'SMTP_URL mag na de naam en de poort van de mailserver niets meer hebben.' }
  const host = hostname.replace(/^\[|\]$/g, '')
  const isPlainFine = isOwnMachine(host) || allow === 'yes'
  return {
    settings: {
      host, port: port === '' ? (protocol === 'smtps:' ? 465 : 587) : Number(port), from: sender,
      user: decodeURIComponent(username) || undefined, password: decodeURIComponent(password) || undefined,
      tls: protocol === 'smtps:' ? 'implicit' : isPlainFine ? 'optional' : 'required',
    },
  }
}

function isOwnMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

function senderOf(text: string): MailSettings['from'] | undefined {
  const address = '([^\\s@<>"(),;:\\\\]{1,64}@[^\\s@<>"(),;:\\\\]{1,189})'
  const found = new RegExp(`^(?:"?([^<>"\\r\\n]{1,100}?)"?\\s*<${address}>|${address})$`).exec(text.trim())
  return found ? { name: found[1]?.trim() || 'Waarborg', address: (found[2] ?? found[3])! } : undefined
}
