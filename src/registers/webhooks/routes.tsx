// Routes: the administrator's pages about webhooks, under `/:slug/beheer/webhooks`.
import { type Context, Hono } from 'hono'
import { isId } from '../../ground/ids.ts'
import { NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Alert, StatusBadge } from '../../page-kit/alerts.tsx'
import { ButtonLink } from '../../page-kit/buttons.tsx'
import { Confirm, ErrorSummary } from '../../page-kit/form.tsx'
import { TextInput } from '../../page-kit/inputs.tsx'
import type { Flash } from '../../page-kit/layout.tsx'
import { type Faults, orFaults, readFields } from '../../people/form-input.ts'
import { managementPage, managementPath, onlyAdministrator } from '../../people/management.tsx'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { readHistory } from '../../register-kit/history.ts'
import { claimTest, findDelivery, listDeliveries, replay } from './deliveries.ts'
import { emptyInput, inputOf, SubscriptionForm } from './form-page.tsx'
import type { PageHouse } from './house.ts'
import { SubscriptionTable } from './list-page.tsx'
import { allowedTargets, sendMessage } from './send.ts'
import { SubscriptionPage } from './subscription-page.tsx'
import {
  addSubscription, changeSubscription, findSubscription, historyKey, listSubscriptions, pauseSubscription, removeSubscription, renewSecret, resumeSubscription, type SubscriptionInput, withdrawOldSecret,
} from './subscriptions.ts'
import { subscriptionState } from './words.ts'

type Visit = Context<PeopleEnv>
const pageSize = 50

/** `/beheer/webhooks` and below; to be mounted under `/:slug` after `withScope`. */
export function webhookRoutes(house: PageHouse): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  for (const path of ['/beheer/webhooks', '/beheer/webhooks/*']) app.use(path, async (c, next) => { onlyAdministrator(c); await next() })
  app.get('/beheer/webhooks', (c) => showList(c, house))
  app.get('/beheer/webhooks/nieuw', (c) => showNew(c, house, emptyInput, []))
  app.post('/beheer/webhooks/nieuw', async (c) => {
    const input = inputOf(await readFields(c))
    const outcome = await orFaults(() => scopeOf(c, house, (scope) => addSubscription(scope, input, allowedTargets(house))))
    return outcome.faults ? showNew(c, house, input, outcome.faults) : showSecret(c, house, outcome.done.id, outcome.done.secret)
  })
  app.get('/beheer/webhooks/:id', (c) => showOne(c, house, []))
  app.get('/beheer/webhooks/:id/wijzigen', (c) => showChange(c, house, undefined, []))
  app.post('/beheer/webhooks/:id/wijzigen', async (c) => {
    const fields = await readFields(c)
    const input = inputOf(fields)
    const outcome = await orFaults(() => scopeOf(c, house, (scope) => changeSubscription(scope, idOf(c), input, Number(fields.one('revision')) || 0, allowedTargets(house))))
    return outcome.faults ? showChange(c, house, input, outcome.faults) : c.redirect(`${hereOf(c)}?klaar=opgeslagen`, 303)
  })
  app.post('/beheer/webhooks/:id/test', async (c) => {
    const { organisation, actor } = c.get('who')
    const message = await scopeOf(c, house, (scope) => claimTest(scope, idOf(c)))
    await sendMessage(house, { organisation, actor }, message)
    return c.redirect(`${hereOf(c)}?getest=${message.event_id}`, 303)
  })
  app.post('/beheer/webhooks/:id/geheim', async (c) => showSecret(c, house, idOf(c), await scopeOf(c, house, (scope) => renewSecret(scope, idOf(c)))))
  const step = (path: string, done: string, work: (scope: Scope, id: string) => Promise<unknown>) => app.post(`/beheer/webhooks/:id/${path}`, async (c) => {
    const outcome = await orFaults(() => scopeOf(c, house, (scope) => work(scope, idOf(c))))
    return outcome.faults ? showOne(c, house, outcome.faults) : c.redirect(`${hereOf(c)}?klaar=${done}`, 303)
  })
  step('pauzeren', 'gepauzeerd', (scope, id) => pauseSubscription(scope, id))
  step('hervatten', 'hervat', resumeSubscription)
  step('oud-geheim', 'oud-geheim', withdrawOldSecret)
  app.post('/beheer/webhooks/:id/opnieuw', async (c) => {
    const fields = await readFields(c)
    const event = fields.one('event')
    const which = fields.one('which') === 'given_up' ? 'given_up' : isId(event) ? { eventId: event } : undefined
    if (which === undefined) throw new NotFound()
    const outcome = await orFaults(() => scopeOf(c, house, (scope) => replay(scope, idOf(c), which)))
    return outcome.faults ? showOne(c, house, outcome.faults) : c.redirect(`${hereOf(c)}?klaar=${outcome.done === 0 ? 'niets' : 'opnieuw'}`, 303)
  })
  app.get('/beheer/webhooks/:id/verwijderen', (c) => showRemove(c, house))
  app.post('/beheer/webhooks/:id/verwijderen', async (c) => {
    await scopeOf(c, house, (scope) => removeSubscription(scope, idOf(c)))
    return c.redirect(`${managementPath(c, 'webhooks')}?klaar=verwijderd`, 303)
  })
  return app
}

async function showList(c: Visit, house: PageHouse): Promise<Response> {
  const subscriptions = await scopeOf(c, house, (scope) => listSubscriptions(scope))
  const make = <ButtonLink look="primary" icon="plus" href={managementPath(c, 'webhooks/nieuw')}>{t('Webhook maken', 'Make a webhook')}</ButtonLink>
  return managementPage(c, house, {
    heading: 'Webhooks', actions: subscriptions.length > 0 ? make : undefined, ...flashOf(c),
    lead: <p>{t('Een webhook vertelt een ander programma meteen dat er in een register iets gebeurde. Het bericht bevat alleen kenmerken, geen inhoud en geen namen.', 'A webhook tells another program at once that something happened in a register. The message holds ids only, no contents and no names.')}</p>,
    children: <SubscriptionTable subscriptions={subscriptions} base={managementPath(c, 'webhooks')} make={make} />,
  })
}

function showNew(c: Visit, house: PageHouse, input: SubscriptionInput, faults: Faults): Response | Promise<Response> {
  return managementPage(c, house, {
    heading: t('Webhook maken', 'Make a webhook'), narrow: true, failed: faults.length > 0, crumbs: crumbs(c),
    children: <SubscriptionForm action={managementPath(c, 'webhooks/nieuw')} cancel={managementPath(c, 'webhooks')} values={input} faults={faults} button={t('Webhook maken', 'Make the webhook')} />,
  })
}

async function showChange(c: Visit, house: PageHouse, typed: SubscriptionInput | undefined, faults: Faults): Promise<Response> {
  const stored = await scopeOf(c, house, (scope) => findSubscription(scope, idOf(c)))
  return managementPage(c, house, {
    heading: t(`${stored.name} wijzigen`, `Change ${stored.name}`), narrow: true, failed: faults.length > 0, crumbs: [...crumbs(c), { words: stored.name, href: hereOf(c) }],
    children: <SubscriptionForm action={`${hereOf(c)}/wijzigen`} cancel={hereOf(c)} values={typed ?? stored} revision={stored.revision} faults={faults} button={t('Opslaan', 'Save')} />,
  })
}

function showSecret(c: Visit, house: PageHouse, id: string, secret: string): Response | Promise<Response> {
  return managementPage(c, house, {
    heading: t('Het geheim van deze webhook', 'The secret of this webhook'), narrow: true, crumbs: crumbs(c),
    children: (
      <>
        <Alert tone="warning" heading={t('Kopieer het geheim nu', 'Copy the secret now')}>
          {t('U ziet het alleen deze keer. De ontvanger controleert er de handtekening van elk bericht mee. Bewaar het waar alleen dat programma erbij kan.',
            'You see it only this time. The receiver checks the signature of each message with it. Keep it where only that program can reach it.')}
        </Alert>
        <TextInput name="secret" label={t('Geheim', 'Secret')} value={secret} readonly />
        <ButtonLink href={managementPath(c, `webhooks/${id}`)}>{t('Ik heb het geheim bewaard', 'I have kept the secret')}</ButtonLink>
      </>
    ),
  })
}

async function showOne(c: Visit, house: PageHouse, faults: Faults): Promise<Response> {
  const before = c.req.query('voor')
  const tested = c.req.query('getest') ?? ''
  const view = await scopeOf(c, house, async (scope) => {
    const subscription = await findSubscription(scope, idOf(c))
    const events = await readHistory(scope, historyKey, subscription.id, { limit: 50 })
    await house.onPersonsRead?.(scope, [...new Set(events.flatMap(({ personId }) => personId ?? []))], 'webhook')
    const deliveries = await listDeliveries(scope, subscription.id, { limit: pageSize + 1, before: before !== undefined && isId(before) ? before : undefined })
    return { subscription, events, deliveries, tested: isId(tested) ? await findDelivery(scope, subscription.id, tested) : undefined }
  })
  const { tone, words } = subscriptionState(view.subscription)
  const shown = view.deliveries.slice(0, pageSize)
  return managementPage(c, house, {
    heading: view.subscription.name, failed: faults.length > 0, crumbs: crumbs(c), lead: <StatusBadge tone={tone}>{words}</StatusBadge>, ...flashOf(c),
    actions: <ButtonLink icon="edit" href={`${hereOf(c)}/wijzigen`}>{t('Wijzigen', 'Change')}</ButtonLink>,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <SubscriptionPage
          {...view} deliveries={shown} here={hereOf(c)} newest={before === undefined ? undefined : `${hereOf(c)}#berichten`}
          next={view.deliveries.length > pageSize ? `${hereOf(c)}?voor=${shown.at(-1)!.event_id}#berichten` : undefined}
        />
      </>
    ),
  })
}

async function showRemove(c: Visit, house: PageHouse): Promise<Response> {
  const { name } = await scopeOf(c, house, (scope) => findSubscription(scope, idOf(c)))
  return managementPage(c, house, {
    heading: t(`${name} verwijderen?`, `Remove ${name}?`), narrow: true, crumbs: [...crumbs(c), { words: name, href: hereOf(c) }],
    children: (
      <Confirm
        action={`${hereOf(c)}/verwijderen`} danger button={t('Webhook verwijderen', 'Remove the webhook')} cancel={{ words: t('Annuleren', 'Cancel'), href: hereOf(c) }}
        consequences={[
          t('Het andere programma hoort niets meer; ook berichten die nog wachten, gaan niet meer uit.', 'The other program hears nothing any more; messages that still wait aren’t sent either.'),
          t('De lijst van berichten verdwijnt. De geschiedenis van wie wat deed, blijft bewaard.', 'The list of messages disappears. The history of who did what is kept.'),
        ]}
      />
    ),
  })
}

/** What was just done, in words; leaves the flash alone when it isn't ours, for the frame knows some of its own. */
function flashOf(c: Visit): { flash?: Flash } {
  const words = {
    gepauzeerd: t('De webhook is gepauzeerd.', 'The webhook is paused.'), hervat: t('De webhook is hervat. Wat nog wachtte, gaat nu uit.', 'The webhook is resumed. What still waited is sent now.'),
    'oud-geheim': t('Het oude geheim is ingetrokken.', 'The old secret is withdrawn.'), opnieuw: t('Wordt opnieuw verstuurd.', 'Will be sent again.'),
    niets: t('Er was niets om opnieuw te versturen.', 'There was nothing to send again.'), verwijderd: t('De webhook is verwijderd.', 'The webhook is removed.'),
  }[c.req.query('klaar') ?? '']
  return words === undefined ? {} : { flash: { tone: 'ok', words } }
}

function idOf(c: Visit): string {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw new NotFound()
  return id
}

function hereOf(c: Visit): string {
  return managementPath(c, `webhooks/${idOf(c)}`)
}

function crumbs(c: Visit) {
  return [{ words: 'Webhooks', href: managementPath(c, 'webhooks') }]
}
