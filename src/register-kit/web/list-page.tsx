// List page: a register as a list, with words, filters, order, columns and page all in the address.
import type { Child } from 'hono/jsx'
import { hasRole, type Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Alert, EmptyState } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { CheckboxGroup } from '../../page-kit/choices.tsx'
import { type Column, FilterBar, Pagination, Table } from '../../page-kit/table.tsx'
import { allEntriesAddress } from '../collaboration/view-parameters.ts'
import type { Lookups } from '../entry.ts'
import { mayDo } from '../lifecycle.ts'
import { sizes } from '../list-address.ts'
import { listAddress, type ListPage, type ListQuery, type ListRow, mostCounted, writeCursor } from '../list-query.ts'
import type { Register } from '../register.ts'
import { amountOf, lower, newOne } from '../register-words.ts'
import { overseers } from '../visibility.ts'
import { listColumns } from './list-cells.tsx'
import { activeFilters, FilterFields } from './list-filters.tsx'
import { columnWords } from './list-words.ts'

export type ListProps = {
  register: Register
  scope: Scope
  base: string
  parameters: URLSearchParams
  query: ListQuery
  ignored: readonly string[]
  page: ListPage
  lookups: Lookups
  /** Before the columns: what marks a row for an action on several at once. */
  mark?: Column<ListRow>
  /** Under the table. */
  below?: Child
  /** Where somebody can look who has nothing to do in an empty register. */
  elsewhere?: Child
}

export function EntryList({ register, scope, base, parameters, query, ignored, page, lookups, mark, below, elsewhere }: ListProps) {
  const address = (change: Record<string, string | readonly string[] | undefined>) => listAddress(base, parameters, change)
  const active = activeFilters(register, scope, query, lookups, address)
  const columns = listColumns({ register, base, columns: query.columns, address, now: scope.now })
  const isOpen = parameters.get('filters') === 'open'
  // A closed panel has no fields: what it would say goes along unseen with new words.
  const hidden = [...parameters].filter(([name]) => isOpen ? ['sorteer', 'volgorde', 'aantal', 'kolom'].includes(name) : !['q', 'na', 'voor'].includes(name))
  return (
    <>
      {ignored.length > 0 && <Alert tone="warning">{t('Een deel van het adres is niet begrepen en weggelaten', 'A part of the address wasn’t understood and is left out')}: {ignored.join(', ')}.</Alert>}
      <FilterBar
        action={base} active={active} clearHref={allEntriesAddress(base)} open={isOpen} openHref={isOpen ? undefined : address({ filters: 'open' })} hidden={hidden}
        search={{ name: 'q', value: query.words, label: t('Zoek in alle velden', 'Search all fields') }}
      >
        {isOpen && <FilterFields {...{ register, scope, query, lookups }} />}
      </FilterBar>
      <Table<ListRow>
        caption={say(register.words.many)} captionHidden columns={mark && page.rows.length > 0 ? [mark, ...columns] : columns} rows={page.rows} sort={{ key: query.sort, direction: query.direction }}
        empty={active.length > 0 ? <NothingFound register={register} clearHref={allEntriesAddress(base)} /> : <NothingYet {...{ register, scope, base, elsewhere }} />}
      />
      {page.rows.length > 0 && (
        <>
          <Pagination
            previous={page.previous && withCursor(address({}), 'voor', writeCursor(page.previous))} next={page.next && withCursor(address({}), 'na', writeCursor(page.next))}
            words={amountOf(register, page.count ?? page.rows.length, mostCounted)}
            sizes={sizes.map((size) => ({ words: t(`${size} per pagina`, `${size} per page`), href: address({ aantal: String(size) }), current: size === query.size }))}
          />
          {below}
          {isOpen && <ColumnChoice {...{ register, base, parameters }} chosen={query.columns} />}
          <QuietLinks register={register} base={base} columnsHref={isOpen ? undefined : `${address({ filters: 'open' })}#kolommen`} />
        </>
      )}
    </>
  )
}

/** What is asked for less often: other columns, and how far each department is. */
function QuietLinks({ register, base, columnsHref }: { register: Register; base: string; columnsHref: string | undefined }) {
  const links = [
    ...(columnsHref === undefined ? [] : [{ href: columnsHref, words: t('Kolommen kiezen', 'Choose columns') }]),
    ...(Object.keys(register.rules).length === 0 ? [] : [{ href: `${base}/bevindingen`, words: t('Bevindingen per afdeling', 'Findings per department') }]),
    ...(register.reviewBy === undefined ? [] : [{ href: `${base}/nakijken`, words: t('Nakijken per afdeling', 'Review per department') }]),
  ]
  return <p class="wb-quiet-links">{links.map(({ href, words }, index) => <>{index > 0 && ' · '}<a href={href}>{words}</a></>)}</p>
}

function ColumnChoice({ register, base, parameters, chosen }: { register: Register; base: string; parameters: URLSearchParams; chosen: readonly string[] }) {
  const kept = [...parameters].filter(([name]) => !['kolom', 'na', 'voor'].includes(name))
  return (
    <form class="wb-form" id="kolommen" method="get" action={base}>
      {kept.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      <CheckboxGroup name="kolom" label={t('Kolommen naast de naam', 'Columns beside the name')} values={chosen} choices={register.list.columns.map((value) => ({ value, label: columnWords(register, value) }))} columns />
      <ButtonGroup><Button>{t('Toon deze kolommen', 'Show these columns')}</Button></ButtonGroup>
    </form>
  )
}

function NothingFound({ register, clearHref }: { register: Register; clearHref: string }) {
  const many = lower(say(register.words.many))
  return (
    <EmptyState heading={t('Niets gevonden', 'Nothing found')} icon="search" action={<ButtonLink href={clearHref}>{t('Alle filters wissen', 'Clear all filters')}</ButtonLink>}>
      <p>{t(`Er zijn geen ${many} die hieraan voldoen. Zoek met minder woorden of haal een filter weg.`, `No ${many} fit this. Search with fewer words or take a filter away.`)}</p>
    </EmptyState>
  )
}

function NothingYet({ register, scope, base, elsewhere }: Pick<ListProps, 'register' | 'scope' | 'base' | 'elsewhere'>) {
  const many = lower(say(register.words.many))
  if (!hasRole(scope.actor, ...register.lifecycle.verbs.create!.roles)) {
    return hasRole(scope.actor, ...overseers)
      ? <EmptyState heading={t('Het register is nog leeg', 'The register is still empty')} icon={register.icon} action={elsewhere}><p>{t(`Zodra er ${many} zijn, ziet u die hier.`, `As soon as there are ${many}, you see them here.`)}</p></EmptyState>
      : <EmptyState heading={t('Hier staat nog niets voor u', 'There is nothing for you here yet')} icon={register.icon} action={elsewhere}><p>{t(`U ziet hier de ${many} die bij uw werk horen.`, `You see the ${many} here that belong to your work.`)}</p></EmptyState>
  }
  const isImporter = mayDo(register, scope.actor, 'import', null)
  return (
    <EmptyState
      heading={t(`Hier komt uw register van ${many}`, `Your register of ${many} comes here`)} icon={register.icon}
      action={<>{isImporter && <ButtonLink look="primary" href={`${base}/import`}>{t('Register importeren', 'Import a register')}</ButtonLink>}<ButtonLink href={`${base}/nieuw`}>{newOne(register)}</ButtonLink></>}
    >
      <p>{say(register.words.empty)}</p>
    </EmptyState>
  )
}

function withCursor(address: string, name: string, cursor: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}${name}=${cursor}`
}
