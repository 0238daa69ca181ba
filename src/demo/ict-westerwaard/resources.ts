// ICT Westerwaard's systems, processors and agreements: the chain behind the services for its participants.
import { kept, offered } from '../life.ts'
import { type Days, type Resources, resourcesOf } from '../resources.ts'

export function resources(on: Days): Resources {
  const { processor, system, agreement } = resourcesOf(on, { processor: { reaches_participants: true } })
  return {
    processors: [
      processor('Rietzanger Salarisdiensten B.V.', 'Staf', 'Voert de salarisadministratie uit.', { findings: [], reaches_participants: false }),
      processor('Maalwerk Vernietiging B.V.', 'Technisch Beheer', 'Vermaalt schijven, met een verklaring per stuk.', { findings: [] }),
      processor('Wolkenveld Cloud B.V.', 'Applicaties en Data', 'Verzorgt de uitwijk.', { findings: ['agreement-missing', 'unused'], life: kept(45, 'officer') }),
      processor('Reservehal Polder B.V.', 'Technisch Beheer', 'Verhuurt ruimte in het tweede datacentrum.', { findings: ['unused'] }),
      processor('Klopgeest Monitoring B.V.', 'Technisch Beheer', 'Bewaakt het netwerk.', { findings: ['participants-chain', 'sub-processor-unclear', 'unused'], reaches_participants: null, sub_processors: [{ name: null, service: 'Analyse van logbestanden', country: null, consent: 'given', conditions: null }] }),
      processor('Helderlicht Glasvezel B.V.', 'Technisch Beheer', 'Legt en onderhoudt verbindingen.', { findings: ['unused'], reaches_participants: false }),
    ],
    systems: [
      system('Personeelssysteem', 'Staf', 'Dossiers van eigen medewerkers.', { findings: [], supplier: 'Rietzanger Salarisdiensten B.V.', data_categories: ['name-address', 'bsn', 'income'] }),
      system('Meldingensysteem', 'Servicedesk', 'Meldingen en vragen van medewerkers van deelnemers.', { findings: [], data_categories: ['name', 'email', 'phone'], user_count: 2300 }),
      system('Datacentrum Westerwaard', 'Technisch Beheer', 'Servers en opslag van drie deelnemers.', { findings: [], data_categories: ['name', 'bsn', 'financial'], availability: 'high' }),
      system('Databaseomgeving', 'Applicaties en Data', 'Databases van applicaties van deelnemers.', { findings: [], data_categories: ['name', 'bsn', 'debt', 'housing'], availability: 'high' }),
      system('Reservelocatie Polder', 'Technisch Beheer', 'Kopieën voor als het datacentrum uitvalt.', { findings: ['unused'], supplier: 'Reservehal Polder B.V.', data_categories: ['name', 'bsn'], availability: 'high' }),
      system('Netwerkbewaking', 'Technisch Beheer', 'Logbestanden van netwerk en servers.', { findings: ['supplier-without-agreement', 'unused'], supplier: 'Klopgeest Monitoring B.V.', data_categories: ['technical', 'user-account'] }),
      system('Uitleenregister apparaten', 'Servicedesk', 'x', { findings: ['decentral-unexplained', 'backup-missing', 'unused'], description: null, kind: 'spreadsheet', data_categories: ['name', 'phone'], confidentiality: 'medium', backup: 'none', life: kept(330, 'owner') }),
      system('Kopieeromgeving test', 'Applicaties en Data', 'Kopie van echte gegevens om te testen.', { findings: ['access-open', 'confidentiality-low', 'unused'], data_categories: ['name', 'bsn'], confidentiality: 'low', has_access_control: false, life: kept(52, 'owner') }),
    ],
    agreements: [
      agreement('Rietzanger Salarisdiensten B.V.', 'Staf', ['Personeelsdossier'], { findings: [] }),
      agreement('Maalwerk Vernietiging B.V.', 'Technisch Beheer', ['Vernietigen van gegevensdragers'], { findings: [] }),
      agreement('Reservehal Polder B.V.', 'Technisch Beheer', ['Back-up en herstel'], { findings: ['subjects-missing', 'at-end-open'], subjects: ['scope', 'instructions', 'security', 'confidentiality', 'audits', 'liability'], at_end: null }),
      agreement('Helderlicht Glasvezel B.V.', 'Technisch Beheer', ['Technisch beheer'], { findings: ['force-majeure-wide'], force_majeure: 'wide', model: 'processor', model_motivation: 'Zij kennen maar één contract; de checklist is nagelopen.', model_approved_on: on(515) }),
      agreement('Klopgeest Monitoring B.V.', 'Technisch Beheer', ['Technisch beheer'], { findings: ['ended-unnoticed'], signed_on: on(800), starts_on: on(790), ends_on: on(20) }),
      agreement('Wolkenveld Cloud B.V.', 'Applicaties en Data', ['Hosting van de applicatie sociaal domein'], { signed_on: null, is_signed_by_both: null, starts_on: on(-20), negotiation: 'agreed', own_signatory: 'B. Es', own_signatory_role: 'Directeur', own_signed_on: on(4), life: offered(9, { remarks: [{ field: 'sub_processing', body: 'Weten Duinrade en Lekhoven van deze subverwerker?' }] }) }),
    ],
  }
}
