// Rules on responsibilities: somebody carries each step out, exactly one answers for it, the roles are filled, and the DPO supervises instead of doing (art. 24 en 38 AVG; H-50 tot en met H-57).
import { say } from '../../ground/words.ts'
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule, RuleContext } from '../../register-kit/rules.ts'
import { type fields, parties, type Party, type Process } from './declaration.ts'

export type ResponsibilityInput = InputOf<typeof fields>

const norms = ['H-50', 'H-51', 'H-52', 'H-53', 'H-54', 'H-55', 'H-56', 'H-57']
const nameOf = (party: string) => { const words = parties[party as Party]; return words ? say({ nl: words[0], en: words[1] }) : party }
const unheldOf = ({ ownFact }: RuleContext) => new Set((ownFact?.('unheld') ?? []) as readonly string[])

/** Norm that the policy has on a process, of which there is one each. */
export const normOf: Readonly<Record<Exclude<Process, 'other'>, string>> = { register: 'H-50', agreements: 'H-51', meetings: 'H-52', breaches: 'H-53', advice: 'H-54', dpia: 'H-55', requests: 'H-56', procedures: 'H-57' }

export const responsibilityRules = {
  'process-missing': {
    field: 'process', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms,
    words: { nl: 'Er staat niet bij welk proces deze stap hoort.', en: 'It doesn’t say to which process this step belongs.' }, advice: { nl: 'Kies het proces, of schrijf welk ander proces het is.', en: 'Choose the process, or write which other process it is.' },
    finds: ({ process, other_process }) => process === null || (process === 'other' && other_process === null),
  },
  'accountable-missing': {
    field: 'accountable', severity: 'serious', citation: 'art. 24 lid 1 AVG', norms,
    words: { nl: 'Niemand is eindverantwoordelijk voor deze stap.', en: 'Nobody is accountable for this step.' }, advice: { nl: 'Kies één rol die erop aangesproken kan worden.', en: 'Choose one role that can be asked to account for it.' },
    finds: ({ accountable }) => accountable.length === 0,
  },
  'accountable-double': {
    field: 'accountable', severity: 'serious', citation: 'art. 24 lid 1 AVG', norms,
    words: { nl: 'Meer dan één rol is eindverantwoordelijk. Dan is niemand het echt.', en: 'More than one role is accountable. Then really nobody is.' }, advice: { nl: 'Kies er één; laat de andere meedoen of raadplegen.', en: 'Choose one; let the others take part or be consulted.' },
    finds: ({ accountable }) => accountable.length > 1 && [accountable.map(nameOf).join(', ')],
  },
  'responsible-missing': {
    field: 'responsible', severity: 'serious', citation: 'art. 24 lid 1 AVG', norms,
    words: { nl: 'Niemand voert deze stap uit.', en: 'Nobody carries this step out.' }, advice: { nl: 'Kies wie het doet.', en: 'Choose who does it.' },
    finds: ({ responsible }) => responsible.length === 0,
  },
  'dpo-carries-out': {
    field: 'responsible', severity: 'attention', citation: 'art. 38 lid 6 en art. 39 lid 1 AVG', norms: ['H-53', 'H-56'],
    words: { nl: 'De FG voert deze stap uit of is er eindverantwoordelijk voor, en moet er ook toezicht op houden.', en: 'The DPO carries this step out or is accountable for it, and must supervise it too.' }, advice: { nl: 'Laat een ander het doen, met advies van de FG. Of leg uit waarom het niet botst.', en: 'Have somebody else do it, with the DPO’s advice. Or explain why it doesn’t conflict.' },
    finds: ({ nature, responsible, accountable, note }) => nature === 'work' && note === null && (responsible.includes('dpo') || accountable.includes('dpo')),
  },
  'nature-missing': {
    field: 'nature', severity: 'attention', citation: 'art. 38 lid 6 AVG', norms: ['H-53', 'H-56'],
    words: { nl: 'Er staat niet wat voor stap dit is, terwijl de FG een rol heeft.', en: 'It doesn’t say what kind of step this is, while the DPO has a part.' }, advice: { nl: 'Kies of de FG hier adviseert, toetst of zelf iets doet.', en: 'Choose whether the DPO advises, tests or does something here.' },
    finds: ({ nature, responsible, accountable }) => nature === null && (responsible.includes('dpo') || accountable.includes('dpo')),
  },
  'role-unheld': {
    field: 'responsible', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms,
    words: { nl: 'Niemand heeft vandaag de rol die deze stap uitvoert of ervoor instaat.', en: 'Nobody holds the role today that carries this step out or answers for it.' }, advice: { nl: 'Laat een beheerder de rol geven, of kies een andere rol.', en: 'Have an administrator give the role, or choose another role.' },
    finds: (input, context) => {
      const unheld = unheldOf(context)
      return [...new Set([...input.responsible, ...input.accountable])].filter((party) => unheld.has(party)).map(nameOf)
    },
  },
  'part-twice': {
    field: 'informed', severity: 'attention', citation: 'art. 24 lid 1 AVG', norms,
    words: { nl: 'Een rol wordt geraadpleegd of geïnformeerd, en doet het ook zelf.', en: 'A role is consulted or informed, and also does it.' }, advice: { nl: 'Wie het doet, hoeft niet geïnformeerd te worden. Haal één van de twee weg.', en: 'Whoever does it needn’t be informed. Take one of the two away.' },
    finds: (input) => Object.keys(parties).filter((party) => (input.consulted.includes(party) || input.informed.includes(party)) && (input.responsible.includes(party) || input.accountable.includes(party))).map(nameOf),
  },
} as const satisfies Readonly<Record<string, Rule<ResponsibilityInput>>>
