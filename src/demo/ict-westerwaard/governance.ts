// ICT Westerwaard's governance: a DPO shared with a municipality, mandates from the directors, and processes that begin with what participants ask.
import { type Governance, governanceOf } from '../governance.ts'
import { kept } from '../life.ts'
import type { Days } from '../resources.ts'

export function governance(on: Days): Governance {
  const { mandate, appointment, portfolio, steps } = governanceOf(on, { body: 'Directie', site: 'ict-westerwaard' })
  return {
    mandates: [
      mandate('Mandaat teammanagers', ['work_processes', 'allocate_means', 'infrastructure', 'archiving', 'rights', 'report_processing', 'report_breaches'], { holder_role: 'process_owner' }),
      mandate('Mandaat verwerkersovereenkomsten', ['prepare_agreements', 'sign_agreements'], { holder: 'Bram Nieuwenkamp', substitute: 'Bram Nieuwenkamp', findings: ['substitute-is-holder'] }),
    ],
    appointments: [appointment('Aanwijzing FG voor de regio', 'Hanneke Brouwershof', { outcome: 'shared', body: 'Bestuur', contact_email: 'fg@regio-westerwaard.example', other_tasks: 'Ook FG van een deelnemer, en neemt geen besluiten over de dienstverlening.' })],
    portfolios: [portfolio('Privacy', 'privacy', { holder_name: 'Directeur' })],
    steps: [
      ...steps(['agreements', 'breaches', 'requests'], { 'own-procedure': { responsible: ['privacy_officer'], accountable: ['privacy_officer'], consulted: ['ciso', 'dpo'], findings: [] } }),
      { name: 'Een verzoek van een inwoner doorsturen naar de deelnemer', number: 'R9.01', process: 'other', other_process: 'Opdrachten van deelnemers', sequence: 1, nature: 'work', responsible: ['privacy_officer'], accountable: ['process_owner'], life: kept(120, 'officer'), findings: [] },
    ],
  }
}
