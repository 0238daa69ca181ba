// Package section: on the page of a case: the answer packages, whether they were fetched, and how the person gets at them.
import { sayDay, sayMoment } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { type BadgeTone, EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { ButtonGroup, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Section } from '../../page-kit/form.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { Entry } from '../../register-kit/entry.ts'
import { mayKeep } from '../collection/keeping.ts'
import type { TiedCollection } from '../collection/tied-collections.ts'
import { type AnswerPackage, readPackages } from './packages.ts'

/** Only for whoever keeps the case: what is in a package is nobody else's. */
export async function packageSection(scope: Scope, { register, options }: TiedCollection, entry: Entry) {
  if (!options.recipient || !mayKeep(scope, register, options, entry)) return null
  const packages = await readPackages(scope, register.key, entry.id)
  const base = `/${scope.organisation.slug}/${register.path}/${entry.id}/pakket`
  return (
    <Section heading={t('Antwoordpakket', 'Answer package')} id="pakket">
      {packages.length === 0
        ? <EmptyState heading={t('Er is nog geen pakket', 'There is no package yet')} icon="download"><p>{t('Een pakket bevat een overzicht, de gegevens en de nagekeken bestanden. De persoon haalt het op met een link en een code.', 'A package holds an overview, the data and the files that were checked. The person fetches it with a link and a code.')}</p></EmptyState>
        : (
          <Table
            caption={t('Antwoordpakketten', 'Answer packages')} captionHidden rows={packages}
            columns={[
              { key: 'made', header: t('Gemaakt', 'Made'), names: true, cell: (one) => <Link href={`${base}/${one.id}`}>{sayMoment(one.madeAt ?? one.askedAt)}</Link> },
              { key: 'kind', header: t('Soort', 'Kind'), cell: (one) => sayKindOf(one) },
              { key: 'state', header: t('Stand', 'State'), cell: (one) => { const { words, tone } = stateOfPackage(one, scope.now); return <StatusBadge tone={tone}>{words}</StatusBadge> } },
              { key: 'ends', header: t('Op te halen tot', 'Can be fetched until'), oneLine: true, cell: ({ endsAt }) => sayDay(endsAt) },
              { key: 'fetched', header: t('Opgehaald', 'Fetched'), numeric: true, cell: ({ downloads, mostDownloads }) => t(`${downloads} van ${mostDownloads}`, `${downloads} of ${mostDownloads}`) },
            ]}
          />
        )}
      <ButtonGroup><ButtonLink icon="plus" href={base}>{t('Pakket maken', 'Make a package')}</ButtonLink></ButtonGroup>
    </Section>
  )
}

export function sayKindOf({ kind, toName }: Pick<AnswerPackage, 'kind' | 'toName'>): string {
  const words = kind === 'access' ? t('Inzage', 'Access') : t('Om mee te nemen', 'To take along')
  return toName === null ? words : `${words}, ${t('naar', 'to')} ${toName}`
}

export function stateOfPackage({ state, endsAt, downloads, mostDownloads }: AnswerPackage, now: Date): { words: string; tone: BadgeTone } {
  switch (state) {
    case 'waiting': case 'making': return { words: t('Wordt gemaakt', 'Being made'), tone: 'info' }
    case 'failed': return { words: t('Niet gelukt', 'Failed'), tone: 'negative' }
    case 'destroyed': return { words: t('Vernietigd', 'Destroyed'), tone: 'neutral' }
    case 'ready': return endsAt <= now ? { words: t('Verlopen', 'Expired'), tone: 'neutral' } : downloads >= mostDownloads ? { words: t('Zo vaak opgehaald als kan', 'Fetched as often as possible'), tone: 'neutral' } : downloads > 0 ? { words: t('Opgehaald', 'Fetched'), tone: 'positive' } : { words: t('Staat klaar', 'Ready'), tone: 'warning' }
  }
}
