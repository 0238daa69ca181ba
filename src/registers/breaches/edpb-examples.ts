// EDPB examples: the cases of the EDPB's guidelines 01/2021 and 9/2022 with what was to be done, and which of them look like this breach, with why. Help to weigh; no decision.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Words } from '../../ground/words.ts'
import type { BreachInput } from './step-kit.ts'

const words = z.object({ nl: z.string(), en: z.string() })
const example = z.object({
  key: z.string(), guideline: z.string(), number: z.string(), title: words,
  /** Whether the authority, and the people, are told; recording is always due (art. 33 lid 5 AVG). */
  report: z.boolean(), inform: z.boolean(), note: words.nullable(),
  kinds: z.array(z.enum(['confidentiality', 'integrity', 'availability'])), cause: z.enum(['misdirected', 'lost_device', 'hacking', 'wrong_customer', 'spoken', 'insider', 'other']), data: z.enum(['simple', 'behavioural', 'financial', 'sensitive']),
  confidentiality: z.enum(['none', 'known', 'unknown']), availability: z.enum(['none', 'temporary', 'lost']), protection: z.enum(['yes', 'no']), malicious: z.boolean(),
})
export type EdpbExample = z.infer<typeof example>

const file = z.object({ _bron: z.object({ titel: z.string(), zekerheid: z.string() }), examples: z.array(example) }).parse(JSON.parse(readFileSync(new URL('data/edpb-examples.json', import.meta.url), 'utf8')))
export const edpbExamples: readonly EdpbExample[] = file.examples

/** How sure these are, for whoever reads them. */
export const examplesCertainty: Words = { nl: 'Titels en uitkomsten zijn uit eigen kennis: kijk in de richtsnoeren van de EDPB zelf voor u erop leunt.', en: 'Titles and outcomes are from our own knowledge: look in the EDPB’s guidelines themselves before you lean on them.' }

/** What is compared: the same names as the fields of a breach. */
export type ComparedFacts = Pick<BreachInput, 'kinds' | 'cause' | 'protection' | 'enisa_data' | 'enisa_confidentiality' | 'enisa_availability' | 'enisa_malicious'>

export type Similar = { readonly example: EdpbExample; readonly same: readonly Words[]; readonly different: readonly Words[] }

/** The examples that look most like this breach, the likest first, each with what is the same and what isn't; none while nothing is known that compares. */
export function similarExamples(facts: ComparedFacts, most = 5): readonly Similar[] {
  const compared = edpbExamples.map((one) => compare(one, facts))
  return compared.filter(({ score, same }) => score > 0 && same.length >= 2).toSorted((one, other) => other.score - one.score || one.order - other.order).slice(0, most).map(({ example: one, same, different }) => ({ example: one, same, different }))
}

type Trait = { readonly known: boolean; readonly isSame: boolean; readonly weight: number; readonly words: Words }

function compare(one: EdpbExample, facts: ComparedFacts) {
  const known = traitsOf(one, facts).filter((trait) => trait.known)
  const score = known.reduce((sum, { isSame, weight }) => sum + (isSame ? weight : -weight / 2), 0)
  return { example: one, order: edpbExamples.indexOf(one), score, same: known.filter(({ isSame }) => isSame).map((trait) => trait.words), different: known.filter(({ isSame }) => !isSame).map((trait) => trait.words) }
}

/** What is compared, with how much it weighs and the example’s side of it in words. */
function traitsOf(one: EdpbExample, facts: ComparedFacts): Trait[] {
  const causes = facts.cause === 'lost_mail' || facts.cause === 'disposal' ? 'lost_device' : facts.cause === 'published' ? 'wrong_customer' : facts.cause
  return [
    { known: causes !== null, isSame: causes === one.cause, weight: 3, words: causeWords[one.cause] },
    { known: facts.kinds.length > 0, isSame: facts.kinds.length === one.kinds.length && one.kinds.every((kind) => facts.kinds.includes(kind)), weight: 2, words: kindWords(one.kinds) },
    { known: facts.protection !== null && facts.protection !== 'unknown', isSame: (facts.protection === 'yes') === (one.protection === 'yes'), weight: 3, words: one.protection === 'yes' ? { nl: 'de gegevens waren onleesbaar', en: 'the data were unintelligible' } : { nl: 'de gegevens waren leesbaar', en: 'the data were readable' } },
    { known: facts.enisa_data !== null, isSame: facts.enisa_data === one.data, weight: 2, words: dataWords[one.data] },
    { known: facts.enisa_confidentiality !== null, isSame: facts.enisa_confidentiality === one.confidentiality, weight: 2, words: spreadWords[one.confidentiality] },
    { known: facts.enisa_availability !== null && one.kinds.includes('availability'), isSame: facts.enisa_availability === one.availability, weight: 1, words: lossWords[one.availability] },
    { known: facts.enisa_malicious !== null, isSame: facts.enisa_malicious === one.malicious, weight: 1, words: one.malicious ? { nl: 'met opzet', en: 'with malice' } : { nl: 'per ongeluk', en: 'by accident' } },
  ]
}

const causeWords: Readonly<Record<EdpbExample['cause'], Words>> = {
  misdirected: { nl: 'naar een verkeerde ontvanger', en: 'to a wrong recipient' }, lost_device: { nl: 'kwijt of gestolen', en: 'lost or stolen' }, hacking: { nl: 'een aanval op een systeem', en: 'an attack on a system' }, wrong_customer: { nl: 'zichtbaar voor wie het niet mocht zien', en: 'visible to whoever wasn’t to see it' },
  spoken: { nl: 'mondeling of per telefoon', en: 'spoken or by telephone' }, insider: { nl: 'door een eigen medewerker', en: 'by an own employee' }, other: { nl: 'een storing', en: 'a failure' },
}
const dataWords: Readonly<Record<EdpbExample['data'], Words>> = { simple: { nl: 'eenvoudige gegevens', en: 'simple data' }, behavioural: { nl: 'gegevens over gedrag', en: 'data on behaviour' }, financial: { nl: 'financiële gegevens', en: 'financial data' }, sensitive: { nl: 'gevoelige gegevens', en: 'sensitive data' } }
const spreadWords: Readonly<Record<EdpbExample['confidentiality'], Words>> = { none: { nl: 'niemand zag de gegevens, voor zover bekend', en: 'nobody saw the data, as far as known' }, known: { nl: 'bij een bekende ontvanger', en: 'with a known recipient' }, unknown: { nl: 'bij onbekenden', en: 'with unknown people' } }
const lossWords: Readonly<Record<EdpbExample['availability'], Words>> = { none: { nl: 'snel terug te halen', en: 'quickly restored' }, temporary: { nl: 'een tijd niet te gebruiken', en: 'out of use for a time' }, lost: { nl: 'helemaal weg', en: 'lost for good' } }

function kindWords(kinds: EdpbExample['kinds']): Words {
  const named = { confidentiality: { nl: 'vertrouwelijkheid', en: 'confidentiality' }, integrity: { nl: 'juistheid', en: 'integrity' }, availability: { nl: 'beschikbaarheid', en: 'availability' } }
  return { nl: kinds.map((kind) => named[kind].nl).join(' en '), en: kinds.map((kind) => named[kind].en).join(' and ') }
}
