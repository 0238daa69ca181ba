// Section page: one section of a questionnaire: its questions, who changed them and said what, and where one stands in the whole.
import type { Child } from 'hono/jsx'
import { sayDay, sayMoment } from '../../../ground/clock.ts'
import { currentLanguage, t } from '../../../ground/words.ts'
import { Alert, Badge } from '../../../page-kit/alerts.tsx'
import { registerIsland } from '../../../page-kit/assets.ts'
import { ButtonLink, Link } from '../../../page-kit/buttons.tsx'
import { Checkbox, RadioGroup } from '../../../page-kit/choices.tsx'
import { Details } from '../../../page-kit/document.tsx'
import { ErrorSummary, Form, SubmitBar } from '../../../page-kit/form.tsx'
import { plainWords } from '../../../questionnaires/description.ts'
import type { Item } from '../../../questionnaires/item.ts'
import { layoutOf, type QuestionPart } from '../../../questionnaires/layout.ts'
import { seenOf } from '../../../questionnaires/read-section.ts'
import { Description, Foreign, Pictures, SectionView } from '../../../questionnaires/section-view.tsx'
import type { AnswerValue, Sheet } from '../../../questionnaires/sheet.ts'
import type { Remark, WaitingText } from './beside-answers.ts'
import type { Opened } from './filling-visit.tsx'
import { sayAnswer } from './report-blocks.ts'

export const questionnaireIsland = 'questionnaire'
registerIsland(questionnaireIsland, new URL('../../../questionnaires/islands/questionnaire.ts', import.meta.url))

type Props = {
  readonly opened: Opened
  readonly earlier: Sheet | undefined
  readonly section: Item
  readonly waiting: readonly WaitingText[]
  readonly remarks: readonly Remark[]
  readonly present: readonly { readonly name: string; readonly section: string }[]
  readonly typed: ReadonlyMap<string, AnswerValue>
  readonly faults: readonly { readonly at: string; readonly message: string }[]
}

/** Heading, lead and content of the page. */
export function SectionPage(props: Props): { heading: string; lead: Child; children: Child } {
  const { opened, section, present } = props
  const here = present.filter(({ section: at }) => at === section.id)
  return {
    heading: sectionHeading(section),
    lead: (
      <>
        {currentLanguage() === 'en' && <p><Foreign as="span">{sectionTitle(section)}</Foreign></p>}
        {here.length > 0 && <p><Badge tone="info">{here.map(({ name }) => name).join(', ')} {here.length === 1 ? t('werkt nu ook aan dit deel', 'is working on this section too') : t('werken nu ook aan dit deel', 'are working on this section too')}</Badge></p>}
        <Description text={section.description} />
        <Pictures item={section} sourceOf={(file) => `${opened.base}/prent/${file}`} />
      </>
    ),
    children: (
      <>
        <Details summary={t(`Alle delen (${opened.completed.size} van ${opened.sheet.definition.sections.length} klaar)`, `All sections (${opened.completed.size} of ${opened.sheet.definition.sections.length} done)`)}><SectionLinks opened={opened} current={section} /></Details>
        <SectionForm {...props} />
      </>
    ),
  }
}

export function sectionTitle(section: Item): string {
  return section.hasOfficialId ? `${section.id}. ${plainWords(section.words)}` : plainWords(section.words)
}

/** For headings and trails, which carry no mark of another language. */
export function sectionHeading(section: Item): string {
  return t(sectionTitle(section), `Section ${section.id}`)
}

function SectionLinks({ opened: { sheet, completed, base }, current }: { opened: Opened; current: Item }) {
  return (
    <ol class="wb-list">
      {sheet.definition.sections.map((section) => (
        <li><a class="utrecht-link utrecht-link--html-a" href={`${base}/deel/${section.id}`} aria-current={section === current ? 'page' : undefined}><Foreign as="span">{sectionTitle(section)}</Foreign></a>{completed.has(section.id) && ` (${t('klaar', 'done')})`}</li>
      ))}
    </ol>
  )
}

function SectionForm({ opened, earlier, section, waiting, remarks, typed, faults }: Props) {
  const { sheet, answers, base, mayFill, completed } = opened
  const next = sheet.definition.sections[sheet.definition.sections.indexOf(section) + 1]
  const part = layoutOf(sheet, section)
  const content = (
    <>
      <ErrorSummary faults={faults} />
      <div data-save-at={mayFill ? `${base}/antwoord` : undefined}>
        <SectionView
          sheet={sheet} earlier={earlier} part={part} typed={typed} isReadOnly={!mayFill} faultAt={(address) => faults.find(({ at }) => at === `a.${address}`)?.message}
          seenOf={(address) => seenOf(answers.get(address)?.revision ?? 0, answers.get(address)?.value)}
          under={(question) => <Under question={question} opened={opened} waiting={waiting} remarks={remarks} />}
          sectionHref={({ id }) => `${base}/deel/${id}`} pictureHref={(address) => `${questionHref(base, address)}#afbeelding`} pictureSource={(digest) => `${base}/afbeelding/${digest}`} shippedSource={(file) => `${base}/prent/${file}`}
        />
        {section.isActionPointSummary && <ActionPoints opened={opened} />}
      </div>
      {mayFill && <Checkbox name="done" label={t('Dit deel is klaar', 'This section is done')} checked={completed.has(section.id)} />}
      {mayFill && (next
        ? <SubmitBar primary={t('Bewaren en verder', 'Save and go on')} primaryAction="next" secondary={t('Bewaren', 'Save')} secondaryAction="save" cancel={{ words: t('Naar het overzicht', 'To the overview'), href: base }} />
        : <SubmitBar primary={t('Bewaren', 'Save')} cancel={{ words: t('Naar het overzicht', 'To the overview'), href: base }} />)}
    </>
  )
  if (mayFill) return <Form action={`${base}/deel/${section.id}`}>{content}</Form>
  return <div class="wb-form">{content}<p><ButtonLink look="subtle" href={base}>{t('Naar het overzicht', 'To the overview')}</ButtonLink></p></div>
}

/** Under a question: where the answer comes from, who changed it, remarks that wait, and another's text. */
function Under({ question: { item, address }, opened, waiting, remarks }: { question: QuestionPart; opened: Opened; waiting: readonly WaitingText[]; remarks: readonly Remark[] }) {
  const answer = opened.answers.get(address)
  const open = remarks.filter((one) => one.address === address && one.resolvedAt === null)
  const texts = waiting.filter((one) => one.address === address)
  return (
    <>
      {answer?.takenFrom && <p class="wb-question__meta"><Badge>{t(`Overgenomen uit het register op ${sayDay(answer.takenFrom.on)}`, `Taken from the register on ${sayDay(answer.takenFrom.on)}`)}</Badge></p>}
      {answer?.reworded && (
        <Alert tone="warning">
          <p>{t(`In versie ${answer.reworded.version} luidde deze vraag anders:`, `In version ${answer.reworded.version} this question read otherwise:`)} “<Foreign as="span">{answer.reworded.words}</Foreign>”. <Link href={questionHref(opened.base, address)}>{t('Nakijken', 'Check')}</Link></p>
        </Alert>
      )}
      {texts.map((one) => <Choice waiting={one} opened={opened} item={item} />)}
      {open.map((one) => <p class="wb-question__meta"><strong>{one.by ?? t('Iemand', 'Somebody')}</strong>, {sayMoment(one.at)}: {one.text}</p>)}
      <p class="wb-question__meta">
        <span role="status" data-saved data-failed={t('Niet bewaard. Gebruik de knop onderaan.', 'Not saved. Use the button below.')}></span>{' '}
        <Link href={questionHref(opened.base, address)}>{t('Geschiedenis en opmerkingen', 'History and remarks')}<span class="wb-hidden"> {t('van vraag', 'of question')} {address}</span></Link>
      </p>
    </>
  )
}

/** Two texts for one answer, and a choice that is sent with the section. */
function Choice({ waiting, opened, item }: { waiting: WaitingText; opened: Opened; item: Item }) {
  const said = (value: AnswerValue | null) => sayAnswer(opened.sheet, item, value ?? undefined) || t('(leeg)', '(empty)')
  const who = (name: string | null) => name ?? t('iemand anders', 'somebody else')
  return (
    <div class="wb-question__conflict">
      <Alert tone="warning" heading={t('Twee mensen wijzigden dit antwoord tegelijk', 'Two people changed this answer at the same time')}>
        <p>{t(`Nu staat er, van ${who(waiting.theirsBy)}:`, `It says now, by ${who(waiting.theirsBy)}:`)}</p><blockquote class="wb-question__said">{said(waiting.theirs)}</blockquote>
        <p>{t(`${who(waiting.by)} schreef (${sayMoment(waiting.at)}):`, `${who(waiting.by)} wrote (${sayMoment(waiting.at)}):`)}</p><blockquote class="wb-question__said">{said(waiting.value)}</blockquote>
      </Alert>
      {opened.mayFill && (
        <RadioGroup name={`c.${waiting.id}`} label={t('Welke tekst geldt?', 'Which text holds?')} value="" choices={[
          { value: 'keep', label: t('Wat er nu staat', 'What it says now') }, { value: 'take', label: t(`De tekst van ${who(waiting.by)}`, `The text by ${who(waiting.by)}`) }, { value: '', label: t('Ik kies later', 'I choose later') },
        ]} />
      )}
    </div>
  )
}

/** What was noted as an action in every section, together. */
function ActionPoints({ opened: { sheet } }: { opened: Opened }) {
  const groups = sheet.definition.items.filter(({ isActionPoints }) => isActionPoints)
  const points = groups.flatMap((group) => [...sheet.answers].filter(([address, value]) => group.children.some(({ id }) => address.startsWith(`${id}[`) || address === id) && typeof value === 'string' && value.trim() !== '').map(([, value]) => ({ section: group.section, text: value as string })))
  return points.length === 0
    ? <p>{t('Er zijn nog geen actiepunten.', 'There are no action points yet.')}</p>
    : <ul class="wb-list">{points.map(({ section, text }) => <li><Foreign as="span" className="wb-subtle">{plainWords(section.words)}: </Foreign><span class="wb-question__said">{text}</span></li>)}</ul>
}

export function questionHref(base: string, address: string): string {
  return `${base}/vraag/${encodeURIComponent(address)}`
}
