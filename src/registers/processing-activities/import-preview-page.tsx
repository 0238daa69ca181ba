// Import preview page: what each row would do, before anything is done: counts, messages per row, and what changes.
import { say } from '../../ground/words.ts'
import { Alert, Badge, type BadgeTone } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { Details } from '../../page-kit/document.tsx'
import { Form } from '../../page-kit/form.tsx'
import { Counters, Tabs } from '../../page-kit/progress.tsx'
import { Pagination, Table } from '../../page-kit/table.tsx'
import type { Scope } from '../../ground/scope.ts'
import type { Lookups } from '../../register-kit/entry.ts'
import { columnLetters } from '../../register-kit/exchange/table.ts'
import { type CheckedRow, type Outcome, readChecked } from '../../register-kit/exchange-flow/import-rows.ts'
import type { ImportRun } from '../../register-kit/exchange-flow/import-runs.ts'
import { applyPatch } from '../../register-kit/exchange-flow/patch.ts'
import type { RowMessage } from '../../register-kit/exchange-flow/read-row.ts'
import { type Change, changesBetween } from '../../register-kit/changes.ts'
import { loadEntries } from '../../register-kit/store.ts'
import { sayValue } from '../../register-kit/say-value.ts'
import { type FieldKey, fields } from './declaration.ts'
import { importChoices } from './import-choices.ts'
import { ActionButton, amount, RunSteps } from './import-pages.tsx'
import { FileNotices } from './import-mapping-page.tsx'
import { processingActivities } from './register.ts'

export const previewFilters = { alles: {}, geweigerd: { outcomes: ['refuse'] }, meldingen: { withMessages: true }, nieuw: { outcomes: ['create'] }, gewijzigd: { outcomes: ['update'] } } as const satisfies Record<string, { outcomes?: readonly Outcome[]; withMessages?: boolean }>
export type PreviewFilter = keyof typeof previewFilters

export type PreviewRow = CheckedRow & { name: string; changes: readonly Change[]; becomes: string }

const size = 50

/** One page of rows, each with its name and what would change. */
export async function loadPreview(scope: Scope, run: ImportRun, filter: PreviewFilter, place: { after?: number; before?: number }): Promise<{ rows: PreviewRow[]; next: number | undefined; previous: number | undefined }> {
  const choices = importChoices.parse(run.choices)
  const found = await readChecked(scope, run.id, { ...previewFilters[filter], ...place, limit: size + 1 })
  const isMore = found.length > size
  const rows = place.before !== undefined ? found.slice(isMore ? 1 : 0) : found.slice(0, size)
  const entries = new Map((await loadEntries(scope.tx, processingActivities, scope.organisation.id, rows.flatMap(({ entryId }) => entryId ?? []))).map((entry) => [entry.system.id, entry]))
  const nameColumn = choices.columns.indexOf('name')
  const first = rows[0]?.number
  const last = rows.at(-1)?.number
  return {
    rows: rows.map((row) => {
      const entry = row.entryId ? entries.get(row.entryId) : undefined
      const changes = entry && row.patch ? changesBetween(fields, entry.input, applyPatch(entry.input, row.patch)) : []
      return { ...row, name: (row.cells[nameColumn] ?? '').trim() || (entry?.input.name ?? ''), changes, becomes: row.outcome === 'create' && choices.status === 'active' ? 'nieuw, actief' : row.outcome === 'update' && entry?.system.status === 'active' ? 'voorstel of nieuwe versie' : outcomeWords[row.outcome].words }
    }),
    next: last !== undefined && (place.before !== undefined || isMore) ? last : undefined,
    previous: first !== undefined && (place.before !== undefined ? isMore : place.after !== undefined) ? first : undefined,
  }
}

const outcomeWords: Record<Outcome, { words: string; tone: BadgeTone }> = {
  create: { words: 'nieuw', tone: 'positive' }, update: { words: 'gewijzigd', tone: 'info' }, unchanged: { words: 'ongewijzigd', tone: 'neutral' }, refuse: { words: 'geweigerd', tone: 'negative' },
}

export type PreviewProps = {
  run: ImportRun; base: string; filter: PreviewFilter; listed: Awaited<ReturnType<typeof loadPreview>>; counts: Record<Outcome, number> & { withMessages: number }; questions: number; lookups: Lookups
}

export function PreviewPage({ run, base, filter, listed, counts, questions, lookups }: PreviewProps) {
  const address = `${base}/import/${run.id}`
  const ignored = run.headings.filter((_, index) => importChoices.parse(run.choices).columns[index] === null)
  const writes = counts.create + counts.update
  const at = (name: string, row: number | undefined) => row === undefined ? undefined : `${address}?toon=${filter}&${name}=${row}`
  return (
    <>
      <RunSteps run={run} base={base} />
      {run.failure && <Alert tone="error">{run.failure}</Alert>}
      <Counters items={[
        { value: amount(counts.create), words: 'nieuw' }, { value: amount(counts.update), words: 'gewijzigd' }, { value: amount(counts.unchanged), words: 'ongewijzigd' },
        { value: amount(counts.refuse), words: 'geweigerd', tone: counts.refuse > 0 ? 'warning' : 'neutral' },
      ]} />
      {questions > 0 && (
        <Alert tone="warning" heading={`${amount(questions)} ${questions === 1 ? 'tekst is' : 'teksten zijn'} niet zeker herkend`}>
          <p>Zolang u niet kiest, komt zo’n tekst in de toelichting.</p>
          <ButtonLink look="primary" href={`${address}/waarden`}>Waarden kiezen</ButtonLink>
        </Alert>
      )}
      <FileNotices run={run} />
      {ignored.length > 0 && <p>Niet gelezen kolommen: {ignored.map((heading) => `“${heading}”`).join(', ')}.</p>}
      <p>Er is nog niets gewijzigd.{counts.refuse > 0 && writes > 0 && ` Geweigerde rijen komen niet in het register; de andere ${amount(writes)} wel.`}</p>
      <ButtonGroup>
        {writes > 0
          ? <Form action={`${address}/inlezen`} defaultAction="write"><Button look="primary" name="_action" value="write">{counts.refuse > 0 ? `De andere ${amount(writes)} inlezen` : `${amount(writes)} ${writes === 1 ? 'verwerking' : 'verwerkingen'} inlezen`}</Button></Form>
          : <ButtonLink look="primary" href={base}>Terug naar het register: er is niets in te lezen</ButtonLink>}
        <ButtonLink href={`${address}/kolommen`}>Kolommen wijzigen</ButtonLink>
        {counts.refuse > 0 && <ButtonLink icon="download" href={`${address}/geweigerd.csv`} download>Geweigerde rijen</ButtonLink>}
        <ActionButton action={`${address}/annuleren`} look="subtle">Annuleren</ActionButton>
      </ButtonGroup>
      <Tabs label="Welke rijen" tabs={([['alles', 'Alle rijen', run.rowCount], ['geweigerd', 'Geweigerd', counts.refuse], ['meldingen', 'Met meldingen', counts.withMessages], ['nieuw', 'Nieuw', counts.create], ['gewijzigd', 'Gewijzigd', counts.update]] as const)
        .map(([name, words, count]) => ({ words, count, href: `${address}?toon=${name}`, current: name === filter }))} />
      <Table<PreviewRow>
        caption="Rijen van het bestand" captionHidden rows={listed.rows} empty={<p>Er zijn geen rijen die hierbij horen.</p>} columns={[
          { key: 'row', header: 'Rij', numeric: true, cell: ({ number }) => number },
          { key: 'name', header: 'Verwerking', names: true, cell: ({ name }) => name === '' ? <span class="wb-subtle">zonder naam</span> : name.length > 120 ? `${name.slice(0, 117)}…` : name },
          { key: 'outcome', header: 'Wordt', cell: ({ outcome, becomes }) => <Badge tone={outcomeWords[outcome].tone}>{becomes}</Badge> },
          { key: 'messages', header: 'Meldingen en wijzigingen', cell: (row) => <RowDetails row={row} run={run} lookups={lookups} /> },
        ]}
      />
      <Pagination previous={at('voor', listed.previous)} next={at('na', listed.next)} />
    </>
  )
}

function RowDetails({ row, run, lookups }: { row: PreviewRow; run: ImportRun; lookups: Lookups }) {
  if (row.messages.length === 0 && row.changes.length === 0) return <span class="wb-subtle">–</span>
  return (
    <>
      {row.messages.length > 0 && <ul class="wb-values">{row.messages.slice(0, 12).map((message) => <li>{message.level === 'refuse' && <strong>Fout: </strong>}{sayMessage(message, row.number, run.headings)}</li>)}{row.messages.length > 12 && <li>En nog {row.messages.length - 12} meldingen.</li>}</ul>}
      {row.changes.length > 0 && (
        <Details summary={`${row.changes.length} ${row.changes.length === 1 ? 'veld wijzigt' : 'velden wijzigen'}`}>
          <dl class="wb-changes">
            {row.changes.map(({ field, before, after }) => (
              <div class="wb-change">
                <dt>{say(fields[field as FieldKey].words)}</dt>
                <dd><del>{said(field as FieldKey, before, lookups)}</del> <ins>{said(field as FieldKey, after, lookups)}</ins></dd>
              </div>
            ))}
          </dl>
        </Details>
      )}
    </>
  )
}

/** `Rij 12, kolom F (“Bewaartermijn”): ...`, as the spreadsheet numbers them. */
export function sayMessage({ column, message }: RowMessage, row: number, headings: readonly string[]): string {
  return column === null ? `Rij ${row}: ${message}` : `Rij ${row}, kolom ${columnLetters(column)} (“${headings[column] ?? ''}”): ${message}`
}

function said(field: FieldKey, value: unknown, lookups: Lookups): string {
  const words = sayValue(fields[field], value, lookups).join('; ')
  return words === '' ? 'leeg' : words.length > 300 ? `${words.slice(0, 297)}…` : words
}
