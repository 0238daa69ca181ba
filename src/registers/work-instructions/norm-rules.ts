// Norm rules of work instructions: whether there is one in force on each of the subjects that the policy names (N-54).
import { z } from 'zod'
import { say } from '../../ground/words.ts'
import type { NormRule } from '../../register-kit/norm-evidence.ts'
import { coveredSubjects } from './actions.ts'
import { missingSubjects, requiredSubjects } from './subjects.ts'

export const everySubjectInstructed: NormRule = {
  words: { nl: 'Over elk van de acht onderwerpen geldt een werkinstructie', en: 'A work instruction is in force on each of the eight subjects' },
  asks: z.strictObject({}),
  async measure(scope) {
    const covered = await coveredSubjects(scope)
    const missing = missingSubjects(covered)
    const count = Object.keys(requiredSubjects).length
    const names = (language: 'nl' | 'en') => missing.map((subject) => say(requiredSubjects[subject], language).toLowerCase()).join(', ')
    const lacks = (word: string, language: 'nl' | 'en') => missing.length === 0 ? '' : `; ${word}: ${names(language)}`
    return {
      status: covered.length === 0 ? 'not_measurable' : missing.length > 0 ? 'not_met' : 'met', path: '/werkinstructies/onderwerpen',
      words: { nl: `Over ${count - missing.length} van ${count} onderwerpen geldt een werkinstructie${lacks('er ontbreekt', 'nl')}`, en: `A work instruction is in force on ${count - missing.length} of ${count} subjects${lacks('missing', 'en')}` },
    }
  },
}
