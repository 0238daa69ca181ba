// Figures page: `/verzoeken/cijfers`: the register in numbers per right, for a period and a department that stay in the address; the same as CSV.
import { Hono } from 'hono'
import { Readable } from 'node:stream'
import { dayOf, sayDay } from '../../ground/clock.ts'
import { isId } from '../../ground/ids.ts'
import type { Scope } from '../../ground/scope.ts'
import { currentLanguage, say, t, type Words } from '../../ground/words.ts'
import { EmptyState } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { FieldRow, Form } from '../../page-kit/form.tsx'
import { DateInput, Select } from '../../page-kit/inputs.tsx'
import { Counters } from '../../page-kit/progress.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import { csvType, writeCsv } from '../../register-kit/exchange/write-table.ts'
import { baseOf, showPage, toRegister, type Visit } from '../../register-kit/web/visit.tsx'
import { figuresOf, type Period, type RightFigures, together } from './figures.ts'
import { requests } from './register.ts'
import { outcomeWords, rightOf } from './rights.ts'

const columns: readonly (readonly [keyof RightFigures, Words])[] = [
  ['received', { nl: 'Ontvangen', en: 'Received' }], ['answered', { nl: 'Beantwoord', en: 'Answered' }], ['inTime', { nl: 'Op tijd', en: 'In time' }], ['late', { nl: 'Te laat', en: 'Late' }], ['meanDays', { nl: 'Dagen gemiddeld', en: 'Mean days' }], ['extended', { nl: 'Verlengd', en: 'Extended' }],
  ['suspended', { nl: 'Stilgestaan', en: 'Suspended' }], ['granted', outcomeWords.granted], ['partial', outcomeWords.partial], ['refused', outcomeWords.refused], ['notTakenUp', outcomeWords.not_taken_up], ['nothingHeld', outcomeWords.nothing_held],
  ['open', { nl: 'Loopt nog', en: 'Still running' }], ['openLate', { nl: 'Loopt en is te laat', en: 'Running and late' }], ['withdrawn', { nl: 'Ingetrokken', en: 'Withdrawn' }], ['forwarded', { nl: 'Doorgestuurd', en: 'Forwarded' }], ['objections', { nl: 'Bezwaar of beroep', en: 'Objection or appeal' }],
]

export function figuresRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()

  app.get('/cijfers', (c) => scopeOf(c, house, async (scope) => {
    const period = periodOf(c, scope)
    const rows = await figuresOf(scope, period)
    const all = together(rows)
    const departments = await scope.tx.selectFrom('department').select(['id', 'name']).where('organisation_id', '=', scope.organisation.id).orderBy('name').execute()
    const address = new URLSearchParams({ van: period.from, tot: period.until, ...(period.department ? { afdeling: period.department } : {}) })
    return showPage(c, house, requests, {
      heading: t('Verzoeken in cijfers', 'Requests in figures'), crumbs: [toRegister(c, requests)],
      lead: <p>{t(`Ontvangen van ${sayDay(period.from)} tot en met ${sayDay(period.until)}, voor zover u ze mag zien.`, `Received from ${sayDay(period.from)} until ${sayDay(period.until)}, as far as you may see them.`)}</p>,
      actions: <ButtonGroup><ButtonLink icon="download" download href={`${baseOf(c, requests)}/cijfers.csv?${address}`}>CSV</ButtonLink></ButtonGroup>,
      children: (
        <>
          <Form action={`${baseOf(c, requests)}/cijfers`} method="get">
            <FieldRow>
              <DateInput name="van" label={t('Van', 'From')} value={period.from} />
              <DateInput name="tot" label={t('Tot en met', 'Until')} value={period.until} />
              <Select name="afdeling" label={t('Afdeling', 'Department')} value={period.department ?? ''} choices={departments.map(({ id, name }) => ({ value: id, label: name }))} empty={t('Alle afdelingen', 'All departments')} />
            </FieldRow>
            <ButtonGroup><Button>{t('Tonen', 'Show')}</Button></ButtonGroup>
          </Form>
          <Counters items={[
            { value: all.received, words: t('ontvangen', 'received') },
            { value: all.answered === 0 ? '–' : `${Math.round((all.inTime / all.answered) * 100)}%`, words: t('op tijd beantwoord', 'answered in time'), detail: t(`${all.late} te laat`, `${all.late} late`), tone: all.late > 0 ? 'warning' : 'positive' },
            { value: sayFigure(all.meanDays), words: t('dagen gemiddeld', 'days on average') },
            { value: all.openLate, words: t('lopen en zijn te laat', 'run and are late'), tone: all.openLate > 0 ? 'negative' : 'neutral' },
          ]} />
          {rows.length === 0 ? <EmptyState heading={t('Geen verzoeken in deze tijd', 'No requests in this time')} icon="people" /> : (
            <Table
              caption={t('Per recht', 'Per right')} narrow="scroll" rows={[...rows, ...(rows.length > 1 ? [{ ...all, isTotal: true }] : [])]}
              columns={[
                { key: 'right', header: t('Recht', 'Right'), names: true, cell: (row) => ('isTotal' in row ? <strong>{t('Samen', 'Together')}</strong> : sayRight(row)) },
                ...columns.map(([key, words]) => ({ key, header: say(words), numeric: true, cell: (row: RightFigures) => sayFigure(row[key] as number | null) })),
              ]}
            />
          )}
        </>
      ),
    })
  }))

  app.get('/cijfers.csv', (c) => scopeOf(c, house, async (scope) => {
    const period = periodOf(c, scope)
    const rows = await figuresOf(scope, period)
    const csv = writeCsv([{ heading: t('Recht', 'Right') }, ...columns.map(([, words]) => ({ heading: say(words) }))], rows.map((row) => [sayRight(row), ...columns.map(([key]) => (row[key] === null ? '' : String(row[key])))]))
    return new Response(Readable.toWeb(csv) as ReadableStream<Uint8Array>, { headers: { 'content-type': csvType, 'content-disposition': `attachment; filename="verzoeken-${period.from}-${period.until}.csv"`, 'cache-control': 'no-store' } })
  }))

  return app
}

/** This year unless said; what isn't a day is left out. */
function periodOf(c: Visit, { now }: Scope): Period {
  const today = dayOf(now)
  const day = (name: string) => [c.req.query(name)].find((value) => value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T12:00:00Z`)))
  const department = c.req.query('afdeling') ?? ''
  const [from, until] = [day('van') ?? `${today.slice(0, 4)}-01-01`, day('tot') ?? today]
  return { from: from <= until ? from : until, until: from <= until ? until : from, department: isId(department) ? department : null }
}

function sayRight({ right }: RightFigures): string {
  return right === null ? t('Nog niet gekozen', 'Not chosen yet') : say(rightOf(right).words)
}

function sayFigure(value: number | null): string {
  return value === null ? '–' : value.toLocaleString(currentLanguage() === 'nl' ? 'nl-NL' : 'en-GB')
}
