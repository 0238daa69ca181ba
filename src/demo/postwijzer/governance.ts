// Postwijzer's governance: a firm, so powers of attorney instead of mandates; it appointed a DPO because it profiles many people.
import { type Governance, governanceOf } from '../governance.ts'
import type { Days } from '../resources.ts'

export function governance(on: Days): Governance {
  const { mandate, appointment, portfolio, steps } = governanceOf(on, { body: 'Directie', site: 'postwijzer' })
  const attorney = 'Een volmacht van de directie; de Awb geldt niet voor een bedrijf.'
  return {
    mandates: [
      mandate('Volmacht hoofden', ['work_processes', 'rights', 'report_processing', 'report_breaches'], { holder_role: 'process_owner', note: attorney }),
      mandate('Volmacht verwerkersovereenkomsten', ['prepare_agreements', 'sign_agreements'], { holder: 'Floris Tielbeek', substitute: 'Aaliyah Reijnders', department: 'Campagnes', limits: 'Tot 25.000 euro per jaar; daarboven tekent de directeur.', note: attorney }),
    ],
    appointments: [appointment('Aanwijzing functionaris gegevensbescherming', 'Ronald Schuttevaer', { qualities: null, other_tasks: 'Adviseert ook over algemene voorwaarden.', note: 'Aangewezen omdat wij voorkeuren van veel mensen volgen (art. 37 lid 1 onder b AVG).', findings: ['qualities-missing'] })],
    portfolios: [portfolio('Privacy', 'privacy', { holder: 'Ingeborg Matena' }), portfolio('Informatiebeveiliging', 'security', { holder: 'Ingeborg Matena', substitute: 'Floris Tielbeek' })],
    steps: steps(['breaches', 'requests'], { 'report-authority': { responsible: ['privacy_officer'], accountable: ['management'], informed: ['dpo', 'process_owner'], findings: [] }, 'settle-dilemmas': { consulted: ['management'], findings: [] } }),
  }
}
