// Question page: everything around one answer: what it was before, what was said about it, its picture, and whether it still holds after a new version.
import type { Child } from 'hono/jsx'
import { sayMoment } from '../../../ground/clock.ts'
import { t } from '../../../ground/words.ts'
import { Alert } from '../../../page-kit/alerts.tsx'
import { Button, ButtonLink } from '../../../page-kit/buttons.tsx'
import { ErrorSummary, Form, Section, SubmitBar } from '../../../page-kit/form.tsx'
import { FileInput, TextArea, TextInput } from '../../../page-kit/inputs.tsx'
import { Table } from '../../../page-kit/table.tsx'
import type { Item } from '../../../questionnaires/item.ts'
import { Description, Foreign } from '../../../questionnaires/section-view.tsx'
import type { AnswerValue } from '../../../questionnaires/sheet.ts'
import type { AnswerChange, Remark } from './beside-answers.ts'
import type { Opened } from './filling-visit.tsx'
import { isPicture } from './pictures.ts'
import { sayAnswer } from './report-blocks.ts'
import { questionHref } from './section-page.tsx'

type Props = {
  readonly opened: Opened; readonly item: Item; readonly address: string; readonly changes: readonly AnswerChange[]; readonly remarks: readonly Remark[]
  readonly faults: readonly { readonly at: string; readonly message: string }[]; readonly typedRemark: string
}

export function QuestionPage(props: Props): Child {
  const { opened, item, address, changes, remarks, faults, typedRemark } = props
  const answer = opened.answers.get(address)
  const here = questionHref(opened.base, address)
  const said = sayAnswer(opened.sheet, item, answer?.value)
  return (
    <>
      <ErrorSummary faults={faults} />
      <Description text={item.description} />
      <Section heading={t('Het antwoord', 'The answer')} id="antwoord">
        {said === '' ? <p class="wb-subtle">{t('Nog niet beantwoord.', 'Not answered yet.')}</p> : <div class="wb-question__said">{said}</div>}
        <p><ButtonLink look="subtle" href={`${opened.base}/deel/${item.section.id}#vraag-${address.replace(/[^\w]/g, '-')}`}>{opened.mayFill ? t('Wijzigen', 'Change') : t('Naar het deel', 'To the section')}</ButtonLink></p>
        {answer?.reworded && (
          <Alert tone="warning" heading={t('De vraag luidt nu anders', 'The question reads otherwise now')}>
            <p>{t(`In versie ${answer.reworded.version}:`, `In version ${answer.reworded.version}:`)} <Foreign as="span">{answer.reworded.words}</Foreign></p>
            {opened.mayFill && <Form action={here}><Button name="_action" value="confirm">{t('Het antwoord klopt nog', 'The answer still holds')}</Button></Form>}
          </Alert>
        )}
      </Section>
      {item.types.includes('image') && opened.mayFill && <PicturePart {...props} picture={answer?.value} />}
      <Section heading={t('Opmerkingen', 'Remarks')} id="opmerkingen">
        {remarks.map((one) => (
          <div class="wb-question__remark">
            <p><strong>{one.by ?? t('Iemand', 'Somebody')}</strong> <span class="wb-subtle">{sayMoment(one.at)}</span></p>
            <p class="wb-question__said">{one.text}</p>
            {one.resolvedAt
              ? <p class="wb-subtle">{t(`Afgehandeld door ${one.resolvedBy ?? 'iemand'}, ${sayMoment(one.resolvedAt)}`, `Settled by ${one.resolvedBy ?? 'somebody'}, ${sayMoment(one.resolvedAt)}`)}</p>
              : <Form action={here}><Button small name="_action" value={`resolve:${one.id}`}>{t('Afgehandeld', 'Settled')}</Button></Form>}
          </div>
        ))}
        <Form action={here} defaultAction="remark">
          <TextArea name="remark" label={t('Uw opmerking', 'Your remark')} rows={3} maxlength={4000} value={typedRemark} error={faults.find(({ at }) => at === 'remark')?.message} />
          <SubmitBar primary={t('Opmerking plaatsen', 'Place remark')} primaryAction="remark" />
        </Form>
      </Section>
      <Section heading={t('Geschiedenis', 'History')} id="geschiedenis">
        {changes.length === 0 ? <p class="wb-subtle">{t('Nog niets gewijzigd.', 'Nothing was changed yet.')}</p> : <Changes opened={opened} item={item} changes={changes} />}
      </Section>
    </>
  )
}

function Changes({ opened, item, changes }: { opened: Opened; item: Item; changes: readonly AnswerChange[] }) {
  const words = {
    saved: t('ingevuld', 'filled in'), chosen: t('gekozen uit twee teksten', 'chosen from two texts'), imported: t('uit een bestand', 'from a file'), taken_over: t('overgenomen uit het register', 'taken from the register'),
    removed: t('weggehaald', 'removed'), upgraded: t('nieuwe versie van de vragenlijst', 'new version of the questionnaire'),
  }
  const said = (value: AnswerValue) => sayAnswer(opened.sheet, item, value ?? undefined) || '–'
  return (
    <Table caption={t('Geschiedenis van dit antwoord', 'History of this answer')} captionHidden rows={changes} columns={[
      { key: 'at', header: t('Wanneer', 'When'), names: true, oneLine: true, cell: ({ at }) => sayMoment(at) },
      { key: 'by', header: t('Wie', 'Who'), cell: ({ by }) => by ?? '–' },
      { key: 'cause', header: t('Hoe', 'How'), cell: ({ cause }) => words[cause] },
      { key: 'was', header: t('Was', 'Was'), cell: ({ was }) => <span class="wb-question__said">{said(was)}</span> },
      { key: 'becomes', header: t('Werd', 'Became'), cell: ({ becomes }) => <span class="wb-question__said">{said(becomes)}</span> },
    ]} />
  )
}

function PicturePart({ opened, address, picture, faults }: Props & { picture: AnswerValue | undefined }) {
  const here = questionHref(opened.base, address)
  const kept = isPicture(picture) ? picture : undefined
  return (
    <Section heading={t('Afbeelding', 'Picture')} id="afbeelding">
      {kept && <figure class="wb-question__picture"><img src={`${opened.base}/afbeelding/${kept.picture}`} alt={kept.title ?? t('Afbeelding zonder titel', 'Picture without a title')} /></figure>}
      <Form action={`${here}/afbeelding`} files>
        <TextInput name="title" label={t('Titel', 'Title')} hint={t('Wordt voorgelezen aan wie de afbeelding niet ziet.', 'Is read out to whoever can’t see the picture.')} maxlength={300} value={kept?.title} />
        <TextInput name="description" label={t('Omschrijving', 'Description')} maxlength={2000} value={kept?.description} optional />
        <TextInput name="source" label={t('Bron', 'Source')} maxlength={500} value={kept?.source} optional />
        <FileInput name="file" label={t('Bestand', 'File')} accept=".png,.jpg,.jpeg,.gif,.webp" limit="10 MB" error={faults.find(({ at }) => at === 'file')?.message} />
        <SubmitBar primary={t('Afbeelding bewaren', 'Save picture')} />
      </Form>
      {kept && <Form action={here}><Button look="danger" name="_action" value="no-picture">{t('Afbeelding weghalen', 'Remove picture')}</Button></Form>}
    </Section>
  )
}
