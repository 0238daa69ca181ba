// Own visits: where one is signed in, and what happened to one's account, on the account page.
import type { Child } from 'hono/jsx'
import { sayMoment } from '../ground/clock.ts'
import { say, t, type Words } from '../ground/words.ts'
import { Badge } from '../page-kit/alerts.tsx'
import { Button } from '../page-kit/buttons.tsx'
import { Section } from '../page-kit/form.tsx'
import { Table } from '../page-kit/table.tsx'
import type { ShownSession } from './sessions.ts'
import type { ShownEvent } from './sign-in-events.ts'
import type { Session } from './signed-in.ts'

const ways: Record<string, Words> = {
  password: { nl: 'met een wachtwoord', en: 'by password' },
  passkey: { nl: 'met een passkey', en: 'by passkey' },
  oidc: { nl: 'via uw organisatie', en: 'through your organisation' },
  invitation: { nl: 'met een uitnodiging', en: 'by invitation' },
  setup: { nl: 'bij de eerste inrichting', en: 'at the first set-up' },
}

export function SessionSection({ session, sessions }: { session: Session; sessions: readonly ShownSession[] }): Child {
  const advice = t('Kent u een apparaat niet? Beëindig de sessie en wijzig uw wachtwoord.', 'Don’t you know a device? End the session and change your password.')
  return (
    <Section heading={t('Waar u bent ingelogd', 'Where you are signed in')} id="sessies" lead={<p>{advice}</p>}>
      <Table
        caption={t('Uw sessies', 'Your sessions')} captionHidden rows={sessions}
        columns={[
          {
            key: 'device', header: t('Apparaat en netwerk', 'Device and network'), names: true, cell: (row) => (
              <>{row.device} {row.id === session.id && <Badge tone="info">{t('Deze sessie', 'This session')}</Badge>}<br /><span class="wb-subtle wb-small">{row.ip}, {sayWay(row.method)}</span></>
            ),
          },
          { key: 'begun', header: t('Begonnen', 'Begun'), cell: (row) => sayMoment(row.createdAt) },
          { key: 'seen', header: t('Laatst gezien', 'Last seen'), cell: (row) => sayMoment(row.lastSeenAt) },
          {
            key: 'end', header: t('Beëindigen', 'End'), cell: (row) => (
              <form method="post" action="/account/sessies">
                <Button small name="session" value={row.id}>{t('Beëindigen', 'End')}<span class="wb-hidden"> {row.device}, {sayMoment(row.createdAt)}</span></Button>
              </form>
            ),
          },
        ]}
      />
      {sessions.length > 1 && <form method="post" action="/account/sessies"><Button>{t('Alle andere sessies beëindigen', 'End all other sessions')}</Button></form>}
    </Section>
  )
}

export function EventSection({ events }: { events: readonly ShownEvent[] }): Child {
  const kept = t('Wij bewaren een jaar lang wat er bij het inloggen gebeurde.', 'We keep what happened at signing in for a year.')
  return (
    <Section heading={t('Laatste gebeurtenissen', 'Latest events')} id="gebeurtenissen" lead={<p>{kept}</p>}>
      <Table
        caption={t('Wat er met uw account gebeurde', 'What happened to your account')} captionHidden rows={events}
        columns={[
          { key: 'at', header: t('Wanneer', 'When'), cell: (row) => sayMoment(row.at), oneLine: true },
          { key: 'what', header: t('Wat', 'What'), names: true, cell: (row) => row.what },
          { key: 'device', header: t('Apparaat', 'Device'), cell: (row) => row.device },
          { key: 'ip', header: t('Netwerkadres', 'Network address'), cell: (row) => row.ip },
        ]}
      />
    </Section>
  )
}

function sayWay(method: string): string {
  const words = ways[method]
  return words ? say(words) : method
}
