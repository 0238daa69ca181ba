// Lekhoven's entries of permits, public space, safety and enforcement.
import { active, draft, offered } from '../life.ts'
import { assessed, careful, caseSystem, mayor, vlierveld, westerwaard } from '../municipal.ts'
import { basis, book, byLaw, exception, listed, looseBook, main, ownTerm, processor, publicTask, type Sketch, store, to } from '../sketch.ts'

const permits = book('RV', careful, { department: 'Ruimte en Vergunningen', processors: [vlierveld, westerwaard], stores: [caseSystem] })
const safety = book('VH', careful, assessed, { department: 'Veiligheid en Handhaving', body: mayor, processors: [westerwaard], stores: [store('Veiligheidsmap')] })
const old = looseBook('OUDVH', { department: 'Veiligheid en Handhaving', body: mayor })
const criminalByLaw = exception('criminal-public-authority', 'art. 31 UAVG')

export const space: readonly Sketch[] = [
  permits({
    name: 'Omgevingsvergunningen', life: active(655, { reviewed: [290] }), findings: [],
    description: 'Behandeling van aanvragen via het Omgevingsloket, met advies en publicatie.', task: 'Omgevingswet',
    purposes: [main('Aanvragen om een omgevingsvergunning beoordelen en daarop besluiten.')], proportionality: 'Publicatie zonder naam.',
    subsidiarity: 'Alleen aanvraagvereisten.', legal_bases: [publicTask('omgevingswet', 'art. 5.8 Omgevingswet')], subject_categories: ['applicants'],
    data_categories: ['name-address', 'email', 'property'], recipients: [to('environment-service', 'Omgevingsdienst Lekstreek', 'Aanvraag')],
    retention_rules: [listed('11.1.6', 'Verleend'), listed('11.2', 'Geweigerd')],
    public_summary: 'Bij een aanvraag gebruiken we uw gegevens om te besluiten.' }),
  permits({
    name: 'Parkeervergunningen', life: active(470), description: 'Vergunningen voor bewoners en bedrijven in drie zones.', task: 'Parkeren',
    purposes: [main('Parkeerplaatsen verdelen onder bewoners en bedrijven.')], proportionality: null, subsidiarity: null,
    legal_bases: [publicTask('gemeentewet', 'art. 225 Gemeentewet')], subject_categories: ['vehicle-owners'],
    data_categories: ['name-address', 'vehicle'], processors: [processor('Slagboom Parkeren B.V.', 'Vergunningenloket', '2019-01-01', 'ended')],
    recipients: [to('rdw', 'RDW', 'Parkeerrecht')], retention_rules: [listed('11.1.2', 'Vergunning', 'einde vergunning')],
    public_summary: 'Voor een parkeervergunning leggen we uw kenteken vast.',
    findings: ['agreement-ended', 'proportionality-missing', 'review-overdue'] }),
  permits({
    name: 'Grondverkoop en pacht', life: active(320), findings: [], public_or_private: 'private',
    description: 'Verkoop, verhuur en pacht van gemeentegrond aan bewoners.', task: 'Grondzaken',
    purposes: [main('Overeenkomsten over gemeentegrond sluiten en uitvoeren.')], proportionality: 'Alleen gegevens voor de akte.',
    subsidiarity: 'Inkomensgegevens vraagt de notaris, niet wij.', legal_bases: [basis('contract', null, 'Koop- of pachtovereenkomst')],
    subject_categories: ['property-owners', 'residents'],
    data_categories: ['name-address', 'property', 'bank-account'], sources: ['data-subject', 'land-register'],
    recipients: [to('lawyer', 'Notaris', 'Akte')],
    retention_rules: [listed('16.1.4', 'Overdracht van grond'), listed('18.3.1', 'Facturen over grond', 'betaling')],
    public_summary: 'Koopt of pacht u grond, dan bewaren we de overeenkomst.' }),
  permits({
    name: 'Woningbouw: belangstellenden',
    life: active(260, { ended: { on: 12, reason: 'Alle woningen in De Griend zijn verkocht; de lijst is vernietigd.' } }),
    description: 'Lijst van mensen die bericht wilden over nieuwe woningen in De Griend.', task: 'Projecten',
    purposes: [main('Belangstellenden informeren over nieuwe woningen in De Griend.')], proportionality: 'Alleen e-mailadres.',
    subsidiarity: 'Nieuws staat ook op de website.', legal_bases: [basis('consent', null, null)],
    consent_note: 'Vrije keuze; weigeren heeft geen gevolgen voor toewijzing.',
    subject_categories: ['prospects'], data_categories: ['email'], recipients: [to('own-department', 'Projectteam', 'Lijst')],
    retention_rules: [ownTerm('P1Y', 'Adressen', 'verkoop van de laatste woning')],
    public_summary: 'Wilt u nieuws over De Griend, laat dan uw e-mailadres achter.' }),
  permits({
    name: 'Luchtfoto’s voor belasting en handhaving', life: offered(19),
    description: 'Jaarlijkse luchtfoto’s worden vergeleken om bouw zonder vergunning te zien.', task: 'Handhaving',
    purposes: [main('Gebouwen zonder vergunning opsporen en WOZ-kenmerken bijwerken.')],
    further_use: 'De foto’s voor de WOZ worden ook voor handhaving gebruikt.', proportionality: 'Personen zijn op de foto’s niet herkenbaar.',
    subsidiarity: null, legal_bases: [publicTask('omgevingswet', 'art. 18.1 Omgevingswet')],
    subject_categories: ['property-owners'], data_categories: ['photo', 'property'], sources: ['observation'],
    recipients: [to('own-department', 'Belastingen', 'Kenmerken')], retention_rules: [listed('12.1', 'Foto’s')],
    public_summary: 'Op luchtfoto’s kijken we of er zonder vergunning is gebouwd.' }),
  safety({
    name: 'Bestuurlijke rapportages en sluiting van panden', life: active(380, { reviewed: [30] }), findings: [], received_from_police: true,
    police_secrecy: true, police_provision_purpose: 'Sluiten van drugspanden door de burgemeester (art. 16 lid 1 onder b Wpg).',
    description: 'De politie stuurt een rapportage over een drugspand; de burgemeester beslist over sluiting.', task: 'Ondermijning',
    purposes: [main('Drugspanden sluiten en herhaling voorkomen.')], proportionality: 'Alleen wat het besluit draagt.',
    subsidiarity: 'Eerst een waarschuwing bij kleine hoeveelheden.',
    legal_bases: [publicTask('opiumwet', 'art. 13b Opiumwet')], subject_categories: ['suspects', 'property-owners'],
    data_categories: ['name-address', 'criminal'], special_exceptions: [criminalByLaw], sources: ['police'],
    recipients: [to('housing-corporation', null, 'Besluit tot sluiting')], retention_rules: [listed('12.2.1', 'Sluiting')],
    public_summary: 'De burgemeester kan een drugspand sluiten na een rapport van de politie.' }),
  safety({
    name: 'Informatie van de politie over evenementen', life: active(310), received_from_police: true, police_secrecy: null,
    police_provision_purpose: null, description: 'De politie deelt namen van mensen die een evenement kunnen verstoren.', task: 'Evenementen',
    purposes: [main('Verstoring van evenementen voorkomen.')], proportionality: 'Alleen bij risico-evenementen.',
    subsidiarity: 'Mondeling waar dat kan.', legal_bases: [publicTask('gemeentewet', 'art. 172 Gemeentewet')], subject_categories: ['suspects'],
    data_categories: ['name', 'criminal'], special_exceptions: [criminalByLaw], sources: ['police'],
    recipients: [to('security-company', null, 'Signalement')], retention_rules: [ownTerm('P1M', 'Namen', 'het evenement')],
    public_summary: 'Bij grote evenementen werken we samen met de politie.', findings: ['received-purpose-missing', 'received-secrecy-unmarked'] }),
  safety({
    name: 'Cameratoezicht station', life: active(490), camera: true, camera_note: null, is_announced: true,
    description: 'Vier camera’s op het stationsplein.', task: 'Openbare orde', purposes: [main('Overlast en geweld op het stationsplein tegengaan.')],
    proportionality: 'Geen zicht op woningen.', subsidiarity: 'Meer verlichting hielp niet genoeg.',
    legal_bases: [publicTask('gemeentewet', 'art. 151c Gemeentewet')], subject_categories: ['visitors'], data_categories: ['camera-images'],
    sources: ['observation'], recipients: [to('police', 'Politie', 'Beelden')],
    retention_rules: [byLaw('P28D', 'art. 151c Gemeentewet', 'Beelden', 'opname')], public_summary: 'Op het stationsplein hangen camera’s.',
    findings: ['camera-protocol-missing', 'review-overdue'] }),
  safety({
    name: 'Boa’s: bekeuren en waarschuwen', life: active(350), regime: 'police', body: careful.body!, police_basis: 'daily-police-task',
    police_authoriser: 'Teammanager Veiligheid en Handhaving', police_logging: true, police_audit_on: '2024-11-05', findings: [],
    description: 'Boa’s leggen overtredingen vast en maken proces-verbaal op.', task: 'Handhaving',
    purposes: [main('Overtredingen in de openbare ruimte opsporen.')], proportionality: 'Alleen bij een overtreding.',
    subsidiarity: 'Waarschuwen gaat voor.',
    legal_bases: [publicTask('wpg', 'art. 8 Wpg')], subject_categories: ['suspects'], data_categories: ['name-address', 'birth-date', 'criminal'],
    sources: ['observation'], recipients: [to('cjib', 'CJIB', 'Bon')],
    retention_rules: [byLaw('P5Y', 'art. 8 Wpg', 'Politiegegevens', 'eerste verwerking'), byLaw('P5Y', 'art. 14 Wpg', 'Verwijderde gegevens', 'verwijdering')],
    public_summary: 'Onze boa’s vallen onder de Wet politiegegevens.' }),
  old({
    name: 'Wifitracking binnenstad', life: draft(500),
    description: 'Sensoren volgen telefoons door de binnenstad, met terugkerende bezoekers over weken.',
    purposes: [main('Drukte in de binnenstad meten en terugkerende bezoekers herkennen')], legal_bases: [basis('legitimate-interest', null, null)],
    subject_categories: ['visitors'], data_categories: ['technical', 'location'], sources: ['observation'], tracking: true, big_data: true,
    processors: [processor('Passant Analytics LLC', 'Sensoren en analyse', null, 'in_preparation')],
    transfers: [{ country: 'US', recipient: 'Passant Analytics LLC', instrument: null, explanation: null }], recipients: [],
    findings: ['tracking-traceable', 'tracking-unannounced', 'transfer-unsafeguarded', 'agreement-in-preparation', 'retention-missing', 'interest-unweighed'] }),
]
