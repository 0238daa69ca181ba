// Import pages: the start with earlier imports, the progress of long work, the end, and the page that asks whether to undo.
import type { Child } from 'hono/jsx'
import { sayMoment } from '../../ground/clock.ts'
import { say, t, type Words } from '../../ground/words.ts'
import { Alert, type BadgeTone, EmptyState, StatusBadge } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, ButtonLink, Link } from '../../page-kit/buttons.tsx'
import { Details } from '../../page-kit/document.tsx'
import { Confirm, ErrorSummary, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { FileInput } from '../../page-kit/inputs.tsx'
import { Counters, ProgressBar, Steps } from '../../page-kit/progress.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { Register, RegisterWords } from '../register.ts'
import type { ImportRun, RunStatus } from './import-runs.ts'

export const runWords: Record<RunStatus, { words: Words; tone: BadgeTone }> = {
  reading: { words: { nl: 'bezig met lezen', en: 'being read' }, tone: 'info' }, mapping: { words: { nl: 'wacht op kolommen', en: 'waits for columns' }, tone: 'warning' },
  checking: { words: { nl: 'wordt gecontroleerd', en: 'being checked' }, tone: 'info' }, ready: { words: { nl: 'wacht op bevestiging', en: 'waits for confirmation' }, tone: 'warning' },
  writing: { words: { nl: 'wordt ingelezen', en: 'being imported' }, tone: 'info' }, done: { words: { nl: 'ingelezen', en: 'imported' }, tone: 'positive' },
  undoing: { words: { nl: 'wordt ongedaan gemaakt', en: 'being undone' }, tone: 'info' }, undone: { words: { nl: 'ongedaan gemaakt', en: 'undone' }, tone: 'neutral' },
  failed: { words: { nl: 'mislukt', en: 'failed' }, tone: 'negative' }, cancelled: { words: { nl: 'geannuleerd', en: 'cancelled' }, tone: 'neutral' },
}

export function StartPage({ register, base, runs, limit, message }: { register: Register; base: string; runs: readonly ImportRun[]; limit: string; message?: string }) {
  return (
    <>
      <ErrorSummary faults={message ? [{ at: 'file', message }] : []} heading={t('Dit bestand kan niet worden ingelezen', 'This file can’t be imported')} />
      <Section heading={t('Kies een bestand', 'Choose a file')} id="bestand">
        <Form action={`${base}/import`} files defaultAction="upload">
          <FileInput
            name="file" label={t('Bestand met uw register', 'File with your register')} accept=".xlsx,.ods,.csv,.tsv,.txt,.json" limit={limit} error={message}
            hint={t(`Excel (.xlsx), OpenDocument (.ods), JSON of CSV met komma, puntkomma of tab. Eén rij per ${register.words.one.nl}, met kolomkoppen erboven.`, `Excel (.xlsx), OpenDocument (.ods), JSON or CSV with comma, semicolon or tab. One row per ${register.words.one.en}, with column headings above.`)}
          />
          <SubmitBar primary={t('Bestand inlezen', 'Read the file')} primaryAction="upload" cancel={{ words: t('Terug naar het register', 'Back to the register'), href: base }} />
        </Form>
        <p>{t('U ziet eerst wat er zou gebeuren. Er verandert niets in het register tot u dat bevestigt, en daarna kunt u de import nog ongedaan maken.', 'First you see what would happen. Nothing changes in the register until you confirm, and after that you can still undo the import.')}</p>
        <Details summary={t('Wat wordt er gelezen?', 'What is read?')}>
          <ul class="wb-list">
            <li>{t('Kolomkoppen worden herkend in het Nederlands en het Engels, zoals gepubliceerde registers ze gebruiken. U kunt elke kolom zelf kiezen en die keuze bewaren.', 'Column headings are recognised in Dutch and English, as published registers use them. You can choose each column yourself and save that choice.')}</li>
            <li>{t('Vrije tekst wordt vergeleken met de lijsten van Waarborg, zoals soorten persoonsgegevens. Wat niet zeker is, legt Waarborg aan u voor. Wat niet past, komt in de toelichting en gaat niet verloren.', 'Free text is compared with Waarborg’s lists, such as categories of personal data. What isn’t sure is put to you. What doesn’t fit goes to the note and isn’t lost.')}</li>
            <li>{t('Formules, beveiligde bestanden en bestanden van andere programma’s worden niet uitgevoerd. Van een formule telt de uitkomst die in het bestand staat.', 'Formulas, protected files and files of other programs aren’t carried out. Of a formula the result in the file counts.')}</li>
            <li>{t('Een export van Waarborg komt ongewijzigd weer binnen.', 'An export of Waarborg comes back in unchanged.')}</li>
          </ul>
        </Details>
        <ButtonGroup><ButtonLink icon="download" href={`${base}/import/voorbeeld.csv`} download>{t('Voorbeeldbestand met alle kolommen', 'Example file with all columns')}</ButtonLink></ButtonGroup>
      </Section>
      <Section heading={t('Eerdere imports', 'Earlier imports')} id="eerder">
        <Table<ImportRun>
          caption={t('Lijst van eerdere imports', 'List of earlier imports')} captionHidden rows={runs}
          empty={<EmptyState heading={t('Nog niets geïmporteerd', 'Nothing imported yet')} icon="upload"><p>{t('Hier ziet u straks wie wat inlas en wanneer, en kunt u een import ongedaan maken.', 'Here you will see who imported what and when, and can undo an import.')}</p></EmptyState>}
          columns={[
            { key: 'file', header: t('Bestand', 'File'), names: true, cell: (run) => <Link href={`${base}/import/${run.id}`}>{run.fileName}</Link> },
            { key: 'status', header: t('Stand', 'State'), cell: (run) => <StatusBadge tone={runWords[run.status].tone}>{say(runWords[run.status].words)}</StatusBadge> },
            { key: 'who', header: t('Door', 'By'), cell: (run) => run.createdByName ?? t('opdrachtregel', 'command line') },
            { key: 'when', header: t('Wanneer', 'When'), oneLine: true, cell: (run) => sayMoment(run.createdAt) },
            { key: 'rows', header: t('Rijen', 'Rows'), numeric: true, cell: (run) => amount(run.rowCount) },
            { key: 'counts', header: t('Nieuw / gewijzigd / geweigerd', 'New / changed / refused'), cell: (run) => ['ready', 'writing', 'done', 'undoing', 'undone'].includes(run.status) ? `${amount(run.created)} / ${amount(run.updated)} / ${amount(run.refused)}` : '–' },
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
    <Steps label={t('Stappen van de import', 'Steps of the import')} steps={[
      { words: t('Bestand', 'File'), state: 'done', detail: run.fileName },
      { words: t('Kolommen kiezen', 'Choose columns'), state: state(0, 1), href: at === 2 ? `${base}/import/${run.id}/kolommen` : undefined },
      { words: t('Controleren', 'Check'), state: state(2) }, { words: t('Inlezen', 'Import'), state: state(3) }, { words: t('Klaar', 'Done'), state: at === 4 ? 'done' : 'todo' },
    ]} />
  )
}

export function ProgressPage({ run, base, isStuck }: { run: ImportRun; base: string; isStuck: boolean }) {
  const words = { checking: t('Het bestand wordt gecontroleerd', 'The file is being checked'), writing: t('De rijen worden ingelezen', 'The rows are being imported'), undoing: t('De import wordt ongedaan gemaakt', 'The import is being undone') }[run.status as 'checking' | 'writing' | 'undoing'] ?? t('Bezig', 'Busy')
  return (
    <>
      <RunSteps run={run} base={base} />
      <ProgressBar label={words} value={run.progressCount} max={progressMax(run)} words={progressWords(run)} json={`${base}/import/${run.id}/voortgang.json`} />
      <p>{t('U kunt deze pagina verlaten; het werk gaat door.', 'You can leave this page; the work goes on.')} {run.status === 'writing' && t('Alles wordt in één keer ingelezen, of niets.', 'Everything is imported at once, or nothing.')}</p>
      {isStuck && <Alert tone="warning">{t('Het werk staat al een tijd stil. Start het opnieuw; er gaat niets verloren en niets komt dubbel in het register.', 'The work has stood still for a while. Start it again; nothing is lost and nothing comes into the register twice.')}</Alert>}
      <ButtonGroup>
        {isStuck && <ActionButton action={`${base}/import/${run.id}/opnieuw`}>{t('Opnieuw starten', 'Start again')}</ActionButton>}
        {run.status !== 'undoing' && <ActionButton action={`${base}/import/${run.id}/annuleren`}>{t('Annuleren', 'Cancel')}</ActionButton>}
      </ButtonGroup>
    </>
  )
}

export function progressMax(run: ImportRun): number {
  return run.status === 'checking' ? run.rowCount : run.created + run.updated
}

export function progressWords(run: ImportRun): string {
  return t(`${amount(run.progressCount)} van ${amount(progressMax(run))} rijen`, `${amount(run.progressCount)} of ${amount(progressMax(run))} rows`)
}

export function DonePage({ run, base, drafts, words }: { run: ImportRun; base: string; drafts: number; words: Pick<RegisterWords, 'one' | 'many'> }) {
  const isUndone = run.status === 'undone'
  return (
    <>
      <RunSteps run={run} base={base} />
      {run.failure && <Alert tone="error">{run.failure}</Alert>}
      {drafts > 0 && (
        <Alert tone="warning" heading={drafts === 1 ? t(`Eén ${words.one.nl} kwam als concept binnen`, `One ${words.one.en} came in as a draft`) : t(`${amount(drafts)} ${words.many.nl.toLowerCase()} kwamen als concept binnen`, `${amount(drafts)} ${words.many.en.toLowerCase()} came in as drafts`)}>
          <p>{t('De toets vooraf ontbreekt of is niet af. Zonder die toets kan niets van kracht worden, ook niet bij een import. Bij de bevindingen staat per inschrijving wat er nog nodig is.', 'The assessment beforehand is missing or unfinished. Without it nothing comes into force, not by an import either. The findings say for each entry what is still needed.')}</p>
        </Alert>
      )}
      <Counters items={[
        { value: amount(run.created), words: t('nieuw', 'new'), href: `${base}?import=${run.id}` }, { value: amount(run.updated), words: t('gewijzigd', 'changed'), href: `${base}?import=${run.id}` },
        { value: amount(run.unchanged), words: t('ongewijzigd', 'unchanged') }, { value: amount(run.refused), words: t('geweigerd', 'refused'), tone: run.refused > 0 ? 'warning' : 'neutral', href: run.refused > 0 ? `${base}/import/${run.id}/geweigerd.csv` : undefined },
      ]} />
      {isUndone
        ? <Alert tone="info" heading={t('Deze import is ongedaan gemaakt', 'This import was undone')}>{t('Wat iemand daarna had gewijzigd, is gebleven. De geschiedenis van wie wat deed, blijft bewaard.', 'What somebody changed after it has stayed. The history of who did what is kept.')}</Alert>
        : <p>{t('Alles staat in het register. Waarborg heeft meteen gekeken wat eraan ontbreekt; begin met de bevindingen.', 'Everything is in the register. Waarborg looked at once what is missing; begin with the findings.')}</p>}
      <ButtonGroup>
        {!isUndone && <ButtonLink look="primary" href={`${base}?import=${run.id}&ernst=any&sorteer=findings`}>{t('Bekijk de bevindingen', 'Look at the findings')}</ButtonLink>}
        <ButtonLink href={`${base}?import=${run.id}`}>{t('Bekijk wat is ingelezen', 'Look at what was imported')}</ButtonLink>
        {run.refused > 0 && <ButtonLink icon="download" href={`${base}/import/${run.id}/geweigerd.csv`} download>{t('Geweigerde rijen', 'Refused rows')}</ButtonLink>}
        {!isUndone && <ButtonLink look="danger" href={`${base}/import/${run.id}/ongedaan`}>{t('Ongedaan maken', 'Undo')}</ButtonLink>}
      </ButtonGroup>
    </>
  )
}

export function UndoPage({ run, base, preview }: { run: ImportRun; base: string; preview: { removed: number; restored: number; left: readonly { id: string; name: string }[] } }) {
  const { removed, restored, left } = preview
  const consequences: Child[] = [
    t(`${amount(removed)} die de import toevoegde, ${removed === 1 ? 'wordt' : 'worden'} verwijderd.`, `${amount(removed)} that the import added ${removed === 1 ? 'is' : 'are'} removed.`),
    t(`${amount(restored)} die de import wijzigde, ${restored === 1 ? 'krijgt' : 'krijgen'} de inhoud van ervoor terug.`, `${amount(restored)} that the import changed ${restored === 1 ? 'gets' : 'get'} back what it held before.`),
    t('De geschiedenis van wie wat deed, blijft bewaard; ook dit komt erin.', 'The history of who did what is kept; this goes into it too.'),
  ]
  return (
    <>
      <Confirm action={`${base}/import/${run.id}/ongedaan`} consequences={consequences} button={t('Import ongedaan maken', 'Undo the import')} danger cancel={{ words: t('Terug', 'Back'), href: `${base}/import/${run.id}` }} />
      {left.length > 0 && (
        <Section heading={t('Deze blijven zoals ze zijn', 'These stay as they are')} id="gebleven" lead={<p>{t('Iemand werkte er na de import aan. Wilt u ze toch kwijt, verwijder of wijzig ze dan zelf.', 'Somebody worked on them after the import. If you want to be rid of them, remove or change them yourself.')}</p>}>
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
  return count.toLocaleString(t('nl-NL', 'en-GB'))
}
