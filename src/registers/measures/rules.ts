// Rules on improvement measures: somebody does it, by a day, for a norm of the policy, and what was checked has a result (art. 24 lid 1 en 2 AVG; M-04, N-06, N-52).
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'

type Input = InputOf<typeof fields>

export const measureRules = {
  'owner-missing': {
    field: 'owner', severity: 'serious', citation: 'art. 24 lid 1 AVG', norms: ['M-04', 'N-06', 'N-52'],
    words: { nl: 'Er staat niet wie de maatregel uitvoert.', en: 'It doesn’t say who carries the measure out.' },
    advice: { nl: 'Kies iemand die het doet en erop aangesproken kan worden.', en: 'Choose somebody who does it and answers for it.' },
    finds: ({ owner }) => owner === null,
  },
  'due-missing': {
    field: 'due_on', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['M-04', 'N-06', 'N-52'],
    words: { nl: 'Er staat niet wanneer de maatregel klaar moet zijn.', en: 'It doesn’t say when the measure must be done.' },
    advice: { nl: 'Spreek een datum af.', en: 'Agree on a day.' },
    finds: ({ due_on }) => due_on === null,
  },
  'overdue': {
    field: 'due_on', severity: 'serious', citation: 'art. 24 lid 1 AVG', norms: ['M-04', 'N-06', 'N-52'],
    words: { nl: 'De maatregel had al klaar moeten zijn.', en: 'The measure should have been done by now.' },
    advice: { nl: 'Rond haar af, of spreek een nieuwe datum af en schrijf bij de aanpak waarom.', en: 'Close it, or agree on a new day and write in the approach why.' },
    finds: ({ due_on }, { today }) => due_on !== null && due_on < today,
  },
  'kind-missing': {
    field: 'kind', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms: ['N-52'],
    words: { nl: 'Er staat niet of dit eenmalig is of terugkomt.', en: 'It doesn’t say whether this is one-off or recurring.' },
    advice: { nl: 'Kies eenmalig of komt terug.', en: 'Choose one-off or recurring.' },
    finds: ({ kind }) => kind === null,
  },
  'norm-missing': {
    field: 'norms', severity: 'attention', citation: 'art. 24 lid 2 AVG', norms: ['H-04', 'M-04', 'N-06'],
    words: { nl: 'De maatregel hangt aan geen norm van uw beleid.', en: 'The measure is tied to no norm of your policy.' },
    advice: { nl: 'Voeg de norm toe die hierdoor beter wordt, zodat u ziet of het helpt.', en: 'Add the norm that gets better by this, so that you see whether it helps.' },
    finds: ({ norms }) => norms.every(({ norm }) => norm === null),
  },
  'norm-unknown': {
    field: 'norms', severity: 'attention', citation: 'art. 24 lid 2 AVG', norms: ['H-04', 'M-04', 'N-06'],
    words: { nl: 'Deze norm staat niet in het beleid dat u volgt.', en: 'This norm isn’t in the policy that you follow.' },
    advice: { nl: 'Kies een norm van het normbord, bijvoorbeeld met de knop “Maak een maatregel”.', en: 'Choose a norm of the norm board, for instance by its button “Make a measure”.' },
    finds: ({ norms }, { ownFact }) => {
      const unknown = (ownFact?.('unknown-norms') as readonly string[] | undefined) ?? []
      return norms.flatMap(({ norm }) => norm !== null && unknown.includes(norm) ? [norm] : [])
    },
  },
  'result-missing': {
    field: 'result', severity: 'attention', citation: 'art. 32 lid 1 onder d AVG', norms: ['M-04', 'N-06'],
    words: { nl: 'Er is nagegaan of het werkt, maar er staat niet wat eruit kwam.', en: 'It was checked whether it works, but it doesn’t say what came of it.' },
    advice: { nl: 'Schrijf op wat u zag, en waar dat te zien is.', en: 'Write what you saw, and where it can be seen.' },
    finds: ({ checked_on, result }) => checked_on !== null && result === null,
  },
} satisfies Record<string, Rule<Input>>
