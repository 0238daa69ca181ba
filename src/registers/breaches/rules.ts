// Rules on breaches, all of them: facts, decisions and lessons (art. 33 en 34 AVG; H-37, H-53, M-15, N-24, N-41, N-49, N-50, P-14, P-15, P-16, W-11).
import { decisionRules } from './rules-decisions.ts'
import { factRules } from './rules-facts.ts'
import { lessonRules } from './rules-lessons.ts'

export const breachRules = { ...decisionRules, ...factRules, ...lessonRules }
