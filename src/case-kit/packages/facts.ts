// Facts: what an answer must say of each processing activity beside the data themselves (art. 15 lid 1 en 2 AVG; H-28, N-20), and what the register doesn't tell yet.
import { say, t, type Words } from '../../ground/words.ts'
import type { AnyInput, Lookups } from '../../register-kit/entry.ts'
import type { Fields } from '../../register-kit/field-types.ts'
import { sayValue } from '../../register-kit/say-value.ts'

export type Fact = { readonly key: string; readonly words: Words; readonly citation: string; readonly values: readonly string[] }
export type ActivityFacts = { readonly name: string; readonly facts: readonly Fact[]; /** Keys of what must be said and isn't known. */ readonly missing: readonly string[] }

type Wanted = { readonly words: Words; readonly citation: string; readonly fields: readonly string[]; /** When it must be there; else it is said where it is known. */ isNeeded(input: AnyInput): boolean }

const always = () => true
const filled = (value: unknown) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
/** Data that the person gave have no other source to be named. */
const isFromElsewhere = ({ sources }: AnyInput) => !Array.isArray(sources) || sources.length === 0 || sources.some((one) => one !== 'data-subject')

export const wantedFacts: Readonly<Record<string, Wanted>> = {
  purposes: { words: { nl: 'Waarvoor wij de gegevens gebruiken', en: 'What we use the data for' }, citation: 'art. 15 lid 1 onder a AVG', fields: ['purposes'], isNeeded: always },
  categories: { words: { nl: 'Welke soorten gegevens', en: 'Which categories of data' }, citation: 'art. 15 lid 1 onder b AVG', fields: ['data_categories', 'data_note'], isNeeded: always },
  recipients: { words: { nl: 'Wie de gegevens krijgt', en: 'Who receives the data' }, citation: 'art. 15 lid 1 onder c AVG', fields: ['recipients', 'processors'], isNeeded: () => false },
  transfers: { words: { nl: 'Buiten de Europese Economische Ruimte', en: 'Outside the European Economic Area' }, citation: 'art. 15 lid 2 AVG', fields: ['transfers'], isNeeded: () => false },
  retention: { words: { nl: 'Hoe lang wij de gegevens bewaren', en: 'How long we keep the data' }, citation: 'art. 15 lid 1 onder d AVG', fields: ['retention_rules'], isNeeded: always },
  source: { words: { nl: 'Waar de gegevens vandaan komen', en: 'Where the data come from' }, citation: 'art. 15 lid 1 onder g AVG', fields: ['sources', 'sources_note'], isNeeded: isFromElsewhere },
  automated: { words: { nl: 'Besluiten door een computer', en: 'Decisions by a computer' }, citation: 'art. 15 lid 1 onder h AVG', fields: ['automated_decisions'], isNeeded: always },
  logic: { words: { nl: 'Hoe de computer beslist, en wat dat voor u betekent', en: 'How the computer decides, and what that means for you' }, citation: 'art. 15 lid 1 onder h AVG', fields: ['automated_logic', 'profiling_note'], isNeeded: ({ automated_decisions: decisions }) => decisions === true },
}

/** `rights` stands apart: it is the same for every activity (`rightsFacts`). Cells that tell of the organisation's own keeping (agreements, notes) are left out. */
export function factsOf(fields: Fields, input: AnyInput, lookups: Lookups): ActivityFacts {
  const facts: Fact[] = []
  const missing: string[] = []
  for (const [key, { words, citation, fields: from, isNeeded }] of Object.entries(wantedFacts)) {
    const values = from.flatMap((name) => fields[name] && filled(input[name]) ? sayValue(shownCells(fields[name]), input[name], lookups) : [])
    if (values.length > 0) facts.push({ key, words, citation, values })
    else if (isNeeded(input)) missing.push(key)
    else if (key === 'recipients') facts.push({ key, words, citation, values: [t('Niemand buiten onze organisatie.', 'Nobody outside our organisation.')] })
  }
  return { name: String(input.name ?? ''), facts, missing }
}

const inward = new Set(['kind', 'compatibility', 'agreement', 'agreement_on', 'selection', 'explanation'])

function shownCells(field: Fields[string]): Fields[string] {
  return field.type === 'rows' ? { ...field, columns: Object.fromEntries(Object.entries(field.columns).filter(([key]) => !inward.has(key))) } : field
}

/** What somebody may ask after reading (art. 15 lid 1 onder e en f AVG). */
export function rightsFacts(): string[] {
  return [
    t('U mag ons vragen om gegevens te verbeteren of te wissen, of om ze voorlopig niet te gebruiken.', 'You may ask us to correct or erase data, or not to use them for the time being.'),
    t('U mag bezwaar maken tegen het gebruik van uw gegevens.', 'You may object to the use of your data.'),
    t('U mag een klacht indienen bij de Autoriteit Persoonsgegevens.', 'You may lodge a complaint with the Autoriteit Persoonsgegevens.'),
  ]
}

/** What is missing, in the words of the answer. */
export function sayMissing(key: string): string {
  const wanted = Object.hasOwn(wantedFacts, key) ? wantedFacts[key] : undefined
  return wanted ? say(wanted.words) : key
}
