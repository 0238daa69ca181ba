// Catalogue: the shape of a shipped list of terms (data categories, legal bases, countries ...), as the data files must have it.
import { z } from 'zod'

const words = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** What a mark says about a term; rules ask for these by name. */
export const marks = [
  // data-category and special-exception
  'special', 'criminal', 'bsn', 'sensitive',
  // subject-category
  'vulnerable', 'minor',
  // recipient
  'internal', 'processor', 'authority', 'partner', 'public',
  // legal-basis
  'needs-law', 'needs-note', 'not-for-public-task',
  // sector-law
  'outside-gdpr', 'bsn-basis',
  // measure
  'technical', 'organisational', 'physical',
  // country
  'eea', 'adequate', 'adequacy-partial',
  // transfer-instrument
  'needs-authorisation', 'derogation',
  // anything that was written down from own knowledge and must be checked before it is relied on
  'certainty-memory',
] as const
export type Mark = (typeof marks)[number]

const term = z.strictObject({
  key: z.string().regex(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*|[A-Z]{2}|\d+(?:\.\d+)+)$/),
  label: words,
  /** One Dutch sentence for the person who chooses. */
  note: z.string().min(1).optional(),
  /** The same in English, where people read the list rather than choose from it. */
  noteEn: z.string().min(1).optional(),
  /** Key of the wider term in the same catalogue. */
  parent: z.string().optional(),
  marks: z.array(z.enum(marks)).default([]),
  citation: z.string().min(1).optional(),
  law: z.string().min(1).optional(),
  /** ISO 8601 duration. */
  term: z.string().regex(/^P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?$/).optional(),
  disposal: z.enum(['destroy', 'keep_permanently']).optional(),
  validFrom: day.optional(),
  validUntil: day.optional(),
  /** Term of a published vocabulary (DPV). */
  iri: z.url().optional(),
  /** How registers and spreadsheets write it; import matches on these. */
  synonyms: z.array(z.string().min(1)).default([]),
})

export const catalogueSchema = z.strictObject({
  catalogue: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  title: words,
  version: z.string().regex(/^\d{4}-\d{2}(?:\.\d+)?$/),
  source: z.string().min(1),
  licence: z.string().min(1),
  /** `seen` in a source, `derived` from one, or from `memory`: never a hard validation. */
  certainty: z.enum(['seen', 'derived', 'memory']),
  terms: z.array(term).min(1),
})

export type Catalogue = z.infer<typeof catalogueSchema>
export type Term = Catalogue['terms'][number]
