// Import values page: each text of the file that isn't surely a value, once, with what it could mean, for a person to decide.
import { createHash } from 'node:crypto'
import { addOwnTerm } from '../../catalogues/tenant-terms.ts'
import { Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say } from '../../ground/words.ts'
import { addDepartment } from '../../people/departments.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { ButtonLink } from '../../page-kit/buttons.tsx'
import { Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { type Choice, type ChoiceGroup, Select } from '../../page-kit/inputs.tsx'
import { Table } from '../../page-kit/table.tsx'
import type { Lookups } from '../../register-kit/entry.ts'
import type { ImportRun } from '../../register-kit/exchange-flow/import-runs.ts'
import { openQuestions, rememberDecisions } from '../../register-kit/exchange-flow/decisions.ts'
import { type Decision, keepInNote, type Question } from '../../register-kit/exchange-flow/value-finder.ts'
import type { ReferenceTarget } from '../../register-kit/field-types.ts'
import { type FieldKey, fields } from './declaration.ts'
import { noteFieldOf } from './import-texts.ts'
import { amount, RunSteps } from './import-pages.tsx'

export const questionsOnPage = 50

export function ValuesPage({ run, base, questions, count, lookups, page }: { run: ImportRun; base: string; questions: readonly Question[]; count: number; lookups: Lookups; page: number }) {
  const groups = Map.groupBy(questions, ({ field }) => field)
  return (
    <>
      <RunSteps run={run} base={base} />
      <Alert tone="info">
        Deze teksten uit het bestand staan niet zo in de lijsten van Waarborg. Kies per tekst wat ermee bedoeld is. Wat u niet kiest, komt in de toelichting en gaat niet verloren. Uw keuze geldt voor alle rijen met deze tekst, en ook voor een volgend bestand.
      </Alert>
      <Form action={`${base}/import/${run.id}/waarden`} defaultAction="save" hidden={{ pagina: String(page) }}>
        {[...groups].map(([field, list]) => (
          <Section heading={labelOf(field)} id={`waarden-${field}`}>
            <Table<Question>
              caption={`Teksten bij ${labelOf(field)}`} captionHidden rows={list} columns={[
                { key: 'text', header: 'Tekst in het bestand', names: true, cell: ({ text }) => text },
                { key: 'count', header: 'Keer', numeric: true, cell: (question) => amount(question.count) },
                { key: 'choice', header: 'Bedoeld is', cell: (question) => <Select name={nameOf(question)} label={`Bedoeld met “${question.text}”`} labelHidden value="" empty={null} choices={choicesFor(question, lookups)} width="full" /> },
              ]}
            />
          </Section>
        ))}
        <p class="wb-subtle">{amount(questions.length)} van {amount(count)} teksten op deze pagina.</p>
        <SubmitBar primary="Bewaren en opnieuw controleren" primaryAction="save">
          {page * questionsOnPage < count && <button class="utrecht-button utrecht-button--secondary-action wb-button" type="submit" name="_action" value="next"><span>Bewaren en volgende</span></button>}
          <ButtonLink look="subtle" href={`${base}/import/${run.id}`}>Overslaan: alles in de toelichting</ButtonLink>
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
  throw new Invalid([{ at: nameOf(question), message: 'Deze keuze bestaat niet. Kies opnieuw.' }])
}

/** Name of a text's choice in the form: the text itself may hold any sign. */
export function nameOf({ catalogue, letters }: Pick<Question, 'catalogue' | 'letters'>): string {
  return `waarde.${createHash('sha256').update(`${catalogue}\n${letters}`).digest('hex').slice(0, 24)}`
}

function choicesFor(question: Question, lookups: Lookups): (Choice | ChoiceGroup)[] {
  const all = valuesOf(question.catalogue, lookups)
  const byKey = new Map(all.map((choice) => [choice.value, choice]))
  const likely = question.candidates.flatMap((key) => byKey.get(`key:${key}`) ?? [])
  const isOwnAllowed = !/^(?:choice:|reference:(?!department))/.test(question.catalogue) && !['legal-basis', 'country', 'transfer-instrument', 'special-exception', 'selection-list', 'wpg-basis'].includes(question.catalogue)
  const note = noteFieldOf(question.field)
  return [
    { value: '', label: `Nog niet kiezen (komt in “${labelOf(keepsOwnText.has(question.field) ? question.field : note)}”)` },
    ...(likely.length > 0 ? [{ label: 'Lijkt erop', choices: likely }] : []),
    { label: 'Anders', choices: [
      ...(isOwnAllowed ? [{ value: 'new', label: question.catalogue === 'reference:department' ? `Nieuwe afdeling “${question.text}”` : `Nieuwe eigen waarde “${question.text}”` }] : []),
      { value: 'note', label: 'Altijd in de toelichting bewaren' }, ...(keepsOwnText.has(question.field) ? [] : [{ value: 'leave-out', label: 'Weglaten' }]),
    ] },
    { label: 'Alle waarden', choices: all },
  ]
}

// Their rows keep the words of the file themselves.
const keepsOwnText = new Set<string>(['recipients', 'legal_bases', 'special_exceptions', 'transfers', 'participants'])

function valuesOf(domain: string, lookups: Lookups): Choice[] {
  if (domain.startsWith('reference:')) {
    return [...lookups.references[domain.slice('reference:'.length) as ReferenceTarget]].filter(([, { isActive }]) => isActive).map(([id, { label }]) => ({ value: `key:${id}`, label }))
  }
  if (domain.startsWith('choice:')) {
    const field = fields[domain.slice('choice:'.length) as FieldKey]
    return field.type === 'choice' ? field.choices.map(({ key, words }) => ({ value: `key:${key}`, label: say(words) })) : []
  }
  return [...lookups.terms.get(domain)?.values() ?? []].filter(({ isActive }) => isActive).map(({ key, label }) => ({ value: `key:${key}`, label }))
}

function labelOf(field: string): string {
  return say(fields[field as FieldKey].words)
}
