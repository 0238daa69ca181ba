// Passage page: an agreement’s document beside the checklist: what was read, which passages are proposed and why, and what a person decides on each point.
import type { Child } from 'hono/jsx'
import { sayUnreadable } from '../../../document-reading/unreadable-words.ts'
import { sayMoment } from '../../../ground/clock.ts'
import type { Fault } from '../../../ground/refusals.ts'
import { t } from '../../../ground/words.ts'
import { Alert, StatusBadge } from '../../../page-kit/alerts.tsx'
import { Button, Link } from '../../../page-kit/buttons.tsx'
import { Details, ValueList } from '../../../page-kit/document.tsx'
import { ErrorSummary, Form, Section } from '../../../page-kit/form.tsx'
import { FileInput, Select } from '../../../page-kit/inputs.tsx'
import { Counters, ProgressBar } from '../../../page-kit/progress.tsx'
import type { Attachment } from '../../../register-kit/collaboration/attachments.ts'
import { saySize } from '../../../register-kit/collaboration/attachments-part.tsx'
import { checklist, coveredSubjects } from '../checklist.ts'
import { subjects } from '../subjects.ts'
import type { Beside } from './beside.ts'
import type { Typed } from './decide.ts'
import type { Decision } from './decisions.ts'
import { PointList } from './point-list.tsx'
import { sayProgress, sayRanges, sayState } from './passage-words.ts'
import { type Former, isUnderWay, type Reading } from './readings.ts'

export type PassagePageProps = {
  /** `/duinrade/verwerkersovereenkomsten/<id>/passages`. */
  readonly base: string
  readonly readings: readonly Reading[]
  readonly attachments: readonly Attachment[]
  readonly maxBytes: number
  readonly mayDecide: boolean
  /** What is shown; decisions are made on the newest document that could be read. */
  readonly beside: Beside | undefined
  readonly typed?: ReadonlyMap<string, Typed>
  readonly faults: readonly Fault[]
}

export function PassagePage({ base, readings, attachments, maxBytes, mayDecide, beside, typed, faults }: PassagePageProps) {
  const [newest] = readings
  const isNewest = beside !== undefined && beside.reading.id === readings.find(({ state }) => state === 'read')?.id
  return (
    <>
      <ErrorSummary faults={faults} />
      {newest && isUnderWay(newest) && <ProgressBar label={t(`“${newest.name}” wordt gelezen`, `“${newest.name}” is being read`)} value={newest.done} max={newest.places ?? 0} words={sayProgress(newest)} json={`${base}/voortgang.json`} />}
      {newest && <Unread reading={newest} />}
      {mayDecide && !(newest && isUnderWay(newest)) && <Choose {...{ base, attachments, maxBytes, faults }} isOpen={beside === undefined || faults.some(({ at }) => at === 'file' || at === 'bijlage')} />}
      {beside && <Read beside={beside} isNewest={isNewest} base={base} mayDecide={mayDecide} />}
      {beside && <PointList {...{ base, beside }} mayDecide={mayDecide && isNewest} typed={typed} faults={faults} />}
      {beside && mayDecide && isNewest && beside.decisions.size > 0 && <Fill base={base} beside={beside} />}
      {readings.length > 1 && <Earlier base={base} readings={readings} />}
    </>
  )
}

function Unread({ reading }: { reading: Reading }) {
  if (reading.state === 'unreadable') return <Alert tone="error" heading={t(`“${reading.name}” is niet te lezen`, `“${reading.name}” can’t be read`)}><p>{sayUnreadable(reading.because!, reading.stoppedAt)}</p></Alert>
  if (reading.state === 'failed') return <Alert tone="error" heading={t(`Het lezen van “${reading.name}” lukte niet`, `Reading “${reading.name}” failed`)}><p>{t('Dat lag niet aan uw bestand, of het is intussen verwijderd. Probeer het opnieuw.', 'That wasn’t your file’s fault, or it was removed meanwhile. Try again.')}</p></Alert>
  return null
}

function Choose({ base, attachments, maxBytes, faults, isOpen }: Pick<PassagePageProps, 'base' | 'attachments' | 'maxBytes' | 'faults'> & { isOpen: boolean }) {
  const fault = (at: string) => faults.find((one) => one.at === at)?.message
  return (
    <Section heading={t('Document kiezen', 'Choose a document')} id="document">
      <Details summary={t('De tekst van de overeenkomst laten lezen', 'Have the text of the agreement read')} open={isOpen}>
        <p>{t('Waarborg leest de tekst op deze server en stelt per punt passages voor. U beslist.', 'Waarborg reads the text on this server and proposes passages for each point. You decide.')}</p>
        <Form action={`${base}/bestand`} files>
          <FileInput name="file" label={t('Nieuw bestand', 'New file')} accept=".pdf,.docx,.odt" limit={saySize(maxBytes)} error={fault('file')} hint={t('Pdf, Word (.docx) of ODF (.odt), zonder wachtwoord en macro’s. Het komt bij de bijlagen te staan.', 'PDF, Word (.docx) or ODF (.odt), without a password and macros. It comes to stand among the attachments.')} />
          <div class="wb-submit"><Button look="primary" icon="upload">{t('Toevoegen en lezen', 'Add and read')}</Button></div>
        </Form>
        {attachments.length > 0 && (
          <Form action={`${base}/lezen`}>
            <Select name="bijlage" label={t('Of een bijlage die er al staat', 'Or an attachment that is there already')} choices={attachments.map(({ id, name, at }) => ({ value: id, label: `${name} (${sayMoment(at)})` }))} error={fault('bijlage')} />
            <div class="wb-submit"><Button>{t('Lezen', 'Read')}</Button></div>
          </Form>
        )}
      </Details>
    </Section>
  )
}

function Read({ beside: { reading, passages, decisions, former }, isNewest, base, mayDecide }: { beside: Beside; isNewest: boolean; base: string; mayDecide: boolean }) {
  const count = (outcome: Decision['outcome']) => [...decisions.values()].filter((one) => one.outcome === outcome).length
  const found = checklist.filter(({ key }) => (passages.get(key)?.length ?? 0) > 0).length
  const same = [...former.values()].filter(({ key, state }) => state === 'same' && !decisions.has(key)).length
  const moved = (state: Former['state']) => [...former.values()].filter((one) => one.state === state).length
  const places = reading.places ?? 0
  return (
    <Section heading={reading.name} id="gelezen" lead={(
      <p>
        {reading.format === 'pdf' ? t(`${places} pagina’s gelezen`, `${places} pages read`) : t(`${places} alinea’s gelezen`, `${places} paragraphs read`)}, {sayMoment(reading.askedAt)}{reading.askedBy && `, ${reading.askedBy}`}.
        {' '}{t(`Bij ${found} van de ${checklist.length} punten is een passage gevonden.`, `For ${found} of the ${checklist.length} points a passage was found.`)}
        {!isNewest && <> <strong>{t('Er is een nieuwer document gelezen.', 'A newer document was read.')}</strong></>}
      </p>
    )}>
      <Scans reading={reading} />
      <Counters items={[
        { value: count('covered'), words: t('geregeld', 'covered'), tone: 'positive' }, { value: count('partly'), words: t('deels geregeld', 'partly covered'), tone: 'warning' },
        { value: count('not_covered'), words: t('niet geregeld', 'not covered'), tone: 'negative' }, { value: checklist.length - decisions.size, words: t('nog te beslissen', 'to be decided') },
      ]} />
      {former.size > 0 && (
        <Alert tone={moved('changed') + moved('gone') > 0 ? 'warning' : 'info'} heading={t('Vergeleken met het vorige document', 'Compared with the document before')}>
          <p>{t(`Van de passages waarover is beslist, zijn er ${moved('same')} gelijk gebleven, ${moved('changed')} veranderd en ${moved('gone')} verdwenen. Bij elk punt staat wat ervan is geworden.`,
            `Of the passages that were decided on, ${moved('same')} are the same, ${moved('changed')} changed and ${moved('gone')} are gone. What became of each stands at its point.`)}</p>
          {mayDecide && isNewest && same > 0 && <Form action={`${base}/overnemen`} hidden={{ lezing: reading.id }}><Button>{t(`Besluiten over ${same} gelijk gebleven passages overnemen`, `Take over the decisions on ${same} passages that are the same`)}</Button></Form>}
        </Alert>
      )}
    </Section>
  )
}

/** Pages that only a person can read, and pages whose letters a machine guessed. */
function Scans({ reading: { ocrPages, picturePages, places } }: { reading: Reading }) {
  return (
    <>
      {picturePages.length > 0 && (
        <Alert tone="warning" heading={picturePages.length === places ? t('Dit is een scan zonder tekst', 'This is a scan without text') : t('Niet elke pagina heeft tekst', 'Not every page has text')}>
          <p>{t(`Gescand, zonder tekst erachter: pagina ${sayRanges(picturePages)}. Lees deze zelf, of laat er tekstherkenning (OCR) overheen gaan en kies het bestand opnieuw.`, `Scanned, with no text behind it: page ${sayRanges(picturePages)}. Read these yourself, or run text recognition (OCR) over them and choose the file again.`)}</p>
        </Alert>
      )}
      {ocrPages.length > 0 && (
        <Alert tone="info" heading={t('Herkende tekst (OCR)', 'Recognised text (OCR)')}>
          <p>{t(`Een scan met tekst die een computer heeft herkend: pagina ${sayRanges(ocrPages)}. Daarin kunnen fouten staan. Vergelijk met de scan.`, `A scan with text that a computer recognised: page ${sayRanges(ocrPages)}. It may hold mistakes. Compare with the scan.`)}</p>
        </Alert>
      )}
    </>
  )
}

function Fill({ base, beside: { reading, decisions } }: { base: string; beside: Beside }): Child {
  const covered = new Set([...decisions.values()].filter(({ outcome }) => outcome === 'covered').map(({ key }) => key))
  const filled = coveredSubjects(covered).map((key) => t(subjects[key][0], subjects[key][1]))
  return (
    <Section heading={t('In de overeenkomst zetten', 'Put in the agreement')} id="overnemen">
      <p>{t('Hiermee vult u in het register in wat deze overeenkomst regelt: de punten die u geregeld noemt, en deze onderwerpen. Is de overeenkomst al van kracht, dan wordt het een voorstel.', 'With this you fill in the register what this agreement covers: the points that you call covered, and these subjects. If the agreement is in force already, it becomes a proposal.')}</p>
      {filled.length === 0 ? <p>{t('Nog geen onderwerp is helemaal geregeld.', 'No subject is wholly covered yet.')}</p> : <ValueList values={filled} />}
      <Form action={`${base}/onderwerpen`} hidden={{ lezing: reading.id }}><div class="wb-submit"><Button look="primary">{t('In de overeenkomst zetten', 'Put in the agreement')}</Button></div></Form>
    </Section>
  )
}

function Earlier({ base, readings }: { base: string; readings: readonly Reading[] }) {
  return (
    <Section heading={t('Gelezen documenten', 'Documents that were read')} id="eerder">
      <ul class="wb-list">
        {readings.map((reading) => {
          const { tone, words } = sayState(reading)
          return (
            <li>
              {reading.state === 'read' ? <Link href={`${base}?lezing=${reading.id}`}>{reading.name}</Link> : reading.name}, {sayMoment(reading.askedAt)} <StatusBadge tone={tone}>{words}</StatusBadge>
              {reading.state === 'unreadable' && <span class="wb-subtle"> {sayUnreadable(reading.because!, reading.stoppedAt)}</span>}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

