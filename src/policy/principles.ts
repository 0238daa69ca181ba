// Principles: the nine starting points to which every norm is traced (H-04; art. 5 AVG).
import type { Words } from '../ground/words.ts'

export const principles = {
  lawful_and_careful: { nl: 'Rechtmatig en zorgvuldig', en: 'Lawful and careful' },
  insight: { nl: 'Inzicht voor de betrokkene', en: 'Insight for the data subject' },
  purpose_limitation: { nl: 'Doelbinding', en: 'Purpose limitation' },
  subsidiarity_proportionality: { nl: 'Subsidiariteit en proportionaliteit', en: 'Subsidiarity and proportionality' },
  minimal: { nl: 'Minimale gegevensverwerking', en: 'Minimal processing' },
  not_longer_than_needed: { nl: 'Niet langer dan nodig', en: 'Not longer than needed' },
  confidentiality: { nl: 'Geheimhouding en beveiliging', en: 'Confidentiality and security' },
  agreements: { nl: 'Afspraken met derden', en: 'Agreements with third parties' },
  rights: { nl: 'Rechten van betrokkenen', en: 'Rights of data subjects' },
} as const satisfies Record<string, Words>

export type Principle = keyof typeof principles
export const principleKeys = Object.keys(principles) as [Principle, ...Principle[]]
