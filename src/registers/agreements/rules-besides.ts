// Rules on what stands besides the eleven subjects: the law point by point, secrecy, promises, limits of liability, law and court, the BRP, and transfers (art. 28 en 44 tot en met 49 AVG; H-40, H-44, N-63, N-65, N-66).
import { say } from '../../ground/words.ts'
import { checklist, coveredSubjects } from './checklist.ts'
import { fields } from './declaration.ts'
import type { AgreementInput, AgreementRules } from './rules-shape.ts'

export const besidesRules = {
  'points-missing': {
    field: 'points', severity: 'serious', citation: 'art. 28 lid 3 en 4 AVG', norms: ['H-44', 'W-08'],
    words: { nl: 'Deze punten van de wet staan er niet in.', en: 'These points of the law aren’t in it.' },
    advice: { nl: 'Vul de overeenkomst aan, of vink aan wat er al in staat.', en: 'Complete the agreement, or tick what it already holds.' },
    finds: ({ points }) => {
      const missing = points.length === 0 ? [] : checklist.filter(({ key, isByLaw }) => isByLaw && !points.includes(key))
      return missing.length > 0 && [missing.map(({ words }) => say(words)).join(', ')]
    },
  },
  'subjects-not-borne-out': {
    field: 'subjects', severity: 'attention', citation: 'art. 28 lid 3 AVG', norms: ['H-44'],
    words: { nl: 'Dit onderwerp is aangevinkt, maar niet alle punten ervan staan in de overeenkomst.', en: 'This subject is ticked, but not all its points are in the agreement.' },
    advice: { nl: 'Loop de punten na, of haal het vinkje bij het onderwerp weg.', en: 'Go through the points, or take the tick from the subject.' },
    finds: ({ subjects, points }) => {
      if (points.length === 0) return false
      const covered: readonly string[] = coveredSubjects(new Set(points))
      const bare = fields.subjects.choices.filter(({ key }) => subjects.includes(key) && !covered.includes(key))
      return bare.length > 0 && [bare.map(({ words }) => say(words)).join(', ')]
    },
  },
  'secrecy-missing': {
    field: 'secrecy', severity: 'serious', citation: 'art. 28 lid 3 onder b AVG', norms: ['H-40'],
    words: { nl: 'Er is geen geheimhouding afgesproken.', en: 'No secrecy was agreed.' },
    advice: { nl: 'Neem geheimhouding op in de overeenkomst, het hoofdcontract of een aparte verklaring.', en: 'Put secrecy in the agreement, the main contract or a separate statement.' },
    finds: ({ secrecy }) => secrecy === 'none',
  },
  'secrecy-unsaid': {
    field: 'secrecy', severity: 'attention', citation: 'art. 28 lid 3 onder b AVG', norms: ['H-40'],
    words: { nl: 'Er staat niet waar de geheimhouding is afgesproken.', en: 'It doesn’t say where secrecy was agreed.' },
    advice: { nl: 'Kies waar het staat.', en: 'Choose where it stands.' },
    finds: ({ secrecy }) => secrecy === null,
  },
  'promises-missing': {
    field: 'promises', severity: 'attention', citation: 'art. 28 lid 3 en 4 en art. 29 AVG', norms: ['N-63'],
    words: { nl: 'Dit belooft de verwerker niet.', en: 'The processor doesn’t promise this.' },
    advice: { nl: 'Spreek het af, of vink aan wat er al staat.', en: 'Agree on it, or tick what stands there already.' },
    finds: ({ promises }) => {
      const missing = fields.promises.choices.filter(({ key }) => !promises.includes(key))
      return missing.length > 0 && [missing.map(({ words }) => say(words)).join(', ')]
    },
  },
  'exclusions-missing': {
    field: 'liability_excluded', severity: 'attention', citation: 'art. 82 AVG', norms: ['N-65'],
    words: { nl: 'De grens aan de aansprakelijkheid geldt ook hierbij.', en: 'The limit of liability covers this too.' },
    advice: { nl: 'Spreek af dat de grens hierbij niet geldt.', en: 'Agree that the limit doesn’t hold for this.' },
    finds: ({ liability_per_event, liability_per_year, liability_excluded }) => {
      if (liability_per_event === null && liability_per_year === null) return false
      const missing = fields.liability_excluded.choices.filter(({ key }) => !liability_excluded.includes(key))
      return missing.length > 0 && [missing.map(({ words }) => say(words)).join(', ')]
    },
  },
  'force-majeure-wide': {
    field: 'force_majeure', severity: 'attention', citation: 'art. 6:75 BW', norms: ['N-65'],
    words: { nl: 'Overmacht heeft geen grens.', en: 'Force majeure has no limit.' },
    advice: { nl: 'Spreek af dat ziek personeel, stakingen en leveranciers van de verwerker geen overmacht zijn.', en: 'Agree that sick staff, strikes and the processor’s suppliers aren’t force majeure.' },
    finds: ({ force_majeure }) => force_majeure === null || force_majeure === 'wide',
  },
  'law-or-court-open': {
    field: 'governing_law', severity: 'attention', citation: 'art. 28 lid 3 AVG', norms: ['N-65'],
    words: { nl: 'Nederlands recht of een Nederlandse rechtbank is niet afgesproken.', en: 'Dutch law or a Dutch court wasn’t agreed.' },
    advice: { nl: 'Kies Nederlands recht en noem de rechtbank, of schrijf bij de toelichting waarom niet.', en: 'Choose Dutch law and name the court, or write in the note why not.' },
    finds: ({ governing_law, court, note }) => (governing_law !== 'dutch' && note === null) || court === null,
  },
  'brp-unchecked': {
    field: 'brp_checked_on', severity: 'attention', citation: 'art. 7 Besluit BRP', norms: ['N-66'],
    words: { nl: 'De verwerker werkt met de BRP, maar de overeenkomst is niet nagekeken met het Besluit BRP.', en: 'The processor works with the BRP, but the agreement wasn’t checked against its decree.' },
    advice: { nl: 'Lees art. 7 van het Besluit BRP, kijk de overeenkomst na en vul de dag in.', en: 'Read art. 7 of the decree, check the agreement and fill in the day.' },
    finds: ({ is_brp, brp_checked_on }, { today }) => is_brp === true && (brp_checked_on === null || brp_checked_on > today),
  },
  'transfer-unfounded': {
    field: 'transfers', severity: 'serious', citation: 'art. 44 en 46 AVG', norms: ['N-43'],
    words: { nl: 'Deze doorgifte steunt nergens op.', en: 'This transfer rests on nothing.' },
    advice: { nl: 'Kies waarop de doorgifte steunt. Geef tot die tijd niets door.', en: 'Choose what the transfer rests on. Until then, transfer nothing.' },
    finds: ({ transfers }) => found(transfers, ({ instrument }) => instrument === null),
  },
  'transfer-adequacy-over': {
    field: 'transfers', severity: 'serious', citation: 'art. 45 AVG', norms: ['N-43'],
    words: { nl: 'Het adequaatheidsbesluit geldt niet meer.', en: 'The adequacy decision no longer holds.' },
    advice: { nl: 'Kijk of het besluit is verlengd, of kies een andere grond.', en: 'See whether the decision was renewed, or choose another ground.' },
    finds: ({ transfers }, { today }) => found(transfers, ({ instrument, adequacy_until }) => instrument === 'adequacy' && adequacy_until !== null && adequacy_until < today),
  },
  'transfer-unassessed': {
    field: 'transfers', severity: 'attention', citation: 'art. 46 AVG', norms: ['N-43'],
    words: { nl: 'Deze doorgifte is niet beoordeeld, of de module van het modelcontract ontbreekt.', en: 'This transfer wasn’t assessed, or the module of the clauses is missing.' },
    advice: { nl: 'Beoordeel wat de wetten van het land met de gegevens doen, en vul de dag en de module in.', en: 'Assess what the laws of the country do to the data, and fill in the day and the module.' },
    finds: ({ transfers }) => found(transfers, ({ instrument, assessed_on, scc_module }) => (instrument === 'scc' && scc_module === null) || ((instrument === 'scc' || instrument === 'bcr') && assessed_on === null)),
  },
} as const satisfies AgreementRules

/** Names by their country the rows of which something holds. */
function found(transfers: AgreementInput['transfers'], holds: (row: AgreementInput['transfers'][number]) => boolean): false | string[] {
  const rows = transfers.filter(holds).map(({ country }) => country ?? '?')
  return rows.length > 0 && [rows.join(', ')]
}
