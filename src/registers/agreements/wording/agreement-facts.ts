// Agreement facts: what the text of an agreement is filled with from the registers: both parties, the processing activities, the sub-processors and the proofs. Said in Dutch, the language of the agreement.
import { dayOf, sayDay } from '../../../ground/clock.ts'
import type { Scope } from '../../../ground/scope.ts'
import { inLanguage } from '../../../ground/words.ts'
import { sayDuration } from '../../../page-kit/duration.ts'
import type { AnyInput } from '../../../register-kit/entry.ts'
import type { Fields } from '../../../register-kit/field-types.ts'
import { loadLookupsFor } from '../../../register-kit/lookups.ts'
import type { Register } from '../../../register-kit/register.ts'
import { sayCell, sayValue } from '../../../register-kit/say-value.ts'
import { loadEntries } from '../../../register-kit/store.ts'
import { processingActivities } from '../../processing-activities/register.ts'
import { processors } from '../../processors/register.ts'
import { fields as agreementFields } from '../declaration.ts'
import type { AgreementInput } from '../rules-shape.ts'

export type ProcessingFacts = { readonly name: string; readonly purposes: string; readonly subjects: string; readonly data: string; readonly transfers: string }
export type SubProcessorFacts = { readonly name: string; readonly service: string; readonly country: string; readonly consent: string; readonly conditions: string }

export type AgreementFacts = {
  readonly input: AgreementInput
  readonly us: { readonly name: string; readonly address: string }
  readonly them: { readonly name: string; readonly chamberNumber: string; readonly country: string; readonly services: string; readonly contact: string; readonly outOfHours: string; readonly security: string }
  readonly processings: readonly ProcessingFacts[]
  readonly subProcessors: readonly SubProcessorFacts[]
  /** Kind, scope and until when, one line each. */
  readonly proofs: readonly string[]
  readonly transfers: readonly string[]
  readonly breachNotice: string
}

/** What the registers say today; empty texts for what nobody filled in. */
export async function gatherFacts(scope: Scope, input: AgreementInput): Promise<AgreementFacts> {
  const about = await scope.tx.selectFrom('organisation').select(['name', 'contact_address']).where('id', '=', scope.organisation.id).executeTakeFirstOrThrow()
  const [processor] = await said(scope, processors, input.processor === null ? [] : [input.processor])
  const activities = await said(scope, processingActivities, input.processings.flatMap(({ processing }) => processing ?? []))
  const lookups = await inLanguage('nl', () => loadLookupsFor(scope, { transfers: agreementFields.transfers }, [input]))
  const party = (key: string) => processor?.say(key) ?? ''
  const today = dayOf(scope.now)
  return inLanguage('nl', () => ({
    input, us: { name: about.name, address: oneLine(about.contact_address ?? '') },
    them: {
      name: party('name') || '…', chamberNumber: party('chamber_number'), country: party('country'), services: party('services'), outOfHours: party('out_of_hours'), security: party('security_measures'),
      contact: [party('contact'), party('contact_email'), party('contact_phone')].filter((part) => part !== '').join(', '),
    },
    processings: activities.map(({ say, rows }) => ({ name: say('name'), purposes: rows('purposes').map((row) => row.say('purpose')).filter(Boolean).join('; '), subjects: say('subject_categories'), data: say('data_categories'), transfers: say('transfers') || 'geen' })),
    subProcessors: (processor?.rows('sub_processors') ?? []).filter(({ raw }) => !raw.stopped_on || String(raw.stopped_on) > today)
      .map(({ say }) => ({ name: say('name'), service: say('service'), country: say('country'), consent: say('consent'), conditions: say('conditions') })),
    proofs: (processor?.rows('guarantees') ?? []).map(({ say }) => [say('kind'), say('scope'), say('valid_until_on') && `geldig tot ${say('valid_until_on')}`].filter(Boolean).join(', ')),
    transfers: sayValue(agreementFields.transfers, input.transfers, lookups), breachNotice: sayDuration(input.breach_notice ?? 'PT24H'),
  }))
}

/** A day as it is written, or a place to fill in. */
export const dayOrOpen = (day: string | null): string => day === null ? '…' : inLanguage('nl', () => sayDay(day))

type Said = { say(key: string): string; rows(key: string): { readonly raw: AnyInput; say(column: string): string }[] }

/** Entries in the order of their ids, each field in words; those that the actor may not see are left out. */
async function said<F extends Fields>(scope: Scope, register: Register<F>, ids: readonly string[]): Promise<Said[]> {
  const found = ids.length === 0 ? [] : await loadEntries(scope.tx, register, scope.organisation.id, [...new Set(ids)], { visibleTo: scope.actor })
  const lookups = await inLanguage('nl', () => loadLookupsFor(scope, register.fields, found.map(({ input }) => input)))
  const fields: Fields = register.fields
  return ids.flatMap((id) => found.find(({ system }) => system.id === id) ?? []).map(({ input }: { readonly input: AnyInput }) => ({
    say: (key) => fields[key] ? oneLine(sayValue(fields[key], input[key], lookups, { bare: true }).join('; ')) : '',
    rows: (key) => {
      const field = fields[key]
      if (field?.type !== 'rows') return []
      return (input[key] as AnyInput[]).map((raw) => ({ raw, say: (column) => field.columns[column] ? oneLine(sayCell(field.columns[column], raw[column], lookups)) : '' }))
    },
  }))
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ', ').trim()
