// An exemplary year plan, invented, without a single finding. For tests.
import { emptyInput, type InputOf } from '../../register-kit/field-types.ts'
import { fields } from './declaration.ts'

export const exemplaryPlan: InputOf<typeof fields> = {
  ...emptyInput(fields),
  name: 'Jaarplan privacy Burgerzaken 2026', number: 'J-001', year: 2026, department: '019a0000-0000-7000-8000-000000000001', owner: '019a0000-0000-7000-8000-000000000003',
  goals: 'Alle processen aan de balie nagelopen.', means: 'Vier uur per week van de privacycontactpersoon.', budget: 2500,
  activities: [{ activity: 'Training voor de balie', planned_on: '2026-03-12', state: 'done' }], last_result: 'Acht van de negen processen nagelopen.',
  judged_by: '019a0000-0000-7000-8000-000000000004', judged_on: '2026-01-20', judgement: 'agreed',
}
