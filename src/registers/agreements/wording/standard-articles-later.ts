// Standard articles, the later ones: security and control, sub-processors and transfers, changes and the end, liability, law, and what else there is (H-44, N-40, N-42 tot en met N-45, N-63, N-65).
import { clauses, plain } from './clauses.ts'
import type { StandardArticle } from './article-shape.ts'

export const control: StandardArticle = {
  key: 'control', heading: 'Beveiliging en controle', covers: ['security', 'audits', 'annexsecurity'],
  body: () => clauses(7, [
    'De Verwerker neemt passende maatregelen om de gegevens te beveiligen tegen verlies, misbruik en toegang door wie er niets mee te maken heeft (art. 32 AVG). Bijlage 3 noemt de maatregelen en het bewijs daarvan.',
    'De Verwerker geeft de Verantwoordelijke alle informatie die nodig is om te zien of hij zich aan deze overeenkomst houdt.',
    'De Verantwoordelijke mag een controle (audit) doen of laten doen. Zij kondigt dat schriftelijk aan. De Verwerker werkt mee en geeft toegang.',
    'Verbeterpunten voert de Verwerker uit binnen een redelijke termijn die de Verantwoordelijke stelt.',
    'Wie de controle wil, betaalt haar. Blijkt dat de Verwerker zich niet aan deze overeenkomst hield, dan betaalt de Verwerker.',
    'Op verzoek, en hoogstens één keer per jaar, doet de Verwerker verslag van zijn maatregelen. Een verklaring van een onafhankelijke deskundige mag daarvoor in de plaats komen, als de Verantwoordelijke dat goed vindt.',
  ]),
}

const consents = {
  forbidden: 'De Verwerker schakelt geen andere verwerkers in.',
  specific: 'De Verwerker schakelt een andere verwerker (subverwerker) pas in als de Verantwoordelijke daar vooraf, schriftelijk en voor dat geval toestemming voor geeft. De Verantwoordelijke kan daar voorwaarden aan stellen.',
  general: 'De Verwerker mag subverwerkers inschakelen. Hij meldt elke nieuwe of andere subverwerker ten minste een maand vooraf. De Verantwoordelijke kan bezwaar maken; dan schakelt hij die niet in.',
} as const

export const subProcessing: StandardArticle = {
  key: 'sub_processing', heading: 'Subverwerkers en doorgifte', covers: ['subconsent', 'subduties', 'subliable', 'transfers', 'annexsubs'],
  body: ({ input, transfers }) => clauses(8, [
    consents[input.sub_processing ?? 'specific'],
    'De Verwerker legt elke subverwerker schriftelijk dezelfde plichten op als hij zelf heeft. De Verantwoordelijke mag die afspraken inzien.',
    'De Verwerker staat volledig in voor wat zijn subverwerkers doen, en blijft het aanspreekpunt.',
    'Bijlage 1 noemt de subverwerkers. De Verwerker houdt die lijst bij.',
    transfers.length === 0
      ? 'De gegevens blijven in de Europese Economische Ruimte. Doorgifte naar een ander land kan alleen met schriftelijke toestemming vooraf, en als de AVG dat toestaat.'
      : `De gegevens gaan alleen naar deze landen buiten de Europese Economische Ruimte, en alleen zoals hier staat: ${plain(transfers.join('; '))}. Voor elk ander land is vooraf schriftelijke toestemming nodig.`,
  ]),
}

const atEnd = {
  return: 'geeft de Verwerker alle gegevens terug en wist hij daarna zijn kopieën', destroy: 'vernietigt de Verwerker alle gegevens, ook kopieën', both: 'geeft de Verwerker alle gegevens terug, en vernietigt hij daarna wat hij nog heeft, ook kopieën',
} as const

export const amendments: StandardArticle = {
  key: 'amendments', heading: 'Wijzigen en einde', covers: ['ending'],
  body: ({ input }) => clauses(9, [
    'Deze overeenkomst wijzigt alleen schriftelijk, en als beide partijen ervoor tekenen.',
    'Verandert de wet, of hoe de wet wordt uitgelegd, dan overleggen partijen over een wijziging.',
    `Aan het einde ${atEnd[input.at_end ?? 'both']}, zoals de Verantwoordelijke vraagt. Moet hij van de wet iets bewaren, dan zegt hij wat en waarom.`,
    'De Verantwoordelijke kan eisen stellen aan de vorm en de termijn. Is geen termijn afgesproken, dan is die één maand.',
    'De Verwerker doet schriftelijk verslag van wat hij teruggaf en vernietigde.',
  ]),
}

const euros = (amount: number) => `€ ${amount.toLocaleString('nl-NL')}`
const spared: Readonly<Record<string, string>> = { death: 'overlijden', injury: 'letsel', intent: 'opzet of grove schuld', property: 'inbreuk op intellectueel eigendom' }

export const liability: StandardArticle = {
  key: 'liability', heading: 'Aansprakelijkheid en overmacht', covers: ['liability'],
  body: ({ input }) => {
    const limits = [input.liability_per_event === null ? '' : `${euros(input.liability_per_event)} per gebeurtenis`, input.liability_per_year === null ? '' : `${euros(input.liability_per_year)} per jaar`].filter((limit) => limit !== '')
    const excluded = input.liability_excluded.flatMap((key) => spared[key] ?? [])
    return clauses(10, [
      'Houdt een partij zich niet aan deze overeenkomst en is dat haar toe te rekenen, dan vergoedt zij de schade van de andere partij.',
      ...(limits.length === 0 ? [] : [`De Verwerker vergoedt hoogstens ${limits.join(' en ')}.${excluded.length === 0 ? '' : ` Die grens geldt niet bij ${inWords(excluded)}.`}`]),
      'Deze afspraken veranderen niets aan de rechten van de mensen om wie de gegevens gaan (art. 82 AVG).',
      input.force_majeure === 'limited'
        ? 'Overmacht is niet: te weinig of ziek personeel, een staking, een storing, te late levering, geldgebrek, of een fout van wie de Verwerker inschakelt.'
        : 'Voor overmacht geldt de wet (art. 6:75 van het Burgerlijk Wetboek).',
    ])
  },
}

export const law: StandardArticle = {
  key: 'law', heading: 'Welk recht geldt', covers: [],
  body: ({ input }) => clauses(11, [
    input.governing_law === 'other' ? 'Op deze overeenkomst is het recht van toepassing dat in de hoofdovereenkomst staat.' : 'Op deze overeenkomst is Nederlands recht van toepassing.',
    `Komen partijen er samen niet uit, dan beslist ${input.court === null ? 'de bevoegde rechter' : `de ${plain(input.court.replace(/^de /i, ''))}`}.`,
  ]),
}

export const closing: StandardArticle = {
  key: 'closing', heading: 'Overige afspraken', covers: [],
  body: () => clauses(12, [
    'Wat in de hoofdovereenkomst staat, geldt ook hier. Gaat het over gegevens en staan er verschillende dingen, dan geldt deze overeenkomst.',
    'Verandert er iets in de bijlagen, dan geven partijen dat snel aan elkaar door.',
  ]),
}

/** `a, b en c`. */
function inWords(list: readonly string[]): string {
  return list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} en ${list.at(-1)}`
}
