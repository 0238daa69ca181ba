// Municipal standards: what a careful municipality fills in the same way for most of its entries.
import type { Values } from './sketch.ts'
import { plain, processor, store } from './sketch.ts'

export const college = 'College van burgemeester en wethouders'
export const mayor = 'Burgemeester'
export const council = 'Gemeenteraad'
export const registrar = 'Ambtenaar van de burgerlijke stand'
export const taxInspector = 'Inspecteur (belastingen)'
export const taxCollector = 'Ontvanger (invordering)'

export const careful: Values = {
  role: 'controller', regime: 'gdpr', public_or_private: 'public', is_cross_team: false, body: college,
  surplus_data: 'Stukken die niet nodig zijn, worden niet geregistreerd maar vernietigd. De inwoner krijgt daar bericht van.',
  sources: ['data-subject'],
  measures: ['bio', 'access-control', 'multi-factor', 'encryption-in-transit', 'encryption-at-rest', 'logging', 'backup', 'authorisation-procedure', 'confidentiality', 'incident-procedure'],
  measures_note: 'De gemeente werkt volgens de BIO2. Alleen medewerkers met een vastgestelde rol hebben toegang; autorisaties worden elk kwartaal nagelopen en het gebruik wordt gelogd.',
  is_erasure_possible: true,
  erasure_note: 'Wissen kan zolang geen wettelijke bewaarplicht geldt; anders wordt de termijn afgewacht.',
  ...plain,
  pre_dpia_outcome: 'not_required', pre_dpia_note: 'Geen van de criteria van art. 35 lid 3 AVG of van de lijst van de AP doet zich voor.',
  is_published: true,
}

/** What a processing with a high risk adds: the assessment was carried out and the measures follow from it. */
export const assessed: Values = {
  pre_dpia_outcome: 'dpia_required', pre_dpia_note: 'Gevoelige gegevens van kwetsbare mensen op grote schaal: twee criteria van de lijst van de AP.', dpia_status: 'done',
}

export const vlierveld = processor('Vlierveld Zaaksystemen B.V.', 'Levert en beheert het zaaksysteem', '2024-02-12')
export const waterbies = processor('Waterbies Burgersoftware B.V.', 'Levert en onderhoudt de applicatie voor burgerzaken', '2023-11-06')
export const boomvalk = processor('Boomvalk Sociaal B.V.', 'Levert de applicatie voor het sociaal domein', '2024-05-21')
export const rietzanger = processor('Rietzanger Salarisdiensten B.V.', 'Voert de salarisadministratie uit', '2023-01-16')
export const korenwolf = processor('Korenwolf Drukwerk B.V.', 'Drukt en verzendt brieven', '2024-09-02')
export const westerwaard = processor('ICT Westerwaard', 'Beheert servers, werkplekken en back-ups', '2022-12-15')

export const caseSystem = store('Zaaksysteem Vlier')
export const sharedFolder = store('Netwerkschijf afdeling', 'unstructured')
