// Postwijzer's policies: adopted by the management; the yearly look at the privacy policy didn't take place.
import type { PolicySketch } from '../policy-sketch.ts'
import { breaches, retention, rights, sections } from '../policy-texts.ts'

export const policies: readonly PolicySketch[] = [
  {
    title: 'Privacybeleid Postwijzer', kind: 'privacy_policy', level: 'strategic', department: 'Kantoor', summary: 'Hoe wij met gegevens van klanten, abonnees en medewerkers omgaan.', findings: ['evaluation-overdue'],
    editions: [{
      made: 600, adopted: [{ on: 590, body: 'Directie', number: 'Besluit 4' }], published: 589, announced: 588,
      text: sections('# Klanten\n\nBestelt u bij ons, dan hebben wij uw naam, adres, postcode, plaats, telefoonnummer en e-mailadres nodig om te leveren. Meer vragen wij niet.', '# Reclame\n\nReclame per e-mail krijgt u alleen als u daar zelf om vroeg. Afmelden kan in elk bericht, met één klik.', retention('Klantgegevens wissen wij 180 dagen na de laatste levering. Facturen bewaren wij zeven jaar, omdat de wet dat vraagt.'), rights('De privacy officer'), breaches('de privacy officer of de CISO'), '# Wie waarvoor zorgt\n\nDe directie stelt dit beleid vast en kiest de privacy officer. Hoofden van afdelingen bespreken het elk kwartaal met hun mensen.'),
    }],
  },
  {
    title: 'Werkwijze reclame en afmelden', kind: 'department_procedure', level: 'department', audience: 'internal', under: 'Privacybeleid Postwijzer', department: 'Campagnes', summary: 'Van adreslijst tot afmelding.', findings: [],
    editions: [{ made: 140, adopted: [{ on: 130, body: 'Directie', number: 'Besluit 11' }], asked: { on: 30, within: 'P6W', read: ['Floris Tielbeek', 'Deniz Polatoğlu'] }, text: sections('# Vóór verzending\n\nLeg de lijst naast de lijst van afmeldingen. Twijfelt u over een adres, dan gaat het eraf.', '# Bij een afmelding\n\nVerwerk haar dezelfde dag. Het adres blijft op de lijst van afmeldingen staan en nergens anders.') }],
  },
]
