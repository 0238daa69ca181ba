// Person fields: what a form about a person or a role asks, and how the typed answers are read.
import type { Child } from 'hono/jsx'
import { Invalid } from '../ground/refusals.ts'
import { roles, type Scope } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { FieldRow } from '../page-kit/form.tsx'
import { DateInput, Select, TextArea, TextInput } from '../page-kit/inputs.tsx'
import { readTypedDate } from '../page-kit/typed-dates.ts'
import { departmentChoices, listDepartments } from './departments.ts'
import { type Faults, type Fields, faultAt } from './form-input.ts'
import { listJobFunctions } from './organisation-parts.ts'
import type { Grant } from './role-grants.ts'
import { isRole, roleWords } from './roles.ts'

export type Choices = { departments: { value: string; label: string }[]; jobFunctions: { value: string; label: string }[] }
type FieldsProps = { choices: Choices; value: (name: string) => string; faults: Faults }

export async function personChoices(scope: Scope): Promise<Choices> {
  return {
    departments: departmentChoices(await listDepartments(scope)),
    jobFunctions: (await listJobFunctions(scope)).map((row) => ({ value: row.id, label: row.name })),
  }
}

export function PersonFields({ choices, value, faults }: FieldsProps): Child {
  return (
    <>
      <TextInput name="name" label={t('Naam', 'Name')} value={value('name')} error={faultAt(faults, 'name')} />
      <TextInput name="email" label={t('E-mailadres', 'E-mail address')} type="email" value={value('email')} error={faultAt(faults, 'email')} />
      <FieldRow>
        <Select
          name="department" label={t('Afdeling', 'Department')} optional value={value('department')} choices={choices.departments}
          error={faultAt(faults, 'department')}
        />
        <Select
          name="jobFunction" label={t('Functie', 'Job function')} optional value={value('jobFunction')} choices={choices.jobFunctions}
          error={faultAt(faults, 'jobFunction')}
        />
      </FieldRow>
    </>
  )
}

export function RoleFields({ choices, value, faults }: FieldsProps): Child {
  return (
    <>
      <FieldRow>
        <Select
          name="role" label={t('Rol', 'Role')} value={value('role')} choices={roles.map((role) => ({ value: role, label: say(roleWords[role]) }))}
          error={faultAt(faults, 'role')}
        />
        <Select
          name="roleDepartment" label={t('Voor afdeling', 'For department')} empty={t('Hele organisatie', 'Whole organisation')}
          value={value('roleDepartment')} choices={choices.departments} error={faultAt(faults, 'roleDepartment')}
        />
      </FieldRow>
      <FieldRow>
        <DateInput
          name="validFrom" label={t('Vanaf', 'From')} optional hint={t('Leeg is vandaag.', 'Empty is today.')} value={value('validFrom')}
          error={faultAt(faults, 'validFrom')}
        />
        <DateInput
          name="validUntil" label={t('Tot en met', 'Until')} optional hint={t('Verplicht voor een auditor.', 'Required for an auditor.')}
          value={value('validUntil')} error={faultAt(faults, 'validUntil')}
        />
      </FieldRow>
      <TextArea
        name="reason" label={t('Waarom deze rol', 'Why this role')} rows={2} value={value('reason')} error={faultAt(faults, 'reason')}
        hint={t(
          'Bijvoorbeeld: “Benoemd door het college op 3 maart”. Bij een gewone medewerker hoeft dit niet.',
          'For example: “Appointed by the executive on 3 March”. Not needed for an ordinary employee.',
        )}
      />
    </>
  )
}

export function personInput(fields: Fields) {
  return { name: fields.one('name'), email: fields.one('email'), departmentId: fields.one('department') || null, jobFunctionId: fields.one('jobFunction') || null }
}

/** @throws Invalid when there is no role or a day can't be read */
export function grantInput(fields: Fields): Grant {
  const role = fields.one('role')
  if (!isRole(role)) throw new Invalid([{ at: 'role', message: t('Kies een rol.', 'Choose a role.') }])
  return {
    role, departmentId: fields.one('roleDepartment') || null, validFrom: acceptDay(fields, 'validFrom') ?? undefined,
    validUntil: acceptDay(fields, 'validUntil'), reason: fields.one('reason'),
  }
}

function acceptDay(fields: Fields, name: string): string | null {
  const typed = fields.one(name)
  if (typed === '') return null
  const day = readTypedDate(typed)
  if (day === null) throw new Invalid([{ at: name, message: t('Vul een datum in, bijvoorbeeld 31-12-2026.', 'Fill in a date, for example 31-12-2026.') }])
  return day
}
