// Report of an assessment: everything that it says as one document: what and who, answers, risks before and after, views, advice and answer, decision, authority, actions and test (art. 35 lid 7 AVG; H-66).
import type { Block } from '../../documents/report-shapes.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t } from '../../ground/words.ts'
import type { Entry, Lookups } from '../../register-kit/entry.ts'
import type { CellField } from '../../register-kit/field-types.ts'
import { loadLookupsFor } from '../../register-kit/lookups.ts'
import { sayCell } from '../../register-kit/say-value.ts'
import { levelOf, levelWords, type RiskScale } from '../risk-frameworks/register.ts'
import { type AssessmentInput, fields } from './declaration.ts'
import { frameworkOf } from './framework-of.ts'
import { answerBlocks } from './answer-blocks.ts'
import { gravest } from './may-proceed.ts'
import { matrixOf } from './risk-matrix.ts'

/** What a report says, without the letterhead that it is printed on. */
export type ReportContent = { readonly title: string; readonly subtitle: string | null; readonly facts: readonly { readonly label: string; readonly value: string }[]; readonly blocks: readonly Block[] }

type Key = keyof typeof fields

export async function reportOf(scope: Scope, entry: Entry): Promise<ReportContent> {
  const input = entry.input as AssessmentInput
  const lookups = await loadLookupsFor(scope, fields, [input])
  const value = (key: Key) => sayCell(fields[key] as CellField, input[key], lookups)
  const scale = await frameworkOf(scope, input)
  const isFull = input.kind === 'dpia' || input.kind === 'iama'
  return {
    title: input.name ?? '', subtitle: [value('kind'), input.number].filter(Boolean).join(' · ') || null,
    facts: facts(value, ['why', 'department', 'owner', 'editor', 'asked_on', 'started_on', 'decided_on', 'decided_by', 'decision_number']).concat([
      { label: t('Verwerkingen', 'Processing activities'), value: input.processings.map(({ processing }) => processing === null ? '' : lookups.references['processing-activities']?.get(processing)?.label ?? '').filter(Boolean).join('; ') || t('niet ingevuld', 'not filled in') },
    ]),
    blocks: [
      ...(input.team.length > 0 ? [heading(t('Wie deden mee', 'Who took part')), rowsTable('team', input, lookups)] : []),
      ...(input.why_note ? [heading(t('Aanleiding', 'Why')), text(input.why_note)] : []),
      ...await answerBlocks(scope, entry.id),
      ...(input.kind === 'purchase' ? [heading(t('Eisen', 'Requirements')), ...(input.requirements.length > 0 ? [rowsTable('requirements', input, lookups)] : [text(t('Er zijn geen eisen vastgelegd.', 'No requirements are recorded.'))])] : []),
      ...(isFull ? [heading(t('Risico’s en maatregelen', 'Risks and measures')), ...riskBlocks(input, scale, value('framework'))] : []),
      ...(isFull ? [heading(t('Betrokkenen en ondernemingsraad', 'Data subjects and works council')), listed(value, ['subjects_asked', 'subjects_how', 'subjects_result', 'subjects_why_not', 'staff_watched', 'council_decision', 'council_on', 'council_note'])] : []),
      ...(input.advice_on ? [heading(t('Advies en antwoord', 'Advice and answer')), listed(value, ['advice_outcome', 'advice', 'advice_on', 'advice_by', 'answer', 'answer_reasons', 'answered_on', 'answered_by'])] : []),
      ...(input.decided_on ? [heading(t('Besluit', 'Decision')), listed(value, input.kind === 'pre_dpia' ? ['is_lawful', 'outcome', 'outcome_reasons', 'decided_on'] : ['decision', 'decided_on', 'decided_by', 'decision_number', 'decision_note', 'high_risk_stays'])] : []),
      ...(input.authority_asked_on ? [heading(t('Voorafgaande raadpleging', 'Prior consultation')), listed(value, ['authority_asked_on', 'authority_sent', 'authority_answer', 'authority_answered_on', 'authority_advice'])] : []),
      ...(input.actions.length > 0 ? [heading(t('Acties', 'Actions')), rowsTable('actions', input, lookups, ['action', 'owner', 'due_on'])] : []),
      ...(input.tested_on ? [heading(t('Toets van de FG', 'The DPO’s test')), listed(value, ['test_outcome', 'test_actions', 'test_procedure', 'tested_on', 'tested_by'])] : []),
    ],
  }
}

function heading(words: string, level: 1 | 2 = 1): Block {
  return { kind: 'heading', level, text: words }
}

function text(markdown: string): Block {
  return { kind: 'text', markdown }
}

function facts(value: (key: Key) => string, keys: readonly Key[]): { label: string; value: string }[] {
  return keys.flatMap((key) => value(key) === '' ? [] : [{ label: say(fields[key].words), value: value(key) }])
}

function listed(value: (key: Key) => string, keys: readonly Key[]): Block {
  return { kind: 'table', caption: '', head: [t('Onderdeel', 'Item'), t('Inhoud', 'Content')], rows: keys.flatMap((key) => value(key) === '' ? [] : [[say(fields[key].words), value(key)]]) }
}

function rowsTable(key: 'team' | 'requirements' | 'actions', input: AssessmentInput, lookups: Lookups, only?: readonly string[]): Block {
  const field = fields[key]
  const columns = Object.entries(field.columns).filter(([name]) => only?.includes(name) ?? true)
  return { kind: 'table', caption: say(field.words), head: columns.map(([, cell]) => say(cell.words)), rows: (input[key] as Record<string, unknown>[]).map((row) => columns.map(([name, cell]) => sayCell(cell, row[name], lookups))) }
}

function riskBlocks(input: AssessmentInput, scale: RiskScale, framework: string): Block[] {
  const { risks } = input
  const level = (likelihood: number | null, impact: number | null) => { const found = levelOf(scale, likelihood, impact); return found === null ? t('niet beoordeeld', 'not judged') : say(levelWords[found]) }
  const left = gravest(risks, scale, 'after')
  return [
    text(framework === '' ? t('Er is gerekend met een gewone schaal; er was geen vastgesteld risicokader.', 'A usual scale was used; there was no adopted risk framework.')
      : t(`Gerekend is met het risicokader “${framework}”. Hoogste risico dat wordt geaccepteerd: ${scale.accepted === null ? 'niet bepaald' : say(levelWords[scale.accepted]).toLowerCase()}.`, `The risk framework “${framework}” was used. Highest risk that is accepted: ${scale.accepted === null ? 'not decided' : say(levelWords[scale.accepted]).toLowerCase()}.`)),
    {
      kind: 'table', caption: t('Risico’s', 'Risks'), head: [t('Nr.', 'No.'), t('Risico', 'Risk'), t('Voor wie', 'For whom'), t('Waardoor', 'By what'), t('Vóór', 'Before'), t('Maatregelen', 'Measures'), t('Na', 'After')],
      rows: risks.map((risk, index) => [String(index + 1), risk.risk ?? '', risk.for_whom ?? '', risk.source ?? '', level(risk.likelihood, risk.impact), risk.measures ?? '', level(risk.left_likelihood, risk.left_impact)]),
    },
    ...(['before', 'after'] as const).map((when): Block => ({
      kind: 'table', caption: when === 'before' ? t('Risicomatrix vóór maatregelen (nummers van risico’s)', 'Risk matrix before measures (numbers of risks)') : t('Risicomatrix na maatregelen (nummers van risico’s)', 'Risk matrix after measures (numbers of risks)'),
      head: [t('Kans \\ gevolg', 'Likelihood \\ impact'), ...scale.impacts.map(({ name }) => name)],
      rows: matrixOf(risks, scale, when).map(({ name, cells }) => [name, ...cells.map(({ level: found, risks: own }) => [say(levelWords[found]), own.join(', ')].filter(Boolean).join(': '))]),
    })),
    ...(left === null ? [] : [text(t(`Hoogste risico dat blijft: ${say(levelWords[left]).toLowerCase()}.`, `Highest risk that stays: ${say(levelWords[left]).toLowerCase()}.`))]),
  ]
}

