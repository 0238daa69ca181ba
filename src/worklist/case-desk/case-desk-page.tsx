// Case desk: every clock of every case on one page: what ends first, how much time is left, and who has it.
import { Hono } from 'hono'
import { sayMoment } from '../../ground/clock.ts'
import { recordAccess } from '../../access-record/record.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Checkbox } from '../../page-kit/choices.tsx'
import { sayCitation } from '../../page-kit/citation.ts'
import { Select } from '../../page-kit/inputs.tsx'
import { Page } from '../../page-kit/layout.tsx'
import { Counters } from '../../page-kit/progress.tsx'
import { type Column, FilterBar, Pagination, Table } from '../../page-kit/table.tsx'
import { departmentChoices, listDepartments } from '../../people/departments.ts'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { sayEnd, sayTimeLeft } from '../../register-kit/deadlines/deadline-words.ts'
import type { Register } from '../../register-kit/register.ts'
import { StateOfDeadline } from '../../register-kit/web/deadline-panel.tsx'
import { activeClockChoices, type ClockChoices, clockQuery, clocksHref, readClockChoices, sayStand, standPaths } from './clock-choices.ts'
import { type ClockCounts, type ClockPage, clockStands, countClocks, type OpenClock, openClocks } from './open-clocks.ts'

const onePage = 50

/** `/zaken`, over these registers; to be mounted under `/:slug` after `withScope`. */
export function caseDeskRoutes(house: House, registers: readonly Register[]): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()
  app.get('/zaken', (c) => scopeOf(c, house, async (scope) => {
    const departments = await listDepartments(scope)
    const choices = readClockChoices(registers, departments, new URL(c.req.url).searchParams)
    const query = clockQuery(registers, choices)
    const props = { base: `/${scope.organisation.slug}/zaken`, scope, registers, departments, choices, counts: await countClocks(scope, query), page: await openClocks(scope, query, onePage, choices.after) }
    await recordAccess(scope, { name: 'Zaken en termijnen bekeken', subjects: props.page.clocks.flatMap(({ ownerId }) => ownerId === null || ownerId === personOf(scope.actor) ? [] : [{ type: 'person', id: ownerId }]) })
    return c.html(
      <Page
        {...house.frame(c, c.get('who'))} heading={t('Zaken en termijnen', 'Cases and terms')}
        lead={<p>{t(`Elke termijn die loopt, over alle zaken die u mag zien. Bijgewerkt op ${sayMoment(scope.now)}.`, `Every term that runs, over all cases that you may see. As of ${sayMoment(scope.now)}.`)}</p>}
      >
        <Desk {...props} />
      </Page>)
  }))
  return app
}

type DeskProps = { base: string; scope: Scope; registers: readonly Register[]; departments: Awaited<ReturnType<typeof listDepartments>>; choices: ClockChoices; counts: ClockCounts; page: ClockPage }

function Desk(props: DeskProps) {
  const { base, scope, registers, departments, choices, counts, page } = props
  const href = (change: Partial<ClockChoices>) => clocksHref(base, registers, { ...choices, after: undefined, ...change })
  const active = activeClockChoices(base, registers, departments, choices)
  return (
    <>
      <Counters items={clockStands.map((stand) => ({ value: counts[stand], words: sayStand(stand).toLowerCase(), href: href({ stand }), ...(stand === 'late' && counts.late > 0 ? { tone: 'negative' as const } : stand === 'day' && counts.day > 0 ? { tone: 'warning' as const } : {}) }))} />
      <FilterBar action={base} clearHref={base} active={active}>
        <Select name="register" label={t('Register', 'Register')} value={registers.find(({ key }) => key === choices.register)?.path ?? ''} empty={t('Alles', 'All')} choices={registers.map(({ path, words }) => ({ value: path, label: say(words.many) }))} />
        <Select name="stand" label={t('Wanneer', 'When')} value={choices.stand === undefined ? '' : standPaths[choices.stand]} empty={t('Alles', 'All')} choices={clockStands.map((stand) => ({ value: standPaths[stand], label: sayStand(stand) }))} />
        <Select name="afdeling" label={t('Afdeling', 'Department')} value={choices.department ?? ''} empty={t('Alles', 'All')} choices={departmentChoices(departments)} />
        <Checkbox name="mijn" value="ja" label={t('Alleen zaken van mij', 'My cases only')} checked={choices.isMine} />
      </FilterBar>
      <Table
        caption={t('Lopende termijnen', 'Running terms')} captionHidden columns={columnsOf(scope)} rows={page.clocks}
        empty={active.length > 0
          ? <EmptyState heading={t('Niets met deze keuze', 'Nothing with this choice')} icon="search" action={<ButtonLink href={base}>{t('Alles laten zien', 'Show everything')}</ButtonLink>}>{t('Er loopt geen termijn die hierbij past.', 'No term runs that fits this.')}</EmptyState>
          : <Nothing scope={scope} registers={registers} />}
      />
      {(page.next || choices.after) && (
        <Pagination
          words={t(`${counts.all} in totaal`, `${counts.all} in all`)} {...(choices.after ? { previous: href({}) } : {})} {...(page.next ? { next: href({ after: page.next }) } : {})}
        />
      )}
    </>
  )
}

function columnsOf({ organisation: { slug }, now }: Scope): Column<OpenClock>[] {
  return [
    { key: 'left', header: t('Tijd', 'Time'), cell: (clock) => clock.state === 'suspended' ? <StateOfDeadline state="suspended" /> : <><StatusBadge tone={toneOf(clock, now)} icon={clock.state === 'late' ? undefined : 'clock'}>{sayTimeLeft(clock, now)}</StatusBadge><br /><span class="wb-subtle">{sayEnd(clock)}</span></> },
    { key: 'case', header: t('Zaak', 'Case'), names: true, cell: ({ register, entryId, title, number }) => <><Link href={`/${slug}/${register.path}/${entryId}`}>{title}</Link><br /><span class="wb-subtle">{[say(register.words.one), number].filter(Boolean).join(' ')}</span></> },
    { key: 'what', header: t('Wat moet er gebeuren', 'What must be done'), cell: ({ words, citation }) => <>{say(words)} <span class="wb-subtle">({sayCitation(citation)})</span></> },
    { key: 'status', header: t('Status', 'Status'), cell: ({ register, status }) => { const known = register.lifecycle.statuses[status]; return known ? <StatusBadge tone={known.tone}>{say(known.words)}</StatusBadge> : status } },
    { key: 'who', header: t('Bij wie', 'With whom'), cell: ({ owner, department }) => owner ?? department ?? <span class="wb-subtle">–</span> },
  ]
}

function toneOf({ dueAt, state }: OpenClock, now: Date): 'negative' | 'warning' | 'info' {
  if (state === 'late') return 'negative'
  return dueAt.getTime() - now.getTime() <= 24 * 3_600_000 ? 'warning' : 'info'
}

function Nothing({ scope, registers }: { scope: Scope; registers: readonly Register[] }) {
  return (
    <EmptyState heading={t('Er loopt nu geen termijn', 'No term runs now')} icon="ok">
      <p>{t('Zodra er een zaak binnenkomt, ziet u hier hoeveel tijd er is.', 'As soon as a case comes in, you see here how much time there is.')} {registers.map(({ path, words }, index) => <>{index > 0 && ' · '}<Link href={`/${scope.organisation.slug}/${path}`}>{say(words.many)}</Link></>)}</p>
    </EmptyState>
  )
}
