// Decision form: the questions of the wizard in their order, for this right only: conditions, case, grounds with their weighing, outcome and what the person reads.
import { say, t } from '../../ground/words.ts'
import { Alert, StatusBadge } from '../../page-kit/alerts.tsx'
import { sayCitation } from '../../page-kit/citation.ts'
import { Details } from '../../page-kit/document.tsx'
import { ErrorSummary, Fieldset, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { Select, TextArea } from '../../page-kit/inputs.tsx'
import type { OrganisationKind } from '../../ground/scope.ts'
import { FieldControl } from '../../register-kit/field-control.tsx'
import type { ChoiceField, ChoicesField } from '../../register-kit/field-types.ts'
import type { FormState } from '../../register-kit/form-state.ts'
import { fields } from './declaration.ts'
import type { DecisionFault } from './decision-faults.ts'
import { considerations, considerationsCitation, type Exception, exceptionsFor, refutedGrounds } from './exceptions.ts'
import { casesOf, conditionsOf, type ProcessingFacts } from './grounds.ts'
import { type RightKey, rightOf } from './rights.ts'

export type DecisionFormProps = {
  readonly action: string
  readonly back: string
  readonly revision: number
  readonly right: RightKey
  readonly kind: OrganisationKind
  readonly state: FormState
  readonly facts: ProcessingFacts
  /** What isn't blocking, after looking it over. */
  readonly notes: readonly DecisionFault[]
  readonly mandates: readonly { readonly id: string; readonly name: string; readonly holder: string | null }[]
  readonly keptId?: string | undefined
}

export function DecisionForm({ action, back, revision, right, kind, state, facts, notes, mandates, keptId }: DecisionFormProps) {
  const error = (name: string) => state.faults.filter(({ at }) => at === name).map(({ message }) => message).join(' ') || undefined
  const raw = (name: string) => String(state.raw[name] ?? '')
  const control = (name: keyof typeof fields) => <FieldControl name={name} field={fields[name]} state={state} optional />
  const cases = casesOf(right)
  const conditions = conditionsOf(right, facts)
  const grounds = groundsOf(right, kind)
  const chosen = Array.isArray(state.raw.grounds) ? state.raw.grounds.map(String) : []
  const isLimited = chosen.some((key) => key.startsWith('uavg_'))
  return (
    <Form action={action} defaultAction="check" hidden={{ revision: String(revision), ...(keptId === undefined ? {} : { kept: keptId }) }} guard>
      <ErrorSummary faults={state.faults} />
      {notes.length > 0 && (
        <Alert tone="warning" heading={t('Kijk hier nog eens naar', 'Look at this once more')}>
          <ul class="wb-values">{notes.map(({ words, citation }) => <li>{say(words)} ({sayCitation(citation)})</li>)}</ul>
        </Alert>
      )}
      <Section id="voorwaarden" heading={t('1. Klopt het verzoek', '1. Does the request hold')} lead={say(rightOf(right).work)}>
        {conditions.length > 0 && (
          <>
            {right !== 'automated' && control('bases')}
            {right === 'portability' && <>{control('is_automated')}{control('is_provided')}</>}
            {right === 'objection' && control('is_marketing')}
            {right === 'automated' && control('is_decided_by_computer')}
            <ul class="wb-values">
              {conditions.map(({ holds, words, citation }) => (
                <li><StatusBadge tone={holds === true ? 'positive' : holds === false ? 'warning' : 'neutral'}>{holds === true ? t('ja', 'yes') : holds === false ? t('nee', 'no') : t('nog niet bekend', 'not known yet')}</StatusBadge> {say(words)} <span class="wb-subtle">({sayCitation(citation)})</span></li>
              ))}
            </ul>
          </>
        )}
        {cases.length > 0 && <FieldControl name="decided_case" field={{ ...fields.decided_case, choices: fields.decided_case.choices.filter(({ key }) => cases.some((one) => one.key === key)) } as ChoiceField} state={state} optional />}
        {conditions.length === 0 && cases.length === 0 && <p>{t('Dit recht heeft iemand altijd. Vraag niet waarom.', 'Somebody always has this right. Don’t ask why.')}</p>}
        {right === 'automated' && control('is_seen_by_person')}
      </Section>
      <Section id="gronden" heading={t('2. Is er een grond om te weigeren of te beperken', '2. Is there a ground to refuse or limit')} lead={t('Meestal niet: een verzoek wijst u toe, tenzij een van deze gronden er echt is. Kies niets als u alles toewijst.', 'Usually not: you grant a request, unless one of these grounds is really there. Choose nothing if you grant everything.')}>
        {right === 'marketing' ? <p>{t('Tegen reclame heeft iemand altijd gelijk (art. 21 lid 3 AVG).', 'Somebody who objects to marketing is always right (art. 21(3) GDPR).')}</p> : <FieldControl name="grounds" field={grounds} state={state} />}
        {chosenHelp(right, kind, chosen).map(({ words, help, citation }) => <p class="wb-subtle"><strong>{say(words)}</strong> {help && say(help)} ({sayCitation(citation)})</p>)}
        {right !== 'marketing' && <>{control('weighing')}{control('law')}</>}
        {right !== 'marketing' && (
          <Details summary={t('Bij de tien gronden van de UAVG: kern, noodzaak en acht overwegingen', 'With the ten grounds of the UAVG: essence, necessity and eight considerations')} open={isLimited}>
            {control('essence_kept')}{control('is_necessary')}{control('is_proportionate')}
            <Fieldset legend={t('De acht overwegingen', 'The eight considerations')} hint={`${t('Schrijf bij elk wat u vond, of “n.v.t.” met de reden.', 'Write at each what you found, or “n/a” with the reason.')} (${sayCitation(considerationsCitation)})`}>
              <input type="hidden" name="considerations" value="" />
              {Object.entries(considerations).map(([key, words], index) => (
                <>
                  <input type="hidden" name={`considerations.${index}.consideration`} value={key} />
                  <TextArea name={`considerations.${index}.answer`} label={say(words)} value={considered(state, key)} rows={2} optional />
                </>
              ))}
              {error('considerations') && <p class="wb-error">{error('considerations')}</p>}
            </Fieldset>
          </Details>
        )}
      </Section>
      <Section id="besluit" heading={t('3. Wat u besluit', '3. What you decide')}>
        <FieldControl name="outcome" field={{ ...fields.outcome, choices: fields.outcome.choices.filter(({ key }) => (rightOf(right).outcomes as readonly string[]).includes(key)) } as ChoiceField} state={state} optional={false} />
        {control('granted_part')}{control('refused_part')}{control('reasons')}
        {kind !== 'firm' && (
          <>
            {control('decided_for')}
            <Select name="mandate" label={say(fields.mandate.words)} hint={t(`Mandaten van vandaag voor de rechten van betrokkenen (${sayCitation(fields.mandate.citation!)}).`, `Mandates of today for the rights of data subjects (${sayCitation(fields.mandate.citation!)}).`)} error={error('mandate')} value={raw('mandate')} choices={mandates.map(({ id, name, holder }) => ({ value: id, label: holder ? `${name} (${holder})` : name }))} width="full" optional />
          </>
        )}
      </Section>
      <SubmitBar primary={t('Besluit nemen', 'Decide')} primaryAction="decide" secondary={t('Eerst nakijken', 'Look it over first')} secondaryAction="check" cancel={{ words: t('Annuleren', 'Cancel'), href: back }} />
    </Form>
  )
}

/** What can be chosen for this right with any outcome, and the reasons that are no ground: who picks one reads why. */
function groundsOf(right: RightKey, kind: OrganisationKind): ChoicesField {
  const allowed = new Set<string>([...rightOf(right).outcomes.flatMap((outcome) => exceptionsFor(right, outcome, kind).map(({ key }) => key)), ...Object.keys(refutedGrounds)])
  return { ...fields.grounds, choices: fields.grounds.choices.filter(({ key }) => allowed.has(key)) }
}

function chosenHelp(right: RightKey, kind: OrganisationKind, chosen: readonly string[]): readonly Exception[] {
  const all = new Map(rightOf(right).outcomes.flatMap((outcome) => exceptionsFor(right, outcome, kind).map((one) => [one.key as string, one as Exception] as const)))
  return chosen.flatMap((key) => all.get(key) ?? [])
}

function considered({ raw }: FormState, key: string): string {
  const rows = Array.isArray(raw.considerations) ? raw.considerations as Record<string, unknown>[] : []
  return String(rows.find(({ consideration }) => consideration === key)?.answer ?? '')
}
