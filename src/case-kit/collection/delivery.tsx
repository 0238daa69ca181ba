// Delivery: what whoever is asked for data reads and fills in: the question, by what the person is found, the files, and the answer.
import { sayDay } from '../../ground/clock.ts'
import { acceptedEndings, sayKind } from '../../ground/file-kinds.ts'
import type { Fault } from '../../ground/refusals.ts'
import { say, t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup, Link } from '../../page-kit/buttons.tsx'
import { RadioGroup } from '../../page-kit/choices.tsx'
import { DescriptionList } from '../../page-kit/document.tsx'
import { ErrorSummary, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { FileInput, TextArea } from '../../page-kit/inputs.tsx'
import { saySize } from '../../register-kit/collaboration/attachments-part.tsx'
import { lines } from '../../register-kit/web/field-value.tsx'
import type { AnswerForm } from './answering.ts'
import type { TaskFile } from './task-files.ts'
import { isLate, isOpen } from './task-rules.ts'
import { stateOfTask } from './task-words.ts'
import type { Task } from './tasks.ts'

export type DeliveryProps = { readonly task: Task; readonly files: readonly TaskFile[]; readonly base: string; readonly today: string; readonly maxBytes: number; readonly faults: readonly Fault[]; readonly typed: AnswerForm }

export const nothingTyped: AnswerForm = { outcome: '', note: '', data: '' }

/** The question and what is needed to find the person. */
export function AskedSection({ task, today }: Pick<DeliveryProps, 'task' | 'today'>) {
  const { asked: { question, finders }, periodFrom, periodUntil, dueOn } = task
  return (
    <Section heading={t('Wat er wordt gevraagd', 'What is asked')} id="vraag">
      {isLate(task, today) && <Alert tone="warning"><p>{t('De dag is voorbij. Lever vandaag nog aan: de wet geeft een vaste termijn voor het antwoord.', 'The day has passed. Deliver today: the law gives a fixed term for the answer.')}</p></Alert>}
      <DescriptionList terms={[
        { term: t('Welke gegevens', 'Which data'), description: lines(question) },
        ...finders.map(({ words, value }) => ({ term: say(words), description: value })),
        ...(periodFrom !== null || periodUntil !== null ? [{ term: t('Over welke periode', 'For which period'), description: sayPeriod(periodFrom, periodUntil) }] : []),
        { term: t('Uiterlijk op', 'By'), description: sayDay(dueOn) },
      ]} />
      <p class="wb-subtle">{t('Gebruik deze gegevens alleen om te zoeken. Zoek overal waar gegevens van deze persoon staan: systemen, mappen, e-mail en papier.', 'Use these data only to search. Look everywhere data of this person are: systems, folders, e-mail and paper.')}</p>
    </Section>
  )
}

/** Files and answer while it is open, else what was answered. */
export function DeliverySection({ task, files, base, maxBytes, faults, typed }: DeliveryProps) {
  const fault = (at: string) => faults.find((one) => one.at === at)?.message
  if (!isOpen(task)) return <AnsweredSection task={task} />
  return (
    <Section heading={t('Uw antwoord', 'Your answer')} id="antwoord">
      <ErrorSummary faults={faults} />
      {task.state === 'asked' && (
        <form method="post" action={`${base}/opgepakt`}><p>{t('Gaat u zoeken? Laat het weten.', 'Will you look? Let it be known.')} <Button small>{t('Ik pak dit op', 'I take this up')}</Button></p></form>
      )}
      {files.length > 0 && <FileList files={files} base={base} />}
      <Form action={`${base}/bestanden`} files>
        <FileInput name="file" label={t('Bestand toevoegen', 'Add a file')} accept={acceptedEndings()} limit={saySize(maxBytes)} error={fault('file')} hint={t('Een export, een brief, een e-mail. U kunt er meer toevoegen, een voor een.', 'An export, a letter, an e-mail. You can add more, one by one.')} />
        <ButtonGroup><Button icon="upload">{t('Toevoegen', 'Add')}</Button></ButtonGroup>
      </Form>
      <Form action={`${base}/antwoord`} guard>
        <TextArea name="data" label={t('Gegevens die u hier opschrijft', 'Data that you write here')} optional rows={5} value={typed.data} error={fault('data')} hint={t('Eén per regel, bijvoorbeeld “Klantnummer: 1234”.', 'One a line, for instance “Customer number: 1234”.')} />
        <RadioGroup
          name="outcome" label={t('Wat is uw antwoord?', 'What is your answer?')} value={typed.outcome} error={fault('outcome')}
          choices={[
            { value: 'delivered', label: t('Dit zijn de gegevens', 'These are the data') }, { value: 'nothing', label: t('Ik heb gezocht en niets gevonden', 'I looked and found nothing') },
            { value: 'refused', label: t('Ik lever de gegevens niet aan', 'I don’t deliver the data'), hint: t('Schrijf hieronder waarom.', 'Write below why.') },
          ]}
        />
        <TextArea name="note" label={t('Toelichting', 'Note')} optional rows={3} value={typed.note} error={fault('note')} hint={t('Waar u hebt gezocht, of waarom u niets aanlevert. Dit gaat niet naar de persoon.', 'Where you looked, or why you deliver nothing. This doesn’t go to the person.')} />
        <SubmitBar primary={t('Antwoord versturen', 'Send the answer')} />
      </Form>
    </Section>
  )
}

export function FileList({ files, base, mayDrop = true }: { files: readonly TaskFile[]; base: string; mayDrop?: boolean }) {
  return (
    <ul class="wb-list">
      {files.map((file) => (
        <li>
          <Link href={`${base}/bestanden/${file.id}`}>{file.name}</Link> <span class="wb-subtle">{sayKind(file.contentType)}, {saySize(file.size)}{file.isCleaned && <>, {t('zonder gegevens van anderen', 'without data of others')}</>}</span>
          {mayDrop && <form method="post" action={`${base}/bestanden/${file.id}/weg`}><Button look="subtle" small>{t('Weghalen', 'Remove')}<span class="wb-hidden"> {file.name}</span></Button></form>}
        </li>
      ))}
    </ul>
  )
}

function AnsweredSection({ task }: Pick<DeliveryProps, 'task'>) {
  const { words } = stateOfTask({ ...task, checkedAt: null })
  return (
    <Section heading={t('Uw antwoord', 'Your answer')} id="antwoord">
      {task.state === 'withdrawn'
        ? <Alert><p>{t('Deze gegevens zijn niet meer nodig. U hoeft niets te doen.', 'These data are no longer needed. You need do nothing.')}</p></Alert>
        : <Alert tone="ok" heading={words}><p>{t('Bedankt. Wij hebben uw antwoord ontvangen', 'Thank you. We have received your answer')}{task.answeredAt && ` (${sayDay(task.answeredAt)})`}.</p></Alert>}
    </Section>
  )
}

export function sayPeriod(from: string | null, until: string | null): string {
  if (from !== null && until !== null) return t(`${sayDay(from)} tot en met ${sayDay(until)}`, `${sayDay(from)} up to and including ${sayDay(until)}`)
  return from !== null ? t(`vanaf ${sayDay(from)}`, `from ${sayDay(from)}`) : until !== null ? t(`tot en met ${sayDay(until)}`, `up to and including ${sayDay(until)}`) : ''
}
