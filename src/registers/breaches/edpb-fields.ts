// EDPB fields: the hundred fields of the EDPB's common template for notifications (version 1.0 of 8 June 2026, for consultation), as data, and what a filled-in template must hold.
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const field = z.object({
  veld: z.number(), sectie: z.string(), sectieNaam: z.string(), en: z.string(), nl: z.string(), type: z.string(), meervoudig: z.boolean(), verplicht: z.enum(['altijd', 'voorwaardelijk', 'optioneel']),
  opties: z.array(z.object({ code: z.string(), en: z.string(), nl: z.string() })).nullable(),
})
const file = z.object({ _bron: z.object({ titel: z.string(), document: z.string(), status: z.string(), naamsvermelding: z.string(), licentie: z.string() }), aantalVelden: z.number(), velden: z.array(field) })

export type EdpbField = z.infer<typeof field>

const template = file.parse(JSON.parse(readFileSync(new URL('data/edpb-template.json', import.meta.url), 'utf8')))
export const edpbFields: readonly EdpbField[] = template.velden
export const edpbSource = template._bron

const byNumber = new Map(edpbFields.map((one) => [one.veld, one]))

export type EdpbValue = string | number | boolean | readonly string[] | readonly number[]
/** By number of the field: `{ field_3: 'a' }`. */
export type EdpbAnswers = Readonly<Record<string, EdpbValue>>

/** A JSON Schema (draft 2020-12) of the answers: types, codes, and what is always required; what depends on other answers is `edpbMissing`. */
export function edpbSchema(): Readonly<Record<string, unknown>> {
  return {
    type: 'object', additionalProperties: false,
    required: edpbFields.filter(({ verplicht }) => verplicht === 'altijd').map(({ veld }) => `field_${veld}`),
    properties: Object.fromEntries(edpbFields.map((one) => [`field_${one.veld}`, { title: one.en, ...(one.meervoudig ? { type: 'array', minItems: 1, uniqueItems: one.opties !== null, items: typeOf(one) } : typeOf(one)) }])),
  }
}

function typeOf({ type, opties }: EdpbField): Readonly<Record<string, unknown>> {
  if (opties) return { type: 'string', enum: opties.map(({ code }) => code) }
  if (type === 'ja-nee') return { type: 'boolean' }
  if (type === 'getal') return { type: 'integer', minimum: 0 }
  if (type === 'date' || type === 'date-time') return { type: 'string', format: type }
  return type.startsWith('lijst landen') ? { type: 'string', pattern: '^[A-Z]{2}$' } : { type: 'string', minLength: 1 }
}

/** Fields that are required for these answers and lack, in the order of the template. */
export function edpbMissing(answers: EdpbAnswers): readonly EdpbField[] {
  return edpbFields.filter(({ veld, verplicht }) => answers[`field_${veld}`] === undefined && (verplicht === 'altijd' || whenRequired[veld]?.(answers) === true))
}

/** A field by its number. @throws RangeError for a row of the template that takes no answer */
export function edpbField(number: number): EdpbField {
  const found = byNumber.get(number)
  if (!found) throw new RangeError(`The template has no field ${number}`)
  return found
}

const is = (number: number, ...codes: readonly string[]) => (answers: EdpbAnswers) => [answers[`field_${number}`]].flat().some((code) => codes.includes(String(code)))
const not = (number: number, ...codes: readonly string[]) => (answers: EdpbAnswers) => answers[`field_${number}`] !== undefined && !is(number, ...codes)(answers)

/** What the template asks for only with certain answers, as its own remarks say. */
const whenRequired: Readonly<Record<number, (answers: EdpbAnswers) => boolean>> = {
  5: is(4, 'c'), 6: is(3, 'b'), 24: is(23, 'c'), 29: not(23, 'a'), 30: (answers) => answers.field_29 === true, 31: (answers) => answers.field_29 === true, 39: is(38, 'a'), 40: is(38, 'a'),
  46: is(44, 'a', 'b', 'c'), 47: is(44, 'a', 'b'), 56: is(55, 'a'), 57: is(55, 'a'), 58: is(55, 'b'), 59: is(55, 'c'), 68: is(67, 'a', 'b'), 73: is(72, 'a', 'b'), 79: is(55, 'a'), 81: is(55, 'b'), 83: is(55, 'c'),
  98: is(97, 'a'), 100: is(97, 'e'), 102: is(97, 'a'), 104: is(97, 'a'), 106: is(97, 'a'), 116: is(113, 'a'),
}
