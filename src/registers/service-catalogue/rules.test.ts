// Rules on services: a table of what fires and what doesn't (art. 28 en art. 30 lid 2 AVG; W-05, W-08).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyInput } from '../../register-kit/field-types.ts'
import { findingsOf, type RuleContext } from '../../register-kit/rules.ts'
import { fields } from './declaration.ts'
import { type ServiceInput, serviceRules } from './rules.ts'

const today = '2027-03-15'
const taking: ServiceInput['participants'][number] = { participant: 'a', since_on: '2025-01-01', until_on: null, agreement: 'VO-1', agreement_on: '2024-12-01', agreement_until_on: null }
const whole: ServiceInput = { ...emptyInput(fields), name: 'Back-up', contact: 'servicedesk@voorbeeld.example', participants: [taking], processings: [{ processing: 'v', note: null }], security_level: 'standard', measures: ['backup'] }
const others = (more: Partial<typeof taking>) => ({ participants: [taking, { ...taking, participant: 'b', ...more }] })

const cases: readonly (readonly [what: string, more: Partial<ServiceInput>, found: readonly string[], facts?: { uncovered?: unknown; agreements?: number }])[] = [
  ['whole', {}, []],
  ['taken without a processing activity', { processings: [] }, ['processing-missing']], ['with an empty row only', { processings: [{ processing: null, note: 'later' }] }, ['processing-missing']],
  ['taken by nobody', { processings: [], participants: [] }, []], ['no longer taken', { processings: [], participants: [{ ...taking, until_on: '2027-03-14' }] }, []], ['taken until today', { processings: [], participants: [{ ...taking, until_on: today }] }, ['processing-missing']],
  ['taken from tomorrow', { processings: [], participants: [{ ...taking, since_on: '2027-03-16' }] }, []],
  ['one participant without an agreement', others({ agreement: null, agreement_on: null }), ['agreement-missing (name of b)']], ['an agreement without its day', others({ agreement_on: null }), ['agreement-missing (name of b)']],
  ['an agreement that is signed tomorrow', others({ agreement_on: '2027-03-16' }), ['agreement-missing (name of b)']], ['an agreement that ended yesterday', others({ agreement_until_on: '2027-03-14' }), ['agreement-over (name of b)']], ['an agreement that ends today', others({ agreement_until_on: today }), []],
  ['a participant in none of its processing', {}, ['participant-not-in-processing (Kerkbeek)'], { uncovered: { participants: ['Kerkbeek'], ownProcessings: [] } }], ['a processing activity of our own', {}, ['processing-not-as-processor (Salaris)'], { uncovered: { participants: [], ownProcessings: ['Salaris'] } }],
  ['a sub-processor under an agreement', { sub_processors: [{ processor: 'x', what: null }] }, [], { agreements: 1 }], ['a sub-processor without one', { sub_processors: [{ processor: 'x', what: null }] }, ['sub-processor-without-agreement (name of x)'], { agreements: 0 }],
  ['no level', { security_level: null }, ['security-unknown']], ['no measures', { measures: [] }, ['security-unknown']], ['no contact', { contact: null }, ['contact-missing']],
]

for (const [what, more, found, { uncovered, agreements } = {}] of cases) {
  test(`W-05 W-08: a service with ${what}: ${found.join(', ') || 'nothing'}`, () => {
    const context = { today, stage: 'active', label: (_target: string, id: string) => `name of ${id}`, ownFact: () => uncovered, fact: () => agreements } as Partial<RuleContext> as RuleContext
    assert.deepEqual(findingsOf(serviceRules as never, { ...whole, ...more }, context).map(({ rule, detail }) => detail ? `${rule} (${detail})` : rule).toSorted(), [...found].toSorted())
  })
}
