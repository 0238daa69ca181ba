// Office hours section: a line for each day of the week, by which terms in working days and working hours are counted.
import type { Child } from 'hono/jsx'
import type { OfficeHours } from '../../calendar/office-hours.ts'
import type { Fault } from '../../ground/refusals.ts'
import { say, t } from '../../ground/words.ts'
import { FieldRow, Form, Section, SubmitBar } from '../../page-kit/form.tsx'
import { TextInput } from '../../page-kit/inputs.tsx'
import { digestOf, hoursName, type TypedHours, weekdayWords, writeHours } from './office-hours.ts'

export type OfficeHoursSectionProps = { action: string; hours: OfficeHours; typed?: TypedHours | undefined; faults: readonly Fault[] }

export function OfficeHoursSection({ action, hours, typed, faults }: OfficeHoursSectionProps): Child {
  const shown = typed?.days ?? writeHours(hours)
  return (
    <Section
      heading={t('Kantooruren', 'Office hours')} id="kantooruren"
      lead={<p>{t('Hiermee telt Waarborg termijnen in werkdagen en werkuren. Op feestdagen telt geen enkel uur. Een termijn die al loopt, houdt de uren waarmee hij begon.',
        'Waarborg counts terms in working days and working hours by these. On holidays no hour counts. A term that runs already keeps the hours that it began with.')}</p>}
    >
      <Form action={action} hidden={{ hours_seen: typed?.seen || digestOf(hours), ...(typed?.keptId ? { kept: typed.keptId } : {}) }} guard>
        <p class="wb-hint">{t('Schrijf bijvoorbeeld 08:30–17:00. Leeg is een dag waarop niemand werkt. Zijn alle dagen leeg, dan gelden weer de gebruikelijke uren: maandag tot en met vrijdag van 08:30 tot 17:00.',
          'Write for example 08:30–17:00. Empty is a day on which nobody works. If all days are empty the usual hours hold again: Monday to Friday from 08:30 to 17:00.')}</p>
        <FieldRow>
          {weekdayWords.map((words, index) => (
            <TextInput name={hoursName(index + 1)} label={say(words)} value={shown[index]} width="short" maxlength={30} optional error={faults.find(({ at }) => at === hoursName(index + 1))?.message} />
          ))}
        </FieldRow>
        <SubmitBar primary={t('Kantooruren opslaan', 'Save the office hours')} />
      </Form>
    </Section>
  )
}
