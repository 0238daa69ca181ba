// Steps: the small form that a verb asks for, and the action that its answer becomes.
import type { Fault } from '../../ground/refusals.ts'
import { NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { RadioGroup } from '../../page-kit/choices.tsx'
import { ErrorSummary, Form, SubmitBar } from '../../page-kit/form.tsx'
import { Select, TextArea } from '../../page-kit/inputs.tsx'
import { type Outcome, outcomes } from '../../register-kit/remarks.ts'
import { activateActivity, adviseOnActivity, dropProposedChange, endActivity, proposeChange, remarkOnActivity, removeActivity, reviewActivity, submitActivity, withdrawActivity } from './actions.ts'
import { type FieldKey, fields } from './declaration.ts'
import { type Verb, verbs } from './lifecycle.ts'
import type { Activity } from './perform.ts'

const steps = ['submit', 'withdraw', 'advise', 'remark', 'activate', 'propose', 'drop_proposal', 'review', 'end', 'remove'] as const
export type Step = (typeof steps)[number]

export function isStep(text: string): text is Step {
  return steps.some((step) => step === text)
}

/** Does a step with the values of its form. @throws Invalid and the refusals of the action. */
export function doStep(scope: Scope, id: string, step: Step, values: Readonly<Record<string, string>>): Promise<void> {
  const note = values.note?.trim() ? values.note : null
  switch (step) {
    case 'submit': return submitActivity(scope, id)
    case 'withdraw': return withdrawActivity(scope, id)
    case 'advise': return adviseOnActivity(scope, id, { outcome: readOutcome(values.outcome), note })
    case 'remark': return remarkOnActivity(scope, id, { field: values.field || null, body: values.body ?? '' })
    case 'activate': return activateActivity(scope, id, note)
    case 'propose': return proposeChange(scope, id)
    case 'drop_proposal': return dropProposedChange(scope, id)
    case 'review': return reviewActivity(scope, id, note)
    case 'end': return endActivity(scope, id, values.reason ?? '')
    case 'remove': return removeActivity(scope, id)
  }
}

export function StepForm({ verb, faults, values, activity, address }: { verb: Verb; faults: readonly Fault[]; values: Readonly<Record<string, string>>; activity: Activity; address: string }) {
  const errorAt = (at: string) => faults.find((fault) => fault.at === at)?.message
  const isDanger = verb === 'remove' || verb === 'end' || verb === 'drop_proposal'
  return (
    <Form action={`${address}/stap/${verb}`} defaultAction={verb}>
      <ErrorSummary faults={faults} />
      <p><strong>{activity.input.name}</strong></p>
      <StepFields {...{ verb, errorAt, values }} />
      <SubmitBar primary={say(verbs[verb].words)} primaryAction={verb} danger={isDanger} cancel={{ words: 'Annuleren', href: address }} />
    </Form>
  )
}

function StepFields({ verb, errorAt, values }: { verb: Verb; errorAt: (at: string) => string | undefined; values: Readonly<Record<string, string>> }) {
  switch (verb) {
    case 'advise': return (
      <>
        <Alert tone="info">U toetst en adviseert; de proceseigenaar beslist (art. 38 lid 6 AVG). Opmerkingen moeten beantwoord zijn vóór het activeren.</Alert>
        <RadioGroup name="outcome" label="Uitkomst van uw toets" value={values.outcome ?? 'agreed'} choices={Object.entries(outcomes).map(([value, words]) => ({ value, label: say(words) }))} error={errorAt('outcome')} />
        <TextArea name="note" label="Uw opmerking" hint="Nodig als u niet zonder meer akkoord bent." value={values.note} error={errorAt('note')} rows={6} />
      </>
    )
    case 'remark': return (
      <>
        <Select name="field" label="Bij welk veld" value={values.field} empty="De verwerking als geheel" choices={(Object.keys(fields) as FieldKey[]).map((key) => ({ value: key, label: say(fields[key].words) }))} error={errorAt('field')} width="full" />
        <TextArea name="body" label="Opmerking" value={values.body} error={errorAt('body')} rows={5} />
      </>
    )
    case 'activate': return (
      <>
        <p>De verwerking wordt van kracht als nieuwe versie, namens de verwerkingsverantwoordelijke. Is zij openbaar, dan staat deze versie meteen in het openbare register.</p>
        <TextArea name="note" label="Toelichting op deze versie" hint="Bijvoorbeeld wat er veranderde." value={values.note} optional rows={3} />
      </>
    )
    case 'review': return (
      <>
        <p>U verklaart dat u de verwerking hebt nagekeken en dat zij klopt. De volgende keer nakijken is over een jaar, of zo vaak als uw beleid zegt. Klopt er iets niet? Stel dan een wijziging voor.</p>
        <TextArea name="note" label="Toelichting" value={values.note} optional rows={3} />
      </>
    )
    case 'end': return (
      <>
        <p>De verwerking stopt. Zij blijft met haar geschiedenis in het register staan als beëindigd en is niet meer in het openbare overzicht van actieve verwerkingen.</p>
        <TextArea name="reason" label="Waarom stopt de verwerking, en wat gebeurt er met de gegevens?" value={values.reason} error={errorAt('reason')} rows={4} />
      </>
    )
    case 'remove': return <p>Het concept verdwijnt uit het register. De geschiedenis van wie wat deed, blijft bewaard.</p>
    case 'drop_proposal': return <p>Het voorstel verdwijnt. Wat nu van kracht is, blijft zoals het is.</p>
    default: return <></>
  }
}

function readOutcome(text: string | undefined): Outcome {
  if (text !== undefined && Object.hasOwn(outcomes, text)) return text as Outcome
  throw new NotFound('Deze uitkomst bestaat niet.')
}
