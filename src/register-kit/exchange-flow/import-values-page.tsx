// Import values page: each text of the file that isn't surely a value, once, with what it could mean, for a person to decide.
import { createHash } from 'node:crypto'
import { addOwnTerm } from '../../catalogues/tenant-terms.ts'
import { Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import { addDepartment } from '../../people/departments.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { ButtonLink } from '../../page-kit/buttons.tsx'
import { Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { type Choice, type ChoiceGroup, Select } from '../../page-kit/inputs.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { Lookups } from '../entry.ts'
import type { ImportRun } from './import-runs.ts'
import { openQuestions, rememberDecisions } from './decisions.ts'
import { type Decision, keepInNote, type Question } from './value-finder.ts'
import { type Book, noteFieldOf } from './importing.ts'
import { amount, RunSteps } from './import-pages.tsx'

export const questionsOnPage = 50

export function ValuesPage({ book, run, base, questions, count, lookups, page }: { book: Book; run: ImportRun; base: string; questions: readonly Question[]; count: number; lookups: Lookups; page: number }) {
  const groups = Map.groupBy(questions, ({ field }) => field)
  return (
    <>
      <RunSteps run={run} base={base} />
      <Alert tone="info">
        {t('Deze teksten uit het bestand staan niet zo in de lijsten van Waarborg. Kies per tekst wat ermee bedoeld is. Wat u niet kiest, komt in de toelichting en gaat niet verloren. Uw keuze geldt voor alle rijen met deze tekst, en ook voor een volgend bestand.',
          'These texts from the file aren’t in Waarborg’s lists like this. Choose per text what is meant. What you don’t choose goes to the note and isn’t lost. Your choice holds for all rows with this text, and for a next file too.')}
      </Alert>
      <Form action={`${base}/import/${run.id}/waarden`} defaultAction="save" hidden={{ pagina: String(page) }}>
        {[...groups].map(([field, list]) => (
          <Section heading={labelOf(book, field)} id={`waarden-${field}`}>
            <Table<Question>
              caption={t(`Teksten bij ${labelOf(book, field)}`, `Texts at ${labelOf(book, field)}`)} captionHidden rows={list} columns={[
                { key: 'text', header: t('Tekst in het bestand', 'Text in the file'), names: true, cell: ({ text }) => text },
                { key: 'count', header: t('Keer', 'Times'), numeric: true, cell: (question) => amount(question.count) },
                { key: 'choice', header: t('Bedoeld is', 'What is meant'), cell: (question) => <Select name={nameOf(question)} label={t(`Bedoeld met “${question.text}”`, `Meant by “${question.text}”`)} labelHidden value="" empty={null} choices={choicesFor(book, question, lookups)} width="full" /> },
              ]}
            />
          </Section>
        ))}
        <p class="wb-subtle">{t(`${amount(questions.length)} van ${amount(count)} teksten op deze pagina.`, `${amount(questions.length)} of ${amount(count)} texts on this page.`)}</p>
        <SubmitBar primary={t('Bewaren en opnieuw controleren', 'Save and check again')} primaryAction="save">
          {page * questionsOnPage < count && <button class="utrecht-button utrecht-button--secondary-action wb-button" type="submit" name="_action" value="next"><span>{t('Bewaren en volgende', 'Save and next')}</span></button>}
          <ButtonLink look="subtle" href={`${base}/import/${run.id}`}>{t('Overslaan: alles in de toelichting', 'Skip: everything to the note')}</ButtonLink>
        </SubmitBar>
      </Form>
    </>
  )
}

/** Carries out the choices of the page: remembers them, and makes the terms and departments that were asked for. @throws Invalid when one can't be made. */
export async function decideValues(scope: Scope, run: ImportRun, form: ReadonlyMap<string, string>): Promise<number> {
  const { questions } = await openQuestions(scope, run.id, { limit: 5_000 })
  const decisions: { catalogue: string; letters: string; key: Decision }[] = []
  for (const question of questions) {
    const chosen = form.get(nameOf(question))
    if (!chosen) continue
    decisions.push({ catalogue: question.catalogue, letters: question.letters, key: await keyFor(scope, question, chosen) })
  }
  await rememberDecisions(scope, decisions)
  return decisions.length
}

async function keyFor(scope: Scope, question: Question, chosen: string): Promise<Decision> {
  if (chosen === 'leave-out') return null
  if (chosen === 'note') return keepInNote
  if (chosen === 'new') {
    if (question.catalogue === 'reference:department') return addDepartment(scope, { name: question.text })
    return addOwnTerm(scope, question.catalogue, { label: question.text.replace(/[;\n\r]+/g, ' ') })
  }
  if (chosen.startsWith('key:')) return chosen.slice(4)
  throw new Invalid([{ at: nameOf(question), message: t('Deze keuze bestaat niet. Kies opnieuw.', 'This choice doesn’t exist. Choose again.') }])
}

/** Name of a text's choice in the form: the text itself may hold any sign. */
export function nameOf({ catalogue, letters }: Pick<Question, 'catalogue' | 'letters'>): string {
  return `waarde.${createHash('sha256').update(`${catalogue}\n${letters}`).digest('hex').slice(0, 24)}`
}

function choicesFor(book: Book, question: Question, lookups: Lookups): (Choice | ChoiceGroup)[] {
  const all = valuesOf(book, question.catalogue, lookups)
  const byKey = new Map(all.map((choice) => [choice.value, choice]))
  const likely = question.candidates.flatMap((key) => byKey.get(`key:${key}`) ?? [])
  const isOwnAllowed = !/^(?:choice:|reference:(?!department))/.test(question.catalogue) && !['legal-basis', 'country', 'transfer-instrument', 'special-exception', 'selection-list', 'wpg-basis'].includes(question.catalogue)
  const keeps = book.importing.keepsOwnText.includes(question.field)
  const note = labelOf(book, keeps ? question.field : noteFieldOf(book)(question.field))
  return [
    { value: '', label: t(`Nog niet kiezen (komt in “${note}”)`, `Don’t choose yet (goes to “${note}”)`) },
    ...(likely.length > 0 ? [{ label: t('Lijkt erop', 'Looks like it'), choices: likely }] : []),
    { label: t('Anders', 'Otherwise'), choices: [
      ...(isOwnAllowed ? [{ value: 'new', label: question.catalogue === 'reference:department' ? t(`Nieuwe afdeling “${question.text}”`, `New department “${question.text}”`) : t(`Nieuwe eigen waarde “${question.text}”`, `New value of our own “${question.text}”`) }] : []),
      { value: 'note', label: t('Altijd in de toelichting bewaren', 'Always keep in the note') }, ...(keeps ? [] : [{ value: 'leave-out', label: t('Weglaten', 'Leave out') }]),
    ] },
    { label: t('Alle waarden', 'All values'), choices: all },
  ]
}

function valuesOf({ register: { fields } }: Book, domain: string, lookups: Lookups): Choice[] {
  if (domain.startsWith('reference:')) {
    return [...lookups.references[domain.slice('reference:'.length)] ?? []].filter(([, { isActive }]) => isActive).map(([id, { label }]) => ({ value: `key:${id}`, label }))
  }
  if (domain.startsWith('choice:')) {
    const field = fields[domain.slice('choice:'.length)]
    return field?.type === 'choice' || field?.type === 'choices' ? field.choices.map(({ key, words }) => ({ value: `key:${key}`, label: say(words) })) : []
  }
  return [...lookups.terms.get(domain)?.values() ?? []].filter(({ isActive }) => isActive).map(({ key, label }) => ({ value: `key:${key}`, label }))
}

function labelOf({ register }: Book, field: string): string {
  return say(register.fields[field]?.words ?? { nl: field, en: field })
}
