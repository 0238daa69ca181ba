// Subscription page: one webhook: how it does, what may be done with it, its messages and its history.
import type { Child } from 'hono/jsx'
import { sayMoment } from '../../ground/clock.ts'
import { say, t } from '../../ground/words.ts'
import { Alert, EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { DescriptionList } from '../../page-kit/document.tsx'
import { Section } from '../../page-kit/form.tsx'
import { History } from '../../page-kit/history.tsx'
import { Pagination, Table } from '../../page-kit/table.tsx'
import type { HistoryEvent } from '../../register-kit/history.ts'
import type { Delivery } from './deliveries.ts'
import { testRegister } from './event.ts'
import { mostAttempts } from './retry.ts'
import type { Subscription } from './subscriptions.ts'
import { deliveryState, fieldWords, historyWords, sayEnding, sayList, sayRegister, sayVerb } from './words.ts'

export type SubscriptionView = {
  subscription: Subscription; deliveries: readonly Delivery[]; events: readonly HistoryEvent[]
  /** Address of this page. */
  here: string
  next: string | undefined
  newest: string | undefined
  tested: Delivery | undefined
}

export function SubscriptionPage({ subscription, deliveries, events, here, next, newest, tested }: SubscriptionView): Child {
  return (
    <>
      {tested && <TestResult tested={tested} />}
      <Notices subscription={subscription} here={here} />
      <DescriptionList terms={[
        { term: t('Adres', 'Address'), description: <code>{subscription.target}</code> },
        { term: t('Registers', 'Registers'), description: sayList(subscription.registers, sayRegister) },
        { term: t('Gebeurtenissen', 'Events'), description: sayList(subscription.verbs, (verb) => sayVerb(verb)) },
      ]} />
      <ButtonGroup>
        <Post action={`${here}/test`}>{t('Testbericht versturen', 'Send a test message')}</Post>
        {subscription.status === 'active' ? <Post action={`${here}/pauzeren`}>{t('Pauzeren', 'Pause')}</Post> : <Post action={`${here}/hervatten`}>{t('Hervatten', 'Resume')}</Post>}
        <Post action={`${here}/geheim`}>{t('Nieuw geheim maken', 'Make a new secret')}</Post>
        <ButtonLink look="danger" href={`${here}/verwijderen`}>{t('Verwijderen', 'Remove')}</ButtonLink>
      </ButtonGroup>
      <Section heading={t('Berichten', 'Messages')} id="berichten" lead={<p>{t('De nieuwste staan bovenaan. Een bericht komt ten minste één keer aan; de volgorde staat niet vast. Wat klaar is, blijft hier 30 dagen staan.', 'The newest come first. A message arrives at least once; the order is not fixed. What is done stays here for 30 days.')}</p>}>
        <DeliveryTable deliveries={deliveries} here={here} isPaused={subscription.status === 'paused'} />
        {(next !== undefined || newest !== undefined) && <Pagination previous={newest} next={next} />}
      </Section>
      <Section heading={t('Geschiedenis', 'History')} id="geschiedenis"><PastEvents events={events} /></Section>
    </>
  )
}

function TestResult({ tested }: { tested: Delivery }): Child {
  const isWell = tested.state === 'delivered'
  return (
    <Alert tone={isWell ? 'ok' : 'error'} heading={isWell ? t('Het testbericht is aangekomen', 'The test message has arrived') : t('Het testbericht is niet aangekomen', 'The test message has not arrived')}>
      {isWell ? t(`Het adres antwoordde met ${tested.last_status} in ${tested.last_ms} ms.`, `The address answered with ${tested.last_status} in ${tested.last_ms} ms.`) : sayEnding(tested)}
    </Alert>
  )
}

function Notices({ subscription, here }: { subscription: Subscription; here: string }): Child {
  const { status, pausedBecause, pausedAt, failingSince, previousUntil, givenUp } = subscription
  const since = pausedAt ? sayMoment(pausedAt) : ''
  return (
    <>
      {status === 'paused' && pausedBecause === 'failures' && (
        <Alert tone="error" heading={t('Deze webhook is gestopt', 'This webhook has stopped')}>
          {t(`Een dag lang mislukte elk bericht. Daarom is hij op ${since} gepauzeerd. Zolang dat duurt, worden geen nieuwe berichten bewaard. Herstel het adres, verstuur een testbericht en hervat daarna.`,
            `For a day every message failed. That is why it was paused on ${since}. As long as that lasts no new messages are kept. Mend the address, send a test message and then resume.`)}
        </Alert>
      )}
      {status === 'paused' && pausedBecause === 'gone' && (
        <Alert tone="error" heading={t('Deze webhook is gestopt', 'This webhook has stopped')}>
          {t(`Het adres antwoordde op ${since} dat het niet meer bestaat (410). Vul een ander adres in of verwijder deze webhook.`, `On ${since} the address answered that it no longer exists (410). Fill in another address or remove this webhook.`)}
        </Alert>
      )}
      {status === 'paused' && pausedBecause === 'person' && (
        <Alert tone="info" heading={t('Deze webhook is gepauzeerd', 'This webhook is paused')}>{t('Er worden geen nieuwe berichten bewaard of verstuurd tot u hem hervat.', 'No new messages are kept or sent until you resume it.')}</Alert>
      )}
      {status === 'active' && failingSince && (
        <Alert tone="warning" heading={t('Berichten mislukken', 'Messages fail')}>
          {t(`Sinds ${sayMoment(failingSince)} lukt er geen. Waarborg probeert het met steeds langere pauzes. Na een dag wordt deze webhook gepauzeerd.`, `Since ${sayMoment(failingSince)} none succeeds. Waarborg keeps trying with ever longer pauses. After a day this webhook is paused.`)}
        </Alert>
      )}
      {status === 'active' && givenUp > 0 && (
        <Alert tone="warning" heading={givenUp === 1 ? t('Eén bericht is opgegeven', 'One message was given up') : t(`${givenUp} berichten zijn opgegeven`, `${givenUp} messages were given up`)}>
          <Post action={`${here}/opnieuw`} name="which" value="given_up">{t('Opgegeven berichten opnieuw versturen', 'Send what was given up again')}</Post>
        </Alert>
      )}
      {previousUntil && (
        <Alert tone="info" heading={t('Het oude geheim geldt nog', 'The old secret still counts')}>
          <p>{t(`Tot ${sayMoment(previousUntil)} staan er twee handtekeningen op elk bericht: met het nieuwe en met het oude geheim.`, `Until ${sayMoment(previousUntil)} each message carries two signatures: by the new and by the old secret.`)}</p>
          <Post action={`${here}/oud-geheim`}>{t('Oud geheim nu intrekken', 'Withdraw the old secret now')}</Post>
        </Alert>
      )}
    </>
  )
}

function DeliveryTable({ deliveries, here, isPaused }: { deliveries: readonly Delivery[]; here: string; isPaused: boolean }): Child {
  return (
    <Table
      caption={t('Lijst van berichten', 'List of messages')} captionHidden rows={deliveries}
      empty={<EmptyState heading={t('Nog geen berichten', 'No messages yet')} icon="link">{t('Er is nog niets gebeurd waarvan deze webhook hoort. Verstuur een testbericht om te zien of het adres werkt.', 'Nothing has happened yet of which this webhook is told. Send a test message to see whether the address works.')}</EmptyState>}
      columns={[
        { key: 'what', header: t('Gebeurtenis', 'Event'), names: true, cell: (one) => <>{sayVerb(one.verb, one.register)}{one.register === testRegister ? '' : `: ${sayRegister(one.register)}`}<br /><code>{one.event_id}</code></> },
        { key: 'at', header: t('Tijd', 'Time'), oneLine: true, cell: (one) => sayMoment(one.at) },
        { key: 'state', header: t('Stand', 'State'), cell: (one) => <State delivery={one} isPaused={isPaused} /> },
        { key: 'answer', header: t('Antwoord', 'Answer'), cell: (one) => sayEnding(one) || '–' },
        { key: 'ms', header: t('Duur', 'Took'), numeric: true, cell: (one) => one.last_ms === null ? '–' : `${one.last_ms} ms` },
        { key: 'again', header: t('Opnieuw', 'Again'), cell: (one) => one.register === testRegister || one.state === 'sending' || isPaused ? '–' : (
          <Post action={`${here}/opnieuw`} name="event" value={one.event_id} small>{t('Opnieuw', 'Again')}<span class="wb-hidden"> {sayVerb(one.verb)} {sayMoment(one.at)}</span></Post>
        ) },
      ]}
    />
  )
}

/** Beside the state: which attempt it was, and when the next one comes. */
function State({ delivery, isPaused }: { delivery: Delivery; isPaused: boolean }): Child {
  const { tone, words } = deliveryState(delivery)
  const { state, attempt, due_at: due, register } = delivery
  const tries = register === testRegister || attempt === 0 ? undefined : t(`Poging ${attempt} van ${mostAttempts}`, `Attempt ${attempt} of ${mostAttempts}`)
  const next = state !== 'waiting' || due === null || attempt === 0 ? undefined : isPaused ? t('De volgende na hervatten', 'The next one after resuming') : t(`De volgende: ${sayMoment(due)}`, `The next one: ${sayMoment(due)}`)
  return <><StatusBadge tone={tone}>{words}</StatusBadge>{[tries, next].map((line) => line && <><br />{line}</>)}</>
}

function PastEvents({ events }: { events: readonly HistoryEvent[] }): Child {
  return (
    <History
      label={t('Geschiedenis', 'History')}
      happenings={events.map((event) => ({
        at: event.at.toISOString(), when: sayMoment(event.at), who: event.personName ?? 'Waarborg', what: historyWords[event.verb] ? say(historyWords[event.verb]!) : event.verb,
        note: event.note === 'failures' ? t('na een dag van mislukte berichten', 'after a day of failed messages') : event.note === 'gone' ? t('het adres bestaat niet meer', 'the address no longer exists') : event.note ?? undefined,
        changes: event.changes.map(({ field, before, after }) => ({ field: fieldWords[field] ? say(fieldWords[field]) : field, before: sayValue(field, before), after: sayValue(field, after) })),
      }))}
    />
  )
}

function sayValue(field: string, value: unknown): string {
  if (!Array.isArray(value)) return typeof value === 'string' ? value : ''
  return sayList(value.map(String), field === 'registers' ? sayRegister : (verb) => sayVerb(verb))
}

function Post({ action, name, value, small, children }: { action: string; name?: string; value?: string; small?: boolean; children?: Child }): Child {
  return <form method="post" action={action}><Button name={name} value={value} small={small}>{children}</Button></form>
}
