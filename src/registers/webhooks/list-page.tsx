// List page: the webhooks of an organisation and how each of them does.
import type { Child } from 'hono/jsx'
import { sayMoment } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'
import { EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { Subscription } from './subscriptions.ts'
import { sayList, sayRegister, subscriptionState } from './words.ts'

export function SubscriptionTable({ subscriptions, base, make }: { subscriptions: readonly Subscription[]; base: string; make: Child }): Child {
  return (
    <Table
      caption="Webhooks" captionHidden rows={subscriptions}
      empty={<EmptyState heading={t('Nog geen webhooks', 'No webhooks yet')} icon="link" action={make}>{t('Maak er een als een ander programma meteen moet weten dat er iets is veranderd.', 'Make one when another program must know at once that something has changed.')}</EmptyState>}
      columns={[
        { key: 'name', header: t('Naam', 'Name'), names: true, cell: (one) => <Link href={`${base}/${one.id}`}>{one.name}</Link> },
        { key: 'target', header: t('Adres', 'Address'), cell: (one) => hostOf(one.target) },
        { key: 'registers', header: t('Registers', 'Registers'), cell: (one) => sayList(one.registers, sayRegister) },
        { key: 'state', header: t('Stand', 'State'), cell: (one) => { const { tone, words } = subscriptionState(one); return <StatusBadge tone={tone}>{words}</StatusBadge> } },
        { key: 'waiting', header: t('Wacht', 'Waiting'), numeric: true, cell: (one) => one.waiting || '–' },
        { key: 'given-up', header: t('Opgegeven', 'Given up'), numeric: true, cell: (one) => one.givenUp || '–' },
        { key: 'last', header: t('Laatste bericht', 'Last message'), oneLine: true, cell: (one) => (one.lastAt ? sayMoment(one.lastAt) : t('Nog niets', 'Nothing yet')) },
      ]}
    />
  )
}

// The rest of an address may hold a secret of the receiver; a list is looked at over shoulders.
function hostOf(target: string): string {
  return URL.canParse(target) ? new URL(target).host : target
}
