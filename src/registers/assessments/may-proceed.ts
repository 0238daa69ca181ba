// May proceed: what the law wants before an assessment goes on: begun, put to the adviser, adopted, concluded. Pure; each answer cites its article.
import type { Words } from '../../ground/words.ts'
import type { Outcome } from '../../questionnaires/prescan-outcome.ts'
import { isAbove, levelOf, type RiskLevel, riskLevels, type RiskScale } from '../risk-frameworks/register.ts'
import type { AssessmentInput } from './declaration.ts'
import type { Faults } from './step-kit.ts'

type Fault = { readonly at: string; readonly message: Words }
const fault = (at: keyof AssessmentInput, nl: string, en: string): Fault => ({ at, message: { nl, en } })

/** Before it begins: it is known what is assessed and who answers for it (art. 35 lid 1 AVG). */
export function beginFaults({ kind, owner, processings, why }: AssessmentInput): Faults {
  return [
    ...(kind === null ? [fault('kind', 'Kies wat voor toets het is.', 'Choose which kind of assessment it is.')] : []),
    ...(owner === null ? [fault('owner', 'Kies een eigenaar: die antwoordt op het advies.', 'Choose an owner, who answers the advice.')] : []),
    ...(why === null ? [fault('why', 'Kies waarom deze toets nu gedaan wordt.', 'Choose why this assessment is done now.')] : []),
    ...(kind !== 'purchase' && !processings.some(({ processing }) => processing !== null) ? [fault('processings', 'Kies ten minste één verwerking.', 'Choose at least one processing activity.')] : []),
  ]
}

/** Before the adviser is asked: there is something to advise on (art. 35 lid 7 AVG). */
export function adviceFaults(input: AssessmentInput): Faults {
  if (input.kind === 'purchase') return input.requirements.some(({ requirement }) => requirement !== null) ? [] : [fault('requirements', 'Leg ten minste één eis vast: daar gaat het vooronderzoek om (art. 25 lid 1 AVG).', 'Record at least one requirement: that is what the investigation is for (art. 25(1) GDPR).')]
  return input.kind === 'pre_dpia' ? [] : [...riskFaults(input), ...viewFaults(input)]
}

/** Risks that are judged before and after measures (art. 35 lid 7 onder c en d AVG). */
function riskFaults({ risks }: AssessmentInput): Faults {
  if (risks.length === 0) return [fault('risks', 'Leg ten minste één risico vast (art. 35 lid 7 onder c AVG).', 'Record at least one risk (art. 35(7)(c) GDPR).')]
  const unjudged = risks.flatMap(({ risk, likelihood, impact, left_likelihood, left_impact }, index) => risk !== null && likelihood && impact && left_likelihood && left_impact ? [] : [index + 1])
  return unjudged.length === 0 ? [] : [fault('risks', `Geef bij elk risico kans en gevolg, vóór en na maatregelen. Dat mist bij: ${unjudged.join(', ')}.`, `Give likelihood and impact of each risk, before and after measures. It is missing at: ${unjudged.join(', ')}.`)]
}

/** The views of data subjects, or why they weren't asked (art. 35 lid 9 AVG). */
export function viewFaults({ subjects_asked, subjects_how, subjects_result, subjects_why_not }: AssessmentInput): Faults {
  if (subjects_asked === null) return [fault('subjects_asked', 'Leg vast of u betrokkenen om hun mening vroeg (art. 35 lid 9 AVG).', 'Record whether you asked data subjects for their views (art. 35(9) GDPR).')]
  if (subjects_asked === 'not_asked') return subjects_why_not === null ? [fault('subjects_why_not', 'Schrijf op waarom u betrokkenen niet vroeg.', 'Write down why you didn’t ask data subjects.')] : []
  return [
    ...(subjects_how === null ? [fault('subjects_how', 'Schrijf op hoe u het vroeg.', 'Write down how you asked.')] : []),
    ...(subjects_result === null ? [fault('subjects_result', 'Schrijf op wat zij zeiden en wat u ermee deed.', 'Write down what they said and what you did with it.')] : []),
  ]
}

/** What the law itself requires can't be decided away; two criteria of the supervisors can, with reasons (art. 35 lid 3 en 4 AVG; WP248). */
export function outcomeFaults(suggested: Pick<Outcome, 'level' | 'reasons'> | undefined, outcome: AssessmentInput['outcome']): Faults {
  const hard = suggested?.reasons.filter(({ citation }) => /^art\. 35 lid [34] /.test(citation)) ?? []
  if (hard.length === 0 || outcome === 'dpia_required') return []
  const [first] = hard
  return [{ at: 'outcome', message: { nl: `Een DPIA is verplicht: ${first!.words.nl} (${first!.citation})`, en: `A DPIA is required: ${first!.words.en} (${first!.citation})` } }]
}

/** An answer that leaves the advice says why (art. 35 lid 2 en art. 5 lid 2 AVG). */
export function answerFaults({ answer, answer_reasons }: Pick<AssessmentInput, 'answer' | 'answer_reasons'>): Faults {
  return answer !== 'followed' && answer_reasons === null ? [fault('answer_reasons', 'U volgt het advies niet helemaal: schrijf op waarom.', 'You don’t follow the advice wholly: write down why.')] : []
}

/** Before the controller adopts it: views, the works council's consent where employees are watched, advice asked and answered. */
export function adoptFaults(input: AssessmentInput): Faults {
  const { staff_watched, council_decision, advice_on, answered_on } = input
  return [
    ...riskFaults(input), ...viewFaults(input),
    ...(staff_watched === null ? [fault('staff_watched', 'Leg vast of medewerkers worden gevolgd of gecontroleerd.', 'Record whether employees are watched or checked.')] : []),
    ...(staff_watched === true && council_decision !== 'consented' && council_decision !== 'court' ? [fault('council_decision', 'De ondernemingsraad moet eerst instemmen (art. 27 lid 1 onder k en l WOR).', 'The works council must consent first (art. 27(1)(k) and (l) Works Councils Act).')] : []),
    ...(advice_on === null ? [fault('advice', 'Er is nog geen advies van de FG (art. 35 lid 2 AVG).', 'There is no advice of the DPO yet (art. 35(2) GDPR).')] : []),
    ...(answered_on === null ? [fault('answer', 'Het advies is nog niet beantwoord.', 'The advice hasn’t been answered yet.')] : []),
  ]
}

/** The gravest level of the risks, before or after measures; null where none is judged. */
export function gravest(risks: AssessmentInput['risks'], scale: RiskScale, when: 'before' | 'after'): RiskLevel | null {
  const found = risks.map((risk) => when === 'before' ? levelOf(scale, risk.likelihood, risk.impact) : levelOf(scale, risk.left_likelihood, risk.left_impact)).filter((level) => level !== null)
  return found.toSorted((one, other) => riskLevels.indexOf(other) - riskLevels.indexOf(one))[0] ?? null
}

/** A high risk that measures don't take away must be put to the authority before the processing begins (art. 36 lid 1 AVG). What an organisation accepts doesn't change that. */
export function mustConsult({ kind, risks }: Pick<AssessmentInput, 'kind' | 'risks'>, scale: RiskScale): boolean {
  const level = gravest(risks, scale, 'after')
  return kind === 'dpia' && level !== null && isAbove(level, 'medium')
}

/** Risks that lie above what the organisation accepts, by their place in the list. */
export function aboveAppetite(risks: AssessmentInput['risks'], scale: RiskScale): number[] {
  return risks.flatMap(({ left_likelihood, left_impact }, index) => {
    const level = levelOf(scale, left_likelihood, left_impact)
    return level !== null && isAbove(level, scale.accepted) ? [index + 1] : []
  })
}
