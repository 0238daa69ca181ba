// ICT Maasdal's policies: adopted by its management, and by the bodies of two of the three participants.
import type { PolicySketch } from '../policy-sketch.ts'
import { breaches, retention, sections, supervision } from '../policy-texts.ts'

export const policies: readonly PolicySketch[] = [
  {
    title: 'Privacybeleid ICT Maasdal', kind: 'privacy_policy', level: 'strategic', department: 'Bedrijfsbureau', summary: 'Hoe wij omgaan met gegevens die onze deelnemers ons toevertrouwen.', findings: [],
    editions: [{
      made: 220, adopted: [{ on: 210, body: 'Directie', number: 'DT 26-07' }, { on: 205, body: 'Bestuur', number: 'AB 26-03' }, { on: 180, body: 'College van B&W', of: 'Gemeente Maasoever', number: 'MO-2611' }, { on: 172, body: 'College van B&W', of: 'Gemeente Kerkbeek' }],
      published: 204, announced: 203, asked: { on: 202, within: 'P4W', read: ['Sander Meulendonk', 'Latifa Zerrouki', 'Harm Roerdink-Visch', 'Elske Donkervliet', 'Rajesh Bhagwandin', 'Thea Lommerdal', 'Kofi Asantewa', 'Berend Havikhorst', 'Mirjam Zonneveldt', 'Noortje Kessenich-Adeyemi'] },
      text: sections('# Voor wie wij werken\n\nDrie gemeenten aan de Maas besteden hun automatisering aan ons uit. Zij beslissen waarvoor gegevens worden gebruikt; wij doen wat is afgesproken en niets daarbuiten.', '# Beginselen\n\n- alleen voor het doel dat de deelnemer noemt;\n- niet meer dan nodig;\n- veilig, juist en op tijd gewist;\n- wij kunnen laten zien dat wij het zo doen.', '# Groeien\n\nElk half jaar kijken wij wat beter kan. Een verbetering is pas klaar als zij vaststaat in een werkwijze.', retention('Back-ups overschrijven wij na dertig dagen. Logbestanden bewaren wij een half jaar.'), breaches('de servicedesk; wij vertellen het de deelnemer binnen 24 uur'), supervision),
    }],
  },
  {
    title: 'Beveiligingsbeleid', kind: 'security_policy', level: 'tactical', audience: 'internal', under: 'Privacybeleid ICT Maasdal', department: 'Beveiliging', summary: 'Onze maatregelen, van de deur tot de back-up.', findings: [],
    editions: [{ made: 160, adopted: [{ on: 150, body: 'Directie', number: 'DT 26-12' }], text: sections('# Toegang\n\nBeheerders werken met een apart account, in twee stappen.', '# Back-up\n\nElke nacht, op drie plekken. Elke maand zetten wij er één terug om te zien of het kan.', '# Leveranciers\n\nWie bij gegevens kan, heeft een overeenkomst met ons en laat zien dat hij zich eraan houdt.') }],
  },
]
