// Audits made: which audits and proposals each demo organisation has, in days before today. All of it is invented.
import type { InputOf } from '../register-kit/field-types.ts'
import type { fields } from '../registers/processor-audits/declaration.ts'
import type { ProposalKind } from '../registers/processors/proposals/kinds.ts'

type Input = InputOf<typeof fields>
type Point = Pick<Input['points'][number], 'finding' | 'severity' | 'recommendation'> & { readonly answer?: string; readonly due: number; readonly done?: number }
export type AuditSketch = Partial<Pick<Input, 'manner' | 'auditor' | 'subject' | 'cost_rule' | 'conclusion' | 'summary' | 'cause'>> & {
  readonly processor: string; readonly made: number; readonly announced?: number; readonly planned?: number; readonly held?: number; readonly closed?: number
  readonly questions?: readonly Partial<Input['questions'][number]>[]; readonly points?: readonly Point[]
}
export type ProposalSketch = { readonly processor: string; readonly name: string; readonly email: string; readonly proposals: readonly { readonly kind: ProposalKind; readonly content: Readonly<Record<string, unknown>> }[] }

const accounts = { finding: 'Accounts van vertrokken medewerkers waren nog open.', severity: 'high', recommendation: 'Sluit accounts op de dag van vertrek, en controleer dat elk kwartaal.' } as const
const logging = { finding: 'Inzage in dossiers wordt niet steekproefsgewijs nagekeken.', severity: 'medium', recommendation: 'Kijk elke maand een steekproef van de logging na.' } as const
const asked = [{ question: 'Wie kan bij onze gegevens, en hoe vaak kijkt u dat na?' }, { question: 'Wanneer is voor het laatst een back-up teruggezet?' }]

export const demoAudits: Readonly<Record<string, readonly AuditSketch[]>> = {
  duinrade: [
    { processor: 'Vlierveld Zaaksystemen B.V.', manner: 'independent', auditor: 'Toetsbureau Noord', subject: 'Toegang, logging en back-ups.', cost_rule: 'by_outcome', made: 320, announced: 300, planned: 260, held: 260, conclusion: 'improve', summary: 'De basis is op orde; toegang vraagt aandacht.', closed: 120, points: [{ ...accounts, due: 180, done: 190 }] },
    { processor: 'Waterbies Burgersoftware B.V.', manner: 'own', subject: 'Toegang tot de basisregistratie.', cost_rule: 'each', made: 150, announced: 130, planned: 95, held: 94, conclusion: 'improve', summary: 'Twee verbeterpunten.', points: [{ ...accounts, due: 10, answer: 'Wij wachten op een aanpassing van ons personeelssysteem.' }, { ...logging, due: -30 }] },
    { processor: 'ICT Westerwaard', manner: 'own', subject: 'Beheer van servers en werkplekken.', cost_rule: 'each', made: 25, announced: 14, planned: -21, questions: asked },
  ],
  lekhoven: [{ processor: 'Boomvalk Sociaal B.V.', manner: 'memorandum', subject: 'Verklaring over het jaar 2025.', made: 12, questions: asked }],
  'ict-maasdal': [
    { processor: 'Rekenhal Maas B.V.', manner: 'own', subject: 'Toegang tot het tweede rekencentrum.', cost_rule: 'us', made: 90, announced: 75, planned: 40, held: 40, conclusion: 'sufficient', summary: 'Bezoek aan de zaal; alles op orde.', closed: 30 },
    { processor: 'Nachtwaker Cyber B.V.', manner: 'independent', auditor: 'Toetsbureau Noord', subject: 'Wie ziet welke meldingen.', cost_rule: 'by_outcome', made: 20, announced: 9, planned: -28, questions: asked },
  ],
  'ict-westerwaard': [{ processor: 'Wolkenveld Cloud B.V.', manner: 'independent', auditor: 'Toetsbureau Noord', subject: 'Scheiding van deelnemers.', cost_rule: 'by_outcome', made: 140, announced: 120, planned: 70, held: 70, conclusion: 'improve', summary: 'Deelnemers zijn goed gescheiden; logging kan beter.', points: [{ ...logging, due: -14, answer: 'In uitvoering; gereed vóór de afgesproken dag.' }] }],
  postwijzer: [{ processor: 'Wulp Media B.V.', manner: 'own_statement', subject: 'Eigen verklaring over subverwerkers.', made: 60, held: 45, conclusion: 'insufficient', summary: 'De lijst met subverwerkers klopt niet.', points: [{ finding: 'Een subverwerker in de Verenigde Staten stond niet op de lijst.', severity: 'high', recommendation: 'Stop ermee, of vraag vooraf toestemming.', due: 5 }] }],
}

/** Vlierveld works for two municipalities, and sees each by itself. */
export const demoProposals: Readonly<Record<string, readonly ProposalSketch[]>> = {
  duinrade: [{
    processor: 'Vlierveld Zaaksystemen B.V.', name: 'Contractbeheer Vlierveld', email: 'contracten@vlierveld.example', proposals: [
      { kind: 'sub_processor', content: { name: 'Zilverspar Hosting B.V.', service: 'Tweede rekencentrum voor back-ups', country: 'DE' } },
      { kind: 'contacts', content: { contact: 'Servicedesk', contact_email: 'servicedesk@vlierveld.example', out_of_hours: 'Storingsdienst, dag en nacht bereikbaar', contacts: [{ purpose: 'security', who: 'Beveiligingsteam', email: 'veilig@vlierveld.example' }] } },
    ],
  }],
  lekhoven: [{ processor: 'Vlierveld Zaaksystemen B.V.', name: 'Contractbeheer Vlierveld', email: 'contracten@vlierveld.example', proposals: [] }],
}
