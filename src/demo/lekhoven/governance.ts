// Lekhoven's governance: mandates to team managers as the plan of 2018 has them, one of which is over; two portfolios for privacy, as that plan says in two places.
import { allPowers, type Governance, governanceOf } from '../governance.ts'
import { college, council, mayor } from '../municipal.ts'
import { kept } from '../life.ts'
import type { Days } from '../resources.ts'

export function governance(on: Days): Governance {
  const { mandate, appointment, portfolio, steps } = governanceOf(on, { body: college, site: 'lekhoven' })
  const later = ['infrastructure', 'archiving']
  return {
    mandates: [
      mandate('Mandaat teammanagers', allPowers.filter((power) => !later.includes(power)), { holder_role: 'process_owner' }),
      mandate('Mandaat informatievoorziening', ['infrastructure', 'archiving'], { holder: 'Pieter-Jan Kuipershoek', department: 'Bedrijfsvoering', ends_on: on(35), findings: ['mandate-over'] }),
      mandate('Mandaat teammanager Sociale Zaken', ['sign_agreements', 'rights'], { holder: 'Ahmet Yildizhan', substitute: 'Coby Slingerland-Ooms', department: 'Sociale Zaken', decision_reference: null, may_undermandate: null, findings: ['decision-missing', 'undermandate-unanswered'] }),
    ],
    appointments: [
      appointment('Aanwijzing FG voor de regio', 'Hanneke Brouwershof', { outcome: 'shared', contact_email: 'fg@regio-westerwaard.example', other_tasks: 'Ook FG van ICT Westerwaard.', ends_on: on(-60), registration_number: null, findings: ['ends-soon', 'number-missing'] }),
      appointment('Aanwijzing eerste FG', 'Hanneke Brouwershof', { decided_on: on(1500), starts_on: on(1490), ends_on: on(520), life: kept(700, 'officer', { ended: { on: 480, reason: 'Opgevolgd door de aanwijzing voor de regio.' } }) }),
    ],
    portfolios: [
      portfolio('Bedrijfsvoering', 'privacy', { holder_name: 'Wethouder bedrijfsvoering', findings: ['subject-twice'] }), portfolio('Informatievoorziening', 'privacy', { holder_name: 'Wethouder informatievoorziening', findings: ['subject-twice'] }),
      portfolio('Personeel en organisatie', 'employees', { holder_name: 'Wethouder personeel' }), portfolio('Openbare orde', 'public_order', { body: mayor, holder_name: 'Burgemeester' }),
      portfolio('Verwerkingen van de raad', 'own_processing', { body: council, holder_name: null, findings: ['holder-missing'] }),
    ],
    steps: steps(['register', 'breaches', 'requests'], {
      'write-report': { accountable: [], findings: ['accountable-missing'] }, 'analyse': { accountable: ['privacy_officer', 'ciso'], findings: ['accountable-double'] }, 'keep-current': { findings: [] },
    }),
  }
}
