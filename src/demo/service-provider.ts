// Service provider's standards: what an ICT organisation for municipalities fills in the same way for most of its entries.
import { plain, type Values } from './sketch.ts'

const measures = ['bio', 'access-control', 'multi-factor', 'encryption-in-transit', 'encryption-at-rest', 'logging', 'monitoring', 'patching', 'backup', 'security-audits', 'confidentiality', 'incident-procedure']
const measures_note = 'Gegevens zijn versleuteld tijdens transport en opslag. Beheerders werken met twee factoren en onder toezicht; elk jaar volgt een audit.'

/** For own staff, visitors and suppliers: the organisation is the controller. */
export const asController: Values = {
  role: 'controller', regime: 'gdpr', public_or_private: 'private', is_cross_team: false, body: 'Bestuur', sources: ['data-subject'], measures, measures_note, is_erasure_possible: true, ...plain,
  surplus_data: 'Wat niet nodig is, wordt verwijderd; de inzender hoort dat.', pre_dpia_outcome: 'not_required', pre_dpia_note: 'Geen hoog risico volgens de lijst van de AP.', is_published: true,
}

/** For participants: they decide, we carry out. */
export const asProcessor: Values = { role: 'processor', regime: 'gdpr', public_or_private: 'public', is_cross_team: false, measures, measures_note, ...plain, is_published: true }
