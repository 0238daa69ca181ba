// An exemplary policy document, invented, without a single finding. For tests.
import { emptyInput, type InputOf } from '../../register-kit/field-types.ts'
import { fields } from './declaration.ts'
import type { Standing } from './facts.ts'

export const exemplaryPolicy: InputOf<typeof fields> = {
  ...emptyInput(fields),
  title: 'Privacybeleid', number: 'B-001', kind: 'privacy_policy', level: 'tactical', audience: 'public', owner: '019a0000-0000-7000-8000-000000000003', parent: '019a0000-0000-7000-8000-000000000007',
  summary: 'Hoe wij met persoonsgegevens omgaan.', text: '# Doel\n\nWij gaan zorgvuldig om met persoonsgegevens.\n\n# Bewaren\n\nNiet langer dan nodig.',
}

export const exemplaryStanding: Standing = { isInCircle: false, adoptions: 2, isInForce: true, behind: [], isPublished: true, reading: { dueOn: '2026-10-01', aim: 90, asked: 30, read: 27, isClosed: false } }
