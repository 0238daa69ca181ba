// Exceptions: on what a request may be refused or limited: the general grounds, those of each right, and the ten of the UAVG with their eight considerations (art. 12 lid 5, 15 lid 4, 17 lid 3, 20 tot en met 23 AVG; art. 40 tot en met 47 UAVG).
import type { OrganisationKind } from '../../ground/scope.ts'
import type { Words } from '../../ground/words.ts'
import type { Exception } from './exception-shape.ts'
import { generalExceptions, restrictionExceptions } from './exceptions-general.ts'
import { rightExceptions } from './exceptions-of-rights.ts'
import type { RightKey, RightOutcome } from './rights.ts'

export type { Exception, Need } from './exception-shape.ts'

export const exceptions = { ...generalExceptions, ...rightExceptions, ...restrictionExceptions } as const satisfies Readonly<Record<string, Exception>>
export type ExceptionKey = keyof typeof exceptions

/** What may be chosen for a right with an outcome, in the order in which it is best asked. */
export function exceptionsFor(right: RightKey, outcome: RightOutcome, kind?: OrganisationKind): readonly (Exception & { readonly key: ExceptionKey })[] {
  return (Object.entries(exceptions) as [ExceptionKey, Exception][])
    .filter(([, one]) => one.rights.includes(right) && (one.outcomes ?? ['refused', 'partial']).includes(outcome) && (!kind || !one.kinds || one.kinds.includes(kind)))
    .map(([key, one]) => ({ key, ...one }))
}

/** The eight considerations of art. 41 lid 2 UAVG: each is answered, or said not to apply (H-36). */
export const considerations = {
  purposes: { nl: 'De doelen van de verwerking.', en: 'The purposes of the processing.' },
  categories: { nl: 'De soorten persoonsgegevens.', en: 'The categories of personal data.' },
  scope: { nl: 'Hoe ver de beperking gaat.', en: 'How far the restriction goes.' },
  safeguards: { nl: 'De waarborgen tegen misbruik, onrechtmatige toegang of doorgifte.', en: 'The safeguards against abuse, unlawful access or transfer.' },
  controllers: { nl: 'Om welke verantwoordelijke of groep van verantwoordelijken het gaat.', en: 'Which controller or categories of controllers it is about.' },
  storage: { nl: 'Hoe lang de gegevens blijven en welke waarborgen daarbij horen.', en: 'How long the data stay and which safeguards go with that.' },
  risks: { nl: 'De risico’s voor de rechten en vrijheden van mensen.', en: 'The risks to people’s rights and freedoms.' },
  telling: { nl: 'Of de persoon over de beperking hoort, tenzij dat het doel ervan schaadt.', en: 'Whether the person is told of the restriction, unless that would harm its aim.' },
} as const satisfies Readonly<Record<string, Words>>
export type ConsiderationKey = keyof typeof considerations
export const considerationsCitation = 'art. 41 lid 2 UAVG'

/** Reasons that are often given and are no ground: what to name in their place (H-29). */
export const refutedGrounds = {
  administrative_burden: {
    words: { nl: 'Het is te veel werk', en: 'It is too much work' }, citation: 'art. 12 lid 5 en art. 15 lid 4 AVG; art. 41 lid 1 onder i UAVG', norms: ['H-29'], instead: ['excessive', 'rights_of_others', 'uavg_i'],
    why: {
      nl: 'Veel werk is op zichzelf geen grond om te weigeren. Vraag zo nodig wat iemand precies bedoelt (overweging 63 AVG), of verleng. Is het verzoek buitensporig, of raakt het de rechten van anderen? Kies dan die grond en schrijf de afweging op.',
      en: 'Much work is no ground for refusal of its own. If need be ask what somebody means exactly (recital 63 GDPR), or extend. Is the request excessive, or does it touch the rights of others? Then choose that ground and write the weighing.',
    },
  },
  no_motive: {
    words: { nl: 'Iemand zegt niet waarom', en: 'Somebody doesn’t say why' }, citation: 'art. 12 lid 5 en art. 15 lid 1 AVG', norms: [], instead: [],
    why: { nl: 'Wie inzage vraagt, hoeft niet te zeggen waarom. Alleen bij bezwaar telt de eigen situatie (art. 21 lid 1 AVG).', en: 'Whoever asks for access needn’t say why. Only for an objection does somebody’s own situation count (art. 21 lid 1 AVG).' },
  },
} as const satisfies Readonly<Record<string, { words: Words; citation: string; norms: readonly string[]; instead: readonly ExceptionKey[]; why: Words }>>
export type RefutedKey = keyof typeof refutedGrounds
