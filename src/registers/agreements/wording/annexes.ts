// Annexes: the three of the policies, filled from the registers: processing activities with contacts and sub-processors; what is told of an incident; and the proof of security (N-40, N-41).
import type { Block } from '../../../documents/report-shapes.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import { plain } from './clauses.ts'

const open = (text: string | null): string => text === null || text === '' ? '…' : text

export function annexBlocks({ input, us, them, processings, subProcessors, proofs }: AgreementFacts): Block[] {
  return [
    { kind: 'heading', level: 1, text: 'Bijlage 1. Verwerkingen, contacten en subverwerkers' },
    processings.length === 0 ? { kind: 'text', markdown: 'Er zijn nog geen verwerkingen gekozen.' }
      : { kind: 'table', caption: 'Verwerkingen', head: ['Verwerking', 'Doelen', 'Groepen mensen', 'Soorten gegevens', 'Doorgifte buiten de EER'], rows: processings.map(({ name, purposes, subjects, data, transfers }) => [name, open(purposes), open(subjects), open(data), transfers]) },
    {
      kind: 'table', caption: 'Contacten', head: ['Partij', 'Tijdens kantooruren', 'Daarbuiten, voor datalekken'],
      rows: [[us.name, open(input.our_contact), open(input.our_out_of_hours)], [them.name, open(them.contact), open(them.outOfHours)]],
    },
    subProcessors.length === 0 ? { kind: 'text', markdown: 'De Verwerker schakelt geen subverwerkers in.' }
      : { kind: 'table', caption: 'Subverwerkers', head: ['Naam', 'Wat zij doet', 'Land', 'Toestemming', 'Voorwaarden'], rows: subProcessors.map(({ name, service, country, consent, conditions }) => [open(name), open(service), open(country), open(consent), conditions === '' ? 'geen' : conditions]) },
    { kind: 'heading', level: 1, text: 'Bijlage 2. Wat de Verwerker over een incident vertelt' },
    { kind: 'text', markdown: incident.map((line, index) => `${index + 1}. ${line}`).join('\n') },
    { kind: 'heading', level: 1, text: 'Bijlage 3. Beveiliging en het bewijs daarvan' },
    ...(them.security === '' ? [] : [{ kind: 'text', markdown: plain(them.security) } as const]),
    proofs.length === 0 ? { kind: 'text', markdown: 'De Verwerker geeft voor de start een eigen verklaring of een certificaat.' } : { kind: 'table', caption: 'Bewijs', head: ['Verklaring of certificaat'], rows: proofs.map((proof) => [proof]) },
  ]
}

// The eleven items that a processor tells of a breach (N-41), in our own words.
const incident = [
  'Wat de oorzaak is, zover bekend.', 'Wat de gevolgen zijn, of kunnen zijn.', 'Wat de oplossing is, of kan zijn.', 'Wie meer weet, en hoe die te bereiken is.', 'Om hoeveel mensen het gaat: ten minste en ten hoogste.', 'Om welke groepen mensen het gaat.',
  'Om welke soorten gegevens het gaat.', 'Op welke dag, of in welke periode, het gebeurde.', 'Wanneer het is ontdekt.', 'Of de gegevens versleuteld of op een andere manier onleesbaar waren.', 'Welke maatregelen zijn genomen, en welke nog komen.',
]
