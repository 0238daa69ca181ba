// ICT Maasdal's governance: the board appoints, the directors sign; the security officers answer for the registers, as their policy has it.
import { type Governance, governanceOf } from '../governance.ts'
import type { Days } from '../resources.ts'

export function governance(on: Days): Governance {
  const { mandate, appointment, portfolio, steps } = governanceOf(on, { body: 'Bestuur', site: 'ict-maasdal' })
  return {
    mandates: [
      mandate('Mandaat teammanagers', ['work_processes', 'allocate_means', 'infrastructure', 'archiving', 'impact_assessment', 'rights', 'report_processing', 'report_breaches'], { body: 'Directie', holder_role: 'process_owner' }),
      mandate('Mandaat tekenen overeenkomsten', ['purpose_and_means', 'responsibility', 'prepare_agreements', 'sign_agreements'], { holder: 'Thea Lommerdal', substitute: 'Rajesh Bhagwandin' }),
    ],
    appointments: [appointment('Aanwijzing functionaris gegevensbescherming', 'Noortje Kessenich-Adeyemi')],
    portfolios: [portfolio('Privacy en veiligheid', 'privacy', { body: 'Directie', holder_name: 'Directeur' }), portfolio('Informatiebeveiliging', 'security', { body: 'Directie', holder: 'Thea Lommerdal', substitute: 'Rajesh Bhagwandin' })],
    steps: steps(['register', 'breaches'], { 'manage-register': { responsible: ['iso'], accountable: ['iso'], findings: [] }, 'write-report': { responsible: ['iso', 'ciso'], accountable: ['iso'], findings: [] } }),
  }
}
