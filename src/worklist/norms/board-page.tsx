// Board page: how the organisation stands by its own policy: counts, a picture that shows where it pinches, and the norms with what was counted.
import type { Scope } from '../../ground/scope.ts'
import { dayAfter, dayOf, sayDay, sayShortDay } from '../../ground/clock.ts'
import { say, t } from '../../ground/words.ts'
import { Alert, EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { Link } from '../../page-kit/buttons.tsx'
import { Section } from '../../page-kit/form.tsx'
import { Counters, Tabs } from '../../page-kit/progress.tsx'
import { StatusTiles } from '../../page-kit/status-tiles.tsx'
import { Table } from '../../page-kit/table.tsx'
import { type Board, type BoardNorm, type BoardQuery, boardAddress, groupsOf, inOrder, matches, type View, views } from './board.ts'
import { BoardFilters } from './board-filters.tsx'
import { sayEvidence } from './evidence-words.ts'
import { sayResponsible, statuses, statusIcons, statusTones, statusWords } from './norm-words.ts'

export function BoardContent({ scope, board, query, last }: { scope: Scope; board: Board; query: BoardQuery; last: string | undefined }) {
  const base = `/${scope.organisation.slug}/normen`
  const { profile } = board.policy
  const shown = board.norms.filter((one) => matches(profile, one, query))
  return (
    <>
      <Counters items={statuses.map((status) => {
        const value = board.norms.filter((one) => one.status === status).length
        return { value, words: say(statusWords[status]).toLowerCase(), href: boardAddress(base, query, { status }), tone: value === 0 || status === 'not_measurable' || status === 'conflicts' ? 'neutral' as const : status === 'met' ? 'positive' as const : status === 'attention' ? 'warning' as const : 'negative' as const }
      })} />
      <SnapshotNotice last={last} today={dayOf(scope.now)} />
      <BoardFilters base={base} board={board} query={query} />
      {shown.length === 0
        ? <EmptyState heading={t('Geen norm past hierbij', 'No norm fits this')} icon="search" action={<Link href={base}>{t('Toon alle normen', 'Show all norms')}</Link>} />
        : (
          <>
            <Section heading={t('In één oogopslag', 'At a glance')} id="oogopslag" side={<Link href="#normen">{t('Naar de lijst', 'To the list')}</Link>}>
              <Tabs label={t('Groeperen', 'Group')} tabs={views.map((view) => ({ words: viewWords()[view], href: boardAddress(base, query, { weergave: view === 'beginsel' ? undefined : view }), current: view === query.view }))} />
              <StatusTiles
                groups={groupsOf(profile, shown, query.view).map(({ key, words, norms }) => ({
                  words, lang: query.view === 'hoofdstuk' ? 'nl' as const : undefined, href: boardAddress(base, query, { [query.view]: key }),
                  detail: t(`${norms.filter(({ status }) => status === 'met').length} van ${norms.length} voldaan`, `${norms.filter(({ status }) => status === 'met').length} of ${norms.length} fulfilled`),
                  tiles: norms.map(({ norm, status }) => ({ words: norm.id, state: say(statusWords[status]).toLowerCase(), href: `${base}/${norm.id}`, tone: statusTones[status], icon: statusIcons[status] })),
                }))}
                legend={statuses.map((status) => ({ state: say(statusWords[status]), tone: statusTones[status], icon: statusIcons[status] }))}
              />
            </Section>
            <Section heading={t('De normen', 'The norms')} id="normen"><NormTable scope={scope} norms={inOrder(shown)} base={base} /></Section>
          </>
        )}
    </>
  )
}

export function viewWords(): Readonly<Record<View, string>> {
  return { beginsel: t('Per beginsel', 'By principle'), hoofdstuk: t('Per hoofdstuk', 'By chapter'), rol: t('Per rol', 'By role'), onderdeel: t('Per onderdeel', 'By part') }
}

/** Says so when the daily snapshot failed to come: what the trend then lacks can't be made up later. */
function SnapshotNotice({ last, today }: { last: string | undefined; today: string }) {
  if (last === undefined) return <p class="wb-subtle">{t('Dit is de stand van nu. Elke ochtend wordt zij vastgelegd; dan ziet u ook hoe elke norm zich ontwikkelt.', 'This is how it stands now. Every morning it is recorded; then you also see how each norm develops.')}</p>
  if (last >= dayAfter(today, '-P1D')) return <p class="wb-subtle">{t(`Dit is de stand van nu. De laatste dagopname is van ${sayDay(last)}.`, `This is how it stands now. The last daily snapshot is of ${sayDay(last)}.`)}</p>
  return (
    <Alert tone="warning" heading={t(`De laatste dagopname is van ${sayDay(last)}`, `The last daily snapshot is of ${sayDay(last)}`)}>
      <p>{t('Daarna is de stand niet vastgelegd. In de trend blijven die dagen leeg. Vraag uw beheerder te kijken of de server ’s nachts draait.', 'Since then nothing was recorded. Those days stay empty in the trend. Ask your administrator whether the server runs at night.')}</p>
    </Alert>
  )
}

export function NormBadge({ status }: Pick<BoardNorm, 'status'>) {
  return <StatusBadge tone={statusTones[status]} icon={statusIcons[status]}>{say(statusWords[status])}</StatusBadge>
}

function NormTable({ scope, norms, base }: { scope: Scope; norms: readonly BoardNorm[]; base: string }) {
  return (
    <Table<BoardNorm>
      caption={t('Normen, de ernstigste eerst', 'Norms, the gravest first')} captionHidden rows={norms}
      columns={[
        { key: 'norm', header: t('Norm', 'Policy norm'), names: true, cell: ({ norm }) => <><Link href={`${base}/${norm.id}`}>{norm.id}</Link> <span lang="nl">{norm.text}</span><div class="wb-subtle">{sayResponsible(norm.role)}</div></> },
        { key: 'status', header: t('Hoe het ervoor staat', 'How it stands'), cell: ({ status, since }) => <><NormBadge status={status} />{since && <div class="wb-subtle">{t(`sinds ${sayShortDay(since)}`, `since ${sayShortDay(since)}`)}</div>}</> },
        { key: 'figures', header: t('Waaruit dat blijkt', 'What shows this'), cell: ({ parts }) => <>{parts.map((part) => <div>{sayEvidence(scope, part).figures}</div>)}</> },
        { key: 'measures', header: t('Maatregelen', 'Measures'), numeric: true, cell: ({ norm, measures }) => measures > 0 ? <Link href={`${base}/${norm.id}#maatregelen`}>{measures}</Link> : '' },
      ]}
    />
  )
}
