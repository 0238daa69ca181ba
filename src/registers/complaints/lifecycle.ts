// Lifecycle of a complaint: received, taken up by somebody who wasn't involved, talked over, heard, judged, answered, and closed once what had to change has changed (hoofdstuk 9 Awb).
import { removeCaseVerb } from '../../case-kit/remove-case.ts'
import type { Lifecycle, Work } from '../../register-kit/register.ts'
import { longText } from '../../register-kit/field-types.ts'
import { createVerb, importVerb } from '../../register-kit/lifecycle-acts.ts'
import { changeComplaint, close, reopen, withdraw } from './acts.ts'
import { gravitySteps } from './steps-gravity.ts'
import { handlingSteps } from './steps-handling.ts'
import { practiceSteps } from './steps-practice.ts'
import { takers } from './visibility.ts'

const isOpen = ({ status }: Work) => status === 'received' || status === 'handling'

export const complaintLifecycle: Lifecycle = {
  statuses: {
    received: { words: { nl: 'Ontvangen', en: 'Received' }, tone: 'warning', stage: 'active' },
    handling: { words: { nl: 'In behandeling', en: 'Being handled' }, tone: 'info', stage: 'active' },
    answered: { words: { nl: 'Beantwoord', en: 'Answered' }, tone: 'positive', stage: 'active' },
    closed: { words: { nl: 'Afgerond', en: 'Closed' }, tone: 'neutral', stage: 'ended' },
    withdrawn: { words: { nl: 'Ingetrokken', en: 'Withdrawn' }, tone: 'neutral', stage: 'ended' },
  },
  start: 'received', inForce: 'handling', concluded: ['closed'],
  verbs: {
    create: createVerb([...takers, 'process_owner'], { words: { nl: 'Klacht vastleggen', en: 'Record a complaint' }, done: { nl: 'vastgelegd', en: 'recorded' } }),
    import: importVerb(),
    ...handlingSteps,
    ...gravitySteps,
    ...practiceSteps,
    change: changeComplaint,
    add_information: {
      words: { nl: 'Informatie toevoegen', en: 'Add information' }, done: { nl: 'informatie toegevoegd', en: 'information added' }, roles: takers, alsoFor: ['handler'], when: isOpen, offered: 'form', resource: 'additions',
      fields: { information: longText('Wat wilt u toevoegen', 'What do you want to add', { most: 5_000 }) }, required: ['information'],
      act: ({ entry, values }) => ({ input: { ...entry.input, description: [entry.input.description, values.information].filter(Boolean).join('\n\n').slice(0, 20_000) } }),
    },
    withdraw: {
      words: { nl: 'Intrekken', en: 'Withdraw' }, done: { nl: 'ingetrokken', en: 'withdrawn' }, roles: takers, alsoFor: ['handler'], when: isOpen, offered: 'form', isDanger: true, resource: 'withdrawals',
      explain: { nl: 'De indiener wil niet meer dat de klacht wordt behandeld. Was er iets mis, dan kunt u dat nog altijd verbeteren.', en: 'Whoever complained doesn’t want it handled any more. If something was wrong, you can still mend it.' },
      fields: { reason: longText('Waarom', 'Why', { most: 5_000 }) }, act: withdraw,
    },
    close: {
      words: { nl: 'Afronden', en: 'Close' }, done: { nl: 'afgerond', en: 'closed' }, roles: takers, alsoFor: ['handler'], when: ({ status }) => status === 'answered', offered: 'form', resource: 'closings',
      explain: { nl: 'Alles is gedaan: de indiener heeft antwoord, en wat anders moest, gaat nu anders.', en: 'All is done: whoever complained has an answer, and what had to change has changed.' },
      fields: { note: longText('Toelichting', 'Note', { most: 5_000 }) }, act: close,
    },
    reopen: { words: { nl: 'Heropenen', en: 'Open again' }, done: { nl: 'heropend', en: 'opened again' }, roles: takers, when: ({ stage }) => stage === 'ended', offered: 'button', resource: 'reopenings', act: reopen },
    remove: removeCaseVerb('received'),
  },
}
