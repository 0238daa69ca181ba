// Import pages: the start with earlier imports, the progress of long work, the end, and the page that asks whether to undo.
import type { Child } from 'hono/jsx'
import { sayMoment } from '../../ground/clock.ts'
import { Alert, type BadgeTone, EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Details } from '../../page-kit/document.tsx'
import { Confirm, ErrorSummary, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { FileInput } from '../../page-kit/inputs.tsx'
import { Counters, ProgressBar, Steps } from '../../page-kit/progress.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { ImportRun, RunStatus } from '../../register-kit/exchange-flow/import-runs.ts'

export const runWords: Record<RunStatus, { words: string; tone: BadgeTone }> = {
  reading: { words: 'bezig met lezen', tone: 'info' }, mapping: { words: 'wacht op kolommen', tone: 'warning' }, checking: { words: 'wordt gecontroleerd', tone: 'info' }, ready: { words: 'wacht op bevestiging', tone: 'warning' },
  writing: { words: 'wordt ingelezen', tone: 'info' }, done: { words: 'ingelezen', tone: 'positive' }, undoing: { words: 'wordt ongedaan gemaakt', tone: 'info' }, undone: { words: 'ongedaan gemaakt', tone: 'neutral' },
  failed: { words: 'mislukt', tone: 'negative' }, cancelled: { words: 'geannuleerd', tone: 'neutral' },
}

export function StartPage({ base, runs, limit, message }: { base: string; runs: readonly ImportRun[]; limit: string; message?: string }) {
  return (
    <>
      <ErrorSummary faults={message ? [{ at: 'file', message }] : []} heading="Dit bestand kan niet worden ingelezen" />
      <Section heading="Kies een bestand" id="bestand">
        <Form action={`${base}/import`} files defaultAction="upload">
          <FileInput name="file" label="Bestand met uw register" hint="Excel (.xlsx), OpenDocument (.ods) of CSV met komma, puntkomma of tab. Eén rij per verwerking, met kolomkoppen erboven." accept=".xlsx,.ods,.csv,.tsv,.txt" limit={limit} error={message} />
          <SubmitBar primary="Bestand inlezen" primaryAction="upload" cancel={{ words: 'Terug naar het register', href: base }} />
        </Form>
        <p>U ziet eerst wat er zou gebeuren. Er verandert niets in het register tot u dat bevestigt, en daarna kunt u de import nog ongedaan maken.</p>
        <Details summary="Wat wordt er gelezen?">
          <ul class="wb-list">
            <li>Kolomkoppen worden herkend in het Nederlands en het Engels, zoals gepubliceerde registers ze gebruiken. U kunt elke kolom zelf kiezen en die keuze bewaren.</li>
            <li>Vrije tekst wordt vergeleken met de lijsten van Waarborg, zoals soorten persoonsgegevens. Wat niet zeker is, legt Waarborg aan u voor. Wat niet past, komt in de toelichting en gaat niet verloren.</li>
            <li>Formules, beveiligde bestanden en bestanden van andere programma’s worden niet uitgevoerd. Van een formule telt de uitkomst die in het bestand staat.</li>
            <li>Een export van Waarborg komt ongewijzigd weer binnen.</li>
          </ul>
        </Details>
        <ButtonGroup><ButtonLink icon="download" href={`${base}/import/voorbeeld.csv`} download>Voorbeeldbestand met alle kolommen</ButtonLink></ButtonGroup>
      </Section>
      <Section heading="Eerdere imports" id="eerder">
        <Table<ImportRun>
          caption="Lijst van eerdere imports" captionHidden rows={runs} empty={<EmptyState heading="Nog niets geïmporteerd" icon="upload"><p>Hier ziet u straks wie wat inlas en wanneer, en kunt u een import ongedaan maken.</p></EmptyState>}
          columns={[
            { key: 'file', header: 'Bestand', names: true, cell: (run) => <Link href={`${base}/import/${run.id}`}>{run.fileName}</Link> },
            { key: 'status', header: 'Stand', cell: (run) => <StatusBadge tone={runWords[run.status].tone}>{runWords[run.status].words}</StatusBadge> },
            { key: 'who', header: 'Door', cell: (run) => run.createdByName ?? 'opdrachtregel' },
            { key: 'when', header: 'Wanneer', oneLine: true, cell: (run) => sayMoment(run.createdAt) },
            { key: 'rows', header: 'Rijen', numeric: true, cell: (run) => amount(run.rowCount) },
            { key: 'counts', header: 'Nieuw / gewijzigd / geweigerd', cell: (run) => ['ready', 'writing', 'done', 'undoing', 'undone'].includes(run.status) ? `${amount(run.created)} / ${amount(run.updated)} / ${amount(run.refused)}` : '–' },
          ]}
        />
      </Section>
    </>
  )
}

/** Where in the flow a run is, above each of its pages. */
export function RunSteps({ run, base }: { run: ImportRun; base: string }) {
  const order: RunStatus[] = ['mapping', 'checking', 'ready', 'writing', 'done']
  const at = run.status === 'failed' || run.status === 'cancelled' ? -1 : run.status === 'undoing' || run.status === 'undone' ? 4 : order.indexOf(run.status)
  const state = (from: number, to = from) => at > to ? 'done' as const : at >= from ? 'current' as const : 'todo' as const
  return (
    <Steps label="Stappen van de import" steps={[
      { words: 'Bestand', state: 'done', detail: run.fileName },
      { words: 'Kolommen kiezen', state: state(0, 1), href: at === 2 ? `${base}/import/${run.id}/kolommen` : undefined },
      { words: 'Controleren', state: state(2) }, { words: 'Inlezen', state: state(3) }, { words: 'Klaar', state: at === 4 ? 'done' : 'todo' },
    ]} />
  )
}

export function ProgressPage({ run, base, isStuck }: { run: ImportRun; base: string; isStuck: boolean }) {
  const words = { checking: 'Het bestand wordt gecontroleerd', writing: 'De verwerkingen worden ingelezen', undoing: 'De import wordt ongedaan gemaakt' }[run.status as 'checking' | 'writing' | 'undoing'] ?? 'Bezig'
  return (
    <>
      <RunSteps run={run} base={base} />
      <ProgressBar label={words} value={run.progressCount} max={progressMax(run)} words={progressWords(run)} json={`${base}/import/${run.id}/voortgang.json`} />
      <p>U kunt deze pagina verlaten; het werk gaat door. {run.status === 'writing' && 'Alles wordt in één keer ingelezen, of niets.'}</p>
      {isStuck && <Alert tone="warning">Het werk staat al een tijd stil. Start het opnieuw; er gaat niets verloren en niets komt dubbel in het register.</Alert>}
      <ButtonGroup>
        {isStuck && <ActionButton action={`${base}/import/${run.id}/opnieuw`}>Opnieuw starten</ActionButton>}
        {run.status !== 'undoing' && <ActionButton action={`${base}/import/${run.id}/annuleren`}>Annuleren</ActionButton>}
      </ButtonGroup>
    </>
  )
}

export function progressMax(run: ImportRun): number {
  return run.status === 'checking' ? run.rowCount : run.created + run.updated
}

export function progressWords(run: ImportRun): string {
  return `${amount(run.progressCount)} van ${amount(progressMax(run))} rijen`
}

export function DonePage({ run, base }: { run: ImportRun; base: string }) {
  const isUndone = run.status === 'undone'
  return (
    <>
      <RunSteps run={run} base={base} />
      {run.failure && <Alert tone="error">{run.failure}</Alert>}
      <Counters items={[
        { value: amount(run.created), words: 'nieuw', href: `${base}?import=${run.id}` }, { value: amount(run.updated), words: 'gewijzigd', href: `${base}?import=${run.id}` },
        { value: amount(run.unchanged), words: 'ongewijzigd' }, { value: amount(run.refused), words: 'geweigerd', tone: run.refused > 0 ? 'warning' : 'neutral', href: run.refused > 0 ? `${base}/import/${run.id}/geweigerd.csv` : undefined },
      ]} />
      {isUndone
        ? <Alert tone="info" heading="Deze import is ongedaan gemaakt">Wat iemand daarna had gewijzigd, is gebleven. De geschiedenis van wie wat deed, blijft bewaard.</Alert>
        : <p>De verwerkingen staan in het register. Waarborg heeft meteen gekeken wat eraan ontbreekt; begin met de bevindingen.</p>}
      <ButtonGroup>
        {!isUndone && <ButtonLink look="primary" href={`${base}?import=${run.id}&ernst=any&sorteer=findings`}>Bekijk de bevindingen</ButtonLink>}
        <ButtonLink href={`${base}?import=${run.id}`}>Bekijk de verwerkingen</ButtonLink>
        {run.refused > 0 && <ButtonLink icon="download" href={`${base}/import/${run.id}/geweigerd.csv`} download>Geweigerde rijen</ButtonLink>}
        {!isUndone && <ButtonLink look="danger" href={`${base}/import/${run.id}/ongedaan`}>Ongedaan maken</ButtonLink>}
      </ButtonGroup>
    </>
  )
}

export function UndoPage({ run, base, preview }: { run: ImportRun; base: string; preview: { removed: number; restored: number; left: readonly { id: string; name: string }[] } }) {
  const { removed, restored, left } = preview
  const consequences: Child[] = [
    `${amount(removed)} ${removed === 1 ? 'verwerking die de import toevoegde, wordt' : 'verwerkingen die de import toevoegde, worden'} verwijderd.`,
    `${amount(restored)} ${restored === 1 ? 'verwerking die de import wijzigde, krijgt' : 'verwerkingen die de import wijzigde, krijgen'} de inhoud van ervoor terug.`,
    'De geschiedenis van wie wat deed, blijft bewaard; ook dit komt erin.',
  ]
  return (
    <>
      <Confirm action={`${base}/import/${run.id}/ongedaan`} consequences={consequences} button="Import ongedaan maken" danger cancel={{ words: 'Terug', href: `${base}/import/${run.id}` }} />
      {left.length > 0 && (
        <Section heading="Deze blijven zoals ze zijn" id="gebleven" lead={<p>Iemand werkte er na de import aan. Wilt u ze toch kwijt, verwijder of wijzig ze dan zelf.</p>}>
          <ul class="wb-list">{left.map(({ id, name }) => <li><Link href={`${base}/${id}`}>{name}</Link></li>)}</ul>
        </Section>
      )}
    </>
  )
}

/** A form of one button, for an act that needs no more. */
export function ActionButton({ action, look, children }: { action: string; look?: 'primary' | 'secondary' | 'subtle' | 'danger'; children?: Child }) {
  return <form method="post" action={action}><Button look={look}>{children}</Button></form>
}

export function amount(count: number): string {
  return count.toLocaleString('nl-NL')
}
