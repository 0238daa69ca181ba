// Section view: one section of a questionnaire as fields of a form: its groups as often as they are there, its questions with the State's own words and explanations.
import type { Child } from 'hono/jsx'
import { raw } from 'hono/html'
import { currentLanguage, t } from '../ground/words.ts'
import { Badge } from '../page-kit/alerts.tsx'
import { Button, Link } from '../page-kit/buttons.tsx'
import { CheckboxGroup, RadioGroup } from '../page-kit/choices.tsx'
import { Details } from '../page-kit/document.tsx'
import { FieldGroup } from '../page-kit/field.tsx'
import { DateInput, Select, TextArea, TextInput } from '../page-kit/inputs.tsx'
import { descriptionHtml, plainWords } from './description.ts'
import type { Item } from './item.ts'
import { choicesOf, type GroupPart, type Part, type QuestionPart, type RepeatedPart, type When } from './layout.ts'
import { type AnswerValue, isFilled, type Sheet } from './sheet.ts'
import { termsIn } from './terms.ts'

export type SectionProps = {
  readonly sheet: Sheet
  /** Another questionnaire that this one follows, whose answers belong here too (a pre-scan before a DPIA). */
  readonly earlier?: Sheet | undefined
  readonly part: Part
  /** What was shown of an answer, so that what nobody touched isn't taken for a change. */
  readonly seenOf: (address: string) => string
  /** What was typed and refused. */
  readonly typed: ReadonlyMap<string, AnswerValue>
  readonly faultAt: (address: string) => string | undefined
  /** Under a question: who changed it, remarks, another's text. */
  readonly under: (question: QuestionPart) => Child
  readonly isReadOnly: boolean
  readonly sectionHref: (section: Item) => string
  readonly pictureHref: (address: string) => string
  readonly pictureSource: (digest: string) => string
  /** Of a picture that comes with the form. */
  readonly shippedSource: (file: string) => string
}

/** Name of a question's field; `seenName` is that of what was shown. */
export const answerName = (address: string) => `a.${address}`
export const seenName = (address: string) => `s.${address}`

export function SectionView(props: SectionProps & { part: Part }) {
  const { part } = props
  if (part.kind === 'question') return <Question {...props} question={part} />
  return part.kind === 'group' ? <Group {...props} group={part} /> : <Repeated {...props} repeated={part} />
}

/** The words are the State's, in Dutch, whoever reads. */
export function Foreign({ children, as = 'div', className }: { children?: Child; as?: 'div' | 'span'; className?: string }) {
  const lang = currentLanguage() === 'nl' ? undefined : 'nl'
  return as === 'div' ? <div class={className} lang={lang}>{children}</div> : <span class={className} lang={lang}>{children}</span>
}

/** A question's number where the form shows it, and its words. */
export function questionWords({ prefixesIds }: { readonly prefixesIds: boolean }, item: Item): string {
  return prefixesIds && item.hasOfficialId ? `${item.id} ${plainWords(item.words)}` : plainWords(item.words)
}

export function Description({ text }: { text: string | null }) {
  return text === null ? <></> : <Foreign className="wb-question__about">{raw(descriptionHtml(text))}</Foreign>
}

function Group(props: SectionProps & { group: GroupPart }) {
  const { group: { item, parts, isMet, when }, sheet } = props
  if (item.parent === null) return <>{parts.map((part) => <SectionView {...props} part={part} />)}</>
  return (
    <Shown isMet={isMet} when={when}>
      <fieldset class="wb-fieldset wb-question__group">
        <legend class="wb-fieldset__legend"><Foreign as="span">{questionWords(sheet.definition, item)}</Foreign></legend>
        <Description text={item.description} />
        <Pictures item={item} sourceOf={props.shippedSource} />
        {parts.map((part) => <SectionView {...props} part={part} />)}
      </fieldset>
    </Shown>
  )
}

function Repeated(props: SectionProps & { repeated: RepeatedPart }) {
  const { repeated: { item, copies, isMet, when, isMapped, within }, sheet, isReadOnly } = props
  const isOnly = copies.length === 1
  return (
    <Shown isMet={isMet} when={when}>
      <fieldset class="wb-rows" id={`groep-${item.id.replace(/[^\w]/g, '-')}${within === null ? '' : `-${within}`}`}>
        <legend class="utrecht-form-label wb-label"><Foreign as="span">{questionWords(sheet.definition, item)}</Foreign></legend>
        {item.isGroup && <Description text={item.description} />}
        {copies.map(({ index, label, parts }) => (
          <fieldset class="wb-row">
            <legend class="wb-row__title"><Foreign as="span">{label}</Foreign></legend>
            <div class="wb-row__fields">{parts.map((part) => <SectionView {...props} part={part} />)}</div>
            {!isMapped && !isReadOnly && !isOnly && <Button look="subtle" small icon="trash" name="_action" value={`remove:${item.id}:${index}`} formnovalidate>{t('Weghalen', 'Remove')}<span class="wb-hidden"> {label}</span></Button>}
          </fieldset>
        ))}
        {!isMapped && !isReadOnly && <Button small icon="plus" name="_action" value={`add:${item.id}:${within ?? ''}`} formnovalidate>{t('Toevoegen', 'Add')}<span class="wb-hidden">: {item.itemName ?? plainWords(item.words)}</span></Button>}
      </fieldset>
    </Shown>
  )
}

function Question(props: SectionProps & { question: QuestionPart }) {
  const { question: { item, address, isMet, when }, sheet, seenOf, under } = props
  const terms = termsIn(sheet.definition.key, item)
  return (
    <Shown isMet={isMet} when={when}>
      <div class="wb-question" id={`vraag-${address.replace(/[^\w]/g, '-')}`} data-question={address}>
        <Description text={item.parent === null ? null : item.description} />
        {item.isOfFria && <Badge>{t('art. 27 AI-verordening', 'art. 27 AI Act')}</Badge>}
        <Control {...props} />
        <input type="hidden" name={seenName(address)} value={seenOf(address)} />
        {terms.length > 0 && (
          <Details summary={t('Wat betekent dit?', 'What does this mean?')}>
            <Foreign><dl class="wb-terms">{terms.map(({ term, definition }) => <div class="wb-terms__row"><dt>{term}</dt><dd>{definition}</dd></div>)}</dl></Foreign>
          </Details>
        )}
        <Suggestions {...props} />
        {under(props.question)}
      </div>
    </Shown>
  )
}

function Control({ question: { item, address }, sheet, typed, faultAt, isReadOnly, sectionHref, pictureHref, pictureSource }: SectionProps & { question: QuestionPart }) {
  const value = typed.has(address) ? typed.get(address) : sheet.answers.has(address) ? sheet.answers.get(address) : defaultOf(item)
  const lang = currentLanguage() === 'nl' ? undefined : 'nl' as const
  const field = { name: answerName(address), label: questionWords(sheet.definition, item), error: faultAt(address), lang }
  const has = (...types: Item['types']) => types.some((type) => item.types.includes(type))
  const text = value === null && item.valueType === 'boolean|null' ? 'null' : typeof value === 'string' ? value : Array.isArray(value) ? value.join('\n') : ''
  if (has('image')) return <PictureField {...field} value={value} href={isReadOnly ? undefined : pictureHref(address)} source={pictureSource} />
  if (has('date')) return <DateInput {...field} value={text} />
  if (has('open_text') || (has('text_input') && (text.includes('\n') || text.length > 120))) return <TextArea {...field} value={text} rows={has('open_text') ? 6 : 3} readonly={isReadOnly} />
  if (has('text_input')) return <TextInput {...field} value={text} readonly={isReadOnly} />
  const chosen = Array.isArray(value) ? value as readonly string[] : text === '' ? [] : [text]
  const choices = choicesOf(sheet, item, chosen).map(({ value: key, label, isGone }) => ({ value: key, label: isGone ? `${label} (${t('staat er niet meer bij', 'no longer listed')})` : label, lang }))
  if (has('select_option')) return <Select {...field} value={text} choices={choices} width="full" empty={t('Nog niet gekozen', 'Not chosen yet')} />
  if (has('radio_option')) return <RadioGroup {...field} value={text} choices={[...choices, { value: '', label: t('Nog niet beantwoord', 'Not answered yet') }]} inline={choices.length <= 3} />
  const source = item.optionsFrom === null ? undefined : sheet.definition.byId.get(item.optionsFrom)
  if (choices.length === 0 && source) {
    return <FieldGroup {...field}><p>{t('Vul eerst in: ', 'Fill in first: ')}<Link href={sectionHref(source.section)}><Foreign as="span">{source.section.id}. {plainWords(source.section.words)}</Foreign></Link></p></FieldGroup>
  }
  return <><CheckboxGroup {...field} values={chosen} choices={choices} /><input type="hidden" name={field.name} value="" /></>
}

/** What stands elsewhere, in this form or in the one before it, and belongs here; nobody has to type it over blind. */
function Suggestions({ question: { item }, sheet, earlier }: SectionProps & { question: QuestionPart }) {
  const { definition } = sheet
  const pointing = (from: Sheet) => from.definition.items.filter(({ references }) => references.some(({ key, id }) => key === definition.key && id === item.id))
  const mapped = item.mappedFrom !== null && !item.isRepeatable ? definition.byId.get(item.mappedFrom) : undefined
  const said = [...saidBy(sheet, [...pointing(sheet), ...mapped ? [mapped] : []]), ...earlier ? saidBy(earlier, pointing(earlier)) : []]
  if (said.length === 0) return <></>
  return (
    <Details summary={t('Eerder ingevuld', 'Filled in before')}>
      <dl class="wb-terms">{said.slice(0, 20).map(({ words, value }) => <div class="wb-terms__row"><dt><Foreign as="span">{words}</Foreign></dt><dd class="wb-question__said">{value}</dd></div>)}</dl>
    </Details>
  )
}

function saidBy(sheet: Sheet, questions: readonly Item[]): { words: string; value: string }[] {
  return questions.flatMap((one) => [...sheet.answers].flatMap(([address, value]) => {
    if ((address !== one.id && !address.startsWith(`${one.id}[`)) || !isFilled(value, one)) return []
    const labels = choicesOf(sheet, one, [])
    const texts = (Array.isArray(value) ? value as readonly string[] : [typeof value === 'string' ? value : '']).filter((text) => text !== '').map((text) => labels.find((choice) => choice.value === text)?.label ?? text)
    return texts.length === 0 ? [] : [{ words: questionWords(sheet.definition, one), value: texts.join('; ') }]
  }))
}

function PictureField({ value, href, source, ...field }: { name: string; label: string; error?: string; lang?: 'nl'; value: AnswerValue | undefined; href: string | undefined; source: (digest: string) => string }) {
  const picture = typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Exclude<AnswerValue, string | null | readonly string[]> : undefined
  return (
    <FieldGroup {...field}>
      {picture && (
        <figure class="wb-question__picture">
          <img src={source(picture.picture)} alt={picture.title ?? picture.description ?? t('Afbeelding zonder titel', 'Picture without a title')} loading="lazy" />
          {(picture.title ?? picture.description ?? picture.source) && <figcaption>{[picture.title, picture.description, picture.source && `${t('Bron', 'Source')}: ${picture.source}`].filter(Boolean).join('. ')}</figcaption>}
        </figure>
      )}
      {typeof value === 'string' && value !== '' && <p class="wb-question__said">{value}</p>}
      {href && <p><Link href={href}>{picture ? t('Afbeelding vervangen of weghalen', 'Replace or remove the picture') : t('Afbeelding kiezen', 'Choose a picture')}</Link></p>}
    </FieldGroup>
  )
}

/** Pictures that the form itself shows. */
export function Pictures({ item, sourceOf }: { item: Item; sourceOf: (file: string) => string }) {
  return <>{item.sources.map(({ file, description }) => <figure class="wb-question__picture"><img src={sourceOf(file)} alt={plainWords(item.words)} loading="lazy" />{description && <figcaption><Foreign as="span">{description}</Foreign></figcaption>}</figure>)}</>
}

/** With JavaScript shown and hidden at once; without it after saving. */
function Shown({ isMet, when, children }: { isMet: boolean; when: readonly When[]; children?: Child }) {
  if (when.length === 0 && isMet) return <>{children}</>
  return <div hidden={!isMet} data-when={when.length > 0 ? JSON.stringify(when.map(({ address, ...rest }) => ({ name: answerName(address), ...rest }))) : undefined}>{children}</div>
}

function defaultOf({ defaultValue }: Item): AnswerValue | undefined {
  return defaultValue === undefined ? undefined : Array.isArray(defaultValue) ? defaultValue as readonly string[] : defaultValue === null ? null : String(defaultValue)
}
