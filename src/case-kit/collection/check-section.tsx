// Check section: what was delivered, for whoever keeps the case: look at it, take others' data out, and say what goes to the person.
import { sayMoment } from '../../ground/clock.ts'
import { acceptedEndings } from '../../ground/file-kinds.ts'
import type { Fault } from '../../ground/refusals.ts'
import { say, t } from '../../ground/words.ts'
import { Alert } from '../../page-kit/alerts.tsx'
import { Button, ButtonGroup } from '../../page-kit/buttons.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from '../../page-kit/choices.tsx'
import { DescriptionList, Details } from '../../page-kit/document.tsx'
import { ErrorSummary, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { DateInput, FileInput } from '../../page-kit/inputs.tsx'
import { saySize } from '../../register-kit/collaboration/attachments-part.tsx'
import { lines } from '../../register-kit/web/field-value.tsx'
import type { CheckForm } from './checking.ts'
import { FileList } from './delivery.tsx'
import type { TaskFile } from './task-files.ts'
import { isOpen, mayHappen, othersChoices } from './task-rules.ts'
import { othersWords, partyWords, stateOfTask } from './task-words.ts'
import type { Task } from './tasks.ts'

export type CheckProps = { readonly task: Task; readonly files: readonly TaskFile[]; readonly base: string; readonly maxBytes: number; readonly faults: readonly Fault[]; readonly typed: Partial<CheckForm> }

export function CheckSection({ task, files, base, maxBytes, faults, typed }: CheckProps) {
  const fault = (at: string) => faults.find((one) => one.at === at)?.message
  const { words } = stateOfTask(task)
  return (
    <>
      <Section heading={t('Wat er is aangeleverd', 'What was delivered')} id="aangeleverd">
        <DescriptionList terms={[
          { term: say(partyWords[task.party]), description: [task.aboutName, task.person ?? task.contactEmail].filter(Boolean).join(' · ') },
          { term: t('Stand', 'State'), description: words },
          ...(task.answeredAt ? [{ term: t('Antwoord', 'Answer'), description: [sayMoment(task.answeredAt), task.answeredBy].filter(Boolean).join(' · ') }] : []),
          ...(task.answer?.note ? [{ term: t('Toelichting', 'Note'), description: lines(task.answer.note) }] : []),
          ...(task.answer?.data ? [{ term: t('Gegevens', 'Data'), description: lines(task.answer.data) }] : []),
          ...(task.others ? [{ term: t('Gegevens van anderen', 'Data of others'), description: say(othersWords[task.others]) }, { term: t('Nagekeken door', 'Checked by'), description: [task.checkedBy, sayMoment(task.checkedAt!)].filter(Boolean).join(' · ') }] : []),
        ]} />
        {files.length > 0 && <FileList files={files} base={base} mayDrop={false} />}
        {isOpen(task) && <form method="post" action={`${base}/intrekken`}><Button look="subtle">{t('Niet meer nodig', 'No longer needed')}</Button></form>}
      </Section>
      {mayHappen('check', task) && (
        <Section heading={t('Nakijken', 'Check')} id="nakijken" lead={<p>{t('Een kopie mag geen afbreuk doen aan de rechten van anderen (art. 15 lid 4 AVG). Kijk of er gegevens van anderen in staan, voordat iets naar de persoon gaat.', 'A copy may not harm the rights of others (art. 15(4) GDPR). See whether it holds data of others before anything goes to the person.')}</p>}>
          <ErrorSummary faults={faults} />
          {files.length > 0 && (
            <Form action={`${base}/nagekeken`} files>
              <FileInput name="file" label={t('Versie zonder gegevens van anderen', 'Version without data of others')} accept={acceptedEndings()} limit={saySize(maxBytes)} error={fault('file')} />
              <ButtonGroup><Button icon="upload">{t('Toevoegen', 'Add')}</Button></ButtonGroup>
            </Form>
          )}
          <Form action={`${base}/nakijken`} guard>
            <RadioGroup name="others" label={t('Gegevens van anderen', 'Data of others')} value={typed.others ?? ''} error={fault('others')} choices={othersChoices.map((value) => ({ value, label: say(othersWords[value]) }))} />
            {files.length > 0 && <CheckboxGroup name="given" label={t('Deze bestanden gaan naar de persoon', 'These files go to the person')} error={fault('given')} values={typed.given ?? []} choices={files.map(({ id, name }) => ({ value: id, label: name }))} />}
            <Checkbox name="portable" label={t('De persoon gaf deze gegevens zelf, met toestemming of voor een overeenkomst, en ze staan in een computer', 'The person gave these data, by consent or for a contract, and they are in a computer')} hint={t('Alleen zulke gegevens kan iemand meenemen (art. 20 lid 1 AVG).', 'Only such data can be taken along (art. 20(1) GDPR).')} checked={typed.isPortable === true} />
            <SubmitBar primary={t('Nagekeken', 'Checked')} />
          </Form>
        </Section>
      )}
      {task.checkedAt !== null && <Alert tone="ok"><p>{t('Dit is nagekeken en gaat mee in het pakket.', 'This was checked and goes along in the package.')}</p></Alert>}
      {mayHappen('ask_again', task) && (
        <Details summary={t('Opnieuw vragen', 'Ask again')} open={faults.some(({ at }) => at === 'due')}>
          <Form action={`${base}/opnieuw`}>
            <DateInput name="due" label={t('Uiterlijk op', 'By')} error={fault('due')} hint={t('Wat er al is aangeleverd, blijft staan.', 'What was delivered already stays.')} />
            <ButtonGroup><Button>{t('Opnieuw vragen', 'Ask again')}</Button></ButtonGroup>
          </Form>
        </Details>
      )}
    </>
  )
}
