// Import preview page: what each row would do, before anything is done: counts, messages per row, and what changes.
import { say, t, type Words } from '../../ground/words.ts'
import { Alert, Badge, type BadgeTone } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink } from '../../page-kit/buttons.tsx'
import { Details } from '../../page-kit/document.tsx'
import { Form } from '../../page-kit/form.tsx'
import { Counters, Tabs } from '../../page-kit/progress.tsx'
import { Pagination, Table } from '../../page-kit/table.tsx'
import type { Scope } from '../../ground/scope.ts'
import type { Lookups } from '../entry.ts'
import { columnLetters } from '../exchange/table.ts'
import { type CheckedRow, type Outcome, readChecked } from './import-rows.ts'
import type { ImportRun } from './import-runs.ts'
import { applyPatch } from './patch.ts'
import type { RowMessage } from './read-row.ts'
import { type Change, changesBetween } from '../changes.ts'
import { hasProposals } from '../lifecycle.ts'
import { amountOf, capital } from '../register-words.ts'
import { loadEntries } from '../store.ts'
import { sayValue } from '../say-value.ts'
import type { Register } from '../register.ts'
import { readChoices } from './import-choices.ts'
import { ActionButton, amount, RunSteps } from './import-pages.tsx'
import { FileNotices } from './import-mapping-page.tsx'
import type { Book } from './importing.ts'

export const previewFilters = { alles: {}, geweigerd: { outcomes: ['refuse'] }, meldingen: { withMessages: true }, nieuw: { outcomes: ['create'] }, gewijzigd: { outcomes: ['update'] } } as const satisfies Record<string, { outcomes?: readonly Outcome[]; withMessages?: boolean }>
export type PreviewFilter = keyof typeof previewFilters

export type PreviewRow = CheckedRow & { name: string; changes: readonly Change[]; becomes: string }

const size = 50

/** One page of rows, each with its name and what would change. */
export async function loadPreview(scope: Scope, book: Book, run: ImportRun, filter: PreviewFilter, place: { after?: number; before?: number }): Promise<{ rows: PreviewRow[]; next: number | undefined; previous: number | undefined }> {
  const { register } = book
  const { title } = register.named
  const choices = readChoices(book, run.choices)
  const found = await readChecked(scope, run.id, { ...previewFilters[filter], ...place, limit: size + 1 })
  const isMore = found.length > size
  const rows = place.before !== undefined ? found.slice(isMore ? 1 : 0) : found.slice(0, size)
  const entries = new Map((await loadEntries(scope.tx, register, scope.organisation.id, rows.flatMap(({ entryId }) => entryId ?? []))).map((entry) => [entry.system.id, entry]))
  const nameColumn = choices?.columns.indexOf(title) ?? -1
  const first = rows[0]?.number
  const last = rows.at(-1)?.number
  return {
    rows: rows.map((row) => {
      const entry = row.entryId ? entries.get(row.entryId) : undefined
      const changes = entry && row.patch ? changesBetween(register.fields, entry.input, applyPatch(entry.input, row.patch)) : []
      return { ...row, name: (row.cells[nameColumn] ?? '').trim() || String(entry?.input[title] ?? ''), changes, becomes: becomes(register, row.outcome, choices?.status, entry?.system.status) }
    }),
    next: last !== undefined && (place.before !== undefined || isMore) ? last : undefined,
    previous: first !== undefined && (place.before !== undefined ? isMore : place.after !== undefined) ? first : undefined,
  }
}

function becomes(register: Register, outcome: Outcome, chosen: string | undefined, status: string | undefined): string {
  if (outcome === 'create' && chosen === 'active' && register.lifecycle.start !== register.lifecycle.inForce) return register.gate ? t('nieuw, actief als de toets vooraf er is', 'new, active if assessed beforehand') : t('nieuw, actief', 'new, active')
  if (outcome === 'update' && status === register.lifecycle.inForce) return hasProposals(register) ? t('voorstel of nieuwe versie', 'proposal or new version') : t('nieuwe versie', 'new version')
  return say(outcomeWords[outcome].words)
}

const outcomeWords: Record<Outcome, { words: Words; tone: BadgeTone }> = {
  create: { words: { nl: 'nieuw', en: 'new' }, tone: 'positive' }, update: { words: { nl: 'gewijzigd', en: 'changed' }, tone: 'info' },
  unchanged: { words: { nl: 'ongewijzigd', en: 'unchanged' }, tone: 'neutral' }, refuse: { words: { nl: 'geweigerd', en: 'refused' }, tone: 'negative' },
}

export type PreviewProps = {
  book: Book; run: ImportRun; base: string; filter: PreviewFilter; listed: Awaited<ReturnType<typeof loadPreview>>; counts: Record<Outcome, number> & { withMessages: number }; questions: number; lookups: Lookups
}

export function PreviewPage({ book, run, base, filter, listed, counts, questions, lookups }: PreviewProps) {
  const address = `${base}/import/${run.id}`
  const { register } = book
  const ignored = run.headings.filter((_, index) => (readChoices(book, run.choices)?.columns[index] ?? null) === null)
  const writes = counts.create + counts.update
  const at = (name: string, row: number | undefined) => row === undefined ? undefined : `${address}?toon=${filter}&${name}=${row}`
  return (
    <>
      <RunSteps run={run} base={base} />
      {run.failure && <Alert tone="error">{run.failure}</Alert>}
      <Counters items={[
        { value: amount(counts.create), words: t('nieuw', 'new') }, { value: amount(counts.update), words: t('gewijzigd', 'changed') }, { value: amount(counts.unchanged), words: t('ongewijzigd', 'unchanged') },
        { value: amount(counts.refuse), words: t('geweigerd', 'refused'), tone: counts.refuse > 0 ? 'warning' : 'neutral' },
      ]} />
      {questions > 0 && (
        <Alert tone="warning" heading={t(`${amount(questions)} ${questions === 1 ? 'tekst is' : 'teksten zijn'} niet zeker herkend`, `${amount(questions)} ${questions === 1 ? 'text isn’t' : 'texts aren’t'} surely recognised`)}>
          <p>{t('Zolang u niet kiest, komt zo’n tekst in de toelichting.', 'As long as you don’t choose, such a text goes to the note.')}</p>
          <ButtonLink look="primary" href={`${address}/waarden`}>{t('Waarden kiezen', 'Choose values')}</ButtonLink>
        </Alert>
      )}
      <FileNotices run={run} />
      {ignored.length > 0 && <p>{t('Niet gelezen kolommen', 'Columns that weren’t read')}: {ignored.map((heading) => `“${heading}”`).join(', ')}.</p>}
      <p>{t('Er is nog niets gewijzigd.', 'Nothing has been changed yet.')}{counts.refuse > 0 && writes > 0 && t(` Geweigerde rijen komen niet in het register; de andere ${amount(writes)} wel.`, ` Refused rows stay out of the register; the other ${amount(writes)} go in.`)}</p>
      <ButtonGroup>
        {writes > 0
          ? <Form action={`${address}/inlezen`} defaultAction="write"><Button look="primary" name="_action" value="write">{counts.refuse > 0 ? t(`De andere ${amount(writes)} inlezen`, `Import the other ${amount(writes)}`) : t(`${amountOf(register, writes)} inlezen`, `Import ${amountOf(register, writes)}`)}</Button></Form>
          : <ButtonLink look="primary" href={base}>{t('Terug naar het register: er is niets in te lezen', 'Back to the register: there is nothing to import')}</ButtonLink>}
        <ButtonLink href={`${address}/kolommen`}>{t('Kolommen wijzigen', 'Change columns')}</ButtonLink>
        {counts.refuse > 0 && <ButtonLink icon="download" href={`${address}/geweigerd.csv`} download>{t('Geweigerde rijen', 'Refused rows')}</ButtonLink>}
        <ActionButton action={`${address}/annuleren`} look="subtle">{t('Annuleren', 'Cancel')}</ActionButton>
      </ButtonGroup>
      <Tabs label={t('Welke rijen', 'Which rows')} tabs={([['alles', t('Alle rijen', 'All rows'), run.rowCount], ['geweigerd', t('Geweigerd', 'Refused'), counts.refuse], ['meldingen', t('Met meldingen', 'With notices'), counts.withMessages], ['nieuw', t('Nieuw', 'New'), counts.create], ['gewijzigd', t('Gewijzigd', 'Changed'), counts.update]] as const)
        .map(([name, words, count]) => ({ words, count, href: `${address}?toon=${name}`, current: name === filter }))} />
      <Table<PreviewRow>
        caption={t('Rijen van het bestand', 'Rows of the file')} captionHidden rows={listed.rows} empty={<p>{t('Er zijn geen rijen die hierbij horen.', 'There are no such rows.')}</p>} columns={[
          { key: 'row', header: t('Rij', 'Row'), numeric: true, cell: ({ number }) => number },
          { key: 'name', header: capital(say(register.words.one)), names: true, cell: ({ name }) => name === '' ? <span class="wb-subtle">{t('zonder naam', 'without a name')}</span> : name.length > 120 ? `${name.slice(0, 117)}…` : name },
          { key: 'outcome', header: t('Wordt', 'Becomes'), cell: ({ outcome, becomes }) => <Badge tone={outcomeWords[outcome].tone}>{becomes}</Badge> },
          { key: 'messages', header: t('Meldingen en wijzigingen', 'Notices and changes'), cell: (row) => <RowDetails register={register} row={row} run={run} lookups={lookups} /> },
        ]}
      />
      <Pagination previous={at('voor', listed.previous)} next={at('na', listed.next)} />
    </>
  )
}

function RowDetails({ register, row, run, lookups }: { register: Register; row: PreviewRow; run: ImportRun; lookups: Lookups }) {
  if (row.messages.length === 0 && row.changes.length === 0) return <span class="wb-subtle">–</span>
  return (
    <>
      {row.messages.length > 0 && <ul class="wb-values">{row.messages.slice(0, 12).map((message) => <li>{message.level === 'refuse' && <strong>{t('Fout', 'Error')}: </strong>}{sayMessage(message, row.number, run.headings)}</li>)}{row.messages.length > 12 && <li>{t(`En nog ${row.messages.length - 12} meldingen.`, `And ${row.messages.length - 12} more.`)}</li>}</ul>}
      {row.changes.length > 0 && (
        <Details summary={t(`${row.changes.length} ${row.changes.length === 1 ? 'veld wijzigt' : 'velden wijzigen'}`, `${row.changes.length} ${row.changes.length === 1 ? 'field changes' : 'fields change'}`)}>
          <dl class="wb-changes">
            {row.changes.map(({ field, before, after }) => (
              <div class="wb-change">
                <dt>{say(register.fields[field]!.words)}</dt>
                <dd><del>{said(register, field, before, lookups)}</del> <ins>{said(register, field, after, lookups)}</ins></dd>
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
  return column === null ? `${t('Rij', 'Row')} ${row}: ${message}` : `${t('Rij', 'Row')} ${row}, ${t('kolom', 'column')} ${columnLetters(column)} (“${headings[column] ?? ''}”): ${message}`
}

function said({ fields }: Register, field: string, value: unknown, lookups: Lookups): string {
  const words = sayValue(fields[field]!, value, lookups).join('; ')
  return words === '' ? t('leeg', 'empty') : words.length > 300 ? `${words.slice(0, 297)}…` : words
}
