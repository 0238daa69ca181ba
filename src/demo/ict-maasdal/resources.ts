// ICT Maasdal's systems, processors and agreements: who works behind it for the municipalities, and where their data stand.
import { active, kept, tested } from '../life.ts'
import { type Days, type Resources, resourcesOf } from '../resources.ts'

export function resources(on: Days): Resources {
  const { processor, system, agreement } = resourcesOf(on, { processor: { reaches_participants: true } })
  return {
    processors: [
      processor('Rietzanger Salarisdiensten B.V.', 'Bedrijfsbureau', 'Voert de salarisadministratie uit.', { findings: [], reaches_participants: false }),
      processor('Klikmelder B.V.', 'Servicedesk', 'Levert het meldingensysteem.', { findings: [] }),
      processor('Nachtwaker Cyber B.V.', 'Beveiliging', 'Bewaakt meldingen buiten kantooruren.', {
        findings: ['sub-processor-conditions-missing'], sub_processors: [{ name: 'Uilenoog Analyse B.V.', service: 'Zoeken in logbestanden', country: 'NL', consent: 'conditional', conditions: null }],
      }),
      processor('Rekenhal Maas B.V.', 'Infrastructuur', 'Verhuurt ruimte in het tweede datacentrum.', { findings: ['unused'] }),
      processor('Schijfwisser Vernietiging B.V.', 'Infrastructuur', 'Vernietigt schijven en telefoons.', { findings: ['agreement-missing', 'participants-chain', 'audit-missing', 'unused'], reaches_participants: null, last_audit_on: null, audited_by: null, life: kept(200, 'officer') }),
      processor('Lantaarn Licenties B.V.', 'Bedrijfsbureau', 'Telt licenties.', { findings: ['audit-party-missing', 'unused'], audited_by: null, reaches_participants: false }),
    ],
    systems: [
      system('Personeelssysteem', 'P&O', 'Dossiers van eigen medewerkers.', { findings: [], supplier: 'Rietzanger Salarisdiensten B.V.', data_categories: ['name-address', 'bsn', 'income'] }),
      system('Meldingensysteem Klik', 'Servicedesk', 'Meldingen en vragen van gebruikers.', { findings: [], supplier: 'Klikmelder B.V.', data_categories: ['name', 'email', 'user-account', 'technical'], user_count: 1900 }),
      system('Datacentrum Maasdal', 'Infrastructuur', 'Servers en opslag van drie gemeenten.', { findings: [], data_categories: ['communication-content', 'identification', 'technical'], availability: 'high' }),
      system('Uitwijk Dalheuvel', 'Infrastructuur', 'Tweede plaats voor back-ups.', { findings: [], supplier: 'Rekenhal Maas B.V.', data_categories: ['communication-content', 'identification'], availability: 'high' }),
      system('Bewaking Nachtwaker', 'Beveiliging', 'Logbestanden en meldingen.', { findings: ['unused'], supplier: 'Nachtwaker Cyber B.V.', data_categories: ['technical', 'user-account'] }),
      system('Wachtwoordenkluis', 'Infrastructuur', 'Beheerwachtwoorden van systemen.', { findings: ['second-factor-missing', 'unused'], data_categories: ['user-account'], has_second_factor: false }),
      system('Financiën Kapittel', 'Bedrijfsbureau', 'Facturen en betalingen.', { findings: ['transit-unencrypted', 'unused'], data_categories: ['name', 'bank-account'], is_encrypted_in_transit: false, confidentiality: 'medium' }),
      system('Oude mailomgeving', 'Infrastructuur', 'E-mail van vóór 2024.', { life: kept(700, 'iso', { ended: { on: 310, reason: 'Postvakken zijn overgezet; de servers zijn gewist.' } }) }),
    ],
    agreements: [
      agreement('Rietzanger Salarisdiensten B.V.', 'Bedrijfsbureau', ['Personeels- en salarisadministratie'], { findings: [] }),
      agreement('Klikmelder B.V.', 'Servicedesk', ['Meldingen en vragen van gebruikers'], { findings: [] }),
      agreement('Nachtwaker Cyber B.V.', 'Beveiliging', ['Beveiligingsmonitoring eigen systemen'], { findings: [], life: active(150) }),
      agreement('Rekenhal Maas B.V.', 'Infrastructuur', ['Back-up en herstel'], { findings: ['ends-soon'], ends_on: on(-80) }),
      agreement('Lantaarn Licenties B.V.', 'Bedrijfsbureau', ['Facturen aan deelnemers en leveranciers'], { findings: [], model: 'processor', model_motivation: 'De leverancier werkt in heel Europa met één contract; de inhoud is gelijkwaardig.', model_approved_on: on(520) }),
      agreement('Schijfwisser Vernietiging B.V.', 'Infrastructuur', ['Technisch beheer van servers'], { signed_on: null, is_signed_by_both: null, starts_on: null, life: tested(18, { outcome: 'agreed', note: 'Kan worden getekend.' }) }),
    ],
  }
}
