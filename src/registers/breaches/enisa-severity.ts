// ENISA severity: how grave a breach is for the people concerned, by ENISA’s method of 2013 (SE = DPC × EI + CB), with each figure explained. It helps to weigh, and decides nothing.
import { say, type Words } from '../../ground/words.ts'
import { dataScores, easeScores, lossScores, loweringFactors, maliceScore, raisingFactors, severityBands } from './enisa-figures.ts'

export const severityMethod = 'ENISA, Recommendations for a methodology of the assessment of severity of personal data breaches, v1.0 (december 2013)'

export type SeverityAnswers = {
  /** Wat voor gegevens: the highest kind that is among them. */
  readonly data: keyof typeof dataScores | null
  readonly raised: readonly string[]
  readonly lowered: readonly string[]
  readonly ease: keyof typeof easeScores | null
  readonly confidentiality: keyof typeof lossScores.confidentiality | null
  readonly integrity: keyof typeof lossScores.integrity | null
  readonly availability: keyof typeof lossScores.availability | null
  readonly malicious: boolean | null
  /** Most people that may be concerned; null while nobody knows. */
  readonly people?: number | null
  /** Whether nobody can read the data. */
  readonly isUnintelligible?: boolean | null
}

export type SeverityQuestion = 'data' | 'ease' | 'confidentiality' | 'integrity' | 'availability' | 'malicious'
export type SeverityLevel = 'low' | 'medium' | 'high' | 'very_high'

export type SeverityStep = {
  readonly key: 'data' | 'raised' | 'lowered' | 'context' | 'ease' | 'confidentiality' | 'integrity' | 'availability' | 'malicious' | 'circumstances' | 'total'
  /** What this step looks at. */
  readonly heading: Words
  /** What was chosen and what it does. */
  readonly words: Words
  /** `3`, `+1`, `0,75`. */
  readonly figure: Words
}

export type Severity = {
  readonly steps: readonly SeverityStep[]
  /** Questions without an answer; then there is no score. */
  readonly missing: readonly SeverityQuestion[]
  readonly dpc: number | null
  readonly ei: number | null
  readonly cb: number | null
  readonly score: number | null
  readonly level: SeverityLevel | null
  readonly words: Words | null
  /** What it means for people, in the method's own sense. */
  readonly meaning: Words | null
  /** `SE = 3 × 0,75 + 0,5 = 2,75`. */
  readonly formula: Words | null
  /** What the method asks to see besides the score. */
  readonly flags: readonly Words[]
}

const questions = ['data', 'ease', 'confidentiality', 'integrity', 'availability', 'malicious'] as const

/** The severity by the answers so far: each step with its words and figure; a score once every question is answered. */
export function severityOf(answers: SeverityAnswers): Severity {
  const missing = questions.filter((question) => answers[question] === null)
  const { steps, dpc } = contextOf(answers)
  const ei = answers.ease === null ? null : easeScores[answers.ease].score
  const losses = circumstancesOf(answers)
  const cb = losses.missing ? null : losses.points
  const score = dpc === null || ei === null || cb === null ? null : dpc * ei + cb
  const band = score === null ? undefined : severityBands.find(({ below }) => below === null || score < below)
  const all = [...steps, ...easeStep(answers), ...losses.steps]
  return {
    steps: band && score !== null ? [...all, { key: 'total', heading: { nl: 'Ernst (SE)', en: 'Severity (SE)' }, words: band.words, figure: figure(score) }] : all,
    missing, dpc, ei, cb, score, level: band?.key ?? null, words: band?.words ?? null, meaning: band?.meaning ?? null,
    formula: score === null ? null : each((language) => `SE = ${sayFigure(dpc!, language)} × ${sayFigure(ei!, language)} + ${sayFigure(cb!, language)} = ${sayFigure(score, language)}`),
    flags: flagsOf(answers),
  }
}

/** `hoog (3,5)`, for a list or a letter; '' without a score. */
export function saySeverity({ words, score }: Severity): string {
  return words && score !== null ? `${say(words)} (${say(figure(score))})` : ''
}

/** DPC: the kind of data, moved by whole steps within 1 to 4, each with its reason. */
function contextOf({ data, raised, lowered }: SeverityAnswers): { steps: SeverityStep[]; dpc: number | null } {
  if (data === null) return { steps: [], dpc: null }
  const base = dataScores[data]
  const up = raisingFactors.filter(({ key }) => raised.includes(key))
  const down = loweringFactors.filter(({ key }) => lowered.includes(key))
  const dpc = Math.min(4, Math.max(1, base.score + up.length - down.length))
  const isCut = dpc !== base.score + up.length - down.length
  return {
    dpc,
    steps: [
      { key: 'data', heading: { nl: 'Soort gegevens', en: 'Kind of data' }, words: base.words, figure: figure(base.score) },
      ...up.map(({ words }): SeverityStep => ({ key: 'raised', heading: { nl: 'Maakt het erger', en: 'Makes it worse' }, words, figure: { nl: '+1', en: '+1' } })),
      ...down.map(({ words }): SeverityStep => ({ key: 'lowered', heading: { nl: 'Maakt het minder erg', en: 'Makes it less grave' }, words, figure: { nl: '−1', en: '−1' } })),
      {
        key: 'context', heading: { nl: 'Context van de gegevens (DPC)', en: 'Data processing context (DPC)' }, figure: figure(dpc),
        words: isCut ? { nl: 'Het blijft tussen 1 en 4.', en: 'It stays between 1 and 4.' } : { nl: 'De soort gegevens met wat het erger of minder erg maakt.', en: 'The kind of data with what makes it worse or less grave.' },
      },
    ],
  }
}

function easeStep({ ease }: SeverityAnswers): SeverityStep[] {
  return ease === null ? [] : [{ key: 'ease', heading: { nl: 'Herkenbaarheid (EI)', en: 'Ease of identification (EI)' }, words: easeScores[ease].words, figure: figure(easeScores[ease].score) }]
}

const lossHeadings = {
  confidentiality: { nl: 'Vertrouwelijkheid', en: 'Confidentiality' }, integrity: { nl: 'Juistheid', en: 'Integrity' }, availability: { nl: 'Beschikbaarheid', en: 'Availability' },
} as const

/** CB: the points of each loss and of malice are added. */
function circumstancesOf(answers: SeverityAnswers): { steps: SeverityStep[]; points: number; missing: boolean } {
  const losses = (['confidentiality', 'integrity', 'availability'] as const).flatMap((kind) => {
    const chosen = chosenLoss(answers, kind)
    return chosen ? [{ key: kind, heading: lossHeadings[kind], ...chosen }] : []
  })
  const malice = answers.malicious === null ? [] : [{ key: 'malicious' as const, heading: { nl: 'Opzet', en: 'Malice' }, ...maliceScore[answers.malicious ? 'yes' : 'no'] }]
  const parts = [...losses, ...malice]
  const points = parts.reduce((sum, { score }) => sum + score, 0)
  const isMissing = parts.length < 4
  const steps: SeverityStep[] = parts.map(({ key, heading, words, score }) => ({ key, heading, words, figure: score === 0 ? figure(0) : each((language) => `+${sayFigure(score, language)}`) }))
  const total: SeverityStep = { key: 'circumstances', heading: { nl: 'Omstandigheden van het lek (CB)', en: 'Circumstances of the breach (CB)' }, words: { nl: 'De punten bij elkaar.', en: 'The points together.' }, figure: figure(points) }
  return { steps: isMissing ? steps : [...steps, total], points, missing: isMissing }
}

function chosenLoss(answers: SeverityAnswers, kind: 'confidentiality' | 'integrity' | 'availability'): { words: Words; score: number } | undefined {
  const scores: Readonly<Record<string, { words: Words; score: number }>> = lossScores[kind]
  const chosen = answers[kind]
  return chosen === null ? undefined : scores[chosen]
}

function flagsOf({ people, isUnintelligible }: SeverityAnswers): Words[] {
  return [
    ...(people !== null && people !== undefined && people > 100 ? [{ nl: 'Het gaat om meer dan 100 mensen: weeg mee dat de gegevens samen meer waard zijn voor misbruik.', en: 'It is about more than 100 people: weigh that the data together are worth more to whoever abuses them.' }] : []),
    ...(isUnintelligible === true ? [{ nl: 'De gegevens zijn voor anderen onleesbaar: dat maakt de gevolgen kleiner, zolang de sleutel veilig is.', en: 'The data are unintelligible to others: that makes the consequences smaller, as long as the key is safe.' }] : []),
  ]
}

const figure = (number: number): Words => each((language) => sayFigure(number, language))
const each = (write: (language: 'nl' | 'en') => string): Words => ({ nl: write('nl'), en: write('en') })

function sayFigure(number: number, language: 'nl' | 'en'): string {
  return language === 'nl' ? String(number).replace('.', ',') : String(number)
}
