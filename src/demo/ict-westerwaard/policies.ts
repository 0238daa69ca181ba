// ICT Westerwaard's policies: one policy for all that it does, adopted by its board and the executives of its participants, and a statement in a newer version.
import type { PolicySketch } from '../policy-sketch.ts'
import { breaches, retention, rights, sections, supervision } from '../policy-texts.ts'

const contact = '# Contact\n\nVragen stelt u aan onze privacy officer. Over gegevens van uw gemeente beslist uw gemeente; wij geven uw vraag door.'

export const policies: readonly PolicySketch[] = [
  {
    title: 'Privacybeleid ICT Westerwaard', kind: 'privacy_policy', level: 'strategic', department: 'Staf', summary: 'Wat deelnemers en medewerkers van ons mogen verwachten.', findings: [], evaluated: { on: 40, note: 'Besproken met de privacy officers van de deelnemers.' },
    editions: [{
      made: 400, adopted: [{ on: 390, body: 'Bestuur', number: 'BST 2025-06' }, { on: 390, body: 'Directie', number: 'DIR 2025-22' }, { on: 365, body: 'College van B&W', of: 'Gemeente Lekhoven', number: 'Z/26/0120' }, { on: 351, body: 'College van B&W', of: 'Gemeente Duinrade', number: 'B&W 2026-077' }],
      published: 388, announced: 387,
      text: sections('# Twee petten\n\nVoor onze deelnemers zijn wij verwerker: wij doen wat zij vragen. Voor ons eigen personeel beslissen wij zelf.', '# Wat wij vastleggen\n\nElke verwerking staat in het register, met de deelnemer voor wie wij haar doen.', retention('Meldingen bij de servicedesk wissen wij na twee jaar.'), rights('De deelnemer, of wij als het over ons personeel gaat,'), breaches('de servicedesk; de deelnemer hoort het dezelfde dag'), supervision),
    }],
  },
  {
    title: 'Privacyverklaring', kind: 'privacy_statement', level: 'tactical', under: 'Privacybeleid ICT Westerwaard', department: 'Staf', summary: 'Voor bezoekers van onze website en iedereen die ons belt of mailt.', findings: [],
    editions: [
      { made: 340, text: sections('# Wat wij bewaren\n\nBelt of mailt u ons, dan bewaren wij uw naam en uw vraag, twee jaar lang.', '# Onze website\n\nWij plaatsen cookies om bezoek te tellen.', contact), adopted: [{ on: 330, body: 'Directie', number: 'DIR 2025-31' }], published: 329 },
      { made: 96, text: sections('# Wat wij bewaren\n\nBelt of mailt u ons, dan bewaren wij uw naam en uw vraag, één jaar lang.', '# Onze website\n\nU kunt onze website anoniem bezoeken. Wij plaatsen alleen cookies die nodig zijn om haar te laten werken.', contact), adopted: [{ on: 88, body: 'Directie', number: 'DIR 2026-19' }], published: 87, why: 'Geen tellende cookies meer, en vragen bewaren wij een jaar in plaats van twee.' },
    ],
  },
]
