// Duinrade's entries of the town centre: counting, markets, recruitment of shopkeepers.
import { active, draft } from '../life.ts'
import { careful, caseSystem, vlierveld } from '../municipal.ts'
import { book, listed, main, ownTerm, processor, publicTask, store, to, type Sketch } from '../sketch.ts'

const centre = book('EC', careful, { department: 'Economie en Centrum', processors: [vlierveld], stores: [caseSystem] })

export const economy: readonly Sketch[] = [
  centre({
    name: 'Bezoekers tellen in het centrum (wifi)', life: active(215), findings: [], big_data: false, tracking: true, is_not_traceable: true,
    is_announced: true,
    description: 'Sensoren in de winkelstraten tellen voorbijgangers. Het kenmerk van een telefoon wordt in de sensor binnen een seconde omgezet in een getal dat elke nacht verandert; alleen aantallen verlaten de sensor.',
    task: 'Centrumbeleid',
    purposes: [main('Weten hoe druk het centrum op welk uur is, om schoonmaak, toezicht en evenementen te plannen.')],
    proportionality: 'De sensor houdt niets vast waarmee iemand is te volgen van dag op dag.',
    subsidiarity: 'Tellen met de hand gaf te weinig uren; camera’s vonden we te ingrijpend.',
    legal_bases: [publicTask('gemeentewet', 'art. 108 en 160 Gemeentewet', 'Beheer van de openbare ruimte.')], subject_categories: ['visitors'],
    data_categories: ['technical', 'location'], sources: ['observation'],
    processors: [processor('Tapuit Telling B.V.', 'Beheert de sensoren en levert aantallen', '2026-03-30')], stores: [store('Tapuit Telling')],
    recipients: [to('public', 'Website en ondernemersvereniging', 'Aantallen per uur')],
    retention_rules: [ownTerm('P1D', 'Versleuteld kenmerk in de sensor', 'de meting'), ownTerm('P3Y', 'Aantallen per uur', 'de telling')],
    measures: [...careful.measures!, 'anonymisation'], pre_dpia_outcome: 'dpia_advised',
    pre_dpia_note: 'Tellen in de openbare ruimte; uit voorzorg toch een DPIA gedaan.', dpia_status: 'done',
    public_summary: 'Sensoren tellen hoe druk het is. Wij kunnen niet zien wie u bent of waar u eerder was.',
  }),
  centre({
    name: 'Standplaatsen op de weekmarkt', life: active(290, { test: { outcome: 'agreed', note: 'Helder beschreven.' } }), findings: ['store-scattered'],
    description: 'Kooplieden vragen een vaste of losse standplaats aan. De marktmeester houdt presentie bij en int het marktgeld.', task: 'Markt',
    purposes: [main('Standplaatsen eerlijk verdelen en marktgeld innen.')], proportionality: 'Naam, branche en anciënniteit bepalen de volgorde.',
    subsidiarity: 'De wachtlijst hangt met een nummer, niet met namen, in de marktwagen.',
    legal_bases: [publicTask('gemeentewet', 'art. 149 en 160 lid 1 onder g Gemeentewet; Marktverordening Duinrade')],
    subject_categories: ['entrepreneurs'], data_categories: ['name-address', 'phone', 'bank-account', 'permits'],
    sources: ['data-subject', 'trade-register'], recipients: [to('own-department', 'Financiën', 'Marktgeld')],
    stores: [store('Presentie markt.xlsx', 'spreadsheet')], retention_rules: [listed('11.1.2', 'Vergunning', 'einde van de vergunning'), listed('19.1.23', 'Wachtlijst', 'uitschrijving')],
    public_summary: 'Hebt u een marktkraam, dan houden we uw vergunning en presentie bij.',
  }),
  centre({
    name: 'Winkeliers volgen met klantenkaart', life: draft(8), big_data: true, tracking: true, profiling: null, is_not_traceable: null,
    is_announced: false, description: 'De ondernemersvereniging wil koopgedrag van klantenkaarten aan de gemeente leveren om looproutes te zien.',
    task: 'Centrumbeleid',
    purposes: [main('Looproutes en koopgedrag van bezoekers in beeld brengen.')], proportionality: null, subsidiarity: null, legal_bases: [],
    subject_categories: ['visitors', 'customers'], data_categories: ['profile', 'location', 'preferences'], sources: ['partner'],
    processors: [processor('Tapuit Telling B.V.', 'Analyse', null, 'in_preparation')],
    pre_dpia_outcome: null, pre_dpia_note: null, retention_rules: [], recipients: [],
  }),
]
