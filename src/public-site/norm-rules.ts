// Norm rules of the public site: whether a privacy statement is out that says all that the law asks, and still says what the register says (H-08, H-10, H-11).
import { z } from 'zod'
import type { NormRule } from '../register-kit/norm-evidence.ts'
import { hasMoved, movedSince, sourcesOf } from './statement-draft.ts'
import { gatherLightly } from './statement-source.ts'
import { currentStatement } from './statements.ts'

export const statementPublished: NormRule = {
  words: { nl: 'Er staat een privacyverklaring op de openbare site die alles zegt wat de wet vraagt en klopt met het register', en: 'A privacy statement is on the public site that says all that the law asks and agrees with the register' },
  asks: z.strictObject({}),
  async measure(scope) {
    const path = '/openbare-site'
    const out = await currentStatement(scope)
    if (!out) return { status: 'not_met', path, words: { nl: 'Er is geen privacyverklaring gepubliceerd', en: 'No privacy statement has been published' } }
    const { lacks, incomplete, entries } = out.sources
    const count = Object.keys(entries).length
    const moved = movedSince(out.sources, sourcesOf(await gatherLightly(scope)))
    const nl = `Versie ${out.version} is gepubliceerd`
    const en = `Version ${out.version} has been published`
    if (lacks.includes('dpo') || lacks.includes('controller')) return { status: 'not_met', path, words: { nl: `${nl}, maar hoe mensen u of de FG bereiken ontbreekt`, en: `${en}, but how people reach you or the DPO is missing` } }
    if (hasMoved(moved)) return { status: 'attention', path, words: { nl: `${nl}; het register of de teksten zijn daarna veranderd`, en: `${en}; the register or the texts have changed since` } }
    if (incomplete > 0) return { status: 'attention', path, words: { nl: `${nl}; bij ${incomplete} van ${count} verwerkingen ontbreekt nog iets`, en: `${en}; with ${incomplete} of ${count} processing activities something is still missing` } }
    return { status: 'met', path, words: { nl: `${nl} en klopt met het register`, en: `${en} and agrees with the register` } }
  },
}
