// Severity: the severity of one breach by its own answers.
import { type Severity, severityOf } from './enisa-severity.ts'
import type { BreachInput } from './step-kit.ts'

export function severityOfBreach(input: BreachInput): Severity {
  return severityOf({
    data: input.enisa_data, raised: input.enisa_raised, lowered: input.enisa_lowered, ease: input.enisa_ease, confidentiality: input.enisa_confidentiality, integrity: input.enisa_integrity, availability: input.enisa_availability,
    malicious: input.enisa_malicious, people: input.subjects_max ?? input.subjects_min, isUnintelligible: input.protection === null ? null : input.protection === 'yes',
  })
}
