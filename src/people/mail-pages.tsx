// Mail pages: what an administrator sees of the mail: whether there is a mail server, which messages wait or failed, and never what they say.
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { sayMoment } from '../ground/clock.ts'
import { isId } from '../ground/ids.ts'
import { Refused } from '../ground/refusals.ts'
import { t } from '../ground/words.ts'
import { Alert, EmptyState, StatusBadge } from '../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink, Link } from '../page-kit/buttons.tsx'
import { Counters } from '../page-kit/progress.tsx'
import { Table } from '../page-kit/table.tsx'
import type { Flash } from '../page-kit/layout.tsx'
import type { House } from './house.ts'
import { countMailStates, dropMail, listMail, type MailState, mailStates, retryMail, type ShownMessage } from './mail-outbox.ts'
import { mailState, sayMailKind, sayMailTrouble } from './mail-words.ts'
import { enqueueMail } from './mail.ts'
import { managementPage, managementPath, onlyAdministrator } from './management.tsx'
import { type PeopleEnv, scopeOf } from './with-scope.ts'

type Visit = Context<PeopleEnv>
const pageSize = 50

/** `/beheer/post`; to be mounted under `/:slug` after `withScope`. */
export function mailRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  for (const path of ['/beheer/post', '/beheer/post/*']) app.use(path, async (c, next) => { onlyAdministrator(c); await next() })
  app.get('/beheer/post', (c) => showMail(c, house))
  app.post('/beheer/post/proef', async (c) => {
    if (!house.config.mail) throw new Refused(noServerWords())
    await scopeOf(c, house, (scope) => enqueueMail(scope, {
      personId: c.get('who').actor.personId, kind: 'trial', subject: { nl: 'Proefbericht van Waarborg', en: 'Trial message from Waarborg' },
      lines: [{ nl: 'De post van Waarborg werkt: dit bericht is aangekomen.', en: 'Waarborg’s mail works: this message has arrived.' }],
      link: { words: { nl: 'Naar de post', en: 'To the mail' }, path: managementPath(c, 'post') },
    }))
    return c.redirect(`${managementPath(c, 'post')}?klaar=proef`, 303)
  })
  app.post('/beheer/post/:id/opnieuw', async (c) => {
    await scopeOf(c, house, (scope) => retryMail(scope, c.req.param('id')))
    return c.redirect(`${managementPath(c, 'post')}?klaar=opnieuw`, 303)
  })
  app.post('/beheer/post/:id/laten-vervallen', async (c) => {
    await scopeOf(c, house, (scope) => dropMail(scope, c.req.param('id')))
    return c.redirect(`${managementPath(c, 'post')}?klaar=vervallen`, 303)
  })
  return app
}

async function showMail(c: Visit, house: House): Promise<Response> {
  const state = mailStates.find((one) => one === c.req.query('stand'))
  const before = c.req.query('voor') ?? ''
  const { messages, counts } = await scopeOf(c, house, async (scope) => {
    const found = await listMail(scope, { state, before: isId(before) ? before : undefined, limit: pageSize + 1 })
    await house.onPersonsRead?.(scope, [...new Set(found.flatMap(({ personId }) => personId ?? []))], 'mail-list')
    return { messages: found, counts: await countMailStates(scope) }
  })
  const here = managementPath(c, 'post')
  const shown = messages.slice(0, pageSize)
  const last = shown.at(-1)
  return managementPage(c, house, {
    heading: t('Post', 'Mail'), ...flashOf(c),
    lead: <p>{t('Berichten die Waarborg per e-mail verstuurt. Wat erin staat, ziet alleen de ontvanger.', 'Messages that Waarborg sends by e-mail. Only the receiver sees what they say.')}</p>,
    actions: house.config.mail && <form method="post" action={`${here}/proef`}><Button>{t('Stuur mij een proefbericht', 'Send me a trial message')}</Button></form>,
    children: (
      <>
        <Server house={house} waiting={counts.waiting} />
        <Counters items={mailStates.filter((one) => one !== 'sending').map((one) => ({ value: counts[one], words: mailState(one).many.toLowerCase(), href: `${here}?stand=${one}`, ...(one === 'failed' && counts[one] > 0 ? { tone: 'negative' as const } : {}) }))} />
        {state && <p>{t(`Alleen berichten met de stand “${mailState(state).words.toLowerCase()}”.`, `Only messages in the state “${mailState(state).words.toLowerCase()}”.`)} <Link href={here}>{t('Alle berichten', 'All messages')}</Link></p>}
        <MessageTable messages={shown} here={here} state={state} />
        {messages.length > pageSize && last && <ButtonGroup><ButtonLink href={`${here}?${state ? `stand=${state}&` : ''}voor=${last.id}`}>{t('Oudere berichten', 'Older messages')}</ButtonLink></ButtonGroup>}
      </>
    ),
  })
}

function Server({ house, waiting }: { house: House; waiting: number }): Child {
  const { mail } = house.config
  if (mail) return <p>{t(`De post gaat via ${mail.host}, met ${mail.from.address} als afzender.`, `Mail goes by ${mail.host}, with ${mail.from.address} as its sender.`)}</p>
  return (
    <Alert tone="warning" heading={t('Er is geen mailserver ingesteld', 'No mail server has been set up')}>
      <p>{noServerWords()}</p>
      {waiting > 0 && <p>{waiting === 1 ? t('Eén bericht wacht.', 'One message waits.') : t(`${waiting} berichten wachten.`, `${waiting} messages wait.`)}</p>}
    </Alert>
  )
}

function noServerWords(): string {
  return t('Er gaat geen e-mail uit. Vraag wie Waarborg draait om SMTP_URL en MAIL_FROM in te stellen. Wat wacht, gaat dan alsnog weg, zolang het nog nut heeft.',
    'No e-mail is sent. Ask whoever runs Waarborg to set SMTP_URL and MAIL_FROM. What waits is then sent after all, as long as it is of any use.')
}

function MessageTable({ messages, here, state }: { messages: readonly ShownMessage[]; here: string; state: MailState | undefined }): Child {
  return (
    <Table
      caption={t('Lijst van berichten', 'List of messages')} captionHidden rows={messages}
      empty={<EmptyState heading={state ? t('Geen berichten met deze stand', 'No messages in this state') : t('Nog geen berichten', 'No messages yet')} icon="document">{t('Herinneringen, aankondigingen en uitnodigingen komen hier te staan.', 'Reminders, announcements and invitations will stand here.')}</EmptyState>}
      columns={[
        { key: 'person', header: t('Voor', 'For'), names: true, cell: (one) => one.person ?? outsider() },
        { key: 'kind', header: t('Soort', 'Kind'), cell: (one) => sayMailKind(one.kind) },
        { key: 'created', header: t('Gemaakt', 'Made'), oneLine: true, cell: (one) => sayMoment(one.createdAt) },
        { key: 'state', header: t('Stand', 'State'), cell: (one) => <StatusBadge tone={mailState(one.state).tone}>{mailState(one.state).words}</StatusBadge> },
        { key: 'sent', header: t('Verstuurd', 'Sent'), oneLine: true, cell: (one) => (one.sentAt ? sayMoment(one.sentAt) : '–') },
        { key: 'trouble', header: t('Bijzonderheden', 'Particulars'), cell: (one) => sayMailTrouble(one) || '–' },
        { key: 'acts', header: t('Doen', 'Do'), cell: (one) => <Acts message={one} here={here} /> },
      ]}
    />
  )
}

function Acts({ message: { id, state, person, kind }, here }: { message: ShownMessage; here: string }): Child {
  if (state !== 'waiting' && state !== 'failed') return '–'
  const about = <span class="wb-hidden"> {sayMailKind(kind)}, {person ?? outsider()}</span>
  return (
    <ButtonGroup>
      <form method="post" action={`${here}/${id}/opnieuw`}><Button small>{t('Nu proberen', 'Try now')}{about}</Button></form>
      <form method="post" action={`${here}/${id}/laten-vervallen`}><Button small look="danger">{t('Laten vervallen', 'Drop')}{about}</Button></form>
    </ButtonGroup>
  )
}

function outsider(): string {
  return t('iemand van buiten', 'somebody from outside')
}

function flashOf(c: Visit): { flash?: Flash } {
  const words = {
    opnieuw: t('Het bericht staat klaar om te worden verstuurd.', 'The message is ready to be sent.'), vervallen: t('Het bericht is vervallen en wordt niet verstuurd.', 'The message is dropped and won’t be sent.'),
    proef: t('Het proefbericht is onderweg. Ververs deze pagina om te zien of het is verstuurd.', 'The trial message is on its way. Load this page anew to see whether it was sent.'),
  }[c.req.query('klaar') ?? '']
  return words === undefined ? {} : { flash: { tone: 'ok', words } }
}
