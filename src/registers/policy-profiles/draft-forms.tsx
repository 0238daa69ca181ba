// Draft forms: one norm, and the terms of the policy, to change in a draft.
import { stringify } from 'yaml'
import type { Fault } from '../../ground/refusals.ts'
import { say, t } from '../../ground/words.ts'
import { Checkbox, CheckboxGroup, RadioGroup } from '../../page-kit/choices.tsx'
import { DescriptionList } from '../../page-kit/document.tsx'
import { ErrorSummary, FieldRow, Fieldset, Form, SubmitBar } from '../../page-kit/form.tsx'
import { DurationInput, Select, TextArea } from '../../page-kit/inputs.tsx'
import { type Fields, faultAt } from '../../people/form-input.ts'
import { ceilings } from '../../policy/ceilings.ts'
import { partsOf } from '../../policy/evidence.ts'
import { parameterWords, sayTerm } from '../../policy/parameter-words.ts'
import { responsibleRoles } from '../../policy/profile.ts'
import { clockOf, type Norm, type ParameterName, parameter, type Profile } from '../../policy/profiles.ts'
import { shippedEvidence } from './draft-input.ts'
import { sayEvidenceRule, sayPrinciple, sayResponsible } from './words.ts'

type Shown = { action: string; cancel: string; profile: Profile; revision: number; faults: readonly Fault[]; /** What was typed and refused. */ typed?: Fields }

export function NormForm({ action, cancel, profile, revision, faults, typed, norm }: Shown & { norm: Norm }) {
  const value = (name: string, kept: string) => typed ? typed.raw(name) : kept
  const roles = responsibleRoles.map((role) => ({ value: role, label: sayResponsible(role) }))
  const shipped = shippedEvidence(norm.id)
  const said = (evidence: Norm['evidence']) => partsOf(evidence).map(sayEvidenceRule).join('; ')
  const manual = partsOf(norm.evidence).find((part) => part.kind === 'manual')
  return (
    <>
      <ErrorSummary faults={faults} />
      <DescriptionList terms={[
        { term: t('Plaats in het beleid', 'Place in the policy'), description: <span lang="nl">{norm.src}</span> }, { term: t('Wet', 'Law'), description: <span lang="nl">{norm.article}</span> },
        { term: t('Beginsel', 'Principle'), description: sayPrinciple(norm) },
      ]} />
      <Form action={action} hidden={{ revision: String(revision) }} guard>
        <TextArea name="text" label={t('Wat het beleid zegt', 'What the policy says')} value={value('text', norm.text)} rows={4} error={faultAt(faults, 'text')} hint={t('Eén of twee zinnen, in gewone taal.', 'One or two sentences, in plain words.')} />
        <Select name="role" label={t('Wie hier verantwoordelijk voor is', 'Who answers for this')} value={value('role', norm.role)} choices={roles} empty={null} error={faultAt(faults, 'role')} />
        <CheckboxGroup name="also" label={t('Wie eraan meewerken', 'Who work on it too')} values={typed ? typed.all('also') : norm.also ?? []} choices={roles} columns error={faultAt(faults, 'also')} optional />
        {(norm.parameters ?? []).map((name) => <ParameterField profile={profile} name={name} faults={faults} typed={typed} />)}
        <RadioGroup
          name="evidence" label={t('Hoe blijkt dat eraan is voldaan?', 'What shows that it is met?')} value={value('evidence', 'keep')} choices={[
            { value: 'keep', label: t('Zoals nu', 'As now'), hint: said(norm.evidence) },
            ...(shipped && JSON.stringify(shipped) !== JSON.stringify(norm.evidence) ? [{ value: 'shipped', label: t('Zoals meegeleverd', 'As shipped'), hint: said(shipped) }] : []),
            { value: 'manual', label: t('Iemand verklaart het', 'Somebody states it'), hint: t('Met een document, een datum en een naam.', 'With a document, a date and a name.') },
            { value: 'own', label: t('Zelf geschreven', 'Written by yourself'), hint: t('Vul het onderaan in.', 'Fill it in below.') },
          ]} />
        <DurationInput name="valid_for" label={t('Hoe lang een verklaring geldt', 'How long a statement holds')} value={typed ? { amount: typed.raw('valid_for.amount'), unit: typed.raw('valid_for.unit') } : manual?.valid_for ?? 'P1Y'} optional />
        <TextArea name="evidence_text" label={t('Bewijs als YAML', 'Evidence as YAML')} value={value('evidence_text', stringify(norm.evidence, { lineWidth: 0 }))} rows={8} error={faultAt(faults, 'evidence_text')} optional
          hint={t('Alleen nodig bij “Zelf geschreven”. Waarborg kijkt na of alles bestaat wat u noemt.', 'Only needed with “Written by yourself”. Waarborg checks that everything you name exists.')} />
        <TextArea name="conflicts" label={t('Strijdig met de wet: uitleg', 'Conflicts with law: explanation')} value={value('conflicts', norm.conflicts ?? '')} rows={3} error={faultAt(faults, 'conflicts')} optional />
        <TextArea name="note" label={t('Let op', 'Mind')} value={value('note', norm.note ?? '')} rows={3} error={faultAt(faults, 'note')} optional />
        <SubmitBar primary={t('Opslaan in het concept', 'Save in the draft')} cancel={{ words: t('Terug', 'Back'), href: cancel }} />
      </Form>
    </>
  )
}

export function TermsForm({ action, cancel, profile, revision, faults, typed, names }: Shown & { names: readonly ParameterName[] }) {
  return (
    <>
      <ErrorSummary faults={faults} />
      <Form action={action} hidden={{ revision: String(revision) }} guard>
        {names.map((name) => <ParameterField profile={profile} name={name} faults={faults} typed={typed} />)}
        <SubmitBar primary={t('Opslaan in het concept', 'Save in the draft')} cancel={{ words: t('Terug', 'Back'), href: cancel }} />
      </Form>
    </>
  )
}

function ParameterField({ profile, name, faults, typed }: { profile: Profile; name: ParameterName; faults: readonly Fault[]; typed?: Fields | undefined }) {
  const ceiling = ceilings[name]
  const words = say(parameterWords[name])
  return (
    <Fieldset legend={words} hint={ceiling && t(`Hoogstens ${sayTerm(ceiling.duration, undefined)} (${ceiling.citation}).`, `At most ${sayTerm(ceiling.duration, undefined)} (${ceiling.citation}).`)}>
      <FieldRow>
        <DurationInput name={name} label={t('Hoe lang', 'How long')} value={typed ? { amount: typed.raw(`${name}.amount`), unit: typed.raw(`${name}.unit`) } : parameter(profile, name) ?? ''} error={faultAt(faults, name)} optional />
        <Checkbox name={`${name}.clock`} value="working" label={t('In werktijd', 'In working time')} checked={typed ? typed.one(`${name}.clock`) === 'working' : clockOf(profile, name) === 'working'} />
      </FieldRow>
    </Fieldset>
  )
}
