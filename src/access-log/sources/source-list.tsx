// List of sources: each application that may log, what came from it, and how it does.
import type { Child } from 'hono/jsx'
import { sayMoment } from '../../ground/clock.ts'
import { t } from '../../ground/words.ts'
import { EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { Table } from '../../page-kit/table.tsx'
import { sourceState } from './source-words.ts'
import type { ShownSource } from './sources.ts'

export function SourceTable({ sources, base, now, make }: { sources: readonly ShownSource[]; base: string; now: Date; make: Child }): Child {
  return (
    <Table
      caption={t('Bronnen van het logboek', 'Sources of the access log')} captionHidden rows={sources}
      empty={(
        <EmptyState heading={t('Nog geen toepassing logt', 'No application logs yet')} icon="database" action={make}>
          {t('Begin met de toepassing waarin de meeste mensen gegevens van inwoners bekijken. Voeg haar toe, maak een token en geef dat met de instellingen op de volgende pagina aan de leverancier. De eerste regel ziet u hier binnen een minuut.',
            'Begin with the application in which most people look at data of residents. Add it, make a token and give that to the supplier with the settings on the next page. You see the first record here within a minute.')}
        </EmptyState>
      )}
      columns={[
        { key: 'name', header: t('Toepassing', 'Application'), names: true, cell: (one) => <><Link href={`${base}/${one.id}`}>{one.name}</Link>{one.system && one.system !== one.name && <><br />{one.system}</>}</> },
        { key: 'state', header: t('Stand', 'State'), cell: (one) => { const { tone, words } = sourceState(one, now); return <StatusBadge tone={tone}>{words}</StatusBadge> } },
        { key: 'last', header: t('Laatst ontvangen', 'Last received'), oneLine: true, cell: (one) => one.lastAt ? sayMoment(one.lastAt) : t('Nog niets', 'Nothing yet') },
        { key: 'today', header: t('Vandaag', 'Today'), numeric: true, cell: (one) => one.receivedToday.toLocaleString(t('nl-NL', 'en-GB')) },
        { key: 'caretaker', header: t('Wie ervoor zorgt', 'Who looks after it'), cell: (one) => one.caretaker ?? '–' },
      ]}
    />
  )
}
