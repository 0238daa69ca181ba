// Token form: what a new token for a program is asked: its name, roles, registers, whether it may change anything, and its end.
import type { Child } from 'hono/jsx'
import { dayAfter } from '../ground/clock.ts'
import type { Actor } from '../ground/scope.ts'
import { say, t } from '../ground/words.ts'
import { CheckboxGroup, RadioGroup } from '../page-kit/choices.tsx'
import { FieldRow, Form, SubmitBar } from '../page-kit/form.tsx'
import { DateInput, Select, TextInput } from '../page-kit/inputs.tsx'
import { Rows } from '../page-kit/rows.tsx'
import { usualDays } from './api-tokens.ts'
import { type Faults, type Fields, faultAt } from './form-input.ts'
import type { House } from './house.ts'
import { grantableRoles, roleWords } from './roles.ts'

type FormProps = {
  action: string; cancel: string; actor: Actor; departments: readonly { value: string; label: string }[]; registers: NonNullable<House['registers']>
  today: string; fields: Fields | undefined; faults: Faults
}

export function TokenForm({ action, cancel, actor, departments, registers, today, fields, faults }: FormProps): Child {
  const roles = grantableRoles(actor, 'program').map((role) => ({ value: role, label: say(roleWords[role]) }))
  const reach = [{ value: 'all', label: t('Alle registers', 'All registers') }, { value: 'some', label: t(
    'Alleen de registers hieronder',
    'Only the registers below',
  ) }]
  return (
    <Form action={action} guard>
      <TextInput name="name" label={t('Naam', 'Name')} hint={t(
        'Bijvoorbeeld het programma dat het token gebruikt: “Zaaksysteem”.',
        'For example the program that uses the token: “Case system”.',
      )} value={fields?.one('name') ?? ''} error={faultAt(faults, 'name')} />
      <Rows
        name="roles" legend={t('Rollen', 'Roles')} hint={t(
          'Het programma mag wat deze rollen mogen, en niet meer. Kies zo min mogelijk.',
          'The program may do what these roles may, and no more. Choose as little as possible.',
        )}
        count={fields ? fields.rows('roles') : 1} rowWords={t('Rol', 'Role')} addWords={t('Rol toevoegen', 'Add a role')} compact error={faultAt(faults, 'roles')}
        render={(path) => (
          <FieldRow>
            <Select
              name={`${path}.role`} label={t('Rol', 'Role')} value={fields?.one(`${path}.role`) ?? ''} choices={roles}
              error={faultAt(faults, `${path}.role`)}
            />
            <Select
              name={`${path}.department`} label={t('Voor afdeling', 'For department')} empty={t('Hele organisatie', 'Whole organisation')}
              value={fields?.one(`${path}.department`) ?? ''} choices={departments} error={faultAt(faults, `${path}.department`)}
            />
          </FieldRow>
        )}
      />
      {registers.length > 0 && (
        <>
          <RadioGroup name="reach" label={t('Bij welke registers', 'Which registers')} value={fields?.one('reach') || 'all'} choices={reach} />
          <CheckboxGroup
            name="registers" label={t('Registers', 'Registers')} optional values={fields?.all('registers') ?? []}
            choices={registers.map(({ key, words }) => ({ value: key, label: say(words) }))} error={faultAt(faults, 'registers')}
          />
        </>
      )}
      <RadioGroup
        name="access" label={t('Wat mag het programma', 'What may the program do')} value={fields?.one('access') || 'read'}
        choices={[{ value: 'read', label: t('Alleen lezen', 'Read only') }, { value: 'write', label: t('Lezen en wijzigen', 'Read and change') }]}
      />
      <DateInput
        name="expiresOn" label={t('Werkt tot en met', 'Works until')} hint={t(
          'Hoogstens een jaar. Maak op tijd een nieuw token.',
          'A year at most. Make a new token in time.',
        )}
        value={fields ? fields.one('expiresOn') : dayAfter(today, `P${usualDays}D`)} min={today} max={dayAfter(today, 'P1Y')} error={faultAt(faults, 'expiresOn')}
      />
      <SubmitBar primary={t('Token maken', 'Make the token')} cancel={{ words: t('Annuleren', 'Cancel'), href: cancel }} />
    </Form>
  )
}
