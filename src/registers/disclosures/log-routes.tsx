// Log routes: writing down one disclosure, or reading in a file of many, at the entry that allows them; refused before the protocol was acknowledged (N-47).
import { parse } from 'csv-parse/sync'
import { Hono } from 'hono'
import { dayOf } from '../../ground/clock.ts'
import { newId } from '../../ground/ids.ts'
import { type Fault, Invalid, Refused } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { ErrorSummary, FieldRow, Form, SubmitBar } from '../../page-kit/form.tsx'
import { DateInput, FileInput, NumberInput, TextArea, TextInput } from '../../page-kit/inputs.tsx'
import type { House } from '../../people/house.ts'
import { type PeopleEnv, scopeOf } from '../../people/with-scope.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { workOf } from '../../register-kit/lifecycle.ts'
import { loadEntry, perform } from '../../register-kit/perform.ts'
import { baseOf, entryId, mustBeAllowed, showPage, textEntries, toEntry, type Visit } from '../../register-kit/web/visit.tsx'
import { type DisclosureInput, notYet } from './decision.ts'
import { writeLog } from './log.ts'
import { columns, type LogLine, readRows, readTyped, type Typed } from './log-lines.ts'
import { disclosures } from './register.ts'

const nothing: Typed = { on: '', what: '', people: '', subjects: '', note: '' }
/** Said of a file at once; the rest follows when these are repaired. */
const mostFaults = 50

export function logRoutes(house: House): Hono<PeopleEnv> {
  const app = new Hono<PeopleEnv>()

  app.get('/:id/verstrekt', (c) => scopeOf(c, house, async (scope) => {
    const entry = await allowed(c, scope)
    return typedPage(c, scope, entry, { ...nothing, on: dayOf(scope.now), what: givenIn(entry) }, [])
  }))
  app.post('/:id/verstrekt', async (c) => {
    const sent = Object.fromEntries(await textEntries(c)) as Partial<Typed>
    const typed = { ...nothing, ...Object.fromEntries(Object.entries(sent).filter(([key]) => Object.hasOwn(nothing, key))) }
    try {
      await scopeOf(c, house, async (scope) => {
        const entry = await allowed(c, scope)
        const { line, faults } = readTyped(typed, dayOf(scope.now))
        if (!line) throw new Invalid([...faults])
        await keep(scope, entry, [line], null)
      })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return scopeOf(c, house, async (scope) => typedPage(c, scope, await allowed(c, scope), typed, error.faults))
    }
    return c.redirect(`${baseOf(c, disclosures)}/${entryId(c, disclosures)}?gedaan=log#logboek`, 303)
  })

  app.get('/:id/inlezen', (c) => scopeOf(c, house, async (scope) => filePage(c, scope, await allowed(c, scope), [])))
  app.post('/:id/inlezen', async (c) => {
    const form = await c.req.formData().catch(() => undefined)
    const file = form?.get('file')
    try {
      if (!(file instanceof File) || file.size === 0) throw new Invalid([{ at: 'file', message: t('Kies een bestand met regels.', 'Choose a file with lines.') }])
      const bytes = new Uint8Array(await file.arrayBuffer())
      await scopeOf(c, house, async (scope) => {
        const entry = await allowed(c, scope)
        const { lines, faults } = readRows(cellsOf(bytes), dayOf(scope.now))
        if (faults.length > 0) throw new Invalid(faults.slice(0, mostFaults).map(({ row, message }) => ({ at: 'file', message: row === 0 ? message : t(`Regel ${row}: ${message}`, `Line ${row}: ${message}`) })))
        await keep(scope, entry, lines, newId())
      })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return scopeOf(c, house, async (scope) => filePage(c, scope, await allowed(c, scope), error.faults))
    }
    return c.redirect(`${baseOf(c, disclosures)}/${entryId(c, disclosures)}?gedaan=log#logboek`, 303)
  })

  async function allowed(c: Visit, scope: Scope): Promise<Entry> {
    const entry = await loadEntry(scope, disclosures, entryId(c, disclosures))
    mustBeAllowed(scope, disclosures, 'log', workOf(disclosures, entry))
    return entry
  }

  function typedPage(c: Visit, scope: Scope, entry: Entry, typed: Typed, faults: readonly Fault[]) {
    const error = (at: string) => faults.filter((fault) => fault.at === at).map(({ message }) => message).join(' ') || undefined
    const address = `${baseOf(c, disclosures)}/${entry.id}`
    const input = entry.input as DisclosureInput
    return showPage(c, house, disclosures, {
      heading: t('Verstrekking vastleggen', 'Log a disclosure'), crumbs: toEntry(c, disclosures, entry), failed: faults.length > 0, narrow: true,
      lead: <p>{t('Leg vast wat er wegging aan', 'Record what went to')} <span lang="nl">{input.recipient ?? '…'}</span>.</p>,
      children: (
        <>
          <StandsInTheWay entry={entry} scope={scope} />
          <Form action={`${address}/verstrekt`} guard>
            <ErrorSummary faults={faults} />
            <FieldRow>
              <DateInput name="on" label={t('Op welke dag', 'On which day')} value={typed.on} error={error('on')} />
              <NumberInput name="people" label={t('Over hoeveel mensen', 'About how many people')} value={typed.people} error={error('people')} hint={t('Leeg: zoveel als u hieronder noemt.', 'Empty: as many as you name below.')} />
            </FieldRow>
            <TextArea name="what" label={t('Welke gegevens', 'Which data')} value={typed.what} error={error('what')} rows={3} />
            <TextArea
              name="subjects" label={t('Over wie', 'About whom')} value={typed.subjects} error={error('subjects')} rows={4} optional
              hint={t('Eén mens per regel: een BSN, “Naam; 31-12-1980” of een kenmerk. Waarborg bewaart hiervan alleen een merkteken. Zo is iemand later te vinden, maar niemand kan het lezen.', 'One person a line: a citizen service number, “Name; 31-12-1980” or a reference. Waarborg keeps only a mark of it: somebody can be found later, but nobody can read it.')}
            />
            <TextInput name="note" label={t('Toelichting', 'Note')} value={typed.note} error={error('note')} optional />
            <SubmitBar primary={t('Vastleggen', 'Record')} cancel={{ words: t('Annuleren', 'Cancel'), href: address }} />
          </Form>
        </>
      ),
    }, faults.length > 0 ? 400 : 200)
  }

  function filePage(c: Visit, scope: Scope, entry: Entry, faults: readonly Fault[]) {
    const address = `${baseOf(c, disclosures)}/${entry.id}`
    return showPage(c, house, disclosures, {
      heading: t('Logboek inlezen', 'Read in a log'), crumbs: toEntry(c, disclosures, entry), failed: faults.length > 0, narrow: true,
      lead: <p>{t(`Een CSV-bestand met een regel per verstrekking: ${columns.join('; ')}. Klopt één regel niet, dan wordt niets opgeslagen.`, `A CSV file with a line for each disclosure: ${columns.join('; ')}. If one line isn’t right, nothing is saved.`)}</p>,
      children: (
        <>
          <StandsInTheWay entry={entry} scope={scope} />
          <Form action={`${address}/inlezen`} files defaultAction="read">
            <ErrorSummary faults={faults} heading={t('Niets opgeslagen', 'Nothing was saved')} />
            <FileInput name="file" label={t('Bestand', 'File')} accept=".csv,text/csv,text/plain" error={faults.length > 0 ? t('Verbeter het bestand en kies het opnieuw.', 'Repair the file and choose it again.') : undefined} hint={t('In “persoon” staat een BSN, “Naam; 31-12-1980” tussen aanhalingstekens, of een kenmerk. Het mag leeg zijn.', 'In “persoon” stands a citizen service number, “Name; 31-12-1980” between quotes, or a reference. It may be empty.')} />
            <SubmitBar primary={t('Inlezen', 'Read in')} primaryAction="read" cancel={{ words: t('Annuleren', 'Cancel'), href: address }} />
          </Form>
        </>
      ),
    }, faults.length > 0 ? 400 : 200)
  }

  return app
}

function StandsInTheWay({ entry, scope }: { entry: Entry; scope: Scope }) {
  const found = notYet(entry.input as DisclosureInput, dayOf(scope.now))
  if (found.length === 0) return <></>
  return <Alert tone="warning" heading={t('Vandaag mag er nog niets weg', 'Nothing may go out today')}><ul class="wb-list">{found.map(({ message }) => <li>{say(message)}</li>)}</ul></Alert>
}

/** What was granted, as the beginning of what goes out. */
function givenIn(entry: Entry): string {
  return (entry.input as DisclosureInput).data.flatMap(({ what, is_given }) => (is_given === true && what !== null ? [what] : [])).join(', ').slice(0, 2000)
}

/** Writes lines to the log, each on a day on which it was allowed. @throws Refused, Invalid */
export async function keep(scope: Scope, entry: Entry, lines: readonly LogLine[], batch: string | null): Promise<void> {
  const { recipient, ground } = entry.input as DisclosureInput
  if (ground === null || recipient === null) throw new Refused(t('Er is nog geen besluit om te verstrekken.', 'There is no decision to disclose yet.'))
  const [first] = lines.map(({ on }) => on).toSorted()
  // The earliest day decides: what was allowed then is allowed since; the last must not lie after the end.
  const last = lines.map(({ on }) => on).toSorted().at(-1)!
  const late = notYet(entry.input as DisclosureInput, last).filter(({ at }) => at === 'ends_on')
  if (late.length > 0) throw new Refused(late.map(({ message }) => say(message)).join(' '))
  await perform(scope, disclosures, 'log', entry.id, { on: first, note: batch === null ? null : t(`${lines.length} regels uit een bestand`, `${lines.length} lines of a file`) })
  await writeLog(scope, entry.id, lines.map((line) => ({ ...line, recipient, ground })), batch)
}

/** Cells of a CSV file, in UTF-8 or the older Windows spelling, with whatever separator its first line has. @throws Invalid */
function cellsOf(bytes: Uint8Array): { number: number; cells: string[] }[] {
  const text = decoded(bytes).replace(/^\uFEFF/, '')
  const firstLine = text.slice(0, text.search(/[\r\n]|$/))
  const separator = [';', '\t', ','].toSorted((one, other) => firstLine.split(other).length - firstLine.split(one).length)[0]!
  try {
    const rows: { number: number; cells: string[] }[] = []
    parse(text, { delimiter: separator, relax_column_count: true, on_record: (cells: string[], { lines }) => { rows.push({ number: lines, cells }); return null } })
    return rows
  } catch {
    throw new Invalid([{ at: 'file', message: t('Dit bestand is niet te lezen als CSV. Staan alle aanhalingstekens er dubbel?', 'This file can’t be read as CSV. Are all quotes there in pairs?') }])
  }
}

function decoded(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new Invalid([{ at: 'file', message: t('Dit is geen tekstbestand. Sla uw werkblad op als CSV.', 'This is no text file. Save your sheet as CSV.') }])
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
