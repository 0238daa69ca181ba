// Duinrade's governance: one mandate decision for all process owners, exceptions for mayor and council, and all eight processes divided.
import { allPowers, type Governance, governanceOf } from '../governance.ts'
import { council, mayor, college } from '../municipal.ts'
import type { Days } from '../resources.ts'

export function governance(on: Days): Governance {
  const { mandate, appointment, portfolio, steps } = governanceOf(on, { body: college, site: 'duinrade' })
  return {
    mandates: [
      mandate('Mandaat proceseigenaren', allPowers, { holder_role: 'process_owner', may_undermandate: 'with_consent' }),
      mandate('Mandaat openbare orde', ['work_processes', 'purpose_and_means', 'report_processing', 'report_breaches'], { body: mayor, holder: 'Liesbeth Odenkamp', substitute: 'Ruben Castelvoort', department: 'Openbare Orde en Veiligheid' }),
      mandate('Mandaat griffier', ['work_processes', 'purpose_and_means', 'sign_agreements', 'rights', 'report_breaches'], { body: council, holder_function: 'Griffier', department: 'Griffie', ends_on: on(-45), findings: ['ends-soon'] }),
    ],
    appointments: [appointment('Aanwijzing functionaris gegevensbescherming', 'Meryem Aksoy-Duynstee', { contact_phone: '14 000' })],
    portfolios: [
      portfolio('Bedrijfsvoering en privacy', 'privacy', { holder_name: 'Wethouder bedrijfsvoering' }), portfolio('Personeel', 'employees', { holder_name: 'Wethouder personeel en organisatie' }),
      portfolio('Openbare orde', 'public_order', { body: mayor, holder_name: 'Burgemeester' }), portfolio('Verwerkingen van de raad', 'own_processing', { body: council, holder_name: 'Voorzitter van het presidium' }),
    ],
    steps: steps('all', { 'report-authority': { findings: ['dpo-carries-out'] }, 'own-procedure': { findings: ['dpo-carries-out'] }, 'supply-activities': { findings: [] } }),
  }
}
